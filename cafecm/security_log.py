"""Who came in, who was refused, who may organize: by number and network, never by name, address or secret."""

import logging
from typing import Any

from allauth.account.signals import (
    email_added,
    email_changed,
    email_removed,
    email_verification_code_rejected,
    login_code_rejected,
)
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from events.models import Teammate
from members.codes import code_refused
from members.limits import network
from members.models import Member

logger = logging.getLogger("cafecm.security")


def _about(what: str) -> Any:
    def note(sender: Any, request: HttpRequest | None = None, user: Member | None = None, **about: Any) -> None:
        logger.info("%s: member %s from %s", what, user.pk if user else "unknown", network(request))

    return note


def _team(what: str) -> Any:
    def note(sender: Any, instance: Teammate, **about: Any) -> None:
        logger.info("%s: member %s, %s of series %s", what, instance.member_id, instance.role, instance.series_id)

    return note


def listen() -> None:
    """Begins to note; called once, when the café starts."""
    for signal, what in [
        (user_logged_in, "signed in"),
        (user_logged_out, "signed out"),
        (email_added, "address added"),
        (email_changed, "address changed"),
        (email_removed, "address removed"),
        (authenticator_added, "second factor or passkey added"),
        (authenticator_removed, "second factor or passkey removed"),
        (authentication_failed, "wrong second factor"),
        (login_code_rejected, "wrong code"),
        (email_verification_code_rejected, "wrong code"),
        (code_refused, "wrong code"),
        (user_login_failed, "sign-in refused"),
    ]:
        signal.connect(_about(what), weak=False)
    post_save.connect(_team("in the team"), sender=Teammate, weak=False)
    post_delete.connect(_team("out of the team"), sender=Teammate, weak=False)
