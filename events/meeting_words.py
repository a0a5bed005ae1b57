"""Why two people are introduced, and what a first café is like, in words."""

from django.utils.translation import gettext as _

from events.introductions import Reason, why
from events.models.meeting import guest
from members.models import Member


def sentence(reader: Member, other: Member) -> str:
    """One line on why the reader may want to meet the other, from what both tell now."""
    reason, about = why(guest(reader), guest(other))
    names = {trade.key: trade.name for trade in [*other.trades, *reader.trades]}
    words = {
        "item": about[0] if about else "",
        "theirs": names.get(about[0], "") if about else "",
        "yours": names.get(about[-1], "") if about else "",
    }
    sentences = {
        Reason.HELPS_YOU: _("can help with “%(item)s”, and you look for that."),
        Reason.YOU_HELP: _("looks for “%(item)s”, and you can help."),
        Reason.COMPLEMENT: _("“%(theirs)s” and “%(yours)s” are trades that complete each other."),
        Reason.DIFFER: _("“%(theirs)s”, quite another trade than yours."),
        Reason.MEET: _("you have never been at the same café."),
    }
    return sentences[reason] % words


def what_to_expect() -> str:
    """What somebody is told who comes for the first time."""
    return _(
        "Your first café? Come when you can: there is no speech to make and nothing to prepare. People say their first "
        "name and what they do, then talk with whom they like, a cup in hand. Say at the door that you are new, and "
        "somebody introduces you."
    )
