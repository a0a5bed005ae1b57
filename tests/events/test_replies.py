"""Yes, No and Maybe pressed in a calendar: what they change here, and all the answers that must change nothing."""

import datetime
import email
import io
import re
import subprocess
import sys
import uuid
from base64 import encodebytes
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from events import replies
from events.models import Edition, ReceivedReply, Rsvp, WalkIn
from members.models import Mail
from tests.factories import make_edition, make_member, make_series
from tests.storm import all_at_once

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data" / "replies"
CLIENTS = ["gmail", "outlook", "apple", "thunderbird"]
UID = uuid.UUID("5f0e6c1c-3a0f-4b7e-9c55-2f1d8c7a9e10")
NOW = datetime.datetime(2026, 3, 2, 12, 30, tzinfo=ZoneInfo("Europe/Paris"))
MINUTE, HOUR, DAY = (datetime.timedelta(**{unit: 1}) for unit in ("minutes", "hours", "days"))


@pytest.fixture(autouse=True)
def the_house(settings):
    """The server whose word counts, and the clock of the day on which the answers were written."""
    settings.SITE_HOST, settings.AUTHSERV_ID = "cafe.example.com", "mx.cafe.example.com"
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def ada():
    return make_member("Ada", email="ada@example.org")


@pytest.fixture
def edition():
    """The one that the answers are about."""
    edition = make_edition(make_series(guests_at_most=2), capacity=2)
    Edition.objects.filter(pk=edition.pk).update(uid=UID)
    edition.refresh_from_db()
    return edition


def letter(client: str = "apple", **changes: str) -> bytes:
    """The answer of a client, with another word, stamp … in its calendar and other headers (`From`, `results`)."""
    content = (DATA / f"{client}.eml").read_bytes()
    message = email.message_from_bytes(content)
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            calendar = part.get_payload(decode=True).decode()
            if "calendar" in changes:
                calendar = changes["calendar"]
            calendar = calendar.replace("PARTSTAT=ACCEPTED", f"PARTSTAT={changes.get('word', 'ACCEPTED')}")
            calendar = calendar.replace(
                "DTSTAMP:20260302T113000Z", f"DTSTAMP:{changes.get('stamp', '20260302T113000Z')}"
            )
            calendar = re.sub(r"(?m)^SEQUENCE:\d+", f"SEQUENCE:{changes.get('sequence', '0')}", calendar)
            for old, new in changes.get("swap", {}).items():
                assert old in calendar
                calendar = calendar.replace(old, new)
            del part["Content-Transfer-Encoding"]
            part["Content-Transfer-Encoding"] = "base64"
            part.set_payload(encodebytes(calendar.encode()).decode())
    for name in ("From", "Message-ID", "Auto-Submitted"):
        if value := changes.get(name.replace("-", "_")):
            del message[name]
            message[name] = value
    content = message.as_bytes()
    if "results" in changes:
        headers, _blank, body = content.partition(b"\n\n")
        headers = re.sub(rb"(?m)^Authentication-Results:.*\n(?:[ \t].*\n)*", b"", headers)
        top = "".join(f"Authentication-Results: {result}\n" for result in changes["results"])
        content = top.encode() + headers + b"\n\n" + body
    return content


def state() -> tuple:
    """All that an answer could change."""
    return (
        list(Edition.objects.order_by("pk").values()),
        list(Rsvp.objects.order_by("pk").values()),
        WalkIn.objects.count(),
    )


def mails() -> list[tuple]:
    return [(mail.kind, mail.data.get("reason", "")) for mail in Mail.objects.order_by("pk")]


def status(edition, member) -> str:
    return Rsvp.objects.get(edition=edition, member=member).status


def come(edition, member, **party) -> None:
    edition.rsvp(member, **party)
    Mail.objects.all().delete()


# What the words do --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("client", CLIENTS)
def test_no_frees_the_place_as_on_the_page(client, edition, ada):
    waiting = make_member()
    come(edition, ada, guests=1)
    come(edition, waiting)
    assert replies.receive(letter(client, word="DECLINED")) == "declined"
    assert (status(edition, ada), status(edition, waiting)) == ("cancelled", "going")
    assert mails() == [("rsvp-freed", ""), ("rsvp-promoted", "")]


