"""Forms that several people may have open at once: whoever saves last is told what the others have saved."""

import datetime
import hashlib
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.forms.models import model_to_dict
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from members.dates import date_format


class ChangedMeanwhile(Exception):
    """Somebody else has changed this since it was last looked at."""


class MeanwhileForm(forms.ModelForm):
    """Carries a mark of the state that it was made from. Where that has changed, what was typed is kept, not saved.

    The next try goes through: whoever sends it has read what it replaces. A form without a mark is not asked.
    """

    NOT_WATCHED: ClassVar[set[str]] = set()

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.state = self.state_of(self.instance)
        self.initial.setdefault("seen", mark(self.state))

    @classmethod
    def state_of(cls, instance: Model) -> dict[str, Any]:
        """What is saved, by the field that shows it."""
        names = [name for name in cls._meta.fields or () if name not in cls.NOT_WATCHED]
        return model_to_dict(instance, names)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        seen = cleaned.pop("seen", "")
        if seen and seen != mark(self.state):
            self._say_what_changed(cleaned, set(seen.split()))
        return cleaned

    def must_be_unchanged(self) -> None:
        """Locks the row until the transaction ends. Raises ChangedMeanwhile where the form saw another state."""
        rows = type(self.instance)._default_manager.select_for_update(no_key=True)
        if mark(self.state_of(rows.get(pk=self.instance.pk))) != mark(self.state):
            raise ChangedMeanwhile

    def _say_what_changed(self, cleaned: dict[str, Any], seen: set[str]) -> None:
        known = {part.partition("=")[0] for part in seen}
        differing = [
            name
            for name, value in self.state.items()
            if name in known
            and part(name, value) not in seen
            and name in cleaned
            and name in self.data
            and _plain(cleaned[name]) != _plain(value)
        ]
        told = {name: value for name, value in self.state.items() if name not in self.errors}
        untold = [part for part in seen if part.partition("=")[0] in self.errors]  # a field to correct first
        self.data = {name: self.data[name] for name in self.data} | {"seen": " ".join([mark(told), *untold])}
        if differing:
            self.add_error(
                None,
                [
                    _(
                        "Somebody else has changed this since you opened the page. What you typed is kept below, "
                        "and not saved yet. This is what is saved now:"
                    ),
                    *(self._as_saved(name) for name in differing),
                ],
            )

    def _as_saved(self, name: str) -> str:
        field = self.fields[name]
        value = field.prepare_value(self.state[name])
        if isinstance(field, forms.ChoiceField):
            value = dict(field.choices).get(value, value)  # type: ignore[arg-type]
        words = _("unknown") if value is None and isinstance(field, forms.NullBooleanField) else _words(value)
        return _("%(field)s: %(value)s") % {"field": field.label, "value": words}


def mark(state: dict[str, Any]) -> str:
    """The fields with a digest of what is saved of each, by which a form knows which of them have changed."""
    return " ".join(part(name, value) for name, value in state.items())


def part(name: str, value: Any) -> str:
    """What the mark says of one field."""
    return f"{name}={hashlib.sha256(str(_plain(value)).encode()).hexdigest()[:10]}"


def _plain(value: Any) -> Any:
    """Browsers send line ends of two characters, and fields cut blanks off: the same text is the same."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return "\n".join(value.splitlines()).strip()
    return value if isinstance(value, bool | int | float | datetime.date) else str(value)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.date):
        return date_format(value)
    if isinstance(value, datetime.time):
        return time_format(value)
    return _("empty") if value in (None, "") else str(value)
