"""What people type to come to a café."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.models import Edition
from members.forms import AddressField, NameField, OneLineField


class PartyForm(forms.Form):
    """How many guests a person brings, up to what the series allows, and their names, which they may leave out.

    There is no question where the series allows no guest.
    """

    guests = forms.TypedChoiceField(label=_("Guests"), coerce=int, empty_value=0, required=False)  # type: ignore[arg-type]
    guest_names = forms.CharField(
        label=_("Names of the guests"),
        help_text=_("For the list at the door, separated by commas. You may leave it empty."),
        required=False,
        max_length=800,
    )

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        self.party = dict(kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        at_most = edition.series.guests_at_most
        if at_most == 0:
            del self.fields["guests"], self.fields["guest_names"]
            return
        self.initial["guest_names"] = ", ".join(self.initial.get("guest_names", []))
        field = self.fields["guests"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [
            (0, _("I come alone")),
            *((n, ngettext("with %(n)s guest", "with %(n)s guests", n) % {"n": n}) for n in range(1, at_most + 1)),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "guests" not in self.data:  # one click, perhaps in a tab that is older than the answer: the party stays
            cleaned |= {"guests": self.party.get("guests", 0), "guest_names": self.party.get("guest_names", [])}
        return {"guests": 0, "guest_names": [], **cleaned}

    def clean_guest_names(self) -> list[str]:
        one = OneLineField(required=False)
        names = (one.clean(name)[:80] for name in self.cleaned_data["guest_names"].split(","))
        return [name for name in names if name]


class VisitorForm(PartyForm):
    """A name and an address are enough to come."""

    name = NameField(label=_("Your name"))
    email = AddressField(
        label=_("Your e-mail address"),
        help_text=_("We send a six-digit code there. No password, and nobody sees the address."),
    )
    field_order = ("name", "email", "guests", "guest_names")
