"""Mails that come back: the report marks the mail, and an address that does not exist is written to no more."""

import uuid

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from members import bounces, outbox
from members.models import Mail, Member, Suppression
from tests.factories import make_edition, make_member
from tests.members.test_outbox import deliver_all
from tests.smtp import postman

pytestmark = pytest.mark.django_db

__all__ = ["postman"]

REPORT = """\
Return-Path: <>
From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
To: cafe@cafe.example.com
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4fPq2x.1772451000/mail.example.org"
Content-Transfer-Encoding: 8bit
Message-Id: <20260302113000.4fPq2x@mail.example.org>

This is a MIME-encapsulated message.

--4fPq2x.1772451000/mail.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<ada@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1 No such user

--4fPq2x.1772451000/mail.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Arrival-Date: Mon,  2 Mar 2026 12:30:00 +0100 (CET)

Final-Recipient: rfc822; Ada@Example.org
Original-Recipient: rfc822;ada@example.org
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 550 5.1.1
    No such user

--4fPq2x.1772451000/mail.example.org
Content-Description: Undelivered Message
Content-Type: {returned}

From: cafe@cafe.example.com
To: ada@example.org
Message-ID: <{uuid}@{host}>
Subject: Bonjour

--4fPq2x.1772451000/mail.example.org--
"""


def report(mail: Mail | None, settings, *, returned: str = "message/rfc822", **swap: str) -> bytes:
    text = REPORT.format(returned=returned, uuid=mail.uuid if mail else uuid.uuid4(), host=settings.SITE_HOST)
    for old, new in swap.items():
        text = text.replace({"status": "Status: 5.1.1", "action": "Action: failed"}.get(old, old), new)
    return text.encode()


@pytest.fixture
def ada():
    return make_member("Ada", email="ada@example.org")


@pytest.fixture
def sent(ada, postman):
    make_edition().rsvp(ada)
    deliver_all()
    return Mail.objects.get(state="sent")


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers", "text/rfc822-headers; charset=utf-8"])
def test_report_marks_the_mail_and_ends_the_writing(returned, sent, ada, postman, settings):
    assert bounces.receive(report(sent, settings, returned=returned)) == "bounced: the address does not exist"
    sent.refresh_from_db()
    assert (sent.state, sent.last_error) == ("failed", "5.1.1 550 5.1.1 No such user")
    assert list(Suppression.objects.values_list("address", "reason")) == [("ada@example.org", sent.last_error)]
    make_edition().rsvp(ada)
    deliver_all()
    last = Mail.objects.latest("pk")
    assert (last.state, last.last_error, len(postman.letters)) == ("dropped", "the address does not exist", 1)


def test_code_goes_to_any_address_and_proving_it_ends_the_silence(ada, postman):
    Suppression.objects.create(address=ada.email, reason="5.1.1")
    outbox.post("code", address=ada.email, code="123456", language="fr")
    deliver_all()
    assert len(postman.letters) == 1
    Member.objects.for_proven_address("ADA@example.org", name="Ada", language="fr")
    assert not Suppression.objects.exists()


@pytest.mark.parametrize("status", ["5.7.1", "5.2.2", "5.0.0"])
def test_refusal_of_one_mail_does_not_end_the_writing(status, sent, settings):
    assert bounces.receive(report(sent, settings, status=f"Status: {status} (nothing personal)")) == "bounced"
    sent.refresh_from_db()
    assert (sent.state, Suppression.objects.count()) == ("failed", 0)


@pytest.mark.parametrize(
    "swap",
    [
        {"status": "Status: 4.4.1"},
        {"action": "Action: delayed"},
        {"action": "Action: delivered"},
        {"status": ""},
        {"multipart/report": "multipart/mixed"},
        {"message/delivery-status": "text/plain"},
    ],
)
def test_what_is_no_final_failure_changes_nothing(swap, sent, settings):
    assert bounces.receive(report(sent, settings, **swap)) == ""
    sent.refresh_from_db()
    assert (sent.state, Suppression.objects.count()) == ("sent", 0)


def test_report_that_does_not_know_the_message_id_changes_nothing(sent, settings):
    assert bounces.receive(report(None, settings)) == "ignored: a report about no mail that we wait for"
    assert bounces.receive(report(sent, settings, **{f"@{settings.SITE_HOST}>": "@example.net>"})) == ""
    assert (Mail.objects.get().state, Suppression.objects.count()) == ("sent", 0)


def test_report_about_an_address_that_a_mail_was_forwarded_to_spares_ours(sent, settings):
    swap = {"Ada@Example.org": "elsewhere@example.net", "Original-Recipient: rfc822;ada@example.org\n": ""}
    assert bounces.receive(report(sent, settings, **swap)) == "bounced"
    assert not Suppression.objects.exists()


def test_same_report_twice_counts_once(sent, settings):
    bounces.receive(report(sent, settings))
    assert bounces.receive(report(sent, settings)) == "ignored: a report about no mail that we wait for"
    assert Suppression.objects.count() == 1


@hypothesis_settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cuts=st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 60), st.binary(max_size=12)), min_size=1, max_size=6)
)
def test_broken_report_is_read_without_an_error(cuts, settings):
    content = report(None, settings)
    for at, length, new in cuts:
        content = content[:at] + new + content[at + length :]
    assert bounces.receive(content) in {"", "ignored: a report about no mail that we wait for"}
