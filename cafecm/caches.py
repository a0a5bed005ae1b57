"""Redis where it is set, and this process's own memory while it does not answer: slower or looser, never down."""

import logging
import time
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger("cafecm.caches")

ASK_AGAIN_AFTER = 5  # seconds during which a Redis that did not answer is left alone
WAITS = {"socket_timeout": 1, "socket_connect_timeout": 1}  # seconds
ENTRIES_AT_MOST = 200_000

_silent_until: dict[str, float] = {}  # by address, for all threads


class RedisOrMemory(BaseCache):
    """A cache shared by all processes; while Redis is away, limits hold process by process."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._server = server
        self._redis = RedisCache(server, params | {"OPTIONS": WAITS})
        self._memory = LocMemCache(server, params | {"OPTIONS": {"MAX_ENTRIES": ENTRIES_AT_MOST}})

    def _ask(self, question: str, *words: Any, **named: Any) -> Any:
        if time.monotonic() >= _silent_until.get(self._server, 0):
            try:
                return getattr(self._redis, question)(*words, **named)
            except (RedisError, OSError) as error:
                _silent_until[self._server] = time.monotonic() + ASK_AGAIN_AFTER
                logger.warning("Redis does not answer, each process counts by itself meanwhile: %s", error)
        return getattr(self._memory, question)(*words, **named)

    def add(self, *words: Any, **named: Any) -> Any:
        return self._ask("add", *words, **named)

    def get(self, *words: Any, **named: Any) -> Any:
        return self._ask("get", *words, **named)

    def set(self, *words: Any, **named: Any) -> Any:
        return self._ask("set", *words, **named)

    def touch(self, *words: Any, **named: Any) -> Any:
        return self._ask("touch", *words, **named)

    def delete(self, *words: Any, **named: Any) -> Any:
        return self._ask("delete", *words, **named)

    def incr(self, *words: Any, **named: Any) -> Any:
        return self._ask("incr", *words, **named)

    def has_key(self, *words: Any, **named: Any) -> Any:
        return self._ask("has_key", *words, **named)

    def get_many(self, *words: Any, **named: Any) -> Any:
        return self._ask("get_many", *words, **named)

    def set_many(self, *words: Any, **named: Any) -> Any:
        return self._ask("set_many", *words, **named)

    def delete_many(self, *words: Any, **named: Any) -> Any:
        return self._ask("delete_many", *words, **named)

    def clear(self) -> Any:
        return self._ask("clear")
