"""The mails about a café: each kind, in both languages, from the outbox to the letter."""

import datetime
import email
import email.policy
import io
import re
from zoneinfo import ZoneInfo

import pytest
import segno
import time_machine
from django.conf import settings
from django.core import mail as django_mail
from django.utils import timezone, translation
from django.utils.translation import gettext

from events import emails as _registered  # noqa: F401 (the kinds stand in it)
from events.models import Edition, Rsvp
from members import outbox
from members.models import Mail
from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
WHERE = "La Gaîté, 3 rue Papin, 75003 Paris"


@pytest.fixture(autouse=True)
def a_monday_in_march():
    """A link says when it was made: while the clock stands still, the same one can be made again."""
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, 30, tzinfo=ZoneInfo("Europe/Paris")), tick=False):
        yield


@pytest.fixture
def post_office(settings):
    """Delivers what the outbox holds, and answers the letters as a mail program parses them."""
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"

    def deliver():
        del django_mail.outbox[:]
        while outbox.deliver_next():
            pass
        return [
            email.message_from_bytes(letter.message().as_bytes(), policy=email.policy.default)
            for letter in django_mail.outbox
        ]

    return deliver


def going(edition, ada):
    edition.rsvp(ada, guests=1)


def waiting(edition, ada):
    edition.rsvp(make_member())
    edition.rsvp(ada)


def promoted(edition, ada):
    first = make_member()
    edition.rsvp(first)
    edition.rsvp(ada)
    Mail.objects.all().delete()
    edition.cancel_rsvp(first)
    Mail.objects.exclude(member=ada).delete()


def freed(edition, ada):
    edition.rsvp(ada)
    Mail.objects.all().delete()
    edition.cancel_rsvp(ada)


def cancelled(edition, ada):
    edition.rsvp(ada)
    Mail.objects.all().delete()
    edition.cancel(reason="La Gaîté est fermée.")


def moved(edition, ada):
    edition.rsvp(ada)
    Mail.objects.all().delete()
    edition.change(starts_at=edition.starts_at + 24 * HOUR, ends_at=edition.ends_at + 24 * HOUR)


def at_a_venue(edition, ada):
    edition.rsvp(ada)
    Mail.objects.all().delete()
    edition.change(venue=make_venue("Le Cent"))


def offered(edition, ada):
    first = make_member()
    edition.rsvp(first)
    edition.rsvp(ada)
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=timezone.now() + 12 * HOUR, ends_at=timezone.now() + 14 * HOUR
    )
    Mail.objects.all().delete()
    Edition.objects.get(pk=edition.pk).cancel_rsvp(first)
    Mail.objects.exclude(member=ada).delete()


def standing_going(edition, ada):
    edition.series.stand(ada)
    make_edition(edition.series, status="draft").publish()


def standing_waiting(edition, ada):
    edition.series.stand(make_member())
    edition.series.stand(ada)
    make_edition(edition.series, status="draft", capacity=1).publish()
    Mail.objects.exclude(member=ada).delete()


def head_start(edition, ada):
    edition.rsvp(make_member())
    edition.rsvp(ada)
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=timezone.now() - 48 * HOUR, ends_at=timezone.now() - 46 * HOUR
    )
    Mail.objects.all().delete()
    make_edition(edition.series, status="draft").publish()


def asked(edition, ada):
    edition.rsvp(ada)
    Mail.objects.all().delete()
    edition.ask_to_confirm()


def released(edition, ada):
    edition.series.stand(ada)
    make_edition(edition.series, status="draft").publish()
    coming = Edition.objects.latest("pk")
    coming.ask_to_confirm()
    Mail.objects.all().delete()
    coming.release_silent()


def answered(kind, **data):
    """What the answer of a calendar makes us write, where it stands alone."""

    def act(edition, ada):
        edition.rsvp(ada)
        Mail.objects.all().delete()
        outbox.post(kind, member=ada, edition=edition.pk, **data)

    return act


# What makes each kind of mail, its subject, whether its one link is the reader's own place, whether it has the code.
KINDS = {
    "rsvp-going": (going, "You have a place: %(edition)s", True, True),
    "rsvp-waiting": (waiting, "You are on the waitlist: %(edition)s", True, False),
    "rsvp-promoted": (promoted, "A place is yours: %(edition)s", True, True),
    "rsvp-freed": (freed, "Your place is free again: %(edition)s", False, False),
    "rsvp-offered": (offered, "A place is free, first come first served: %(edition)s", True, False),
    "edition-cancelled": (cancelled, "Cancelled: %(edition)s", False, False),
    "edition-moved": (moved, "New date: %(edition)s", True, True),
    "edition-venue": (at_a_venue, "Where we meet: %(edition)s", True, True),
    "standing-going": (standing_going, "The next café, with your place: %(edition)s", True, True),
    "standing-waiting": (standing_waiting, "The next café, and you on the waitlist: %(edition)s", True, False),
    "head-start": (head_start, "You first: %(edition)s", False, False),
    "reconfirm": (asked, "Do you come? %(edition)s", True, True),
    "place-released": (released, "Your place is free for others: %(edition)s", False, False),
    "reply-accepted": (answered("reply-accepted"), "Noted, you come: %(edition)s", True, True),
    "reply-tentative": (answered("reply-tentative"), "Maybe is noted: %(edition)s", True, True),
    "reply-refused": (answered("reply-refused", reason="stale"), "One more click, please: %(edition)s", True, True),
    "reply-unknown": (answered("reply-unknown"), "Do you want to come? %(edition)s", False, False),
}
LANGUAGES = ("fr", "en")


