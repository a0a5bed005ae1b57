"""Telling people: who gets which mail is shown before it is sent, and each mail can be ended with one click."""

import datetime

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from events.models import Edition, HostPage
from members.links import stop_link
from members.models import Mail, Topic
from tests.factories import make_edition, make_member, make_series, make_venue

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
def test_organizer_sees_the_mail_with_a_line_of_their_own_then_sends_it(signed_in, options):
    organizer = make_member("Odile")
    series = make_series(organizers=[organizer])
    make_edition(series).rsvp(make_member("Ada"))
    draft = make_edition(series, status="draft", starts_at=timezone.now() + datetime.timedelta(days=40))
    Mail.objects.all().delete()
    reader = signed_in(organizer, **options)
    page = reader.page
    page.goto("/organize/")
    page.locator(f"a.button[href='/organize/{draft.slug}/publish/']").click()  # the first gesture
    page.locator("[name=line]").fill("Venez avec une question.")
    page.locator("[name=preview]").click()  # the second
    mail = page.frame_locator("iframe").locator("td.body")
    assert "Venez avec une question." in mail.inner_text()
    assert options or reader.axe() == []
    assert options or not reader.scrolls_sideways()
    assert Mail.objects.count() == 0
    page.locator("main form button:not([name])").click()  # the third
    page.wait_for_url(f"**{draft.get_absolute_url()}*")
    assert Edition.objects.get(pk=draft.pk).is_published
    assert [(mail.kind, mail.member.name) for mail in Mail.objects.all()] == [("edition-published", "Ada")]
    assert reader.problems == []


@BROWSERS
def test_venue_is_chosen_and_the_choice_taken_back_once_the_mails_were_looked_at(signed_in, options):
    organizer = make_member("Odile")
    series = make_series(organizers=[organizer])
    edition = make_edition(series)
    edition.rsvp(make_member("Ada"))
    Mail.objects.all().delete()
    make_venue("La Ruche")
    reader = signed_in(organizer, **options)
    page = reader.page
    page.goto(f"/organize/{series.slug}/rotation/")
    page.locator("main a.button[href*='/choose/']").click()
    assert "La Ruche" in page.frame_locator("iframe").locator("td.body").inner_text()
    assert options or reader.axe() == []
    assert options or not reader.scrolls_sideways()
    assert Mail.objects.count() == 0
    page.locator("[name=told]").click()
    page.wait_for_url(f"**{edition.get_absolute_url()}*")
    HostPage.open_for(Edition.objects.get(), by=organizer, email="hana@example.org", contact_name="Hana")
    page.goto(f"/organize/{series.slug}/history/")
    page.locator("main a.button[href*='/undo/']").click()
    page.locator("[name=line]").fill("Pardon !")
    page.locator("[name=preview]").click()
    assert "Pardon !" in page.frame_locator("#mail iframe").locator("td.body").inner_text()
    page.locator("details summary").click()
    assert "La Ruche" in page.frame_locator("details iframe").locator("td.body").inner_text()
    assert options or reader.axe() == []
    assert options or not reader.scrolls_sideways()
    page.locator("[name=told]").click()
    page.wait_for_url("**/history/*")
    assert "undefined" not in page.locator("main").inner_text()
    assert [mail.kind for mail in Mail.objects.order_by("pk")] == ["edition-venue", "edition-venue", "host-left"]
    assert reader.problems == []


@BROWSERS
def test_reader_ends_a_kind_of_mail_signed_out_and_takes_it_back_signed_in(read, signed_in, options):
    ada = make_member("Ada")
    stranger = read(**options)
    stranger.page.goto(stop_link(ada, Topic.RECAPS).removeprefix(settings.SITE_URL))
    assert ada.wants(Topic.RECAPS)
    assert options or stranger.axe() == []
    stranger.page.locator("main form button").click()
    stranger.page.locator("main a[href='/members/me/mail/']").wait_for()
    assert not ada.wants(Topic.RECAPS)
    reader = signed_in(ada, **options)
    reader.page.goto("/members/me/mail/")
    assert not reader.page.locator("[name=recaps]").is_checked()
    reader.page.locator("label[for=id_recaps]").click()
    assert options or reader.axe() == []
    assert options or not reader.scrolls_sideways()
    reader.page.locator("main form button").click()
    reader.page.locator("[name=recaps]:checked").wait_for()
    assert ada.wants(Topic.RECAPS)
    assert (stranger.problems, reader.problems) == ([], [])


@BROWSERS
def test_recap_is_looked_at_then_published(signed_in, options):
    organizer = make_member("Odile")
    past = timezone.now() - datetime.timedelta(days=1)
    edition = make_edition(make_series(organizers=[organizer]), starts_at=past)
    reader = signed_in(organizer, **options)
    page = reader.page
    page.goto(f"/organize/{edition.slug}/recap/")
    page.locator("[name=text]").fill("## Ce que nous gardons\n\n- écouter d’abord")
    page.locator("[name=preview]").click()
    assert page.locator("#preview li").inner_text() == "écouter d’abord"
    assert options or reader.axe() == []
    page.locator("[name=publish]").click()
    page.wait_for_url(f"**{edition.get_absolute_url()}#recap")
    assert page.locator("main .prose li").first.inner_text() == "écouter d’abord"
    page.goto(edition.get_absolute_url())
    assert options or reader.axe() == []
    assert reader.problems == []
