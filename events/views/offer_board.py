"""The organizers' board of offers: from a lead to the thank-you, and to the published evening in between."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.emails.letters import letter
from events.models import Act, CannotPublish, Edition, Series, What
from events.offer_forms import Declined, OrganizersLeadForm, PublishOfferForm
from events.organize_forms import NEW_VENUE
from events.views.organize import organizers_only, what_is_told
from members import outbox
from members.meanwhile import ChangedMeanwhile
from venues.emails import letter as mail_of
from venues.models import HostOffer, TooEarly
from venues.offer_forms import LetterForm, PlanForm

CLOSED_SHOWN = 20
STEPS = HostOffer.Step
NEXT = {STEPS.LEAD: STEPS.VISITED, STEPS.VISITED: STEPS.CONFIRMED}


@require_safe
@organizers_only
def board(request: HttpRequest) -> HttpResponse:
    """All offers by step, those that somebody should look at first."""
    mine = HostOffer.objects.organized_by(request.user)
    offers = list(mine.open().for_board())
    stale = set(mine.stale().values_list("pk", flat=True))
    context = {
        "columns": [
            (step.label, [offer for offer in offers if offer.step == step])
            for step in (STEPS.LEAD, STEPS.VISITED, STEPS.CONFIRMED, STEPS.HOSTED)
        ],
        "stale": stale,
        "closed": mine.filter(step__in=[STEPS.THANKED, STEPS.DECLINED]).for_board().reverse()[:CLOSED_SHOWN],
        "has_series": Series.objects.organized_by(request.user).exists(),
    }
    return render(request, "organize/offers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def new(request: HttpRequest) -> HttpResponse:
    """A lead that an organizer has heard of."""
    form = OrganizersLeadForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        offer = form.save_as_lead(by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("%(place)s is on the board.") % {"place": offer.place_name})
        return redirect("organize:offer", offer.pk)
    return render(request, "organize/offer_new.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def offer(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One offer: what it says, its notes and next step, and what was done about it."""
    found = _mine_or_404(request, pk)
    form = PlanForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        try:
            with Act.on(found, What.OFFER_NOTED, by=request.user):
                form.save()
        except ChangedMeanwhile:  # between looking and saving: look once more
            return offer(request, pk)
        messages.success(request, _("The notes are saved."))
        return redirect("organize:offer", pk)
    shown = _mine_or_404(request, pk) if form.errors else found  # a refused form has changed what it was given
    context = {
        "offer": shown,
        "form": form,
        "editions": list(shown.editions.all()),
        "edition": _edition_of(shown),
        "next": NEXT.get(STEPS(shown.step)),
        "others": [step for step in STEPS if step not in (shown.step, NEXT.get(STEPS(shown.step)))],
        "history": shown.history.select_related("by").order_by("-pk"),
        "is_stale": HostOffer.objects.stale().filter(pk=shown.pk).exists(),
    }
    return render(request, "organize/offer.html", context)


