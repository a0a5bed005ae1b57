"""Approval by hand: nobody has a place, or stands in the line, whom the organizers have not let in."""

import csv
import datetime
import re
import uuid
from functools import partial

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from events.models import AlreadyComing, Edition, Rsvp, RsvpClosed, Standing
from members import outbox
from members.models import Mail
from tests.at_once import at_once
from tests.events.test_organize import typed_for
from tests.events.test_places import line, mails
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def edition(organizer):
    """By approval, with two places."""
    return make_edition(make_series(organizers=[organizer], guests_at_most=1), capacity=2, is_by_approval=True)


@pytest.fixture
def desk(client, organizer):
    client.force_login(organizer)
    return client


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def text_of(response) -> str:
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def ask(edition: Edition, *names: str) -> list[Rsvp]:
    return [edition.rsvp(make_member(name)) for name in names]


def begin(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=timezone.now() - HOUR, ends_at=timezone.now() + HOUR, closes_at=None
    )
    edition.refresh_from_db()


# The rule -------------------------------------------------------------------------------------------------------------


def test_who_asks_has_no_place_and_is_not_in_the_line(edition):
    (ada,) = ask(edition, "Ada")
    assert (ada.status, edition.places_taken, edition.rsvps.waiting().count()) == ("asking", 0, 0)
    assert list(Rsvp.objects.to_approve()) == [ada]
    assert mails() == [("rsvp-asking", "Ada")]


def test_asking_twice_is_asking_once(edition):
    (ada,) = ask(edition, "Ada")
    assert edition.rsvp(ada.member).position == ada.position
    assert mails() == [("rsvp-asking", "Ada")]


def test_the_organizers_yes_is_a_place(edition):
    (ada,) = ask(edition, "Ada")
    assert edition.approve(ada).is_going
    edition.approve(ada)
    assert edition.places_taken == 1
    assert mails() == [("rsvp-asking", "Ada"), ("rsvp-going", "Ada")]


def test_a_party_approved_while_full_stands_in_the_line_where_it_joined(edition):
    ada, bob, cleo, dan = ask(edition, "Ada", "Bob", "Cléo", "Dan")
    for rsvp in (dan, ada, cleo, bob):
        edition.approve(rsvp)
    assert line(edition) == [("Ada", "going"), ("Bob", "waiting"), ("Cléo", "waiting"), ("Dan", "going")]
    assert mails()[4:] == [
        ("rsvp-going", "Dan"),
        ("rsvp-going", "Ada"),
        ("rsvp-waiting", "Cléo"),
        ("rsvp-waiting", "Bob"),
    ]
    edition.cancel_rsvp(dan.member)
    assert line(edition)[1:3] == [("Bob", "going"), ("Cléo", "waiting")]


def test_a_free_place_passes_by_who_still_asks(edition):
    ada, bob, cleo = ask(edition, "Ada", "Bob", "Cléo")
    edition.approve(ada)
    edition.approve(bob)
    edition.cancel_rsvp(ada.member)
    edition.change(capacity=9)
    edition.rsvp(cleo.member, guests=1)
    assert line(edition) == [("Ada", "cancelled"), ("Bob", "going"), ("Cléo", "asking")]


def test_the_organizers_no_is_told_with_their_word_and_stands_until_they_take_it_back(edition):
    (ada,) = ask(edition, "Ada")
    edition.decline(ada, word="Ce soir-là est pour l'équipe.")
    edition.decline(ada)
    assert line(edition) == [("Ada", "cancelled")]
    mail = Mail.objects.get(kind="rsvp-declined")
    assert (mail.member, mail.data["word"]) == (ada.member, "Ce soir-là est pour l'équipe.")
    with pytest.raises(RsvpClosed) as refusal:
        edition.rsvp(ada.member)
    assert refusal.value.reason == "declined"
    assert edition.approve(ada).is_going
    assert mails() == [("rsvp-asking", "Ada"), ("rsvp-declined", "Ada"), ("rsvp-going", "Ada")]


