"""The web server of `manage.py serve`: granian, before whose workers one socket listens.

It reads no settings: what it has loaded when it forks, new workers would have of the old code.
"""

import argparse
import socket
import sys
from pathlib import Path

from granian.constants import Interfaces
from granian.errors import FatalError
from granian.log import LogLevels
from granian.net import SocketHolder
from granian.server import MPServer

PROJECT = Path(__file__).parent.parent


class WebServer(MPServer):
    """Listens for all its workers, as granian does on every system but Linux.

    There each worker listens on a socket of its own, from when it has started until it ends. Where new code takes
    longer to start than the old is given to leave, nobody would listen meanwhile; and who waits before a worker that
    leaves would be turned away with it.
    """

    def _init_shared_socket(self) -> None:
        family = socket.AF_INET6 if ":" in self.bind_addr else socket.AF_INET
        self._sso = socket.create_server((self.bind_addr, self.bind_port), family=family, backlog=self.backlog)
        self._sso.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # its connections have it from there
        self._sso.setblocking(False)
        self._sso.set_inheritable(True)
        self._ssp, self._shd = None, SocketHolder(self._sso.fileno(), False, self.backlog)  # type: ignore[call-arg, assignment]


def serve(application: str, *, host: str, port: int, workers: int, grace: int) -> None:
    """Serves until it is told to end; requests that still run `grace` seconds later are given up."""
    server = WebServer(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        backlog=1024,
        websockets=False,
        working_dir=PROJECT,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=grace,
    )
    try:
        server.serve()
    except FatalError:
        sys.exit(1)
    except OSError as error:  # the port is taken, or is not for us
        sys.exit(f"{host}:{port}: {error.strerror}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("application", nargs="?", default="cafecm.wsgi:application")
    parser.add_argument("--host", required=True)
    for number in ("--port", "--workers", "--grace"):
        parser.add_argument(number, type=int, required=True)
    serve(**vars(parser.parse_args()))
