"""What a visitor reads: the next café, what is coming, what was, the month, one evening."""

import calendar
import datetime
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.messages import get_messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from events.evening_parts import PEOPLE_SHOWN, parts_for
from events.forms import EditionFilter
from events.meeting_words import sentence, what_to_expect
from events.models import Edition, Introduction, KeptAnswer
from events.models.edition import EditionQuerySet
from events.shortcuts import edition_or_404
from members.kept import EDITIONS, PHOTOS, of_edition, to_be_kept
from members.models import Member, Purpose

ON_A_PAGE = 20
FOLLOWING = 4
WELCOMING = 3
PEOPLE_ON_A_PAGE = 96
YEARS = range(1970, 2101)
STAND_IN = "stands-for-the-token-of-a-form"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The next café in full, and what follows."""
    coming = list(Edition.objects.public().upcoming().for_cards()[: FOLLOWING + 1])
    following = [edition for edition in coming if not edition.is_cancelled]
    upcoming = following[0] if following else None
    context = {
        **(_standing(upcoming, request.user) if upcoming else {}),
        **(_tonight(upcoming, request.user) if upcoming and upcoming.is_tonight else {}),
        "edition": upcoming,
        "following": [edition for edition in coming if edition != upcoming],
        "past": Edition.objects.public().took_place().for_cards()[:3],
    }
    shown = {EDITIONS, PHOTOS, *of_edition(*(edition.pk for edition in coming))}
    response = render(request, "events/home.html", context)
    if upcoming and (rsvp := context.get("rsvp")) and rsvp.is_going:
        place = reverse("events:place", args=[upcoming.slug, rsvp.place_token])
        response.headers["X-Offline-Also"] = f"{upcoming.get_absolute_url()} {place}"  # see cafecm/phone.py
    return to_be_kept(response, shown)


def _standing(edition: Edition, reader: Any) -> dict[str, Any]:
    """How the reader stands with an edition: what the RSVP box shows."""
    rsvp = edition.rsvp_of(reader)
    return {
        "rsvp": rsvp,
        "position": edition.position_in_line(rsvp) if rsvp and rsvp.is_waiting else None,
        "closed_for_me": edition.closed_for(reader),
    }


def _tonight(edition: Edition, reader: Any) -> dict[str, Any]:
    """What one wants to know on the day itself: how one gets in, and whom one looks for."""
    return {
        "is_tonight": True,
        "getting_in": edition.getting_in_for(edition.rsvp_of(reader)),
        "welcomed_by": list(edition.welcomed_by(reader)[:WELCOMING]),
    }


def _meeting(edition: Edition, reader: Any) -> dict[str, object]:
    """Whom a reader with a place is to meet, or to greet, and how their first café is."""
    is_new = edition.is_new(reader)
    met = Introduction.objects.of(edition, reader) if edition.introduced_at else []
    introduced = [(other, sentence(reader, other)) for other in met]
    return {
        "introduced": introduced,
        "may_consent": edition.introduced_at is None and not reader.has_consented(Purpose.INTRODUCTIONS),
        "is_new": is_new,
        "expectation": what_to_expect(),
        "greeter": edition.greeter_of(reader) if is_new else None,
        "newcomers": list(edition.newcomers_greeted_by(reader)[:PEOPLE_SHOWN]),
    }


def _remembered(edition: Edition, reader: Any) -> dict[str, object]:
    """What an evening became, as far as the reader may see it."""
    return {
        "numbers": edition.numbers(),
        "photos": edition.photos.shown() if edition.has_recap else [],
        "comments": edition.comments_for(reader),
        "may_comment": edition.may_comment(reader),
    }


@require_safe
def edition_list(request: HttpRequest) -> HttpResponse:
    """The coming cafés."""
    return _list(request, Edition.objects.public().upcoming(), "events/edition_list.html")


@require_safe
def past_list(request: HttpRequest) -> HttpResponse:
    """The cafés that were."""
    return _list(request, Edition.objects.public().past(), "events/past_list.html")


def _list(request: HttpRequest, editions: EditionQuerySet, template: str) -> HttpResponse:
    is_narrowed = False
    if EditionFilter.base_fields.keys().isdisjoint(request.GET):
        filters = KeptAnswer.objects.text("filters of cafés", _nothing_chosen, guess={EDITIONS})
    else:
        chosen = EditionFilter(request.GET)
        editions, filters, is_narrowed = chosen.narrow(editions), _drawn(chosen), chosen.is_narrowed
    page = _page(request, editions.for_cards())
    context = {
        "filters": mark_safe(filters),  # noqa: S308 (rendered by a template that escapes)
        "is_narrowed": is_narrowed,
        "page_obj": page,
        "this_month": timezone.localtime(),
    }
    return to_be_kept(render(request, template, context), {EDITIONS, *of_edition(*(edition.pk for edition in page))})


def _nothing_chosen() -> tuple[str, set[str]]:
    """The filters before anything is chosen: they name all trades, and the places and the series that are known."""
    return _drawn(EditionFilter({})), {EDITIONS}


def _drawn(filters: EditionFilter) -> str:
    return render_to_string("events/_filters.html", {"filters": filters})


def _page(request: HttpRequest, editions: EditionQuerySet) -> Page[Edition]:
    return Paginator(editions, ON_A_PAGE).get_page(request.GET.get("page"))


@dataclass
class Day:
    """One square of the month's grid."""

    date: datetime.date
    is_outside: bool
    is_today: bool
    editions: list[Edition] = field(default_factory=list)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The month as a grid of weeks, each edition on the day that the clocks of its series show."""
    if year not in YEARS or not 1 <= month <= 12:
        raise Http404
    today = timezone.localdate()
    weeks = [
        [Day(date, is_outside=date.month != month, is_today=date == today) for date in week]
        for week in calendar.Calendar().monthdatescalendar(year, month)
    ]
    days = {day.date: day for week in weeks for day in week if not day.is_outside}
    first, last = min(days), max(days)
    margin = datetime.timedelta(days=1)  # clocks elsewhere are up to fourteen hours away
    begin = datetime.datetime.combine(first - margin, datetime.time(), datetime.UTC)
    end = datetime.datetime.combine(last + 2 * margin, datetime.time(), datetime.UTC)
    editions = Edition.objects.public().filter(starts_at__gte=begin, starts_at__lt=end).order_by("starts_at", "pk")
    for edition in editions.for_cards():
        if day := days.get(edition.starts.date()):
            day.editions.append(edition)
    context = {
        "weeks": weeks,
        "first": first,
        "previous": first - margin if (first - margin).year in YEARS else None,
        "next": last + margin if (last + margin).year in YEARS else None,
        "today": today,
        "editions": [edition for week in weeks for day in week for edition in day.editions],
    }
    response = render(request, "events/month.html", context)
    return to_be_kept(response, {EDITIONS}) if context["editions"] else response


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One evening: when, where, who hosts, who comes, and whether there is a place."""
    if request.user.is_authenticated and (page := _as_any_member_reads_it(request, request.user, slug)):
        return page
    edition = edition_or_404(slug, request.user)
    response = render(request, "events/edition_detail.html", facts_of(edition, request.user))
    if request.user.is_authenticated:
        return response
    return to_be_kept(response, {EDITIONS, PHOTOS, *edition.hangs_on})


