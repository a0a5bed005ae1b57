"""The organizers' desk."""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.forms import BooleanField
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from events import desk_mail
from events.models import Act, CannotPublish, Comment, Edition, HostPage, RecapPhoto, Series, What
from events.organize_forms import PROGRAMME_AT_MOST, EditionForm
from events.readiness import parties_asking_in_words
from events.rotation import rotation
from events.wallclock import in_zone
from members import second_factor
from members.meanwhile import ChangedMeanwhile
from members.models import Member, TradeSuggestion
from venues.models import HostOffer, Venue

COMING_ON_A_PAGE = 20
PAST_ON_THE_BOARD = 6
OF_THE_VENUE = ("venue", "venue_name", "venue_address", "venue_postal_code", "venue_city")
DOORS_ON_THE_BOARD = 6  # of series where one only greets
ROTATIONS_ON_THE_BOARD = 3  # each takes eight queries or more; of more series, each has its page


def organizers_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Opens a page of the desk to whoever organizes a series now; others are told no, or asked to sign in.

    Where the site asks for a second factor, the way to it comes first.
    """

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (request.user.is_authenticated and request.user.is_organizer):
            raise PermissionDenied
        return second_factor.asked_first(request) or view(request, *args, **kwargs)

    return guarded


def team_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Opens a page to whoever is in the team of a series now, greeters too; organizers show their second factor."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (request.user.is_authenticated and request.user.keeps_a_door):
            raise PermissionDenied
        asked = second_factor.asked_first(request) if request.user.is_organizer else None
        return asked or view(request, *args, **kwargs)

    return guarded


def shows_a_mail(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view that answers with a mail: it carries its styles in its tags, and stands in a frame of our pages."""
    ours = {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "img-src": ["data:"], "frame-ancestors": [SELF]}
    return csp_replace(ours)(xframe_options_sameorigin(view))


@require_safe
@team_only
def board(request: HttpRequest) -> HttpResponse:
    """What needs an organizer now, what comes next and what was; for who only greets, the doors that they keep."""
    kept = Edition.objects.kept_by(request.user).published().upcoming().for_cards()
    if not signed_in(request).is_organizer:
        page = Paginator(kept, COMING_ON_A_PAGE).get_page(request.GET.get("page"))
        context = {"page_obj": page, "series_list": Series.objects.kept_by(request.user)}
        return render(request, "organize/greeter.html", context)
    mine = Edition.objects.organized_by(request.user)
    page = Paginator(mine.on_the_desk(), COMING_ON_A_PAGE).get_page(request.GET.get("page"))
    series_list = list(Series.objects.organized_by(request.user))
    elsewhere = kept.exclude(series__in=Series.objects.organized_by(request.user))[:DOORS_ON_THE_BOARD]
    latest = mine.off_the_desk().values("pk")[:PAST_ON_THE_BOARD]  # found first: counting places is dear
    shown = series_list if len(series_list) <= ROTATIONS_ON_THE_BOARD else []
    return render(
        request,
        "organize/board.html",
        {
            "page_obj": page,
            "needing": sum(edition.needs_somebody for edition in page),
            "waiting": _waiting(request.user),
            "doors_elsewhere": elsewhere if "greeter" in signed_in(request).roles else [],
            "past": Edition.objects.filter(pk__in=latest).for_cards().order_by("-starts_at", "-pk"),
            "series_list": series_list,
            "rotations": [(series, rotation(series)) for series in shown],
        },
    )


