from venues.models.venue import PEOPLE_AT_MOST, Venue, VenueQuerySet, name_key

__all__ = ["PEOPLE_AT_MOST", "Venue", "VenueQuerySet", "name_key"]
