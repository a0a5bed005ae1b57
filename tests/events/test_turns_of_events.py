"""An edition is put off, moved, cancelled, reopened: who is told, and what it does to places and calendars."""

import datetime
import re
import uuid
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar

from events.chores import keep_time
from events.models import Act, CannotPublish, Edition, HostPage
from events.views.telling import PREVIEWS
from members.dates import date_format
from members.meanwhile import ChangedMeanwhile
from members.models import Mail, Member
from tests.at_once import at_once
from tests.events.desk import errors, said
from tests.factories import make_edition, make_member, make_offer, make_venue, paris

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(paris(2026, 3, 2, 12), tick=False) as clock:
        yield clock


@pytest.fixture
def edition(series):
    """On 25 March at 19:00, for one person: Ada has the place, Bob waits."""
    edition = make_edition(
        series,
        starts_at=paris(2026, 3, 25, 19),
        ends_at=paris(2026, 3, 25, 21, 30),
        venue=make_venue("Ici"),
        capacity=1,
    )
    for name in ("Ada", "Bob"):
        edition.rsvp(make_member(name))
    Mail.objects.all().delete()
    return edition


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def mails() -> list[tuple[str, str]]:
    found = Mail.objects.select_related("member").order_by("pk")
    return [(mail.kind, mail.member.name if mail.member else mail.address) for mail in found]


def event(edition) -> dict[str, str]:
    """What the public calendar says of it."""
    calendar = Calendar.from_ical(b"".join(Client().get(url("feeds:all"))))
    [found] = [each for each in calendar.walk("VEVENT") if str(edition.uid) in each["UID"]]
    return {name: str(found[name]) for name in ("UID", "STATUS", "SEQUENCE", "SUMMARY")} | {"at": found["DTSTART"].dt}


def mail_shown(desk, page: str) -> str:
    """The text of the mail that the page shows."""
    address = re.search(r'<iframe class="kept-mail" src="([^"]+)"', page)[1].replace("&amp;", "&")
    body = desk.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", body[body.index("<body") :]).split())


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


# Reopening ------------------------------------------------------------------------------------------------------------


def test_reopened_edition_has_its_people_as_they_were_and_asks_each_place(edition):
    edition.cancel(reason="Inondation")
    Mail.objects.all().delete()
    assert edition.reopen() == 2
    assert (edition.status, edition.cancellation_reason) == ("published", "")
    assert [(rsvp.member.name, rsvp.status, rsvp.must_answer) for rsvp in edition.rsvps.order_by("position")] == [
        ("Ada", "going", True),
        ("Bob", "waiting", False),
    ]
    assert mails() == [("edition-reopened", "Ada"), ("edition-reopened", "Bob")]


def test_reopening_again_changes_nothing(edition):
    edition.cancel(reason="Inondation")
    edition.reopen()
    known, told = edition.sequence, mails()
    assert edition.reopen(starts_at=edition.starts_at + DAY) == 0
    assert (edition.sequence, mails()) == (known, told)


def test_yes_said_before_the_cancellation_is_no_answer_to_the_new_question(edition):
    edition.rsvps.going().update(confirmed_at=timezone.now())
    edition.cancel(reason="Inondation")
    edition.reopen()
    ada = edition.rsvps.going().get()
    assert (ada.confirmed_at, ada.answers_from) == (None, edition.sequence)
    edition.confirm(ada.member)
    assert not edition.rsvps.going().get().must_answer


def test_calendars_show_a_reopened_edition_as_confirmed_under_a_higher_sequence(edition):
    before = event(edition)
    edition.cancel(reason="Inondation")
    cancelled = event(edition)
    edition.reopen(starts_at=paris(2026, 4, 1, 19), ends_at=paris(2026, 4, 1, 21))
    assert [(each["STATUS"], each["SEQUENCE"]) for each in (before, cancelled, event(edition))] == [
        ("CONFIRMED", "0"),
        ("CANCELLED", "1"),
        ("CONFIRMED", "2"),
    ]
    assert event(edition) == {**before, "SEQUENCE": "2", "at": paris(2026, 4, 1, 19)}


