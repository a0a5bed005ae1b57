"""On a phone's home screen: what the browser is given, and whose pages it may keep."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from cafecm.phone import FOR
from tests.factories import make_edition, make_member

pytestmark = pytest.mark.django_db


def test_manifest_names_icons_that_are_there_in_their_sizes(client, settings):
    response = client.get("/manifest.webmanifest")
    facts = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert (facts["name"], facts["start_url"], facts["scope"], facts["display"]) == (
        settings.COMMUNITY_NAME,
        "/",
        "/",
        "standalone",
    )
    for each in facts["icons"]:
        drawn = Image.open(io.BytesIO(client.get(each["src"]).content))
        assert (drawn.format, f"{drawn.width}x{drawn.height}") == ("PNG", each["sizes"])
    assert [each["purpose"] for each in facts["icons"] if "purpose" in each] == ["maskable"]
    assert all(client.get(shortcut["url"]).status_code in {200, 302} for shortcut in facts["shortcuts"])


@pytest.mark.parametrize("name", ["64", "0", "99999999999", "mask2"])
def test_icons_of_other_sizes_are_not_drawn(client, name):
    assert client.get(f"/icons/{name}.png").status_code == 404


def test_service_worker_stands_at_the_root_and_is_always_asked_for_anew(client):
    response = client.get("/service-worker.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("page", ["/offline/", "/en/offline/"])
def test_page_for_no_connection_is_there_to_be_kept(client, page):
    assert client.get(page).status_code == 200


def test_page_of_somebody_signed_in_says_whose_it_is_without_telling_who(client):
    edition = make_edition()
    member, other = make_member(), make_member()
    place = reverse("events:place", args=[edition.slug, edition.rsvp(member).place_token])
    addresses = ["/", "/cafes/", edition.get_absolute_url(), place]
    words = []
    for person in (member, other, member):
        browser = Client()
        browser.force_login(person)
        said = {browser.get(address).headers.get(FOR) for address in addresses}
        assert len(said) == 1
        words += said
    assert None not in words
    assert len({*words}) == 3  # another session of the same person is another phone
    assert [client.get(address).headers.get(FOR) for address in addresses] == [None] * 4


def test_desk_account_and_forms_are_nobody_s_to_keep(client):
    edition = make_edition()
    member = make_member()
    edition.series.appoint(member, "owner")
    client.force_login(member)
    for address in ("/organize/", "/members/me/", f"{edition.get_absolute_url()}rsvp/", "/members/me/data/"):
        assert FOR not in client.get(address).headers


def test_home_names_what_somebody_with_a_place_wants_with_them(client):
    edition = make_edition()
    member = make_member()
    client.force_login(member)
    assert "X-Offline-Also" not in client.get("/").headers
    rsvp = edition.rsvp(member)
    place = reverse("events:place", args=[edition.slug, rsvp.place_token])
    assert client.get("/").headers["X-Offline-Also"] == f"{edition.get_absolute_url()} {place}"
