"""The board: what needs an organizer now, step by step, and what else waits."""

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone, translation

from events.models import Edition, HostPage
from events.readiness import readiness
from members.models import Mail
from tests.events.desk import errors, url
from tests.factories import make_edition, make_member, make_offer, make_series, make_venue, paris
from venues.models import Venue

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(paris(2026, 3, 2, 12), tick=False) as clock:
        yield clock


def steps(edition: Edition) -> dict[str, tuple[str, str]]:
    with translation.override("en"):
        [known] = Edition.objects.filter(pk=edition.pk).for_cards()
        return {step.key: (step.state, step.words) for step in readiness(known)}


def to_do(edition: Edition) -> list[tuple[str, str]]:
    with translation.override("en"):
        return [(step.key, step.page) for step in Edition.objects.get(pk=edition.pk).steps if step.is_to_do]


# The steps ------------------------------------------------------------------------------------------------------------


def test_draft_of_a_date_needs_everything_that_an_organizer_does(series):
    draft = make_edition(series, status="draft", theme="", starts_at=paris(2026, 3, 25, 19))
    assert steps(draft) == {
        "venue": ("to-do", "Set the venue"),
        "access": ("later", "access"),
        "theme": ("to-do", "Give it a theme"),
        "announced": ("to-do", "Publish"),
        "places": ("later", "places"),
        "reminder": ("later", "reminder"),
        "list": ("later", "reception list"),
        "recap": ("later", "recap"),
    }
    edit = url("edit", draft.slug)
    assert to_do(draft) == [
        ("venue", f"{edit}#id_venue"),
        ("theme", f"{edit}#id_theme"),
        ("announced", url("publish", draft.slug)),
    ]


def test_edition_that_lacks_nothing_says_how_it_stands(series, organizer):
    venue = make_venue("Ici", access_checked_on=timezone.localdate())
    edition = make_edition(series, venue=venue, starts_at=paris(2026, 3, 25, 19), capacity=1)
    for name in ("Ada", "Bob"):
        edition.rsvp(make_member(name))
    HostPage.open_for(edition, by=organizer, email="hana@example.org")
    assert steps(edition) == {
        "venue": ("done", "venue"),
        "access": ("done", "access"),
        "theme": ("done", "theme"),
        "announced": ("done", "announced"),
        "places": ("done", "1 place of 1 taken, 1 party on the waitlist"),
        "reminder": ("later", "reminder on 25 March"),
        "list": ("later", "list to reception on 24 March"),
        "recap": ("later", "recap"),
    }


def test_what_has_left_by_itself_is_done(series, organizer):
    edition = make_edition(series, venue=make_venue(), starts_at=paris(2026, 3, 3, 19))
    page = HostPage.open_for(edition, by=organizer, email="hana@example.org")
    edition.rsvp(make_member())
    page.tell(timezone.now())
    Edition.objects.update(reminded_at=timezone.now())
    known = steps(edition)
    assert (known["reminder"], known["list"]) == (("done", "reminder sent"), ("done", "list sent to reception"))


@pytest.mark.parametrize(
    ("day", "page", "state"),
    [
        (paris(2026, 3, 20, 19), None, "to-do"),
        (paris(2026, 4, 20, 19), None, "later"),
        (paris(2026, 3, 20, 19), {"email": ""}, "to-do"),
        (paris(2026, 3, 20, 19), {"email": "hana@example.org", "revoked_at": paris(2026, 3, 1, 9)}, "to-do"),
        (paris(2026, 3, 20, 19), {"email": "hana@example.org"}, "later"),
    ],
)
def test_somebody_to_get_the_reception_list_is_missed_from_three_weeks_before(series, organizer, day, page, state):
    edition = make_edition(series, venue=make_venue(), starts_at=day)
    if page is not None:
        HostPage.open_for(edition, by=organizer, **page)
    assert steps(edition)["list"][0] == state


def test_contact_of_a_place_that_the_cafe_has_left_gets_no_list(series, organizer):
    edition = make_edition(series, venue=make_venue(), starts_at=paris(2026, 3, 20, 19))
    HostPage.open_for(edition, by=organizer, email="hana@example.org")
    edition.change(venue=make_venue())
    assert steps(edition)["list"][0] == "to-do"


def test_venue_whose_access_nobody_has_looked_at_leads_to_it(series):
    edition = make_edition(series, venue=make_venue("Ici"), starts_at=paris(2026, 5, 20, 19))
    assert to_do(edition) == [("access", url("venue", "ici") + "#access")]
    Venue.objects.update(access_checked_on=timezone.localdate())
    assert to_do(edition) == []


