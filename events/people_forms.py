"""What organizers look for among the people of an edition, and what they say about one of them."""

import uuid
from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events.models import Act, Edition, Rsvp, What
from events.models.rsvp import RsvpQuerySet
from events.rsvp_forms import NAME_AT_MOST, PartyForm
from events.telling_forms import LineForm
from members.dates import date_format
from members.forms import AddressField, OneLineField
from members.models import Member

YES, NO = "yes", "no"
LETTER_AT_MOST = 5000


class PeopleFilter(forms.Form):
    """Words, filters and an order; what cannot be meant filters nothing."""

    is_filter = True  # nobody asks whether a filter is optional

    q = forms.CharField(
        label=_("Name, organisation or trade"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("All of them")),
            (Rsvp.Status.ASKING, _("asking to come")),
            (Rsvp.Status.GOING, _("with a place")),
            (Rsvp.Status.WAITING, _("waiting")),
            (Rsvp.Status.CANCELLED, _("freed")),
            (Rsvp.DECLINED, _("refused")),
        ],
    )
    confirmed = forms.ChoiceField(
        label=_("Confirmed"),
        required=False,
        choices=[("", _("Confirmed or not")), (YES, _("confirmed")), (NO, _("not confirmed"))],
    )
    newcomer = forms.ChoiceField(
        label=_("Newcomers"),
        required=False,
        choices=[("", _("New or not")), (YES, _("newcomers")), (NO, _("came before"))],
    )
    trade = forms.ChoiceField(label=_("Trade"), required=False)
    needs = forms.BooleanField(label=_("Only who told a need"), required=False)
    sort = forms.ChoiceField(
        label=_("In the order of"),
        required=False,
        choices=[("", _("joining")), ("name", _("name")), ("trade", _("trade"))],
    )

    def __init__(self, edition: Edition, viewer: Any, data: Any) -> None:
        super().__init__(data)
        self.edition, self.viewer = edition, viewer
        field = self.fields["trade"]
        assert isinstance(field, forms.ChoiceField)
        seen = edition.rsvps.trades_seen_by(viewer)
        field.choices = [("", _("All trades")), *((trade.key, f"{trade.name} ({trade.people})") for trade in seen)]
        self.is_valid()
        self.chosen: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_narrowed(self) -> bool:
        """Whether something but the order was chosen."""
        return bool(self.chosen.keys() - {"sort"})

    @property
    def words(self) -> list[str]:
        """What was chosen, as the form says it; nothing of the order."""
        said = []
        for name in self.chosen.keys() - {"sort"}:
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                said.append(str(dict(field.choices)[self.chosen[name]]))  # type: ignore[arg-type]
            else:
                said.append(self.chosen["q"] if name == "q" else str(field.label))
        return sorted(said)

    @property
    def readers(self) -> RsvpQuerySet:
        """The parties that a letter goes to: those found; those who do not come only where they were chosen."""
        return self.found if "status" in self.chosen else self.found.active()

    @property
    def found(self) -> RsvpQuerySet:
        """The parties that match what was chosen, in the order chosen, with all that organizers see of each."""
        rsvps: RsvpQuerySet = self.edition.rsvps.for_list(self.viewer)
        if words := self.chosen.get("q"):
            rsvps = rsvps.matching(words, self.viewer)
        if status := self.chosen.get("status"):
            rsvps = rsvps.in_list(status)
        if confirmed := self.chosen.get("confirmed"):
            rsvps = rsvps.going().filter(confirmed_at__isnull=confirmed == NO)
        if newcomer := self.chosen.get("newcomer"):
            rsvps = rsvps.newcomers() if newcomer == YES else rsvps.regulars()
        if trade := self.chosen.get("trade"):
            rsvps = rsvps.practising([trade], self.viewer)
        if self.chosen.get("needs"):
            rsvps = rsvps.exclude(needs="")
        return rsvps.in_order_of(self.chosen.get("sort", ""), self.viewer)


