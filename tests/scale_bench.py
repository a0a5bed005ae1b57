"""`SMALL=… LARGE=… python -m tests.scale_bench`: what pages and RSVPs cost in a large café, beside a small one.

Both are URLs of databases of one kind, as `manage.py demo --scale` and `--scale 0.02` have left them. For each page:
how many queries it asks, the processor's time of this process for it, and how many evenings, places and people it links
to, through the test client and packed as for a browser: the best of three rounds in which the two take turns. Feeds say
how many evenings they hold. An evening with the same thirty people is added.
"""

import datetime
import gzip
import json
import os
import re
import subprocess
import sys
import time
from typing import Any

ROUNDS, PEOPLE = 3, 30
LINK = re.compile(rb'href="/(?:cafes/[-\w]*\d|venues/[-\w]+|members/[-\w]+)/"')


def main() -> None:
    cafés = [os.environ["SMALL"], os.environ["LARGE"]]
    found: list[dict[str, tuple[int, float, int]]] = [{}, {}]
    for _round in range(ROUNDS):
        for best, url in zip(found, cafés, strict=True):
            given = {"TEST_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
            command = [sys.executable, "-m", "tests.scale_bench", "--one"]
            told = subprocess.run(command, env=os.environ | given, check=True, stdout=subprocess.PIPE, text=True).stdout
            for page, (queries, milliseconds, shown) in json.loads(told).items():
                best[page] = (queries, min(milliseconds, best.get(page, (0, milliseconds))[1]), shown)
    print(f"{'small · large':<28}{'queries':>12}{'CPU, ms':>20}{'ratio':>8}{'shown':>16}")
    for page, (queries, milliseconds, shown) in found[0].items():
        many, much, more = found[1][page]
        print(
            f"{page:<28}{queries:>6} ·{many:>4}{milliseconds:>11.2f} ·{much:>7.2f}{much / milliseconds:>8.2f}"
            f"{shown:>9} ·{more:>5}"
        )


def one() -> None:
    """Measures the café of the settings; prints JSON."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from members.models import Specialty
    from tests.factories import make_member

    settings.ALLOWED_HOSTS = ["*"]
    edition, trade = an_evening(), Specialty.objects.choosable()[0]
    stranger, member = (Client(headers={"accept-encoding": "gzip"}) for _each in range(2))
    member.force_login(make_member(email=f"reader{time.monotonic_ns()}@example.org"))
    pages = {
        "home": "/",
        "list": "/cafes/",
        "past": "/cafes/past/",
        "month": f"/cafes/{edition.starts:%Y/%-m}/",
        "edition": edition.get_absolute_url(),
        "venue": edition.venue.get_absolute_url(),
        "venues": "/venues/",
        "trades": "/specialties/",
        "trade": reverse("events:specialty", args=[trade.key]),
        "list of a trade": f"/cafes/?specialty={trade.key}",
        "past of a trade": f"/cafes/past/?specialty={trade.key}",
    }
    feeds = {"feed of all": "/calendar.ics", "feed of a series": reverse("feeds:series", args=[edition.series.slug])}
    found = {}
    for name in ("home", "list", "month", "edition", "venue", "venues", "trades"):
        found[f"{name}, kept"] = cost(stranger, pages[name])
    for name, address in feeds.items():
        found[f"{name}, kept"] = cost(stranger, address)
    for name, address in pages.items():
        found[f"{name}, made afresh"] = cost(stranger, f"{address}{'&' if '?' in address else '?'}made=afresh")
    for name, address in pages.items():
        found[f"{name}, signed in"] = cost(member, address)
    found["RSVP"] = rsvp(reverse("events:rsvp", args=[edition.slug]))
    print(json.dumps(found))


def cost(client: Any, address: str) -> tuple[int, float, int]:
    """Queries, milliseconds of this process, the best of five, and how much one page shows."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    best = float("inf")
    for _attempt in range(5):
        began = time.process_time()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        best = min(best, time.process_time() - began)
    page = gzip.decompress(response.content) if response.has_header("Content-Encoding") else response.content
    return len(queries), best * 1000, len({*LINK.findall(page)}) or page.count(b"BEGIN:VEVENT")


def an_evening() -> Any:
    """A café to come in one of the series, at one of its places, with thirty people."""
    from django.utils import timezone

    from events.models import Series
    from members.models import Member
    from tests.factories import make_edition
    from venues.models import Venue

    series = Series.objects.get(slug="grand-cafe-3")
    venue = Venue.objects.get(slug="grande-salle-3")
    starts_at = timezone.now().replace(minute=0, second=0, microsecond=0) + datetime.timedelta(days=3)
    edition = make_edition(series, venue=venue, starts_at=starts_at, description="Un *programme*.", capacity=10_000)
    for member in Member.objects.filter(handle__startswith="grand-").order_by("pk")[:PEOPLE]:
        edition.rsvp(member)
    return edition


def rsvp(address: str) -> tuple[int, float, int]:
    """The whole POST of somebody signed in, each time somebody else."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.factories import make_member

    best = float("inf")
    for _attempt in range(5):
        client = Client()
        client.force_login(make_member(email=f"guest{time.monotonic_ns()}@example.org"))
        began = time.process_time()
        with CaptureQueriesContext(connection) as queries:
            assert client.post(address).status_code == 302
        best = min(best, time.process_time() - began)
    return len(queries), best * 1000, 0


if __name__ == "__main__":
    one() if "--one" in sys.argv else main()
