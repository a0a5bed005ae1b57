"""Accounts that nobody uses any more: warned after 23 months, erased after 24.

Somebody uses their account who signs in (a session lasts two weeks), or answers to a café, from a mail too.
"""

import datetime

from django.db import transaction

from members import outbox
from members.leaving import StillNeeded, erase
from members.models import Member

WARNED_AFTER = datetime.timedelta(days=700)  # 23 months
TIME_TO_COME_BACK = datetime.timedelta(days=31)  # from the mail on, however late it was written
AT_ONCE = 200  # an hour


def put_in_order(now: datetime.datetime) -> None:
    """Warns whose account has been idle for 23 months, and erases whom that did not bring back; harmless to repeat.

    Who has something to hand over first, as the last owner of a café has, is asked again a month later.
    """
    idle = Member.objects.idle_since(now - WARNED_AFTER)
    Member.objects.filter(warned_at__isnull=False).exclude(pk__in=idle.values("pk")).update(warned_at=None)
    for pk in idle.filter(warned_at=None).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]:
        with transaction.atomic():
            for member in idle.filter(warned_at=None, pk=pk).select_for_update(of=("self",)):
                _warn(member, now)
    late = idle.filter(warned_at__lte=now - TIME_TO_COME_BACK)
    for pk in late.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]:
        with transaction.atomic():
            for member in late.filter(pk=pk).select_for_update(of=("self",)):
                _let_go(member, now)


def _warn(member: Member, now: datetime.datetime) -> None:
    member.warned_at = now
    member.save(update_fields=["warned_at"])
    outbox.post("idle-account", member=member, until=(now + TIME_TO_COME_BACK).date().isoformat())


def _let_go(member: Member, now: datetime.datetime) -> None:
    try:
        erase(member)
    except StillNeeded:
        _warn(member, now)
