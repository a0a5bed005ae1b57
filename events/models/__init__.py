from events.models.act import Act, What
from events.models.bare_count import BareCount
from events.models.call import TradeCall
from events.models.comment import Comment
from events.models.edition import CannotPublish, Edition
from events.models.host_page import HostPage
from events.models.imported import Import
from events.models.introduction import Introduction
from events.models.kept import KeptAnswer, Mark
from events.models.member_calendar import MemberCalendar
from events.models.passed_over import PassedOver
from events.models.places import AlreadyComing, NoPlaceLeft, RsvpClosed, TooManyGuests
from events.models.questions import AnswersMissing
from events.models.recap import NotOver, TooManyComments, WasNotThere
from events.models.recap_photo import RecapPhoto
from events.models.received import MailboxMark, ReceivedReply
from events.models.rsvp import Rsvp, Standing, WalkIn
from events.models.series import CadenceDate, LastOwner, Posting, Series, SkippedDate
from events.models.team import Invitation, Role, Teammate, TooManyInvitations

__all__ = [
    "Act",
    "AlreadyComing",
    "AnswersMissing",
    "BareCount",
    "CadenceDate",
    "CannotPublish",
    "Comment",
    "Edition",
    "HostPage",
    "Import",
    "Introduction",
    "Invitation",
    "KeptAnswer",
    "LastOwner",
    "MailboxMark",
    "Mark",
    "MemberCalendar",
    "NoPlaceLeft",
    "NotOver",
    "PassedOver",
    "Posting",
    "RecapPhoto",
    "ReceivedReply",
    "Role",
    "Rsvp",
    "RsvpClosed",
    "Series",
    "SkippedDate",
    "Standing",
    "Teammate",
    "TooManyComments",
    "TooManyGuests",
    "TooManyInvitations",
    "TradeCall",
    "WalkIn",
    "WasNotThere",
    "What",
]
