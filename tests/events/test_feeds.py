"""Feeds over HTTP: what any calendar client, feed reader and cache may count on."""

import datetime
import gzip
import hashlib
import uuid
from urllib.parse import urlsplit
from xml.etree import ElementTree

import icalendar
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override

from events.models import Edition
from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue

pytestmark = pytest.mark.django_db
UTC = datetime.UTC
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def edition():
    """One public edition, reached by every feed."""
    series = make_series(slug="cafe-cm", name="Café des CM")
    venue = make_venue("Au Soleil", transport="Métro Château d'Eau")
    edition = make_edition(series, venue=venue, theme="La modération", starts_at=evening(14))
    member = make_member("Léa Secret", email="lea.secret@example.org")
    member.practise([make_specialty("moderation")])
    edition.rsvp(member)
    fill(edition)
    for rsvp in edition.rsvps.exclude(member=member)[:2]:
        rsvp.member.practise([make_specialty("moderation")])
    return edition


def evening(days: int) -> datetime.datetime:
    """A full hour so many days from now."""
    now = datetime.datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    return now + datetime.timedelta(days=days)


ADDRESSES = {
    "all": "/calendar.ics",
    "series": "/calendar/cafe-cm.ics",
    "edition": "/cafes/cafe-cm-1.ics",
    "venue": "/venues/au-soleil/calendar.ics",
    "specialty": "/specialties/moderation/calendar.ics",
    "atom": "/feed.atom",
}
CALENDARS = [address for name, address in ADDRESSES.items() if name != "atom"]
each_address = pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)


def events_of(response) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(response.content).walk("VEVENT")


def uids(response) -> list[str]:
    return [str(event["UID"]) for event in events_of(response)]


def atom(client) -> ElementTree.Element:
    return ElementTree.fromstring(client.get("/feed.atom").content)  # noqa: S314 (our own)


def uid_of(edition: Edition) -> str:
    return f"edition-{edition.uid}@{settings.SITE_HOST}"


# Addresses and contents ---------------------------------------------------------------------------------------------


def test_addresses_never_change():
    assert [
        reverse("feeds:all"),
        reverse("feeds:series", args=["cafe-cm"]),
        reverse("feeds:edition", args=["cafe-cm-1"]),
        reverse("feeds:venue", args=["au-soleil"]),
        reverse("feeds:specialty", args=["moderation"]),
        reverse("feeds:atom"),
    ] == list(ADDRESSES.values())
    with override("en"):
        assert reverse("feeds:all") == "/calendar.ics"


def test_each_feed_has_its_own_editions_by_date(client, edition):
    other_series = make_edition(starts_at=evening(7), venue=edition.venue)
    other_venue = make_edition(edition.series, starts_at=evening(3))
    cancelled = make_edition(edition.series, starts_at=evening(21), status="cancelled")
    past = make_edition(edition.series, starts_at=evening(-700))
    expected = {
        "all": [past, other_venue, other_series, edition, cancelled],
        "series": [past, other_venue, edition, cancelled],
        "edition": [edition],
        "venue": [other_series, edition],
        "specialty": [edition],
    }
    assert {name: uids(client.get(ADDRESSES[name])) for name in expected} == {
        name: [uid_of(each) for each in editions] for name, editions in expected.items()
    }


def test_feeds_are_named_for_what_they_contain(client, edition):
    names = {
        name: icalendar.Calendar.from_ical(client.get(ADDRESSES[name]).content).get("X-WR-CALNAME")
        for name in ("all", "series", "venue", "specialty", "edition")
    }
    with override(settings.LANGUAGE_CODE):
        named = gettext("%(community)s: %(part)s")
        trade = make_specialty("moderation").name
    assert names == {
        "all": settings.COMMUNITY_NAME,
        "series": "Café des CM",
        "venue": named % {"community": settings.COMMUNITY_NAME, "part": "Au Soleil"},
        "specialty": named % {"community": settings.COMMUNITY_NAME, "part": trade},
        "edition": None,
    }


def test_a_feed_says_its_own_address_and_its_page(client, edition):
    calendar = icalendar.Calendar.from_ical(client.get("/calendar/cafe-cm.ics").content)
    assert str(calendar["SOURCE"]) == f"{settings.SITE_URL}/calendar/cafe-cm.ics"
    assert str(calendar["URL"]) == f"{settings.SITE_URL}/cafes/?series=cafe-cm"


