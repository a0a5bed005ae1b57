"""What organizers type: an edition with its venue, a reason to call it off, or to pass a host over."""

import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.forms import corrected, with_venue_of_today
from events.models import Act, Edition, Rsvp, Series, What
from events.models.act import facts as facts_of
from events.models.edition import SPECIALTIES_OF_A_THEME
from events.moment_forms import MomentsForm, moments_of
from events.rsvp_rules import RsvpRules
from events.telling_forms import LineForm
from members.dates import date_format
from members.folding import fold
from members.forms import OneLineField
from members.models import Member, Specialty
from venues import positions
from venues.forms import AnotherVenueField, PositionField
from venues.models import PEOPLE_AT_MOST, VENUES_SHOWN, Venue, name_key
from venues.positions import Position

NEW_VENUE, ANOTHER_VENUE = "+", "?"  # no slug contains them
FOUR_WEEKS = datetime.timedelta(weeks=4)
PROGRAMME_AT_MOST = 20_000
RULES = ("opens_at", "closes_at", "is_by_approval", "questions")
FACTS = ("starts_at", "ends_at", "theme", "description", "capacity", *RULES)


def _venue_field(name: str, *, required: bool = False) -> Any:
    """The form field of a fact of the venue, with its label and limits."""
    field: Any = Venue._meta.get_field(name)
    return field.formfield(required=required)


