"""`manage.py backup [DIR]`: everything the café keeps, in one file that was read back."""

import datetime
import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from cafecm.backup import archive, databases

PREFIX, SUFFIX = "cafe-", ".tar.gz"


class Command(BaseCommand):
    help = "Writes the database, the photos and the secret key into one file, while the café runs, and reads it back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, metavar="DIR", help="where to; DATA_DIR/backups where not said"
        )
        parser.add_argument(
            "--keep-days", type=int, metavar="N", help="afterwards, delete the backups in DIR older than N days"
        )

    def handle(self, *args: Any, folder: Path | None, keep_days: int | None, **options: Any) -> None:
        folder = folder or settings.DATA_DIR / "backups"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = folder / f"{PREFIX}{timezone.now():%Y%m%dT%H%M%S%fZ}{SUFFIX}"
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as desk:
            draft = Path(desk) / "draft"
            write(draft, desk=Path(desk))
            archive.read(draft, into=Path(desk) / "read-back")
            databases.check(Path(desk) / "read-back" / archive.DATABASES[connection.vendor])
            draft.rename(made)
        _sync(folder)
        if keep_days is not None:
            self._forget(folder, older_than=datetime.timedelta(days=keep_days), but=made)
        self.stdout.write(str(made))
        if not isinstance(storages["default"], FileSystemStorage):
            self.stderr.write("The photos are in a bucket and not in this file: keep that bucket's versions.")

    def _forget(self, folder: Path, *, older_than: datetime.timedelta, but: Path) -> None:
        limit = (timezone.now() - older_than).timestamp()
        for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
            if path != but and path.stat().st_mtime < limit:
                path.unlink()


def write(target: Path, *, desk: Path) -> None:
    """Writes a backup, readable by its owner only. Raises CommandError.

    Photos come before the database and once more after it: a photo never changes, so that each one that a row of the
    copy names is there, whenever it was added or taken away.
    """
    recorder = MigrationRecorder(connection)
    applied: dict[str, list[str]] = {}
    for app, name in sorted(recorder.applied_migrations()):
        applied.setdefault(app, []).append(name)
    if not applied:
        raise CommandError("There is no café in this database yet.")
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        writer = archive.Writer(file, archive.Manifest(database=connection.vendor, migrations=applied))
        _add_photos(writer)
        copy = desk / archive.DATABASES[connection.vendor]
        databases.copy(copy)
        writer.add(copy.name, copy)
        copy.unlink()
        _add_photos(writer)
        key = settings.DATA_DIR / archive.SECRET_KEY
        if key.exists():
            writer.add(archive.SECRET_KEY, key)
        writer.close()
        file.flush()
        os.fsync(file.fileno())


def _add_photos(writer: archive.Writer) -> None:
    for path in sorted(Path(settings.MEDIA_ROOT).rglob("*")):
        name = f"media/{path.relative_to(settings.MEDIA_ROOT).as_posix()}"
        if name in writer.manifest.files or not archive.ALLOWED.fullmatch(name) or not path.is_file():
            continue
        try:
            writer.add(name, path)
        except FileNotFoundError:  # taken away meanwhile
            continue


def _sync(folder: Path) -> None:
    """Makes the file's name as lasting as its bytes; Windows does so by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
