import io
import struct
import zlib
from pathlib import Path

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.template.loader import render_to_string
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from members.images import (
    LONGEST_SIDE,
    MEGABYTES_AT_MOST,
    MEGAPIXELS_AT_MOST,
    PORTRAIT_SIDES,
    Focus,
    NotAPhoto,
    PhotoField,
    PhotoTooHeavy,
    PhotoTooLarge,
    UnusablePhoto,
    clean_photo,
    cut_portraits,
    discard,
    drawn_from,
    lay_avif_beside,
    with_avif,
)
from members.models import Member
from tests.factories import make_member


def picture(width: int = 80, height: int = 60, *, mode: str = "RGB", fill="red") -> Image.Image:
    return Image.new(mode, (width, height), fill)


def encoded(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    content = io.BytesIO()
    image.save(content, kind, **options)
    return content.getvalue()


def upload(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def cleaned(content: bytes) -> Image.Image:
    result = clean_photo(upload(content))
    image = Image.open(io.BytesIO(result.read()))
    image.load()
    return image


def is_near(found: tuple, wanted: tuple) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_each_usual_kind_becomes_webp(kind):
    image = cleaned(encoded(picture(), kind))
    assert (image.format, image.size, image.mode) == ("WEBP", (80, 60), "RGB")
    assert is_near(image.getpixel((40, 30)), (255, 0, 0))


def test_long_side_is_at_most_1600():
    assert cleaned(encoded(picture(3200, 800))).size == (LONGEST_SIDE, 400)


def test_small_photo_is_not_made_larger():
    assert cleaned(encoded(picture(30, 20))).size == (30, 20)


# The square that others see ----------------------------------------------------------------------------------------


def striped(width: int, height: int) -> ContentFile:
    """A clean photo whose thirds are red, white and blue along its longer side."""
    image = picture(width, height, fill="white")
    pen = ImageDraw.Draw(image)
    if width > height:
        pen.rectangle((0, 0, width // 3, height), fill="red")
        pen.rectangle((2 * width // 3, 0, width, height), fill="blue")
    else:
        pen.rectangle((0, 0, width, height // 3), fill="red")
        pen.rectangle((0, 2 * height // 3, width, height), fill="blue")
    return clean_photo(upload(encoded(image, "PNG")))


def square(files: dict[str, bytes], name: str) -> Image.Image:
    image = Image.open(io.BytesIO(files[name]))
    image.load()
    return image.convert("RGB")


def test_portrait_is_cut_in_three_sizes_and_two_kinds_without_a_word_about_anything():
    files = cut_portraits(striped(900, 600), Focus())
    assert sorted(files) == sorted(f"{side}.{kind}" for side in PORTRAIT_SIDES for kind in ("avif", "webp"))
    for name, content in files.items():
        side, _dot, kind = name.partition(".")
        image = Image.open(io.BytesIO(content))
        assert (image.format, image.size) == (kind.upper(), (int(side), int(side)))
        assert not image.getexif() and "xmp" not in image.info and not image.info.get("icc_profile")
    assert max(map(len, files.values())) < 12_000


@pytest.mark.parametrize(
    ("size", "focus", "middle"),
    [
        ((900, 300), Focus(0, 50), (255, 0, 0)),
        ((900, 300), Focus(16, 0), (255, 0, 0)),
        ((900, 300), Focus(50, 50), (255, 255, 255)),
        ((900, 300), Focus(100, 100), (0, 0, 255)),
        ((300, 900), Focus(50, 0), (255, 0, 0)),
        ((300, 900), Focus(0, 50), (255, 255, 255)),
        ((300, 900), Focus(0, 100), (0, 0, 255)),
    ],
)
def test_focus_stays_in_the_middle_as_far_as_the_edges_allow(size, focus, middle):
    files = cut_portraits(striped(*size), focus)
    for name in ("192.webp", "192.avif"):
        assert is_near(square(files, name).getpixel((96, 96)), middle)


@pytest.mark.parametrize("size", [(30, 20), (1, 1), (1600, 1)])
def test_small_photo_has_a_portrait_no_larger_than_itself(size):
    files = cut_portraits(clean_photo(upload(encoded(picture(*size), "PNG"))), Focus())
    assert {square(files, name).size for name in files} == {(min(size), min(size))}


# What becomes of a file --------------------------------------------------------------------------------------------


def test_thread_of_a_picture_keeps_one_pixel():
    assert cleaned(encoded(picture(8000, 1), "PNG")).size == (LONGEST_SIDE, 1)


def test_place_and_camera_are_gone():
    exif = Image.Exif()
    exif[0x010F] = "Appareil de Claire"
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 44.0)  # GPSLatitude
    exif.get_ifd(0x8825)[1] = "N"
    original = encoded(picture(), exif=exif, comment=b"chez moi")
    assert b"Appareil de Claire" in original and Image.open(io.BytesIO(original)).getexif().get_ifd(0x8825)
    content = clean_photo(upload(original)).read()
    assert b"Appareil" not in content and b"chez moi" not in content and b"EXIF" not in content
    assert not Image.open(io.BytesIO(content)).getexif()


def test_hidden_words_of_webp_are_gone():
    original = encoded(picture(), "WEBP", xmp=b"<x:xmpmeta>chez moi</x:xmpmeta>")
    assert b"chez moi" in original
    content = clean_photo(upload(original)).read()
    assert b"chez moi" not in content
    assert content[12:16] == b"VP8 "  # the simple form, which has no room for metadata


def test_text_of_png_is_gone():
    words = PngInfo()
    words.add_text("Author", "Claire")
    original = encoded(picture(), "PNG", pnginfo=words)
    assert b"Claire" in original
    assert b"Claire" not in clean_photo(upload(original)).read()


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_photo_stands_upright(orientation, corner):
    image = picture(120, 80, fill="white")
    ImageDraw.Draw(image).rectangle((0, 0, 39, 39), fill="blue")
    exif = Image.Exif()
    exif[0x0112] = orientation
    result = cleaned(encoded(image, exif=exif, quality=95))
    assert result.size == ((80, 120) if orientation > 4 else (120, 80))
    spot = tuple(side - 15 if at else 15 for at, side in zip(corner, result.size, strict=True))
    assert is_near(result.getpixel(spot), (0, 0, 255))


def test_wrong_extension_does_not_matter():
    assert clean_photo(upload(encoded(picture(), "PNG"), "vacances.jpg")).name == "photo.webp"


def test_name_of_the_file_is_not_kept():
    assert clean_photo(upload(encoded(picture()), "../../claire à Paris.jpg")).name == "photo.webp"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_of_png_is_read(mode):
    image = Image.new(mode, (40, 30), 0 if mode not in ("LA", "RGBA") else None)
    assert cleaned(encoded(image, "PNG")).mode == "RGB"


def test_sixteen_bits_keep_their_greys():
    image = Image.new("I;16", (40, 30), 0x8000)
    assert is_near(cleaned(encoded(image, "PNG")).getpixel((20, 15)), (128, 128, 128))


def test_printers_colours_become_screen_colours():
    result = cleaned(encoded(Image.new("CMYK", (40, 30), (0, 255, 255, 0))))
    assert result.mode == "RGB"
    red, green, blue = result.getpixel((20, 15))
    assert red > 180 and green < 80 and blue < 80


def test_colour_profile_is_applied_and_gone():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    result = cleaned(encoded(picture(), icc_profile=profile))  # a profile that does not fit its picture
    assert is_near(result.getpixel((40, 30)), (255, 0, 0))
    assert "icc_profile" not in result.info
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert is_near(cleaned(encoded(picture(), icc_profile=srgb)).getpixel((40, 30)), (255, 0, 0))
    assert cleaned(encoded(picture(), icc_profile=b"not a profile")).size == (80, 60)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(mode):
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": 0} if mode == "P" else {}
    assert is_near(cleaned(encoded(image, "PNG", **options)).getpixel((20, 15)), (255, 255, 255))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_an_animation_the_first_picture_stays(kind):
    content = encoded(picture(), kind, save_all=True, append_images=[picture(fill="blue")], duration=100)
    assert Image.open(io.BytesIO(content)).n_frames == 2
    result = cleaned(content)
    assert getattr(result, "n_frames", 1) == 1
    assert is_near(result.getpixel((40, 30)), (255, 0, 0))


def test_two_pictures_of_one_phone_photo_become_one():
    content = encoded(picture(), "MPO", save_all=True, append_images=[picture(fill="blue")])
    assert is_near(cleaned(content).getpixel((40, 30)), (255, 0, 0))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it is enormous, and is."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    body = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_100, 10_000, 14_000])  # past our limit, past Pillow's warning, past its error
def test_bomb_is_refused_before_it_is_decoded(side, monkeypatch):
    def explode(*args):
        raise AssertionError("it was decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", explode)
    content = bomb(side, side)
    assert len(content) < 100_000
    with pytest.raises(PhotoTooLarge):
        clean_photo(upload(content))


def test_heavy_file_is_refused_before_it_is_read():
    class Heavy(ContentFile):
        def read(self, *args):
            raise AssertionError("it was read")

    file = Heavy(b"")
    file.size = MEGABYTES_AT_MOST * 1024 * 1024 + 1
    with pytest.raises(PhotoTooHeavy):
        clean_photo(file)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        encoded(picture(), "GIF"),
        encoded(picture(), "BMP"),
        encoded(picture(), "TIFF"),
        encoded(picture(), "EPS"),
        encoded(picture(), "PDF"),
        encoded(picture(600, 600))[:900],
        encoded(picture(600, 600), "PNG")[:60],
        encoded(picture(600, 600), "WEBP")[:40],
        encoded(picture(600, 600), "AVIF")[:200],
        encoded(picture(), "JPEG")[:3],
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + bytes(4000),
        b"MZ" + bytes(400),
        b"not a picture at all",
        b"",
    ],
    ids=[
        "svg",
        "gif",
        "bmp",
        "tiff",
        "eps",
        "pdf",
        "half a jpeg",
        "half a png",
        "half a webp",
        "half an avif",
        "magic",
        "png head",
        "zeros",
        "program",
        "words",
        "nothing",
    ],
)
def test_what_is_not_a_photo_is_refused(content):
    with pytest.raises(NotAPhoto):
        clean_photo(upload(content))


def test_damaged_files_never_raise_anything_else():
    original = encoded(picture(64, 64), "PNG")
    for position in range(0, len(original), 3):
        damaged = bytearray(original)
        damaged[position] ^= 0xFF
        try:
            clean_photo(upload(bytes(damaged)))
        except UnusablePhoto as refusal:
            assert str(refusal)


PHOTOS = Path(__file__).parents[1] / "data" / "photos"


def located() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (48.0, 51.0, 44.0)
    return exif


def spoken() -> PngInfo:
    words = PngInfo()
    words.add_itxt("XML:com.adobe.xmp", "<x>SECRET place</x>")
    words.add_text("Comment", "SECRET words" * 1000, zip=True)
    return words


def animated(kind: str) -> bytes:
    return encoded(picture(), kind, save_all=True, append_images=[picture(fill="blue")] * 3, duration=50)


def with_dimensions(content: bytes, width: int, height: int) -> bytes:
    """The same PNG, whose head says another size than its body has."""
    head = b"IHDR" + struct.pack(">II", width, height) + content[24:29]
    return content[:12] + head + struct.pack(">I", zlib.crc32(head)) + content[33:]


PNG = encoded(picture(64, 64), "PNG")
JPEG = encoded(picture(64, 64))
HEIC = (PHOTOS / "iphone.heic").read_bytes()

# Each: what is sent, and the name of the refusal, or "" where it becomes a clean photo.
BAD = {
    "GPS in a JPEG": (encoded(picture(), exif=located(), comment=b"SECRET"), ""),
    "GPS in a PNG": (encoded(picture(), "PNG", exif=located()), ""),
    "GPS in a WebP": (encoded(picture(), "WEBP", exif=located().tobytes(), xmp=b"SECRET"), ""),
    "GPS in an AVIF": (encoded(picture(), "AVIF", exif=located().tobytes()), ""),
    "GPS in a HEIC": (HEIC.replace(b"Appareil de Claire", b"SECRET camera.....", 1), ""),
    "words in a PNG": (encoded(picture(), "PNG", pnginfo=spoken()), ""),
    "JPEG and web page": (JPEG + b"<script>SECRET</script>", ""),
    "JPEG and archive": (JPEG + b"PK\x03\x04SECRET" + bytes(60), ""),
    "PNG and program": (PNG + b"MZSECRET" * 20, ""),
    "PNG with a script in its comment": (encoded(picture(), "PNG", pnginfo=spoken()) + b"<svg onload=SECRET>", ""),
    "animated PNG": (animated("PNG"), ""),
    "animated WebP": (animated("WEBP"), ""),
    "animated AVIF": (animated("AVIF"), ""),
    "animated GIF": (animated("GIF"), "NotAPhoto"),
    "CMYK": (encoded(Image.new("CMYK", (40, 30), (0, 255, 255, 0))), ""),
    "sixteen bits": (encoded(Image.new("I;16", (40, 30), 0x8000), "PNG"), ""),
    "one bit": (encoded(Image.new("1", (40, 30), 1), "PNG"), ""),
    "transparent palette": (encoded(Image.new("P", (40, 30), 0), "PNG", transparency=0), ""),
    "wrong colour profile": (encoded(picture(), icc_profile=b"SECRET" * 50), ""),
    "one pixel": (encoded(picture(1, 1), "PNG"), ""),
    "a thread of 60,000 pixels": (encoded(picture(60_000, 1), "PNG"), ""),
    "huge in a small file": (bomb(10_000, 10_000), "PhotoTooLarge"),
    "huge beyond counting": (with_dimensions(PNG, 2**31 - 1, 2**31 - 1), "PhotoTooLarge"),
    "huge HEIC in a small file": ((PHOTOS / "enormous.heic").read_bytes(), "PhotoTooLarge"),
    "a head that says more than there is": (with_dimensions(PNG, 3000, 3000), "NotAPhoto"),
    "no width": (with_dimensions(PNG, 0, 64), "NotAPhoto"),
    "zero bytes": (b"", "empty"),
    "only zeros": (bytes(5000), "NotAPhoto"),
    "cut JPEG": (encoded(Image.effect_noise((300, 300), 90))[:2000], "NotAPhoto"),
    "cut PNG": (encoded(Image.effect_noise((300, 300), 90), "PNG")[:2000], "NotAPhoto"),
    "cut WebP": (encoded(Image.effect_noise((300, 300), 90).convert("RGB"), "WEBP")[:2000], "NotAPhoto"),
    "cut AVIF": (encoded(Image.effect_noise((300, 300), 90).convert("RGB"), "AVIF")[:2000], "NotAPhoto"),
    "cut HEIC": (HEIC[:-90], "NotAPhoto"),
    "HEIC that is only a head": (HEIC[:60], "NotAPhoto"),
    "film of a phone": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(200), "NotAPhoto"),
    "SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", "NotAPhoto"),
    "SVG that begins like a PNG": (b"\x89PNG\r\n\x1a\n<svg onload='alert(1)'/>", "NotAPhoto"),
    "web page": (b"<!doctype html><script>alert(1)</script>", "NotAPhoto"),
    "PostScript": (encoded(picture(), "EPS"), "NotAPhoto"),
    "PDF": (encoded(picture(), "PDF"), "NotAPhoto"),
    "TIFF": (encoded(picture(), "TIFF"), "NotAPhoto"),
    "icon": (encoded(picture(), "ICO"), "NotAPhoto"),
    "JPEG 2000": (b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(100), "NotAPhoto"),
    "archive": (b"PK\x05\x06" + bytes(18), "NotAPhoto"),
}


@pytest.mark.parametrize("name", ["moi.jpg", "../../moi.svg"])
@pytest.mark.parametrize("kind", BAD)
def test_bad_picture_is_cleaned_or_refused_with_a_sentence(kind, name):
    content, refusal = BAD[kind]
    form = AlbumForm({}, {"photo": upload(content, name)})
    assert [error.code for error in form.errors.as_data().get("photo", [])] == ([refusal] if refusal else [])
    if refusal:
        [sentence] = form.errors["photo"]
        assert sentence[0].isupper() and sentence.endswith((".", "?"))
        return
    photo = form.cleaned_data["photo"]
    clean = photo.read()
    assert photo.name == "photo.webp"
    assert (clean[:4], clean[8:16]) == (b"RIFF", b"WEBPVP8 ")  # the simple form, which has no room for metadata
    assert len(clean) - 8 == struct.unpack("<I", clean[4:8])[0]  # and nothing after it
    for said in (b"SECRET", b"Appareil", b"<script", b"<svg", b"Exif"):
        assert said not in clean
    for square_file in cut_portraits(photo, Focus()).values():
        assert not Image.open(io.BytesIO(square_file)).getexif()


def test_bad_pictures_would_have_told_or_hurt():
    assert len(BAD) >= 30
    told = [content for kind, (content, _refusal) in BAD.items() if kind.startswith("GPS")]
    assert all(b"SECRET" in content for content in told)
    assert len((PHOTOS / "enormous.heic").read_bytes()) < 20_000
    with Image.open(PHOTOS / "enormous.heic") as enormous:
        assert enormous.width * enormous.height > MEGAPIXELS_AT_MOST * 1_000_000


def test_photo_of_an_iphone_stands_upright():
    image = cleaned(HEIC)
    assert (image.format, image.size) == ("WEBP", (48, 64))
    assert is_near(image.getpixel((40, 6)), (0, 0, 255))


class AlbumForm(forms.Form):
    photo = PhotoField(required=False)


def test_field_gives_the_cleaned_photo():
    form = AlbumForm({}, {"photo": upload(encoded(picture(), "PNG"), "x.png")})
    assert form.is_valid()
    assert form.cleaned_data["photo"].name == "photo.webp"


def test_field_keeps_or_takes_away_the_photo_that_is_there():
    assert not AlbumForm({}, {}).fields["photo"].clean(None, None)
    assert AlbumForm().fields["photo"].clean(None, "members/old.webp") == "members/old.webp"
    assert AlbumForm().fields["photo"].clean(False, "members/old.webp") is False


@pytest.mark.parametrize(
    ("content", "code"), [(SVG, "NotAPhoto"), (bomb(7_100, 7_100), "PhotoTooLarge"), (b"", "empty")]
)
def test_field_says_what_is_wrong_beside_itself(content, code):
    form = AlbumForm({}, {"photo": upload(content, "moi.png")})
    assert not form.is_valid()
    assert [error.code for error in form.errors.as_data()["photo"]] == [code]


def test_field_asks_for_the_kinds_that_can_be_read():
    assert 'accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"' in str(AlbumForm()["photo"])


@pytest.mark.django_db(transaction=True)
def test_file_goes_when_the_change_is_committed_and_not_before(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    member = make_member()
    member.photo.save("x.webp", ContentFile(b"x"))
    name = member.photo.name
    with pytest.raises(RuntimeError), transaction.atomic():
        discard(member.photo)
        raise RuntimeError
    assert default_storage.exists(name)
    with transaction.atomic():
        discard(member.photo)
        assert default_storage.exists(name)
    assert not default_storage.exists(name)
    discard(make_member().photo)


def hung(tmp_path, size: tuple[int, int] = (2000, 1000)) -> FieldFile:
    """A photo in the storage, as a row names it."""
    name = default_storage.save("venues/x.webp", clean_photo(upload(encoded(picture(*size)))))
    return FieldFile(Member(), Member._meta.get_field("photo"), name)


def test_photo_lies_beside_its_avif_in_each_size_and_is_not_made_larger(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    lay_avif_beside(hung(tmp_path, (1200, 600)))
    sizes = {}
    for file in (tmp_path / "venues").iterdir():
        with Image.open(file) as drawn:
            sizes[file.name] = (drawn.format, drawn.size)
    assert sizes == {
        "x.webp": ("WEBP", (1200, 600)),
        "x-640.avif": ("AVIF", (640, 320)),
        "x-1120.avif": ("AVIF", (1120, 560)),
        "x-1600.avif": ("AVIF", (1200, 600)),
    }
    assert {drawn_from(f"venues/{name}") for name in sizes} == {"venues/x.webp"}


def test_photo_that_goes_while_its_avif_is_drawn_leaves_none(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    photo = hung(tmp_path)
    keep = FileSystemStorage.save

    def keep_while_it_goes(storage, name, content, **options):
        if photo.name:
            for file in with_avif(photo.name):
                storage.delete(file)
        return keep(storage, name, content, **options)

    monkeypatch.setattr(FileSystemStorage, "save", keep_while_it_goes)
    for _now_and_once_it_is_gone in range(2):
        with pytest.raises(FileNotFoundError):
            lay_avif_beside(photo)
    assert list((tmp_path / "venues").iterdir()) == []


@pytest.mark.django_db
def test_person_without_a_photo_has_a_monogram_of_their_own_colour():
    member = make_member("Inès <Caballero>", handle="ines")
    drawn = render_to_string("components/_portrait.html", {"member": member})
    assert ">I&lt;<" not in drawn and "style=" not in drawn
    assert drawn == render_to_string("components/_portrait.html", {"member": member})
    assert 'class="portrait tone-' in drawn
