"""What people look for among the members who are listed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members.folding import fold
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
        empty_label=_("All specialties"),
    )
    situation = forms.ChoiceField(
        label=_("Situation"), required=False, choices=[("", _("All situations")), *Situation.choices]
    )
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
            members = members.filter(pk__in=specialty.practised.values("member"))
        if situation := chosen.get("situation"):
            members = members.filter(situation=situation)
        if city := fold(chosen.get("city") or ""):
            members = members.filter(city_words__contains=city)
        return members

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen."""
        return any(getattr(self, "cleaned_data", {}).values())
