"""The host's page of one evening: its link and its end, the list for reception, its changes by mail, its file."""

import csv
import datetime
import io
import uuid
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from cafecm import logs
from cafecm.logs import masked
from events.chores import keep_time
from events.host_forms import HostPageForm
from events.models import Edition, HostPage
from events.reception import Line, difference, in_order
from members.leaving import erase
from members.meanwhile import ChangedMeanwhile
from members.models import Mail
from members.spreadsheet import csv_file, harmless
from tests.at_once import at_once
from tests.factories import fill, make_edition, make_member, make_offer, make_series, make_venue
from tests.members.post import delivered
from venues.models import Venue

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
READING = ("page", "count", "list", "file", "poster")


@pytest.fixture(autouse=True)
def a_monday_in_march():
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Paris")), tick=False) as clock:
        yield clock


@pytest.fixture
def organizer(db):
    return make_member("Odile", email="odile@example.org")


@pytest.fixture
def edition(organizer):
    """At La Ruche in 20 hours, for two hours, so that the list is there; Ada comes with a guest who has a name."""
    series = make_series(slug="cafe", name="Le Café", organizers=[organizer], guests_at_most=3)
    edition = make_edition(series, venue=make_venue("La Ruche"), starts_at=timezone.now() + 20 * HOUR)
    ada = make_member("Ada Lovelace", email="ada@example.org", organisation="Analytique", visibility="public")
    edition.rsvp(ada, guests=2, guest_names=["Charles Babbage"])
    return edition


@pytest.fixture
def page(edition, organizer):
    return HostPage.open_for(edition, by=organizer, contact_name="Hana", email="hana@example.org", language="en")


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def link(page: HostPage, name: str = "page") -> str:
    return url(f"host:{name}", page.token)


def status(client, page: HostPage) -> list[int]:
    return [client.get(link(page, name)).status_code for name in READING]


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


# The link -------------------------------------------------------------------------------------------------------------


def test_link_opens_without_an_account(client, page):
    assert status(client, page) == [200] * 5


def test_link_altered_by_one_bit_opens_nothing(client, page):
    token = page.token
    for place in range(len(token)):
        altered = token[:place] + chr(ord(token[place]) ^ 1) + token[place + 1 :]
        with pytest.raises(HostPage.DoesNotExist):
            HostPage.objects.by_token(altered)
    last = token[:-1] + chr(ord(token[-1]) ^ 1)
    assert [client.get(url(f"host:{name}", last)).status_code for name in READING] == [404] * 5
    assert client.post(url("host:settle", last), {"list_hours": "2", "order": "first"}).status_code == 404


@pytest.mark.django_db
def test_link_made_of_a_guess_opens_nothing(client, page, edition):
    rsvp = edition.rsvps.get()
    for token in (str(page.key), str(uuid.uuid4()), rsvp.token("place"), rsvp.token("door"), "x"):
        assert client.get(url("host:page", token)).status_code == 404


def test_link_ends_two_days_after_the_evening(client, page, edition, a_monday_in_march):
    a_monday_in_march.move_to(edition.ends_at + 2 * DAY - HOUR / 60)
    assert status(client, page) == [200] * 5
    a_monday_in_march.move_to(edition.ends_at + 2 * DAY)
    assert status(client, page) == [404] * 5
    assert client.post(link(page, "settle"), {"list_hours": "2", "order": "first"}).status_code == 404


def test_withdrawn_link_opens_nothing_and_a_new_one_is_another(client, page):
    page.revoke()
    assert status(client, page) == [404] * 5
    before = page.token
    page.renew()
    assert (page.token != before, status(client, page)) == (True, [200] * 5)
    assert client.get(url("host:page", before)).status_code == 404


def test_link_that_opens_nothing_says_so_and_nothing_of_the_evening(client, page, edition):
    before = link(page)
    page.renew()
    for address in (before, url("host:page", "x")):
        response = client.get(address)
        words = response.content.decode()
        assert (response.status_code, "This link is no longer good" in words) == (404, True)
        assert "Ask the organizers for the new link" in words
        assert not [fact for fact in (edition.title, "La Ruche", "Ada", "Hana") if fact in words]
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_link_of_a_place_the_cafe_has_left_opens_nothing(client, page, edition):
    edition.change(venue=make_venue("Ailleurs"))
    assert status(client, page) == [404] * 5


