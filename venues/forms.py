"""What people look for among the places, and where one of them is."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from members.forms import OneLineField
from venues import positions
from venues.atlas import Area
from venues.models import Venue, VenueQuerySet
from venues.positions import NotAPosition, Position

WIDE_DOOR = "wide-door"


class PositionField(forms.CharField):
    """A position, typed as two numbers or pasted as the link of a map; what comes out is a Position, or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 3000, **options})  # links of maps are long

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return positions.read(text) if text else None
        except NotAPosition as refusal:
            raise ValidationError(str(refusal), code="not_a_position") from None

    def run_validators(self, value: Any) -> None:
        """Those of a text, its length and its characters, look at what was typed rather than at the position."""
        if not isinstance(value, Position):
            super().run_validators(value)

    def clean(self, value: Any) -> Position | None:
        self.run_validators(value or "")
        return super().clean(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or None)
        except ValidationError:
            return True


class AnotherVenueField(OneLineField):
    """The name of a venue that the list beside it does not hold, or a part of the name."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 120, "widget": widget, **options})


class VenueSearch(forms.Form):
    """Words, access facts and a part of the map; what cannot be meant finds everything."""

    is_filter = True  # nobody asks whether a filter is optional

    FACTS: ClassVar = {name.removeprefix("has_").replace("_", "-"): name for name in Venue.ACCESS_FACTS}

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    access = forms.MultipleChoiceField(label=_("Only places with"), required=False, widget=forms.CheckboxSelectMultiple)
    area = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        names = {field.name: capfirst(str(field.verbose_name)) for field in Venue._meta.fields}
        choices = [(key, names[name]) for key, name in self.FACTS.items()]
        choices.insert(2, (WIDE_DOOR, str(_("Doors of 80 cm or more"))))
        access: Any = self.fields["access"]
        access.choices = choices

    def clean_area(self) -> Area | None:
        try:
            south, west, north, east = (float(number) for number in self.cleaned_data["area"].split(","))
            first, last = positions.at(south, west), positions.at(north, east)
        except (ValueError, NotAPosition):
            return None
        return Area(first.latitude, first.longitude, last.latitude, last.longitude)

    def narrow(self, venues: VenueQuerySet) -> VenueQuerySet:
        """The venues that match."""
        if words := self._chosen("q"):
            venues = venues.matching(words)
        facts = self._chosen("access") or []
        venues = venues.with_access([self.FACTS[key] for key in facts if key in self.FACTS])
        if WIDE_DOOR in facts:
            venues = venues.with_wide_doors()
        if area := self._chosen("area"):
            venues = venues.within(area.south, area.west, area.north, area.east)
        return venues

    def _chosen(self, name: str) -> Any:
        self.is_valid()
        return getattr(self, "cleaned_data", {}).get(name)

    @property
    def is_within_area(self) -> bool:
        """Whether only a part of the map is shown."""
        return bool(self._chosen("area"))

    @property
    def is_narrowed_by_access(self) -> bool:
        """Whether an access fact was asked for."""
        return bool(self._chosen("access"))
