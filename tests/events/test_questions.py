"""Up to three questions of an edition: asked on the form, read by its organizers alone, gone after a month."""

import datetime
import html
import json

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from events import replies
from events.belongings import rsvps
from events.chores import tidy
from events.models import AnswersMissing, Edition, Rsvp, Standing
from events.rsvp_forms import PartyForm
from members.models import Mail, Member
from tests.events.test_approval import text_of
from tests.events.test_organize import errors, typed_for
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
FIRST, SECOND = "Qu'aimeriez-vous apprendre ?", "Comment avez-vous connu le café ?"
NEEDED = {"words": FIRST, "is_required": True}
OPTIONAL = {"words": SECOND, "is_required": False}


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def edition(organizer):
    """It asks one question that needs an answer, and one that does not."""
    return make_edition(make_series(organizers=[organizer]), questions=[NEEDED, OPTIONAL])


@pytest.fixture
def ada():
    return make_member("Ada", email="ada@example.org")


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def typed(edition: Edition, *answers: str) -> dict[str, str]:
    """What the form of this edition sends, with these answers to its questions."""
    return {"guests": "0", "guest_names": "", **dict(zip(PartyForm(edition).questions, answers, strict=True))}


def answers_of(edition: Edition, member: Member) -> list[list[str]]:
    return edition.rsvps.get(member=member).answers


# The rule -------------------------------------------------------------------------------------------------------------


def test_nobody_joins_without_an_answer_that_is_needed(edition, ada):
    for given in ({}, {SECOND: "Par une amie"}, {FIRST: ""}):
        with pytest.raises(AnswersMissing):
            edition.rsvp(ada, answers=given)
    assert not edition.rsvps.exists()
    edition.rsvp(ada, answers={FIRST: "Modérer"})
    assert answers_of(edition, ada) == [[FIRST, "Modérer"]]


def test_words_that_are_not_asked_are_not_answered(edition, ada):
    edition.rsvp(ada, answers={FIRST: "Modérer", "Votre âge ?": "40"})
    assert answers_of(edition, ada) == [[FIRST, "Modérer"]]


def test_answer_keeps_the_words_that_it_answers(edition, ada):
    edition.rsvp(ada, answers={FIRST: "Modérer", SECOND: "Par une amie"})
    edition.change(questions=[{"words": "Que voulez-vous apprendre ?", "is_required": True}, OPTIONAL])
    assert answers_of(edition, ada) == [[FIRST, "Modérer"], [SECOND, "Par une amie"]]
    assert edition.rsvp_of(ada).unanswered == ["Que voulez-vous apprendre ?"]
    edition.rsvp(ada, answers={"Que voulez-vous apprendre ?": "Animer", SECOND: ""})
    assert answers_of(edition, ada) == [[FIRST, "Modérer"], ["Que voulez-vous apprendre ?", "Animer"]]


def test_who_has_a_place_keeps_it_whatever_is_asked_afterwards(ada):
    edition = make_edition()
    edition.rsvp(ada)
    edition.change(questions=[NEEDED])
    assert edition.rsvp(ada, guests=1).guests == 1
    assert edition.rsvp_of(ada).unanswered == [FIRST]


def test_standing_rsvp_joins_and_is_asked_on_its_page(client, organizer, ada):
    series = make_series(organizers=[organizer])
    Standing.objects.create(series=series, member=ada)
    edition = make_edition(series, status="draft", questions=[NEEDED])
    edition.publish()
    assert edition.rsvp_of(ada).is_going
    client.force_login(ada)
    page = text_of(client.get(url("events:detail", edition.slug))).replace("&#x27;", "'")
    assert f"The organizers would like to know: {FIRST}" in page


