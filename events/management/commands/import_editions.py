"""Brings a café's history: `manage.py import_editions FILE --series SLUG`."""

import argparse
import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import history
from events.history.entry import Refused
from events.history.moments import clock


class Command(BaseCommand):
    help = (
        "Takes the editions of a CSV table (number, date, host, link, topics …) or of a calendar file as Meetup, Luma, "
        "Mobilizon and Google Calendar export it. Safe to run twice: what is known stays as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the table or calendar")
        parser.add_argument("--series", required=True, metavar="SLUG", help="the series; made if it does not exist")
        parser.add_argument("--name", default="", help="the name of a new series; its slug otherwise")
        parser.add_argument(
            "--cadence", default="", metavar="RULE", help="FREQ=MONTHLY;BYDAY=-1WE; derived from the dates otherwise"
        )
        parser.add_argument(
            "--at", type=_time, metavar="HH:MM", help="when lines without a time begin; 19:00 otherwise"
        )
        parser.add_argument("--dry-run", action="store_true", help="shows what would happen and writes nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        is_trial = options["dry_run"]
        try:
            report = history.take(
                history.read(_content(options["file"])),
                options["series"],
                name=options["name"],
                cadence=options["cadence"],
                at=options["at"],
                is_trial=is_trial,
            )
        except history.Unreadable as error:
            raise CommandError(str(error)) from None
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        for sentence in self._sentences(report, is_detailed=is_trial or options["verbosity"] > 1):
            self.stdout.write(sentence)
        if is_trial:
            self.stdout.write(_("This was a trial: nothing has been written."))
        if report.is_empty and report.problems:
            raise CommandError(_("No line of the file could be taken."))

    def _sentences(self, report: history.Report, *, is_detailed: bool) -> list[str]:
        sentences = list(report.notes)
        if is_detailed:
            sentences += [_("new venue: %(venue)s") % {"venue": venue.name} for venue in report.venues]
            sentences += [
                _line(line, f"{edition.starts:%Y-%m-%d %H:%M} · {edition.title} · {edition.venue or '–'}")
                for line, edition in report.taken
            ]
        sentences += [_line(remark.line, remark.sentence) for remark in report.remarks]
        sentences += [
            _line(problem.line, _("not taken: %(reason)s") % {"reason": problem.sentence})
            for problem in report.problems
        ]
        series = report.series
        if report.is_new_series and report.taken:
            sentences.append(
                _("New series: %(name)s, %(time)s, %(cadence)s.")
                % {
                    "name": series.name,
                    "time": f"{series.start_time:%H:%M} ({series.time_zone})",
                    "cadence": series.cadence or _("no cadence"),
                }
            )
        counts = [
            (len(report.taken), ngettext("%(count)s new edition", "%(count)s new editions", len(report.taken))),
            (report.known, ngettext("%(count)s known edition", "%(count)s known editions", report.known)),
            (len(report.venues), ngettext("%(count)s new venue", "%(count)s new venues", len(report.venues))),
            (
                len(report.problems),
                ngettext("%(count)s line not taken", "%(count)s lines not taken", len(report.problems)),
            ),
        ]
        summary = ", ".join(sentence % {"count": count} for count, sentence in counts)
        return [*sentences, f"{summary}."]


def _line(number: int, sentence: str) -> str:
    return _("line %(number)s: %(sentence)s") % {"number": number, "sentence": sentence}


def _content(path: Path) -> bytes:
    """What the file holds, and one byte more than the reader takes of a file that is too large."""
    try:
        with path.open("rb") as file:
            return file.read(history.BYTES_AT_MOST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CommandError(_("%(file)s cannot be read: %(reason)s.") % {"file": path, "reason": reason}) from None


def _time(text: str) -> datetime.time:
    try:
        return clock(text).replace(tzinfo=None)
    except Refused as refused:
        raise argparse.ArgumentTypeError(str(refused)) from None
