"""The places, and one place with its access facts and its editions."""

from typing import Any

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members.kept import EDITIONS, PHOTOS, of_edition, of_venue, to_be_kept
from venues.atlas import NEAREST, SURROUNDINGS, Frame, Map, Spot, Window
from venues.forms import VenueSearch
from venues.models import Venue, VenueQuerySet

ON_A_PAGE = 30
PAST_SHOWN = 30
QUOTED = 3
ON_THE_MAP = 500
NEIGHBOURHOOD = 3600  # metres
FEW = 5  # fewer people than this could be told apart


@require_safe
def venue_list(request: HttpRequest) -> HttpResponse:
    """All places that host or hosted, on a map and as a list, with how often they did."""
    search = VenueSearch(request.GET)
    venues = search.narrow(Venue.objects.visible_to(request.user)).order_by("name", "pk")
    here = Venue.objects.filter(pk=OuterRef("pk"), editions__status="published").order_by().values("pk")
    cafes = Coalesce(Subquery(here.values(total=Count("editions"))), 0)
    spots = _spots(venues)
    chosen = request.GET.copy()
    for name in ("area", "page"):
        chosen.pop(name, None)
    least = NEAREST if search.is_within_area else SURROUNDINGS
    context = {
        "search": search,
        "page_obj": Paginator(_with_next(venues.annotate(cafes=cafes)).prefetch_related("photos"), ON_A_PAGE).get_page(
            request.GET.get("page")
        ),
        "map": Map(Frame.about(spots, least=least), spots) if spots else None,
        "links": f"?{chosen.urlencode()}&" if chosen else "?",
    }
    return to_be_kept(render(request, "venues/venue_list.html", context), {EDITIONS, PHOTOS})


@require_safe
def venue_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One place: how to get there, how one gets in, its cafés, and how many people it welcomed."""
    visible = Venue.objects.visible_to(request.user)
    venue = visible.by_slug(slug)
    if venue is None:
        raise Http404
    if venue.slug != slug:
        return redirect(venue, permanent=True)
    editions = venue.editions.public()
    past = list(editions.past().for_cards()[:PAST_SHOWN])
    upcoming = list(editions.upcoming().for_cards())
    cafes, people = venue.editions.published().past().welcomed()
    context: dict[str, Any] = {
        "venue": venue,
        "is_confided": venue.confides_in(request.user),
        "upcoming": upcoming,
        "past": past,
        "recounted": [edition for edition in past if edition.has_recap][:QUOTED],
        "cafes": cafes,
        "people": people if people >= FEW else None,
        "map": None,
    }
    if venue.latitude is not None and venue.longitude is not None:
        frame = Frame.around(venue.latitude, venue.longitude, metres=NEIGHBOURHOOD, width=400, height=280)
        spot = Spot(venue.latitude, venue.longitude, venue.name, venue.get_absolute_url())
        context["map"] = Map(frame, [spot])
    shown = {EDITIONS, PHOTOS, of_venue(venue.pk), *of_edition(*(edition.pk for edition in upcoming))}
    return to_be_kept(render(request, "venues/venue_detail.html", context), shown)


@require_safe
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE]})
def map_image(request: HttpRequest) -> HttpResponse:
    """A square of the map as a picture of its own, for organizers to point at where a venue is.

    A picture takes no style from the page around it, so this answer alone brings its own.
    """
    window = Window.read(request.GET.get("window", "")) or Window.usual()
    spots = [
        spot
        for spot in _spots(Venue.objects.visible_to(request.user))
        if window.frame.holds(spot.latitude, spot.longitude)
    ]
    drawn = Map(window.frame, spots)
    return render(request, "venues/map.svg", {"map": drawn, "window": window}, content_type="image/svg+xml")


def _with_next(venues: VenueQuerySet) -> VenueQuerySet:
    """Says of each place whether a café is coming there."""
    coming = Venue.objects.filter(pk=OuterRef("pk"), editions__status="published", editions__ends_at__gt=timezone.now())
    return venues.annotate(is_next=Exists(coming))


def _spots(venues: VenueQuerySet) -> list[Spot]:
    """The places for the map, numbered as the list numbers them, in one query."""
    rows: Any = _with_next(venues.only("name", "slug", "latitude", "longitude").order_by("name", "pk"))[:ON_THE_MAP]
    return [
        Spot(venue.latitude, venue.longitude, venue.name, venue.get_absolute_url(), number, venue.is_next)
        for number, venue in enumerate(rows, start=1)
        if venue.position
    ]
