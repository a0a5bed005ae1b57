"""What joins an offer to host with the cafés: which series it is made to, and the evening that it becomes."""

import datetime
import uuid
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from events.models import Act, Edition, HostPage, Series, What
from events.models.act import facts as facts_of
from events.telling_forms import LineForm
from members import outbox
from members.dates import date_format
from members.forms import OneLineField
from members.models import Member
from members.models.visibility import ORGANIZING
from venues.models import PEOPLE_AT_MOST, HostOffer
from venues.offer_forms import HostOfferForm, LeadForm

DATES_PROPOSED = 4


class Declined(Exception):
    """The offer was declined, perhaps just now: no evening comes of it."""


class _ForSeries(forms.Form):
    """Asks for which series where there are several to choose from; otherwise the offer is for all of them."""

    series = forms.ModelMultipleChoiceField(
        Series.objects.none(),
        label=gettext_lazy("For which café"),
        help_text=gettext_lazy("Several are possible."),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"}),
    )

    def ask_for_series(self, among: Any) -> None:
        """Offers these series, the first one ticked; one, or none, is no question."""
        self.all_series = list(among)
        field: Any = self.fields["series"]
        field.queryset = among
        field.initial = self.all_series[:1]
        if len(self.all_series) < 2:
            del self.fields["series"]

    @property
    def chosen_series(self) -> list[Series]:
        return list(self.cleaned_data["series"]) if "series" in self.fields else self.all_series


