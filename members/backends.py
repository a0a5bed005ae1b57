"""Who is signed in."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from members.models import Member
from members.prepared import Prepared

BY_KEY = Prepared(lambda key: Member.objects.filter(pk=key).order_by(), key=int)


class Backend(AuthenticationBackend):
    """Allauth's. Each page looks up who reads it: by a query that is built once."""

    def get_user(self, user_id: Any) -> Member | None:
        member = BY_KEY.row(key=user_id)
        return member if member and self.user_can_authenticate(member) else None
