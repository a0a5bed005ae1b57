"""What a balancer, a monitor and a careful owner ask of the café."""

import contextlib
import os
import re
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from cafecm import settings as product
from cafecm.apps import compile_translations
from events.models import Edition, KeptAnswer
from tests.factories import make_edition, make_member

TOKEN = "a-token-for-tests-only"


@pytest.mark.django_db
def test_ready_says_whether_the_migrations_are_applied(client):
    assert client.get("/ready/").content == b"ready\n"
    MigrationRecorder(connection).record_unapplied("events", "0001_initial")
    answer = client.get("/ready/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert client.get("/health/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/ready/", "/health/", "/metrics"])
def test_what_machines_ask_is_asked_by_get(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.django_db
def test_there_are_no_metrics_unless_somebody_wants_them(client, settings):
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404
    settings.METRICS_TOKEN = TOKEN
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer wrong"}).status_code == 404


@pytest.mark.django_db
def test_metrics_are_numbers_and_name_nobody(client, settings):
    settings.METRICS_TOKEN = TOKEN
    edition = make_edition()
    edition.rsvp(make_member("Ada Lovelace", email="ada@example.org"))
    answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    told = dict(line.split(" ") for line in answer.content.decode().splitlines() if not line.startswith("#"))
    wait = float(told.pop("cafecm_mail_wait_seconds"))
    assert 0 <= wait < 60
    assert told == {
        "cafecm_up": "1",
        "cafecm_mails_due": "1",
        "cafecm_mails_failed": "0",
        "cafecm_editions_coming": "1",
    }


def test_password_is_kept_by_argon2id_and_older_ones_still_open(settings):
    settings.PASSWORD_HASHERS = product.PASSWORD_HASHERS
    kept = make_password("a long enough password")
    assert kept.startswith("argon2$argon2id$")
    assert check_password("a long enough password", kept)
    assert check_password("an old one", PBKDF2PasswordHasher().encode("an old one", "salt"))


def test_deployment_check_finds_nothing_to_say(tmp_path):
    environment = {
        "PATH": "/usr/bin:/bin",
        "DATA_DIR": str(tmp_path),
        "SITE_URL": "https://cafe.example.org",
        "TRUSTED_PROXIES": "1",
        "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
        "DJANGO_SETTINGS_MODULE": "cafecm.settings",
    }
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            str(settings.BASE_DIR / "manage.py"),
            "check",
            "--deploy",
            "--fail-level=DEBUG",
        ],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


COOKIES = """
import django; django.setup()
from django.conf import settings
from cafecm.sentences import InCookie
from members.limits import KNOWN
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, InCookie.cookie_name, KNOWN)
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)
print(settings.SESSION_COOKIE_PATH, settings.CSRF_COOKIE_PATH)
print(settings.SESSION_COOKIE_DOMAIN, settings.CSRF_COOKIE_DOMAIN)
"""


@pytest.mark.parametrize(("scheme", "prefix"), [("https", "__Host-"), ("http", "")])
def test_over_https_no_neighbour_of_the_domain_can_set_a_cookie_of_ours(tmp_path, scheme, prefix):
    """RFC 6265bis, 4.1.3.2: secure, for the whole of the site, and for no other host."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "DATA_DIR": str(tmp_path),
        "SITE_URL": f"{scheme}://cafe.example.org",
        "DJANGO_SETTINGS_MODULE": "cafecm.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", COOKIES], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    names, secure, paths, hosts = done.stdout.splitlines()
    assert names.split() == [f"{prefix}{name}" for name in ("sessionid", "csrftoken", "messages", "known")]
    assert (secure, paths, hosts) == (f"{scheme == 'https'} {scheme == 'https'}", "/ /", "None None")


HEADERS = {
    "Permissions-Policy": "camera=(self)",
    "Content-Security-Policy": "script-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Request-ID": "",
}


def missing_from(answer):
    return {name for name, says in HEADERS.items() if name not in answer or says not in answer[name]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/en/cafes/", 200),
        ("GET", "/calendar.ics", 200),
        ("GET", "/feed.atom", 200),
        ("GET", "/robots.txt", 200),
        ("GET", "/health/", 200),
        ("GET", "/static/css/tokens.css", 200),
        ("GET", "/media/venues/nothing.webp", 404),
        ("GET", "/nulle-part/", 404),
        ("GET", "/organize/", 302),
        ("GET", "/cafes", 301),
        ("PUT", "/health/", 403),
        ("POST", "/accounts/login/", 403),
        ("GET", "/?\x00", 200),
    ],
)
def test_every_answer_carries_every_header(method, path, status):
    answer = Client(enforce_csrf_checks=True).generic(method, path)
    answer.close()  # the file that it may be made of
    assert answer.status_code == status
    assert missing_from(answer) == set()


@pytest.mark.django_db
def test_broken_page_carries_every_header(monkeypatch):
    def broken(self):
        raise RuntimeError

    monkeypatch.setattr("events.models.edition.EditionQuerySet.took_place", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert missing_from(answer) == set()


@pytest.mark.django_db
def test_kept_answer_that_is_damaged_is_an_error_with_every_header():
    browser = Client(raise_request_exception=False)
    assert browser.get("/").status_code == 200
    KeptAnswer.objects.update(body=b"no gzip")
    answer = browser.get("/")
    assert answer.status_code == 500
    assert missing_from(answer) == set()


def test_wherever_the_middleware_breaks_the_error_carries_every_header(settings):
    outermost, *others = settings.MIDDLEWARE
    for place in range(len(others) + 1):
        settings.MIDDLEWARE = [outermost, *others[:place], "tests.cafecm.breaking.broken", *others[place:]]
        answer = Client(raise_request_exception=False).get("/accounts/login/")
        assert answer.status_code == 500
        assert missing_from(answer) == ({"X-Request-ID"} if place == 0 else set())


def test_redirection_to_https_carries_every_header(settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = Client().get("/")
    assert answer["Location"] == "https://testserver/"
    assert missing_from(answer) == set()


@pytest.mark.parametrize("path", ["/robots.txt", "/"])
def test_one_host_is_answered_and_no_other(client, path):
    answer = client.get(path, headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert missing_from(answer) == set()


@pytest.mark.parametrize(
    "name", ["compose.yaml", "Dockerfile", "deploy/cafecm.service", "docs/operations.md", "README.md"]
)
def test_files_for_deployment_name_only_settings_that_there_are(name):
    known = set(re.findall(r'"([A-Z][A-Z_]+)"', (settings.BASE_DIR / "cafecm/settings.py").read_text()))
    others = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "VERSION", "NAME", "POSTGRES_USER", "POSTGRES_DB"}
    text = (settings.BASE_DIR / name).read_text()
    named = set(re.findall(r"(?:^|[\s`={(;])([A-Z]{2,}(?:_[A-Z]+)+)(?=[=:`])", text, re.MULTILINE))
    assert named - known - others - {"POSTGRES_PASSWORD"} == set()
    assert named, "it names some"


SAFETY = {
    "sqlite": {
        "PRAGMA journal_mode": "wal",
        "PRAGMA synchronous": 2,  # FULL: what was acknowledged outlives a power cut
        "PRAGMA busy_timeout": 20_000,
        "PRAGMA foreign_keys": 1,
        "PRAGMA secure_delete": 1,
        "PRAGMA journal_size_limit": 64 * 1024 * 1024,
    },
    "postgresql": {
        "SHOW synchronous_commit": "on",
        "SHOW lock_timeout": "20s",
        "SHOW idle_in_transaction_session_timeout": "1min",
    },
}


@pytest.mark.django_db
def test_database_keeps_what_it_has_acknowledged_and_nobody_waits_for_ever():
    with connection.cursor() as cursor:
        for asked, expected in SAFETY[connection.vendor].items():
            cursor.execute(asked)
            assert cursor.fetchone() == (expected,), asked


@pytest.mark.django_db(transaction=True)
def test_on_sqlite_a_transaction_that_has_only_read_holds_the_lock_that_it_writes_under():
    """One that took it later would fail at once wherever somebody else has written meanwhile, whatever the timeout."""
    if connection.vendor != "sqlite":
        assert connection.features.has_select_for_update  # there, whoever writes locks rows
        return
    other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)
    with contextlib.closing(other), transaction.atomic():
        assert not Edition.objects.exists()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_time_zones_come_with_the_café_and_not_from_the_machine():
    code = "from zoneinfo import TZPATH, ZoneInfo; assert not TZPATH; ZoneInfo('Europe/Paris')"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONTZPATH": ""}).returncode == 0


def test_translations_that_cannot_be_made_stop_the_start_and_say_who_makes_them(tmp_path):
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
    (folder / "django.mo").mkdir()  # as little to be written as on a disk that is read only
    os.utime(folder / "django.mo", (0, 0))
    with pytest.raises(ImproperlyConfigured, match=r"manage\.py check"):
        compile_translations([tmp_path])
    (folder / "django.mo").rmdir()
    compile_translations([tmp_path])
    assert (folder / "django.mo").is_file()
