"""What organizers may know of the mails: how the outbox stands, and what failed for people of their own cafés.

They see names where they see them anyway, on the lists of their editions, and no address of anybody.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Series
from members.models import Mail, Member, Suppression

LATELY = datetime.timedelta(days=30)
SHOWN = 30
_ADDRESS = re.compile(r"[^\s<>'\"(),;:]+@[^\s<>'\"(),;:]+")
# By the first word of the kind: every kind of an app's is about the same.
_ABOUT = {
    "rsvp": gettext_lazy("about a place"),
    "standing": gettext_lazy("about a place at every café"),
    "place": gettext_lazy("about a place"),
    "reconfirm": gettext_lazy("whether they come"),
    "reminder": gettext_lazy("reminder"),
    "edition": gettext_lazy("news of a café"),
    "head": gettext_lazy("RSVPs before everybody"),
    "reply": gettext_lazy("answer to a calendar"),
    "code": gettext_lazy("sign-in code"),
    "message": gettext_lazy("sign-in and account"),
    "recap": gettext_lazy("recap of a café"),
    "digest": gettext_lazy("digest"),
    "desk": gettext_lazy("letter from the organizers"),
    "trade": gettext_lazy("news of a trade"),
    "team": gettext_lazy("invitation to a team"),
}


@dataclass(frozen=True)
class Outbox:
    """The outbox of the whole site in numbers, `dropped` by reason."""

    waiting: int
    put_off: int
    sent: int
    failed: int
    dropped: list[tuple[str, int]]


def outbox() -> Outbox:
    """How many mails wait, how many of them were put off, and what became of the others in the last thirty days."""
    states = Mail.State
    recent = Mail.objects.filter(created_at__gt=timezone.now() - LATELY)
    numbers = recent.aggregate(sent=Count("pk", Q(state=states.SENT)), failed=Count("pk", Q(state=states.FAILED)))
    pending = Mail.objects.filter(state=states.PENDING)
    numbers |= pending.aggregate(waiting=Count("pk"), put_off=Count("pk", ~Q(last_error="")))
    dropped = recent.filter(state=states.DROPPED).order_by().values_list("last_error").annotate(total=Count("pk"))
    return Outbox(
        **numbers, dropped=[(why(reason), total) for reason, total in dropped.order_by("-total", "last_error")]
    )


def people_of(organizer: Any) -> QuerySet[Member]:
    """Whom this organizer knows by name: everybody with an RSVP in a series of theirs; for the site's keeper, all."""
    if organizer.is_superuser:
        return Member.objects.all()
    return Member.objects.filter(rsvps__edition__series__in=Series.objects.organized_by(organizer))


def mails_to_people_of(organizer: Any) -> QuerySet[Mail]:
    """The mails of the last thirty days to people of their cafés, the latest first."""
    recent = Mail.objects.filter(created_at__gt=timezone.now() - LATELY)
    known = Exists(people_of(organizer).filter(pk=OuterRef("member")))
    return recent.filter(known).select_related("member").order_by("-pk")


def failed(organizer: Any) -> QuerySet[Mail]:
    """Those of them that were given up."""
    return mails_to_people_of(organizer).filter(state=Mail.State.FAILED)


def silenced(organizer: Any) -> list[tuple[Suppression, Member]]:
    """The addresses that nothing is sent to any more, with the people of their cafés whose they are."""
    known = {member.email: member for member in people_of(organizer).filter(email__in=_suppressed()).distinct()}
    rows = Suppression.objects.filter(address__in=known).order_by("-since", "-pk")
    return [(row, known[row.address]) for row in rows]


def _suppressed() -> Any:
    return Suppression.objects.values("address")


def about(kind: str) -> str:
    """What a mail of this kind is about, in two or three words."""
    return str(_ABOUT.get(kind.partition("-")[0], _("another mail")))


def why(reason: str) -> str:
    """A reason as organizers read it: the house's own in their language, a server's as it came, without addresses."""
    own = {
        "too late": _("It would have come too late."),
        "the address does not exist": _("The address does not exist any more."),
        "no longer of use": _("It was no longer of use when its turn came."),
    }
    return own.get(reason) or _ADDRESS.sub("…", reason)