def test_reopened_close_to_its_date_it_asks_once_and_not_again_by_the_clock(edition, clock):
    clock.move_to(paris(2026, 3, 25, 9))
    edition.cancel(reason="Inondation")
    Mail.objects.all().delete()
    edition.reopen()
    keep_time(timezone.now())
    assert [mail for mail in mails() if mail[1] in ("Ada", "Bob")] == [
        ("edition-reopened", "Ada"),
        ("edition-reopened", "Bob"),
    ]


def test_reopened_long_before_its_date_it_asks_again_those_who_stayed_silent(edition, clock):
    edition.cancel(reason="Inondation")
    edition.reopen()
    clock.move_to(paris(2026, 3, 23, 9))
    keep_time(timezone.now())
    assert ("reconfirm", "Ada") in mails()


def test_hours_before_which_rsvps_close_move_along(edition):
    Edition.objects.update(closes_at=edition.starts_at - 24 * HOUR)
    edition.refresh_from_db()
    edition.cancel(reason="Inondation")
    edition.reopen(starts_at=edition.starts_at + 7 * DAY, ends_at=edition.ends_at + 7 * DAY)
    assert edition.starts_at - edition.closes_at == 24 * HOUR


def test_place_that_became_free_in_the_capacity_goes_to_the_line_when_it_is_reopened(edition):
    edition.cancel(reason="Inondation")
    edition.change(capacity=2)
    edition.reopen()
    assert [rsvp.status for rsvp in edition.rsvps.order_by("position")] == ["going", "going"]


def test_offer_that_had_its_evening_meanwhile_is_let_go(edition, series):
    offer = make_offer(series)
    Edition.objects.filter(pk=edition.pk).update(offer=offer)
    edition.refresh_from_db()
    edition.cancel(reason="Inondation")
    make_edition(series, offer=offer)
    edition.reopen()
    assert edition.offer is None


@pytest.mark.parametrize("starts_at", [None, paris(2026, 2, 25, 19)])
def test_edition_whose_date_is_over_is_reopened_at_a_date_to_come_only(series, starts_at):
    edition = make_edition(series, starts_at=paris(2026, 2, 25, 19), status="cancelled")
    with pytest.raises(CannotPublish):
        edition.reopen(starts_at=starts_at)
    edition.reopen(starts_at=paris(2026, 4, 1, 19), ends_at=paris(2026, 4, 1, 21))
    assert edition.is_awaited


def test_draft_is_not_reopened(series):
    with pytest.raises(CannotPublish):
        make_edition(series, status="draft").reopen()


def test_what_was_changed_since_it_was_looked_at_is_not_reopened(edition):
    edition.cancel(reason="Inondation")
    seen = edition.revised_at
    edition.change(theme="Autre")
    with pytest.raises(ChangedMeanwhile):
        edition.reopen(seen=seen)


def test_host_hears_of_it_too(edition, organizer):
    HostPage.open_for(edition, by=organizer, email="hana@example.org")
    edition.cancel(reason="Inondation")
    Mail.objects.all().delete()
    edition.reopen()
    assert mails()[-1] == ("host-reopened", "hana@example.org")


def test_desk_shows_the_mail_and_how_many_get_it_before_it_reopens(desk, edition, organizer):
    HostPage.open_for(edition, by=organizer, email="hana@example.org", contact_name="Hana")
    edition.cancel(reason="Inondation")
    Mail.objects.all().delete()
    address = url("organize:reopen", edition.slug)
    page = desk.get(address)
    text = words(page.content.decode())
    assert (
        "2 people who have a place or wait for one get this mail, and tell their guests. Hana, of Ici, is told too."
        in text
    )
    typed = {name: str(page.context["form"][name].value()) for name in ("date", "starts", "ends", "revised_at")}
    assert (typed["date"], typed["starts"]) == ("2026-03-25", "19:00:00")
    moved = {**typed, "date": "2026-04-01", "line": "La salle a séché."}
    page = desk.post(address, {**moved, "preview": "1"}).content.decode()
    shown = mail_shown(desk, page)
    for part in (
        "takes place after all: not on Wednesday 25 March 2026",
        "Wednesday 1 April 2026",
        "La salle a séché.",
    ):
        assert part in shown
    assert mails() == []
    response = desk.post(address, moved)
    assert response["Location"] == url("events:detail", edition.slug)
    assert said(response) == [
        "Le Café no. 1: Thème takes place on Wednesday 1 April 2026.",
        "A mail is on its way to 2 people.",
    ]
    edition.refresh_from_db()
    assert edition.starts_at == paris(2026, 4, 1, 19)


