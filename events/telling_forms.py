"""What organizers type to tell of an evening: a line of their own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models.news import LINE_AT_MOST


class LineForm(forms.Form):
    """A line of the organizer's own, in a mail that is otherwise written by itself."""

    line = forms.CharField(
        label=_("A line of yours"),
        help_text=_("It stands at the top of the mail, as you type it. Empty: the mail goes without."),
        required=False,
        max_length=LINE_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def typed(self) -> str:
        """The line as it was typed, for a preview; nothing of it is saved."""
        return str(self["line"].value() or "")[:LINE_AT_MOST]
