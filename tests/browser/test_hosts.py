"""From a stranger's offer to the thank-you: the form, the board, the evening, the host's own page and its list."""

import csv
import datetime
import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from events.chores import keep_time
from events.models import Edition, HostPage
from tests.factories import fill, make_edition, make_member, make_offer, make_series, make_venue
from venues.models import HostOffer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])
DAY = datetime.timedelta(days=1)


@pytest.fixture
def organizer():
    return make_member("Odile", email="odile@example.org", language="fr")


@pytest.fixture
def at_the_desk(read, organizer, live_server):
    """Opens a browser in which the organizer is signed in already."""

    def open_one(**options):
        client = Client()
        client.force_login(organizer)
        reader = read(**options)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return reader

    return open_one


def offer_a_place(page, post_office) -> None:
    """What a stranger does: the form, and the code of the mail."""
    page.goto("/")
    page.locator("footer a[href='/host/']").click()
    page.locator("[name=organisation]").fill("Coopérative du Moulin")
    page.locator("[name=place]").fill("Le Moulin")
    page.locator("[name=address]").fill("3 rue Racine")
    page.locator("[name=city]").fill("Paris")
    page.locator("[name=capacity]").fill("50")
    page.locator("[name=contact_name]").fill("Hana Morel")
    page.locator("[name=email]").fill("hana@example.org")
    page.locator("main button.large").click()
    code = re.search(r"\b\d{6}\b", post_office()[-1].body).group()
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    assert page.url.endswith("/host/thanks/")


@BROWSERS
def test_stranger_offers_a_place_and_is_thanked_for_the_evening(
    read, at_the_desk, organizer, post_office, live_server, settings, options
):
    settings.SITE_URL = live_server.url
    series = make_series(slug="cafe", name="Le Café", organizers=[organizer], guests_at_most=1)
    make_edition(series, starts_at=timezone.now() + 90 * DAY, venue=make_venue("Ailleurs"))
    stranger = read(**options)
    offer_a_place(stranger.page, post_office)

    # The organizers: from the board to a published evening.
    desk = at_the_desk(**options)
    page = desk.page
    page.goto("/organize/offers/")
    page.get_by_role("link", name="Le Moulin").click()
    page.get_by_role("button", name="Visite faite").click()
    page.get_by_role("button", name="Accord donné").click()
    clicks = 0
    page.goto("/organize/offers/")
    page.get_by_role("link", name="Publier son café").click()
    clicks += 1
    page.get_by_role("button", name="Publier").click()
    clicks += 1
    edition = Edition.objects.get(venue__name="Le Moulin")
    assert (clicks <= 5, edition.status, edition.capacity) == (True, "published", 50)
    page.get_by_role("button", name="L’envoyer à l’hôte").click()

    # The host: a page of their own, from the mail.
    for name in ("Zoé Abel", "=Ada Lovelace"):
        edition.rsvp(make_member(name))
    fill(edition, 3)
    host = read(**options)
    [mail] = [mail for mail in post_office() if "/host/" in mail.body]
    link = re.search(r"http\S+/host/\S+", mail.body).group()
    host.page.goto(link)
    assert host.page.locator(".host-count strong").inner_text() == "5"
    assert host.page.locator(".poem li").count() >= 1
    assert host.page.get_by_role("link", name="Ouvrir la liste").count() == 0
    starts_at = timezone.now() + DAY
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + DAY / 12)
    host.page.locator("[name=list_hours]").select_option("48")
    host.page.locator("[name=order]").select_option("first")
    host.page.get_by_role("button", name="Enregistrer").click()
    with host.page.expect_download() as download:
        host.page.get_by_role("link", name="En fichier").click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")), delimiter=";"))
    assert (rows[0], ["Zoé Abel", "", ""] in rows, ["'=Ada Lovelace", "", ""] in rows, len(rows)) == (
        ["Nom", "Organisation", "Vient avec"],
        True,
        True,
        6,
    )
    host.page.get_by_role("link", name="Ouvrir la liste").click()
    assert host.page.locator(".reception tbody tr").count() == 5
    host.page.emulate_media(media="print")
    shown = [host.page.locator(part).first.is_visible() for part in (".reception", "nav", ".actions", "footer")]
    assert shown == [True, False, False, False]
    host.page.emulate_media(media="screen")

    # Afterwards: the thank-you with one click from the board.
    over = timezone.now() - DAY / 12
    Edition.objects.filter(pk=edition.pk).update(starts_at=over - DAY / 12, ends_at=over)
    keep_time(timezone.now())
    page.goto("/organize/offers/")
    page.get_by_role("button", name="Envoyer le merci").click()
    mail = post_office()[-1]
    assert (mail.to, "5 personnes" in mail.body) == (["hana@example.org"], True)
    assert HostOffer.objects.get().step == "thanked"
    assert stranger.problems + desk.problems + host.problems == []


def test_number_of_people_follows_while_the_page_is_open(read, organizer):
    edition = make_edition(make_series(organizers=[organizer]), venue=make_venue())
    page = HostPage.open_for(edition, by=organizer)
    reader = read()
    reader.page.clock.install()
    reader.page.goto(page.get_absolute_url())
    shown = reader.page.locator(".host-count strong")
    assert shown.inner_text() == "0"
    edition.rsvp(make_member())
    with reader.page.expect_response("**/count.json"):
        reader.page.clock.fast_forward(31_000)
    shown.get_by_text("1").wait_for()
    assert reader.problems == []


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_about_hosts_is_accessible_and_fits_320_pixels(at_the_desk, organizer, scheme):
    series = make_series(organizers=[organizer])
    edition = make_edition(series, venue=make_venue("Un lieu au nom " * 6), starts_at=timezone.now() + DAY / 2)
    fill(edition, 5)
    page = HostPage.open_for(edition, by=organizer, promises="Nous rangeons.", email="hana@example.org")
    offer = make_offer(series, place="Anticonstitutionnellement" * 3, message="Mot" * 100)
    offer.move("confirmed")
    make_offer(series).move("hosted")
    offer.write("Bonjour", "Bonjour à vous.", by=organizer)
    reader = at_the_desk(color_scheme=scheme, viewport={"width": 320, "height": 640})
    own = page.get_absolute_url()
    paths = [
        "/host/",
        "/host/thanks/",
        own,
        f"{own}list/",
        f"{own}poster/",
        "/organize/",
        "/organize/offers/",
        "/organize/offers/new/",
        f"/organize/offers/{offer.pk}/",
        f"/organize/offers/{offer.pk}/write/",
        f"/organize/offers/{offer.pk}/publish/{series.slug}/",
        f"/organize/{edition.slug}/host/",
    ]
    found = {}
    for path in paths:
        reader.page.goto(path)
        found[path] = (reader.axe(), reader.scrolls_sideways())
    reader.page.goto("/host/")
    reader.page.locator("main button.large").click()
    found["errors"] = (reader.axe(), reader.scrolls_sideways())
    assert {path: what for path, what in found.items() if what != ([], False)} == {}
    assert reader.problems == []
