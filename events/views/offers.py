"""Offering a place: a form for anybody, confirmed by a code, without an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.offer_forms import StrangerOfferForm, receive
from members import codes
from members.forms import CodeForm

PURPOSE = "host-offer"
HAS_COME_IN = "host-offer-has-come-in"  # in the session, so that a code sent twice does not look like a loss


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """The form; sent, it waits for the code that proves the address."""
    form = StrangerOfferForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            codes.send_code(request, address=form.cleaned_data["email"], purpose=PURPOSE, data=form.pending)
        except codes.TooManyCodes:
            form.add_error("email", _("Too many codes were asked for. Please wait a little before the next one."))
        else:
            request.session.pop(HAS_COME_IN, None)
            return redirect("host:prove")
    return render(request, "host/offer.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """The page for the six-digit code; the right one hands the offer to the organizers."""
    pending = codes.pending(request, PURPOSE)
    if pending is None:
        return redirect("host:thanks" if HAS_COME_IN in request.session else "host:offer")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            proven = codes.check_code(request, PURPOSE, form.cleaned_data["code"])
        except codes.CodeExpired:
            form.add_error("code", _("This code is no longer good. Ask for another one below."))
        except codes.WrongCode:
            form.add_error("code", _("This is not the code of the mail. Please look again."))
        else:
            receive(proven.data | {"email": proven.address}, language=get_language() or "fr")
            request.session[HAS_COME_IN] = True
            return redirect("host:thanks")
    return render(request, "host/code.html", {"form": form, "address": pending.address})


@require_POST
def resend_code(request: HttpRequest) -> HttpResponse:
    """Another code to the same address."""
    try:
        codes.resend(request, PURPOSE)
    except codes.CodeExpired:
        return redirect("host:offer")
    except codes.TooManyCodes:
        messages.error(request, _("Too many codes were asked for. Please wait a little before the next one."))
    else:
        messages.success(request, _("A new code is on its way."))
    return redirect("host:prove")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next; the same for everybody."""
    return render(request, "host/thanks.html")
