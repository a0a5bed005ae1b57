"""The organizers' desk on a phone: a café in a minute, with or without JavaScript, readable by everybody."""

import datetime
import time

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from events.models import Edition
from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def at_the_desk(read, organizer, live_server):
    """Opens a browser in which the organizer is signed in already."""

    def open_one(**options):
        client = Client()
        client.force_login(organizer)
        reader = read(**options)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return reader

    return open_one


@BROWSERS
def test_new_venue_and_date_are_published_in_a_minute_and_few_gestures(at_the_desk, organizer, options):
    make_series(organizers=[organizer])
    make_venue("Datadog")
    reader = at_the_desk(**options)
    page, began = reader.page, time.monotonic()
    day = timezone.localdate() + datetime.timedelta(days=30)
    page.goto("/organize/")
    page.locator("main .actions a.button").click()  # the first gesture
    page.locator("[name=date]").fill(day.isoformat())
    page.locator("[name=venue]").select_option("+")
    page.locator("[name=venue_name]").press_sequentially("Le Bouillon Racine")
    page.locator("[name=venue_address]").press_sequentially("3 rue Racine")
    page.locator("[name=venue_postal_code]").press_sequentially("75006")
    page.locator("[name=venue_capacity]").press_sequentially("45")
    page.locator("[name=theme]").press_sequentially("Soupe et modération")
    page.locator("textarea[name=description]").fill("# Au menu\n\n- de la soupe")
    page.locator("[name=preview]").click()  # the second
    assert page.locator("#preview li").inner_text() == "de la soupe"
    assert options or not reader.scrolls_sideways()  # asking takes JavaScript
    page.locator("[name=intent][value=publish]").click()  # the third
    edition = Edition.objects.select_related("venue").get()
    assert page.url.split("#")[0].endswith(edition.get_absolute_url())
    assert (edition.status, edition.capacity, edition.starts.date()) == ("published", 45, day)
    assert edition.venue.street_address == "3 rue Racine, 75006"
    assert time.monotonic() - began < 60
    assert reader.problems == []


def test_fields_of_a_new_venue_show_only_while_one_is_chosen(at_the_desk, organizer):
    make_series(organizers=[organizer])
    make_venue("Datadog")
    page = at_the_desk().page
    page.goto("/organize/new/")
    shown = []
    for choice in ("", "+", "datadog", "+"):
        page.locator("[name=venue]").select_option(choice)
        shown.append(page.locator("[name=venue_name]").is_visible())
    assert shown == [False, True, False, True]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_desk_is_accessible_and_fits_320_pixels(at_the_desk, organizer, scheme):
    series = make_series(organizers=[organizer])
    edition = make_edition(series, venue=make_venue("Datadog"), theme="Un thème " * 13, capacity=1)
    for _number in range(2):
        edition.rsvp(make_member())
    draft = make_edition(series, status="draft", theme="", starts_at=timezone.now() + datetime.timedelta(days=40))
    reader = at_the_desk(color_scheme=scheme, viewport={"width": 320, "height": 640})
    paths = [
        "/organize/",
        "/organize/new/",
        f"/organize/{edition.slug}/edit/",
        f"/organize/{edition.slug}/cancel/",
        f"/organize/{draft.slug}/discard/",
        "/organize/venues/datadog/",
    ]
    found = {}
    for path in paths:
        reader.page.goto(path)
        found[path] = (reader.axe(), reader.scrolls_sideways())
    reader.page.goto("/organize/new/")
    reader.page.locator("[name=date]").fill("2020-01-01")
    reader.page.locator("[name=venue]").select_option("+")
    reader.page.locator("[name=venue_name]").fill("DATA DOG")
    reader.page.locator("[name=intent][value=publish]").click()
    reader.page.locator(".error-summary").wait_for()
    assert reader.page.locator(".error-summary li").count() == 2
    found["errors"] = (reader.axe(), reader.scrolls_sideways())
    assert {path: what for path, what in found.items() if what != ([], False)} == {}
    assert reader.problems == []
