"""Photos that people upload: refused where they could hurt, drawn anew in any case."""

import io
import re
import warnings
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import pi_heif
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, features

MEGABYTES_AT_MOST = 15
MEGAPIXELS_AT_MOST = 50  # a phone of today makes 48; decoded, that many take 200 MB for a moment
LONGEST_SIDE = 1600
SMALL_SIDE = 640
AVIF_SIDES = (SMALL_SIDE, 1120, LONGEST_SIDE)  # px: in lists, on a phone with its fine screen, on a desk
AVIF: dict[str, Any] = {"quality": 58, "speed": 9}  # a slower one takes four times as long for the same weight
WRITES_AVIF = bool(features.check("avif"))  # Pillow can be built without
PORTRAIT_SIDES = (96, 192, 480)  # px: in a list, in a list on a fine screen, on one's own page
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")  # each decoder left out is one that cannot be attacked
MEDIA_TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/heic", "image/heif")

# Pillow only warns of a picture of up to twice its limit. Filters belong to the process: this one is set once, here,
# since setting it around each call would not be safe between threads.
warnings.simplefilter("error", Image.DecompressionBombWarning)

# What iPhones take. It only decodes, within libheif's own limits of memory and nesting, which stay on; the pictures
# beside the picture (thumbnails, depth) are left alone.
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


class UnusablePhoto(Exception):
    """This file cannot become a photo; its text says why, and what to do, to the person who sent it."""


class PhotoTooHeavy(UnusablePhoto):
    """The file has too many bytes; it was not read."""


class PhotoTooLarge(UnusablePhoto):
    """The picture has too many pixels; it was not decoded."""


class NotAPhoto(UnusablePhoto):
    """The file is of another kind, or damaged."""


def clean_photo(upload: File) -> ContentFile:
    """The photo anew, as WebP without any metadata, upright, at most 1600 px a side.

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
            _must_not_be_too_large(picture)
            return _developed(picture)
    except UnusablePhoto:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large() from None
    except Exception as error:  # a file made to hurt brings decoders to raise almost anything
        raise NotAPhoto(
            _("This file is not a photo that the café can read. Send it as JPEG, PNG, WebP, AVIF or HEIC.")
        ) from error


def photo_of_ours(upload: File) -> ContentFile:
    """A photo that comes from another café: as it is where it is drawn as `clean_photo` draws, and cleaned otherwise.

    So it stays the same to the byte however often it travels. Raises UnusablePhoto.
    """
    if upload.size <= MEGABYTES_AT_MOST * 1024 * 1024:
        upload.seek(0)
        content = upload.read()
        if _is_bare_webp(content):
            with suppress(Exception), Image.open(io.BytesIO(content), formats=("WEBP",)) as picture:
                if max(picture.size) <= LONGEST_SIDE:
                    picture.load()
                    return ContentFile(content, name="photo.webp")
    return clean_photo(upload)


def _is_bare_webp(content: bytes) -> bool:
    """Whether the file is one lossy picture and nothing else: no metadata, no second picture, nothing behind it.

    “RIFF”, the size of the rest, “WEBP”, then the only chunk, padded to an even size (RFC 9649, 2.5).
    """
    size, inner = int.from_bytes(content[4:8], "little"), int.from_bytes(content[16:20], "little")
    is_whole = len(content) == size + 8 == inner + inner % 2 + 20
    return is_whole and content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8 "


def _must_not_be_too_large(picture: Image.Image) -> None:
    if picture.width * picture.height > MEGAPIXELS_AT_MOST * 1_000_000:
        raise _too_large()


def _too_large() -> PhotoTooLarge:
    return PhotoTooLarge(
        _("This photo has more than %(megapixels)s million pixels. Send a smaller one.")
        % {"megapixels": MEGAPIXELS_AT_MOST}
    )


def _developed(picture: Image.Image) -> ContentFile:
    profile = picture.info.get("icc_profile")
    if picture.format == "JPEG":
        # Decodes at a fraction of the size, as far as that fraction is still twice what is needed.
        picture.draft(None, (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    picture.load()
    _must_not_be_too_large(picture)  # of a HEIC only the decoder knows the true size
    picture = ImageOps.exif_transpose(_in_eight_bits(picture))
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


@dataclass(frozen=True)
class Focus:
    """The point of a photo that stays in the middle when it is cut, as far as its edges allow: percent from the left
    and from the top."""

    x: int = 50
    y: int = 40  # people stand in the upper part of their pictures


def cut_portraits(photo: File, focus: Focus) -> dict[str, bytes]:
    """A cleaned photo cut square round the focus: each side as AVIF and as WebP, by the end of the file's name.

    A photo that is smaller than a side is not made larger.
    """
    photo.seek(0)
    with Image.open(photo, formats=("WEBP",)) as whole:
        side = min(whole.size)
        left = _edge(whole.width, side, focus.x)
        top = _edge(whole.height, side, focus.y)
        square = whole.convert("RGB").crop((left, top, left + side, top + side))
    files = {}
    for wanted in PORTRAIT_SIDES:
        small = square.resize((min(wanted, side),) * 2, Image.Resampling.LANCZOS, reducing_gap=3.0)
        for kind, options in (("webp", {"quality": 80, "method": 4}), ("avif", AVIF)):
            content = io.BytesIO()
            small.save(content, kind, **options)
            files[f"{wanted}.{kind}"] = content.getvalue()
    return files


def _edge(length: int, side: int, percent: int) -> int:
    return max(0, min(length - side, round(length * percent / 100 - side / 2)))


class PhotoField(forms.FileField):
    """A file that must be a photo; what comes out is the cleaned one, or False where the person took theirs away."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("max_length", None)  # of the name of the file, which is thrown away
        super().__init__(**kwargs)

    def to_python(self, data: Any) -> ContentFile | None:
        upload = super().to_python(data)
        if upload is None:
            return None
        try:
            return clean_photo(upload)
        except UnusablePhoto as refusal:
            raise ValidationError(str(refusal), code=type(refusal).__name__) from refusal

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": ",".join(MEDIA_TYPES)}


