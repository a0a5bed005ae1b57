"""Calendar files as other programs read them: icalendar and vobject, field by field."""

import datetime
import uuid
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from events import ics
from events.models import Edition, Series
from events.vtimezone import vtimezone
from members.models import Specialty
from venues.models import Venue

UTC = datetime.UTC
ZONES = ["Europe/Paris", "America/New_York", "Australia/Sydney", "Asia/Tokyo", "Africa/Casablanca", "Europe/London"]
ODD_ZONES = [
    "Africa/Cairo",  # the Friday after the last Thursday
    "America/Nuuk",  # the Saturday before the last Sunday
    "America/Santiago",  # the first Sunday from the 2nd on
    "America/Sao_Paulo",  # no change since 2019
    "Antarctica/Troll",  # two hours
    "Asia/Gaza",  # around Ramadan
    "Asia/Jerusalem",  # the Friday before the last Sunday
    "Asia/Kathmandu",  # a quarter of an hour
    "Australia/Lord_Howe",  # half an hour
    "Europe/Dublin",  # summer is the standard
    "Europe/Moscow",  # permanent summer, then permanent winter
    "UTC",
]
PARIS = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
X-LIC-LOCATION:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


def an_edition(**fields) -> Edition:
    """An edition that is in no database, the 100th, with every fact a calendar shows."""
    specialties = fields.pop("specialties", [Specialty(name_fr="Modération"), Specialty(name_fr="Veille, écoute")])
    series = fields.pop("series", None) or Series(slug="cafe-cm", name="Café des CM", time_zone="Europe/Paris")
    starts_at = fields.pop("starts_at", datetime.datetime(2027, 3, 31, 17, tzinfo=UTC))
    facts = {
        "number": 100,
        "slug": "cafe-cm-100",
        "theme": "La centième",
        "description": "Trois *courtes* prises de parole.\n\n- Léa, [forums](https://forum.example)\n- Sam & co",
        "starts_at": starts_at,
        "ends_at": starts_at + datetime.timedelta(hours=2, minutes=30),
        "venue": a_venue(),
        "capacity": 40,
        "status": "published",
        "uid": uuid.UUID("c0ffee00-0000-4000-8000-000000000100"),
        "sequence": 3,
        "created_at": datetime.datetime(2027, 1, 5, 8, tzinfo=UTC),
        "published_at": datetime.datetime(2027, 1, 6, 8, tzinfo=UTC),
        "revised_at": datetime.datetime(2027, 2, 1, 9, 30, 15, 999, tzinfo=UTC),
    }
    edition = Edition(pk=100, series=series, **{**facts, **fields})
    edition._prefetched_objects_cache = {"specialties": specialties}  # as loaded beforehand
    return edition


def a_venue(**fields) -> Venue:
    facts = {
        "name": "Au Soleil",
        "host": "L'inconscient collectif",
        "address": "12 rue du Faubourg",
        "postal_code": "75010",
        "city": "Paris",
        "latitude": 48.8722,
        "longitude": 2.3507,
        "transport": "Métro Château d'Eau",
    }
    return Venue(slug="au-soleil", **{**facts, **fields})


def a_feed(*editions: Edition, **fields) -> bytes:
    facts = {
        "name": "Café des CM",
        "zone": ZoneInfo("Europe/Paris"),
        "address": "https://cafe.example/calendar.ics",
        "page": "https://cafe.example/cafes/",
    }
    return ics.feed(editions, **{**facts, **fields})


def unfolded(body: bytes) -> list[str]:
    return body.replace(b"\r\n ", b"").decode().split("\r\n")


def properties(component: icalendar.Component) -> dict[str, tuple[dict, str]]:
    """What a component says: parameters and decoded value by name."""
    return {
        name: (dict(value.params), written(value))
        for name, value in component.property_items(recursive=False)
        if name not in ("BEGIN", "END")
    }


def written(value: object) -> str:
    """A text as it reads, anything else as it stands in the file."""
    if isinstance(value, str):
        return str(value)
    text = value.to_ical()
    return text.decode() if isinstance(text, bytes) else text


