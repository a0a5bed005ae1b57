"""Takes a series in that another café has exported: `manage.py import_series FILE`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from events.archive import NotTaken, unpack
from members.models import Member


class Command(BaseCommand):
    help = "Makes the series of an archive of export_series, with its venues, editions and photos, or nothing at all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the archive")
        parser.add_argument(
            "--organizer", action="append", default=[], metavar="EMAIL", help="a member who owns it from now on"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        organizers = []
        for address in options["organizer"]:
            member = Member.objects.filter(email__iexact=address).first()
            if member is None:
                raise CommandError(_("Nobody here has the address %(address)s.") % {"address": address})
            organizers.append(member)
        path: Path = options["file"]
        try:
            with path.open("rb") as file:
                arrival = unpack(file, organizers=organizers)
        except NotTaken as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be read: %(reason)s.") % {"file": path, "reason": error.strerror or error}
            ) from None
        if arrival.left_out:
            words = _("Trades that the inventory here does not have were left out: %(trades)s.")
            self.stdout.write(words % {"trades": ", ".join(sorted(arrival.left_out))})
        self.stdout.write(
            _(
                "%(series)s is here: %(editions)s editions, %(venues)s new venues and %(known)s known ones, "
                "%(photos)s photos."
            )
            % {
                "series": arrival.series,
                "editions": len(arrival.days),
                "venues": len(arrival.venues),
                "known": len(arrival.known_venues),
                "photos": arrival.photos,
            }
        )