def test_an_edition_is_the_same_in_every_feed(client, edition):
    found = {events_of(client.get(address))[0].to_ical() for address in CALENDARS}
    assert len(found) == 1


def test_drafts_are_in_no_feed(client, edition):
    draft = make_edition(edition.series, venue=edition.venue, status="draft", theme="Surprise", starts_at=evening(30))
    for address in ADDRESSES.values():
        assert b"Surprise" not in client.get(address).content
    assert client.get(reverse("feeds:edition", args=[draft.slug])).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/calendar/nobody.ics",
        "/cafes/nothing.ics",
        "/venues/nowhere/calendar.ics",
        "/specialties/none/calendar.ics",
        "/calendar/caf%00.ics",
        "/fr/calendar.ics",
        "/en/calendar.ics",
    ],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_empty_café_has_a_feed(client):
    response = client.get("/calendar.ics")
    assert response.status_code == 200
    assert [part.name for part in icalendar.Calendar.from_ical(response.content).subcomponents] == ["VTIMEZONE"]


def test_a_very_long_history_loses_its_oldest_editions(client, edition, monkeypatch):
    monkeypatch.setattr("events.feeds.EDITIONS_AT_MOST", 2)
    make_edition(edition.series, starts_at=evening(-700))
    recent = make_edition(edition.series, starts_at=evening(-7))
    assert uids(client.get("/calendar.ics")) == [uid_of(recent), uid_of(edition)]


# Trades ---------------------------------------------------------------------------------------------------------------


def test_the_feed_of_a_trade_has_the_cafés_that_are_about_it(client):
    trade, other = make_specialty("moderation"), make_specialty("veille")
    series = make_series()
    about = make_edition(series, specialties=[trade, other], starts_at=evening(7))
    make_edition(series, specialties=[other], starts_at=evening(14))
    make_edition(series, specialties=[trade], starts_at=evening(21), status="draft")
    assert uids(client.get("/specialties/moderation/calendar.ics")) == [uid_of(about)]
    about.change(specialties=[other])
    assert uids(client.get("/specialties/moderation/calendar.ics")) == []


def test_the_feed_of_a_trade_has_the_cafés_where_it_is_strong_and_points_at_nobody(client):
    trade = make_specialty("moderation")
    edition = make_edition()
    colleagues = [make_member() for _number in range(3)]
    for member in colleagues:
        member.practise([trade])
        edition.rsvp(member)
    assert uids(client.get("/specialties/moderation/calendar.ics")) == []  # three people, all of one trade
    fill(edition, 2)
    assert uids(client.get("/specialties/moderation/calendar.ics")) == [uid_of(edition)]
    edition.cancel_rsvp(colleagues[0])
    fill(edition, 2)
    assert uids(client.get("/specialties/moderation/calendar.ics")) == []  # two


# Nobody's name ------------------------------------------------------------------------------------------------------


@each_address
def test_no_feed_names_a_person(client, edition, address):
    organizer = make_member("Sam Organise", email="sam@example.org")
    edition.series.appoint(organizer)
    assert client.get(reverse("feeds:edition", args=[edition.slug])).status_code == 200
    for reader in [None, organizer]:
        if reader:
            client.force_login(reader)
        content = client.get(address).content
        for word in [b"Secret", b"lea.secret", b"Sam Organise", b"@example.org", b"ATTENDEE", b"ORGANIZER", b"mailto"]:
            assert word not in content
        without_uids = [line for line in content.replace(b"\r\n ", b"").splitlines() if not line.startswith(b"UID:")]
        assert not [line for line in without_uids if b"@" in line]


# HTTP ---------------------------------------------------------------------------------------------------------------


@each_address
def test_headers(client, edition, address):
    response = client.get(address)
    assert response.status_code == 200
    content_type, disposition = {
        "/feed.atom": ("application/atom+xml; charset=utf-8", None),
        "/cafes/cafe-cm-1.ics": (
            "text/calendar; charset=utf-8",
            f'attachment; filename="cafe-cm-{edition.starts:%Y-%m-%d}.ics"',
        ),
    }.get(address, ("text/calendar; charset=utf-8", 'inline; filename="calendar.ics"'))
    assert response.headers["Content-Type"] == content_type
    assert response.headers.get("Content-Disposition") == disposition
    assert response.headers["Cache-Control"] == "public, max-age=900"
    assert response.headers["ETag"] == f'"{hashlib.sha256(response.content).hexdigest()}"'
    assert response.headers["Content-Length"] == str(len(response.content))
    assert "Last-Modified" not in response.headers
    assert "Content-Encoding" not in response.headers


