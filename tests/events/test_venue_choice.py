"""The venue of an edition among many: a list that stays short, and the others by their name."""

import datetime

import pytest
from django.utils import timezone

from members.models import Specialty
from tests.events.desk import errors, url
from tests.factories import make_edition, make_member, make_series, make_venue
from venues.models import VENUES_SHOWN, Venue

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(series):
    """Two hundred venues, older than any that a test makes."""
    names = [f"Grande Salle {number:03}" for number in range(200)]
    return Venue.objects.bulk_create(
        Venue(name=name, name_key=name.lower().replace(" ", ""), slug=name.lower().replace(" ", "-")) for name in names
    )


def evening(**changes: str) -> dict[str, str]:
    typed = {"date": f"{timezone.localdate() + datetime.timedelta(days=30)}", "starts": "19:00", "ends": "21:00"}
    return {**typed, "venue": "?", "theme": "Soupe", "intent": "publish", **changes}


def listed(response) -> dict[str, list[str]]:
    """What the select offers, by its groups."""
    choices = response.context["form"].fields["venue"].choices
    groups = {label: [slug for slug, _name in rows] for label, rows in choices if isinstance(rows, list)}
    return {"": [value for value, rows in choices if not isinstance(rows, list)], **groups}


def ago(days: int) -> datetime.datetime:
    return timezone.now().replace(microsecond=0) - datetime.timedelta(days=days)


# The list -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 20])
def test_a_few_venues_are_all_listed_and_nothing_is_asked_beside(desk, count):
    names = sorted(make_venue(f"Lieu {number:02}").slug for number in range(count))
    response = desk.get(url("new"))
    assert listed(response) == {"": ["", "+"], "Known venues": names}
    assert "another_venue" not in response.context["form"].fields


def test_of_many_venues_those_of_the_series_and_the_newest_are_listed(desk, series, many):
    here, next_time, chosen, elsewhere = many[7], many[3], many[11], many[5]
    make_edition(series, venue=here, starts_at=ago(days=300))
    make_edition(series, venue=next_time)
    make_edition(venue=elsewhere)
    edition = make_edition(series, venue=chosen, starts_at=ago(days=5000))
    for week in range(12):
        make_edition(series, venue=many[0], starts_at=ago(days=400 + week))
    for page in ("edit", "copy"):
        shown = listed(desk.get(url(page, edition.slug)))
        newest = [venue.slug for venue in many[-(VENUES_SHOWN - 4) :]]
        assert shown == {
            "": ["", "+", "?"],
            "Known venues": [venue.slug for venue in (many[0], next_time, here, chosen)] + newest,
        }
    assert listed(desk.get(url("new")))["Known venues"] == [
        venue.slug for venue in (many[0], next_time, here, *many[-(VENUES_SHOWN - 3) :])
    ]


@pytest.mark.parametrize("count", [3, 200])
@pytest.mark.parametrize(("page", "queries"), [("edit", 8), ("copy", 11), ("new", 10)])
def test_many_venues_cost_no_more_than_a_few(desk, series, django_assert_num_queries, count, page, queries):
    edition = make_edition(series, venue=make_venue())
    for _number in range(count - 1):
        make_venue()
    with django_assert_num_queries(queries):
        response = desk.get(url(page, *([] if page == "new" else [edition.slug])))
    assert response.content.decode().count("<option") <= 23


def test_a_list_of_series_is_asked_for_once(desk, organizer, series, django_assert_num_queries):
    other = make_series(name="Autre café", organizers=[organizer])
    with django_assert_num_queries(10):
        response = desk.get(url("new"))
    assert response.context["form"].fields["series"].choices == [(other.pk, "Autre café"), (series.pk, "Le Café")]


def test_venue_that_is_not_in_the_list_can_still_be_sent(desk, series, many):
    desk.post(url("new"), evening(venue=many[42].slug))
    assert series.editions.get().venue == many[42]


def test_venue_that_does_not_exist_is_refused(desk, series, many):
    response = desk.post(url("new"), evening(venue="nul\0"))
    assert list(errors(response)) == ["venue"]
    assert not series.editions.exists()


# The others -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Le Café Carré", "cafe carre", "CARRÉ", "LeCafé-Carré", "  carre   le ", "sogeca"])
@pytest.mark.parametrize("choice", ["?", "", "grande-salle-199"])
def test_venue_is_taken_by_its_name_or_its_hosts_whatever_the_list_says(desk, series, many, words, choice):
    """Without JavaScript the field is there whatever is chosen in the list."""
    names = {"name": "Le Café Carré", "name_key": "lecafecarre", "host": "Sogéca"}
    Venue.objects.filter(pk=many[1].pk).update(**names)  # too old to be listed
    desk.post(url("new"), evening(venue=choice, another_venue=words))
    assert series.editions.get().venue == many[1]


def test_name_in_full_is_meant_before_longer_ones(desk, series, many):
    venue = make_venue("Grande Salle 01")
    desk.post(url("new"), evening(another_venue="grande salle 01"))
    assert series.editions.get().venue == venue


def test_venue_is_looked_up_and_chosen_without_saving_anything(desk, series, many):
    response = desk.post(url("new"), evening(another_venue="salle 042", intent="", find_venue="1"))
    form = response.context["form"]
    assert (form["venue"].value(), form["another_venue"].value(), form["theme"].value()) == (many[42].slug, "", "Soupe")
    assert listed(response)["Venues found"] == [many[42].slug]
    assert '<option value="grande-salle-042" selected>' in response.content.decode()
    assert not form.errors
    assert not series.editions.exists()


