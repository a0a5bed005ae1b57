"""One's own profile, other people's profiles, and the link that signs in where mail does not arrive."""

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from members.forms import MailsForm, ProfileForm
from members.links import member_of, stopped_by
from members.models import Member

COMING_AT_MOST = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def me(request: HttpRequest) -> HttpResponse:
    """One's own profile as a form, the cafés one comes to, and the way to addresses, keys and sessions."""
    # Not request.user: what is typed must not show in the frame of the page while the form refuses it.
    member = Member.objects.with_specialties().get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, request.FILES or None, instance=member)
    if request.method == "POST" and form.is_valid():
        member = form.save()
        with translation.override(member.language):
            messages.success(request, _("Your profile is saved."))
            return redirect("members:me")
    coming = (
        member.rsvps.active()
        .filter(edition__status="published", edition__ends_at__gt=timezone.now())
        .select_related("edition__series", "edition__venue")
        .order_by("edition__starts_at", "pk")[:COMING_AT_MOST]
    )
    return render(request, "members/me.html", {"form": form, "rsvps": coming})


@require_safe
def profile(request: HttpRequest, handle: str) -> HttpResponse:
    """A member, for those who may see them; for everybody else there is no such page."""
    member = get_object_or_404(Member.objects.visible_to(request.user).with_specialties(), handle=handle)
    return render(request, "members/profile.html", {"member": member})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def mails(request: HttpRequest) -> HttpResponse:
    """Which mails one gets."""
    member = Member.objects.get(pk=request.user.pk)
    form = MailsForm(member, request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your choice is kept."))
        return redirect("members:mails")
    followings = member.followings.select_related("specialty").order_by("specialty__position")
    return render(request, "members/mails.html", {"form": form, "trades": [each.specialty for each in followings]})


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_exempt  # the token in the address is the proof; a mail program has no cookie to send (RFC 8058, 3.1)
@never_cache
def stop_mails(request: HttpRequest, token: str) -> HttpResponse:
    """Ends the mails of one topic: a page with a button for people, one POST for the button of a mail program.

    The POST is answered without a redirect, which mail programs do not follow (RFC 8058, 3.1).
    """
    found = stopped_by(token)
    if found is None:
        raise Http404
    member, topic = found
    if request.method == "POST":
        member.choose_mails(topic, is_wanted=False)
    answer = render(
        request,
        "members/stop_mails.html",
        {"topic": topic, "hint": MailsForm.HINTS[topic], "is_wanted": member.wants(topic)},
    )
    answer["Referrer-Policy"] = "strict-origin"  # as below: the token stays out of the Referer
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """A page with the button that signs in: programs that open links of messages press no buttons."""
    member = member_of(token)
    if member is None:
        answer = render(request, "members/sign_in_link.html", {"member": None}, status=410)
    elif request.method == "POST":
        record_authentication(request, member, method="link")
        # Whoever keeps the site vouches for the member: their address cannot be proven while mail does not arrive.
        return perform_login(
            request,
            Login(
                user=member,
                email_verification=EmailVerificationMethod.NONE,
                redirect_url=reverse("members:me"),
            ),
        )
    else:
        answer = render(request, "members/sign_in_link.html", {"member": member})
    # The token stays out of the Referer. "no-referrer" would do the same and break the button: browsers would send the
    # form with "Origin: null", which the protection against forged requests refuses.
    answer["Referrer-Policy"] = "strict-origin"
    return answer


def no_passwords(request: HttpRequest, rest: str) -> HttpResponse:
    """Codes, passkeys and links sign people in: pages to set or to reset a password would lead nowhere."""
    raise Http404
