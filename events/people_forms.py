"""What organizers look for among the people of an edition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Edition, Rsvp
from events.models.rsvp import RsvpQuerySet

YES, NO = "yes", "no"


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
            (Rsvp.Status.GOING, _("with a place")),
            (Rsvp.Status.WAITING, _("waiting")),
            (Rsvp.Status.CANCELLED, _("freed")),
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
    def found(self) -> RsvpQuerySet:
        """The parties that match what was chosen, in the order chosen, with all that organizers see of each."""
        rsvps: RsvpQuerySet = self.edition.rsvps.for_list(self.viewer)
        if words := self.chosen.get("q"):
            rsvps = rsvps.matching(words, self.viewer)
        if status := self.chosen.get("status"):
            rsvps = rsvps.filter(status=status)
        if confirmed := self.chosen.get("confirmed"):
            rsvps = rsvps.going().filter(confirmed_at__isnull=confirmed == NO)
        if newcomer := self.chosen.get("newcomer"):
            rsvps = rsvps.newcomers() if newcomer == YES else rsvps.regulars()
        if trade := self.chosen.get("trade"):
            rsvps = rsvps.practising([trade], self.viewer)
        if self.chosen.get("needs"):
            rsvps = rsvps.exclude(needs="")
        return rsvps.in_order_of(self.chosen.get("sort", ""), self.viewer)
