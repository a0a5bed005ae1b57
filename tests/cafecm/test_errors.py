"""The house's own answers when something is wrong, and the kept mails of a development machine."""

from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.core import signing
from django.test import Client, RequestFactory

from cafecm import views
from tests.factories import make_edition, make_member

pytestmark = pytest.mark.django_db


def heading_of(response) -> str:
    document = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return "".join(document.find(".//h1").itertext())


@pytest.mark.parametrize(("page", "language"), [("/nulle-part/", "fr"), ("/en/nowhere/", "en")])
def test_a_page_that_is_not_there_answers_in_the_language_of_its_address(client, page, language):
    response = client.get(page)
    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()
    assert heading_of(response)


def test_a_page_for_others_is_forbidden_to_a_member_in_words(client):
    client.force_login(make_member())
    response = client.get("/organize/")
    assert response.status_code in (403, 404)
    assert heading_of(response)


def test_a_form_without_its_token_is_refused_in_words():
    client = Client(enforce_csrf_checks=True)
    edition = make_edition()
    client.force_login(make_member())
    response = client.post(f"{edition.get_absolute_url()}rsvp/")
    assert response.status_code == 403
    assert heading_of(response)
    assert edition.rsvps.count() == 0


def test_an_unreadable_question_is_answered_in_words():
    request = RequestFactory().get("/")
    request.user = make_member()
    request.session = Client().session
    response = views.bad_request(request, signing.BadSignature())
    assert response.status_code == 400


def test_the_page_of_a_broken_server_needs_neither_database_nor_context(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert heading_of(response) == "Une tasse est tombée."
    assert (Path(settings.BASE_DIR) / "static/css/error.css").is_file()


@pytest.mark.parametrize("page", ["/dev/mail/", "/dev/mail/x/"])
def test_kept_mails_have_no_page_outside_development(client, page):
    assert client.get(page).status_code == 404
