"""What people look for among the places."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from venues.models import VenueQuerySet


class VenueSearch(forms.Form):
    """Words in the name, the host or the address; what cannot be meant finds everything."""

    is_filter = True  # nobody asks whether a filter is optional

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )

    def narrow(self, venues: VenueQuerySet) -> VenueQuerySet:
        """The venues that match."""
        self.is_valid()
        cleaned: dict[str, Any] = getattr(self, "cleaned_data", {})
        return venues.matching(cleaned["q"]) if cleaned.get("q") else venues
