"""What this app keeps about a member, for their archive, and what becomes of it when they leave."""

from typing import Any

from allauth.account.models import EmailAddress

from members.archive import chapter
from members.leaving import on_leaving
from members.models import Member
from venues.models import HostOffer, HostOfferQuerySet, OfferEntry, Venue


@chapter("offers_to_host")
def offers(member: Member) -> list[Any]:
    """What they have offered, by the address that they proved."""
    fields = [field.attname for field in HostOffer._meta.concrete_fields]
    own = {"id", "venue_id", "notes", "next_step", "next_step_on"}  # the last three are the organizers' words
    return list(_offers_of(member).order_by("pk").values(*[name for name in fields if name not in own]))


@chapter("work_on_offers")
def work_on_offers(member: Member) -> list[Any]:
    """What they did about offers as organizers."""
    return list(
        OfferEntry.objects.filter(by=member).order_by("pk").values("offer__organisation", "step", "subject", "at")
    )


@on_leaving
def forget_the_contact(member: Member) -> None:
    """The place and its house stay known; who spoke for it does not."""
    _offers_of(member).update(contact_name="", email="", phone="", message="")
    contacts = Venue.objects.filter(contact_email__in=_proven_addresses(member))
    contacts.update(contact_name="", contact_email="", contact_phone="")


def _offers_of(member: Member) -> HostOfferQuerySet:
    return HostOffer.objects.filter(email__in=_proven_addresses(member))


def _proven_addresses(member: Member) -> Any:
    return EmailAddress.objects.filter(user=member, verified=True).values("email")
