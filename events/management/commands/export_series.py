"""Takes a series along: `manage.py export_series SLUG FILE`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from events.archive import pack
from events.models import Series


class Command(BaseCommand):
    help = "Writes all of a series into one archive that another café takes in with import_series (docs/moving.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("series", metavar="SLUG")
        parser.add_argument("file", type=Path, help="the archive; it must not exist yet")
        parser.add_argument(
            "--contacts", action="store_true", help="with the contacts of venues, and the notes on them"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        series = Series.objects.filter(slug=options["series"]).first()
        if series is None:
            raise CommandError(_("There is no series with the address “%(slug)s”.") % {"slug": options["series"]})
        path: Path = options["file"]
        try:
            with path.open("xb") as file:
                file.writelines(pack(series, with_contacts=options["contacts"]))
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be written: %(reason)s.") % {"file": path, "reason": error.strerror or error}
            ) from None
        self.stdout.write(str(path))
