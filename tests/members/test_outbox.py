"""The outbox: written with the change that causes it, sent once, in order, whatever happens on the way."""

import datetime
from email.utils import formataddr

import pytest
import time_machine
from django.core.mail import BadHeaderError, EmailMultiAlternatives, send_mail
from django.db import transaction
from django.utils import timezone

from members import outbox
from members.models import Mail
from members.models.mail import ATTEMPTS_AT_LEAST, GIVEN_UP_AFTER, LEASE, PAUSE_AT_MOST
from tests.factories import make_edition, make_member
from tests.smtp import postman

pytestmark = pytest.mark.django_db

__all__ = ["postman"]


def deliver_all() -> int:
    sent = 0
    while outbox.deliver_next():
        sent += 1
    return sent


def post(subject: str = "Bonjour", to: str = "ada@example.org") -> None:
    send_mail(subject, "Un mot.", None, [to])


def test_mail_of_a_transaction_that_fails_is_never_written():
    with pytest.raises(RuntimeError), transaction.atomic():
        post()
        raise RuntimeError
    assert not Mail.objects.exists()


def test_mail_goes_out_with_its_words_and_its_own_message_id(postman, settings):
    message = EmailMultiAlternatives("Été", "Texte", to=["ada@example.org"], headers={"X-Cafe": "oui"})
    message.attach_alternative("<p>Texte</p>", "text/html")
    message.attach("a.txt", "à joindre", "text/plain")
    message.send()
    row = Mail.objects.get()
    assert deliver_all() == 1
    [letter] = postman.letters
    assert (letter["Subject"], letter["To"], letter["X-Cafe"]) == ("Été", "ada@example.org", "oui")
    assert letter["From"] == f"{settings.COMMUNITY_NAME} <{settings.MAIL_FROM}>"
    assert letter["Message-ID"] == f"<{row.uuid}@{settings.SITE_HOST}>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert [part.get_content().strip() for part in letter.walk() if not part.is_multipart()] == [
        "Texte",
        "<p>Texte</p>",
        "à joindre",
    ]


def test_each_recipient_gets_a_mail_of_their_own(postman):
    send_mail("Bonjour", "Un mot.", None, ["ada@example.org", "bob@example.org"])
    deliver_all()
    assert [letter["To"] for letter in postman.letters] == ["ada@example.org", "bob@example.org"]


def test_words_go_when_the_mail_has_left_and_the_record_stays(postman):
    post()
    deliver_all()
    mail = Mail.objects.get()
    assert (mail.state, mail.data, mail.attempts) == ("sent", {}, 1)
    assert mail.sent_at is not None


def test_server_that_is_down_makes_the_mail_wait_and_not_go_lost(postman, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    post("un")
    post("deux")
    assert deliver_all() == 0
    assert (postman.letters, Mail.objects.filter(state="pending").count()) == ([], 2)
    settings.EMAIL_PORT = port
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=5)):
        assert deliver_all() == 2
    assert [letter["Subject"] for letter in postman.letters] == ["un", "deux"]


def test_temporary_refusal_is_tried_again_later_and_later(postman):
    postman.answers = ["451 Later", "451 Later", "451 Later"]
    post()
    pauses = []
    now = timezone.now()
    for _attempt in range(3):
        with time_machine.travel(now, tick=False):
            deliver_all()
            pauses.append(Mail.objects.get().run_at - now)
            now = Mail.objects.get().run_at
    assert pauses == sorted(pauses)
    with time_machine.travel(now):
        deliver_all()
    assert len(postman.letters) == 1


def test_permanent_refusal_is_not_tried_again_and_keeps_its_reason(postman):
    postman.answers = ["550 No such user"]
    post()
    deliver_all()
    mail = Mail.objects.get()
    assert (mail.state, postman.letters) == ("failed", [])
    assert "No such user" in mail.last_error


def test_mail_that_is_refused_for_now_is_given_up_after_five_days(postman):
    postman.answers = ["451 Later"] * 200
    post()
    start = now = timezone.now()
    while Mail.objects.get().state == "pending":
        with time_machine.travel(now, tick=False):
            deliver_all()
        mail = Mail.objects.get()
        now = max(now, mail.run_at)
    assert GIVEN_UP_AFTER <= now - start <= GIVEN_UP_AFTER + 2 * PAUSE_AT_MOST
    assert (mail.state, mail.attempts > ATTEMPTS_AT_LEAST) == ("failed", True)