def test_no_takes_no_place_away_that_was_given(edition):
    (ada,) = ask(edition, "Ada")
    edition.approve(ada)
    assert edition.decline(ada).is_going


def test_yes_to_somebody_who_has_withdrawn_changes_nothing(edition):
    (ada,) = ask(edition, "Ada")
    edition.cancel_rsvp(ada.member)
    assert edition.approve(ada).is_cancelled
    assert mails() == [("rsvp-asking", "Ada"), ("rsvp-freed", "Ada")]


def test_who_comes_back_asks_again(edition):
    (ada,) = ask(edition, "Ada")
    edition.approve(ada)
    edition.cancel_rsvp(ada.member)
    assert edition.rsvp(ada.member).is_asking


def test_nobody_is_answered_once_the_evening_has_begun(edition):
    ada, bob = ask(edition, "Ada", "Bob")
    begin(edition)
    for act in (partial(edition.approve, ada), partial(edition.decline, bob)):
        with pytest.raises(RsvpClosed):
            act()
    assert line(edition) == [("Ada", "asking"), ("Bob", "asking")]
    assert not Rsvp.objects.to_approve().exists()


def test_yes_in_the_last_call_is_a_place_at_once(edition):
    (ada,) = ask(edition, "Ada")
    Edition.objects.update(starts_at=timezone.now() + 5 * HOUR, ends_at=timezone.now() + 7 * HOUR)
    edition.refresh_from_db()
    assert edition.approve(ada).is_going
    assert ada.confirmed_at is None


def test_without_approval_again_who_asks_joins_in_the_order_of_asking(edition):
    edition.change(is_by_approval=False)
    edition.rsvp(make_member("Zoé"))
    edition.change(is_by_approval=True)
    ada, bob, cleo, dan = ask(edition, "Ada", "Bob", "Cléo", "Dan")
    edition.decline(bob)
    edition.cancel_rsvp(dan.member)
    Mail.objects.all().delete()
    edition.change(is_by_approval=False)
    assert line(edition) == [
        ("Zoé", "going"),
        ("Ada", "going"),
        ("Bob", "cancelled"),
        ("Cléo", "waiting"),
        ("Dan", "cancelled"),
    ]
    assert mails() == [("rsvp-going", "Ada"), ("rsvp-waiting", "Cléo")]
    assert (ada.position, cleo.position) == (2, 4)


def test_approval_from_now_on_leaves_places_and_the_line(edition):
    edition.change(is_by_approval=False, capacity=1)
    ask(edition, "Ada", "Bob")
    edition.change(is_by_approval=True)
    ask(edition, "Cléo")
    assert line(edition) == [("Ada", "going"), ("Bob", "waiting"), ("Cléo", "asking")]


def test_standing_rsvps_ask_too(organizer):
    series = make_series(organizers=[organizer])
    ada = make_member("Ada")
    Standing.objects.create(series=series, member=ada)
    edition = make_edition(series, status="draft", is_by_approval=True)
    edition.publish()
    assert (line(edition), mails()) == ([("Ada", "asking")], [("rsvp-asking", "Ada")])
    assert edition.approve(edition.rsvp_of(ada)).is_tentative


# What the database itself refuses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "approved"},
        {"offered_at": timezone.now()},
        {"declined_at": timezone.now()},
    ],
)
def test_database_refuses_who_asks_to_have_what_only_others_may(edition, facts):
    ask(edition, "Ada")
    with pytest.raises(IntegrityError), transaction.atomic():
        Rsvp.objects.update(**facts)


# Everywhere else they are without a place -----------------------------------------------------------------------------


def test_nobody_is_asked_reminded_introduced_or_counted_who_still_asks(edition):
    (ada,) = ask(edition, "Ada")
    Mail.objects.all().delete()
    Edition.objects.update(starts_at=timezone.now() + 20 * HOUR, ends_at=timezone.now() + 22 * HOUR)
    edition.refresh_from_db()
    assert (edition.ask_to_confirm(), edition.remind(), edition.introduce()) == (0, 0, 0)
    assert mails() == []
    assert list(edition.people_visible_to(make_member())) == []
    evening = Edition.objects.evenings()[edition.pk]
    assert (sum(evening.places.values()), ada.forecast_group) == (0, "")
    shown = Edition.objects.with_places().get(pk=edition.pk)
    assert (shown.counted_going, shown.counted_waiting) == (0, 0)