def test_reopened_at_the_moment_of_another_edition_is_refused(desk, edition, series):
    edition.cancel(reason="Inondation")
    make_edition(series, starts_at=edition.starts_at)
    typed = {"date": "2026-03-25", "starts": "19:00", "ends": "21:30"}
    response = desk.post(url("organize:reopen", edition.slug), typed)
    assert errors(response) == {
        "date": ["Le Café no. 2: Thème takes place at this moment. Change that one, or choose another date."]
    }


def test_cancelled_for_want_of_a_date_it_is_proposed_the_next_of_the_cadence(desk, edition, organizer, clock):
    edition.cancel(reason="Une nouvelle date suit")
    clock.move_to(paris(2026, 3, 28, 12))
    desk.force_login(organizer)
    page = desk.get(url("organize:reopen", edition.slug))
    assert page.context["form"]["date"].value() == datetime.date(2026, 4, 29)


@pytest.mark.django_db(transaction=True)
def test_two_who_reopen_at_once_write_to_everybody_once(edition):
    edition.cancel(reason="Inondation")
    Mail.objects.all().delete()
    told = at_once(*[Edition.objects.get(pk=edition.pk).reopen for _each in range(2)])
    assert sorted(map(str, told)) == ["0", "2"]
    assert mails() == [("edition-reopened", "Ada"), ("edition-reopened", "Bob")]


# Putting off ----------------------------------------------------------------------------------------------------------


def typed_into(page, **changes: str) -> dict[str, str]:
    typed = {name: str(page.context["form"][name].value()) for name in ("date", "starts", "ends", "revised_at")}
    return typed | changes


def test_put_off_proposes_the_next_date_of_the_cadence_and_shows_the_mail(desk, edition):
    address = url("organize:postpone", edition.slug)
    page = desk.get(address)
    typed = typed_into(page, line="La salle est prise.")
    assert typed["date"] == "2026-04-29"
    assert "from Wednesday 25 March 2026 at 19:00 to Wednesday 29 April 2026 at 19:00" in mail_shown(
        desk, page.content.decode()
    )
    assert "La salle est prise." in mail_shown(desk, desk.post(address, {**typed, "preview": "1"}).content.decode())
    assert mails() == []
    desk.post(address, typed)
    edition.refresh_from_db()
    assert (edition.starts_at, edition.ends_at) == (paris(2026, 4, 29, 19), paris(2026, 4, 29, 21, 30))
    assert mails() == [("edition-moved", "Ada"), ("edition-moved", "Bob")]
    assert Mail.objects.first().data["line"] == "La salle est prise."


@pytest.mark.parametrize("cadence", ["", "FREQ=MONTHLY;BYDAY=-1WE"])
def test_where_the_next_date_is_taken_or_there_is_none_a_week_later_is_proposed(desk, edition, series, cadence):
    series.cadence = cadence
    series.save()
    make_edition(series, starts_at=paris(2026, 4, 29, 19))
    page = desk.get(url("organize:postpone", edition.slug))
    assert page.context["form"]["date"].value() == datetime.date(2026, 4, 1)


