"""What organizers type to tell of an evening: a line of their own, a recap."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Edition
from events.models.news import LINE_AT_MOST, RECAP_AT_MOST


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


class RecapForm(forms.Form):
    """The notes of an evening, for everybody to read."""

    text = forms.CharField(
        label=_("What became of the evening"),
        help_text=_("Markdown: **bold**, *italics*, - for a list, # for a heading."),
        max_length=RECAP_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": _("A recap has some words at least.")},
    )

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.initial.setdefault("text", edition.recap)

    def save(self, *, is_published: bool) -> int:
        """Keeps the notes, and publishes them where asked; answers how many people are told. Raises NotOver."""
        return self.edition.write_recap(self.cleaned_data["text"], is_published=is_published)
