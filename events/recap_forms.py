"""What is typed about an evening that was: its recap, its photos, and what people say of them."""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Act, Comment, Edition, RecapPhoto, What
from events.models.comment import COMMENT_AT_MOST, REASON_AT_MOST
from events.models.recap import LINKS_AT_MOST, RECAP_AT_MOST, THANKS_AT_MOST
from events.models.recap_photo import WORDS_AT_MOST
from members.forms import OneLineField
from members.images import LONGEST_SIDE, SeveralPhotos, UsablePhotosField
from members.meanwhile import MeanwhileForm, part
from members.models import Member
from members.profile_forms import LinksField


class TitledLinksField(LinksField):
    """Pages worth reading, one a line: a title, then the address. What comes out is a list of pairs."""

    separator = re.compile(r"[\r\n]+")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.at_most = LINKS_AT_MOST
        self.title = OneLineField(max_length=120)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(" ".join(pair) for pair in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return [list(line.rpartition(" ")[::2]) for line in super().clean(value)]

    def clean_item(self, text: str) -> str:
        *title, address = text.split()
        address = super().clean_item(address)
        words = " ".join(title).rstrip(" :-–—") or urlsplit(address).hostname
        return f"{self.title.clean(words)} {address}"


class RecapForm(MeanwhileForm):
    """The words of a recap, for everybody to read."""

    class Meta:
        model = Edition
        fields = ()

    text = forms.CharField(
        label=gettext_lazy("What became of the evening"),
        help_text=gettext_lazy("Markdown: **bold**, *italics*, - for a list, # for a heading."),
        max_length=RECAP_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": gettext_lazy("A recap has some words at least.")},
    )
    links = TitledLinksField(
        label=gettext_lazy("To read next"),
        help_text=gettext_lazy("One page a line, up to twelve: its title, then its address."),
    )
    thanks = forms.CharField(
        label=gettext_lazy("A word of thanks to the host"),
        help_text=gettext_lazy("Empty: the page thanks the host by name."),
        required=False,
        max_length=THANKS_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, edition: Edition, data: Any = None) -> None:
        super().__init__(data, instance=edition, initial=self.state_of(edition))

    @classmethod
    def state_of(cls, instance: Any) -> dict[str, Any]:
        """What is saved of the recap."""
        return {"text": instance.recap, "links": instance.recap_links, "thanks": instance.recap_thanks}

    def clean(self) -> dict[str, Any]:
        """Browsers send line ends of two characters; the same text is the same."""
        cleaned = super().clean()
        return cleaned | {name: "\n".join(cleaned[name].splitlines()) for name in ("text", "thanks") if name in cleaned}

    def _as_saved(self, name: str) -> str:
        if name != "text":
            return super()._as_saved(name)
        self.text_of_others = self.state[name]
        return _("%(field)s: %(value)s") % {"field": self.fields[name].label, "value": _("another text, to read below")}

    text_of_others = ""  # what somebody else has saved while this was typed

    def save_by(self, member: Member, *, is_published: bool) -> int:
        """Keeps the words, and publishes them where asked; answers how many people are told.

        Raises NotOver, and ChangedMeanwhile where somebody has saved others since this form was made.
        """
        edition, said = self.instance, self.cleaned_data
        with transaction.atomic():
            self.must_be_unchanged()
            edition.refresh_from_db(fields=["recap_published_at"])
            write = partial(edition.write_recap, said["text"], links=said["links"], thanks=said["thanks"])
            if is_published and not edition.has_recap:  # the words themselves may be those that were kept
                Act.note(What.RECAP_PUBLISHED, edition, by=member)
                return write(is_published=True)
            with Act.on(edition, What.RECAP_WRITTEN, by=member):
                return write(is_published=is_published)


class NewPhotosForm(forms.Form):
    """Photos as they come out of the phone; one that cannot be used does not keep the others out."""

    photos = UsablePhotosField(
        label=gettext_lazy("Add photos"),
        help_text=gettext_lazy("Several at once, up to twenty, as they come out of the phone."),
        widget=SeveralPhotos(attrs={"data-lighter-photos": LONGEST_SIDE}),
        error_messages={"required": gettext_lazy("Choose at least one photo.")},
    )


@dataclass(frozen=True)
class PhotoRow:
    """The fields on one photo."""

    photo: RecapPhoto
    caption: forms.BoundField
    alt: forms.BoundField
    agreed: forms.BoundField


class PhotosForm(MeanwhileForm):
    """What is said of each photo of an evening. What nobody has touched on this page stays as it is saved.

    So does a photo that the page did not show yet.
    """

    class Meta:
        model = Edition
        fields = ()

    def __init__(self, edition: Edition, data: Any = None) -> None:
        prefetch_related_objects([edition], Prefetch("photos", RecapPhoto.objects.select_related("consent_by")))
        super().__init__(data, instance=edition)
        self.photos = list(edition.photos.all())
        for photo in self.photos:
            name = f"photo_{photo.pk}"
            self.fields[f"{name}_alt"] = OneLineField(
                label=_("What the photo shows, for those who do not see it"),
                required=False,
                max_length=200,
                initial=photo.alt,
            )
            self.fields[f"{name}_alt"].is_needed = True  # type: ignore[attr-defined]  # asked for until it is given
            self.fields[f"{name}_caption"] = OneLineField(
                label=_("Caption"), required=False, max_length=200, initial=photo.caption
            )
            self.fields[f"{name}_agreed"] = forms.BooleanField(
                label=_("Those who can be recognised on it agreed"), required=False, initial=bool(photo.consent_at)
            )

    @classmethod
    def state_of(cls, instance: Any) -> dict[str, Any]:
        """What is said of the photos, by the fields that show it."""
        return {
            f"photo_{photo.pk}_{name}": value
            for photo in instance.photos.all()
            for name, value in (("alt", photo.alt), ("caption", photo.caption), ("agreed", bool(photo.consent_at)))
        }

    def clean(self) -> dict[str, Any]:
        """A form on thirty photos is open for long: only what was typed on it may differ from what others saved."""
        cleaned, seen = self.cleaned_data, set(self.cleaned_data.get("seen", "").split())
        shown = [name for name in self.state if name in cleaned and f"{name.rpartition('_')[0]}_alt" in self.data]
        untouched = {name: self.state[name] for name in shown if part(name, cleaned[name]) in seen}
        cleaned |= untouched
        # A box that is not ticked is not sent, which is not to say that it was not there.
        sent = {name: cleaned[name] for name in shown if name.endswith("_agreed")}
        self.data = {name: self.data[name] for name in self.data} | sent | untouched
        return super().clean()

    def _as_saved(self, name: str) -> str:
        numbers = {photo.pk: number for number, photo in enumerate(self.photos, start=1)}
        words = {"number": numbers[int(name.split("_")[1])], "said": super()._as_saved(name)}
        return _("Photo %(number)s, %(said)s") % words

    def save_by(self, member: Member) -> None:
        """Keeps what has changed, and notes whose word it is that people agreed.

        Raises ChangedMeanwhile where somebody has saved something since this form was made.
        """
        rows = [row for row in self.rows if row.alt.html_name in self.data and self._has_changed(row)]
        with transaction.atomic():
            self.must_be_unchanged()
            for row in rows:
                caption, alt, agreed = (self.cleaned_data[field.name] for field in (row.caption, row.alt, row.agreed))
                row.photo.describe(caption=caption, alt=alt, is_agreed=agreed, by=member)
            if rows:
                Act.note(What.PHOTOS_CHANGED, self.instance, by=member)

    def _has_changed(self, row: PhotoRow) -> bool:
        return any(field.name in self.changed_data for field in (row.caption, row.alt, row.agreed))

    @property
    def rows(self) -> list[PhotoRow]:
        """The photos, each with its fields."""
        return [
            PhotoRow(photo, *(self[f"photo_{photo.pk}_{name}"] for name in ("caption", "alt", "agreed")))
            for photo in self.photos
        ]


class HidePhotoForm(forms.Form):
    """What somebody on a photo wants the organizers to know."""

    words = OneLineField(
        label=gettext_lazy("A word for the organizers"),
        help_text=gettext_lazy("Where you are on it, whether you want it gone for good. They alone read this."),
        required=False,
        max_length=WORDS_AT_MOST,
    )


class CommentForm(forms.Form):
    """What somebody who was there says of the evening."""

    text = forms.CharField(
        label=gettext_lazy("How was it?"),
        max_length=COMMENT_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Write a word or two first.")},
    )


class ReportCommentForm(forms.Form):
    """What is wrong with a comment."""

    reason = forms.CharField(
        label=gettext_lazy("What is wrong with it?"),
        max_length=REASON_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def save(self, comment: Comment, *, by: Member) -> None:
        """Puts it before the organizers."""
        comment.report(self.cleaned_data["reason"], by=by)
