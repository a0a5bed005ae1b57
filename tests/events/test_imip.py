"""The calendars in our mails (iMIP): what each says, to whom, and that the latest always counts."""

import datetime
import email
import email.policy
from email.message import EmailMessage

import icalendar
import pytest
import time_machine
import vobject
from django.conf import settings
from django.utils import timezone

from events import ics
from events.models import Edition, Rsvp
from members.models import Mail
from tests.events.test_emails import KINDS, a_monday_in_march, letter_of, post_office
from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = pytest.mark.django_db

__all__ = ["a_monday_in_march", "post_office"]

DAY = datetime.timedelta(days=1)
METHODS = {
    "rsvp-going": "REQUEST",
    "rsvp-waiting": "REQUEST",
    "rsvp-promoted": "REQUEST",
    "standing-going": "REQUEST",
    "standing-waiting": "REQUEST",
    "edition-moved": "REQUEST",
    "edition-reopened": "REQUEST",
    "edition-venue": "REQUEST",
    "rsvp-freed": "CANCEL",
    "place-released": "CANCEL",
    "place-freed": "CANCEL",
    "edition-cancelled": "CANCEL",
}
OF_THE_MAIL = {"DTSTAMP", "SEQUENCE", "STATUS", "ORGANIZER", "ATTENDEE"}


def calendar_part(letter: EmailMessage) -> EmailMessage:
    [part] = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    return part


def calendar_of(letter: EmailMessage) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(calendar_part(letter).get_payload(decode=True))


def event_of(letter: EmailMessage) -> icalendar.Event:
    [event] = calendar_of(letter).walk("VEVENT")
    return event


def lines(event: icalendar.Event, *, without: set[str]) -> list[str]:
    unfolded = event.to_ical().decode().replace("\r\n ", "")
    return [line for line in unfolded.split("\r\n") if line.partition(":")[0].partition(";")[0] not in without]


def said(letters: list[EmailMessage]) -> list[tuple]:
    """Method, SEQUENCE and answer of each letter, in their order."""
    return [
        (
            str(calendar_of(letter)["METHOD"]),
            event_of(letter)["SEQUENCE"],
            event_of(letter)["ATTENDEE"].params["PARTSTAT"],
        )
        for letter in letters
    ]


def rise(letters: list[EmailMessage]) -> bool:
    """Whether each calendar counts more than the one before: by its SEQUENCE first, then by its DTSTAMP."""
    ranks = [(event_of(letter)["SEQUENCE"], event_of(letter)["DTSTAMP"].dt) for letter in letters]
    stamps = [stamp for _sequence, stamp in ranks]
    return ranks == sorted(set(ranks)) and stamps == sorted(set(stamps))


@pytest.mark.parametrize("kind", METHODS)
def test_calendar_is_the_last_alternative_in_base64_and_no_attachment(kind, post_office):
    letter, _edition, _ada = letter_of(kind, "fr", post_office)
    assert letter.get_content_type() == "multipart/mixed"
    alternative, attached = letter.iter_parts()
    assert alternative.get_content_type() == "multipart/alternative"
    part = list(alternative.iter_parts())[-1]
    assert part["Content-Type"] == f'text/calendar; charset="utf-8"; method="{METHODS[kind]}"'
    assert part["Content-Transfer-Encoding"] == "base64"
    assert part["Content-Disposition"] is None
    assert (attached.get_content_type(), attached.get_filename()) == ("application/ics", "invite.ics")
    assert attached.get_payload(decode=True) == part.get_payload(decode=True)
    assert max(len(line) for line in letter.as_bytes().split(b"\n")) <= 998


def test_who_is_moved_to_another_evening_takes_the_one_they_leave_out_of_the_calendar(post_office):
    letter, _to, ada = letter_of("place-moved", "fr", post_office)
    left = Edition.objects.earliest("pk")
    [event] = calendar_of(letter).walk("VEVENT")
    told = (calendar_part(letter).get_param("method"), event["UID"], int(event["SEQUENCE"]))
    assert told == ("CANCEL", ics.uid(left), left.rsvp_of(ada).sequence)


