"""`make bench-desk`: every page of the desk with 10,000 editions and 200,000 RSVPs, beside the small demo café.

For each database that answers: how many queries a page asks, the processor's time of this process for it, and how large
it is; through the test client, signed in as the organizer of all series, the best of five. The small figure is of the
demo café alone, with a few dozen evenings; the large one of a series with 500, beside 19 others; the full one of one of
those cut down to its latest 60 evenings, which fill every page. Files are read to their end.
Templates are rendered as in life: watched by the tools of the tests, each option of a list costs as much as a field.
"""

import os
import subprocess
import sys
import time
from io import StringIO
from typing import Any

MEMBERS, RSVPS, EDITIONS = 20_000, 200_000, 10_000
FULL = 60  # evenings
OF_A_SERIES = ("dates", "life", "history", "team", "import", "archive", "rotation", "copy-last")
OF_AN_EDITION = (
    *(
        "edit",
        "copy",
        "people",
        "add-person",
        "write-to-people",
        "people-csv",
        "people-xlsx",
        "people-print",
        "people-badges",
    ),
    *("reminder", "postpone", "cancel", "host", "door"),
)
OF_THE_PAST = ("recap", "recap-photos")
OTHERS = ("board", "new", "new-venue", "mail", "trades", "offers", "new-offer")


def main() -> None:
    databases = {
        "SQLite": "",
        "PostgreSQL": os.environ.get("BENCH_DATABASE_URL", "postgres://root@127.0.0.1:5432/test"),
    }
    for name, url in databases.items():
        environment = {"TEST_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        command = [sys.executable, "-m", "tests.desk_bench", name]
        if subprocess.run(command, env=os.environ | environment, check=False).returncode:
            print(f"{name} did not answer")


def one(name: str) -> None:
    """Measures the database of the settings, in a test database of its own."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from cafecm.demo import scale

    settings.DEBUG = False
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        call_command("demo", stdout=StringIO())
        small = measure(*places("cafe"))
        scale.MEMBERS, scale.RSVPS, scale.EDITIONS = MEMBERS, RSVPS, EDITIONS
        scale.build()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        large = measure(*places("grand-cafe-3"))
        shorten("grand-cafe-4")
        full = measure(*places("grand-cafe-4"))
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    print(f"\n{name:<20}{'queries':>24}{'CPU, ms':>24}{'kB':>24}")
    for page in large:
        costs = [each.get(page, (0, 0, 0)) for each in (small, full, large)]
        queries, milliseconds, sizes = zip(*costs, strict=True)
        figures = [*queries, *milliseconds, *(size / 1000 for size in sizes)]
        print(f"{page:<20}" + "".join(f"{figure:>8.0f}" for figure in figures))


def places(stem: str) -> tuple[str, str, str]:
    """A series by the beginning of its address, its next café, and its last one."""
    from events.models import Edition, Series

    series = Series.objects.filter(slug__startswith=stem).order_by("pk").first() or Series.objects.earliest("pk")
    published = Edition.objects.published().filter(series=series)
    return series.slug, published.upcoming()[0].slug, published.past()[0].slug


def shorten(series: str) -> None:
    """Deletes all evenings of the series but the latest that are over, and those to come."""
    from events.models import Edition

    past = Edition.objects.published().past().filter(series__slug=series)
    past.exclude(pk__in=[edition.pk for edition in past[:FULL]]).delete()


def measure(series: str, coming: str, past: str) -> dict[str, tuple[int, float, int]]:
    """For each page of the desk: queries, milliseconds of this process, bytes."""
    from django.test import Client
    from django.urls import reverse

    from cafecm.demo.load import OWNER
    from members.models import Member

    client = Client(headers={"host": "127.0.0.1:8000"})
    client.force_login(Member.objects.get(email=OWNER))
    asked: dict[str, list[str]] = {
        **{page: [] for page in OTHERS},
        **{page: [series] for page in OF_A_SERIES},
        **{page: [coming] for page in OF_AN_EDITION},
        **{page: [past] for page in OF_THE_PAST},
    }
    return {page: cost(client, reverse(f"organize:{page}", args=args)) for page, args in asked.items()}


def cost(client: Any, address: str) -> tuple[int, float, int]:
    """Queries, milliseconds and bytes of one page, or of one file to its end."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    best = float("inf")
    for _attempt in range(5):
        began = time.process_time()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
            size = len(response.getvalue() if response.streaming else response.content)
        assert response.status_code in (200, 302), (address, response.status_code)
        best = min(best, time.process_time() - began)
    return len(queries), best * 1000, size


if __name__ == "__main__":
    one(sys.argv[1]) if sys.argv[1:] else main()