def _waiting(organizer: Any) -> list[tuple[str, str]]:
    """What else waits for this organizer, beside the editions: each in words, with the page that deals with it."""
    offers = HostOffer.objects.organized_by(organizer).to_look_at().count()
    mails = desk_mail.failed(organizer).count()
    trades = TradeSuggestion.objects.filter(state=TradeSuggestion.State.WAITING).count()
    lines = [
        (
            offers,
            ngettext("%(n)s offer to host waits", "%(n)s offers to host wait", offers),
            reverse("organize:offers"),
        ),
        (mails, ngettext("%(n)s mail did not arrive", "%(n)s mails did not arrive", mails), reverse("organize:mail")),
        (
            trades,
            ngettext("%(n)s trade is suggested", "%(n)s trades are suggested", trades),
            reverse("organize:trades"),
        ),
    ]
    if said := list(Comment.objects.to_moderate(organizer).values_list("edition__slug", flat=True)):
        words = ngettext("%(n)s comment waits to be read", "%(n)s comments wait to be read", len(said))
        lines.append((len(said), words, reverse("organize:recap", args=[said[0]])))
    if hidden := list(RecapPhoto.objects.to_settle(organizer).values_list("edition__slug", flat=True)):
        words = ngettext("%(n)s photo was taken down", "%(n)s photos were taken down", len(hidden))
        lines.append((len(hidden), words, reverse("organize:recap", args=[hidden[0]])))
    coming: Any = Edition.objects.organized_by(organizer).upcoming().select_related("series")
    asked = coming.with_requests().filter(counted_asking__gt=0)
    requests = [
        (
            f"{edition.title}: {parties_asking_in_words(edition.counted_asking)}",
            reverse("organize:people", args=[edition.slug], fragment="asking"),
        )
        for edition in asked
    ]
    return requests + [(words % {"n": count}, page) for count, words, page in lines if count]


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def new_edition(request: HttpRequest) -> HttpResponse:
    """Announces an edition, with a new venue or a known one."""
    mine = Series.objects.organized_by(request.user)
    if not mine.exists():  # who looks after the site, before the first series
        return redirect("organize:board")
    slug = request.GET.get("series")
    return _edition_page(request, edition=None, series=mine.filter(slug=slug).first() if slug else None)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def copy_edition(request: HttpRequest, slug: str) -> HttpResponse:
    """Announces an edition like this one, at the next date: all is copied but the theme, and nothing saved yet."""
    edition = _mine_or_404(request, slug)
    return _edition_page(request, edition=None, series=edition.series, like=edition)


