"""What the mails about a café say; the words are made when the mail leaves, so that they are true then."""

from events.emails import editions, places, replies, trades

__all__ = ["editions", "places", "replies", "trades"]
