"""The door on a phone: search, tap, undo, walk in, scan; with a bad connection, with none, and without JavaScript."""

import datetime
import json

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Edition
from tests.factories import make_edition, make_member, make_series

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])
HOUR = datetime.timedelta(hours=1)

# A camera that films nothing, and a detector that reads what the test holds before it.
CAMERA = """
    navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
    globalThis.BarcodeDetector = class {
        static async getSupportedFormats() { return ["qr_code"]; }
        async detect() { return globalThis.held ? [{ rawValue: globalThis.held }] : []; }
    };
"""


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def edition(organizer):
    """An evening that begins in an hour: Ada with three guests, Bob and Élodie have places, Dan waits."""
    series = make_series(organizers=[organizer], guests_at_most=3)
    edition = make_edition(series, starts_at=timezone.now() + 30 * HOUR, capacity=6)
    edition.rsvp(
        make_member("Ada Lovelace", organisation="Datadog", visibility="members"), guests=3, guest_names=["Max"]
    )
    for name in ("Bob Morane", "Élodie Œuvrard", "Dan"):
        edition.rsvp(make_member(name))
    starts_at = timezone.now() + HOUR
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + 2 * HOUR)
    edition.refresh_from_db()
    return edition


@pytest.fixture
def at_the_door(read, organizer, edition, live_server):
    """Opens one more phone on the list of the evening."""

    def open_one(**options):
        client = Client()
        client.force_login(organizer)
        reader = read(**options)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        reader.page.goto(f"/en/organize/{edition.slug}/door/")
        return reader

    return open_one


def party(page, name):
    return page.locator("[data-party]", has_text=name)


def room(page) -> str:
    return page.locator("[data-room]").inner_text()


def arrivals(edition) -> dict[str, int]:
    return dict(edition.rsvps.filter(arrived__gt=0).order_by("position").values_list("member__name", "arrived"))


def kept(page) -> list[str]:
    """The lines that this phone has not sent yet."""
    return [line for acts in page.evaluate("Object.values({...localStorage})") for line in json.loads(acts)]


