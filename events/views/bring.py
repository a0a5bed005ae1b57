"""A history that an organizer brings: looked at, taken, taken back; and all of a series, to take along or in."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events import history
from events.archive import NotTaken, pack
from events.history import record as records
from events.import_forms import ArchiveForm, ImportForm, make_series, series_of
from events.models import Act, Import, Rsvp, Series, WalkIn, What
from events.views.organize import organizers_only, signed_in

ROWS_ON_A_PAGE = 50
NAMED_AT_MOST = 100
EARLIER_AT_MOST = 10


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def bring(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes a file in to be looked at; below, what was brought before."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    form = ImportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        return redirect("organize:imported", slug, form.save(series, by=request.user).pk)  # type: ignore[arg-type]
    earlier = series.imports.taken().select_related("by")[:EARLIER_AT_MOST]
    return render(request, "organize/import.html", {"series": series, "form": form, "earlier": earlier})


@require_safe
@organizers_only
def brought(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What a file would become, line by line; once it is taken, what it has become."""
    record = _mine_or_404(request, slug, pk)
    if record.taken_at:
        return _taken(request, record)
    try:
        report = records.preview(record)
    except history.Unreadable:  # it could be read when it came: another version of the café may see it otherwise
        return redirect("organize:import", slug)
    rows = sorted(
        [*((line, edition, True) for line, edition in report.taken), *((*row, False) for row in report.found)]
    )
    context = {
        "record": record,
        "report": report,
        "new_venues": {venue.pk for venue in report.venues},
        "page_obj": Paginator(rows, ROWS_ON_A_PAGE).get_page(request.GET.get("page")),
        "named_at_most": NAMED_AT_MOST,
    }
    return render(request, "organize/import_preview.html", context)


def _taken(request: HttpRequest, record: Import) -> HttpResponse:
    untouched = record.untouched()
    people = Exists(Rsvp.objects.filter(edition=OuterRef("pk"))) | Exists(WalkIn.objects.filter(edition=OuterRef("pk")))
    touched = (
        record.editions.exclude(pk__in=untouched.values("pk")).select_related("series").annotate(has_people=people)
    )
    context = {
        "record": record,
        "made": record.editions.count(),
        "untouched": untouched.count(),
        "touched": touched[:NAMED_AT_MOST],
        "touched_count": touched.count(),
    }
    return render(request, "organize/import_taken.html", context)


@require_POST
@organizers_only
def take(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Makes the editions of the file; a second click makes none."""
    record = _mine_or_404(request, slug, pk)
    with transaction.atomic():
        is_new = records.carry_out(record)
        if is_new:
            made = record.editions.count()
            Act.note(What.IMPORT_TAKEN, record.series, by=request.user, after={"count": made})
    if is_new:
        words = ngettext("%(made)s evening is brought in.", "%(made)s evenings are brought in.", made)
        messages.success(request, words % {"made": made})
    return redirect("organize:imported", slug, pk)


@require_POST
@organizers_only
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes the import back, but for what somebody has touched since."""
    record = _mine_or_404(request, slug, pk)
    if record.taken_at is None:
        messages.info(request, _("This file has not been brought in yet."))
    elif gone := _taken_back(request, record):
        words = ngettext("%(gone)s evening is taken back.", "%(gone)s evenings are taken back.", gone)
        messages.success(request, words % {"gone": gone})
    else:
        messages.info(request, _("There was nothing left to take back."))
    return redirect("organize:imported", slug, pk)


def _taken_back(request: HttpRequest, record: Import) -> int:
    with transaction.atomic():
        gone = records.take_back(record)
        if gone:
            Act.note(What.IMPORT_BACK, record.series, by=request.user, after={"count": gone})
    return gone


@require_safe
@organizers_only
def archive(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """All of the series as one file that another café takes in; with the contacts of its venues where asked for."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    response = StreamingHttpResponse(
        pack(series, with_contacts="contacts" in request.GET), content_type="application/zip"
    )
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{series.slug}.zip")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def bring_series(request: HttpRequest) -> HttpResponse:
    """Takes the archive of a series in to be looked at: what is in it, what would be made, what is known already."""
    _must_make_series(request)
    by = signed_in(request)
    form = ArchiveForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        form.save(by=by)
        return redirect("organize:bring-series")
    record = by.imports.filter(series=None).first()
    context: dict[str, Any] = {"form": form, "record": record}
    if record and not form.is_bound:
        try:
            context["arrival"] = series_of(record)
        except NotTaken as refusal:  # somebody has made a series of this address meanwhile
            context["refusal"] = str(refusal)
    return render(request, "organize/bring_series.html", context)


@require_POST
@organizers_only
def take_series(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the series of an archive; a second click makes none."""
    _must_make_series(request)
    by = signed_in(request)
    record = by.imports.filter(series=None, pk=pk).first()
    try:
        arrival = make_series(record, by=by) if record else None
    except NotTaken as refusal:
        messages.error(request, str(refusal))
        return redirect("organize:bring-series")
    if arrival is None:
        messages.info(request, _("This file is not here any more: it was taken in, or another one has come."))
        return redirect("organize:bring-series")
    messages.success(request, _("“%(series)s” is here, and you are its owner.") % {"series": arrival.series.name})
    return redirect("organize:board")


def _must_make_series(request: HttpRequest) -> None:
    """A series is made by who looks after the site, here as in the admin."""
    if not signed_in(request).is_superuser:
        raise PermissionDenied


def _mine_or_404(request: HttpRequest, slug: str, pk: int) -> Import:
    return get_object_or_404(
        Import.objects.open_to(request.user).select_related("series", "by"), series__slug=slug, pk=pk
    )
