"""`manage.py restore FILE`: the café as it was, all of it or nothing."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cafecm.backup import archive, databases
from members.models import Member


class Command(BaseCommand):
    help = "Puts a backup in the place of what is here. The café must be stopped; what is wrong changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="what `manage.py backup` wrote")
        parser.add_argument("--force", action="store_true", help="even over a café that has members")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        if not force and _has_members():
            raise CommandError("There is a café here, with members. To put the backup in its place: restore --force")
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.DATA_DIR) as desk:
            manifest = self._checked(file, Path(desk))
            if databases.is_in_use():
                raise CommandError("The café runs, or something else has its database open. Stop it first.")
            _put_photos_in(Path(desk), manifest)
            databases.put_back(Path(desk) / archive.DATABASES[manifest.database])
            if archive.SECRET_KEY in manifest.files:
                (Path(desk) / archive.SECRET_KEY).replace(settings.DATA_DIR / archive.SECRET_KEY)
            _throw_out_photos(manifest)
        self.stdout.write(f"The café is as it was at {manifest.made_at}. Start it with: manage.py serve")
        if archive.SECRET_KEY not in manifest.files:
            self.stdout.write("The backup holds no secret key: give the same SECRET_KEY as before.")

    def _checked(self, file: Path, desk: Path) -> archive.Manifest:
        """The backup, copied out and checked in every way before anything is touched."""
        try:
            manifest = archive.read(file, into=desk)
        except archive.Damaged as error:
            raise CommandError(f"{file} cannot be used. {error} Nothing was changed.") from error
        if manifest.database != connection.vendor:
            raise CommandError(f"The backup is of {manifest.database}, and DATABASE_URL names {connection.vendor}.")
        if newer := unknown_migrations(manifest):
            raise CommandError(f"The backup is of a newer café: it knows {newer[0]}. Install that version first.")
        databases.check(desk / archive.DATABASES[manifest.database])
        return manifest


def unknown_migrations(manifest: archive.Manifest) -> list[str]:
    """The migrations of a backup that this version of the code does not have."""
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [f"{app}.{name}" for app, names in manifest.migrations.items() for name in names if (app, name) not in known]


def _has_members() -> bool:
    try:
        return Member.objects.exists()
    except DatabaseError:  # no table yet: an empty database
        return False
    finally:
        connection.close()


def _put_photos_in(desk: Path, manifest: archive.Manifest) -> None:
    """Adds the photos that are not there. Names are random and never used again: one that is there is the same."""
    for name in manifest.photos:
        target = Path(settings.MEDIA_ROOT) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        source = desk / "media" / name
        source.chmod(0o644)
        if not target.exists() or target.stat().st_size != source.stat().st_size:
            source.replace(target)


def _throw_out_photos(manifest: archive.Manifest) -> None:
    kept = set(manifest.photos)
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        if path.is_file() and path.relative_to(settings.MEDIA_ROOT).as_posix() not in kept:
            path.unlink()
