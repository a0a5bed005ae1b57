"""All of a series in one file that another café takes in whole (docs/moving.md).

`pack` writes the ZIP piece by piece, `unpack` makes a series of it, all or nothing, and `look_into` says what that
would be; `unpacking` is for who does more in the same transaction. Members do not travel: what they did becomes
numbers.
"""

from events.archive.packing import pack
from events.archive.unpacking import Arrival, Limits, NotTaken, look_into, unpack, unpacking

__all__ = ["Arrival", "Limits", "NotTaken", "look_into", "pack", "unpack", "unpacking"]
