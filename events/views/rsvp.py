"""Saying “je viens”, with an account or with a name and an address, and freeing the place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.meeting_words import what_to_expect
from events.models import AnswersMissing, Edition, Rsvp, RsvpClosed, TooManyGuests
from events.rsvp_forms import PartyForm, VisitorForm, guests_sentence
from events.shortcuts import edition_or_404
from members import codes
from members.forms import CodeForm
from members.models import Member


@contextmanager
def not_found_once_deleted() -> Iterator[None]:
    """Answers 404 where an edition is deleted between being looked up and being locked."""
    try:
        yield
    except Edition.DoesNotExist:
        raise Http404 from None


@require_http_methods(["GET", "HEAD", "POST"])
@not_found_once_deleted()
def rsvp(request: HttpRequest, slug: str) -> HttpResponse:
    """The form for a place; posted by a member it is the place, by a visitor the code that proves their address."""
    is_one_click = request.method == "POST" and request.POST.keys() <= {"csrfmiddlewaretoken"}
    if is_one_click and request.user.is_authenticated and (came := _at_one_click(request, request.user, slug)):
        return came
    edition = edition_or_404(slug, request.user)
    if reason := edition.closed_for(request.user):
        context = {"edition": edition, "is_declined": reason == "declined"}
        return render(request, "events/rsvp_closed.html", context)
    if request.user.is_authenticated:
        return _rsvp_of_member(request, edition, request.user)
    form = VisitorForm(edition, _posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            codes.send_code(
                request,
                address=form.cleaned_data["email"],
                purpose=_purpose(edition),
                data={"name": form.cleaned_data["name"], **form.answer},
                about=edition.title,
            )
        except codes.TooManyCodes:
            form.add_error("email", _("Too many codes were asked for. Please wait a little before the next one."))
        else:
            return redirect("events:prove", slug)
    return render(request, "events/rsvp_form.html", {"edition": edition, "form": form})


def _at_one_click(request: HttpRequest, member: Member, slug: str) -> HttpResponse | None:
    """The place of a member who has filled in nothing: the party stays as it is. None where there is more to say."""
    edition = Edition.objects.named(slug)
    if edition is None:
        return None
    try:
        rsvp = edition.rsvp(member, guests=None)
    except (RsvpClosed, AnswersMissing):
        return None
    messages.success(request, _joined_sentence(rsvp))
    return redirect(edition)


def _rsvp_of_member(request: HttpRequest, edition: Edition, member: Member) -> HttpResponse:
    answer = edition.rsvp_of(member)
    form = PartyForm(edition, _posted(request), answer=answer)
    if request.method == "POST" and form.is_valid():
        try:
            rsvp = edition.rsvp(member, **form.answer)
        except RsvpClosed:
            return redirect(edition)
        except AnswersMissing:  # another question has come up just now
            return redirect("events:rsvp", edition.slug)
        except TooManyGuests as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _joined_sentence(rsvp))
            return redirect(edition)
    return render(request, "events/rsvp_form.html", {"edition": edition, "form": form, "rsvp": answer})


@require_http_methods(["GET", "HEAD", "POST"])
@not_found_once_deleted()
def prove(request: HttpRequest, slug: str) -> HttpResponse:
    """The page for the six-digit code; the right one gives the place and signs the person in."""
    edition = edition_or_404(slug, request.user)
    pending = codes.pending(request, _purpose(edition))
    if pending is None:
        return redirect("events:rsvp", slug)
    form = CodeForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            proven = codes.check_code(request, _purpose(edition), form.cleaned_data["code"])
        except codes.CodeExpired:
            form.add_error("code", _("This code is no longer good. Ask for another one below."))
        except codes.WrongCode:
            form.add_error("code", _("This is not the code of the mail. Please look again."))
        else:
            return _welcome(request, edition, proven)
    return render(request, "events/rsvp_code.html", {"edition": edition, "form": form, "address": pending.address})


def _welcome(request: HttpRequest, edition: Edition, proven: codes.Pending) -> HttpResponse:
    member = Member.objects.for_proven_address(
        proven.address, name=proven.data["name"], language=get_language() or "fr"
    )
    page = edition.get_absolute_url()
    if member.is_active:
        try:
            party = {name: value for name, value in proven.data.items() if name != "name"}
            messages.success(request, _joined_sentence(edition.rsvp(member, **party)))
        except RsvpClosed:
            pass  # the page they come to says why
        except AnswersMissing:  # a question that has come up since the code was sent
            page = reverse("events:rsvp", args=[edition.slug])
            messages.warning(request, _("The organizers ask one thing more before you come."))
        except TooManyGuests as refusal:
            messages.warning(request, guests_sentence(refusal))
    return codes.sign_in(request, member, address=proven.address, redirect_url=page)


@require_POST
def resend_code(request: HttpRequest, slug: str) -> HttpResponse:
    """Another code to the same address."""
    edition = edition_or_404(slug, request.user)
    try:
        codes.resend(request, _purpose(edition))
    except codes.CodeExpired:
        return redirect("events:rsvp", edition.slug)
    except codes.TooManyCodes:
        messages.error(request, _("Too many codes were asked for. Please wait a little before the next one."))
    else:
        messages.success(request, _("A new code is on its way."))
    return redirect("events:prove", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@not_found_once_deleted()
def cancel_rsvp(request: HttpRequest, slug: str) -> HttpResponse:
    """The page with the button that frees the place, and what the button does."""
    member = request.user
    assert isinstance(member, Member)
    edition = edition_or_404(slug, request.user)
    answer = edition.rsvp_of(member)
    if request.method == "POST":
        if answer:
            _free(request, answer)
        return redirect(edition)
    if not edition.takes_answers or answer is None or answer.is_cancelled:
        return redirect(edition)
    return render(request, "events/rsvp_cancel.html", {"edition": edition, "rsvp": answer})


# One's own place, from the links in one's mails: the token stands for the sign-in, for this edition alone ------


def own_place(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Opens a page to whoever has the link of an RSVP: one altered, or for another edition, opens nothing.

    Once the evening is over it leads to the café's page.
    """

    @wraps(view)
    @not_found_once_deleted()
    def guarded(request: HttpRequest, slug: str, token: str) -> HttpResponse:
        answers = Rsvp.objects.select_related("edition__series", "edition__venue", "member")
        try:
            answer = answers.by_token(token, "place")
        except Rsvp.DoesNotExist:
            raise Http404 from None
        if answer.edition.slug != slug or not answer.member.is_active:
            raise Http404
        return redirect(answer.edition) if answer.edition.is_past else view(request, answer, token)

    return guarded