def test_link_of_a_draft_opens_nothing(client, page, edition):
    Edition.objects.update(status="draft")
    assert status(client, page) == [404] * 5


def test_preview_shows_the_host_the_page_of_a_draft_as_it_will_be(client, page, edition):
    edition.rsvps.all().delete()
    Edition.objects.update(status="draft", theme="Rien n’est dit", description="Au *menu*")
    response = client.get(link(page, "preview"))
    shown = response.content.decode()
    parts = (
        "A preview for you who host this evening",
        "Rien n’est dit",
        "<em>menu</em>",
        "La Ruche",
        'content="noindex"',
    )
    assert [part for part in parts if part not in shown] == []
    assert "/rsvp/" not in shown
    assert "Edit this café" not in shown
    assert (response["X-Robots-Tag"], "no-store" in response["Cache-Control"]) == ("noindex, nofollow", True)


def test_preview_shows_its_organizer_no_more_than_its_host(desk, page, edition):
    Venue.objects.update(getting_in="Code 12A34")
    Edition.objects.update(status="draft")
    shown = desk.get(link(page, "preview")).content.decode()
    assert ("12A34" in shown, "Edit this café" in shown) == (False, False)


def test_preview_of_what_is_announced_leads_to_its_page(client, page, edition):
    assert client.get(link(page, "preview"))["Location"] == url("events:detail", edition.slug)


def test_preview_ends_with_its_link_and_with_its_draft(client, desk, page, edition):
    Edition.objects.update(status="draft")
    before = link(page, "preview")
    assert link(page, "preview") in desk.get(url("organize:host", edition.slug)).content.decode()
    desk.post(url("organize:renew-host-link", edition.slug))
    page.refresh_from_db()
    assert [client.get(address).status_code for address in (before, link(page, "preview"))] == [404, 200]
    desk.post(url("organize:revoke-host-link", edition.slug))
    assert client.get(link(page, "preview")).status_code == 404
    page.renew()
    edition.rsvps.all().delete()
    Edition.objects.get().discard()
    assert client.get(link(page, "preview")).status_code == 404


@pytest.mark.parametrize("guess", ["0" * 36, "x", "00000000-0000-0000-0000-000000000000:signed"])
def test_preview_opens_to_no_guess(client, page, edition, guess):
    Edition.objects.update(status="draft")
    assert client.get(url("host:preview", guess)).status_code == 404


def test_log_masks_the_link_to_the_preview(client, page, edition):
    assert page.token not in masked(f'"GET {link(page, "preview")} HTTP/1.1" 200')


def test_link_opens_its_own_edition_alone(client, page, edition, organizer):
    other = make_edition(edition.series, venue=edition.venue, theme="Un autre soir", starts_at=timezone.now() + 5 * DAY)
    other.rsvp(make_member("Grace Hopper"))
    HostPage.open_for(other, by=organizer)
    for name in ("page", "list", "file", "poster"):
        answer = client.get(link(page, name)).getvalue().decode()
        assert ("Un autre soir" in answer, "Grace Hopper" in answer) == (False, False)
    assert client.get(url("organize:people", edition.slug)).status_code == 302


@pytest.mark.parametrize("name", READING)
def test_nothing_of_it_is_kept_indexed_or_passed_on(client, page, name):
    answer = client.get(link(page, name))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "strict-origin"


def test_log_masks_the_link(client, page, caplog):
    page.revoke()
    token = page.token
    client.get(link(page))
    (record,) = [each for each in caplog.records if "Not Found" in each.getMessage()]
    assert token not in logs.Line("%(message)s").format(record)


def test_reading_changes_nothing(client, page):
    rows = list(HostPage.objects.values_list()), Mail.objects.count()
    status(client, page)
    assert (list(HostPage.objects.values_list()), Mail.objects.count()) == rows


