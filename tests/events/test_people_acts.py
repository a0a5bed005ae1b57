"""What organizers do for one person: add, move to another evening, free; each once, and never too many people."""

import datetime
import re
from functools import partial
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail as django_mail
from django.utils import timezone, translation

from events.chores import tidy
from events.models import AlreadyComing, Edition, Rsvp, RsvpClosed, TooManyGuests
from members import outbox
from members.models import Mail, Member
from tests.at_once import at_once
from tests.events.desk import said, url
from tests.factories import make_edition, make_member, make_series, make_specialty, shift

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
KEY = "00000000-0000-4000-8000-000000000001"


@pytest.fixture(autouse=True)
def a_monday_in_march(request):
    if request.node.get_closest_marker("django_db").kwargs.get("transaction"):
        yield  # at once: each thread has the clock of the house
        return
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Paris")), tick=False):
        yield


@pytest.fixture
def edition(series):
    """Two places: Ada has one, with a need that she told."""
    edition = make_edition(series, capacity=2)
    edition.rsvp(make_member("Ada"), needs="Sans gluten")
    Mail.objects.all().delete()
    return edition


def line_of(edition: Edition) -> list[tuple[str, str, int]]:
    return list(edition.rsvps.order_by("position").values_list("member__name", "status", "guests"))


def mails() -> list[tuple[str, str]]:
    return list(Mail.objects.order_by("pk").values_list("kind", "member__name"))


def rsvp_of(edition: Edition, name: str = "Ada"):
    return edition.rsvps.get(member__name=name)


def elsewhere(edition: Edition, *names: str, **fields) -> Edition:
    """The next evening of the series, with these people."""
    there = make_edition(edition.series, starts_at=edition.starts_at + 28 * DAY, **fields)
    for name in names:
        there.rsvp(make_member(name))
    Mail.objects.all().delete()
    return there


# Adding ---------------------------------------------------------------------------------------------------------------


def test_somebody_without_an_address_gets_a_place_and_no_account(desk, edition):
    typed = {"name": "Bob  Martin", "guests": "0", "needs": "Un fauteuil", "key": KEY}
    response = desk.post(url("add-person", edition.slug), typed)
    assert response["Location"] == url("people", edition.slug)
    assert said(response) == ["Bob Martin has a place.", "There is no address to write to: tell them yourself."]
    assert line_of(edition) == [("Ada", "going", 0), ("Bob Martin", "going", 0)]
    bob = rsvp_of(edition, "Bob Martin")
    assert (bob.needs, bob.member.has_address, bob.member.is_active, bob.member.visibility) == (
        "Un fauteuil",
        False,
        False,
        "nobody",
    )
    page = desk.get(url("people", edition.slug)).content.decode()
    assert ("Bob Martin" in page, "nowhere" in page) == (True, False)
    assert "Bob Martin" not in desk.get(edition.get_absolute_url()).content.decode()


def test_form_that_is_sent_twice_adds_one_person_and_another_name_is_another(desk, edition):
    edition.change(capacity=9)
    for name in ("Bob", "Bob", "Cléo", "Cléo", "Bob"):
        desk.post(url("add-person", edition.slug), {"name": name, "guests": "1", "key": KEY})
    assert line_of(edition) == [("Ada", "going", 0), ("Bob", "going", 1), ("Cléo", "going", 1)]


def test_somebody_with_an_address_is_told_by_whom_and_gets_an_account_once_proven(desk, edition):
    typed = {"name": "Bob", "email": "Bob@Example.org", "guests": "0", "key": KEY}
    for _click in range(2):
        response = desk.post(url("add-person", edition.slug), typed)
    assert said(response)[-1] == "Bob is on the list already."
    assert mails() == [("rsvp-going", "Bob")]
    assert Mail.objects.get().data == {"edition": edition.pk, "by": Member.objects.get(name="Odile").pk}
    bob = Member.objects.for_proven_address("bob@example.org", name="Robert", language="en")
    assert (bob, bob.name, bob.visibility) == (rsvp_of(edition, "Robert").member, "Robert", "nobody")


def test_address_of_an_account_adds_its_owner(desk, edition):
    cleo = make_member("Cléo", email="cleo@example.org")
    desk.post(url("add-person", edition.slug), {"name": "C.", "email": "cleo@example.org", "guests": "0", "key": KEY})
    assert rsvp_of(edition, "Cléo").member == cleo
    assert Member.objects.filter(name="C.").exists() is False


