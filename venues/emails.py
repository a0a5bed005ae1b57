"""The mails to somebody who offers a place."""

from django.conf import settings
from django.utils.translation import gettext as _

from members.models import Mail
from members.outbox import Message, kind
from venues.models import HostOffer
from venues.models.offer import paragraphs


@kind("offer-received")
def offer_received(mail: Mail) -> Message | None:
    offer = HostOffer.objects.filter(pk=mail.data["offer"]).first()
    if offer is None:
        return None
    facts = [
        (_("Place"), ", ".join(part for part in [offer.place_name, offer.street_address] if part)),
        (_("Room for"), str(offer.capacity or _("unknown"))),
    ]
    return Message(
        subject=_("Thank you for your offer: %(place)s") % {"place": offer.place_name},
        paragraphs=[
            _("Your offer has reached the organizers of %(community)s. They read it and write to you.")
            % {"community": settings.COMMUNITY_NAME},
            _("Is something wrong or missing? Answer this mail."),
        ],
        facts=facts,
    )


@kind("host-letter")
def host_letter(mail: Mail) -> Message:
    return letter(mail.data["subject"], mail.data["text"])


def letter(subject: str, text: str) -> Message:
    """An organizer's own words; the preview shows the same."""
    return Message(subject=subject, paragraphs=paragraphs(text))
