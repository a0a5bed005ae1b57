"""The mails about an edition: moved, cancelled, its venue, who may come first."""

import datetime

from django.utils.translation import gettext as _

from events.emails.parts import about, cancel, edition_of, moment_in_words, request, rsvp_of
from events.wallclock import in_zone
from members.models import Mail, Topic
from members.outbox import Message, kind


@kind("edition-cancelled")
def edition_cancelled(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or not edition.is_cancelled:
        return None
    rsvp = rsvp_of(mail)
    return about(
        edition,
        subject=_("Cancelled: %(edition)s"),
        opening=_("This café will not take place."),
        word=edition.cancellation_reason,
        calendar=cancel(rsvp) if rsvp else None,
    )


@kind("edition-moved")
def edition_moved(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    rsvp = rsvp_of(mail)
    if edition is None or rsvp is None or rsvp.is_cancelled or not edition.is_published:
        return None
    before = datetime.datetime.fromisoformat(mail.data["before"]).astimezone(edition.series.zone)
    return about(
        edition,
        subject=_("New date: %(edition)s"),
        opening=_(
            "The café has moved from %(before)s to %(now)s. Your place moves with it; free it if the new date "
            "does not suit you."
        )
        % {"before": moment_in_words(before), "now": moment_in_words(edition.starts)},
        rsvp=rsvp,
        calendar=request(rsvp),
    )


@kind("edition-venue")
def edition_venue(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    rsvp = rsvp_of(mail)
    if edition is None or rsvp is None or rsvp.is_cancelled or not edition.is_published:
        return None
    if edition.venue is None:
        opening = _("The café is looking for another place; the date stays the same. We write to you when it is found.")
    else:
        opening = _("The café meets at %(venue)s.") % {"venue": edition.venue.name}
    return about(
        edition,
        subject=_("Where we meet: %(edition)s"),
        opening=opening,
        rsvp=rsvp,
        calendar=request(rsvp),
    )


@kind("head-start", topic=Topic.ANNOUNCEMENTS)
def head_start(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or edition.closed_because not in {"", "not-yet"}:
        return None
    return about(
        edition,
        subject=_("You first: %(edition)s"),
        opening=_(
            "Last time you were still waiting for a place when the café began. This time you may say that you come "
            "before everybody else: RSVPs open to all on %(opening)s."
        )
        % {"opening": moment_in_words(in_zone(edition.opens_at, edition.series.zone))}
        if edition.opens_at
        else _("Last time you were still waiting for a place when the café began. The next one takes RSVPs now."),
    )
