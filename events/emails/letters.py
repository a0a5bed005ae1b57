"""What organizers write to a host at each step, as a beginning that they make their own before it is sent."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Edition
from members.dates import date_format
from members.models import Member
from venues.models import HostOffer

STEPS = HostOffer.Step
FEW_TRADES = 6  # named in a letter


def letter(offer: HostOffer, step: str, *, by: Member, edition: Edition | None = None) -> tuple[str, str]:
    """The subject and the text for this step, in the host's language; `edition` is the evening at their place."""
    with translation.override(offer.language):
        subject, *middle = {
            STEPS.LEAD: _first_answer,
            STEPS.VISITED: _after_the_visit,
            STEPS.CONFIRMED: _confirmation,
            STEPS.HOSTED: _thanks,
            STEPS.THANKED: _thanks,
            STEPS.DECLINED: _refusal,
        }[STEPS(step)](offer, edition)
        greeting = _("Hello %(name)s,") % {"name": offer.contact_name} if offer.contact_name else _("Hello,")
        return subject, "\n\n".join([greeting, *middle, _("See you soon,"), f"{by.name}\n{settings.COMMUNITY_NAME}"])


def _first_answer(offer: HostOffer, edition: Edition | None) -> list[str]:
    return [
        _("Your offer to host the café"),
        _("thank you for offering %(place)s. We would like to see the place together and talk it over.")
        % {"place": offer.place_name},
        _("Which days of the coming weeks suit you? Half an hour is enough."),
    ]


def _after_the_visit(offer: HostOffer, edition: Edition | None) -> list[str]:
    return [
        _("After our visit to %(place)s") % {"place": offer.place_name},
        _("thank you for showing us the place. We are now looking for a date that suits it, and come back to you."),
    ]


def _confirmation(offer: HostOffer, edition: Edition | None) -> list[str]:
    subject = _("It is settled: the café comes to %(place)s") % {"place": offer.place_name}
    if edition is None:
        return [subject, _("it is settled: the café comes to your place. We write to you as soon as the date is set.")]
    return [
        subject,
        _("it is settled: the café comes to your place on %(day)s, from %(start)s to %(end)s, for %(people)s people.")
        % {
            "day": date_format(edition.starts, "l j F Y"),
            "start": date_format(edition.starts, "TIME_FORMAT"),
            "end": date_format(edition.ends, "TIME_FORMAT"),
            "people": edition.capacity,
        },
        _("Its page: %(address)s") % {"address": settings.SITE_URL + edition.get_absolute_url()},
        _(
            "You get a link of your own, too: how many people come, a poster for your walls, and the list of names for "
            "your reception."
        ),
    ]


def _thanks(offer: HostOffer, edition: Edition | None) -> list[str]:
    subject = _("Thank you for having us at %(place)s") % {"place": offer.place_name}
    if edition is None:
        return [subject, _("thank you for opening your doors to us. It was a good evening.")]
    middle = [
        subject,
        _("thank you for opening your doors to us on %(day)s. It was a good evening.")
        % {"day": date_format(edition.starts, "l j F")},
    ]
    people = edition.people_in_the_room or edition.places_taken
    if people:
        middle.append(
            ngettext("You welcomed %(people)s person.", "You welcomed %(people)s people.", people) % {"people": people}
        )
    mix = edition.public_inventory
    if mix and mix.trades:
        names = [trade.name for trade in mix.trades[-FEW_TRADES:]]
        middle[-1] += " " + _("Their trades: %(trades)s.") % {"trades": ", ".join(reversed(names))}
    middle.append(
        _("What remains of the evening is on its page, to pass on inside your house too: %(address)s")
        % {"address": settings.SITE_URL + edition.get_absolute_url()}
    )
    return middle


def _refusal(offer: HostOffer, edition: Edition | None) -> list[str]:
    return [
        _("Your offer to host the café"),
        _("thank you for offering %(place)s. We looked at it with care, and cannot come this time.")
        % {"place": offer.place_name},
        _("We keep your offer, and hope to see you at a café anyway."),
    ]