def test_clock_that_runs_ahead_for_a_moment_gives_up_nothing(postman):
    postman.answers = ["451 Later"]
    post()
    with time_machine.travel(timezone.now() + 10 * GIVEN_UP_AFTER):
        deliver_all()
    assert deliver_all() == 1
    assert len(postman.letters) == 1


def test_server_that_is_down_for_weeks_loses_nothing(postman, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    post()
    now = timezone.now()
    for _day in range(21):
        now += datetime.timedelta(days=1)
        with time_machine.travel(now, tick=False):
            outbox.deliver_next()
    assert (Mail.objects.get().state, Mail.objects.get().attempts) == ("pending", 21)
    settings.EMAIL_PORT = port
    with time_machine.travel(now + datetime.timedelta(minutes=6)):
        assert deliver_all() == 1


def test_of_two_mails_to_one_reader_the_second_waits_for_the_first(postman):
    postman.answers = ["451 Later"]
    post("un")
    post("deux")
    post("trois", to="bob@example.org")
    deliver_all()
    assert [letter["Subject"] for letter in postman.letters] == ["trois"]
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=1)):
        deliver_all()
    assert [letter["Subject"] for letter in postman.letters] == ["trois", "un", "deux"]


def test_who_stands_at_the_sign_in_page_does_not_wait_behind_reminders(postman):
    edition = make_edition()
    for _member in range(3):
        edition.rsvp(make_member())
    post("123456 est votre code")
    deliver_all()
    assert postman.letters[0]["To"] == "ada@example.org"


def test_subject_of_two_lines_is_refused_where_it_is_written():
    with pytest.raises(BadHeaderError):
        send_mail("Bonjour\r\nBcc: eve@example.org", "Un mot.", None, ["ada@example.org"])
    assert not Mail.objects.exists()


@pytest.mark.parametrize("name", ["Café, l'autre", 'Le "Café"', "Café <eve@example.org>"])
def test_name_of_the_sender_is_one_name_whatever_is_in_it(postman, settings, name):
    settings.DEFAULT_FROM_EMAIL = formataddr((name, settings.MAIL_FROM))
    make_edition().rsvp(make_member())
    deliver_all()
    [sender] = postman.letters[0]["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (name, settings.MAIL_FROM)


def test_mail_that_would_come_too_late_is_dropped_and_says_so(postman):
    edition = make_edition()
    edition.rsvp(make_member())
    with time_machine.travel(edition.ends_at + datetime.timedelta(minutes=1)):
        deliver_all()
    mail = Mail.objects.get()
    assert (mail.state, mail.last_error, postman.letters) == ("dropped", "too late", [])


def test_mail_in_the_hands_of_a_worker_that_died_is_sent_after_its_lease(postman):
    post()
    assert Mail.objects.claim() is not None
    assert deliver_all() == 0
    with time_machine.travel(timezone.now() + LEASE + datetime.timedelta(seconds=1)):
        assert deliver_all() == 1
    assert len(postman.letters) == 1


def test_key_makes_a_mail_once(postman):
    ada, edition = make_member(), make_edition()
    for _twice in range(2):
        outbox.post("edition-cancelled", member=ada, key="once", edition=edition.pk)
    assert Mail.objects.count() == 1


def test_kind_that_nobody_writes_is_refused_at_once():
    with pytest.raises(LookupError):
        outbox.post("no-such-kind", member=make_member())


def test_mail_without_a_recipient_is_refused_by_the_database():
    with pytest.raises(Exception, match="mail_has_a_recipient"), transaction.atomic():
        Mail.objects.create(kind="code")


def test_words_are_true_when_the_mail_leaves(postman):
    edition, ada = make_edition(), make_member()
    edition.rsvp(ada)
    edition.cancel_rsvp(ada)
    deliver_all()
    assert list(Mail.objects.values_list("kind", "state")) == [("rsvp-going", "dropped"), ("rsvp-freed", "sent")]


@pytest.mark.parametrize(("language", "subject"), [("fr", "Vous avez une place"), ("en", "You have a place")])
def test_member_is_written_to_in_their_language(postman, language, subject):
    make_edition().rsvp(make_member(language=language))
    deliver_all()
    assert postman.letters[0]["Subject"].strip().startswith(subject)


def test_name_with_a_line_break_reaches_no_header(postman):
    edition = make_edition(theme="Deux\r\nBcc: eve@example.org")
    edition.rsvp(make_member("Ada\r\nBcc: eve@example.org"))
    deliver_all()
    [letter] = postman.letters
    assert letter["Bcc"] is None
    assert "\n" not in letter["Subject"]
