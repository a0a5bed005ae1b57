"""Writing to a member, being left in peace by one, and reporting one."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members import correspondence
from members.letter_forms import LetterForm, ReportForm
from members.models import Member


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def write(request: HttpRequest, handle: str) -> HttpResponse:
    """A letter to somebody who takes letters, or an answer to somebody who wrote."""
    reader = cast(Member, request.user)
    recipient = get_object_or_404(correspondence.reachable_by(reader), handle=handle)
    form = LetterForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.send(reader, recipient):
        messages.success(request, _("Your letter to %(name)s is on its way.") % {"name": recipient.name})
        return redirect(recipient if recipient.sees_profile else "members:me")
    return render(request, "members/write.html", {"form": form, "member": recipient})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def trouble(request: HttpRequest, handle: str) -> HttpResponse:
    """Two ways out of trouble with somebody: hearing nothing from them any more, and telling the keepers."""
    reader = cast(Member, request.user)
    member = get_object_or_404(correspondence.known_to(reader).exclude(pk=reader.pk), handle=handle)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.send(member, reader):
        messages.success(request, _("Thank you. Those who keep the site will look into it."))
        return redirect("members:blocked")
    context = {"form": form, "member": member, "is_blocked": correspondence.is_blocked(member, by=reader)}
    return render(request, "members/trouble.html", context)


@require_POST
@login_required
def block(request: HttpRequest, handle: str) -> HttpResponse:
    """Nothing from them any more."""
    reader = cast(Member, request.user)
    member = get_object_or_404(correspondence.known_to(reader).exclude(pk=reader.pk), handle=handle)
    correspondence.block(member, by=reader)
    messages.success(
        request, _("You will hear nothing from %(name)s any more. They do not learn of it.") % {"name": member.name}
    )
    return redirect("members:blocked")


@require_POST
@login_required
def unblock(request: HttpRequest, handle: str) -> HttpResponse:
    """They may write again."""
    reader = cast(Member, request.user)
    member = get_object_or_404(Member.objects.filter(blocked_by__by=reader), handle=handle)
    correspondence.unblock(member, by=reader)
    messages.success(request, _("%(name)s may write to you again.") % {"name": member.name})
    return redirect("members:blocked")


@require_safe
@login_required
def blocked(request: HttpRequest) -> HttpResponse:
    """From whom one wants to hear nothing."""
    people = Member.objects.filter(blocked_by__by=request.user).as_seen_by(request.user).order_by("folded_name", "pk")
    return render(request, "members/blocked.html", {"people": people})
