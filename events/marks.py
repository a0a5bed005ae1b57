"""Triggers of the database that mark what feeds show as changed.

They are no rule of the café's: they keep the house's own memory of its feeds honest. The database sees every change,
made by a form, the admin, a bulk update, a merge or an erasure; code that had to remember would one day forget.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections

from events.models.kept import EDITIONS, PLACES

PREFIX = "feeds_"


@dataclass(frozen=True)
class Watched:
    """A table, the subjects that its rows belong to, the column that tells whose they are, and the columns that count.

    Without columns every update counts.
    """

    table: str
    subjects: tuple[str, ...] = ()
    member: str = ""
    columns: tuple[str, ...] = ()
    events: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")


WATCHED = [
    Watched("events_edition", (EDITIONS,)),
    Watched("events_edition_specialties", (EDITIONS,)),
    Watched("events_series", (EDITIONS,)),
    Watched("venues_venue", (EDITIONS,)),
    Watched("members_specialty", (EDITIONS,)),
    Watched("members_memberspecialty", (PLACES,)),
    Watched("events_rsvp", (PLACES,), "member_id", ("status", "edition_id", "member_id", "changed_at")),
    Watched("events_membercalendar", (), "member_id"),
    Watched("members_member", (PLACES,), "id", ("is_active", "visibility"), ("UPDATE",)),
]


@dataclass(frozen=True)
class Trigger:
    """One trigger, in the words of one kind of database. Its name changes with what it does."""

    table: str
    event: str
    what: str

    @property
    def name(self) -> str:
        digest = hashlib.sha256(f"{self.event} {self.what}".encode()).hexdigest()
        return f"{PREFIX}{self.table}_{self.event.split()[0].lower()}_{digest[:8]}"

    def create(self, vendor: str) -> Iterator[str]:
        """The statements that make it."""
        when = f"AFTER {self.event} ON {self.table}"
        if vendor == "sqlite":
            yield f"CREATE TRIGGER {self.name} {when} BEGIN {self.what}; END"
        else:
            body = f"$$ BEGIN {self.what}; RETURN NULL; END $$"
            yield f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS {body}"
            yield f"CREATE TRIGGER {self.name} {when} FOR EACH ROW EXECUTE FUNCTION {self.name}()"


def triggers() -> Iterator[Trigger]:
    """Up to three for each table: what is added, changed or taken away."""
    for watched in WATCHED:
        for event in watched.events:
            row = "OLD" if event == "DELETE" else "NEW"
            columns = f" OF {', '.join(watched.columns)}" if event == "UPDATE" and watched.columns else ""
            subjects = [f"'{subject}'" for subject in watched.subjects]
            if watched.member:
                subjects.append(f"'member:' || {row}.{watched.member}")
            values = ", ".join(f"({subject}, 1)" for subject in subjects)
            statement = f"INSERT INTO events_feedchange (subject, marks) VALUES {values}"  # noqa: S608 (our own names)
            yield Trigger(watched.table, event + columns, statement)


def install(*, using: str, **signal: Any) -> None:
    """After a migration: makes the triggers that are missing, and forgets those of another time.

    Where any was missing, changes may have passed unseen: every kept feed is taken for stale.
    """
    connection = connections[using]
    if not {watched.table for watched in WATCHED} <= set(connection.introspection.table_names()):
        return
    wanted = {trigger.name: trigger for trigger in triggers()}
    there = _there(connection)
    with connection.cursor() as cursor:
        _drop(connection, {name: table for name, table in there.items() if name not in wanted})
        missing = [trigger for name, trigger in wanted.items() if name not in there]
        for trigger in missing:
            for statement in trigger.create(connection.vendor):
                cursor.execute(statement)
        if missing:
            cursor.execute("DELETE FROM events_keptfeed")
            cursor.execute(f"INSERT INTO events_feedchange (subject, marks) VALUES ('{EDITIONS}', 1)")  # noqa: S608


def step_aside(*, using: str, plan: Any = (), **signal: Any) -> None:
    """Before a migration that does something: SQLite renames no table while a trigger speaks of it."""
    connection = connections[using]
    if plan and connection.vendor == "sqlite":
        _drop(connection, _there(connection))


def _there(connection: Any) -> dict[str, str]:
    """The triggers that the database has, and their tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        return {name: table for name, table in cursor.fetchall() if name.startswith(PREFIX)}


def _drop(connection: Any, names: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        for name, table in names.items():
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {name}")
            else:
                cursor.execute(f"DROP TRIGGER {name} ON {table}")
                cursor.execute(f"DROP FUNCTION {name}()")
