"""The line in time: head start, last call, standing RSVPs, confirming, the door."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.chores import keep_time
from events.forecast import LEARNT_FROM
from events.models import Edition, Rsvp, RsvpClosed, Standing, TooManyGuests
from members.models import Mail
from tests.events.test_places import line, mails
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


def in_hours(hours: float) -> datetime.datetime:
    return timezone.now() + hours * HOUR


def ask(series, *members) -> None:
    for member in members:
        Standing.objects.create(series=series, member=member)


# Guests by name


def test_guests_may_be_named_up_to_their_number():
    edition, ada = make_edition(), make_member("Ada")
    assert edition.rsvp(ada, guests=1, guest_names=["Zoé", "Trop"]).guest_names == ["Zoé"]
    assert edition.rsvp(ada, guests=1).guest_names == ["Zoé"]
    assert edition.rsvp(ada, guests=0).guest_names == []


# Opening, closing, head start


@pytest.mark.parametrize(
    ("facts", "reason"), [({"closes_at": in_hours(-1)}, "closed"), ({"opens_at": in_hours(1)}, "not-yet")]
)
def test_rsvps_outside_their_hours_are_refused_and_say_why(facts, reason):
    with pytest.raises(RsvpClosed) as refusal:
        make_edition(**facts).rsvp(make_member())
    assert refusal.value.reason == reason


def test_place_can_be_freed_after_rsvps_closed():
    edition, ada = make_edition(), make_member("Ada")
    edition.rsvp(ada)
    edition.change(closes_at=in_hours(-1))
    edition.cancel_rsvp(ada)
    assert line(edition) == [("Ada", "cancelled")]


def full_last_edition(series):
    """An edition that is over, where Ada had the place and Bob was left waiting."""
    last = make_edition(series, capacity=1, starts_at=in_hours(24))
    ada, bob = make_member("Ada"), make_member("Bob")
    last.rsvp(ada)
    last.rsvp(bob)
    Edition.objects.filter(pk=last.pk).update(starts_at=in_hours(-24), ends_at=in_hours(-22))
    Mail.objects.all().delete()
    return ada, bob


def test_who_was_left_waiting_last_time_may_rsvp_a_day_before_everybody():
    series = make_series()
    ada, bob = full_last_edition(series)
    coming = make_edition(series, status="draft")
    coming.publish()
    assert mails() == [("head-start", "Bob"), ("edition-published", "Ada")]
    assert coming.closed_because == "not-yet"
    with pytest.raises(RsvpClosed):
        coming.rsvp(ada)
    assert coming.rsvp(bob).is_going
    with time_machine.travel(in_hours(24.1)):
        assert coming.rsvp(ada).is_going


def test_no_head_start_for_a_cafe_that_has_not_begun():
    series = make_series(head_start_hours=24)
    full = make_edition(series, capacity=1)
    for name in ("Ada", "Bob"):
        full.rsvp(make_member(name))
    Mail.objects.all().delete()
    following = make_edition(series, status="draft", starts_at=in_hours(40 * 24))
    following.publish()
    assert (following.opens_at, Mail.objects.filter(kind="head-start").exists()) == (None, False)


def test_opening_that_the_organizers_chose_has_its_head_start_too():
    series = make_series(head_start_hours=24)
    ada, bob = full_last_edition(series)
    opening = in_hours(72)
    coming = make_edition(series, status="draft", opens_at=opening)
    coming.publish()
    assert (mails(), coming.opens_at) == ([("head-start", "Bob"), ("edition-published", "Ada")], opening)
    with pytest.raises(RsvpClosed):
        coming.rsvp(bob)
    with time_machine.travel(opening - 23 * HOUR):
        assert coming.rsvp(bob).is_going
        with pytest.raises(RsvpClosed):
            coming.rsvp(ada)


def test_page_speaks_of_a_head_start_only_while_there_is_one(client):
    coming = make_edition(make_series(head_start_hours=24), opens_at=in_hours(72))
    none = make_edition(make_series(head_start_hours=0), opens_at=in_hours(1))

    def speaks_of_it(edition) -> bool:
        return "Were you left waiting last time?" in client.get(f"/en/cafes/{edition.slug}/").content.decode()

    assert [speaks_of_it(edition) for edition in (coming, none)] == [False, False]
    with time_machine.travel(in_hours(60)):
        assert speaks_of_it(coming)


def test_opening_that_is_put_off_shuts_nobody_out_who_has_a_place_or_waits():
    edition = make_edition(make_series(guests_at_most=2), capacity=3)
    ada, bob = make_member("Ada"), make_member("Bob")
    edition.rsvp(ada, guests=1)
    edition.rsvp(bob, guests=1)
    edition.change(opens_at=in_hours(24))
    assert edition.rsvp(bob).is_going
    edition.cancel_rsvp(ada)
    with pytest.raises(RsvpClosed):
        edition.rsvp(ada)


def test_nobody_left_waiting_means_open_to_all_at_once():
    coming = make_edition(make_series(), status="draft")
    coming.publish()
    assert (coming.closed_because, mails()) == ("", [])


def test_no_head_start_so_close_that_it_would_take_the_time_of_everybody():
    series = make_series()
    full_last_edition(series)
    coming = make_edition(series, status="draft", starts_at=in_hours(48))
    coming.publish()
    assert coming.closed_because == ""


def test_head_start_does_not_change_the_order_of_the_line():
    series = make_series(head_start_hours=24)
    ada, bob = full_last_edition(series)
    coming = make_edition(series, status="draft", capacity=1)
    coming.publish()
    with time_machine.travel(in_hours(25)):
        coming.rsvp(ada)
        coming.rsvp(bob)
    assert line(coming) == [("Ada", "going"), ("Bob", "waiting")]


# Last call


def last_call(capacity=1, **series):
    """An edition that begins in twelve hours, full, with Bob and Cléo waiting."""
    edition = make_edition(make_series(**series), capacity=capacity, starts_at=in_hours(72))
    members = [make_member(name) for name in ("Ada", "Bob", "Cléo")]
    for member in members:
        edition.rsvp(member)
    Edition.objects.filter(pk=edition.pk).update(starts_at=in_hours(12), ends_at=in_hours(14))
    edition.refresh_from_db()
    Mail.objects.all().delete()
    return edition, members


def test_freed_place_in_the_last_call_is_offered_to_everyone_waiting():
    edition, (ada, _bob, _cleo) = last_call()
    edition.cancel_rsvp(ada)
    assert line(edition) == [("Ada", "cancelled"), ("Bob", "waiting"), ("Cléo", "waiting")]
    assert mails() == [("rsvp-freed", "Ada"), ("rsvp-offered", "Bob"), ("rsvp-offered", "Cléo")]


def test_offered_place_goes_to_the_first_who_says_yes():
    edition, (ada, bob, cleo) = last_call()
    edition.cancel_rsvp(ada)
    Mail.objects.all().delete()
    edition.rsvp(cleo)
    edition.rsvp(bob)
    assert line(edition) == [("Ada", "cancelled"), ("Bob", "waiting"), ("Cléo", "going")]
    assert mails() == [("rsvp-going", "Cléo")]
    assert not Rsvp.objects.filter(offered_at__isnull=False).exists()


def test_each_freed_place_is_offered_anew():
    edition, (ada, bob, _cleo) = last_call()
    edition.cancel_rsvp(ada)
    edition.rsvp(bob)
    Mail.objects.all().delete()
    edition.cancel_rsvp(bob)
    assert mails() == [("rsvp-freed", "Bob"), ("rsvp-offered", "Cléo")]


def test_an_open_offer_is_told_once():
    edition, (ada, _bob, _cleo) = last_call()
    edition.cancel_rsvp(ada)
    edition.change(capacity=2)
    assert mails().count(("rsvp-offered", "Bob")) == 1


def test_newcomer_in_the_last_call_gets_a_place_that_nobody_waits_for():
    edition = make_edition(capacity=2, starts_at=in_hours(5))
    assert edition.rsvp(make_member()).is_going


def test_coming_in_the_last_call_is_a_yes_that_takes_a_free_place():
    edition, (ada, _bob, _cleo) = last_call()
    edition.cancel_rsvp(ada)
    Mail.objects.all().delete()
    assert edition.rsvp(make_member("Dan")).is_going
    assert mails() == [("rsvp-going", "Dan")]
    assert not Rsvp.objects.filter(offered_at__isnull=False).exists()


def test_offer_goes_only_to_parties_that_fit():
    edition, (ada, _bob, cleo) = last_call(capacity=2)
    edition.rsvp(cleo, guests=1)
    edition.cancel_rsvp(ada)
    assert ("rsvp-offered", "Cléo") not in mails()
    assert edition.rsvp(cleo, guests=1).is_waiting
    assert edition.rsvp(cleo, guests=0).is_going


def test_yes_to_one_place_with_a_guest_is_refused_and_the_offer_kept():
    edition, (ada, _bob, cleo) = last_call(capacity=2)
    edition.cancel_rsvp(ada)
    with pytest.raises(TooManyGuests) as refusal:
        edition.rsvp(cleo, guests=1)
    assert (refusal.value.guests_at_most, refusal.value.has_place) == (0, False)
    assert edition.rsvp_of(cleo).is_offered
    assert edition.rsvp(cleo).is_going


def test_closing_the_list_leaves_offers_open_to_those_who_wait():
    edition, (ada, bob, _cleo) = last_call()
    Edition.objects.filter(pk=edition.pk).update(closes_at=in_hours(-1))
    edition.refresh_from_db()
    edition.cancel_rsvp(ada)
    assert ("rsvp-offered", "Bob") in mails()
    assert edition.rsvp(bob).is_going
    with pytest.raises(RsvpClosed):
        edition.rsvp(make_member("Dan"))


def test_once_the_list_is_closed_a_party_may_only_become_smaller():
    edition = make_edition(make_series(guests_at_most=2), capacity=10)
    ada = make_member("Ada")
    edition.rsvp(ada, guests=1)
    Edition.objects.filter(pk=edition.pk).update(closes_at=in_hours(-1))
    edition.refresh_from_db()
    with pytest.raises(TooManyGuests):
        edition.rsvp(ada, guests=2)
    assert edition.rsvp(ada, guests=0).guests == 0


# Standing RSVPs


def test_standing_rsvps_join_in_the_order_of_asking_as_tentative_places():
    series = make_series()
    ada, bob, cleo = (make_member(name) for name in ("Ada", "Bob", "Cléo"))
    ask(series, bob, ada, cleo)
    edition = make_edition(series, status="draft", capacity=2)
    edition.publish()
    assert line(edition) == [("Bob", "going"), ("Ada", "going"), ("Cléo", "waiting")]
    assert mails() == [("standing-going", "Bob"), ("standing-going", "Ada"), ("standing-waiting", "Cléo")]
    assert list(edition.rsvps.values_list("is_tentative", flat=True)) == [True] * 3
    assert edition.is_full


def test_standing_rsvp_once_a_member_and_series():
    series, ada = make_series(), make_member()
    ask(series, ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        ask(series, ada)


def test_publishing_again_joins_nobody_twice():
    series = make_series()
    ask(series, make_member("Ada"))
    edition = make_edition(series, status="draft")
    edition.publish()
    edition.publish()
    assert mails() == [("standing-going", "Ada")]


# Confirming


def asked():
    """An edition of two places: Ada's is tentative, Bob's his own act, Cléo and Dan wait; all were asked."""
    series = make_series()
    ada = make_member("Ada")
    ask(series, ada)
    edition = make_edition(series, status="draft", capacity=2, starts_at=in_hours(24 * 10))
    edition.publish()
    for name in ("Bob", "Cléo", "Dan"):
        edition.rsvp(make_member(name))
    Mail.objects.all().delete()
    return edition, ada


def test_everyone_with_a_place_is_asked_once_three_days_before():
    edition, _ada = asked()
    keep_time(edition.starts_at - 3 * DAY - HOUR)
    assert mails() == []
    with time_machine.travel(edition.starts_at - 3 * DAY):
        keep_time(timezone.now())
        keep_time(timezone.now() + HOUR)
    assert mails() == [("reconfirm", "Ada"), ("reconfirm", "Bob")]


def test_silent_tentative_place_goes_to_the_line_and_a_place_of_ones_own_act_stays():
    edition, _ada = asked()
    with time_machine.travel(edition.starts_at - 3 * DAY):
        keep_time(timezone.now())
    Mail.objects.all().delete()
    with time_machine.travel(edition.starts_at - 26 * HOUR):
        keep_time(timezone.now())
        keep_time(timezone.now())
    assert line(edition) == [("Ada", "cancelled"), ("Bob", "going"), ("Cléo", "going"), ("Dan", "waiting")]
    assert mails() == [("place-released", "Ada"), ("rsvp-promoted", "Cléo")]


def test_confirmed_place_stays():
    edition, ada = asked()
    with time_machine.travel(edition.starts_at - 3 * DAY):
        keep_time(timezone.now())
        assert not edition.confirm(ada).is_tentative
    with time_machine.travel(edition.starts_at - 26 * HOUR):
        keep_time(timezone.now())
    assert line(edition)[0] == ("Ada", "going")


def test_nobody_loses_a_place_within_a_day_of_being_asked():
    edition, _ada = asked()
    with time_machine.travel(edition.starts_at - 30 * HOUR):
        keep_time(timezone.now())
    with time_machine.travel(edition.starts_at - 25 * HOUR):
        keep_time(timezone.now())
        assert line(edition)[0] == ("Ada", "going")


def test_who_joins_after_the_asking_is_taken_to_mean_it():
    edition, _ada = asked()
    edition.change(capacity=9)
    with time_machine.travel(edition.starts_at - 2 * DAY):
        keep_time(timezone.now())
        assert edition.rsvp(make_member("Eve")).confirmed_at is not None


def test_new_date_is_a_new_question():
    edition, ada = asked()
    with time_machine.travel(edition.starts_at - 3 * DAY):
        keep_time(timezone.now())
        edition.confirm(ada)
        edition.change(starts_at=edition.starts_at + 30 * DAY, ends_at=edition.ends_at + 30 * DAY)
    Mail.objects.all().delete()
    with time_machine.travel(edition.starts_at - 3 * DAY):
        keep_time(timezone.now())
    assert mails() == [("reconfirm", "Ada"), ("reconfirm", "Bob")]


def test_series_that_does_not_ask_asks_nobody():
    edition = make_edition(make_series(reconfirm_days=0), starts_at=in_hours(30))
    edition.rsvp(make_member())
    Mail.objects.all().delete()
    keep_time(timezone.now())
    assert mails() == []


# At the door


def test_check_in_counts_the_party_and_can_be_undone():
    edition = make_edition(make_series(guests_at_most=2))
    rsvp = edition.rsvp(make_member(), guests=2)
    edition.check_in(rsvp)
    assert edition.people_in_the_room == 3
    edition.check_in(rsvp, people=1)
    assert edition.people_in_the_room == 1
    edition.check_in(rsvp, people=0)
    assert edition.people_in_the_room == 0


def test_walk_in_is_counted_once_however_often_it_is_sent():
    edition = make_edition()
    key = "6f9619ff-8b86-4011-b42d-00c04fc964ff"
    edition.welcome_walk_in("Zoé", people=2, key=key)
    edition.welcome_walk_in("Zoé", people=2, key=key)
    assert edition.people_in_the_room == 2


def test_database_refuses_more_arrivals_than_the_party():
    rsvp = make_edition().rsvp(make_member())
    with pytest.raises(IntegrityError), transaction.atomic():
        Rsvp.objects.filter(pk=rsvp.pk).update(arrived=2)


# Links


def test_link_opens_for_its_purpose_alone():
    rsvp = make_edition().rsvp(make_member())
    token = rsvp.token("place")
    assert Rsvp.objects.by_token(token, "place") == rsvp
    for altered, purpose in (
        (token, "door"),
        (token[:-1] + ("A" if token[-1] != "A" else "B"), "place"),
        ("", "place"),
    ):
        with pytest.raises(Rsvp.DoesNotExist):
            Rsvp.objects.by_token(altered, purpose)


# Forecast


def test_forecast_is_learnt_from_past_editions_with_its_past_error():
    series = make_series()
    for months, arrived in ((3, 6), (2, 8), (1, 7)):
        past = make_edition(series, capacity=20, starts_at=in_hours(48))
        rsvps = [past.rsvp(make_member()) for _ in range(10)]
        for rsvp in rsvps[:arrived]:
            past.check_in(rsvp)
        Edition.objects.filter(pk=past.pk).update(
            starts_at=in_hours(-720 * months), ends_at=in_hours(-720 * months + 2)
        )
    coming = make_edition(series, capacity=20)
    assert coming.forecast().people == 0
    for _ in range(10):
        coming.rsvp(make_member())
    expected = coming.forecast()
    # 21 of 30 came; the second edition was forecast at 6 (8 came), the third at 7 (7 came).
    assert (expected.people, expected.past_error, expected.learnt_from) == (7, 1.0, 3)


def test_what_was_years_before_teaches_the_forecast_nothing():
    series = make_series()
    for month in range(LEARNT_FROM + 1):
        past = make_edition(series, starts_at=in_hours(-720 * (month + 1)), ends_at=in_hours(-720 * (month + 1) + 2))
        rsvp = past.rsvps.create(member=make_member(), status="going", position=1)
        past.rsvps.filter(pk=rsvp.pk).update(arrived=int(month == LEARNT_FROM or month % 2))
    assert make_edition(series).forecast().learnt_from == LEARNT_FROM // 2  # the oldest would be one more


def test_no_forecast_before_anybody_was_counted():
    edition = make_edition()
    edition.rsvp(make_member())
    assert edition.forecast() is None


# By itself


def test_worker_asks_and_releases_by_itself_and_sends_the_mails(settings, mailoutbox):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    edition, ada = asked()
    with time_machine.travel(edition.starts_at - 3 * DAY):
        call_command("worker", once=True)
    assert [mail.to for mail in mailoutbox] == [[ada.email], [edition.rsvps.get(member__name="Bob").member.email]]
    with time_machine.travel(edition.starts_at - 26 * HOUR):
        call_command("worker", once=True)
    assert line(edition)[0] == ("Ada", "cancelled")