# "place-moved" is about another evening than the one that it takes out of the calendar.
@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(METHODS) - {"place-moved"}))
def test_other_mails_carry_no_calendar(kind, post_office):
    letter, _edition, _ada = letter_of(kind, "fr", post_office)
    assert [part for part in letter.walk() if "calendar" in part.get_content_type()] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", METHODS)
def test_calendar_is_that_of_the_feed_and_names_its_reader_alone(kind, language, post_office):
    letter, edition, ada = letter_of(kind, language, post_office)
    calendar, event = calendar_of(letter), event_of(letter)
    rsvp = edition.rsvp_of(ada)
    assert calendar["METHOD"] == METHODS[kind]
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE", "VEVENT"]
    assert event["SEQUENCE"] == rsvp.sequence
    assert event["DTSTAMP"].dt == rsvp.stamped_at
    organizer, attendee = event["ORGANIZER"], event["ATTENDEE"]
    assert (organizer, dict(organizer.params)) == (f"mailto:{settings.MAIL_FROM}", {"CN": settings.COMMUNITY_NAME})
    assert organizer.removeprefix("mailto:") in letter["From"]
    assert attendee == f"mailto:{letter['To']}"
    assert dict(attendee.params) == {
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "TENTATIVE" if kind.endswith("waiting") else "ACCEPTED",
        "RSVP": "TRUE",
        "CN": ada.name,
    }
    known = Edition.objects.select_related("series", "venue").get(pk=edition.pk)
    if METHODS[kind] == "CANCEL":
        assert event["STATUS"] == "CANCELLED"
        known.status = "published"  # but for its status, as last sent
    else:
        assert event["STATUS"] == ics.vevent(known)["STATUS"]
    assert lines(event, without=OF_THE_MAIL) == lines(ics.vevent(known), without=OF_THE_MAIL)


@pytest.mark.parametrize("kind", METHODS)
def test_vobject_reads_the_same(kind, post_office):
    letter, edition, _ada = letter_of(kind, "fr", post_office)
    event = vobject.readOne(calendar_part(letter).get_payload(decode=True).decode()).vevent
    assert (event.uid.value, event.dtstart.value) == (ics.uid(edition), edition.starts_at)


@pytest.mark.parametrize("name", ['Ada "Countess" Lovelace', "Ada\r\nBCC:eve@example.org", "Ada; Lovelace, née Byron:"])
def test_name_of_any_shape_stays_a_name(name, post_office):
    make_edition().rsvp(make_member(name, email="ada@example.org"))
    [letter] = post_office()
    attendee = event_of(letter)["ATTENDEE"]
    assert attendee == "mailto:ada@example.org"
    assert attendee.params["CN"] == " ".join(name.replace('"', "'").split())


def test_each_withdrawal_and_each_return_counts_more_than_all_before(post_office):
    edition, ada = make_edition(), make_member()
    letters = []
    for act in [edition.rsvp, edition.cancel_rsvp] * 3:
        act(ada)
        letters += post_office()
    assert said(letters) == [
        ("REQUEST", 0, "ACCEPTED"),
        ("CANCEL", 1, "ACCEPTED"),
        ("REQUEST", 2, "ACCEPTED"),
        ("CANCEL", 3, "ACCEPTED"),
        ("REQUEST", 4, "ACCEPTED"),
        ("CANCEL", 5, "ACCEPTED"),
    ]
    assert rise(letters)


