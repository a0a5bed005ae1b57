"""The organizers' page about mails: what they see of whom, what they may try again, and nobody's address."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from events.chores import tidy
from members import outbox
from members.models import Mail, Suppression
from tests.dns_server import zone
from tests.factories import make_edition, make_member, make_series
from tests.smtp import postman

pytestmark = pytest.mark.django_db
__all__ = ["postman", "zone"]  # fixtures
DAY = datetime.timedelta(days=1)


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def series(organizer):
    return make_series(organizers=[organizer])


@pytest.fixture
def desk(client, organizer, series):
    client.force_login(organizer)
    return client


@pytest.fixture
def ada(series):
    """Somebody with a place in a café of the organizer's."""
    member = make_member("Ada Lovelace", email="ada@example.org")
    make_edition(series).rsvp(member)
    Mail.objects.all().delete()
    return member


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(f"organize:{name}", args=args)


def lost(member, *, reason: str = "550 <ada@example.org>: full", **fields) -> Mail:
    """A mail to this member that was given up."""
    edition = member.rsvps.get().edition_id if member.rsvps.exists() else 0
    facts = {"kind": "rsvp-going", "state": "failed", "last_error": reason, "data": {"edition": edition}, **fields}
    return Mail.objects.create(member=member, **facts)


def page_of(client) -> str:
    response = client.get(url("mail"))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


# Who sees what --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["mail", "try-again", "write-again"])
def test_the_page_is_for_organizers(client, ada, name):
    address = url(name, *([lost(ada).pk] if name != "mail" else []))
    ask = client.get if name == "mail" else client.post
    assert "login" in ask(address)["Location"]
    client.force_login(make_member())
    assert ask(address).status_code == 403
    wrong = client.post if name == "mail" else client.get
    assert wrong(address).status_code == 405


def test_it_says_how_the_outbox_stands(desk, ada):
    lost(ada)
    Mail.objects.create(kind="code", address="x@example.org", state="sent")
    Mail.objects.create(kind="code", address="x@example.org")
    Mail.objects.create(kind="code", address="x@example.org", last_error="421 later")
    for _number in range(2):
        Mail.objects.create(kind="code", address="x@example.org", state="dropped", last_error="too late")
    Mail.objects.create(kind="code", address="x@example.org", state="sent", created_at=timezone.now() - 40 * DAY)
    context = desk.get(url("mail")).context["outbox"]
    with translation.override("en"):
        assert (context.waiting, context.put_off, context.sent, context.failed) == (2, 1, 1, 1)
        assert context.dropped == [("It would have come too late.", 2)]


def test_people_of_ones_own_cafés_are_named_and_no_address_is_shown(desk, ada):
    lost(ada, reason="SMTPRecipientsRefused: {'ada@example.org': (550, b'5.1.1 <ada@example.org>: no')}")
    stranger = make_member("Bob Inconnu", email="bob@example.org")
    make_edition().rsvp(stranger)
    lost(stranger)
    lost(ada, created_at=timezone.now() - 31 * DAY, reason="Il y a longtemps")
    Suppression.objects.create(address="ada@example.org", reason="5.1.1 <ada@example.org> unknown")
    Suppression.objects.create(address="bob@example.org", reason="5.1.1 unknown")
    page = page_of(desk)
    assert "Ada Lovelace" in page
    for word in ["example.org", "Bob Inconnu", "Il y a longtemps"]:
        assert word not in page


