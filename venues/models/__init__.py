from venues.models.former import FormerVenue
from venues.models.offer import HostOffer, HostOfferQuerySet, OfferEntry, TooEarly
from venues.models.photo import PHOTOS_AT_MOST, VenuePhoto
from venues.models.venue import PEOPLE_AT_MOST, VENUES_SHOWN, Venue, VenueQuerySet, name_key

__all__ = [
    "PEOPLE_AT_MOST",
    "PHOTOS_AT_MOST",
    "VENUES_SHOWN",
    "FormerVenue",
    "HostOffer",
    "HostOfferQuerySet",
    "OfferEntry",
    "TooEarly",
    "Venue",
    "VenuePhoto",
    "VenueQuerySet",
    "name_key",
]
