"""Feeds are built once a change: what changes them, what does not, and that no stale one is ever kept."""

import datetime
import gzip
import threading
from collections.abc import Callable

import icalendar
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from events import marks
from events.chores import tidy
from events.models import Edition, KeptAnswer, Mark, MemberCalendar, Rsvp
from events.models.kept import Made, key_of
from members.kept import EDITIONS, Keeping
from members.models import Member, MemberSpecialty
from members.triggers import drop, standing
from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue
from venues.models import Venue

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    """One edition that every feed shows, and one member who comes."""
    trade = make_specialty("moderation")
    edition = make_edition(make_series(slug="cafe"), venue=make_venue("Au Soleil"), specialties=[trade], capacity=20)
    member = make_member("Léa")
    edition.rsvp(member)
    return edition, member


def addresses(member: Member) -> dict[str, str]:
    calendar = MemberCalendar.objects.filter(member=member).first() or MemberCalendar.objects.renew(member)
    return {
        "all": "/calendar.ics",
        "series": "/calendar/cafe.ics",
        "venue": "/venues/au-soleil/calendar.ics",
        "specialty": "/specialties/moderation/calendar.ics",
        "edition": "/cafes/cafe-1.ics",
        "atom": "/feed.atom",
        "member": reverse("feeds:member", args=[calendar.secret]),
    }


def stale(client, member: Member, change) -> set[str]:
    """The feeds that are built anew after this change; each is asked for before and after."""
    feeds = addresses(member)
    for address in feeds.values():
        assert client.get(address).status_code == 200
    assert KeptAnswer.objects.count() == len(feeds)
    change()
    return {name for name, address in feeds.items() if not KeptAnswer.objects.held(key_of(address)).is_fresh}


def test_a_poll_that_finds_nothing_new_costs_one_query(client, house, django_assert_num_queries):
    edition, member = house
    for _each in range(3):
        make_edition(edition.series, venue=edition.venue).rsvp(member)
    for address in addresses(member).values():
        etag = client.get(address).headers["ETag"]
        with django_assert_num_queries(1):
            assert client.get(address, headers={"if-none-match": etag}).status_code == 304
        with django_assert_num_queries(1):
            assert client.get(address).status_code == 200


def test_what_is_kept_is_what_was_built(client, house):
    _edition, member = house
    for address in addresses(member).values():
        first, second = client.get(address), client.get(address)
        assert (first.content, first.headers["ETag"]) == (second.content, second.headers["ETag"])
        names = {*first.headers, *second.headers} - {"X-Request-ID"}
        assert [first.headers.get(name) for name in names] == [second.headers.get(name) for name in names]


ALL = {"all", "series", "venue", "specialty", "edition", "atom", "member"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda edition, member: edition.change(theme="Autre"), ALL),
        (lambda edition, member: edition.change(specialties=[make_specialty("veille")]), ALL),
        (lambda edition, member: edition.cancel(reason="Une grève"), ALL),
        (lambda edition, member: make_edition(edition.series), ALL),
        (lambda edition, member: Edition.objects.filter(pk=edition.pk).update(theme="En gros"), ALL),
        (lambda edition, member: edition.delete(), ALL),
        (lambda edition, member: Venue.objects.filter(pk=edition.venue.pk).update(name="Au Soleil levant"), ALL),
        (lambda edition, member: type(edition.series).objects.update(name="Autre café"), ALL),
        (lambda edition, member: type(make_specialty("moderation")).objects.update(definition_fr="Autre"), ALL),
        (lambda edition, member: edition.rsvp(make_member()), {"specialty"}),
        (lambda edition, member: edition.cancel_rsvp(member), {"specialty", "member"}),
        (lambda edition, member: Rsvp.objects.all().delete(), {"specialty", "member"}),
        (lambda edition, member: member.practise([make_specialty("moderation")]), {"specialty"}),
        (lambda edition, member: MemberSpecialty.objects.all().delete(), set()),
        (lambda edition, member: Member.objects.filter(pk=member.pk).update(is_active=False), {"specialty", "member"}),
        (
            lambda edition, member: Member.objects.filter(pk=member.pk).update(visibility="nobody"),
            {"specialty", "member"},
        ),
        (lambda edition, member: MemberCalendar.objects.renew(make_member()), set()),
        (lambda edition, member: Member.objects.filter(pk=member.pk).update(name="Autre"), set()),
        (lambda edition, member: edition.check_in(edition.rsvps.get()), set()),
    ],
    ids=[
        "theme",
        "trades",
        "cancelled",
        "another edition",
        "in bulk",
        "deleted",
        "venue",
        "series",
        "specialty",
        "somebody else comes",
        "frees the place",
        "RSVPs are deleted",
        "a trade is practised",
        "no trade was",
        "a member leaves",
        "a member hides",
        "somebody else's address",
        "a name",
        "somebody arrives",
    ],
)
def test_each_change_makes_the_feeds_stale_that_show_it_and_no_other(client, house, change, expected):
    edition, member = house
    assert stale(client, member, lambda: change(edition, member)) == expected