def test_where_it_is_full_the_line_is_offered_and_nobody_is_kept(desk, edition):
    members = Member.objects.count()
    typed = {"name": "Bob", "email": "bob@example.org", "guests": "1", "key": KEY}
    response = desk.post(url("add-person", edition.slug), typed)
    assert response.context["form"].non_field_errors() == ["There are not enough free places. They can wait for one."]
    assert 'name="wait"' in response.content.decode()
    assert (line_of(edition), mails(), Member.objects.count()) == ([("Ada", "going", 0)], [], members)
    response = desk.post(url("add-person", edition.slug), {**typed, "wait": "1"})
    assert said(response) == ["Bob is on the waitlist.", "A mail tells them."]
    assert line_of(edition) == [("Ada", "going", 0), ("Bob", "waiting", 1)]
    assert mails() == [("rsvp-waiting", "Bob")]


def test_full_cafe_says_so_before_anything_is_typed(desk, edition):
    edition.change(capacity=1)
    page = desk.get(url("add-person", edition.slug)).content.decode()
    assert ("Give a place" in page, "Put on the waitlist" in page) == (False, True)


def test_organizer_adds_before_the_opening_and_after_the_closing(edition, organizer):
    for moments in ({"opens_at": timezone.now() + DAY}, {"opens_at": None, "closes_at": timezone.now()}):
        Edition.objects.update(**moments)
        edition.add(member := make_member(), by=organizer)
        edition.cancel_rsvp(member)
    Edition.objects.update(starts_at=timezone.now())
    with pytest.raises(RsvpClosed):
        edition.add(make_member(), by=organizer)


def test_more_guests_than_could_come_are_refused(edition, organizer):
    with pytest.raises(TooManyGuests):
        edition.add(make_member(), by=organizer, guests=2)


def test_people_known_by_name_alone_are_forgotten_a_week_after_and_the_numbers_stay(desk, edition):
    desk.post(url("add-person", edition.slug), {"name": "Bob", "guests": "0", "key": KEY})
    with time_machine.travel(edition.ends_at + 7 * DAY - DAY / 24, tick=False):
        tidy()
    assert Member.objects.filter(name="Bob").exists()
    with time_machine.travel(edition.ends_at + 7 * DAY, tick=False):
        tidy()
    assert not Member.objects.filter(name="Bob").exists()
    assert Edition.objects.get(pk=edition.pk).places_taken == 2


# Freeing --------------------------------------------------------------------------------------------------------------


def test_freed_place_goes_to_the_line_and_both_are_told(desk, edition):
    for name in ("Bob", "Cléo"):
        edition.rsvp(make_member(name))
    Mail.objects.all().delete()
    ada = rsvp_of(edition)
    for _click in range(2):
        response = desk.post(url("free-place", edition.slug, ada.pk), {"line": "Comme convenu."})
    assert response["Location"] == url("people", edition.slug)
    assert line_of(edition) == [("Ada", "cancelled", 0), ("Bob", "going", 0), ("Cléo", "going", 0)]
    assert mails() == [("place-freed", "Ada"), ("rsvp-promoted", "Cléo")]
    assert Mail.objects.first().data["line"] == "Comme convenu."
    assert rsvp_of(edition).needs == ""


def test_too_long_a_line_frees_nothing_and_is_kept(desk, edition):
    response = desk.post(url("free-place", edition.slug, rsvp_of(edition).pk), {"line": "x" * 501})
    assert (response.status_code, line_of(edition)) == (200, [("Ada", "going", 0)])
    assert "x" * 501 in response.content.decode()


def test_nothing_is_freed_once_the_evening_has_begun(desk, edition):
    Edition.objects.update(starts_at=timezone.now())
    response = desk.post(url("free-place", edition.slug, rsvp_of(edition).pk))
    assert said(response) == ["This evening takes no more answers: whoever is in the room counts."]
    assert line_of(edition) == [("Ada", "going", 0)]


# Moving ---------------------------------------------------------------------------------------------------------------


def test_party_moves_with_all_it_told_and_the_line_moves_up(desk, edition):
    edition.rsvp(rsvp_of(edition).member, guests=1, guest_names=["Max"])
    edition.rsvp(make_member("Bob"))
    there = elsewhere(edition, "Cléo")
    typed = {"to": there.slug, "line": "À bientôt."}
    for _click in range(2):
        response = desk.post(url("move-party", edition.slug, rsvp_of(edition).pk), typed)
    assert said(response)[2:] == [f"Ada now has a place at {there.title}.", "A mail tells them."]
    assert line_of(edition) == [("Ada", "cancelled", 1), ("Bob", "going", 0)]
    assert line_of(there) == [("Cléo", "going", 0), ("Ada", "going", 1)]
    assert (rsvp_of(there).guest_names, rsvp_of(there).needs, rsvp_of(edition).needs) == (["Max"], "Sans gluten", "")
    assert mails() == [("place-moved", "Ada"), ("rsvp-going", "Ada"), ("rsvp-promoted", "Bob")]


