"""The organizers' desk: the inventory of trades, what members suggest for it, and calling a trade that is missing."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events import trades as inventory
from events.forms import AnswerForm, MergeForm, TradeForm
from events.models import Act, Edition, RsvpClosed, What
from events.views.organize import organizers_only
from members.models import Specialty, TradeSuggestion

SUGGESTIONS_SHOWN = 50


@require_safe
@organizers_only
def trades(request: HttpRequest) -> HttpResponse:
    """The whole inventory, the retired ones last, and the suggestions that wait."""
    return _desk(request)


def _desk(
    request: HttpRequest, declining: TradeSuggestion | None = None, refused: AnswerForm | None = None
) -> HttpResponse:
    """The page of the inventory; with the answer to one suggestion that cannot be sent, as it was typed."""
    every = list(Specialty.objects.select_related("merged_into"))
    waiting = TradeSuggestion.objects.filter(state=TradeSuggestion.State.WAITING)
    context = {
        "trades": [trade for trade in every if not trade.is_retired],
        "retired": [trade for trade in every if trade.is_retired],
        "suggestions": waiting.order_by("suggested_at", "pk")[:SUGGESTIONS_SHOWN],
        "answer": AnswerForm(auto_id=False),
        "declining": declining,
        "refused": refused,
    }
    return render(request, "organize/trades.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def new_trade(request: HttpRequest) -> HttpResponse:
    """Adds a trade; from a suggestion, its member hears of it."""
    suggestion = _waiting(request.GET.get("suggestion", ""))
    words = {"name_fr": suggestion.words, "name_en": suggestion.words} if suggestion else {}
    form = TradeForm(request.POST if request.method == "POST" else None, initial=words)
    if (trade := _saved(request, form)) is not None:
        messages.success(request, _("“%(trade)s” is in the inventory.") % {"trade": trade.name})
        if suggestion:
            _answered(request, suggestion, trade, is_new=True)
        return redirect("organize:trades")
    return render(request, "organize/trade.html", {"form": form, "trade": None, "suggestion": suggestion})


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def edit_trade(request: HttpRequest, key: str) -> HttpResponse:
    """Renames a trade, or says better what it is; its address stays."""
    trade = get_object_or_404(Specialty, key=key, merged_into=None)
    form = TradeForm(request.POST if request.method == "POST" else None, instance=trade)
    if (saved := _saved(request, form)) is not None:
        messages.success(request, _("“%(trade)s” is saved.") % {"trade": saved.name})
        return redirect("organize:trades")
    context = {"form": form, "trade": Specialty.objects.get(pk=trade.pk), "merge": MergeForm(source=trade)}
    return render(request, "organize/trade.html", context)


@require_POST
@organizers_only
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """Makes this trade and another one the same."""
    trade = get_object_or_404(Specialty, key=key, merged_into=None)
    form = MergeForm(request.POST, source=trade)
    if form.is_valid():
        try:
            with transaction.atomic():
                if inventory.merge(trade, form.cleaned_data["into"]):
                    Act.note(What.TRADES_MERGED, trade, by=request.user, after={"into": form.cleaned_data["into"].name})
        except inventory.CannotMerge:  # the other one has been retired just now
            form.add_error("into", _("This trade is no longer in the inventory."))
        else:
            names = {"source": trade.name, "target": form.cleaned_data["into"].name}
            messages.success(request, _("“%(source)s” is now part of “%(target)s”.") % names)
            return redirect("organize:trades")
    return render(request, "organize/trade.html", {"form": TradeForm(instance=trade), "trade": trade, "merge": form})


@require_POST
@organizers_only
def retire(request: HttpRequest, key: str) -> HttpResponse:
    """Takes a trade out of what can be chosen."""
    trade = get_object_or_404(Specialty, key=key, merged_into=None)
    with transaction.atomic():
        if inventory.retire(trade):
            Act.note(What.TRADE_RETIRED, trade, by=request.user, after={"key": key})
    messages.success(request, _("“%(trade)s” is retired: those who have it keep it.") % {"trade": trade.name})
    return redirect("organize:trades")


@require_POST
@organizers_only
def bring_back(request: HttpRequest, key: str) -> HttpResponse:
    """Puts a retired trade back."""
    trade = get_object_or_404(Specialty, key=key, merged_into=None)
    with transaction.atomic():
        if inventory.bring_back(trade):
            Act.note(What.TRADE_BACK, trade, by=request.user, after={"key": key})
    messages.success(request, _("“%(trade)s” is in the inventory.") % {"trade": trade.name})
    return redirect("organize:trades")


@require_POST
@organizers_only
def map_suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers a suggestion with a trade that is there already."""
    suggestion = get_object_or_404(TradeSuggestion, pk=pk)
    form = MergeForm(request.POST)
    if form.is_valid():
        _answered(request, suggestion, form.cleaned_data["into"], is_new=False)
    else:
        messages.error(request, _("Choose the trade that these words stand for."))
    return redirect("organize:trades")