def test_nobodys_address_is_on_a_page_in_the_file_or_in_a_mail(client, page, edition, organizer, settings):
    somebody = make_member(
        "bob@example.org", email="bob@example.org", organisation="jo@example.org", visibility="public"
    )
    edition.rsvp(somebody, guests=2, guest_names=["eve@example.org", "Max max@example.org"])
    keep_time(timezone.now())
    edition.cancel_rsvp(make_and_join(edition, "zoe@example.org"))
    Mail.objects.exclude(kind__startswith="host-").delete()
    answers = [client.get(link(page, name)).getvalue().decode().replace(page.token, "") for name in READING]
    bodies = [mail.body + mail.subject + mail.alternatives[0][0] for mail in delivered(settings)]
    assert len(bodies) == 1
    assert [text for text in answers + bodies if "@" in text.replace("@media", "").replace("qr@", "")] == []
    assert "Max" in client.get(link(page, "list")).content.decode()


def make_and_join(edition, name):
    member = make_member(name)
    edition.rsvp(member)
    return member


# What it says ---------------------------------------------------------------------------------------------------------


def test_page_says_how_many_come_what_was_promised_and_whom_to_call(client, page, edition):
    HostPage.objects.update(promises="Nous rangeons.\nPromis.", to_call="Odile, 06 12 34 56 78")
    answer = client.get(link(page)).content.decode()
    assert '<strong data-live-count="' + link(page, "count") + '">3</strong>' in answer
    assert "Nous rangeons.<br>Promis." in answer
    assert "Odile, 06 12 34 56 78" in answer
    assert client.get(link(page, "count")).json() == {"people": 3, "capacity": edition.capacity}


def test_mix_of_trades_is_told_from_five_people_on(client, page, edition):
    few = client.get(link(page)).content.decode()
    fill(edition, 4)
    many = client.get(link(page)).content.decode()
    assert ("appears once five people have a place" in few, "appears once five" in many) == (True, False)


def test_cancelled_cafe_says_so_and_has_no_list(client, page, edition):
    edition.cancel(reason="Neige")
    answer = client.get(link(page)).content.decode()
    assert ("This café is cancelled." in answer, "Neige" in answer) == (True, True)
    assert [client.get(link(page, name)).status_code for name in ("list", "file")] == [404, 404]


def test_poster_leads_to_the_public_page(client, page, edition, settings):
    answer = client.get(link(page, "poster")).content.decode()
    assert settings.SITE_URL + url("events:detail", edition.slug) in answer
    assert "<svg" in answer and page.token not in answer.split("<article")[1]


def test_everybody_may_hang_up_the_poster_of_an_evening_but_not_of_a_draft(client, edition, organizer, settings):
    answer = client.get(url("events:poster", edition.slug)).content.decode()
    assert settings.SITE_URL + url("events:detail", edition.slug) in answer
    assert ("<svg" in answer, edition.venue.name in answer) == (True, True)
    draft = make_edition(edition.series, status="draft", venue=None)
    assert client.get(url("events:poster", draft.slug)).status_code == 404
    client.force_login(organizer)
    assert client.get(url("events:poster", draft.slug)).status_code == 200


# The list -------------------------------------------------------------------------------------------------------------


def test_list_is_there_from_the_moment_the_host_has_chosen(client, page, edition, a_monday_in_march):
    response = client.post(link(page, "settle"), {"list_hours": "2", "order": "first"})
    assert response.url == link(page)
    assert status(client, page) == [200, 200, 404, 404, 200]
    a_monday_in_march.move_to(edition.starts_at - 2 * HOUR)
    assert status(client, page) == [200] * 5


@pytest.mark.parametrize(
    "typed",
    [
        {"list_hours": "1", "order": "first"},
        {"list_hours": "999", "order": "first"},
        {"list_hours": "2", "order": "age"},
        {},
    ],
)
def test_moment_or_order_that_cannot_be_is_refused(client, page, typed):
    assert client.post(link(page, "settle"), typed).status_code == 200
    page.refresh_from_db()
    assert (page.list_hours, page.order) == (24, "last")


