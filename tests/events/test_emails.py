"""The mails about a café: each kind, in both languages, from the outbox to the letter."""

import datetime
import email
import email.policy
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4
from zoneinfo import ZoneInfo

import html5lib
import pytest
import segno
import time_machine
from django.conf import settings
from django.core import mail as django_mail
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext

from events import emails as _registered  # noqa: F401 (the kinds stand in it)
from events.chores import tell_organizers
from events.models import Edition, HostPage, Invitation, Rsvp
from members import correspondence, idle, outbox
from members.links import stop_link
from members.models import Mail, Member, TradeSuggestion
from tests.factories import make_edition, make_member, make_offer, make_series, make_specialty, make_venue

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


def asking(edition, ada):
    Edition.objects.filter(pk=edition.pk).update(is_by_approval=True)
    return edition.rsvp(ada)


def declined(edition, ada):
    edition.decline(asking(edition, ada), word="Ce soir-là, nous sommes trop peu pour accueillir.")


def promoted(edition, ada):
    first = make_member()
    edition.rsvp(first)
    edition.rsvp(ada)
    edition.cancel_rsvp(first)


def freed(edition, ada):
    edition.rsvp(ada)
    edition.cancel_rsvp(ada)


def freed_by_an_organizer(edition, ada):
    edition.rsvp(ada)
    edition.cancel_rsvp(ada, by=make_member("Odile"), line="Nous en avons parlé.")


def moved_by_an_organizer(edition, ada):
    there = make_edition(edition.series, venue=edition.venue, starts_at=edition.starts_at + 24 * HOUR)
    edition.move(edition.rsvp(ada), there, by=make_member("Odile"))


def written_to_those_who_come(edition, ada):
    edition.rsvp(ada)
    edition.write_to(edition.rsvps.all(), subject="Un mot", text="À mercredi.", by=make_member("Odile"), key=uuid4())


def written_to_those_who_freed(edition, ada):
    edition.rsvp(ada)
    edition.cancel_rsvp(ada)
    edition.write_to(edition.rsvps.all(), subject="Un mot", text="Dommage.", by=make_member("Odile"), key=uuid4())


def cancelled(edition, ada):
    edition.rsvp(ada)
    edition.cancel(reason="La Gaîté est fermée.")


def moved(edition, ada):
    edition.rsvp(ada)
    edition.change(starts_at=edition.starts_at + 24 * HOUR, ends_at=edition.ends_at + 24 * HOUR)


def reopened(edition, ada):
    cancelled(edition, ada)
    edition.reopen(line="La Gaîté rouvre.")


def at_a_venue(edition, ada):
    edition.rsvp(ada)
    edition.change(venue=make_venue("Le Cent"))


def offered(edition, ada):
    first = make_member()
    edition.rsvp(first)
    edition.rsvp(ada)
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=timezone.now() + 12 * HOUR, ends_at=timezone.now() + 14 * HOUR
    )
    Edition.objects.get(pk=edition.pk).cancel_rsvp(first)


def standing_going(edition, ada):
    edition.series.stand(ada)
    make_edition(edition.series, status="draft").publish()


def standing_waiting(edition, ada):
    edition.series.stand(make_member())
    edition.series.stand(ada)
    make_edition(edition.series, status="draft", capacity=1).publish()


def head_start(edition, ada):
    edition.rsvp(make_member())
    edition.rsvp(ada)
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=timezone.now() - 48 * HOUR, ends_at=timezone.now() - 46 * HOUR
    )
    make_edition(edition.series, status="draft").publish()


def asked(edition, ada):
    edition.rsvp(ada)
    edition.ask_to_confirm()


def released(edition, ada):
    edition.series.stand(ada)
    make_edition(edition.series, status="draft").publish()
    coming = Edition.objects.latest("pk")
    coming.ask_to_confirm()
    coming.release_silent()


def answered(kind, **data):
    """What the answer of a calendar makes us write, where it stands alone."""

    def act(edition, ada):
        edition.rsvp(ada)
        outbox.post(kind, member=ada, edition=edition.pk, **data)

    return act


def published(edition, ada):
    edition.rsvp(ada)
    make_edition(edition.series, status="draft", venue=edition.venue).publish(line="Venez avec une question.")


def published_about_a_trade(edition, ada):
    trade = make_specialty()
    ada.follow(trade)
    draft = make_edition(edition.series, status="draft", venue=edition.venue)
    draft.specialties.set([trade])
    draft.publish(line="Venez avec une question.")