def test_getting_in_is_not_told_to_who_still_asks(edition):
    (ada,) = ask(edition, "Ada")
    assert edition.getting_in_for(ada) == ""


def test_their_own_calendar_shows_the_cafe_once_they_are_let_in(edition):
    (ada,) = ask(edition, "Ada")
    assert list(ada.member.rsvps.for_calendar()) == []
    edition.approve(ada)
    assert list(ada.member.rsvps.for_calendar()) == [ada]


def test_who_asks_hears_of_another_date_and_of_the_end_without_a_calendar(edition, mailoutbox, settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    ask(edition, "Ada")
    edition.change(starts_at=edition.starts_at + HOUR, ends_at=edition.ends_at + HOUR)
    while outbox.deliver_next():
        pass
    edition.cancel(reason="Grève")
    while outbox.deliver_next():
        pass
    assert [mail.kind for mail in Mail.objects.order_by("pk")] == ["rsvp-asking", "edition-moved", "edition-cancelled"]
    parts = [part.get_content_type() for mail in mailoutbox for part in mail.message().walk()]
    assert "text/plain" in parts and "text/calendar" not in parts
    assert "demande" in mailoutbox[1].body and "Votre place" not in mailoutbox[1].body


def test_calendar_of_who_was_let_in_and_asks_again_is_raised_as_after_each_return(edition):
    (ada,) = ask(edition, "Ada")
    edition.approve(ada)
    edition.cancel_rsvp(ada.member)
    again = edition.approve(edition.rsvp(ada.member))
    assert again.sequence == edition.sequence + 2


# The desk -------------------------------------------------------------------------------------------------------------


def test_board_says_how_many_ask_to_come_as_the_button_to_answer(desk, edition):
    ask(edition, "Ada", "Bob")
    ask(make_edition(is_by_approval=True), "Autre")
    page = desk.get(url("organize:board"))
    assert [each.counted_asking for each in page.context["page_obj"]] == [2]
    people = url("organize:people", edition.slug)
    assert page.context["waiting"] == [(f"{edition.title}: 2 parties ask to come", f"{people}#asking")]
    assert text_of(page).count("2 parties ask to come") == 2  # and under the café itself


def test_people_page_lets_in_and_says_no(desk, edition):
    ada, bob = ask(edition, "Ada", "Bob")
    page = desk.get(url("organize:people", edition.slug)).content.decode()
    assert [url("organize:approve", edition.slug, rsvp.pk) in page for rsvp in (ada, bob)] == [True, True]
    response = desk.post(url("organize:approve", edition.slug, ada.pk))
    assert (response["Location"], said(response)) == (url("organize:people", edition.slug), ["Ada has a place."])
    no = url("organize:decline", edition.slug, bob.pk)
    assert desk.get(no).status_code == 200
    assert line(edition)[1] == ("Bob", "asking")
    response = desk.post(no, {"word": "Désolée !"})
    assert said(response)[-1] == "Bob gets your no by mail, with your word if there is one."
    assert Mail.objects.get(kind="rsvp-declined").data["word"] == "Désolée !"
    page = desk.get(url("organize:people", edition.slug))
    assert [(rsvp.list_name, rsvp) for rsvp, _position in page.context["lines"]] == [("going", ada), ("declined", bob)]
    assert "Let in after all" in text_of(page)


def test_word_that_is_too_long_is_kept_and_asked_about(desk, edition):
    (ada,) = ask(edition, "Ada")
    response = desk.post(url("organize:decline", edition.slug, ada.pk), {"word": "x" * 301})
    assert (list(response.context["form"].errors), line(edition)) == (["word"], [("Ada", "asking")])


def test_two_organizers_who_answer_differently_learn_of_the_first(desk, edition):
    ada, bob = ask(edition, "Ada", "Bob")
    edition.approve(ada)
    edition.decline(bob)
    response = desk.post(url("organize:decline", edition.slug, ada.pk), {"word": ""})
    assert said(response) == ["Ada has a place."]
    assert line(edition)[0] == ("Ada", "going")


def test_late_answer_is_told_so(desk, edition):
    ada, bob = ask(edition, "Ada", "Bob")
    begin(edition)
    for name, rsvp in (("approve", ada), ("decline", bob)):
        response = desk.post(url(f"organize:{name}", edition.slug, rsvp.pk))
        assert said(response)[-1].startswith("This café has begun, or is cancelled")
    assert line(edition) == [("Ada", "asking"), ("Bob", "asking")]


def test_rsvp_of_another_edition_is_not_found(desk, edition):
    (elsewhere,) = ask(make_edition(is_by_approval=True), "Ada")
    for name in ("approve", "decline"):
        assert desk.post(url(f"organize:{name}", edition.slug, elsewhere.pk)).status_code == 404
    assert elsewhere.edition.rsvps.get().is_asking


def test_organizer_asks_for_approval_and_takes_it_back_on_the_form(desk, edition):
    ask(edition, "Ada")
    page = desk.get(url("organize:edit", edition.slug)).content.decode()
    assert re.search(r'name="is_by_approval"[^>]*checked', page)
    assert desk.post(url("organize:edit", edition.slug), typed_for(edition)).status_code == 302
    edition.refresh_from_db()
    assert (edition.is_by_approval, line(edition)) == (False, [("Ada", "going")])
    desk.post(url("organize:edit", edition.slug), typed_for(edition, is_by_approval="on"))
    edition.refresh_from_db()
    assert edition.is_by_approval


def test_door_finds_who_asks_and_lets_them_in(desk, edition):
    (ada,) = ask(edition, "Ada")
    begin(edition)
    page = desk.get(url("organize:door", edition.slug))
    assert list(page.context["asking"]) == [ada]
    desk.post(url("organize:check-in", edition.slug, ada.pk))
    assert edition.people_in_the_room == 1


def names(response) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for rsvp, _position in response.context["lines"]:
        found.setdefault(rsvp.list_name, []).append(rsvp.member.name)
    return found


def one_of_each(edition: Edition) -> None:
    """Ada asks, Bob comes, Cléo waits, Dan freed his place, Eve was declined."""
    edition.change(capacity=1)
    _ada, bob, cleo, dan, eve = ask(edition, "Ada", "Bob", "Cléo", "Dan", "Eve")
    for rsvp in (dan, bob, cleo):
        edition.approve(rsvp)
    edition.cancel_rsvp(dan.member)
    edition.decline(eve)
    assert line(edition) == [
        ("Ada", "asking"),
        ("Bob", "going"),
        ("Cléo", "waiting"),
        ("Dan", "cancelled"),
        ("Eve", "cancelled"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"asking": ["Ada"], "going": ["Bob"], "waiting": ["Cléo"], "cancelled": ["Dan"], "declined": ["Eve"]}),
        ({"status": "asking"}, {"asking": ["Ada"]}),
        ({"status": "cancelled"}, {"cancelled": ["Dan"]}),
        ({"status": "declined"}, {"declined": ["Eve"]}),
    ],
)
def test_people_are_found_by_whether_they_ask_or_were_declined(desk, edition, query, found):
    one_of_each(edition)
    assert names(desk.get(url("organize:people", edition.slug), query)) == found


