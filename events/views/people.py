"""Who comes: the people of an edition, searched, filtered and in order, and each party by itself."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from events.models import Edition
from events.people_forms import PeopleFilter
from events.views.organize import organizers_only

ON_A_PAGE = 50


@require_safe
@organizers_only
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who has a place, who waits, who freed theirs, and how many will come."""
    edition = _edition(request, slug)
    filters = PeopleFilter(edition, request.user, request.GET)
    page = Paginator(filters.found, ON_A_PAGE).get_page(request.GET.get("page"))
    numbers = edition.positions_in_line()
    forecast = edition.forecast() if edition.is_published and not edition.is_past else None
    context = {
        "edition": edition,
        "filters": filters,
        "page_obj": page,
        "lines": [(rsvp, numbers.get(rsvp.pk)) for rsvp in page],
        "tally": edition.rsvps.tally(),
        "newcomers": edition.rsvps.going().newcomers().count(),
        "in_the_room": edition.people_in_the_room,
        "forecast": forecast,
        "past_error_whole": int(round((forecast and forecast.past_error) or 0, 1)),  # French says “1,9 personne”
    }
    return render(request, "organize/people.html", context)


@require_safe
@organizers_only
def party(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One party: all that organizers see of it."""
    edition = _edition(request, slug)
    rsvp = get_object_or_404(edition.rsvps.for_list(request.user), pk=pk)
    position = edition.position_in_line(rsvp) if rsvp.is_waiting else None
    return render(request, "organize/party.html", {"edition": edition, "rsvp": rsvp, "position": position})


def _edition(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.organized_by(request.user).for_cards(), slug=slug)