@pytest.mark.parametrize("client", CLIENTS)
def test_yes_confirms_a_place_that_was_asked_about(client, edition, ada):
    come(edition, ada)
    edition.ask_to_confirm()
    Mail.objects.all().delete()
    assert replies.receive(letter(client)) == "accepted"
    assert not edition.rsvp_of(ada).must_answer
    assert mails() == [("reply-accepted", "")]


@pytest.mark.parametrize("client", CLIENTS)
def test_yes_after_no_comes_back(client, edition, ada):
    come(edition, ada)
    edition.cancel_rsvp(ada)
    Mail.objects.all().delete()
    assert replies.receive(letter(client)) == "accepted"
    assert (status(edition, ada), mails()) == ("going", [("rsvp-going", "")])


@pytest.mark.parametrize("client", CLIENTS)
def test_maybe_keeps_the_place_and_says_so(client, edition, ada):
    come(edition, ada)
    before = state()
    assert replies.receive(letter(client, word="TENTATIVE")) == "tentative"
    assert (state(), mails()) == (before, [("reply-tentative", "")])
    assert [reply.outcome for reply in ReceivedReply.objects.all()] == ["tentative"]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("word", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_same_mail_twice_counts_once(client, word, edition, ada):
    come(edition, ada)
    replies.receive(letter(client, word=word))
    before = state(), mails()
    edition.cancel_rsvp(ada)
    edition.rsvp(ada)
    between = state(), mails()
    assert replies.receive(letter(client, word=word)) == "ignored: seen before"
    assert (state(), mails()) == between
    assert before[1] == mails()[: len(before[1])]


def test_yes_to_a_place_that_nobody_asked_about_writes_no_mail(edition, ada):
    come(edition, ada, guests=1)
    before = state()
    assert replies.receive(letter()) == "accepted"
    assert (state(), mails()) == (before, [])


def test_yes_from_the_line_keeps_the_party_and_is_told_at_once_that_it_waits(edition, ada):
    come(edition, make_member(), guests=1)
    come(edition, ada, guests=1, guest_names=["Bob"])
    before = state()
    assert replies.receive(letter()) == "accepted"
    assert (state(), mails()) == (before, [("rsvp-waiting", "")])


def test_yes_where_the_organizers_let_people_in_keeps_the_request_and_is_told_that_it_waits(edition, ada):
    Edition.objects.update(is_by_approval=True)
    come(edition, ada, guests=1, guest_names=["Bob"])
    before = state()
    assert replies.receive(letter()) == "accepted"
    assert (state(), mails()) == (before, [("rsvp-asking", "")])


def test_yes_after_freeing_asks_where_the_organizers_let_people_in(edition, ada):
    come(edition, ada)
    edition.cancel_rsvp(ada)
    Edition.objects.update(is_by_approval=True)
    assert replies.receive(letter()) == "accepted"
    assert (status(edition, ada), mails()) == ("asking", [("rsvp-freed", ""), ("rsvp-asking", "")])


def test_yes_to_a_full_edition_joins_the_line_and_is_told_at_once(edition, ada):
    come(edition, ada)
    edition.cancel_rsvp(ada)
    come(edition, make_member(), guests=1)
    assert replies.receive(letter()) == "accepted"
    assert (status(edition, ada), mails()) == ("waiting", [("rsvp-waiting", "")])


def test_yes_after_rsvps_have_closed_gets_the_link(edition, ada):
    come(edition, ada)
    edition.cancel_rsvp(ada)
    Mail.objects.all().delete()
    Edition.objects.update(closes_at=NOW - HOUR)
    before = state()
    assert replies.receive(letter()) == "ignored: closed"
    assert (state(), mails()) == (before, [("reply-refused", "closed")])


def test_comment_of_a_calendar_is_stored_nowhere(edition, ada):
    come(edition, ada)
    replies.receive(letter("outlook", word="DECLINED", swap={"fr-FR:\\n": "fr-FR:Un mot secret"}))
    assert "secret" not in str([list(model.objects.values()) for model in (Rsvp, Mail, ReceivedReply)])


def test_another_proven_address_of_the_member_counts(edition, ada):
    come(edition, ada)
    EmailAddress.objects.create(user=ada, email="lovelace@example.org", verified=True)
    swap = {"mailto:ada@example.org": "mailto:lovelace@example.org"}
    assert replies.receive(letter(word="DECLINED", From="lovelace@example.org", swap=swap)) == "declined"


# Who has really written it --------------------------------------------------------------------------------------------

OURS = "mx.cafe.example.com"
FORGED = [
    [],
    [f"{OURS}; none"],
    [f"{OURS}; dmarc=fail header.from=example.org"],
    [f"{OURS}; dmarc=fail header.from=example.org; dkim=pass header.d=example.org"],
    [f"{OURS}; dmarc=pass header.from=example.com"],
    [f"{OURS}; dmarc=pass"],
    [f"{OURS}; spf=pass smtp.mailfrom=ada@example.org"],
    [f"{OURS}; dkim=pass header.d=example.net"],
    [f"{OURS}; dkim=pass header.d=notexample.org"],
    [f"{OURS}; dkim=pass header.d=org"],
    [f"{OURS}; dkim=pass header.d=mail.example.org"],
    [f"{OURS}; dkim=fail header.d=example.org"],
    [f"{OURS}; dkim=fail (dmarc=pass header.from=example.org) header.d=example.org"],
    [f'{OURS}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=example.org; y"@example.net'],
    [f"{OURS}; spf=none (; dmarc=pass header.from=example.org"],
    ["dmarc=pass header.from=example.org"],
    ["mx.example.net; dmarc=pass header.from=example.org"],
    [f"{OURS}.example.net; dmarc=pass header.from=example.org"],
    [f"({OURS}) mx.example.net; dmarc=pass header.from=example.org"],
    # A stranger's own line below ours, or above it, or above and in our name.
    [f"{OURS}; dmarc=fail header.from=example.org", f"{OURS}; dmarc=pass header.from=example.org"],
    [f"{OURS}; none", f"{OURS}; dmarc=pass header.from=example.org"],
    ["mx.example.net; dmarc=pass header.from=example.org", f"{OURS}; dmarc=fail header.from=example.org"],
    [f"{OURS}; dmarc=pass header.from=example.org", f"{OURS}; dmarc=fail header.from=example.org"],
]


@pytest.mark.parametrize("results", FORGED)
def test_answer_that_is_not_proven_changes_nothing_and_the_member_gets_the_link(results, edition, ada):
    come(edition, ada)
    before = state()
    assert replies.receive(letter(word="DECLINED", results=results)) == "ignored: unproven"
    assert (state(), mails()) == (before, [("reply-refused", "unproven")])
    assert Mail.objects.get().member == ada


@pytest.mark.parametrize(
    "results",
    [
        [f"{OURS}; dmarc=pass header.from=example.org"],
        [f"{OURS} 1; spf=fail; dmarc = pass (p=none; sp=none) header.from = Example.ORG"],
        [f"{OURS.upper()}; dkim=pass header.i=@example.org; spf=softfail"],
        [f"{OURS}; dkim=fail header.d=example.net; dkim=pass header.d=example.org; dmarc=none"],
        ["mx.example.net; dmarc=fail", f"{OURS}; dmarc=pass header.from=example.org"],
    ],
)
def test_word_of_our_own_server_is_believed(results, edition, ada):
    come(edition, ada)
    assert replies.receive(letter(word="DECLINED", results=results)) == "declined"


def test_without_the_name_of_our_server_nothing_is_believed(settings, edition, ada):
    settings.AUTHSERV_ID = ""
    come(edition, ada)
    assert replies.receive(letter(word="DECLINED")) == "ignored: unproven"
    assert replies.receive(letter(word="DECLINED", results=["; dmarc=pass header.from=example.org"])).startswith("ign")
    assert status(edition, ada) == "going"


@pytest.mark.parametrize("client", CLIENTS)
def test_answer_in_the_name_of_another_changes_nothing(client, edition, ada):
    eve = make_member("Eve", email="eve@example.org")
    come(edition, ada)
    before = state()
    assert (
        replies.receive(letter(client, word="DECLINED", From="Eve <eve@example.org>")) == "ignored: nobody with an RSVP"
    )
    assert (state(), mails()) == (before, [("reply-unknown", "")])
    come(edition, eve)
    before = state()
    replied = replies.receive(letter(client, word="DECLINED", From="Eve <eve@example.org>", Message_ID="<2@x>"))
    assert (replied, state(), mails()) == ("ignored: unclear", before, [("reply-refused", "unclear")])


@pytest.mark.parametrize(
    "sender",
    [
        "ada@example.org, eve@example.org",
        "ada@example.org <eve@example.org>, x",
        "<ada@example.org> <eve@example.org>",
        "ada@example.org\nFrom: eve@example.org",
        "Ada",
    ],
)
def test_sender_that_could_be_read_in_two_ways_is_none(sender, edition, ada):
    come(edition, ada)
    before = state()
    content = re.sub(rb"(?m)^From: .*$", f"From: {sender}".encode(), letter(word="DECLINED"))
    assert replies.receive(content) == "ignored: not exactly one sender"
    assert (state(), mails()) == (before, [])


def test_stranger_without_a_proof_gets_no_mail(edition):
    assert replies.receive(letter(results=[])) == "ignored: nobody with an RSVP"
    assert mails() == []


def test_letters_that_only_look_like_ours_prove_nothing(edition):
    kim = make_member(email="kim@example.org")
    come(edition, kim)
    content = letter(word="DECLINED", swap={"mailto:ada@": "mailto:\u212aim@"}).replace(
        b"From: Ada Lovelace <ada@", "From: <\u212aim@".encode()
    )
    assert replies.receive(content).startswith("ignored")
    assert status(edition, kim) == "going"


# What is too old, too many, about something else, or no answer --------------------------------------------------------


def test_yes_to_the_date_before_is_stale_and_a_no_to_it_counts(edition, ada):
    come(edition, ada)
    edition.change(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
    Mail.objects.all().delete()
    before = state()
    for word in ("ACCEPTED", "TENTATIVE"):
        assert replies.receive(letter(word=word, Message_ID=f"<{word}@x>")) == "ignored: stale"
    assert (state(), mails()) == (before, [("reply-refused", "stale")] * 2)
    assert replies.receive(letter(sequence="1", stamp="20260302T112000Z")) == "accepted"
    assert replies.receive(letter(word="DECLINED", Message_ID="<3@x>")) == "declined"


def test_yes_is_good_after_a_change_that_is_no_new_date(edition, ada):
    come(edition, ada)
    edition.change(theme="Autre")
    edition.cancel_rsvp(ada)
    assert replies.receive(letter()) == "accepted"
    assert status(edition, ada) == "going"


def test_yes_to_the_date_before_is_stale_for_who_had_freed_their_place_and_come_back(edition, ada):
    come(edition, ada)
    edition.cancel_rsvp(ada)
    edition.rsvp(ada)
    assert edition.rsvp_of(ada).sequence == 2
    edition.change(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
    assert replies.receive(letter(sequence="2")) == "ignored: stale"
    assert replies.receive(letter(sequence="3", Message_ID="<3@x>")) == "accepted"


def test_older_answer_that_arrives_later_is_not_taken(edition, ada):
    come(edition, ada)
    replies.receive(letter(word="DECLINED"))
    assert replies.receive(letter(Message_ID="<2@x>", stamp="20260302T112959Z")) == "ignored: outdated"
    assert replies.receive(letter(Message_ID="<3@x>")) == "ignored: outdated"
    assert status(edition, ada) == "cancelled"


def test_clock_that_is_ahead_does_not_keep_later_answers_out(edition, ada, the_house):
    come(edition, ada)
    assert replies.receive(letter(word="DECLINED", stamp="20990101T000000Z")) == "declined"
    the_house.shift(MINUTE)
    assert replies.receive(letter(Message_ID="<2@x>", stamp="20260302T113030Z")) == "accepted"


def test_answers_without_end_stop_counting_and_are_not_written_to(edition, ada, the_house):
    come(edition, ada)
    said = []
    for number in range(12):
        the_house.shift(MINUTE)
        stamp = f"20260302T{1131 + number}00Z"
        said.append(replies.receive(letter(word="TENTATIVE", Message_ID=f"<{number}@x>", stamp=stamp)))
    assert said == ["tentative"] * 10 + ["ignored: too many"] * 2
    assert mails() == [("reply-tentative", "")] * 3


def test_forgeries_without_end_write_three_mails_an_hour(edition, ada):
    come(edition, ada)
    for number in range(6):
        replies.receive(letter(word="DECLINED", results=[], Message_ID=f"<{number}@x>"))
    assert len(mails()) == 3


@pytest.mark.parametrize("word", ["auto-replied", "auto-generated; x=y"])
def test_machine_is_heard_and_not_answered(word, edition, ada):
    come(edition, ada)
    assert replies.receive(letter(word="TENTATIVE", Auto_Submitted=word)) == "tentative"
    assert replies.receive(letter(results=[], Auto_Submitted=word, Message_ID="<2@x>")) == "ignored: unproven"
    assert mails() == []


def test_person_who_says_that_they_are_one_is_answered(edition, ada):
    come(edition, ada)
    replies.receive(letter(word="TENTATIVE", Auto_Submitted="No"))
    assert mails() == [("reply-tentative", "")]


@pytest.mark.parametrize("word", ["DELEGATED", "NEEDS-ACTION", "COMPLETED", "X-PERHAPS"])
def test_other_words_change_nothing_and_get_the_link(word, edition, ada):
    come(edition, ada)
    before = state()
    assert replies.receive(letter(word=word)) == "ignored: unclear"
    assert (state(), mails()) == (before, [("reply-refused", "unclear")])


def test_proposal_of_another_time_changes_nothing_and_gets_the_link(edition, ada):
    come(edition, ada)
    before = state()
    assert replies.receive(letter(swap={"METHOD:REPLY": "METHOD:COUNTER"})) == "ignored: unclear"
    assert (state(), mails()) == (before, [("reply-refused", "unclear")])


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "PUBLISH", "ADD", "REFRESH", "REPLY\r\nMETHOD:REPLY"])
@pytest.mark.parametrize("client", CLIENTS)
def test_only_an_answer_is_heard(client, method, edition, ada):
    come(edition, ada)
    before = state()
    swap = {"METHOD:REPLY": f"METHOD:{method}", "20260316T": "20260401T"}
    assert replies.receive(letter(client, swap=swap)) == "ignored: no answer to an invitation"
    assert (state(), mails()) == (before, [])


@pytest.mark.parametrize(
    ("swap", "said"),
    [
        ({"5f0e6c1c": "00000000"}, "no café to come"),
        ({"@cafe.example.com\r\n": "@example.net\r\n"}, "not about a café of ours"),
        ({"UID:edition-": "UID:"}, "not about a café of ours"),
        ({"UID:edition-": "UID:edition-\u0663"}, "not about a café of ours"),
        ({"UID:": "X-UID:"}, "not about a café of ours"),
        ({"END:VEVENT": "ATTENDEE;PARTSTAT=DECLINED:mailto:eve@example.org\r\nEND:VEVENT"}, "not exactly one attendee"),
        ({"ATTENDEE;": "X-ATTENDEE;"}, "not exactly one attendee"),
        ({"END:VEVENT": "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT"}, "not exactly one event"),
        ({"VEVENT": "VTODO"}, "not exactly one event"),
        ({"DTSTAMP:20260302T113000Z": "DTSTAMP:tomorrow"}, "unreadable"),
        ({"DTSTAMP:20260302T113000Z": "DTSTAMP;VALUE=DATE:20260302"}, "unreadable"),
        ({"DTSTAMP:": "X-DTSTAMP:"}, "unreadable"),
        ({"SEQUENCE:0": "SEQUENCE:nine"}, "unreadable"),
        ({"BEGIN:VCALENDAR": ""}, "unreadable"),
        ({"END:VEVENT": f"COMMENT:{'x' * 70_000}\r\nEND:VEVENT"}, "too large"),
        ({"END:VEVENT": f"COMMENT:{'x' * 1024 * 1024}\r\nEND:VEVENT"}, "too large"),
    ],
)
def test_malformed_or_foreign_answer_changes_nothing(swap, said, edition, ada):
    come(edition, ada)
    before = state()
    assert replies.receive(letter(word="DECLINED", swap=swap)) == f"ignored: {said}"
    assert (state(), mails()) == (before, [])


def test_mail_with_two_calendars_or_one_in_a_forwarded_mail_is_no_answer(edition, ada):
    come(edition, ada)
    twice = email.message_from_bytes(letter("outlook", word="DECLINED"))
    twice.attach(twice.get_payload()[-1])
    forwarded = b"From: ada@example.org\nContent-Type: message/rfc822\n\n" + letter(word="DECLINED")
    assert {replies.receive(twice.as_bytes()), replies.receive(forwarded)} == {"ignored: not exactly one calendar"}
    assert status(edition, ada) == "going"


def test_mail_of_more_than_five_megabytes_is_not_read(edition, ada):
    come(edition, ada)
    assert replies.receive(letter(word="DECLINED") + b"x" * replies.MAIL_AT_MOST) == "ignored: too large"


@pytest.mark.parametrize("over", ["past", "cancelled", "draft"])
def test_answer_about_an_edition_that_is_over_or_cancelled_changes_nothing(over, edition, ada, the_house):
    come(edition, ada)
    if over == "past":
        the_house.move_to(edition.starts_at + MINUTE)
    else:
        Edition.objects.update(status=over)
    before = state()
    assert replies.receive(letter(word="DECLINED")) == "ignored: no café to come"
    assert (state(), mails()) == (before, [])


def test_member_who_may_not_sign_in_any_more_is_nobody(edition, ada):
    come(edition, ada)
    ada.is_active = False
    ada.save()
    assert replies.receive(letter(word="DECLINED")) == "ignored: nobody with an RSVP"


MUTABLE = hypothesis_settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@MUTABLE
@given(st.binary(max_size=2000))
@example(b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n")
@example(
    b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3000
)
@example(b"From: \xff\xfe@\x00\nContent-Type: text/calendar; charset=nonsense\n\n\xff")
def test_any_bytes_are_read_without_an_error_and_change_nothing(content):
    assert replies.receive(content).startswith("ignored: ")


@MUTABLE
@given(
    client=st.sampled_from(CLIENTS),
    cuts=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=6),
)
def test_broken_answer_without_a_proof_changes_nothing(client, cuts, edition, ada):
    if not Rsvp.objects.exists():
        come(edition, ada)
    before = state()
    content = letter(client, word="DECLINED", results=[])
    for at, length, new in cuts:
        content = content[:at] + new + content[at + length :]
    assert replies.receive(content).startswith("ignored: ")
    assert state() == before


# The command ----------------------------------------------------------------------------------------------------------


def received(content: bytes, monkeypatch) -> str:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    out = io.StringIO()
    call_command("receive_mail", stdout=out)
    return out.getvalue()


def test_command_says_on_one_line_what_became_of_the_mail(monkeypatch, edition, ada):
    come(edition, ada)
    assert received(letter(word="DECLINED"), monkeypatch) == "declined\n"
    assert received(letter(word="DECLINED"), monkeypatch) == "ignored: seen before\n"
    assert received(b"", monkeypatch) == "ignored: not exactly one calendar\n"
    assert received(b"x" * (replies.MAIL_AT_MOST + 5_000_000), monkeypatch) == "ignored: too large\n"


def test_mail_server_is_asked_to_come_back_where_the_database_does_not_answer(tmp_path):
    """EX_TEMPFAIL of sysexits.h: the mail stays in its queue."""
    command = [sys.executable, "manage.py", "receive_mail"]
    environment = {"DATA_DIR": str(tmp_path), "SITE_URL": "http://cafe.example.com", "PATH": ""}
    environment["DJANGO_SETTINGS_MODULE"] = "cafecm.settings"
    run = subprocess.run(
        command, input=letter(), env=environment, capture_output=True, cwd=DATA.parents[2], check=False
    )
    assert (run.returncode, run.stdout) == (75, b"")
    ignored = subprocess.run(
        command, input=b"?", env=environment, capture_output=True, cwd=DATA.parents[2], check=False
    )
    assert (ignored.returncode, ignored.stdout) == (0, b"ignored: not exactly one calendar\n")


@pytest.mark.django_db(transaction=True)
def test_same_answer_read_by_many_at_once_counts_once(edition, ada):
    come(edition, ada)
    content = letter(word="DECLINED")

    def take() -> str:
        try:
            return replies.receive(content)
        finally:
            connection.close()  # this thread's own

    assert all_at_once([take] * 8) == {"declined": 1, "ignored: seen before": 7}
    assert mails() == [("rsvp-freed", "")]
