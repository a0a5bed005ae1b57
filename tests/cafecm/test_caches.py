"""Limits hold wherever they count: at any number of threads and processes, and while Redis is away."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection, connections
from django.test import RequestFactory

from cafecm import caches as ours
from cafecm import environment
from members.limits import may_ask_for_code

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/0")
NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def shared(settings):
    """The real Redis, under a prefix of this test's own."""
    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=1).ping()
    except redis.RedisError:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("no Redis answers, and REQUIRE_ALL=1 allows no skipping; TEST_REDIS_URL=… says where one is")
        pytest.skip("no Redis answers; TEST_REDIS_URL=… says where one is")
    prefix = f"cafecm-test-{os.getpid()}-{time.monotonic_ns()}"
    settings.CACHES = {"default": {"BACKEND": "cafecm.caches.RedisOrMemory", "LOCATION": REDIS, "KEY_PREFIX": prefix}}
    yield prefix
    with redis.Redis.from_url(REDIS) as server:
        for key in server.scan_iter(f"{prefix}:*"):
            server.delete(key)


def asks_at_once(number: int) -> int:
    """How many of so many requests, all at once, are let through a limit of three."""

    def ask(_number: int) -> bool:
        try:
            request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
            return may_ask_for_code(request, "ada@example.org")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return sum(pool.map(ask, range(number)))


def test_limit_holds_in_one_process_whatever_comes_at_once():
    assert asks_at_once(16) == 3


def test_limit_holds_in_redis_whatever_comes_at_once(shared):
    assert asks_at_once(16) == 3
    with redis.Redis.from_url(REDIS) as server:
        assert list(server.scan_iter(f"{shared}:*")), "it counted there"


@pytest.mark.django_db(transaction=True)
def test_limit_holds_in_the_database_whatever_comes_at_once(settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cafecm_cache"}
    }
    call_command("createcachetable")
    try:
        # SQLite lets one write at a time: who waits for the count too long is refused, which is the safe way round.
        assert asks_at_once(8) == 3 if connection.vendor == "postgresql" else asks_at_once(2) <= 3
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE cafecm_cache")


def test_redis_gone_means_limits_by_process_and_no_error(settings, caplog):
    settings.CACHES = {"default": {"BACKEND": "cafecm.caches.RedisOrMemory", "LOCATION": NOBODY}}
    ours._silent_until.clear()
    assert asks_at_once(8) == 3
    assert "Redis does not answer" in caplog.text
    cache = caches["default"]
    cache.set_many({"a": 1, "b": 2})
    assert cache.get_many(["a", "b"]) == {"a": 1, "b": 2}
    assert cache.incr("a") == 2
    assert (cache.add("a", 9), cache.has_key("b"), cache.touch("b"), cache.delete("a")) == (False, True, True, True)
    cache.delete_many(["b"])
    cache.clear()
    assert cache.get("b") is None


def test_redis_that_comes_back_is_asked_again(shared):
    cache = caches["default"]
    ours._silent_until[REDIS] = time.monotonic() + 100
    cache.set("where", "in memory")
    ours._silent_until.clear()
    assert cache.get("where") is None
    cache.set("where", "in redis")
    assert cache.get("where") == "in redis"


@pytest.mark.parametrize(
    ("url", "engine", "backend"),
    [
        ("", "django.db.backends.sqlite3", "django.core.cache.backends.locmem.LocMemCache"),
        ("", "django.db.backends.postgresql", "django.core.cache.backends.db.DatabaseCache"),
        ("redis://127.0.0.1/1", "django.db.backends.sqlite3", "cafecm.caches.RedisOrMemory"),
    ],
)
def test_limits_count_where_all_processes_see_them(monkeypatch, url, engine, backend):
    monkeypatch.setenv("REDIS_URL", url)
    assert environment.caches("REDIS_URL", database={"ENGINE": engine})["BACKEND"] == backend


def test_misspelt_settings_stop_the_start_with_a_sentence(monkeypatch):
    monkeypatch.setenv("REDIS_URL", "http://127.0.0.1")
    with pytest.raises(ImproperlyConfigured, match="REDIS_URL takes redis://"):
        environment.caches("REDIS_URL", database={"ENGINE": "sqlite3"})
    monkeypatch.setenv("WEB_WORKERS", "4")
    with pytest.raises(ImproperlyConfigured, match="on SQLite it takes 1"):
        environment.web_workers("WEB_WORKERS", database={"ENGINE": "django.db.backends.sqlite3"})
    assert environment.web_workers("WEB_WORKERS", database={"ENGINE": "django.db.backends.postgresql"}) == 4
