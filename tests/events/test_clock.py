"""Whatever the clock of the machine does, each reminder goes out once."""

import datetime
from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from events.chores import keep_time
from events.models import Edition
from members.models import Mail
from members.outbox import deliver_next
from tests.factories import make_edition, make_member

pytestmark = pytest.mark.django_db

MINUTE = datetime.timedelta(minutes=1)
HOUR = 60 * MINUTE
DAY = 24 * HOUR
PARIS = ZoneInfo("Europe/Paris")
STEP = 55 * MINUTE

EVENINGS = {
    "in winter": datetime.datetime(2026, 2, 25, 19, tzinfo=PARIS),
    "after the night that loses an hour": datetime.datetime(2026, 3, 29, 19, tzinfo=PARIS),
    "in the morning after that night": datetime.datetime(2026, 3, 29, 9, tzinfo=PARIS),
    "two days after that night": datetime.datetime(2026, 3, 31, 2, 30, tzinfo=PARIS),
    "after the night that has one more": datetime.datetime(2026, 10, 25, 19, tzinfo=PARIS),
    "in the morning after that one": datetime.datetime(2026, 10, 25, 9, tzinfo=PARIS),
}


def asking(edition: Edition) -> datetime.datetime:
    return edition.starts_at - 3 * DAY


def steadily(since: datetime.datetime, until: datetime.datetime) -> Iterator[datetime.datetime]:
    while since < until:
        yield since
        since += STEP


def right(edition: Edition) -> Iterator[datetime.datetime]:
    """From two hours before the asking until two hours after the start."""
    yield from steadily(asking(edition) - 2 * HOUR, edition.starts_at + 2 * HOUR)


def an_hour_back(edition: Edition) -> Iterator[datetime.datetime]:
    """Put back by an hour just after each of the two is due, so that it is due again."""
    yield from steadily(asking(edition) - 2 * HOUR, asking(edition) + STEP)
    yield from steadily(asking(edition) + STEP - HOUR, edition.reminder_at + STEP)
    yield from steadily(edition.reminder_at + STEP - HOUR, edition.starts_at + 2 * HOUR)


def an_hour_on(edition: Edition) -> Iterator[datetime.datetime]:
    """Put on by an hour just before each is due: the moment itself is never shown."""
    yield from steadily(asking(edition) - 2 * HOUR, asking(edition) - STEP)
    yield from steadily(asking(edition) - STEP + HOUR, edition.reminder_at - STEP)
    yield from steadily(edition.reminder_at - STEP + HOUR, edition.starts_at + 2 * HOUR)


def two_days_on(edition: Edition) -> Iterator[datetime.datetime]:
    """Put on by two days before the asking: it is late, and comes before the reminder of the day all the same."""
    yield from steadily(asking(edition) - 2 * HOUR, asking(edition) - STEP)
    yield from steadily(asking(edition) - STEP + 2 * DAY, edition.starts_at + 2 * HOUR)


def two_days_on_and_back(edition: Edition) -> Iterator[datetime.datetime]:
    """Two days ahead for an hour, until somebody sees it."""
    yield from steadily(asking(edition) - 2 * HOUR, asking(edition) - HOUR)
    yield from steadily(asking(edition) - HOUR + 2 * DAY, asking(edition) + 2 * DAY)
    yield from steadily(asking(edition), edition.starts_at + 2 * HOUR)


CLOCKS = [right, an_hour_back, an_hour_on, two_days_on, two_days_on_and_back]


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.__name__)
@pytest.mark.parametrize("evening", EVENINGS)
def test_each_reminder_goes_out_once_whatever_the_clock_does(settings, evening, clock):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    starts_at = EVENINGS[evening]
    with time_machine.travel(starts_at - 10 * DAY, tick=False):
        edition = make_edition(starts_at=starts_at, ends_at=starts_at + 2 * HOUR)
        ada, bob = make_member("Ada"), make_member("Bob")
        for member in (ada, bob):
            edition.rsvp(member)
        edition.confirm(bob)
        Mail.objects.all().delete()
    for moment in clock(edition):
        with time_machine.travel(moment, tick=False):
            keep_time(timezone.now())
            while deliver_next():
                pass
    sent = Counter(Mail.objects.values_list("kind", "member__name", "state"))
    assert sent == Counter(
        [
            ("reconfirm", "Ada", "sent"),
            ("reminder", "Bob", "sent"),
            ("reminder-today", "Ada", "sent"),
            ("reminder-today", "Bob", "sent"),
        ]
    )
    assert Counter(letter.to[0] for letter in mail.outbox) == {ada.email: 2, bob.email: 2}


def test_mail_that_waited_for_its_server_while_the_clock_ran_ahead_goes_out_when_it_is_right_again(settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody answers
    now = timezone.now()
    edition = make_edition(starts_at=now + 10 * DAY, ends_at=now + 10 * DAY + 2 * HOUR)
    with time_machine.travel(now + 2 * DAY, tick=False):
        edition.rsvp(make_member())
        assert deliver_next() is False
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(now + MINUTE, tick=False):
        assert deliver_next() is True
    assert len(mail.outbox) == 1