class EditionForm(MomentsForm, RsvpRules, LineForm):
    """One evening: its date, its venue (a known one, a new one, or none yet), its theme, programme and capacity.

    Without an edition it announces a new one in a series of the member's; `save` publishes it where `intent` says so
    and nobody is to be told of it: those who are get a mail, which the organizer sees first.
    """

    series = forms.ModelChoiceField(Series.objects.none(), label=gettext_lazy("Series"), empty_label=None)
    venue = forms.ChoiceField(label=gettext_lazy("Venue"), required=False)
    another_venue = AnotherVenueField(
        label=gettext_lazy("Its name, or a part of it"),
        help_text=gettext_lazy("The list above holds the venues of the last cafés, and the newest ones."),
    )
    venue_name = OneLineField(label=gettext_lazy("Name of the venue"), required=False, max_length=120)
    venue_host = _venue_field("host")
    venue_address = _venue_field("address")
    venue_postal_code = _venue_field("postal_code")
    venue_city = _venue_field("city")
    venue_transport = _venue_field("transport")
    venue_capacity = forms.IntegerField(
        label=gettext_lazy("How many people it holds"),
        required=False,
        min_value=1,
        max_value=PEOPLE_AT_MOST,
        error_messages={
            "min_value": gettext_lazy("A venue holds from 1 to 10,000 people."),
            "max_value": gettext_lazy("A venue holds from 1 to 10,000 people."),
        },
    )
    venue_position = PositionField(
        label=gettext_lazy("Position"),
        help_text=gettext_lazy("48.8626, 2.3444, or the link of the place on OpenStreetMap or Google Maps."),
        required=False,
    )
    position_as_typed = forms.BooleanField(label=gettext_lazy("No, the position is as I typed it"), required=False)
    theme = OneLineField(label=gettext_lazy("Theme"), required=False, max_length=120)
    specialties = forms.TypedMultipleChoiceField(
        label=gettext_lazy("The trades it is about"),
        help_text=gettext_lazy("Five at most. Whoever follows one of them finds this café in its calendar."),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    description = forms.CharField(
        label=gettext_lazy("Programme"),
        help_text=gettext_lazy("Markdown: **bold**, *italics*, - for a list, # for a heading."),
        required=False,
        max_length=PROGRAMME_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    capacity = forms.IntegerField(
        label=gettext_lazy("Capacity"),
        help_text=gettext_lazy("People, guests included. Empty: as many as the venue holds."),
        required=False,
        min_value=1,
        max_value=PEOPLE_AT_MOST,
        error_messages={
            "min_value": gettext_lazy("An edition holds from 1 to 10,000 people."),
            "max_value": gettext_lazy("An edition holds from 1 to 10,000 people."),
        },
    )
    exceeds_venue = forms.BooleanField(label=gettext_lazy("Yes, more people than the venue holds"), required=False)
    revised_at = forms.CharField(required=False, widget=forms.HiddenInput)
    intent = forms.ChoiceField(required=False, choices=[("publish", ""), ("save", "")], widget=forms.HiddenInput)

    def __init__(
        self,
        member: Any,
        data: Any = None,
        *,
        edition: Edition | None = None,
        series: Series | None = None,
        like: Edition | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        data = data and with_venue_of_today(data)
        self.member, self.edition, self.like = member, edition, like
        self.choices = [edition.series] if edition else list(Series.objects.organized_by(member))
        self.chosen_series = series or self.choices[0]
        super().__init__(data, initial={**self._saved(), **(initial or {})})
        self.fields["venue_name"].is_needed = True  # type: ignore[attr-defined]  # of a new venue
        if len(self.choices) > 1:
            choice: Any = self.fields["series"]
            choice.queryset = Series.objects.organized_by(member)
            choice.choices = [(each.pk, str(each)) for each in self.choices]  # spares asking for them twice more
        else:
            del self.fields["series"]
        self._list_venues()
        shelves = groupby(Specialty.objects.order_by("position"), key=lambda specialty: specialty.get_family_display())
        self.fields["specialties"].choices = [  # type: ignore[attr-defined]
            (family, [(specialty.pk, specialty.name) for specialty in shelf]) for family, shelf in shelves
        ]
        self.chosen_venue: Venue | None = None
        self.known_venue: Venue | None = None
        self.swapped_position: Position | None = None
        self.twin: Edition | None = None
        self.told = 0

    def _list_venues(self) -> None:
        """All venues while they are few; of many, the likely ones, and a field that finds the others by their name."""
        slug = str(self["venue"].value() or "")
        likely = Venue.objects.likely_for(self.chosen_series.editions, slug=slug if slug.isprintable() else "")
        venues = list(likely.values_list("slug", "name")[: VENUES_SHOWN + 1])
        self._venues = venues[:VENUES_SHOWN]
        self._more: list[tuple[str, Any]] = []
        if len(venues) > VENUES_SHOWN:
            self._more = [(ANOTHER_VENUE, _("Another venue, by its name…"))]
            self.fields["another_venue"].is_needed = True  # type: ignore[attr-defined]
        else:
            del self.fields["another_venue"]
        self._show_venues()

    def _show_venues(self, *found: Venue) -> None:
        """The list of venues, with those that were found at its head."""
        first = {venue.slug: venue.name for venue in found if self._more}
        known = sorted((row for row in self._venues if row[0] not in first), key=lambda row: fold(row[1]))
        field: Any = self.fields["venue"]
        field.choices = [
            ("", _("To be confirmed")),
            (NEW_VENUE, _("A new venue…")),
            *self._more,
            *([(_("Venues found"), [*first.items()])] if first else []),
            (_("Known venues"), known),
        ]

    def _saved(self) -> dict[str, Any]:
        """What the fields show before anybody types."""
        if self.edition is not None:
            return {**self._facts_of(self.edition), "revised_at": self.edition.revised_at.isoformat()}
        series = self.chosen_series
        if self.like is not None:
            return {**self._facts_of(self.like), **self._moved_on(self.like), "series": series, "theme": ""}
        return {
            "series": series,
            "date": series.next_date(after=series.today()),
            "starts": series.start_time,
            "ends": series.end_time,
            "venue_city": series.city,
        }

    def _moved_on(self, edition: Edition) -> dict[str, Any]:
        """The day of one like it, and when its list closes then; it opens at once."""
        day = self._day_after(edition)
        closes = self.saved_rules(edition)["closes"]
        return {"date": day, "opens": None, "closes": closes and closes + (day - edition.starts.date())}

    def _day_after(self, edition: Edition) -> datetime.date:
        """The next free date of the cadence; without one, the same day of the week, so many times four weeks later."""
        day, today = edition.starts.date(), self.chosen_series.today()
        times = max(1, -(-(today - day).days // FOUR_WEEKS.days))
        return self.chosen_series.next_date(after=max(day, today)) or day + times * FOUR_WEEKS

    def _facts_of(self, edition: Edition) -> dict[str, Any]:
        return {
            **moments_of(edition),
            "venue": edition.venue.slug if edition.venue else "",
            "venue_city": self.chosen_series.city,
            "theme": edition.theme,
            "specialties": list(edition.specialties.values_list("pk", flat=True)),
            "description": edition.description,
            "capacity": edition.capacity,
            **self.saved_rules(edition),
        }

    def clean_specialties(self) -> list[int]:
        chosen = self.cleaned_data["specialties"]
        if len(chosen) > SPECIALTIES_OF_A_THEME:
            raise ValidationError(_("Five at most: choose the trades that it is about most of all."))
        return chosen

    def clean_description(self) -> str:
        """Browsers send line ends of two characters; the same text is the same."""
        return "\n".join(self.cleaned_data["description"].splitlines())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.chosen_series = cleaned.get("series") or self.chosen_series
        self._seek_venue(cleaned)
        cleaned["starts_at"], cleaned["ends_at"] = self._clean_moments(cleaned)
        if self.edition is None:
            self._clean_twin(cleaned)
        if self.twin is None:
            self.chosen_venue = self._clean_venue(cleaned)
            self._clean_capacity(cleaned)
        self.clean_rules(cleaned)
        if self.edition is not None:
            self._clean_revision(cleaned, self.edition)
        return cleaned

    def _clean_twin(self, cleaned: dict[str, Any]) -> None:
        """The same form sent twice is one edition; another evening at the same moment is refused."""
        twin = self._edition_at(cleaned["starts_at"])
        if twin is None:
            return
        if self._is_same(twin, cleaned):
            self.twin = twin
        else:
            self.add_error(
                "date",
                self._taken_by(twin),
            )

    def _is_same(self, twin: Edition, cleaned: dict[str, Any]) -> bool:
        theirs = (twin.venue.slug, twin.venue.name_key) if twin.venue else ("", "")
        mine = (cleaned.get("venue"), name_key(cleaned.get("venue_name") or ""))
        is_same_venue = mine[0] == theirs[0] if mine[0] not in ("", NEW_VENUE) else mine[1] == theirs[1]
        return is_same_venue and (twin.theme, twin.description) == (cleaned.get("theme"), cleaned.get("description"))

    # Where, and how many ------------------------------------------------------------------------------------------

    def _seek_venue(self, cleaned: dict[str, Any]) -> None:
        """Takes the one venue that the words typed stand for, shows several to choose from, or proposes a new one."""
        words, is_sought = cleaned.get("another_venue"), cleaned.get("venue") == ANOTHER_VENUE
        if not words:
            if is_sought:
                del cleaned["venue"]
                if "another_venue" not in self.errors:
                    self.add_error("another_venue", _("Write the name of the venue, or choose one in the list."))
            return
        found = Venue.objects.sought(words)
        self._show_venues(*found[:VENUES_SHOWN])
        if len(found) == 1:
            cleaned["venue"] = found[0].slug
            self.fields["venue"].widget.attrs["autofocus"] = True
        elif found:
            cleaned["venue"] = ANOTHER_VENUE
        else:
            cleaned["venue"] = NEW_VENUE
        self.data = corrected(self.data, venue=cleaned["venue"], another_venue="")
        if len(found) > 1:
            self.add_error("venue", several_venues(len(found), words))
        elif not found and not cleaned.get("venue_name"):
            self.data = corrected(self.data, venue_name=words)
            self.add_error(
                "venue_name",
                _(
                    "“%(words)s” is not known yet. If it is a new venue, say below what you know of it and go on; if "
                    "not, choose in the list."
                )
                % {"words": words},
            )

    def _clean_venue(self, cleaned: dict[str, Any]) -> Venue | None:
        """The known venue, a new one that is not saved yet, or None: to be confirmed.

        A name typed without choosing in the list is a new venue too: without JavaScript its fields always show.
        """
        choice, name = cleaned.get("venue"), cleaned.get("venue_name")
        if choice and choice != NEW_VENUE:
            if name:
                self.add_error(
                    "venue_name",
                    _("You have chosen a known venue in the list: empty this name, or choose “A new venue”."),
                )
            return Venue.objects.filter(slug=choice).first()
        if choice is None or (not choice and not name) or "venue_name" in self.errors:
            return None
        if not name:
            self.add_error("venue_name", _("Give the new venue a name, or choose “To be confirmed”."))
            return None
        self.known_venue = Venue.objects.named(name)
        if self.known_venue:
            self._show_venues(self.known_venue)
            self.add_error("venue_name", known_already(self.known_venue))
            return self.known_venue
        facts = {field.removeprefix("venue_"): value for field, value in cleaned.items() if field.startswith("venue_")}
        if position := facts.pop("position", None):
            facts |= {"latitude": position.latitude, "longitude": position.longitude}
            self._ask_about(position, is_certain=cleaned["position_as_typed"])
        return Venue.open(**facts)

    def _ask_about(self, position: Position, *, is_certain: bool) -> None:
        """Whether the two numbers were meant the other way round, where that would be near the other places."""
        met_at = Venue.objects.filter(editions__series=self.chosen_series, latitude__isnull=False)
        places = met_at.distinct() if met_at.exists() else Venue.objects.filter(latitude__isnull=False)
        if not is_certain and positions.seems_swapped(position, [each for place in places if (each := place.position)]):
            self.swapped_position = position.swapped
            self.add_error(
                "venue_position",
                _(
                    "This is far from the places where the café meets; %(swapped)s would be near them. The latitude "
                    "comes first. Is it meant the other way round?"
                )
                % {"swapped": position.swapped},
            )

    def _clean_capacity(self, cleaned: dict[str, Any]) -> None:
        """The venue's capacity by default; more than it holds only where the organizer says so."""
        if "capacity" in self.errors or "venue_capacity" in self.errors:
            return
        capacity = cleaned["capacity"] = cleaned["capacity"] or Edition.usual_capacity(self.chosen_venue)
        if self.chosen_venue is None or not self.chosen_venue.capacity or capacity <= self.chosen_venue.capacity:
            return
        edition = self.edition
        is_kept = edition is not None and (edition.venue, edition.capacity) == (self.chosen_venue, capacity)
        if not is_kept and not cleaned.get("exceeds_venue"):
            self.add_error(
                "capacity",
                ValidationError(
                    _("%(venue)s holds %(people)s people. Lower the number, or say below that more may come."),
                    code="exceeds_venue",
                    params={"venue": self.chosen_venue.name, "people": self.chosen_venue.capacity},
                ),
            )

    @property
    def asks_to_exceed_venue(self) -> bool:
        """Whether the question of more people than the venue holds has come up."""
        return self.has_error("capacity", "exceeds_venue") or bool(self["exceeds_venue"].value())

    # Two organizers at once ---------------------------------------------------------------------------------------

    def _clean_revision(self, cleaned: dict[str, Any], edition: Edition) -> None:
        """Where somebody else has saved since the page was opened, says what differs; the next try goes through."""
        saved = self._saved()
        if cleaned.get("revised_at") == saved["revised_at"]:
            return
        differing = [
            name
            for name in saved
            if name not in ("venue_city", "revised_at") and name in cleaned and cleaned[name] != saved[name]
        ]
        self.data = corrected(self.data, revised_at=saved["revised_at"])
        if differing:
            self.add_error(
                None,
                [
                    _(
                        "Somebody else has changed this café since you opened the page. What you typed is kept below, "
                        "and not saved yet. This is what is saved now:"
                    ),
                    *(self._as_saved(edition, name, saved[name]) for name in differing),
                ],
            )

    def _as_saved(self, edition: Edition, name: str, value: Any) -> str:
        if name == "date":
            value = date_format(value)
        elif name in ("starts", "ends"):
            value = time_format(value)
        elif name in ("opens", "closes"):
            value = value and date_format(value, "DATETIME_FORMAT")
        elif isinstance(value, bool):
            value = _("yes") if value else _("no")
        elif name == "venue":
            value = edition.venue or _("To be confirmed")
        elif name == "specialties":
            value = ", ".join(specialty.name for specialty in edition.specialties.all())
        elif name == "description":
            value = _("another text, see the café's page")
        return _("%(field)s: %(value)s") % {"field": self.fields[name].label, "value": value or _("empty")}

    @property
    def is_news(self) -> bool:
        """Whether somebody gets a mail about the date or the venue when it is saved. For a valid form."""
        moment: Any = {"starts_at": self.cleaned_data["starts_at"], "venue": self.chosen_venue}
        return self.edition is not None and self.edition.tells_of(**moment)

    # What comes of it ---------------------------------------------------------------------------------------------

    def save(self) -> Edition:
        """The edition as saved, its new venue too; `told` is how many people get a mail about it.

        Raises ChangedMeanwhile, CannotPublish, and IntegrityError where somebody opened the same venue just now.
        """
        cleaned = self.cleaned_data
        facts = {name: cleaned[name] for name in FACTS}
        facts["specialties"] = list(Specialty.objects.filter(pk__in=cleaned["specialties"]))
        with transaction.atomic():
            edition = self.edition or self._locked_twin()
            before = facts_of(edition) if edition else None
            if edition is None:
                edition = Edition.announce(self.chosen_series, venue=self._saved_venue(), **facts)
            elif self.edition is not None:
                self.told = edition.change(
                    seen=edition.revised_at, venue=self._saved_venue(), line=cleaned["line"], **facts
                )
            if cleaned["intent"] == "publish":
                edition.publish_where_nobody_is_told()
            Act.note_edition(edition, by=self.member, before=before)
        return edition

    def _locked_twin(self) -> Edition | None:
        """What the first of two clicks made, seen under the lock that it held."""
        Series.objects.select_for_update().get(pk=self.chosen_series.pk)
        return self._edition_at(self.cleaned_data["starts_at"])

    def _saved_venue(self) -> Venue | None:
        if self.chosen_venue is not None and self.chosen_venue.pk is None:
            self.chosen_venue.save(force_insert=True)
        return self.chosen_venue


def several_venues(number: int, words: str) -> str:
    """A sentence for who has typed words that stand for more than one venue."""
    if number > VENUES_SHOWN:
        sentence = _("More than %(number)s venues match “%(words)s”: write more of the name.")
        return sentence % {"number": VENUES_SHOWN, "words": words}
    sentence = _("%(number)s venues match “%(words)s”: choose one in the list, or write more of its name.")
    return sentence % {"number": number, "words": words}


def known_already(venue: Venue) -> str:
    """A sentence for who gives a venue the name of another."""
    where = f" ({venue.street_address})" if venue.street_address else ""
    return _("“%(venue)s”%(where)s is known already: choose it in the list, or give this one another name.") % {
        "venue": venue.name,
        "where": where,
    }


class CancelForm(forms.Form):
    """Why an edition does not take place, for everybody to read."""

    reason = OneLineField(
        label=gettext_lazy("Why it is cancelled"),
        help_text=gettext_lazy("Everybody reads this sentence, on the café's page and in the mail."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def save(self, edition: Edition, *, by: Member) -> None:
        """Calls the edition off. Raises CannotPublish for a draft or an evening that is over."""
        with Act.on(edition, What.EDITION_CANCELLED, by=by):
            edition.cancel(reason=self.cleaned_data["reason"])


class DeclineForm(forms.Form):
    """A word to somebody who cannot come."""

    word = OneLineField(
        label=gettext_lazy("A word for them"),
        help_text=gettext_lazy("It stands in the mail, and only this person reads it."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def save(self, rsvp: Rsvp) -> Rsvp:
        """Says no. Raises RsvpClosed once the evening has begun."""
        return rsvp.edition.decline(rsvp, word=self.cleaned_data["word"])


class PassOverForm(forms.Form):
    """Why a venue does not suit one edition, for those who organize it."""

    note = OneLineField(
        label=gettext_lazy("Why not this time"),
        help_text=gettext_lazy("Only organizers read this, such as “closed for works until May”."),
        max_length=200,
    )

    def save(self, edition: Edition, venue: Venue, *, by: Member) -> None:
        """Puts the venue last for this edition; a second note takes the place of the first."""
        facts = {"note": self.cleaned_data["note"], "by": by, "at": timezone.now()}
        with transaction.atomic():
            venue = Venue.objects.held(venue)
            known = "".join(edition.passed_over.filter(venue=venue).values_list("note", flat=True))
            edition.passed_over.update_or_create(venue=venue, defaults=facts)
            notes = {"before": {"note": known}, "after": {"note": facts["note"]}}
            Act.note(What.PASSED_OVER, edition, by=by, venue=venue, **notes)