def test_database_refuses_a_fourth_question():
    edition = make_edition(questions=[OPTIONAL] * 3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(questions=[OPTIONAL] * 4)


# Answering ------------------------------------------------------------------------------------------------------------


def test_one_gesture_leads_to_the_form_where_an_answer_is_needed(client, edition, ada):
    client.force_login(ada)
    page = client.get(url("events:detail", edition.slug)).content.decode()
    assert f'action="{url("events:rsvp", edition.slug)}"' not in page
    assert f'href="{url("events:rsvp", edition.slug)}"' in page
    response = client.post(url("events:rsvp", edition.slug))  # from a tab that is older than the question
    assert list(response.context["form"].errors) == list(typed(edition, "", ""))[2:3]
    assert not edition.rsvps.exists()
    edition.change(questions=[OPTIONAL])
    page = client.get(url("events:detail", edition.slug)).content.decode()
    assert f'action="{url("events:rsvp", edition.slug)}"' in page


def test_member_answers_on_the_form_and_changes_the_answer_on_their_own_page(client, edition, ada):
    client.force_login(ada)
    assert FIRST in text_of(client.get(url("events:rsvp", edition.slug))).replace("&#x27;", "'")
    client.post(url("events:rsvp", edition.slug), typed(edition, "Modérer", "Par une amie"))
    assert answers_of(edition, ada) == [[FIRST, "Modérer"], [SECOND, "Par une amie"]]
    token = edition.rsvp_of(ada).place_token
    assert 'value="Modérer"' in client.get(url("events:place", edition.slug, token)).content.decode()
    client.post(url("events:change-party", edition.slug, token), typed(edition, "Animer", ""))
    assert answers_of(edition, ada) == [[FIRST, "Animer"]]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [("", "This field is required."), ("x" * 301, "Ensure this value has at most 300 characters (it has 301).")],
)
def test_answer_that_cannot_be_kept_gets_a_sentence_beside_its_question(client, edition, ada, answer, problem):
    client.force_login(ada)
    response = client.post(url("events:rsvp", edition.slug), typed(edition, answer, "Par une amie"))
    name = next(iter(PartyForm(edition).questions))
    assert errors(response) == {name: [problem]}
    assert "Par une amie" in response.content.decode()
    assert not edition.rsvps.exists()


def test_answer_typed_under_other_words_is_not_taken_for_one_to_these(client, edition, ada):
    client.force_login(ada)
    before = typed(edition, "Modérer", "Par une amie")
    edition.change(questions=[{"words": "Votre plus belle panne ?", "is_required": True}, OPTIONAL])
    response = client.post(url("events:rsvp", edition.slug), before)
    assert "Votre plus belle panne" in text_of(response)
    assert not edition.rsvps.exists()


def test_one_click_in_an_older_tab_keeps_the_answers(client, edition, ada):
    edition.rsvp(ada, answers={FIRST: "Modérer"})
    client.force_login(ada)
    client.post(url("events:rsvp", edition.slug))
    assert answers_of(edition, ada) == [[FIRST, "Modérer"]]


def test_visitor_answers_before_the_code(client, edition):
    form = {"name": "Bob", "email": "bob@example.org", **typed(edition, "Modérer", "")}
    client.post(url("events:rsvp", edition.slug), form)
    client.post(url("events:prove", edition.slug), {"code": Mail.objects.get(kind="code").data["code"]})
    assert [(rsvp.status, rsvp.answers) for rsvp in edition.rsvps.all()] == [("going", [[FIRST, "Modérer"]])]


def test_question_that_comes_up_while_the_code_is_on_its_way_leads_back_to_the_form(client):
    edition = make_edition()
    client.post(url("events:rsvp", edition.slug), {"name": "Bob", "email": "bob@example.org", "guests": "0"})
    edition.change(questions=[NEEDED])
    response = client.post(url("events:prove", edition.slug), {"code": Mail.objects.get(kind="code").data["code"]})
    assert response["Location"] == url("events:rsvp", edition.slug)
    assert said(response)[0] == "The organizers ask one thing more before you come."
    assert not edition.rsvps.exists()


def test_who_comes_back_by_their_calendar_answers_on_the_page(ada):
    edition = make_edition()
    edition.rsvp(ada)
    edition.cancel_rsvp(ada)
    edition.change(questions=[NEEDED])
    reply = replies.Reply("<1@x>", ada.email, ada.email, edition.uid, "ACCEPTED", 9, timezone.now(), True, False)
    assert replies._apply(edition, edition.rsvp_of(ada), reply) == "questions"
    assert edition.rsvp_of(ada).is_cancelled


# Asking ---------------------------------------------------------------------------------------------------------------


def test_organizer_asks_on_the_form_of_the_edition(client, edition, organizer):
    client.force_login(organizer)
    page = client.get(url("organize:edit", edition.slug)).content.decode()
    assert "deleted 30 days after the evening" in page
    asked = {"question_1": SECOND, "question_3": FIRST, "needs_answer_3": "on", "needs_answer_2": "on"}
    assert client.post(url("organize:edit", edition.slug), typed_for(edition, **asked)).status_code == 302
    edition.refresh_from_db()
    assert edition.questions == [OPTIONAL, NEEDED]
    client.post(url("organize:edit", edition.slug), typed_for(edition))
    edition.refresh_from_db()
    assert edition.questions == []


