"""What people type when they sign up and sign in, and fields that other forms share."""

import unicodedata
from typing import Any, ClassVar

from allauth.account.forms import AddEmailForm as AllauthAddEmailForm
from allauth.account.forms import ConfirmEmailVerificationCodeForm as AllauthConfirmAddressForm
from allauth.account.forms import ConfirmLoginCodeForm as AllauthConfirmLoginForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import RequestLoginCodeForm as AllauthRequestLoginCodeForm
from allauth.account.forms import SignupForm as AllauthSignupForm
from allauth.core import context
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from members import limits, outbox
from members.models import Member, Topic
from members.models.member import normalise_address

# What turns the text around, and what nobody sees.
_UNSEEN_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060, 0xFEFF, 0x00AD])


class OneLineField(forms.CharField):
    """Text on one line: line breaks become blanks, and marks that would turn what follows around go."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return " ".join(unicodedata.normalize("NFC", text).translate(_UNSEEN_MARKS).split())


class NameField(OneLineField):
    """A person's name, as they want to be called."""

    def __init__(self, **options: Any) -> None:
        options = {"label": _("Your name"), "max_length": 80, **options}
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": "name"}), **options)


class AddressField(forms.EmailField):
    """An e-mail address, in the one spelling that the house keeps."""

    def __init__(self, **options: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"})
        super().__init__(**{"label": _("Your e-mail address"), "max_length": 254, "widget": widget, **options})
        self.error_messages["invalid"] = _("This is not an e-mail address: one looks like name@example.org.")

    def to_python(self, value: Any) -> str:
        return normalise_address(super().to_python(value) or "")


class CodeField(forms.CharField):
    """Six digits, with or without blanks and dashes."""

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false", "class": "code"}
        super().__init__(
            **{"label": _("Six-digit code"), "max_length": 20, "widget": forms.TextInput(attrs=attrs), **options}
        )


class CodeForm(forms.Form):
    """The code of a mail."""

    code = CodeField()


class ConfirmLoginForm(AllauthConfirmLoginForm):
    code = CodeField()


class ConfirmAddressForm(AllauthConfirmAddressForm):
    code = CodeField()


class AsksForCode(forms.Form):
    """A form that sends a code to the address in this field, once the rest of it is right."""

    to: ClassVar = "email"

    def clean(self) -> dict[str, Any]:
        cleaned_data = super().clean() or self.cleaned_data
        if not self.errors and not limits.may_ask_for_code(context.request, normalise_address(cleaned_data[self.to])):
            self.add_error(self.to, _("Too many codes were asked for. Please wait a little before the next one."))
        return cleaned_data


class LoginForm(AsksForCode, AllauthLoginForm):
    """An address; the code that signs in comes next."""

    to = "login"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField()


class RequestLoginCodeForm(AsksForCode, AllauthRequestLoginCodeForm):
    email = AddressField()


class AddAddressForm(AsksForCode, AllauthAddEmailForm):
    email = AddressField(label=_("Another address of yours"))


class AddPasskeyForm(AddWebAuthnForm):
    """A key that signs in by itself, unless its owner wants it as a second proof only."""

    name = OneLineField(
        label=_("A name for it"),
        max_length=60,
        required=False,
        help_text=_("Such as “my phone”, to tell it from others."),
    )
    passwordless = forms.BooleanField(
        label=_("It signs me in by itself, without a code by mail"), required=False, initial=True
    )


class SignupForm(AsksForCode, AllauthSignupForm):
    """A name and an address; the code that proves the address comes next."""

    name = NameField()
    email = AddressField()
    field_order = ("name", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your e-mail address")
        trap = self.fields["site_web"]
        trap.label = _("Leave this field empty")
        # A class hides it from people: an inline style would be refused by our own content security policy.
        trap.widget = forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})

    def try_save(self, request: HttpRequest) -> tuple[Member | None, HttpResponse | None]:
        """The new member, or the answer to an address that is known already; both look the same to the person."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:  # the same address, sent twice at once
            self.account_already_exists = True
            return super().try_save(request)


class MailsForm(forms.Form):
    """Which mails a member wants, beside those about their own places; only organizers are asked about theirs."""

    HINTS: ClassVar = {
        Topic.ANNOUNCEMENTS: _("When a café that you have come to, or asked to hear from, announces its next evening."),
        Topic.TRADES: _("When a café is about a trade that you follow, or its people look for something."),
        Topic.RECAPS: _("When the notes of an evening where you had a place are there to read."),
        Topic.PEOPLE: _("When somebody at your café would like to meet you, or is introduced to you."),
        Topic.DIGEST: _("Once a week, what your coming cafés still need. Only when there is something."),
    }

    def __init__(self, member: Member, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        refused = set(member.mail_choices.filter(is_wanted=False).values_list("topic", flat=True))
        for topic in outbox.topics():
            if topic != Topic.DIGEST or member.is_organizer:
                self.fields[topic] = forms.BooleanField(
                    label=topic.label, help_text=self.HINTS[topic], required=False, initial=topic not in refused
                )
                self.fields[topic].is_needed = True  # type: ignore[attr-defined]  # a no is an answer as well

    def save(self) -> None:
        """Notes what has changed."""
        with transaction.atomic():
            for topic in self.changed_data:
                self.member.choose_mails(topic, is_wanted=self.cleaned_data[topic])
