"""What the page of an evening shows to all readers of one kind alike, as HTML that is ready.

Of a reader's own page this is the larger part, and the same for every member who does not come, and for all who do. It
is drawn once for each of these kinds and kept until something of it changes, like the pages of strangers (see
`events/models/kept.py`). What is one reader's own, their answer above all, is never in it: a person with a place is
laid on top of what those with a place read.
"""

import gzip
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from events.card_words import card_of
from events.models import Edition, KeptAnswer, Rsvp
from events.models.kept import Made, key_of
from events.structured_data import event_data
from members.kept import EDITIONS, PHOTOS, Keeping, of_edition
from members.models import Member, Onlooker, Visibility

PEOPLE_SHOWN = 24


@dataclass(frozen=True)
class Person:
    """Somebody who comes, as they are shown among the faces and in the list."""

    pk: int
    face: str
    line: str

    @classmethod
    def of(cls, member: Member) -> "Person":
        """A member with their specialties, as far as the reader may see them."""
        face = render_to_string("components/_portrait.html", {"member": member})
        line = render_to_string("components/_person.html", {"member": member, "face": face})
        return cls(member.pk, face, line)


@dataclass(frozen=True)
class Parts:
    """The parts of the page, each as HTML: what links and search engines show, the trades it is about, the programme,
    who comes (one more than are shown, if there are more), the place, and the inventory."""

    head: str
    trades: str
    programme: str
    place: str
    inventory: str
    everybody: list[Person]

    @property
    def people(self) -> list[Person]:
        return self.everybody[:PEOPLE_SHOWN]

    @property
    def has_more_people(self) -> bool:
        return len(self.everybody) > PEOPLE_SHOWN

    def led_by(self, member: Member) -> "Parts":
        """The same for somebody with a place, who comes first and sees all of themselves."""
        others = [person for person in self.everybody if person.pk != member.pk]
        return replace(self, everybody=[Person.of(member), *others])


def parts_for(edition: Edition, reader: Any, *, answer: Rsvp | None, is_organizer: bool) -> Parts:
    """The parts of the page as this reader, whose answer this is, may see them."""
    if not reader.is_authenticated or is_organizer or edition.is_draft:
        return drawn(edition, reader)
    is_there = edition.is_published and answer is not None and answer.is_going
    if not is_there:
        return kept(edition, Onlooker.MEMBERS)
    if reader.visibility == Visibility.NOBODY:  # their own trade is in no inventory but their own
        return drawn(edition, reader)
    return kept(edition, Onlooker.CAFE).led_by(reader)


def kept(edition: Edition, reader: Onlooker) -> Parts:
    """The parts of a public edition as this kind of reader sees them, from what is kept or drawn anew."""

    def build() -> Made:
        latest = get_object_or_404(Edition.objects.public().for_cards(), pk=edition.pk)
        body = json.dumps(asdict(drawn(latest, reader))).encode()
        return Made(body, [], Keeping(frozenset({EDITIONS, PHOTOS, *latest.hangs_on})))

    key = key_of(f"parts of {edition.pk} for {reader} in {get_language()}")
    held = KeptAnswer.objects.held_or_built(key, build, guess=frozenset({EDITIONS, PHOTOS, *of_edition(edition.pk)}))
    assert held
    return _unpacked(json.loads(gzip.decompress(held.body)))


def drawn(edition: Edition, reader: Any) -> Parts:
    """The parts as this reader, a member, a stranger or one of a kind, sees them."""
    facts = {"edition": edition, "user": reader, "site_url": settings.SITE_URL}

    def part(name: str, **more: Any) -> str:
        return render_to_string(f"events/parts/{name}.html", {**facts, **more}).strip()

    is_awaited = edition.is_awaited
    people = edition.people_visible_to(reader)[: PEOPLE_SHOWN + 1] if edition.is_published else []
    return _unpacked(
        {
            "head": "" if edition.is_draft else part("head", data=event_data(edition), card=card_of(edition)),
            "trades": part("trades", trades=edition.specialties.all()),
            "programme": part("programme") if edition.description else "",
            "place": part("place", venue=edition.venue) if edition.venue else "",
            "inventory": part("inventory", missing=edition.missing_trades(reader)) if is_awaited else "",
            "everybody": [asdict(Person.of(member)) for member in people],
        }
    )


def _unpacked(parts: dict[str, Any]) -> Parts:
    """The parts, whose strings are the work of our own templates: safe to show."""
    everybody = [Person(row["pk"], _safe(row["face"]), _safe(row["line"])) for row in parts.pop("everybody")]
    return Parts(**{name: _safe(html) for name, html in parts.items()}, everybody=everybody)


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 (rendered by a template that escapes)