def test_people_who_ask_are_counted_apart_with_their_guests(desk, edition):
    one_of_each(edition)
    edition.rsvps.filter(member__name="Ada").update(guests=1)
    tally = desk.get(url("organize:people", edition.slug)).context["tally"]
    assert tally == {"confirmed": 0, "silent": 0, "waiting": 1, "asking": 2, "freed": 1, "needs": 0}


def test_file_says_who_asks_and_the_list_on_paper_leaves_them_out(desk, edition):
    one_of_each(edition)
    file = desk.get(url("organize:people-csv", edition.slug)).getvalue().decode("utf-8-sig")
    assert [row[1] for row in csv.reader(file.splitlines()[1:])] == [
        "asking to come",
        "with a place",
        "waiting",
        "freed",
        "refused",
    ]
    page = desk.get(url("organize:people-print", edition.slug))
    assert [line.words for line in page.context["lines"]] == ["Bob"]


@pytest.mark.parametrize(
    ("query", "readers"),
    [({}, ["Ada", "Bob", "Cléo"]), ({"status": "asking"}, ["Ada"]), ({"status": "declined"}, ["Eve"])],
)
def test_organizers_write_to_who_asks(desk, edition, query, readers):
    one_of_each(edition)
    Mail.objects.all().delete()
    typed = {"subject": "Un mot", "text": "Bonjour", "key": "00000000-0000-4000-8000-000000000001"}
    desk.post(reverse("organize:write-to-people", args=[edition.slug], query=query), typed)
    assert [name for _kind, name in mails()] == readers