def reminded(edition, ada):
    edition.rsvp(ada)
    edition.write_reminder_line("Prenez un pull.")
    edition.confirm(ada)
    with time_machine.travel(timezone.now() + 48 * HOUR, tick=False):
        edition.ask_to_confirm()


def reminded_on_the_day(edition, ada):
    edition.rsvp(ada)
    with time_machine.travel(edition.reminder_at, tick=False):
        edition.remind()


def recounted(edition, ada):
    edition.rsvp(ada)
    with time_machine.travel(edition.ends_at, tick=False):
        edition.write_recap("Des **notes**.", is_published=True)


def organizing(edition, ada):
    edition.series.appoint(ada)
    tell_organizers(timezone.now())


def new_at_the_cafe(edition, ada):
    """There was another café before; two days after this one, Ada hears from it."""
    edition.rsvp(ada)
    before = make_edition(edition.series, capacity=5)
    before.rsvp(make_member())
    for held, days in [(before, 40), (edition, 3)]:
        starts_at = timezone.now() - 24 * days * HOUR
        Edition.objects.filter(pk=held.pk).update(starts_at=starts_at, ends_at=starts_at + 2 * HOUR)
    edition.refresh_from_db()
    edition.follow_up()


def asking_for_a_code(edition, ada):
    outbox.post("code", address=ada.email, code="123456", language=ada.language)


def called(edition, ada):
    trade = make_specialty()
    ada.follow(trade)
    edition.call(trade, by=make_member())


def suggested(edition, ada):
    TradeSuggestion.objects.create(member=ada, words="Gardiennage")
    declined = {"state": "declined", "answer": "Trop vague.", "answered_at": timezone.now()}
    TradeSuggestion.objects.update(**declined)
    outbox.post("trade-suggestion", member=ada, suggestion=TradeSuggestion.objects.get().pk)


def offering(edition, ada):
    return make_offer(edition.series, place="La Ruche", email=ada.email, language=ada.language)


def offer_to_read(edition, ada):
    edition.series.appoint(ada)
    outbox.post("offer-to-read", member=ada, offer=make_offer(edition.series, place="La Ruche").pk)


def invited_to_the_team(edition, ada):
    by = make_member("Bea")
    Invitation.send(edition.series, address=ada.email, role="greeter", language=ada.language, by=by)


def writing_to_the_host(edition, ada):
    offering(edition, ada).write("Votre offre", "Bonjour,\n\nmerci.", by=make_member())


def host_page(edition, ada):
    page = HostPage.open_for(edition, by=make_member(), email=ada.email, language=ada.language)
    page.send_link()
    return page


def host_list(edition, ada):
    edition.rsvp(make_member("Bea"))
    page = host_page(edition, ada)
    page.tell(timezone.now())
    return page


def host_changes(edition, ada):
    page = host_list(edition, ada)
    edition.cancel_rsvp(Member.objects.get(name="Bea"))
    edition.rsvp(make_member("Cleo"))
    page.tell(timezone.now())


def host_moved(edition, ada):
    host_page(edition, ada)
    moved(edition, make_member())


def host_cancelled(edition, ada):
    host_page(edition, ada)
    cancelled(edition, make_member())


def host_reopened(edition, ada):
    host_page(edition, ada)
    reopened(edition, make_member())


def host_left(edition, ada):
    host_page(edition, ada)
    at_a_venue(edition, make_member())


def host_back(edition, ada):
    venue = edition.venue
    host_left(edition, ada)
    edition.change(venue=venue)


def written_to(edition, ada):
    correspondence.write(make_member("Bea", handle="bea"), ada, "Bonjour,\n\non se parle ?")


def told_of_trouble(edition, ada):
    made = correspondence.report(make_member("Bea"), "Une lettre méchante.", by=make_member("Cleo"))
    outbox.post("report", member=ada, report=made.pk)


def idle_for_two_years(edition, ada):
    now = timezone.now()
    Member.objects.filter(pk=ada.pk).update(joined_at=now - datetime.timedelta(days=720))
    idle.put_in_order(now)


@dataclass(frozen=True)
class Case:
    """How a kind of mail comes about, and what it must be.

    `act(edition, ada)` does what makes Ada get it, whatever else it makes others get. The one link that matters leads
    to her own place, to the edition, to another path (one that goes on after “…”), or ("") is not there; `has_evening`
    is for mails that say when and where as people with a place read it.
    """

    act: Callable[[Edition, Member], object]
    subject: str
    leads_to: str = "place"
    has_code: bool = False
    has_evening: bool = True


