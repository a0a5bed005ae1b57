"""The recap as people make and read it, on a phone, with and without JavaScript."""

import datetime
import io

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from events.models import Comment, Edition
from members.images import clean_photo
from tests.factories import fill, make_edition, make_member, make_series, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def odile():
    return make_member("Odile")


@pytest.fixture
def evening(odile):
    """An evening that was, with people enough to be counted, Ada among them."""
    edition = make_edition(make_series(organizers=[odile]), venue=make_venue("La Halle"))
    edition.rsvp(make_member("Ada", visibility="public"))
    fill(edition, 5)
    Edition.objects.update(starts_at=timezone.now() - DAY, ends_at=timezone.now() - DAY / 2)
    return Edition.objects.get()


@pytest.fixture
def signed_in(read, live_server):
    """Opens a browser in which this member is signed in already."""

    def open_one(member, **options):
        client = Client()
        client.force_login(member)
        reader = read(**options)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return reader

    return open_one


def photo(colour: str, size: tuple[int, int] = (2400, 1600)) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, "JPEG")
    return content.getvalue()


def upload(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


@BROWSERS
def test_three_photos_come_in_at_once_are_described_put_in_order_and_published(
    signed_in, read, odile, evening, options
):
    reader = signed_in(odile, **options)
    page = reader.page
    page.goto(f"/organize/{evening.slug}/recap/")
    page.get_by_role("link", name="Ajouter des photos").click()
    chosen = [
        upload("1.jpg", photo("red")),
        upload("notes.jpg", b"no photo at all"),
        upload("2.jpg", photo("green", (1200, 1800))),
        upload("3.jpg", photo("blue")),
    ]
    page.get_by_label("Ajouter des photos").set_input_files(chosen)
    page.get_by_role("button", name="Les ajouter").click()
    page.get_by_text("3 photos sont là").wait_for()
    assert page.get_by_text("notes.jpg").count() == 1
    assert [(each.width, each.height) for each in evening.photos.all()] == [(1600, 1067), (1067, 1600), (1600, 1067)]
    described = page.get_by_label("Ce que montre la photo")
    for number, words in enumerate(["Un mur rouge", "Un pré", "La mer"]):
        described.nth(number).fill(words)
        page.get_by_label("Les personnes reconnaissables").nth(number).check()
    page.get_by_role("button", name="Photo 3\u202f: avancer d’une place").click()  # it saves, too
    page.locator(".photo-desk").wait_for()
    assert [described.nth(number).input_value() for number in range(3)] == ["Un mur rouge", "La mer", "Un pré"]
    assert options or reader.axe() == []
    assert not reader.scrolls_sideways()
    page.get_by_role("link", name="Le compte rendu").first.click()
    page.get_by_label("Ce qui s’est passé ce soir-là").fill("Une belle soirée.")
    page.get_by_label("À lire ensuite").fill("Les consignes https://example.org/a")
    page.get_by_label("Un mot de merci").fill("Pour le thé.")
    assert options or reader.axe() == []
    page.get_by_role("button", name="Publier le compte rendu").click()
    page.wait_for_url(f"**{evening.get_absolute_url()}#recap")
    visitor = read(**options)
    visitor.page.goto(evening.get_absolute_url())
    pictures = visitor.page.locator(".recap-photos img")
    assert [picture.get_attribute("alt") for picture in pictures.all()] == ["Un mur rouge", "La mer", "Un pré"]
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
    visitor.page.wait_for_function("[...document.querySelectorAll('.recap-photos img')].every(one => one.naturalWidth)")
    assert not visitor.scrolls_sideways()
    assert (reader.problems, visitor.problems) == ([], [])


@BROWSERS
def test_somebody_on_a_photo_takes_it_down_and_the_next_reader_does_not_see_it(read, odile, evening, options):
    [one], _room = evening.hang_photos([clean_photo(ContentFile(photo("red")))])
    one.describe(caption="Au fond", alt="Des gens", is_agreed=True, by=odile)
    evening.write_recap("Des notes.", is_published=True)
    reader = read(**options)
    page = reader.page
    page.goto(evening.get_absolute_url())
    page.get_by_role("link", name="J’y suis, retirez-la").click()
    page.get_by_label("Un mot pour l’équipe").fill("À gauche")
    assert options or reader.axe() == []
    assert not reader.scrolls_sideways()
    page.get_by_role("button", name="La retirer").click()
    page.get_by_text("La photo n’est plus visible").wait_for()
    assert page.locator(".recap-photos").count() == 0
    assert reader.problems == []


@BROWSERS
def test_comment_of_somebody_who_was_there_is_let_through_on_the_page(signed_in, read, odile, evening, options):
    ada = evening.rsvps.order_by("position").first().member
    theirs = signed_in(ada, **options)
    theirs.page.goto(evening.get_absolute_url())
    theirs.page.get_by_label("Vous y étiez").fill("Je reviens.")
    theirs.page.get_by_role("button", name="Le dire").click()
    theirs.page.get_by_text("En attente de relecture").wait_for()
    reader = signed_in(odile, **options)
    reader.page.goto(evening.get_absolute_url())
    reader.page.get_by_role("button", name="Le publier", exact=True).click()
    reader.page.get_by_text("Tout le monde peut le lire").wait_for()
    assert Comment.objects.get().is_shown
    visitor = read(**options)
    visitor.page.goto(evening.get_absolute_url())
    assert visitor.page.locator(".comment").inner_text().split("\n")[0] == "Je reviens."
    assert (theirs.problems, reader.problems, visitor.problems) == ([], [], [])


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_recap_is_readable_by_everybody(signed_in, odile, evening, scheme, width):
    photos, _room = evening.hang_photos([clean_photo(ContentFile(photo(each))) for each in ("red", "green", "blue")])
    for each in photos:
        each.describe(caption="Une légende assez longue pour passer à la ligne", alt="Un mur", is_agreed=True, by=odile)
    photos[2].hide("À gauche")
    evening.write_recap(
        "Des **notes**.", links=[["Une page", "https://example.org/"]], thanks="Pour le thé.", is_published=True
    )
    ada = evening.rsvps.order_by("position").first().member
    for text in ("Je reviens.", "Moi aussi."):
        comment = evening.write_comment(ada, text)
    comment.moderate("shown", by=odile, seen=comment.changed_at)
    reader = signed_in(odile, color_scheme=scheme, viewport={"width": width, "height": 800})
    for path in (
        evening.get_absolute_url(),
        f"/organize/{evening.slug}/recap/",
        f"/organize/{evening.slug}/recap/photos/",
        f"{evening.get_absolute_url()}photos/{photos[0].pk}/hide/",
        f"{evening.get_absolute_url()}comments/{comment.pk}/report/",
    ):
        reader.page.goto(path)
        assert reader.axe() == [], path
        assert not reader.scrolls_sideways(), path
    assert reader.problems == []
