"""The inventory of an evening: a poem of counts, its picture, what is missing, and what none of them gives away."""

import datetime

import html5lib
import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone, translation

from events.drawing import table
from events.inventory import Line, Openness, Seat, compose
from events.models import Edition
from events.poem import last_verse, verse
from members.company import in_company
from members.models import Specialty, Visibility
from tests.factories import fill, make_edition, make_member, make_series

STRANGER = AnonymousUser()


def seat(edition: Edition, key: str, *, people: int = 1, visibility: str = "public"):
    members = [make_member(visibility=visibility) for _each in range(people)]
    for member in members:
        member.practise([Specialty.objects.get(key=key)])
        edition.rsvp(member)
    return members


def told(edition: Edition, viewer=STRANGER) -> dict[str, int]:
    """The lines by trade or family, and “others”, as this viewer reads them."""
    mix = Edition.objects.get(pk=edition.pk).inventory_for(viewer)
    return {line.trade.key if line.trade else line.family: line.count for line in mix.lines} | {"others": mix.others}


def tree(response):
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def poem_of(response) -> list[str]:
    lines = tree(response).findall(".//ul[@class='poem']/li")
    return [" ".join("".join(line.itertext()).split()) for line in lines]


# The rule, without a database --------------------------------------------------------------------------------------


class Trade:
    def __init__(self, key: str, family: str, position: int) -> None:
        self.key, self.family, self.position = key, family, position


CRISIS, WATCH, LIVE = Trade("crise", "care", 11), Trade("veille", "care", 10), Trade("video-live", "voice", 4)


def lines(*seats: tuple[Trade | None, Openness]) -> list[tuple[str, int]]:
    mix = compose([Seat(trade, openness) for trade, openness in seats])
    return [(line.trade.key if line.trade else line.family, line.count) for line in mix.lines] + [("", mix.others)]


def test_rare_trades_come_first_and_everybody_is_counted_once():
    seen = Openness.SEEN
    assert lines(*[(CRISIS, seen)] * 3, (WATCH, seen), (LIVE, seen), (None, seen)) == [
        ("video-live", 1),
        ("veille", 1),
        ("crise", 3),
        ("", 1),
    ]


def test_four_people_have_no_inventory_and_five_have():
    assert compose([Seat(CRISIS)] * 4) is None
    assert compose([Seat(CRISIS)] * 5).people == 5


def test_those_the_reader_does_not_see_count_by_whole_threes():
    veiled = Openness.VEILED
    assert lines(*[(CRISIS, veiled)] * 5) == [("crise", 3), ("", 2)]
    assert lines(*[(CRISIS, veiled)] * 2, *[(LIVE, veiled)] * 2, (None, veiled)) == [("", 5)]


def test_lone_trades_of_one_family_are_told_as_the_family():
    veiled = Openness.VEILED
    assert lines(*[(CRISIS, veiled)] * 2, *[(WATCH, veiled)] * 2, (LIVE, veiled)) == [("care", 3), ("", 2)]


def test_somebody_hidden_changes_nothing_but_the_last_line():
    seen, veiled = Openness.SEEN, Openness.VEILED
    company = [*[(CRISIS, veiled)] * 5, (WATCH, seen)]
    for trade in (CRISIS, WATCH, LIVE, None):
        before, after = lines(*company), lines(*company, (trade, Openness.HIDDEN))
        assert after[:-1] == before[:-1]
        assert after[-1][1] == before[-1][1] + 1


def test_one_more_veiled_person_never_makes_a_line_of_one_or_two():
    company = [Seat(None)] * 5
    for number in range(12):
        company.append(Seat([CRISIS, WATCH, LIVE][number % 3], Openness.VEILED))
        assert all(line.count % 3 == 0 for line in compose(company).lines)


def test_whole_threes():
    assert [in_company(people) for people in range(8)] == [0, 0, 0, 3, 3, 3, 6, 6]


# What it gives away, to whom ---------------------------------------------------------------------------------------

pytestmark = pytest.mark.django_db


def test_public_people_count_as_what_they_are():
    edition = make_edition(capacity=20)
    seat(edition, "moderation", people=2)
    seat(edition, "crise")
    fill(edition, 2)
    assert told(edition) == {"crise": 1, "moderation": 2, "others": 2}


