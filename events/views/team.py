"""The team of a series: who is in it, inviting, roles, leaving."""

from collections.abc import Callable

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Case, Prefetch, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.emails.team import invited
from events.models import Act, Invitation, LastOwner, Role, Series, TooManyInvitations, What
from events.team_forms import InvitationForm
from events.views.organize import shows_a_mail, signed_in, team_only
from members import outbox
from members.models import Member


@require_safe
@csp_update({"frame-src": [SELF]})
@team_only
def team(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the team; an owner changes it here, and everybody may leave."""
    return _team_page(request, _kept_or_404(request, slug), InvitationForm())


def _team_page(request: HttpRequest, series: Series, form: InvitationForm) -> HttpResponse:
    rank = Case(*(When(role=role, then=Value(number)) for number, role in enumerate(Role.values)))
    people = Prefetch("member", Member.objects.as_seen_by(request.user))
    context = {
        "series": series,
        "team": list(series.team.prefetch_related(people).order_by(rank, "since", "pk")),
        "roles": Role,
        "is_owner": (is_owner := Series.objects.owned_by(request.user).filter(pk=series.pk).exists()),
        "invitations": series.invitations.open() if is_owner else [],
        "form": form,
    }
    return render(request, "organize/team.html", context)


@require_safe
@shows_a_mail
@team_only
def invitation_mail(request: HttpRequest, slug: str) -> HttpResponse:
    """The mail to whom an owner invites, as an organizer would get it; its link opens nothing."""
    series, reader = _owned_or_403(request, slug), signed_in(request)
    words = invited(Invitation(series=series, invited_by=reader))
    return HttpResponse(outbox.preview("team-invitation", words, reader))


@require_POST
@csp_update({"frame-src": [SELF]})
@team_only
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Sends an invitation; the answer is the same whether the site knows the address or not."""
    series = _owned_or_403(request, slug)
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _team_page(request, series, form)
    try:
        with transaction.atomic():
            invitation = form.save(series, by=signed_in(request))
    except TooManyInvitations:
        messages.error(request, _("So many people were invited today that the next one has to wait until tomorrow."))
    else:
        if invitation:
            messages.success(request, _("The invitation is on its way."))
        else:
            messages.info(request, _("The same invitation is open already. Withdraw it below to send another one."))
    return redirect("organize:team", slug)


@require_POST
@team_only
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Makes the link of an invitation open nothing any more; a repeat changes nothing."""
    series = _owned_or_403(request, slug)
    invitation = get_object_or_404(series.invitations, pk=pk)
    with transaction.atomic():
        if invitation.withdraw():
            Act.note(What.INVITATION_BACK, series, by=request.user, after={"role": invitation.role})
    messages.success(request, _("The link of this invitation opens nothing any more."))
    return redirect("organize:team", slug)


@require_POST
@team_only
def give_role(request: HttpRequest, slug: str, pk: int, role: str) -> HttpResponse:
    """Gives somebody of the team another role; a repeat changes nothing."""
    series = _owned_or_403(request, slug)
    teammate = get_object_or_404(series.team.select_related("member"), pk=pk)

    def give() -> None:
        if series.appoint(teammate.member, role):
            Act.note(What.ROLE_GIVEN, series, by=request.user, whom=teammate.member, after={"role": role})

    if _done(request, give):
        words = {"name": teammate.member.name, "role": Role(role).label}
        messages.success(request, _("%(name)s has this role now: %(role)s.") % words)
    return redirect("organize:team", slug)


@require_POST
@team_only
def dismiss(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes somebody out of the team, at once."""
    series = _owned_or_403(request, slug)
    teammate = get_object_or_404(series.team.select_related("member"), pk=pk)

    def take_out() -> None:
        if series.dismiss(teammate.member):
            Act.note(What.DISMISSED, series, by=request.user, whom=teammate.member)

    if _done(request, take_out):
        messages.success(request, _("%(name)s is no longer in the team.") % {"name": teammate.member.name})
    return redirect("organize:team", slug)


@require_POST
@team_only
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Leaves the team; the last owner is asked to make somebody else one first."""
    series = _kept_or_404(request, slug)

    def go() -> None:
        if series.dismiss(signed_in(request)):
            Act.note(What.LEFT, series, by=request.user)

    if _done(request, go):
        messages.success(request, _("You are no longer in the team of “%(series)s”.") % {"series": series.name})
        return redirect("events:home")
    return redirect("organize:team", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What an invitation says, and the button that accepts it, with the account that is signed in."""
    try:
        found = Invitation.objects.by_token(token)
    except Invitation.DoesNotExist:
        raise Http404 from None
    member = signed_in(request)
    if request.method == "POST":
        with transaction.atomic():
            has_joined = found.accept(member)
            if has_joined:
                Act.note(What.JOINED, found.series, by=member, after={"role": found.role})
        if has_joined:
            messages.success(request, _("You are in the team of “%(series)s”.") % {"series": found.series.name})
            return redirect("organize:board")
    if found.accepted_by_id == member.pk and Series.objects.kept_by(member).filter(pk=found.series_id).exists():
        return redirect("organize:board")
    is_open = found.is_open
    return render(
        request, "organize/invitation.html", {"invitation": found, "is_open": is_open}, status=200 if is_open else 410
    )


def _done(request: HttpRequest, act: Callable[[], None]) -> bool:
    """Whether the act went through; otherwise says that an owner has to stay."""
    try:
        with transaction.atomic():
            act()
    except LastOwner:
        messages.error(request, _("A café keeps an owner: make somebody else an owner first."))
        return False
    return True


def _kept_or_404(request: HttpRequest, slug: str) -> Series:
    return get_object_or_404(Series.objects.kept_by(request.user), slug=slug)


def _owned_or_403(request: HttpRequest, slug: str) -> Series:
    """The series for its owner; the rest of the team sees it, and may not change this."""
    series = _kept_or_404(request, slug)
    if not Series.objects.owned_by(request.user).filter(pk=series.pk).exists():
        raise PermissionDenied
    return series
