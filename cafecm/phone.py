"""On a phone's home screen: the manifest, its icons, the service worker, and the page for when there is no connection.

What the phone keeps is in static/js/service-worker.js. Pages that everybody reads are kept for everybody. A page of
somebody who is signed in carries whose it is, as a word that tells nobody anything (`offline_for`); the phone keeps it
for them alone, and lets go of it as soon as anybody else, or nobody, reads here, and when they sign out.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cafecm.colours import palettes
from cafecm.icons import SIZES, icon

A_DAY = 24 * 3600  # seconds
FOR = "X-Offline-For"
# What somebody who is signed in wants with them on the way: the cafés, one café, their place with its code.
OF_ONESELF = re.compile(r"/(en/)?(cafes/([-\w]+/(rsvp/[^/]+/)?)?)?", re.ASCII)


@require_safe
@cache_control(public=True, max_age=A_DAY)
def manifest(request: HttpRequest) -> JsonResponse:
    """What a browser needs to put the café on a home screen (W3C Web Application Manifest)."""
    paper = palettes()["light"]["paper"]
    with override(settings.LANGUAGE_CODE):
        facts: dict[str, Any] = {
            "id": "/",
            "name": settings.COMMUNITY_NAME,
            "lang": settings.LANGUAGE_CODE,
            "start_url": reverse("events:home"),
            "scope": "/",
            "display": "standalone",
            "background_color": paper,
            "theme_color": paper,
            "icons": [
                *({"src": f"/icons/{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in SIZES),
                {"src": "/icons/mask.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
            ],
            "shortcuts": [
                {"name": _("The coming cafés"), "url": reverse("events:list")},
                {"name": _("My café"), "url": reverse("members:me")},
            ],
        }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
@cache_control(public=True, max_age=A_DAY)
def home_screen_icon(request: HttpRequest, name: str) -> HttpResponse:
    """One of the icons that the manifest names."""
    if name != "mask" and (not name.isdecimal() or int(name) not in SIZES):
        raise Http404
    return HttpResponse(_drawn(name), content_type="image/png")


@lru_cache(maxsize=len(SIZES) + 1)
def _drawn(name: str) -> bytes:
    return icon(512, is_maskable=True) if name == "mask" else icon(int(name))


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps pages on the phone; at the root, as it may keep no page above itself."""
    script = Path(settings.BASE_DIR / "static/js/service-worker.js").read_text()
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What stands for a page that the phone does not have; it is kept from the first visit on."""
    return render(request, "cafecm/offline.html")


def offline_for(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Says on the pages that somebody signed in wants with them whose page it is; at another session, another word."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == 200 and request.method == "GET" and OF_ONESELF.fullmatch(request.path_info):
            user = request.user
            if user.is_authenticated:
                session = f"{user.pk} {request.session.session_key}"
                response.headers[FOR] = salted_hmac("cafecm.phone", session, algorithm="sha256").hexdigest()[:24]
        return response

    return middleware
