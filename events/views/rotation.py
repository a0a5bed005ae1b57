"""Whose turn it is: the order of hosts for the next evening without a venue, and the ledger of those before."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.models import Act, Edition, Series, What
from events.models.act import facts
from events.organize_forms import PassOverForm
from events.rotation import ledger, rotation, shares, turns
from events.telling_forms import LineForm
from events.views.organize import organizers_only, say_who_is_told, what_is_told
from members.meanwhile import ChangedMeanwhile
from venues.models import Venue

FIRST_PROPOSALS = 10  # the others of a page stand folded below
PROPOSALS_ON_A_PAGE = 40
SHARES_SHOWN = 20
TURNS_ON_A_PAGE = 20


@require_safe
@organizers_only
def rotation_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is proposed and why, what each host has done, and who hosted when."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    proposed = rotation(series, slug=request.GET.get("edition", ""))
    edition = proposed.edition
    order = Paginator(proposed.proposals, PROPOSALS_ON_A_PAGE).get_page(request.GET.get("order"))
    done = shares(series)
    told = edition.rsvps.reachable().count() if edition and edition.is_published else 0
    page = Paginator(turns(series).select_related("venue"), TURNS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "series": series,
        "rotation": proposed,
        "order": order,
        "first": order[:FIRST_PROPOSALS],
        "others": order[FIRST_PROPOSALS:],
        "first_of_others": order.start_index() + FIRST_PROPOSALS,
        "told": told,
        "shares": done[:SHARES_SHOWN],
        "has_more_shares": len(done) > SHARES_SHOWN,
        "page_obj": page,
        "ledger": ledger(series, list(page)),
    }
    return render(request, "organize/rotation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def choose_venue(request: HttpRequest, slug: str, venue: str) -> HttpResponse:
    """Gives an edition without a venue this one; whoever is told of it is shown first, with the mail."""
    edition, place = _both_or_404(request, slug, venue)
    if not _is_open(request, edition):
        return redirect(_order_for(edition))
    form = LineForm(request.POST if request.method == "POST" else None)
    is_read = "told" in request.POST or not edition.tells_of(starts_at=edition.starts_at, venue=place)
    if not (is_read and form.is_valid()):
        return render(request, "organize/choose.html", {"form": form, **_what_is_told(edition, place, form.typed)})
    try:
        with transaction.atomic():
            before, offer = facts(edition), edition.series.offers.waiting().filter(venue=place).first()
            line = form.cleaned_data["line"]
            told = edition.change(seen=edition.revised_at, venue=place, offer=offer, line=line)
            Act.note_edition(edition, by=request.user, before=before)
    except ChangedMeanwhile:  # between the look above and the lock
        messages.info(request, _("Somebody else has just changed this café. Look again, then choose."))
        return redirect(_order_for(edition))
    words = {"edition": edition.title, "venue": place.name}
    messages.success(request, _("%(edition)s meets at %(venue)s.") % words)
    say_who_is_told(request, told)
    if place.capacity and edition.capacity > place.capacity:
        messages.warning(
            request,
            _("%(edition)s is open to %(capacity)s people, more than the venue holds.")
            % {"edition": edition.title, "capacity": edition.capacity},
        )
    return redirect("organize:board") if edition.is_draft else redirect(edition)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def pass_over(request: HttpRequest, slug: str, venue: str) -> HttpResponse:
    """Puts a venue at the end of the order for one edition, with a note for the other organizers."""
    edition, place = _both_or_404(request, slug, venue)
    if not _is_open(request, edition):
        return redirect(_order_for(edition))
    form = PassOverForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save(edition, place, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("%(venue)s is passed over this time.") % {"venue": place.name})
        return redirect(_order_for(edition))
    return render(request, "organize/pass_over.html", {"edition": edition, "venue": place, "form": form})


@require_POST
@organizers_only
def undo_pass_over(request: HttpRequest, slug: str, venue: str) -> HttpResponse:
    """Gives a venue its turn back; a repeat changes nothing."""
    edition, place = _both_or_404(request, slug, venue)
    with transaction.atomic():
        passed = edition.passed_over.select_for_update().filter(venue=place)
        notes = {"before": {"note": "".join(passed.values_list("note", flat=True))}, "after": {"note": ""}}
        passed.delete()
        Act.note(What.PASS_BACK, edition, by=request.user, venue=place, **notes)
    messages.success(request, _("%(venue)s stands in the order again.") % {"venue": place.name})
    return redirect(_order_for(edition))


def _what_is_told(edition: Edition, place: Venue, line: str) -> dict[str, Any]:
    moments = {"starts_at": edition.starts_at, "ends_at": edition.ends_at}
    return what_is_told(edition, **moments, venue=place, typed={"venue": place.slug, "line": line})


def _both_or_404(request: HttpRequest, slug: str, venue: str) -> tuple[Edition, Venue]:
    mine = Edition.objects.organized_by(request.user).for_cards()
    edition, place = get_object_or_404(mine, slug=slug), Venue.objects.by_slug(venue)
    if place is None:
        raise Http404
    return edition, place


def _is_open(request: HttpRequest, edition: Edition) -> bool:
    """Whether the edition still looks for a venue; otherwise says what is in the way."""
    if edition.is_cancelled or edition.is_past:
        messages.info(request, _("%(edition)s is cancelled, or over: it needs no venue.") % {"edition": edition.title})
    elif edition.venue:
        words = {"edition": edition.title, "venue": edition.venue.name}
        messages.info(request, _("%(edition)s has its venue, %(venue)s. To change it, edit the café.") % words)
    else:
        return True
    return False


def _order_for(edition: Edition) -> str:
    return reverse("organize:rotation", args=[edition.series.slug], query={"edition": edition.slug})