def test_organizer_who_adds_somebody_says_yes_with_it(edition, organizer):
    added = edition.add(make_member("Ada"), by=organizer, guests=1)
    assert (added.status, mails()) == ("going", [("rsvp-going", "Ada")])
    waits = edition.add(make_member("Bob"), by=organizer, may_wait=True)
    assert (waits.status, mails()[1:]) == ("waiting", [("rsvp-waiting", "Bob")])


def test_organizer_who_adds_somebody_who_asks_lets_them_in_with_their_party(edition, organizer):
    ada = make_member("Ada")
    edition.rsvp(ada, guests=1, guest_names=["Zoé"], needs="Un fauteuil")
    ask(edition, "Bob")
    added = edition.add(ada, by=organizer)
    assert (added.status, added.position, added.guest_names, added.needs) == ("going", 1, ["Zoé"], "Un fauteuil")
    assert mails() == [("rsvp-asking", "Ada"), ("rsvp-asking", "Bob"), ("rsvp-going", "Ada")]


def test_organizer_who_adds_somebody_declined_takes_the_no_back(edition, organizer):
    (ada,) = ask(edition, "Ada")
    edition.decline(ada)
    assert edition.add(ada.member, by=organizer).declined_at is None
    assert line(edition) == [("Ada", "going")]


def test_organizer_need_not_know_the_answers_of_whom_they_add(desk, edition):
    edition.change(questions=[{"words": "Que sais-tu ?", "is_required": True}])
    desk.post(url("organize:add-person", edition.slug), {"name": "Ada", "guests": "0", "key": str(uuid.uuid4())})
    assert line(edition) == [("Ada", "going")]


def later(edition: Edition, **fields) -> Edition:
    return make_edition(edition.series, starts_at=edition.starts_at + 28 * 24 * HOUR, **fields)


@pytest.mark.parametrize(("is_by_approval", "status"), [(True, "asking"), (False, "going")])
def test_request_that_is_moved_goes_on_where_people_ask_too_and_is_a_place_elsewhere(
    desk, edition, is_by_approval, status
):
    there = later(edition, is_by_approval=is_by_approval)
    (ada,) = ask(edition, "Ada")
    response = desk.post(url("organize:move-party", edition.slug, ada.pk), {"to": there.slug, "line": ""})
    assert (line(edition), line(there)) == ([("Ada", "cancelled")], [("Ada", status)])
    assert mails()[1:] == [("place-moved", "Ada"), (f"rsvp-{status}", "Ada")]
    sentence = {"asking": "Ada now asks to come to", "going": "Ada now has a place at"}[status]
    assert said(response)[0] == f"{sentence} {there.title}."


