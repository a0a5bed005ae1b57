"""Triggers of the database, made after each migration.

They are no rule of the café's: they keep what is derived from rows true to them. The database sees every change, made
by a form, the admin, a bulk update, a merge or an erasure; code that had to remember would one day forget.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Trigger:
    """One trigger: what it does after such an event, in SQL. Its name changes with what it does."""

    prefix: str  # says whose it is
    table: str
    event: str
    what: str

    @property
    def name(self) -> str:
        digest = hashlib.sha256(f"{self.event} {self.what}".encode()).hexdigest()
        return f"{self.prefix}{self.table}_{self.event.split()[0].lower()}_{digest[:8]}"

    def create(self, vendor: str) -> Iterator[str]:
        """The statements that make it."""
        when = f"AFTER {self.event} ON {self.table}"
        if vendor == "sqlite":
            yield f"CREATE TRIGGER {self.name} {when} BEGIN {self.what}; END"
        else:
            body = f"$$ BEGIN {self.what}; RETURN NULL; END $$"
            yield f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS {body}"
            yield f"CREATE TRIGGER {self.name} {when} FOR EACH ROW EXECUTE FUNCTION {self.name}()"


def install(connection: Any, prefix: str, triggers: Iterable[Trigger]) -> bool:
    """Makes those of these that are missing, and forgets those of another time; says whether any was missing."""
    wanted, there = {trigger.name: trigger for trigger in triggers}, standing(connection, prefix)
    drop(connection, {name: table for name, table in there.items() if name not in wanted})
    missing = [trigger for name, trigger in wanted.items() if name not in there]
    with connection.cursor() as cursor:
        for trigger in missing:
            for statement in trigger.create(connection.vendor):
                cursor.execute(statement)
    return bool(missing)


def standing(connection: Any, prefix: str) -> dict[str, str]:
    """The triggers of this prefix that the database has, and their tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        return {name: table for name, table in cursor.fetchall() if name.startswith(prefix)}


def drop(connection: Any, names: dict[str, str]) -> None:
    """Takes these triggers, with their tables, out of the database."""
    with connection.cursor() as cursor:
        for name, table in names.items():
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {name}")
            else:
                cursor.execute(f"DROP TRIGGER {name} ON {table}")
                cursor.execute(f"DROP FUNCTION {name}()")


def step_aside(connection: Any, prefix: str, plan: Any) -> None:
    """Before a migration that does something: SQLite renames no table while a trigger speaks of it."""
    if plan and connection.vendor == "sqlite":
        drop(connection, standing(connection, prefix))
