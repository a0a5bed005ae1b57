"""Subscribing and one's own calendar as people do it: by touch, with and without JavaScript, readable by everybody."""

import pytest
from django.conf import settings
from django.test import Client

from events.models import MemberCalendar
from members.models import Mail, Suppression
from tests.factories import make_edition, make_member, make_series

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])


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


@BROWSERS
def test_a_member_gets_an_address_of_their_own_and_renews_it(signed_in, options):
    member = make_member("Léa")
    make_edition().rsvp(member)
    reader = signed_in(member, **options)
    page = reader.page
    page.goto("/members/me/")
    page.locator("a[href='/members/me/calendar/']").click()
    page.locator("main form button").click()
    first = page.locator("#calendar-address").input_value()
    assert first.endswith(f"/calendar/me/{MemberCalendar.objects.get().secret}.ics")
    page.locator("main a[href$='/renew/']").click()
    page.locator("main form button").click()
    second = page.locator("#calendar-address").input_value()
    assert first != second
    if not options:
        assert reader.axe() == []
        assert not reader.scrolls_sideways()
    assert page.request.get(first.replace(settings.SITE_URL, "")).status == 404
    answer = page.request.get(second.replace(settings.SITE_URL, ""))
    assert (answer.status, answer.text().count("BEGIN:VEVENT")) == (200, 1)
    assert reader.problems == []


@pytest.mark.looks
def test_the_address_is_copied_by_its_button(read):
    reader = read(permissions=["clipboard-read", "clipboard-write"])
    page = reader.page
    page.goto("/subscribe/")
    page.locator("[data-copy=calendar-address]").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{settings.SITE_URL}/calendar.ics"
    links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [link for link in links if link.startswith(("webcal://", "https://calendar.google", "https://outlook"))]
    assert page.locator("[data-copy=calendar-address] + [role=status]").inner_text() != ""
    assert (reader.axe(), reader.scrolls_sideways(), reader.problems) == ([], False, [])


@BROWSERS
def test_an_organizer_writes_again_to_an_address_that_was_given_up(signed_in, options):
    organizer = make_member("Odile")
    ada = make_member("Ada Lovelace")
    make_edition(make_series(organizers=[organizer])).rsvp(ada)
    Mail.objects.create(kind="rsvp-going", member=ada, state="failed", last_error="550 no", data={"edition": 1})
    Suppression.objects.create(address=ada.email, reason="5.1.1 unknown")
    reader = signed_in(organizer, **options)
    page = reader.page
    page.goto("/organize/")
    page.locator(".desk-waiting a[href='/organize/mail/']").click()
    if not options:
        assert reader.axe() == []
        assert not reader.scrolls_sideways()
    page.locator("form[action*='/addresses/'] button").click()
    assert not Suppression.objects.exists()
    page.locator("form[action$='/again/'] button").click()
    assert Mail.objects.filter(member=ada, state="failed").count() == 0
    assert reader.problems == []
