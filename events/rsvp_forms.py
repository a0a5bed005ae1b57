"""What people type to come to a café."""

import hashlib
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events.models import Edition, Rsvp, TooManyGuests
from events.models.questions import ANSWER_AT_MOST
from events.models.rsvp import GUESTS_AT_MOST, NEEDS_AT_MOST
from members.forms import AddressField, NameField, OneLineField

NAME_AT_MOST = 80


class PartyForm(forms.Form):
    """How many guests a person brings and their names, what the organizers should know, and what they ask.

    Guests are no question where the series allows none.
    """

    guests = forms.TypedChoiceField(label=_("Guests"), coerce=int, empty_value=0, required=False)  # type: ignore[arg-type]
    guest_names = forms.CharField(
        label=_("Names of the guests"),
        help_text=_("For the list at the door, separated by commas. You may leave it empty."),
        required=False,
        max_length=GUESTS_AT_MOST * (NAME_AT_MOST + 2),
    )
    needs = OneLineField(
        label=_("What we should know"),
        help_text=_(
            "Step-free access, an allergy, a companion… Only the organizers read it, and it is soon forgotten."
        ),
        required=False,
        max_length=NEEDS_AT_MOST,
    )

    def __init__(self, edition: Edition, data: QueryDict | None = None, *, answer: Rsvp | None = None) -> None:
        is_standing = answer is not None and not answer.is_cancelled  # who comes back begins alone
        self.party = (answer.guests, answer.guest_names) if answer and is_standing else (0, [])
        guests, names = self.party
        needs = answer.needs if answer else ""
        super().__init__(data, initial={"guests": guests, "guest_names": ", ".join(names), "needs": needs})
        known = dict(answer.answers) if answer else {}
        self.questions = {_field_for(question["words"]): question["words"] for question in edition.questions}
        for (name, words), question in zip(self.questions.items(), edition.questions, strict=True):
            is_kept = data is not None and name not in data and words in known  # one click, or an older tab
            self.fields[name] = OneLineField(
                label=words,
                required=question["is_required"] and not is_kept,
                max_length=ANSWER_AT_MOST,
                initial=known.get(words, ""),
            )
        at_most = edition.guests_at_most_for(answer)
        if at_most == 0:
            del self.fields["guests"], self.fields["guest_names"]
            return
        field = self.fields["guests"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [
            (0, _("I come alone")),
            *((n, ngettext("with %(n)s guest", "with %(n)s guests", n) % {"n": n}) for n in range(1, at_most + 1)),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["answers"] = {
            words: cleaned.pop(name) for name, words in self.questions.items() if name in self.data and name in cleaned
        }
        if "guests" not in self.data:  # one click, perhaps in a tab that is older than the answer: the party stays
            cleaned |= dict(zip(("guests", "guest_names"), self.party, strict=True))
        elif len(cleaned.get("guest_names", [])) > cleaned.get("guests", GUESTS_AT_MOST):
            self.add_error("guest_names", _("These are more names than guests. Say above how many people you bring."))
        if "needs" not in self.data:
            cleaned["needs"] = None  # as they were
        return {"guests": 0, "guest_names": [], **cleaned}

    def clean_guest_names(self) -> list[str]:
        one = OneLineField(
            required=False,
            max_length=NAME_AT_MOST,
            error_messages={"max_length": _("A name has up to %(limit_value)s letters.")},
        )
        names = (one.clean(name) for name in self.cleaned_data["guest_names"].split(","))
        return [name for name in names if name]

    @property
    def answer(self) -> dict[str, Any]:
        """What is typed here, as an edition takes it."""
        return {name: self.cleaned_data[name] for name in (*PartyForm.base_fields, "answers")}

    def refuse(self, refusal: TooManyGuests) -> None:
        """Says beside the field, or above the form where there is none, how many guests there is room for."""
        self.add_error("guests" if "guests" in self.fields else None, guests_sentence(refusal))


class VisitorForm(PartyForm):
    """A name and an address are enough to come."""

    name = NameField(label=_("Your name"))
    email = AddressField(
        label=_("Your e-mail address"),
        help_text=_("We send a six-digit code there. No password, and nobody sees the address."),
    )
    field_order = ("name", "email", "guests", "guest_names", "needs")


def guests_sentence(refusal: TooManyGuests) -> str:
    """How many guests there is room for, to somebody who asked for more."""
    at_most = refusal.guests_at_most
    if refusal.has_place:
        if at_most == 0:
            return gettext("There is no place for a guest at the moment; yours is kept.")
        return ngettext(
            "There is a place for one guest at most; yours is kept.",
            "There are places for %(guests)s guests at most; yours is kept.",
            at_most,
        ) % {"guests": at_most}
    if at_most == 0:
        return gettext("There is room for you alone: come without a guest.")
    return ngettext(
        "There is room for you and one guest at most.", "There is room for you and %(guests)s guests at most.", at_most
    ) % {"guests": at_most}


def _field_for(words: str) -> str:
    """The name of the field for a question: that of other words, in a tab from before, is another field."""
    return f"answer-{hashlib.sha256(words.encode()).hexdigest()[:12]}"
