"""The pages of a place: from the links in mails without a sign-in, and with one; and the form that is closed."""

import datetime
import re
from contextlib import contextmanager
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from events.chores import tidy
from events.models import Edition, Rsvp, TooManyGuests
from members.models import Mail, Member
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
ACTS = ("change-party", "confirm-place", "free-place", "come-to-every", "no-longer-every")


@pytest.fixture(autouse=True)
def a_monday_in_march():
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Paris")), tick=False):
        yield


@pytest.fixture
def series():
    return make_series(name="Le Café", guests_at_most=2)


@pytest.fixture
def edition(series):
    """Three places, in two weeks; Ada has one."""
    edition = make_edition(series, capacity=3)
    edition.rsvp(make_member("Ada", email="ada@example.org"))
    return edition


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(f"events:{name}", args=args)


def rsvp_of(edition: Edition, name: str = "Ada") -> Rsvp:
    return edition.rsvps.get(member__name=name)


def link(name: str, rsvp: Rsvp) -> str:
    """The address of one's own place, or of a button on it, as a mail or that page has it."""
    return url(name, rsvp.edition.slug, rsvp.token("place"))


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def title(response) -> str:
    return " ".join(response.content.decode().split("<h1>")[1].split("</h1>")[0].split())


def everything() -> list[list[tuple]]:
    """All that an act could change."""
    return [list(model.objects.order_by("pk").values_list()) for model in (Edition, Rsvp, Mail, Member)]


def begin(edition: Edition, *, at: datetime.timedelta) -> Edition:
    """The same edition, beginning so long from now, for two hours."""
    starts_at = timezone.now() + at
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + 2 * HOUR)
    edition.refresh_from_db()
    return edition


