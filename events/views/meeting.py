"""What needs a member's own yes: being introduced, and greeting newcomers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.models import Introduction
from members.models import Member, Purpose, Visibility


@require_safe
@login_required
def meeting(request: HttpRequest) -> HttpResponse:
    """What one has said yes to, since when, and the buttons that change it."""
    given = dict(_reader(request).consents.values_list("purpose", "given_at"))
    context = {
        "choices": [(purpose, given.get(purpose)) for purpose in Purpose],
        "is_hidden": _reader(request).visibility == Visibility.NOBODY,
    }
    return render(request, "events/meeting.html", context)


@require_POST
@login_required
def consent(request: HttpRequest, purpose: str) -> HttpResponse:
    """Says yes."""
    _reader(request).consent(_known(purpose))
    messages.success(request, _("Noted. You may take it back at any moment."))
    return redirect("events:meeting")


@require_POST
@login_required
def withdraw(request: HttpRequest, purpose: str) -> HttpResponse:
    """Takes the yes back, at once and everywhere."""
    member = _reader(request)
    with transaction.atomic():
        member.withdraw(_known(purpose))
        if purpose == Purpose.INTRODUCTIONS:
            Introduction.objects.end(member)
    messages.success(request, _("Taken back: from now on, nobody sees it anywhere."))
    return redirect("events:meeting")


def _known(purpose: str) -> str:
    if purpose not in Purpose.values:
        raise Http404
    return purpose


def _reader(request: HttpRequest) -> Member:
    return Member.objects.get(pk=request.user.pk)