@pytest.mark.parametrize("visibility", ["members", "cafe", "nobody"])
def test_the_trade_of_somebody_a_stranger_may_not_see_is_told_to_no_stranger(visibility):
    edition = make_edition(capacity=20)
    fill(edition, 5)
    before = told(edition)
    (member,) = seat(edition, "crise", visibility=visibility)
    assert told(edition, member) == {"crise": 1, "others": 5}  # there is something to tell
    assert told(edition) == before | {"others": before["others"] + 1}


def test_members_and_people_at_the_café_read_what_they_may_see_by_name_anyway():
    edition = make_edition(capacity=20)
    fill(edition, 4)
    seat(edition, "veille", visibility="members")
    seat(edition, "crise", visibility="cafe")
    seat(edition, "devrel", visibility="nobody")
    neighbour = edition.rsvps.first().member
    assert told(edition) == {"others": 7}
    assert told(edition, make_member()) == {"veille": 1, "others": 6}
    assert told(edition, neighbour) == {"veille": 1, "crise": 1, "others": 5}


def test_organizers_read_no_trade_that_a_member_hides():
    organizer = make_member()
    edition = make_edition(make_series(organizers=[organizer]), capacity=20)
    fill(edition, 5)
    edition.rsvp(organizer)
    seat(edition, "crise", visibility="nobody")
    assert told(edition, organizer) == {"others": 7}


def test_who_has_left_the_site_is_not_counted_under_a_trade():
    edition = make_edition(capacity=20)
    fill(edition, 5)
    (member,) = seat(edition, "crise")
    assert told(edition) == {"crise": 1, "others": 5}
    member.is_active = False
    member.save()
    assert told(edition) == {"others": 6}


def test_a_hidden_person_coming_or_leaving_moves_no_line_of_the_page(client):
    edition = make_edition(capacity=20)
    seat(edition, "crise", people=3, visibility="cafe")
    seat(edition, "veille", people=2)
    fill(edition, 2)
    page = edition.get_absolute_url()
    before = poem_of(client.get(page))
    (member,) = seat(edition, "crise", visibility="nobody")
    during = poem_of(client.get(page))
    assert before == [
        "deux veilles,",
        "trois crises évitées,",
        "deux métiers qui restent à dire,",
        "et un raton laveur.",
    ]
    assert [line for line in during if line not in before] == ["trois métiers qui restent à dire,"]
    edition.cancel_rsvp(member)
    assert poem_of(client.get(page)) == before


@pytest.mark.parametrize(
    ("visibility", "people", "is_found"),
    [("public", 1, True), ("cafe", 2, False), ("cafe", 3, True), ("members", 2, False), ("nobody", 3, False)],
)
@pytest.mark.parametrize("page", ["/specialties/crise/", "/cafes/?specialty=crise", "/specialties/crise/calendar.ics"])
def test_no_list_or_feed_of_a_trade_points_at_who_hides(client, page, visibility, people, is_found):
    if page.endswith(".ics"):  # a calendar has the evenings where the trade is strong
        is_found = is_found and people >= 3
    edition = make_edition(theme="Soirée pas comme les autres", capacity=20)
    fill(edition, 5)
    seat(edition, "crise", people=people, visibility=visibility)
    assert ("Soirée pas comme les autres" in client.get(page).content.decode()) is is_found


# The poem ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_trade_has_its_verse_in_both_languages(language):
    with translation.override(language):
        for trade in Specialty.objects.all():
            one, three = verse(Line(1, trade.family, trade)), verse(Line(3, trade.family, trade))
            assert one.startswith(("une ", "un ") if language == "fr" else "one ")
            assert three.startswith("trois " if language == "fr" else "three ")
            assert "'" not in one + three


def test_verses_name_the_activity_and_count_in_words():
    watch = Specialty.objects.get(key="veille")
    with translation.override("fr"):
        assert [verse(Line(count, "care", watch)) for count in (1, 2, 16, 17)] == [
            "une veille",
            "deux veilles",
            "seize veilles",
            "17 veilles",
        ]
        assert verse(Line(3, "care")) == "trois gestes de soin"
        assert (last_verse(1), last_verse(4)) == ("un métier qui reste à dire", "quatre métiers qui restent à dire")


def test_a_trade_without_a_verse_is_counted_by_its_name():
    trade = Specialty(key="x", family="care", name_fr="Médiation", name_en="Mediation")
    with translation.override("fr"):
        assert [verse(Line(count, "care", trade)) for count in (1, 2)] == [
            "médiation, une fois",
            "médiation, deux fois",
        ]
    with translation.override("en"):
        assert [verse(Line(count, "care", trade)) for count in (1, 2)] == ["mediation, once", "mediation, two times"]


