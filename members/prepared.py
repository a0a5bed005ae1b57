"""Queries that are built once and asked many times: of what nearly every page asks, building costs more than asking."""

import datetime
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection, models

STAND_INS: dict[type, Callable[[int], Any]] = {  # values that no query has by itself
    int: lambda number: 2**62 - number,
    str: lambda number: f"\ue000{number}",
    datetime.datetime: lambda number: datetime.datetime(9000, 1, 1, microsecond=number, tzinfo=datetime.UTC),
}


class Prepared:
    """A query of values whose SQL is kept, with places for the integers, strings and moments that each asking gives.

    `build` makes the queryset from one of its kind for each name. They have to reach the database as they are, and
    nothing else that changes, as the language or the hour, may have a say in the query. A row comes as the driver of
    the database gives it: SQLite says 0 and 1 for false and true.
    """

    def __init__(self, build: "Callable[..., models.QuerySet[Any, Any]]", **kinds: type) -> None:
        self.build = build
        self.stand_ins = {name: STAND_INS[kind](number) for number, (name, kind) in enumerate(kinds.items())}

    def row(self, **values: int | str | datetime.datetime) -> Any:
        """The first row for these values; None if there is none."""
        sql, places = self._sql
        with connection.cursor() as cursor:
            cursor.execute(sql, [_told(values[name]) if name else fixed for name, fixed in places])
            return cursor.fetchone()

    @cached_property
    def _sql(self) -> tuple[str, list[tuple[str, Any]]]:
        """The SQL, and of each of its parameters the name of the value, or the value that is always the same."""
        names = {_told(stand_in): name for name, stand_in in self.stand_ins.items()}
        sql, parameters = self.build(**self.stand_ins).query.sql_with_params()
        return sql, [(names.get(parameter, ""), parameter) for parameter in parameters]


def _told(value: Any) -> Any:
    """A value as the database is told it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime.datetime) else value
