"""What people choose among the cafés: filters of the lists, read from the query string."""

from typing import Any, cast

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events import trades
from events.models import Act, Edition, Series, What
from events.models.edition import EditionQuerySet
from events.which import QUESTIONS
from members.folding import fold
from members.forms import OneLineField
from members.models import Specialty
from venues.models import VENUES_SHOWN, Venue


def corrected(data: Any, **values: str) -> Any:
    """What was sent, with other values of some fields; fields of several values keep them all."""
    data = data.copy()
    for name, value in values.items():
        data[name] = value
    return data


def with_venue_of_today(data: Any) -> Any:
    """What was sent, where it names a venue that has become another one, with that one instead."""
    slug = str(data.get("venue", ""))[:80]
    venue = Venue.objects.filter(former__slug=slug).first() if slug and slug.isprintable() else None
    return corrected(data, venue=venue.slug) if venue else data


class TradeField(forms.ModelChoiceField):
    """A trade of the inventory by its key; one that was merged is found under its old key too."""

    def to_python(self, value: Any) -> Specialty | None:
        known = Specialty.objects.select_related("merged_into").filter(key=str(value)[:40], merged_into__isnull=False)
        merged = known.first() if value and "\x00" not in str(value) else None
        return merged.merged_into if merged else super().to_python(value)


class EditionFilter(forms.Form):
    """Filters of the lists of cafés; what cannot be meant filters nothing."""

    is_filter = True  # nobody asks whether a filter is optional

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    series = forms.ModelChoiceField(
        Series.objects.public(), label=_("Series"), required=False, to_field_name="slug", empty_label=_("All series")
    )
    specialty = TradeField(
        Specialty.objects.choosable(),
        label=_("Specialty"),
        required=False,
        to_field_name="key",
        empty_label=_("All"),
    )
    venue = forms.ModelChoiceField(
        Venue.objects.public(), label=_("Venue"), required=False, to_field_name="slug", empty_label=_("All")
    )

    def __init__(self, data: Any) -> None:
        super().__init__(with_venue_of_today(data))
        slug, venue = str(self["venue"].value() or ""), cast(Any, self.fields["venue"])
        likely = venue.queryset.likely_for(Edition.objects.public(), slug=slug if slug.isprintable() else "")
        listed = list(likely.values_list("slug", "name")[: VENUES_SHOWN + 1])
        known = sorted(listed[:VENUES_SHOWN], key=lambda row: fold(row[1]))
        venue.choices = [("", venue.empty_label), *known]
        if len(listed) > VENUES_SHOWN:
            venue.choices += [(_("Others: search for their name"), [])]
        series = cast(Any, self.fields["series"])
        named = list(series.queryset.values_list("slug", "name"))
        series.choices = [("", series.empty_label), *named]
        self.has_several_series = len(named) > 1

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


class WhichForm(forms.Form):
    """The questions that end in a trade; answers that do not exist say nothing."""

    is_filter = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in QUESTIONS.items():
            choices = [(key, answer.label) for key, answer in question.answers.items()]
            kind = forms.MultipleChoiceField if question.is_multiple else forms.ChoiceField
            widget = forms.CheckboxSelectMultiple if question.is_multiple else forms.RadioSelect
            self.fields[name] = kind(label=question.label, choices=choices, widget=widget, required=False)

    @property
    def answers(self) -> dict[str, list[str]]:
        """What was answered to each question."""
        self.is_valid()
        given: dict[str, Any] = getattr(self, "cleaned_data", {})
        return {name: list(value) if isinstance(value, list) else [value] for name, value in given.items() if value}


class SuggestionForm(forms.Form):
    """The word that a member misses in the inventory."""

    words = OneLineField(
        label=_("The word for your work"),
        max_length=80,
        help_text=_("As you would say it at the café: “I look after the fans of a football club”."),
    )


class TradeForm(forms.ModelForm):
    """A trade, in both languages, and how the poem says it."""

    name_fr = OneLineField(label=_("Name in French"), max_length=80)
    name_en = OneLineField(label=_("Name in English"), max_length=80)
    definition_fr = OneLineField(
        label=_("In one sentence, in French"),
        max_length=240,
        help_text=_("What is done, rather than who does it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    definition_en = OneLineField(
        label=_("In one sentence, in English"), max_length=240, widget=forms.Textarea(attrs={"rows": 2})
    )
    one_fr = OneLineField(
        label=_("In the French poem, one of them"), max_length=60, required=False, help_text=_("Such as “une veille”.")
    )
    many_fr = OneLineField(
        label=_("In the French poem, after a number"),
        max_length=60,
        required=False,
        help_text=_("Such as “veilles”, after “deux”. Without it, the poem says the name."),
    )
    one_en = OneLineField(
        label=_("In the English poem, one of them"), max_length=60, required=False, help_text=_("Such as “one watch”.")
    )
    many_en = OneLineField(
        label=_("In the English poem, after a number"),
        max_length=60,
        required=False,
        help_text=_("Such as “watches”, after “two”."),
    )

    class Meta:
        model = Specialty
        fields = (
            "family",
            "name_fr",
            "definition_fr",
            "name_en",
            "definition_en",
            "one_fr",
            "many_fr",
            "one_en",
            "many_en",
        )

    def save_by(self, member: Any) -> Specialty:
        """The trade, changed or new."""
        if self.instance.pk:
            with Act.on(self.instance, What.TRADE_CHANGED, by=member):
                return self.save()
        with transaction.atomic():
            trade = trades.add(**self.cleaned_data)
            Act.note(What.TRADE_ADDED, trade, by=member)
        return trade


class MergeForm(forms.Form):
    """Which trade another one goes into."""

    into = forms.ModelChoiceField(
        Specialty.objects.none(), label=_("Into"), to_field_name="key", empty_label=_("Choose a trade")
    )

    def __init__(self, *args: Any, source: Specialty | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Specialty.objects.choosable()
        self.fields["into"].queryset = others.exclude(pk=source.pk) if source else others  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """A word to the member whose suggestion is declined."""

    answer = OneLineField(label=_("A word to them"), max_length=300, required=False)
