"""PostgreSQL as Django speaks to it, but for how a connection of the pool is looked at before it is used.

Django's way asks the server whether it is still there, before each request: as long as all that a kept page asks of it.
That the server has hung up, the socket tells by itself; what it does not tell, asking would not learn any sooner.
"""

import select
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
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


def _has_something_to_read(connection: "Connection[Any]") -> bool:
    """Whether its idle socket holds something: the end of it, or a word that nobody has asked for."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))
