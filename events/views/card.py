"""The picture that a shared link to an edition shows."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from events.card_words import card_of
from events.models import Edition

FRESH_FOR = 3600  # seconds; a page that has changed names another address
KEPT_FOR = 24 * 3600  # seconds


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
