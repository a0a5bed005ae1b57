"""Lines of the log, without what would open a door."""

import logging
import re

# A signed token: what it is for, and one or two signatures, parted by colons. Addresses carry them.
_TOKEN = re.compile(r"\b[\w.-]{8,}(?:(?::|%3A)[\w-]{5,}){1,2}(?=[/?\s\"']|$)")


class Line(logging.Formatter):
    """One record as text; the secret of a link is left out of it, wherever it stands, in a traceback too."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("…", super().format(record))
