"""The words of the card that a shared link to an edition shows."""

from django.utils.translation import gettext as _

from events.card import Card
from events.drawing import table
from events.models import Edition
from events.poem import verse
from members.dates import date_format

VERSES = 3


def card_of(edition: Edition) -> Card:
    """What the card of an edition says, to everybody the same: no more than a stranger reads on its page."""
    mix = edition.public_inventory if edition.is_published else None
    when = _("%(day)s, %(time)s") % {
        "day": date_format(edition.starts, "l j F Y"),
        "time": date_format(edition.starts, "TIME_FORMAT"),
    }
    series = edition.series.name
    if edition.number:
        series = _("%(series)s, no. %(number)s") % {"series": series, "number": edition.number}
    verses = [verse(line) for line in mix.lines[:VERSES]] if mix else []
    return Card(
        series=series,
        title=edition.theme or edition.series.name,
        when=_("Cancelled: %(edition)s") % {"edition": when} if edition.is_cancelled else when,
        where=edition.venue.name if edition.venue else _("Venue to be confirmed"),
        verse=", ".join([*verses, "… " + _("and a raccoon.")]) if verses else "",
        table=table(mix.drinkers if mix else [], evening=edition.slug),
    )