@require_POST
@organizers_only
def move(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Puts an offer at another step; a repeat changes nothing."""
    found = _mine_or_404(request, pk)
    try:
        is_new = _moved(request, found, step)
    except TooEarly:
        return _too_early(request, found)
    if is_new:
        words = {"place": found.place_name, "step": found.get_step_display()}
        messages.success(request, _("%(place)s: %(step)s.") % words)
    return redirect("organize:offer", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter to the host, proposed for the step of the offer: to change, to look at as it arrives, and to send."""
    found = _mine_or_404(request, pk)
    if not found.email:
        messages.info(request, _("This offer has no e-mail address: call, and note it down."))
        return redirect("organize:offer", pk)
    preview = None
    form = LetterForm(request.POST) if request.method == "POST" else LetterForm(initial=_proposed(request, found))
    if form.is_valid():
        if "preview" not in request.POST:
            step = STEPS.THANKED if found.step == STEPS.HOSTED else ""
            try:
                with transaction.atomic():
                    is_new = form.save(found, by=request.user, step=step)  # type: ignore[arg-type]
                    if is_new:
                        Act.note(What.OFFER_WRITTEN, found, by=request.user)
            except TooEarly:
                return _too_early(request, found)
            return _sent(request, found, is_new=is_new)
        preview = _as_it_arrives(found, form)
    return render(request, "organize/offer_write.html", {"offer": found, "form": form, "preview": preview})


@require_POST
@organizers_only
def thank(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends the thank-you as it is proposed; the offer is thanked with it, and a repeat sends nothing."""
    found = _mine_or_404(request, pk)
    if found.step != STEPS.HOSTED:
        messages.info(request, _("Only who has hosted is thanked, and only once."))
        return redirect("organize:offer", pk)
    if found.has_cafe_to_come:
        return _too_early(request, found)
    if not found.email:
        _moved(request, found, STEPS.THANKED)
        messages.success(request, _("Noted as thanked. There is no e-mail address: call, or write a card."))
        return redirect("organize:offer", pk)
    with transaction.atomic():
        is_new = found.write(**_proposed(request, found), by=request.user, step=STEPS.THANKED)  # type: ignore[arg-type]
        if is_new:
            Act.note(What.OFFER_WRITTEN, found, by=request.user)
    return _sent(request, found, is_new=is_new)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def publish(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The evening that the offer becomes, with the venue, the date and the capacity filled in already."""
    found = _mine_or_404(request, pk)
    series = get_object_or_404(Series.objects.organized_by(request.user).filter(offers=found), slug=slug)
    edition = _edition_of(found)
    if edition and not edition.is_past:
        messages.info(request, _("%(edition)s takes place there already.") % {"edition": edition.title})
        return redirect("organize:publish" if edition.is_draft else "organize:host", edition.slug)
    if found.step == STEPS.DECLINED:
        return _declined(request, found)
    form = PublishOfferForm(found, series, request.POST if request.method == "POST" else None)
    if form.is_valid() and "back" not in request.POST:
        if form.is_news and "told" not in request.POST:
            return render(request, "organize/change.html", _what_is_told(found, form))
        try:
            edition = form.save(by=request.user)  # type: ignore[arg-type]
        except Declined:
            return _declined(request, found)
        except (CannotPublish, ChangedMeanwhile, IntegrityError):  # called off, begun, changed or taken just now
            form.add_error("evening", _("This café can no longer be published. Choose another evening."))
        else:
            if edition.is_draft:  # people are to be told: the next page shows whom, and the mail
                messages.success(
                    request,
                    _("%(edition)s meets at %(venue)s. Publish it, then send the host their page.")
                    % {"edition": edition.title, "venue": found.place_name},
                )
                return redirect("organize:publish", edition.slug)
            messages.success(
                request,
                _("%(edition)s is published at %(venue)s. Now send the host their page.")
                % {"edition": edition.title, "venue": found.place_name},
            )
            return redirect("organize:host", edition.slug)
    return render(request, "organize/offer_publish.html", {"offer": found, "series": series, "form": form})


def _mine_or_404(request: HttpRequest, pk: int) -> HostOffer:
    return get_object_or_404(HostOffer.objects.organized_by(request.user).for_board(), pk=pk)


def _moved(request: HttpRequest, offer: HostOffer, step: str) -> bool:
    """Puts the offer at a step; answers whether it was at another one. Raises TooEarly."""
    with transaction.atomic():
        is_new = offer.move(step, by=request.user)  # type: ignore[arg-type]
        if is_new:
            Act.note(What.OFFER_MOVED, offer, by=request.user, after={"step": step})
    return is_new


def _edition_of(offer: HostOffer) -> Edition | None:
    """The evening at the offer's place, unless it was called off; there is one at most."""
    return next((each for each in offer.editions.all() if not each.is_cancelled), None)


def _what_is_told(offer: HostOffer, form: PublishOfferForm) -> dict[str, Any]:
    edition, place = form.cleaned_data["edition"], offer.as_venue()
    names = ("name", "address", "postal_code", "city")
    new = {"venue": NEW_VENUE, **{f"venue_{name}": getattr(place, name) for name in names}}
    typed = {"venue": place.slug} if place.pk else new
    moments = {"starts_at": edition.starts_at, "ends_at": edition.ends_at}
    return {
        "form": form,
        "kept": [(name, form.cleaned_data[name]) for name in ("evening", "capacity", "theme")],
        **what_is_told(edition, **moments, venue=place, typed={**typed, "line": form.typed}),
    }


def _declined(request: HttpRequest, offer: HostOffer) -> HttpResponse:
    messages.error(
        request,
        _("%(place)s was declined. Put it at another step first if its café takes place after all.")
        % {"place": offer.place_name},
    )
    return redirect("organize:offer", offer.pk)


def _too_early(request: HttpRequest, offer: HostOffer) -> HttpResponse:
    messages.error(
        request,
        _("The café at %(place)s is still to come. Thank the host once it is over.") % {"place": offer.place_name},
    )
    return redirect("organize:offer", offer.pk)


def _proposed(request: HttpRequest, offer: HostOffer) -> dict[str, str]:
    subject, text = letter(offer, offer.step, by=request.user, edition=_edition_of(offer))  # type: ignore[arg-type]
    return {"subject": subject, "text": text}


def _as_it_arrives(offer: HostOffer, form: LetterForm) -> Any:
    """The very mail that would go out now, its plain text."""
    with translation.override(offer.language):
        return outbox.render(mail_of(form.cleaned_data["subject"], form.cleaned_data["text"]), to=offer.email)


def _sent(request: HttpRequest, offer: HostOffer, *, is_new: bool) -> HttpResponse:
    if is_new:
        messages.success(
            request, _("The mail to %(name)s is on its way.") % {"name": offer.contact_name or offer.email}
        )
    else:
        messages.info(request, _("This mail has gone out already."))
    return redirect("organize:offer", offer.pk)
