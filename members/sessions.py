"""Sessions end two weeks after their last change, as Django's do, and a while after their sign-in all the same."""

import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils import timezone

ENDS_AFTER = datetime.timedelta(days=60)
BEGAN = "signed-in-at"  # seconds since 1970


class SessionStore(db.SessionStore):
    """Django's in the database, of which nobody stays signed in for ever (OWASP ASVS 5.0, 7.3.2)."""

    def get_expiry_date(self, **about: Any) -> datetime.datetime:
        return min(super().get_expiry_date(**about), self._end())

    def get_expiry_age(self, **about: Any) -> int:
        left = self._end() - timezone.now()
        return min(super().get_expiry_age(**about), int(left.total_seconds()))

    def _end(self) -> datetime.datetime:
        """The latest moment at which it ends; one that nobody has signed in with has as long from now."""
        began = datetime.datetime.fromtimestamp(self.get(BEGAN, timezone.now().timestamp()), datetime.UTC)
        return began + ENDS_AFTER


def begin(sender: Any, request: HttpRequest, **about: Any) -> None:
    """Notes when somebody signed in; called at each sign-in."""
    request.session[BEGAN] = timezone.now().timestamp()
