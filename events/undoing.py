"""Taking an act of an organizer back, by the same rules as the act itself: people and calendars hear of it."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from events import trades
from events.models import Act, Edition, Series
from events.models.act import What, facts
from members.meanwhile import ChangedMeanwhile
from members.models import Member, Specialty


class CannotUndo(Exception):
    """The way back is barred: something has changed since, the moment is over, or it was taken back already."""


def undo(act: Act, *, by: Member) -> int:
    """Takes an act back and writes that down; answers how many people get a mail about it. Raises CannotUndo."""
    if not act.is_undoable:
        raise CannotUndo
    try:
        with transaction.atomic():
            return _WAYS[act.what](act, by)
    except (ChangedMeanwhile, IntegrityError) as error:
        raise CannotUndo from error


def _must_stand(act: Act, now: dict[str, Any]) -> None:
    """Raises CannotUndo where what the act has changed is no longer as the act has left it."""
    if any(now[name] != value for name, value in act.after.items()):
        raise CannotUndo


def _change_edition(act: Act, by: Member) -> int:
    if act.edition is None:
        raise CannotUndo
    edition = Edition.objects.select_related("series", "venue", "offer").get(pk=act.edition.pk)
    now = facts(edition)
    _must_stand(act, now)
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
    told = edition.change(seen=edition.revised_at, **back)
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


_WAYS: dict[str, Callable[[Act, Member], int]] = {
    What.EDITION_CHANGED: _change_edition,
    What.EDITION_MOVED: _change_edition,
    What.RHYTHM_CHANGED: _change_rhythm,
    What.DATE_SKIPPED: _meet_after_all,
    What.DATE_BACK: _skip,
    What.PASSED_OVER: _pass_over_or_not,
    What.PASS_BACK: _pass_over_or_not,
    What.TRADE_RETIRED: _bring_back,
    What.TRADE_BACK: _retire,
}