def test_place_that_is_moved_is_a_place_where_others_ask_and_lets_in_who_asked_there(edition, organizer):
    there = later(edition, is_by_approval=True)
    ada, bob = ask(edition, "Ada", "Bob")
    for rsvp in (ada, bob):
        edition.approve(rsvp)
    there.rsvp(bob.member)
    for rsvp in (ada, bob):
        edition.move(rsvp, there, by=organizer)
    assert line(there) == [("Bob", "going"), ("Ada", "going")]


def test_request_moved_to_where_they_ask_already_stays(edition, organizer):
    there = later(edition, is_by_approval=True)
    (ada,) = ask(edition, "Ada")
    there.rsvp(ada.member)
    with pytest.raises(AlreadyComing):
        edition.move(ada, there, by=organizer)
    assert (line(edition), line(there)) == ([("Ada", "asking")], [("Ada", "asking")])


@pytest.fixture
def sent(mailoutbox, settings):
    """Sends what waits, and answers the bodies and the types of the parts of the last mail."""
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"

    def send() -> tuple[str, list[str]]:
        while outbox.deliver_next():
            pass
        return mailoutbox[-1].body, [part.get_content_type() for part in mailoutbox[-1].message().walk()]

    return send


def test_request_that_an_organizer_withdraws_is_told_as_one(desk, edition, organizer, sent):
    ada = make_member("Ada", language="en")
    rsvp = edition.rsvp(ada)
    desk.post(url("organize:free-place", edition.slug, rsvp.pk), {"line": "À bientôt"})
    assert line(edition) == [("Ada", "cancelled")]
    body, parts = sent()
    assert "Odile, who organizes this café, has withdrawn your request." in " ".join(body.split())
    assert "text/calendar" not in parts


def test_request_that_is_moved_is_told_as_one(edition, organizer, sent):
    rsvp = edition.rsvp(make_member("Ada", language="en"))
    sent()
    edition.move(rsvp, later(edition, is_by_approval=True), by=organizer)
    Mail.objects.filter(kind="rsvp-asking", sent_at=None).delete()
    body, parts = sent()
    assert "has moved your request to this evening, from that of" in " ".join(body.split())
    assert "text/calendar" not in parts


def test_request_for_a_cafe_that_takes_place_after_all_stands(edition, sent):
    edition.rsvp(make_member("Ada", language="en"))
    edition.cancel(reason="Grève")
    edition.reopen()
    body, parts = sent()
    assert "Your request stands: as soon as the organizers answer, we write to you." in " ".join(body.split())
    assert ("text/calendar" in parts, "Your place is kept" in body) == (False, False)


def test_need_is_not_kept_of_whom_the_organizers_refuse(edition):
    ada = edition.rsvp(make_member("Ada"), needs="Un fauteuil")
    assert edition.decline(ada).needs == ""


def test_copy_is_by_approval_and_asks_the_same(desk, edition):
    edition.change(questions=[{"words": "Que sais-tu ?", "is_required": True}])
    form = desk.get(url("organize:copy", edition.slug)).context["form"]
    shown = ("is_by_approval", "question_1", "needs_answer_1", "question_2")
    assert {name: form[name].value() for name in shown} == {
        "is_by_approval": True,
        "question_1": "Que sais-tu ?",
        "needs_answer_1": True,
        "question_2": "",
    }


def test_who_asked_and_was_never_let_in_leaves_no_number(edition):
    ask(edition, "Ada", "Bob")
    edition.approve(edition.rsvps.get(member__name="Bob"))
    starts_at = timezone.now() - datetime.timedelta(days=731)
    Edition.objects.update(starts_at=starts_at, ends_at=starts_at + HOUR, closes_at=None)
    Edition.objects.get().become_numbers()
    assert not Rsvp.objects.exists()
    assert list(edition.bare_counts.values_list("parties", "places")) == [(1, 1)]


# The person's own pages -----------------------------------------------------------------------------------------------


