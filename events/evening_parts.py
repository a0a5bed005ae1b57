"""What the page of an evening shows to all readers of one kind alike, as HTML that is ready.

What the evening is, its programme and its place above all, is the same for everybody; who comes is the same for all
members who do not come, and for all who do. Both are drawn once and kept until something of them changes, like the
pages of strangers (see `events/models/kept.py`): one more who comes leaves the place as it is. What is one reader's
own, their answer above all, is never in it: a person with a place is laid on top of what those with a place read.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from events.card_words import card_of
from events.models import Edition, KeptAnswer, Rsvp
from events.shortcuts import edition_or_404
from events.structured_data import event_data
from members.kept import EDITIONS, PHOTOS, of_edition
from members.models import Member, Onlooker, Specialty, Visibility
from members.prepared import Prepared

PEOPLE_SHOWN = 24


@dataclass(frozen=True)
class Person:
    """Somebody who comes, as they are shown among the faces and in the list."""

    pk: int
    face: str
    line: str

    @classmethod
    def of(cls, member: Member, trade: Specialty | None) -> "Person":
        """A member and their main trade, as far as the reader may see them."""
        face = render_to_string("components/_portrait.html", {"member": member})
        line = render_to_string("components/_person.html", {"member": member, "face": face, "trade": trade})
        return cls(member.pk, face, line)


@dataclass(frozen=True)
class Parts:
    """The parts of the page, each as HTML: the trades it is about, the programme, the place; what links and search
    engines show, the inventory, and who comes (one more than are shown, if there are more)."""

    trades: str
    programme: str
    place: str
    head: str
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
        return replace(self, everybody=[Person.of(member, next(iter(member.trades), None)), *others])


def parts_for(edition: Edition, reader: Any, *, answer: Rsvp | None, is_organizer: bool) -> Parts:
    """The parts of the page as this reader, whose answer this is, may see them."""
    if edition.is_draft:
        return _parts(_evening(edition), _company(edition, reader))
    evening = _kept(edition, "evening", _evening)
    if not reader.is_authenticated:  # the page is kept, with all that it shows
        return _parts(evening, _company(edition, Onlooker.EVERYBODY))
    is_there = edition.is_published and answer is not None and answer.is_going
    # To who hides from everybody, their own trade is in the inventory; it is in nobody else's.
    if is_organizer or (is_there and reader.visibility == Visibility.NOBODY):
        return _parts(evening, _company(edition, reader))
    if is_there:
        return _parts(evening, _kept_company(edition, Onlooker.CAFE)).led_by(reader)
    return _parts(evening, _kept_company(edition, Onlooker.MEMBERS))


def _evening(edition: Edition) -> dict[str, Any]:
    """What the evening is."""
    return {
        "trades": _drawn("trades", trades=edition.specialties.all()),
        "programme": _drawn("programme", edition=edition) if edition.description else "",
        "place": _drawn("place", venue=edition.venue) if edition.venue else "",
    }


def _company(edition: Edition, reader: Member | Onlooker) -> dict[str, Any]:
    """Who comes, and what is said of them, as this reader sees it."""
    about = {"edition": edition, "user": reader, "site_url": settings.SITE_URL}
    people = _people(edition, reader) if edition.is_published else []
    return {
        "head": "" if edition.is_draft else _drawn("head", data=event_data(edition), card=card_of(edition), **about),
        "inventory": _drawn("inventory", missing=edition.missing_trades(reader), **about) if edition.is_awaited else "",
        "everybody": [asdict(Person.of(member, edition.main_trade_of(member))) for member in people],
    }


def _people(edition: Edition, reader: Member | Onlooker) -> list[Member]:
    """The first of those who come, one more than are shown."""
    if isinstance(reader, Onlooker):
        return FIRST[reader].rows(edition=edition.pk)
    return list(_first(edition, reader))


def _first(edition: Edition, reader: Member | Onlooker) -> QuerySet[Member]:
    return edition.people_visible_to(reader).prefetch_related(None)[: PEOPLE_SHOWN + 1]


FIRST = {
    reader: Prepared(lambda edition, reader=reader: _first(Edition(pk=edition), reader), edition=int)
    for reader in Onlooker
}


def _kept_company(edition: Edition, reader: Onlooker) -> dict[str, Any]:
    return _kept(edition, f"company for {reader}", partial(_company, reader=reader), with_people=True)


def _kept(
    edition: Edition, what: str, draw: Callable[[Edition], dict[str, Any]], *, with_people: bool = False
) -> dict[str, Any]:
    """Some parts of a public edition, with the people who come or without, from what is kept or drawn anew."""

    def build() -> tuple[str, set[str]]:
        latest = edition_or_404(edition.slug)
        hangs_on = latest.hangs_on if with_people else set()
        return json.dumps(draw(latest)), {EDITIONS, PHOTOS, *hangs_on}

    guess = {EDITIONS, PHOTOS, *of_edition(edition.pk)}
    return json.loads(KeptAnswer.objects.text(f"{what} of {edition.pk}", build, guess=guess))


def _drawn(name: str, **facts: Any) -> str:
    return render_to_string(f"events/parts/{name}.html", facts).strip()


def _parts(evening: dict[str, Any], company: dict[str, Any]) -> Parts:
    """The parts, whose strings are the work of our own templates: safe to show."""
    everybody = [Person(row["pk"], _safe(row["face"]), _safe(row["line"])) for row in company.pop("everybody")]
    return Parts(**{name: _safe(html) for name, html in (evening | company).items()}, everybody=everybody)


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 (rendered by a template that escapes)