@require_POST
@organizers_only
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers a suggestion with a no."""
    suggestion = get_object_or_404(TradeSuggestion, pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid() and suggestion.state == TradeSuggestion.State.WAITING:
        return _desk(request, declining=suggestion, refused=form)
    try:
        with transaction.atomic():
            inventory.decline(suggestion, by=request.user, answer=form.cleaned_data.get("answer", ""))  # type: ignore[arg-type]
            Act.note(What.SUGGESTION_DECLINED, by=request.user)
    except inventory.AlreadyAnswered:
        messages.info(request, _("This suggestion has been answered already."))
    else:
        messages.success(request, _("“%(words)s” is declined, and its author hears.") % {"words": suggestion.words})
    return redirect("organize:trades")


@require_POST
@organizers_only
def call(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Invites those who follow a trade to an edition that lacks it."""
    edition = get_object_or_404(Edition.objects.organized_by(request.user).select_related("series"), slug=slug)
    specialty = get_object_or_404(Specialty.objects.choosable(), key=key)
    try:
        with transaction.atomic():
            people = edition.call(specialty, by=request.user)  # type: ignore[arg-type]
            if people:
                Act.note(What.TRADE_CALLED, edition, by=request.user, after={"trade": specialty.name})
    except RsvpClosed:
        messages.error(request, _("This café takes no RSVPs any more: nobody was invited."))
    else:
        if people:
            text = ngettext("%(people)s person is invited by mail.", "%(people)s people are invited by mail.", people)
            messages.success(request, text % {"people": people})
        else:
            messages.info(request, _("Nobody more is invited: who follows this trade has heard of this café already."))
    return redirect(reverse("events:detail", args=[slug]) + "#inventory")


def _waiting(pk: str) -> TradeSuggestion | None:
    if not pk.isdecimal() or len(pk) > 12:
        return None
    return TradeSuggestion.objects.filter(pk=int(pk), state=TradeSuggestion.State.WAITING).first()


def _saved(request: HttpRequest, form: TradeForm) -> Specialty | None:
    """The trade, or None where the form has to be corrected."""
    if form.is_valid():
        try:
            return form.save_by(request.user)
        except IntegrityError:  # another organizer has taken the name just now
            form.add_error(None, _("Another trade has this name."))
    return None


def _answered(request: HttpRequest, suggestion: TradeSuggestion, trade: Specialty, *, is_new: bool) -> None:
    try:
        with transaction.atomic():
            inventory.accept(suggestion, trade, by=request.user, is_new=is_new)  # type: ignore[arg-type]
            if not is_new:  # a new trade is in the history already
                Act.note(What.SUGGESTION_ANSWERED, trade, by=request.user)
    except inventory.AlreadyAnswered:
        messages.info(request, _("This suggestion has been answered already."))
    else:
        messages.success(request, _("“%(words)s” is answered, and its author hears.") % {"words": suggestion.words})
