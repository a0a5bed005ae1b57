"""The mails that bring people together: whom to meet, what the first café is like, and the word after it."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from events.emails.parts import edition_of
from events.meeting_words import sentence, what_to_expect
from events.models import Introduction, Rsvp
from members.models import Mail, Member, Topic
from members.outbox import Link, Message, kind


def introduction_lines(rsvp: Rsvp) -> list[str]:
    """Whom this party's member is to meet, a line each with its reason, for the reminder; nothing without any."""
    people = Introduction.objects.of(rsvp.edition, rsvp.member)
    if not people:
        return []
    return [
        _("You wanted to be introduced. Here is whom we would put beside you at the table:"),
        *(_("%(name)s: %(reason)s") % {"name": other.name, "reason": sentence(rsvp.member, other)} for other in people),
    ]


def first_time_lines(rsvp: Rsvp) -> list[str]:
    """What somebody new is told with their place: what to expect, and who greets them; nothing for others."""
    if not rsvp.edition.is_new(rsvp.member):
        return []
    greeter = rsvp.edition.greeter_of(rsvp.member)
    return [what_to_expect(), *([_greeted_by(greeter)] if greeter else [])]


def _greeted_by(greeter: Member) -> str:
    return _("%(name)s does the same work as you, and greets you gladly: ask for them at the door.") % {
        "name": greeter.name
    }


@kind("first-cafe", topic=Topic.PEOPLE)
def first_cafe(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or mail.member is None or not edition.is_published:
        return None
    people = edition.met_by(mail.member)
    names = ", ".join(person.name for person in people)
    return Message(
        subject=_("After your first café"),
        paragraphs=[
            _("Two evenings ago you came for the first time to “%(edition)s”. Thank you for coming.")
            % {"edition": edition.title},
            *([_("You may have met: %(names)s.") % {"names": names}] if names else []),
            _(
                "What next? Put your trade into your profile, so that the right people find you; say whether you want "
                "to be introduced to three people next time; and come back: the café is elsewhere each time."
            ),
        ],
        action=Link(_("See the next cafés"), settings.SITE_URL + reverse("events:list")),
        links=[
            Link(_("My profile"), settings.SITE_URL + reverse("members:me")),
            Link(_("People to meet"), settings.SITE_URL + reverse("events:meeting")),
        ],
    )
