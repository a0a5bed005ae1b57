"""What the logs tell: enough to look after a café, and nothing that opens a door."""

import io
import json
import logging

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import Client

from cafecm.logs import Json, Line, masked, request_id
from members.links import sign_in_link
from members.models import Member
from tests.factories import make_edition, make_member, make_series

TOKEN = "WyJhZGEiLDJd:1vZk3Q:h0Y-_xpMZ8sQm2nW6ZbTt4"
LOWER = "abcdefghijklmnop2345"


def record(message: str, *values: object, error: BaseException | None = None) -> logging.LogRecord:
    exc_info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("cafecm.test", logging.INFO, "here.py", 1, message, values, exc_info)


@pytest.mark.parametrize("token", [TOKEN, LOWER])
@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("/calendar/me/{}.ics", "/calendar/me/….ics"),
        ("/host/{}/", "/host/…/"),
        ("/en/host/{}/list/", "/en/host/…/list/"),
        ("/cafes/le-cafe-12/rsvp/{}/free/", "/cafes/le-cafe-12/rsvp/…/free/"),
        ("/accounts/link/{}/", "/accounts/link/…/"),
        ("/members/mail/stop/{}/", "/members/mail/stop/…/"),
        ("/organize/le-cafe-12/door/scan/{}/", "/organize/le-cafe-12/door/scan/…/"),
        ("/en/members/{}/write/", "/en/members/…/write/"),
        ("https://cafe.example.org/host/{}", "https://cafe.example.org/host/…"),
        ("/accounts/login/?next=/host/{}/&page=2", "/accounts/login/?next=…&page=2"),
    ],
)
def test_no_log_shows_a_link_that_opens_something(address, left, token):
    assert masked(f"Not Found: {address.format(token)}") == f"Not Found: {left}"


def test_link_of_a_kind_that_nobody_thought_of_is_masked_by_its_looks():
    assert masked(f"/some/new/{TOKEN}/thing/") == "/some/new/…/thing/"


@pytest.mark.parametrize(
    "address",
    [
        "/cafes/le-cafe-des-community-managers-a-paris-12/",
        "/cafes/le-cafe-12/rsvp/cancel/",
        "/cafes/le-cafe-12/rsvp/code/",
        "/host/",
        "/members/",
        "/members/me/data/",
        "/media/venues/abcdefghijklmnopqrstuv.webp",
        "/specialties/community-management-de-jeux-video/",
    ],
)
def test_plain_addresses_stay_readable(address):
    assert masked(address) == address


def test_addresses_of_people_are_not_told():
    assert masked("Key (email)=(ada.lovelace+cafe@example.org) already exists") == (
        "Key (email)=(…@example.org) already exists"
    )


@pytest.mark.parametrize("formatter", [Line(), Json()])
def test_nobody_can_write_a_line_of_the_log(formatter):
    try:
        raise ValueError("a\nFORGED by ada@example.org")
    except ValueError as error:
        said = formatter.format(record("%s", "x\r\n2026-01-01 FORGED\u2028", error=error))
    assert not any(line.startswith(("FORGED", "2026-01-01")) for line in said.splitlines())
    assert "ada@" not in said


def test_lines_for_machines_are_objects_that_name_their_request():
    token = request_id.set("abc-123")
    try:
        event = json.loads(Json().format(record("hello %s", "world")))
    finally:
        request_id.reset(token)
    assert (event["message"], event["level"], event["request_id"]) == ("hello world", "INFO", "abc-123")
    assert event["at"].endswith("+00:00")


