"""An offer to host: from anybody's form, by a code, to the organizers' board, its letters and its evening."""

import datetime
import re
import uuid
from functools import partial
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from events.chores import keep_time, tell_organizers
from events.merging import merge
from events.models import Edition, HostPage
from events.offer_forms import Declined, PublishOfferForm, receive
from members.archive import tell
from members.leaving import erase
from members.meanwhile import ChangedMeanwhile
from members.models import Mail, Member
from tests.at_once import at_once
from tests.factories import make_edition, make_member, make_offer, make_series, make_venue
from tests.members.post import delivered, last_code
from venues.models import HostOffer, OfferEntry, Venue
from venues.offer_forms import PlanForm

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
TYPED = {
    "organisation": "  La   Ruche ",
    "place": "",
    "address": "3 rue Racine",
    "postal_code": "75006",
    "city": "Paris",
    "capacity": "45",
    "floor": "Deuxième étage",
    "has_step_free_route": "true",
    "has_lift": "unknown",
    "has_accessible_toilet": "false",
    "has_screen": "true",
    "has_sound": "unknown",
    "food": "Des tartes",
    "id_rules": "Une pièce d’identité",
    "months": ["3", "5"],
    "weekdays": ["2"],
    "message": "À bientôt",
    "contact_name": "Hana Morel",
    "email": "Hana@Example.org",
    "phone": "+33 1 23 45 67 89",
    "site_web": "",
}


@pytest.fixture(autouse=True)
def a_monday_in_march():
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Paris")), tick=False) as clock:
        yield clock


@pytest.fixture
def organizer():
    return make_member("Odile", email="odile@example.org")


@pytest.fixture
def series(organizer):
    return make_series(slug="cafe", name="Le Café", organizers=[organizer])


@pytest.fixture
def desk(client, organizer, series):
    client.force_login(organizer)
    return client


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def everything() -> list[list[tuple]]:
    """All that an act could change."""
    models = (Edition, HostOffer, OfferEntry, HostPage, Venue, Mail, Member)
    return [list(model.objects.order_by("pk").values_list()) for model in models]


# Anybody's form -------------------------------------------------------------------------------------------------------


def test_offer_reaches_the_organizers_once_its_code_has_come_back(client, settings, series, organizer):
    make_series(organizers=[make_member("Autre")])  # never announced: nobody is asked about it
    make_edition(series)
    response = client.post(url("host:offer"), TYPED)
    assert (response.status_code, response.url) == (302, url("host:prove"))
    assert HostOffer.objects.count() == 0
    response = client.post(url("host:prove"), {"code": last_code(settings)})
    assert (response.status_code, response.url) == (302, url("host:thanks"))
    assert client.get(response.url).status_code == 200
    offer = HostOffer.objects.get()
    assert list(offer.series.all()) == [series]
    assert {name: getattr(offer, name) for name in TYPED if name != "site_web"} == {
        **{name: value for name, value in TYPED.items() if name != "site_web"},
        "organisation": "La Ruche",
        "capacity": 45,
        "has_step_free_route": True,
        "has_lift": None,
        "has_accessible_toilet": False,
        "has_screen": True,
        "has_sound": None,
        "months": [3, 5],
        "weekdays": [2],
        "email": "hana@example.org",
    }
    assert (offer.step, offer.language) == ("lead", "en")
    assert [(entry.step, entry.by) for entry in offer.history.all()] == [("lead", None)]
    mails = delivered(settings)[1:]
    assert [(mail.to, mail.subject) for mail in mails] == [
        (["hana@example.org"], "Thank you for your offer: La Ruche"),
        (["odile@example.org"], "Un lieu pour le café\u202f: La Ruche"),
    ]
    assert url("organize:offer", offer.pk).removeprefix("/en") in mails[1].body


def test_no_account_is_made_and_nobody_is_signed_in(client, settings, series):
    people = Member.objects.count()
    client.post(url("host:offer"), TYPED)
    client.post(url("host:prove"), {"code": last_code(settings)})
    assert (Member.objects.count(), "_auth_user_id" in client.session) == (people, False)


def test_answers_do_not_tell_whether_an_address_is_known(client, settings, series):
    make_member("Connue", email="connue@example.org")
    answers = []
    for address in ("connue@example.org", "inconnue@example.org"):
        client.cookies.clear()
        first = client.post(url("host:offer"), {**TYPED, "email": address})
        page = client.get(first.url).content.decode().replace(address, "")
        page = page.split("<main")[1].split("csrfmiddlewaretoken")[0]
        second = client.post(first.url, {"code": last_code(settings)})
        answers.append((first.status_code, first.url, page, second.status_code, second.url))
    assert answers[0] == answers[1]


