"""The places and the desk's page of one, as people use them: on a phone, with and without JavaScript."""

import io

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

from tests.factories import make_edition, make_member, make_series, make_venue
from venues.models import Venue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def at_the_desk(read, live_server):
    """Opens a browser in which an organizer is signed in already."""
    organizer = make_member("Odile")
    make_series(organizers=[organizer])

    def open_one(**options):
        client = Client()
        client.force_login(organizer)
        reader = read(**options)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return reader

    return open_one


def photo(colour: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(content, "JPEG")
    return content.getvalue()


def upload(number: int) -> dict[str, object]:
    return {"name": f"IMG_{number}.jpg", "mimeType": "image/jpeg", "buffer": photo(["red", "green", "blue"][number])}


@BROWSERS
def test_venue_is_added_with_a_position_and_photos_from_a_phone(at_the_desk, options):
    reader = at_the_desk(viewport={"width": 320, "height": 640}, **options)
    page = reader.page
    page.goto("/venues/")
    page.get_by_role("link", name="Ajouter un lieu").click()
    page.get_by_label("Nom", exact=True).fill("Le Lieu unique")
    page.get_by_label("Capacité").fill("50")
    picture = page.locator("input[type=image]")
    picture.click(position={"x": 200, "y": 100})
    page.locator("#id_window[value^='48.']").wait_for(state="attached")
    first = page.get_by_label("Position").input_value()
    assert first.startswith("48.8")
    picture.click(position={"x": 148, "y": 148})
    second = page.get_by_label("Position").input_value()
    assert [round(float(number), 2) for number in second.split(", ")] == [
        round(float(number), 2) for number in first.split(", ")
    ]
    assert page.get_by_label("Nom", exact=True).input_value() == "Le Lieu unique"
    if options:  # pointing loaded the page anew
        assert not Venue.objects.exists()
    page.get_by_role("group", name="Ascenseur").get_by_label("oui").check()
    page.get_by_label("Ajouter des photos").set_input_files([upload(0), upload(1)])
    page.get_by_role("button", name="Enregistrer").last.click()
    page.get_by_text("Dites en quelques mots").wait_for()
    venue = Venue.objects.get()
    assert (venue.capacity, venue.has_lift, venue.photos.count()) == (50, True, 2)
    assert str(venue.position) == second
    page.get_by_label("Ce que montre la photo").first.fill("La cour")
    page.get_by_role("button", name="Enregistrer").last.click()
    page.get_by_role("heading", name="Le Lieu unique", level=1).wait_for()
    assert page.get_by_role("img", name="La cour").count() == 1
    assert not reader.scrolls_sideways()
    assert reader.problems == []


def noisy_photo(strength: int) -> bytes:
    """A photo that compresses as badly as it can."""
    content = io.BytesIO()
    Image.effect_noise((2400, 1800), strength).convert("RGB").save(content, "JPEG", quality=95)
    return content.getvalue()


@pytest.mark.looks
def test_photos_of_a_phone_travel_light(at_the_desk):
    """Each of these weighs so much that a few would be more than the house listens to."""
    make_venue("Datadog")
    photos = [noisy_photo(strength) for strength in range(120, 127)]  # the very same one would hang once
    assert min(map(len, photos)) > 2_500_000
    reader = at_the_desk()
    page = reader.page
    sent = []
    page.on("request", lambda request: sent.append(len(request.post_data_buffer or b"")))
    page.goto("/organize/venues/datadog/")
    heavy = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": photo} for n, photo in enumerate(photos)]
    page.get_by_label("Ajouter des photos").set_input_files(heavy)
    page.get_by_role("button", name="Enregistrer").last.click()
    page.get_by_text("Dites en quelques mots").wait_for(timeout=60_000)  # nothing but noise is slow to draw
    assert Venue.objects.get().photos.count() == 7
    assert max(sent) < 16 * 1024 * 1024 < sum(map(len, photos))
    assert reader.problems == []


@pytest.mark.looks
def test_main_colour_of_a_photo_stands_for_it_until_it_has_come(read):
    venue = make_venue("Datadog")
    make_edition(venue=venue)
    venue.photos.create(image="venues/late.webp", position=1, ground="#8a432e")
    page = read().page
    page.goto("/venues/datadog/")
    ground = page.evaluate("getComputedStyle(document.querySelector('picture img')).backgroundColor")
    assert ground == "rgb(138, 67, 46)"


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_the_desk_on_a_venue_are_readable_by_everybody(at_the_desk, scheme):
    venue = make_venue("Datadog", latitude=48.8566, longitude=2.3522, has_lift=True, capacity=80)
    make_venue("La maison du chien", capacity=60, notes="Clé chez le gardien")
    venue.photos.create(image="venues/missing.webp", alt="La cour", position=1)
    reader = at_the_desk(color_scheme=scheme, viewport={"width": 320, "height": 640})
    for path in (
        "/organize/new-venue/",
        "/organize/venues/datadog/",
        "/organize/venues/datadog/merge/",
        "/organize/venues/datadog/merge/?other=la-maison-du-chien&keep=this",
    ):
        reader.page.goto(path)
        assert reader.axe() == []
        assert not reader.scrolls_sideways()


@BROWSERS
def test_places_are_filtered_by_several_access_facts_and_found_on_the_map(read, options):
    series = make_series()
    for name, latitude, longitude, facts in [
        ("Bar", 48.8800, 2.3300, {"has_lift": True, "has_step_free_route": True}),
        ("Cave", 48.8400, 2.3700, {"has_lift": True}),
        ("Voisin", 48.8801, 2.3301, {"has_lift": True, "has_step_free_route": True}),
        ("Loin", 48.8600, 2.4000, {}),
    ]:
        make_edition(series, venue=make_venue(name, latitude=latitude, longitude=longitude, **facts))
    reader = read(**options)
    page = reader.page
    page.goto("/venues/")
    assert page.locator(".place-name").all_inner_texts() == ["1 Bar", "2 Cave", "3 Loin", "4 Voisin"]
    page.get_by_text("Accès", exact=True).click()
    page.get_by_label("Ascenseur").check()
    page.get_by_label("Accès sans marche").check()
    page.get_by_role("button", name="Trouver").click()
    page.wait_for_url("**access=lift**")
    assert page.locator(".place-name").all_inner_texts() == ["1 Bar", "2 Voisin"]
    assert page.get_by_label("Ascenseur").is_checked()
    # The two stand so near each other that they are one pile, which opens their part of the map.
    page.get_by_role("link", name="2 lieux tout proches").press("Enter")
    page.wait_for_url("**area=**")
    page.get_by_role("link", name="2. Voisin").press("Enter")
    page.wait_for_url("**/venues/voisin/")
    assert reader.problems == []


@pytest.mark.looks
def test_every_place_is_reached_on_the_map_by_keyboard(read):
    make_edition(make_series(), venue=make_venue("Bar", latitude=48.8566, longitude=2.3522))
    reader = read()
    reader.page.goto("/venues/")
    for _press in range(40):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("document.activeElement.getAttribute('class') || ''").startswith("map-cup"):
            break
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/venues/bar/")


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_places_and_their_map_are_readable_by_everybody(read, scheme, width):
    series = make_series()
    for number in range(5):
        venue = make_venue(
            f"Un lieu au nom assez long {number}",
            latitude=48.84 + number / 100,
            longitude=2.33 + number / 70,
            has_lift=bool(number % 2),
            host="Une maison",
        )
        make_edition(series, venue=venue)
    reader = read(color_scheme=scheme, viewport={"width": width, "height": 800})
    for path in ("/venues/", "/venues/?access=lift", "/venues/un-lieu-au-nom-assez-long-1/"):
        reader.page.goto(path)
        assert reader.axe() == []
        assert not reader.scrolls_sideways()
    assert reader.problems == []
