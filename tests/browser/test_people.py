"""Profiles, the directory and one's own data, in a browser, with and without JavaScript."""

import io
import re
import zipfile

import pytest
from PIL import Image

from members.models import Member
from tests.factories import make_edition, make_member, make_specialty

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["javascript", "no javascript"])
PHONE = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def photo() -> dict:
    """A wide picture: red on the left, blue on the right."""
    image = Image.new("RGB", (900, 300), "red")
    image.paste("blue", (600, 0, 900, 300))
    content = io.BytesIO()
    image.save(content, "PNG")
    return {"name": "moi.png", "mimeType": "image/png", "buffer": content.getvalue()}


def sign_in(page, post_office, address):
    page.goto("/accounts/login/")
    page.get_by_label("Adresse e-mail").fill(address)
    page.locator("main form button").first.click()
    codes = [found.group() for mail in post_office() if (found := re.search(r"\b\d{6}\b", mail.body))]
    page.locator("input[name=code]").fill(codes[-1])
    page.locator("main form button").first.click()


@BROWSERS
def test_profile_is_filled_in_with_a_photo_and_found_in_the_directory(read, post_office, options):
    ada = make_member("Ada", email="ada@example.org")
    make_specialty("moderation")
    reader = read(**PHONE, **options)
    page = reader.page
    sign_in(page, post_office, "ada@example.org")
    page.goto("/members/me/profile/")
    page.get_by_label("En une ligne").fill("Les moteurs, et qui s’en sert")
    assert not page.locator(".focus").is_visible()
    page.locator("input[name=photo]").set_input_files(photo())
    if options:
        assert not page.locator(".focus").is_visible()
        page.get_by_role("button", name="Enregistrer").click()
        page.locator('input[name=focus][value="85,50"]').check()
    else:
        canvas = page.locator("canvas")
        canvas.wait_for()
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=4)
        page.mouse.up()
    page.get_by_label("Je peux aider sur").fill("Chartes de modération\nPremiers pas")
    page.locator("summary").first.click()
    page.get_by_label("Ville").fill("Évry")
    page.get_by_label("tout le monde").first.check()
    page.get_by_label("Me faire figurer dans l’annuaire").check()
    page.get_by_role("button", name="Enregistrer").click()
    ada = Member.objects.get(pk=ada.pk)
    assert (ada.can_help_with, ada.city, ada.is_listed) == (["Chartes de modération", "Premiers pas"], "Évry", True)
    assert ada.focus_x >= 85
    with ada.photo.storage.open(ada.portrait_names[-1]) as file, Image.open(file) as square:
        red, _green, blue = square.convert("RGB").getpixel((square.width // 2, square.height // 2))
        assert (red < 60, blue > 190) == (True, True)
    page.goto("/members/?helps=moderation&city=evry")
    page.get_by_role("link", name="Ada", exact=True).click()
    assert page.url.endswith(ada.get_absolute_url())
    page.goto("/members/?helps=couture")
    assert page.get_by_role("link", name="Ada", exact=True).count() == 0
    assert reader.problems == []


@BROWSERS
def test_member_takes_everything_along_and_leaves(read, post_office, options):
    ada = make_member("Ada", email="ada@example.org")
    make_edition().rsvp(ada)
    reader = read(**PHONE, **options)
    page = reader.page
    sign_in(page, post_office, "ada@example.org")
    page.goto("/members/me/data/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger l’archive").click()
    assert "me.json" in zipfile.ZipFile(download.value.path()).namelist()
    page.get_by_role("link", name="Effacer mon compte").click()
    page.get_by_role("button", name="Tout effacer maintenant").click()
    assert Member.objects.filter(pk=ada.pk).exists()
    page.get_by_label("Oui, effacer tout ce qui me concerne").check()
    page.get_by_role("button", name="Tout effacer maintenant").click()
    assert "Tout ce qui vous concernait est effacé." in page.locator("main").inner_text()
    assert not Member.objects.filter(pk=ada.pk).exists()
    assert reader.problems == []


@BROWSERS
def test_members_write_to_each_other(read, post_office, options):
    make_member("Bob", email="bob@example.org", handle="bob", visibility="members")
    make_member("Ada", email="ada@example.org")
    reader = read(**PHONE, **options)
    page = reader.page
    sign_in(page, post_office, "ada@example.org")
    page.goto("/members/bob/")
    page.get_by_role("link", name="Écrire à Bob").click()
    page.get_by_label("Votre lettre").fill("Bonjour Bob")
    page.get_by_role("button", name="Envoyer ma lettre").click()
    assert "Votre lettre à Bob est en route." in page.locator("main").inner_text()
    assert post_office()[-1].to == ["bob@example.org"]
    assert reader.problems == []


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_people_are_accessible_and_fit_a_small_phone(read, post_office, scheme):
    trade = make_specialty("moderation")
    ada = make_member(
        "François-Xavier de La Tour du Pin-Verclause",
        email="ada@example.org",
        visibility="public",
        is_listed=True,
        organisation="Ministère " * 7,
        city="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
        can_help_with=["Chartes de modération"] * 3,
        links=["https://example.org/" + "a-long-address/" * 8],
    )
    ada.practise([trade])
    bob = make_member("Bob", handle="bob", visibility="members", is_listed=True)
    make_edition().rsvp(ada)
    reader = read(**PHONE, color_scheme=scheme)
    page = reader.page
    sign_in(page, post_office, "ada@example.org")
    for address in (
        "/members/",
        "/members/?q=zzz",
        ada.get_absolute_url(),
        bob.get_absolute_url(),
        "/members/me/",
        "/members/me/profile/",
        "/members/me/data/",
        "/members/me/data/erase/",
        "/members/me/blocked/",
        "/members/me/prove/",
        "/members/bob/write/",
        "/members/bob/trouble/",
    ):
        page.goto(address)
        for folded in page.locator("details:not([open]) > summary").all():
            folded.click()
        assert (address, reader.axe(), reader.scrolls_sideways()) == (address, [], False)
    assert reader.problems == []
