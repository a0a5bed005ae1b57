"""The main tasks by keyboard alone on the smallest phone: in Chromium and in Firefox, with and without JavaScript."""

import datetime
import os
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
import vobject
from django.utils import timezone
from playwright.sync_api import Error as PlaywrightError

from events.models import Edition
from members.models import Member
from tests.browser.test_main_tasks import code_of
from tests.factories import make_edition, make_member, make_series, make_venue, shift
from tests.firefox import Firefox, firefox_path

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

WIDTH, HEIGHT = 320, 640
# Where the focus is: what that is called, whether a line round it shows it, and whether the page scrolls sideways.
STOP = """(() => {
    const at = document.activeElement, style = getComputedStyle(at), page = document.documentElement
    const name = at.labels?.[0]?.innerText || at.getAttribute("aria-label") || at.innerText || at.name || ""
    const hasLine = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
    return {
        name: name.replace(/\\s+/g, " ").trim(),
        // The little calendar in a date field has a stop and a line of its own; the field has no focus then.
        isShown: !at.matches(":focus") || at.matches(":focus-visible") && hasLine,
        isWide: page.scrollWidth > page.clientWidth,
        isPage: at === document.body || at === page,
    }
})()"""

# What there is to read once the page is there whole; spaces that do not break are spaces.
TEXT = """document.readyState === "complete"
    ? (document.querySelector("main")?.innerText ?? "").replace(/\\s+/g, " ") : ''"""


class Chromium:
    """What of Playwright these walks need, by the names that it has in `tests.firefox`."""

    def __init__(self, reader: Any) -> None:
        self.reader, page = reader, reader.page
        self.go, self.press, self.write, self.read = page.goto, page.keyboard.press, page.keyboard.type, page.evaluate

    def problems(self, base: str) -> list[str]:
        return self.reader.problems


class Walk:
    """Somebody who has a keyboard and no mouse. Every stop of the focus has to show itself."""

    def __init__(self, browser: Chromium | Firefox, base: str) -> None:
        self.browser, self.base = browser, base

    def go(self, path: str) -> None:
        self.browser.go(self.base + path)

    def reach(self, name: str) -> None:
        """Tab, until what begins with this name has the focus."""
        passed = []
        for _step in range(100):
            self.browser.press("Tab")
            stop = self.browser.read(STOP)
            if stop is None:  # between two pages there is none
                time.sleep(0.05)
                continue
            assert not stop["isWide"], stop
            assert stop["isShown"] or stop["isPage"], stop
            if stop["name"].startswith(name) and not stop["isPage"]:
                return
            passed.append(stop["name"][:40])
        pytest.fail(f"no step led to “{name}”: {passed}")

    def choose(self, name: str, *, sees: str) -> None:
        """Follows the link or pushes the button, and waits for what there is to read then."""
        self.reach(name)
        self.browser.press("Enter")
        self.sees(sees)

    def fill(self, name: str, text: str) -> None:
        self.reach(name)
        self.browser.write(text)

    def tick(self, name: str) -> None:
        self.reach(name)
        self.browser.press("Space")

    def sees(self, words: str) -> None:
        deadline, found = time.monotonic() + 15, ""
        while time.monotonic() < deadline:
            try:
                found = self.browser.read(TEXT) or ""
            except (AssertionError, PlaywrightError):
                found = ""  # between two pages there is none to read
            if words in found:
                return
            time.sleep(0.05)
        pytest.fail(f"“{words}” is not there: {found}")


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = firefox_path()
    if not program:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("no Firefox was found, and REQUIRE_ALL=1 allows no skipping; FIREFOX=… says where one is")
        pytest.skip("no Firefox was found; FIREFOX=… says where one is")
    browser = Firefox(program, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.quit()


@pytest.fixture(params=["chromium", "firefox"])
def walk(request, read, live_server) -> Iterator[Any]:
    """Opens this browser, with or without JavaScript."""
    opened: list[Walk] = []

    def open_one(*, scripts: bool) -> Walk:
        if request.param == "firefox":
            browser = request.getfixturevalue("firefox")
            browser.begin(width=WIDTH, height=HEIGHT, scripts=scripts)
        else:
            viewport = {"width": WIDTH, "height": HEIGHT}
            browser = Chromium(read(viewport=viewport, java_script_enabled=scripts))
        opened.append(Walk(browser, live_server.url))
        return opened[-1]

    yield open_one
    found = [problem for one in opened for problem in one.browser.problems(live_server.url)]
    for one in opened:
        one.browser.go("about:blank")
    assert found == []


SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["js", "no-js"])