@each_address
@pytest.mark.parametrize("signed_in", [False, True])
def test_no_cookie_is_set_or_looked_at(client, edition, address, signed_in):
    if signed_in:
        client.force_login(make_member())
    response = client.get(address)
    assert response.cookies == {}
    assert "Accept-Encoding" in response.headers["Vary"]
    assert "Cookie" not in response.headers["Vary"]
    assert response.headers["Cache-Control"] == "public, max-age=900"


@each_address
def test_whoever_asks_gets_the_same_bytes(client, edition, address):
    plain = client.get(address).content
    for asked in [
        {"accept": "text/html"},
        {"accept": "application/calendar+json"},
        {"accept-language": "en"},
        {"host": urlsplit(settings.SITE_URL).netloc},
        {"cookie": "django_language=en"},
        {"user-agent": "Google-Calendar-Importer"},
    ]:
        assert client.get(address, headers=asked).content == plain
    assert client.get(address, {"x": "1"}).content == plain


@each_address
@pytest.mark.parametrize("pattern", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_it_already_gets_304(client, edition, address, pattern):
    etag = client.get(address).headers["ETag"]
    response = client.get(address, headers={"if-none-match": pattern.format(etag)})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "public, max-age=900"
    assert "Cookie" not in response.headers["Vary"]
    assert response.cookies == {}


@each_address
def test_who_has_something_else_gets_it_whole(client, edition, address):
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get(address, headers={"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}).status_code == 200


@each_address
def test_the_etag_changes_with_what_is_shown_and_with_nothing_else(client, edition, address, time_machine):
    etags = [client.get(address).headers["ETag"]]

    def changed() -> bool:
        etags.append(client.get(address).headers["ETag"])
        return etags[-1] != etags[-2]

    time_machine.move_to(datetime.datetime.now(UTC) + datetime.timedelta(minutes=10))
    edition.rsvp(make_member())
    assert not changed()
    edition.change(theme="La médiation")
    assert changed()
    edition.venue.name = "Au Soleil levant"
    edition.venue.save()
    assert changed()
    edition.cancel(reason="Une grève")
    assert changed()
    time_machine.shift(datetime.timedelta(days=100))
    assert not changed()


@each_address
def test_head_answers_like_get_without_the_body(client, edition, address):
    get, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    for answer in (get, head):
        del answer.headers["X-Request-ID"]  # each request has its own
    assert dict(head.headers) == dict(get.headers)


@each_address
def test_it_is_compressed_only_for_who_asks(client, edition, address):
    plain = client.get(address)
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] == f"W/{plain.headers['ETag']}"
    again = client.get(address, headers={"accept-encoding": "gzip", "if-none-match": packed.headers["ETag"]})
    assert again.status_code == 304


@each_address
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(client, edition, address, method):
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize(
    ("name", "queries"), [("all", 9), ("series", 10), ("edition", 9), ("venue", 10), ("specialty", 10), ("atom", 9)]
)
def test_a_feed_costs_the_same_whatever_its_length(client, edition, django_assert_num_queries, name, queries):
    trade = make_specialty("moderation")
    with django_assert_num_queries(queries):
        client.get(ADDRESSES[name])
    for days in (20, 27):
        more = make_edition(
            edition.series, venue=make_venue() if name != "venue" else edition.venue, starts_at=evening(days)
        )
        for _colleague in range(3):
            member = make_member()
            member.practise([trade])
            more.rsvp(member)
        fill(more)
    with django_assert_num_queries(queries):
        response = client.get(ADDRESSES[name])
    if name not in ("atom", "edition"):
        assert len(events_of(response)) == 3


def test_robots_may_read_feeds(client):
    rules = client.get("/robots.txt").content.decode()
    assert not [address for address in ADDRESSES.values() if f"Disallow: {address}" in rules]
    assert "Disallow: /\n" not in rules


# Announcements ------------------------------------------------------------------------------------------------------


def test_announcements_are_an_atom_feed(client, edition):
    feed = atom(client)
    page = f"{settings.SITE_URL}/cafes/cafe-cm-1/"
    edition.refresh_from_db()
    with override(settings.LANGUAGE_CODE):
        title = edition.title
    entry = feed.find(f"{ATOM}entry")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == settings.LANGUAGE_CODE
    assert feed.findtext(f"{ATOM}title") == settings.COMMUNITY_NAME
    assert [link.attrib for link in feed.findall(f"{ATOM}link")] == [
        {"rel": "alternate", "href": f"{settings.SITE_URL}/cafes/"},
        {"rel": "self", "href": f"{settings.SITE_URL}/feed.atom"},
    ]
    assert feed.findtext(f"{ATOM}updated") == edition.revised_at.isoformat()
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == settings.COMMUNITY_NAME
    assert {child.tag.removeprefix(ATOM): child.text for child in entry if child.tag != f"{ATOM}summary"} == {
        "title": title,
        "link": None,
        "id": f"urn:uuid:{edition.uid}",
        "published": edition.published_at.isoformat(),
        "updated": edition.revised_at.isoformat(),
    }
    assert entry.find(f"{ATOM}link").get("href") == page
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert "<p>Au Soleil, 16 rue Pierre Lescot, 75001 Paris</p>" in entry.findtext(f"{ATOM}summary")


def test_announcements_come_latest_first_and_without_what_was_written_down_afterwards(client, edition):
    second = make_edition(edition.series, starts_at=evening(3))
    make_edition(edition.series, starts_at=evening(-30))
    cancelled = make_edition(edition.series, starts_at=evening(40))
    cancelled.cancel(reason="")
    feed = atom(client)
    with override(settings.LANGUAGE_CODE):
        expected = [
            gettext("Cancelled: %(edition)s") % {"edition": cancelled.title},
            gettext("%(edition)s (venue to be confirmed)") % {"edition": second.title},
            edition.title,
        ]
    assert [title.text for title in feed.findall(f"{ATOM}entry/{ATOM}title")] == expected


def test_announcements_escape_what_people_wrote(client):
    make_edition(theme="<b>&\x01? ]]>", venue=make_venue("<script>alert(1)</script>"))
    feed = atom(client)
    assert feed.findtext(f"{ATOM}entry/{ATOM}title").endswith("<b>& ? ]]>")
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;, 16 rue" in feed.findtext(f"{ATOM}entry/{ATOM}summary")


def test_recap_is_news_once_with_its_first_words_and_no_photo(client, edition):
    Edition.objects.update(starts_at=evening(-3), ends_at=evening(-2), published_at=evening(-20))
    edition.refresh_from_db()
    edition.write_recap("Rien encore.")
    assert len(atom(client).findall(f"{ATOM}entry")) == 1
    edition.write_recap("# Ce que *nous* gardons\n\n<b>&\x01 " + "mot " * 100, is_published=True)
    entry, announced = atom(client).findall(f"{ATOM}entry")
    with override(settings.LANGUAGE_CODE):
        title = gettext("What became of the evening: %(edition)s") % {"edition": edition.title}
    summary = entry.findtext(f"{ATOM}summary")
    moment = Edition.objects.get().recap_published_at.isoformat()
    assert {child.tag.removeprefix(ATOM): child.text for child in entry if child.tag != f"{ATOM}summary"} == {
        "title": title,
        "link": None,
        "id": uuid.uuid5(edition.uid, "recap").urn,
        "published": moment,
        "updated": moment,
    }
    assert entry.find(f"{ATOM}link").get("href") == f"{settings.SITE_URL}/cafes/cafe-cm-1/#recap"
    assert summary.startswith("<p>Ce que nous gardons &lt;b&gt;&amp; mot mot")
    assert (summary.count("mot"), summary.endswith("mot…</p>")) == (75, True)
    assert announced.findtext(f"{ATOM}id") == f"urn:uuid:{edition.uid}"


def test_a_feed_without_announcements_stays_the_same(client, time_machine):
    first = client.get("/feed.atom").content
    time_machine.move_to(datetime.datetime.now(UTC) + datetime.timedelta(days=1))
    assert client.get("/feed.atom").content == first
