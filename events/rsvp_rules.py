"""The rules of an edition for those who want some: when its list is open, who lets people in, what they are asked."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Edition
from events.models.questions import QUESTION_AT_MOST, QUESTIONS_AT_MOST
from members.forms import OneLineField

NUMBERS = range(1, QUESTIONS_AT_MOST + 1)


class WallTimeField(forms.fields.BaseTemporalField):
    """A day and a time as clocks show them, without a zone: the form that asks knows whose clocks are meant."""

    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    input_formats = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M")
    default_error_messages = {"invalid": gettext_lazy("Give a day and a time, such as 2026-03-25 19:00.")}  # noqa: RUF012

    def to_python(self, value: Any) -> datetime.datetime | None:
        return super().to_python(value) if value else None

    def strptime(self, value: str, format: str) -> datetime.datetime:
        return datetime.datetime.strptime(value, format)  # noqa: DTZ007 (no zone is the point)


def _question(label: Any) -> OneLineField:
    field = OneLineField(label=label, required=False, max_length=QUESTION_AT_MOST)
    field.is_needed = True  # type: ignore[attr-defined]  # the whole part is said to be optional
    return field


def _needs_answer() -> forms.BooleanField:
    return forms.BooleanField(label=gettext_lazy("Nobody comes without an answer"), required=False)


class RsvpRules(forms.Form):
    """The part of an edition's form that may stay folded: all of it is empty where an edition wants no rule."""

    opens = WallTimeField(
        label=gettext_lazy("The list opens"),
        help_text=gettext_lazy("Empty: as soon as the café is published."),
        required=False,
    )
    closes = WallTimeField(
        label=gettext_lazy("The list closes"),
        help_text=gettext_lazy("Empty: at the start. With another date of the café, this moment moves along."),
        required=False,
    )

    is_by_approval = forms.BooleanField(
        label=gettext_lazy("We say yes to each person first"),
        help_text=gettext_lazy(
            "Whoever wants to come waits for your yes on the page of who comes. Those who have a place keep it; once "
            "you take this back, everybody who waits is let in, as far as there are places."
        ),
        required=False,
    )

    question_1, needs_answer_1 = _question(gettext_lazy("First question")), _needs_answer()
    question_2, needs_answer_2 = _question(gettext_lazy("Second question")), _needs_answer()
    question_3, needs_answer_3 = _question(gettext_lazy("Third question")), _needs_answer()

    answers_kept_days = Edition.answers_kept_days

    edition: Edition | None
    _instant: Any  # of the moments of the evening

    def saved_rules(self, edition: Edition) -> dict[str, Any]:
        """What the fields show of an edition."""
        moments = {"opens": edition.opens, "closes": edition.closes}
        return {
            **{name: wall and wall.replace(tzinfo=None, second=0, fold=0) for name, wall in moments.items()},
            "is_by_approval": edition.is_by_approval,
            **dict.fromkeys((f"question_{number}" for number in NUMBERS), ""),
            **dict.fromkeys((f"needs_answer_{number}" for number in NUMBERS), False),
            **{f"question_{number}": row["words"] for number, row in enumerate(edition.questions, 1)},
            **{f"needs_answer_{number}": row["is_required"] for number, row in enumerate(edition.questions, 1)},
        }

    @property
    def has_rules(self) -> bool:
        """Whether anything is typed in this part, or wrong with it."""
        return any(self[name].value() or self[name].errors for name in RsvpRules.base_fields)

    def clean_rules(self, cleaned: dict[str, Any]) -> None:
        """Turns what clocks show into instants, in an order that makes sense, and the filled lines into questions."""
        cleaned["questions"] = self._clean_questions(cleaned)
        starts_at, edition = cleaned.get("starts_at"), self.edition
        opens_at, closes_at = self._moment("opens", cleaned), self._moment("closes", cleaned)
        if starts_at and edition is not None and closes_at and closes_at == edition.closes_at:
            closes_at += starts_at - edition.starts_at
        cleaned["opens_at"], cleaned["closes_at"] = opens_at, closes_at
        if starts_at and opens_at and opens_at >= starts_at:
            self.add_error("opens", _("The list opens before the café begins: choose an earlier moment."))
        elif opens_at and closes_at and opens_at >= closes_at:
            self.add_error("closes", _("The list would close before it opens: choose a later moment."))
        if starts_at and closes_at and closes_at > starts_at:
            self.add_error(
                "closes", _("The list closes when the café begins, if not before: choose an earlier moment.")
            )

    def _clean_questions(self, cleaned: dict[str, Any]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for number in NUMBERS:
            words = cleaned.get(f"question_{number}")
            if words and any(words == row["words"] for row in rows):
                self.add_error(f"question_{number}", _("This question is asked twice: change one of them."))
            elif words:
                rows.append({"words": words, "is_required": cleaned[f"needs_answer_{number}"]})
        return rows

    def _moment(self, field: str, cleaned: dict[str, Any]) -> datetime.datetime | None:
        wall = cleaned.get(field)
        if wall is None:
            return None
        if self.edition is not None and wall == self.saved_rules(self.edition)[field]:  # to the second
            return getattr(self.edition, f"{field}_at")
        return self._instant(field, wall.date(), wall.time())
