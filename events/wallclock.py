"""What a clock on the wall says, and the instant that it means."""

import datetime
from zoneinfo import ZoneInfo


class NoSuchTime(ValueError):
    """The clocks are put forward over this time, or it is beyond the calendar: no clock ever shows it."""


class TimeTwice(ValueError):
    """The clocks are put back over this time: they show it twice."""


class WallTime(datetime.datetime):
    """A moment as the clocks of one zone show it; templates show it as it is, in that zone."""

    convert_to_local_time = False  # what Django's template engine looks at


def in_zone(moment: datetime.datetime, zone: ZoneInfo) -> WallTime:
    """The moment as the clocks of the zone show it, the second showing of a doubled hour told by its fold."""
    wall = moment.astimezone(zone)
    return WallTime.combine(wall.date(), wall.timetz())


def day_begins(moment: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """The instant, in UTC, at which the day of this moment begins by the clocks of the zone.

    Where they are put forward at midnight it begins with the first time that they show.
    """
    return datetime.datetime.combine(moment.astimezone(zone).date(), datetime.time(), zone).astimezone(datetime.UTC)


def instant(day: datetime.date, time: datetime.time, zone: ZoneInfo) -> datetime.datetime:
    """The instant, in UTC, at which the clocks of the zone show this day and time.

    Raises NoSuchTime and TimeTwice around the two changes of the year (PEP 495, gap and fold).
    """
    wall = datetime.datetime.combine(day, time.replace(fold=0), tzinfo=zone)
    try:
        moment = wall.astimezone(datetime.UTC)
        back = moment.astimezone(zone)
    except OverflowError:  # the first and last hours of the years 1 and 9999, which UTC does not reach
        raise NoSuchTime(f"{wall:%Y-%m-%d %H:%M} is beyond the calendar") from None
    if back.replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise NoSuchTime(f"{wall:%Y-%m-%d %H:%M} does not exist in {zone}")
    if wall.utcoffset() != wall.replace(fold=1).utcoffset():
        raise TimeTwice(f"{wall:%Y-%m-%d %H:%M} exists twice in {zone}")
    return moment