def escaped(text: str) -> str:
    """A text as it stands in the file (RFC 5545, 3.3.11): icalendar reads names it does not know like that."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def only_event(body: bytes) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert event.errors == []
    return event


def house(message: str, **values) -> str:
    """The sentence in the language of the house."""
    with override(settings.LANGUAGE_CODE):
        return gettext(message) % values


def house_title(edition: Edition) -> str:
    with override(settings.LANGUAGE_CODE):
        return edition.title


# What an edition says -----------------------------------------------------------------------------------------------


def test_an_edition_says_when_where_and_what():
    edition = an_edition()
    page = f"{settings.SITE_URL}/cafes/cafe-cm-100/"
    with override(settings.LANGUAGE_CODE):
        room = ngettext(
            "Room for %(count)s person, guests included.", "Room for %(count)s people, guests included.", 40
        ) % {"count": 40}
    assert properties(only_event(a_feed(edition))) == {
        "UID": ({}, f"edition-c0ffee00-0000-4000-8000-000000000100@{settings.SITE_HOST}"),
        "DTSTAMP": ({}, "20270201T093015Z"),
        "CREATED": ({}, "20270105T080000Z"),
        "LAST-MODIFIED": ({}, "20270201T093015Z"),
        "SEQUENCE": ({}, "3"),
        "DTSTART": ({"TZID": "Europe/Paris"}, "20270331T190000"),
        "DTEND": ({"TZID": "Europe/Paris"}, "20270331T213000"),
        "SUMMARY": ({}, house_title(edition)),
        "STATUS": ({}, "CONFIRMED"),
        "TRANSP": ({}, "OPAQUE"),
        "LOCATION": ({}, "Au Soleil, 12 rue du Faubourg, 75010 Paris"),
        "GEO": ({}, "48.8722;2.3507"),
        "X-APPLE-STRUCTURED-LOCATION": (
            {
                "VALUE": "URI",
                "X-ADDRESS": "12 rue du Faubourg, 75010 Paris",
                "X-APPLE-RADIUS": "70",
                "X-TITLE": "Au Soleil",
            },
            "geo:48.872200,2.350700",
        ),
        "DESCRIPTION": (
            {},
            "\n".join(
                [
                    house("Hosted by %(host)s.", host="L'inconscient collectif"),
                    "Trois courtes prises de parole.",
                    "Léa, forums",
                    "Sam & co",
                    house("Getting there: %(transport)s", transport="Métro Château d'Eau"),
                    room,
                    house("Programme, access and RSVP:"),
                    page,
                ]
            ),
        ),
        "URL": ({}, page),
        "CATEGORIES": ({}, "Modération,Veille\\, écoute"),
    }


def test_another_reader_reads_the_same():
    edition = an_edition()
    ours, theirs = only_event(a_feed(edition)), vobject.readOne(a_feed(edition).decode()).vevent
    assert (
        theirs.uid.value,
        theirs.summary.value,
        theirs.location.value,
        theirs.description.value,
        theirs.status.value,
        theirs.transp.value,
        theirs.sequence.value,
        theirs.url.value,
        theirs.dtstart.value.astimezone(UTC),
        theirs.dtend.value.astimezone(UTC),
        theirs.dtstamp.value,
        theirs.last_modified.value,
    ) == (
        str(ours["UID"]),
        str(ours["SUMMARY"]),
        str(ours["LOCATION"]),
        str(ours["DESCRIPTION"]),
        str(ours["STATUS"]),
        str(ours["TRANSP"]),
        str(ours["SEQUENCE"]),
        str(ours["URL"]),
        edition.starts_at,
        edition.ends_at,
        ours["DTSTAMP"].dt,
        ours["LAST-MODIFIED"].dt,
    )


def test_a_venue_to_be_confirmed_is_tentative_without_a_place():
    edition = an_edition(venue=None)
    event = only_event(a_feed(edition))
    said = house("%(edition)s (venue to be confirmed)", edition=house_title(edition))
    assert (str(event["STATUS"]), str(event["TRANSP"]), str(event["SUMMARY"])) == ("TENTATIVE", "OPAQUE", said)
    assert str(event["DESCRIPTION"]).splitlines()[0] == house("The venue is still to be confirmed.")
    assert not {"LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION"} & set(event)


def test_an_evening_written_down_afterwards_has_no_venue_to_come():
    late = datetime.datetime(2028, 1, 1, tzinfo=UTC)
    edition = an_edition(venue=None, created_at=late, published_at=None)
    event = only_event(a_feed(edition))
    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("CONFIRMED", house_title(edition))
    assert "LOCATION" not in event


def test_a_cancelled_edition_says_so_in_its_title_and_leaves_the_time_free():
    edition = an_edition(status="cancelled", cancellation_reason="Une fuite d'eau.")
    event = only_event(a_feed(edition))
    said = house("Cancelled: %(edition)s", edition=house_title(edition))
    assert (str(event["STATUS"]), str(event["TRANSP"]), str(event["SUMMARY"])) == ("CANCELLED", "TRANSPARENT", said)
    assert str(event["DESCRIPTION"]).splitlines() == [
        house("This café will not take place."),
        "Une fuite d'eau.",
        house("Hosted by %(host)s.", host="L'inconscient collectif"),
        "Trois courtes prises de parole.",
        "Léa, forums",
        "Sam & co",
        house("Programme, access and RSVP:"),
        f"{settings.SITE_URL}/cafes/cafe-cm-100/",
    ]
    assert str(event["LOCATION"]) == "Au Soleil, 12 rue du Faubourg, 75010 Paris"


def test_the_description_has_three_to_eight_lines_and_ends_with_the_page():
    bare = an_edition(description="", venue=None)
    full = an_edition(description="\n\n".join(f"Paragraphe {n} " + "x" * 500 for n in range(40)))
    gone = an_edition(description=full.description, status="cancelled", cancellation_reason="Grève")
    for edition in [bare, full, gone]:
        lines = str(only_event(a_feed(edition))["DESCRIPTION"]).split("\n")
        assert 3 <= len(lines) <= 8
        assert all(0 < len(line) <= 200 for line in lines)
        assert lines[-1] == f"{settings.SITE_URL}/cafes/cafe-cm-100/"


def test_the_description_says_when_the_list_opens_and_closes():
    start = datetime.datetime(2027, 3, 31, 17, tzinfo=UTC)  # the clocks went forward three days before
    edition = an_edition(opens_at=start - datetime.timedelta(days=10), closes_at=start - datetime.timedelta(days=1))
    assert str(only_event(a_feed(edition))["DESCRIPTION"]).splitlines()[6:8] == [
        "Inscriptions ouvertes à partir du dimanche 21 mars à 18:00.",
        "Inscriptions ouvertes jusqu’au mardi 30 mars à 19:00.",
    ]


def test_a_venue_of_which_little_is_known_leaves_out_what_is_not():
    venue = a_venue(host="", address="", postal_code="", city="", latitude=None, longitude=None, transport="")
    event = only_event(a_feed(an_edition(venue=venue)))
    assert str(event["LOCATION"]) == "Au Soleil"
    assert not {"GEO", "X-APPLE-STRUCTURED-LOCATION"} & set(event)


def test_a_place_near_both_zero_lines_is_written_without_exponents():
    venue = a_venue(latitude=0.00001, longitude=-0.00003)
    assert "GEO:0.000010;-0.000030" in unfolded(a_feed(an_edition(venue=venue)))


def test_no_property_is_empty():
    editions = [
        an_edition(description="", theme="", number=None, venue=a_venue(name=" ", host="", address="")),
        an_edition(venue=None, status="cancelled", cancellation_reason=" "),
    ]
    assert [line for line in unfolded(a_feed(*editions)) if line.endswith(":")] == []


def test_a_title_has_255_characters_at_most():
    series = Series(slug="long", name="é" * 120, time_zone="Europe/Paris")
    edition = an_edition(series=series, theme="ü" * 120, status="cancelled")
    long = an_edition(venue=a_venue(name="n" * 120, address="a" * 160, city="c" * 80))
    assert len(str(only_event(a_feed(edition))["SUMMARY"])) <= 255
    assert len(str(only_event(a_feed(long))["LOCATION"])) == 255


NASTY = 'Un \\ deux; trois, quatre\r\nBEGIN:VALARM\nfin "cité" \x00\x0b\x1b\u2028\u0085\ud800 ☕ n\\n'
NASTY_ON_ONE_LINE = 'Un \\ deux; trois, quatre BEGIN:VALARM fin "cité" ☕ n\\n'


def test_nasty_text_stays_text():
    venue = a_venue(name=NASTY, host=NASTY, address=NASTY, transport=NASTY)
    edition = an_edition(theme=NASTY, description=NASTY, venue=venue)
    body = a_feed(edition, name=NASTY)
    calendar = icalendar.Calendar.from_ical(body)
    assert [part.name for part in calendar.walk()] == [
        "VCALENDAR",
        "VTIMEZONE",
        "DAYLIGHT",
        "STANDARD",
        "VEVENT",
    ]
    event = only_event(body)
    theirs = vobject.readOne(body.decode()).vevent
    assert str(calendar["X-WR-CALNAME"]) == escaped(NASTY_ON_ONE_LINE)
    assert str(event["SUMMARY"]) == theirs.summary.value
    assert str(event["SUMMARY"]).endswith(NASTY_ON_ONE_LINE)
    assert str(event["LOCATION"]) == theirs.location.value
    assert str(event["LOCATION"]) == f"{NASTY_ON_ONE_LINE}, {NASTY_ON_ONE_LINE}, 75010 Paris"
    apple = event["X-APPLE-STRUCTURED-LOCATION"].params
    assert apple["X-TITLE"] == NASTY_ON_ONE_LINE.replace('"', " ").replace("  ", " ")
    assert event["DESCRIPTION"].splitlines()[:3] == ["Un \\ deux; trois, quatre", "BEGIN:VALARM", 'fin "cité"']
    assert str(event["DESCRIPTION"]) == theirs.description.value


@pytest.mark.parametrize("length", range(20, 75))
def test_lines_are_folded_at_75_octets_and_between_characters(length):
    theme = "a" * length + "☕🦝é" * 12
    body = a_feed(an_edition(theme=theme))
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert b"\r" not in body.replace(b"\r\n", b"")
    for line in body.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # raises UnicodeDecodeError where a character is cut
    assert str(only_event(body)["SUMMARY"]).endswith(theme)


def test_a_line_with_a_mail_address_is_left_out():
    edition = an_edition(description="Bonsoir.\n\nÉcrire à lea@example.org pour parler.\n\nÀ bientôt.")
    lines = str(only_event(a_feed(edition))["DESCRIPTION"]).splitlines()
    assert lines[1:3] == ["Bonsoir.", "À bientôt."]
    assert "lea@example.org" not in str(lines)


# What the calendar says ---------------------------------------------------------------------------------------------


def test_a_feed_names_itself_and_how_often_to_come_back():
    with override(settings.LANGUAGE_CODE):
        calendar = icalendar.Calendar.from_ical(a_feed(an_edition(), name="Café, l'agenda; tout"))
    assert calendar.errors == []
    assert properties(calendar) == {
        "VERSION": ({}, "2.0"),
        "PRODID": ({}, f"-//{settings.COMMUNITY_NAME}//{settings.SITE_HOST}//{settings.LANGUAGE_CODE.upper()}"),
        "CALSCALE": ({}, "GREGORIAN"),
        "NAME": ({}, escaped("Café, l'agenda; tout")),
        "X-WR-CALNAME": ({}, escaped("Café, l'agenda; tout")),
        "X-WR-TIMEZONE": ({}, "Europe/Paris"),
        "REFRESH-INTERVAL": ({"VALUE": "DURATION"}, "PT1H"),
        "X-PUBLISHED-TTL": ({}, "PT1H"),
        "SOURCE": ({"VALUE": "URI"}, "https://cafe.example/calendar.ics"),
        "URL": ({}, "https://cafe.example/cafes/"),
        "COLOR": ({}, "teal"),
        "X-APPLE-CALENDAR-COLOR": ({}, "#008080"),
    }


def test_a_download_is_one_event_and_its_zone():
    calendar = icalendar.Calendar.from_ical(ics.download(an_edition()))
    assert set(properties(calendar)) == {"VERSION", "PRODID", "CALSCALE"}
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE", "VEVENT"]


def test_an_edition_has_the_same_bytes_in_feed_and_download():
    edition = an_edition()
    alone = ics.vevent(edition).to_ical()
    assert alone in a_feed(an_edition(uid=uuid.uuid4()), edition)
    assert alone in ics.download(edition)
    assert PARIS.encode() in a_feed(edition)
    assert PARIS.encode() in ics.download(edition)


def test_the_bytes_do_not_depend_on_the_reader_or_the_day(time_machine):
    bodies = set()
    for language, day in [("fr", "2026-01-01"), ("en", "2027-03-31 18:00"), ("fr", "2031-07-01")]:
        time_machine.move_to(day)
        with override(language):
            bodies.add(a_feed(an_edition(), an_edition(venue=None)) + ics.download(an_edition()))
    assert len(bodies) == 1


def test_a_feed_without_editions_is_still_a_calendar():
    calendar = icalendar.Calendar.from_ical(a_feed())
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_no_file_names_a_person_or_rings():
    words = {line.split(":")[0].split(";")[0] for line in unfolded(a_feed(an_edition()) + ics.download(an_edition()))}
    assert not words & {"ORGANIZER", "ATTENDEE", "CONTACT", "ATTACH", "METHOD", "ACTION", "TRIGGER", "RRULE:"}
    assert a_feed(an_edition()).count(b"UID:") == 1  # the event's; none of the calendar


# Clocks ---------------------------------------------------------------------------------------------------------------


def moments_around_changes(zone: ZoneInfo, years: range) -> list[datetime.datetime]:
    """Full hours next to every change of the clocks, and an evening in each winter and summer."""
    day, hour = datetime.timedelta(days=1), datetime.timedelta(hours=1)
    moments = [datetime.datetime(year, month, 15, 18, tzinfo=UTC) for year in years for month in (1, 7)]
    start, end = datetime.datetime(years.start, 1, 1, tzinfo=UTC), datetime.datetime(years.stop, 1, 1, tzinfo=UTC)
    while start < end:
        if start.astimezone(zone).utcoffset() != (start + day).astimezone(zone).utcoffset():
            hours = [start + n * hour for n in range(25)]
            last = max(
                each for each in hours if each.astimezone(zone).utcoffset() == start.astimezone(zone).utcoffset()
            )
            moments += [last + n * hour for n in (-2, -1, 0, 1, 2, 3)]
        start += day
    return moments


@pytest.mark.parametrize("name", ZONES)
def test_readers_agree_on_the_instants_at_every_change_of_the_clocks(name):
    zone = ZoneInfo(name)
    series = Series(slug="cafe", name="Café", time_zone=name)
    moments = moments_around_changes(zone, range(2026, 2037))
    body = a_feed(*(an_edition(series=series, starts_at=moment, uid=uuid.uuid4()) for moment in moments))
    # By a name that nobody knows, readers have only the rules of the file to go by.
    for text in [body.decode(), body.decode().replace(name, f"Nowhere/{name.replace('/', '-')}")]:
        theirs = [event.dtstart.value.astimezone(UTC) for event in vobject.readOne(text).vevent_list]
        ours = [event["DTSTART"].dt.astimezone(UTC) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
        assert theirs == moments
        assert ours == moments


@pytest.mark.parametrize("name", [*ZONES, *ODD_ZONES])
def test_the_rules_of_a_zone_are_those_of_the_iana(name):
    zone = ZoneInfo(name)
    moments = moments_around_changes(zone, range(2009, 2032))
    written = icalendar.Timezone.from_ical(vtimezone(zone, moments).to_ical().replace(name.encode(), b"Nowhere"))
    rules = written.to_tz(lookup_tzid=False)
    walls = [moment.astimezone(zone) for moment in moments]
    assert [(wall, rules.utcoffset(wall.replace(tzinfo=None))) for wall in walls if wall.fold == 0] == [
        (wall, wall.utcoffset()) for wall in walls if wall.fold == 0
    ]


def test_the_rules_of_paris_are_the_same_bytes_for_all_years():
    paris = ZoneInfo("Europe/Paris")
    for year in [1996, 2009, 2026, 2053, 9998]:
        assert vtimezone(paris, [datetime.datetime(year, 6, 1, tzinfo=UTC)]).to_ical().decode() == PARIS
    assert vtimezone(paris, []).to_ical().decode() == PARIS


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Asia/Tokyo", []),
        ("America/New_York", ["FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]),
        ("Australia/Sydney", ["FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=10"]),
        (
            "America/Nuuk",
            ["FREQ=YEARLY;BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"],
        ),
        ("Africa/Casablanca", []),
    ],
)
def test_yearly_rules_are_written_as_rules(name, rules):
    component = vtimezone(ZoneInfo(name), [datetime.datetime(2027, 6, 1, tzinfo=UTC)])
    assert [part["RRULE"].to_ical().decode() for part in component.subcomponents if "RRULE" in part] == rules
    assert b"RDATE" not in component.to_ical()


def test_a_time_that_the_clocks_show_twice_is_written_in_utc():
    half_past_two = datetime.datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    hour = datetime.timedelta(hours=1)
    written = [
        properties(only_event(a_feed(an_edition(starts_at=half_past_two - 5 * hour, ends_at=end))))["DTEND"]
        for end in [half_past_two - hour, half_past_two, half_past_two + hour, half_past_two + 2 * hour]
    ]
    assert written == [
        ({"TZID": "Europe/Paris"}, "20261025T013000"),
        ({}, "20261025T003000Z"),
        ({}, "20261025T013000Z"),
        ({"TZID": "Europe/Paris"}, "20261025T033000"),
    ]


def test_a_feed_of_two_zones_has_the_rules_of_both():
    tokyo = Series(slug="tokyo", name="Tokyo", time_zone="Asia/Tokyo")
    calendar = icalendar.Calendar.from_ical(a_feed(an_edition(), an_edition(series=tokyo), an_edition()))
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Tokyo", "Europe/Paris"]
