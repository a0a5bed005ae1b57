"""Queries that are built once."""

import datetime

import pytest

from members.models import Member, Onlooker
from members.prepared import Prepared
from tests.factories import make_member, make_specialty

pytestmark = pytest.mark.django_db


def test_a_prepared_query_answers_for_the_values_of_each_asking():
    queries = Prepared(
        lambda name, oldest: Member.objects.filter(name=name, pk__gte=oldest, is_active=True).values_list("pk", "name"),
        name=str,
        oldest=int,
    )
    ana, bea = make_member("Ana"), make_member("Béa; '\"%s")
    assert queries.row(name="Ana", oldest=0) == (ana.pk, "Ana")
    assert queries.row(name=bea.name, oldest=bea.pk) == (bea.pk, bea.name)
    assert queries.row(name="Ana", oldest=ana.pk + 1) is None
    Member.objects.filter(pk=ana.pk).update(is_active=False)
    assert queries.row(name="Ana", oldest=0) is None


def test_it_is_built_once():
    built = []

    def build(key):
        built.append(key)
        return Member.objects.filter(pk=key).values_list("pk")

    query = Prepared(build, key=int)
    member = make_member()
    assert [query.row(key=member.pk), query.row(key=member.pk), query.row(key=0)] == [(member.pk,), (member.pk,), None]
    assert len(built) == 1


def test_its_rows_are_those_of_the_queryset_of_a_model_as_of_columns():
    key = Prepared(
        lambda key: Member.objects.visible_to(Onlooker.EVERYBODY).filter(pk__gte=key).order_by("pk"), key=int
    )
    ana, _bea = make_member("Ana", visibility="public"), make_member("Béa", visibility="nobody")
    cleo = make_member("Cléo", visibility="public")
    ana.practise([make_specialty("moderation")])
    assert key.rows(key=0) == [ana, cleo]
    assert (key.rows(key=0)[0].is_as_seen, key.rows(key=0)[0].email) == (True, "")
    assert key.rows(key=ana.pk + 1) == [cleo]
    with_trades = Prepared(lambda: Member.objects.filter(name="Ana").with_specialties())
    assert [trade.key for trade in with_trades.row().trades] == ["moderation"]


def test_moments_reach_it_as_columns_hold_them():
    query = Prepared(
        lambda since: Member.objects.filter(joined_at__gte=since).values_list("name"), since=datetime.datetime
    )
    ana = make_member("Ana")
    tick = datetime.timedelta(microseconds=1)
    assert query.row(since=ana.joined_at) == query.row(since=ana.joined_at - tick) == ("Ana",)
    assert query.row(since=ana.joined_at + tick) is None