def settle(page) -> None:
    """Waits until all that was tapped is sent."""
    for _moment in range(100):
        if not kept(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError(kept(page))


@BROWSERS
def test_search_check_in_and_undo(at_the_door, edition, options):
    reader = at_the_door(**options)
    page = reader.page
    page.locator("#q").fill("oeuv")
    if options:
        page.get_by_role("button", name="Search").click()
    expect(page.locator("[data-party]:visible")).to_have_count(1)
    party(page, "Élodie").get_by_role("button", name="Check in").click()
    expect(page.locator("[data-room]")).to_have_text("1")
    assert party(page, "Élodie").get_by_text("here").is_visible()
    expect(page.locator("[data-party]:visible")).to_have_count(1)  # the search is kept
    party(page, "Élodie").get_by_role("button", name="Undo").click()
    expect(page.locator("[data-room]")).to_have_text("0")
    expect(party(page, "Élodie").get_by_role("button", name="Check in")).to_be_visible()
    settle(page)
    assert edition.people_in_the_room == 0
    assert reader.problems == []


@BROWSERS
def test_whole_party_comes_with_one_tap_and_fewer_with_three(at_the_door, edition, options):
    page = at_the_door(**options).page
    ada = party(page, "Ada")
    ada.get_by_role("button", name="Check in 4").click()
    expect(page.locator("[data-room]")).to_have_text("4")
    ada.get_by_text("Another number").click()
    ada.get_by_role("button", name="2 of 4, Ada Lovelace").click()
    expect(page.locator("[data-room]")).to_have_text("2")
    assert ada.get_by_text("2/4").is_visible()
    settle(page)
    assert arrivals(edition) == {"Ada Lovelace": 2}


@BROWSERS
def test_who_waits_is_let_in(at_the_door, edition, options):
    page = at_the_door(**options).page
    party(page, "Dan").get_by_role("button", name="Check in").click()
    expect(page.locator("[data-room]")).to_have_text("1")
    settle(page)
    assert arrivals(edition) == {"Dan": 1}


@BROWSERS
def test_walk_in_is_added_and_undone(at_the_door, edition, options):
    reader = at_the_door(**options)
    page = reader.page
    page.get_by_text("Add someone without an RSVP").click()
    page.get_by_label("Name", exact=True).fill("Zoé <b>")
    page.get_by_label("People").fill("2")
    page.locator("[data-walk-in-form] button").click()
    expect(page.locator("[data-room]")).to_have_text("2")
    line = page.locator("[data-walk-ins] li")
    assert line.locator(".party-name").inner_text() == "Zoé <b>"
    settle(page)
    assert list(edition.walk_ins.values_list("name", "people")) == [("Zoé <b>", 2)]
    line.get_by_role("button", name="Undo Zoé").click()
    expect(page.locator("[data-room]")).to_have_text("0")
    settle(page)
    assert not edition.walk_ins.exists()
    assert reader.problems == []


def test_taps_without_a_connection_are_shown_kept_and_sent_when_it_is_back(at_the_door, edition):
    reader = at_the_door()
    page = reader.page
    reader.context.set_offline(True)
    party(page, "Bob").get_by_role("button", name="Check in").click()
    party(page, "Élodie").get_by_role("button", name="Check in").click()
    party(page, "Élodie").get_by_role("button", name="Undo").click()
    party(page, "Ada").get_by_role("button", name="Check in 4").click()
    page.get_by_text("Add someone without an RSVP").click()
    page.get_by_label("Name", exact=True).fill("Zoé")
    page.locator("[data-walk-in-form] button").click()
    assert room(page) == "6"
    expect(page.get_by_role("status").filter(has_text="Not sent yet: 4")).to_be_visible()
    expect(page.locator("[data-unsent]:visible")).to_have_count(4)
    assert len(kept(page)) == 4
    assert edition.people_in_the_room == 0
    reader.context.set_offline(False)
    settle(page)
    expect(page.locator("[data-unsent-status]")).to_be_hidden()
    expect(page.locator("[data-unsent]:visible")).to_have_count(0)
    assert room(page) == "6"
    assert arrivals(edition) == {"Ada Lovelace": 4, "Bob Morane": 1}
    assert list(edition.walk_ins.values_list("name", flat=True)) == ["Zoé"]


def test_taps_outlive_the_page(at_the_door, edition):
    reader = at_the_door()
    address = reader.page.url
    reader.context.set_offline(True)
    party(reader.page, "Bob").get_by_role("button", name="Check in").click()
    expect(reader.page.locator("[data-unsent-status]")).to_be_visible()
    reader.page.close()
    assert edition.people_in_the_room == 0
    reader.context.set_offline(False)
    page = reader.context.new_page()
    page.goto(address)
    expect(party(page, "Bob").get_by_role("button", name="Undo")).to_be_visible()
    expect(page.locator("[data-unsent-status]")).to_be_hidden()
    settle(page)
    assert arrivals(edition) == {"Bob Morane": 1}


def test_answer_that_is_lost_on_the_way_doubles_nobody(at_the_door, edition):
    page = at_the_door().page
    lost = []

    def lose(route):
        """The site does what it is asked, and the phone never hears of it."""
        if len(lost) < 2:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/door/walk-in/", lose)
    page.get_by_text("Add someone without an RSVP").click()
    page.get_by_label("Name", exact=True).fill("Zoé")
    page.locator("[data-walk-in-form] button").click()
    settle(page)
    assert lost == [200, 200]
    assert (edition.walk_ins.count(), room(page)) == (1, "1")


def test_site_that_is_down_or_signs_out_loses_no_tap(at_the_door, edition):
    reader = at_the_door()
    page = reader.page
    page.route("**/door/*/", lambda route: route.fulfill(status=500))
    party(page, "Bob").get_by_role("button", name="Check in").click()
    expect(page.get_by_role("status").filter(has_text="Not sent yet: 1")).to_be_visible()
    page.unroute("**/door/*/")
    cookies = reader.context.cookies()
    reader.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    expect(page.get_by_text("The site does not take what this phone sends")).to_be_visible(timeout=10_000)
    assert len(kept(page)) == 1
    reader.context.add_cookies(cookies)
    page.get_by_role("link", name="Load the page again").click()
    settle(page)
    assert arrivals(edition) == {"Bob Morane": 1}


def test_two_phones_see_each_other_after_each_tap(at_the_door, edition):
    one, two = at_the_door().page, at_the_door().page
    party(one, "Bob").get_by_role("button", name="Check in").click()
    expect(party(one, "Bob").get_by_role("button", name="Undo")).to_be_visible()
    settle(one)
    party(two, "Dan").get_by_role("button", name="Check in").click()
    settle(two)
    expect(two.locator("[data-room]")).to_have_text("2")
    expect(party(two, "Bob").get_by_role("button", name="Undo")).to_be_visible()
    assert arrivals(edition) == {"Bob Morane": 1, "Dan": 1}


@pytest.mark.looks
def test_tap_moves_the_focus_to_the_button_that_undoes_it(at_the_door):
    page = at_the_door().page
    page.locator("#q").fill("bob")
    party(page, "Bob").get_by_role("button", name="Check in").press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Undo")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Check in")


