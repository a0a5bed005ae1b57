"""The mails that remind whoever has a place: some days before, and on the day."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from events.emails.parts import about, party, rsvp_of
from events.emails.people import introduction_lines
from events.models import Rsvp
from events.wallclock import in_zone
from members.models import Mail
from members.outbox import Message, kind


@kind("reconfirm")
def reconfirm(mail: Mail) -> Message | None:
    rsvp = _still_due(mail)
    if rsvp is None or not rsvp.must_answer or _is_of_another_date(mail, rsvp):
        return None
    opening = _(
        "The café is near. Do you still come? Say so with one click, or free your place for somebody who waits."
    )
    if rsvp.is_tentative:
        opening += " " + _(
            "Your place comes from your standing RSVP: without an answer by the day before, it goes to the line."
        )
    return about(
        rsvp.edition,
        subject=_("Do you come? %(edition)s"),
        opening=opening,
        word=rsvp.edition.reminder_line,
        rsvp=rsvp,
        action=_("I'm coming, or I free my place"),
    )


@kind("reminder")
def reminder(mail: Mail) -> Message | None:
    """For whoever has said already that they come: nothing to answer."""
    rsvp = _still_due(mail)
    if rsvp is None or rsvp.must_answer or _is_of_another_date(mail, rsvp):
        return None
    return reminder_of(rsvp)


def reminder_of(rsvp: Rsvp) -> Message:
    """What the reminder says to somebody who has a place."""
    return about(
        rsvp.edition,
        subject=_("Soon: %(edition)s"),
        opening=_("The café is near, and you have said that you come.")
        + " "
        + party(rsvp)
        + " "
        + _("Something has come up? One click frees your place for somebody who waits."),
        word=rsvp.edition.reminder_line,
        rsvp=rsvp,
    )


@kind("reminder-today")
def reminder_today(mail: Mail) -> Message | None:
    rsvp = _still_due(mail)
    if rsvp is None or mail.data["since"] != _written(rsvp.edition.reminded_at):
        return None
    return about(
        rsvp.edition,
        subject=_("It is today: %(edition)s") if _is_today(rsvp) else _("It is tomorrow: %(edition)s"),
        opening=party(rsvp) + " " + _("If something has come up, one click frees your place for somebody who waits."),
        more=introduction_lines(rsvp),
        word=rsvp.edition.reminder_line,
        rsvp=rsvp,
    )


def _still_due(mail: Mail) -> Rsvp | None:
    rsvp = rsvp_of(mail)
    return rsvp if rsvp is not None and rsvp.is_going and rsvp.edition.takes_answers else None


def _is_of_another_date(mail: Mail, rsvp: Rsvp) -> bool:
    """Whether the edition has moved since this was written; a reminder of the new date comes in its time."""
    return mail.data["since"] != _written(rsvp.edition.asked_at)


def _written(moment: datetime.datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _is_today(rsvp: Rsvp) -> bool:
    """Whether the clocks of the series still show the day of the evening when this mail leaves."""
    return in_zone(timezone.now(), rsvp.edition.series.zone).date() == rsvp.edition.starts.date()
