"""What organizers type about a venue."""

import copy
import datetime
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.forms import corrected
from events.merging import Plan, mergeable_by
from events.organize_forms import known_already, several_venues
from members.folding import fold
from members.forms import OneLineField
from members.images import LONGEST_SIDE, PhotoField, PhotosField, SeveralPhotos, discard
from members.meanwhile import MeanwhileForm
from venues.atlas import Window
from venues.forms import AnotherVenueField, PositionField
from venues.models import PHOTOS_AT_MOST, VENUES_SHOWN, Venue, VenuePhoto, name_key
from venues.positions import Position


class WebAddressField(forms.URLField):
    """An address that begins with http or https."""

    default_validators = [URLValidator(schemes=["http", "https"])]  # noqa: RUF012 (as Django declares it)


class YesNoUnknown(forms.RadioSelect):
    """Three choices side by side; what is not said is unknown."""

    WORDS: ClassVar = {True: "true", False: "false", None: "unknown"}

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        choices = [("true", gettext_lazy("yes")), ("false", gettext_lazy("no")), ("unknown", gettext_lazy("unknown"))]
        super().__init__(attrs, choices)

    def format_value(self, value: Any) -> list[str]:
        return [self.WORDS.get(value, value if value in ("true", "false") else "unknown")]


@dataclass(frozen=True)
class PhotoRow:
    """The fields on one photo that hangs already."""

    photo: VenuePhoto
    alt: forms.BoundField
    position: forms.BoundField
    away: forms.BoundField


def _coordinate(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else 0


class MergeForm(forms.Form):
    """Which venue is the same as this one, and which of the two stays."""

    other = forms.ModelChoiceField(
        Venue.objects.none(),
        label=gettext_lazy("The same place as"),
        help_text=gettext_lazy("Places where other series meet are not in this list."),
        to_field_name="slug",
        empty_label=None,
    )
    another = AnotherVenueField(
        label=gettext_lazy("Or a part of its name"),
        help_text=gettext_lazy("The list above holds the places nearby, and the newest ones."),
    )
    keep = forms.ChoiceField(
        label=gettext_lazy("Which record stays"),
        choices=[("this", ""), ("other", "")],
        initial="this",
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Its name and its address on the site stay; those of the other one lead there for ever."
        ),
    )

    def __init__(self, organizer: Any, venue: Venue, data: Any = None) -> None:
        super().__init__(data)
        self.venue = venue
        self._others = mergeable_by(organizer).resembling(venue)
        listed = list(self._others[: VENUES_SHOWN + 1])
        if len(listed) <= VENUES_SHOWN:
            del self.fields["another"]
        self._list(listed[:VENUES_SHOWN])
        keep: Any = self.fields["keep"]
        keep.choices = [("this", venue.name), ("other", _("the other one"))]

    def _list(self, venues: list[Venue]) -> None:
        other: Any = self.fields["other"]
        other.queryset = self._others
        other.choices = [(venue.slug, venue.name) for venue in sorted(venues, key=lambda venue: fold(venue.name))]

    def clean(self) -> dict[str, Any]:
        """Words that were typed are meant before the list, in which something is always chosen."""
        cleaned = super().clean() or {}
        if words := cleaned.get("another"):
            found = self._others.sought(words)
            if len(found) == 1:
                cleaned["other"] = found[0]
            elif found:
                self._list(found[:VENUES_SHOWN])
                self.data = corrected(self.data, another="")
                self.add_error("other", several_venues(len(found), words))
            else:
                self.add_error("another", _("No such place is known, or another series meets there."))
        return cleaned

    @property
    def plan(self) -> Plan:
        """What the merger would do; for a form that is valid."""
        other = self.cleaned_data["other"]
        return Plan(self.venue, other) if self.cleaned_data["keep"] == "this" else Plan(other, self.venue)