def test_time_alone_changes_nothing(client, house, time_machine):
    _edition, member = house
    before = {address: client.get(address).content for address in addresses(member).values()}
    time_machine.move_to(timezone.now() + datetime.timedelta(days=400), tick=False)
    assert stale(client, member, lambda: None) == set()
    KeptAnswer.objects.all().delete()
    assert {address: client.get(address).content for address in before} == before


def test_another_setting_builds_anew(client, house, settings):
    client.get("/calendar.ics")
    settings.COMMUNITY_NAME = "Le Café des autres"
    assert "Le Café des autres" in client.get("/calendar.ics").content.decode()


def test_a_change_that_is_undone_leaves_what_is_kept(client, house):
    edition, member = house

    def change_and_undo() -> None:
        with transaction.atomic():
            edition.change(theme="Perdu")
            transaction.set_rollback(True)

    assert stale(client, member, change_and_undo) == set()


def keep(build: Callable[[], str]) -> None:
    """Builds an answer that hangs on editions, and keeps it, as the middleware does."""
    keeping = Keeping(frozenset({EDITIONS}), is_timeless=True)
    KeptAnswer.objects.built("raced", lambda: Made(build().encode(), [], keeping), guess=keeping.subjects)


def theme() -> str:
    return Edition.objects.get().theme


def kept() -> str | None:
    """What a reader gets of what is kept; None where it is stale."""
    held = KeptAnswer.objects.held("raced")
    return gzip.decompress(held.body).decode() if held and held.is_fresh else None


def test_a_change_while_a_feed_is_built_leaves_no_stale_one(house):
    edition, _member = house

    def build_slowly() -> str:
        found = theme()
        edition.change(theme="Dernière minute")
        return found

    keep(build_slowly)
    assert kept() is None
    keep(theme)
    assert kept() == "Dernière minute"


def test_of_two_builders_the_slower_one_keeps_nothing_stale(house):
    edition, _member = house

    def build_overtaken() -> str:
        found = theme()
        edition.change(theme="Dernière minute")
        keep(theme)
        assert kept() == "Dernière minute"
        return found

    keep(build_overtaken)
    assert kept() is None


@pytest.mark.django_db(transaction=True)
def test_no_reader_is_ever_told_that_a_stale_feed_is_fresh():
    """Six readers build and keep while the theme changes twenty times."""
    edition = make_edition(make_series(slug="cafe"))
    done = threading.Event()
    wrong: list[object] = []

    def poll() -> None:
        try:
            while not done.is_set():
                if kept() is None:
                    keep(theme)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    readers = [threading.Thread(target=poll) for _number in range(6)]
    for reader in readers:
        reader.start()
    try:
        for number in range(20):
            edition.change(theme=f"Thème {number}")
            assert kept() in {None, f"Thème {number}"}
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert wrong == []


def test_folding_marks_keeps_their_sum_and_what_is_kept(client, house):
    edition, member = house
    fill(edition)
    before = Mark.objects.filter(subject=EDITIONS).count()
    assert before > 1
    assert stale(client, member, tidy) == set()
    counts = list(Mark.objects.filter(is_counter=False).order_by("subject").values_list("subject", flat=True))
    assert len(counts) == len(set(counts))
    assert stale(client, member, lambda: edition.change(theme="Après")) == ALL


def test_a_feed_that_ends_is_forgotten(client, house):
    edition, _member = house
    assert client.get("/cafes/cafe-1.ics").status_code == 200
    edition.delete()
    assert client.get("/cafes/cafe-1.ics").status_code == 404
    assert not KeptAnswer.objects.filter(key=key_of("/cafes/cafe-1.ics")).exists()


def test_what_does_not_exist_is_not_kept(client, house):
    for address in ["/cafes/nothing.ics", "/calendar/nobody.ics", "/calendar/me/nobody.ics"]:
        assert client.get(address).status_code == 404
    assert not KeptAnswer.objects.exists()


def test_migrating_again_finds_the_triggers_and_changes_nothing(client, house):
    _edition, member = house
    assert stale(client, member, lambda: call_command("migrate", verbosity=0)) == set()
    assert set(standing(connection, marks.PREFIX)) == {trigger.name for trigger in marks.triggers()}


