"""Who comes: the people of an edition, searched, filtered and in order, and each party by itself."""

from collections.abc import Iterator

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.emails.announcements import letter
from events.models import Act, AlreadyComing, Edition, HostPage, NoPlaceLeft, Rsvp, RsvpClosed, TooManyGuests, What
from events.people_file import rows_of
from events.people_forms import AddForm, MoveForm, PeopleFilter, PeopleLetterForm
from events.reception import badges_of, in_order, lines_of, without_address
from events.rsvp_forms import guests_sentence
from events.telling_forms import LineForm
from events.views.organize import mail_address, organizers_only, say_who_is_told, shows_a_mail
from members import outbox
from members.models import Member, Onlooker
from members.spreadsheet import csv_file, xlsx_file

ON_A_PAGE = 50
SHEETS = {"8": 8, "10": 10, "24": 24}  # labels on a sheet of A4; static/css/badges.css knows where each of them lies
ROWS_AT_ONCE = 100  # in memory, of a file


@require_safe
@organizers_only
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who asks to come, who has a place, who waits, who does not come, and how many will."""
    edition = _edition(request, slug)
    filters = PeopleFilter(edition, request.user, request.GET)
    page = Paginator(filters.found, ON_A_PAGE).get_page(request.GET.get("page"))
    numbers = edition.positions_in_line()
    forecast = edition.forecast() if edition.is_published and not edition.is_past else None
    context = {
        "edition": edition,
        "filters": filters,
        "page_obj": page,
        "lines": [(rsvp, numbers.get(rsvp.pk)) for rsvp in page],
        "tally": edition.rsvps.tally(),
        "newcomers": edition.rsvps.going().newcomers().count(),
        "in_the_room": edition.people_in_the_room,
        "forecast": forecast,
        "past_error_whole": int(round((forecast and forecast.past_error) or 0, 1)),  # French says “1,9 personne”
    }
    return render(request, "organize/people.html", context)


@require_safe
@csp_update({"frame-src": [SELF]})
@organizers_only
def party(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One party: all that organizers see of it, and what they can do for it."""
    return _party_page(request, _edition(request, slug), pk)


