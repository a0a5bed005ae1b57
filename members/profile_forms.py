"""What members write about themselves."""

import copy
import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from members.folding import fold
from members.forms import NameField, OneLineField
from members.images import Focus, PhotoField, cut_portraits, discard
from members.models import Member, Seniority, Situation, Specialty, Visibility
from members.models.profile import ITEMS_AT_MOST, LINKS_AT_MOST

ITEM_AT_MOST = 60  # characters
LINK_AT_MOST = 200


class ItemsField(forms.Field):
    """Short texts, one a line or separated by commas; what comes out is a list in which none stands twice."""

    widget = forms.Textarea
    separator = re.compile(r"[\r\n,;]+")

    def __init__(self, *, at_most: int = ITEMS_AT_MOST, placeholder: Any = "", **options: Any) -> None:
        self.at_most = at_most
        self.item = OneLineField(max_length=ITEM_AT_MOST)
        widget = forms.Textarea(attrs={"rows": 3, **({"placeholder": placeholder} if placeholder else {})})
        super().__init__(required=False, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> list[str]:
        found: dict[str, str] = {}
        for text in self.separator.split(value or ""):
            if text.strip():
                item = self.clean_item(text)
                found.setdefault(fold(item), item)
        if len(found) > self.at_most:
            raise ValidationError(
                _("Not more than %(number)s of them."), code="too-many", params={"number": self.at_most}
            )
        return list(found.values())

    def clean_item(self, text: str) -> str:
        """One of them, tidied. Raises ValidationError."""
        return str(self.item.clean(text))


class LinksField(ItemsField):
    """Addresses on the web, one a line; only http and https, and without a password in them."""

    separator = re.compile(r"[\s]+")
    is_address = URLValidator(schemes=["http", "https"])

    def __init__(self, **options: Any) -> None:
        super().__init__(at_most=LINKS_AT_MOST, **options)
        self.item = OneLineField(max_length=LINK_AT_MOST)
        self.widget.attrs.update({"inputmode": "url", "spellcheck": "false", "autocapitalize": "none"})

    def clean_item(self, text: str) -> str:
        address = super().clean_item(text)
        if not re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
            address = f"https://{address}"
        try:
            self.is_address(address)
        except ValidationError:
            address = ""
        if not address or "@" in address.split("/")[2]:
            raise ValidationError(
                _("“%(text)s” is not the address of a page: one looks like https://example.org/me."),
                code="invalid",
                params={"text": text},
            )
        return address


class PortraitInput(forms.ClearableFileInput):
    template_name = "members/portrait_input.html"


class FocusInput(forms.RadioSelect):
    template_name = "members/focus_input.html"


class FocusField(forms.Field):
    """The point of the photo round which it is cut: one of nine by choice, or any that a finger has found.

    Nothing chosen keeps what there is, and for a first photo takes where faces are.
    """

    NINE: ClassVar = [
        ("15,15", _("top left")),
        ("50,15", _("top")),
        ("85,15", _("top right")),
        ("15,50", _("left")),
        ("50,50", _("middle")),
        ("85,50", _("right")),
        ("15,85", _("bottom left")),
        ("50,85", _("bottom")),
        ("85,85", _("bottom right")),
    ]

    def __init__(self) -> None:
        super().__init__(
            label=_("What stays in the middle of the photo"),
            required=False,
            widget=FocusInput(choices=self.NINE),
            help_text=_("It is cut square. Where in it is your face?"),
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value.x},{value.y}" if isinstance(value, Focus) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data) and data != self.prepare_value(initial)

    def clean(self, value: Any) -> Focus | None:
        if not value:
            return None
        if re.fullmatch(r"[0-9]{1,3},[0-9]{1,3}", value):
            x, y = map(int, value.split(","))
            if x <= 100 and y <= 100:
                return Focus(x, y)
        raise ValidationError(_("Choose one of these."), code="invalid")


def _open_choices(nothing: Any, choices: Any) -> list[tuple[str, Any]]:
    return [("", nothing), *choices]


WITHIN_THE_PROFILE = [(Visibility.PUBLIC.value, _("whoever sees my profile")), *Visibility.choices[1:]]


class ProfileForm(forms.ModelForm):
    """A member's own profile, with up to three trades, and who sees what of it."""

    name = NameField()
    headline = OneLineField(
        label=_("In one line"),
        max_length=120,
        required=False,
        help_text=_("What you would say when somebody at the café asks what you do."),
    )
    photo = PhotoField(label=_("Photo"), required=False, widget=PortraitInput)
    focus = FocusField()
    first_specialty = forms.ModelChoiceField(
        Specialty.objects, label=_("My main specialty"), required=False, empty_label=_("None yet")
    )
    second_specialty = forms.ModelChoiceField(
        Specialty.objects, label=_("A second one"), required=False, empty_label=_("None")
    )
    third_specialty = forms.ModelChoiceField(
        Specialty.objects, label=_("A third one"), required=False, empty_label=_("None")
    )
    situation = forms.ChoiceField(
        label=_("I work"), choices=_open_choices(_("I’d rather not say"), Situation.choices), required=False
    )
    organisation = OneLineField(
        label=_("Organisation"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    can_help_with = ItemsField(
        label=_("I can help with"),
        help_text=_("A few words a line: somebody at the café needs just that."),
        placeholder=_("first steps of a forum\nmoderation charters"),
    )
    looking_for = ItemsField(
        label=_("I’m looking for"),
        help_text=_("A few words a line, too."),
        placeholder=_("a mentor\nhow others measure engagement"),
    )
    community = OneLineField(
        label=_("The community I look after"),
        max_length=160,
        required=False,
        help_text=_("In your own words: who they are, how many, what brings them together."),
    )
    platform = OneLineField(
        label=_("The platform it lives on"),
        max_length=120,
        required=False,
        help_text=_("A forum, a chat, an intranet, a social network …"),
    )
    seniority = forms.ChoiceField(
        label=_("I have looked after communities for"),
        choices=_open_choices(_("I’d rather not say"), Seniority.choices),
        required=False,
    )
    tools = ItemsField(label=_("Tools I know well"), help_text=_("One a line, or separated by commas."))
    languages = ItemsField(label=_("Languages I speak"), help_text=_("One a line, or separated by commas."))
    city = OneLineField(
        label=_("City"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    links = LinksField(label=_("Links"), help_text=_("Your pages on the web, one a line."))
    visibility = forms.ChoiceField(
        label=_("Who sees my profile and that I come"),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Whoever organizes a café that you come to always sees your name there; so does its host’s reception if you"
            " have a place, with your organisation only where you show that to everybody. No more than that."
        ),
    )
    is_listed = forms.BooleanField(
        label=_("List me in the directory"),
        required=False,
        help_text=_("For those who see your profile; nobody else finds you there."),
    )
    accepts_letters = forms.BooleanField(
        label=_("Members may write to me through the site"),
        required=False,
        help_text=_("They never see your address. Whoever you have written to may answer in any case."),
    )
    photo_visibility = forms.ChoiceField(label=_("Who sees my photo"), choices=WITHIN_THE_PROFILE)
    organisation_visibility = forms.ChoiceField(label=_("Who sees my organisation"), choices=WITHIN_THE_PROFILE)
    links_visibility = forms.ChoiceField(label=_("Who sees my links"), choices=WITHIN_THE_PROFILE)

    SPECIALTIES = ("first_specialty", "second_specialty", "third_specialty")
    ESSENTIAL = (
        "name",
        "headline",
        "photo",
        "focus",
        *SPECIALTIES,
        "situation",
        "organisation",
        "can_help_with",
        "looking_for",
    )
    MORE = ("community", "platform", "seniority", "tools", "languages", "city", "links")
    SEEN = ("visibility", "is_listed", "accepts_letters")
    SEEN_EACH = ("photo_visibility", "organisation_visibility", "links_visibility")

    class Meta:
        model = Member
        fields = (
            "name",
            "headline",
            "photo",
            "situation",
            "organisation",
            "can_help_with",
            "looking_for",
            "community",
            "platform",
            "seniority",
            "tools",
            "languages",
            "city",
            "links",
            "visibility",
            "is_listed",
            "accepts_letters",
            "photo_visibility",
            "organisation_visibility",
            "links_visibility",
            "language",
        )

    field_order = (*ESSENTIAL, *MORE, *SEEN, *SEEN_EACH, "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._photo_before = copy.copy(self.instance.photo)
        self.initial["focus"] = self.instance.focus
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
        is_new = "photo" in self.changed_data
        self.cleaned_data["focus"] = self.cleaned_data.get("focus") or (Focus() if is_new else self.instance.focus)
        return super().clean()

    def save(self, commit: bool = True) -> Member:
        photo, focus = self.cleaned_data["photo"], self.cleaned_data["focus"]
        is_new = "photo" in self.changed_data
        is_cut = bool(photo) and (is_new or focus != self.instance.focus)
        squares = self._cut(photo, focus, is_new=is_new) if is_cut else {}
        with transaction.atomic():
            if is_new or is_cut:
                self.instance.hang(squares, focus)
            member = super().save(commit)
            member.practise([trade for field in self.SPECIALTIES if (trade := self.cleaned_data[field])])
            if is_new:
                discard(self._photo_before)
        return member

    @staticmethod
    def _cut(photo: Any, focus: Focus, *, is_new: bool) -> dict[str, bytes]:
        """The squares; slow, so this comes before the transaction, for which others wait."""
        if is_new:
            return cut_portraits(photo, focus)
        with photo.open() as kept:
            return cut_portraits(kept, focus)

    # How the page shows it ----------------------------------------------------------------------------------------

    def essential(self) -> list[BoundField]:
        return [self[name] for name in self.ESSENTIAL]

    def more(self) -> list[BoundField]:
        return [self[name] for name in self.MORE]

    def seen(self) -> list[BoundField]:
        return [self[name] for name in self.SEEN]

    def seen_each(self) -> list[BoundField]:
        return [self[name] for name in self.SEEN_EACH]

    @property
    def has_photo(self) -> bool:
        """Whether there is a photo to choose the middle of; one that is only being sent is not kept yet."""
        return bool(self._photo_before) or bool(self["focus"].errors)

    @property
    def has_more(self) -> bool:
        """Whether what is folded away at first has to be open: there is something in it, or something wrong."""
        return any(self[name].errors or self[name].value() for name in self.MORE)

    @property
    def has_seen_each(self) -> bool:
        """The same for the choices of who sees what."""
        return any(self[name].errors or self[name].value() != Visibility.PUBLIC for name in self.SEEN_EACH)


class EraseForm(forms.Form):
    """The one word of confirmation before everything is erased."""

    is_sure = forms.BooleanField(
        label=_("Yes, erase everything about me"),
        error_messages={"required": _("Tick this box to say that you are sure.")},
    )
