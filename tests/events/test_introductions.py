"""Whom to meet: the choice of three people each, who may see it, and how it ends."""

import datetime
from collections import Counter
from random import Random

import html5lib
import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.chores import keep_time
from events.introductions import COMPLEMENTS, CONSIDERED_AT_MOST, Guest, Reason, choose, why, words
from events.models import Edition, Introduction, Rsvp
from members import outbox
from members.models import Block, Consent, Member, Purpose, Specialty
from tests.factories import make_edition, make_member, make_series

WISHES = ["modération", "chiffres", "Discord", "lettre d’information", "budget", "crise", "accueil", "forums"]
KEYS = sorted({key for pair in COMPLEMENTS for key in pair})


def crowd(people: int, *, acquainted: float, seed: int = 1) -> list[Guest]:
    """So many guests with trades and wishes, of whom this share of the pairs have met."""
    dice = Random(seed)
    met: dict[int, set[int]] = {key: set() for key in range(people)}
    for one in met:
        for other in range(one):
            if dice.random() < acquainted:
                met[one].add(other)
                met[other].add(one)
    return [
        Guest(key, dice.sample(WISHES, 2), dice.sample(WISHES, 2), dice.sample(KEYS, 2), frozenset(met[key]))
        for key in met
    ]


# The choice --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "acquainted"), [(4, 0), (5, 0), (7, 0.1), (60, 0), (60, 0.1), (60, 0.5), (60, 0.8), (500, 0.05)]
)
def test_everybody_gets_three_they_have_not_met_and_nobody_is_in_more_than_six_lists(people, acquainted):
    guests = crowd(people, acquainted=acquainted)
    lists = choose(guests, seed="cafe-1").of
    for guest in guests:
        unmet = people - 1 - len(guest.met)
        assert len(set(lists[guest.key])) == len(lists[guest.key]) == min(3, unmet)
        assert guest.key not in lists[guest.key]
        assert not guest.met & set(lists[guest.key])
    assert max(Counter(other for others in lists.values() for other in others).values()) <= 6


def test_a_house_of_five_hundred_and_an_evening_of_sixty():
    house = crowd(500, acquainted=0.08, seed=3)
    evening = Random(4).sample(house, 60)
    chosen = choose(evening, seed="cafe-7")
    assert {len(others) for others in chosen.of.values()} == {3}
    assert max(Counter(other for others in chosen.of.values() for other in others).values()) <= 6
    assert chosen.compared <= 60 * 59


def test_the_pairs_compared_grow_with_the_people_and_not_with_their_square():
    for people in (60, 250, 500, 1000):
        assert choose(crowd(people, acquainted=0.01), seed="x").compared <= people * CONSIDERED_AT_MOST


def test_the_same_seed_gives_the_same_lists_in_any_order_of_the_guests():
    guests = crowd(60, acquainted=0.2)
    first = choose(guests, seed="cafe-1").of
    assert choose(list(reversed(guests)), seed="cafe-1").of == first
    assert choose(guests, seed="cafe-2").of != first


def test_fewer_than_four_people_get_whom_there_is():
    assert choose([], seed="x").of == {}
    assert choose([Guest(1)], seed="x").of == {1: []}
    assert choose([Guest(1), Guest(2)], seed="x").of == {1: [2], 2: [1]}


def test_whoever_can_help_comes_first():
    seeker = Guest(0, seeks=["Apprivoiser Discord"])
    helper = Guest(9, offers=["Un serveur discord accueillant"])
    others = [Guest(key, trades=["veille"]) for key in range(1, 9)]
    assert choose([seeker, helper, *others], seed="x").of[0][0] == 9


def test_words_are_folded_and_small_ones_mean_nothing():
    assert words(["Modérer les Forums, avec l’Équipe"]) == {"moderer", "forum", "equipe"}
    assert words(["une idée"]) == {"idee"}


def test_the_reason_is_the_first_that_holds():
    reader = Guest(1, offers=["Podcasts"], seeks=["Une modération juste"], trades=["contenu", "moderation"])
    helper = Guest(2, offers=["La modération"], seeks=["Un podcast"], trades=["crise"])
    assert why(reader, helper) == (Reason.HELPS_YOU, ("La modération",))
    assert why(reader, Guest(2, seeks=["Un podcast"])) == (Reason.YOU_HELP, ("Un podcast",))
    assert why(reader, Guest(2, trades=["lieux", "crise"])) == (Reason.COMPLEMENT, ("crise", "moderation"))
    assert why(reader, Guest(2, trades=["lieux"])) == (Reason.DIFFER, ("lieux",))
    assert why(reader, Guest(2)) == (Reason.MEET, ())


# At an evening -----------------------------------------------------------------------------------------------------

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_rules_speak_of_trades_that_exist():
    assert set(KEYS) <= set(Specialty.objects.values_list("key", flat=True))