# Every kind of mail, whoever writes it. A new one gets its line here, and with it all the tests below.
KINDS = {
    "rsvp-going": Case(going, "You have a place: %(edition)s", has_code=True),
    "rsvp-waiting": Case(waiting, "You are on the waitlist: %(edition)s"),
    "rsvp-asking": Case(asking, "You have asked for a place: %(edition)s"),
    "rsvp-declined": Case(declined, "Not this time: %(edition)s", "edition"),
    "rsvp-promoted": Case(promoted, "A place is yours: %(edition)s", has_code=True),
    "rsvp-freed": Case(freed, "Your place is free again: %(edition)s", "edition"),
    "rsvp-offered": Case(offered, "A place is free, first come first served: %(edition)s"),
    "place-freed": Case(freed_by_an_organizer, "You are no longer on the list: %(edition)s", "edition"),
    "place-moved": Case(moved_by_an_organizer, "Another evening for you: %(edition)s", "edition"),
    "desk-letter": Case(written_to_those_who_come, "Un mot", has_code=True),
    "desk-letter-to-freed": Case(written_to_those_who_freed, "Un mot", "edition"),
    "edition-published": Case(published, "Next café: %(edition)s", "edition"),
    "edition-of-trade": Case(published_about_a_trade, "About a trade that you follow: %(edition)s", "edition"),
    "edition-cancelled": Case(cancelled, "Cancelled: %(edition)s", "edition"),
    "edition-moved": Case(moved, "New date: %(edition)s", has_code=True),
    "edition-reopened": Case(reopened, "It takes place after all: %(edition)s", has_code=True),
    "edition-venue": Case(at_a_venue, "Where we meet: %(edition)s", has_code=True),
    "standing-going": Case(standing_going, "The next café, with your place: %(edition)s", has_code=True),
    "standing-waiting": Case(standing_waiting, "The next café, and you on the waitlist: %(edition)s"),
    "head-start": Case(head_start, "You first: %(edition)s", "edition"),
    "reconfirm": Case(asked, "Do you come? %(edition)s", has_code=True),
    "reminder": Case(reminded, "Soon: %(edition)s", has_code=True),
    "reminder-today": Case(reminded_on_the_day, "It is tomorrow: %(edition)s", has_code=True),
    "place-released": Case(released, "Your place is free for others: %(edition)s", "edition"),
    "recap-published": Case(recounted, "What became of the evening: %(edition)s", "edition#recap", has_evening=False),
    "organizers-week": Case(organizing, "Your coming cafés, this week", "/organize/", has_evening=False),
    "reply-accepted": Case(answered("reply-accepted"), "Noted, you come: %(edition)s", has_code=True),
    "reply-tentative": Case(answered("reply-tentative"), "Maybe is noted: %(edition)s", has_code=True),
    "reply-refused": Case(
        answered("reply-refused", reason="stale"), "One more click, please: %(edition)s", has_code=True
    ),
    "reply-unknown": Case(answered("reply-unknown"), "Do you want to come? %(edition)s", "edition"),
    "trade-call": Case(called, "A trade that you follow is missing: %(edition)s", "edition"),
    "trade-suggestion": Case(suggested, "Your word for the inventory: %(words)s", "/specialties/", has_evening=False),
    "first-cafe": Case(new_at_the_cafe, "After your first café", "/cafes/", has_evening=False),
    "offer-received": Case(offering, "Thank you for your offer: %(place)s", "", has_evening=False),
    "offer-to-read": Case(offer_to_read, "A place for the café: %(place)s", "/organize/offers/…", has_evening=False),
    "team-invitation": Case(
        invited_to_the_team,
        "Join the team of the café: %(series)s",
        "/organize/invitation/…",
        has_evening=False,
    ),
    "host-letter": Case(writing_to_the_host, "Votre offre", "", has_evening=False),
    "host-page": Case(host_page, "Your page for the café: %(edition)s", "/host/…", has_evening=False),
    "host-list": Case(host_list, "The list for your reception: %(edition)s", "/host/…", has_evening=False),
    "host-changes": Case(host_changes, "The list has changed: %(edition)s", "/host/…", has_evening=False),
    "host-moved": Case(host_moved, "New date: %(edition)s", "/host/…", has_evening=False),
    "host-reopened": Case(host_reopened, "It takes place after all: %(edition)s", "/host/…", has_evening=False),
    "host-cancelled": Case(host_cancelled, "Cancelled: %(edition)s", "", has_evening=False),
    "host-left": Case(host_left, "No longer at your place: %(edition)s", "", has_evening=False),
    "host-back": Case(host_back, "At your place after all: %(edition)s", "/host/…", has_evening=False),
    "letter": Case(written_to, "%(name)s writes to you", "/members/bea/write/", has_evening=False),
    "report": Case(told_of_trouble, "A report about %(name)s", "/admin/members/report/…", has_evening=False),
    "idle-account": Case(
        idle_for_two_years, "Do we keep your account at %(community)s?", "/accounts/login/", has_evening=False
    ),
    "code": Case(asking_for_a_code, "%(code)s is your code for %(community)s", "", has_evening=False),
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
    """The one letter of this kind that Ada gets, its edition and herself."""
    case = KINDS[kind]
    edition = the_edition()
    if case.act is not going:
        Edition.objects.filter(pk=edition.pk).update(capacity=1)
        edition.refresh_from_db()
    ada = make_member("Ada", email="ada@example.org", language=language)
    case.act(edition, ada)
    to_her = Q(member=ada) | Q(address=ada.email)
    Mail.objects.exclude(to_her, kind=kind).delete()
    assert [mail.kind for mail in Mail.objects.all()] == [kind]
    [letter] = post_office()
    return letter, Edition.objects.latest("pk"), ada


def text_of(letter, kind: str = "plain") -> str:
    return letter.get_body((kind,)).get_content()


def test_every_kind_of_mail_is_in_the_table():
    assert set(outbox._writers) == set(KINDS)


@pytest.mark.looks
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_subject_is_in_the_language_of_the_reader_and_the_headers_are_those_of_a_machine(kind, language, post_office):
    letter, edition, ada = letter_of(kind, language, post_office)
    with translation.override(language):
        words = {
            "edition": edition.title,
            "community": settings.COMMUNITY_NAME,
            "code": "123456",
            "place": "La Ruche",
            "series": "Le Café",
            "words": "Gardiennage",
            "name": "Bea",
        }
        subject = gettext(KINDS[kind].subject) % words
    assert letter["Subject"].strip() == subject  # a long one is folded after the header's name
    topic = outbox._topics.get(kind)
    ending = {
        "List-Id": f"<{topic}.{settings.SITE_HOST}>",
        "List-Unsubscribe": f"<{stop_link(ada, topic)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    headers = {name: str(value).strip() for name, value in letter.items()}
    assert {name: headers[name] for name in headers if name not in {"Subject", "Date", "Content-Type"}} == {
        "From": f"{settings.COMMUNITY_NAME} <{settings.MAIL_FROM}>",
        "To": "ada@example.org",
        "Message-ID": f"<{Mail.objects.get().uuid}@{settings.SITE_HOST}>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
        **(ending if topic else {}),
    }
    assert f'<html lang="{language}">' in text_of(letter, "html")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_one_link_matters_and_it_leads_where_it_should(kind, language, post_office):
    letter, edition, ada = letter_of(kind, language, post_office)
    links = re.findall(r'class="action" href="([^"]+)"', text_of(letter, "html"))
    leads_to = KINDS[kind].leads_to
    with translation.override(language):
        page = edition.get_absolute_url()
        if leads_to == "place":
            [link] = links
            path, token = re.fullmatch(r"(.+)rsvp/([^/]+)/", link.removeprefix(settings.SITE_URL)).groups()
            assert (path, Rsvp.objects.by_token(token, "place")) == (page, edition.rsvp_of(ada))
        else:
            prefix = "" if language == "fr" else "/en"
            path = leads_to.replace("edition", page) if leads_to.startswith("edition") else prefix + leads_to
            shown = [link.partition(path[:-1])[0] + path if path.endswith("…") else link for link in links]
            assert shown == ([settings.SITE_URL + path] if leads_to else [])
    assert [link for link in links if link not in text_of(letter).splitlines()] == []


@pytest.mark.looks
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_plain_text_says_all_that_the_html_says_and_the_address_of_nobody(kind, language, post_office):
    letter, _edition, _ada = letter_of(kind, language, post_office)
    text, html = text_of(letter), text_of(letter, "html")
    page = html5lib.parse(html, namespaceHTMLElements=False)
    [body] = [cell for cell in page.iter("td") if cell.get("class") == "body"]
    parts = [*body.iter("p"), *(cell for cell in body.iter("td") if cell.get("class") in {"label", "value"})]
    said = {one_line(" ".join(part.itertext())) for part in parts}
    assert {part for part in said if part not in one_line(text)} <= {"", one_line(only_seen(language))}
    links = [link.get("href") for link in page.iter("a")]
    assert [link for link in links if link not in text.splitlines()] == []
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", text) == []
    assert set(re.findall(r"[\w.+-]+@[\w.-]+\w", html)) <= {f"qr@{settings.SITE_HOST}"}


def one_line(text: str) -> str:
    """White space aside, which the plain text sets otherwise."""
    return " ".join(text.split())


def only_seen(language: str) -> str:
    """What stands under the code, a picture."""
    with translation.override(language):
        return gettext("Show this code at the door; your name on the list is enough too.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].has_evening])
def test_mail_about_an_evening_says_when_and_where(kind, language, post_office):
    letter, edition, _ada = letter_of(kind, language, post_office)
    text = text_of(letter)
    where = "Le Cent, 16 rue Pierre Lescot, 75001 Paris" if kind == "edition-venue" else WHERE
    if edition.venue is None:
        with translation.override(language):
            where = gettext("to be confirmed")
    starts, ends = edition.starts, edition.ends
    day = f"{starts.day} March 2026" if language == "en" else f"{starts.day} mars 2026"
    facts = [day, where, *(f"{at:%H:%M}" for at in (starts, ends))]
    assert [fact for fact in facts if fact not in text] == []


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("edition-published", "Venez avec une question."),
        ("edition-cancelled", "La Gaîté est fermée."),
        ("edition-reopened", "La Gaîté rouvre."),
        ("reminder", "Prenez un pull."),
    ],
)
def test_word_of_the_organizers_stands_in_the_mail(kind, word, post_office):
    letter, _edition, _ada = letter_of(kind, "fr", post_office)
    assert (word in text_of(letter), word in text_of(letter, "html")) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].has_code])
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


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not KINDS[kind].has_code])
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


