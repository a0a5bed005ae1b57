"""What a host chooses on their page, and what organizers write on it."""

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events.models import Edition, HostPage
from members.forms import AddressField, NameField, OneLineField
from members.meanwhile import ChangedMeanwhile, MeanwhileForm

_ADDRESS = re.compile(r"\S@\S")
LIST_HOURS = [
    (2, _("2 hours before")),
    (24, _("the day before")),
    (48, _("2 days before")),
    (72, _("3 days before")),
    (168, _("a week before")),
]


def no_address(text: str) -> None:
    """Raises ValidationError for a text with an e-mail address: the page is passed on inside a house."""
    if _ADDRESS.search(text):
        raise ValidationError(_("No e-mail address here: the page is passed on. A phone number serves better."))


class ReceptionForm(forms.ModelForm):
    """From when the host wants the list, and in which order."""

    list_hours = forms.TypedChoiceField(label=_("The list is there"), choices=LIST_HOURS, coerce=int)

    class Meta:
        model = HostPage
        fields: ClassVar = ["list_hours", "order"]

    def save(self, commit: bool = True) -> HostPage:
        self.instance.save(update_fields=["list_hours", "order"])
        return self.instance


class HostPageForm(MeanwhileForm):
    """Who the host's contact is, what the organizers promise, and whom to call."""

    contact_name = NameField(label=_("Name of the contact"), required=False)
    email = AddressField(
        label=_("E-mail address of the contact"),
        help_text=_("The link goes there, and each change to the list of names. Nobody else sees it."),
        required=False,
    )
    to_call = OneLineField(
        label=_("Whom the host may call"),
        help_text=_("A name and a phone number, for the evening itself."),
        max_length=200,
        required=False,
        validators=[no_address],
    )
    promises = forms.CharField(
        label=_("What we promise the host"),
        help_text=_("Such as: we bring the cups, we tidy up, everybody is out by ten."),
        max_length=2000,
        required=False,
        validators=[no_address],
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta:
        model = HostPage
        fields: ClassVar = ["contact_name", "email", "to_call", "promises"]

    def save(self, commit: bool = True) -> HostPage:
        """Saves what was typed, and nothing of what the host chooses meanwhile; a page that is not there yet is made.

        Raises ChangedMeanwhile where somebody has saved or made it since this form was made.
        """
        with transaction.atomic():
            if self.instance.pk is not None:
                self.must_be_unchanged()
                self.instance.save(update_fields=[*self.Meta.fields])
                return self.instance
            Edition.objects.select_for_update(no_key=True).get(pk=self.instance.edition_id)
            if HostPage.objects.filter(edition=self.instance.edition, venue=self.instance.venue).exists():
                raise ChangedMeanwhile
            self.instance.save()
        return self.instance

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "promises" in cleaned:
            cleaned["promises"] = "\n".join(cleaned["promises"].splitlines())
        return cleaned
