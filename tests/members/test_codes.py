"""Proving an address with a six-digit code."""

import datetime
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.utils import timezone

from members.models import Mail, Member
from tests.factories import make_member
from tests.members.post import delivered, last_code

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.members.proving_urls")]


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(timezone.now())
    return time_machine


def ask(client, email="ada@example.org", **data):
    return client.post("/test/ask/", {"email": email, **data})


def prove(client, code, **data):
    return client.post("/test/prove/", {"code": code, **data})


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_right_code_makes_a_member_and_signs_them_in(client, settings):
    ask(client, name="Ada Lovelace")
    answer = prove(client, last_code(settings))
    assert (answer.status_code, answer["Location"]) == (302, "/members/me/")
    member = Member.objects.get()
    assert (member.email, member.name) == ("ada@example.org", "Ada Lovelace")
    assert client.session["_auth_user_id"] == str(member.pk)


def test_known_address_signs_in_its_member(client, settings):
    member = make_member("Ada", email="ada@example.org")
    ask(client, name="Somebody")
    prove(client, last_code(settings))
    assert client.session["_auth_user_id"] == str(member.pk)
    assert [m.name for m in Member.objects.all()] == ["Ada"]


def test_second_proven_address_signs_in_the_same_member(client, settings):
    member = make_member(email="ada@example.org")
    member.emailaddress_set.create(email="ada@work.example", verified=True)
    ask(client, "ada@work.example")
    prove(client, last_code(settings))
    assert client.session["_auth_user_id"] == str(member.pk)
    assert Member.objects.count() == 1


def test_name_of_a_stranger_who_signed_up_with_the_address_does_not_stay(client, settings):
    Member.objects.create_user("ada@example.org", name="Not Ada", language="en")
    ask(client, name="Ada")
    prove(client, last_code(settings))
    member = Member.objects.get()
    assert (member.name, member.language) == ("Ada", "fr")
    assert list(member.emailaddress_set.values_list("email", "verified", "primary")) == [
        ("ada@example.org", True, True)
    ]


def test_known_and_unknown_addresses_get_the_same_mail_and_answer(client, settings):
    make_member(email="known@example.org")
    answers = [ask(client, "known@example.org"), ask(client, "unknown@example.org")]
    assert {(answer.status_code, answer.content) for answer in answers} == {(200, b"sent")}
    mails = delivered(settings)
    assert [message.to for message in mails] == [["known@example.org"], ["unknown@example.org"]]

    def blind(text):
        return re.sub(r"\d{6}|known@|unknown@", "…", text)

    assert len({(blind(message.subject), blind(message.body)) for message in mails}) == 1


def test_one_mailbox_spelt_in_two_ways_is_one_member(client, settings):
    make_member(email="ada@example.org")
    ask(client, " ＡDA@Example.ORG ")
    prove(client, last_code(settings))
    assert Member.objects.count() == 1


@pytest.mark.parametrize(
    "typed", ["{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}", " {0}\n", "{0[0]}-{0[1]}{0[2]}-{0[3]}{0[4]}{0[5]}"]
)
def test_code_may_be_typed_with_blanks_and_dashes(client, settings, typed):
    ask(client)
    assert prove(client, typed.format(last_code(settings))).status_code == 302


@pytest.mark.parametrize(
    "typed", ["", "12345", "abcdef", "\0\0\0\0\0\0", "１２３", "²²²²²²", "\ud800".encode("utf-8", "surrogatepass")]
)
def test_what_has_not_six_digits_costs_no_attempt(client, settings, typed):
    ask(client)
    assert prove(client, typed).json() == {"wrong": 5}


def test_code_works_once(client, settings):
    ask(client)
    code = last_code(settings)
    prove(client, code)
    client.post("/accounts/logout/")
    assert prove(client, code).json() == {"expired": True}


def test_code_of_one_purpose_does_not_serve_another(client, settings):
    ask(client)
    assert prove(client, last_code(settings), purpose="other").json() == {"expired": True}


def test_code_works_in_the_browser_that_asked_only(client, settings):
    ask(client)
    assert prove(type(client)(), last_code(settings)).json() == {"expired": True}