def test_a_trigger_that_was_missing_comes_back_and_nothing_kept_is_believed(client, house):
    _edition, member = house
    client.get("/calendar.ics")
    there = standing(connection, marks.PREFIX)
    name = next(iter(there))
    drop(connection, {name: there[name]})
    marks.install(using="default")
    assert set(standing(connection, marks.PREFIX)) == set(there)
    assert not KeptAnswer.objects.exists()
    assert stale(client, member, lambda: make_venue()) == ALL


def test_a_feed_that_cannot_be_made_is_no_empty_calendar(client, house, monkeypatch, caplog):
    """The zone of a series is broken by hand, as a database restored from elsewhere might have it."""
    edition, member = house
    address = addresses(member)["member"]
    type(edition.series).objects.update(time_zone="Mars/Olympus")
    for each in [*addresses(member).values()]:
        response = client.get(each)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "300")
        assert response.headers["Cache-Control"] == "no-store"
        assert not response.content.startswith(b"BEGIN")
    assert not KeptAnswer.objects.exists()
    type(edition.series).objects.update(time_zone="Europe/Paris")
    assert icalendar.Calendar.from_ical(client.get(address).content).walk("VEVENT")


# What stands outside the edition's row ----------------------------------------------------------------------------


@pytest.fixture
def keeper(client):
    """A browser in which whoever looks after the site is signed in."""
    client.force_login(make_member("Garde", is_staff=True, is_superuser=True))
    return client


def fields_of(keeper, page: str) -> dict[str, str]:
    """What the form of this page of the admin would send as it is."""
    form = keeper.get(page).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    team = {"team-TOTAL_FORMS": "0", "team-INITIAL_FORMS": "0"} if "series" in page else {}
    return {**team, **{name: value for name, value in values.items() if value not in (None, "")}}


@pytest.mark.parametrize(
    ("change", "told", "revised"),
    [
        ({"name": "Au Soleil levant"}, 1, True),
        ({"address": "21 rue de Châteaudun"}, 1, True),
        ({"latitude": "48.87", "longitude": "2.34"}, 1, True),
        ({"transport": "Métro Notre-Dame-de-Lorette"}, 0, True),
        ({"description": "Une salle claire."}, 0, False),
    ],
    ids=["name", "address", "position", "transport", "description"],
)
def test_calendars_follow_a_venue_that_the_admin_changes(keeper, house, change, told, revised):
    edition, _member = house
    edition.refresh_from_db()
    page = reverse("admin:venues_venue_change", args=[edition.venue.pk])
    assert keeper.post(page, {**fields_of(keeper, page), **change}).status_code == 302
    after = Edition.objects.get()
    assert (after.sequence - edition.sequence, after.revised_at > edition.revised_at) == (told, revised)


def test_calendars_follow_the_name_of_a_series_on_coming_evenings(keeper, house):
    edition, _member = house
    edition.refresh_from_db()
    past = make_edition(edition.series, starts_at=timezone.now() - datetime.timedelta(days=30))
    page = reverse("admin:events_series_change", args=[edition.series.pk])
    assert keeper.post(page, {**fields_of(keeper, page), "name": "Un autre nom"}).status_code == 302
    after = Edition.objects.in_bulk()
    assert [after[each.pk].sequence - each.sequence for each in (edition, past)] == [1, 0]
    assert after[edition.pk].revised_at > edition.revised_at


def test_the_address_of_a_series_stays_for_whoever_subscribes(keeper, house):
    edition, _member = house
    page = reverse("admin:events_series_change", args=[edition.series.pk])
    keeper.post(page, {**fields_of(keeper, page), "name": "Un autre nom", "slug": "autre"})
    edition.series.refresh_from_db()
    assert (edition.series.name, edition.series.slug) == ("Un autre nom", "cafe")
    assert keeper.get(reverse("admin:events_series_add")).status_code == 200


def test_a_venue_found_elsewhere_for_a_draft_revises_nothing_that_is_public(house):
    edition, _member = house
    edition.refresh_from_db()
    edition.venue.editions.revise_for(["capacity", "description"])
    assert Edition.objects.get().revised_at == edition.revised_at


def test_the_address_of_a_venue_stays_for_whoever_subscribes(keeper, house):
    edition, _member = house
    page = reverse("admin:venues_venue_change", args=[edition.venue.pk])
    slug = edition.venue.slug
    keeper.post(page, {**fields_of(keeper, page), "name": "Un autre nom", "slug": "autre"})
    edition.venue.refresh_from_db()
    assert (edition.venue.name, edition.venue.slug) == ("Un autre nom", slug)