def test_full_evening_offers_its_line_and_nothing_has_moved(desk, edition):
    there = elsewhere(edition, "Cléo", capacity=1)
    move = url("move-party", edition.slug, rsvp_of(edition).pk)
    response = desk.post(move, {"to": there.slug})
    assert response.context["move_form"].errors == {
        "to": ["There are not enough free places there. They can wait for one."]
    }
    assert (line_of(edition), line_of(there), mails()) == ([("Ada", "going", 0)], [("Cléo", "going", 0)], [])
    response = desk.post(move, {"to": there.slug, "wait": "1"})
    assert said(response)[0] == f"Ada now waits for a place at {there.title}."
    assert line_of(there) == [("Cléo", "going", 0), ("Ada", "waiting", 0)]
    assert line_of(edition) == [("Ada", "cancelled", 0)]


def test_who_has_answered_there_already_is_not_moved(edition, organizer):
    there = elsewhere(edition)
    there.rsvp(rsvp_of(edition).member, guests=2)
    with pytest.raises(AlreadyComing):
        edition.move(rsvp_of(edition), there, by=organizer)
    assert (line_of(edition), line_of(there)) == ([("Ada", "going", 0)], [("Ada", "going", 2)])


def test_people_move_to_coming_published_evenings_of_the_series_alone(desk, edition, series):
    there = elsewhere(edition)
    others = [
        make_edition(series, status="draft"),
        make_edition(series, starts_at=timezone.now() - DAY),
        make_edition(make_series(organizers=[Member.objects.get(name="Odile")])),
        edition,
    ]
    form = desk.get(url("party", edition.slug, rsvp_of(edition).pk)).context["move_form"]
    assert list(form.fields["to"].queryset) == [there]
    for other in others:
        desk.post(url("move-party", edition.slug, rsvp_of(edition).pk), {"to": other.slug})
    assert (line_of(edition), mails()) == ([("Ada", "going", 0)], [])


# At the same moment ---------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_last_place_there_is_given_once_however_many_are_moved_to_it_at_once():
    """Each of them twice, as where two organizers press: what marks the pages of the evening keeps writers apart, so
    that only who reads before they write, whether the party is here still, needs the lock.
    """
    organizer, series = make_member("Odile"), make_series()
    here, there = make_edition(series, capacity=8), make_edition(series, capacity=1)
    parties = [here.rsvp(make_member(f"M{number}")) for number in range(6)]
    deeds = [partial(here_again(here).move, party, here_again(there), by=organizer) for party in parties * 2]
    outcomes = at_once(*deeds, held=here.rsvps.all())
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoPlaceLeft"] * 10 + ["Rsvp"] * 2
    assert (there.rsvps.going().count(), there.rsvps.count()) == (1, 1)
    assert here.rsvps.going().count() == 5
    assert Mail.objects.filter(kind="place-moved").count() == 1


@pytest.mark.django_db(transaction=True)
def test_people_moved_across_each_other_at_once_do_not_wait_for_each_other():
    organizer, series = make_member("Odile"), make_series()
    one, two = make_edition(series), make_edition(series)
    there = [one.rsvp(make_member()) for _each in range(4)]
    back = [two.rsvp(make_member()) for _each in range(4)]
    deeds = [partial(here_again(one).move, party, here_again(two), by=organizer) for party in there]
    deeds += [partial(here_again(two).move, party, here_again(one), by=organizer) for party in back]
    assert {type(outcome).__name__ for outcome in at_once(*deeds)} == {"Rsvp"}
    assert {rsvp.member_id for rsvp in two.rsvps.going()} == {rsvp.member_id for rsvp in there}
    assert {rsvp.member_id for rsvp in one.rsvps.going()} == {rsvp.member_id for rsvp in back}


@pytest.mark.django_db(transaction=True)
def test_last_place_is_given_once_to_people_added_at_once():
    organizer, edition = make_member("Odile"), make_edition(capacity=1)
    people = [make_member() for _each in range(6)]
    outcomes = at_once(*[partial(here_again(edition).add, member, by=organizer) for member in people])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoPlaceLeft"] * 5 + ["Rsvp"]
    assert edition.rsvps.count() == 1


def here_again(edition: Edition) -> Edition:
    """The same edition, as another organizer's page has loaded it."""
    return Edition.objects.get(pk=edition.pk)


# The mail, before it goes ---------------------------------------------------------------------------------------------


