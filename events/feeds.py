"""Calendars and announcements to subscribe to.

They have no language, touch no session and set no cookie; whoever asks, and however, gets the same bytes: those that
were kept when the feed was last built (`KeptAnswer`), as long as nothing that it shows has changed.
"""

import datetime
import hashlib
import io
import logging
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from html import unescape
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.http import quote_etag, urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from events import ics
from events.markdown import render
from events.models import Edition, MemberCalendar, Series
from events.models.edition import EditionQuerySet
from members.dates import date_format
from members.kept import EDITIONS, PLACES, of_member, to_be_kept
from members.models import Member, Specialty
from venues.models import Venue

logger = logging.getLogger("cafecm.feeds")

FRESH_FOR = 15 * 60  # seconds; an announcement is everywhere within the quarter of an hour
TRY_AGAIN = 5 * 60  # seconds
EDITIONS_AT_MOST = 1000  # under a megabyte; clients delete what leaves a feed, so as long a history as that allows
ANNOUNCEMENTS = 30
RECAP_WORDS = 80
NO_DATE = datetime.datetime.fromtimestamp(0, datetime.UTC)
IN_PLACE = 'inline; filename="calendar.ics"'


@dataclass(frozen=True)
class Built:
    """A feed as it was built: its bytes, and under which name a browser saves it."""

    body: bytes
    disposition: str = ""


View = Callable[..., HttpResponseBase]


class Moved(Exception):
    """The feed has another address now, for ever."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def never_wrong(view: View) -> View:
    """Answers 503 where a feed cannot be made: clients take an empty or broken 200 for a calendar without events."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Moved as moved:
            return redirect(moved.address, permanent=True)
        except (Http404, OperationalError, InterfaceError):  # an outage has an honest 503 of the house's own
            raise
        except Exception:
            logger.exception("a feed could not be made: %s", view.__name__)
            headers = {"Retry-After": str(TRY_AGAIN), "Cache-Control": "no-store"}
            return HttpResponse("Service unavailable\n", status=503, content_type="text/plain", headers=headers)

    return guarded


@require_safe
@never_wrong
def calendar(request: HttpRequest) -> HttpResponseBase:
    """All public editions of all series."""

    def build() -> Built:
        return _feed(request, Edition.objects.public(), name=settings.COMMUNITY_NAME, page=reverse("events:list"))

    return _kept(build)


@require_safe
@never_wrong
def series_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The public editions of one series."""

    def build() -> Built:
        series = get_object_or_404(Series.objects.public(), slug=slug)
        page = f"{reverse('events:list')}?{urlencode({'series': series.slug})}"
        return _feed(request, Edition.objects.filter(series=series), name=series.name, page=page, zone=series.zone)

    return _kept(build)


@require_safe
@never_wrong
def venue_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The public editions at one venue."""

    def build() -> Built:
        venue = Venue.objects.public().by_slug(slug)
        if venue is None:
            raise Http404
        if venue.slug != slug:
            raise Moved(reverse("feeds:venue", args=[venue.slug]))
        editions = Edition.objects.filter(venue=venue)
        return _feed(request, editions, name=_named(venue.name), page=venue.get_absolute_url())

    return _kept(build)


@require_safe
@never_wrong
def specialty_calendar(request: HttpRequest, key: str) -> HttpResponseBase:
    """The public editions that are about this trade, or where it is strong among who comes."""

    def build() -> Built:
        specialty = get_object_or_404(Specialty.objects.select_related("merged_into"), key=key)
        if specialty.merged_into:
            raise Moved(reverse("feeds:specialty", args=[specialty.merged_into.key]))
        page = reverse("events:specialty", args=[specialty.key])
        return _feed(request, Edition.objects.of_trade(specialty), name=_named(specialty.name), page=page)

    return _kept(build, {PLACES})


@require_safe
@never_wrong
def edition_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One public edition, as a file to be kept."""

    def build() -> Built:
        edition = get_object_or_404(Edition.objects.for_calendar(), slug=slug)
        filename = f"{edition.series.slug}-{edition.starts:%Y-%m-%d}.ics"
        return Built(ics.download(edition), f'attachment; filename="{filename}"')

    return _kept(build)


@require_safe
@never_wrong
def member_calendar(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The cafés of the member whose secret this is, the ones they wait for told apart; of nobody else a word."""

    member = get_object_or_404(MemberCalendar.objects.opened_by(secret)).member

    def build() -> Built:
        rsvps = member.rsvps.for_calendar()[:EDITIONS_AT_MOST]
        page = settings.SITE_URL + reverse("events:list")
        name = _named(_("my cafés"))
        return Built(ics.own_feed(list(rsvps)[::-1], name=name, zone=ZoneInfo(settings.TIME_ZONE), page=page), IN_PLACE)

    response = _kept(build, {of_member(member.pk)}, member=member)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
