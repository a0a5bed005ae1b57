"""Organizers write to the people of an edition: to whom is counted, the mail is shown, and it is sent once."""

import datetime
import email
import email.policy
import re

import pytest
from django.core import mail as django_mail
from django.urls import reverse
from django.utils import timezone, translation

from events.models import Edition
from members import outbox
from members.models import Mail
from tests.events.desk import said
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

KEY = "00000000-0000-4000-8000-000000000001"
TYPED = {"subject": "Un mot", "text": "Venez par **la cour**.", "key": KEY}


@pytest.fixture
def odile():
    return make_member("Odile", email="odile@example.org")


@pytest.fixture
def edition(odile):
    """Ada and Bob have a place, Cléo waits, Dan and Eve freed theirs, and Eve wants no announcements."""
    edition = make_edition(make_series(organizers=[odile], name="Le Café"), capacity=4)
    for name in ("Ada", "Bob", "Dan", "Eve", "Cléo"):
        edition.rsvp(make_member(name, language="en" if name == "Bob" else "fr"))
    for name in ("Dan", "Eve"):
        edition.cancel_rsvp(edition.rsvps.get(member__name=name).member)
    edition.change(capacity=2)
    Edition.objects.filter(pk=edition.pk).update(capacity=2)
    edition.rsvps.filter(member__name="Cléo").update(status="waiting")
    edition.rsvps.get(member__name="Eve").member.choose_mails("announcements", is_wanted=False)
    edition.rsvps.filter(member__name="Ada").update(confirmed_at=timezone.now())
    Mail.objects.all().delete()
    return edition


@pytest.fixture
def desk(client, odile, edition):
    client.force_login(odile)
    return client


def url(name: str, edition: Edition) -> str:
    with translation.override("en"):
        return reverse(f"organize:{name}", args=[edition.slug])


def mails() -> list[tuple[str, str]]:
    return list(Mail.objects.order_by("pk").values_list("kind", "member__name"))


LETTER, TO_FREED = "desk-letter", "desk-letter-to-freed"
READERS = [
    ("", [(LETTER, "Ada"), (LETTER, "Bob"), (LETTER, "Cléo")]),
    ("?status=going", [(LETTER, "Ada"), (LETTER, "Bob")]),
    ("?status=waiting&q=cleo", [(LETTER, "Cléo")]),
    ("?confirmed=yes&sort=trade", [(LETTER, "Ada")]),
    ("?newcomer=yes", [(LETTER, "Ada"), (LETTER, "Bob"), (LETTER, "Cléo")]),
    ("?status=cancelled", [(TO_FREED, "Dan")]),
    ("?q=nobody", []),
]


@pytest.mark.parametrize(("query", "readers"), READERS)
def test_letter_goes_to_those_who_were_counted_before(desk, edition, query, readers):
    page = desk.get(url("write-to-people", edition) + query)
    assert page.context["people"] == len(readers)
    assert ("Send to" in page.content.decode()) == bool(readers)
    response = desk.post(url("write-to-people", edition) + query, TYPED)
    assert (response.status_code, response["Location"]) == (302, url("people", edition))
    assert sorted(mails()) == readers


def test_list_leads_to_the_letter_with_what_was_looked_for(desk, edition):
    page = desk.get(url("people", edition) + "?status=waiting&sort=name&page=1").content.decode()
    assert f'href="{url("write-to-people", edition)}?status=waiting&amp;sort=name"' in page
    page = desk.get(url("write-to-people", edition) + "?status=waiting&q=cleo&needs=on&sort=name").content.decode()
    assert "Chosen: Only who told a need, cleo, waiting." in " ".join(page.split())


def test_letter_is_sent_once_however_often_it_is_posted(desk, edition):
    for _click in range(3):
        response = desk.post(url("write-to-people", edition), TYPED)
    assert said(response) == [
        "A mail is on its way to 3 people.",
        *["Nobody is written to: this letter was sent before, or nobody is left."] * 2,
    ]
    assert len(mails()) == 3


def test_somebody_who_joins_later_does_not_get_it_with_a_second_click(desk, edition):
    desk.post(url("write-to-people", edition), TYPED)
    edition.rsvp(make_member("Fay"))
    Mail.objects.exclude(kind=LETTER).delete()
    desk.post(url("write-to-people", edition), TYPED)
    assert len(mails()) == 3


