"""The mix of trades of an evening: who may see what of it, what is missing, and the call to those who follow that."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.db import models, transaction
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property

from events.inventory import Inventory, Openness, Seat, compose
from events.models.bare_count import BareCount
from events.models.call import TradeCall
from events.models.places import RsvpClosed
from events.models.rsvp import Rsvp
from members import outbox
from members.kept import of_edition
from members.models import Member, MemberSpecialty, Onlooker, Specialty, Topic, Visibility
from members.prepared import Prepared

USUAL_OVER = 6  # past evenings that say what is usual
MISSING_AT_MOST = 3


@dataclass(frozen=True)
class Wanted:
    """A trade that an evening lacks: how many follow it and would be invited, or when they have been."""

    trade: Specialty
    followers: int
    called_at: datetime.datetime | None


class Mix(models.Model):
    """The part of an edition that tells which trades come together."""

    if TYPE_CHECKING:
        pk: Any
        series: Any
        series_id: Any
        starts_at: Any
        ends_at: Any
        calls: Any
        rsvps: Any
        closed_because: str
        remembered: Any

    class Meta:
        abstract = True

    def inventory_for(self, viewer: Any) -> Inventory | None:
        """The trades of those who come, as this viewer, signed in or not, may know them.

        None while fewer than five people have a place. To organizers too, who see every name, the trade of somebody
        hidden is not told.
        """
        seats = self._seats.get(self.pk, [])
        mine, read_as = None, viewer
        if not isinstance(viewer, Onlooker):
            mine = viewer.pk
            is_there = any(member == mine for member, _visibility, _trade in seats)
            read_as = Onlooker.of(viewer, is_there=is_there)
        shown = {choice.value for choice in read_as.included_in}
        return compose(
            Seat(trade, Openness.SEEN if visibility in shown or member == mine else _veil(visibility))
            for member, visibility, trade in seats
        )

    @cached_property
    def public_inventory(self) -> Inventory | None:
        """The inventory as everybody may know it: for cards, and for what is said aloud."""
        return self._publicly(self.pk)

    @cached_property
    def usual_trades(self) -> Counter[Specialty]:
        """How many of the series' last evenings had each trade, by what everybody could read of them."""
        return Counter(
            trade
            for edition in self._seats
            if edition != self.pk and (mix := self._publicly(edition))
            for trade in mix.trades
            if not trade.is_retired
        )

    def main_trade_of(self, member: Member) -> Specialty | None:
        """The main trade of somebody who comes, if they told one and let their reader see it."""
        return self._main_trades.get(member.pk) if member.sees_profile else None

    @cached_property
    def _main_trades(self) -> dict[int, Specialty | None]:
        return {member: trade for member, _visibility, trade in self._seats.get(self.pk, [])}

    def missing_trades(self, viewer: Any) -> list[Specialty]:
        """What is there at every second evening or more, and not at this one; the most usual first.

        As everybody may know it, less what this viewer reads in their own inventory: nobody hears that a trade is
        missing whose verse they have before them.
        """
        if self.public_inventory is None:
            return []
        named = self._named_for(viewer)
        held = sum(1 for edition in self._seats if edition != self.pk and self._publicly(edition))
        usual = [trade for trade, evenings in self.usual_trades.items() if evenings >= 2 and 2 * evenings >= held]
        missing = [trade for trade in usual if trade not in named]
        return sorted(missing, key=lambda trade: (-self.usual_trades[trade], trade.position))[:MISSING_AT_MOST]

    def wanted_trades(self, viewer: Any) -> list[Wanted]:
        """What is missing, and what else is not there but followed; for an organizer, who may call it."""
        missing = self.missing_trades(viewer)
        invited = self._invited().values("followings__specialty").annotate(people=Count("pk", distinct=True))
        followers: dict[int, int] = dict(invited.values_list("followings__specialty", "people"))
        called: dict[int, datetime.datetime] = dict(self.calls.values_list("specialty", "called_at"))
        named = self._named_for(viewer)
        followed = Specialty.objects.choosable().filter(pk__in={*followers, *called}).order_by("position")
        more = [trade for trade in followed if trade not in named and trade not in missing]
        return [Wanted(trade, followers.get(trade.pk, 0), called.get(trade.pk)) for trade in [*missing, *more]]

    def call(self, specialty: Specialty, *, by: Member) -> int:
        """Invites those who follow a trade, want to hear of it and have not answered; answers how many.

        Once an edition and trade: a repeat invites nobody. Whoever follows several trades gets one mail an edition.
        Raises RsvpClosed where nobody could come any more.
        """
        if self.closed_because not in {"", "not-yet"}:
            raise RsvpClosed(self.closed_because)
        with transaction.atomic():
            _call, is_new = TradeCall.objects.get_or_create(
                edition=cast(Any, self), specialty=specialty, defaults={"called_by": by}
            )
            if not is_new:
                return 0
            people = list(self._invited().following([specialty]))
            outbox.post_all(
                "trade-call",
                people,
                key=f"trade-call:{self.pk}",
                expires_at=self.starts_at,
                edition=self.pk,
                specialty=specialty.pk,
            )
        return len(people)

    def _invited(self) -> Any:
        """Whom a call may reach: who wants to hear of trades and has not answered this edition, with a no or a yes."""
        return Member.objects.wanting(Topic.TRADES).exclude(pk__in=self.rsvps.values("member"))

    def _named_for(self, viewer: Any) -> set[Specialty]:
        """The trades that are told of this evening to everybody, or to this viewer."""
        told = [self.public_inventory, self.inventory_for(viewer)]
        return {trade for mix in told if mix for trade in mix.trades}

    def _publicly(self, edition: int) -> Inventory | None:
        return compose(
            Seat(trade, Openness.SEEN if visibility == Visibility.PUBLIC else _veil(visibility))
            for _member, visibility, trade in self._seats.get(edition, [])
        )

    @property
    def hangs_on(self) -> set[str]:
        """The subjects of what strangers read of those who come, and of what is missing among them."""
        return of_edition(self.pk, *self._seats)

    @cached_property
    def _seats(self) -> dict[int, list[tuple[int, str, Specialty | None]]]:
        """Who has a place here, and who had one at the last evenings before: member, visibility and main trade."""
        if self.remembered is not None:
            by_key = {trade.key: trade for trade in TRADES.rows()}
            return {self.pk: [(0, visibility, by_key.get(key)) for visibility, key in self.remembered["seats"]]}
        rows = SEATS.rows(edition=self.pk, series=self.series_id, starts_at=self.starts_at)
        trades = {trade.pk: trade for trade in TRADES.rows()} if any(row[-1] for row in rows) else {}
        seats: dict[int, list[tuple[int, str, Specialty | None]]] = {}
        for edition, erased, member, visibility, is_active, trade in rows:
            if edition not in seats:  # who has erased themselves was there all the same: nobody, of no trade
                seats[edition] = [(0, Visibility.NOBODY.value, None)] * erased
            if member:
                seen_by = visibility if is_active else Visibility.NOBODY.value
                seats[edition].append((member, seen_by, trades.get(trade)))
        return seats