def test_wrong_or_old_code_hands_nothing_over(client, settings, series, a_monday_in_march):
    client.post(url("host:offer"), TYPED)
    code = last_code(settings)
    wrong = "000000" if code != "000000" else "111111"
    page = client.post(url("host:prove"), {"code": wrong})
    assert "This is not the code of the mail." in page.content.decode()
    a_monday_in_march.shift(datetime.timedelta(minutes=11))
    page = client.post(url("host:prove"), {"code": code})
    assert "This code is no longer good." in page.content.decode()
    assert HostOffer.objects.count() == 0
    assert client.post(url("host:resend-code")).url == url("host:prove")
    assert client.post(url("host:prove"), {"code": last_code(settings)}).url == url("host:thanks")
    assert HostOffer.objects.count() == 1


def test_code_works_once(client, settings, series):
    client.post(url("host:offer"), TYPED)
    code = last_code(settings)
    client.post(url("host:prove"), {"code": code})
    assert client.post(url("host:prove"), {"code": code}).url == url("host:thanks")  # not a loss
    assert HostOffer.objects.count() == 1
    client.post(url("host:offer"), TYPED)  # another offer waits for a code of its own
    assert client.get(url("host:prove")).status_code == 200


def test_code_pages_without_an_offer_lead_to_the_form(client):
    assert [client.get(url("host:prove")).url, client.post(url("host:resend-code")).url] == [url("host:offer")] * 2
    assert client.get(url("host:resend-code")).status_code == 405


