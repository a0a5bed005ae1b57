"""All of a series in one file that another café takes in whole (docs/moving.md).

`pack` writes the ZIP piece by piece, `unpack` makes a series of it, all or nothing. Members do not travel: what they
did becomes numbers.
"""

from events.archive.packing import pack
from events.archive.unpacking import Arrival, NotTaken, unpack

__all__ = ["Arrival", "NotTaken", "pack", "unpack"]
