"""What an owner types to have somebody in the team."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models import Act, Invitation, Role, Series, What
from members.forms import AddressField
from members.models import Member


class InvitationForm(forms.Form):
    """Whom to invite, and for what."""

    address = AddressField(
        label=_("E-mail address"),
        help_text=_("Whoever opens the link of the mail and signs in is in the team; it is good for fourteen days."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role, initial=Role.ORGANIZER)

    def save(self, series: Series, *, by: Member) -> Invitation | None:
        """Sends the invitation; None where the same one is open already. Raises TooManyInvitations."""
        typed = self.cleaned_data
        invitation = Invitation.send(
            series, address=typed["address"], role=typed["role"], language=get_language() or "fr", by=by
        )
        if invitation:
            Act.note(What.INVITED, series, by=by, after={"role": invitation.role})
        return invitation
