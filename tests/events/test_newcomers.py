"""A first café: what a newcomer is told, who greets them, who sees that they are new, and the word after it."""

import datetime

import html5lib
import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from events.chores import keep_time
from events.life import Span, pictures
from events.models import Edition, Rsvp
from members import outbox
from members.models import Mail, Member, Purpose, Specialty, Topic
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
EXPECT = "there is no speech to make"


@pytest.fixture
def series():
    return make_series(organizers=[make_member("Odile")])


@pytest.fixture
def edition(series):
    """In ten days; Ana and Bo come, and have been at the café before."""
    before = held(series, 30, "Ana", "Bo")
    edition = make_edition(series, starts_at=timezone.now() + 10 * DAY, capacity=20)
    for rsvp in before.rsvps.all():
        edition.rsvp(rsvp.member)
    return edition


def person(name: str, key: str = "veille", **facts) -> Member:
    member = make_member(name, language="en", **facts)
    member.practise([Specialty.objects.get(key=key)])
    return member


def held(series, days: float, *names: str, absent: tuple[str, ...] = ()) -> Edition:
    """An evening so many days ago, with these people; who is absent had a place and did not come."""
    edition = make_edition(series, starts_at=timezone.now() - days * DAY, capacity=20)
    people = [(Member.objects.filter(name=name).first() or person(name), 1) for name in names]
    people += [(person(name), 0) for name in absent]
    Rsvp.objects.bulk_create(
        Rsvp(edition=edition, member=member, status="going", position=place, arrived=arrived)
        for place, (member, arrived) in enumerate(people, start=1)
    )
    return edition


def named(name: str) -> Member:
    return Member.objects.get(name=name)


def page_of(client, edition: Edition, reader: Member | None = None) -> dict[str, str]:
    """The sections of the evening's page for this reader, by their names."""
    if reader:
        client.force_login(reader)
    page = html5lib.parse(client.get("/en" + edition.get_absolute_url()).content.decode(), namespaceHTMLElements=False)
    sections = [each for each in page.iter("section") if each.get("aria-labelledby") in {"first", "newcomers"}]
    return {each.get("aria-labelledby"): " ".join("".join(each.itertext()).split()) for each in sections}


def letters(settings, kind_of_subject: str) -> dict[str, str]:
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    while outbox.deliver_next():
        pass
    return {letter.to[0]: letter.body for letter in mail.outbox if kind_of_subject in letter.subject}


def test_whoever_has_never_come_is_new_and_who_only_had_a_place_still_is(series, edition):
    held(series, 60, "Ana", absent=("Dora",))
    edition.rsvp(named("Dora"))
    edition.rsvp(person("Chloé"))
    assert [rsvp.member.name for rsvp in edition.newcomers()] == ["Dora", "Chloé"]


def test_at_the_very_first_café_nobody_is_new():
    edition = make_edition()
    edition.rsvp(person("Chloé"))
    assert list(edition.newcomers()) == []


def test_a_newcomer_is_told_what_to_expect_on_the_pages_and_in_the_mail(client, settings, edition):
    rsvp = edition.rsvp(person("Chloé"))
    assert EXPECT in page_of(client, edition, named("Chloé"))["first"]
    client.logout()
    place = client.get(f"/en/cafes/{edition.slug}/rsvp/{rsvp.token('place')}/")
    assert EXPECT in place.content.decode()
    told = letters(settings, "You have a place")
    assert (EXPECT in told[named("Chloé").email], EXPECT in told[named("Ana").email]) == (True, False)
    assert page_of(client, edition, named("Ana")) == {}


def test_somebody_of_the_same_trade_who_said_yes_greets_in_turn(edition):
    named("Ana").consent(Purpose.GREETING)
    named("Bo").consent(Purpose.GREETING)
    for name, key in [("Chloé", "veille"), ("Dora", "crise"), ("Émile", "veille"), ("Farah", "veille")]:
        edition.rsvp(person(name, key))
    assert [(each.member.name, each.greeter and each.greeter.name) for each in edition.greeting()] == [
        ("Chloé", "Ana"),
        ("Dora", None),
        ("Émile", "Bo"),
        ("Farah", "Ana"),
    ]


def test_nobody_greets_without_their_yes_or_once_they_took_it_back(client, settings, edition):
    chloe = person("Chloé")
    edition.rsvp(chloe)
    assert edition.greeter_of(chloe) is None
    named("Ana").consent(Purpose.GREETING)
    assert "Ana" in page_of(client, edition, chloe)["first"]
    assert "Ana does the same work as you" in letters(settings, "You have a place")[chloe.email]
    client.force_login(named("Ana"))
    client.post("/members/me/meeting/greeting/withdraw/")
    assert "Ana" not in page_of(client, edition, chloe)["first"]