def test_five_wrong_codes_end_it_and_a_new_code_begins_anew(client, settings):
    ask(client)
    code = last_code(settings)
    wrong = other_than(code)
    answers = [prove(client, wrong).json() for _ in range(5)]
    assert answers == [{"wrong": 4}, {"wrong": 3}, {"wrong": 2}, {"wrong": 1}, {"expired": True}]
    assert prove(client, code).json() == {"expired": True}
    client.post("/test/again/")
    assert prove(client, last_code(settings)).status_code == 302


def test_attempts_hold_where_a_session_is_brought_back(client, settings):
    """Requests sent all at once each read the same session: its count alone would let them all guess."""
    ask(client)
    code = last_code(settings)
    before = Session.objects.get().session_data
    for _ in range(5):
        assert "wrong" in prove(client, other_than(code)).json()
        Session.objects.update(session_data=before)
    assert prove(client, code).json() == {"expired": True}


def test_code_is_good_for_ten_minutes(client, settings, clock):
    ask(client)
    code = last_code(settings)
    clock.shift(datetime.timedelta(minutes=10, seconds=1))
    assert prove(client, code).json() == {"expired": True}
    client.post("/test/again/")
    assert prove(client, last_code(settings)).status_code == 302


def test_what_was_typed_is_kept_for_an_hour(client, clock):
    ask(client)
    clock.shift(datetime.timedelta(minutes=61))
    assert client.post("/test/again/").status_code == 410


def test_late_code_is_not_sent(client, settings, clock):
    ask(client)
    clock.shift(datetime.timedelta(minutes=11))
    assert delivered(settings) == []
    assert list(Mail.objects.values_list("state", "data")) == [("dropped", {})]


def test_an_address_gets_three_codes_a_minute_at_most(client):
    assert [ask(client).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert client.post("/test/again/").status_code == 429
    assert Mail.objects.count() == 3


def test_a_network_asks_for_twenty_codes_a_minute_at_most(client):
    answers = [ask(client, f"guest{n}@example.org").status_code for n in range(21)]
    assert answers == [200] * 20 + [429]


def test_code_is_nowhere_in_the_session_and_leaves_the_outbox_with_the_mail(client, settings):
    ask(client)
    assert re.fullmatch(r"\d{6}", Mail.objects.get().data["code"])
    code = last_code(settings)
    assert Mail.objects.get().data == {}
    assert code not in str(dict(client.session))


def test_session_gets_a_new_key(client, settings):
    ask(client)
    before = client.session.session_key
    prove(client, last_code(settings))
    assert client.session.session_key not in {before, None}
    assert not Session.objects.filter(pk=before).exists()


def test_authenticator_app_is_still_asked(client, settings):
    member = make_member(email="ada@example.org")
    TOTP.activate(member, generate_totp_secret())
    ask(client)
    answer = prove(client, last_code(settings))
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session


def test_passkey_does_not_lock_out_of_codes(client, settings):
    member = make_member(email="ada@example.org")
    Authenticator.objects.create(user=member, type=Authenticator.Type.WEBAUTHN, data={})
    ask(client)
    prove(client, last_code(settings))
    assert client.session["_auth_user_id"] == str(member.pk)


def test_member_who_was_shut_out_is_not_signed_in(client, settings):
    make_member(email="ada@example.org", is_active=False)
    ask(client)
    assert prove(client, last_code(settings))["Location"] == "/accounts/inactive/"
    assert "_auth_user_id" not in client.session


def test_mail_shows_the_code_in_its_subject_and_expires(client, settings):
    ask(client)
    expires_at = Mail.objects.get().expires_at
    assert abs(expires_at - timezone.now() - datetime.timedelta(minutes=10)) < datetime.timedelta(seconds=30)
    message = delivered(settings)[0]
    assert last_code(settings) in message.subject


def test_mail_speaks_the_language_of_the_page(client, settings):
    settings.LANGUAGE_CODE = "fr"
    ask(client)
    assert Mail.objects.get().data["language"] == "fr"
