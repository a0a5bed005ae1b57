"""Makes the next editions as drafts: `manage.py plan`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from events.models import Series
from members.dates import date_format


class Command(BaseCommand):
    help = (
        "Makes a draft for each of the next dates of the cadence that has none. Safe to run twice: drafts that stand, "
        "moved ones too, and skipped dates stay as they are."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--series", metavar="SLUG", help="one series; all that have a cadence otherwise")
        parser.add_argument("--count", type=int, default=3, help="how many dates ahead; 3 otherwise, 60 at most")

    def handle(self, *args: Any, series: str | None, count: int, **options: Any) -> None:
        if not 1 <= count <= 60:
            raise CommandError(_("The number of dates is from 1 to 60."))
        chosen = Series.objects.exclude(cadence="")
        if series:
            chosen = chosen.filter(slug=series)
            if not chosen.exists():
                raise CommandError(_("No series “%(slug)s” has a cadence.") % {"slug": series})
        for one in chosen:
            for draft in one.plan(count=count):
                self.stdout.write(f"{draft.title} · {date_format(draft.starts, 'l j F Y, H:i')}")