@pytest.mark.parametrize("facts", [{"visibility": "nobody"}, {"is_active": False}])
def test_who_hides_greets_nobody(edition, facts):
    chloe = person("Chloé")
    edition.rsvp(chloe)
    named("Ana").consent(Purpose.GREETING)
    assert edition.greeter_of(chloe).name == "Ana"
    Member.objects.filter(name="Ana").update(**facts)
    assert edition.greeter_of(chloe) is None


def test_only_who_greets_and_the_organizers_see_who_is_new(client, edition):
    named("Ana").consent(Purpose.GREETING)
    make_member("Ailleurs").consent(Purpose.GREETING)
    edition.rsvp(person("Chloé", visibility="public"))
    edition.rsvp(person("Personne", visibility="nobody"))
    seen = page_of(client, edition, named("Ana"))["newcomers"]
    assert ("Chloé" in seen, "Personne" in seen) == (True, False)
    for reader in [named("Bo"), named("Chloé"), named("Ailleurs")]:
        assert "newcomers" not in page_of(client, edition, reader)
    client.logout()
    assert page_of(client, edition) == {}
    client.force_login(named("Odile"))
    people = client.get(f"/en/organize/{edition.slug}/people/", {"newcomer": "yes"})
    assert [rsvp.member.name for rsvp in people.context["page_obj"]] == ["Chloé", "Personne"]


def test_two_days_after_newcomers_who_came_are_written_to_once(series):
    held(series, 60, "Ana")
    held(series, 3, "Ana", "Bo", absent=("Chloé",))
    held(series, 1, "Dora")
    for _again in range(2):
        keep_time(timezone.now())
    assert list(Mail.objects.filter(kind="first-cafe").values_list("member__name", flat=True)) == ["Bo"]


def test_what_is_long_over_is_left_alone(series):
    held(series, 60, "Ana")
    held(series, 30, "Bo")
    keep_time(timezone.now())
    assert Mail.objects.filter(kind="first-cafe").count() == 0


def test_the_word_after_names_only_people_who_came_and_said_yes_and_let_it_be_seen(settings, series):
    held(series, 60, "Ana")
    evening = held(series, 3, "Ana", "Bo", "Émile", "Farah", absent=("Chloé",))
    for name in ["Ana", "Chloé", "Farah"]:
        named(name).consent(Purpose.INTRODUCTIONS)
    Member.objects.filter(name="Farah").update(visibility="nobody")
    assert [member.name for member in evening.met_by(named("Bo"))] == ["Ana"]
    keep_time(timezone.now())
    told = letters(settings, "After your first café")
    assert "You may have met: Ana." in told[named("Bo").email]
    for name in ["Chloé", "Émile", "Farah"]:
        assert name not in told[named("Bo").email]


def test_who_wants_no_such_mail_gets_none(settings, series):
    held(series, 60, "Ana")
    held(series, 3, "Bo")
    named("Bo").choose_mails(Topic.PEOPLE, is_wanted=False)
    keep_time(timezone.now())
    assert letters(settings, "After your first café") == {}


@pytest.mark.parametrize("rows", [1, 3])
def test_who_greets_costs_the_page_as_much_for_three_newcomers_as_for_one(
    client, django_assert_num_queries, edition, rows
):
    named("Ana").consent(Purpose.GREETING)
    for number in range(rows):
        edition.rsvp(person(f"Chloé {number}"))
    client.force_login(named("Ana"))
    client.get(edition.get_absolute_url())
    with django_assert_num_queries(15):
        client.get(edition.get_absolute_url())


def test_every_page_goes_by_the_one_rule_on_whose_first_time_it_is(client, series):
    """Ana and Bo were at another café of the house, Chloé had a place here and did not come; Dora is new too."""
    held(make_series(), 40, "Ana", "Bo")
    held(series, 30, "Ana", absent=("Chloé",))
    evening = held(series, 1, "Ana", "Bo", "Chloé", "Dora")
    new = {"Chloé", "Dora"}
    assert {rsvp.member.name for rsvp in evening.newcomers()} == new
    assert {rsvp.member.name for rsvp in evening.rsvps.newcomers()} == new
    assert {rsvp.member.name for rsvp in evening.rsvps.regulars()} == {"Ana", "Bo"}
    client.force_login(named("Odile"))
    listed = client.get(reverse("organize:people", args=[evening.slug])).context["lines"]
    assert {rsvp.member.name for rsvp, _position in listed if rsvp.is_newcomer} == new
    [picture] = [picture for picture in pictures(Span.of(series)) if picture.key == "newcomers"]
    assert [list(row.values) for row in picture.chart.rows] == [[0, 1], [2, 2]]
