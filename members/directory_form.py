"""What people look for among the members who are listed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members.models import Situation, Specialty
from members.models.visibility import MemberQuerySet


class DirectoryFilter(forms.Form):
    """Words and filters; what cannot be meant filters nothing."""

    is_filter = True  # nobody asks whether a filter is optional

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    helps = forms.CharField(label=_("Can help with"), required=False, max_length=100)
    specialty = forms.ModelChoiceField(
        Specialty.objects.choosable(),
        label=_("Specialty"),
        required=False,
        to_field_name="key",
        empty_label=_("All"),
    )
    situation = forms.ChoiceField(label=_("Situation"), required=False, choices=[("", _("Any")), *Situation.choices])
    city = forms.CharField(label=_("City"), required=False, max_length=80)

    def narrow(self, members: MemberQuerySet, viewer: Any) -> MemberQuerySet:
        """Those of these members who match what was chosen; `members` are already those this viewer may see."""
        self.is_valid()
        chosen: dict[str, Any] = getattr(self, "cleaned_data", {})
        if words := chosen.get("q"):
            members = members.matching(words, viewer)
        if words := chosen.get("helps"):
            members = members.helping_with(words)
        if specialty := chosen.get("specialty"):
            members = members.practising(specialty)
        if situation := chosen.get("situation"):
            members = members.filter(situation=situation)
        if city := chosen.get("city"):
            members = members.living_in(city)
        return members

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen."""
        return any(getattr(self, "cleaned_data", {}).values())
