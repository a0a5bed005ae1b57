"""The link that signs in where mail does not arrive."""

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from members.links import member_of


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
