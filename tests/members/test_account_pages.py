"""Every page about one's account wears the clothes of the house."""

import datetime
import re
import time

import html5lib
import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tests.factories import make_edition, make_member, make_specialty
from tests.members.post import last_code

pytestmark = pytest.mark.django_db

ENTRANCE = ["account_login", "account_signup", "account_request_login_code", "account_inactive"]
MANAGE = [
    "account_email",
    "account_logout",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "usersessions_list",
    "members:me",
]
WITH_APP = ["mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"]


def check(answer):
    """The page is whole: our frame, one heading, a title, all variables known, nothing inline; parsed without error."""
    page = answer.content.decode()
    assert answer.status_code == 200
    parser = html5lib.HTMLParser()
    tree = parser.parse(page)
    assert [error for error in parser.errors if error[1] != "unknown-doctype"] == []
    assert "«undefined" not in page
    assert '<main id="main"' in page
    assert page.count("<h1") == 1
    assert re.search(r"<title>\s*\S", page)
    assert tree.get("lang") or '<html lang="' in page
    assert re.findall(r"\sstyle=|\son\w+=|<style", page) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", page) if "src=" not in tag and "application/" not in tag] == []
    names = set(re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*\bid="([^"]+)"', page))
    labels = set(re.findall(r'<label[^>]*\bfor="([^"]+)"', page))
    assert names - labels == set()