# Opening a link -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["going", "asked", "waiting", "offered", "freed", "cancelled", "begun"])
def test_opening_a_place_changes_nothing(client, edition, state):
    rsvp = rsvp_of(edition)
    if state == "asked":
        edition.ask_to_confirm()
    elif state in {"waiting", "offered"}:
        for name in ("Bob", "Cléo", "Dan"):
            edition.rsvp(make_member(name))
        rsvp = rsvp_of(edition, "Dan")
    if state == "offered":
        begin(edition, at=12 * HOUR)
        edition.cancel_rsvp(rsvp_of(edition).member)
    elif state == "freed":
        edition.cancel_rsvp(rsvp.member)
    elif state == "cancelled":
        edition.cancel(reason="")
    elif state == "begun":
        begin(edition, at=-HOUR)
    before = everything()
    answers = [method(link("place", rsvp)) for method in (client.get, client.head, client.get)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert (
        title(answers[0])
        == {
            "going": "You have a place",
            "asked": "Do you come?",
            "waiting": "You are number 1 on the waitlist",
            "offered": "A place is free: do you take it?",
            "freed": "You are not coming",
            "cancelled": "This café is cancelled.",
            "begun": "You have a place",
        }[state]
    )
    assert answers[0]["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert everything() == before


def test_buttons_of_a_place_are_no_links(client, edition):
    before = everything()
    answers = [client.get(link(name, rsvp_of(edition))).status_code for name in ACTS]
    assert (answers, everything()) == ([405] * 5, before)


def test_page_of_a_place_shows_no_address(client, edition):
    for name in ("Bob", "Cléo", "Dan"):
        edition.rsvp(make_member(name))
    for name in ("Ada", "Dan"):
        page = client.get(link("place", rsvp_of(edition, name))).content.decode()
        assert "@" not in page.replace(rsvp_of(edition, name).token("place"), "")


def wrong_links(name: str, edition: Edition) -> list[str]:
    rsvp = rsvp_of(edition)
    token = rsvp.token("place")
    other = make_edition(edition.series, starts_at=timezone.now() + 40 * DAY)
    altered = token[:-1] + ("A" if token[-1] != "A" else "B")
    return [
        url(name, edition.slug, altered),
        url(name, edition.slug, "B" + token[1:]),
        url(name, edition.slug, rsvp.token("door")),
        url(name, edition.slug, str(rsvp.key)),
        url(name, other.slug, token),
        url(name, "nowhere", token),
    ]


@pytest.mark.parametrize("name", ["place", *ACTS])
def test_altered_link_or_one_of_another_edition_opens_nothing(client, edition, name):
    addresses = wrong_links(name, edition)
    before = everything()
    method = client.get if name == "place" else client.post
    assert [method(address).status_code for address in addresses] == [404] * 6
    assert everything() == before


@pytest.mark.parametrize("name", ["place", *ACTS])
def test_link_leads_to_the_cafes_page_once_the_evening_is_over(client, edition, name):
    rsvp = rsvp_of(edition)
    method = client.get if name == "place" else client.post
    begin(edition, at=-2 * HOUR + HOUR / 60)
    assert method(link(name, rsvp)).status_code in {200, 302}
    begin(edition, at=-2 * HOUR)
    before = everything()
    answer = method(link(name, rsvp))
    assert (answer.status_code, answer["Location"]) == (302, edition.get_absolute_url())
    assert everything() == before


def test_link_of_somebody_who_left_the_cafe_opens_nothing(client, edition):
    address = link("place", rsvp_of(edition))
    Member.objects.update(is_active=False)
    assert client.get(address).status_code == 404


def test_link_is_for_its_own_place_whoever_is_signed_in(client, edition):
    bob = make_member("Bob")
    edition.rsvp(bob)
    client.force_login(bob)
    client.post(link("free-place", rsvp_of(edition)))
    assert [rsvp_of(edition, name).status for name in ("Ada", "Bob")] == ["cancelled", "going"]


# The acts, without a sign-in ------------------------------------------------------------------------------------------


def test_guests_are_changed_and_named(client, edition):
    rsvp = rsvp_of(edition)
    for _time in range(2):  # the button twice is the same party once
        response = client.post(link("change-party", rsvp), {"guests": "2", "guest_names": "Max,  Lou  Andréas "})
        assert response["Location"] == link("place", rsvp)
    rsvp.refresh_from_db()
    assert (rsvp.guests, rsvp.guest_names) == (2, ["Max", "Lou Andréas"])
    assert said(response)[-1] == "You have 3 places, for you and your 2 guests. See you there!"
    client.post(link("change-party", rsvp), {"guests": "0"})
    rsvp.refresh_from_db()
    assert (rsvp.guests, rsvp.guest_names) == (0, [])


@pytest.mark.parametrize(
    ("guests", "sentence"),
    [("2", "There is a place for one guest at most; yours is kept."), ("9", "Select a valid choice."), ("x", "Select")],
)
def test_guests_for_whom_there_is_no_place_leave_the_party_as_it_was(client, edition, guests, sentence):
    edition.rsvp(make_member("Bob"))
    response = client.post(link("change-party", rsvp_of(edition)), {"guests": guests, "guest_names": "Max"})
    assert response.status_code == 200
    assert response.context["form"].errors["guests"][0].startswith(sentence)
    assert response.context["form"]["guest_names"].value() == "Max"
    assert rsvp_of(edition).guests == 0


def test_place_is_freed_once_and_goes_to_the_line(client, edition):
    for name in ("Bob", "Cléo", "Dan"):
        edition.rsvp(make_member(name))
    Mail.objects.all().delete()
    rsvp = rsvp_of(edition)
    answers = [client.post(link("free-place", rsvp)) for _time in range(2)]
    assert [answer["Location"] for answer in answers] == [link("place", rsvp)] * 2
    assert rsvp_of(edition).is_cancelled
    assert rsvp_of(edition, "Dan").is_going
    assert [(mail.kind, mail.member.name) for mail in Mail.objects.order_by("pk")] == [
        ("rsvp-freed", "Ada"),
        ("rsvp-promoted", "Dan"),
    ]


def test_who_freed_a_place_comes_back_from_the_same_link(client, edition):
    rsvp = rsvp_of(edition)
    client.post(link("free-place", rsvp))
    for _time in range(2):
        client.post(link("change-party", rsvp), {"guests": "1", "guest_names": ""})
    rsvp.refresh_from_db()
    assert (rsvp.is_going, rsvp.guests, edition.rsvps.count()) == (True, 1, 1)


def test_who_comes_back_to_a_full_cafe_joins_the_end_of_the_line(client, edition):
    rsvp = rsvp_of(edition)
    for name in ("Bob", "Cléo", "Dan"):
        edition.rsvp(make_member(name))
    client.post(link("free-place", rsvp))
    edition.rsvp(make_member("Eve"))
    response = client.post(link("change-party", rsvp), {"guests": "0"})
    assert said(response)[-1] == "The café is full: you are number 2 on the waitlist."


def test_place_is_confirmed_once(client, edition):
    edition.ask_to_confirm()
    rsvp = rsvp_of(edition)
    assert client.get(link("place", rsvp)).content.decode().count(link("confirm-place", rsvp)) == 1
    response = client.post(link("confirm-place", rsvp))
    confirmed_at = rsvp_of(edition).confirmed_at
    assert (confirmed_at, said(response)) == (timezone.now(), ["Noted: you are coming. See you there!"])
    with time_machine.travel(timezone.now() + HOUR):
        client.post(link("confirm-place", rsvp))
    assert rsvp_of(edition).confirmed_at == confirmed_at
    assert link("confirm-place", rsvp) not in client.get(link("place", rsvp)).content.decode()


def test_tentative_place_is_confirmed_before_anybody_asks(client, series):
    series.stand(make_member("Ada"))
    edition = make_edition(series, status="draft")
    edition.publish()
    client.post(link("confirm-place", rsvp_of(edition)))
    assert not rsvp_of(edition).is_tentative


def test_confirming_a_place_that_is_gone_says_so(client, edition):
    rsvp = rsvp_of(edition)
    edition.cancel_rsvp(rsvp.member)
    response = client.post(link("confirm-place", rsvp))
    assert said(response) == ["You have no place any more. Say so below if you come after all."]
    assert rsvp_of(edition).is_cancelled


def test_standing_rsvp_goes_on_and_off(client, edition):
    rsvp = rsvp_of(edition)
    standing = []
    for name in ("come-to-every", "come-to-every", "no-longer-every", "no-longer-every"):
        assert client.post(link(name, rsvp))["Location"] == link("place", rsvp)
        standing.append(edition.series.standings.filter(member=rsvp.member).count())
    assert standing == [1, 1, 0, 0]
    assert rsvp_of(edition).is_going


def test_offered_place_goes_to_the_first_who_says_yes(client, edition):
    for name in ("Bob", "Cléo", "Dan", "Eve"):
        edition.rsvp(make_member(name))
    begin(edition, at=12 * HOUR)
    edition.cancel_rsvp(rsvp_of(edition).member)
    dan, eve = rsvp_of(edition, "Dan"), rsvp_of(edition, "Eve")
    assert "Yes, I take it" in client.get(link("place", dan)).content.decode()
    answers = [client.post(link("change-party", rsvp), {"guests": "0"}) for rsvp in (eve, dan, eve)]
    assert [said(answer)[-1] for answer in answers] == [
        "You have a place. See you there!",
        "The café is full: you are number 1 on the waitlist.",
        "You have a place. See you there!",
    ]
    assert [rsvp_of(edition, name).status for name in ("Dan", "Eve")] == ["waiting", "going"]


def test_code_for_the_door_is_on_the_page_of_who_has_a_place(client, edition):
    for name in ("Bob", "Cléo", "Dan"):
        edition.rsvp(make_member(name))
    pages = [client.get(link("place", rsvp_of(edition, name))).content.decode() for name in ("Ada", "Dan")]
    assert ['class="qr"' in page for page in pages] == [True, False]
    assert re.findall(r'class="qr"|name="guests"', pages[0])[0] == 'class="qr"'  # at the door nobody scrolls


@pytest.mark.parametrize("name", ACTS[:3])
def test_once_the_evening_has_begun_a_place_stays_as_it_is(client, edition, name):
    rsvp = rsvp_of(edition)
    begin(edition, at=-HOUR)
    before = everything()
    assert client.post(link(name, rsvp), {"guests": "1"})["Location"] == link("place", rsvp)
    assert everything() == before
    page = client.get(link("place", rsvp)).content.decode()
    assert "This café has begun." in page
    assert [act for act in ACTS[:3] if link(act, rsvp) in page] == []


def test_closed_list_leaves_the_party_and_lets_the_place_be_freed(client, edition):
    Edition.objects.update(closes_at=timezone.now())
    rsvp = rsvp_of(edition)
    client.post(link("change-party", rsvp), {"guests": "1"})
    page = client.get(link("place", rsvp)).content.decode()
    assert "The list is closed." in page
    assert [act for act in ACTS[:3] if link(act, rsvp) in page] == ["change-party", "free-place"]
    assert ('name="guests"' in page, 'name="needs"' in page) == (False, True)
    assert rsvp_of(edition).guests == 0
    client.post(link("free-place", rsvp))
    assert rsvp_of(edition).is_cancelled


# What the organizers should know ------------------------------------------------------------------------------------


def test_needs_are_kept_until_they_are_told_otherwise(client, edition):
    rsvp = rsvp_of(edition)
    client.post(link("change-party", rsvp), {"guests": "1", "needs": "Un  fauteuil\r\nroulant"})
    assert rsvp_of(edition).needs == "Un fauteuil roulant"
    client.post(link("change-party", rsvp), {"guests": "0"})
    assert (rsvp_of(edition).guests, rsvp_of(edition).needs) == (0, "Un fauteuil roulant")
    client.post(link("change-party", rsvp), {"needs": ""})
    assert rsvp_of(edition).needs == ""


def test_needs_go_with_the_place(edition):
    ada = rsvp_of(edition).member
    edition.rsvp(ada, needs="Sans gluten")
    edition.cancel_rsvp(ada)
    assert rsvp_of(edition).needs == ""


def test_needs_are_forgotten_when_the_door_closes_for_good(edition):
    edition.rsvp(rsvp_of(edition).member, needs="Sans gluten")
    Rsvp.objects.forget_needs(edition.ends_at + 7 * DAY - HOUR)
    assert rsvp_of(edition).needs == "Sans gluten"
    with time_machine.travel(edition.ends_at + 7 * DAY, tick=False):
        tidy()
    assert rsvp_of(edition).needs == ""


def test_needs_of_a_visitor_come_with_the_code(client, edition):
    told = {"name": "Bea", "email": "bea@example.org", "guests": "0", "needs": "Je suis sourde"}
    client.post(url("rsvp", edition.slug), told)
    code = Mail.objects.get(address="bea@example.org").data["code"]
    client.post(url("prove", edition.slug), {"code": code})
    assert (rsvp_of(edition, "Bea").status, rsvp_of(edition, "Bea").needs) == ("going", "Je suis sourde")


# Signed in ------------------------------------------------------------------------------------------------------------


def test_one_click_on_the_cafes_page_is_a_place(client, edition):
    bob = make_member("Bob")
    client.force_login(bob)
    for _time in range(2):  # a double click, another tab, the back button
        response = client.post(url("rsvp", edition.slug))
        assert response["Location"] == url("detail", edition.slug)
    assert said(response)[-1] == "You have a place. See you there!"
    assert (rsvp_of(edition, "Bob").is_going, edition.rsvps.count()) == (True, 2)
    assert Mail.objects.filter(member=bob).count() == 1


def test_one_click_in_an_older_tab_keeps_the_guests(client, edition):
    bob = make_member("Bob")
    edition.rsvp(bob, guests=1, guest_names=["Max"])
    client.force_login(bob)
    client.post(url("rsvp", edition.slug))
    assert (rsvp_of(edition, "Bob").guests, rsvp_of(edition, "Bob").guest_names) == (1, ["Max"])


def test_signed_in_member_frees_the_place_with_a_button_and_not_with_a_link(client, edition):
    client.force_login(rsvp_of(edition).member)
    before = everything()
    assert client.get(url("cancel-rsvp", edition.slug)).status_code == 200
    assert everything()[:3] == before[:3]
    for _time in range(2):
        assert client.post(url("cancel-rsvp", edition.slug))["Location"] == url("detail", edition.slug)
    assert rsvp_of(edition).is_cancelled


def test_form_alone_changes_nothing(client, edition):
    client.force_login(make_member("Bob"))
    before = everything()
    assert client.get(url("rsvp", edition.slug)).status_code == 200
    assert everything() == before


# Closed ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_signed_in", [False, True])
@pytest.mark.parametrize(
    ("facts", "begins", "sentence"),
    [
        ({"status": "cancelled", "cancellation_reason": "Grève."}, 5 * DAY, "This café is cancelled. Grève."),
        ({}, -HOUR, "This café has begun."),
        ({}, -3 * HOUR, "This café is over."),
        ({"closes_at": -HOUR}, 5 * DAY, "The list is closed."),
        ({"opens_at": HOUR}, 5 * DAY, "The list opens on Monday 2 March at 13:00."),
    ],
)
def test_closed_list_says_why_and_takes_nobody(client, edition, is_signed_in, facts, begins, sentence):
    begin(edition, at=begins)
    moments = {name: timezone.now() + facts[name] for name in ("closes_at", "opens_at") if name in facts}
    Edition.objects.filter(pk=edition.pk).update(**{**facts, **moments})
    if is_signed_in:
        client.force_login(make_member("Bob"))
    before = everything()
    for response in (
        client.get(url("rsvp", edition.slug)),
        client.post(url("rsvp", edition.slug), {"name": "Bob", "email": "bob@example.org"}),
    ):
        assert response.status_code == 200
        lede = response.content.decode().split('class="lede">')[1].split("</p>")[0]
        assert " ".join(lede.split()) == sentence
    assert everything() == before


def test_draft_is_hidden_from_strangers_and_takes_nobody(edition):
    Edition.objects.update(status="draft")
    organizer = make_member("Odile")
    edition.series.appoint(organizer)
    for reader, status in ((None, 404), (make_member("Bob"), 404), (organizer, 200)):
        browser = Client()
        if reader:
            browser.force_login(reader)
        before = everything()
        answers = [browser.get(url("rsvp", edition.slug)), browser.post(url("rsvp", edition.slug))]
        assert [answer.status_code for answer in answers] == [status] * 2
        assert everything() == before
    assert "This café is not announced yet." in answers[0].content.decode()


def test_code_for_the_door_is_whole_at_any_size(client):
    """Without a viewBox, a style sheet that makes the picture smaller cuts its corners off, and no phone reads it."""
    rsvp = make_edition().rsvp(make_member())
    page = client.get(reverse("events:place", args=[rsvp.edition.slug, rsvp.place_token])).content.decode()
    [opening] = [tag for tag in re.findall(r"<svg[^>]*>", page) if 'class="qr"' in tag]
    assert "viewBox" in opening


# What a person means -------------------------------------------------------------------------------------------------


def test_saying_who_comes_along_is_an_answer_to_the_question(client, edition):
    rsvp = rsvp_of(edition)
    Rsvp.objects.update(is_tentative=True)
    begin(edition, at=2 * DAY)
    edition.ask_to_confirm()
    client.post(link("change-party", rsvp), {"guests": "1", "guest_names": "Paul"})
    rsvp.refresh_from_db()
    assert (rsvp.is_tentative, rsvp.must_answer) == (False, False)
    assert edition.release_silent() == 0


def test_coming_once_more_by_the_form_is_an_answer_to_the_question(edition):
    rsvp = rsvp_of(edition)
    Rsvp.objects.update(is_tentative=True)
    begin(edition, at=2 * DAY)
    edition.ask_to_confirm()
    edition.rsvp(rsvp.member)
    rsvp.refresh_from_db()
    assert (rsvp.is_tentative, rsvp.must_answer) == (False, False)


def test_who_comes_when_the_question_is_due_is_not_asked(edition):
    begin(edition, at=2 * DAY)
    edition.rsvp(make_member("Bob"))
    assert edition.ask_to_confirm() == 1
    assert [rsvp.must_answer for rsvp in (rsvp_of(edition), rsvp_of(edition, "Bob"))] == [True, False]


@pytest.mark.parametrize("is_freed", [False, True])
def test_a_series_that_allows_no_guests_any_more_keeps_those_who_have_a_place(client, edition, is_freed):
    bob = make_member("Bob")
    edition.rsvp(bob, guests=1)
    if is_freed:
        edition.cancel_rsvp(bob)
    type(edition.series).objects.update(guests_at_most=0)
    client.force_login(bob)
    for address in (url("rsvp", edition.slug), link("change-party", rsvp_of(edition, "Bob"))):
        assert client.post(address).status_code == 302
    rsvp = rsvp_of(edition, "Bob")
    assert (rsvp.is_going, rsvp.guests) == (True, 0 if is_freed else 1)


def test_who_comes_back_with_one_click_comes_alone(client, edition):
    bob = make_member("Bob")
    edition.rsvp(bob, guests=1, guest_names=["Max"])
    edition.cancel_rsvp(bob)
    client.force_login(bob)
    client.post(url("rsvp", edition.slug))
    rsvp = rsvp_of(edition, "Bob")
    assert (rsvp.is_going, rsvp.guests, rsvp.guest_names) == (True, 0, [])


def test_party_larger_than_the_cafe_is_refused_with_a_sentence(client, series):
    edition = make_edition(series, capacity=2)
    client.force_login(make_member("Bob"))
    page = client.post(url("rsvp", edition.slug), {"guests": "2"})
    assert page.context["form"].errors == {"guests": ["Select a valid choice. 2 is not one of the available choices."]}
    with pytest.raises(TooManyGuests) as refusal:
        edition.rsvp(make_member(), guests=2)
    assert refusal.value.guests_at_most == 1


def test_party_that_finds_too_few_places_is_told_that_fewer_people_fit(client, edition):
    edition.rsvp(make_member())
    bob = make_member("Bob")
    client.force_login(bob)
    answer = client.post(url("rsvp", edition.slug), {"guests": "1"})
    assert said(answer) == [
        "There are not enough free places for all of you: you are number 1 on the waitlist. Come with fewer people, "
        "and a place is yours."
    ]
    page = client.get(link("place", rsvp_of(edition, "Bob"))).content.decode()
    assert "1 place is free, not enough for all of you." in page
    client.post(link("change-party", rsvp_of(edition, "Bob")), {"guests": "0"})
    assert rsvp_of(edition, "Bob").is_going


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (
            {"guests": "0", "guest_names": "Paul"},
            "These are more names than guests. Say above how many people you bring.",
        ),
        (
            {"guests": "1", "guest_names": "Paul, Marie-Ève"},
            "These are more names than guests. Say above how many people you bring.",
        ),
        ({"guests": "1", "guest_names": "x" * 81}, "A name has up to 80 letters."),
    ],
)
def test_names_that_cannot_be_kept_are_asked_about(client, edition, typed, problem):
    page = client.post(link("change-party", rsvp_of(edition)), typed)
    assert page.context["form"].errors == {"guest_names": [problem]}


