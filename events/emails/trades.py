"""The mails about trades: a café that lacks one, and the answer to a suggestion."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from events.emails.parts import about, edition_of
from events.models import Edition
from members.models import Mail, Specialty, Topic, TradeSuggestion
from members.outbox import Link, Message, kind


@kind("trade-call", topic=Topic.TRADES)
def trade_call(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    specialty = Specialty.objects.select_related("merged_into").filter(pk=mail.data["specialty"]).first()
    if edition is None or edition.closed_because not in {"", "not-yet"} or specialty is None or not mail.member:
        return None
    specialty = specialty.merged_into or specialty
    if edition.rsvp_of(mail.member) or not mail.member.is_following(specialty):
        return None
    return call(edition, specialty)


def call(edition: Edition, specialty: Specialty) -> Message:
    """What those read who follow a trade that an evening lacks."""
    return about(
        edition,
        subject=_("A trade that you follow is missing: %(edition)s"),
        opening=_(
            "The table of this café is being laid, and a trade that you follow is not at it yet: “%(trade)s”. If it is "
            "yours, or you would like to talk about it, there is a cup for you."
        )
        % {"trade": specialty.name},
    )


@kind("trade-suggestion")
def trade_suggestion(mail: Mail) -> Message | None:
    suggestion = TradeSuggestion.objects.select_related("specialty").filter(pk=mail.data["suggestion"]).first()
    if suggestion is None or suggestion.is_waiting:
        return None
    words, trade = {"words": suggestion.words}, suggestion.specialty
    if trade is None:
        opening = _("You suggested “%(words)s” for the inventory of trades. It has not been added.") % words
        action = Link(_("The inventory of trades"), settings.SITE_URL + reverse("events:specialty-list"))
    else:
        words["trade"] = trade.name
        if suggestion.state == TradeSuggestion.State.ADDED:
            opening = _(
                "The trade that you missed is in the inventory now, as “%(trade)s”: you can choose it in your profile."
            )
        else:
            opening = _(
                "What you call “%(words)s” is in the inventory as “%(trade)s”: you can choose it in your profile."
            )
        opening %= words
        action = Link(_("See the trade"), settings.SITE_URL + reverse("events:specialty", args=[trade.key]))
    return Message(
        subject=_("Your word for the inventory: %(words)s") % {"words": suggestion.words},
        paragraphs=[opening, *([suggestion.answer] if suggestion.answer else [])],
        action=action,
    )
