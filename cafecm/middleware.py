"""Headers that every answer carries, errors and files included."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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
