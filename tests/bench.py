"""`make bench`: what the café costs, beside bare Django views in the same run, on each database that answers.

Requests come one after the other over one connection, as from a browser that reads gzip. What counts is the CPU time
of the web server's own processes, user and system, divided by the requests: rates waver on a machine that others use,
this does not. Bare views (`tests/bare.py`) run on the same server with the same workers and the same database.

RSVPs per second come from one process that sends one after another through the domain, mail row included: to a full
edition everybody joins the line, in a roomy one everybody gets a place. The directory of 100,000 members comes last.
"""

import datetime
import http.client
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests import directory_bench

PEOPLE = 400
REQUESTS = 300
LONG_RUN = int(os.environ.get("BENCH_REQUESTS") or 100_000)  # after which memory is looked at
TICK = os.sysconf("SC_CLK_TCK")
TOKEN = "x" * 32
GZIP = {"Accept-Encoding": "gzip"}


def main() -> None:
    postgresql = os.environ.get("BENCH_DATABASE_URL", "postgres://root@127.0.0.1:5432/postgres")
    for name, url in {"SQLite": "", "PostgreSQL": postgresql}.items():
        folder = tempfile.mkdtemp(prefix="cafecm-bench-")
        database = _new_database(url) if url else ""
        try:
            if database is None:
                print(f"\n{name} did not answer.")
                continue
            environment = {
                "DATA_DIR": folder,
                "DATABASE_URL": database,
                "DEVELOPMENT": "off",
                "DEBUG": "off",
                "DEMO": "off",
                "PORT": str(_free_port()),
                "DJANGO_SETTINGS_MODULE": "cafecm.settings",
                "TEST_DATABASE_URL": "",
            }
            print(f"\n{name}", flush=True)
            command = [sys.executable, "-m", "tests.bench", "--one"]
            subprocess.run(command, env=os.environ | environment, check=False)
        finally:
            shutil.rmtree(folder)
            if database:
                _drop_database(url, database)


def _new_database(url: str) -> str | None:
    import psycopg

    name = f"cafecm_bench_{os.getpid()}"
    try:
        with psycopg.connect(url, autocommit=True, connect_timeout=3) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
    except psycopg.OperationalError:
        return None
    return f"{url.rpartition('/')[0]}/{name}"


