"""The sentences that the next page says (“Your choice is kept.”): in the browser, so that reading writes no row."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class InCookie(CookieStorage):
    """In a cookie of this host alone."""

    cookie_name = f"{settings.COOKIE_PREFIX}messages"


class Sentences(FallbackStorage):
    """In the cookie, and in the session what is too long for it."""

    storage_classes = (InCookie, SessionStorage)
