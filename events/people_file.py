"""Who comes, as rows for a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.reception import without_address
from events.wallclock import in_zone
from members.dates import date_format


def rows_of(edition: Any, parties: Iterable[Any]) -> Iterator[list[object]]:
    """The heading, then a row for each of these parties, their members as an organizer sees them.

    A row holds what the page of who comes shows of the party, but for two things, since a file travels: no address is
    in it, and no need, which the café itself soon forgets. Each question has a column, those that are no longer asked
    last. The words are in the language that is active now, whenever the rows are asked for.
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
    answered = edition.rsvps.exclude(answers=[]).values_list("answers", flat=True)
    older = sorted({question for answers in answered.iterator() for question, _answer in answers})
    questions = list(dict.fromkeys([*(question["words"] for question in edition.questions), *older]))
    words = {
        "asking": _("asking to come"),
        "declined": _("refused"),
        "going": _("with a place"),
        "waiting": _("waiting"),
        "cancelled": _("freed"),
        "yes": _("yes"),
    }
    name = "name_en" if get_language() == "en" else "name_fr"
    return _rows(edition, parties, heading, words, questions, name)


def _rows(
    edition: Any,
    parties: Iterable[Any],
    heading: list[object],
    words: dict[str, str],
    questions: list[str],
    name: str,
) -> Iterator[list[object]]:
    yield [*heading, *questions]
    for party in parties:
        member = party.member
        trades = ", ".join(getattr(trade, name) for trade in member.trades)
        # A member and the trades loaded for them hold each other: all would wait for the garbage collector.
        member._prefetched_objects_cache.clear()
        answers = {} if party.is_cancelled else dict(party.answers)
        yield [
            without_address(member.name),
            words[party.list_name],
            party.guests,
            ", ".join(without_address(guest) for guest in party.guest_names),
            without_address(member.organisation),
            trades,
            party.cafes_before,
            words["yes"] if party.confirmed_at else "",
            date_format(in_zone(party.created_at, edition.series.zone), "Y-m-d H:i"),
            *(without_address(answers.get(question, "")) for question in questions),
        ]