@pytest.mark.looks
def test_nobody_of_that_name_is_said(at_the_door):
    page = at_the_door().page
    page.locator("#q").fill("nobody")
    expect(page.get_by_text("Nobody of this name has a place or waits.")).to_be_visible()
    page.locator("#q").fill("")
    expect(page.get_by_text("Nobody of this name has a place or waits.")).to_be_hidden()


@pytest.mark.looks
def test_camera_finds_the_line_of_a_code_and_refuses_what_is_none_of_this_cafe(at_the_door, read, edition, organizer):
    reader = at_the_door()
    page = reader.page
    assert page.locator("[data-scanner]").is_hidden()  # this browser cannot read codes
    page.add_init_script(CAMERA)
    page.reload()
    page.get_by_role("button", name="Read QR codes with the camera").click()
    other = make_edition(edition.series, starts_at=timezone.now() + 40 * HOUR).rsvp(make_member("Eve"))
    mine = edition.rsvps.get(member__name="Bob Morane")
    path = f"/organize/{edition.slug}/door/scan/{mine.token('door')}/"
    strange = [
        "WIFI:S:cafe;;",
        f"https://example.org{path}",
        settings.SITE_URL + other.door_path,
        f"{settings.SITE_URL}{edition.get_absolute_url()}",
        f"javascript:alert(1)//{path}",
    ]
    for text in strange:
        page.evaluate("text => { held = text; }", text)
        expect(page.get_by_text("This is not a code of this café.")).to_be_visible()
        assert page.url.endswith("/door/")
        page.evaluate("held = ''; document.querySelectorAll('[data-says]').forEach((p) => { p.hidden = true; })")
    for prefix in ("", "/en"):
        page.evaluate("text => { held = text; }", f"{settings.SITE_URL}{prefix}{path}")
        expect(page.get_by_text("Found: Bob Morane")).to_be_visible()
    expect(page.locator("[data-party]:visible")).to_have_count(1)
    assert edition.people_in_the_room == 0  # reading a code checks nobody in: the tap does
    page.keyboard.press("Enter")
    expect(page.locator("[data-room]")).to_have_text("1")
    page.get_by_role("button", name="Stop the camera").click()
    assert page.locator("video").is_hidden()
    assert reader.problems == []


def test_code_of_somebody_who_joined_since_opens_their_page_and_comes_back(at_the_door, edition):
    page = at_the_door().page
    page.add_init_script(CAMERA)
    page.reload()
    late = edition.rsvp(make_member("Fay"))
    page.get_by_role("button", name="Read QR codes with the camera").click()
    page.evaluate("text => { held = text; }", settings.SITE_URL + late.door_path)
    page.get_by_role("button", name="Check in Fay").click()
    page.wait_for_url("**/door/")
    assert page.get_by_text("Fay is in the room.").is_visible()
    assert arrivals(edition) == {"Fay": 1}


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_list_door_and_code_are_accessible_and_fit_a_phone(at_the_door, edition, scheme, prefix):
    long = edition.rsvp(make_member("François-Xavier de La Tour du Pin-Verclause", organisation="Ministère " * 7))
    edition.change(capacity=1)
    ada = edition.rsvps.get(member__name="Ada Lovelace")
    edition.check_in(ada, people=2)
    edition.welcome_walk_in("Zoé")
    reader = at_the_door(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page = reader.page
    page.add_init_script(CAMERA)
    found = {}
    pages = ["people/", "door/", f"door/scan/{ada.token('door')}/", f"door/scan/{long.token('door')}/"]
    for name in pages:
        page.goto(f"{prefix}/organize/{edition.slug}/{name}")
        found[name] = (reader.axe(), reader.scrolls_sideways())
    page.goto(f"{prefix}/organize/{edition.slug}/door/")
    page.locator(".party-sizes summary").first.click()
    page.locator("details.panel summary").click()
    page.locator("[data-start]").click()
    reader.context.set_offline(True)
    party(page, "Bob").locator("button[data-when=out]").click()
    expect(page.locator("[data-unsent-status]")).to_be_visible()
    reader.context.set_offline(False)
    found["in use"] = (reader.axe(), reader.scrolls_sideways())
    assert {name: what for name, what in found.items() if what != ([], False)} == {}
