"""Taking an act of an organizer back, by the same rules as the act itself: people and calendars hear of it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from events import trades
from events.models import Act, Edition, Series
from events.models.act import What, facts
from members.meanwhile import ChangedMeanwhile
from members.models import Member, Specialty
from venues.models import Venue


class CannotUndo(Exception):
    """The way back is barred: something has changed since, the moment is over, or it was taken back already."""


@dataclass(frozen=True)
class WayBack:
    """An edition as it is, and the facts that taking an act back gives it again."""

    edition: Edition
    facts: dict[str, Any]

    @property
    def moments(self) -> dict[str, datetime.datetime]:
        """When it begins and ends then."""
        return {name: self.facts.get(name, getattr(self.edition, name)) for name in ("starts_at", "ends_at")}

    @property
    def venue(self) -> Venue | None:
        """Where it meets then."""
        return self.facts.get("venue", self.edition.venue)

    @property
    def is_told(self) -> bool:
        """Whether somebody gets a mail about it."""
        return self.edition.tells_of(starts_at=self.moments["starts_at"], venue=self.venue)


def undo(act: Act, *, by: Member, line: str = "") -> int:
    """Takes an act back and writes that down; answers how many people get a mail about it, with this line.

    Raises CannotUndo.
    """
    if not act.is_undoable:
        raise CannotUndo
    try:
        with transaction.atomic():
            if act.what in ABOUT_AN_EDITION:
                return _change_edition(act, by, line)
            return _WAYS[act.what](act, by)
    except (ChangedMeanwhile, IntegrityError) as error:
        raise CannotUndo from error


def way_back(act: Act) -> WayBack | None:
    """What taking back another date or venue would make of an edition; None for other acts. Raises CannotUndo."""
    if not act.is_undoable:
        raise CannotUndo
    return _edition_before(act) if act.is_undone_with_news else None


def _must_stand(act: Act, now: dict[str, Any]) -> None:
    """Raises CannotUndo where what the act has changed is no longer as the act has left it."""
    if any(now[name] != value for name, value in act.after.items()):
        raise CannotUndo


def _edition_before(act: Act) -> WayBack:
    if act.edition is None:
        raise CannotUndo
    edition = Edition.objects.select_related("series", "venue", "offer").get(pk=act.edition.pk)
    _must_stand(act, facts(edition))
    back: dict[str, Any] = {}
    for name, value in act.before.items():
        field: Any = Edition._meta.get_field(name)
        if name == "specialties":
            back[name] = list(Specialty.objects.filter(key__in=value))
        elif field.is_relation:
            back[name] = value and field.related_model.objects.filter(pk=value).first()
            if value and back[name] is None:
                raise CannotUndo
        else:
            back[name] = field.to_python(value)
    if "starts_at" in back and back["starts_at"] <= timezone.now() < edition.ends_at:
        raise CannotUndo
    return WayBack(edition, back)


def _change_edition(act: Act, by: Member, line: str) -> int:
    way = _edition_before(act)
    edition, now = way.edition, facts(way.edition)
    told = edition.change(seen=edition.revised_at, line=line, **way.facts)
    Act.note_edition(edition, by=by, before=now, undoes=act)
    return told


def _change_rhythm(act: Act, by: Member) -> int:
    series = Series.objects.select_for_update().get(pk=_series(act).pk)
    _must_stand(act, facts(series))
    with Act.on(series, What.RHYTHM_CHANGED, by=by, undoes=act):
        for name, value in act.before.items():
            field: Any = Series._meta.get_field(name)
            setattr(series, name, field.to_python(value))
        series.save(update_fields=[*act.before])
    return 0


def _meet_after_all(act: Act, by: Member) -> int:
    series = _series(act)
    if not series.meet_after_all(act.after["day"]):
        raise CannotUndo
    Act.note(What.DATE_BACK, series, by=by, after=act.after, undoes=act)
    return 0


def _skip(act: Act, by: Member) -> int:
    series = _series(act)
    if not series.skip(act.after["day"]):
        raise CannotUndo
    Act.note(What.DATE_SKIPPED, series, by=by, after=act.after, undoes=act)
    return 0


def _series(act: Act) -> Series:
    if act.series is None:
        raise CannotUndo
    return act.series


def _pass_over_or_not(act: Act, by: Member) -> int:
    """The note of before, or none where there was none."""
    if act.edition is None or act.venue is None:
        raise CannotUndo
    passed = act.edition.passed_over.filter(venue=act.venue)
    now = {"note": "".join(passed.values_list("note", flat=True))}
    if now["note"] != act.after.get("note", ""):
        raise CannotUndo
    note = act.before.get("note", "")
    if note:
        defaults = {"note": note, "by": by, "at": timezone.now()}
        act.edition.passed_over.update_or_create(venue=act.venue, defaults=defaults)
    else:
        passed.delete()
    what = What.PASSED_OVER if note else What.PASS_BACK
    Act.note(what, act.edition, by=by, venue=act.venue, before=now, after={"note": note}, undoes=act)
    return 0


def _retire(act: Act, by: Member) -> int:
    return _turn_trade(act, by, What.TRADE_RETIRED, trades.retire)


def _bring_back(act: Act, by: Member) -> int:
    return _turn_trade(act, by, What.TRADE_BACK, trades.bring_back)


def _turn_trade(act: Act, by: Member, what: What, turn: Callable[[Specialty], bool]) -> int:
    trade = Specialty.objects.get(key=act.after["key"])
    if not turn(trade):
        raise CannotUndo
    Act.note(what, trade, by=by, after=act.after, undoes=act)
    return 0


ABOUT_AN_EDITION = (What.EDITION_CHANGED, What.EDITION_MOVED)
_WAYS: dict[str, Callable[[Act, Member], int]] = {
    What.RHYTHM_CHANGED: _change_rhythm,
    What.DATE_SKIPPED: _meet_after_all,
    What.DATE_BACK: _skip,
    What.PASSED_OVER: _pass_over_or_not,
    What.PASS_BACK: _pass_over_or_not,
    What.TRADE_RETIRED: _bring_back,
    What.TRADE_BACK: _retire,
}