def freed(edition: Edition, there: Edition):
    party = [edition.slug, rsvp_of(edition).pk]
    return url("party", *party), url("free-place", *party), {}, "place-freed"


def moved(edition: Edition, there: Edition):
    party = [edition.slug, rsvp_of(edition).pk]
    return url("party", *party), url("move-party", *party), {"to": there.slug}, "place-moved"


def let_in(edition: Edition, there: Edition):
    edition.change(is_by_approval=True)
    asking = [edition.slug, edition.rsvp(make_member("Bob", language="en")).pk]
    return url("party", *asking), url("approve", *asking), {}, "rsvp-going"


def declined(edition: Edition, there: Edition):
    edition.change(is_by_approval=True)
    asking = edition.rsvp(make_member("Bob", language="en"))
    page = url("decline", edition.slug, asking.pk)
    return page, page, {}, "rsvp-declined"


def added(edition: Edition, there: Edition):
    make_member("Zoé", email="zoe@example.org", language="en")
    page = url("add-person", edition.slug)
    return page, page, {"name": "Zoé", "email": "zoe@example.org", "guests": "0", "key": KEY}, "rsvp-going"


def put_in_line(edition: Edition, there: Edition):
    edition.change(capacity=1)
    page, deed, typed, _kind = added(edition, there)
    return page, deed, {**typed, "wait": "1"}, "rsvp-waiting"


def recounted(edition: Edition, there: Edition):
    shift(edition, edition.starts_at - 60 * DAY)
    page = url("recap", edition.slug)
    return page, page, {"text": "Bien.", "publish": "1"}, "recap-published"


def called(edition: Edition, there: Edition):
    trade = make_specialty("veille")
    make_member("Vera", language="en").follow(trade)
    with translation.override("en"):
        return edition.get_absolute_url(), url("call", edition.slug, trade.key), {}, "trade-call"


@pytest.mark.parametrize("act", [freed, moved, let_in, declined, added, put_in_line, recounted, called])
def test_mail_to_one_person_can_be_read_before_it_goes(desk, edition, settings, act):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    Member.objects.filter(name="Ada").update(language="en")
    page, deed, typed, kind = act(edition, elsewhere(edition))
    Mail.objects.all().delete()
    shown = desk.get(page)
    of_kind = "rsvp-going" if act is put_in_line else kind  # whoever is added has a place, or is in the line
    (frame, address) = re.search(rf'(src|href)="([^"]*/mail/{of_kind}/[^"]*)"', shown.content.decode()).groups()
    assert ("frame-src 'self'" in shown["Content-Security-Policy"]) == (frame == "src")
    preview = words_of(desk.get(address.replace("&amp;", "&")).content.decode())
    assert mails() == []
    desk.post(deed, typed)
    Mail.objects.exclude(kind=kind).delete()
    del django_mail.outbox[:]
    while outbox.deliver_next():
        pass
    (letter,) = django_mail.outbox
    assert words_of(letter.alternatives[0][0]) == preview


@pytest.mark.parametrize(("act", "field"), [(freed, "line"), (moved, "line"), (declined, "word")])
def test_mail_to_one_person_can_be_read_with_the_line_that_was_typed(desk, edition, settings, act, field):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    Member.objects.filter(name="Ada").update(language="en")
    sooner = shift(elsewhere(edition), edition.starts + DAY)
    _page, deed, typed, kind = act(edition, elsewhere(edition))
    assert sooner != edition.other_evenings().last()
    typed[field] = "On se voit <bientôt> & ailleurs."
    Mail.objects.all().delete()
    before = list(Rsvp.objects.order_by("pk").values())
    looked = desk.post(deed, {**typed, "preview": "1"})
    assert (looked.status_code, mails(), list(Rsvp.objects.order_by("pk").values())) == (200, [], before)
    assert 'id="mail" open' in looked.content.decode()
    assert "On se voit &lt;bientôt&gt; &amp; ailleurs.</textarea>" in looked.content.decode()
    address = re.search(rf'src="([^"]*/mail/{kind}/[^"]*)"', looked.content.decode()).group(1)
    preview = words_of(desk.get(address.replace("&amp;", "&")).content.decode())
    assert any("ailleurs." in line for line in preview)
    desk.post(deed, typed)
    Mail.objects.exclude(kind=kind).delete()
    while outbox.deliver_next():
        pass
    (letter,) = django_mail.outbox
    assert words_of(letter.alternatives[0][0]) == preview


def words_of(html: str) -> list[str]:
    text = re.sub(r"<head.*?</head>|<[^>]+>", "\n", html, flags=re.DOTALL)
    return [line.strip() for line in text.splitlines() if line.strip()]
