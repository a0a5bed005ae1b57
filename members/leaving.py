"""Taking leave: everything about a member is erased, in one act.

Each app registers with `@on_leaving` what has to happen to its rows while the member is still there: the counts that
stay, what others wait for. Whatever merely belongs to a member goes with them by its foreign key (`CASCADE`). With
`@obstacle` an app names what a member must hand over first.
"""

from collections.abc import Callable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.http import HttpRequest

from members.models import Mail, Member, Suppression

Act = Callable[[Member], None]
Obstacle = Callable[[Member], list[str]]
_acts: list[Act] = []
_obstacles: list[Obstacle] = []


class StillNeeded(Exception):
    """The member has something to hand over first; its sentences say what."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def on_leaving(act: Act) -> Act:
    """Registers what happens to an app's rows when a member leaves; run in the transaction of the erasure."""
    _acts.append(act)
    return act


def obstacle(finder: Obstacle) -> Obstacle:
    """Registers a function that answers a sentence for each thing a member must hand over before leaving."""
    _obstacles.append(finder)
    return finder


def obstacles(member: Member) -> list[str]:
    """What the member must hand over first; nothing where they may leave."""
    return [sentence for finder in _obstacles for sentence in finder(member)]


def erase(member: Member) -> None:
    """Erases the member: profile, photo, mails, sessions, keys and tokens; of their past evenings only counts stay.

    Raises StillNeeded where something has to be handed over first; then nothing has changed.
    """
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        if sentences := obstacles(member):
            raise StillNeeded(sentences)
        for act in _acts:
            act(member)
        addresses = {member.email, *EmailAddress.objects.filter(user=member).values_list("email", flat=True)}
        Mail.objects.filter(address__in=addresses).delete()
        Suppression.objects.filter(address__in=addresses).delete()
        end_sessions(member)
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(Member), object_id=str(member.pk)
        ).delete()
        member.discard_photo()
        member.delete()
        transaction.on_commit(empty_the_log, robust=True)


def empty_the_log() -> None:
    """Takes what was deleted out of SQLite's log of changes too: in the file itself it is overwritten at once.

    Somebody who is just reading may keep it a moment longer; the worker does the same once an hour. PostgreSQL does
    it in its own time (autovacuum, and its log going round).
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def end_sessions(member: Any, *, but: str | None = None) -> None:
    """Signs the member out everywhere, except in the session of the key `but`."""
    for session in UserSession.objects.filter(user_id=member.pk).exclude(session_key=but or ""):
        session.end()


def keep_only_this_session(*, request: HttpRequest, user: Member, **kwargs: Any) -> None:
    """After a change of the main address, whoever else is signed in as this member is no longer; this key is new."""
    before = request.session.session_key
    end_sessions(user, but=before)
    request.session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)