@require_safe
@never_cache
@own_place
def place(request: HttpRequest, answer: Rsvp, token: str) -> HttpResponse:
    """A person's own place: what is recorded, the buttons that change it, and the QR code for the door."""
    return _place_page(request, answer, token, PartyForm(answer.edition, answer=answer))


@require_POST
@own_place
def change_party(request: HttpRequest, answer: Rsvp, token: str) -> HttpResponse:
    """Another number of guests, or their names; for who freed their place, coming back; in the last call, the yes."""
    form = PartyForm(answer.edition, request.POST, answer=answer)
    if form.is_valid():
        try:
            rsvp = answer.edition.rsvp(answer.member, **form.answer)
        except TooManyGuests as refusal:
            form.refuse(refusal)
        except (RsvpClosed, AnswersMissing):
            return _back_to_place(answer, token)
        else:
            messages.success(request, _joined_sentence(rsvp))
            return _back_to_place(answer, token)
    return _place_page(request, answer, token, form)


@require_POST
@own_place
def confirm_place(request: HttpRequest, answer: Rsvp, token: str) -> HttpResponse:
    """“I'm coming”, the answer to the question of the days before."""
    try:
        confirmed = answer.edition.confirm(answer.member)
    except RsvpClosed:
        return _back_to_place(answer, token)
    if confirmed and confirmed.is_going:
        messages.success(request, _("Noted: you are coming. See you there!"))
    elif confirmed and not confirmed.is_cancelled:
        messages.warning(request, _joined_sentence(confirmed))
    else:
        messages.warning(request, _("You have no place any more. Say so below if you come after all."))
    return _back_to_place(answer, token)


