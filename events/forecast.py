"""How many people will come: learnt from who came to the past editions of the series.

Each place belongs to a group, confirmed or silent. For each group, the share of its places whose people arrived at
past editions, drawn towards the share over all groups while there are few (as if `WEIGHT` more places had been seen),
is applied to the coming edition's places; walk-ins are added at their average number. Editions where nobody was
checked in teach nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WEIGHT = 10.0


@dataclass(frozen=True)
class Evening:
    """What one edition teaches: places and arrivals by group (confirmed, silent), and the walk-ins."""

    confirmed_places: int
    silent_places: int
    confirmed_arrived: int = 0
    silent_arrived: int = 0
    walk_ins: int = 0

    @property
    def people(self) -> int:
        """Everybody who was in the room."""
        return self.confirmed_arrived + self.silent_arrived + self.walk_ins


@dataclass(frozen=True)
class Forecast:
    """People expected, and the mean error of such forecasts of the past editions, None with fewer than two."""

    people: int
    past_error: float | None
    learnt_from: int


def expect(coming: Evening, history: Sequence[Evening]) -> float | None:
    """The expected number of people; None without any edition to learn from."""
    places = sum(evening.confirmed_places + evening.silent_places for evening in history)
    arrived = sum(evening.confirmed_arrived + evening.silent_arrived for evening in history)
    if not history or not places:
        return None
    overall = arrived / places

    def share(group_arrived: int, group_places: int) -> float:
        return (group_arrived + WEIGHT * overall) / (group_places + WEIGHT)

    confirmed = share(
        sum(evening.confirmed_arrived for evening in history), sum(evening.confirmed_places for evening in history)
    )
    silent = share(
        sum(evening.silent_arrived for evening in history), sum(evening.silent_places for evening in history)
    )
    walk_ins = sum(evening.walk_ins for evening in history) / len(history)
    return coming.confirmed_places * confirmed + coming.silent_places * silent + walk_ins


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
