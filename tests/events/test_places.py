"""The rules of a place: RSVP, the line, who gets what."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Edition, Rsvp, RsvpClosed, TooManyGuests
from members.models import Mail
from tests.factories import fill, make_edition, make_member, make_series

pytestmark = pytest.mark.django_db


def mails() -> list[tuple[str, str]]:
    return [(mail.kind, mail.member.name) for mail in Mail.objects.select_related("member").order_by("pk")]


def line(edition: Edition) -> list[tuple[str, str]]:
    return [(rsvp.member.name, rsvp.status) for rsvp in edition.rsvps.select_related("member").order_by("position")]


def test_rsvp_takes_a_place():
    edition = make_edition(capacity=2)
    rsvp = edition.rsvp(make_member("Ada"))
    assert rsvp.is_going
    assert (edition.places_taken, edition.places_left, edition.is_full) == (1, 1, False)
    assert mails() == [("rsvp-going", "Ada")]


def test_guests_take_places_too():
    edition = make_edition(make_series(guests_at_most=3), capacity=4)
    edition.rsvp(make_member(), guests=3)
    assert (edition.places_taken, edition.is_full) == (4, True)


def test_full_edition_puts_people_in_line_in_the_order_of_joining():
    edition = make_edition(capacity=1)
    for name in ("Ada", "Bob", "Cléo"):
        edition.rsvp(make_member(name))
    assert line(edition) == [("Ada", "going"), ("Bob", "waiting"), ("Cléo", "waiting")]
    assert [edition.position_in_line(rsvp) for rsvp in edition.rsvps.waiting()] == [1, 2]
    assert mails() == [("rsvp-going", "Ada"), ("rsvp-waiting", "Bob"), ("rsvp-waiting", "Cléo")]


def test_repeated_rsvp_changes_nothing():
    edition, ada = make_edition(capacity=1), make_member("Ada")
    first = edition.rsvp(ada)
    again = edition.rsvp(ada)
    assert (again.pk, again.position, again.changed_at) == (first.pk, first.position, first.changed_at)
    assert mails() == [("rsvp-going", "Ada")]


def test_freed_place_goes_to_the_first_in_line():
    edition = make_edition(capacity=1)
    ada, bob, cleo = make_member("Ada"), make_member("Bob"), make_member("Cléo")
    for member in (ada, bob, cleo):
        edition.rsvp(member)
    Mail.objects.all().delete()
    edition.cancel_rsvp(ada)
    assert line(edition) == [("Ada", "cancelled"), ("Bob", "going"), ("Cléo", "waiting")]
    assert mails() == [("rsvp-freed", "Ada"), ("rsvp-promoted", "Bob")]


def test_party_that_does_not_fit_keeps_its_position_and_is_passed_by_a_smaller_one():
    edition = make_edition(make_series(guests_at_most=2), capacity=3)
    ada, bob = make_member("Ada"), make_member("Bob")
    edition.rsvp(ada)
    edition.rsvp(bob, guests=1)
    edition.rsvp(make_member("Trio"), guests=2)
    edition.rsvp(make_member("Dan"))
    edition.cancel_rsvp(ada)
    assert line(edition) == [("Ada", "cancelled"), ("Bob", "going"), ("Trio", "waiting"), ("Dan", "going")]
    edition.change(capacity=6)
    assert line(edition)[2] == ("Trio", "going")


def test_smaller_party_frees_places_for_the_line():
    edition = make_edition(capacity=2)
    ada = make_member("Ada")
    edition.rsvp(ada, guests=1)
    edition.rsvp(make_member("Bob"))
    edition.rsvp(ada, guests=0)
    assert line(edition) == [("Ada", "going"), ("Bob", "going")]


def test_guest_without_a_place_is_refused_and_the_place_kept():
    edition, ada = make_edition(capacity=1), make_member("Ada")
    edition.rsvp(ada)
    with pytest.raises(TooManyGuests) as refusal:
        edition.rsvp(ada, guests=1)
    assert refusal.value.guests_at_most == 0
    assert line(edition) == [("Ada", "going")]


@pytest.mark.parametrize("guests", [-1, 2])
def test_more_guests_than_the_series_allows_are_refused(guests):
    with pytest.raises(TooManyGuests):
        make_edition(capacity=9).rsvp(make_member(), guests=guests)
    assert not Rsvp.objects.exists()


def test_who_comes_back_joins_at_the_end_of_the_line():
    edition = make_edition(capacity=1)
    ada = make_member("Ada")
    for member in (ada, make_member("Bob"), make_member("Cléo")):
        edition.rsvp(member)
    edition.cancel_rsvp(ada)
    edition.rsvp(ada)
    assert line(edition) == [("Bob", "going"), ("Cléo", "waiting"), ("Ada", "waiting")]


def test_more_capacity_gives_places_to_the_line():
    edition = make_edition(capacity=1)
    for name in ("Ada", "Bob", "Cléo"):
        edition.rsvp(make_member(name))
    edition.change(capacity=2)
    assert line(edition) == [("Ada", "going"), ("Bob", "going"), ("Cléo", "waiting")]


def test_less_capacity_throws_nobody_out():
    edition = make_edition(capacity=2)
    for name in ("Ada", "Bob"):
        edition.rsvp(make_member(name))
    edition.change(capacity=1)
    assert (edition.places_taken, edition.places_left) == (2, 0)
    edition.rsvp(make_member("Cléo"))
    assert line(edition) == [("Ada", "going"), ("Bob", "going"), ("Cléo", "waiting")]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"status": "draft"}, "draft"),
        ({"status": "cancelled"}, "cancelled"),
        ({"starts_at": timezone.now() - datetime.timedelta(hours=1)}, "past"),
    ],
)
def test_closed_edition_takes_no_rsvp_and_says_why(facts, reason):
    edition = make_edition(**facts)
    with pytest.raises(RsvpClosed) as refusal:
        edition.rsvp(make_member())
    assert refusal.value.reason == reason
    assert not Rsvp.objects.exists()


def test_freeing_twice_or_nothing_changes_nothing():
    edition, ada = make_edition(), make_member("Ada")
    assert edition.cancel_rsvp(ada) is None
    edition.rsvp(ada)
    edition.cancel_rsvp(ada)
    edition.cancel_rsvp(ada)
    assert mails() == [("rsvp-going", "Ada"), ("rsvp-freed", "Ada")]


def test_cancelled_edition_tells_everybody_with_a_place_or_waiting_once():
    edition = make_edition(capacity=1)
    ada, bob, cleo = make_member("Ada"), make_member("Bob"), make_member("Cléo")
    for member in (ada, bob, cleo):
        edition.rsvp(member)
    edition.cancel_rsvp(cleo)
    Mail.objects.all().delete()
    edition.cancel(reason="Le lieu est inondé.")
    edition.cancel(reason="Encore")
    assert mails() == [("edition-cancelled", "Ada"), ("edition-cancelled", "Bob")]
    assert edition.cancellation_reason == "Le lieu est inondé."


def test_what_calendars_show_raises_the_sequence_and_a_typo_in_the_programme_does_not():
    edition = make_edition()
    edition.change(description="Une coquille")
    assert edition.sequence == 0
    revised_at = edition.revised_at
    edition.change(
        starts_at=edition.starts_at + datetime.timedelta(hours=1), ends_at=edition.ends_at + datetime.timedelta(hours=1)
    )
    assert edition.sequence == 1
    assert edition.revised_at > revised_at


# What the database itself refuses


def broken(**fields):
    edition = make_edition()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(**fields)


def test_database_refuses_an_end_before_the_start():
    broken(ends_at=timezone.now() - datetime.timedelta(days=1))


@pytest.mark.parametrize("capacity", [0, 10_000_000])
def test_database_refuses_a_capacity_outside_its_range(capacity):
    broken(capacity=capacity)


def test_database_refuses_a_status_that_does_not_exist():
    broken(status="postponed")


def test_database_refuses_a_number_twice_in_a_series():
    series = make_series()
    make_edition(series, number=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(
            series=series, number=3, slug="x", starts_at=timezone.now(), ends_at=timezone.now() + datetime.timedelta(1)
        )


def test_database_refuses_a_second_rsvp_of_a_member():
    edition, ada = make_edition(), make_member()
    edition.rsvp(ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rsvp.objects.create(edition=edition, member=ada, status="going", position=99)


def test_database_refuses_a_position_twice():
    edition = make_edition()
    edition.rsvp(make_member())
    with pytest.raises(IntegrityError), transaction.atomic():
        Rsvp.objects.create(edition=edition, member=make_member(), status="going", position=1)


@pytest.mark.parametrize("people", [3, 300])
@pytest.mark.parametrize(("capacity", "queries"), [(2, 9), (1000, 8)])
def test_one_click_asks_the_database_as_often_however_many_come_or_wait(client, people, capacity, queries):
    """Who it is (two), which café, its row under the lock, an earlier answer, the count, the answer, the mail.

    Who waits is told their position, too.
    """
    edition = make_edition(capacity=capacity)
    fill(edition, people)
    client.force_login(make_member())
    client.post("/cafes/nothing/rsvp/")
    with CaptureQueriesContext(connection) as asked:
        assert client.post(f"/cafes/{edition.slug}/rsvp/").status_code == 302
    questions = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(questions) == queries
