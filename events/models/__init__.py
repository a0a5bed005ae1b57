from events.models.bare_count import BareCount
from events.models.call import TradeCall
from events.models.edition import CannotPublish, Edition
from events.models.host_page import HostPage
from events.models.introduction import Introduction
from events.models.kept import FeedChange, KeptFeed
from events.models.member_calendar import MemberCalendar
from events.models.news import NotOver
from events.models.passed_over import PassedOver
from events.models.places import AlreadyComing, NoPlaceLeft, RsvpClosed, TooManyGuests
from events.models.received import MailboxMark, ReceivedReply
from events.models.rsvp import Rsvp, Standing, WalkIn
from events.models.series import CadenceDate, Posting, Series, SkippedDate

__all__ = [
    "AlreadyComing",
    "BareCount",
    "CadenceDate",
    "CannotPublish",
    "Edition",
    "FeedChange",
    "HostPage",
    "Introduction",
    "KeptFeed",
    "MailboxMark",
    "MemberCalendar",
    "NoPlaceLeft",
    "NotOver",
    "PassedOver",
    "Posting",
    "ReceivedReply",
    "Rsvp",
    "RsvpClosed",
    "Series",
    "SkippedDate",
    "Standing",
    "TooManyGuests",
    "TradeCall",
    "WalkIn",
]
