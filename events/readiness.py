"""What an evening still needs: its venue, its access, its theme, to be announced, places, reminder, list, recap.

Each step is done, or to do, or comes later: by itself, or once another step is done. What is to do has a page that does
it. The eight stand in the order in which an organizer comes to them.
"""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members.dates import date_format

if TYPE_CHECKING:
    from events.models import Edition, HostPage

SOON = datetime.timedelta(weeks=6)  # from when on what is missing presses
LIST_WANTED_BEFORE = datetime.timedelta(weeks=3)
RECAP_WANTED_FOR = datetime.timedelta(days=60)


@dataclass(frozen=True)
class Step:
    """One step of an edition: its state, in a few words or as what the button says, and the page that does it."""

    key: str
    state: str  # done, to-do, later
    words: str
    page: str = ""

    @property
    def is_to_do(self) -> bool:
        return self.state == "to-do"


def readiness(edition: "Edition", now: datetime.datetime | None = None) -> list[Step]:
    """The eight steps of an edition that is to come or was; it has its counts and its hosts' pages, as on the desk."""
    now = now or timezone.now()
    return [
        _venue(edition),
        _access(edition),
        _theme(edition),
        _announced(edition, now),
        _places(edition),
        _reminder(edition),
        _reception_list(edition, now),
        _recap(edition, now),
    ]


def _page(name: str, edition: "Edition", fragment: str = "") -> str:
    return reverse(f"organize:{name}", args=[edition.slug]) + fragment


def _venue(edition: "Edition") -> Step:
    if edition.venue is None:
        return Step("venue", "to-do", _("Set the venue"), _page("edit", edition, "#id_venue"))
    return Step("venue", "done", _("venue"))


def _access(edition: "Edition") -> Step:
    if edition.venue is None:
        return Step("access", "later", _("access"))
    if not edition.venue.access_checked_on:
        page = reverse("organize:venue", args=[edition.venue.slug])
        return Step("access", "to-do", _("Describe the access"), f"{page}#access")
    return Step("access", "done", _("access"))


def _theme(edition: "Edition") -> Step:
    if not edition.theme:
        return Step("theme", "to-do", _("Give it a theme"), _page("edit", edition, "#id_theme"))
    return Step("theme", "done", _("theme"))


def _announced(edition: "Edition", now: datetime.datetime) -> Step:
    if not edition.is_draft:
        return Step("announced", "done", _("announced"))
    if edition.starts_at <= now:
        return Step("announced", "to-do", _("Choose another date"), _page("edit", edition, "#id_date"))
    return Step("announced", "to-do", _("Publish"), _page("publish", edition))


def _places(edition: "Edition") -> Step:
    """Who comes; more than the room holds is something to do, a full room is not."""
    if edition.is_draft:
        return Step("places", "later", _("places"))
    page = _page("people", edition)
    if over := edition.places_over:
        words = ngettext("%(over)s person too many: who comes", "%(over)s people too many: who comes", over)
        return Step("places", "to-do", words % {"over": over}, page)
    return Step("places", "done", places_in_words(edition), page)


def places_in_words(edition: "Edition") -> str:
    """How many places are taken of how many, and how many parties wait, or ask to come."""
    taken = ngettext(
        "%(taken)s place of %(capacity)s taken", "%(taken)s places of %(capacity)s taken", edition.places_taken
    ) % {"taken": edition.places_taken, "capacity": edition.capacity}
    waiting = getattr(edition, "counted_waiting", 0)
    line = ngettext("%(waiting)s party on the waitlist", "%(waiting)s parties on the waitlist", waiting) % {
        "waiting": waiting
    }
    asking = getattr(edition, "counted_asking", 0)
    parts = [taken, line if waiting else "", parties_asking_in_words(asking) if asking else ""]
    return ", ".join(part for part in parts if part)


def parties_asking_in_words(parties: int) -> str:
    """How many wait for the organizers' yes."""
    return ngettext("%(parties)s party asks to come", "%(parties)s parties ask to come", parties) % {"parties": parties}


def _reminder(edition: "Edition") -> Step:
    """It leaves by itself; an organizer may only add a line."""
    if edition.reminded_at:
        return Step("reminder", "done", _("reminder sent"))
    if not edition.is_awaited:
        return Step("reminder", "later", _("reminder"))
    words = _("reminder on %(day)s") % {"day": date_format(edition.reminder_moment, "j F")}
    return Step("reminder", "later", words, _page("reminder", edition))


def _reception_list(edition: "Edition", now: datetime.datetime) -> Step:
    """It goes to the host's contact by itself, once there is one; from three weeks before, one is missed."""
    contact = _contact(edition)
    if contact and contact.told_at:
        return Step("list", "done", _("list sent to reception"), _page("host", edition))
    if contact and edition.is_awaited:
        words = _("list to reception on %(day)s") % {"day": date_format(contact.list_from, "j F")}
        return Step("list", "later", words, _page("host", edition))
    is_wanted = edition.is_published and now < edition.starts_at <= now + LIST_WANTED_BEFORE
    if is_wanted and edition.venue and not contact:
        return Step("list", "to-do", _("Say who gets the reception list"), _page("host", edition))
    return Step("list", "later", _("reception list"))


def _contact(edition: "Edition") -> "HostPage | None":
    """The page of the host where the edition meets, if somebody gets its mails."""
    pages = (page for page in edition.host_pages.all() if page.venue_id == edition.venue_id)
    page = next((page for page in pages if page.email and not page.revoked_at), None)
    if page:
        page.edition = edition  # spares a query
    return page


def _recap(edition: "Edition", now: datetime.datetime) -> Step:
    if edition.has_recap:
        return Step("recap", "done", _("recap"), _page("recap", edition))
    if edition.is_published and edition.ends_at <= now < edition.ends_at + RECAP_WANTED_FOR:
        return Step("recap", "to-do", _("Write the recap"), _page("recap", edition))
    return Step("recap", "later", _("recap"))
