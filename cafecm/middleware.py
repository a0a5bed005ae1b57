"""Headers that every answer carries, errors and files included, and what is too large to be listened to."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware
from django.shortcuts import render

from cafecm import views
from cafecm.logs import request_id
from cafecm.sentences import InCookie
from members.limits import network

access = logging.getLogger("cafecm.access")
security = logging.getLogger("cafecm.security")

BODY_AT_MOST = 16 * 1024 * 1024  # bytes: a phone's largest photo, and its form
PERMISSIONS_POLICY = "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def _vary_less(response: HttpResponse) -> None:
    """The address alone chooses the language, whatever Django's middleware says: one kept answer serves everybody."""
    kept = [name for name in response.get("Vary", "").split(", ") if name.lower() not in {"", "accept-language"}]
    if kept:
        response["Vary"] = ", ".join(kept)
    elif "Vary" in response:
        del response["Vary"]


class PolicyMiddleware(CSPMiddleware):
    """Adds the content security policy. Most answers have that of the settings, which is put together once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)
        self.usual = build_policy()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_usual = getattr(request, "_csp_nonce", None) is None and not any("_csp" in name for name in vars(response))
        if settings.DEBUG or not is_usual:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.usual)
        return response


def complete(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives the headers of all answers to one that was made before the middleware which adds them had its turn.

    Such are the 500 of what stands outside of it, and the redirection to https. Everything else passes untouched.
    """
    adding = [each(get_response) for each in (SecurityMiddleware, XFrameOptionsMiddleware, PolicyMiddleware)]

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "Permissions-Policy" in response.headers:
            return response
        for each in adding:
            each.process_response(request, response)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return middleware


def traced(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives the request a name that its log lines carry and its answer tells: a trusted proxy's, or one of ours.

    Notes who reached a limit, and with ACCESS_LOG every request; the log's formatter masks what must not be told.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "") if settings.TRUSTED_PROXIES else ""
        name = given if re.fullmatch(r"[A-Za-z0-9-]{8,64}", given) else uuid.uuid4().hex[:16]
        token = request_id.set(name)
        began = time.monotonic()
        try:
            response = get_response(request)
            if response.status_code == 429:
                security.info("limit reached at %s from %s", request.path, network(request))
            if settings.ACCESS_LOG:
                milliseconds = (time.monotonic() - began) * 1000
                access.info("%s %s %s %.1f ms", request.method, request.path, response.status_code, milliseconds)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = name
        return response

    return middleware


def roomy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives all that answers a request one block of memory for its frames.

    Python keeps them in blocks of 16 kB, and gives each back as soon as it is left: a loop that calls from the last
    frame of a block asks the system for memory with every turn (python/cpython#142183), a quarter of the CPU of an
    RSVP. A frame that claims more than 256 kB gets a block of 512, with room for all that it calls.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.__code__ = middleware.__code__.replace(co_stacksize=33_000)
    return middleware


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Adds the Permissions-Policy, and keeps what one person sees out of shared and stored caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        _vary_less(response)
        is_signed_in = getattr(request, "user", None) is not None and request.session.session_key
        if is_signed_in or InCookie.cookie_name in response.cookies:  # a sentence for this reader alone
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


class TooMuchMiddleware:
    """Answers 413, in the language of the address, to more than a photo before anything of it is read, and to too much
    of a form; Django would show developers its technical page instead, and them alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, words: object) -> HttpResponse | None:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:20]) > BODY_AT_MOST:
            return render(request, "cafecm/error_413.html", {"what": "photo"}, status=413)
        try:
            request.POST  # noqa: B018  (reads it; whoever protects forms does so next)
        except tuple(views.TOO_MUCH) as error:
            return views.bad_request(request, error)
        except UnreadablePostError:  # gone in the middle of it: there is nobody to tell
            pass
        return None
