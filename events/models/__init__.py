from events.models.edition import CannotPublish, ChangedMeanwhile, Edition, Inventory
from events.models.places import RsvpClosed, TooManyGuests
from events.models.rsvp import Rsvp, Standing, WalkIn
from events.models.series import Series

__all__ = [
    "CannotPublish",
    "ChangedMeanwhile",
    "Edition",
    "Inventory",
    "Rsvp",
    "RsvpClosed",
    "Series",
    "Standing",
    "TooManyGuests",
    "WalkIn",
]