def test_one_address_gets_so_many_codes_and_no_more(client, series):
    answers = [client.post(url("host:offer"), TYPED) for _each in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert "Too many codes were asked for." in answers[-1].content.decode()
    assert "Deuxième étage" in answers[-1].content.decode()
    assert Mail.objects.filter(kind="code").count() == 3


def test_one_network_gets_so_many_codes_and_no_more(client, series):
    answers = [client.post(url("host:offer"), {**TYPED, "email": f"a{n}@example.org"}) for n in range(21)]
    assert [answer.status_code for answer in answers] == [302] * 20 + [200]


def test_program_that_fills_the_trap_sends_nothing(client, series):
    response = client.post(url("host:offer"), {**TYPED, "site_web": "https://example.com"})
    assert (response.status_code, Mail.objects.count()) == (200, 0)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("organisation", "", "This field is required."),
        ("address", "", "This field is required."),
        ("capacity", "", "This field is required."),
        ("capacity", "0", "Ensure this value is greater than or equal to 1."),
        ("capacity", "10001", "Ensure this value is less than or equal to 10000."),
        ("email", "hana", "This is not an e-mail address: one looks like name@example.org."),
        ("months", ["13"], "Select a valid choice. 13 is not one of the available choices."),
        ("weekdays", ["seven"], "Select a valid choice. seven is not one of the available choices."),
        ("floor", "x" * 201, "Ensure this value has at most 200 characters (it has 201)."),
        ("message", "a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_the_rest_is_kept(client, series, field, value, sentence):
    response = client.post(url("host:offer"), {**TYPED, field: value})
    assert (response.status_code, response.context["form"].errors) == (200, {field: [sentence]})
    assert "Des tartes" in response.content.decode()
    assert Mail.objects.count() == 0


def test_where_several_series_are_public_the_host_says_for_which(client, settings, series):
    other = make_series(slug="lyon", name="Café de Lyon")
    make_series(slug="secret", name="Café secret")
    for each in (series, other):
        make_edition(each)
    response = client.get(url("host:offer"))
    page = response.content.decode()
    assert ("Café de Lyon" in page, "Café secret" in page) == (True, False)
    ticks = response.context["form"]["series"].subwidgets
    assert [(str(tick.data["value"]), tick.data["selected"]) for tick in ticks] == [("lyon", True), ("cafe", False)]
    response = client.post(url("host:offer"), {**TYPED, "series": ["secret"]})
    assert list(response.context["form"].errors) == ["series"]
    client.post(url("host:offer"), {**TYPED, "series": ["lyon"]})
    client.post(url("host:prove"), {"code": last_code(settings)})
    assert list(HostOffer.objects.get().series.all()) == [other]


def test_footer_leads_to_the_form(client):
    assert f'href="{url("host:offer")}"' in client.get("/en/").content.decode()


# The board ------------------------------------------------------------------------------------------------------------


def columns(page) -> dict[str, list[str]]:
    return {str(name): [offer.place_name for offer in offers] for name, offers in page.context["columns"]}


def test_board_shows_the_offers_of_ones_own_series_by_step(desk, series):
    make_offer(series, place="A")
    make_offer(series, place="B").move("visited")
    make_offer(series, place="C").move("declined")
    make_offer(make_series(organizers=[make_member()]), place="D")
    page = desk.get(url("organize:offers"))
    assert columns(page) == {"lead": ["A"], "visited": ["B"], "confirmed": [], "hosted": []}
    assert [offer.place_name for offer in page.context["closed"]] == ["C"]


def test_offer_of_another_series_is_not_found_by_any_door(desk, series):
    offer = make_offer(make_series(organizers=[make_member()]))
    doors = [
        (desk.get, url("organize:offer", offer.pk)),
        (desk.post, url("organize:offer", offer.pk)),
        (desk.post, url("organize:move-offer", offer.pk, "confirmed")),
        (desk.get, url("organize:write-to-host", offer.pk)),
        (desk.post, url("organize:write-to-host", offer.pk)),
        (desk.post, url("organize:thank-host", offer.pk)),
        (desk.get, url("organize:publish-offer", offer.pk, "cafe")),
        (desk.post, url("organize:publish-offer", offer.pk, "cafe")),
    ]
    before = everything()
    assert [method(address).status_code for method, address in doors] == [404] * 8
    assert everything() == before


def test_strangers_and_members_are_not_let_to_the_board(client, series):
    offer = make_offer(series)
    addresses = [url("organize:offers"), url("organize:new-offer"), url("organize:offer", offer.pk)]
    posts = [
        url("organize:new-offer"),
        url("organize:offer", offer.pk),
        url("organize:move-offer", offer.pk, "visited"),
        url("organize:write-to-host", offer.pk),
        url("organize:thank-host", offer.pk),
        url("organize:publish-offer", offer.pk, "cafe"),
    ]
    stranger = [client.get(address).status_code for address in addresses] + [
        client.post(address).status_code for address in posts
    ]
    client.force_login(make_member("Membre"))
    before = everything()
    member = [client.get(address).status_code for address in addresses] + [
        client.post(address).status_code for address in posts
    ]
    assert (stranger, member) == ([302] * 9, [403] * 9)
    assert everything() == before


def test_buttons_of_the_board_are_no_links(desk, series):
    offer = make_offer(series)
    addresses = [url("organize:move-offer", offer.pk, "visited"), url("organize:thank-host", offer.pk)]
    assert [desk.get(address).status_code for address in addresses] == [405, 405]


def test_moving_is_one_post_and_the_history_says_who(desk, series, organizer):
    offer = make_offer(series)
    for _twice in range(2):
        assert desk.post(url("organize:move-offer", offer.pk, "visited")).status_code == 302
    assert [(entry.step, entry.by) for entry in offer.history.all()] == [("lead", None), ("visited", organizer)]


def test_unknown_step_has_no_address(desk, series):
    offer = make_offer(series)
    assert desk.post(f"/en/organize/offers/{offer.pk}/move/nowhere/").status_code == 404


def test_organizers_may_enter_a_lead_with_a_name_alone(desk, series, organizer, settings):
    response = desk.post(url("organize:new-offer"), {"organisation": "Le Moulin"})
    offer = HostOffer.objects.get()
    assert response.url == url("organize:offer", offer.pk)
    assert (offer.organisation, offer.capacity, list(offer.series.all())) == ("Le Moulin", None, [series])
    assert [(entry.step, entry.by) for entry in offer.history.all()] == [("lead", organizer)]
    assert delivered(settings) == []
    assert desk.post(url("organize:new-offer"), {"organisation": ""}).status_code == 200
    assert desk.get(url("organize:offer", offer.pk)).status_code == 200


def test_notes_and_the_next_step_are_kept_for_the_others(desk, series):
    offer = make_offer(series)
    typed = {"notes": "Deux salles.\r\nBelle vue.", "next_step": "Rappeler  Hana", "next_step_on": "2026-03-09"}
    assert desk.post(url("organize:offer", offer.pk), typed).status_code == 302
    offer.refresh_from_db()
    assert (offer.next_step, offer.next_step_on) == ("Rappeler Hana", datetime.date(2026, 3, 9))
    page = desk.post(url("organize:offer", offer.pk), {**typed, "next_step_on": "demain"})
    assert (page.status_code, list(page.context["form"].errors)) == (200, ["next_step_on"])


# Going stale ----------------------------------------------------------------------------------------------------------


def test_notes_of_another_organizer_are_not_wiped_unknowingly(desk, series):
    offer = make_offer(series)
    address = url("organize:offer", offer.pk)
    page = desk.get(address)
    seen = page.context["form"]["seen"].value()
    assert f'value="{seen}"' in page.content.decode()
    desk.post(address, {"notes": "Demander la clé", "next_step": "", "next_step_on": "", "seen": seen})
    mine = {"notes": "Appeler Hana", "next_step": "", "next_step_on": "", "seen": seen}
    form = desk.post(address, mine).context["form"]
    assert list(form.non_field_errors())[1:] == ["Notes: Demander la clé"]
    assert form["notes"].value() == "Appeler Hana"
    offer.refresh_from_db()
    assert offer.notes == "Demander la clé"
    assert desk.post(address, {**mine, "seen": form["seen"].value()}).status_code == 302
    offer.refresh_from_db()
    assert offer.notes == "Appeler Hana"


def test_field_to_correct_first_is_told_about_afterwards(desk, series):
    offer = make_offer(series)
    address = url("organize:offer", offer.pk)
    mine = {"notes": "", "next_step": "", "next_step_on": "demain"}
    mine["seen"] = desk.get(address).context["form"]["seen"].value()
    HostOffer.objects.update(next_step_on=datetime.date(2026, 3, 9))
    form = desk.post(address, mine).context["form"]
    assert list(form.errors) == ["next_step_on"]
    form = desk.post(address, {**mine, "next_step_on": "", "seen": form["seen"].value()}).context["form"]
    assert list(form.non_field_errors())[1:] == ["On which day: 9 March 2026"]


def stale() -> list[str]:
    return [offer.place_name for offer in HostOffer.objects.stale()]


def test_offer_without_news_for_two_weeks_is_stale(series, a_monday_in_march):
    offer = make_offer(series, place="A")
    a_monday_in_march.shift(14 * DAY - datetime.timedelta(seconds=1))
    assert stale() == []
    a_monday_in_march.shift(datetime.timedelta(seconds=1))
    assert stale() == ["A"]
    offer.move("visited")
    assert stale() == []


def test_offer_is_stale_from_the_day_of_its_next_step_on_and_not_before(series, a_monday_in_march):
    make_offer(series, place="A").plan(notes="", next_step="Visiter", next_step_on=datetime.date(2026, 4, 1))
    a_monday_in_march.shift(29 * DAY)
    assert stale() == []
    a_monday_in_march.shift(DAY)
    assert stale() == ["A"]


@pytest.mark.parametrize("step", ["thanked", "declined"])
def test_closed_offer_is_never_stale(series, a_monday_in_march, step):
    make_offer(series).move(step)
    a_monday_in_march.shift(100 * DAY)
    assert stale() == []


def test_offer_rests_while_its_cafe_is_to_come_and_wakes_the_day_after(series, a_monday_in_march):
    offer = make_offer(series, place="A")
    offer.move("confirmed")
    edition = make_edition(series, offer=offer, venue=offer.venue)
    a_monday_in_march.move_to(edition.ends_at - DAY / 24)
    assert stale() == []
    a_monday_in_march.move_to(edition.ends_at)
    keep_time(edition.ends_at)
    offer.refresh_from_db()
    assert (offer.step, stale()) == ("hosted", [])
    a_monday_in_march.shift(DAY)
    assert stale() == ["A"]


def test_organizers_week_names_the_offers_that_wait_for_a_word(series, organizer, settings, a_monday_in_march):
    make_offer(series, place="Oubliée")
    make_offer(place="D’une autre série")
    a_monday_in_march.shift(14 * DAY)
    make_offer(series, place="Toute neuve")
    make_offer(series, place="À rappeler").plan(
        notes="", next_step="Rappeler Hana", next_step_on=datetime.date(2026, 3, 16)
    )
    Mail.objects.all().delete()
    tell_organizers(datetime.datetime(2026, 3, 16, 12, tzinfo=datetime.UTC))
    (mail,) = delivered(settings)
    assert [line for line in mail.body.split("\n") if line.startswith("Lieu proposé")] == [
        "Lieu proposé\u202f: Oubliée, piste",
        "Lieu proposé\u202f: À rappeler, piste, Rappeler Hana",
    ]
    assert "/organize/offers/" in mail.body


def test_board_marks_what_is_stale(desk, series, a_monday_in_march):
    make_offer(series)
    a_monday_in_march.shift(15 * DAY)
    desk.force_login(Member.objects.get(name="Odile"))
    page = desk.get(url("organize:offers")).content.decode()
    assert "1 offer waits for a word from you." in page


@pytest.mark.parametrize("count", [1, 3])
def test_board_asks_the_database_as_often_for_three_rows_as_for_one(desk, series, django_assert_num_queries, count):
    for month in range(count):
        offer = make_offer(series)
        offer.move("confirmed")
        make_edition(
            series,
            offer=offer,
            venue=offer.venue,
            starts_at=datetime.datetime(2026, 5 + month, 1, 18, tzinfo=datetime.UTC),
        )
        make_offer(series).move("thanked")
    # session, member, organizer?; offers, their series and editions with theirs; stale; the closed three; series?
    with django_assert_num_queries(12):
        desk.get(url("organize:offers"))


# Constraints ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [{"step": "lost"}, {"capacity": 0}, {"capacity": 10_001}, {"organisation": ""}])
def test_impossible_offer_is_refused_by_the_database(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        HostOffer.objects.create(**{"organisation": "A", **facts})


@pytest.mark.parametrize("facts", [{}, {"step": "lead", "text": "Bonjour"}])
def test_entry_of_the_history_is_a_step_or_a_letter(series, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_offer(series).history.create(**facts)


def test_offer_becomes_one_edition_at_a_time(series):
    offer = make_offer(series)
    first = make_edition(series, offer=offer)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(series, offer=offer, starts_at=first.starts_at + DAY)
    first.cancel(reason="")
    make_edition(series, offer=offer, starts_at=first.starts_at + DAY)


# Letters --------------------------------------------------------------------------------------------------------------


def test_letter_is_proposed_shown_as_it_arrives_and_sent_once(desk, series, organizer, settings):
    offer = make_offer(series, place="La Ruche", language="fr")
    delivered(settings).clear()
    address = url("organize:write-to-host", offer.pk)
    form = desk.get(address).context["form"]
    assert form.initial["text"].startswith("Bonjour Hana Morel,\n\n")
    assert form.initial["text"].endswith("\n\nOdile\nCafé des Community Managers")
    typed = {"subject": "Votre  offre", "text": "Bonjour,\r\n\r\nvenez <b>voir</b> & dire.\r\nOdile"}
    shown = desk.post(address, {**typed, "preview": "1"})
    assert shown.content.decode().count("venez &lt;b&gt;voir&lt;/b&gt; &amp; dire.") == 2  # typed, and as it arrives
    preview = shown.context["preview"]
    assert Mail.objects.filter(kind="host-letter").count() == 0
    for _twice in range(2):
        assert desk.post(address, typed).url == url("organize:offer", offer.pk)
    (mail,) = delivered(settings)
    assert (mail.to, mail.subject, mail.body) == ([offer.email], "Votre offre", preview.body)
    assert (preview.subject, preview.to) == (mail.subject, mail.to)
    assert "venez <b>voir</b> & dire.\nOdile" in mail.body
    assert "venez &lt;b&gt;voir&lt;/b&gt; &amp; dire.<br>Odile" in mail.alternatives[0][0]
    assert [(entry.subject, entry.text, entry.by) for entry in offer.history.exclude(text="")] == [
        ("Votre offre", "Bonjour,\n\nvenez <b>voir</b> & dire.\nOdile", organizer)
    ]


@pytest.mark.parametrize("step", HostOffer.Step.values)
def test_each_step_proposes_a_letter_of_its_own(desk, series, step):
    offer = make_offer(series)
    offer.move(step)
    form = desk.get(url("organize:write-to-host", offer.pk)).context["form"]
    assert form.initial["subject"] and "Odile" in form.initial["text"]


def test_offer_without_an_address_gets_no_letter(desk, series):
    offer = make_offer(series, email="")
    response = desk.get(url("organize:write-to-host", offer.pk))
    assert response.url == url("organize:offer", offer.pk)
    assert Mail.objects.count() == 0


# The evening ----------------------------------------------------------------------------------------------------------


def test_confirmed_offer_has_a_venue_with_what_the_host_has_said(series):
    offer = make_offer(series, place="", organisation="La Ruche", has_lift=True, has_accessible_toilet=False)
    offer.move("confirmed")
    venue = offer.venue
    assert (venue.name, venue.host, venue.street_address, venue.capacity) == (
        "La Ruche",
        "",
        "3 rue Racine, 75006 Paris",
        50,
    )
    assert (venue.has_lift, venue.has_accessible_toilet, venue.has_step_free_route) == (True, False, None)
    assert venue.access_checked_on is None  # the host's word is no visit


def test_visit_dates_the_access_facts(series):
    offer = make_offer(series, organisation="Coop", place="La Ruche")
    offer.move("visited")
    offer.move("confirmed")
    assert (offer.venue.host, offer.venue.access_checked_on) == ("Coop", datetime.date(2026, 3, 2))


def test_known_venue_is_found_by_its_name_and_only_its_gaps_are_filled(series):
    venue = make_venue("La Ruche", capacity=30, address="", has_lift=False)
    offer = make_offer(series, place="la RUCHE", capacity=80, has_lift=True, has_accessible_toilet=True)
    offer.move("confirmed")
    venue.refresh_from_db()
    assert offer.venue == venue
    assert (venue.capacity, venue.address, venue.has_lift, venue.has_accessible_toilet) == (
        30,
        "3 rue Racine",
        False,
        True,
    )


def test_publishing_proposes_the_next_date_the_host_has_named(desk, series):
    offer = make_offer(series, months=[5], weekdays=[2])
    offer.move("confirmed")
    form = desk.get(url("organize:publish-offer", offer.pk, "cafe")).context["form"]
    assert form.initial == {"evening": "2026-05-27", "capacity": 50}
    assert [value for value, _words in form.fields["evening"].choices] == [
        "2026-03-25",
        "2026-04-29",
        "2026-05-27",
        "2026-06-24",
    ]


def test_published_edition_has_the_venue_the_capacity_and_a_host_page(desk, series, organizer):
    offer = make_offer(series, place="La Ruche")
    offer.move("confirmed")
    address = url("organize:publish-offer", offer.pk, "cafe")
    for _twice in range(2):
        response = desk.post(address, {"evening": "2026-03-25", "capacity": "40", "theme": ""})
    edition = Edition.objects.get()
    assert response.url == url("organize:host", edition.slug)
    assert (edition.status, edition.venue.name, edition.capacity, edition.offer) == ("published", "La Ruche", 40, offer)
    assert edition.starts == datetime.datetime(2026, 3, 25, 19, tzinfo=ZoneInfo("Europe/Paris"))
    page = HostPage.objects.get()
    assert (page.edition, page.venue, page.contact_name, page.email, page.to_call) == (
        edition,
        edition.venue,
        "Hana Morel",
        offer.email,
        "Odile",
    )


def test_where_people_are_to_be_told_the_organizer_sees_the_mail_before_the_evening_is_published(desk, series):
    make_edition(series, starts_at=datetime.datetime(2026, 3, 18, 19, tzinfo=datetime.UTC)).rsvp(make_member("Ada"))
    offer = make_offer(series, place="La Ruche")
    offer.move("confirmed")
    Mail.objects.all().delete()
    address = url("organize:publish-offer", offer.pk, "cafe")
    for _twice in range(2):
        response = desk.post(address, {"evening": "2026-03-25", "capacity": "40", "theme": ""})
    edition = Edition.objects.latest("pk")
    assert (response.url, edition.status, edition.offer) == (url("organize:publish", edition.slug), "draft", offer)
    assert (Mail.objects.count(), HostPage.objects.get().edition) == (0, edition)
    desk.post(response.url, {"line": ""})
    assert (Edition.objects.get(pk=edition.pk).status, Mail.objects.get().kind) == ("published", "edition-published")


@pytest.mark.parametrize("step", ["lead", "confirmed"])  # a lead has no venue of its own yet
def test_evening_that_waits_for_a_venue_is_proposed_first_and_its_people_are_told(desk, series, step):
    edition = make_edition(series, starts_at=datetime.datetime(2026, 3, 18, 19, tzinfo=datetime.UTC))
    edition.rsvp(make_member("Ada"))
    offer = make_offer(series)
    offer.move(step)
    address = url("organize:publish-offer", offer.pk, "cafe")
    assert desk.get(address).context["form"].initial["evening"] == edition.slug
    typed = {"evening": edition.slug, "capacity": "50", "theme": ""}
    page = desk.post(address, typed).content.decode()
    assert "Save and tell 1 person" in " ".join(page.split())
    shown = desk.get(re.search(r'<iframe class="kept-mail" src="([^"]+)"', page)[1].replace("&amp;", "&"))
    assert f"The secret is out: the café meets at {offer.place_name}." in shown.content.decode()
    assert desk.post(address, {**typed, "back": "1"}).context["form"]["capacity"].value() == "50"
    assert (Edition.objects.get().venue, Mail.objects.filter(kind="edition-venue").count()) == (None, 0)
    desk.post(address, {**typed, "told": "1", "line": "Il y a un ascenseur."})
    edition.refresh_from_db()
    offer.refresh_from_db()
    assert (Edition.objects.count(), edition.venue, edition.theme) == (1, offer.venue, "Thème")
    assert [mail.data["line"] for mail in Mail.objects.filter(kind="edition-venue")] == ["Il y a un ascenseur."]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"evening": "2026-03-26"}, "evening"),
        ({"evening": ""}, "evening"),
        ({"capacity": "51"}, "capacity"),
        ({"capacity": "0"}, "capacity"),
    ],
)
def test_evening_or_capacity_that_cannot_be_is_refused(desk, series, typed, field):
    offer = make_offer(series)
    offer.move("confirmed")
    page = desk.post(
        url("organize:publish-offer", offer.pk, "cafe"), {"evening": "2026-03-25", "capacity": "40", **typed}
    )
    assert (list(page.context["form"].errors), Edition.objects.count()) == ([field], 0)