class SeveralPhotos(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(PhotoField):
    """Several photos chosen at once; what comes out is the list of the cleaned ones, in their order.

    One that cannot be used refuses all of them, and each is named: the person sees which to leave out.
    """

    widget = SeveralPhotos

    def clean(self, data: Any, initial: Any = None) -> Any:
        photos, errors = self.sort_out(data)
        if errors:
            raise ValidationError(errors)
        return photos

    def sort_out(self, data: Any) -> tuple[list[ContentFile], list[ValidationError]]:
        """The cleaned photos, and what is wrong with each other file. Raises ValidationError where there are none."""
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
        return photos, errors


class UsablePhotosField(PhotosField):
    """Several photos of which the good ones count: what comes out is their list, and a sentence on each other file."""

    def clean(self, data: Any, initial: Any = None) -> tuple[list[ContentFile], list[str]]:
        photos, errors = self.sort_out(data)
        return photos, [sentence for error in errors for sentence in error.messages]


def smaller(photo: File) -> ContentFile:
    """A photo that was cleaned already, once more at 640 px for lists: a phone need not load what it cannot show."""
    photo.seek(0)
    with Image.open(photo, formats=["WEBP"]) as picture:
        picture.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
        content = io.BytesIO()
        picture.save(content, "WEBP", quality=80, method=4)
    photo.seek(0)
    return ContentFile(content.getvalue(), name="photo.webp")


def avif_name(name: str, side: int) -> str:
    """Where the AVIF of this size lies, beside the WebP of this name."""
    return f"{name.removesuffix('.webp')}-{side}.avif"


def with_avif(name: str) -> list[str]:
    """The file of this name, and what may lie beside it."""
    return [name, *(avif_name(name, side) for side in AVIF_SIDES)]


def drawn_from(name: str) -> str:
    """The WebP beside which an AVIF lies; any other name as it is."""
    return re.sub(r"-\d+\.avif$", ".webp", name)


def lay_avif_beside(photo: FieldFile) -> str:
    """Draws a photo that was cleaned and kept already as AVIF, in each size, and keeps that beside it.

    Answers its main colour, as #rrggbb. A photo that is smaller than a size is not made larger. Raises
    FileNotFoundError where its file is gone, or goes meanwhile, and leaves none then.
    """
    name, storage = str(photo.name), photo.storage
    with storage.open(name) as file, Image.open(file, formats=["WEBP"]) as picture:
        for side in reversed(AVIF_SIDES):
            picture.thumbnail((side, side), Image.Resampling.LANCZOS)
            content = io.BytesIO()
            picture.save(content, "AVIF", **AVIF)
            kept = storage.save(avif_name(name, side), ContentFile(content.getvalue()))
            if kept != avif_name(name, side):  # it was there, or somebody else has just drawn it
                storage.delete(kept)
        ground = _main_colour(picture)
    if not storage.exists(name):  # deleted meanwhile, before this lay beside it
        _delete(storage, name)
        raise FileNotFoundError(name)
    return ground


def _main_colour(picture: Image.Image) -> str:
    """The most frequent of the five colours that stand best for the picture."""
    few = picture.convert("RGB").resize((48, 48), Image.Resampling.BOX).quantize(5).convert("RGB")
    _count, colour = max(few.getcolors() or [])
    return "#{:02x}{:02x}{:02x}".format(*colour)  # type: ignore[misc]


def discard(photo: FieldFile) -> None:
    """Deletes a photo's files once the change that lets go of it is committed; harmless where there are none.

    For the photo as it was before the form put another in its place.
    """
    if photo and photo.name:
        transaction.on_commit(partial(_delete, photo.storage, photo.name))


def _delete(storage: Storage, name: str) -> None:
    for each in with_avif(name):
        storage.delete(each)