SECRET = "Code 12A34, 3e étage."


@pytest.mark.parametrize("kind", ["reminder-today", "rsvp-going", "edition-published", "rsvp-waiting", "reconfirm"])
def test_how_to_get_in_is_told_from_the_day_before_to_who_has_a_place(kind, post_office):
    letter, edition, _ada = letter_of(kind, "fr", post_office)
    assert SECRET not in text_of(letter)
    edition.venue.getting_in = SECRET
    edition.venue.save()
    Edition.objects.filter(pk=edition.pk).update(opens_at=None)
    told = []
    for before in (10 * 24 * HOUR, 30 * HOUR, 2 * HOUR):
        with time_machine.travel(edition.starts_at - before, tick=False):
            Mail.objects.update(state="pending", data=data_of(kind, edition), expires_at=None, attempts=0)
            told += [SECRET in text_of(letter) for letter in post_office()]
    assert told == ([False, True, True] if kind not in {"edition-published", "rsvp-waiting"} else [False] * 3)


def data_of(kind: str, edition: Edition) -> dict[str, object]:
    """What the row of such a mail carries until it has left."""
    edition.refresh_from_db()
    since = {"reminder-today": edition.reminded_at, "reconfirm": edition.asked_at}.get(kind)
    return {"edition": edition.pk, "line": "", "since": since.isoformat() if since else ""}


def test_what_looks_like_an_address_in_a_theme_becomes_no_link(post_office):
    edition = make_edition(theme="Gagnez sur evil.example et https://evil.example/x")
    edition.rsvp(make_member())
    [letter] = post_office()
    for said in (text_of(letter), text_of(letter, "html")):
        assert re.findall(r"evil\.example|://evil", said) == []
    assert "evil.\u200cexample" in text_of(letter, "html")


@pytest.mark.parametrize(
    "text", ["C’est à 19.30.", "ada@example.org", "12.5 €", "Le Café n° 7", "voilà…", "(16 rue X, 75001)"]
)
def test_what_is_no_address_of_a_page_stays_as_it_is(text):
    assert outbox.unlinked(text) == text


def test_line_break_in_a_name_or_a_theme_makes_no_header(post_office):
    more = "\r\nBcc: somebody@example.org\r\n"
    edition = make_edition(make_series(name=f"Le café{more}"), theme=f"Le soir{more}")
    edition.rsvp(make_member(f"Ada{more}"))
    [letter] = post_office()
    assert (letter["To"], letter["Cc"], letter["Bcc"]) == (Member.objects.get().email, None, None)
    assert letter["Subject"].count("Bcc: somebody@example.org") == 2
