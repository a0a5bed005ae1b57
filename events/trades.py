"""How the inventory of trades changes: add, rename, merge, retire, and answer what members suggest.

The rules stand here because a merge reaches what belongs to editions, too.
"""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from events.models import Edition, TradeCall
from members import outbox
from members.models import Following, Member, MemberSpecialty, Specialty, TradeSuggestion

RESERVED_KEYS = {"which", "suggest", "new", "suggestions"}  # pages of the same folder


class CannotMerge(Exception):
    """A trade does not go into itself, nor into one that is retired."""


class AlreadyAnswered(Exception):
    """Another organizer has answered this suggestion meanwhile."""


def add(**facts: Any) -> Specialty:
    """A new trade at the end of the inventory; its key comes from its English name and never changes."""
    with transaction.atomic():
        last = Specialty.objects.aggregate(last=Max("position"))["last"] or 0
        stem = slugify(facts["name_en"])[:36].strip("-") or "trade"
        taken = RESERVED_KEYS | set(Specialty.objects.filter(key__startswith=stem).values_list("key", flat=True))
        keys = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
        key = next(key for key in keys if key not in taken)
        return Specialty.objects.create(key=key, position=last + 1, **facts)


def retire(specialty: Specialty) -> bool:
    """Takes a trade out of what can be chosen; those who have it keep it. Answers whether that is news."""
    return bool(Specialty.objects.filter(pk=specialty.pk, retired_at__isnull=True).update(retired_at=timezone.now()))


def bring_back(specialty: Specialty) -> bool:
    """Undoes `retire`; a merged trade stays merged. Answers whether it was retired."""
    retired = Specialty.objects.filter(pk=specialty.pk, merged_into__isnull=True, retired_at__isnull=False)
    return bool(retired.update(retired_at=None))


def merge(source: Specialty, target: Specialty) -> bool:
    """Makes two trades one: people, followers, calls and addresses of the first go to the second.

    Somebody who had both keeps the better rank. Answers whether that is news. Raises CannotMerge.
    """
    with transaction.atomic():
        rows = {row.pk: row for row in Specialty.objects.select_for_update().filter(pk__in=[source.pk, target.pk])}
        source, target = rows[source.pk], rows[target.pk]
        if source.merged_into_id == target.pk:
            return False
        if source == target or target.is_retired or source.merged_into_id:
            raise CannotMerge
        _move_people(source, target)
        followers = Following.objects.filter(specialty=target).values("member")
        Following.objects.filter(specialty=source).exclude(
            member__in=list(followers.values_list("member", flat=True))
        ).update(specialty=target)
        Following.objects.filter(specialty=source).delete()
        called = list(TradeCall.objects.filter(specialty=target).values_list("edition", flat=True))
        TradeCall.objects.filter(specialty=source).exclude(edition__in=called).update(specialty=target)
        TradeCall.objects.filter(specialty=source).delete()
        _move_themes(source, target)
        TradeSuggestion.objects.filter(specialty=source).update(specialty=target)
        Specialty.objects.filter(merged_into=source).update(merged_into=target)
        source.retired_at, source.merged_into = source.retired_at or timezone.now(), target
        source.save(update_fields=["retired_at", "merged_into"])
    return True


def _move_people(source: Specialty, target: Specialty) -> None:
    both = Member.objects.filter(ranked_specialties__specialty=source).filter(ranked_specialties__specialty=target)
    for member in both.with_specialties():
        member.practise(list(dict.fromkeys(target if trade == source else trade for trade in member.trades)))
    MemberSpecialty.objects.filter(specialty=source).update(specialty=target)


def _move_themes(source: Specialty, target: Specialty) -> None:
    """Editions about the one are about the other; calendars name the trades of those to come."""
    about = list(source.editions.values_list("pk", flat=True))
    target.editions.add(*about)
    source.editions.clear()
    Edition.objects.filter(pk__in=about).revise_for({"specialties"})


def accept(suggestion: TradeSuggestion, specialty: Specialty, *, by: Member, is_new: bool) -> None:
    """Answers a suggestion with a trade, made for it or known before; the member hears by mail."""
    state = TradeSuggestion.State.ADDED if is_new else TradeSuggestion.State.KNOWN
    _answer(suggestion, by=by, state=state, specialty=specialty)


def decline(suggestion: TradeSuggestion, *, by: Member, answer: str = "") -> None:
    """Answers a suggestion with a no, in the organizer's words if they like; the member hears by mail."""
    _answer(suggestion, by=by, state=TradeSuggestion.State.DECLINED, answer=answer)


def _answer(suggestion: TradeSuggestion, *, by: Member, **facts: Any) -> None:
    with transaction.atomic():
        waiting = TradeSuggestion.objects.filter(pk=suggestion.pk, state=TradeSuggestion.State.WAITING)
        if not waiting.update(answered_at=timezone.now(), answered_by=by, **facts):
            raise AlreadyAnswered
        outbox.post("trade-suggestion", member=suggestion.member, suggestion=suggestion.pk)
