from events.models.edition import CannotPublish, ChangedMeanwhile, Edition
from events.models.passed_over import PassedOver
from events.models.places import RsvpClosed, TooManyGuests
from events.models.received import ReceivedReply
from events.models.rsvp import Rsvp, Standing, WalkIn
from events.models.series import Series

__all__ = [
    "CannotPublish",
    "ChangedMeanwhile",
    "Edition",
    "PassedOver",
    "ReceivedReply",
    "Rsvp",
    "RsvpClosed",
    "Series",
    "Standing",
    "TooManyGuests",
    "WalkIn",
]
