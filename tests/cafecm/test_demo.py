import datetime
from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from events.models import Edition, HostPage, Rsvp, Series
from members.models import Mail, Member, Specialty, Suppression, Visibility
from venues.models import HostOffer, Venue, VenuePhoto

pytestmark = pytest.mark.django_db


def demo(**options) -> str:
    said = StringIO()
    call_command("demo", stdout=said, **options)
    return said.getvalue()


@pytest.fixture(scope="module")
def opened(django_db_setup, django_db_blocker):
    """The demo café, opened once for all these tests, which only look at it, and rolled back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield demo()
        transaction.set_rollback(True)


def coming() -> list[Edition]:
    return list(Edition.objects.upcoming().for_cards())


def test_demo_says_whom_to_sign_in_as(opened):
    assert "claire@example.org" in opened and "lea@example.org" in opened
    assert Series.objects.get().is_organized_by(Member.objects.get(email="claire@example.org"))
    assert not Series.objects.get().is_organized_by(Member.objects.get(email="lea@example.org"))


def test_first_edition_was_on_15_april_2009_at_au_pere_tranquille(opened):
    first = Edition.objects.get(number=1)
    assert f"{first.starts:%Y-%m-%d %H:%M}" == "2009-04-15 18:00"
    assert (first.venue.name, first.venue.street_address) == ("Au Père Tranquille", "16 rue Pierre Lescot, 75001 Paris")
    assert 38 <= first.places_taken <= 45


def test_latest_recap_shows_what_a_recap_can_be(opened):
    edition = Edition.objects.recounted()[0]
    assert (edition.photos.shown().count(), len(edition.recap_links), edition.comments.count()) == (3, 2, 3)
    assert [comment.state for comment in edition.comments.all()] == ["shown", "shown", "waiting"]
    assert edition.what_photos_lack() == []


def test_jms_hosted_l_inconscient_collectif(opened):
    assert Edition.objects.get(theme="L’inconscient collectif").venue.host == "JMS"


def test_some_thirty_past_editions_one_a_month_up_to_now(opened):
    past = list(Edition.objects.past())
    assert len(past) == 31
    assert all(edition.theme and edition.description and edition.venue for edition in past)
    assert [edition.number for edition in past[:18]] == list(range(past[0].number, past[0].number - 18, -1))
    days = [edition.starts.date() for edition in [*reversed(past[:18]), *coming()]]
    assert all(
        day.weekday() == 2 and (day + datetime.timedelta(days=7)).month != day.month for day in days
    )  # last Wednesdays
    assert len({(day.year, day.month) for day in days}) == 22


def test_coming_editions_are_in_four_states(opened):
    open_one, full, called_off, to_be_placed = coming()
    assert open_one.is_published and open_one.places_left > 5 and open_one.venue and not open_one.closed_because
    assert full.is_published and full.is_full
    assert called_off.is_cancelled and called_off.cancellation_reason
    assert to_be_placed.is_published and to_be_placed.venue is None and to_be_placed.places_left > 5
    assert {(e.starts.time(), e.ends.time()) for e in coming()} == {(datetime.time(19), datetime.time(21, 30))}


def test_full_edition_has_a_line_with_parties_in_it(opened):
    full = coming()[1]
    line = list(full.rsvps.waiting())
    assert len(line) >= 4 and {rsvp.guests for rsvp in line} >= {0, 1, 2}
    assert full.rsvps.filter(status="cancelled").count() == 2
    assert all(rsvp.places > full.places_left for rsvp in line)


def test_no_evening_has_more_people_than_places(opened):
    assert all(edition.places_taken <= edition.capacity for edition in Edition.objects.with_places())


def test_120_members_practise_all_24_specialties(opened):
    assert Member.objects.count() == 120
    main = Counter(member.trades[0].key for member in Member.objects.with_specialties())
    assert set(main) == set(Specialty.objects.values_list("key", flat=True)) and len(main) == 24
    assert all(1 <= len(member.trades) <= 3 for member in Member.objects.with_specialties())
    assert set(Member.objects.values_list("visibility", flat=True)) == set(Visibility.values)
    assert not any(member.has_usable_password() for member in Member.objects.all())


def test_members_were_not_there_before_they_joined(opened):
    assert not [
        rsvp for rsvp in Rsvp.objects.select_related("member", "edition") if rsvp.member.joined_at > rsvp.created_at
    ]


def test_every_row_passes_its_own_rules(opened):
    for row in [*Series.objects.all(), *Venue.objects.all(), *Member.objects.all(), *Edition.objects.all()]:
        row.full_clean()


def test_a_third_of_the_members_and_every_place_with_an_address_have_a_photo(opened):
    shown = Member.objects.exclude(photo="")
    assert 35 <= shown.count() <= 50
    assert not Venue.objects.exclude(address="").filter(photos=None).exclude(editions=None)
    assert not VenuePhoto.objects.filter(alt="")


def test_demo_starts_with_an_empty_letter_box_and_one_mail_that_was_lost(opened):
    lost = Mail.objects.get()
    assert (lost.state, lost.member.rsvps.exists()) == ("failed", True)
    assert Suppression.objects.get().address == lost.recipient


def test_demo_waits_for_nobody_to_be_asked_within_the_week(opened):
    soon = timezone.now() + datetime.timedelta(days=3)
    assert not [e for e in Edition.objects.due_to_ask(soon) if e.starts_at > soon]


def test_offers_stand_in_every_step_and_two_of_them_wait_for_a_word(opened):
    steps = Counter(HostOffer.objects.values_list("step", flat=True))
    assert steps == {"lead": 2, "visited": 1, "confirmed": 1, "hosted": 1, "thanked": 1, "declined": 1}
    assert next(offer.place_name for offer in HostOffer.objects.stale()) == "La salle haute"


def test_host_of_the_next_evening_has_a_page(opened, client):
    page = HostPage.objects.get()
    assert page.edition == Edition.objects.published().upcoming().exclude(venue=None).first()
    assert client.get(page.get_absolute_url()).status_code == 200