def test_of_several_venues_one_is_chosen_in_the_list(desk, series, many):
    response = desk.post(url("new"), evening(another_venue="salle 04"))
    assert errors(response) == {
        "venue": ["12 venues match “salle 04”: choose one in the list, or write more of its name."]
    }
    form = response.context["form"]
    assert listed(response)["Venues found"] == [venue.slug for venue in (many[4], *many[40:50], many[104])]
    assert (form["venue"].value(), form["another_venue"].value(), form["theme"].value()) == ("?", "", "Soupe")
    assert not series.editions.exists()
    desk.post(url("new"), evening(venue=many[44].slug, another_venue=""))
    assert series.editions.get().venue == many[44]


def test_list_stays_short_however_many_are_found(desk, series, many):
    response = desk.post(url("new"), evening(another_venue="salle"))
    assert errors(response) == {"venue": ["More than 20 venues match “salle”: write more of the name."]}
    assert len(listed(response)["Venues found"]) == VENUES_SHOWN
    assert response.content.decode().count("<option") <= 43


def test_name_that_nobody_knows_begins_a_new_venue(desk, series, many):
    response = desk.post(url("new"), evening(another_venue="Le Wagon"))
    assert errors(response) == {
        "venue_name": [
            "“Le Wagon” is not known yet. If it is a new venue, say below what you know of it and go on; if not, "
            "choose in the list."
        ]
    }
    form = response.context["form"]
    assert [form[name].value() for name in ("venue", "another_venue", "venue_name")] == ["+", "", "Le Wagon"]
    assert not Venue.objects.filter(name="Le Wagon").exists()
    desk.post(url("new"), evening(venue="+", another_venue="", venue_name="Le Wagon"))
    assert series.editions.get().venue.name == "Le Wagon"


def test_fields_of_a_new_venue_count_where_nobody_knows_the_name_that_was_sought(desk, series, many):
    desk.post(url("new"), evening(venue="", another_venue="Wagon", venue_name="Le Wagon"))
    assert series.editions.get().venue.name == "Le Wagon"


def test_venue_found_and_the_name_of_a_new_one_are_not_guessed_between(desk, series, many):
    response = desk.post(url("new"), evening(another_venue="salle 042", venue_name="Le Wagon"))
    assert list(errors(response)) == ["venue_name"]
    assert not series.editions.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Write the name of the venue, or choose one in the list."),
        ("nul\0", "Null characters are not allowed."),
        ("x" * 121, "Ensure this value has at most 120 characters (it has 121)."),
    ],
)
def test_name_that_cannot_be_one_gets_a_sentence(desk, series, many, words, sentence):
    response = desk.post(url("new"), evening(another_venue=words))
    assert errors(response) == {"another_venue": [sentence]}
    assert response.context["form"]["another_venue"].value() == words
    assert not series.editions.exists()


def test_known_venue_stands_in_the_list_that_its_sentence_speaks_of(desk, series, many):
    response = desk.post(url("new"), evening(venue="+", venue_name="GRANDE-SALLE 007"))
    assert list(errors(response)) == ["venue_name"]
    assert listed(response)["Venues found"] == [many[7].slug]


def test_same_name_sent_twice_is_one_edition(desk, series, many):
    first, second = (desk.post(url("new"), evening(another_venue="salle 042")) for _click in range(2))
    assert first["Location"] == second["Location"]
    assert series.editions.count() == 1


def test_venue_by_its_name_goes_through_the_mail_that_is_shown_first(desk, series, many):
    """And so do all the trades: the page in between keeps each value of each field."""
    edition = make_edition(series, venue=many[0])
    edition.rsvp(make_member())
    trades = [str(pk) for pk in Specialty.objects.values_list("pk", flat=True)[:2]]
    moments = {name: f"{value}" for name, value in desk.get(url("edit", edition.slug)).context["form"].initial.items()}
    typed = evening(**{name: moments[name] for name in ("date", "starts", "ends", "revised_at")}, intent="save")
    response = desk.post(url("edit", edition.slug), {**typed, "another_venue": "salle 042", "specialties": trades})
    kept = response.context["kept"]
    assert [value for name, value in kept if name in ("venue", "another_venue")] == [many[42].slug, ""]
    assert [value for name, value in kept if name == "specialties"] == trades
    assert "Grande Salle 042" in desk.get(response.context["mail"]).content.decode()
    desk.post(url("edit", edition.slug), {**typed, "venue": many[42].slug, "specialties": trades, "told": "1"})
    edition.refresh_from_db()
    assert edition.venue == many[42]


def test_second_of_two_organizers_keeps_every_trade_that_they_ticked(desk, series):
    edition = make_edition(series, theme="Soupe")
    trades = [str(pk) for pk in Specialty.objects.values_list("pk", flat=True)[:2]]
    form = desk.get(url("edit", edition.slug)).context["form"]
    typed = {name: f"{form.initial[name]}" for name in ("date", "starts", "ends", "revised_at")}
    edition.change(theme="Bouillon")
    typed |= {"theme": "Soupe", "specialties": trades, "intent": "save"}
    again = desk.post(url("edit", edition.slug), typed).context["form"]
    assert again["specialties"].value() == trades