@require_POST
@csp_update({"frame-src": [SELF]})
@organizers_only
def free(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Frees a place, or one in the line, for the next; the person is told by whom, with a line; or shows the mail."""
    edition = _edition(request, slug)
    rsvp = _rsvp(edition, pk)
    form = LineForm(request.POST)
    if not form.is_valid() or "preview" in request.POST:
        return _party_page(request, edition, pk, free_form=form)
    try:
        with transaction.atomic():
            Edition.objects.select_for_update().get(pk=edition.pk)
            is_here = edition.rsvps.active().filter(pk=pk).exists()
            edition.cancel_rsvp(rsvp.member, by=_reader(request), line=form.cleaned_data["line"])
            if is_here:
                Act.note(What.PLACE_FREED, edition, by=request.user, after={"people": rsvp.places})
    except RsvpClosed:
        messages.error(request, _("This evening takes no more answers: whoever is in the room counts."))
        return redirect("organize:party", slug, pk)
    messages.success(request, _("%(name)s is no longer on the list.") % {"name": rsvp.member.name})
    _say_whether_they_hear_of_it(request, rsvp.member)
    return redirect("organize:people", slug)


@require_POST
@csp_update({"frame-src": [SELF]})
@organizers_only
def move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Moves a party to another coming evening, or to its line where that is asked for; or shows the mail."""
    edition = _edition(request, slug)
    rsvp = _rsvp(edition, pk)
    form = MoveForm(edition, request.POST)
    is_full = False
    if form.is_valid() and "preview" not in request.POST:
        there = form.cleaned_data["to"]
        try:
            moved = form.save(rsvp, by=_reader(request), may_wait="wait" in request.POST)
        except NoPlaceLeft:
            is_full = True
            form.add_error("to", _("There are not enough free places there. They can wait for one."))
        except AlreadyComing:
            form.add_error("to", _("They have answered there already. Free the place here instead."))
        except TooManyGuests as refusal:
            form.add_error("to", guests_sentence(refusal))
        except RsvpClosed:
            form.add_error("to", _("One of the two evenings takes no more answers."))
        else:
            if moved is None:
                messages.error(request, _("%(name)s is no longer on the list.") % {"name": rsvp.member.name})
            else:
                sentences = {
                    Rsvp.Status.GOING: _("%(name)s now has a place at %(edition)s."),
                    Rsvp.Status.WAITING: _("%(name)s now waits for a place at %(edition)s."),
                    Rsvp.Status.ASKING: _("%(name)s now asks to come to %(edition)s."),
                }
                messages.success(
                    request, sentences[Rsvp.Status(moved.status)] % {"name": rsvp.member.name, "edition": there.title}
                )
                _say_whether_they_hear_of_it(request, rsvp.member)
            return redirect("organize:people", slug)
    return _party_page(request, edition, pk, move_form=form, is_full=is_full)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody who said to an organizer that they come: a place or, where it is full, a position in the line."""
    edition = _edition(request, slug)
    if not edition.takes_answers:
        messages.info(request, _("People are added to a published café to come; on the evening, at the door."))
        return redirect("organize:people", slug)
    form = AddForm(edition, request.POST if request.method == "POST" else None)
    is_full = edition.is_full
    if form.is_valid():
        try:
            rsvp = form.save(by=_reader(request), may_wait="wait" in request.POST)
        except NoPlaceLeft:
            is_full = True
            form.add_error(None, _("There are not enough free places. They can wait for one."))
        except AlreadyComing:
            messages.info(request, _("%(name)s is on the list already.") % {"name": form.cleaned_data["name"]})
            return redirect("organize:people", slug)
        except TooManyGuests as refusal:
            form.refuse(refusal)
        except RsvpClosed:  # cancelled, or begun, just now
            return redirect("organize:add-person", slug)
        else:
            sentence = _("%(name)s has a place.") if rsvp.is_going else _("%(name)s is on the waitlist.")
            messages.success(request, sentence % {"name": form.cleaned_data["name"]})
            _say_whether_they_hear_of_it(request, rsvp.member)
            return redirect("organize:people", slug)
    context = {"edition": edition, "form": form, "is_full": is_full, "mail": mail_address(edition, "rsvp-going")}
    return render(request, "organize/add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """A letter to all, or to those that the query string finds: how many, the mail as it will be, then sent once."""
    edition = _edition(request, slug)
    filters = PeopleFilter(edition, request.user, request.GET)
    form = PeopleLetterForm(request.POST if request.method == "POST" else None)
    is_previewed = False
    if form.is_valid():
        words = {"subject": form.cleaned_data["subject"], "text": form.cleaned_data["text"]}
        if "preview" not in request.POST:
            with transaction.atomic():
                told = edition.write_to(filters.readers, by=_reader(request), key=form.cleaned_data["key"], **words)
                if told:
                    Act.note(What.PEOPLE_WRITTEN, edition, by=request.user, after={"count": told})
            request.session.pop(_draft(edition), None)
            if told:
                say_who_is_told(request, told)
            else:
                messages.info(request, _("Nobody is written to: this letter was sent before, or nobody is left."))
            return redirect("organize:people", slug)
        request.session[_draft(edition)] = words
        is_previewed = True
    context = {
        "edition": edition,
        "filters": filters,
        "form": form,
        "people": sum(readers.count() for readers in edition.readers_of_a_letter(filters.readers)),
        "without_address": Member.objects.without_address().filter(pk__in=filters.readers.values("member")).count(),
        "is_previewed": is_previewed,
    }
    return render(request, "organize/write.html", context)


@require_safe
@shows_a_mail
@organizers_only
def letter_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The letter that was last looked at, as somebody with a place would get it."""
    edition = _edition(request, slug)
    draft = request.session.get(_draft(edition))
    if draft is None:
        raise Http404
    reader = _reader(request)
    words = letter(edition, Rsvp(edition=edition, member=reader, status=Rsvp.Status.GOING), **draft, by=reader.name)
    return HttpResponse(outbox.preview("desk-letter", words, reader))


@require_safe
@organizers_only
def as_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Those that the query string finds, as a file for any spreadsheet."""
    edition = _edition(request, slug)
    return csv_file(_("people %(slug)s.csv") % {"slug": slug}, _rows(request, edition))


@require_safe
@organizers_only
def as_xlsx(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same as a workbook."""
    edition = _edition(request, slug)
    return xlsx_file(_("people %(slug)s.xlsx") % {"slug": slug}, _rows(request, edition))


@require_safe
@organizers_only
def printable(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody with a place, guests included, by name, and what they have answered: for the organizers' own hands."""
    edition = _edition(request, slug)
    order = request.GET.get("order", "")
    order = order if order in HostPage.Order.values else HostPage.Order.LAST_NAME
    going = list(edition.rsvps.going().with_members(request.user))
    answered = [
        (without_address(rsvp.member.name), [(words, without_address(answer)) for words, answer in rsvp.answers])
        for rsvp in going
        if rsvp.answers
    ]
    context = {"edition": edition, "lines": in_order(lines_of(going), order), "order": order, "answered": answered}
    return render(request, "organize/print.html", context)


@require_safe
@organizers_only
def badges(request: HttpRequest, slug: str) -> HttpResponse:
    """A badge for everybody with a place, on sheets of labels; of each person what people at the same café may see."""
    edition = _edition(request, slug)
    sheet = request.GET.get("sheet", "")
    sheet = sheet if sheet in SHEETS else next(iter(SHEETS))
    going = edition.rsvps.going().with_members(Onlooker.CAFE)
    found = badges_of(going.prefetch_related("member__ranked_specialties__specialty"))
    pages = [found[start : start + SHEETS[sheet]] for start in range(0, len(found), SHEETS[sheet])]
    return render(request, "organize/badges.html", {"edition": edition, "pages": pages, "sheet": sheet})


def _rows(request: HttpRequest, edition: Edition) -> Iterator[list[object]]:
    found = PeopleFilter(edition, request.user, request.GET).found
    return rows_of(edition, found.iterator(chunk_size=ROWS_AT_ONCE))


def _draft(edition: Edition) -> str:
    """Where the session keeps it: a letter is too long for an address."""
    return f"letter-{edition.pk}"


def _party_page(
    request: HttpRequest,
    edition: Edition,
    pk: int,
    *,
    free_form: LineForm | None = None,
    move_form: MoveForm | None = None,
    is_full: bool = False,
) -> HttpResponse:
    rsvp = get_object_or_404(edition.rsvps.for_list(request.user), pk=pk)
    free_form, move_form = free_form or LineForm(), move_form or MoveForm(edition)
    to = str(move_form["to"].value() or "")
    context = {
        "edition": edition,
        "rsvp": rsvp,
        "position": edition.position_in_line(rsvp) if rsvp.is_waiting else None,
        "free_form": free_form,
        "move_form": move_form,
        "is_full": is_full,
        "mail_of_yes": mail_address(edition, "rsvp-going", asked="1") if rsvp.is_asking else "",
        "mail_of_free": mail_address(edition, "place-freed", was=rsvp.status, line=free_form.typed),
        "mail_of_move": mail_address(edition, "place-moved", was=rsvp.status, line=move_form.typed, to=to),
    }
    return render(request, "organize/party.html", context)


def _say_whether_they_hear_of_it(request: HttpRequest, member: Member) -> None:
    if member.has_address:
        messages.info(request, _("A mail tells them."))
    else:
        messages.warning(request, _("There is no address to write to: tell them yourself."))


def _edition(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.organized_by(request.user).for_cards(), slug=slug)


def _rsvp(edition: Edition, pk: int) -> Rsvp:
    return get_object_or_404(edition.rsvps.select_related("member"), pk=pk)


def _reader(request: HttpRequest) -> Member:
    return Member.objects.get(pk=request.user.pk)