class AddForm(PartyForm):
    """Somebody who said to an organizer that they come. The key is made with the form: sent again, it adds nobody."""

    name = OneLineField(
        label=_("Name"),
        max_length=NAME_AT_MOST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    email = AddressField(
        label=_("E-mail address"),
        help_text=_(
            "With it they get the same mails as everybody, may free the place themselves, and stand under the name of "
            "their account if they have one. Without it nobody writes to them, and their name is forgotten a week "
            "after the evening."
        ),
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("name", "email", "guests", "guest_names", "needs")

    def __init__(self, edition: Edition, data: QueryDict | None = None) -> None:
        super().__init__(edition, data)
        self.edition = edition
        for name in self.questions:  # an organizer may not know
            self.fields[name].required = False
        self.initial["key"] = uuid.uuid4()
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        guests = self.fields.get("guests")
        if isinstance(guests, forms.TypedChoiceField):
            guests.label, self.fields["guest_names"].label = _("Comes with"), _("Their names")
            guests.choices = [(0, _("alone")), *list(guests.choices)[1:]]  # type: ignore[arg-type]

    def save(self, *, by: Member, may_wait: bool) -> Rsvp:
        """Raises as `Edition.add` does; then nobody new is kept either."""
        name, email = self.cleaned_data["name"], self.cleaned_data["email"]
        with transaction.atomic():
            if email:
                member = Member.objects.introduced(email, name=name, language=by.language)
            else:
                member = Member.objects.known_by_name(name, key=self.cleaned_data["key"])
            rsvp = self.edition.add(member, by=by, may_wait=may_wait, **self.answer)
            Act.note(What.PERSON_ADDED, self.edition, by=by, after={"people": rsvp.places})
        return rsvp


class _EveningField(forms.ModelChoiceField):
    def label_from_instance(self, edition: Any) -> str:
        left = ngettext("%(left)s place left", "%(left)s places left", edition.places_left)
        return gettext("%(edition)s, %(day)s (%(places)s)") % {
            "edition": edition.title,
            "day": date_format(edition.starts, "j F"),
            "places": left % {"left": edition.places_left} if edition.places_left else gettext("full"),
        }


class MoveForm(LineForm):
    """To which other evening somebody goes, with a line for them."""

    to = _EveningField(Edition.objects.none(), label=_("To which evening"), to_field_name="slug", empty_label=None)
    field_order = ("to", "line")

    def __init__(self, edition: Edition, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="move_%s")
        self.edition = edition
        self.fields["to"].queryset = edition.other_evenings()  # type: ignore[attr-defined]

    def save(self, rsvp: Rsvp, *, by: Member, may_wait: bool) -> Rsvp | None:
        """The party as it stands at the other evening, or None where it had gone before. Raises as `Edition.move`."""
        to, line = self.cleaned_data["to"], self.cleaned_data["line"]
        with transaction.atomic():
            both = Edition.objects.select_for_update().filter(pk__in=[self.edition.pk, to.pk])
            list(both.order_by("pk"))  # as `Edition.move` does
            is_here = self.edition.rsvps.active().filter(pk=rsvp.pk).exists()
            moved = self.edition.move(rsvp, to, by=by, may_wait=may_wait, line=line)
            if is_here and moved:
                facts = {"other": to.title, "people": moved.places}
                Act.note(What.PARTY_MOVED, self.edition, by=by, after=facts)
        return moved


class PeopleLetterForm(forms.Form):
    """A letter to the people of an edition. The key is made with the form: sent again, it goes to nobody."""

    subject = OneLineField(label=_("Subject"), max_length=120)
    text = forms.CharField(
        label=_("Your words"),
        help_text=_("Markdown: **bold**, *italics*, - for a list, [words](address) for a link."),
        max_length=LETTER_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["key"] = uuid.uuid4()
