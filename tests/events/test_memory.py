"""What an evening is once its people are forgotten."""

import datetime

import pytest
from django.utils import timezone

from events.chores import tidy
from events.life import Span, pictures
from events.models import BareCount, Edition, Rsvp, WalkIn
from members.models import Member
from tests.factories import make_edition, make_member, make_series, make_specialty

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def series():
    return make_series(name="Le Café", guests_at_most=2)


def evening(series, days_ago, *, came, stayed_away=(), freed=()):
    """An evening that was, so long ago, with those who came counted at the door."""
    edition = make_edition(series, capacity=40)
    for member in (*came, *stayed_away, *freed):
        edition.rsvp(member, guests=1 if member in came else 0)
    for member in freed:
        edition.cancel_rsvp(member)
    edition.rsvps.filter(member__in=came).update(arrived=2)
    starts_at = timezone.now() - days_ago * DAY
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + DAY / 12)
    return Edition.objects.get(pk=edition.pk)


def life(series):
    return {
        picture.key: [list(row.values) for row in picture.chart.rows]
        for picture in pictures(Span.of(series))
        if picture.key in ("people", "newcomers", "absent", "trades")
    }


def six_people():
    trade = make_specialty("moderation")
    people = [make_member(f"Ada {number}", visibility="public") for number in range(6)]
    for member in people[:3]:
        member.practise([trade])
    return people


def test_people_of_an_evening_are_forgotten_after_730_days(series):
    ada = make_member("Ada")
    kept = evening(series, 729, came=[ada])
    forgotten = evening(series, 731, came=[ada], freed=[make_member("Bea")])
    WalkIn.objects.create(edition=forgotten, name="Cleo")
    tidy()
    assert list(Rsvp.objects.values_list("edition", "member__name")) == [(kept.pk, "Ada")]
    assert list(WalkIn.objects.values_list("name", "people")) == [("", 1)]


def test_numbers_stay_as_they_were(series):
    people = six_people()
    evening(series, 760, came=people[:2])
    evening(series, 731, came=people, stayed_away=[make_member()])
    before = life(series)
    tidy()
    assert life(series) == before
    assert sum(BareCount.objects.values_list("arrived", flat=True)) == 16
    tidy()
    assert life(series) == before


def test_page_stays_with_its_trades_and_without_its_people(series, client):
    edition = evening(series, 731, came=six_people())
    page = client.get(edition.get_absolute_url()).content.decode()
    assert ("Ada 1" in page, "trois" in page.lower()) == (True, True)
    tidy()
    page = client.get(edition.get_absolute_url()).content.decode()
    assert ("Ada 1" in page, "trois" in page.lower()) == (False, True)


def test_nobody_becomes_a_newcomer_again(series):
    ada, bea = make_member("Ada"), make_member("Bea")
    long_ago = evening(series, 800, came=[ada])
    evening(series, 740, came=[ada])
    tidy()
    assert Member.objects.get(pk=ada.pk).first_came_at == long_ago.starts_at
    coming = make_edition(series)
    evening(series, 30, came=[make_member("Cleo")])
    for member in (ada, bea):
        coming.rsvp(member)
    assert [rsvp.member.name for rsvp in coming.newcomers()] == ["Bea"]
