"""What an answer says about itself so that it can be kept for everybody: see `events/models/kept.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpResponse

R = TypeVar("R", bound=HttpResponse)


EDITIONS, PLACES, PHOTOS = "editions", "places", "photos"


def of_edition(*keys: int) -> set[str]:
    """The subjects of who comes to these editions, by their primary keys, and what strangers see of those people."""
    return {f"edition:{key}" for key in keys}


def of_member(key: int) -> str:
    """The subject of one member's own cafés."""
    return f"member:{key}"


def of_venue(key: int) -> str:
    """The subject of how many people came to the evenings at this venue."""
    return f"venue:{key}"


@dataclass(frozen=True)
class Keeping:
    """What an answer hangs on: a change of one of these subjects makes it stale.

    Unless it is timeless, so does the next moment at which a café begins, ends, opens or closes, and midnight. Of an
    answer that is one member's own, `member` says whose.
    """

    subjects: frozenset[str]
    is_timeless: bool = False
    member: Any = None


def to_be_kept(response: R, subjects: Iterable[str], *, is_timeless: bool = False, member: Any = None) -> R:
    """The same answer, which shows nothing but what these subjects cover, nor anything that its reader alone may see.

    Only what was made for a reader without a session is kept.
    """
    response.keeping = Keeping(frozenset(subjects), is_timeless, member)  # type: ignore[attr-defined]
    return response
