"""On the day of a café the home page is about the way there: when it says so, what it says, and to whom."""

import datetime
from zoneinfo import ZoneInfo

import html5lib
import pytest

from events.models import Edition, KeptAnswer
from events.models.kept import key_of
from events.wallclock import day_begins
from members.models import Visibility
from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = pytest.mark.django_db
UTC = datetime.UTC
EVENING = datetime.datetime(2026, 3, 4, 18, tzinfo=UTC)  # seven o'clock in Paris, a Wednesday


def main_of(client) -> str:
    document = html5lib.parse(client.get("/").content.decode(), namespaceHTMLElements=False)
    return " ".join("".join(document.find(".//main").itertext()).split())


def date_of(client) -> str:
    document = html5lib.parse(client.get("/").content.decode(), namespaceHTMLElements=False)
    return " ".join("".join(document.find(".//p[@class='poster-date']").itertext()).split())


@pytest.fixture
def tonight(time_machine) -> Edition:
    time_machine.move_to(EVENING - datetime.timedelta(hours=9), tick=False)
    venue = make_venue("Au Soleil", transport="Métro 4, Les Halles", getting_in="Code 1234", has_lift=True)
    return make_edition(make_series(), starts_at=EVENING, venue=venue)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime.datetime(2026, 3, 3, 22, 59, 59, tzinfo=UTC), "mercredi 4 mars"),
        (datetime.datetime(2026, 3, 3, 23, tzinfo=UTC), "Ce soir, dès 19:00"),
        (datetime.datetime(2026, 3, 4, 17, 59, 59, tzinfo=UTC), "Ce soir, dès 19:00"),
        (datetime.datetime(2026, 3, 4, 18, tzinfo=UTC), "C’est maintenant, jusqu’à 21:00"),
        (datetime.datetime(2026, 3, 4, 19, 59, 59, tzinfo=UTC), "C’est maintenant, jusqu’à 21:00"),
    ],
)
def test_home_says_tonight_from_midnight_until_the_end(client, tonight, time_machine, moment, said):
    time_machine.move_to(moment, tick=False)
    assert date_of(client) == said


def test_home_turns_to_the_next_café_when_this_one_is_over(client, tonight, time_machine):
    make_edition(tonight.series, starts_at=EVENING + datetime.timedelta(days=21))
    time_machine.move_to(EVENING + datetime.timedelta(hours=2), tick=False)
    assert date_of(client) == "mercredi 25 mars"


def test_a_café_at_noon_is_today(client, tonight):
    Edition.objects.update(starts_at=EVENING - datetime.timedelta(hours=6))
    assert date_of(client) == "Aujourd’hui, dès 13:00"


def test_a_café_past_midnight_is_still_on(client, tonight, time_machine):
    Edition.objects.update(ends_at=EVENING + datetime.timedelta(hours=7))
    time_machine.move_to(EVENING + datetime.timedelta(hours=6), tick=False)
    assert date_of(client) == "C’est maintenant, jusqu’à 02:00"


def test_a_cancelled_café_is_not_tonight(client, tonight):
    tonight.cancel(reason="Une grève")
    assert "Ce soir" not in main_of(client)


def test_home_tells_the_way_and_keeps_the_code_for_those_with_a_place(client, tonight):
    for fact in ("16 rue Pierre Lescot, 75001 Paris", "Métro 4, Les Halles", "ascenseur : oui"):
        assert fact in main_of(client)
    assert "1234" not in main_of(client)
    member = make_member()
    client.force_login(member)
    assert "1234" not in main_of(client)
    tonight.rsvp(member)
    assert "Code 1234" in main_of(client)


def test_without_a_place_yet_home_says_where_it_will_be_told(client, tonight):
    Edition.objects.update(venue=None)
    assert "Le lieu se règle encore" in main_of(client)


def test_those_of_the_team_who_come_are_there_to_welcome_as_far_as_the_reader_may_see_them(client, tonight):
    team = {
        "Greta Public": ("greeter", Visibility.PUBLIC),
        "Claire Membres": ("organizer", Visibility.MEMBERS),
        "Omar Ailleurs": ("organizer", Visibility.PUBLIC),
        "Nora Personne": ("greeter", Visibility.NOBODY),
    }
    for name, (role, visibility) in team.items():
        member = make_member(name, visibility=visibility)
        tonight.series.appoint(member, role)
        if name != "Omar Ailleurs":
            tonight.rsvp(member)
    tonight.rsvp(make_member("Paul Public", visibility=Visibility.PUBLIC))
    names = [*team, "Paul Public"]
    assert [name for name in names if name in main_of(client)] == ["Greta Public"]
    client.force_login(make_member())
    assert [name for name in names if name in main_of(client)] == ["Greta Public", "Claire Membres"]


def test_the_page_that_is_kept_ends_when_the_day_begins_where_the_café_is(client, tonight, time_machine):
    """In Auckland the day of this café begins at noon of the day before, by the clocks of the house."""
    series = make_series(time_zone="Pacific/Auckland")
    Edition.objects.update(series=series, starts_at=datetime.datetime(2026, 3, 4, 6, tzinfo=UTC))
    midnight = datetime.datetime(2026, 3, 3, 11, tzinfo=UTC)
    time_machine.move_to(midnight - datetime.timedelta(seconds=1), tick=False)
    assert date_of(client) == "mercredi 4 mars"
    assert KeptAnswer.objects.held(key_of("/")).is_fresh
    time_machine.move_to(midnight, tick=False)
    assert date_of(client) == "Ce soir, dès 19:00"


def test_the_page_that_is_kept_knows_when_somebody_joins_or_leaves_the_team(client, tonight):
    member = make_member("Greta Public", visibility=Visibility.PUBLIC)
    tonight.rsvp(member)
    owner = make_member("Olga")
    tonight.series.appoint(owner, "owner")
    said = ["Greta Public" in main_of(client)]
    tonight.series.appoint(member, "greeter")
    said.append("Greta Public" in main_of(client))
    tonight.series.dismiss(member)
    said.append("Greta Public" in main_of(client))
    assert said == [False, True, False]


@pytest.mark.parametrize(
    ("zone", "moment", "begins"),
    [
        ("Europe/Paris", "2026-03-29T20:00", "2026-03-28T23:00"),  # the clocks are put forward in the night
        ("Europe/Paris", "2026-10-25T20:00", "2026-10-24T22:00"),  # and back
        ("Africa/Cairo", "2026-04-24T17:00", "2026-04-23T22:00"),  # forward at midnight: the day begins at one
        ("Pacific/Kiritimati", "2026-03-04T06:00", "2026-03-03T10:00"),
    ],
)
def test_a_day_begins_at_midnight_or_with_the_first_time_that_its_clocks_show(zone, moment, begins):
    told = datetime.datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert day_begins(told, ZoneInfo(zone)) == datetime.datetime.fromisoformat(begins).replace(tzinfo=UTC)