def test_put_off_edition_keeps_its_uid_and_raises_its_sequence(desk, edition):
    before = event(edition)
    address = url("organize:postpone", edition.slug)
    desk.post(address, typed_into(desk.get(address)))
    assert event(edition) == {**before, "SEQUENCE": "1", "at": paris(2026, 4, 29, 19)}


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"date": "2026-03-25"}, "date", "This is the date that it has. Choose another one."),
        ({"date": "2026-02-25"}, "date", "This moment is over. Choose one to come."),
        ({"date": ""}, "date", "This field is required."),
        ({"ends": "18:00"}, "ends", "The end comes before the start."),
        ({"line": "x" * 501}, "line", "Ensure this value has at most 500 characters (it has 501)."),
    ],
)
def test_date_that_cannot_be_gets_a_sentence(desk, edition, changes, field, sentence):
    address = url("organize:postpone", edition.slug)
    response = desk.post(address, typed_into(desk.get(address), **changes))
    assert errors(response) == {field: [sentence]}
    assert (Edition.objects.get().starts_at, mails()) == (edition.starts_at, [])


MOVED = "Somebody else has changed this café meanwhile: it takes place on %s at 19:00 now. Look once more, then go on."


def test_second_click_finds_it_put_off_and_writes_to_nobody(desk, edition):
    address = url("organize:postpone", edition.slug)
    typed = typed_into(desk.get(address))
    for people in (["A mail is on its way to 2 people."], []):
        assert said(desk.post(address, typed)) == [
            "Le Café no. 1: Thème takes place on Wednesday 29 April 2026.",
            *people,
        ]
        desk.get(url("organize:board"))  # what was said has been read
    assert mails() == [("edition-moved", "Ada"), ("edition-moved", "Bob")]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("days", [("2026-04-29", "2026-05-06"), ("2026-04-29", "2026-04-29")])
def test_of_two_who_put_it_off_at_once_one_writes_and_the_other_reads_what_it_is_now(edition, organizer, days):
    address = url("organize:postpone", edition.slug)

    def put_off(day: str):
        desk = Client()
        desk.force_login(organizer)
        typed = typed_into(desk.get(address), date=day)
        return lambda: desk.post(address, typed)

    answers = at_once(*[put_off(day) for day in days])
    edition.refresh_from_db()
    now = date_format(edition.starts, "l j F Y")
    assert mails() == [("edition-moved", "Ada"), ("edition-moved", "Bob")]
    assert [(act.what, act.before["starts_at"][:10]) for act in Act.objects.all()] == [("edition-moved", "2026-03-25")]
    done = [said(answer)[0] for answer in answers if answer.status_code == 302]
    refused = [errors(answer)["__all__"] for answer in answers if answer.status_code == 200]
    assert {*done} == {f"Le Café no. 1: Thème takes place on {now}."}
    assert refused == ([[MOVED % now]] if len({*days}) == 2 else [])


