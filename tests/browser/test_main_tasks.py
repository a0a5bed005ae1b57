"""A stranger with a browser: find the next café, come without a password, free the place; publish; subscribe."""

import datetime
import re
import urllib.request

import pytest
import vobject
from django.utils import timezone

from events.models import Edition
from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])


def code_of(mails) -> str:
    return re.search(r"\b(\d{6})\b", mails[-1].subject + mails[-1].body).group(1)


@BROWSERS
def test_stranger_finds_the_next_cafe_comes_and_frees_the_place(read, post_office, options):
    edition = make_edition(make_series(name="Café des CM"), theme="Modérer la nuit", venue=make_venue("La Gaîté"))
    reader = read(**options)
    page = reader.page
    page.goto("/")
    page.get_by_role("link", name=re.compile("Modérer la nuit")).first.click()
    page.get_by_role("link", name="Je viens").first.click()
    page.get_by_label("Votre nom").fill("Ada Lovelace")
    page.get_by_label("Votre adresse e-mail").fill("ada@example.org")
    page.get_by_role("button", name="Envoyez-moi le code").click()
    page.get_by_label("Code").fill(code_of(post_office()))
    page.get_by_role("button", name="Confirmer ma place").click()
    assert page.url.endswith(edition.get_absolute_url())
    assert edition.rsvps.going().get().member.name == "Ada Lovelace"
    assert "Vous avez une place" in post_office()[-1].subject

    link = re.search(r"https?://\S+/rsvp/\S+", post_office()[-1].body).group(0)
    page.goto("/" + link.split("/", 3)[3])
    page.get_by_role("button", name="Libérer ma place").click()
    assert edition.rsvps.get().is_cancelled
    assert reader.problems == []


@BROWSERS
def test_organizer_publishes_a_new_venue_and_date_and_a_calendar_client_sees_it(
    read, post_office, live_server, options
):
    organizer = make_member("Claire", email="claire@example.org")
    make_series(name="Café des CM", organizers=[organizer])
    reader = read(**options)
    page = reader.page
    page.goto("/organize/")
    page.get_by_label("Adresse e-mail").fill("claire@example.org")
    page.locator("main form button").first.click()
    page.locator("input[name=code]").fill(code_of(post_office()))
    page.locator("main form button").first.click()
    page.goto("/organize/new/")
    day = (timezone.localdate() + datetime.timedelta(days=30)).isoformat()
    page.locator("input[name=date]").fill(day)
    page.locator("select[name=venue]").select_option("+")
    page.locator("input[name=venue_name]").fill("Le Bouillon")
    page.locator("input[name=venue_address]").fill("1 rue des Écoles")
    page.locator("input[name=venue_city]").fill("Paris")
    page.locator("input[name=theme]").fill("Soupe et modération")
    page.get_by_role("button", name="Publier").click()
    edition = Edition.objects.get()
    assert (edition.status, edition.venue.name, edition.number) == ("published", "Le Bouillon", 1)
    with urllib.request.urlopen(live_server.url + "/calendar.ics") as answer:  # noqa: S310
        [event] = vobject.readOne(answer.read().decode()).vevent_list
    assert event.location.value.startswith("Le Bouillon, 1 rue des Écoles")
    assert event.dtstart.value == edition.starts_at
    assert reader.problems == []


def pages() -> list[str]:
    return ["/", "/cafes/", "/cafes/past/", "/venues/", "/specialties/", "/subscribe/", "/accounts/login/"]


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_public_page_is_accessible_and_fits_320_pixels(read, scheme, prefix):
    venue = make_venue("La Gaîté", host="La Ville", has_lift=True, capacity=80)
    edition = make_edition(
        make_series(), theme="Modérer la nuit", venue=venue, description="# Programme\n\n- un\n- deux"
    )
    make_edition(edition.series, starts_at=timezone.now() - datetime.timedelta(days=30), venue=venue)
    for number in range(6):
        edition.rsvp(make_member(f"Membre {number}", visibility="public"))
    month = f"/cafes/{edition.starts:%Y/%-m}/"
    reader = read(color_scheme=scheme, viewport={"width": 320, "height": 640})
    found = {}
    for path in [
        *pages(),
        month,
        edition.get_absolute_url(),
        venue.get_absolute_url(),
        f"{edition.get_absolute_url()}rsvp/",
    ]:
        reader.page.goto(prefix + path)
        found[path] = (reader.axe(), reader.scrolls_sideways())
    assert {path: what for path, what in found.items() if what != ([], False)} == {}
    assert reader.problems == []