def test_offer_to_another_series_is_not_published_in_mine(desk, series, organizer):
    make_series(slug="autre", organizers=[organizer])
    offer = make_offer(series)
    offer.move("confirmed")
    assert desk.get(url("organize:publish-offer", offer.pk, "autre")).status_code == 404


def test_series_without_a_cadence_and_a_waiting_cafe_is_published_by_hand(desk, series):
    series.cadence = ""
    series.save()
    offer = make_offer(series)
    assert "by hand" in desk.get(url("organize:publish-offer", offer.pk, "cafe")).content.decode()


# Afterwards -----------------------------------------------------------------------------------------------------------


def hosted(series) -> HostOffer:
    offer = make_offer(series, place="La Ruche")
    offer.move("confirmed")
    edition = make_edition(series, offer=offer, venue=offer.venue)
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=datetime.datetime(2026, 3, 1, 18, tzinfo=datetime.UTC),
        ends_at=datetime.datetime(2026, 3, 1, 20, tzinfo=datetime.UTC),
    )
    for name in ("Un voisin", "Une voisine"):
        edition.welcome_walk_in(name)
    keep_time(datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC))
    offer.refresh_from_db()
    return offer


def test_thank_you_with_its_numbers_is_one_click_and_ends_the_offer(desk, series, settings):
    offer = hosted(series)
    delivered(settings).clear()
    assert offer.step == "hosted"
    for _twice in range(2):
        desk.post(url("organize:thank-host", offer.pk))
    (mail,) = delivered(settings)
    assert mail.to == [offer.email]
    assert "2 personnes" in mail.body
    edition = offer.editions.get()
    with translation.override("fr"):
        assert settings.SITE_URL + edition.get_absolute_url() in mail.body
    offer.refresh_from_db()
    assert offer.step == "thanked"


