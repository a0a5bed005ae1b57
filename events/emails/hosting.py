"""The mails about a place: to the organizers, that somebody offers one; to the host, before and about the evening."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.emails.parts import moment_in_words
from events.models import HostPage
from events.reception import Line
from events.wallclock import in_zone
from members.dates import date_format
from members.models import Mail
from members.outbox import Link, Message, kind, unlinked
from venues.models import HostOffer


@kind("offer-to-read")
def offer_to_read(mail: Mail) -> Message | None:
    """To whoever organizes: a new offer, while nobody has dealt with it."""
    offers = HostOffer.objects.organized_by(mail.member)  # who has left the team reads nothing more of it
    offer = offers.filter(pk=mail.data["offer"], step=HostOffer.Step.LEAD).first()
    if offer is None:
        return None
    return Message(
        subject=_("A place for the café: %(place)s") % {"place": offer.place_name},
        paragraphs=[
            unlinked(
                _("%(name)s (%(organisation)s) offers to host the café.")
                % {"name": offer.contact_name or _("Somebody"), "organisation": offer.organisation}
            )
        ],
        facts=[
            (_("Place"), ", ".join(part for part in [offer.place_name, offer.street_address] if part)),
            (_("Room for"), str(offer.capacity or _("unknown"))),
        ],
        action=Link(_("Read the offer"), settings.SITE_URL + reverse("organize:offer", args=[offer.pk])),
    )


@kind("host-page")
def host_page(mail: Mail) -> Message | None:
    page = _page_of(mail)
    if page is None:
        return None
    return Message(
        subject=_("Your page for the café: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            _(
                "Here is your own page for this evening: how many people come, what we promised, whom to call, a "
                "poster and texts for your colleagues, and the list of names for your reception."
            ),
            _("The link opens without an account. Pass it on only to those who need it; it ends on %(day)s.")
            % {"day": date_format(page.open_until, "l j F")},
        ],
        facts=_facts(page),
        action=Link(_("Open my page"), settings.SITE_URL + page.get_absolute_url()),
    )


@kind("host-list")
def host_list(mail: Mail) -> Message | None:
    page = _page_of(mail)
    if page is None or not page.edition.is_published:
        return None
    people = page.edition.places_taken
    return Message(
        subject=_("The list for your reception: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            ngettext(
                "The list is ready, with %(people)s name. Print it, or take it as a file.",
                "The list is ready, with %(people)s names. Print it, or take it as a file.",
                people,
            )
            % {"people": people},
            _("When somebody joins or leaves, we write to you."),
        ],
        facts=_facts(page),
        action=Link(_("Open the list"), settings.SITE_URL + reverse("host:list", args=[page.token])),
    )


@kind("host-changes")
def host_changes(mail: Mail) -> Message | None:
    page = _page_of(mail)
    if page is None or not page.edition.is_published:
        return None
    plus = [f"+ {Line(*line)}" for line in mail.data["plus"]]
    minus = [f"− {Line(*line)}" for line in mail.data["minus"]]
    people = page.edition.places_taken
    return Message(
        subject=_("The list has changed: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            unlinked("\n".join([*plus, *minus])),
            ngettext("%(people)s person is on the list now.", "%(people)s people are on the list now.", people)
            % {"people": people},
        ],
        action=Link(_("Open the list"), settings.SITE_URL + reverse("host:list", args=[page.token])),
    )


@kind("host-moved")
def host_moved(mail: Mail) -> Message | None:
    page = _page_of(mail)
    return moving(page) if page and page.edition.is_published else None


def moving(page: HostPage) -> Message:
    """That the evening at their place has another date."""
    return Message(
        subject=_("New date: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            _("The café at your place is now on %(moment)s. Your page and your list have moved with it.")
            % {"moment": moment_in_words(page.edition.starts)}
        ],
        facts=_facts(page),
        action=Link(_("Open my page"), settings.SITE_URL + page.get_absolute_url()),
    )


@kind("host-reopened")
def host_reopened(mail: Mail) -> Message | None:
    page = _page_of(mail)
    return reopening(page) if page and page.edition.is_published else None


def reopening(page: HostPage) -> Message:
    """That the evening at their place, which was cancelled, takes place after all."""
    return Message(
        subject=_("It takes place after all: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            _("The café at your place, which was cancelled, takes place after all, on %(moment)s.")
            % {"moment": moment_in_words(page.edition.starts)},
            _("If that no longer suits you, tell us: whom to call stands on your page."),
        ],
        facts=_facts(page),
        action=Link(_("Open my page"), settings.SITE_URL + page.get_absolute_url()),
    )


@kind("host-cancelled")
def host_cancelled(mail: Mail) -> Message | None:
    page = _page_of(mail)
    return cancellation(page) if page and page.edition.is_cancelled else None


def cancellation(page: HostPage) -> Message:
    """That nobody comes to their place."""
    reason = page.edition.cancellation_reason
    return Message(
        subject=_("Cancelled: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            _("The café at your place will not take place: nobody comes that evening."),
            *([reason] if reason else []),
        ],
        facts=_facts(page),
    )


@kind("host-left")
def host_left(mail: Mail) -> Message | None:
    """While the evening meets elsewhere: the link works no longer, so the page is not open."""
    page = HostPage.objects.select_related("edition__series", "venue").filter(pk=mail.data["page"]).first()
    if page is None or page.edition.venue_id == page.venue_id:
        return None
    return leaving(page, in_zone(datetime.datetime.fromisoformat(mail.data["before"]), page.edition.series.zone))


def leaving(page: HostPage, before: datetime.datetime) -> Message:
    """That the evening of that moment does not meet at their place any more."""
    return Message(
        subject=_("No longer at your place: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            _("The café no longer meets at your place: nobody comes on %(moment)s.")
            % {"moment": moment_in_words(before)},
            _(
                "Your page for it has ended. If you have the list of names for your reception, please destroy it. "
                "Thank you for having made room for us."
            ),
        ],
        facts=[(_("When"), moment_in_words(before)), (_("Where"), page.venue.name)],
    )


@kind("host-back")
def host_back(mail: Mail) -> Message | None:
    page = _page_of(mail)
    return coming_back(page) if page and page.edition.is_published else None


def coming_back(page: HostPage) -> Message:
    """That the evening meets at their place, which it had left."""
    return Message(
        subject=_("At your place after all: %(edition)s") % {"edition": page.edition.title},
        paragraphs=[
            _("The café meets at your place after all, on %(moment)s. Your page and your list work again.")
            % {"moment": moment_in_words(page.edition.starts)},
            _("If that no longer suits you, tell us: whom to call stands on your page."),
        ],
        facts=_facts(page),
        action=Link(_("Open my page"), settings.SITE_URL + page.get_absolute_url()),
    )


def _page_of(mail: Mail) -> HostPage | None:
    """The page that the mail is about, while its link works."""
    pages = HostPage.objects.open().select_related("edition__series", "edition__venue", "venue")
    return pages.filter(pk=mail.data["page"]).first()


def _facts(page: HostPage) -> list[tuple[str, str]]:
    return [(_("When"), moment_in_words(page.edition.starts)), (_("Where"), page.venue.name)]
