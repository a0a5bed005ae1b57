"""The organizers' desk on a phone: a café in a minute, with or without JavaScript, readable by everybody."""

import datetime
import time

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from events.models import Edition
from members.models import Mail
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


class Thumb:
    """One thumb on a phone: what it types and taps, at a stated pace, and whether a page ever scrolls sideways.

    The pace is slow on purpose: ten keys a second are typed, each field and button takes a second and a half to find
    and to hit, and each page three seconds to come and to be understood.
    """

    KEY, TOUCH, PAGE = 0.1, 1.5, 3.0  # seconds

    def __init__(self, reader):
        self.reader, self.page = reader, reader.page
        self.metrics = reader.context.new_cdp_session(reader.page)
        self.keys = self.fields = self.taps = self.pages = 0

    def goes_to(self, path):
        self.page.goto(path)
        self.pages += 1
        self.looks()

    def types(self, name, text):
        self.page.locator(f"[name={name}]").press_sequentially(text, delay=1000 * self.KEY)
        self.keys += len(text)
        self.fields += 1
        self.looks()

    def dates(self, name, day):
        """Chromium's own widget takes eight keys, in an order that depends on where it was built."""
        self.page.locator(f"[name={name}]").fill(day.isoformat())
        self.keys += len("31122026")
        self.fields += 1
        self.looks()

    def chooses(self, name, value):
        self.page.locator(f"[name={name}]").select_option(value)
        self.fields += 1
        self.looks()

    def taps_on(self, selector):
        """A button or a link: what the budget calls an interaction beyond the fields."""
        self.page.locator(selector).click()
        self.taps += 1
        self.pages += 1
        self.looks()

    def looks(self):
        """Chromium's own measure, which needs no JavaScript on the page."""
        size = self.metrics.send("Page.getLayoutMetrics")
        assert size["cssContentSize"]["width"] <= size["cssLayoutViewport"]["clientWidth"], self.page.url

    @property
    def seconds(self):
        return self.keys * self.KEY + (self.fields + self.taps) * self.TOUCH + self.pages * self.PAGE


@BROWSERS
def test_new_venue_and_date_are_published_in_less_than_a_minute_and_six_taps(at_the_desk, organizer, options):
    series = make_series(organizers=[organizer])
    make_venue("Datadog")
    series.keep_posted(make_member("Ada"))  # so that publishing shows whom it tells
    reader = at_the_desk(**options)
    thumb, began = Thumb(reader), time.monotonic()
    day = timezone.localdate() + datetime.timedelta(days=30)
    thumb.goes_to("/organize/")
    thumb.taps_on("main .actions a.button >> nth=0")
    thumb.dates("date", day)
    thumb.chooses("venue", "+")
    thumb.types("venue_name", "Le Bouillon Racine")
    thumb.types("venue_address", "3 rue Racine")
    thumb.types("venue_postal_code", "75006")
    thumb.types("venue_capacity", "45")
    thumb.types("theme", "Soupe et modération")
    thumb.taps_on("[name=intent][value=publish]")
    assert "1 personne" in reader.page.locator("main .lede").inner_text()
    assert reader.page.frame_locator("iframe").locator("td.body").is_visible()
    thumb.taps_on("main form button:not([name])")
    edition = Edition.objects.select_related("venue").get()
    assert reader.page.url.split("#")[0].endswith(edition.get_absolute_url())
    assert (edition.status, edition.capacity, edition.starts.date()) == ("published", 45, day)
    assert edition.venue.street_address == "3 rue Racine, 75006"
    print(f"{thumb.keys} keys, {thumb.fields} fields, {thumb.taps} taps, {thumb.pages} pages: {thumb.seconds:.0f} s")
    print(f"the browser took {time.monotonic() - began:.1f} s")
    assert thumb.taps <= 6
    assert thumb.seconds < 60
    assert reader.problems == []