def test_thank_you_in_other_words_ends_the_offer_too(desk, series, settings):
    offer = hosted(series)
    delivered(settings).clear()
    desk.post(url("organize:write-to-host", offer.pk), {"subject": "Merci", "text": "Merci à tous."})
    offer.refresh_from_db()
    assert (offer.step, [mail.subject for mail in delivered(settings)]) == ("thanked", ["Merci"])


def test_only_who_has_hosted_is_thanked(desk, series):
    offer = make_offer(series)
    before = everything()
    response = desk.post(url("organize:thank-host", offer.pk))
    assert said(response) == ["Only who has hosted is thanked, and only once."]
    assert everything() == before


@pytest.mark.parametrize("step", ["hosted", "thanked"])
def test_cafe_to_come_has_not_been_hosted_yet(desk, series, step):
    offer = make_offer(series, place="La Ruche")
    offer.move("confirmed")
    make_edition(series, offer=offer, venue=offer.venue)
    before = everything()
    response = desk.post(url("organize:move-offer", offer.pk, step))
    assert said(response) == ["The café at La Ruche is still to come. Thank the host once it is over."]
    assert everything() == before


def test_host_whose_cafe_was_put_off_is_not_thanked_before_it(desk, series):
    offer = hosted(series)
    offer.editions.update(starts_at=timezone.now() + DAY, ends_at=timezone.now() + 2 * DAY)
    before = everything()
    early = "The café at La Ruche is still to come. Thank the host once it is over."
    assert said(desk.post(url("organize:thank-host", offer.pk)))[-1] == early
    words = {"subject": "Merci", "text": "Merci à tous."}
    assert said(desk.post(url("organize:write-to-host", offer.pk), words)) == [early] * 2  # none is read yet
    assert everything() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_declined_offer_is_not_published(desk, series, method):
    offer = make_offer(series, place="La Ruche")
    offer.move("declined")
    before = everything()
    typed = {"evening": "2026-03-25", "capacity": "40", "theme": ""}
    response = getattr(desk, method)(url("organize:publish-offer", offer.pk, "cafe"), typed)
    assert response.url == url("organize:offer", offer.pk)
    assert said(response) == ["La Ruche was declined. Put it at another step first if its café takes place after all."]
    assert everything() == before


