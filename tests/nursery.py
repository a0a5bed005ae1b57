"""Workers by the dozen: started once, it forks a worker at each line it reads, and prints its process id.

Starting Django fifty times would take longer than the lives of workers that are killed.
"""

import os
import signal
import sys

import django
from django.core.management import call_command


def main() -> None:
    """Forks until nothing more is to be read."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cafecm.settings"
    django.setup()
    from cafecm import urls  # noqa: F401 (read once, before there are children)
    from members.outbox import Message, render

    render(Message(subject="", paragraphs=[], qr="warm"), to="nobody@example.org")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who is killed is not waited for
    for _line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            call_command("worker")
            os._exit(0)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
