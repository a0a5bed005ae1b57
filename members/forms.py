"""What people type about themselves."""

import copy
import unicodedata
from typing import Any, ClassVar

from allauth.account.forms import AddEmailForm as AllauthAddEmailForm
from allauth.account.forms import ConfirmEmailVerificationCodeForm as AllauthConfirmAddressForm
from allauth.account.forms import ConfirmLoginCodeForm as AllauthConfirmLoginForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import RequestLoginCodeForm as AllauthRequestLoginCodeForm
from allauth.account.forms import SignupForm as AllauthSignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from members.images import PhotoField, discard
from members.models import Member, Specialty, Topic, Visibility
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


class LoginForm(AllauthLoginForm):
    """An address; the code that signs in comes next."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField()


class RequestLoginCodeForm(AllauthRequestLoginCodeForm):
    email = AddressField()


class AddAddressForm(AllauthAddEmailForm):
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


class SignupForm(AllauthSignupForm):
    """A name and an address; the code that proves the address comes next."""

    name = NameField()
    email = AddressField()
    field_order: ClassVar = ["name", "email"]

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


class ProfileForm(forms.ModelForm):
    """A member's own profile, with up to three trades."""

    name = NameField()
    headline = OneLineField(
        label=_("In one line"),
        max_length=120,
        required=False,
        help_text=_("What you would say when somebody at the café asks what you do."),
    )
    organisation = OneLineField(
        label=_("Organisation"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    first_specialty = forms.ModelChoiceField(
        Specialty.objects, label=_("My main specialty"), required=False, empty_label=_("None yet")
    )
    second_specialty = forms.ModelChoiceField(
        Specialty.objects, label=_("A second one"), required=False, empty_label=_("None")
    )
    third_specialty = forms.ModelChoiceField(
        Specialty.objects, label=_("A third one"), required=False, empty_label=_("None")
    )
    visibility = forms.ChoiceField(
        label=_("Who sees my profile and that I come"),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        help_text=_("Whoever organizes a café that you come to always sees your name there."),
    )
    photo = PhotoField(label=_("Photo"), required=False, is_square=True)

    SPECIALTIES = ("first_specialty", "second_specialty", "third_specialty")

    class Meta:
        model = Member
        fields = ("name", "headline", "organisation", "visibility", "language", "photo")

    field_order = ("name", "headline", "organisation", *SPECIALTIES, "photo", "visibility", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._photo_before = copy.copy(self.instance.photo)
        for field in self.SPECIALTIES:
            self.fields[field].queryset = Specialty.objects.choosable_by(self.instance)  # type: ignore[attr-defined]
        for field, trade in zip(self.SPECIALTIES, self.instance.trades, strict=False):
            self.initial[field] = trade.pk

    def clean(self) -> dict[str, Any] | None:
        """A trade that is chosen twice is said at the second place."""
        seen = set()
        for field in self.SPECIALTIES:
            trade = self.cleaned_data.get(field)
            if trade in seen:
                self.add_error(field, _("You have chosen this specialty already."))
            elif trade:
                seen.add(trade)
        return super().clean()

    def save(self, commit: bool = True) -> Member:
        with transaction.atomic():
            member = super().save(commit)
            member.practise([trade for field in self.SPECIALTIES if (trade := self.cleaned_data[field])])
            if "photo" in self.changed_data:
                discard(self._photo_before)
        return member


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
        for topic in Topic:
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