def test_question_asked_twice_is_refused(client, edition, organizer):
    client.force_login(organizer)
    asked = {"question_1": SECOND, "question_2": f" {SECOND} "}
    response = client.post(url("organize:edit", edition.slug), typed_for(edition, **asked))
    assert errors(response) == {"question_2": ["This question is asked twice: change one of them."]}


def test_organizers_of_the_series_read_the_answers_and_nobody_else(client, edition, organizer, ada):
    edition.rsvp(ada, answers={FIRST: "Un secret de Polichinelle"})
    Member.objects.filter(pk=ada.pk).update(visibility="public")
    root = Member.objects.create_superuser("root@example.org", name="Root")
    readers = {None: False, make_member(): False, organizer: True, root: True}
    pages = [
        url("events:detail", edition.slug),
        url("events:people", edition.slug),
        url("organize:people", edition.slug),
        url("organize:door", edition.slug),
        f"/api/editions/{edition.slug}/",
        "/calendar.ics",
        f"/admin/events/rsvp/{edition.rsvps.get().pk}/change/",
    ]
    for reader, may_read in readers.items():
        client.logout()
        if reader:
            client.force_login(reader)
        found = [page for page in pages if "Polichinelle" in client.get(page).content.decode()]
        assert found == ([url("organize:people", edition.slug)] if may_read else [])


# Kept for a month, and with the member --------------------------------------------------------------------------------


def test_answers_go_a_month_after_the_evening(edition, ada):
    edition.rsvp(ada, answers={FIRST: "Modérer"})
    other = make_edition(questions=[NEEDED], starts_at=edition.starts_at + DAY)
    other.rsvp(ada, answers={FIRST: "Animer"})
    with time_machine.travel(edition.ends_at + 29 * DAY):
        tidy()
        assert answers_of(edition, ada) == [[FIRST, "Modérer"]]
    with time_machine.travel(edition.ends_at + 30 * DAY):
        tidy()
    assert (answers_of(edition, ada), answers_of(other, ada)) == ([], [[FIRST, "Animer"]])


def test_answers_are_in_the_members_own_archive_and_leave_with_them(edition, ada):
    edition.rsvp(ada, answers={FIRST: "Modérer"})
    assert [row["answers"] for row in rsvps(ada)] == [[{"question": FIRST, "answer": "Modérer"}]]
    edition.forget(ada)
    assert not Rsvp.objects.exists()
    assert "Modérer" not in json.dumps(list(Mail.objects.values_list("data", flat=True)))


@pytest.mark.parametrize("name", ["people-csv", "people-print"])
def test_answers_go_along_in_files_and_on_paper(client, edition, organizer, ada, name):
    edition.rsvp(ada, answers={FIRST: "Modérer ada@example.org", SECOND: "Par une amie"})
    edition.change(questions=[NEEDED])
    client.force_login(organizer)
    text = html.unescape(client.get(url(f"organize:{name}", edition.slug)).getvalue().decode())
    assert [words in text for words in (FIRST, "Modérer", SECOND, "Par une amie")] == [True] * 4
    assert "ada@example.org" not in text


def test_answers_move_along_as_far_as_the_same_is_asked(edition, organizer, ada):
    edition.rsvp(ada, answers={FIRST: "Modérer", SECOND: "Par une amie"})
    there = make_edition(edition.series, starts_at=edition.starts_at + datetime.timedelta(days=28), questions=[NEEDED])
    moved = edition.move(edition.rsvp_of(ada), there, by=organizer)
    assert moved.answers == [[FIRST, "Modérer"]]


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("questions", [[], [NEEDED]])
def test_people_page_asks_the_database_as_often_with_answers_as_without(
    client, organizer, people, questions, django_assert_num_queries
):
    edition = make_edition(make_series(organizers=[organizer]), questions=questions)
    for _person in range(people):
        edition.rsvp(make_member(), answers={FIRST: "Modérer"})
    client.force_login(organizer)
    with django_assert_num_queries(20):
        client.get(url("organize:people", edition.slug))
