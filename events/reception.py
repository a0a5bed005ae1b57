"""The list that a host's reception reads names from: its lines, its orders, and how two lists differ."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from members.folding import fold

_ADDRESS = re.compile(r"\S+@\S*")  # “@ada” alone is a name that people go by
ASK_ABOUT = 3  # topics on a badge
FIRST_NAME, LAST_NAME, ORGANISATION = "first", "last", "organisation"


@dataclass(frozen=True)
class Line:
    """One person who may come in; a guest stands there with whom they come, and perhaps without a name."""

    name: str
    organisation: str = ""
    guest_of: str = ""

    @property
    def words(self) -> str:
        """The name to look for; a guest whose name nobody gave is told by whom they come with."""
        return self.name or _("a guest of %(name)s") % {"name": self.guest_of}

    def __str__(self) -> str:
        more = self.organisation or (self.guest_of and self.name and _("with %(name)s") % {"name": self.guest_of})
        return f"{self.words} ({more})" if more else self.words


def lines_of(parties: Iterable[Any]) -> list[Line]:
    """A line for each of these parties, and for each of their guests, their members as some reader sees them."""
    found = []
    for party in parties:
        name = without_address(party.member.name)
        found.append(Line(name, without_address(party.member.organisation)))
        guests = [without_address(guest) for guest in party.guest_names[: party.guests]]
        found += [Line(guest, guest_of=name) for guest in guests + [""] * (party.guests - len(guests))]
    return found


@dataclass(frozen=True)
class Badge:
    """What somebody wears: their name, what they do, and what one may ask them about.

    A guest wears with whom they come, and writes their own name where nobody gave it.
    """

    name: str
    trade: str = ""
    ask_about: str = ""
    guest_of: str = ""


def badges_of(parties: Iterable[Any]) -> list[Badge]:
    """A badge for each person of these parties, by name; their members as those who will read the badges see them."""
    found = []
    for party in parties:
        member, name = party.member, without_address(party.member.name)
        trades = [trade.name for trade in member.trades[:1]]
        topics = [without_address(topic) for topic in member.can_help_with[:ASK_ABOUT]]
        found.append(Badge(name, "".join(trades), ", ".join(topic for topic in topics if topic)))
        guests = [without_address(guest) for guest in party.guest_names[: party.guests]]
        found += [Badge(guest, guest_of=name) for guest in guests + [""] * (party.guests - len(guests))]
    return sorted(found, key=lambda badge: (fold(badge.name or badge.guest_of), badge.guest_of))


def without_address(text: str) -> str:
    """The text less what looks like an e-mail address: a list travels."""
    return " ".join(_ADDRESS.sub("", text).split())


def in_order(lines: Iterable[Line], order: str) -> list[Line]:
    """By first name, by last name (the last word), or by organisation with those of none at the end."""

    def key(line: Line) -> tuple[bool, str, str, str]:
        name = fold(line.name or line.guest_of)
        if order == LAST_NAME:
            return (False, name.rpartition(" ")[2], name, line.guest_of)
        if order == ORGANISATION:
            return (not line.organisation, fold(line.organisation), name, line.guest_of)
        return (False, name, "", line.guest_of)

    return sorted(lines, key=key)


def difference(before: Sequence[Line], after: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Who is new on the list, and who is no longer on it; two people of one name are two."""
    were, are = Counter(before), Counter(after)
    return list((are - were).elements()), list((were - are).elements())
