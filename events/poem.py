"""The inventory of an evening as a poem, after Prévert: what is on the table, counted, and a raccoon."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.inventory import Line


def number(count: int) -> str:
    """A number from two on, in words as far as a poem would spell it."""
    words = [
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
        _("thirteen"),
        _("fourteen"),
        _("fifteen"),
        _("sixteen"),
    ]
    return words[count - 2] if 2 <= count < len(words) + 2 else str(count)


def verse(line: Line) -> str:
    """One line of the poem: “a watch”, “three shared passions”; it names what is done, never who does it."""
    if line.trade is None:
        return _of_a_family(line.family, line.count)
    if line.count == 1 and line.trade.one:
        return line.trade.one
    if line.count > 1 and line.trade.many:
        return _("%(number)s %(things)s") % {"number": number(line.count), "things": line.trade.many}
    name = line.trade.name[:1].lower() + line.trade.name[1:]
    return ngettext("%(trade)s, once", "%(trade)s, %(number)s times", line.count) % {
        "trade": name,
        "number": number(line.count),
    }


def last_verse(others: int) -> str:
    """The line of those whose trade is not told."""
    return ngettext("one trade yet to be told", "%(number)s trades yet to be told", others) % {"number": number(others)}


def _of_a_family(family: str, count: int) -> str:
    verses = {
        "voice": ngettext("one voice in public", "%(number)s voices in public", count),
        "care": ngettext("one gesture of care", "%(number)s gestures of care", count),
        "members": ngettext("one community of members", "%(number)s communities of members", count),
        "inside": ngettext("one corridor conversation", "%(number)s corridor conversations", count),
        "settings": ngettext("one place or cause", "%(number)s places and causes", count),
        "lead": ngettext("one course to hold", "%(number)s courses to hold", count),
    }
    return verses[family] % {"number": number(count)}
