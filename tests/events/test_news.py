"""What people hear of an evening: the announcement, the reminders, the recap, the organizers' week."""

import datetime
import re
from zoneinfo import ZoneInfo

import html5lib
import pytest
import time_machine
from django.contrib.messages import get_messages
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from events.chores import keep_time
from events.models import Edition, NotOver, Posting
from members import outbox
from members.models import Mail, Member, Topic
from tests.factories import make_edition, make_member, make_series, make_specialty, make_venue

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR
PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime.datetime(2026, 3, 2, 12, 30, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def a_monday_in_march():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def claire():
    return make_member("Claire", email="claire@example.org")


@pytest.fixture
def series(claire):
    return make_series(name="Le Café", organizers=[claire])


@pytest.fixture
def desk(client, claire):
    client.force_login(claire)
    return client


def paris(moment: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(moment).replace(tzinfo=PARIS)


def url(name: str, *args: object) -> str:
    return reverse(f"organize:{name}", args=args)


def mails(*kinds: str) -> list[tuple[str, str]]:
    found = Mail.objects.select_related("member").order_by("pk")
    return [(mail.kind, mail.member.name) for mail in found if mail.kind in kinds]


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def names(people) -> list[str]:
    return [member.name for member in people]


def mail_shown(response) -> str:
    """Where the mail that the page shows is."""
    [frame] = html5lib.parse(response.content.decode(), namespaceHTMLElements=False).iter("iframe")
    assert frame.get("sandbox") == "allow-same-origin"  # no script, no form, no other page
    return frame.get("src")


# Who wants to hear of the next evening ----------------------------------------------------------------------------


def test_who_came_waited_or_asked_is_kept_posted_and_who_said_no_is_not(series):
    ada, bob, cleo, dan, eve, gone = (make_member(name) for name in ("Ada", "Bob", "Cléo", "Dan", "Eve", "Gone"))
    edition = make_edition(series, capacity=1)
    for member in (ada, bob, cleo, gone):
        edition.rsvp(member)
    edition.cancel_rsvp(bob)
    series.keep_posted(dan)
    series.keep_posted_no_longer(cleo)
    make_edition().rsvp(eve)
    gone.is_active = False
    gone.save()
    assert names(series.kept_posted()) == ["Ada", "Bob", "Dan"]
    ada.choose_mails(Topic.ANNOUNCEMENTS, is_wanted=False)
    assert names(series.kept_posted()) == ["Bob", "Dan"]
    assert (series.keeps_posted(ada), series.keeps_posted(dan)) == (False, True)


def test_wish_is_one_a_member_and_series(series):
    ada = make_member()
    series.keep_posted(ada)
    series.keep_posted_no_longer(ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Posting.objects.create(series=series, member=ada, is_wanted=True)


def test_asking_one_series_after_a_no_to_all_brings_back_that_one_alone(series):
    ada, other, third = make_member("Ada"), make_series(), make_series()
    make_edition(other).rsvp(ada)
    third.keep_posted(ada)
    ada.choose_mails(Topic.ANNOUNCEMENTS, is_wanted=False)
    series.keep_posted(ada)
    assert [s.keeps_posted(ada) for s in (series, other, third)] == [True, False, False]


def test_page_of_an_evening_asks_and_ends_it(client, series):
    ada, edition = make_member(), make_edition(series)
    client.force_login(ada)
    for name, is_wanted in (("keep-posted", True), ("keep-posted", True), ("keep-posted-no-longer", False)):
        answer = client.post(reverse(f"events:{name}", args=[edition.slug]))
        assert (answer.status_code, answer.url) == (302, edition.get_absolute_url())
        assert series.keeps_posted(ada) == is_wanted
    assert client.get(reverse("events:keep-posted", args=[edition.slug])).status_code == 405


def test_stranger_is_asked_to_sign_in_and_a_draft_is_nobody_s(client, series):
    edition, draft = make_edition(series), make_edition(series, status="draft")
    answer = client.post(reverse("events:keep-posted", args=[edition.slug]))
    assert answer.url.startswith("/accounts/login/")
    assert (
        f'/accounts/login/?next={edition.get_absolute_url()}"'
        in client.get(edition.get_absolute_url()).content.decode()
    )
    client.force_login(make_member())
    assert client.post(reverse("events:keep-posted", args=[draft.slug])).status_code == 404


# The announcement -------------------------------------------------------------------------------------------------


def people_of(series) -> None:
    """Ada came and Bob waited last month; Cléo comes to every café; Dan came and wants no mails."""
    ada, bob, cleo, dan = (make_member(name) for name in ("Ada", "Bob", "Cléo", "Dan"))
    last = make_edition(series, capacity=2)
    for member in (ada, dan, bob):
        last.rsvp(member)
    dan.choose_mails(Topic.ANNOUNCEMENTS, is_wanted=False)
    series.stand(cleo)
    Edition.objects.filter(pk=last.pk).update(starts_at=MONDAY - 7 * DAY, ends_at=MONDAY - 7 * DAY + 2 * HOUR)
    Mail.objects.all().delete()


def test_publishing_tells_each_person_once_in_the_mail_that_says_most(series):
    people_of(series)
    draft = make_edition(series, status="draft")
    assert set(names(draft.people_to_tell())) == {"Ada", "Bob", "Cléo"}
    assert draft.publish(line="Un mot.") == 3
    told = mails("standing-going", "head-start", "edition-published")
    assert told == [("standing-going", "Cléo"), ("head-start", "Bob"), ("edition-published", "Ada")]
    assert draft.publish(line="Encore.") == 0
    assert Mail.objects.count() == 3
    announcement = Mail.objects.get(kind="edition-published")
    assert (announcement.data["line"], announcement.expires_at) == ("Un mot.", draft.starts_at)


def test_followers_of_a_trade_it_is_about_are_told_once_unless_they_want_no_such_mail(series):
    people_of(series)
    trade, other = make_specialty("moderation"), make_specialty("veille")
    eve, fay, gus, ada = make_member("Eve"), make_member("Fay"), make_member("Gus"), Member.objects.get(name="Ada")
    for member, followed in ((eve, trade), (eve, other), (fay, trade), (gus, other), (ada, trade)):
        member.follow(followed)
    fay.choose_mails(Topic.TRADES, is_wanted=False)
    draft = make_edition(series, status="draft")
    draft.specialties.set([trade])
    assert set(names(draft.people_to_tell())) == {"Ada", "Bob", "Cléo", "Eve"}
    assert draft.publish() == 4
    assert mails("edition-published", "edition-of-trade") == [("edition-published", "Ada"), ("edition-of-trade", "Eve")]


def test_announcement_is_pointless_to_who_has_said_meanwhile_that_they_come(series, settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    people_of(series)
    draft = make_edition(series, status="draft")
    draft.publish()
    Edition.objects.filter(pk=draft.pk).update(opens_at=None)
    draft.refresh_from_db()
    announcement = Mail.objects.get(kind="edition-published")
    draft.rsvp(announcement.member)
    while outbox.deliver_next():
        pass
    announcement.refresh_from_db()
    assert (announcement.state, announcement.last_error) == ("dropped", "no longer of use")


def test_publishing_shows_whom_and_what_before_it_tells_anybody(desk, series):
    people_of(series)
    draft = make_edition(series, status="draft")
    typed = {
        "date": f"{draft.starts:%Y-%m-%d}",
        "starts": f"{draft.starts:%H:%M}",
        "ends": f"{draft.ends:%H:%M}",
        "venue": "",
        "theme": draft.theme,
        "description": "",
        "capacity": "40",
        "revised_at": draft.revised_at.isoformat(),
        "intent": "publish",
    }
    answer = desk.post(url("edit", draft.slug), typed)
    assert (answer.status_code, answer.url) == (302, url("publish", draft.slug))
    page = desk.get(answer.url)
    assert (page.context["people"], Edition.objects.get(pk=draft.pk).is_draft, Mail.objects.count()) == (3, True, 0)
    shown = desk.get(mail_shown(page)).content.decode()
    assert draft.title in shown
    page = desk.post(url("publish", draft.slug), {"line": "Venez <b>tôt</b>.", "preview": "1"})
    assert (page.status_code, Mail.objects.count()) == (200, 0)
    assert "Venez &lt;b&gt;tôt&lt;/b&gt;." in desk.get(mail_shown(page)).content.decode()
    answer = desk.post(url("publish", draft.slug), {"line": "Venez tôt."})
    assert (answer.url, Edition.objects.get(pk=draft.pk).status) == (draft.get_absolute_url(), "published")
    assert said(answer)[-1] == "Un e-mail est en route vers 3 personnes."
    assert Mail.objects.get(kind="edition-published").data["line"] == "Venez tôt."
    desk.post(url("publish", draft.slug), {"line": "Encore."})
    assert Mail.objects.count() == 3


def test_line_that_is_too_long_is_refused_and_kept(desk, series):
    people_of(series)
    draft = make_edition(series, status="draft")
    page = desk.post(url("publish", draft.slug), {"line": "x" * 501})
    assert (page.status_code, list(page.context["form"].errors), page.context["form"]["line"].value()) == (
        200,
        ["line"],
        "x" * 501,
    )
    assert Edition.objects.get(pk=draft.pk).is_draft


def test_where_nobody_is_to_be_told_the_page_says_so(desk, series):
    draft = make_edition(series, status="draft")
    page = desk.get(url("publish", draft.slug))
    assert page.context["people"] == 0
    assert "<iframe" not in page.content.decode()


@pytest.mark.parametrize("facts", [{"status": "cancelled"}, {"starts_at": MONDAY - DAY, "status": "draft"}])
def test_page_of_what_cannot_be_published_leads_back(desk, series, facts):
    edition = make_edition(series, **facts)
    answer = desk.get(url("publish", edition.slug))
    assert (answer.url, len(said(answer))) == (url("edit", edition.slug), 1)


@pytest.mark.parametrize("kind", ["edition-published", "reminder"])
def test_mail_shows_itself_without_script_or_stranger(desk, series, kind):
    edition = make_edition(series, venue=make_venue())
    answer = desk.get(url("mail-preview", edition.slug, kind), {"line": "Un mot à moi."})
    assert "Un mot à moi." in answer.content.decode()
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";") if part.strip())
    assert {name: policy[name] for name in ("default-src", "style-src", "img-src", "frame-ancestors")} == {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
        "frame-ancestors": "'self'",
    }
    assert (Mail.objects.count(), Edition.objects.get().reminder_line, Edition.objects.get().rsvps.count()) == (
        0,
        "",
        0,
    )


def test_no_mail_of_another_name_or_with_a_line_too_long_shows_itself(desk, series):
    edition = make_edition(series)
    assert desk.get(url("mail-preview", edition.slug, "code")).status_code == 404
    assert desk.get(url("mail-preview", edition.slug, "reminder"), {"line": "x" * 501}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_database_as_often_for_three_people_as_for_one(desk, series, django_assert_num_queries, count):
    last = make_edition(series, starts_at=MONDAY + HOUR)
    for _person in range(count):
        last.rsvp(make_member())
    draft = make_edition(series, status="draft")
    with django_assert_num_queries(5):  # session, member, organizer?, edition, people
        assert desk.get(url("publish", draft.slug)).context["people"] == count


# The reminders ----------------------------------------------------------------------------------------------------


def tick(moment: datetime.datetime) -> None:
    with time_machine.travel(moment, tick=False):
        keep_time(timezone.now())


@pytest.mark.parametrize(
    ("starts", "reminder"),
    [
        ("2026-03-25 19:00", "2026-03-25 08:00"),
        ("2026-03-25 12:00", "2026-03-25 08:00"),
        ("2026-03-25 08:30", "2026-03-24 18:00"),
        ("2026-03-29 19:00", "2026-03-29 08:00"),  # the night before loses an hour
        ("2026-10-25 09:00", "2026-10-24 18:00"),  # this one has one more
    ],
)
def test_reminder_comes_in_the_morning_or_the_evening_before_a_morning(series, starts, reminder):
    edition = make_edition(series, starts_at=paris(starts))
    assert edition.reminder_at == paris(reminder)
    ada = make_member("Ada")
    edition.rsvp(ada)
    edition.confirm(ada)
    tick(edition.reminder_at - HOUR / 60)
    assert mails("reminder-today") == []
    for minutes in (0, 1, 60):
        tick(edition.reminder_at + minutes * HOUR / 60)
    assert mails("reminder-today") == [("reminder-today", "Ada")]
    assert Mail.objects.get(kind="reminder-today").expires_at == edition.starts_at


def test_who_has_said_so_is_reminded_where_the_others_are_asked(series):
    ada, bob, cleo = make_member("Ada"), make_member("Bob"), make_member("Cléo")
    edition = make_edition(series, starts_at=MONDAY + 10 * DAY)
    for member in (ada, bob):
        edition.rsvp(member)
    edition.confirm(ada)
    tick(MONDAY + 7 * DAY)
    assert mails("reconfirm", "reminder") == [("reconfirm", "Bob"), ("reminder", "Ada")]
    with time_machine.travel(MONDAY + 8 * DAY, tick=False):
        Edition.objects.get(pk=edition.pk).rsvp(cleo)
    tick(MONDAY + 8 * DAY)
    assert len(mails("reconfirm", "reminder")) == 2


def test_worker_that_comes_back_on_the_day_reminds_once_and_asks_nobody(series):
    edition = make_edition(series, starts_at=MONDAY + 10 * DAY)
    edition.rsvp(make_member("Ada"))
    tick(edition.starts_at - HOUR)
    assert mails("reconfirm", "reminder", "reminder-today") == [("reminder-today", "Ada")]


def test_nothing_is_sent_about_an_evening_that_has_begun_or_is_off(series):
    begun, off, draft = (make_edition(series, starts_at=MONDAY + day * DAY) for day in (2, 3, 4))
    for edition in (begun, off, draft):
        edition.rsvp(make_member())
    off.cancel(reason="Fermé.")
    Edition.objects.filter(pk=draft.pk).update(status="draft")
    Mail.objects.all().delete()
    tick(MONDAY + 4 * DAY - HOUR)
    assert Mail.objects.exclude(kind="organizers-week").count() == 0
    assert (begun.remind(), off.remind(), draft.remind()) == (1, 0, 0)


def deliver(settings) -> list[tuple[str, str]]:
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    while outbox.deliver_next():
        pass
    return list(Mail.objects.order_by("pk").values_list("kind", "state"))


def test_moved_edition_voids_the_reminders_that_still_wait_and_reminds_anew(series, settings):
    edition = make_edition(series, starts_at=MONDAY + 10 * DAY)
    edition.rsvp(make_member("Ada"))
    deliver(settings)
    Mail.objects.all().delete()
    with time_machine.travel(edition.reminder_at, tick=False):
        Edition.objects.get(pk=edition.pk).ask_to_confirm()
        keep_time(timezone.now())
        Edition.objects.get(pk=edition.pk).change(starts_at=MONDAY + 12 * DAY, ends_at=MONDAY + 12 * DAY + 2 * HOUR)
        sent = [row for row in deliver(settings) if row[0] != "organizers-week"]
    assert sent == [("reconfirm", "dropped"), ("reminder-today", "dropped"), ("edition-moved", "sent")]
    edition.refresh_from_db()
    tick(edition.reminder_at)
    with time_machine.travel(edition.reminder_at, tick=False):
        assert [row for row in deliver(settings) if row[1] == "sent"][-1] == ("reminder-today", "sent")


def test_reminder_that_would_come_after_the_start_is_dropped_and_says_so(series, settings):
    edition = make_edition(series, starts_at=MONDAY + 10 * DAY)
    edition.rsvp(make_member("Ada"))
    tick(edition.reminder_at)
    with time_machine.travel(edition.starts_at + HOUR / 2, tick=False):
        deliver(settings)
    late = Mail.objects.get(kind="reminder-today")
    assert (late.state, late.last_error) == ("dropped", "too late")


def test_line_of_the_organizer_is_looked_at_kept_and_stands_in_the_reminders(desk, series):
    edition = make_edition(series, venue=make_venue())
    page = desk.post(url("reminder", edition.slug), {"line": "Prenez un pull.", "preview": "1"})
    assert "Prenez un pull." in desk.get(mail_shown(page)).content.decode()
    assert Edition.objects.get().reminder_line == ""
    for _twice in range(2):
        answer = desk.post(url("reminder", edition.slug), {"line": "Prenez un pull."})
        assert (answer.url, Edition.objects.get().reminder_line) == (url("reminder", edition.slug), "Prenez un pull.")
    sequence = edition.sequence
    assert Edition.objects.get().sequence == sequence


def test_reminders_of_a_draft_or_a_past_evening_have_no_page(desk, series):
    for edition in (make_edition(series, status="draft"), make_edition(series, starts_at=MONDAY - 3 * DAY)):
        answer = desk.get(url("reminder", edition.slug))
        assert (answer.url, said(answer)[-1]) == (
            url("edit", edition.slug),
            "Les rappels concernent un café publié et à venir.",
        )


# The recap --------------------------------------------------------------------------------------------------------


@pytest.fixture
def evening(series):
    """An evening that is over: Ada and Bob had a place, Cléo freed hers."""
    edition = make_edition(series, starts_at=MONDAY + HOUR)
    people = [make_member(name) for name in ("Ada", "Bob", "Cléo")]
    for member in people:
        edition.rsvp(member)
    edition.cancel_rsvp(people[2])
    Edition.objects.filter(pk=edition.pk).update(starts_at=MONDAY - 5 * HOUR, ends_at=MONDAY - 3 * HOUR)
    Mail.objects.all().delete()
    edition.refresh_from_db()
    return edition


def test_recap_is_kept_for_later_then_published_and_told_once_to_those_who_were_there(desk, evening):
    page = evening.get_absolute_url()
    desk.post(url("recap", evening.slug), {"text": "Des **notes**."})
    assert (mails("recap-published"), "<strong>notes</strong>" in desk.get(page).content.decode()) == ([], False)
    answer = desk.post(url("recap", evening.slug), {"text": "Des **notes**.", "publish": "1"})
    assert (answer.url, said(answer)) == (
        page + "#recap",
        [
            "Le compte rendu est sur la page du café.",
            "Un e-mail est en route vers 2 personnes.",
        ],
    )
    for text in ("Des **notes** relues.", "Encore."):
        desk.post(url("recap", evening.slug), {"text": text, "publish": "1"})
    assert mails("recap-published") == [("recap-published", "Ada"), ("recap-published", "Bob")]
    assert "Encore." in desk.get(page).content.decode()


def test_where_people_were_counted_those_who_came_are_told(evening):
    evening.check_in(evening.rsvps.get(member__name="Bob"))
    assert names(evening.readers_of_the_recap()) == ["Bob"]


def test_who_wants_no_recaps_gets_none(evening):
    evening.rsvps.get(member__name="Ada").member.choose_mails(Topic.RECAPS, is_wanted=False)
    assert evening.write_recap("Des notes.", is_published=True) == 1
    assert mails("recap-published") == [("recap-published", "Bob")]


def test_recap_is_looked_at_before_it_is_kept(desk, evening):
    page = desk.post(url("recap", evening.slug), {"text": "Des **notes**.", "preview": "1"})
    assert "<strong>notes</strong>" in page.content.decode()
    evening.refresh_from_db()
    assert (page.context["people"], evening.recap) == (2, "")


def test_empty_recap_is_refused(desk, evening):
    page = desk.post(url("recap", evening.slug), {"text": " ", "publish": "1"})
    assert page.context["form"].errors == {"text": ["Un compte rendu compte au moins quelques mots."]}


@pytest.mark.parametrize("facts", [{}, {"status": "draft"}, {"status": "cancelled"}])
def test_recap_is_for_an_evening_that_has_taken_place(desk, series, facts):
    edition = make_edition(series, **facts)
    assert desk.post(url("recap", edition.slug), {"text": "Déjà."}).url == url("edit", edition.slug)
    with pytest.raises(NotOver):
        edition.write_recap("Déjà.")


def test_html_in_a_recap_is_shown_and_not_obeyed(desk, evening):
    desk.post(url("recap", evening.slug), {"text": "<script>alert(1)</script> [x](javascript:alert)", "publish": "1"})
    main = desk.get(evening.get_absolute_url()).content.decode().partition("<main")[2]
    assert (re.findall(r"<script[^>]*>alert", main), "javascript:" in re.sub(r">[^<]*<", "><", main)) == ([], False)


# The organizers' week ---------------------------------------------------------------------------------------------


def test_organizers_get_their_week_once_from_monday_at_eight_on(series, claire):
    idriss = make_member("Idriss")
    series.appoint(idriss)
    claire.choose_mails(Topic.DIGEST, is_wanted=False)
    monday = MONDAY.replace(hour=8, minute=0) + 7 * DAY
    tick(monday - HOUR / 60)
    assert mails("organizers-week") == []
    for later in (datetime.timedelta(0), HOUR, 3 * DAY):
        tick(monday + later)
    assert mails("organizers-week") == [("organizers-week", "Idriss")]
    tick(monday + 7 * DAY)
    assert len(mails("organizers-week")) == 2


def test_week_without_anything_to_come_is_dropped(series, settings):
    tick(MONDAY)
    assert deliver(settings) == [("organizers-week", "dropped")]


def test_week_says_what_is_missing_of_ones_own_cafes_only(series, settings, claire):
    make_edition(series, number=7, theme="", starts_at=MONDAY + 9 * DAY).rsvp(make_member())
    make_edition(series, number=8, status="draft", venue=make_venue(), starts_at=MONDAY + 30 * DAY)
    make_edition(series, status="cancelled", starts_at=MONDAY + 12 * DAY)
    make_edition(make_series(name="Ailleurs"), starts_at=MONDAY + 9 * DAY)
    Mail.objects.all().delete()
    keep_time(timezone.now())
    deliver(settings)
    [letter] = mail.outbox
    assert letter.to == [claire.email]
    facts = [line.replace("\u202f", " ") for line in letter.body.splitlines() if "Le Café" in line]
    assert facts == [
        "11 mars : Le Café n° 7 (1 place prise sur 40, pas encore de lieu, pas encore de thème)",
        "1er avr. : Le Café n° 8 – Thème (brouillon, pas encore publié)",
    ]
    assert "Ailleurs" not in letter.body
