"""Photos that people upload: refused where they could hurt, drawn anew in any case."""

import io
import warnings
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

MEGABYTES_AT_MOST = 15
MEGAPIXELS_AT_MOST = 50  # a phone of today makes 48; decoded, that many take 200 MB for a moment
LONGEST_SIDE = 1600
SQUARE_SIDE = 640
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")  # each decoder left out is one that cannot be attacked
MEDIA_TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif")

# Pillow only warns of a picture of up to twice its limit. Filters belong to the process: this one is set once, here,
# since setting it around each call would not be safe between threads.
warnings.simplefilter("error", Image.DecompressionBombWarning)


class UnusablePhoto(Exception):
    """This file cannot become a photo; its text says why, and what to do, to the person who sent it."""


class PhotoTooHeavy(UnusablePhoto):
    """The file has too many bytes; it was not read."""


class PhotoTooLarge(UnusablePhoto):
    """The picture has too many pixels; it was not decoded."""


class NotAPhoto(UnusablePhoto):
    """The file is of another kind, or damaged."""


def clean_photo(upload: File, *, is_square: bool = False) -> ContentFile:
    """The photo anew, as WebP without any metadata, upright, at most 1600 px a side; square ones are cut to 640 px.

    Nothing of the file is kept but its colours: not its name, place, camera or hidden data. Of an animation the first
    picture stays, and transparent parts become white. Raises UnusablePhoto.
    """
    if upload.size > MEGABYTES_AT_MOST * 1024 * 1024:
        raise PhotoTooHeavy(
            _("This photo weighs more than %(megabytes)s MB. Send a lighter one.") % {"megabytes": MEGABYTES_AT_MOST}
        )
    try:
        upload.seek(0)
        with Image.open(upload, formats=FORMATS) as picture:
            if picture.width * picture.height > MEGAPIXELS_AT_MOST * 1_000_000:
                raise _too_large()
            return _developed(picture, is_square=is_square)
    except UnusablePhoto:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large() from None
    except Exception as error:  # a file made to hurt brings decoders to raise almost anything
        raise NotAPhoto(
            _("This file is not a photo that the café can read. Send it as JPEG, PNG, WebP or AVIF.")
        ) from error


def _too_large() -> PhotoTooLarge:
    return PhotoTooLarge(
        _("This photo has more than %(megapixels)s million pixels. Send a smaller one.")
        % {"megapixels": MEGAPIXELS_AT_MOST}
    )


def _developed(picture: Image.Image, *, is_square: bool) -> ContentFile:
    profile = picture.info.get("icc_profile")
    if picture.format == "JPEG":
        # Decodes at a fraction of the size, as far as that fraction is still twice what is needed.
        picture.draft(None, (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    picture.load()
    picture = ImageOps.exif_transpose(_in_eight_bits(picture))
    if is_square:
        side = min(SQUARE_SIDE, *picture.size)
        # People stand in the upper part of their pictures.
        picture = ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    else:
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    paper = Image.new("RGB", picture.size, "white")  # a new picture: it carries no metadata of the old one
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper.paste(picture, mask=picture)
    else:
        paper.paste(_in_srgb(picture, profile))
    content = io.BytesIO()
    paper.save(content, "WEBP", quality=82, method=4)
    return ContentFile(content.getvalue(), name="photo.webp")


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Pillow cuts the sixteen bits of a grey picture off at white rather than scale them."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 256) + 0).convert("L")
    return picture.convert("RGBA" if "transparency" in picture.info else "RGB") if picture.mode == "P" else picture


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as every screen shows them: phones and printers photograph in wider spaces of their own."""
    if profile:
        try:
            mine = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, mine, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is wrong for its picture: the plain colours will do
        else:
            if converted is not None:
                return converted
    return picture.convert("RGB")


class PhotoField(forms.FileField):
    """A file that must be a photo; what comes out is the cleaned one, or False where the person took theirs away."""

    def __init__(self, *, is_square: bool = False, **kwargs: Any) -> None:
        self.is_square = is_square
        kwargs.pop("max_length", None)  # of the name of the file, which is thrown away
        super().__init__(**kwargs)

    def to_python(self, data: Any) -> ContentFile | None:
        upload = super().to_python(data)
        if upload is None:
            return None
        try:
            return clean_photo(upload, is_square=self.is_square)
        except UnusablePhoto as refusal:
            raise ValidationError(str(refusal), code=type(refusal).__name__) from refusal

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # Asked for these, an iPhone sends its HEIC pictures as JPEG.
        return {**super().widget_attrs(widget), "accept": ",".join(MEDIA_TYPES)}


class SeveralPhotos(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(PhotoField):
    """Several photos chosen at once; what comes out is the list of the cleaned ones, in their order.

    One that cannot be used refuses all of them, and each is named: the person sees which to leave out.
    """

    widget = SeveralPhotos

    def clean(self, data: Any, initial: Any = None) -> list[ContentFile]:
        chosen = [upload for upload in data or [] if upload]
        if self.required and not chosen:
            raise ValidationError(self.error_messages["required"], code="required")
        photos, errors = [], []
        for upload in chosen:
            try:
                photos.append(super().clean(upload))
            except ValidationError as refusal:
                named = {"file": upload.name[:60], "problem": refusal.messages[0]}
                errors.append(ValidationError(_("%(file)s: %(problem)s"), params=named, code=refusal.code))
        if errors:
            raise ValidationError(errors)
        return photos


def discard(photo: FieldFile) -> None:
    """Deletes a photo's file once the change that lets go of it is committed; harmless where there is none.

    For the photo as it was before the form put another in its place.
    """
    if photo and photo.name:
        name, storage = photo.name, photo.storage
        transaction.on_commit(lambda: storage.delete(name))