# The picture -------------------------------------------------------------------------------------------------------

DRINKERS = [("care", 1)] * 3 + [("voice", 2)] * 4 + [("none", 0)]


def test_the_same_evening_always_makes_the_same_picture_and_another_one_another():
    assert table(DRINKERS, evening="cafe-1") == table(DRINKERS, evening="cafe-1")
    assert len({str(table(DRINKERS, evening=f"cafe-{number}")) for number in range(200)}) == 200


def test_every_person_has_a_cup_and_no_two_things_lie_on_each_other():
    for people in range(1, 151):
        drawn = table([("care", number) for number in range(people)], evening="cafe-1")
        assert len(drawn.cups) == people
    spots = [(each.x, each.y) for each in [*drawn.cups, *drawn.things]]
    assert len(set(spots)) == len(spots)
    assert all((x * x + y * y) ** 0.5 <= drawn.radius for x, y in spots)


def test_a_great_crowd_is_drawn_in_the_same_proportions():
    drawn = table([("care", 1)] * 600 + [("voice", 2)] * 300, evening="cafe-1")
    families = [cup.family for cup in drawn.cups]
    assert (families.count("care"), families.count("voice")) == (100, 50)


def test_the_picture_has_its_alternative(client):
    edition = make_edition(capacity=20)
    seat(edition, "crise", people=5)
    page = tree(client.get("/en" + edition.get_absolute_url()))
    (picture,) = [each for each in page.iter() if each.get("role") == "img"]
    assert picture.get("aria-label") == (
        "The table of the evening seen from above, with 5 cups. A raccoon looks over its edge."
    )
    assert len([each for each in page.iter() if each.get("class") == "coffee"]) == 5


# What is missing ---------------------------------------------------------------------------------------------------


def evening_before(series, number: int, *keys: str, **options):
    edition = make_edition(series, capacity=40, theme="")
    for key in keys:
        seat(edition, key, people=2, **options)
    fill(edition, 5)
    starts_at = timezone.now() - datetime.timedelta(days=30 * number)
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + datetime.timedelta(hours=2))


def missing_on(client, edition) -> list[str]:
    page = tree(client.get(edition.get_absolute_url()))
    return [link.get("href").split("/")[2] for link in page.findall(".//p[@class='missing']/a")]


def test_what_comes_to_most_evenings_and_not_to_this_one_is_missing(client):
    series = make_series()
    evening_before(series, 1, "moderation", "veille")
    evening_before(series, 2, "moderation", "crise")
    evening_before(series, 3, "veille", "moderation")
    edition = make_edition(series, capacity=40)
    fill(edition, 4)
    assert missing_on(client, edition) == []  # too few to say anything
    fill(edition, 1)
    assert missing_on(client, edition) == ["moderation", "veille"]
    seat(edition, "moderation")
    assert missing_on(client, edition) == ["veille"]


def test_a_hidden_person_neither_makes_a_trade_usual_nor_fills_its_place(client):
    series = make_series()
    for number in (1, 2, 3):
        evening_before(series, number, "moderation", visibility=Visibility.NOBODY)
    edition = make_edition(series, capacity=40)
    fill(edition, 5)
    assert missing_on(client, edition) == []
    for number in (4, 5, 6):
        evening_before(series, number, "moderation")
    assert missing_on(client, edition) == ["moderation"]
    seat(edition, "moderation", visibility="nobody")
    assert missing_on(client, edition) == ["moderation"]


def test_an_evening_that_is_over_misses_nothing(client):
    series = make_series()
    for number in (1, 2, 3):
        evening_before(series, number + 1, "moderation")
    evening_before(series, 1)
    assert missing_on(client, series.editions.order_by("-starts_at")[0]) == []


def test_what_the_reader_sees_named_is_not_missing_for_them(client):
    organizer = make_member()
    series = make_series(organizers=[organizer])
    for number in (1, 2, 3):
        evening_before(series, number, "moderation", "veille")
    edition = make_edition(series, capacity=40)
    fill(edition, 5)
    seat(edition, "moderation", visibility=Visibility.MEMBERS)
    seat(edition, "veille", visibility=Visibility.NOBODY)
    assert missing_on(client, edition) == ["moderation", "veille"]
    client.force_login(make_member())
    assert missing_on(client, edition) == ["veille"]
    client.force_login(organizer)
    response = client.get(edition.get_absolute_url())
    assert [each.trade.key for each in response.context["wanted"]] == ["veille"]
