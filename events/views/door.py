"""The door: checking people in from a phone, with or without a connection.

Each act sets a state (“two of this party are here”) instead of adding to one, so that a tap that is sent twice, or
late, changes nothing. A browser that asks for JSON gets the state of the whole door as the answer.
"""

import uuid

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.door_forms import CheckInForm, WalkInForm
from events.models import Act, Edition, Rsvp, What
from events.views.organize import team_only
from members.folding import fold

JSON = "application/json"


@require_safe
@team_only
def door(request: HttpRequest, slug: str) -> HttpResponse:
    """The list of the evening, with a search; asked for as JSON, who is in the room now."""
    edition = _edition(request, slug)
    if _wants_json(request):
        return _state(edition)
    return _door_page(request, edition, WalkInForm())


@require_POST
@team_only
def check_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Notes how many of a party are in the room; 0 undoes it."""
    edition = _edition(request, slug)
    rsvp = get_object_or_404(edition.rsvps, pk=pk)
    form = CheckInForm(request.POST)
    if edition.door_closed_because:
        return _closed(request, edition)
    if not form.is_valid():
        raise BadRequest("not a number of people")
    form.save(rsvp, by=request.user)
    return _state(edition) if _wants_json(request) else _back_to_door(request, edition, f"rsvp-{rsvp.pk}")


@require_POST
@team_only
def walk_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds someone who came without an RSVP."""
    edition = _edition(request, slug)
    form = WalkInForm(request.POST)
    if edition.door_closed_because:
        return _closed(request, edition)
    if form.is_valid():
        form.save(edition, by=request.user)
        return _state(edition) if _wants_json(request) else _back_to_door(request, edition, "walk-ins")
    if _wants_json(request):
        return JsonResponse({"errors": form.errors}, status=422)
    if form.has_error("key"):  # no field to correct
        raise BadRequest("not a key of this form")
    return _door_page(request, edition, form)


@require_POST
@team_only
def undo_walk_in(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Takes a walk-in back who was added by mistake."""
    edition = _edition(request, slug)
    if edition.door_closed_because:
        return _closed(request, edition)
    with transaction.atomic():
        if edition.forget_walk_in(key):
            Act.note(What.WALK_IN_BACK, edition, by=request.user)
    return _state(edition) if _wants_json(request) else _back_to_door(request, edition, "walk-ins")


@require_http_methods(["GET", "HEAD", "POST"])
@team_only
def scan(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """What a QR code opens: who it is, and the button that checks them in; then back to the door."""
    edition = _edition(request, slug)
    try:
        rsvp = edition.rsvps.with_members(request.user).by_token(token, "door")
    except Rsvp.DoesNotExist:
        raise Http404 from None
    if request.method == "POST":
        form = CheckInForm(request.POST)
        if edition.door_closed_because:
            return _closed(request, edition)
        if not form.is_valid():
            raise BadRequest("not a number of people")
        messages.success(request, _checked_in_sentence(form.save(rsvp, by=request.user)))
        return redirect("organize:door", slug)
    return render(
        request,
        "organize/scan.html",
        {
            "edition": edition,
            "rsvp": rsvp,
            "newcomers": edition.newcomers().filter(pk=rsvp.pk).values_list("pk", flat=True),
        },
    )


def _edition(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.kept_by(request.user).for_cards(), slug=slug)


def _door_page(request: HttpRequest, edition: Edition, form: WalkInForm) -> HttpResponse:
    rsvps = sorted(edition.rsvps.with_members(request.user), key=lambda rsvp: fold(rsvp.member.name))
    words = fold(request.GET.get("q", "")).split()
    context = {
        "edition": edition,
        "going": [rsvp for rsvp in rsvps if rsvp.is_going],
        "waiting": sorted((rsvp for rsvp in rsvps if rsvp.is_waiting), key=lambda rsvp: rsvp.position),
        "asking": [rsvp for rsvp in rsvps if rsvp.is_asking or rsvp.is_declined],
        "freed": [rsvp for rsvp in rsvps if rsvp.is_cancelled and not rsvp.is_declined],
        "found": {rsvp.pk for rsvp in rsvps if all(word in rsvp.words for word in words)},
        "q": request.GET.get("q", ""),
        "walk_ins": list(edition.walk_ins.all()),
        "newcomers": set(edition.newcomers().values_list("pk", flat=True)),
        "in_the_room": edition.people_in_the_room,
        "is_organizer": edition.series.is_organized_by(request.user),
        "form": form,
    }
    return render(request, "organize/door.html", context)


def _state(edition: Edition) -> JsonResponse:
    """Who is in the room: for each party the people who arrived, and the walk-ins."""
    return JsonResponse(
        {
            "arrived": dict(edition.rsvps.filter(arrived__gt=0).order_by("pk").values_list("pk", "arrived")),
            "walk_ins": [
                {"key": str(walk_in.key), "name": walk_in.name, "people": walk_in.people}
                for walk_in in edition.walk_ins.all()
            ],
        }
    )


def _closed(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The door page says why; a phone that sends what it kept learns that it cannot."""
    return HttpResponse(status=409) if _wants_json(request) else redirect("organize:door", edition.slug)


def _back_to_door(request: HttpRequest, edition: Edition, anchor: str) -> HttpResponse:
    """To the line that was tapped, the search kept."""
    query = {"q": request.POST["q"]} if request.POST.get("q") else None
    return redirect(reverse("organize:door", args=[edition.slug], query=query, fragment=anchor))


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", JSON]) == JSON


def _checked_in_sentence(rsvp: Rsvp) -> str:
    if not rsvp.arrived:
        return _("%(name)s is not in the room.") % {"name": rsvp.member.name}
    if rsvp.places == 1:
        return _("%(name)s is in the room.") % {"name": rsvp.member.name}
    return ngettext(
        "%(name)s: %(arrived)s person of %(places)s is in the room.",
        "%(name)s: %(arrived)s people of %(places)s are in the room.",
        rsvp.arrived,
    ) % {"name": rsvp.member.name, "arrived": rsvp.arrived, "places": rsvp.places}
