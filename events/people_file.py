"""Who comes, as rows for a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.reception import without_address
from events.wallclock import in_zone


def rows_of(edition: Any, parties: Iterable[Any]) -> Iterator[list[object]]:
    """The heading, then a row for each of these parties, their members as an organizer sees them.

    A file travels: no address is in it and no need, of those who hide nothing but the name, and not even that of those
    who have no place. The words are in the language that is active now, whenever the rows are asked for.
    """
    heading: list[object] = [
        _("Name"),
        _("Status"),
        _("Guests"),
        _("Names of the guests"),
        _("Organisation"),
        _("Trades"),
        _("Cafés before"),
        _("Confirmed"),
        _("Joined"),
    ]
    words = {
        "going": _("with a place"),
        "waiting": _("waiting"),
        "cancelled": _("freed"),
        "yes": _("yes"),
        "hidden": _("not shown"),
    }
    return _rows(edition, parties, heading, words, "name_en" if get_language() == "en" else "name_fr")


def _rows(
    edition: Any, parties: Iterable[Any], heading: list[object], words: dict[str, str], name: str
) -> Iterator[list[object]]:
    yield heading
    for party in parties:
        member = party.member
        trades = ", ".join(getattr(trade, name) for trade in member.trades)
        # A member and the trades loaded for them hold each other: all would wait for the garbage collector.
        member._prefetched_objects_cache.clear()
        is_named = party.is_going or member.sees_profile
        yield [
            without_address(member.name) if is_named else words["hidden"],
            words[party.status],
            party.guests,
            ", ".join(without_address(guest) for guest in party.guest_names) if is_named else "",
            without_address(member.organisation),
            trades,
            party.cafes_before if member.sees_profile else "",
            words["yes"] if party.confirmed_at else "",
            date_format(in_zone(party.created_at, edition.series.zone), "Y-m-d H:i"),
        ]