def test_more_people_than_places_are_something_to_do(series):
    edition = make_edition(series, starts_at=paris(2026, 5, 20, 19), capacity=3)
    for _person in range(3):
        edition.rsvp(make_member())
    edition.change(capacity=1)
    assert steps(edition)["places"] == ("to-do", "2 people too many: who comes")


def test_draft_whose_date_is_over_needs_another(series):
    draft = make_edition(series, status="draft", starts_at=paris(2026, 3, 2, 11))
    assert steps(draft)["announced"] == ("to-do", "Choose another date")


@pytest.mark.parametrize(("days", "state"), [(2, "to-do"), (59, "to-do"), (61, "later")])
def test_recap_is_missed_for_two_months(series, clock, days, state):
    edition = make_edition(series, starts_at=paris(2026, 3, 1, 19))
    clock.move_to(edition.ends_at + days * DAY)
    assert steps(edition)["recap"][0] == state


def test_published_recap_is_done(series):
    edition = make_edition(series, starts_at=paris(2026, 2, 25, 19))
    edition.write_recap("Merci", is_published=True)
    assert steps(edition)["recap"] == ("done", "recap")


# The board ------------------------------------------------------------------------------------------------------------


def test_board_begins_with_the_recap_that_is_missing_then_what_comes(desk, series):
    make_edition()  # somebody else's
    ancient = make_edition(series, starts_at=paris(2025, 2, 26, 19))
    told = make_edition(series, starts_at=paris(2026, 1, 28, 19))
    told.write_recap("Merci", is_published=True)
    cancelled = make_edition(series, starts_at=paris(2026, 2, 18, 19), status="cancelled")
    untold = make_edition(series, starts_at=paris(2026, 2, 25, 19))
    later = make_edition(series, starts_at=paris(2026, 6, 24, 19), status="draft")
    soon = make_edition(series, starts_at=paris(2026, 3, 25, 19))
    context = desk.get(url("board")).context
    assert list(context["page_obj"]) == [untold, soon, later]
    assert list(context["past"]) == [cancelled, told, ancient]
    assert context["needing"] == 2  # the draft in June can wait


def buttons(page: str) -> list[str]:
    return re.findall(r'<a class="button[^"]*" href="([^"]+)"', page.split('<ol class="menu"', 1)[1])


def test_what_is_missing_is_the_button_to_do_it(desk, series):
    draft = make_edition(series, status="draft", theme="", starts_at=paris(2026, 3, 25, 19))
    edit = url("edit", draft.slug)
    assert buttons(desk.get(url("board")).content.decode()) == [
        f"{edit}#id_venue",
        f"{edit}#id_theme",
        url("publish", draft.slug),
    ]


def test_cancelled_edition_to_come_offers_to_reopen_it(desk, series):
    edition = make_edition(series, theme="", starts_at=paris(2026, 3, 25, 19))
    edition.cancel(reason="Grève")
    response = desk.get(url("board"))
    assert f'href="{url("reopen", edition.slug)}"' in response.content.decode()
    assert (buttons(response.content.decode()), response.context["needing"]) == ([], 0)


def test_what_else_waits_is_said_in_numbers(desk, series, organizer):
    assert desk.get(url("board")).context["waiting"] == []
    make_offer(series)
    make_offer(make_series())  # another series'
    member = make_member()
    make_edition(series).rsvp(member)
    Mail.objects.update(state="failed")
    member.suggest_trade("Animation de serveur")
    with translation.override("en"):
        waiting = desk.get(url("board")).context["waiting"]
    assert waiting == [
        ("1 offer to host waits", url("offers")),
        ("1 mail did not arrive", url("mail")),
        ("1 trade is suggested", url("trades")),
    ]


def test_where_nothing_is_missing_the_board_says_so(desk, series):
    make_edition(series, venue=make_venue(access_checked_on=timezone.localdate()), starts_at=paris(2026, 5, 20, 19))
    assert "Nothing. Enjoy the quiet." in desk.get(url("board")).content.decode()


# Copying --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def model(series):
    return make_edition(
        series,
        venue=make_venue("Ici", capacity=60),
        starts_at=paris(2026, 2, 25, 18, 30),
        ends_at=paris(2026, 2, 25, 20),
        capacity=50,
        description="Au *menu*",
        closes_at=paris(2026, 2, 24, 18, 30),
    )


def test_copy_of_the_last_one_has_all_but_its_theme_at_the_next_date(desk, series, model):
    make_edition(series, status="draft", starts_at=paris(2026, 4, 29, 19))
    response = desk.get(url("copy-last", "cafe"), follow=True)
    form = response.context["form"]
    shown = ("date", "starts", "ends", "venue", "theme", "description", "capacity", "opens", "closes")
    assert {name: form[name].value() for name in shown} == {
        "date": datetime.date(2026, 3, 25),
        "starts": datetime.time(18, 30),
        "ends": datetime.time(20),
        "venue": "ici",
        "theme": "",
        "description": "Au *menu*",
        "capacity": 50,
        "opens": None,
        "closes": datetime.datetime(2026, 3, 24, 18, 30),  # noqa: DTZ001 (what the clocks of the series show)
    }
    assert series.editions.count() == 2  # nothing is saved yet


