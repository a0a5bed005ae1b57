"""How many people a number has to speak of before it may be told."""

COMPANY = 3


def in_company(people: int) -> int:
    """The whole threes among so many people.

    Told by threes, a number points at nobody, and one person more or less leaves it, two times in three, as it is. Who
    compares it before and after each change learns at most that the last of three has come, or that one of them left.
    """
    return people - people % COMPANY
