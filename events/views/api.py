"""Public facts as JSON, for other sites and programs: to read only, from anywhere, without a cookie."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.feeds import shared
from events.models import Edition, Series
from events.published import description, edition_json, series_json, venue_json
from venues.models import Venue

ON_A_PAGE = 50
EMBED_PATH = "/static/js/embed.js"  # without a fingerprint: other sites write it down once


class EditionQuery(forms.Form):
    """Which editions: unlike a page for people, an address with a slip in it is refused, so that programs notice."""

    series = forms.SlugField(required=False, max_length=60)
    venue = forms.SlugField(required=False, max_length=80)
    when = forms.ChoiceField(required=False, choices=[("upcoming", ""), ("past", "")])

    def editions(self) -> QuerySet[Edition]:
        """The public editions that are meant, in their order."""
        public = Edition.objects.public().for_cards()
        found = public.past() if self.cleaned_data["when"] == "past" else public.upcoming()
        for name in ("series", "venue"):
            if slug := self.cleaned_data[name]:
                found = found.filter(**{f"{name}__slug": slug})
        return found


class PageQuery(forms.Form):
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)


@require_safe
def openapi(request: HttpRequest) -> HttpResponseBase:
    """What there is to read, and its shapes (OpenAPI 3.1)."""
    return _readable(request, description())


@require_safe
def series_list(request: HttpRequest) -> HttpResponseBase:
    """The series that have announced a café."""
    return _page(request, Series.objects.public().order_by("slug"), series_json)


@require_safe
def edition_list(request: HttpRequest) -> HttpResponseBase:
    """The public editions: those to come, or those that were."""
    query = EditionQuery(request.GET)
    if not query.is_valid():
        return _refused(request, query)
    return _page(request, query.editions(), edition_json)


@require_safe
def edition_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One public edition."""
    return _readable(request, edition_json(get_object_or_404(Edition.objects.public().for_cards(), slug=slug)))


@require_safe
def venue_list(request: HttpRequest) -> HttpResponseBase:
    """The places that a café has been announced at."""
    return _page(request, Venue.objects.public().order_by("slug"), venue_json)


@require_safe
def venue_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One of these places."""
    return _readable(request, venue_json(get_object_or_404(Venue.objects.public(), slug=slug)))


@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """How another site shows the coming cafés: one line, one file."""
    source = f'<script defer src="{settings.SITE_URL}{EMBED_PATH}"'
    lines = [(_("All cafés"), f"{source}></script>")]
    lines += [(series.name, f'{source} data-series="{series.slug}"></script>') for series in Series.objects.public()]
    return render(request, "events/embed.html", {"lines": lines, "script_path": EMBED_PATH})


def _page(request: HttpRequest, rows: QuerySet[Any], shape: Callable[[Any], dict[str, Any]]) -> HttpResponseBase:
    query = PageQuery(request.GET)
    if not query.is_valid():
        return _refused(request, query)
    try:
        page = Paginator(rows, ON_A_PAGE).page(query.cleaned_data["page"] or 1)
    except EmptyPage:
        query.add_error("page", "beyond the last page")
        return _refused(request, query)
    following = None
    if page.has_next():
        rest = request.GET.copy()
        rest["page"] = str(page.next_page_number())
        following = f"{settings.SITE_URL}{request.path}?{rest.urlencode()}"
    return _readable(request, {"items": [shape(row) for row in page], "next": following})


def _refused(request: HttpRequest, query: forms.Form) -> HttpResponseBase:
    """Which parameter makes no sense, and why: for whoever writes the program."""
    problems = {name: [str(problem) for problem in found] for name, found in query.errors.items()}
    return _from_anywhere(JsonResponse({"errors": problems}, status=400))


def _readable(request: HttpRequest, data: dict[str, Any]) -> HttpResponseBase:
    return _from_anywhere(shared(request, JsonResponse(data, json_dumps_params={"ensure_ascii": False})))


def _from_anywhere(response: HttpResponseBase) -> HttpResponseBase:
    """Scripts of other sites may read it (CORS): it is public, and no cookie of ours changes it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