def test_one_click_on_the_cafes_page_is_a_request(client, edition):
    client.force_login(ada := make_member("Ada"))
    page = text_of(client.get(url("events:detail", edition.slug)))
    assert "Ask for a place" in page and "The organizers say yes to each person first." in page
    response = client.post(url("events:rsvp", edition.slug))
    assert said(response) == [
        "You have asked for a place. The organizers say yes to each person first, and answer by mail."
    ]
    page = text_of(client.get(url("events:detail", edition.slug)))
    assert "You have asked for a place." in page and "You have a place" not in page
    own = client.get(url("events:place", edition.slug, edition.rsvp_of(ada).place_token))
    assert "You have asked for a place" in text_of(own) and 'class="qr"' not in own.content.decode()
    assert "waits for the organizers' yes" in text_of(client.get(url("members:me"))).replace("&#x27;", "'")
    response = client.post(url("events:cancel-rsvp", edition.slug))
    assert said(response)[-1] == "Your request is withdrawn. Thank you for telling us."


def test_visitor_with_a_code_asks_too(client, edition):
    client.post(url("events:rsvp", edition.slug), {"name": "Ada", "email": "ada@example.org", "guests": "1"})
    code = Mail.objects.get(kind="code").data["code"]
    client.post(url("events:prove", edition.slug), {"code": code})
    assert [(rsvp.status, rsvp.guests) for rsvp in edition.rsvps.all()] == [("asking", 1)]


def test_who_was_declined_reads_so_and_is_not_asked_to_come_again(client, edition):
    (ada,) = ask(edition, "Ada")
    edition.decline(ada)
    client.force_login(ada.member)
    sentence = "The organizers cannot give you a place at this café, and hope to see you at another one."
    pages = [url("events:detail", edition.slug), url("events:rsvp", edition.slug)]
    for page in [*pages, url("events:place", edition.slug, ada.place_token)]:
        shown = text_of(client.get(page))
        assert sentence in shown and "Ask for a place" not in shown
    client.post(url("events:rsvp", edition.slug))
    assert line(edition) == [("Ada", "cancelled")]


# At once --------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_many_let_in_at_once_no_more_have_a_place_than_there_are_and_each_hears_of_it_once(edition):
    """Each of them by two organizers: both read that they ask, before either has written."""
    asked = ask(edition, *"ABCDEF")
    at_once(*(partial(edition.approve, rsvp) for rsvp in asked * 2), held=edition.rsvps.all())
    assert sorted(status for _name, status in line(edition)) == ["going"] * 2 + ["waiting"] * 4
    assert sorted(kind for kind, _name in mails()[6:]) == ["rsvp-going"] * 2 + ["rsvp-waiting"] * 4


@pytest.mark.django_db(transaction=True)
def test_yes_and_no_at_once_are_a_yes(edition):
    edition.change(capacity=20)
    asked = ask(edition, *"ABCDEF")
    at_once(*(partial(act, rsvp) for rsvp in asked for act in (edition.decline, edition.approve)))
    told = {name: [kind for kind, who in mails()[6:] if who == name] for name in "ABCDEF"}
    assert {status for _name, status in line(edition)} == {"going"}
    for answers in told.values():
        assert answers in (["rsvp-going"], ["rsvp-declined", "rsvp-going"])  # a yes takes a no back


@pytest.mark.django_db(transaction=True)
def test_nobody_slips_in_while_approval_begins_and_places_become_free(edition):
    edition.change(is_by_approval=False)
    members = [make_member() for _ in range(10)]
    edition.rsvp(members[0])
    acts = [partial(edition.rsvp, member) for member in members[1:]]
    acts[4:4] = [
        partial(edition.change, is_by_approval=True),
        partial(edition.cancel_rsvp, members[0]),
        partial(edition.change, capacity=9),
    ]
    assert not [outcome for outcome in at_once(*acts) if isinstance(outcome, Exception)]
    statuses = list(edition.rsvps.exclude(member=members[0]).order_by("position").values_list("status", flat=True))
    joined = statuses.index("asking") if "asking" in statuses else len(statuses)
    assert set(statuses[joined:]) <= {"asking"}  # from the first who had to ask on, everybody asks
    assert set(statuses[:joined]) <= {"going", "waiting"}
