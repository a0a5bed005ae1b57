"""What is too much, and what is nonsense: refused before it costs anything, and never with an error."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cafecm.middleware import BODY_AT_MOST
from members.limits import may_ask_for_code
from tests.factories import make_member, make_series
from tests.members.test_account_pages import has_just_shown_who_it_is

pytestmark = pytest.mark.django_db


def test_body_larger_than_a_photo_is_refused_before_it_is_read(client):
    answer = client.generic("POST", "/accounts/login/", b"x", CONTENT_LENGTH=str(BODY_AT_MOST + 1))
    assert answer.status_code == 413
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_body_larger_than_a_photo_is_refused_in_the_language_of_its_address(client):
    for prefix, words in [("/en", "larger than a photo may be"), ("", "dépasse le poids maximal")] * 2:
        answer = client.generic("POST", f"{prefix}/accounts/login/", b"x", CONTENT_LENGTH=str(BODY_AT_MOST + 1))
        assert words in answer.content.decode()


TOO_MUCH = {
    "text": ({"text": "x" * 3_000_000}, "What you typed or pasted is longer than the site takes at once (2 MB)."),
    "files": (lambda: {"photos": [SimpleUploadedFile("a.txt", b"a")] * 21}, "more than 20 files at once"),
    "fields": ({f"field-{number}": "x" for number in range(600)}, "more fields than the site takes at once"),
}


@pytest.mark.parametrize("is_development", [False, True])
@pytest.mark.parametrize("what", TOO_MUCH)
@pytest.mark.parametrize("address", ["/en/organize/cafe/import/", "/en/organize/new/", "/en/accounts/login/"])
def test_form_that_is_too_much_is_told_what_of_it_is(address, what, is_development, settings):
    settings.DEBUG = is_development
    odile = make_member()
    make_series(slug="cafe", organizers=[odile])
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(odile)
    browser.get("/en/organize/new/")
    sent, sentence = TOO_MUCH[what]
    answer = browser.post(address, sent() if callable(sent) else sent)
    assert answer.status_code == 413
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("is_development", [False, True])
def test_pasted_text_that_is_too_much_is_told_of_in_forms_without_files_too(client, settings, is_development):
    settings.DEBUG = is_development
    form = "application/x-www-form-urlencoded"
    answer = client.post("/accounts/login/", "login=" + "x" * 3_000_000, content_type=form)
    assert answer.status_code == 413
    assert "Ce que vous avez saisi ou collé dépasse ce que le site prend en une fois" in answer.content.decode()


NONSENSE = [
    '{"id": 1}',
    '{"id": "\\ud800"}',
    "9" * 5000,
    '{"a":' * 5000,
    "[]",
    "null",
    '"text"',
    '{"id": "a", "rawId": "a", "type": "public-key", "response": {}}',
    '{"id": "a", "rawId": "a", "type": "public-key", "response": {"userHandle": "!"}}',
]


@pytest.mark.parametrize("credential", NONSENSE)
def test_passkey_that_is_nonsense_is_a_wrong_answer(client, credential):
    client.get("/accounts/login/")
    assert client.post("/accounts/2fa/webauthn/login/", {"credential": credential}).status_code in {200, 302}


@pytest.mark.parametrize("credential", [*NONSENSE, "[" * 5000])
def test_new_passkey_that_is_nonsense_is_a_wrong_answer(client, credential):
    member = make_member()
    client.force_login(member)
    has_just_shown_who_it_is(client, member)
    answer = client.post("/accounts/2fa/webauthn/add/", {"name": "", "credential": credential})
    assert (answer.status_code, Authenticator.objects.count()) == (200, 0)


def test_limits_are_not_pushed_out_by_asking_for_many_others(rf):
    def asks(address, network="192.0.2.1"):
        request = rf.post("/", REMOTE_ADDR=network)
        return may_ask_for_code(request, address)

    assert [asks("ada@example.org") for _time in range(4)] == [True, True, True, False]
    for number in range(400):
        asks(f"other{number}@example.org", f"198.51.{number // 250}.{number % 250}")
    assert not asks("ada@example.org")
