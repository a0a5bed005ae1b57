"""Dates as people write them. French says « 1er janvier », where Django's formats know « 1 janvier » only."""

import datetime
import re

from django.utils import formats
from django.utils.translation import get_language

_MONTH = re.compile(r"(?<!\\)[EFMN]")
_DAY = re.compile(r"(?<!\\)j")


def date_format(value: datetime.date, style: str = "DATE_FORMAT") -> str:
    """The date in the active language, by one of Django's formats or by the letters of one."""
    return formats.date_format(value, style_for(value, style))


def style_for(value: object, style: str) -> str:
    """The same format, with an ordinal where French wants one: on the first of a month that is named."""
    if getattr(value, "day", None) != 1 or not (get_language() or "").startswith("fr"):
        return style
    letters = str(formats.get_format(style))
    return _DAY.sub(r"j\\e\\r", letters) if _MONTH.search(letters) else letters