def the_edition() -> Edition:
    """One place, at a known venue."""
    return make_edition(
        make_series(name="Le Café", guests_at_most=1),
        capacity=2,
        venue=make_venue("La Gaîté", address="3 rue Papin", postal_code="75003"),
    )


def letter_of(kind, language, post_office):
    """The one letter that an act makes, its edition and its reader."""
    act = KINDS[kind][0]
    edition = the_edition()
    if act is not going:
        Edition.objects.filter(pk=edition.pk).update(capacity=1)
        edition.refresh_from_db()
    ada = make_member("Ada", email="ada@example.org", language=language)
    act(edition, ada)
    if kind == "rsvp-waiting":
        Mail.objects.exclude(member=ada).delete()
    assert [mail.kind for mail in Mail.objects.all()] == [kind]
    [letter] = post_office()
    return letter, Edition.objects.latest("pk"), ada


def text_of(letter, kind: str = "plain") -> str:
    return letter.get_body((kind,)).get_content()


def test_every_kind_of_mail_about_a_cafe_is_in_the_table():
    ours = {kind for kind, writer in outbox._writers.items() if writer.__module__.startswith("events.emails.")}
    assert ours == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_subject_is_in_the_language_of_the_reader_and_the_headers_are_those_of_a_machine(kind, language, post_office):
    letter, edition, _ada = letter_of(kind, language, post_office)
    with translation.override(language):
        subject = gettext(KINDS[kind][1]) % {"edition": edition.title}
    assert letter["Subject"].strip() == subject  # a long one is folded after the header's name
    assert {name: str(value) for name, value in letter.items() if name not in {"Subject", "Date", "Content-Type"}} == {
        "From": f"{settings.COMMUNITY_NAME} <{settings.MAIL_FROM}>",
        "To": "ada@example.org",
        "Message-ID": f"<{Mail.objects.get().uuid}@{settings.SITE_HOST}>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
    }
    assert f'<html lang="{language}">' in text_of(letter, "html")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_one_link_matters_and_it_is_the_readers_own_place(kind, language, post_office):
    letter, edition, ada = letter_of(kind, language, post_office)
    [link] = re.findall(r'class="action" href="([^"]+)"', text_of(letter, "html"))
    assert link in text_of(letter).split("\n")
    with translation.override(language):
        if not KINDS[kind][2]:
            assert link == settings.SITE_URL + edition.get_absolute_url()
            return
        page, token = re.fullmatch(r"(.+)/rsvp/([^/]+)/", link).groups()
        assert page + "/" == settings.SITE_URL + edition.get_absolute_url()
    assert Rsvp.objects.by_token(token, "place") == edition.rsvp_of(ada)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_plain_text_has_every_fact_and_no_address_of_a_person(kind, language, post_office):
    letter, edition, _ada = letter_of(kind, language, post_office)
    text, html = text_of(letter), text_of(letter, "html")
    where = "Le Cent, 16 rue Pierre Lescot, 75001 Paris" if kind == "edition-venue" else WHERE
    if edition.venue is None:
        with translation.override(language):
            where = gettext("to be confirmed")
    starts, ends = edition.starts, edition.ends
    day = f"{starts.day} March 2026" if language == "en" else f"{starts.day} mars 2026"
    hours = [f"{at:%H:%M}" for at in (starts, ends)]
    facts = [day, where, *hours, "La Gaîté est fermée."][: 5 if kind == "edition-cancelled" else 4]
    assert [fact for fact in facts if fact not in text] == []
    assert [fact for fact in facts if fact not in html] == []
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", text) == []
    assert set(re.findall(r"[\w.+-]+@[\w.-]+\w", html)) <= {f"qr@{settings.SITE_HOST}"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind][3]])
def test_who_has_a_place_gets_the_code_that_opens_the_door(kind, language, post_office):
    letter, edition, ada = letter_of(kind, language, post_office)
    [alternative] = [part for part in letter.walk() if part.get_content_type() == "multipart/alternative"]
    plain, related = list(alternative.iter_parts())[:2]  # a calendar may follow
    html, picture = related.iter_parts()
    assert [part.get_content_type() for part in (plain, related, html, picture)] == [
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    assert related.get_param("type") == "text/html"
    assert picture["Content-Disposition"] == "inline"
    [shown] = re.findall(r'<img src="cid:([^"]+)"', html.get_content())
    assert picture["Content-ID"] == f"<{shown}>"
    assert re.search(r'alt="[^"]{5,}"', html.get_content())
    with translation.override(language):
        address = settings.SITE_URL + edition.rsvp_of(ada).door_path
    drawn = io.BytesIO()
    segno.make(address, micro=False).save(drawn, kind="png", scale=5, border=4)
    assert picture.get_content() == drawn.getvalue()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not KINDS[kind][3]])
def test_who_has_no_place_gets_no_code(kind, post_office):
    letter, _edition, _ada = letter_of(kind, "fr", post_office)
    types = [part.get_content_type() for part in letter.walk()]
    assert [kind for kind in types if kind in {"multipart/related", "image/png"}] == []


def test_mail_that_has_become_untrue_is_not_sent(post_office):
    edition, ada = the_edition(), make_member()
    edition.rsvp(ada)
    edition.cancel_rsvp(ada)
    assert len(post_office()) == 1
    assert [(mail.kind, mail.state) for mail in Mail.objects.order_by("pk")] == [
        ("rsvp-going", "dropped"),
        ("rsvp-freed", "sent"),
    ]