def test_choosing_is_a_button_and_no_link(client, page):
    assert client.get(link(page, "settle")).status_code == 405
    assert [client.post(link(page, name)).status_code for name in READING] == [405] * 5


def test_list_has_everybody_with_a_place_and_nobody_else(client, page, edition):
    edition.change(capacity=3)
    edition.rsvp(make_member("En Attente"))
    freed = make_member("Parti Loin")
    edition.rsvp(freed)
    edition.cancel_rsvp(freed)
    lines = client.get(link(page, "list")).context["lines"]
    assert [str(line) for line in lines] == [
        "Charles Babbage (with Ada Lovelace)",
        "Ada Lovelace (Analytique)",
        "a guest of Ada Lovelace",
    ]


@pytest.mark.parametrize("choice", ["visibility", "organisation_visibility"])
@pytest.mark.parametrize("seen_by", ["members", "cafe", "nobody"])
def test_organisation_that_is_not_shown_to_everybody_stays_away(client, page, edition, organizer, choice, seen_by):
    edition.rsvp(make_member("Bob Noir", organisation="Secrète", **{"visibility": "public", choice: seen_by}))
    client.force_login(organizer)  # whoever opens the link sees the same
    for name in ("list", "file"):
        answer = client.get(link(page, name)).getvalue().decode()
        assert ("Bob Noir" in answer, "Secrète" in answer) == (True, False)


def test_list_follows_the_order_asked_for(client, page):
    assert client.get(link(page, "list"), {"order": "first"}).context["order"] == "first"
    assert client.get(link(page, "list"), {"order": "age"}).context["order"] == "last"


ADA, BOB = Line("Ada Zorn", "Analytique"), Line("Bob Émery")
GUEST, UNNAMED = Line("Zoé Abel", guest_of="Ada Zorn"), Line("", guest_of="Bob Émery")


def test_orders_are_by_first_name_last_name_or_organisation():
    lines = [UNNAMED, GUEST, BOB, ADA]
    assert in_order(lines, "first") == [ADA, BOB, UNNAMED, GUEST]
    assert in_order(lines, "last") == [GUEST, BOB, UNNAMED, ADA]
    assert in_order(lines, "organisation") == [ADA, BOB, UNNAMED, GUEST]


def test_difference_tells_two_people_of_one_name_apart():
    assert difference([ADA, BOB], [ADA, ADA, GUEST]) == ([ADA, GUEST], [BOB])


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_as_often_for_three_rows_as_for_one(
    client, page, edition, django_assert_num_queries, count
):
    for _each in range(count):
        edition.rsvp(make_member(), guests=1)
    with django_assert_num_queries(3):  # the page with its edition, the parties, their members
        client.get(link(page, "file"))


# By mail --------------------------------------------------------------------------------------------------------------


def host_mails(settings):
    Mail.objects.exclude(kind__startswith="host-").delete()
    return [(mail.to, mail.subject.split(":")[0], mail.body) for mail in delivered(settings)]


def test_host_hears_when_the_list_is_there_and_then_each_change(page, edition, settings, a_monday_in_march):
    keep_time(timezone.now())
    ((to, subject, body),) = host_mails(settings)
    assert (to, subject) == (["hana@example.org"], "The list for your reception")
    assert "with 3 names" in body and "Ada Lovelace" not in body
    keep_time(timezone.now() + HOUR)
    assert len(host_mails(settings)) == 1  # nothing has changed
    edition.rsvp(make_member("Bob Martin"))
    edition.rsvp(edition.rsvps.get(member__name="Ada Lovelace").member, guests=0)
    keep_time(timezone.now() + 29 * HOUR / 60)
    assert len(host_mails(settings)) == 1  # not yet
    keep_time(timezone.now() + 30 * HOUR / 60)
    keep_time(timezone.now() + 30 * HOUR / 60)
    (_to, subject, body), *more = host_mails(settings)[1:]
    assert (subject, more) == ("The list has changed", [])
    assert "+ Bob Martin\n− Charles Babbage (with Ada Lovelace)\n− a guest of Ada Lovelace" in body
    assert "2 people are on the list now." in body