def test_offer_that_is_declined_while_its_form_is_open_is_not_published(series, organizer):
    offer = make_offer(series)
    form = PublishOfferForm(offer, series, {"evening": "2026-03-25", "capacity": "40", "theme": ""})
    assert form.is_valid()
    HostOffer.objects.get().move("declined")
    with pytest.raises(Declined):
        form.save(by=organizer)
    assert Edition.objects.count() == 0


def test_who_looks_after_the_site_finds_and_deletes_an_offer_and_changes_none(client, series):
    offer = make_offer(series)
    client.force_login(Member.objects.create_superuser("root@example.org", name="Root"))
    assert client.get(url("admin:venues_hostoffer_changelist")).status_code == 200
    assert client.get(url("admin:venues_hostoffer_add")).status_code == 403
    change = url("admin:venues_hostoffer_change", offer.pk)
    assert (client.get(change).status_code, client.post(change, {"organisation": "Autre"}).status_code) == (200, 403)
    client.post(url("admin:venues_hostoffer_delete", offer.pk), {"post": "yes"})
    assert HostOffer.objects.count() == OfferEntry.objects.count() == 0


def test_offer_and_host_page_follow_a_venue_that_becomes_another(desk, series, organizer):
    offer = make_offer(series, place="La Ruche")
    offer.move("confirmed")
    edition = make_edition(series, venue=offer.venue, offer=offer)
    page = HostPage.open_for(edition, by=organizer)
    kept = merge(make_venue("La Grande Ruche"), offer.venue)
    offer.refresh_from_db()
    page.refresh_from_db()
    edition.refresh_from_db()
    assert (offer.venue, page.venue, edition.offer, page.is_open) == (kept, kept, offer, True)