def _as_any_member_reads_it(request: HttpRequest, reader: Member, slug: str) -> HttpResponse | None:
    """The page that is the same for each member who is not part of the evening, kept for all of them.

    None for whoever is, or has a sentence to read. What is kept has a stand-in for the token of each reader's forms.
    """
    if request.GET or len(get_messages(request)):
        return None
    found = Edition.objects.as_any_member_reads_it(slug, reader)
    if found is None:
        return None
    key, is_kept_posted = found

    def build() -> tuple[str, set[str]]:
        edition = edition_or_404(slug)
        facts = {**facts_of(edition, reader), "csrf_token": STAND_IN}
        page = render_to_string("events/edition_detail.html", facts, request)
        return page, {EDITIONS, PHOTOS, *edition.hangs_on}

    name = f"page of {key} for members, told of the next: {is_kept_posted}"
    page = KeptAnswer.objects.text(name, build, guess={EDITIONS, PHOTOS, *of_edition(key)})
    return HttpResponse(page.replace(STAND_IN, get_token(request)))


def facts_of(edition: Edition, reader: Any) -> dict[str, Any]:
    """All that the page of an edition shows to this reader."""
    standing = _standing(edition, reader)
    answer = standing["rsvp"]
    is_coming = answer is not None and answer.is_going
    if is_coming:
        reader.load_trades()
    is_organizer = edition.series.is_organized_by(reader)
    return {
        **standing,
        "edition": edition,
        "parts": parts_for(edition, reader, answer=answer, is_organizer=is_organizer),
        "is_organizer": is_organizer,
        "getting_in": edition.getting_in_for(answer, is_organizer=is_organizer),
        "is_kept_posted": edition.series.keeps_posted(reader),
        **(_meeting(edition, reader) if is_coming and edition.is_awaited else {}),
        "wanted": edition.wanted_trades(reader) if is_organizer and edition.is_awaited else [],
        **(_remembered(edition, reader) if edition.has_taken_place else {}),
    }


@require_safe
@login_required
def all_people(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who comes, or came, as far as the reader may see them; the page of the evening shows the first."""
    edition = get_object_or_404(Edition.objects.published().select_related("series"), slug=slug)
    page = Paginator(edition.people_visible_to(request.user), PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "events/people.html", {"edition": edition, "page_obj": page})
