"""Calendars and announcements to subscribe to.

They have no language, touch no session and set no cookie; whoever asks, and however, gets the same bytes.
"""

import datetime
import hashlib
import io
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.http import quote_etag, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from events import ics
from events.models import Edition, Series
from events.models.edition import EditionQuerySet
from members.models import Specialty
from venues.models import Venue

FRESH_FOR = 15 * 60  # seconds; an announcement is everywhere within the quarter of an hour
EDITIONS_AT_MOST = 1000  # under a megabyte; clients delete what leaves a feed, so as long a history as that allows
ANNOUNCEMENTS = 30
NO_DATE = datetime.datetime.fromtimestamp(0, datetime.UTC)


@require_safe
def calendar(request: HttpRequest) -> HttpResponseBase:
    """All public editions of all series."""
    return _feed(request, Edition.objects.for_calendar(), name=settings.COMMUNITY_NAME, page=reverse("events:list"))


@require_safe
def series_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The public editions of one series."""
    series = get_object_or_404(Series.objects.public(), slug=slug)
    return _feed(
        request,
        Edition.objects.for_calendar().filter(series=series),
        name=series.name,
        page=f"{reverse('events:list')}?{urlencode({'series': series.slug})}",
        zone=series.zone,
    )


@require_safe
def venue_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The public editions at one venue."""
    venue = Venue.objects.public().by_slug(slug)
    if venue is None:
        raise Http404
    if venue.slug != slug:
        return redirect("feeds:venue", venue.slug, permanent=True)
    return _feed(
        request,
        Edition.objects.for_calendar().filter(venue=venue),
        name=_named(venue.name),
        page=venue.get_absolute_url(),
    )


@require_safe
def specialty_calendar(request: HttpRequest, key: str) -> HttpResponseBase:
    """The public editions where somebody of this trade has a place."""
    specialty = get_object_or_404(Specialty.objects.select_related("merged_into"), key=key)
    if specialty.merged_into:
        return redirect("feeds:specialty", specialty.merged_into.key, permanent=True)
    with override(settings.LANGUAGE_CODE):
        name = _named(specialty.name)
    return _feed(
        request,
        Edition.objects.for_calendar().of_trade(specialty),
        name=name,
        page=reverse("events:specialty", args=[specialty.key]),
    )


@require_safe
def edition_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One public edition, as a file to be kept."""
    edition = get_object_or_404(Edition.objects.for_calendar(), slug=slug)
    response = HttpResponse(ics.download(edition), content_type=ics.CONTENT_TYPE)
    filename = f"{edition.series.slug}-{edition.starts:%Y-%m-%d}.ics"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return shared(request, response)


@require_safe
def announcements(request: HttpRequest) -> HttpResponseBase:
    """The latest announcements, for feed readers (Atom, RFC 4287)."""
    with override(settings.LANGUAGE_CODE):
        feed = _Announcements(
            title=settings.COMMUNITY_NAME,
            link=settings.SITE_URL + reverse("events:list"),
            feed_url=settings.SITE_URL + reverse("feeds:atom"),
            description=_("The cafés as they are announced."),
            language=settings.LANGUAGE_CODE,
            author_name=settings.COMMUNITY_NAME,
        )
        for edition in Edition.objects.announced().select_related("series", "venue")[:ANNOUNCEMENTS]:
            feed.announce(edition)
        text = io.StringIO()
        feed.write(text, "utf-8")
    return shared(request, HttpResponse(text.getvalue(), content_type=Atom1Feed.content_type))


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

    def latest_post_date(self) -> datetime.datetime:
        """The latest revision: the time of day would make each answer another one."""
        return max((item["updateddate"] for item in self.items), default=NO_DATE)


def _named(part: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return _("%(community)s: %(part)s") % {"community": settings.COMMUNITY_NAME, "part": part}


def _feed(
    request: HttpRequest, editions: EditionQuerySet, *, name: str, page: str, zone: ZoneInfo | None = None
) -> HttpResponseBase:
    latest = editions.reverse()[:EDITIONS_AT_MOST]
    body = ics.feed(
        list(latest)[::-1],
        name=name,
        zone=zone or ZoneInfo(settings.TIME_ZONE),
        address=settings.SITE_URL + request.path,
        page=settings.SITE_URL + page,
    )
    response = HttpResponse(body, content_type=ics.CONTENT_TYPE)
    response.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return shared(request, response)


def shared(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """The answer for any cache to share, or 304 to who has these very bytes already (RFC 9110, 13.2.2)."""
    etag = quote_etag(hashlib.sha256(response.content).hexdigest())
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FRESH_FOR)
    patch_vary_headers(response, ["Accept-Encoding"])
    return get_conditional_response(request, etag=etag, response=response) or response