def test_who_comes_and_goes_between_two_mails_is_not_told(page, edition, settings):
    keep_time(timezone.now())
    edition.cancel_rsvp(make_and_join(edition, "Bob Martin"))
    keep_time(timezone.now() + HOUR)
    assert len(host_mails(settings)) == 1


@pytest.mark.parametrize("state", ["early", "begun", "withdrawn", "cancelled", "no address"])
def test_no_list_is_mailed_where_there_is_none_to_mail(page, edition, settings, state):
    if state == "early":
        HostPage.objects.update(list_hours=2)
    elif state == "begun":
        Edition.objects.update(starts_at=timezone.now(), ends_at=timezone.now() + HOUR)
    elif state == "withdrawn":
        page.revoke()
    elif state == "cancelled":
        edition.cancel(reason="")
    elif state == "no address":
        HostPage.objects.update(email="")
    keep_time(timezone.now())
    assert [subject for _to, subject, _body in host_mails(settings) if subject != "Cancelled"] == []


def test_host_hears_of_another_date_and_that_it_is_called_off(page, edition, settings):
    moved = edition.starts_at + DAY
    edition.change(starts_at=moved, ends_at=moved + HOUR)
    ((to, subject, body),) = host_mails(settings)
    assert (to, subject, "4 March 2026 at 08:00" in body) == (["hana@example.org"], "New date", True)
    edition.cancel(reason="Neige")
    (_to, subject, body) = host_mails(settings)[-1]
    assert (subject, "Neige" in body, "@" in body) == ("Cancelled", True, False)


def test_who_has_no_link_any_more_hears_nothing(page, edition, settings):
    page.revoke()
    edition.cancel(reason="Neige")
    assert host_mails(settings) == []


def test_mail_that_waits_is_dropped_once_the_link_is_withdrawn(page, settings):
    keep_time(timezone.now())
    page.revoke()
    assert host_mails(settings) == []


def test_names_told_are_forgotten_with_the_link(page, edition):
    keep_time(timezone.now())
    keep_time(edition.ends_at + 2 * DAY - HOUR)
    page.refresh_from_db()
    assert len(page.told) == 3
    keep_time(edition.ends_at + 2 * DAY)
    page.refresh_from_db()
    assert page.told == []


def test_who_leaves_is_taken_off_the_lists_that_hosts_got(page, edition):
    edition.rsvp(make_member("Bob Martin"))
    elsewhere = make_edition(edition.series, venue=edition.venue, starts_at=edition.starts_at + 7 * DAY)
    namesake = HostPage.objects.create(edition=elsewhere, venue=edition.venue, told=[["Ada Lovelace", "", ""]])
    keep_time(timezone.now())
    page.refresh_from_db()
    assert len(page.told) == 4
    erase(edition.rsvps.get(member__name="Ada Lovelace").member)
    page.refresh_from_db()
    namesake.refresh_from_db()
    assert page.told == [["Bob Martin", "", ""]]
    assert namesake.told == [["Ada Lovelace", "", ""]]  # somebody else, at another evening


# From the desk --------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(client, organizer):
    client.force_login(organizer)
    return client


def test_organizers_make_the_page_and_write_its_words(desk, edition, organizer):
    typed = {"contact_name": "Hana", "email": "Hana@Example.org", "to_call": "Odile, 06", "promises": "Des\r\ngobelets"}
    assert desk.post(url("organize:host", edition.slug), typed).status_code == 302
    page = HostPage.objects.get()
    assert (page.email, page.to_call, page.promises) == ("hana@example.org", "Odile, 06", "Des\ngobelets")
    assert page.token in desk.get(url("organize:host", edition.slug)).content.decode()
    desk.post(url("organize:host", edition.slug), {**typed, "promises": ""})
    assert HostPage.objects.get().promises == ""


@pytest.mark.parametrize("field", ["to_call", "promises"])
def test_address_in_the_words_for_the_host_is_refused(desk, edition, field):
    response = desk.post(url("organize:host", edition.slug), {field: "odile@example.org"})
    assert list(response.context["form"].errors) == [field]
    assert HostPage.objects.count() == 0


