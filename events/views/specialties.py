"""The inventory of trades; one trade, its people and its next cafés; following it; which one is mine."""

from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.forms import SuggestionForm, WhichForm
from events.models import Edition
from events.which import match
from members.kept import EDITIONS, PLACES, to_be_kept
from members.models import Family, Member, Specialty, TooManySuggestions

PEOPLE_SHOWN = 48
CAFES_SHOWN = 6
PEOPLE_OF_A_MATCH = 4


@require_safe
def specialty_list(request: HttpRequest) -> HttpResponse:
    """All trades on their shelves: how many members practise each, and which of them come to the next café."""
    told = Member.objects.told_by_trade(request.user)
    upcoming = Edition.objects.published().upcoming().for_cards().first()
    mix = upcoming.public_inventory if upcoming else None
    trades = [(trade, told.get(trade.pk, 0)) for trade in Specialty.objects.choosable()]
    by_family = {key: list(group) for key, group in groupby(sorted(trades, key=_shelf), key=lambda row: row[0].family)}
    context = {
        "shelves": [(family, by_family[family]) for family in Family if family in by_family],
        "upcoming": upcoming,
        "coming": mix.trades if mix else [],
    }
    shown = {EDITIONS, PLACES, *(upcoming.hangs_on if upcoming else ())}
    return to_be_kept(render(request, "events/specialty_list.html", context), shown)


def _shelf(row: tuple[Specialty, int]) -> tuple[int, int]:
    return Family.values.index(row[0].family), row[0].position


@require_safe
def specialty_detail(request: HttpRequest, key: str) -> HttpResponse:
    """One trade: what it is, who does it, and the next cafés where somebody of it comes."""
    specialty = get_object_or_404(Specialty.objects.select_related("merged_into"), key=key)
    if specialty.merged_into:
        return redirect("events:specialty", specialty.merged_into.key, permanent=True)
    practising = Member.objects.filter(ranked_specialties__specialty=specialty)
    people = practising.visible_to(request.user)
    context = {
        "specialty": specialty,
        "people": people.order_by("ranked_specialties__rank", "name", "pk").with_specialties()[:PEOPLE_SHOWN],
        "count": practising.told_by_trade(request.user).get(specialty.pk, 0),
        "editions": Edition.objects.published().upcoming().with_trade(specialty).for_cards()[:CAFES_SHOWN],
        "is_following": request.user.is_authenticated and request.user.is_following(specialty),
    }
    return render(request, "events/specialty_detail.html", context)


@require_POST
def follow(request: HttpRequest, key: str) -> HttpResponse:
    """“Tell me of its cafés and its calls.”"""
    specialty = get_object_or_404(Specialty.objects.choosable(), key=key)
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("events:specialty", args=[key]))
    request.user.follow(specialty)
    messages.success(request, _("You follow “%(trade)s”.") % {"trade": specialty.name})
    return redirect("events:specialty", key)


@require_POST
def unfollow(request: HttpRequest, key: str) -> HttpResponse:
    """Ends it."""
    specialty = get_object_or_404(Specialty, key=key)
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("events:specialty", args=[key]))
    request.user.unfollow(specialty)
    messages.success(request, _("You no longer follow “%(trade)s”.") % {"trade": specialty.name})
    return redirect("events:specialty", key)


@require_safe
def which(request: HttpRequest) -> HttpResponse:
    """Which trade is mine? The address carries the answers, and nothing else keeps them."""
    form = WhichForm(request.GET if request.GET else None)
    trades = {trade.key: trade for trade in Specialty.objects.choosable()}
    matches = match(form.answers, known=trades)
    people = Member.objects.visible_to(request.user).order_by("ranked_specialties__rank", "name", "pk")
    results = [
        {
            "trade": trades[found.key],
            "reasons": found.reasons,
            "people": people.filter(ranked_specialties__specialty=trades[found.key]).with_specialties()[
                :PEOPLE_OF_A_MATCH
            ],
        }
        for found in matches
    ]
    return render(request, "events/which.html", {"form": form, "results": results})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def suggest(request: HttpRequest) -> HttpResponse:
    """The word that a member misses in the inventory, and what became of their earlier ones."""
    member = Member.objects.get(pk=request.user.pk)
    form = SuggestionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            member.suggest_trade(form.cleaned_data["words"])
        except TooManySuggestions:
            form.add_error("words", _("Three of your suggestions wait for an answer still: one at a time, please."))
        else:
            messages.success(request, _("Thank you: the organizers read it, and you hear from them by mail."))
            return redirect("events:suggest")
    mine = member.trade_suggestions.select_related("specialty").order_by("-suggested_at", "-pk")[:20]
    return render(request, "events/suggest.html", {"form": form, "suggestions": mine})
