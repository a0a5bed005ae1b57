"""Triggers of the database that mark what kept answers show as changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connections

from members import triggers as database
from members.kept import EDITIONS, PHOTOS, PLACES
from members.triggers import Trigger

PREFIX = "marks_"


def one(subject: str) -> str:
    """The statement that adds a mark of this subject, an expression of SQL."""
    return f"INSERT INTO events_mark (subject, marks, is_counter) VALUES ({subject}, 1, false)"  # noqa: S608


def each(subject: str, rows: str) -> str:
    """The statement that adds a mark of the subject of each of these rows."""
    return f"INSERT INTO events_mark (subject, marks, is_counter) SELECT {subject}, 1, false FROM {rows}"  # noqa: S608


SOMETHING = one(f"'{EDITIONS}'")
SOMEBODY = one(f"'{PLACES}'")
# A place is taken and freed under the lock of its edition: one counter an edition, and nobody waits for it.
COUNTED = (
    "INSERT INTO events_mark (subject, marks, is_counter) VALUES ('edition:' || {row}.edition_id, 1, true) "
    "ON CONFLICT (subject) WHERE is_counter DO UPDATE SET marks = events_mark.marks + 1"
)
GONE = one("'edition:' || {row}.edition_id")
WELCOMED = each("'venue:' || venue_id", "events_edition WHERE venue_id IS NOT NULL AND id = {row}.edition_id")


def seen_at(member: str) -> str:
    """The statement that marks the editions where one member is seen; the column says whose row it is."""
    return each("'edition:' || edition_id", f"events_rsvp WHERE status = 'going' AND member_id = {{row}}.{member}")


# Whose name stands under a comment may have freed their place, and come all the same.
SAID = each("'edition:' || edition_id", "events_comment WHERE author_id = {row}.id")


def of(member: str) -> str:
    """The statement that marks one member's own calendar; the column says whose row it is."""
    return one(f"'member:' || {{row}}.{member}")


@dataclass(frozen=True)
class Watched:
    """A table, what a change of one of its rows does, and the columns that count; without columns, all of them."""

    table: str
    what: tuple[str, ...]
    columns: tuple[str, ...] = ()
    events: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")


PLACE = ("status", "guests", "position", "edition_id", "member_id", "changed_at")
WATCHED = [
    Watched("events_edition", (SOMETHING,)),
    Watched("events_edition_specialties", (SOMETHING,)),
    Watched("events_series", (SOMETHING,)),
    Watched("events_teammate", (SOMETHING,)),
    Watched("venues_venue", (SOMETHING,)),
    Watched("venues_venuephoto", (one(f"'{PHOTOS}'"),)),
    Watched("members_specialty", (SOMETHING,)),
    Watched("members_memberspecialty", (SOMEBODY, seen_at("member_id"))),
    Watched("events_rsvp", (SOMEBODY, of("member_id"), COUNTED), PLACE, ("INSERT", "UPDATE")),
    Watched("events_rsvp", (SOMEBODY, of("member_id"), GONE, WELCOMED), events=("DELETE",)),
    Watched("events_rsvp", (GONE, WELCOMED), ("arrived",), ("UPDATE",)),
    Watched("events_walkin", (GONE, WELCOMED)),
    Watched("events_barecount", (GONE, WELCOMED)),
    Watched("events_recapphoto", (one(f"'{PHOTOS}'"),)),
    Watched("events_comment", (GONE,)),
    Watched("events_membercalendar", (of("member_id"),)),
    Watched("members_member", (SOMEBODY, of("id")), ("is_active", "visibility"), ("UPDATE",)),
    Watched(
        "members_member",
        (seen_at("id"), SAID),
        ("name", "handle", "is_active", "visibility", "photo_visibility", "portrait"),
        ("UPDATE",),
    ),
]


def triggers() -> Iterator[Trigger]:
    """What is added, changed or taken away, table by table."""
    for watched in WATCHED:
        for event in watched.events:
            row = "OLD" if event == "DELETE" else "NEW"
            columns = f" OF {', '.join(watched.columns)}" if event == "UPDATE" and watched.columns else ""
            what = "; ".join(statement.replace("{row}", row) for statement in watched.what)
            yield Trigger(PREFIX, watched.table, event + columns, what)


def install(*, using: str, **signal: Any) -> None:
    """After a migration: makes the triggers that are missing.

    Where any was missing, changes may have passed unseen: nothing kept is believed.
    """
    connection = connections[using]
    if not {watched.table for watched in WATCHED} <= set(connection.introspection.table_names()):
        return
    if database.install(connection, PREFIX, triggers()):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM events_keptanswer")
            cursor.execute(SOMETHING)


@contextmanager
def unwatched(using: str = "default") -> Iterator[None]:
    """While many rows are brought in at once: no marks are left, and nothing that was kept is believed afterwards."""
    database.drop(connections[using], database.standing(connections[using], PREFIX))
    try:
        yield
    finally:
        install(using=using)


def step_aside(*, using: str, plan: Any = (), **signal: Any) -> None:
    """Before a migration that does something."""
    database.step_aside(connections[using], PREFIX, plan)
