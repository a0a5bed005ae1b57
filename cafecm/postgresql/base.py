"""PostgreSQL as Django speaks to it, but for how a connection of the pool is looked at before it is used, and for
queries that are prepared.

Django's way asks the server whether it is still there, before each request: as long as all that a kept page asks of it.
That the server has hung up, the socket tells by itself; what it does not tell, asking would not learn any sooner.

Planning what a kept page asks takes the server longer than answering it, so it is planned once a connection.
A pooler in between may have another process of the server answer each time, which has prepared nothing, or something
else: behind one, nothing is prepared.
"""

import select
from typing import Any, Self

from django.db.backends.postgresql import base, operations
from django.db.backends.utils import CursorWrapper
from psycopg import Connection, Cursor, OperationalError
from psycopg.abc import Params
from psycopg_pool import ConnectionPool


class PreparedCursor(Cursor[Any]):
    """Prepares what it executes, where its connection may: once, and nothing that other cursors execute."""

    def execute(self, query: Any, params: Params | None = None, **options: Any) -> Self:
        self.connection.prepare_threshold = 0 if self.connection.prepared_max else None
        try:
            return super().execute(query, params, **options)
        finally:
            self.connection.prepare_threshold = None


class DatabaseOperations(operations.DatabaseOperations):
    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> Any:
        """With its parameters, for developers; a prepared cursor does not tell."""
        if isinstance(cursor, PreparedCursor):
            return self.compose_sql(sql, params)
        return super().last_executed_query(cursor, sql, params)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection, of the pool if there is one, that the server has not ended."""
        while True:
            connection = super().get_new_connection(conn_params)
            if not self.pool or not _has_something_to_read(connection):
                return connection
            try:
                ConnectionPool.check_connection(connection)
            except OperationalError:
                self.pool.putconn(connection)  # which replaces it
            else:
                return connection

    def prepared_cursor(self) -> CursorWrapper:
        """A cursor whose queries the server plans once a connection; their parameters are bound there."""
        self.ensure_connection()
        cursor: CursorWrapper = self._prepare_cursor(PreparedCursor(self.connection))  # type: ignore[attr-defined]
        return cursor

    def _configure_connection(self, connection: "Connection[Any]") -> Any:
        if not _is_direct(connection):
            connection.prepared_max = 0
        return super()._configure_connection(connection)  # type: ignore[misc]


def _is_direct(connection: "Connection[Any]") -> bool:
    """Whether the process that answers is the one that said so at the beginning; a pooler says a number of its own."""
    with connection.cursor() as cursor:
        [answering] = cursor.execute("SELECT pg_backend_pid()").fetchone() or [None]
    return bool(answering == connection.info.backend_pid)


def _has_something_to_read(connection: "Connection[Any]") -> bool:
    """Whether its idle socket holds something: the end of it, or a word that nobody has asked for."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))
