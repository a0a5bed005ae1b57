"""A database that is held, gone or full: an honest 503, nothing half-written, and recovery by itself."""

import contextlib
import errno
import sqlite3
from collections.abc import Iterator

import html5lib
import psycopg
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, IntegrityError, OperationalError, connection
from django.test import Client

from cafecm.outages import is_outage
from events.models import Rsvp
from members.models import Mail
from tests.factories import make_edition, make_member

in_life = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient_client() -> Client:
    """A client that gets the answer people get, and not the exception."""
    return Client(raise_request_exception=False)


@contextlib.contextmanager
def held(edition) -> Iterator[None]:
    """Somebody holds the lock that an RSVP needs, for longer than the café waits."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '50ms'")
        there = connection.get_connection_params()
        other = psycopg.connect(**{name: there[name] for name in ("host", "port", "user", "dbname") if name in there})
        other.execute("SELECT 1 FROM events_edition WHERE id = %s FOR UPDATE", [edition.pk])
    try:
        yield
    finally:
        other.rollback()
        other.close()
        connection.close()  # and with it the short wait


def assert_honest(response) -> str:
    """It is a 503 that says when to come back; its body."""
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert response["Cache-Control"] == "no-store"
    assert "script-src 'self'" in response["Content-Security-Policy"]
    return response.content.decode()


@in_life
@pytest.mark.parametrize(
    ("prefix", "language", "heading"),
    [("", "fr", "Le café reprend son souffle."), ("/en", "en", "The café is catching its breath.")],
)
def test_lock_held_too_long_is_an_honest_503_in_the_language_of_the_address(patient_client, prefix, language, heading):
    edition = make_edition()
    member = make_member()
    patient_client.force_login(member)
    address = f"{prefix}{edition.get_absolute_url()}rsvp/"
    with held(edition):
        page = assert_honest(patient_client.post(address, {"guests": 0}))
    document = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page)
    assert document.get("lang") == language
    assert "".join(document.find(".//h1").itertext()) == heading
    assert (Rsvp.objects.count(), Mail.objects.count()) == (0, 0)

    assert patient_client.post(address, {"guests": 0}).status_code == 302
    assert Rsvp.objects.get().member == member


@contextlib.contextmanager
def gone() -> Iterator[None]:
    """The database goes away: its server ends the session, or the disk with its file is not there."""
    if connection.vendor == "sqlite":
        connection.close()
        where = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = "/nonexistent/cafe.sqlite3"
        try:
            yield
        finally:
            connection.settings_dict["NAME"] = where
        return
    connection.ensure_connection()
    there = connection.get_connection_params()
    with psycopg.connect(
        **{name: there[name] for name in ("host", "port", "user", "dbname") if name in there}, autocommit=True
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    try:
        yield
    finally:
        connection.close_if_unusable_or_obsolete()  # as at the end of every request; the test client leaves that out


@in_life
@pytest.mark.parametrize("path", ["/", "/en/", "/cafes/", "/venues/", "/calendar.ics", "/feed.atom", "/health/"])
def test_database_that_goes_is_an_honest_503_and_nobody_has_to_restart(patient_client, path):
    make_edition()
    with gone():
        body = assert_honest(patient_client.get(path))
    assert body.startswith("<!doctype html>") is (path not in {"/calendar.ics", "/feed.atom", "/health/"})
    assert patient_client.get(path).status_code == 200


def test_only_what_the_machine_did_is_an_outage():
    def caused_by(error: Exception, cause: Exception) -> Exception:
        error.__cause__ = cause
        return error

    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY_SNAPSHOT
    wrong = sqlite3.OperationalError('near "SELEC": syntax error')
    wrong.sqlite_errorcode = sqlite3.SQLITE_ERROR
    assert is_outage(caused_by(OperationalError(), busy))
    assert is_outage(caused_by(OperationalError(), psycopg.errors.DiskFull()))
    assert is_outage(caused_by(OperationalError(), psycopg.errors.AdminShutdown()))
    assert is_outage(caused_by(OperationalError(), psycopg.OperationalError("the connection is lost")))
    assert is_outage(caused_by(DatabaseError(), OSError(errno.ENOSPC, "No space left on device")))
    assert not is_outage(caused_by(OperationalError(), wrong))
    assert not is_outage(caused_by(IntegrityError(), psycopg.errors.UniqueViolation()))
    assert not is_outage(FileNotFoundError(errno.ENOENT, "No such file"))
    assert not is_outage(ValueError())
    assert not is_outage(None)


def test_photo_that_the_disk_cannot_take_leaves_nothing_behind(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path

    class Torn(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"half of it"
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError):
        storages["default"].save("venues/photo.webp", Torn(b""))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_photo_never_takes_the_place_of_another(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    storage = storages["default"]
    first, second = (storage.save("venues/photo.webp", ContentFile(word)) for word in (b"one", b"two"))
    assert first != second
    assert [(tmp_path / name).read_bytes() for name in (first, second)] == [b"one", b"two"]
