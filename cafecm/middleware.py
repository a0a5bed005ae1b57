"""Headers that every answer carries, errors and files included, and what is too large to be listened to."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

BODY_AT_MOST = 16 * 1024 * 1024  # bytes: a phone's largest photo, and its form
PERMISSIONS_POLICY = "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def _vary_less(response: HttpResponse) -> None:
    """The address alone chooses the language, whatever Django's middleware says: one kept answer serves everybody."""
    kept = [name for name in response.get("Vary", "").split(", ") if name.lower() not in {"", "accept-language"}]
    if kept:
        response["Vary"] = ", ".join(kept)
    elif "Vary" in response:
        del response["Vary"]


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Adds the Permissions-Policy, and keeps what a signed-in person sees out of shared and stored caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        _vary_less(response)
        if getattr(request, "user", None) is not None and request.session.session_key:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def body_limit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answers 413 to a request that announces more than a photo, before anything of it is read or kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:20]) > BODY_AT_MOST:
            return render(request, "cafecm/error_413.html", status=413)
        return get_response(request)

    return middleware
