"""The mail that invites somebody to the team of a series."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Invitation, Role
from events.wallclock import in_zone
from members.dates import date_format
from members.models import Mail
from members.outbox import Link, Message, kind, unlinked

MAY = {
    Role.OWNER: gettext_lazy("An owner does everything at the desk of the café, and decides who is in its team."),
    Role.ORGANIZER: gettext_lazy("An organizer does everything at the desk: dates, venues, hosts, people, mails."),
    Role.GREETER: gettext_lazy("A greeter keeps the door: who is in the room, who comes without an RSVP, who is new."),
}


@kind("team-invitation")
def team_invitation(mail: Mail) -> Message | None:
    found = Invitation.objects.open().select_related("series", "invited_by").filter(pk=mail.data["invitation"])
    invitation = found.first()
    return invited(invitation) if invitation else None


def invited(invitation: Invitation) -> Message:
    """What somebody reads who is invited to a team."""
    words = {
        "name": invitation.invited_by.name if invitation.invited_by else settings.COMMUNITY_NAME,
        "series": invitation.series.name,
        "role": invitation.get_role_display(),
    }
    day = date_format(in_zone(invitation.good_until, invitation.series.zone), "l j F")
    return Message(
        subject=_("Join the team of the café: %(series)s") % words,
        paragraphs=[
            unlinked(_("%(name)s invites you to the team of “%(series)s”. Your role: %(role)s.") % words),
            str(MAY[Role(invitation.role)]),
            _(
                "The link is good once, until %(day)s. Sign in with the address you like; pass the link on to nobody. "
                "If you did not expect this mail, you need do nothing."
            )
            % {"day": day},
        ],
        action=Link(_("See the invitation"), settings.SITE_URL + invitation.get_absolute_url()),
    )
