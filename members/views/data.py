"""Their data is theirs: taking everything along, and taking leave."""

from typing import cast

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from members import archive, leaving, limits
from members.models import Consent, Member
from members.profile_forms import EraseForm


@require_safe
@login_required
def data(request: HttpRequest) -> HttpResponse:
    """What is kept about oneself, and the two things one can do with it."""
    consents = Consent.objects.filter(member=request.user.pk).order_by("given_at", "pk")
    return render(request, "members/data.html", {"consents": consents})


@require_safe
@never_cache
@login_required
@reauthentication_required
def export(request: HttpRequest) -> HttpResponse:
    """Everything, as one archive."""
    name = f"{request.user.handle}-{timezone.localdate():%Y-%m-%d}.zip"  # type: ignore[union-attr]
    member = Member.objects.with_specialties().get(pk=request.user.pk)
    return HttpResponse(
        archive.build(member),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@reauthentication_required
def erase(request: HttpRequest) -> HttpResponse:
    """What happens when one leaves, and the button that does it."""
    member = cast(Member, request.user)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            leaving.erase(member)
        except leaving.StillNeeded:
            return redirect("members:erase")  # where it says what has to be handed over first
        logout(request)
        messages.success(request, _("Everything about you is erased. Thank you for the evenings."))
        response = redirect("events:home")
        limits.forget(response)
        return response
    return render(request, "members/erase.html", {"form": form, "obstacles": leaving.obstacles(member)})
