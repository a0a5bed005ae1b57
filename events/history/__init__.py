"""A café's history: what a table or a calendar file tells of its evenings, and taking them into a series.

`read` turns the bytes of a file into a History without looking at the database; `take` makes editions of it.
"""

from events.history.entry import History, Remark, Unreadable
from events.history.reading import BYTES_AT_MOST, read
from events.history.taking import Report, take

__all__ = ["BYTES_AT_MOST", "History", "Remark", "Report", "Unreadable", "read", "take"]
