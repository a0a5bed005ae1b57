"""What a browser sends of a passkey, checked before allauth reads it: nonsense is a wrong answer, not an error."""

import json
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as allauth_forms
from django import forms
from django.core.exceptions import ValidationError

from members.forms import AddPasskeyForm

CREDENTIAL_AT_MOST = 20_000  # characters; a real one has some two thousand


class CredentialField(forms.JSONField):
    """The JSON of a credential, of a length and a depth that a browser sends."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > CREDENTIAL_AT_MOST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return super().to_python(value)
        except (ValueError, RecursionError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing of an answer is shown again: it fits the challenge of one page, and may be nonsense."""
        return initial

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data) and data != json.dumps(initial)


class _Careful(forms.Form):
    """Takes whatever a malformed credential makes the parsers raise for a wrong answer."""

    credential = CredentialField(required=True)

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()  # type: ignore[misc]  # Django's own, which the stubs leave out
        except (KeyError, AttributeError, TypeError, IndexError, ValueError):
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))

    def _clean_form(self) -> None:
        try:
            super()._clean_form()  # type: ignore[misc]
        except (KeyError, AttributeError, TypeError, IndexError, ValueError):
            self.add_error(None, get_adapter().validation_error("incorrect_code"))


class LoginForm(_Careful, allauth_forms.LoginWebAuthnForm):
    """Signing in with a passkey."""


class AuthenticateForm(_Careful, allauth_forms.AuthenticateWebAuthnForm):
    """A passkey as the second factor."""


class ReauthenticateForm(_Careful, allauth_forms.ReauthenticateWebAuthnForm):
    """A passkey before a delicate change."""


class AddForm(_Careful, AddPasskeyForm):
    """A new passkey."""