def has_just_shown_who_it_is(client, member):
    """Puts into the session what a second factor leaves there."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(member.pk)
    session.save()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ENTRANCE)
def test_pages_at_the_door(client, name, language):
    prefix = "/en" if language == "en" else ""
    answer = client.get(prefix + reverse(name))
    check(answer)
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/"])
def test_codes_asked_at_the_door(client, path):
    answer = client.post(path, {"login": "ada@example.org", "email": "ada@example.org", "name": "Ada"})
    check(client.get(answer["Location"]))
    check(client.post(answer["Location"], {"code": "123"}))


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/accounts/login/code/"])
def test_errors_at_the_door(client, path):
    check(client.post(path, {}))


@pytest.mark.parametrize("name", MANAGE)
def test_pages_of_a_member(client, name):
    member = make_member(email="ada@example.org")
    EmailAddress.objects.create(user=member, email="ada@work.example", verified=True)
    make_edition().rsvp(member)
    make_specialty()
    client.force_login(member)
    has_just_shown_who_it_is(client, member)
    check(client.get(reverse(name)))


@pytest.mark.parametrize("name", WITH_APP)
def test_pages_of_a_member_with_an_authenticator_app(client, name):
    member = make_member(email="ada@example.org")
    TOTP.activate(member, generate_totp_secret())
    RecoveryCodes.activate(member)
    client.force_login(member)
    has_just_shown_who_it_is(client, member)
    check(client.get(reverse(name)))


def test_page_of_addresses_some_not_proven(client):
    member = make_member(email="ada@example.org")
    EmailAddress.objects.create(user=member, email="ada@home.example", verified=False)
    client.force_login(member)
    check(client.get("/accounts/email/"))


def test_page_that_asks_again_who_it_is(client):
    member = make_member(email="ada@example.org")
    TOTP.activate(member, generate_totp_secret())
    client.force_login(member)
    answer = client.get(reverse("mfa_deactivate_totp"))
    check(client.get(answer["Location"], follow=True))


def test_page_of_the_second_factor(client, settings):
    member = make_member(email="ada@example.org")
    TOTP.activate(member, generate_totp_secret())
    client.post("/accounts/login/", {"login": "ada@example.org"})
    answer = client.post("/accounts/login/code/confirm/", {"code": last_code(settings)})
    check(client.get(answer["Location"]))
    check(client.post(answer["Location"], {"code": "000"}))


def test_pages_of_a_passkey(client):
    member = make_member(email="ada@example.org")
    key = Authenticator.objects.create(user=member, type=Authenticator.Type.WEBAUTHN, data={"name": "My phone"})
    client.force_login(member)
    has_just_shown_who_it_is(client, member)
    check(client.get(reverse("mfa_remove_webauthn", args=[key.pk])))


def test_address_is_added_proven_made_the_main_one_and_removed(client, settings):
    member = make_member(email="ada@example.org")
    client.force_login(member)
    has_just_shown_who_it_is(client, member)
    asked = client.post("/accounts/email/", {"action_add": "", "email": "Ada@Work.example"})
    check(client.get(asked["Location"]))
    client.post(asked["Location"], {"code": last_code(settings)})
    client.post("/accounts/email/", {"action_primary": "", "email": "ada@work.example"})
    client.post("/accounts/email/", {"action_remove": "", "email": "ada@example.org"})
    member.refresh_from_db()
    assert member.email == "ada@work.example"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("ada@work.example", True, True)]


def test_address_of_somebody_else_gets_the_same_answer_as_a_new_one(client, settings):
    make_member(email="someone@example.org")
    seen = []
    for address in ("someone@example.org", "nobodyx@example.org"):
        browser = type(client)()
        browser.force_login(make_member("Ada"))
        asked = browser.post("/accounts/email/", {"action_add": "", "email": address})
        page = browser.get(asked.get("Location", "/accounts/email/"))
        body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|/members/ada-\w+/', "", page.content.decode())
        seen.append((asked.status_code, asked.get("Location"), body.replace(address, "…")))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=str), ids=lambda model: model._meta.label)
def test_back_room_opens(client, model):
    client.force_login(make_member(is_staff=True, is_superuser=True))
    edition = make_edition()
    edition.rsvp(make_member())
    make_specialty()
    options = admin.site._registry[model]
    base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client.get(reverse(f"{base}_changelist"), {"q": "a"} if options.search_fields else {}).status_code == 200
    row = model._default_manager.first()
    if row is not None:
        assert client.get(reverse(f"{base}_change", args=[row.pk])).status_code == 200


def test_staff_cannot_raise_their_own_rights_nor_touch_a_superuser(client):
    boss = make_member(is_superuser=True, is_staff=True)
    helper = make_member(is_staff=True)
    helper.user_permissions.set(Permission.objects.all())
    client.force_login(helper)
    typed = in_the_back_room(helper, name="Helga", is_superuser="on", is_staff="on")
    assert client.post(f"/admin/members/member/{helper.pk}/change/", typed).status_code == 302
    helper.refresh_from_db()
    assert (helper.name, helper.is_superuser) == ("Helga", False)
    typed = in_the_back_room(boss, email="helper@example.org")
    assert client.post(f"/admin/members/member/{boss.pk}/change/", typed).status_code == 403


def in_the_back_room(member, **changes):
    """The whole form of a member, as the back room posts it."""
    facts = ("name", "email", "headline", "organisation", "visibility", "language")
    empty = {"ranked_specialties-TOTAL_FORMS": "0", "ranked_specialties-INITIAL_FORMS": "0"}
    return {name: getattr(member, name) for name in facts} | {"is_active": "on"} | empty | changes


@pytest.mark.parametrize("page", ["account/emailaddress", "mfa/authenticator", "usersessions/usersession"])
def test_only_superusers_touch_what_signs_somebody_in(client, page):
    helper = make_member(is_staff=True)
    helper.user_permissions.set(Permission.objects.all())
    client.force_login(helper)
    for end in ("", "add/"):
        assert client.get(f"/admin/{page}/{end}").status_code == 403
    client.force_login(make_member(is_superuser=True, is_staff=True))
    assert client.get(f"/admin/{page}/").status_code == 200


def test_address_changed_in_the_back_room_ends_what_the_old_one_opened(client, settings):
    ada = make_member("Ada", email="ada@example.org")
    reader = Client()
    reader.post("/accounts/login/", {"login": "ada@example.org"})
    reader.post("/accounts/login/code/confirm/", {"code": last_code(settings)})
    assert reader.get("/members/me/").status_code == 200
    client.force_login(make_member(is_superuser=True, is_staff=True))
    typed = in_the_back_room(ada, email="ada@new.example")
    assert client.post(f"/admin/members/member/{ada.pk}/change/", typed).status_code == 302
    assert reader.get("/members/me/").status_code == 302
    assert not EmailAddress.objects.filter(email="ada@example.org").exists()
    signing_in = Client()
    signing_in.post("/accounts/login/", {"login": "ada@new.example"})
    signing_in.post("/accounts/login/code/confirm/", {"code": last_code(settings)})
    assert signing_in.session["_auth_user_id"] == str(ada.pk)


AGENT = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) {}"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Linux"),
        (
            AGENT.format("Windows NT 10.0; Win64; x64", "Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0"),
            "Edge sur Windows",
        ),
        (AGENT.format("Linux; Android 10; K", "Chrome/139.0.0.0 Mobile Safari/537.36"), "Chrome sur Android"),
        (AGENT.format("iPhone; CPU iPhone OS 18_6 like Mac OS X", "Version/18.6 Safari/604.1"), "Safari sur iPhone"),
        (AGENT.format("Macintosh; Intel Mac OS X 10_15_7", "Version/18.6 Safari/605.1.15"), "Safari sur Mac"),
        ("Somebody’s own (Windows)", "Un navigateur sur Windows"),
        ("curl/8.5.0 <b>", "Un navigateur qui ne dit pas son nom"),
        ("", "Un navigateur qui ne dit pas son nom"),
    ],
)
def test_sessions_are_told_in_words(client, agent, words):
    member = make_member()
    client.force_login(member)
    key = client.session.session_key
    UserSession.objects.create(user=member, session_key=key, ip="192.0.2.1", user_agent=agent)
    page = client.get("/accounts/sessions/").content.decode()
    assert (page.count(f"<p>{words}</p>"), "Mozilla" in page, "curl" in page) == (1, False, False)


def test_a_session_that_goes_on_changing_ends_sixty_days_after_its_sign_in(client, time_machine):
    began = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    time_machine.move_to(began, tick=False)
    client.force_login(make_member())
    for day in range(10, 61, 10):
        time_machine.move_to(began + datetime.timedelta(days=day, seconds=-1), tick=False)
        assert client.get(reverse("members:me")).status_code == 200
        session = client.session
        session["changed"] = day
        session.save()
    assert session.get_expiry_age() == 1
    time_machine.move_to(began + datetime.timedelta(days=60), tick=False)
    assert client.get(reverse("members:me")).status_code == 302


def test_a_session_that_does_not_change_ends_after_two_weeks(client, time_machine):
    began = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    time_machine.move_to(began, tick=False)
    client.force_login(make_member())
    time_machine.move_to(began + datetime.timedelta(days=14, seconds=-1), tick=False)
    assert client.get(reverse("members:me")).status_code == 200
    time_machine.move_to(began + datetime.timedelta(days=14), tick=False)
    assert client.get(reverse("members:me")).status_code == 302
