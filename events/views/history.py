"""Who did what at the desk of a series, and taking it back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.models import Act, Series
from events.undoing import CannotUndo, undo
from events.views.organize import organizers_only, say_who_is_told

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


@require_POST
@organizers_only
def undo_act(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes one act back, unless something bars the way; a repeat changes nothing."""
    series = _mine_or_404(request, slug)
    act = get_object_or_404(Act.objects.of_series(series).for_page(request.user), pk=pk)
    try:
        told = undo(act, by=request.user)  # type: ignore[arg-type]
    except CannotUndo:
        messages.error(
            request,
            _("This can no longer be taken back: it has been already, something has changed since, or it is too late."),
        )
    else:
        messages.success(request, _("Taken back. The history tells that, too."))
        say_who_is_told(request, told)
    return redirect("organize:history", slug)


def _mine_or_404(request: HttpRequest, slug: str) -> Series:
    return get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
