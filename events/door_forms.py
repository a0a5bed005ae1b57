"""What is said at the door: how many of a party came, and who came without an RSVP."""

import uuid
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events.models import Act, Edition, Rsvp, WalkIn, What
from events.models.rsvp import GUESTS_AT_MOST
from members.forms import OneLineField


class CheckInForm(forms.Form):
    """How many people of a party are in the room: nothing said is all of them, 0 is none after all."""

    people = forms.IntegerField(min_value=0, max_value=GUESTS_AT_MOST + 1, required=False)

    def save(self, rsvp: Rsvp, *, by: Any) -> Rsvp:
        with transaction.atomic():
            known = rsvp.arrived
            rsvp = rsvp.edition.check_in(rsvp, people=self.cleaned_data["people"])
            counts = {"before": {"people": known}, "after": {"people": rsvp.arrived}}
            Act.note(What.CHECKED_IN, rsvp.edition, by=by, **counts)
        return rsvp


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

    def save(self, edition: Edition, *, by: Any) -> WalkIn:
        typed = self.cleaned_data
        with transaction.atomic():
            known = {*edition.walk_ins.values_list("pk", flat=True)}
            walk_in = edition.welcome_walk_in(typed["name"], people=typed["people"], key=typed["key"])
            if walk_in.pk not in known:
                Act.note(What.WALKED_IN, edition, by=by, after={"people": walk_in.people})
        return walk_in
