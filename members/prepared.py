"""Queries that are built once and asked many times: of what nearly every page asks, building costs more than asking."""

import copy
import datetime
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection, models
from django.db.backends.utils import CursorWrapper

STAND_INS: dict[type, Callable[[int], Any]] = {  # values that no query has by itself
    int: lambda number: 2**62 - number,
    str: lambda number: f"\ue000{number}",
    datetime.datetime: lambda number: datetime.datetime(9000, 1, 1, microsecond=number, tzinfo=datetime.UTC),
}


class Prepared:
    """A query whose SQL is kept, with places for the integers, strings and moments that each asking gives.

    `build` makes the queryset from one value of its kind for each name. They have to reach the database as they are,
    and nothing else that changes, as the language or the hour, may have a say in the query. What it loads beside its
    rows (`prefetch_related`) is built each time.
    """

    def __init__(self, build: "Callable[..., models.QuerySet[Any, Any]]", **kinds: type) -> None:
        self.build = build
        self.stand_ins = {name: STAND_INS[kind](number) for number, (name, kind) in enumerate(kinds.items())}

    def row(self, **values: int | str | datetime.datetime) -> Any:
        """The first row for these values; None if there is none."""
        return next(iter(self.rows(**values)), None)

    def rows(self, **values: int | str | datetime.datetime) -> list[Any]:
        """All rows for these values, as the queryset gives them: of a model, or of columns."""
        queryset, compiler, sql, places, converters = self._built
        parameters = tuple(_told(values[name]) if name else fixed for name, fixed in places)
        asked = copy.copy(compiler)
        asked.connection = connection
        asked.as_sql = lambda *args, **kwargs: (sql, parameters)
        asked.get_converters = lambda *args, **kwargs: converters
        rows = queryset.all()
        rows.query.get_compiler = lambda *args, **kwargs: asked  # type: ignore[method-assign]
        return list(rows)

    @cached_property
    def _built(self) -> tuple[models.QuerySet[Any, Any], Any, str, list[tuple[str, Any]], dict[int, Any]]:
        """The queryset, the compiler of its SQL, the SQL, its parameters, and what makes values of its columns.

        Of each parameter the name of the value, or the value that is always the same.
        """
        names = {_told(stand_in): name for name, stand_in in self.stand_ins.items()}
        queryset = self.build(**self.stand_ins)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        places = [(names.get(parameter, ""), parameter) for parameter in parameters]
        converters = compiler.get_converters([column[0] for column in compiler.select])
        return queryset, compiler, sql, places, converters


def prepared_cursor(connection: Any) -> CursorWrapper:
    """A cursor for a query that is asked many times; SQLite keeps what it has prepared by itself."""
    cursor: CursorWrapper = connection.prepared_cursor() if connection.vendor == "postgresql" else connection.cursor()
    return cursor


def _told(value: Any) -> Any:
    """A value as the database is told it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime.datetime) else value
