"""Writing to each other without showing an address: who may, how often, and how one is left in peace.

A letter goes out as a mail from the site. Whoever gets it answers through the site too, where they choose whether their
own address is shown. Who is blocked writes as before and is told the same as before; their letters go nowhere.
"""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from members import outbox
from members.models import Block, Letter, Member, Report
from members.models.letter import KEPT_FOR

LETTERS_A_DAY = 10
LETTERS_A_DAY_TO_ONE = 3
REPORTS_A_DAY = 10
A_DAY = datetime.timedelta(days=1)
SAME_AGAIN = datetime.timedelta(minutes=10)  # the same words within so long are a button pressed twice


class TooMany(Exception):
    """So many letters or reports are enough for a day."""


def reachable_by(viewer: Any) -> Any:
    """The members to whom this one may write, as they see them: who takes letters, and who has written to them."""
    return known_to(viewer).filter(Q(accepts_letters=True) | Q(pk__in=_writers_to(viewer))).exclude(pk=viewer.pk)


def known_to(viewer: Any) -> Any:
    """The members whom this one may block or report, as they see them: whose profile they see, or who wrote to them."""
    seen = Member.objects.visible_to(viewer).values("pk")
    return Member.objects.filter(Q(pk__in=seen) | Q(pk__in=_writers_to(viewer)), is_active=True).as_seen_by(viewer)


def _writers_to(viewer: Member) -> Any:
    return viewer.letters_received.delivered().since(timezone.now() - KEPT_FOR).values("sender")


def write(sender: Member, recipient: Member, text: str, *, shows_address: bool = False) -> Letter:
    """Sends a letter; the same one again within ten minutes is sent once. Raises TooMany."""
    now = timezone.now()
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=sender.pk)  # so that letters sent at once are counted one by one
        recent = sender.letters_sent.since(now - A_DAY)
        to_them = recent.filter(recipient_id=recipient.pk)
        if again := to_them.since(now - SAME_AGAIN).filter(text=text).first():
            return again
        if recent.count() >= LETTERS_A_DAY or to_them.count() >= LETTERS_A_DAY_TO_ONE:
            raise TooMany
        letter = Letter.objects.create(
            sender_id=sender.pk,
            recipient_id=recipient.pk,
            text=text,
            shows_address=shows_address,
            is_withheld=is_blocked(sender, by=recipient),
        )
        if not letter.is_withheld:
            outbox.post("letter", member=recipient, letter=letter.pk)
    return letter


def is_blocked(member: Member, *, by: Member) -> bool:
    """Whether one member does not want to hear from the other."""
    return Block.objects.filter(by_id=by.pk, whom_id=member.pk).exists()


def block(whom: Member, *, by: Member) -> None:
    """Nothing from them any more, what is on its way included; a repeat changes nothing."""
    Block.objects.get_or_create(by_id=by.pk, whom_id=whom.pk)


def unblock(whom: Member, *, by: Member) -> None:
    """They may write again; a repeat changes nothing."""
    Block.objects.filter(by_id=by.pk, whom_id=whom.pk).delete()


def report(about: Member, reason: str, *, by: Member) -> Report:
    """Tells those who keep the site, with the last letter that came from them. Raises TooMany."""
    now = timezone.now()
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=by.pk)
        if again := by.reports.filter(about_id=about.pk, reason=reason, made_at__gt=now - SAME_AGAIN).first():
            return again
        if by.reports.filter(made_at__gt=now - A_DAY).count() >= REPORTS_A_DAY:
            raise TooMany
        last = by.letters_received.delivered().filter(sender_id=about.pk).last()
        made = Report.objects.create(about_id=about.pk, by_id=by.pk, reason=reason, letter=last.text if last else "")
        outbox.post_all("report", keepers(), report=made.pk)
    return made


def keepers() -> list[Member]:
    """Who looks after the site: its superusers, or those who organize where there is none."""
    active = Member.objects.filter(is_active=True).order_by("pk")
    return list(active.filter(is_superuser=True)) or list(active.organizing())


def forget_old_letters(now: datetime.datetime) -> None:
    """Letters are kept for ninety days and no longer."""
    Letter.objects.out_of_date(now).delete()
