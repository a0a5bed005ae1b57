"""Whom to meet: three people each, among those of an evening who want to be introduced.

Each round gives everybody one more person, the best for them who is still free: what one can help with meets what the
other looks for, trades that complement each other, and trades that differ. Nobody is given somebody they have met, nor
the same person twice, and nobody is in more than six lists; being in few of them counts a little, so that the lists
are spread. Ties fall as the seed has it: the same people and the same seed give the same lists.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random

from members.folding import fold

EACH = 3
LISTS_AT_MOST = 6
CONSIDERED_AT_MOST = 120  # others, for each person: by their words first, then from around
WORD_AT_LEAST = 4  # letters; shorter ones, “the” or “une”, mean nothing
SMALL_WORDS = frozenset(
    {"avec", "pour", "dans", "chez", "leur", "leurs", "notre", "votre", "quel", "quelle", "comment", "plus", "sans"}
    | {"sous", "entre", "vers", "besoin", "aide", "aider", "with", "from", "about", "into", "what", "which", "that"}
    | {"this", "their", "your", "some", "someone", "want", "need", "help"}
)

# Trades whose people finish each other's sentences, by their keys.
COMPLEMENTS = frozenset(
    frozenset(pair)
    for pair in [
        ("moderation", "jeu-video"),
        ("moderation", "passion"),
        ("moderation", "video-live"),
        ("moderation", "crise"),
        ("veille", "crise"),
        ("veille", "relation-client"),
        ("veille", "pilotage"),
        ("relation-client", "entraide"),
        ("relation-client", "social-media"),
        ("entraide", "apprentissage"),
        ("entraide", "passion"),
        ("produit", "devrel"),
        ("produit", "entraide"),
        ("produit", "pilotage"),
        ("contenu", "social-media"),
        ("contenu", "video-live"),
        ("contenu", "pratiques-km"),
        ("influence", "ads-acquisition"),
        ("influence", "marque"),
        ("ads-acquisition", "pilotage"),
        ("ambassadeurs", "marque"),
        ("ambassadeurs", "evenements"),
        ("ambassadeurs", "influence"),
        ("evenements", "lieux"),
        ("evenements", "devrel"),
        ("apprentissage", "pratiques-km"),
        ("rse-intranet", "pratiques-km"),
        ("rse-intranet", "marque-employeur"),
        ("marque-employeur", "contenu"),
        ("public-asso", "evenements"),
        ("public-asso", "lieux"),
        ("jeu-video", "video-live"),
    ]
)


class Reason(Enum):
    """Why two people are introduced, from the side of the one who reads it."""

    HELPS_YOU = "helps-you"
    YOU_HELP = "you-help"
    COMPLEMENT = "complement"
    DIFFER = "differ"
    MEET = "meet"


@dataclass(frozen=True)
class Guest:
    """Somebody who wants to be introduced: what they offer and seek in their words, their trades, whom they met."""

    key: int
    offers: Sequence[str] = ()
    seeks: Sequence[str] = ()
    trades: Sequence[str] = ()
    met: frozenset[int] = frozenset()


@dataclass
class Lists:
    """Whom each person is to meet, in the order of their lists, and how many pairs were compared to find that out."""

    of: dict[int, list[int]]
    compared: int = 0


def words(texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts that mean something, folded, as far as their plural goes."""
    found = set()
    for text in texts:
        for word in "".join(letter if letter.isalnum() else " " for letter in fold(text)).split():
            if len(word) >= WORD_AT_LEAST and word not in SMALL_WORDS:
                found.add(word.rstrip("sx") if len(word) > WORD_AT_LEAST else word)
    return frozenset(found)


def why(reader: Guest, other: Guest) -> tuple[Reason, tuple[str, ...]]:
    """The first reason that holds, and what makes it: the offer, the search, or a trade of each, the other’s first."""
    for item in other.offers:
        if words([item]) & words(reader.seeks):
            return Reason.HELPS_YOU, (item,)
    for item in other.seeks:
        if words([item]) & words(reader.offers):
            return Reason.YOU_HELP, (item,)
    if pair := _complement(reader, other):
        return Reason.COMPLEMENT, (pair[1], pair[0])
    if _differ(reader, other):
        return Reason.DIFFER, (other.trades[0],)
    return Reason.MEET, ()