@SCRIPTS
def test_newcomer_finds_a_café_comes_frees_the_place_subscribes_and_leaves(walk, post_office, live_server, scripts):
    edition = make_edition(make_series(name="Café des CM"), theme="Modérer la nuit", venue=make_venue("La Gaîté"))
    one = walk(scripts=scripts)

    one.go("/")
    one.choose("Modérer la nuit", sees="L’inventaire de la soirée")
    assert one.browser.read("[innerWidth, matchMedia('(scripting: none)').matches]") == [WIDTH, not scripts]
    one.choose("Je viens", sees="Votre nom")
    one.fill("Votre nom", "Ada Lovelace")
    one.fill("Votre adresse e-mail", "ada@example.org")
    one.choose("Envoyez-moi le code", sees="ada@example.org")
    one.fill("Code", code_of(post_office()))
    one.choose("Confirmer ma place", sees="Vous avez une place")
    assert [rsvp.member.name for rsvp in edition.rsvps.going()] == ["Ada Lovelace"]

    one.choose("Libérer ma place", sees="Libérer ma place ?")
    one.choose("Libérer ma place", sees="Je viens")
    assert edition.rsvps.get().is_cancelled

    one.choose("S’abonner", sees="L’adresse du calendrier")
    one.reach("L’adresse du calendrier")
    address = one.browser.read("document.activeElement.value")
    if scripts:
        one.choose("Copier l’adresse", sees="Adresse copiée")
    with urllib.request.urlopen(live_server.url + "/calendar.ics") as answer:  # noqa: S310
        assert address.endswith("/calendar.ics")
        assert "Modérer la nuit" in vobject.readOne(answer.read().decode()).vevent.summary.value

    one.choose("Mon café", sees="Mon profil")
    one.choose("Mon profil", sees="En une ligne")
    one.fill("En une ligne", "Les moteurs, et qui s’en sert")
    one.choose("Enregistrer", sees="Votre profil est enregistré")
    assert Member.objects.get(email="ada@example.org").headline == "Les moteurs, et qui s’en sert"

    one.choose("Mon café", sees="Mes données")
    one.choose("Mes données", sees="Partir")
    one.choose("Effacer mon compte", sees="Ce geste est sans retour")
    one.tick("Oui, effacer")
    one.choose("Tout effacer maintenant", sees="Tout ce qui vous concernait est effacé.")
    assert not Member.objects.filter(email="ada@example.org").exists()


@SCRIPTS
def test_organizer_signs_in_publishes_a_café_and_checks_people_in(walk, post_office, scripts):
    organizer = make_member("Claire", email="claire@example.org")
    make_series(name="Café des CM", organizers=[organizer])
    make_venue("Le Bouillon")
    one = walk(scripts=scripts)

    one.go("/organize/")
    one.fill("Votre adresse e-mail", "claire@example.org")
    one.choose("Envoyez-moi un code", sees="claire@example.org")
    one.fill("Code", code_of(post_office()))
    one.choose("Continuer", sees="Publier un café")
    one.choose("Publier un café", sees="Thème")
    day = timezone.localdate() + datetime.timedelta(days=30)
    one.fill("Date", f"{day:%m%d%Y}")  # both browsers speak English here: the month comes first
    one.fill("Lieu", "Le Bouillon")
    one.fill("Thème", "Soupe et modération")
    one.choose("Publier", sees="Soupe et modération")
    edition = Edition.objects.get()
    assert (edition.status, edition.venue.name, edition.starts.date()) == ("published", "Le Bouillon", day)

    edition.rsvp(make_member("Ada Lovelace"))
    shift(edition, timezone.now())
    one.choose("Organiser", sees="Accueillir à l’entrée")
    one.choose("Accueillir à l’entrée", sees="0 dans la salle")
    one.choose("Faire entrer Ada Lovelace", sees="1 dans la salle")
    deadline = time.monotonic() + 15
    while not edition.people_in_the_room and time.monotonic() < deadline:
        time.sleep(0.05)  # the page says it at once, and sends it then
    assert edition.people_in_the_room == 1