@pytest.fixture
def edition():
    """Tomorrow, with six people who want to be introduced."""
    edition = make_edition(make_series(), starts_at=timezone.now() + DAY, capacity=20)
    for name in ["Ana", "Bo", "Chloé", "Dora", "Émile", "Farah"]:
        person(edition, name)
    return edition


def person(edition: Edition, name: str, *, consent: bool = True, **facts) -> Member:
    member = make_member(name, **facts)
    edition.rsvp(member)
    if consent:
        member.consent(Purpose.INTRODUCTIONS)
    return member


def named(name: str) -> Member:
    return Member.objects.get(name=name)


def list_of(edition: Edition, name: str) -> list[str]:
    return [member.name for member in Introduction.objects.of(edition, named(name))]


def shown(client, edition: Edition, name: str) -> str:
    client.force_login(named(name))
    page = html5lib.parse(client.get("/en" + edition.get_absolute_url()).content.decode(), namespaceHTMLElements=False)
    found = [section for section in page.iter("section") if section.get("aria-labelledby") == "meet"]
    return " ".join("".join(found[0].itertext()).split()) if found else ""


def test_the_worker_introduces_two_days_before_and_once(edition):
    far = make_edition(edition.series, starts_at=timezone.now() + 3 * DAY)
    person(far, "Gaël")
    for _again in range(2):
        keep_time(timezone.now())
    assert Introduction.objects.count() == 6 * 3
    assert set(Introduction.objects.values_list("rank", flat=True)) == {1, 2, 3}
    far.refresh_from_db()
    assert far.introduced_at is None


def test_only_who_said_yes_and_has_a_place_and_lets_somebody_see_them(edition):
    person(edition, "Sans oui", consent=False)
    person(edition, "Personne", visibility="nobody")
    freed = person(edition, "Partie")
    edition.cancel_rsvp(freed)
    make_member("Ailleurs").consent(Purpose.INTRODUCTIONS)
    edition.introduce()
    names = set(Introduction.objects.values_list("member__name", flat=True))
    assert (
        names
        == set(Introduction.objects.values_list("other__name", flat=True))
        == {
            "Ana",
            "Bo",
            "Chloé",
            "Dora",
            "Émile",
            "Farah",
        }
    )


def test_who_has_met_before_is_not_introduced(edition):
    before = make_edition(edition.series, starts_at=timezone.now() - 30 * DAY, capacity=20)
    rows = [
        Rsvp(edition=before, member=named(name), status="going", position=place, arrived=arrived)
        for place, (name, arrived) in enumerate([("Ana", 1), ("Bo", 1), ("Chloé", 1), ("Dora", 0)], start=1)
    ]
    Rsvp.objects.bulk_create(rows)
    edition.introduce()
    assert set(list_of(edition, "Ana")) == {"Dora", "Émile", "Farah"}  # Dora had a place then, and did not come
    assert not {"Ana", "Chloé"} & set(list_of(edition, "Bo"))


@pytest.mark.parametrize("by_the_reader", [False, True])
@pytest.mark.parametrize("is_early", [True, False])
def test_who_has_blocked_somebody_is_never_introduced_to_them(client, edition, by_the_reader, is_early):
    """Neither before the choice nor after it, whichever of the two has blocked the other."""
    ada, bob = person(edition, "Ada"), person(edition, "Bob")
    pair = {"by": ada, "whom": bob} if by_the_reader else {"by": bob, "whom": ada}
    if is_early:
        Block.objects.create(**pair)
    edition.introduce()
    if not is_early:
        Introduction.objects.all().delete()
        for member, other in ((ada, bob), (bob, ada)):
            Introduction.objects.create(edition=edition, member=member, other=other, rank=1)
        assert Introduction.objects.of(edition, ada) == [bob]
        Block.objects.create(**pair)
    assert bob not in Introduction.objects.of(edition, ada)
    assert ada not in Introduction.objects.of(edition, bob)


def test_the_page_shows_one_s_own_list_with_its_reasons_to_nobody_else(client, edition):
    ana, bo = named("Ana"), named("Bo")
    ana.looking_for, bo.can_help_with = ["Apprivoiser Discord"], ["Discord, du salon au serveur"]
    ana.save()
    bo.save()
    edition.introduce()
    mine = shown(client, edition, "Ana")
    assert "Bo can help with “Discord, du salon au serveur”, and you look for that." in mine
    for name in list_of(edition, "Ana"):
        assert name in mine
    client.logout()
    organizer = make_member("Odile")
    edition.series.appoint(organizer)
    for reader in [organizer.name, person(edition, "Curieuse", consent=False).name]:
        assert shown(client, edition, reader) == ""


