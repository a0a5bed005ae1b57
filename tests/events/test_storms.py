"""Races, from real HTTP sessions on the database that the tests run on."""

import random
from functools import partial

import pytest
from django.db import connection
from django.urls import reverse

from events.models import Edition
from members.models import Mail
from tests.factories import make_edition, make_member, make_series
from tests.storm import Visitor, all_at_once, visitors

pytestmark = pytest.mark.django_db(transaction=True)


def rsvp(visitor, edition, guests=0):
    return visitor.post(reverse("events:rsvp", args=[edition.slug]), guests=guests)


def free(visitor, edition):
    return visitor.post(reverse("events:cancel-rsvp", args=[edition.slug]))


def check(edition: Edition) -> None:
    """Never more people than places, nobody waits beside a place that fits, positions in one unbroken order."""
    edition = Edition.objects.get(pk=edition.pk)
    rsvps = list(edition.rsvps.order_by("position"))
    assert edition.places_taken <= edition.capacity
    assert [rsvp for rsvp in rsvps if rsvp.is_waiting and rsvp.places <= edition.places_left] == []
    assert len({rsvp.position for rsvp in rsvps}) == len(rsvps) == len({rsvp.member_id for rsvp in rsvps})


def test_200_people_for_20_places_at_once_each_sending_twice(live_server):
    edition = make_edition(capacity=20)
    browsers = visitors(live_server.url, [make_member() for _ in range(200)])
    statuses = all_at_once([partial(rsvp, browser, edition) for browser in browsers for _twice in range(2)])
    assert statuses == {302: 400}
    check(edition)
    assert (edition.rsvps.going().count(), edition.rsvps.waiting().count()) == (20, 180)
    # The line is the order of joining: everybody with a place joined before everybody without.
    assert max(edition.rsvps.going().values_list("position", flat=True)) == 20
    assert Mail.objects.filter(kind="rsvp-going").count() == 20
    assert Mail.objects.filter(kind="rsvp-waiting").count() == 180


def test_coming_freeing_and_two_organizers_changing_capacity_at_once(live_server):
    organizers = [make_member(), make_member()]
    edition = make_edition(make_series(guests_at_most=2, organizers=organizers), capacity=15)
    dice = random.Random(1)
    browsers = visitors(live_server.url, [make_member() for _ in range(60)])
    acts = []
    for browser in browsers:
        acts += [partial(rsvp, browser, edition, dice.randint(0, 2)) for _ in range(2)]
        if dice.random() < 0.5:
            acts.append(partial(free, browser, edition))
    dice.shuffle(acts)

    desks = visitors(live_server.url, organizers)

    def set_capacity(desk: Visitor, capacity: int) -> int:
        """The form as this organizer's page shows it now; whoever is overtaken meanwhile is told so, with a 200."""
        try:
            now = Edition.objects.select_related("series").get(pk=edition.pk)
        finally:
            connection.close()  # this thread's own
        return desk.post(
            reverse("organize:edit", args=[edition.slug]),
            date=f"{now.starts:%Y-%m-%d}",
            starts=f"{now.starts:%H:%M}",
            ends=f"{now.ends:%H:%M}",
            theme=now.theme,
            description=now.description,
            capacity=capacity,
            revised_at=now.revised_at.isoformat(),
            intent="save",
        )

    for place, capacity in enumerate((20, 18, 25, 22, 30, 28, 30)):
        acts.insert(place * len(acts) // 7, partial(set_capacity, desks[place % 2], capacity))
    statuses = all_at_once(acts)
    assert set(statuses) <= {200, 302}
    assert Edition.objects.get(pk=edition.pk).capacity != 15  # the desk was heard
    Edition.objects.get(pk=edition.pk).change(capacity=31)  # whatever order the changes came in, the last word
    check(edition)
    promoted = Mail.objects.filter(kind="rsvp-promoted").count()
    assert promoted >= edition.rsvps.going().count() - Mail.objects.filter(kind="rsvp-going").count()