def test_whoever_keeps_the_site_sees_what_failed_for_anybody(client, ada):
    lost(ada)
    lost(make_member("Bob Inconnu"))
    client.force_login(make_member("Garde", is_superuser=True))
    page = page_of(client)
    assert ("Ada Lovelace" in page, "Bob Inconnu" in page) == (True, True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_database_as_often_for_three_mails_as_for_one(desk, series, rows, django_assert_num_queries):
    for _number in range(rows):
        member = make_member()
        make_edition(series).rsvp(member)
        lost(member)
        Suppression.objects.create(address=member.email, reason="5.1.1")
    # session, member, organizer?, failed, outbox: recent, waiting, dropped; people, addresses; series in the frame
    with django_assert_num_queries(9):
        desk.get(url("mail"))


def test_the_board_says_what_did_not_arrive(desk, ada):
    assert url("mail") in desk.get(url("board")).content.decode()
    lost(ada)
    lost(make_member())
    with translation.override("en"):
        board = desk.get(url("board"))
        assert ("1 mail did not arrive", url("mail")) in board.context["waiting"]


# Trying again ---------------------------------------------------------------------------------------------------------


def test_a_mail_that_failed_is_sent_once_more(desk, ada, postman):
    outbox.post("rsvp-going", member=ada, edition=ada.rsvps.get().edition_id)
    postman.answers = ["550 not today"]
    while outbox.deliver_next():
        pass
    mail = Mail.objects.get()
    assert (mail.state, mail.is_repeatable) == ("failed", True)
    for _click in range(2):
        assert desk.post(url("try-again", mail.pk))["Location"] == reverse("organize:mail")
    while outbox.deliver_next():
        pass
    mail.refresh_from_db()
    assert mail.state == "sent"
    assert [letter["To"] for letter in postman.letters] == ["ada@example.org"]
    assert postman.letters[0]["Message-ID"].startswith(f"<{mail.uuid}@")


@pytest.mark.parametrize(
    "fields",
    [{"expires_at": timezone.now() - DAY}, {"data": {}}, {"kind": "message", "data": {}}],
    ids=["too late", "bounced after it left", "words that were not kept"],
)
def test_a_mail_without_use_is_not_offered_and_not_sent_again(desk, ada, fields):
    mail = lost(ada, **fields)
    assert url("try-again", mail.pk) not in page_of(desk)
    assert desk.post(url("try-again", mail.pk)).status_code == 302
    mail.refresh_from_db()
    assert mail.state == "failed"


def test_words_that_hold_a_secret_go_when_their_mail_fails():
    mail = Mail.objects.create(kind="code", address="x@example.org", data={"code": "123456"})
    mail.fail("550 no")
    assert (mail.data, mail.is_repeatable) == ({}, False)


def test_another_organizers_people_are_out_of_reach(desk, ada):
    stranger = make_member("Bob", email="bob@example.org")
    make_edition().rsvp(stranger)
    mail = lost(stranger)
    suppression = Suppression.objects.create(address="bob@example.org", reason="5.1.1")
    assert desk.post(url("try-again", mail.pk)).status_code == 404
    assert desk.post(url("write-again", suppression.pk)).status_code == 404
    mail.refresh_from_db()
    assert (mail.state, Suppression.objects.count()) == ("failed", 1)


def test_a_mail_that_has_left_cannot_be_tried_again(desk, ada):
    mail = lost(ada, state="sent")
    assert desk.post(url("try-again", mail.pk)).status_code == 302
    mail.refresh_from_db()
    assert mail.state == "sent"


def test_an_address_is_written_to_again_when_an_organizer_says_so(desk, ada):
    suppression = Suppression.objects.create(address="ada@example.org", reason="5.1.1")
    assert url("write-again", suppression.pk) in page_of(desk)
    assert desk.post(url("write-again", suppression.pk)).status_code == 302
    assert not Suppression.objects.exists()
    assert desk.post(url("write-again", suppression.pk)).status_code == 404


def test_what_failed_long_ago_is_forgotten(ada):
    old = lost(ada, created_at=timezone.now() - 31 * DAY)
    new = lost(ada)
    tidy()
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.data, new.data != {}) == ({}, True)


# The domain -----------------------------------------------------------------------------------------------------------


def test_the_page_says_what_the_domain_lacks(desk, zone, settings):
    settings.MAIL_FROM, settings.DKIM_SELECTOR = "bonjour@cafe.asso.fr", "s1"
    zone.texts = {"cafe.asso.fr": ["v=spf1 mx -all <script>"]}
    page = page_of(desk)
    assert ("v=spf1 mx -all &lt;script&gt;" in page, "v=DMARC1; p=none" in page) == (True, True)
    asked = len(zone.asked)
    page_of(desk)
    assert len(zone.asked) == asked  # the answers are good for five minutes


def test_a_domain_that_has_no_records_is_not_asked_for(desk, zone, settings):
    settings.MAIL_FROM = "cafe@localhost"
    page_of(desk)
    assert zone.asked == []
