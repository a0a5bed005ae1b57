"""Signing up and in through the site's own pages."""

import datetime
import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from members.models import Mail, Member
from tests.factories import make_edition, make_member, make_series
from tests.members.post import delivered, last_code

pytestmark = pytest.mark.django_db


def read(answer):
    """A page without what differs from one request to the next."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", answer.content.decode())


def ask(client, email, **data):
    return client.post("/accounts/login/", {"login": email, **data})


def sign_in(client, settings, email, **data):
    ask(client, email)
    return client.post("/accounts/login/code/confirm/", {"code": last_code(settings), **data})


def member_in(client):
    return client.session.get("_auth_user_id")


# Signing in -------------------------------------------------------------------------------------------------------


def test_member_signs_in_with_an_address_and_a_code(client, settings):
    member = make_member(email="ada@example.org")
    answer = ask(client, "ADA@example.org ")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/code/confirm/")
    answer = client.post(answer["Location"], {"code": last_code(settings)})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert member_in(client) == str(member.pk)


def test_known_and_unknown_addresses_get_the_same_answer(client, settings):
    make_member(email="someone@example.org")
    seen = []
    for address in ("someone@example.org", "nobodyx@example.org"):
        browser = type(client)()
        asked = ask(browser, address)
        page = browser.get(asked["Location"])
        wrong = browser.post(asked["Location"], {"code": "12"})
        again = browser.post(asked["Location"], {"action": "resend"})
        seen.append(
            [
                (answer.status_code, answer.get("Location", ""), read(answer).replace(address, "…"))
                for answer in (asked, page, wrong, again)
            ]
        )
    assert seen[0] == seen[1]
    assert [message.to for message in delivered(settings)] == [
        ["someone@example.org"],
        ["someone@example.org"],  # asked for again
        ["nobodyx@example.org"],
    ]


def test_unknown_address_is_told_in_its_mail_how_to_join(client, settings):
    ask(client, "nobody@example.org")
    message = delivered(settings)[0]
    assert re.findall(r"https?://\S+", message.body) == [
        "http://127.0.0.1:8000/accounts/signup/",
        "http://127.0.0.1:8000",
    ]
    assert Member.objects.count() == 0


def test_links_in_mails_never_come_from_the_host_header(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/accounts/login/", {"login": "nobody@example.org"}, headers={"host": "evil.example"})
    client.post("/accounts/signup/", {"name": "Eve", "email": "eve@example.org"}, headers={"host": "evil.example"})
    assert [message.to for message in delivered(settings)] == [["nobody@example.org"], ["eve@example.org"]]
    assert not [message for message in delivered(settings) if "evil" in message.message().as_string()]


def test_five_wrong_codes_end_it(client, settings):
    make_member(email="ada@example.org")
    ask(client, "ada@example.org")
    code = last_code(settings)
    for _ in range(5):
        client.post("/accounts/login/code/confirm/", {"code": f"{(int(code) + 1) % 1_000_000:06}"})
    assert client.post("/accounts/login/code/confirm/", {"code": code})["Location"].startswith("/accounts/login/")
    assert member_in(client) is None


def test_code_expires_and_works_once(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    make_member(email="ada@example.org")
    ask(client, "ada@example.org")
    code = last_code(settings)
    time_machine.shift(datetime.timedelta(minutes=10, seconds=1))
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert member_in(client) is None
    sign_in(client, settings, "ada@example.org")
    assert member_in(client)
    code = last_code(settings)
    client.post("/accounts/logout/")
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert member_in(client) is None


def test_late_code_is_dropped_rather_than_sent(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    make_member(email="ada@example.org")
    ask(client, "ada@example.org")
    time_machine.shift(datetime.timedelta(minutes=10, seconds=1))
    assert delivered(settings) == []
    assert Mail.objects.get().state == Mail.State.DROPPED


def test_session_gets_a_new_key(client, settings):
    make_member(email="ada@example.org")
    ask(client, "ada@example.org")
    before = client.session.session_key
    client.post("/accounts/login/code/confirm/", {"code": last_code(settings)})
    assert client.session.session_key not in {before, None}


def test_an_address_gets_three_codes_a_minute_at_most(client):
    make_member(email="ada@example.org")
    answers = [ask(type(client)(), "ada@example.org").status_code for _ in range(4)]  # four browsers
    assert answers == [302, 302, 302, 200]
    assert Mail.objects.count() == 3


DOORS = {
    "sign-in": lambda browser, address, **more: browser.post("/accounts/login/", {"login": address}, **more),
    "code": lambda browser, address, **more: browser.post("/accounts/login/code/", {"email": address}, **more),
    "sign-up": lambda browser, address, **more: browser.post(
        "/accounts/signup/", {"name": "Ada", "email": address}, **more
    ),
    "place": lambda browser, address, **more: browser.post(
        "/cafes/le-cafe-1/rsvp/", {"name": "Ada", "email": address, "guests": "0"}, **more
    ),
}


def use_up(door, address, clock, *, networks):
    """A stranger asks for codes from these networks, as often as they get any."""
    for network in networks:
        sent = True
        while sent:
            clock.shift(datetime.timedelta(seconds=61))
            before = Mail.objects.count()
            DOORS[door](Client(), address, REMOTE_ADDR=network)
            sent = Mail.objects.count() > before


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(timezone.now())
    make_edition(make_series(slug="le-cafe"))
    return time_machine


@pytest.mark.parametrize("door", DOORS)
def test_stranger_uses_up_the_codes_of_their_own_network_and_not_the_owners(door, clock):
    make_member(email="ada@example.org")
    use_up(door, "ada@example.org", clock, networks=["192.0.2.1"])
    used = Mail.objects.count()
    DOORS[door](Client(), "ada@example.org", REMOTE_ADDR="192.0.2.77")  # of the same neighbourhood
    assert (used, Mail.objects.count()) == (12, 12)
    for mails, door in enumerate(DOORS, start=13):
        clock.shift(datetime.timedelta(seconds=61))
        DOORS[door](Client(), "ada@example.org", REMOTE_ADDR="203.0.113.7")
        assert Mail.objects.count() == mails


def test_strangers_of_many_networks_fill_no_mailbox_and_keep_nobody_out_of_their_own_browser(client, settings, clock):
    make_member(email="ada@example.org")
    sign_in(client, settings, "ada@example.org")
    client.post("/accounts/logout/")
    assert client.cookies["known"]["httponly"]
    before = Mail.objects.count()
    use_up("sign-in", "ada@example.org", clock, networks=[f"198.51.{number}.1" for number in range(8)])
    assert Mail.objects.count() - before == 60 - 1  # the owner's first counted too
    assert ask(Client(), "ada@example.org").status_code == 200
    sign_in(client, settings, "ada@example.org")
    assert member_in(client)


def test_browser_of_one_member_counts_as_a_strangers_for_another(client, settings, clock):
    make_member(email="eve@example.org")
    make_member(email="ada@example.org")
    sign_in(client, settings, "eve@example.org")
    client.post("/accounts/logout/")
    for mark in [client.cookies["known"].value, "", ".", "x" * 5000, "\u00e9"]:
        for _ in range(4):
            browser = Client()
            browser.cookies["known"] = mark
            ask(browser, "ada@example.org")
        clock.shift(datetime.timedelta(seconds=61))
    assert Mail.objects.filter(state="pending").count() == 12


def test_limits_answer_alike_whether_the_address_is_known(client, clock):
    make_member(email="someone@example.org")
    for door in DOORS:
        answers = []
        for address in ("someone@example.org", "nobodyx@example.org"):
            for _ in range(4):
                answer = DOORS[door](Client(), address, REMOTE_ADDR="192.0.2.1")
            answers.append((answer.status_code, read(answer).replace(address, "…")))
        assert answers[0] == answers[1]
        assert "beaucoup de codes demandés" in answers[0][1]
        clock.shift(datetime.timedelta(seconds=61))


def test_browser_of_whoever_leaves_remembers_nothing(client, settings):
    member = make_member(email="ada@example.org")
    sign_in(client, settings, "ada@example.org")
    assert client.cookies["known"].value
    client.post("/members/me/data/erase/", {"is_sure": "on"})
    assert not Member.objects.filter(pk=member.pk, email="ada@example.org").exists()
    assert client.cookies["known"].value == ""


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http://127.0.0.1.evil.example/",
        "https://testserver/",
    ],
)
def test_next_on_another_host_is_refused(client, settings, target):
    make_member(email="ada@example.org")
    assert sign_in(client, settings, "ada@example.org", next=target)["Location"] == "/"
    assert client.post("/accounts/logout/", {"next": target})["Location"] == "/"


def test_next_on_this_site_is_followed(client, settings):
    make_member(email="ada@example.org")
    answer = ask(client, "ada@example.org", next="/members/me/")
    assert answer["Location"] == "/accounts/login/code/confirm/?next=%2Fmembers%2Fme%2F"
    answer = client.post(answer["Location"], {"code": last_code(settings), "next": "/members/me/"})
    assert answer["Location"] == "/members/me/"


def test_authenticator_app_is_asked_and_then_lets_in(client, settings):
    member = make_member(email="ada@example.org")
    secret = generate_totp_secret()
    TOTP.activate(member, secret)
    assert sign_in(client, settings, "ada@example.org")["Location"] == "/accounts/2fa/authenticate/"
    assert member_in(client) is None
    assert client.get("/accounts/2fa/authenticate/").status_code == 200
    counter = next(iter(yield_hotp_counters_from_time()))
    client.post("/accounts/2fa/authenticate/", {"code": format_hotp_value(hotp_value(secret, counter))})
    assert member_in(client) == str(member.pk)


def test_passkey_does_not_lock_out_of_codes(client, settings):
    member = make_member(email="ada@example.org")
    Authenticator.objects.create(user=member, type=Authenticator.Type.WEBAUTHN, data={})
    Authenticator.objects.create(user=member, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert sign_in(client, settings, "ada@example.org")["Location"] == "/"
    assert member_in(client) == str(member.pk)


def test_lost_passkey_is_removed_after_a_fresh_sign_in_and_not_later(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    member = make_member(email="ada@example.org")
    keys = [
        Authenticator.objects.create(user=member, type=Authenticator.Type.WEBAUTHN, data={"name": name})
        for name in ("lost", "kept")
    ]
    sign_in(client, settings, "ada@example.org")
    client.post(f"/accounts/2fa/webauthn/keys/{keys[0].pk}/remove/")
    assert list(Authenticator.objects.all()) == [keys[1]]
    time_machine.shift(datetime.timedelta(minutes=16))
    answer = client.post(f"/accounts/2fa/webauthn/keys/{keys[1].pk}/remove/")
    assert "/reauthenticate/" in answer["Location"]
    assert list(Authenticator.objects.all()) == [keys[1]]


def test_admin_is_entered_by_the_door_of_the_site(client):
    assert client.get("/admin/login/")["Location"] == "/accounts/login/?next=%2Fadmin%2Flogin%2F"
    client.force_login(make_member())
    assert client.get("/admin/login/").status_code == 403


@pytest.mark.parametrize("page", ["reset/", "set/", "change/", "reset/key/1-set-password/"])
def test_there_are_no_pages_about_passwords(client, page):
    client.force_login(make_member())
    assert [
        client.get(f"/accounts/password/{page}").status_code,
        client.post(f"/accounts/password/{page}").status_code,
    ] == [404, 404]


def test_limit_of_a_network_is_said_on_a_page_of_the_house(client):
    for _ in range(30):
        ask(client, "not an address")
    answer = ask(client, "ada@example.org")
    assert answer.status_code == 429
    assert '<main id="main"' in answer.content.decode()


def test_limits_count_the_network_that_the_trusted_proxy_saw(client, settings):
    """What a client writes into the header itself does not give it a network of its own."""
    for n in range(30):
        client.post("/accounts/login/", {"login": "x"}, headers={"x-forwarded-for": f"10.0.0.{n}"})
    assert ask(client, "ada@example.org").status_code == 429


def test_request_that_came_past_the_trusted_proxies_is_refused_and_no_error(client, settings, caplog):
    settings.TRUSTED_PROXIES = settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    answer = client.post("/accounts/login/", {"login": "ada@example.org"}, headers={"x-forwarded-for": "192.0.2.1"})
    assert (answer.status_code, Mail.objects.count()) == (403, 0)
    assert "fewer proxies than TRUSTED_PROXIES: 2" in caplog.text
    answer = client.post(
        "/accounts/login/", {"login": "ada@example.org"}, headers={"x-forwarded-for": "10.0.0.9, 192.0.2.1, 10.0.0.1"}
    )
    assert (answer.status_code, Mail.objects.count()) == (302, 1)


# Signing up -------------------------------------------------------------------------------------------------------


def sign_up(client, **data):
    return client.post("/accounts/signup/", {"name": "Ada Lovelace", "email": "ada@example.org", **data})


def test_signup_makes_a_member_whose_address_the_code_proves(client, settings):
    answer = sign_up(client, email="Ada@Example.org")
    member = Member.objects.get()
    assert (member.name, member.email, member.language) == ("Ada Lovelace", "ada@example.org", "fr")
    assert re.fullmatch(r"ada-lovelace-\w{4}", member.handle)
    assert not member.has_usable_password()
    assert (member_in(client), EmailAddress.objects.get().verified) == (None, False)
    client.post(answer["Location"], {"code": last_code(settings)})
    assert member_in(client) == str(member.pk)
    address = EmailAddress.objects.get()
    assert (address.email, address.verified, address.primary) == ("ada@example.org", True, True)


def test_signup_in_english_makes_an_english_member_and_mail(client, settings):
    client.post("/en/accounts/signup/", {"name": "Ada", "email": "ada@example.org"})
    assert Member.objects.get().language == "en"
    assert "is your code for" in delivered(settings)[0].subject


def test_known_and_new_addresses_get_the_same_answer_at_signup(client, settings):
    make_member(email="someone@example.org")
    seen = []
    for address in ("someone@example.org", "nobodyx@example.org"):
        browser = type(client)()
        asked = sign_up(browser, email=address)
        page = browser.get(asked["Location"])
        wrong = browser.post(asked["Location"], {"code": "12"})
        seen.append(
            [
                (answer.status_code, answer.get("Location", ""), read(answer).replace(address, "…"))
                for answer in (asked, page, wrong)
            ]
        )
    assert seen[0] == seen[1]
    assert [message.to for message in delivered(settings)] == [["someone@example.org"], ["nobodyx@example.org"]]
    assert [m.email for m in Member.objects.order_by("pk")] == ["someone@example.org", "nobodyx@example.org"]


def test_signing_up_does_not_fill_a_mailbox(client):
    answers = [sign_up(type(client)()).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 200]
    assert Mail.objects.count() == 3


def test_honeypot_makes_no_member_and_no_mail(client):
    answer = sign_up(client, site_web="https://spam.example")
    assert answer.status_code == 302
    assert (Member.objects.count(), Mail.objects.count()) == (0, 0)


def test_honeypot_is_hidden_without_an_inline_style(client):
    page = client.get("/accounts/signup/").content.decode()
    assert '<div class="trap" aria-hidden="true">' in page
    assert "style=" not in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ada\r\nBcc: all@example.org", "Ada Bcc: all@example.org"),
        ("Ada\u202eecalevol", "Adaecalevol"),
        ("  Ada\t Lovelace ", "Ada Lovelace"),
        ("<b>Ada</b>", "<b>Ada</b>"),
    ],
)
def test_name_becomes_one_line(client, settings, typed, kept):
    assert sign_up(client, name=typed).status_code == 302
    assert Member.objects.get().name == kept
    assert len(delivered(settings)) == 1


@pytest.mark.parametrize(
    "data",
    [
        {"name": "Ada\0"},
        {"name": ""},
        {"name": "\u202e"},
        {"name": "A" * 81},
        {"email": "ada\0@example.org"},
        {"email": "ada@example.org\r\nBcc: all@example.org"},
        {"email": f"{'a' * 64}@{'b.' * 100}example.org"},
        {"email": "not an address"},
    ],
)
def test_bad_signup_is_the_form_again(client, data):
    answer = sign_up(client, **data)
    assert (answer.status_code, Member.objects.count(), Mail.objects.count()) == (200, 0, 0)


@pytest.mark.parametrize("login", ["\0", "ada\0@example.org", "a" * 5000, "", f"{'a' * 64}@{'b.' * 100}example.org"])
def test_bad_address_at_sign_in_is_the_form_again(client, login):
    assert ask(client, login).status_code == 200
    assert Mail.objects.count() == 0


@pytest.mark.parametrize("code", ["\0", "", "9" * 5000, "é" * 6])
def test_bad_code_is_the_form_again(client, code):
    make_member(email="ada@example.org")
    ask(client, "ada@example.org")
    assert client.post("/accounts/login/code/confirm/", {"code": code}).status_code == 200


# Mails ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "words"), [("fr", 'lang="fr"'), ("en", 'lang="en"')])
def test_mail_is_in_the_language_of_the_member_whatever_the_page_speaks(client, settings, language, words):
    make_member(email="ada@example.org", language=language)
    ask(client, "ada@example.org")
    type(client)().post("/en/accounts/login/", {"login": "ada@example.org"})
    assert [words in message.alternatives[0][0] for message in delivered(settings)] == [True, True]


def test_change_of_the_account_is_told_by_mail_in_the_layout_of_the_house(client, settings):
    member = make_member(email="ada@example.org")
    other = EmailAddress.objects.create(user=member, email="ada@work.example", verified=True)
    sign_in(client, settings, "ada@example.org")
    delivered(settings).clear()
    client.post("/accounts/email/", {"action_primary": "", "email": other.email})
    member.refresh_from_db()
    assert member.email == "ada@work.example"
    [message] = delivered(settings)
    assert (message.to, message.subject) == (["ada@example.org"], "E-mail modifié")
    assert "ada@work.example" in message.body
    assert [kind for _content, kind in message.alternatives] == ["text/html"]


# A link by another way --------------------------------------------------------------------------------------------


def link_for(email, capsys):
    call_command("sign_in", email)
    return capsys.readouterr().out.strip().removeprefix("http://127.0.0.1:8000")


def test_sign_in_link_needs_its_button_and_works_once(client, capsys):
    member = make_member(email="ada@example.org")
    link = link_for("ADA@example.org", capsys)
    page = client.get(link)
    assert (page.status_code, member_in(client)) == (200, None)
    assert page["Referrer-Policy"] == "strict-origin"
    answer = client.post(link)
    assert answer["Location"] == "/members/me/"
    assert member_in(client) == str(member.pk)
    other = type(client)()
    assert (other.get(link).status_code, other.post(link).status_code) == (410, 410)
    assert member_in(other) is None


def test_sign_in_link_is_good_for_ten_minutes(client, capsys, time_machine):
    time_machine.move_to(timezone.now())
    make_member(email="ada@example.org")
    link = link_for("ada@example.org", capsys)
    time_machine.shift(datetime.timedelta(minutes=10, seconds=1))
    assert client.post(link).status_code == 410


def test_sign_in_link_serves_an_address_that_no_mail_reached(client, capsys):
    member = Member.objects.create_user("ada@example.org", name="Ada")
    client.post(link_for("ada@example.org", capsys))
    assert member_in(client) == str(member.pk)


def test_sign_in_link_still_asks_for_the_authenticator_app(client, capsys):
    TOTP.activate(make_member(email="ada@example.org"), generate_totp_secret())
    answer = client.post(link_for("ada@example.org", capsys))
    assert answer["Location"] == "/accounts/2fa/authenticate/"


def test_sign_in_link_speaks_the_language_of_the_member(capsys):
    make_member(email="ada@example.org", language="en")
    assert link_for("ada@example.org", capsys).startswith("/en/accounts/link/")


@pytest.mark.parametrize("token", ["x", "e30:1:2", "\u00e9"])
def test_forged_sign_in_link_is_no_longer_good(client, token):
    assert client.post(f"/accounts/link/{token}/").status_code == 410


def test_sign_in_link_is_refused_to_strangers_and_to_the_shut_out():
    make_member(email="gone@example.org", is_active=False)
    for address in ("nobody@example.org", "gone@example.org"):
        with pytest.raises(CommandError):
            call_command("sign_in", address)