@never_wrong
def announcements(request: HttpRequest) -> HttpResponseBase:
    """The latest announcements and recaps, for feed readers (Atom, RFC 4287)."""
    return _kept(_announced, content_type=Atom1Feed.content_type)


def _announced() -> Built:
    feed = _Announcements(
        title=settings.COMMUNITY_NAME,
        link=settings.SITE_URL + reverse("events:list"),
        feed_url=settings.SITE_URL + reverse("feeds:atom"),
        description=_("The cafés as they are announced."),
        language=settings.LANGUAGE_CODE,
        author_name=settings.COMMUNITY_NAME,
    )
    editions = Edition.objects.select_related("series", "venue")
    news: list[tuple[datetime.datetime | None, Callable[[Edition], None], Edition]] = [
        *((edition.published_at, feed.announce, edition) for edition in editions.announced()[:ANNOUNCEMENTS]),
        *((edition.recap_published_at, feed.recount, edition) for edition in editions.recounted()[:ANNOUNCEMENTS]),
    ]
    for _moment, tell, edition in sorted(news, key=lambda item: item[0] or NO_DATE, reverse=True)[:ANNOUNCEMENTS]:
        tell(edition)
    text = io.StringIO()
    feed.write(text, "utf-8")
    return Built(text.getvalue().encode())


class _Announcements(Atom1Feed):
    def announce(self, edition: Edition) -> None:
        """Adds an edition; its date comes first, as a reader shows no other."""
        lines = [
            _("%(day)s at %(time)s")
            % {"day": date_format(edition.starts, "l j F Y"), "time": date_format(edition.starts, "TIME_FORMAT")},
            *([ics.place(edition.venue)] if edition.venue else []),
            *ics.description(edition),
        ]
        self.add_item(
            title=ics.summary(edition),
            link=ics.page_of(edition),
            description=format_html_join("", "<p>{}</p>", ((text,) for text in lines)),
            unique_id=f"urn:uuid:{edition.uid}",
            pubdate=edition.published_at,
            updateddate=edition.revised_at,
        )

    def recount(self, edition: Edition) -> None:
        """Adds the recap of an evening: its first words, and the way to the rest."""
        words = Truncator(ics.line(unescape(strip_tags(render(edition.recap))))).words(RECAP_WORDS)
        self.add_item(
            title=_("What became of the evening: %(edition)s") % {"edition": ics.line(edition.title)},
            link=ics.page_of(edition) + "#recap",
            description=format_html("<p>{}</p>", words),
            unique_id=uuid.uuid5(edition.uid, "recap").urn,
            pubdate=edition.recap_published_at,
            updateddate=edition.recap_published_at,
        )

    def latest_post_date(self) -> datetime.datetime:
        """The latest revision: the time of day would make each answer another one."""
        return max((item["updateddate"] for item in self.items), default=NO_DATE)


def _named(part: str) -> str:
    return _("%(community)s: %(part)s") % {"community": settings.COMMUNITY_NAME, "part": part}


def _feed(
    request: HttpRequest, editions: EditionQuerySet, *, name: str, page: str, zone: ZoneInfo | None = None
) -> Built:
    latest = editions.for_calendar().reverse()[:EDITIONS_AT_MOST]
    body = ics.feed(
        list(latest)[::-1],
        name=name,
        zone=zone or ZoneInfo(settings.TIME_ZONE),
        address=settings.SITE_URL + request.path,
        page=settings.SITE_URL + page,
    )
    return Built(body, IN_PLACE)


def _kept(
    build: Callable[[], Built],
    subjects: Iterable[str] = (),
    *,
    content_type: str = ics.CONTENT_TYPE,
    member: Member | None = None,
) -> HttpResponse:
    """The feed, in the language of the house, to be kept until a change of an edition or of one of these subjects."""
    with override(settings.LANGUAGE_CODE):
        built = build()
    response = HttpResponse(built.body, content_type=content_type)
    if built.disposition:
        response.headers["Content-Disposition"] = built.disposition
    patch_cache_control(response, **{"private" if member else "public": True}, max_age=FRESH_FOR)
    return to_be_kept(response, {EDITIONS, *subjects}, is_timeless=True, member=member)


def shared(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """An answer that is not kept, for any cache to share, or 304 to who has these very bytes already."""
    etag = quote_etag(hashlib.sha256(response.content).hexdigest())
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FRESH_FOR)
    patch_vary_headers(response, ["Accept-Encoding"])
    return get_conditional_response(request, etag=etag, response=response) or response
