"""A series' life in pictures, and the figures behind each as a table to take away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from events.life import pictures
from events.models import Series
from events.views.organize import organizers_only
from members.spreadsheet import csv_file


@require_safe
@organizers_only
def life(request: HttpRequest, slug: str) -> HttpResponse:
    """All pictures on one page."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    return render(request, "organize/life.html", {"series": series, "pictures": pictures(series)})


@require_safe
@organizers_only
def life_table(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    """The figures of one picture."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    picture = next((picture for picture in pictures(series) if picture.key == key), None)
    if picture is None:
        raise Http404
    rows: list[list[object]] = [["", *picture.chart.columns]]
    for row in picture.chart.rows:
        rows.append([row.name, *row.values, *([round(row.expected)] if row.expected is not None else [])])
    return csv_file(f"{series.slug}-{key}.csv", rows)
