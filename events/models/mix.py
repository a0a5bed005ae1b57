"""The mix of trades of an evening: who may see what of it, what is missing, and the call to those who follow that."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.functional import cached_property

from events.inventory import Inventory, Openness, Seat, compose
from events.models.rsvp import Rsvp
from members.models import MemberSpecialty, Specialty, Visibility

USUAL_OVER = 6  # past evenings that say what is usual
MISSING_AT_MOST = 3


class Mix(models.Model):
    """The part of an edition that tells which trades come together."""

    if TYPE_CHECKING:
        pk: Any
        series: Any
        starts_at: Any

    class Meta:
        abstract = True

    def inventory_for(self, viewer: Any) -> Inventory | None:
        """The trades of those who come, as this viewer, signed in or not, may know them.

        None while fewer than five people have a place. To organizers too, who see every name, the trade of somebody
        hidden is not told.
        """
        seats = self._seats.get(self.pk, [])
        shown = {Visibility.PUBLIC.value}
        if viewer.is_authenticated:
            shown.add(Visibility.MEMBERS)
            if any(member == viewer.pk for member, _visibility, _trade in seats):
                shown.add(Visibility.CAFE)
        return compose(
            Seat(trade, Openness.SEEN if visibility in shown or member == viewer.pk else _veil(visibility))
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

    def missing_trades(self, inventory: Inventory | None) -> list[Specialty]:
        """What is there at every second evening or more, and not in this inventory of it; the most usual first."""
        if inventory is None:
            return []
        held = sum(1 for edition in self._seats if edition != self.pk and self._publicly(edition))
        usual = [trade for trade, evenings in self.usual_trades.items() if evenings >= 2 and 2 * evenings >= held]
        missing = [trade for trade in usual if trade not in inventory.trades]
        return sorted(missing, key=lambda trade: (-self.usual_trades[trade], trade.position))[:MISSING_AT_MOST]

    def _publicly(self, edition: int) -> Inventory | None:
        return compose(
            Seat(trade, Openness.SEEN if visibility == Visibility.PUBLIC else _veil(visibility))
            for _member, visibility, trade in self._seats.get(edition, [])
        )

    @cached_property
    def _seats(self) -> dict[int, list[tuple[int, str, Specialty | None]]]:
        """Who has a place here, and who had one at the last evenings before: member, visibility and main trade."""
        before = (
            type(self)  # type: ignore[attr-defined]
            .objects.published()
            .filter(series=self.series, starts_at__lt=self.starts_at)
            .order_by("-starts_at", "-pk")
            .values("pk")[:USUAL_OVER]
        )
        main = MemberSpecialty.objects.filter(member=OuterRef("member"), rank=1).values("specialty")
        going = Rsvp.objects.going().filter(models.Q(edition=self.pk) | models.Q(edition__in=before))
        rows = (
            going.annotate(trade=Subquery(main[:1]))
            .order_by("edition", "position")
            .values_list("edition", "member", "member__visibility", "member__is_active", "trade")
        )
        trades = Specialty.objects.in_bulk()
        seats: dict[int, list[tuple[int, str, Specialty | None]]] = {}
        for edition, member, visibility, is_active, trade in rows:
            seen_by = visibility if is_active else Visibility.NOBODY.value
            seats.setdefault(edition, []).append((member, seen_by, trades.get(trade)))
        return seats


def _veil(visibility: str) -> Openness:
    return Openness.HIDDEN if visibility == Visibility.NOBODY else Openness.VEILED
