"""What is said at the door: how many of a party came, and who came without an RSVP."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Edition, Rsvp, WalkIn
from events.models.rsvp import GUESTS_AT_MOST
from members.forms import OneLineField


class CheckInForm(forms.Form):
    """How many people of a party are in the room: nothing said is all of them, 0 is none after all."""

    people = forms.IntegerField(min_value=0, max_value=GUESTS_AT_MOST + 1, required=False)

    def save(self, rsvp: Rsvp) -> Rsvp:
        return rsvp.edition.check_in(rsvp, people=self.cleaned_data["people"])


class WalkInForm(forms.Form):
    """Someone without an RSVP. The key is made with the form, so that sending it again adds nobody."""

    name = OneLineField(
        label=_("Name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"})
    )
    people = forms.IntegerField(label=_("People"), min_value=1, max_value=GUESTS_AT_MOST + 1, initial=1)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())

    def save(self, edition: Edition) -> WalkIn:
        typed = self.cleaned_data
        return edition.welcome_walk_in(typed["name"], people=typed["people"], key=typed["key"])
