"""What is typed about an evening that was: its recap, its photos, and what people say of them."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Act, Comment, Edition, RecapPhoto, What
from events.models.comment import COMMENT_AT_MOST, REASON_AT_MOST
from events.models.recap import LINKS_AT_MOST, RECAP_AT_MOST, THANKS_AT_MOST
from events.models.recap_photo import WORDS_AT_MOST
from members.forms import OneLineField
from members.images import LONGEST_SIDE, SeveralPhotos, UsablePhotosField
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


class RecapForm(forms.Form):
    """The words of a recap, for everybody to read."""

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

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        now = {"text": edition.recap, "links": edition.recap_links, "thanks": edition.recap_thanks}
        self.initial = {**now, **self.initial}

    def save(self, *, is_published: bool, by: Member) -> int:
        """Keeps the words, and publishes them where asked; answers how many people are told. Raises NotOver."""
        said = self.cleaned_data
        is_news = is_published and not self.edition.has_recap
        with Act.on(self.edition, What.RECAP_PUBLISHED if is_news else What.RECAP_WRITTEN, by=by):
            return self.edition.write_recap(
                said["text"], links=said["links"], thanks=said["thanks"], is_published=is_published
            )


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


class PhotosForm(forms.Form):
    """What is said of each photo of an evening. One that this page did not show yet stays as it is."""

    def __init__(self, edition: Edition, data: Any = None) -> None:
        super().__init__(data)
        self.edition = edition
        self.photos = list(edition.photos.select_related("consent_by"))
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

    def save(self, *, by: Member) -> None:
        """Keeps what has changed, and notes whose word it is that people agreed."""
        rows = [row for row in self.rows if row.alt.html_name in self.data and self._has_changed(row)]
        with transaction.atomic():
            for row in rows:
                caption, alt, agreed = (self.cleaned_data[field.name] for field in (row.caption, row.alt, row.agreed))
                row.photo.describe(caption=caption, alt=alt, is_agreed=agreed, by=by)
            if rows:
                Act.note(What.PHOTOS_CHANGED, self.edition, by=by)

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