@pytest.mark.parametrize("how", ["withdraws", "frees", "hides", "leaves"])
def test_somebody_who_takes_it_back_is_gone_everywhere_at_once(client, settings, edition, how):
    edition.introduce()
    bo = named("Bo")
    readers = [name for name in ["Ana", "Chloé", "Dora", "Émile", "Farah"] if "Bo" in list_of(edition, name)]
    Member.objects.update(language="fr")
    assert readers and "Bo" in shown(client, edition, readers[0])
    if how == "withdraws":
        client.force_login(bo)
        for _again in range(2):
            client.post("/members/me/meeting/introductions/withdraw/")
    elif how == "frees":
        edition.cancel_rsvp(bo)
    elif how == "hides":
        bo.visibility = "nobody"
        bo.save()
    else:
        bo.is_active = False
        bo.save()
    for name in readers:
        assert "Bo" not in shown(client, edition, name)
        assert "Bo" not in list_of(edition, name)
    assert list_of(edition, "Bo") == []
    told = reminders(settings, edition)
    assert not any(line.startswith("Bo\u202f:") for body in told.values() for line in body.splitlines())
    assert all("Vous vouliez faire des rencontres" in told[named(name).email] for name in readers)


def reminders(settings, edition: Edition) -> dict[str, str]:
    """What the reminder of the day says to each address."""
    edition.remind()
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    while outbox.deliver_next():
        pass
    return {letter.to[0]: letter.body for letter in mail.outbox if "demain" in letter.subject}


def test_the_reminder_names_three_people_and_why(settings, edition):
    person(edition, "Curieuse", consent=False)
    Member.objects.update(language="fr")
    edition.introduce()
    told = reminders(settings, edition)
    for name in list_of(edition, "Bo"):
        assert f"{name}\u202f: vos chemins ne se sont encore jamais croisés au café." in told[named("Bo").email]
    assert "Vous vouliez faire des rencontres" not in told[named("Curieuse").email]


def test_a_new_date_is_a_new_choice(edition):
    edition.introduce()
    edition.change(starts_at=edition.starts_at + 30 * DAY, ends_at=edition.ends_at + 30 * DAY)
    assert Introduction.objects.count() == 0
    assert edition.introduced_at is None


@pytest.mark.parametrize(
    "facts", [{"rank": 2}, {"other": "Dora"}, {"other": "Dora", "rank": 4}, {"other": "Ana", "rank": 2}], ids=str
)
def test_database_keeps_lists_of_three_different_others(edition, facts):
    one = {"edition": edition, "member": named("Ana"), "other": named("Bo"), "rank": 1}
    Introduction.objects.create(**one)
    with pytest.raises(IntegrityError), transaction.atomic():
        other = facts.pop("other", None)
        Introduction.objects.create(**one | facts | ({"other": named(other)} if other else {}))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_an_evening_asks_as_often_for_three_introductions_as_for_one(
    client, django_assert_num_queries, edition, rows
):
    ana = named("Ana")
    Edition.objects.filter(pk=edition.pk).update(introduced_at=timezone.now())
    for rank, name in enumerate(["Bo", "Chloé", "Dora"][:rows], start=1):
        Introduction.objects.create(edition=edition, member=ana, other=named(name), rank=rank)
    client.force_login(ana)
    client.get(edition.get_absolute_url())
    with django_assert_num_queries(15):
        client.get(edition.get_absolute_url())


# The page of the consents ------------------------------------------------------------------------------------------


def test_a_yes_is_given_with_its_date_and_a_repeat_keeps_the_first(client):
    member = make_member()
    client.force_login(member)
    assert client.get("/en/members/me/meeting/").status_code == 200
    for _again in range(2):
        assert client.post("/en/members/me/meeting/introductions/consent/").url == "/en/members/me/meeting/"
    (consent,) = Consent.objects.filter(member=member)
    assert (consent.purpose, consent.given_at.date()) == ("introductions", timezone.now().date())
    client.post("/en/members/me/meeting/introductions/withdraw/")
    assert Consent.objects.count() == 0


def test_consents_are_one_s_own_and_take_a_post(client):
    for page in ["", "introductions/consent/", "introductions/withdraw/"]:
        address = f"/en/members/me/meeting/{page}"
        assert client.post(address).status_code in (302, 405)
    assert client.get("/en/members/me/meeting/").url == "/en/accounts/login/?next=/en/members/me/meeting/"
    client.force_login(make_member())
    assert client.get("/members/me/meeting/introductions/consent/").status_code == 405
    assert client.post("/members/me/meeting/fortune/consent/").status_code == 404
    assert Consent.objects.count() == 0


def test_database_keeps_one_yes_a_member_and_purpose():
    member = make_member()
    member.consent(Purpose.GREETING)
    for purpose in [Purpose.GREETING, "fortune"]:
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.create(member=member, purpose=purpose)
