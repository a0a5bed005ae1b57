"""A backup holds everything, as it was at one moment; a restore brings all of it back, or changes nothing."""

import contextlib
import io
import tarfile
from pathlib import Path

import pytest
from django.core.management import call_command

from cafecm.backup import archive, databases
from cafecm.management.commands.restore import unknown_migrations


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("cafe.sqlite3")
    }


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A sound one, of plain bytes."""
    for name in ("database.sqlite3", "secret_key", "photo.webp"):
        (tmp_path / name).write_bytes(name.encode() * 1000)
    path = tmp_path / "cafe.tar.gz"
    with path.open("wb") as file:
        writer = archive.Writer(file, archive.Manifest(database="sqlite", migrations={"members": ["0001_initial"]}))
        writer.add("database.sqlite3", tmp_path / "database.sqlite3")
        writer.add("media/venues/photo.webp", tmp_path / "photo.webp")
        writer.add("secret_key", tmp_path / "secret_key")
        writer.close()
    return path


def rewritten(path: Path, change) -> None:
    """The tar with its entries (name, bytes, link) changed."""
    with tarfile.open(path) as tar:
        entries = {entry.name: (tar.extractfile(entry).read(), entry.type) for entry in tar}
    change(entries)
    with tarfile.open(path, "w:gz") as tar:
        for name, (content, kind) in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.type, entry.linkname = len(content), kind, "/etc/passwd"
            tar.addfile(entry, io.BytesIO(content))


def test_sound_backup_says_what_it_holds(backup: Path, tmp_path: Path) -> None:
    manifest = archive.read(backup, into=tmp_path / "out")
    assert manifest.photos == ["venues/photo.webp"]
    assert files(tmp_path / "out") == {
        name: (tmp_path / source).read_bytes()
        for name, source in [
            ("database.sqlite3", "database.sqlite3"),
            ("media/venues/photo.webp", "photo.webp"),
            ("secret_key", "secret_key"),
        ]
    }


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_truncated_backup_is_refused(backup: Path, share: float) -> None:
    backup.write_bytes(backup.read_bytes()[: int(backup.stat().st_size * share)])
    with pytest.raises(archive.Damaged):
        archive.read(backup)


def test_backup_with_any_byte_altered_is_refused_or_says_the_same(backup: Path, tmp_path: Path) -> None:
    content = backup.read_bytes()
    whole = archive.read(backup)
    for place in range(10, len(content), 7):  # the first ten bytes are gzip's own: a date, a system
        backup.write_bytes(content[:place] + bytes([content[place] ^ 0x20]) + content[place + 1 :])
        with contextlib.suppress(archive.Damaged):
            assert archive.read(backup).files == whole.files


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "media/../../evil.webp", "media/.hidden", "media/a\nb.webp", "manage.py"]
)
def test_backup_with_a_name_that_leads_elsewhere_is_refused(backup: Path, tmp_path: Path, name: str) -> None:
    rewritten(
        backup,
        lambda entries: entries.update(
            {name: (b"x", tarfile.REGTYPE)} | {"manifest.json": entries.pop("manifest.json")}
        ),
    )
    with pytest.raises(archive.Damaged):
        archive.read(backup, into=tmp_path / "a" / "b")
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_backup_with_anything_but_plain_files_is_refused(backup: Path, tmp_path: Path, kind: bytes) -> None:
    rewritten(backup, lambda entries: entries.update({"secret_key": (b"", kind)}))
    with pytest.raises(archive.Damaged):
        archive.read(backup, into=tmp_path / "out")


@pytest.mark.parametrize("missing", ["database.sqlite3", "media/venues/photo.webp", "manifest.json"])
def test_backup_with_something_missing_is_refused(backup: Path, missing: str) -> None:
    rewritten(backup, lambda entries: entries.pop(missing))
    with pytest.raises(archive.Damaged):
        archive.read(backup)


@pytest.mark.django_db(transaction=True)
def test_old_backups_are_forgotten_where_one_says_so(tmp_path: Path) -> None:
    for _time in range(2):
        call_command("backup", tmp_path, stdout=io.StringIO())
    call_command("backup", tmp_path, keep_days=1, stdout=io.StringIO())
    assert len(list(tmp_path.iterdir())) == 3
    call_command("backup", tmp_path, keep_days=0, stdout=io.StringIO())
    assert len(list(tmp_path.iterdir())) == 1


def test_restore_asks_no_server_for_the_setting_that_only_postgresql_17_has(tmp_path: Path) -> None:
    script = tmp_path / "database.sql"
    rest = "SET lock_timeout = 0;\n{} transaction_timeout = 0;\nSET row_security = off;\n" + "-- a table\n" * 1000
    script.write_text(rest.format("SET"))
    databases.ask_nothing_new(script)
    assert script.read_text() == rest.format("-- ")


def test_restore_of_no_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(archive.Damaged, match="no such file"):
        archive.read(tmp_path / "nothing")


def test_backup_of_a_newer_cafe_is_known_by_its_migrations() -> None:
    def of(**migrations: list[str]) -> archive.Manifest:
        return archive.Manifest(database="sqlite", migrations=migrations)

    assert unknown_migrations(of(members=["0001_initial"], events=["0001_initial"])) == []
    assert unknown_migrations(of(events=["0001_initial", "9999_later"])) == ["events.9999_later"]
