"""What people choose among the cafés: filters of the lists, read from the query string."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Series
from events.models.edition import EditionQuerySet
from members.models import Specialty
from venues.models import Venue


def _with_venue_of_today(data: Any) -> Any:
    """The query, where it names a venue that has become another one, with that one instead."""
    slug = str(data.get("venue", ""))[:80]
    venue = Venue.objects.filter(former__slug=slug).first() if slug and slug.isprintable() else None
    return {**{name: data[name] for name in data}, "venue": venue.slug} if venue else data


class EditionFilter(forms.Form):
    """Filters of the lists of cafés; what cannot be meant filters nothing."""

    is_filter = True  # nobody asks whether a filter is optional

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    series = forms.ModelChoiceField(
        Series.objects.public(), label=_("Series"), required=False, to_field_name="slug", empty_label=_("All series")
    )
    specialty = forms.ModelChoiceField(
        Specialty.objects.all(),
        label=_("Specialty"),
        required=False,
        to_field_name="key",
        empty_label=_("All specialties"),
    )
    venue = forms.ModelChoiceField(
        Venue.objects.public(), label=_("Venue"), required=False, to_field_name="slug", empty_label=_("All venues")
    )

    def __init__(self, data: Any) -> None:
        super().__init__(_with_venue_of_today(data))

    def narrow(self, editions: EditionQuerySet) -> EditionQuerySet:
        """The editions that match what was chosen."""
        self.is_valid()
        chosen: dict[str, Any] = getattr(self, "cleaned_data", {})
        if words := chosen.get("q"):
            editions = editions.matching(words)
        if series := chosen.get("series"):
            editions = editions.filter(series=series)
        if venue := chosen.get("venue"):
            editions = editions.filter(venue=venue)
        if specialty := chosen.get("specialty"):
            editions = editions.with_trade(specialty)
        return editions

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen."""
        return any(getattr(self, "cleaned_data", {}).values())
