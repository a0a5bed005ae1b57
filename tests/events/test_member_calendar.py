"""A member's own calendar: what is in it, who opens it, and that its secret stays one."""

import datetime
import io
import logging
import re

import icalendar
import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from cafecm.logs import Line
from events.models import Edition, KeptAnswer, MemberCalendar
from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue

pytestmark = pytest.mark.django_db
UTC = datetime.UTC


@pytest.fixture
def lea():
    return make_member("Léa Lacombe", email="lea@example.org")


def address_of(member) -> str:
    calendar = MemberCalendar.objects.filter(member=member).first() or MemberCalendar.objects.renew(member)
    return reverse("feeds:member", args=[calendar.secret])


def events_of(client, member) -> dict[str, icalendar.Event]:
    """What their calendar has, by the theme of the edition, in its order."""
    response = client.get(address_of(member))
    assert response.status_code == 200
    themes = {
        f"edition-{uid}@{settings.SITE_HOST}": theme for uid, theme in Edition.objects.values_list("uid", "theme")
    }
    found = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    return {themes[str(event["UID"])]: event for event in found}


def in_days(days: int) -> datetime.datetime:
    return timezone.now().replace(microsecond=0) + datetime.timedelta(days=days)


def house(message: str, **values: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return gettext(message) % values


# What is in it --------------------------------------------------------------------------------------------------------


def test_it_has_the_cafés_that_the_member_goes_to_by_date_and_no_other(client, lea):
    other = make_member("Sam")
    for theme, days, member in [("loin", 30, lea), ("proche", 3, lea), ("à Sam", 5, other)]:
        make_edition(theme=theme, starts_at=in_days(days)).rsvp(member)
    assert list(events_of(client, lea)) == ["proche", "loin"]
    assert list(events_of(client, other)) == ["à Sam"]


def test_a_place_on_the_waitlist_is_told_apart(client, lea):
    edition = make_edition(theme="Complet", capacity=1, venue=make_venue())
    first = make_member()
    edition.rsvp(first)
    edition.rsvp(lea)
    event = events_of(client, lea)["Complet"]
    with override(settings.LANGUAGE_CODE):
        assert str(event["SUMMARY"]) == gettext("Waitlist: %(edition)s") % {"edition": edition.title}
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("TENTATIVE", "OPAQUE")
    waited = event["LAST-MODIFIED"].dt
    edition.cancel_rsvp(first)
    edition.rsvps.filter(member=lea).update(changed_at=timezone.now() + datetime.timedelta(seconds=5))
    event = events_of(client, lea)["Complet"]
    with override(settings.LANGUAGE_CODE):
        assert str(event["SUMMARY"]) == edition.title
    assert str(event["STATUS"]) == "CONFIRMED"
    assert event["LAST-MODIFIED"].dt > waited  # or some clients would keep what they have


def test_a_freed_place_leaves_at_once(client, lea):
    edition = make_edition(theme="Parti")
    edition.rsvp(lea)
    assert list(events_of(client, lea)) == ["Parti"]
    edition.cancel_rsvp(lea)
    assert list(events_of(client, lea)) == []


def test_a_cancelled_café_stays_marked_for_who_goes_and_for_who_waits(client, lea):
    edition = make_edition(theme="Annulé", capacity=1)
    edition.rsvp(make_member())
    edition.rsvp(lea)
    edition.cancel(reason="Une grève")
    event = events_of(client, lea)["Annulé"]
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("CANCELLED", "TRANSPARENT")
    with override(settings.LANGUAGE_CODE):
        assert str(event["SUMMARY"]) == gettext("Cancelled: %(edition)s") % {"edition": edition.title}


def test_past_cafés_stay(client, lea):
    edition = make_edition(theme="Passé")
    edition.rsvp(lea)
    type(edition).objects.update(starts_at=in_days(-40), ends_at=in_days(-39))
    assert list(events_of(client, lea)) == ["Passé"]


def test_a_café_is_the_same_as_in_the_public_calendar_but_for_its_stamps(client, lea):
    edition = make_edition(theme="Public", venue=make_venue(), specialties=[make_specialty("moderation")])
    edition.rsvp(lea)
    own = events_of(client, lea)["Public"].to_ical()
    public = icalendar.Calendar.from_ical(client.get("/calendar.ics").content).walk("VEVENT")[0].to_ical()
    stamps = re.compile(rb"(DTSTAMP|LAST-MODIFIED):\w+\r\n")
    assert stamps.sub(b"", own) == stamps.sub(b"", public)


def test_it_names_nobody_and_not_its_own_address(client, lea):
    edition = make_edition(make_series(slug="cafe"), theme="Discret")
    edition.rsvp(lea)
    fill(edition)
    address = address_of(lea)
    content = client.get(address).content.replace(b"\r\n ", b"").decode()
    secret = MemberCalendar.objects.get(member=lea).secret
    for word in ["Lacombe", "lea@", "mailto", "ATTENDEE", "ORGANIZER", "SOURCE", secret, "/me/"]:
        assert word not in content
    calendar = icalendar.Calendar.from_ical(content)
    assert str(calendar["URL"]) == f"{settings.SITE_URL}/cafes/"
    assert str(calendar["X-WR-CALNAME"]) == house(
        "%(community)s: %(part)s", community=settings.COMMUNITY_NAME, part=house("my cafés")
    )


@pytest.mark.parametrize("editions", [1, 3])
def test_building_it_costs_the_same_whatever_its_length(client, lea, editions, django_assert_num_queries):
    for _number in range(editions):
        make_edition(venue=make_venue()).rsvp(lea)
    address = address_of(lea)
    # Kept?, then when a day begins, the next moment, marks, whose?, cafés, their trades, twice, as it turns out whose
    # marks count; to keep it: savepoint, row, release.
    with django_assert_num_queries(16):
        client.get(address)


# Who opens it ---------------------------------------------------------------------------------------------------------


def test_a_secret_is_long_random_and_stored_as_nothing_that_opens(lea):
    calendars = [MemberCalendar.objects.renew(lea) for _time in range(20)]
    assert len({calendar.secret for calendar in calendars}) == 20
    assert {len(calendar.secret) for calendar in calendars} == {32}  # of 64 letters: 192 bits
    row = " ".join(str(value) for value in MemberCalendar.objects.values_list().get())
    assert calendars[-1].secret not in row


def test_a_renewed_address_opens_and_the_old_one_never_again(client, lea):
    make_edition(theme="Mien").rsvp(lea)
    old = address_of(lea)
    assert client.get(old).status_code == 200
    MemberCalendar.objects.renew(lea)
    assert client.get(old).status_code == 404
    assert list(events_of(client, lea)) == ["Mien"]
    assert KeptAnswer.objects.filter(member=lea).count() == 1


def test_who_left_has_no_calendar_any_more(client, lea):
    make_edition().rsvp(lea)
    address = address_of(lea)
    assert client.get(address).status_code == 200
    type(lea).objects.update(is_active=False)
    assert client.get(address).status_code == 404
    lea.delete()
    assert client.get(address).status_code == 404
    assert not KeptAnswer.objects.exists()


def test_signing_in_opens_nobody_elses(client, lea):
    make_edition(theme="Mien").rsvp(lea)
    client.force_login(make_member())
    for secret in ["1", str(lea.pk), lea.handle, "x" * 32]:
        assert client.get(f"/calendar/me/{secret}.ics").status_code == 404


def test_a_member_has_one_calendar(lea):
    calendar = MemberCalendar.objects.renew(lea)
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberCalendar.objects.create(member=lea, seed="x", digest="y")
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberCalendar.objects.create(member=make_member(), seed="x", digest=calendar.digest)


def test_headers_keep_it_to_its_owner(client, lea):
    make_edition().rsvp(lea)
    address = address_of(lea)
    etag = client.get(address).headers["ETag"]
    for response in [
        client.get(address),
        client.head(address),
        client.get(address, headers={"if-none-match": etag}),
    ]:
        assert response.headers["Cache-Control"] == "private, max-age=900"
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.cookies == {}
        assert "Cookie" not in response.headers["Vary"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(client, lea, method):
    assert getattr(client, method)(address_of(lea)).status_code == 405


# Its page -------------------------------------------------------------------------------------------------------------


def test_the_page_asks_a_stranger_to_sign_in(client):
    for name in ["events:my-calendar", "events:renew-calendar"]:
        for method in (client.get, client.post):
            response = method(reverse(name))
            if (name, method) == ("events:my-calendar", client.post):
                assert response.status_code == 405
            else:
                assert response["Location"].startswith(reverse("account_login"))


def test_looking_at_the_page_makes_no_address_the_button_does(client, lea):
    client.force_login(lea)
    page = client.get("/members/me/calendar/")
    assert page.status_code == 200
    assert b"/calendar/me/" not in page.content
    assert client.get("/members/me/calendar/renew/")["Location"] == "/members/me/calendar/"
    assert not MemberCalendar.objects.exists()
    assert client.post("/members/me/calendar/renew/")["Location"] == "/members/me/calendar/"
    page = client.get("/members/me/calendar/").content.decode()
    assert f'value="{settings.SITE_URL}{address_of(lea)}"' in page
    assert "no-store" in client.get("/members/me/calendar/").headers["Cache-Control"]


def test_renewing_is_asked_about_first(client, lea):
    client.force_login(lea)
    old = address_of(lea)
    question = client.get("/members/me/calendar/renew/")
    assert question.status_code == 200
    assert address_of(lea) == old
    client.post("/members/me/calendar/renew/")
    assert address_of(lea) != old


def test_the_page_links_each_kind_of_calendar_to_this_address(client, lea):
    client.force_login(lea)
    address = address_of(lea)
    page = client.get("/members/me/calendar/").content.decode()
    host = settings.SITE_URL.partition("://")[2]
    assert f'href="webcal://{host}{address}"' in page
    for service in ["calendar.google.com/calendar/render?cid=", "outlook.live.com", "outlook.office.com"]:
        assert service in page


def test_an_address_of_another_key_still_opens_and_is_not_shown(client, lea, settings):
    make_edition(theme="Mien").rsvp(lea)
    address = address_of(lea)
    settings.SECRET_KEY = "another one, since the old one was lost"
    assert client.get(address).status_code == 200
    client.force_login(lea)
    page = client.get("/members/me/calendar/").content.decode()
    assert "/calendar/me/" not in page
    assert "/members/me/calendar/renew/" in page


def test_members_find_it_from_the_public_page_and_their_profile(client, lea):
    assert b"/members/me/calendar/" not in client.get("/subscribe/").content
    client.force_login(lea)
    for page in ["/subscribe/", "/members/me/"]:
        assert b'href="/members/me/calendar/"' in client.get(page).content


# The secret in the log ------------------------------------------------------------------------------------------------


@pytest.fixture
def log():
    """What stderr would get."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Line())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_no_line_of_the_log_has_the_secret(client, lea, log):
    edition = make_edition()
    edition.rsvp(lea)
    address = address_of(lea)
    type(edition.series).objects.update(time_zone="Mars/Olympus")
    assert client.get(address).status_code == 503
    MemberCalendar.objects.renew(lea)
    assert client.get(address).status_code == 404
    logging.getLogger("django.server").warning('"GET %s HTTP/1.1" 200', address)
    text = log.getvalue()
    secret = address.split("/")[-1].removesuffix(".ics")
    assert secret not in text
    assert text.count("/calendar/me/….ics") >= 2