@BROWSERS
def test_last_cafe_is_copied_and_published_in_two_taps_and_a_theme(at_the_desk, organizer, options):
    series = make_series(organizers=[organizer])
    evening = timezone.now().replace(hour=17, minute=0, second=0, microsecond=0)  # whenever this runs
    last = make_edition(series, venue=make_venue("Datadog"), starts_at=evening - datetime.timedelta(days=7))
    reader = at_the_desk(**options)
    thumb = Thumb(reader)
    thumb.goes_to("/organize/")
    thumb.taps_on("main .actions a.button.quiet")
    thumb.types("theme", "Soupe")
    thumb.taps_on("[name=intent][value=publish]")
    copy = Edition.objects.exclude(pk=last.pk).get()
    assert (copy.status, copy.theme, copy.venue) == ("published", "Soupe", last.venue)
    assert (thumb.taps, reader.problems) == (2, [])


@BROWSERS
def test_another_date_shows_the_mail_and_is_saved_from_there(at_the_desk, organizer, options):
    edition = make_edition(make_series(organizers=[organizer]), venue=make_venue("Datadog"))
    edition.rsvp(make_member("Ada"))
    Mail.objects.all().delete()
    reader = at_the_desk(**options)
    thumb, day = Thumb(reader), edition.starts.date() + datetime.timedelta(days=1)
    thumb.goes_to(f"/organize/{edition.slug}/edit/")
    reader.page.locator("[name=date]").fill(day.isoformat())
    thumb.taps_on("[name=intent][value=save]")
    assert "le café aura finalement lieu" in reader.page.frame_locator("iframe").locator("td.body").inner_text()
    assert options or reader.axe() == []
    thumb.taps_on("[name=back]")
    assert reader.page.locator("[name=date]").input_value() == day.isoformat()
    thumb.taps_on("[name=intent][value=save]")
    assert Mail.objects.count() == 0
    thumb.taps_on("[name=told]")
    edition.refresh_from_db()
    assert edition.starts.date() == day
    assert [(mail.kind, mail.member.name) for mail in Mail.objects.all()] == [("edition-moved", "Ada")]
    assert reader.problems == []


@BROWSERS
def test_cancelled_cafe_is_reopened_with_the_mail_in_sight(at_the_desk, organizer, options):
    edition = make_edition(make_series(organizers=[organizer]), venue=make_venue("Datadog"))
    edition.rsvp(make_member("Ada"))
    edition.cancel(reason="Inondation")
    reader = at_the_desk(**options)
    thumb = Thumb(reader)
    thumb.goes_to("/organize/")
    thumb.taps_on(f"a[href='/organize/{edition.slug}/reopen/']")
    assert "aura bien lieu" in reader.page.frame_locator("iframe").locator("td.body").inner_text()
    assert options or reader.axe() == []
    thumb.taps_on("main form button:not([name])")
    edition.refresh_from_db()
    assert edition.is_published
    assert reader.problems == []


@pytest.mark.looks
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


@pytest.mark.looks
def test_venue_among_many_is_found_by_its_name_with_the_enter_key(at_the_desk, organizer):
    series = make_series(organizers=[organizer])
    for number in range(22):
        make_venue(f"Lieu {number:02}")
    reader = at_the_desk(viewport={"width": 320, "height": 640})
    page = reader.page
    page.goto("/organize/new/")
    name = page.locator("[name=another_venue]")
    assert not name.is_visible()
    page.locator("[name=venue]").select_option("?")
    assert (reader.axe(), reader.scrolls_sideways()) == ([], False)
    name.fill("lieu 00")
    name.press("Enter")
    page.locator("[name=venue]:focus").wait_for()
    assert page.locator("[name=venue]").input_value() == "lieu-00"
    assert not name.is_visible()
    assert not series.editions.exists()
    assert reader.problems == []


@pytest.mark.looks
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
        f"/organize/{edition.slug}/postpone/",
        f"/organize/{edition.slug}/copy/",
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