def test_a_place_is_freed_from_the_cafes_page_while_the_list_is_closed(client, edition):
    Edition.objects.update(closes_at=timezone.now())
    client.force_login(rsvp_of(edition).member)
    assert url("cancel-rsvp", edition.slug) in client.get(url("detail", edition.slug)).content.decode()
    assert client.get(url("cancel-rsvp", edition.slug)).status_code == 200
    client.post(url("cancel-rsvp", edition.slug))
    assert rsvp_of(edition).is_cancelled


def test_leaving_the_waitlist_is_told_as_such(client, edition):
    for name in ("Bob", "Cléo", "Dan"):
        edition.rsvp(make_member(name))
    answer = client.post(link("free-place", rsvp_of(edition, "Dan")))
    assert said(answer) == ["You are no longer on the waitlist. Thank you for telling us."]
    assert Mail.objects.latest("pk").data["was"] == "waiting"
    again = client.post(link("free-place", rsvp_of(edition, "Dan")))
    assert said(again)[1:] == []


def test_two_cafes_in_two_tabs_have_a_code_each(client, series):
    editions = [make_edition(series), make_edition(series, starts_at=timezone.now() + 30 * DAY)]
    for edition in editions:
        client.post(url("rsvp", edition.slug), {"name": "Ada", "email": "ada@example.org", "guests": "0"})
    mails = list(Mail.objects.filter(kind="code").order_by("pk"))
    assert [mail.data["about"] for mail in mails] == [edition.title for edition in editions]
    client.post(url("prove", editions[0].slug), {"code": mails[0].data["code"]})
    assert [edition.rsvps.going().count() for edition in editions] == [1, 0]


