"""Who did what at the desk of a series, and taking it back."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.models import Act, Series
from events.telling_forms import LineForm
from events.undoing import CannotUndo, WayBack, undo, way_back
from events.views.organize import organizers_only, say_who_is_told, what_is_told
from events.wallclock import in_zone

ON_A_PAGE = 30


@require_safe
@organizers_only
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """The acts of a series, or of one of its evenings, the latest first."""
    series = _mine_or_404(request, slug)
    edition = None
    acts = Act.objects.of_series(series)
    if chosen := request.GET.get("edition"):
        edition = get_object_or_404(series.editions.select_related("series"), slug=chosen[:90])
        acts = Act.objects.of_edition(edition)
    page = Paginator(acts.for_page(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = Act.with_venues(page.object_list)
    context = {"series": series, "edition": edition, "page_obj": page}
    return render(request, "organize/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def undo_act(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes one act back, unless something bars the way; whoever is told of it is shown first, with the mail."""
    series = _mine_or_404(request, slug)
    act = get_object_or_404(Act.objects.of_series(series).for_page(request.user), pk=pk)
    form = LineForm(request.POST if request.method == "POST" else None)
    try:
        way = way_back(act)
        if way and not (form.is_valid() and ("told" in request.POST or not way.is_told)):
            return render(request, "organize/undo.html", {"act": act, "form": form, **_what_is_told(way, form.typed)})
        if request.method != "POST":
            return redirect("organize:history", slug)
        told = undo(act, by=request.user, line=form.cleaned_data["line"] if way else "")  # type: ignore[arg-type]
    except CannotUndo:
        messages.error(
            request,
            _("This can no longer be taken back: it has been already, something has changed since, or it is too late."),
        )
    else:
        messages.success(request, _("Taken back. The history tells that, too."))
        say_who_is_told(request, told)
    return redirect("organize:history", slug)


def _what_is_told(way: WayBack, line: str) -> dict[str, Any]:
    starts, ends = (in_zone(moment, way.edition.series.zone) for moment in way.moments.values())
    typed = {"date": f"{starts:%Y-%m-%d}", "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}", "line": line}
    typed["venue"] = way.venue.slug if way.venue else ""
    return what_is_told(way.edition, **way.moments, venue=way.venue, typed=typed)


def _mine_or_404(request: HttpRequest, slug: str) -> Series:
    return get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
