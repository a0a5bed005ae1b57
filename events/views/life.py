"""A series' life in pictures, and the figures behind each as a table to take away."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from events.life import EVENINGS, PICTURES, Span, evenings, pictures
from events.models import Series
from events.views.organize import organizers_only
from members.spreadsheet import csv_file


@require_safe
@organizers_only
def life(request: HttpRequest, slug: str) -> HttpResponse:
    """All pictures of a page of evenings, the latest ones first."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    page = Paginator(evenings(series), EVENINGS).get_page(request.GET.get("page"))
    span = Span.of(series, page=page.number)
    context = {"series": series, "page_obj": page, "evenings": span.editions, "pictures": pictures(span)}
    return render(request, "organize/life.html", context)


@require_safe
@organizers_only
def life_table(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    """The figures of one picture, of all evenings."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    if key not in PICTURES:
        raise Http404
    [picture] = pictures(Span.of(series), only=key)
    rows: list[list[object]] = [["", *picture.chart.columns]]
    for row in picture.chart.rows:
        rows.append([row.name, *row.values, *([round(row.expected)] if row.expected is not None else [])])
    return csv_file(f"{series.slug}-{key}.csv", rows)
