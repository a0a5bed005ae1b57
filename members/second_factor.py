"""The second factor that a site may ask of those who see and change more than others."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _


def is_missing(request: HttpRequest) -> bool:
    """Whether the site asks for a second factor and this session has not shown one.

    A passkey counts, also where it has signed in by itself: the device has asked for a finger or a PIN.
    """
    if not settings.REQUIRE_SECOND_FACTOR:
        return False
    records = get_authentication_records(request, request.user)
    known = {*Authenticator.objects.filter(user_id=request.user.pk).values_list("pk", flat=True)}
    return not any(record["method"] == "mfa" and record.get("id") in known for record in records)


def asked_first(request: HttpRequest) -> HttpResponseRedirect | None:
    """The way to the page that sets a second factor up, or that asks for it; None where nothing is missing."""
    if not is_missing(request):
        return None
    if not is_mfa_enabled(request.user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]):
        messages.info(
            request,
            _("This site asks a second factor of who organizes: set up a passkey or an app here, then go on."),
        )
        return HttpResponseRedirect(reverse("mfa_index"))
    messages.info(request, _("This site asks a second factor of who organizes: show yours to go on."))
    has_app = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    page = "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"
    then = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("organize:board")
    return HttpResponseRedirect(reverse(page) + "?" + urlencode({"next": then}))