def test_copy_is_saved_as_an_edition_of_its_own_and_a_second_click_is_the_same(desk, series, model):
    form = desk.get(url("copy", model.slug)).context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() not in (None, [], False)}
    typed["closes"] = typed["closes"].strftime("%Y-%m-%dT%H:%M")  # as the browser sends what it shows
    for _click in range(2):
        response = desk.post(url("copy", model.slug), {**typed, "theme": "Neuf", "intent": "save"})
        assert response["Location"] == url("board")
    copy = series.editions.exclude(pk=model.pk).get()
    assert (copy.status, copy.theme, copy.venue, copy.capacity) == ("draft", "Neuf", model.venue, 50)
    assert copy.number == model.number + 1
    model.refresh_from_db()
    assert model.theme == "Thème"


def test_copy_without_a_cadence_is_four_weeks_later_on_the_same_day_of_the_week(desk, series, model, clock):
    series.cadence = ""
    series.save()
    assert desk.get(url("copy", model.slug)).context["form"]["date"].value() == datetime.date(2026, 3, 25)
    Edition.objects.update(starts_at=paris(2025, 12, 10, 19), ends_at=paris(2025, 12, 10, 21))
    assert desk.get(url("copy", model.slug)).context["form"]["date"].value() == datetime.date(2026, 3, 4)


def test_last_one_is_the_one_that_took_place_last_or_before_the_first_the_last_to_come(desk, series):
    soon, later = (make_edition(series, starts_at=paris(2026, month, 25, 19)) for month in (4, 5))
    assert desk.get(url("copy-last", "cafe"))["Location"] == url("copy", later.slug)
    Edition.objects.filter(pk=soon.pk).update(starts_at=paris(2026, 2, 25, 19), ends_at=paris(2026, 2, 25, 21))
    assert desk.get(url("copy-last", "cafe"))["Location"] == url("copy", soon.slug)


def test_copy_of_none_is_a_new_one(desk, series):
    make_edition(series, status="draft")
    assert desk.get(url("copy-last", "cafe"))["Location"] == url("new")


# Where a new venue is -------------------------------------------------------------------------------------------------


def typed(**changes: str) -> dict[str, str]:
    return {
        "date": "2026-03-25",
        "starts": "19:00",
        "ends": "21:30",
        "venue": "+",
        "venue_name": "Le Wagon",
        "venue_position": "48.8677, 2.3855",
        "theme": "",
        "description": "",
        "intent": "save",
        **changes,
    }


def test_new_venue_gets_its_position(desk, series):
    desk.post(url("new"), typed())
    venue = Venue.objects.get()
    assert (venue.latitude, venue.longitude) == (48.8677, 2.3855)


def test_position_that_seems_the_wrong_way_round_is_asked_about(desk, series):
    make_edition(series, venue=make_venue("Ici", latitude=48.86, longitude=2.34), starts_at=paris(2026, 2, 25, 19))
    swapped = typed(venue_position="2.3855, 48.8677")
    response = desk.post(url("new"), swapped)
    assert errors(response) == {
        "venue_position": [
            "This is far from the places where the café meets; 48.8677, 2.3855 would be near them. The latitude comes "
            "first. Is it meant the other way round?"
        ]
    }
    assert not Venue.objects.filter(slug="le-wagon").exists()
    taken = desk.post(url("new"), {**swapped, "take_position": "48.8677, 2.3855"}).context["form"]
    assert (taken["venue_position"].value(), taken["venue_name"].value()) == ("48.8677, 2.3855", "Le Wagon")
    desk.post(url("new"), {**swapped, "position_as_typed": "on"})
    assert Venue.objects.get(slug="le-wagon").latitude == 2.3855


@pytest.mark.parametrize("position", ["45.76, 4.83", "43.6, 1.44", "-33.87, 151.21"])
def test_other_positions_are_taken_as_they_are(desk, series, position):
    make_edition(series, venue=make_venue("Ici", latitude=48.86, longitude=2.34), starts_at=paris(2026, 2, 25, 19))
    desk.post(url("new"), typed(venue_position=position))
    assert str(Venue.objects.get(slug="le-wagon").position) == position


def test_latitude_that_is_none_is_refused(desk, series):
    response = desk.post(url("new"), typed(venue_position="102.5, 45"))
    assert errors(response) == {
        "venue_position": ["A latitude goes from -90 to 90: 102.5 is none. It comes first, then the longitude."]
    }
