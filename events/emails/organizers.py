"""The mails to organizers: their week."""

import datetime

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Edition
from events.readiness import places_in_words
from members.dates import date_format
from members.models import Mail, Topic
from members.outbox import Link, Message, kind
from venues.models import HostOffer

LOOKS_AHEAD = datetime.timedelta(weeks=6)
EDITIONS_AT_MOST = 12
OFFERS_AT_MOST = 6


@kind("organizers-week", topic=Topic.DIGEST)
def organizers_week(mail: Mail) -> Message | None:
    """What comes in the series that the member organizes now, and the offers that wait; None where nothing does."""
    now = timezone.now()
    coming = (
        Edition.objects.organized_by(mail.member)
        .filter(~Q(status=Edition.Status.CANCELLED), starts_at__gt=now, starts_at__lte=now + LOOKS_AHEAD)
        .upcoming(now)
        .for_cards()
        .with_requests()[:EDITIONS_AT_MOST]
    )
    facts = [(date_format(edition.starts, "j N"), _state(edition)) for edition in coming]
    stale = HostOffer.objects.organized_by(mail.member).stale(now).order_by("touched_at", "pk")[:OFFERS_AT_MOST]
    facts += [(_("Place on offer"), _what_waits(offer)) for offer in stale]
    if not facts:
        return None
    board = Link(_("Places on offer"), settings.SITE_URL + reverse("organize:offers"))
    return Message(
        subject=_("Your coming cafés, this week"),
        paragraphs=[_("Here is where your coming cafés stand, and what they still need.")],
        facts=facts,
        action=Link(_("Open the desk"), settings.SITE_URL + reverse("organize:board")),
        links=[board] if stale else [],
    )


def _what_waits(offer: HostOffer) -> str:
    """An offer that somebody should look at, in one line: its step, and what was to come next."""
    return ", ".join(part for part in [offer.place_name, str(offer.get_step_display()), offer.next_step] if part)


def _state(edition: Edition) -> str:
    """One edition in one line: who comes, and what is missing."""
    parts = [_("a draft, not published yet") if edition.is_draft else places_in_words(edition)]
    if edition.venue is None:
        parts.append(_("no venue yet"))
    if not edition.theme:
        parts.append(_("no theme yet"))
    return f"{edition.title} ({', '.join(parts)})"
