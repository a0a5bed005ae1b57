"""Finding one's trade, following it, tending the inventory, saying yes to an introduction: in a browser."""

import datetime

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from events.models import Introduction
from members.models import Member, Purpose, Specialty
from tests.factories import fill, make_edition, make_member, make_series

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])


@pytest.fixture
def read_as(read, live_server):
    """Opens a browser in which this member is signed in already."""

    def open_one(member: Member, **options):
        client = Client()
        client.force_login(member)
        reader = read(**options)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return reader

    return open_one


@BROWSERS
def test_stranger_finds_the_word_for_their_work(read, options):
    make_member("Ana Ouverte", visibility="public").practise([Specialty.objects.get(key="moderation")])
    reader = read(**options)
    page = reader.page
    page.goto("/specialties/")
    page.get_by_role("link", name="Lequel est le mien").click()
    page.get_by_label("De personnes qui jouent").check()
    page.get_by_label("Écrire des règles et traiter des signalements").check()
    page.get_by_role("button", name="Trouver mon métier").click()
    assert page.locator(".match h2").first.inner_text().replace("\n", " ") == "Modération et sécurité"
    assert page.locator(".match").first.get_by_text("Ana Ouverte").is_visible()
    assert page.get_by_label("De personnes qui jouent").is_checked()
    assert reader.problems == []


@BROWSERS
def test_member_follows_a_trade_and_ends_it(read_as, options):
    member = make_member()
    reader = read_as(member, **options)
    page = reader.page
    page.goto("/specialties/veille/")
    page.get_by_role("button", name="Suivre ce métier").click()
    assert member.is_following(Specialty.objects.get(key="veille"))
    page.get_by_role("button", name="Ne plus suivre").click()
    assert member.followings.count() == 0
    assert reader.problems == []


@BROWSERS
def test_organizer_adds_a_suggested_trade_merges_one_and_retires_one(read_as, options):
    organizer = make_member("Odile")
    make_series(organizers=[organizer])
    make_member().suggest_trade("Médiation numérique")
    reader = read_as(organizer, **options)
    page = reader.page
    page.goto("/organize/")
    page.get_by_role("main").get_by_role("link", name="L’inventaire des métiers").click()
    page.get_by_role("link", name="En faire un métier").click()
    page.get_by_label("Famille").select_option("care")
    page.get_by_label("En une phrase, en français").fill("Accompagner celles et ceux que le numérique laisse de côté.")
    page.get_by_label("Nom en anglais").fill("Digital mediation")
    page.get_by_label("En une phrase, en anglais").fill("Walking beside those whom the digital world leaves out.")
    page.get_by_role("button", name="Ajouter").click()
    page.get_by_role("link", name="Médiation numérique").click()
    page.get_by_label("Dans", exact=True).select_option("relation-client")
    page.get_by_role("button", name="Réunir").click()
    page.get_by_role("link", name="Veille et e-réputation").click()
    page.get_by_role("button", name="Retirer", exact=True).click()
    assert Specialty.objects.get(key="digital-mediation").merged_into.key == "relation-client"
    assert Specialty.objects.get(key="veille").is_retired
    assert reader.problems == []


@BROWSERS
def test_member_says_yes_reads_whom_to_meet_and_takes_it_back(read_as, options):
    edition = make_edition(make_series(), starts_at=timezone.now() + datetime.timedelta(days=1), capacity=20)
    member, other = make_member("Ana"), make_member("Bo")
    for each in (member, other):
        edition.rsvp(each)
    other.consent(Purpose.INTRODUCTIONS)
    reader = read_as(member, **options)
    page = reader.page
    page.goto(edition.get_absolute_url())
    page.get_by_role("link", name="Le dire").click()
    page.get_by_role("button", name="Présentez-moi").click()
    edition.introduce()
    page.goto(edition.get_absolute_url())
    meet = page.get_by_role("region", name="Qui rencontrer")
    assert meet.get_by_text("Bo", exact=True).is_visible()
    meet.get_by_role("link", name="Ne plus me présenter").click()
    page.get_by_role("button", name="Ne plus me présenter").click()
    page.goto(edition.get_absolute_url())
    assert page.get_by_role("region", name="Qui rencontrer").count() == 0
    assert Introduction.objects.count() == 0
    assert reader.problems == []


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_trades_are_accessible_and_fit_a_small_screen(read_as, scheme):
    organizer = make_member("Odile")
    series = make_series(organizers=[organizer])
    edition = make_edition(series, starts_at=timezone.now() + datetime.timedelta(days=1), capacity=40)
    trades = list(Specialty.objects.all())
    for number, trade in enumerate(trades[:12]):
        member = make_member(visibility="public")
        member.practise([trade])
        member.consent(Purpose.INTRODUCTIONS)
        member.follow(trades[12 + number])
        edition.rsvp(member)
    edition.rsvp(organizer)
    organizer.consent(Purpose.INTRODUCTIONS)
    organizer.suggest_trade("Médiation numérique dans une médiathèque")
    fill(edition, 3)
    edition.introduce()
    reader = read_as(organizer, color_scheme=scheme, viewport={"width": 320, "height": 700})
    found = {}
    for path in [
        edition.get_absolute_url(),
        "/specialties/",
        "/specialties/veille/",
        "/specialties/which/?community=players&work=moderate",
        "/specialties/suggest/",
        "/organize/specialties/",
        "/organize/specialties/new/",
        "/organize/specialties/veille/",
        "/members/me/meeting/",
    ]:
        reader.page.goto(path)
        found[path] = (reader.axe(), reader.scrolls_sideways())
    assert found == dict.fromkeys(found, ([], False))
    assert reader.problems == []