def choose(guests: Iterable[Guest], *, seed: str) -> Lists:
    """Up to three people for each of these, three wherever there are enough whom they have not met."""
    return _Chooser(sorted(guests, key=lambda guest: guest.key), seed).choose()


def _complement(one: Guest, other: Guest) -> tuple[str, str] | None:
    """A trade of each that go together, the main ones first."""
    pairs = ((here, there) for here in one.trades for there in other.trades)
    return next((pair for pair in pairs if frozenset(pair) in COMPLEMENTS), None)


def _differ(one: Guest, other: Guest) -> bool:
    return bool(one.trades and other.trades) and one.trades[0] != other.trades[0]


@dataclass
class _Chooser:
    guests: list[Guest]
    seed: str
    lists: Lists = field(default_factory=lambda: Lists({}))

    def choose(self) -> Lists:
        self.by_key = {guest.key: guest for guest in self.guests}
        self.offered = {guest.key: words(guest.offers) for guest in self.guests}
        self.sought = {guest.key: words(guest.seeks) for guest in self.guests}
        self.chosen = dict.fromkeys(self.by_key, 0)
        self.lists = Lists({key: [] for key in self.by_key})
        order = list(self.by_key)
        Random(self.seed).shuffle(order)  # noqa: S311 (nothing here is a secret)
        self.place = {key: place for place, key in enumerate(order)}
        self.offering, self.seeking = self._index(order, self.offered), self._index(order, self.sought)
        points = {key: self._points(key, order) for key in order}
        for each in range(EACH):
            for key in order if each % 2 == 0 else reversed(order):
                self._give(key, points[key])
        for key in order:
            while len(self.lists.of[key]) < EACH and self._make_room(key, points):
                pass
        for key, others in self.lists.of.items():
            others.sort(key=lambda other: (-points[key][other], self.place[other]))
        return self.lists

    def _points(self, key: int, order: list[int]) -> dict[int, int]:
        """What speaks for each other person whom this one has not met, of those who are considered."""
        guest = self.by_key[key]
        points = {}
        for other in self._considered(key, order):
            self.lists.compared += 1
            there = self.by_key[other]
            helped = len(self.sought[key] & self.offered[other])
            helping = len(self.offered[key] & self.sought[other])
            points[other] = 6 * min(helped, 3) + 4 * min(helping, 3)
            points[other] += 3 * (_complement(guest, there) is not None) + 2 * _differ(guest, there)
        return points

    def _considered(self, key: int, order: list[int]) -> list[int]:
        met = self.by_key[key].met
        found: dict[int, None] = {}
        for word in sorted(self.sought[key]):
            self._take(found, self.offering.get(word, ()), key, met, CONSIDERED_AT_MOST // 3)
        for word in sorted(self.offered[key]):
            self._take(found, self.seeking.get(word, ()), key, met, 2 * CONSIDERED_AT_MOST // 3)
        start = self.place[key] + 1
        self._take(found, order[start:] + order[:start], key, met, CONSIDERED_AT_MOST)
        return list(found)

    def _index(self, order: list[int], words_of: dict[int, frozenset[str]]) -> dict[str, list[int]]:
        """Whose words each word is, in the order of the seed."""
        index = defaultdict(list)
        for key in order:
            for word in words_of[key]:
                index[word].append(key)
        return index

    @staticmethod
    def _take(found: dict[int, None], keys: Iterable[int], own: int, met: frozenset[int], at_most: int) -> None:
        for key in keys:
            if len(found) >= at_most:
                return
            if key != own and key not in met:
                found[key] = None

    def _give(self, key: int, points: dict[int, int]) -> bool:
        mine = self.lists.of[key]
        free = [other for other in points if other not in mine and self.chosen[other] < LISTS_AT_MOST]
        if not free:
            return False
        best = max(free, key=lambda other: (points[other] - 2 * self.chosen[other], -self.place[other]))
        mine.append(best)
        self.chosen[best] += 1
        return True

    def _make_room(self, key: int, points: dict[int, dict[int, int]]) -> bool:
        """Somebody whose lists are full is given up by one who can have somebody else instead."""
        for wanted in sorted(points[key], key=lambda other: (-points[key][other], self.place[other])):
            if wanted in self.lists.of[key]:
                continue
            for holder, theirs in self.lists.of.items():
                if wanted in theirs and self._give(holder, points[holder]):
                    theirs.remove(wanted)
                    self.lists.of[key].append(wanted)
                    return True
        return False
