import importlib
import itertools

import pytest
from _pytest.runner import pytest_runtest_protocol as run_test
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from pytest_django.plugin import blocking_manager_key


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """On PostgreSQL: empties tables faster, and sees everybody out before the test database is dropped.

    A thread of the live server may hold its connection a moment longer than the last test that spoke with it.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('is_superuser')")
            if cursor.fetchone() == ("on",):  # nobody else may silence triggers
                patch.setattr(connection.ops, "sql_flush", _delete_all)
        yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _delete_all(_style, tables, **_options):
    """Empties the tables row by row: TRUNCATE makes new files for each of them and its indexes, half a second a test.

    No trigger is asked, and no foreign key: all go.
    """
    return ["SET LOCAL session_replication_role = replica", *(f'DELETE FROM "{table}"' for table in tables)]  # noqa: S608


@pytest.fixture(autouse=True)
def real_outbox(settings):
    """Django's test runner would send mail to a list in memory; here, as in life, it goes to the outbox."""
    settings.EMAIL_BACKEND = "members.outbox.OutboxBackend"


@pytest.fixture(autouse=True)
def numbers_from_one(monkeypatch):
    """“Membre 12” is the twelfth of its test, whatever ran before: a page holds a digit always, or never."""
    monkeypatch.setattr("tests.factories._numbers", itertools.count(1))


@pytest.fixture(autouse=True)
def no_limits_left_over():
    """Rate limits count in the cache: each test begins with none used."""
    cache.clear()


@pytest.fixture(autouse=True)
def house_language(settings):
    """A request leaves its language to the thread: each test begins in that of the house."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """What takes minutes begins first: else one process waits at the end for the other's last file."""
    slow = ("tests/browser/", "tests/test_", "storms", "test_archive", "test_demo")
    items.sort(key=lambda item: not any(part in item.nodeid for part in slow))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    return run_test(item, nextitem)


# Python keeps its frames in blocks of 16 kB, and gives each back as soon as it is left: a loop that calls from the last
# frame of a block asks the system for memory with every turn (python/cpython#142183), hundreds of times in a request.
# A frame that claims more than 256 kB gets a block of 512, with room for all that a test calls.
pytest_runtest_protocol.__code__ = pytest_runtest_protocol.__code__.replace(co_stacksize=33_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test whose transactions were real leaves empty tables; the trades that the migration stocked come back."""
    result = yield
    marker = item.get_closest_marker("django_db")
    if nextitem and marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            importlib.import_module("members.migrations.0002_inventory_of_trades").stock(apps, None)
            connection.close()
    return result
