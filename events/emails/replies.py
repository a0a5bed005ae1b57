"""The mails that answer what a calendar has answered."""

from django.utils.translation import gettext as _

from events.emails.parts import about, edition_of, party, rsvp_of
from members.models import Mail
from members.outbox import Message, kind


@kind("reply-accepted")
def reply_accepted(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_going or rsvp.must_answer:
        return None
    return about(
        rsvp.edition,
        subject=_("Noted, you come: %(edition)s"),
        opening=_("Your calendar has told us that you come.") + " " + party(rsvp),
        rsvp=rsvp,
    )


@kind("reply-tentative")
def reply_tentative(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or rsvp.is_cancelled or not rsvp.edition.takes_answers:
        return None
    return about(
        rsvp.edition,
        subject=_("Maybe is noted: %(edition)s"),
        opening=_(
            "Your calendar has told us that you may come. Nothing changes for now: what you have stays yours. Once you "
            "know that you cannot come, free your place for somebody else."
        ),
        rsvp=rsvp,
    )


@kind("reply-refused")
def reply_refused(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.edition.takes_answers:
        return None
    return about(
        rsvp.edition,
        subject=_("One more click, please: %(edition)s"),
        opening=_refusal(mail.data["reason"]),
        rsvp=rsvp,
        action=_("Say whether I come"),
    )


@kind("reply-unknown")
def reply_unknown(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or edition.closed_because:
        return None
    return about(
        edition,
        subject=_("Do you want to come? %(edition)s"),
        opening=_(
            "A calendar has answered us from this address, but nobody with a place at this café has it, and nothing "
            "was changed. If you would like to come, or have another address here, say so on the page."
        ),
    )


def _refusal(reason: str) -> str:
    """Why the answer of a calendar changed nothing, and what to do."""
    sentences = {
        "unproven": _(
            "An answer has come from your calendar, or from somebody who uses your address: the mail does not prove "
            "which. So nothing was changed. On your page, one click says whether you come."
        ),
        "stale": _(
            "Your calendar has answered an earlier invitation, and the café has changed since. So nothing was changed. "
            "Look at the new date, and say with one click whether you come."
        ),
        "closed": _(
            "Your calendar has told us that you would like to come, but this café takes no RSVPs at this moment. So "
            "nothing was changed. Your page says how things stand."
        ),
        "questions": _(
            "Your calendar has told us that you would like to come, but this café asks something first. So nothing was "
            "changed. Answer on your page, and say there that you come."
        ),
    }
    return sentences.get(
        reason,
        _(
            "An answer has come from your calendar that we cannot take as it is. So nothing was changed. On your page, "
            "one click says whether you come."
        ),
    )
