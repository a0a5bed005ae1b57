"""Accounts that nobody uses: warned, then erased."""

import datetime

import pytest

from members import idle
from members.models import Mail, Member
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)


def days(number):
    return datetime.timedelta(days=number)


def joined(name, ago, **fields):
    member = make_member(name, **fields)
    Member.objects.filter(pk=member.pk).update(joined_at=NOW - days(ago))
    return member


def warned():
    return [mail.member.name for mail in Mail.objects.filter(kind="idle-account").select_related("member")]


def names():
    return sorted(Member.objects.values_list("name", flat=True))


def test_who_has_not_been_seen_for_23_months_is_warned_once():
    joined("Ada", 701)
    joined("New", 699)
    joined("Signed in", 900, last_login=NOW - days(600))
    answered = joined("Answered", 900)
    make_edition().rsvp(answered)
    joined("Keeper", 900, is_superuser=True)
    for hours in range(3):
        idle.put_in_order(NOW + datetime.timedelta(hours=hours))
    assert warned() == ["Ada"]


def test_who_does_not_come_back_is_erased_a_month_after_the_warning():
    joined("Ada", 701)
    idle.put_in_order(NOW)
    idle.put_in_order(NOW + days(30))
    assert names() == ["Ada"]
    idle.put_in_order(NOW + days(31))
    assert (names(), Mail.objects.count()) == ([], 0)


def test_nobody_is_erased_whom_no_warning_reached_in_time():
    joined("Ada", 2000)
    idle.put_in_order(NOW)
    assert names() == ["Ada"]


def test_who_signs_in_again_keeps_the_account_and_is_warned_anew_two_years_on():
    ada = joined("Ada", 701)
    idle.put_in_order(NOW)
    Member.objects.filter(pk=ada.pk).update(last_login=NOW + days(10))
    idle.put_in_order(NOW + days(40))
    assert (names(), Member.objects.get().warned_at) == (["Ada"], None)
    idle.put_in_order(NOW + days(720))
    assert (names(), warned()) == (["Ada"], ["Ada", "Ada"])


def test_the_last_owner_of_a_café_stays_and_is_asked_again():
    ada = joined("Ada", 701)
    make_series(owners=[ada])
    idle.put_in_order(NOW)
    idle.put_in_order(NOW + days(31))
    idle.put_in_order(NOW + days(32))
    assert (names(), warned()) == (["Ada"], ["Ada", "Ada"])
    idle.put_in_order(NOW + days(62))
    assert warned() == ["Ada", "Ada", "Ada"]
