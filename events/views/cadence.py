"""The dates of a series: its cadence in words, what it gives, which days are skipped, and the drafts made ahead."""

import datetime

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from events.cadence import in_words
from events.cadence_forms import CadenceForm, PlanForm
from events.models import Act, Series, What
from events.views.organize import organizers_only
from members.dates import date_format
from members.meanwhile import ChangedMeanwhile


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def dates(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The next dates; the form shows those of another cadence before it saves it."""
    series = _mine_or_404(request, slug)
    form = CadenceForm(request.POST if request.method == "POST" else None, series=series)
    if form.is_valid() and "show" not in request.POST:
        try:
            form.save_by(request.user)  # type: ignore[arg-type]
        except ChangedMeanwhile:  # between looking and saving: look once more
            return dates(request, slug)
        messages.success(
            request, _("The café meets: %(cadence)s. What is planned already stays.") % {"cadence": series.in_words}
        )
        return redirect("organize:dates", slug)
    is_refused = form.is_bound and not form.is_valid()
    shown = _mine_or_404(request, slug) if is_refused else series  # what could not be read is not shown as dates
    context = {
        "series": series,
        "form": form,
        "plan_form": PlanForm(),
        "is_trial": form.is_bound and not is_refused,
        "cadence": in_words(shown.cadence),
        "dates": shown.dates(after=shown.today()),
    }
    return render(request, "organize/dates.html", context)


@require_POST
@organizers_only
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes the drafts of the next dates; those that stand stay as they are."""
    series = _mine_or_404(request, slug)
    form = PlanForm(request.POST)
    with transaction.atomic():
        drafts = series.plan(count=form.cleaned_data["count"]) if form.is_valid() else []
        if drafts:
            Act.note(What.DATES_PLANNED, series, by=request.user, after={"count": len(drafts)})
    if drafts:
        words = ngettext("%(count)s draft is made.", "%(count)s drafts are made.", len(drafts))
        messages.success(request, words % {"count": len(drafts)})
    else:
        messages.info(request, _("These dates have their drafts already."))
    return redirect("organize:dates", slug)


@require_POST
@organizers_only
def skip_date(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    """Leaves a day out; a repeat changes nothing."""
    series, date = _date_or_404(request, slug, day)
    with transaction.atomic():
        if series.skip(date):
            Act.note(What.DATE_SKIPPED, series, by=request.user, after={"day": date})
    messages.success(request, _("%(day)s is left out.") % {"day": date_format(date, "l j F Y").capitalize()})
    return redirect("organize:dates", slug)


@require_POST
@organizers_only
def meet_after_all(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    """Takes a day back in; a repeat changes nothing."""
    series, date = _date_or_404(request, slug, day)
    with transaction.atomic():
        if series.meet_after_all(date):
            Act.note(What.DATE_BACK, series, by=request.user, after={"day": date})
    messages.success(request, _("%(day)s counts again.") % {"day": date_format(date, "l j F Y").capitalize()})
    return redirect("organize:dates", slug)


def _mine_or_404(request: HttpRequest, slug: str) -> Series:
    return get_object_or_404(Series.objects.organized_by(request.user), slug=slug)


def _date_or_404(request: HttpRequest, slug: str, day: str) -> tuple[Series, datetime.date]:
    """The series, and a coming day of its cadence."""
    series = _mine_or_404(request, slug)
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    if not series.has_date(date):
        raise Http404
    return series, date