@require_safe
@organizers_only
def copy_last(request: HttpRequest, slug: str) -> HttpResponse:
    """Leads to the copy of the last edition that took place, or of one to come; to a new one before the first."""
    series = get_object_or_404(Series.objects.organized_by(request.user), slug=slug)
    known = series.editions.published()
    last = known.past().first() or known.upcoming().last()
    return redirect("organize:copy", last.slug) if last else redirect("organize:new")


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def edit_edition(request: HttpRequest, slug: str) -> HttpResponse:
    """Changes an edition: another date, venue, theme, programme or capacity."""
    try:
        return _edition_page(request, edition=_mine_or_404(request, slug), series=None)
    except ChangedMeanwhile:  # between the form's check and its save: now the form says what differs
        return _edition_page(request, edition=_mine_or_404(request, slug), series=None)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Throws a draft away."""
    edition = _mine_or_404(request, slug)
    if not edition.is_draft:
        messages.info(request, _("Only a draft can be thrown away; what has been published keeps its page."))
        return redirect("organize:edit", slug)
    if request.method == "POST":
        title = edition.title
        with Act.on(edition, What.EDITION_DISCARDED, by=request.user):
            edition.discard()
        messages.success(request, _("%(edition)s is thrown away.") % {"edition": title})
        return redirect("organize:board")
    return render(request, "organize/discard.html", {"edition": edition})


def signed_in(request: HttpRequest) -> Member:
    """Whoever asks, behind a decorator that lets nobody else in."""
    assert isinstance(request.user, Member), "the decorators let nobody else in"
    return request.user


def _mine_or_404(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.organized_by(request.user).for_cards(), slug=slug)


def _edition_page(
    request: HttpRequest, *, edition: Edition | None, series: Series | None, like: Edition | None = None
) -> HttpResponse:
    """The form of an edition: shown, previewed, or saved and published."""
    preview = None
    if request.method != "POST":
        form = EditionForm(request.user, edition=edition, series=series, like=like)
    elif {"preview", "known_venue", "take_position", "back"} & {*request.POST}:
        typed: dict[str, Any] = {name: request.POST[name] for name in EditionForm.base_fields if name in request.POST}
        typed["specialties"] = request.POST.getlist("specialties")
        boxes = (name for name, field in EditionForm.base_fields.items() if isinstance(field, BooleanField))
        typed |= {name: name in request.POST for name in boxes}
        if "known_venue" in request.POST:
            typed |= {"venue": request.POST["known_venue"], "venue_name": ""}
        elif "take_position" in request.POST:
            typed["venue_position"] = request.POST["take_position"]
        elif "preview" in request.POST:
            preview = typed.get("description", "")[:PROGRAMME_AT_MOST]
        form = EditionForm(request.user, edition=edition, series=series, initial=typed)
    else:
        form = EditionForm(request.user, request.POST, edition=edition, series=series)
        try:
            if form.is_valid() and "find_venue" not in request.POST:
                is_read = "told" in request.POST or not form.is_news
                return _saved(request, form) if is_read else _change_page(request, form)
        except CannotPublish:  # cancelled by somebody else, or begun, just now
            form.add_error(None, _("This café can no longer be published: it is cancelled, or its date is over."))
        except IntegrityError:  # somebody else has opened a venue of this name just now
            form.add_error("venue_name", _("Another venue has this name: look in the list."))
    is_awaited = edition is not None and edition.is_published and not edition.is_past
    people = edition.rsvps.reachable().count() if edition is not None and is_awaited else 0
    context = {"edition": edition, "form": form, "preview": preview, "people": people, "like": like}
    return render(request, "organize/edition.html", context)


def _change_page(request: HttpRequest, form: EditionForm) -> HttpResponse:
    """What people will read about another date or venue, and how many they are, before it is saved."""
    edition, typed = form.edition, form.data
    assert edition
    assert isinstance(typed, QueryDict)
    context = {
        "form": form,
        "kept": [(name, value) for name in form.fields if name != "line" for value in typed.getlist(name)],
        **what_is_told(
            edition,
            starts_at=form.cleaned_data["starts_at"],
            ends_at=form.cleaned_data["ends_at"],
            venue=form.chosen_venue,
            typed={name: str(form[name].value() or "") for name in ("date", "starts", "ends", *OF_THE_VENUE, "line")},
        ),
    }
    return render(request, "organize/change.html", context)


def what_is_told(
    edition: Edition,
    *,
    starts_at: datetime.datetime,
    ends_at: datetime.datetime,
    venue: Venue | None,
    typed: dict[str, str],
) -> dict[str, Any]:
    """What a page shows of another date or venue before it is saved: who is told of it, and the mails.

    `typed` is the same as the form of the edition takes it, and a line.
    """
    moment: Any = {"starts_at": starts_at, "venue": venue}
    news = edition.news_in(**moment)
    return {
        "edition": edition,
        "venue": venue,
        "starts": in_zone(starts_at, edition.series.zone),
        "ends": in_zone(ends_at, edition.series.zone),
        "people": edition.rsvps.reachable().count() if news else 0,
        "hosts": mails_to_hosts(edition, edition.host_news_in(**moment), **typed),
        "mail": mail_address(edition, news, **typed) if news else "",
    }


def mails_to_hosts(edition: Edition, news: list[tuple[str, HostPage]], **typed: str) -> list[tuple[HostPage, str]]:
    """The hosts who are told, each with the address where their mail shows itself."""
    return [(page, mail_address(edition, kind, **typed)) for kind, page in news]


def mail_address(edition: Edition, kind: str, **typed: str) -> str:
    """Where a mail about this edition shows itself as it would be after what was typed."""
    return reverse("organize:mail-preview", args=[edition.slug, kind], query=typed)


def _saved(request: HttpRequest, form: EditionForm) -> HttpResponse:
    """Saves the edition, says what that means, and shows it: its page once it is public, the board until then.

    Where people are to be told, publishing goes by the page that shows whom, and the mail.
    """
    edition = form.save()
    if edition.is_draft and form.cleaned_data["intent"] == "publish":
        return redirect("organize:publish", edition.slug)
    if edition.is_draft:
        messages.success(request, _("%(edition)s is saved as a draft.") % {"edition": edition.title})
        return redirect("organize:board")
    if form.cleaned_data["intent"] == "publish":
        say_it_is_published(request, edition)
    else:
        messages.success(request, _("%(edition)s is saved.") % {"edition": edition.title})
    say_who_is_told(request, form.told)
    over = edition.places_taken - edition.capacity
    if over > 0 and not edition.is_past:
        messages.warning(
            request,
            ngettext(
                "%(over)s person more has a place than the café now holds. Nobody loses theirs; write to them if some "
                "cannot come in.",
                "%(over)s people more have a place than the café now holds. Nobody loses theirs; write to them if some "
                "cannot come in.",
                over,
            )
            % {"over": over},
        )
    return redirect(edition)


def say_it_is_published(request: HttpRequest, edition: Edition) -> None:
    """After publishing."""
    sentence = _("%(edition)s is published: on the home page, in the list and in the calendar from now on.")
    messages.success(request, sentence % {"edition": edition.title})


def say_it_is_too_late(request: HttpRequest, edition: Edition) -> None:
    """Where an edition cannot be published."""
    if edition.is_cancelled:
        sentence = _("%(edition)s is cancelled. Reopen it, and whoever had a place is told.")
    else:
        sentence = _("The date of %(edition)s is over. Choose one to come, then publish.")
    messages.error(request, sentence % {"edition": edition.title})


def say_who_is_told(request: HttpRequest, people: int) -> None:
    """After a change that people are written to about."""
    if people:
        messages.info(
            request,
            ngettext("A mail is on its way to %(people)s person.", "A mail is on its way to %(people)s people.", people)
            % {"people": people},
        )
