"""The public holidays of France (Code du travail, L3133-1), and the weeks when Paris is away."""

import datetime

from dateutil.easter import easter
from django.utils.translation import gettext_lazy as _

_FIXED = {
    (1, 1): _("New Year's Day"),
    (5, 1): _("Labour Day"),
    (5, 8): _("Victory Day"),
    (7, 14): _("Bastille Day"),
    (8, 15): _("Assumption"),
    (11, 1): _("All Saints' Day"),
    (11, 11): _("Armistice Day"),
    (12, 25): _("Christmas Day"),
}
_AFTER_EASTER = {1: _("Easter Monday"), 39: _("Ascension Day"), 50: _("Whit Monday")}
FRENCH_ZONES = {"Europe/Paris"}


def public_holiday(day: datetime.date) -> str:
    """The name of the French public holiday on this day; "" for any other day.

    A movable one wins where two fall together, as Ascension Day and Labour Day did in 2008.
    """
    since_easter = (day - easter(day.year)).days
    return str(_AFTER_EASTER.get(since_easter) or _FIXED.get((day.month, day.day)) or "")


def is_august_break(day: datetime.date) -> bool:
    """Whether it falls into the month in which French offices, and their meetups, are closed."""
    return day.month == 8
