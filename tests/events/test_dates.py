"""The dates of a series: what its cadence gives, which days are left out, the drafts made ahead."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.urls import reverse

from events.cadence import Rhythm, in_words
from events.cadence_forms import CadenceForm
from events.models import Edition, Series
from members.meanwhile import ChangedMeanwhile
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
D = datetime.date


def paris(*moment: int) -> datetime.datetime:
    return datetime.datetime(*moment, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def a_monday_in_march():
    with time_machine.travel(paris(2026, 3, 2, 12), tick=False):
        yield


@pytest.fixture
def series():
    return make_series(slug="cafe", name="Le Café", organizers=[make_member("Odile")])


@pytest.fixture
def desk(client, series):
    client.force_login(series.organizers.get())
    return client


def days(series: Series, count: int = 3) -> list[D]:
    return [date.day for date in series.dates(after=series.today(), count=count)]


def typed(**changes: object) -> dict[str, object]:
    return {"which": "-1", "weekday": "2", "interval": "1", "start_time": "19:00", "end_time": "21:30", **changes}


# In words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=MONTHLY;BYDAY=-1WE", "dernier mercredi de chaque mois"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", "premier mardi, tous les 2 mois"),
        ("FREQ=WEEKLY;BYDAY=TH", "chaque jeudi"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=SU", "dimanche, toutes les 3 semaines"),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", "selon la règle FREQ=MONTHLY;BYDAY=2TU,4TU"),
        ("", ""),
    ],
)
def test_a_cadence_is_said_in_words(rule, words):
    assert in_words(rule) == words


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=-1WE",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=3FR",
    ],
)
def test_words_and_rule_say_the_same(rule):
    assert Rhythm.of(rule).rule == rule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=WE",
        "FREQ=WEEKLY;BYDAY=1WE",
        "FREQ=DAILY",
        "FREQ=YEARLY;BYDAY=-1WE",
    ],
)
def test_what_takes_more_than_these_words_stays_a_rule(rule):
    assert Rhythm.of(rule) is None


# What the cadence gives -----------------------------------------------------------------------------------------------


def test_the_next_dates_are_marked_with_holidays_the_august_break_and_what_stands_for_them(series):
    series.cadence = "FREQ=MONTHLY;BYMONTHDAY=14"
    series.skip(D(2026, 4, 14))
    draft = make_edition(series, status="draft", starts_at=paris(2026, 5, 14, 19))
    dates = series.dates(after=series.today(), count=6)
    assert [(date.day.month, date.edition, date.is_skipped, date.holiday, date.is_august_break) for date in dates] == [
        (3, None, False, "", False),
        (4, None, True, "", False),
        (5, draft, False, "Ascension", False),
        (6, None, False, "", False),
        (7, None, False, "fête nationale", False),
        (8, None, False, "", True),
    ]
    assert [date.is_free for date in dates] == [True, False, False, True, True, True]


def test_a_series_elsewhere_has_no_french_holidays(series):
    series.time_zone, series.cadence = "America/New_York", "FREQ=MONTHLY;BYMONTHDAY=14"
    assert {(date.holiday, date.is_august_break) for date in series.dates(after=series.today())} == {("", False)}


def test_the_next_date_is_neither_skipped_nor_taken(series):
    make_edition(series, starts_at=paris(2026, 3, 25, 19))
    series.skip(D(2026, 4, 29))
    assert series.next_date(after=series.today()) == D(2026, 5, 27)


def test_a_series_without_a_cadence_has_no_dates():
    series = make_series(cadence="")
    assert (series.dates(after=series.today()), series.next_date(after=series.today()), series.plan(count=3)) == (
        [],
        None,
        [],
    )


# Drafts made ahead ----------------------------------------------------------------------------------------------------


def test_plan_makes_drafts_ahead_at_the_usual_hours_across_the_change_of_the_clocks(series):
    drafts = series.plan(count=3)
    assert [(draft.starts, draft.ends, draft.number, draft.status, draft.planned_on) for draft in drafts] == [
        (paris(2026, 3, 25, 19), paris(2026, 3, 25, 21, 30), 1, "draft", D(2026, 3, 25)),
        (paris(2026, 4, 29, 19), paris(2026, 4, 29, 21, 30), 2, "draft", D(2026, 4, 29)),
        (paris(2026, 5, 27, 19), paris(2026, 5, 27, 21, 30), 3, "draft", D(2026, 5, 27)),
    ]
    assert [draft.starts_at.astimezone(datetime.UTC).hour for draft in drafts] == [18, 17, 17]


def test_planning_again_makes_nothing_twice(series):
    series.plan(count=3)
    assert series.plan(count=3) == []
    assert [draft.planned_on for draft in series.plan(count=4)] == [D(2026, 6, 24)]


def test_a_moved_draft_stands_for_its_day_still_and_touches_no_other(series):
    moved, kept, _last = series.plan(count=3)
    before = Edition.objects.filter(pk=kept.pk).values().get()
    moved.change(starts_at=paris(2026, 3, 26, 19), ends_at=paris(2026, 3, 26, 21))
    assert series.plan(count=3) == []
    assert Edition.objects.filter(pk=kept.pk).values().get() == before
    assert days(series) == [D(2026, 3, 25), D(2026, 4, 29), D(2026, 5, 27)]


def test_moving_the_first_one_does_not_turn_every_second_week_around(series):
    series.cadence = "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"
    series.save()
    planned = [draft.planned_on for draft in series.plan(count=3)]
    first = series.editions.earliest("starts_at")
    first.change(
        starts_at=first.starts_at + datetime.timedelta(days=6), ends_at=first.ends_at + datetime.timedelta(days=6)
    )
    assert days(series) == planned


def test_an_evening_announced_by_hand_takes_its_day(series):
    make_edition(series, starts_at=paris(2026, 3, 25, 18))
    assert [draft.planned_on for draft in series.plan(count=2)] == [D(2026, 4, 29)]


def test_a_cancelled_evening_keeps_its_day(series):
    edition = make_edition(series, starts_at=paris(2026, 3, 25, 19))
    edition.cancel(reason="Grève")
    assert [draft.planned_on for draft in series.plan(count=2)] == [D(2026, 4, 29)]


def test_a_skipped_day_gets_no_draft_until_it_is_taken_back(series):
    series.skip(D(2026, 3, 25))
    series.skip(D(2026, 3, 25))
    assert [draft.planned_on for draft in series.plan(count=2)] == [D(2026, 4, 29)]
    series.meet_after_all(D(2026, 3, 25))
    assert [draft.planned_on for draft in series.plan(count=2)] == [D(2026, 3, 25)]


def test_a_planned_draft_thrown_away_does_not_come_back(series):
    series.plan(count=1)[0].discard()
    assert series.plan(count=1) == []
    assert [date.is_skipped for date in series.dates(after=series.today(), count=1)] == [True]


def test_an_evening_at_an_hour_that_the_clocks_do_not_show_is_left_to_people(series):
    series.cadence, series.start_time, series.end_time = "FREQ=DAILY", datetime.time(2, 30), datetime.time(4)
    series.save()
    with time_machine.travel(paris(2026, 3, 27, 12), tick=False):
        drafts = series.plan(count=3)
        dates = series.dates(after=series.today(), count=3)
    assert [draft.planned_on for draft in drafts] == [D(2026, 3, 28), D(2026, 3, 30)]
    assert [date.is_possible for date in dates] == [True, False, True]


def test_an_evening_may_end_after_midnight(series):
    series.end_time = datetime.time(1, 0)
    series.save()
    assert series.plan(count=1)[0].ends == paris(2026, 3, 26, 1)


def test_one_edition_a_planned_day(series):
    make_edition(series, planned_on=D(2026, 3, 25))
    with pytest.raises(IntegrityError):
        make_edition(series, planned_on=D(2026, 3, 25))


def test_a_day_is_skipped_once(series):
    series.skip(D(2026, 3, 25))
    with pytest.raises(IntegrityError):
        series.skipped_dates.create(day=D(2026, 3, 25))


def test_the_command_plans_every_series_and_prints_what_is_new(series, capsys):
    make_series(cadence="")
    call_command("plan", count=1)
    assert capsys.readouterr().out == "Le Café n°\u202f1 · mercredi 25 mars 2026, 19:00\n"
    call_command("plan", count=1)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("options", [{"count": 0}, {"count": 61}, {"series": "unknown"}])
def test_the_command_refuses_what_makes_no_sense(series, options):
    with pytest.raises(CommandError):
        call_command("plan", **options)


# At the desk ----------------------------------------------------------------------------------------------------------


def test_the_desk_shows_another_cadence_before_it_saves_it(desk, series):
    page = desk.post(reverse("organize:dates", args=["cafe"]), typed(which="1", weekday="1", show="1"))
    assert [date.day for date in page.context["dates"]][:2] == [D(2026, 3, 3), D(2026, 4, 7)]
    assert page.context["is_trial"]
    series.refresh_from_db()
    assert series.cadence == "FREQ=MONTHLY;BYDAY=-1WE"


@pytest.mark.parametrize(
    ("choices", "rule"),
    [
        ({"which": "1", "weekday": "1"}, "FREQ=MONTHLY;BYDAY=1TU"),
        ({"which": "-1", "weekday": "4", "interval": "2"}, "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR"),
        ({"which": "every", "weekday": "0", "interval": "2"}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ({"rule": "rrule:freq=monthly;byday=2tu,4tu"}, "FREQ=MONTHLY;BYDAY=2TU,4TU"),
    ],
)
def test_the_desk_saves_a_cadence_in_words_or_as_a_rule(desk, series, choices, rule):
    answer = desk.post(reverse("organize:dates", args=["cafe"]), typed(**choices, end_time="22:00"))
    assert answer.status_code == 302
    series.refresh_from_db()
    assert (series.cadence, series.end_time) == (rule, datetime.time(22))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rule", "FREQ=SOMETIMES"),
        ("rule", "FREQ=DAILY;COUNT=3"),
        ("rule", "x\x00y"),
        ("which", "5"),
        ("weekday", "7"),
        ("interval", "0"),
        ("interval", "13"),
        ("interval", "1" + "0" * 20),
        ("end_time", "19:00"),
        ("start_time", "noon"),
    ],
)
def test_a_cadence_that_makes_no_sense_is_refused_beside_its_field(desk, series, field, value):
    page = desk.post(reverse("organize:dates", args=["cafe"]), typed(**{field: value}))
    assert (page.status_code, set(page.context["form"].errors)) == (200, {field})
    series.refresh_from_db()
    assert series.cadence == "FREQ=MONTHLY;BYDAY=-1WE"


def test_saving_a_cadence_leaves_the_rest_of_the_series_alone(desk, series):
    desk.post(reverse("organize:dates", args=["cafe"]), typed(name="Autre", slug="autre", cadence="FREQ=DAILY"))
    series.refresh_from_db()
    assert (series.name, series.slug, series.cadence) == ("Le Café", "cafe", "FREQ=MONTHLY;BYDAY=-1WE")


RULE = "FREQ=MONTHLY;BYDAY=2TU,4TU"


@pytest.mark.parametrize(
    ("cadence", "saved"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", ["Lequel\u202f: chaque semaine, ou toutes les n semaines", "Jour\u202f: jeudi"]),
        (RULE, [f"Une autre règle\u202f: {RULE}"]),
    ],
)
def test_second_of_two_organizers_at_the_cadence_is_told_what_changed(desk, series, cadence, saved):
    page = reverse("organize:dates", args=["cafe"])
    mine = typed(which="2", weekday="0", rule="", seen=desk.get(page).context["form"]["seen"].value())
    Series.objects.update(cadence=cadence, end_time=datetime.time(22))
    answer = desk.post(page, mine)
    form = answer.context["form"]
    assert sorted(list(form.errors["__all__"])[1:]) == sorted([*saved, "Finit d’habitude à\u202f: 22:00"])
    assert (form["which"].value(), form["weekday"].value()) == ("2", "0")
    series.refresh_from_db()
    assert series.cadence == cadence
    desk.post(page, {**mine, "seen": form["seen"].value()})
    series.refresh_from_db()
    assert (series.cadence, series.end_time) == ("FREQ=MONTHLY;BYDAY=2MO", datetime.time(21, 30))


@pytest.mark.parametrize("changes", [{"which": "2"}, {"rule": RULE.lower()}])
def test_cadence_sent_by_two_clicks_is_saved(desk, series, changes):
    page = reverse("organize:dates", args=["cafe"])
    mine = typed(**changes, seen=desk.get(page).context["form"]["seen"].value())
    assert [desk.post(page, mine).status_code for _twice in range(2)] == [302, 302]


def test_cadence_that_somebody_saves_in_the_very_same_moment_is_not_overwritten(series):
    form = CadenceForm(typed(which="2"), series=Series.objects.get())
    assert form.is_valid()
    Series.objects.update(cadence=RULE)
    with pytest.raises(ChangedMeanwhile):
        form.save_by(series.organizers.get())
    assert Series.objects.get().cadence == RULE


def test_the_desk_makes_drafts_skips_a_day_and_takes_it_back(desk, series):
    desk.post(reverse("organize:skip-date", args=["cafe", "2026-04-29"]))
    desk.post(reverse("organize:plan", args=["cafe"]), {"count": "3"})
    assert [edition.planned_on for edition in series.editions.order_by("planned_on")] == [
        D(2026, 3, 25),
        D(2026, 5, 27),
    ]
    desk.post(reverse("organize:meet-after-all", args=["cafe", "2026-04-29"]))
    assert not series.skipped_dates.exists()


NO_DAYS = ["2026-13-01", "tomorrow", "2026-02-30"]
NO_DATES = ["0001-01-01", "2026-02-25", "2026-03-24", "2032-03-31", "9999-12-31"]  # over, no last Wednesday, too far


@pytest.mark.parametrize("day", [*NO_DAYS, *NO_DATES])
@pytest.mark.parametrize("name", ["skip-date", "meet-after-all"])
def test_a_day_that_the_cadence_does_not_make_is_no_page(desk, series, name, day):
    assert desk.post(reverse(f"organize:{name}", args=["cafe", day])).status_code == 404
    assert not series.skipped_dates.exists()


def test_without_a_cadence_no_day_is_left_out(desk, series):
    Series.objects.update(cadence="")
    assert desk.post(reverse("organize:skip-date", args=["cafe", "2026-03-25"])).status_code == 404


@pytest.mark.parametrize("count", ["", "0", "999", "x"])
def test_a_number_of_drafts_that_is_not_offered_makes_none(desk, series, count):
    assert desk.post(reverse("organize:plan", args=["cafe"]), {"count": count}).status_code == 302
    assert not series.editions.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_database_as_often_for_three_drafts_as_for_one(desk, series, django_assert_num_queries, rows):
    series.plan(count=rows)
    desk.get(reverse("organize:dates", args=["cafe"]))
    with django_assert_num_queries(7):
        desk.get(reverse("organize:dates", args=["cafe"]))