class VenueForm(MeanwhileForm):
    """The facts of a venue. The calendars of its coming editions follow what they show of it."""

    name = OneLineField(label=gettext_lazy("Name"), max_length=120)
    position = PositionField(
        label=gettext_lazy("Position"),
        help_text=gettext_lazy("48.8626, 2.3444, or the link of the place on OpenStreetMap or Google Maps."),
        required=False,
    )
    window = forms.CharField(required=False, widget=forms.HiddenInput)
    host_url = WebAddressField(
        label=gettext_lazy("The host's website"), required=False, max_length=200, assume_scheme="https"
    )
    host_logo = PhotoField(label=gettext_lazy("The host's logo"), required=False)
    new_photos = PhotosField(
        label=gettext_lazy("Add photos"),
        help_text=gettext_lazy("Several at once, as they come out of the phone."),
        required=False,
        widget=SeveralPhotos(attrs={"data-lighter-photos": LONGEST_SIDE}),
    )

    class Meta:
        model = Venue
        fields: ClassVar = [
            "name",
            "address",
            "postal_code",
            "city",
            "transport",
            "capacity",
            "description",
            "host",
            "host_url",
            "host_logo",
            "getting_in",
            "contact_name",
            "contact_email",
            "contact_phone",
            "notes",
            *Venue.ACCESS_FACTS,
            "door_width",
            "access_checked_on",
        ]
        widgets: ClassVar = {
            "description": forms.Textarea(attrs={"rows": 6}),
            "getting_in": forms.Textarea(attrs={"rows": 4}),
            "notes": forms.Textarea(attrs={"rows": 4}),
            "contact_phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "off"}),
            "contact_email": forms.EmailInput(attrs={"autocomplete": "off"}),
            "access_checked_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            **{name: YesNoUnknown() for name in Venue.ACCESS_FACTS},
        }
        help_texts: ClassVar = {
            "getting_in": gettext_lazy(
                "Door code, floor, “bring an ID”: shown only to people with a place, from the day before on."
            ),
            "access_checked_on": gettext_lazy("Empty: today, where you have changed a fact."),
        }

    NOT_WATCHED: ClassVar = {"host_logo"}  # whoever chooses none leaves it as it is

    HOST: ClassVar = ["host", "host_url", "host_logo"]
    ORGANIZERS: ClassVar = ["contact_name", "contact_email", "contact_phone", "notes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("position", self.instance.position)
        self.initial.setdefault("window", str(self.usual_window))
        self._logo_before = copy.copy(self.instance.host_logo)
        self.hung: list[VenuePhoto] = []
        self._photos = list(self.instance.photos.all()) if self.instance.pk else []
        for photo in self._photos:
            self._add_photo_fields(photo)

    def _add_photo_fields(self, photo: VenuePhoto) -> None:
        name = f"photo_{photo.pk}"
        self.fields[f"{name}_alt"] = OneLineField(
            label=_("What the photo shows"), required=False, max_length=200, initial=photo.alt
        )
        self.fields[f"{name}_position"] = forms.IntegerField(
            label=_("Order"), required=False, min_value=1, max_value=99, initial=self._photos.index(photo) + 1
        )
        self.fields[f"{name}_away"] = forms.BooleanField(label=_("Take it away"), required=False)

    @classmethod
    def state_of(cls, instance: Any) -> dict[str, Any]:
        """What is saved of the venue and said of its photos."""
        photos = instance.photos.all() if instance.pk else ()
        said = {f"photo_{photo.pk}_alt": photo.alt for photo in photos}
        return {**super().state_of(instance), "position": instance.position, **said}

    @classmethod
    def pointed_at(cls, data: Any, venue: Venue) -> "VenueForm":
        """The form as it was typed, after somebody pointed at the map: nearer, with the position that was meant.

        Nothing is saved. Who presses the map with a key points at its corner, which is taken for no point at all.
        """
        form = cls(instance=venue)
        typed = {name: data[name] for name in form.fields if name in data}
        window = Window.read(data.get("window", "")) or form.usual_window
        x, y = (_coordinate(data.get(name, "")) for name in ("point.x", "point.y"))
        if "wider" in data:
            window = window.wider()
        elif x or y:
            window = window.pointed_at(x, y)
            typed["position"] = Position(window.latitude, window.longitude)
        return cls(instance=venue, initial={**typed, "window": str(window)})

    @property
    def usual_window(self) -> Window:
        """Where the map opens: about the venue, or on the town."""
        position = self.instance.position
        return Window(position.latitude, position.longitude, 1) if position else Window.usual()

    @property
    def shown_window(self) -> Window:
        """The part of the map that the page shows."""
        return Window.read(str(self["window"].value() or "")) or self.usual_window

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        other = Venue.objects.named(name)
        if other and other != self.instance:
            raise ValidationError(known_already(other))
        return name

    def clean_position(self) -> Position | None:
        position = self.cleaned_data["position"]
        self.instance.latitude = position and position.latitude
        self.instance.longitude = position and position.longitude
        return position

    def clean_access_checked_on(self) -> datetime.date | None:
        day = self.cleaned_data["access_checked_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("This day is to come. Give the day on which somebody looked."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        new = cleaned.get("new_photos") or []
        kept = [photo for photo in self._photos if not cleaned.get(f"photo_{photo.pk}_away")]
        if new and len(kept) + len(new) > PHOTOS_AT_MOST:
            self.add_error(
                "new_photos",
                ngettext(
                    "A venue has up to %(most)s photos; there is room for %(room)s more.",
                    "A venue has up to %(most)s photos; there is room for %(room)s more.",
                    PHOTOS_AT_MOST - len(kept),
                )
                % {"most": PHOTOS_AT_MOST, "room": max(PHOTOS_AT_MOST - len(kept), 0)},
            )
        return cleaned

    def save(self, commit: bool = True) -> Venue:
        """Saves the venue; access facts that changed without a date were looked at today.

        Raises Venue.DoesNotExist where it has become one with another meanwhile: saved, it would come back to life;
        and ChangedMeanwhile where somebody has saved it since this form was made.
        """
        venue = self.instance
        if venue.pk is None:
            venue.slug = Venue.open(venue.name).slug
        venue.name_key = name_key(venue.name)
        if "access_checked_on" not in self.changed_data and {*Venue.ACCESS_FACTS, "door_width"} & {*self.changed_data}:
            venue.access_checked_on = timezone.localdate()
        try:
            with transaction.atomic():
                if venue.pk is not None:
                    self.must_be_unchanged()
                venue = super().save()
                venue.editions.revise_for(self.changed_data)
                if "host_logo" in self.changed_data:
                    discard(self._logo_before)
                self._save_photos(venue)
        except Exception:
            self._forget_files(venue)
            raise
        return venue

    def _forget_files(self, venue: Venue) -> None:
        """What was not saved leaves no file: these were written before the database said no."""
        logo = venue.host_logo
        files = [logo] if logo and logo.name != self._logo_before.name and "host_logo" in self.changed_data else []
        for file in [*files, *(file for photo in self.hung for file in (photo.image, photo.small))]:
            file.storage.delete(str(file.name))
        venue.host_logo = self._logo_before

    def _save_photos(self, venue: Venue) -> None:
        cleaned = self.cleaned_data
        away = [photo.pk for photo in self._photos if cleaned[f"photo_{photo.pk}_away"]]
        venue.photos.filter(pk__in=away).take_down()
        kept = [photo for photo in self._photos if photo.pk not in away]
        # A photo that the page did not show yet, since somebody else has just hung it, stays as it is.
        places = {photo.pk: place for place, photo in enumerate(self._photos, start=1)}
        kept.sort(key=lambda photo: cleaned[f"photo_{photo.pk}_position"] or places[photo.pk])
        for position, photo in enumerate(kept, start=1):
            photo.position = position
            if f"photo_{photo.pk}_alt" in self.data:
                photo.alt = cleaned[f"photo_{photo.pk}_alt"]
        VenuePhoto.objects.bulk_update(kept, ["alt", "position"])
        for picture in cleaned["new_photos"]:
            self.hung += VenuePhoto.objects.add(venue, [picture])

    @property
    def hosting(self) -> list[forms.BoundField]:
        """The fields on the host organisation."""
        return [self[name] for name in self.HOST]

    @property
    def for_organizers(self) -> list[forms.BoundField]:
        """The fields that nobody else reads."""
        return [self[name] for name in self.ORGANIZERS if name in self.fields]

    @property
    def access_facts(self) -> list[forms.BoundField]:
        """The fields on who gets in, and how: each yes, no or unknown."""
        return [self[name] for name in Venue.ACCESS_FACTS]

    @property
    def photo_rows(self) -> list[PhotoRow]:
        """The photos that hang already, each with its fields."""
        return [
            PhotoRow(photo, *(self[f"photo_{photo.pk}_{name}"] for name in ("alt", "position", "away")))
            for photo in self._photos
        ]


class SharedVenueForm(VenueForm):
    """For organizers of other series than those that meet there: all but what the host confided to these."""

    class Meta(VenueForm.Meta):
        fields: ClassVar = [name for name in VenueForm.Meta.fields if name not in (*VenueForm.ORGANIZERS, "getting_in")]
