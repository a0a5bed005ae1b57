"""What a host offers, and what organizers write down about it."""

from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _

from members.forms import AddressField, NameField, OneLineField
from members.meanwhile import MeanwhileForm
from members.models import Member
from venues.models import HostOffer


class ManyNumbersField(forms.TypedMultipleChoiceField):
    """Some of a few numbers, each ticked by its name."""

    def __init__(self, names: dict[int, Any], **options: Any) -> None:
        super().__init__(
            choices=list(names.items()),
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"}),
            **options,
        )


class LeadForm(forms.ModelForm):
    """An offer as an organizer notes it down, after a talk say: the organisation is enough to begin with."""

    organisation = OneLineField(
        label=_("Organisation"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    place = OneLineField(
        label=_("Name of the place"),
        help_text=_("Where it differs from the organisation, such as “the canteen of the old mill”."),
        max_length=120,
        required=False,
    )
    address = OneLineField(label=_("Street and number"), max_length=160, required=False)
    postal_code = OneLineField(label=_("Postal code"), max_length=12, required=False)
    city = OneLineField(label=_("City"), max_length=80, required=False)
    floor = OneLineField(
        label=_("Floor and way in"),
        help_text=_("Such as “second floor, two steps at the entrance, lift of 80 cm”."),
        max_length=200,
        required=False,
    )
    food = OneLineField(
        label=_("Food and drink"),
        help_text=_("What you offer, or what people may bring. Nothing at all is fine too."),
        max_length=200,
        required=False,
    )
    id_rules = OneLineField(
        label=_("What reception asks for"),
        help_text=_("Such as “a list of names the day before, an ID at the desk”."),
        max_length=200,
        required=False,
    )
    months = ManyNumbersField(MONTHS, label=_("Possible months"), help_text=_("Tick none if all of them are."))
    weekdays = ManyNumbersField(WEEKDAYS, label=_("Possible days"), help_text=_("Tick none if all of them are."))
    contact_name = NameField(label=_("Name of the contact"), required=False)
    email = AddressField(label=_("E-mail address of the contact"), required=False)
    phone = OneLineField(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    class Meta:
        model = HostOffer
        fields: ClassVar = [
            "organisation",
            "place",
            "address",
            "postal_code",
            "city",
            "capacity",
            "floor",
            "has_step_free_route",
            "has_lift",
            "has_accessible_toilet",
            "has_screen",
            "has_sound",
            "food",
            "id_rules",
            "months",
            "weekdays",
            "message",
            "contact_name",
            "email",
            "phone",
        ]
        widgets: ClassVar = {"message": forms.Textarea(attrs={"rows": 4})}

    THE_PLACE: ClassVar = ("organisation", "place", "address", "postal_code", "city", "capacity")
    THE_ROOM: ClassVar = (
        "floor",
        "has_step_free_route",
        "has_lift",
        "has_accessible_toilet",
        "has_screen",
        "has_sound",
        "food",
        "id_rules",
    )
    WHEN: ClassVar = ("months", "weekdays")
    WHO: ClassVar = ("contact_name", "email", "phone", "message")

    @property
    def courses(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields by what they are about, each group with its heading."""
        groups = [
            (_("The place"), self.THE_PLACE),
            (_("The room"), self.THE_ROOM),
            (_("When"), self.WHEN),
            (_("Who"), self.WHO),
        ]
        return [(heading, [self[name] for name in names]) for heading, names in groups]


class HostOfferForm(LeadForm):
    """An offer as anybody makes it: who, where, for how many, and an address that a code proves."""

    email = AddressField(
        label=_("Your e-mail address"),
        help_text=_("We send a six-digit code there, and our answer. Only the organizers see it."),
    )
    contact_name = NameField(label=_("Your name"))
    address = OneLineField(label=_("Street and number"), max_length=160)
    city = OneLineField(label=_("City"), max_length=80)
    site_web = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    field_order = LeadForm.Meta.fields

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["capacity"].required = True

    def clean_site_web(self) -> str:
        """A trap for programs: people do not see the field."""
        if self.cleaned_data["site_web"]:
            raise forms.ValidationError(_("Leave this field empty"))
        return ""

    @property
    def answers(self) -> dict[str, Any]:
        """What was typed, as a session keeps it and `HostOffer.receive` takes it."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class PlanForm(MeanwhileForm):
    """Notes for the other organizers, and what comes next."""

    next_step = OneLineField(label=_("Next step"), max_length=200, required=False)

    class Meta:
        model = HostOffer
        fields: ClassVar = ["next_step", "next_step_on", "notes"]
        labels: ClassVar = {"next_step_on": _("On which day")}
        widgets: ClassVar = {
            "notes": forms.Textarea(attrs={"rows": 5}),
            "next_step_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def clean_next_step_on(self) -> Any:
        day = self.cleaned_data["next_step_on"]
        if day and not 2000 <= day.year <= 2100:
            raise forms.ValidationError(_("This is not a day that anybody will see."))
        return day

    def save(self, commit: bool = True) -> HostOffer:
        """Raises ChangedMeanwhile where somebody has saved others since this form was made."""
        with transaction.atomic():
            self.must_be_unchanged()
            self.instance.plan(**self.cleaned_data)
        return self.instance


class LetterForm(forms.Form):
    """A mail to the host, in the organizers' own words."""

    subject = OneLineField(label=_("Subject"), max_length=200)
    text = forms.CharField(label=_("Text"), max_length=5000, widget=forms.Textarea(attrs={"rows": 14}))

    def clean_text(self) -> str:
        """Browsers send line ends of two characters; the same text is the same."""
        return "\n".join(self.cleaned_data["text"].splitlines())

    def save(self, offer: HostOffer, *, by: Member, step: str = "") -> bool:
        """Sends it; answers whether it goes out now, which a repeat does not."""
        return offer.write(self.cleaned_data["subject"], self.cleaned_data["text"], by=by, step=step)