@require_POST
@own_place
def free_place(request: HttpRequest, answer: Rsvp, token: str) -> HttpResponse:
    """Gives the place, or the position in the line, back."""
    _free(request, answer)
    return _back_to_place(answer, token)


@require_POST
@own_place
def come_to_every(request: HttpRequest, answer: Rsvp, token: str) -> HttpResponse:
    """“I come to every café”: a place at each new edition of the series."""
    answer.edition.series.stand(answer.member)
    messages.success(request, _("Noted: you have a place at each new café, as far as there are places."))
    return _back_to_place(answer, token)


@require_POST
@own_place
def no_longer_every(request: HttpRequest, answer: Rsvp, token: str) -> HttpResponse:
    """Ends “I come to every café”; the places one has stay."""
    answer.edition.series.stand_down(answer.member)
    messages.success(request, _("From now on you say for each café whether you come. The places you have stay yours."))
    return _back_to_place(answer, token)


def _free(request: HttpRequest, answer: Rsvp) -> None:
    """Frees the place, or the position in the line, and says so; once the evening has begun, the page says why not."""
    try:
        answer.edition.cancel_rsvp(answer.member)
    except RsvpClosed:
        return
    if answer.is_going:
        messages.success(request, _("Your place is free again. Thank you for telling us."))
    elif answer.is_waiting:
        messages.success(request, _("You are no longer on the waitlist. Thank you for telling us."))
    elif answer.is_asking:
        messages.success(request, _("Your request is withdrawn. Thank you for telling us."))


def _place_page(request: HttpRequest, answer: Rsvp, token: str, form: PartyForm) -> HttpResponse:
    edition = answer.edition
    reason = edition.closed_for(answer.member)
    context = {
        "edition": edition,
        "rsvp": answer,
        "token": token,
        "form": form,
        "position": edition.position_in_line(answer) if answer.is_waiting else None,
        "is_closed": bool(reason),
        "is_declined": reason == "declined",
        "getting_in": edition.getting_in_for(answer),
        "expectation": what_to_expect() if answer.is_going and edition.is_new(answer.member) else "",
        "is_standing": edition.series.standings.filter(member=answer.member).exists(),
        "qr": segno.make(settings.SITE_URL + answer.door_path, micro=False).svg_inline(
            omitsize=True, border=2, svgclass="qr", lineclass="qr-line"
        )
        if answer.is_going
        else "",
    }
    return render(request, "events/place.html", context)


def _back_to_place(answer: Rsvp, token: str) -> HttpResponse:
    return redirect("events:place", answer.edition.slug, token)


def _posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, were it nothing: one click sends no field."""
    return request.POST if request.method == "POST" else None


def _purpose(edition: Edition) -> str:
    """One code a café: whoever asks for two, in two tabs, gets both."""
    return f"rsvp-{edition.pk}"


def _joined_sentence(rsvp: Rsvp) -> str:
    if rsvp.is_asking:
        return _("You have asked for a place. The organizers say yes to each person first, and answer by mail.")
    if rsvp.is_offered:
        return _("A place is free and offered to everyone waiting: it goes to the first who says yes.")
    if rsvp.is_waiting:
        words = {"position": rsvp.edition.position_in_line(rsvp)}
        if rsvp.edition.is_full:
            return _("The café is full: you are number %(position)s on the waitlist.") % words
        return (
            _(
                "There are not enough free places for all of you: you are number %(position)s on the waitlist. "
                "Come with fewer people, and a place is yours."
            )
            % words
        )
    if rsvp.guests == 0:
        return _("You have a place. See you there!")
    return ngettext(
        "You have two places, one for you and one for your guest. See you there!",
        "You have %(places)s places, for you and your %(guests)s guests. See you there!",
        rsvp.guests,
    ) % {"places": rsvp.places, "guests": rsvp.guests}
