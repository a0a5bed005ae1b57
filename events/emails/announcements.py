"""The mails that tell of an evening: that it is announced, and what became of it."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from events.emails.parts import about, edition_of, moment_in_words, rsvp_of
from events.models import Edition
from members.models import Mail, Topic
from members.outbox import Link, Message, kind


@kind("edition-published", topic=Topic.ANNOUNCEMENTS)
def edition_published(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or not edition.is_published or edition.starts_at <= timezone.now():
        return None
    rsvp = rsvp_of(mail)
    if rsvp is not None and not rsvp.is_cancelled:  # they have said so before the mail left
        return None
    return announcement(edition, mail.data.get("line", ""))


def announcement(edition: Edition, line: str) -> Message:
    """What the announcement of this edition says, with a line of the organizer's own; a draft's too."""
    if edition.closed_because == "not-yet" and edition.opens:
        opening = _("Here is the next evening. RSVPs open on %(opening)s.") % {
            "opening": moment_in_words(edition.opens)
        }
    else:
        opening = _("Here is the next evening. Do you come? Say so on its page, and a place is yours.")
    return about(edition, subject=_("Next café: %(edition)s"), opening=opening, word=line)


@kind("recap-published", topic=Topic.RECAPS)
def recap_published(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or not edition.has_recap:
        return None
    return Message(
        subject=_("What became of the evening: %(edition)s") % {"edition": edition.title},
        paragraphs=[_("You were there. The notes of the evening are on its page now, to find again what was said.")],
        action=Link(_("Read the recap"), settings.SITE_URL + edition.get_absolute_url() + "#recap"),
    )
