"""How often a code may be asked for: too seldom to fill a mailbox or to guess, and never so that its owner is kept out.

What counts is who asks for which address. A stranger uses up what their own network may ask for, not what others may;
and a browser in which somebody proved an address has a count of its own, which no stranger reaches.
"""

import datetime
import ipaddress

from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from members.models import Member

KNOWN = f"{settings.COOKIE_PREFIX}known"  # the cookie of a browser in which an address was proven
KNOWN_FOR = datetime.timedelta(days=180)


def may_ask_for_code(request: HttpRequest, address: str) -> bool:
    """Whether one more code may go to this address, and counts it. Nothing here looks at whose address it is."""
    if not ratelimit.consume(request, action="ask_for_code"):
        return False
    if _is_known(request, address):
        return ratelimit.consume(request, action="code_to_own_browser", key=address)
    # A network's own count comes first: what it refuses is not taken from what all strangers together may ask for.
    from_here = f"{address}\n{network(request)}"
    return ratelimit.consume(request, action="code_to_network", key=from_here) and ratelimit.consume(
        request, action="code_to_strangers", key=address
    )


def remember(response: HttpResponse, member: Member) -> None:
    """Leaves in the browser of whoever has just signed in that it may ask for codes to these addresses."""
    addresses = EmailAddress.objects.filter(user=member, verified=True).order_by("pk").values_list("email", flat=True)
    response.set_cookie(
        KNOWN,
        ".".join(_mark(address) for address in addresses),
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Takes it back from a browser whose member has left."""
    response.delete_cookie(KNOWN, samesite="Lax")


def network(request: HttpRequest | None) -> str:
    """Where a request came from, to the neighbourhood: enough to see an attack, too little to follow a person."""
    if request is None:
        return "here"
    try:
        address = ipaddress.ip_address(get_ip(request))
    except (ValueError, LookupError, PermissionDenied):  # behind other proxies than the settings say, or no network
        return "unknown"
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 48), strict=False))


def _is_known(request: HttpRequest, address: str) -> bool:
    marks = request.COOKIES.get(KNOWN, "").split(".")[: settings.ACCOUNT_MAX_EMAIL_ADDRESSES]
    return any(constant_time_compare(_mark(address), mark) for mark in marks)


def _mark(address: str) -> str:
    return salted_hmac("members.limits", address, algorithm="sha256").hexdigest()[:32]