def _evenings_and_seats(edition: int, series: int, starts_at: datetime.datetime) -> models.QuerySet[Any, Any]:
    """This edition and the last of its series before it, each with all who have a place, or with nobody once."""
    editions = apps.get_model("events", "Edition").objects
    before = editions.published().filter(series=series, starts_at__lt=starts_at).order_by("-starts_at", "-pk")
    latest = editions.filter(pk__in=before.values("pk")[:USUAL_OVER]).order_by()
    main = MemberSpecialty.objects.filter(member=OuterRef("going__member"), rank=1).order_by()
    gone = BareCount.objects.filter(edition=OuterRef("pk")).order_by().values("edition")
    going = FilteredRelation("rsvps", condition=Q(rsvps__status=Rsvp.Status.GOING))
    return (
        editions.filter(pk__in=editions.filter(pk=edition).order_by().values("pk").union(latest.values("pk"), all=True))
        .annotate(going=going, erased=Coalesce(Subquery(gone.values(total=models.Sum("parties"))), 0))
        .annotate(trade=Subquery(main.values("specialty")[:1]))
        .order_by("-starts_at", "-pk", "going__position")
        .values_list("pk", "erased", "going__member", "going__member__visibility", "going__member__is_active", "trade")
    )


SEATS = Prepared(_evenings_and_seats, edition=int, series=int, starts_at=datetime.datetime)
TRADES = Prepared(lambda: Specialty.objects.all())


def _veil(visibility: str) -> Openness:
    return Openness.HIDDEN if visibility == Visibility.NOBODY else Openness.VEILED
