"""How many people will come: learnt from who came to the past editions of the series.

Each place belongs to a group: confirmed, silent (asked, without an answer) or unasked. For each group, the share of its
places whose people arrived at past editions, drawn towards the share over all groups while there are few (as if
`WEIGHT` more places had been seen), is applied to the coming edition's places; walk-ins are added at their average
number. It is the latest `LEARNT_FROM` editions that teach: what was years before says little of who comes now. Those
where nobody was checked in teach nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WEIGHT = 10.0
LEARNT_FROM = 36  # three years of a monthly café
GROUPS = ("confirmed", "silent", "unasked")


@dataclass(frozen=True)
class Evening:
    """What one edition teaches: for each group its places and the people of them who arrived, and the walk-ins."""

    places: dict[str, int]
    arrived: dict[str, int]
    walk_ins: int = 0

    @property
    def people(self) -> int:
        """Everybody who was in the room."""
        return sum(self.arrived.values()) + self.walk_ins

    @property
    def came(self) -> int:
        """Who came, as far as anybody knows: everybody in the room or, where nobody was counted, the places."""
        return self.people or sum(self.places.values())


@dataclass(frozen=True)
class Forecast:
    """People expected, and the mean error of such forecasts of the past editions, None with fewer than two."""

    people: int
    past_error: float | None
    learnt_from: int


def expect(coming: Evening, history: Sequence[Evening]) -> float | None:
    """The expected number of people; None without any edition to learn from."""
    places = {group: sum(evening.places[group] for evening in history) for group in GROUPS}
    arrived = {group: sum(evening.arrived[group] for evening in history) for group in GROUPS}
    if not sum(places.values()):
        return None
    overall = sum(arrived.values()) / sum(places.values())
    share = {group: (arrived[group] + WEIGHT * overall) / (places[group] + WEIGHT) for group in GROUPS}
    walk_ins = sum(evening.walk_ins for evening in history) / len(history)
    return sum(coming.places[group] * share[group] for group in GROUPS) + walk_ins


def forecast(coming: Evening, history: Sequence[Evening]) -> Forecast | None:
    """The forecast for an edition from the series' past ones, oldest first; None without any to learn from.

    The error is the mean distance between what came to each past edition and what would have been forecast for it from
    those before it.
    """
    people = expect(coming, history)
    if people is None:
        return None
    guesses = [(expect(evening, history[:number]), evening.people) for number, evening in enumerate(history)]
    misses = [abs(guess - came) for guess, came in guesses if guess is not None]
    return Forecast(
        people=round(people), past_error=sum(misses) / len(misses) if misses else None, learnt_from=len(history)
    )
