"""One's own rooms, one's own profile, and those of others."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from members.models import Member, Onlooker
from members.profile_forms import ProfileForm

COMING_AT_MOST = 20


@require_safe
@login_required
def me(request: HttpRequest) -> HttpResponse:
    """The cafés one comes to, and the way to everything that is one's own."""
    coming = (
        cast(Member, request.user)
        .rsvps.active()
        .filter(edition__status="published", edition__ends_at__gt=timezone.now())
        .select_related("edition__series", "edition__venue")
        .order_by("edition__starts_at", "pk")[:COMING_AT_MOST]
    )
    return render(request, "members/me.html", {"rsvps": coming})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_profile(request: HttpRequest) -> HttpResponse:
    """One's own profile as a form."""
    # Not request.user: what is typed must not show in the frame of the page while the form refuses it.
    member = Member.objects.with_specialties().get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, request.FILES or None, instance=member)
    if request.method == "POST" and form.is_valid():
        member = form.save()
        with translation.override(member.language):
            messages.success(request, _("Your profile is saved."))
            return redirect("members:edit-profile")
    return render(request, "members/edit_profile.html", {"form": form})


@require_safe
def profile(request: HttpRequest, handle: str) -> HttpResponse:
    """A member, for those who may see them; for everybody else there is no such page.

    One's own page shows, where `as` says so, what an onlooker gets instead.
    """
    if request.user.is_authenticated and request.user.handle == handle and request.GET.get("as") in Onlooker:
        return _as_onlooker(request, Onlooker(request.GET["as"]))
    member = get_object_or_404(Member.objects.visible_to(request.user).with_specialties(), handle=handle)
    may_write = request.user.is_authenticated and member.accepts_letters and member != request.user
    context = {"member": member, "may_write": may_write, "onlookers": Onlooker if member == request.user else []}
    return render(request, "members/profile.html", context)


def _as_onlooker(request: HttpRequest, onlooker: Onlooker) -> HttpResponse:
    """One's own profile with what this onlooker may see, or the word that there is no such page for them."""
    seen = Member.objects.visible_to(onlooker).with_specialties().filter(pk=request.user.pk).first()
    context = {"member": seen, "onlooker": onlooker, "onlookers": Onlooker}
    return render(request, "members/profile.html", context)
