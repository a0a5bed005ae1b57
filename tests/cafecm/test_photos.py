"""The address of uploaded photos."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


@pytest.fixture
def photo(settings, tmp_path) -> str:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "secret.webp").write_bytes(b"secret")
    (tmp_path / "media" / "members").mkdir(parents=True)
    (tmp_path / "media" / "members" / "page.html").write_bytes(b"<script>")
    return default_storage.save("members/abc.webp", ContentFile(b"RIFF"))


def test_photo_is_served_as_a_photo_and_nothing_else(client, photo):
    response = client.get(f"/media/{photo}")
    assert (response.status_code, response.content) == (200, b"RIFF")
    wanted = {
        "Content-Type": "image/webp",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=31536000, immutable",
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    assert {name: response[name] for name in wanted} == wanted


def test_photo_that_is_known_is_not_sent_again(client, photo):
    seen = client.get(f"/media/{photo}")["Last-Modified"]
    response = client.get(f"/media/{photo}", headers={"If-Modified-Since": seen})
    assert (response.status_code, response.content) == (304, b"")


def test_photo_that_was_taken_away_is_gone_for_those_who_know_it_too(client, photo):
    seen = client.get(f"/media/{photo}")["Last-Modified"]
    default_storage.delete(photo)
    assert client.get(f"/media/{photo}", headers={"If-Modified-Since": seen}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "members/other.webp",
        "members/page.html",
        "members/",
        "",
        "../secret.webp",
        "members/../../secret.webp",
        "..%2fsecret.webp",
        "%2e%2e/secret.webp",
        "/etc/passwd",
        "//etc/x.webp",
        "members/abc.webp%00.webp",
        "members\\abc.webp",
        "members/" + "a" * 300 + ".webp",
        "a/b/c/d/e/f.webp",
    ],
)
def test_nothing_else_is_served(client, photo, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_photos_are_only_read(client, photo):
    assert client.head(f"/media/{photo}").status_code == 200
    assert client.post(f"/media/{photo}").status_code == 405
