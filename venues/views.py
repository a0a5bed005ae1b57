"""The places, and one place with its access facts and its editions."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from venues.forms import VenueSearch
from venues.models import Venue

ON_A_PAGE = 30
PAST_SHOWN = 30


@require_safe
def venue_list(request: HttpRequest) -> HttpResponse:
    """All places that host or hosted, with how often they did."""
    search = VenueSearch(request.GET)
    welcomed = Count("editions", filter=Q(editions__status="published"))
    venues = search.narrow(
        Venue.objects.visible_to(request.user).annotate(cafes=welcomed).order_by("name", "pk")
    ).prefetch_related("photos")
    page = Paginator(venues, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "venues/venue_list.html", {"search": search, "page_obj": page})


@require_safe
def venue_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One place: how to get there, how one gets in, and its cafés."""
    venue = get_object_or_404(Venue.objects.visible_to(request.user), slug=slug)
    editions = venue.editions.public()
    context = {
        "venue": venue,
        "upcoming": editions.upcoming().for_cards(),
        "past": editions.past().for_cards()[:PAST_SHOWN],
    }
    return render(request, "venues/venue_detail.html", context)