def test_second_organizer_who_puts_it_off_looks_once_more(desk, edition):
    address = url("organize:postpone", edition.slug)
    typed = typed_into(desk.get(address))
    edition.change(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
    response = desk.post(address, typed)
    assert errors(response) == {"__all__": [MOVED % "Thursday 26 March 2026"]}
    assert (
        desk.post(address, {**typed, "revised_at": response.context["form"]["revised_at"].value()}).status_code == 302
    )


def test_without_a_date_it_is_cancelled_for_now_with_words_that_say_so(desk, edition):
    postpone = desk.get(url("organize:postpone", edition.slug)).content.decode()
    address = url("organize:cancel", edition.slug) + "?put_off"
    assert f'href="{address}"' in postpone
    page = desk.get(address)
    assert page.context["form"]["reason"].value() == (
        "It is put off: the new date follows, and we write to you when it is set."
    )
    assert "It is put off" in mail_shown(desk, page.content.decode())


@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_only_what_is_awaited_is_put_off(desk, series, status):
    edition = make_edition(series, status=status)
    response = desk.get(url("organize:postpone", edition.slug))
    assert said(response) == ["Only a published café that is not over can be put off."]


# Cancelling -----------------------------------------------------------------------------------------------------------


def test_cancelling_shows_the_mail_with_the_reason_first(desk, edition):
    address = url("organize:cancel", edition.slug)
    page = desk.post(address, {"reason": "Le lieu est inondé.", "preview": "1"}).content.decode()
    shown = mail_shown(desk, page)
    assert ("This café will not take place." in shown, "Le lieu est inondé." in shown) == (True, True)
    assert (Edition.objects.get().status, mails()) == ("published", [])


# Moving, in the form of the edition ---------------------------------------------------------------------------------


def edited(edition, **changes: str) -> dict[str, str]:
    return {
        "date": edition.starts.strftime("%Y-%m-%d"),
        "starts": "19:00",
        "ends": "21:30",
        "venue": "ici",
        "theme": edition.theme,
        "description": edition.description,
        "capacity": str(edition.capacity),
        "revised_at": edition.revised_at.isoformat(),
        "intent": "save",
        **changes,
    }


def test_another_venue_is_saved_once_its_mail_was_looked_at(desk, edition):
    address = url("organize:edit", edition.slug)
    typed = edited(edition, venue="+", venue_name="Le Wagon", venue_address="16 villa Gaudelet", theme="Neuf")
    page = desk.post(address, typed).content.decode()
    assert "2 people who have a place or wait for one get this mail, and tell their guests." in words(page)
    shown = mail_shown(desk, page)
    assert ("The café meets at Le Wagon." in shown, "16 villa Gaudelet" in shown) == (True, True)
    assert (Edition.objects.get().venue.name, mails()) == ("Ici", [])
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    kept.pop("csrfmiddlewaretoken", None)
    response = desk.post(address, {**kept, "line": "Il y a un ascenseur.", "told": "1"})
    assert response["Location"] == url("events:detail", edition.slug)
    edition.refresh_from_db()
    assert (edition.venue.name, edition.theme) == ("Le Wagon", "Neuf")
    assert mails() == [("edition-venue", "Ada"), ("edition-venue", "Bob")]
    assert Mail.objects.first().data["line"] == "Il y a un ascenseur."


def test_place_that_was_waited_for_is_unveiled(desk, edition):
    edition.change(venue=None)
    Mail.objects.all().delete()
    typed = edited(edition, venue="+", venue_name="Le Wagon", venue_address="16 villa Gaudelet")
    page = desk.post(url("organize:edit", edition.slug), typed).content.decode()
    assert "The secret is out: the café meets at Le Wagon." in mail_shown(desk, page)
    desk.post(url("organize:edit", edition.slug), {**typed, "told": "1"})
    assert (mails(), Mail.objects.first().data["was_nowhere"]) == (
        [("edition-venue", "Ada"), ("edition-venue", "Bob")],
        True,
    )
    Mail.objects.all().delete()
    Edition.objects.get().change(venue=make_venue("Ailleurs"))
    assert "was_nowhere" not in Mail.objects.first().data


@pytest.mark.parametrize(
    ("changes", "kind", "sentence"),
    [
        ({"date": "2026-04-01"}, "host-moved", "The café at your place is now on Wednesday 1 April 2026 at 19:00."),
        (
            {"venue": ""},
            "host-left",
            "no longer meets at your place: nobody comes on Wednesday 25 March 2026 at 19:00.",
        ),
        (
            {"venue": "+", "venue_name": "Le Wagon", "date": "2026-04-01"},
            "host-left",
            "no longer meets at your place: nobody comes on Wednesday 25 March 2026 at 19:00.",
        ),
    ],
)
def test_host_is_told_what_becomes_of_the_evening_at_their_place_and_the_desk_shows_it(
    desk, edition, organizer, changes, kind, sentence
):
    HostPage.open_for(edition, by=organizer, email="hana@example.org", contact_name="Hana")
    typed = edited(edition, **changes)
    page = desk.post(url("organize:edit", edition.slug), typed).content.decode()
    assert (
        "2 people who have a place or wait for one get this mail, and tell their guests. Hana, of Ici, is told too."
        in words(page)
    )
    assert sentence in mail_shown(desk, page[page.index("The mail to the host, Ici") :])
    assert mails() == []
    desk.post(url("organize:edit", edition.slug), {**typed, "told": "1"})
    assert [mail for mail in mails() if "@" in mail[1]] == [(kind, "hana@example.org")]


def test_host_whom_the_cafe_comes_back_to_is_told_so(edition, organizer):
    HostPage.open_for(edition, by=organizer, email="hana@example.org")
    here = edition.venue
    edition.change(venue=make_venue("Ailleurs"))
    HostPage.open_for(edition, by=organizer, email="igor@example.org")
    Mail.objects.all().delete()
    edition.change(venue=here)
    assert [mail for mail in mails() if "@" in mail[1]] == [
        ("host-left", "igor@example.org"),
        ("host-back", "hana@example.org"),
    ]


@pytest.mark.parametrize("facts", [{"email": ""}, {"email": "hana@example.org", "revoked_at": paris(2026, 3, 1)}])
def test_host_without_an_address_or_a_link_hears_nothing(edition, organizer, facts):
    HostPage.open_for(edition, by=organizer, **facts)
    edition.change(venue=None)
    assert mails() == [("edition-venue", "Ada"), ("edition-venue", "Bob")]


def test_host_of_an_evening_without_people_is_told_once_the_mail_was_looked_at(desk, series, organizer):
    edition = make_edition(series, starts_at=paris(2026, 3, 25, 19), venue=make_venue("Ici"))
    HostPage.open_for(edition, by=organizer, email="hana@example.org", contact_name="Hana")
    typed = edited(edition, venue="")
    page = words(desk.post(url("organize:edit", edition.slug), typed).content.decode())
    assert ("Nobody has a place yet. Hana, of Ici, is told too." in page, mails()) == (True, [])
    desk.post(url("organize:edit", edition.slug), {**typed, "told": "1"})
    assert mails() == [("host-left", "hana@example.org")]


# Choosing from the rotation -------------------------------------------------------------------------------------------


@pytest.fixture
def homeless(edition):
    edition.change(venue=None)
    make_venue("La Ruche")
    Mail.objects.all().delete()
    return edition


def test_choosing_a_place_shows_the_mail_and_how_many_get_it_first(desk, homeless):
    address = url("organize:choose-venue", homeless.slug, "la-ruche")
    text = words(desk.get(address).content.decode())
    for part in (
        "Meet at La Ruche",
        "2 people who have a place or wait for one get this mail, and tell their guests.",
        "tell 2 people",
    ):
        assert part in text
    for sent in ({}, {"preview": "1", "line": "Il y a un ascenseur."}, {"told": "1", "line": "x" * 9999}):
        page = desk.post(address, sent).content.decode()
        assert "The secret is out: the café meets at La Ruche." in mail_shown(desk, page)
        assert (Edition.objects.get().venue, mails()) == (None, [])
    assert "Il y a un ascenseur." in mail_shown(
        desk, desk.post(address, {"preview": "1", "line": "Il y a un ascenseur."}).content.decode()
    )
    desk.post(address, {"told": "1", "line": "Il y a un ascenseur."})
    assert Edition.objects.get().venue.name == "La Ruche"
    assert mails() == [("edition-venue", "Ada"), ("edition-venue", "Bob")]
    assert Mail.objects.first().data["line"] == "Il y a un ascenseur."


def test_place_is_chosen_at_once_where_nobody_is_told(desk, series):
    edition = make_edition(series)
    make_venue("La Ruche")
    desk.post(url("organize:choose-venue", edition.slug, "la-ruche"))
    assert Edition.objects.get().venue.name == "La Ruche"


# Taking a move back ---------------------------------------------------------------------------------------------------


def test_taking_a_move_back_shows_the_mail_and_how_many_get_it_first(desk, edition, organizer):
    HostPage.open_for(edition, by=organizer, email="hana@example.org", contact_name="Hana")
    typed = edited(edition, date="2026-04-01", venue="", told="1")
    desk.post(url("organize:edit", edition.slug), typed)
    Mail.objects.all().delete()
    address = url("organize:undo-act", "cafe", Act.objects.get().pk)
    assert f'href="{address}"' in desk.get(url("organize:history", "cafe")).content.decode()
    page = desk.get(address).content.decode()
    text = words(page)
    for part in (
        "Odile moved Le Café no. 1: Thème from 25 March 2026 to 1 April 2026.",
        "2 people who have a place or wait for one get this mail, and tell their guests. Hana, of Ici, is told too.",
        "Take it back and tell 2 people",
    ):
        assert part in text
    shown = mail_shown(desk, page)
    assert "from Wednesday 1 April 2026 at 19:00 to Wednesday 25 March 2026 at 19:00" in shown
    assert "The café meets at your place after all, on Wednesday 25 March" in mail_shown(
        desk, page[page.index("The mail to the host, Ici") :]
    )
    assert "Pardon !" in mail_shown(desk, desk.post(address, {"line": "Pardon !", "preview": "1"}).content.decode())
    desk.post(address)
    assert (Edition.objects.get().starts_at, mails()) == (paris(2026, 4, 1, 19), [])
    desk.post(address, {"told": "1", "line": "Pardon !"})
    edition.refresh_from_db()
    assert (edition.starts_at, edition.venue.name) == (paris(2026, 3, 25, 19), "Ici")
    assert mails() == [("edition-moved", "Ada"), ("edition-moved", "Bob"), ("host-back", "hana@example.org")]
    assert Mail.objects.first().data["line"] == "Pardon !"


def test_what_nobody_is_told_of_is_taken_back_at_once(desk, edition):
    desk.post(url("organize:edit", edition.slug), edited(edition, theme="Neuf"))
    address = url("organize:undo-act", "cafe", Act.objects.get().pk)
    assert desk.get(address)["Location"] == url("organize:history", "cafe")
    assert Edition.objects.get().theme == "Neuf"
    desk.post(address)
    assert (Edition.objects.get().theme, mails()) == ("Thème", [])


def test_act_that_can_no_longer_be_taken_back_says_so_before_any_mail_is_shown(desk, edition):
    desk.post(url("organize:edit", edition.slug), edited(edition, date="2026-04-01", told="1"))
    edition.change(starts_at=paris(2026, 4, 8, 19), ends_at=paris(2026, 4, 8, 21))
    response = desk.get(url("organize:undo-act", "cafe", Act.objects.get().pk))
    assert "This can no longer be taken back" in said(response)[-1]


def test_back_to_the_form_keeps_what_was_typed(desk, edition):
    typed = edited(edition, date="2026-04-01", theme="Neuf")
    form = desk.post(url("organize:edit", edition.slug), {**typed, "back": "1"}).context["form"]
    assert {name: form[name].value() for name in typed} == typed
    assert not form.errors


@pytest.mark.parametrize("changes", [{"theme": "Neuf"}, {"ends": "22:00"}])
def test_change_that_nobody_is_told_of_is_saved_at_once(desk, edition, changes):
    assert desk.post(url("organize:edit", edition.slug), edited(edition, **changes)).status_code == 302


def test_where_nobody_comes_another_date_is_saved_at_once(desk, series):
    edition = make_edition(series, starts_at=paris(2026, 3, 25, 19), venue=make_venue("Ici"))
    assert desk.post(url("organize:edit", edition.slug), edited(edition, date="2026-04-01")).status_code == 302


@pytest.mark.parametrize("kind", [kind for kind in PREVIEWS if kind not in ("edition-published", "reminder")])
@pytest.mark.parametrize("query", [{}, {"date": "x", "venue": "\x01", "starts": "99"}, {"date": "9999-12-31"}])
def test_preview_of_a_mail_bears_whatever_is_asked(desk, edition, organizer, kind, query):
    HostPage.open_for(edition, by=organizer, email="hana@example.org")
    is_of_something = kind not in ("host-moved", "host-back") or "venue" not in query  # no place is called like that
    is_of_something &= kind != "trade-call"  # of which trade?
    status = desk.get(url("organize:mail-preview", edition.slug, kind), query).status_code
    assert (status, mails()) == (200 if is_of_something else 404, [])


def test_who_has_no_address_is_neither_counted_nor_written_to(desk, edition, organizer):
    edition.add(Member.objects.known_by_name("Cleo", key=uuid.uuid4()), by=organizer, may_wait=True)
    Mail.objects.all().delete()
    page = desk.get(url("organize:cancel", edition.slug))
    assert page.context["people"] == 2  # Ada and Bob
    edition.cancel(reason="Une grève")
    assert sorted(Mail.objects.values_list("member__name", flat=True)) == ["Ada", "Bob"]