def test_other_words_from_a_form_that_the_back_button_brought_back_are_another_letter(desk, edition):
    for text in ("Une chose.", "Une autre."):
        desk.post(url("write-to-people", edition), {**TYPED, "text": text})
    assert len(mails()) == 6


def test_preview_is_the_mail_and_sends_nothing(desk, edition):
    assert desk.get(url("letter-preview", edition)).status_code == 404
    response = desk.post(url("write-to-people", edition), {**TYPED, "preview": "1"})
    page = response.content.decode()
    assert f'<iframe class="kept-mail" src="{url("letter-preview", edition)}"' in page
    assert ("Nothing is sent yet." in page, "Send to 3 people" in page, mails()) == (True, True, [])
    assert response.context["form"]["text"].value() == TYPED["text"]
    preview = desk.get(url("letter-preview", edition))
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    shown = preview.content.decode()
    assert "<title>Un mot</title>" in shown
    assert "Venez par <strong>la cour</strong>." in re.sub(r"<(\w+) [^>]*>", r"<\1>", shown)
    assert "Odile, who organizes this café, writes to you:" in shown


@pytest.mark.parametrize("typed", [{"subject": ""}, {"text": " "}, {"text": "x" * 5001}, {"key": "no"}])
def test_letter_that_cannot_be_sent_keeps_what_was_typed(desk, edition, typed):
    response = desk.post(url("write-to-people", edition), {**TYPED, **typed})
    assert (response.status_code, mails()) == (200, [])
    assert typed.keys() <= response.context["form"].errors.keys()
    assert response.context["form"]["subject"].value() == {**TYPED, **typed}["subject"]


def letters() -> dict[str, email.message.EmailMessage]:
    del django_mail.outbox[:]
    while outbox.deliver_next():
        pass
    raw = [letter.message().as_bytes() for letter in django_mail.outbox]
    parsed = [email.message_from_bytes(each, policy=email.policy.default) for each in raw]
    names = dict(Mail.objects.values_list("member__email", "member__name"))
    return {names[letter["To"]]: letter for letter in parsed}


def test_each_gets_it_in_their_language_with_their_own_place_and_no_address(desk, edition, settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    desk.post(
        url("write-to-people", edition), {**TYPED, "subject": "100 % sûr", "text": "[ici](javascript:x) <b>gras</b>"}
    )
    got = letters()
    assert {name: letter["Subject"] for name, letter in got.items()} == dict.fromkeys(
        ["Ada", "Bob", "Cléo"], "100 % sûr"
    )
    plain = {name: letter.get_body(("plain",)).get_content() for name, letter in got.items()}
    assert "Odile, who organizes this café, writes to you:" in plain["Bob"]
    assert "Odile, à l’organisation de ce café, vous écrit" in plain["Ada"]
    for name, letter in got.items():
        html = letter.get_body(("html",)).get_content()
        rsvp = edition.rsvps.get(member__name=name)
        assert rsvp.place_token in html
        assert ("javascript:" in html.split("[ici]")[0], "<b>" in html) == (False, False)
        assert "@example.org" not in html + plain[name]
        assert "Reply-To" not in letter


def test_people_without_an_address_are_counted_apart(desk, edition, odile):
    member = type(odile).objects.known_by_name("Zoé", key=outbox.Mail().uuid)
    edition.add(member, by=odile, may_wait=True)
    Mail.objects.all().delete()
    page = " ".join(desk.get(url("write-to-people", edition)).content.decode().split())
    assert "1 person more has no address here." in page
    desk.post(url("write-to-people", edition), TYPED)
    assert len(mails()) == 3


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_readers_changes_no_number_of_queries(desk, odile, django_assert_num_queries, count):
    edition = make_edition(odile.teams.get().series, starts_at=timezone.now() + datetime.timedelta(days=40))
    for _each in range(count):
        edition.rsvp(make_member())
    with django_assert_num_queries(8):  # session, member, organizer?, edition, trades, two kinds of readers, no address
        assert desk.get(url("write-to-people", edition)).status_code == 200
    with django_assert_num_queries(17):
        assert desk.post(url("write-to-people", edition), TYPED).status_code == 302