def test_contact_comes_from_the_offer_of_the_place(edition, organizer):
    offer = make_offer(edition.series, place="La Ruche", contact_name="Hana", language="en")
    offer.move("confirmed")
    page = HostPage.open_for(edition, by=organizer)
    assert (page.contact_name, page.email, page.language) == ("Hana", offer.email, "en")


def test_contact_comes_from_no_offer_that_was_declined_or_is_not_the_organizers_to_read(edition, organizer):
    declined = make_offer(edition.series, place="La Ruche", contact_name="Hana")
    theirs = make_offer(make_series(organizers=[make_member("Autre")]), place="La Ruche", contact_name="Zoé")
    for offer in (declined, theirs):
        offer.move("confirmed")
        assert offer.venue == edition.venue
    declined.move("declined")
    page = HostPage.proposed_for(edition, by=organizer)
    assert (page.contact_name, page.email) == ("", "")
    Edition.objects.update(offer=declined)
    page = HostPage.proposed_for(Edition.objects.get(), by=organizer)
    assert (page.contact_name, page.email) == ("", "")


def test_words_of_another_organizer_for_the_host_are_not_wiped_unknowingly(desk, page, edition):
    address = url("organize:host", edition.slug)
    shown = desk.get(address)
    seen = shown.context["form"]["seen"].value()
    assert f'value="{seen}"' in shown.content.decode()
    HostPage.objects.update(promises="On range tout.")
    mine = {"contact_name": "Hana", "email": "hana@example.org", "to_call": "Odile", "promises": "", "seen": seen}
    form = desk.post(address, mine).context["form"]
    assert list(form.non_field_errors())[1:] == ["What we promise the host: On range tout."]
    assert HostPage.objects.get().promises == "On range tout."
    assert desk.post(address, {**mine, "seen": form["seen"].value()}).status_code == 302
    assert HostPage.objects.get().promises == ""


def test_words_saved_between_looking_and_saving_are_not_overwritten(page, edition):
    typed = {"contact_name": "Hana", "email": "hana@example.org", "to_call": "Odile", "promises": ""}
    form = HostPageForm(typed, instance=HostPage.objects.get())
    assert form.is_valid()
    HostPage.objects.update(promises="On range tout.")
    with pytest.raises(ChangedMeanwhile):
        form.save()
    assert HostPage.objects.get().promises == "On range tout."


def test_page_made_by_another_organizer_in_the_same_moment_is_not_overwritten(edition, organizer):
    form = HostPageForm({"promises": "Rien"}, instance=HostPage.proposed_for(edition, by=organizer))
    assert form.is_valid()
    HostPage.open_for(edition, by=organizer, promises="On range tout.")
    with pytest.raises(ChangedMeanwhile):
        form.save()
    assert HostPage.objects.get().promises == "On range tout."


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_a_hosts_page_at_once_the_second_is_told():
    HostPage.open_for(make_edition(venue=make_venue("Ici")), by=make_member())
    for number in range(5):
        typed = [{"promises": f"{name} {number}"} for name in "AB"]
        forms = [HostPageForm(data, instance=HostPage.objects.get()) for data in typed]
        assert [form.is_valid() for form in forms] == [True, True]
        outcomes = at_once(*[form.save for form in forms])
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ChangedMeanwhile", "HostPage"]
        [saved] = [outcome.promises for outcome in outcomes if isinstance(outcome, HostPage)]
        assert HostPage.objects.get().promises == saved


def test_link_is_mailed_once(desk, page, edition, settings):
    for _twice in range(2):
        desk.post(url("organize:send-host-link", edition.slug))
    ((to, _subject, body),) = host_mails(settings)
    assert (to, link(page) in body) == (["hana@example.org"], True)
    desk.post(url("organize:renew-host-link", edition.slug))
    desk.post(url("organize:send-host-link", edition.slug))
    page.refresh_from_db()
    assert link(page) in host_mails(settings)[-1][2]