def test_list_that_is_not_open_yet_leads_who_was_left_waiting_to_the_sign_in(client, edition):
    Edition.objects.update(opens_at=timezone.now() + DAY)
    sign_in = f"?next={url('detail', edition.slug)}"
    for page in (url("detail", edition.slug), url("rsvp", edition.slug)):
        assert sign_in in client.get(page).content.decode()


# An edition that goes meanwhile ---------------------------------------------------------------------------------------


@contextmanager
def deleted_by_somebody_else(edition: Edition):
    """In the very moment in which somebody begins to change it."""
    is_gone = False

    def delete_first(execute, sql, *args):
        nonlocal is_gone
        if sql.startswith("SAVEPOINT") and not is_gone:
            is_gone = True
            Edition.objects.filter(pk=edition.pk).delete()
        return execute(sql, *args)

    with connection.execute_wrapper(delete_first):
        yield


@pytest.mark.parametrize("act", ["rsvp", "cancel-rsvp", "change-party", "confirm-place", "free-place"])
def test_act_at_an_edition_that_is_deleted_in_that_moment_finds_nothing(client, edition, act):
    ada = rsvp_of(edition)
    client.force_login(ada.member)
    address = link(act, ada) if act in ACTS else url(act, edition.slug)
    with deleted_by_somebody_else(edition):
        assert client.post(address, {"guests": "1"}).status_code == 404
    assert not Edition.objects.exists()
