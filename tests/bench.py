"""`make bench`: RSVPs per second, and the directory of 100,000 members, on each database that answers.

Each rate, beside a bare insert in the same run, is one process that sends one RSVP after another through the domain,
mail row included: to a full edition everybody joins the line, in a roomy one everybody gets a place. Compare the
ratios; the rates waver with the machine.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable

from tests import directory_bench

PEOPLE = 400


def main() -> None:
    databases = {
        "SQLite": "",
        "PostgreSQL": os.environ.get("BENCH_DATABASE_URL", "postgres://root@127.0.0.1:5432/test"),
    }
    print(f"{'database':<12}{'bare insert/s':>15}{'full/s':>10}{'roomy/s':>10}{'bare ÷ full':>13}{'bare ÷ roomy':>14}")
    for name, url in databases.items():
        run = subprocess.run(
            [sys.executable, "-m", "tests.bench", "--one", name],
            env={**os.environ, "TEST_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"},
            check=False,
        )
        if run.returncode:
            print(f"{name:<12}did not answer")


def one(name: str) -> None:
    """Measures the database of the settings, in a test database of its own."""
    import django

    django.setup()
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure(name)
        directory_bench.measure(name)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


def measure(name: str) -> None:
    from django.db import transaction
    from django.utils import timezone

    from events.models import Rsvp
    from tests.factories import make_edition, make_member

    members = [make_member() for _ in range(PEOPLE)]
    full, roomy, bare = make_edition(capacity=20), make_edition(capacity=PEOPLE * 2), make_edition()

    def insert(position: int) -> None:
        with transaction.atomic():
            Rsvp.objects.create(
                edition=bare, member=members[position], status="going", position=position, created_at=timezone.now()
            )

    rates = [
        rate(insert),
        rate(lambda number: full.rsvp(members[number])),
        rate(lambda number: roomy.rsvp(members[number])),
    ]
    print(
        f"{name:<12}{rates[0]:>15.0f}{rates[1]:>10.0f}{rates[2]:>10.0f}"
        f"{rates[0] / rates[1]:>13.1f}{rates[0] / rates[2]:>14.1f}"
    )


def rate(act: Callable[[int], object]) -> float:
    """How many of these acts a second does, over one for each person."""
    began = time.perf_counter()
    for number in range(PEOPLE):
        act(number)
    return PEOPLE / (time.perf_counter() - began)


if __name__ == "__main__":
    one(sys.argv[2]) if "--one" in sys.argv else main()