def test_link_is_withdrawn_and_renewed_from_the_desk(desk, client, page, edition):
    before = page.token
    for _twice in range(2):
        desk.post(url("organize:revoke-host-link", edition.slug))
    assert client.get(url("host:page", before)).status_code == 404
    assert "The link is withdrawn" in desk.get(url("organize:host", edition.slug)).content.decode()
    desk.post(url("organize:renew-host-link", edition.slug))
    page.refresh_from_db()
    assert (client.get(url("host:page", before)).status_code, client.get(link(page)).status_code) == (404, 200)


def test_cafe_without_a_venue_has_no_host_page(desk, edition):
    waiting = make_edition(edition.series, starts_at=timezone.now() + 9 * DAY)
    assert "The café has no venue yet." in desk.get(url("organize:host", waiting.slug)).content.decode()
    for name in ("send-host-link", "renew-host-link", "revoke-host-link"):
        assert desk.post(url(f"organize:{name}", waiting.slug)).status_code == 404


@pytest.mark.parametrize("facts", [{"list_hours": 0}, {"list_hours": 169}, {"order": "age"}])
def test_impossible_page_is_refused_by_the_database(page, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        HostPage.objects.update(**facts)


def test_one_page_an_edition_and_venue(page):
    with pytest.raises(IntegrityError), transaction.atomic():
        HostPage.objects.create(edition=page.edition, venue=page.venue)


# What people are told -------------------------------------------------------------------------------------------------


def test_people_are_told_that_the_reception_sees_their_name(client, edition, settings):
    form = client.get(url("events:rsvp", edition.slug)).content.decode()
    assert "the host's reception sees" in form.replace("&#x27;", "'")
    member = make_member("Bob Martin", language="en")
    client.force_login(member)
    for name in ("events:rsvp", "events:detail"):
        assert "reception" in client.get(url(name, edition.slug)).content.decode()
    Mail.objects.all().delete()
    edition.rsvp(member)
    (mail,) = delivered(settings)
    assert "The host's reception sees your name" in mail.body


# The file -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+33 1",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u00a0=1",
        "\u3000＝1",
    ],
)
def test_cell_that_could_be_a_formula_is_made_harmless(cell):
    assert harmless(cell) == "'" + cell.replace("\t", " ").replace("\r", " ").replace("\n", " ")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Ada\r\n=1+1", "Ada  =1+1"),
        ("Ada\u2028=1", "Ada =1"),
        ("Ada,=1+1", "Ada,'=1+1"),
        ("Ada; ＝1", "Ada; '＝1"),
        ('Ada",-1', "Ada\",'-1"),
        ("a, b; c", "a, b; c"),
    ],
)
def test_cell_holds_no_formula_for_a_program_that_splits_it(cell, written):
    assert harmless(cell) == written


@pytest.mark.parametrize("cell", ["", "Zoé", "a=b", "1-2", "l'ami", 3])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == str(cell)


@pytest.mark.parametrize(("language", "separator"), [("fr", ";"), ("en", ",")])
def test_file_is_utf8_with_a_mark_and_every_cell_quoted(language, separator):
    with translation.override(language):
        response = csv_file("été.csv", [["Nom", "É, è;"], ['Le "Bon"', "=1"]])
    quote = '"'
    assert (
        response.getvalue()
        == ("\ufeff" + f'{quote}Nom{quote}{separator}{quote}É, è;{quote}\r\n"Le ""Bon"""{separator}"\'=1"\r\n').encode()
    )
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%C3%A9t%C3%A9.csv"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_reception_file_has_the_names_of_the_list(client, page, edition):
    edition.rsvp(make_member("=HYPERLINK(1)"))
    response = client.get(link(page, "file"))
    text = response.getvalue().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [
        ["Name", "Organisation", "Comes with"],
        ["'=HYPERLINK(1)", "", ""],
        ["Charles Babbage", "", "Ada Lovelace"],
        ["Ada Lovelace", "Analytique", ""],
        ["a guest of Ada Lovelace", "", "Ada Lovelace"],
    ]
    assert response["Content-Disposition"] == f'attachment; filename="reception {edition.slug}.csv"'
