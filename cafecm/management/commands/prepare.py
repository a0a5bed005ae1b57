"""`manage.py prepare`: what has to be done before this code serves, each time that it is another."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrates the database and collects the static files, as `serve` does before it serves."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)  # makes one only where limits count in the database
        if not settings.DEBUG:
            _collect_static()


def _collect_static() -> None:
    """Collects the static files, unless they are those of the last time: all are compressed, which takes seconds."""
    paths = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])]
    files = [(path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    digest = hashlib.sha256(repr(files).encode()).hexdigest()
    collected = settings.STATIC_ROOT / ".collected"
    if not collected.exists() or collected.read_text() != digest:
        call_command("collectstatic", interactive=False, verbosity=0)
        collected.write_text(digest)
