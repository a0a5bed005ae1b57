"""The picture that a shared link to an edition shows."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.card import Card
from events.drawing import table
from events.models import Edition
from events.poem import verse
from events.templatetags.cafe import drinkers_of
from members.dates import date_format

FRESH_FOR = 3600  # seconds; a page that has changed names another address
KEPT_FOR = 24 * 3600  # seconds
VERSES = 3


@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The card of a public edition, drawn once for the same content."""
    drawn = card_of(get_object_or_404(Edition.objects.public().for_cards(), slug=slug))
    png = cache.get_or_set(f"card:{drawn.digest}", drawn.png, KEPT_FOR)
    response = HttpResponse(png, content_type="image/png")
    etag = quote_etag(drawn.digest)
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FRESH_FOR)
    return get_conditional_response(request, etag=etag, response=response) or response


def card_of(edition: Edition) -> Card:
    """What the card of an edition says, to everybody the same: no more than a stranger reads on its page."""
    mix = edition.public_inventory if edition.is_published else None
    when = _("%(day)s, %(time)s") % {
        "day": date_format(edition.starts, "l j F Y"),
        "time": date_format(edition.starts, "TIME_FORMAT"),
    }
    series = edition.series.name
    if edition.number:
        series = _("%(series)s, no. %(number)s") % {"series": series, "number": edition.number}
    verses = [verse(line) for line in mix.lines[:VERSES]] if mix else []
    return Card(
        series=series,
        title=edition.theme or edition.series.name,
        when=_("Cancelled: %(edition)s") % {"edition": when} if edition.is_cancelled else when,
        where=edition.venue.name if edition.venue else _("Venue to be confirmed"),
        verse=", ".join([*verses, "… " + _("and a raccoon.")]) if verses else "",
        table=table(drinkers_of(mix) if mix else [], evening=edition.slug),
    )
