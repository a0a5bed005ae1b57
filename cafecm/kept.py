"""Answers from what is kept: pages for people who are not signed in, and feeds; see `events/models/kept.py`.

Nearly the first of the middleware, so that what is kept costs one query and little else. It keeps what a view says can
be kept (`members.kept.to_be_kept`), with all its headers, made as for a browser that says nothing about itself.
"""

import gzip
import json
import re
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from cafecm import replica
from cafecm.sentences import InCookie
from events.models import KeptAnswer
from events.models.kept import Held, Made, key_of
from members.kept import EDITIONS, PHOTOS, PLACES

# Which addresses are looked up; whatever else strangers ask for costs no query here, and fills nothing.
PAGES = re.compile(r"/((en|fr)/)?(cafes/(past/|\d+/\d+/|[-\w]+/)?|venues/([-\w]+/)?|specialties/)?", re.ASCII)
FEEDS = re.compile(r"/feed\.atom|/(\w+/[-\w]+/)?calendar(/me)?(/[-\w]+)?\.ics|/cafes/[-\w]+\.ics", re.ASCII)
OWN_CALENDARS = "/calendar/me/"  # a secret that was renewed opens nothing from then on
ASKED = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH")
OF_ONE_READER = {settings.SESSION_COOKIE_NAME, InCookie.cookie_name}
OF_THE_BODY = {"content-type", "content-disposition", "content-language"}
UNKNOWN = frozenset({EDITIONS, PLACES, PHOTOS})  # what most answers hang on, for one that was never made


def kept(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answers with what is kept as long as it holds; otherwise has it made anew, and keeps it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not _may_be_kept(request):
            return get_response(request)
        request.get_host()  # one that is not ours is refused, as everywhere
        key = key_of(request.path)
        try:
            held = _held_by_the_replica(request, key) or KeptAnswer.objects.held(key)
            if held and held.is_fresh:
                return _answer(request, held)
            return _build(request, key, held)
        except DatabaseError:  # the house says so, in its own words
            return get_response(request)

    def _build(request: HttpRequest, key: str, held: Held | None) -> HttpResponse:
        """The view's own answer, kept if it says that it can be."""
        asked = {name: request.META.pop(name) for name in ASKED if name in request.META}
        response = None

        def build() -> Made | None:
            nonlocal response
            response = get_response(request)
            keeping = getattr(response, "keeping", None)
            if keeping is None or response.status_code != 200 or response.cookies:
                return None
            return Made(response.content, _head_of(request, response), keeping)

        made = KeptAnswer.objects.built(key, build, guess=held.hangs_on if held else UNKNOWN)
        request.META |= asked
        if made:
            return _answer(request, made)
        assert response is not None
        if held and response.status_code < 500:
            KeptAnswer.objects.forget(key)
        return response

    return middleware


def _may_be_kept(request: HttpRequest) -> bool:
    if request.method not in {"GET", "HEAD"}:
        return False
    if FEEDS.fullmatch(request.path_info):
        return True
    is_stranger = "HTTP_COOKIE" not in request.META or request.COOKIES.keys().isdisjoint(OF_ONE_READER)
    return is_stranger and not request.META.get("QUERY_STRING") and bool(PAGES.fullmatch(request.path_info))


def _held_by_the_replica(request: HttpRequest, key: str) -> Held | None:
    """The answer as a replica keeps it, if there is one and it holds there; never a calendar that one member reads."""
    if request.path_info.startswith(OWN_CALENDARS) or not replica.watch.may_be_asked():
        return None
    try:
        held = KeptAnswer.objects.using(replica.REPLICA).held(key)
    except DatabaseError:
        replica.watch.leave_alone()
        return None
    return held if held and held.is_fresh else None


def _head_of(request: HttpRequest, response: HttpResponse) -> list[tuple[str, str]]:
    """The headers that belong to the answer, whoever asks and however; pages are asked for anew each time."""
    response.headers.setdefault("Cache-Control", "no-cache")
    is_feed = FEEDS.fullmatch(request.path_info)
    response.headers["Vary"] = "Accept-Encoding" if is_feed else "Accept-Encoding, Cookie"
    return [(name, value) for name, value in response.headers.items() if name not in {"Content-Length", "ETag"}]


def _answer(request: HttpRequest, held: Held) -> HttpResponse:
    """The answer itself, compressed for whoever can read that, or 304 for whoever has it (RFC 9110, 13.1.2)."""
    is_packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    etag = f'W/"{held.etag}"' if is_packed else f'"{held.etag}"'
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    if known == ["*"] or any(each.removeprefix("W/") == f'"{held.etag}"' for each in known):
        response: HttpResponse = HttpResponseNotModified()
        head = [(name, value) for name, value in json.loads(held.head) if name.lower() not in OF_THE_BODY]
    else:
        body = bytes(held.body)
        response = HttpResponse(body if is_packed else gzip.decompress(body))
        head = json.loads(held.head)
        response.headers["Content-Length"] = str(len(response.content))
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
    for name, value in head:
        response.headers[name] = value
    response.headers["ETag"] = etag
    return response