class StrangerOfferForm(HostOfferForm, _ForSeries):
    """Come to our place: for anybody. Series that were never announced give nothing away; they hear of it all."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        public = Series.objects.public().order_by("name", "pk")
        self.ask_for_series(public if public.exists() else Series.objects.none())

    @property
    def pending(self) -> dict[str, Any]:
        """What the session keeps until the code comes back."""
        return {**self.answers, "series": [series.pk for series in self.chosen_series], "key": str(uuid.uuid4())}


class OrganizersLeadForm(LeadForm, _ForSeries):
    """A lead that an organizer enters, for series of theirs."""

    def __init__(self, member: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.ask_for_series(Series.objects.organized_by(member).order_by("name", "pk"))

    def save_as_lead(self, *, by: Member) -> HostOffer:
        """The lead; its language is that of the organizer who noted it."""
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields}
        with transaction.atomic():
            offer = HostOffer.receive(self.chosen_series, by=by, language=get_language() or "fr", **facts)
            Act.note(What.OFFER_ENTERED, offer, by=by)
        return offer


def receive(pending: dict[str, Any], *, language: str) -> HostOffer:
    """The offer whose code has come back; the organizers of its series get a mail.

    The same again, by a second click in the same moment, is the one that has come in.
    """
    facts = dict(pending)
    chosen = Series.objects.filter(pk__in=facts.pop("series")) or Series.objects.all()
    try:
        with transaction.atomic():
            offer = HostOffer.receive(chosen, language=language, **facts)
            organizers = Member.objects.organizing().filter(teams__series__in=list(chosen), teams__role__in=ORGANIZING)
            outbox.post_all("offer-to-read", organizers.order_by("pk"), offer=offer.pk)
    except IntegrityError:
        offer = HostOffer.objects.get(key=facts["key"])
    return offer


class PublishOfferForm(LineForm):
    """The evening that an offer becomes: one that waits for a venue, or the next date of the cadence.

    Everything is proposed already: publishing is one click.
    """

    evening = forms.ChoiceField(label=gettext_lazy("Evening"), widget=forms.RadioSelect)
    capacity = forms.IntegerField(
        label=gettext_lazy("Capacity"),
        help_text=gettext_lazy("People, guests included."),
        min_value=1,
        max_value=PEOPLE_AT_MOST,
        error_messages={
            "min_value": gettext_lazy("An edition holds from 1 to 10,000 people."),
            "max_value": gettext_lazy("An edition holds from 1 to 10,000 people."),
        },
    )
    theme = OneLineField(label=gettext_lazy("Theme"), required=False, max_length=120)

    def __init__(self, offer: HostOffer, series: Series, *args: Any, **options: Any) -> None:
        self.offer, self.series = offer, series
        waiting = series.editions.exclude(status=Edition.Status.CANCELLED).filter(venue=None)
        self.editions = list(
            waiting.filter(starts_at__gt=timezone.now()).select_related("series").order_by("starts_at", "pk")
        )
        self.days = self._free_days()
        choices = [(each.starts.date(), each.slug, each.title) for each in self.editions]
        choices += [(day, day.isoformat(), _("a new café")) for day in self.days]
        choices.sort(key=lambda choice: (choice[0], choice[1]))
        proposed = [value for day, value, _title in sorted(choices, key=lambda choice: offer.suits(choice[0]) is False)]
        capacity = Edition.usual_capacity(offer.as_venue())
        options["initial"] = {"evening": proposed[0] if proposed else "", "capacity": capacity}
        super().__init__(*args, **options)
        field: Any = self.fields["evening"]
        field.choices = [(value, self._words(day, title)) for day, value, title in choices]
        self.has_evenings = bool(choices)

    def _free_days(self) -> list[datetime.date]:
        """The next free dates of the cadence, and the first one that the host has named."""
        free = [date.day for date in self.series.dates(after=self.series.today(), count=60) if date.is_free]
        named = next((day for day in free if self.offer.suits(day)), None)
        return sorted({*free[:DATES_PROPOSED], *([named] if named else [])})

    def _words(self, day: datetime.date, title: str) -> str:
        words = _("%(day)s: %(title)s") % {"day": date_format(day, "l j F Y"), "title": title}
        return (
            _("%(evening)s (not a day that the host named)") % {"evening": words}
            if self.offer.suits(day) is False
            else words
        )

    def clean_capacity(self) -> int:
        """No more than the place is known to hold."""
        capacity, holds = self.cleaned_data["capacity"], self.offer.as_venue().capacity
        if holds and capacity > holds:
            raise forms.ValidationError(
                _("%(venue)s holds %(people)s people.") % {"venue": self.offer.place_name, "people": holds}
            )
        return capacity

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        evening = cleaned.get("evening")
        cleaned["edition"] = next((each for each in self.editions if each.slug == evening), None)
        cleaned["day"] = next((each for each in self.days if each.isoformat() == evening), None)
        return cleaned

    @property
    def is_news(self) -> bool:
        """Whether somebody gets a mail about the venue when it is saved. For a valid form."""
        edition = self.cleaned_data["edition"]
        return bool(edition and edition.tells_of(starts_at=edition.starts_at, venue=self.offer.as_venue()))

    def save(self, *, by: Member) -> Edition:
        """The edition at the offer's venue, with the host's page; published, unless people are to be told of it.

        The host is not written to yet. The same click twice is one edition. Raises Declined where the offer is,
        CannotPublish where its evening has begun or is called off, ChangedMeanwhile where somebody has just changed
        it, and IntegrityError where its date has just been taken.
        """
        cleaned = self.cleaned_data
        with transaction.atomic():
            Series.objects.select_for_update().get(pk=self.series.pk)
            offer = HostOffer.objects.select_for_update(no_key=True).get(
                pk=self.offer.pk
            )  # before its venue, as a move
            known = offer.editions.exclude(status=Edition.Status.CANCELLED).first()
            if known:
                return known
            if offer.step == HostOffer.Step.DECLINED:
                raise Declined
            venue = offer.settle()
            facts = {"venue": venue, "capacity": cleaned["capacity"]}
            edition = cleaned["edition"]
            before = facts_of(edition) if edition else None
            if edition is None:
                moments = self.series.moments_on(cleaned["day"])
                assert moments, "a free date is a possible one"
                facts |= {"theme": cleaned["theme"], "planned_on": cleaned["day"], "offer": offer}
                edition = Edition.announce(self.series, starts_at=moments[0], ends_at=moments[1], **facts)
            else:
                if cleaned["theme"]:
                    facts["theme"] = cleaned["theme"]
                edition.change(seen=edition.revised_at, offer=offer, line=cleaned["line"], **facts)
            edition.publish_where_nobody_is_told()
            offer.move(HostOffer.Step.CONFIRMED, by=by)
            HostPage.open_for(edition, by=by)
            Act.note_edition(edition, by=by, before=before)
        return edition