# Whose words they are -------------------------------------------------------------------------------------------------


def test_archive_of_a_member_has_what_they_offered_and_not_what_was_noted_about_it(series):
    hana = make_member("Hana Morel", email="hana@example.org")
    make_offer(series, email="hana@example.org", organisation="Coop").plan(
        notes="Un peu loin", next_step="", next_step_on=None
    )
    make_offer(series, email="autre@example.org")
    (told,) = tell(hana)["offers_to_host"]
    assert (told["organisation"], told["contact_name"], "notes" in told) == ("Coop", "Hana Morel", False)


def test_whoever_leaves_is_no_contact_any_more_and_their_place_stays(series, organizer):
    hana = make_member("Hana Morel", email="hana@example.org")
    offer = make_offer(series, email="hana@example.org", phone="06", message="Je suis là")
    offer.move("confirmed", by=hana)
    page = HostPage.open_for(make_edition(series, venue=offer.venue, offer=offer), by=organizer)
    assert page.email == "hana@example.org"
    erase(hana)
    offer.refresh_from_db()
    page.refresh_from_db()
    assert (offer.contact_name, offer.email, offer.phone, offer.message) == ("", "", "", "")
    assert (page.contact_name, page.email, offer.history.order_by("pk").last().by) == ("", "", None)
    assert (offer.venue.name, offer.venue.contact_name, offer.venue.contact_email) == (offer.place, "", "")


