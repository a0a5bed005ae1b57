"""What people type to each other, and about each other."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members import correspondence
from members.models import Letter, Member, Report
from members.models.letter import LETTER_AT_MOST


class LetterForm(forms.Form):
    """A few lines to another member."""

    text = forms.CharField(label=_("Your letter"), max_length=LETTER_AT_MOST, widget=forms.Textarea(attrs={"rows": 8}))
    shows_address = forms.BooleanField(
        label=_("Show my e-mail address, so that the answer may come by mail"), required=False
    )

    def send(self, sender: Member, recipient: Member) -> Letter | None:
        """The letter on its way; None where the limits of a day are reached, which the form then says."""
        cleaned: dict[str, Any] = self.cleaned_data
        try:
            return correspondence.write(sender, recipient, cleaned["text"], shows_address=cleaned["shows_address"])
        except correspondence.TooMany:
            self.add_error("text", _("That is enough letters for today. Keep your words, and send them tomorrow."))
            return None


class ReportForm(forms.Form):
    """What went wrong with somebody."""

    reason = forms.CharField(
        label=_("What happened?"), max_length=LETTER_AT_MOST, widget=forms.Textarea(attrs={"rows": 6})
    )
    blocks = forms.BooleanField(label=_("And hear nothing from them any more"), required=False, initial=True)

    def send(self, about: Member, by: Member) -> Report | None:
        """The report on its way; None where the limits of a day are reached, which the form then says."""
        try:
            made = correspondence.report(about, self.cleaned_data["reason"], by=by)
        except correspondence.TooMany:
            self.add_error("reason", _("That is enough reports for today. Write to an organizer, please."))
            return None
        if self.cleaned_data["blocks"]:
            correspondence.block(about, by=by)
        return made