def _drop_database(url: str, database: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{database.rpartition("/")[2]}" WITH (FORCE)')


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


# Servers ----------------------------------------------------------------------------------------------------------


class Web:
    """A web server, started as `manage.py serve` starts its own, and what its processes have used."""

    def __init__(self, application: str, **environment: str) -> None:
        from django.conf import settings

        from cafecm.management.commands import serve

        command = serve._web(reload=False)
        self.port = int(os.environ["PORT"]) if application == "cafecm.wsgi:application" else _free_port()
        command[command.index("--port") + 1] = str(self.port)
        command.append(application)
        began = time.monotonic()
        self.process = subprocess.Popen(
            command, env=serve.HEAPS | os.environ | environment, cwd=settings.BASE_DIR, stderr=subprocess.DEVNULL
        )
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while time.monotonic() - began < 60:
            try:
                self.get("/health/" if application == "cafecm.wsgi:application" else "/hello/")
                break
            except OSError:
                self.connection.close()
                time.sleep(0.02)
        self.started_in = time.monotonic() - began

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            named["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body or None, GZIP | named)
        answer = self.connection.getresponse()
        answer.body = answer.read()  # type: ignore[attr-defined]
        return answer

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        return self.ask("GET", path, **headers)

    @property
    def processes(self) -> list[int]:
        """The server, and the workers that it started."""
        found, known = [self.process.pid], 0
        while known < len(found):
            children = Path(f"/proc/{found[known]}/task/{found[known]}/children").read_text().split()
            found += [int(child) for child in children]
            known += 1
        return found

    @property
    def cpu(self) -> float:
        """Seconds of CPU, user and system, that its processes have used."""
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.processes]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICK

    @property
    def memory(self) -> float:
        """MiB that its largest process holds."""
        sizes = [re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in self.processes]
        return max(int(size[1]) for size in sizes if size) / 1024

    def measure(self, act: Callable[[int], object], *, times: int = REQUESTS) -> tuple[float, float]:
        """Milliseconds of CPU for one act, and acts per second; the first few, which warm up, are not counted."""
        for number in range(5):
            act(number)
        cpu, began = self.cpu, time.monotonic()
        for number in range(5, times + 5):
            act(number)
        return (self.cpu - cpu) / times * 1000, times / (time.monotonic() - began)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


@contextmanager
def web(application: str, **environment: str) -> Iterator[Web]:
    server = Web(application, **environment)
    try:
        yield server
    finally:
        server.stop()


# What is measured ---------------------------------------------------------------------------------------------------


def one() -> None:
    """Measures one database, in an installation of its own."""
    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    edition = a_café()
    with web("tests.bare:application", DJANGO_SETTINGS_MODULE="", BARE_HELLO="on") as server:
        hello, rate = server.measure(lambda number: server.get("/hello/"))
    with web("tests.bare:application", DJANGO_SETTINGS_MODULE="") as server:
        rows, _rate = server.measure(lambda number: server.get("/rows/"))
        taking, _rate = server.measure(lambda number: server.get("/take/"))
    print(f"  bare: hello {hello:.2f} ms, list of 20 rows {rows:.2f} ms, transaction {taking:.2f} ms of CPU")
    with web("cafecm.wsgi:application") as server:
        strangers(server, edition, hello, rate)
        row("edition, signed in", *server.measure(signed_in(server, edition)), "2 × list", rows)
        row("RSVP, the whole POST", *server.measure(rsvp(server, edition)), "5 × transaction", taking)
        newcomers(server, edition)
        memory(server, edition)
    rsvps()
    directory_bench.measure(connection.display_name)


def row(name: str, cpu: float, rate: float, budget: str, bare: float, bare_rate: float | None = None) -> None:
    factor = f"{cpu / bare:.1f} × {budget.partition('× ')[2]}"
    its_rate = f", {rate / bare_rate:.2f} × its rate" if bare_rate else ""
    print(f"  {name:<24}{cpu:>7.2f} ms  {factor} (at most {budget}){its_rate}", flush=True)


def a_café() -> Any:
    """120 editions at one place, 20 of them to come; 30 people with a place at the next one. Answers that one."""
    from django.utils import timezone

    from events.models import Edition
    from members.models import Specialty
    from tests.factories import make_edition, make_member, make_series, make_venue

    series, venue = make_series(slug="cafe"), make_venue("Au Soleil", latitude=48.86, longitude=2.34)
    noon = timezone.now().replace(minute=0, second=0, microsecond=0)
    trades = list(Specialty.objects.choosable()[:6])
    for number in range(120):
        days = datetime.timedelta(days=7 * (number - 100) + 3)
        make_edition(series, venue=venue, starts_at=noon + days, description="Un *programme*.", capacity=10_000)
    edition = Edition.objects.upcoming().for_cards()[0]
    for number in range(30):
        member = make_member(visibility="public" if number % 2 else "members")
        member.practise([trades[number % 6]])
        edition.rsvp(member)
    return edition


def strangers(server: Web, edition: Any, hello: float, rate: float) -> None:
    pages = {
        "home": "/",
        "list": "/cafes/",
        "month": f"/cafes/{edition.starts:%Y/%-m}/",
        "edition": edition.get_absolute_url(),
        "venue": edition.venue.get_absolute_url(),
        "feed of 120 editions": "/calendar.ics",
    }
    for name, path in pages.items():
        etag = server.get(path).headers["ETag"]
        assert server.get(path, If_None_Match=etag).status == 304, name
        row(name, *server.measure(lambda number, path=path: server.get(path)), "4 × hello", hello, rate)
        unchanged = server.measure(lambda number, path=path, etag=etag: server.get(path, If_None_Match=etag))
        row("  unchanged (304)", *unchanged, "4 × hello", hello, rate)


def session_of(member: Any) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(member)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def signed_in(server: Web, edition: Any) -> Callable[[int], object]:
    from tests.factories import make_member

    cookie = f"sessionid={session_of(make_member())}"

    def read(number: int) -> None:
        assert server.get(edition.get_absolute_url(), Cookie=cookie).status == 200

    return read


def rsvp(server: Web, edition: Any) -> Callable[[int], object]:
    from django.urls import reverse

    from tests.factories import make_member

    cookies = [f"sessionid={session_of(make_member())}; csrftoken={TOKEN}" for _number in range(REQUESTS + 5)]
    address = reverse("events:rsvp", args=[edition.slug])

    def come(number: int) -> None:
        answer = server.ask("POST", address, f"csrfmiddlewaretoken={TOKEN}", Cookie=cookies[number])
        assert answer.status == 302, answer.status

    return come


def newcomers(server: Web, edition: Any, *, people: int = 12) -> None:
    """One new person end to end: the page, the form, the code from the mail, the place; no more than limits allow."""
    from members.models import Mail

    asked = received = 0

    def send(method: str, path: str, jar: dict[str, str], **fields: str) -> http.client.HTTPResponse:
        nonlocal asked, received
        cookie = "; ".join(f"{name}={value}" for name, value in jar.items())
        answer = server.ask(method, path, urlencode(fields), **({"Cookie": cookie} if cookie else {}))
        for said in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, rest = said.partition("=")
            jar[name] = rest.partition(";")[0]
        asked += 1
        received += len(answer.body) + len(str(answer.headers))  # type: ignore[attr-defined]
        return answer

    def join(number: int) -> None:
        jar: dict[str, str] = {}
        address = f"new{time.monotonic_ns()}@example.org"
        Mail.objects.all().delete()
        page = edition.get_absolute_url()
        send("GET", page, jar)
        send("GET", f"{page}rsvp/", jar)
        form = {"csrfmiddlewaretoken": jar["csrftoken"], "name": "Léa Martin", "email": address, "guests": "0"}
        code_page = send("POST", f"{page}rsvp/", jar, **form).headers["Location"]
        assert send("GET", code_page, jar).status == 200
        code = Mail.objects.get(address=address).data["code"]
        place = send("POST", code_page, jar, csrfmiddlewaretoken=jar["csrftoken"], code=code).headers["Location"]
        assert send("GET", place, jar).status == 200

    for number in range(3):  # these warm up, as above
        join(number)
    asked = received = 0
    before = server.cpu
    for number in range(people):
        join(number)
    cpu = (server.cpu - before) / people * 1000
    print(
        f"  {'one new person':<24}{cpu:>7.2f} ms (at most 40), {asked / people:.0f} requests (at most 6), "
        f"{received / people / 1000:.1f} kB (at most 40)",
        flush=True,
    )


def memory(server: Web, edition: Any) -> None:
    pages = ["/", "/cafes/", edition.get_absolute_url(), "/calendar.ics", "/venues/", "/specialties/"]

    def read(times: int) -> float:
        for number in range(times):
            server.get(pages[number % len(pages)])
        return server.memory

    early, late = read(LONG_RUN // 10), read(LONG_RUN - LONG_RUN // 10)
    print(
        f"  {'memory':<24}{late:>7.0f} MiB after {LONG_RUN} requests (at most 120), {early:.0f} after a tenth of them; "
        f"start {server.started_in:.1f} s (at most 1.5)",
        flush=True,
    )


def rsvps() -> None:
    from django.db import transaction
    from django.utils import timezone

    from events.models import Rsvp
    from tests.factories import make_edition, make_member

    members = [make_member() for _ in range(PEOPLE)]
    full, roomy, bare = make_edition(capacity=20), make_edition(capacity=10_000), make_edition()

    def insert(position: int) -> None:
        with transaction.atomic():
            Rsvp.objects.create(
                edition=bare, member=members[position], status="going", position=position, created_at=timezone.now()
            )

    bare_rate = _rate(insert)
    for name, evening in (("RSVPs to 20 places", full), ("RSVPs to 10,000 places", roomy)):
        rate = _rate(lambda number, evening=evening: evening.rsvp(members[number]))
        print(f"  {name:<24}{rate:>7.0f} a second; a bare insert {bare_rate:.0f}: {bare_rate / rate:.1f} × its time")


def _rate(act: Callable[[int], object]) -> float:
    """How many of these acts a second does, over one for each person."""
    began = time.perf_counter()
    for number in range(PEOPLE):
        act(number)
    return PEOPLE / (time.perf_counter() - began)


if __name__ == "__main__":
    one() if "--one" in sys.argv else main()