# At once --------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_organizers_who_publish_an_offer_at_once_publish_one_cafe(a_monday_in_march):
    organizer = make_member("Odile")
    series = make_series(organizers=[organizer])
    for number in range(3):
        offer = make_offer(series)
        offer.move("confirmed")
        form = PublishOfferForm(offer, series)
        typed = {"evening": form.initial["evening"], "capacity": "20", "theme": ""}
        forms = [PublishOfferForm(HostOffer.objects.get(pk=offer.pk), series, typed) for _each in range(2)]
        assert [each.is_valid() for each in forms] == [True, True]
        outcomes = at_once(*[partial(each.save, by=organizer) for each in forms])
        assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
        assert (offer.editions.count(), Edition.objects.count()) == (1, number + 1)


@pytest.mark.django_db(transaction=True)
def test_code_typed_by_two_clicks_at_once_brings_one_offer():
    series = make_series(organizers=[make_member("Odile")])
    key = str(uuid.uuid4())
    pending = {"organisation": "La Ruche", "email": "ruche@example.org", "series": [series.pk], "key": key}
    offers = at_once(*[partial(receive, pending, language="fr") for _each in range(3)])
    assert offers == [HostOffer.objects.get()] * 3
    assert Mail.objects.filter(kind__in=["offer-to-read", "offer-received"]).count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_letter_sent_by_two_clicks_at_once_is_one_mail():
    organizer, offer = make_member("Odile"), make_offer()
    Mail.objects.all().delete()
    outcomes = at_once(*[partial(offer.write, "Bonjour", "À vous.", by=organizer) for _each in range(3)])
    assert sorted(map(str, outcomes)) == ["False", "False", "True"]
    assert (Mail.objects.count(), offer.history.exclude(text="").count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_offers_for_one_date_at_once_are_one_cafe_and_a_sentence(client, settings):
    organizer = make_member("Odile")
    series = make_series(slug="cafe", organizers=[organizer])
    offers = [make_offer(series) for _each in range(2)]
    for offer in offers:
        offer.move("confirmed")
    evening = PublishOfferForm(offers[0], series).initial["evening"]

    def publish(offer):
        desk = Client()
        desk.force_login(organizer)
        return desk.post(url("organize:publish-offer", offer.pk, "cafe"), {"evening": evening, "capacity": "20"})

    answers = at_once(*[partial(publish, offer) for offer in offers])
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert Edition.objects.count() == 1


def test_notes_saved_between_looking_and_saving_are_not_overwritten(series):
    offer = make_offer(series)
    form = PlanForm({"notes": "Appeler Hana"}, instance=HostOffer.objects.get())
    assert form.is_valid()
    HostOffer.objects.update(notes="Demander la clé")
    with pytest.raises(ChangedMeanwhile):
        form.save()
    offer.refresh_from_db()
    assert offer.notes == "Demander la clé"


@pytest.mark.django_db(transaction=True)
def test_of_two_notes_saved_at_once_the_second_writer_is_told():
    make_offer()
    for number in range(5):
        forms = [PlanForm({"notes": f"{name} {number}"}, instance=HostOffer.objects.get()) for name in ("Ada", "Bob")]
        assert [form.is_valid() for form in forms] == [True, True]
        outcomes = at_once(*[form.save for form in forms])
        [refused] = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
        [saved] = [outcome for outcome in outcomes if isinstance(outcome, HostOffer)]
        assert (type(refused), HostOffer.objects.get().notes) == (ChangedMeanwhile, saved.notes)
