"""What the calendar makes happen by itself; harmless to repeat, and run every minute by the worker."""

import datetime

from events.models import Edition


def keep_time(now: datetime.datetime) -> None:
    """Asks people to confirm their places, and gives the silent tentative ones to the line, where it is time."""
    for edition in Edition.objects.due_to_ask(now):
        edition.ask_to_confirm()
    for edition in Edition.objects.due_to_release(now):
        edition.release_silent()
