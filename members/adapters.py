"""How django-allauth signs people in here: our names, our links, our mails, and codes that stay codes."""

import datetime
import logging
import time
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core import context as allauth_context
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext

from members import emails, limits
from members.forms import SignupForm
from members.models import Member
from members.models.member import normalise_address
from members.outbox import Message, render

logger = logging.getLogger("cafecm.security")

CODE_LIFETIME = datetime.timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
HINT_LIFETIME = datetime.timedelta(hours=1)


class SecondFactorStage(AuthenticateStage):
    """Asks for a second factor where a member set up an authenticator app.

    A passkey is a way in of its own. Counted as a second factor, as allauth does, it would lock out of the code by
    e-mail whoever is away from the device that holds it.
    """

    def _should_handle(self, request: HttpRequest) -> bool:
        member = self.login.user
        has_app = member is not None and is_mfa_enabled(member, [Authenticator.Type.TOTP])
        return has_app and super()._should_handle(request)


def may_prove_by_mail(member: Member) -> bool:
    """Whether a code by mail shows who they are: not for who has set up an authenticator app to ask for more."""
    return not is_mfa_enabled(member, [Authenticator.Type.TOTP])


class AccountAdapter(DefaultAccountAdapter):
    """Names and links come from the settings, never from the Host header."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Anyone who likes comes."""
        return True

    def get_client_ip(self, request: HttpRequest) -> str:
        """The network that the trusted proxies saw; whoever came past them is refused where that counts."""
        try:
            return super().get_client_ip(request)
        except ImproperlyConfigured as error:  # fewer proxies than TRUSTED_PROXIES says
            logger.warning("a request came by fewer proxies than TRUSTED_PROXIES: %s", settings.TRUSTED_PROXIES)
            raise PermissionDenied from error

    def clean_email(self, email: str) -> str:
        """One spelling for one mailbox."""
        return normalise_address(email)

    def save_user(self, request: HttpRequest, user: Member, form: SignupForm, commit: bool = True) -> Member:
        """A new member, with a profile address of their own and the language they signed up in."""
        user.name = form.cleaned_data["name"]
        user.handle = Member.objects.free_handle(user.name)
        user.language = get_language() or settings.LANGUAGE_CODE
        return super().save_user(request, user, form, commit)

    def is_safe_url(self, url: str | None) -> bool:
        """Whether the address stays on this site, as configured."""
        site = urlsplit(settings.SITE_URL)
        return url_has_allowed_host_and_scheme(url, allowed_hosts={site.netloc}, require_https=site.scheme == "https")

    def post_login(self, request: HttpRequest, user: Member, **about: Any) -> HttpResponse:
        """Allauth's answer; this browser may ask for codes from now on, however many strangers do."""
        response = super().post_login(request, user, **about)
        limits.remember(response, user)
        return response

    def get_login_stages(self) -> list[str]:
        ours = f"{SecondFactorStage.__module__}.{SecondFactorStage.__qualname__}"
        return [ours if stage.endswith(".AuthenticateStage") else stage for stage in super().get_login_stages()]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has signed in within the last quarter of an hour has just shown who they are.

        Otherwise a lost passkey could be removed with that very passkey only.
        """
        request = allauth_context.request
        records = get_authentication_records(request, request.user)
        if records and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        if not get_reauthentication_flows(request.user):
            raise ReauthenticationRequired  # allauth would take whoever has codes by mail only at their session's word
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        """Allauth's, and a code by mail: the passkey may be on another device."""
        methods = super().get_reauthentication_methods(user)
        if user.is_authenticated and may_prove_by_mail(user):
            methods.append({"id": "code", "description": gettext("A code by mail"), "url": reverse("members:prove")})
        return methods

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Writes allauth's mail in the house's layout and its reader's language.

        The mails of every day are in our words, the rare ones about a change of the account in allauth's.
        """
        member = Member.objects.filter(emailaddress__email=email).first()
        with translation.override(member.language if member else get_language()):
            kind = template_prefix.rpartition("/")[2]
            if "code" in context:
                message, lifetime = render(emails.code_message(context["code"]), to=email), CODE_LIFETIME
            elif kind in emails.ABOUT_SIGNING_IN:
                message, lifetime = render(emails.ABOUT_SIGNING_IN[kind](), to=email), HINT_LIFETIME
            else:
                message, lifetime = self._in_our_layout(template_prefix, email, context), None
        message.lifetime = lifetime  # type: ignore[attr-defined]  # read by the outbox
        message.send()

    def _in_our_layout(self, template_prefix: str, email: str, context: dict[str, Any]) -> EmailMultiAlternatives:
        context = {
            "request": allauth_context.request,
            "email": email,
            "current_site": SimpleNamespace(name=settings.COMMUNITY_NAME, domain=settings.SITE_HOST),
            **context,
        }
        words = self.render_mail(template_prefix, email, context)
        paragraphs = [paragraph.strip() for paragraph in words.body.split("\n\n")]
        return render(Message(subject=words.subject, paragraphs=[text for text in paragraphs if text]), to=email)

    def get_reset_password_from_key_url(self, key: str) -> str:
        return _on_this_site(super().get_reset_password_from_key_url(key))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Passkeys and authenticator apps show the community's name, and belong to the configured host."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        # A development machine is reached as `localhost` too; anywhere else the host is the one of the settings.
        host = super().get_public_key_credential_rp_entity()["id"] if settings.DEBUG else str(settings.SITE_HOST)
        return {"id": host, "name": settings.COMMUNITY_NAME}


def _on_this_site(url: str) -> str:
    return settings.SITE_URL + urlsplit(url).path