def test_sequence_of_who_stays_is_the_editions_own(post_office):
    edition, ada = make_edition(), make_member()
    edition.rsvp(ada)
    letters = post_office()
    edition.change(theme="Sans courrier")
    edition.change(venue=make_venue())
    letters += post_office()
    edition.change(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
    letters += post_office()
    assert edition.sequence == 3
    edition.cancel(reason="")
    letters += post_office()
    assert said(letters) == [
        ("REQUEST", 0, "ACCEPTED"),
        ("REQUEST", 2, "ACCEPTED"),
        ("REQUEST", 3, "ACCEPTED"),
        ("CANCEL", 4, "ACCEPTED"),
    ]
    assert rise(letters)


def test_reopened_edition_comes_back_into_calendars(post_office):
    edition, ada, bob = make_edition(venue=make_venue(), capacity=1), make_member(), make_member()
    edition.rsvp(ada)
    edition.rsvp(bob)
    post_office()
    edition.cancel(reason="Inondation")
    letters = post_office()
    edition.reopen(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
    letters += post_office()
    assert said(letters) == [
        ("CANCEL", 1, "ACCEPTED"),
        ("CANCEL", 1, "TENTATIVE"),
        ("REQUEST", 2, "ACCEPTED"),
        ("REQUEST", 2, "TENTATIVE"),
    ]
    assert [str(event_of(letter)["STATUS"]) for letter in letters] == 2 * ["CANCELLED"] + 2 * ["CONFIRMED"]
    assert [event_of(letter)["DTSTART"].dt for letter in letters[2:]] == 2 * [edition.starts_at]
    assert rise(letters[::2])


def test_withdrawals_and_changes_in_any_order_rise(post_office):
    edition, ada = make_edition(), make_member()
    letters = []
    for step in range(5):
        edition.rsvp(ada)
        letters += post_office()
        if step % 2:
            edition.change(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
            letters += post_office()
        edition.cancel_rsvp(ada)
        letters += post_office()
        if step % 3 == 0:
            edition.change(theme=f"Thème {step}")
    edition.rsvp(ada)
    letters += post_office()
    edition.cancel(reason="")
    letters += post_office()
    assert len(letters) == 14
    assert rise(letters)


def test_promoted_reader_is_told_anew_though_the_edition_has_not_changed(post_office):
    edition, first, ada = make_edition(capacity=1), make_member(), make_member()
    edition.rsvp(first)
    post_office()
    edition.rsvp(ada)
    letters = post_office()
    edition.cancel_rsvp(first)
    letters += [letter for letter in post_office() if letter["To"] == ada.email]
    assert said(letters) == [("REQUEST", 0, "TENTATIVE"), ("REQUEST", 0, "ACCEPTED")]
    assert rise(letters)


def test_stamp_rises_though_the_clock_is_set_back(post_office):
    edition, ada = make_edition(), make_member()
    edition.rsvp(ada)
    letters = post_office()
    with time_machine.travel(timezone.now() - datetime.timedelta(hours=1), tick=False):
        edition.cancel_rsvp(ada)
        Mail.objects.update(run_at=timezone.now())
        letters += post_office()
    assert rise(letters)


def test_party_and_others_are_named_in_no_calendar(post_office):
    edition = make_edition(make_series(guests_at_most=2))
    bob = make_member("Bob Secret", email="secret@example.org")
    edition.rsvp(bob)
    post_office()
    edition.rsvp(make_member("Ada"), guests=1, guest_names=["Eve Secret"])
    [letter] = post_office()
    assert b"ecret" not in calendar_part(letter).get_payload(decode=True)


def test_letter_with_a_calendar_survives_being_read_and_written_again(post_office):
    letter, _edition, _ada = letter_of("rsvp-going", "fr", post_office)
    again = email.message_from_bytes(letter.as_bytes(policy=email.policy.SMTP), policy=email.policy.default)
    assert [part.defects for part in again.walk()] == [[]] * len(list(again.walk()))
    assert event_of(again).to_ical() == event_of(letter).to_ical()
    assert Rsvp.objects.get().stamped_at == event_of(again)["DTSTAMP"].dt