@pytest.fixture
def told():
    """What the product's own formatter writes while a test runs."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Line())
    root = logging.getLogger()
    root.addHandler(handler)
    yield written.getvalue
    root.removeHandler(handler)


@pytest.mark.django_db
def test_a_request_is_logged_under_the_name_that_its_answer_tells(client, told, settings):
    settings.ACCESS_LOG = True
    address = sign_in_link(make_member()).removeprefix(settings.SITE_URL)
    answer = client.get(address)
    said = told()
    assert answer.status_code == 200
    assert f"[{answer['X-Request-ID']}] GET /accounts/link/…/ 200" in said
    assert address.split("/")[3] not in said


@pytest.mark.django_db
@pytest.mark.parametrize(("proxies", "is_believed"), [(0, False), (1, True)])
def test_only_a_trusted_proxy_names_a_request(client, settings, proxies, is_believed):
    settings.TRUSTED_PROXIES = proxies
    answer = client.get("/health/", headers={"x-request-id": "from-outside-1"})
    assert (answer["X-Request-ID"] == "from-outside-1") is is_believed
    assert client.get("/health/", headers={"x-request-id": "a b\nc"})["X-Request-ID"].isalnum()


@pytest.mark.django_db
def test_broken_page_is_logged_without_the_secret_of_its_address(told, monkeypatch):
    def broken(token):
        raise RuntimeError(f"cannot read {token}")

    monkeypatch.setattr("members.views.signing.member_of", broken)
    Client(raise_request_exception=False).get(f"/accounts/link/{LOWER}/")
    said = told()
    assert "/accounts/link/…/" in said
    assert "Traceback" in said
    assert f"/{LOWER}" not in said


@pytest.mark.django_db
def test_security_log_tells_of_sign_ins_and_organizers_by_number_and_neighbourhood(client, told):
    member = make_member("Ada Lovelace", email="ada@example.org")
    client.get(sign_in_link(member).removeprefix(settings.SITE_URL))
    client.post(sign_in_link(member).removeprefix(settings.SITE_URL), REMOTE_ADDR="192.0.2.77")
    series = make_series(organizers=[member])
    series.dismiss(member)
    said = told()
    assert f"cafecm.security [-] in the team: member {member.pk}, organizer of series {series.pk}" in said
    assert f"out of the team: member {member.pk}, organizer of series {series.pk}" in said
    assert f"signed in: member {member.pk} from 192.0.2.0/24" in said
    assert not any(secret in said for secret in ("Ada", "ada@", "192.0.2.77"))


@pytest.mark.django_db
def test_security_log_tells_of_wrong_codes_at_every_door(client, told):
    member, edition = make_member("Ada Lovelace", email="ada@example.org"), make_edition()
    new_one, place = {"name": "Bob", "email": "bob@example.org"}, f"/cafes/{edition.slug}/rsvp/"
    for address, typed in [
        ("/accounts/login/", {"login": "ada@example.org"}),
        ("/accounts/signup/", new_one),
        (place, {**new_one, "guests": "0"}),
    ]:
        code_page = client.post(address, typed)["Location"]
        client.post(code_page, {"code": "000000"}, REMOTE_ADDR="192.0.2.77")
    client.force_login(member)
    TOTP.activate(member, "JBSWY3DPEHPK3PXP")
    client.post("/accounts/2fa/reauthenticate/", {"code": "000000"}, REMOTE_ADDR="192.0.2.77")
    bob = Member.objects.get(email="bob@example.org")
    told = [line.partition("[-] ")[2] or line.partition("] ")[2] for line in told().splitlines()]
    assert [line for line in told if line.startswith("wrong")] == [
        f"wrong code: member {member.pk} from 192.0.2.0/24",
        f"wrong code: member {bob.pk} from 192.0.2.0/24",
        "wrong code: member unknown from 192.0.2.0/24",
        f"wrong second factor: member {member.pk} from 192.0.2.0/24",
    ]


@pytest.mark.django_db
def test_security_log_tells_of_limits(client, told):
    for _time in range(40):
        answer = client.post("/accounts/login/", {"login": "ada@example.org"}, REMOTE_ADDR="198.51.100.9")
    assert answer.status_code == 429
    assert "limit reached at /accounts/login/ from 198.51.100.0/24" in told()
