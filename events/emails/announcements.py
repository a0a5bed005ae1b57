"""The mails that tell of an evening: that it is announced, and what became of it."""

from dataclasses import replace

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from events import markdown
from events.emails.parts import about, edition_of, moment_in_words, organizer_of, rsvp_of
from events.models import Edition, Rsvp
from members.models import Mail, Topic
from members.outbox import Link, Message, Written, kind


@kind("edition-published", topic=Topic.ANNOUNCEMENTS)
def edition_published(mail: Mail) -> Message | None:
    edition = _still_news(mail)
    return announcement(edition, mail.data.get("line", "")) if edition else None


@kind("edition-of-trade", topic=Topic.TRADES)
def edition_of_trade(mail: Mail) -> Message | None:
    """To who follows a trade that the evening is about, and does not hear of the series."""
    edition = _still_news(mail)
    if edition is None or mail.member is None:
        return None
    trades = edition.specialties.filter(followings__member=mail.member).order_by("position")
    if not trades:
        return None
    return about(
        edition,
        subject=_("About a trade that you follow: %(edition)s"),
        opening=_("This evening is about a trade that you follow: %(trades)s. Do you come? Say so on its page.")
        % {"trades": ", ".join(trade.name for trade in trades)},
        word=mail.data.get("line", ""),
    )


def _still_news(mail: Mail) -> Edition | None:
    """The edition, while it is to come and the reader has not said that they come."""
    edition = edition_of(mail)
    if edition is None or not edition.is_published or edition.starts_at <= timezone.now():
        return None
    rsvp = rsvp_of(mail)
    return edition if rsvp is None or rsvp.is_cancelled else None


def announcement(edition: Edition, line: str) -> Message:
    """What the announcement of this edition says, with a line of the organizer's own; a draft's too."""
    if edition.closed_because == "not-yet" and edition.opens:
        opening = _("Here is the next evening. RSVPs open on %(opening)s.") % {
            "opening": moment_in_words(edition.opens)
        }
    else:
        opening = _("Here is the next evening. Do you come? Say so on its page, and a place is yours.")
    return about(edition, subject=_("Next café: %(edition)s"), opening=opening, word=line)


@kind("desk-letter-to-freed", topic=Topic.ANNOUNCEMENTS)
@kind("desk-letter")
def desk_letter(mail: Mail) -> Message | None:
    """An organizer's own words to those who come, or wait; with a way out, to those who do not come any more."""
    edition = edition_of(mail)
    if edition is None:
        return None
    return letter(edition, rsvp_of(mail), mail.data["subject"], mail.data["text"], by=organizer_of(mail))


def letter(edition: Edition, rsvp: Rsvp | None, subject: str, text: str, *, by: str) -> Message:
    """What a letter about this edition says to whoever gave this answer, in the words of the organizer of this name."""
    frame = about(
        edition,
        subject="%(edition)s",
        opening=_("%(name)s, who organizes this café, writes to you:") % {"name": by},
        rsvp=rsvp if rsvp and not rsvp.is_cancelled else None,
    )
    return replace(frame, subject=subject, written=Written(text, markdown.render(text)))


@kind("recap-published", topic=Topic.RECAPS)
def recap_published(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    return recounted(edition) if edition and edition.has_recap else None


def recounted(edition: Edition) -> Message:
    """What those read who were there, once the recap is published."""
    return Message(
        subject=_("What became of the evening: %(edition)s") % {"edition": edition.title},
        paragraphs=[_("You were there. The notes of the evening are on its page now, to find again what was said.")],
        action=Link(_("Read the recap"), settings.SITE_URL + edition.get_absolute_url() + "#recap"),
    )
