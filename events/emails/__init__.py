"""What the mails about a café say; the words are made when the mail leaves, so that they are true then."""

from events.emails import announcements, editions, hosting, organizers, people, places, reminders, replies, team, trades

__all__ = [
    "announcements",
    "editions",
    "hosting",
    "organizers",
    "people",
    "places",
    "reminders",
    "replies",
    "team",
    "trades",
]
