"""The cafés on a phone without a connection: what everybody reads, what is one's own, and nobody else's."""

import datetime
import re

import pytest
from django.utils import timezone

from tests.factories import make_edition, make_member, make_series, make_venue
from tests.server import installation

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

KEPT = """async () => {
    const found = {}
    for (const name of await caches.keys()) {
        const addresses = await (await caches.open(name)).keys()
        found[name.split(" ")[0]] = addresses.map(each => new URL(each.url).pathname)
    }
    return found
}"""
OWN = """async (address) => {
    const names = (await caches.keys()).filter(each => each.startsWith("own "))
    const kept = names.length && await (await caches.open(names[0])).match(address, {ignoreVary: true})
    return kept ? kept.text() : ""
}"""
READY = "navigator.serviceWorker.ready.then(() => true)"


@pytest.fixture
def edition():
    venue = make_venue("La Gaîté", getting_in="Code 4321, au fond de la cour")
    edition = make_edition(make_series(), theme="Modérer la nuit", venue=venue)
    begin = timezone.now() + datetime.timedelta(minutes=30)
    type(edition).objects.filter(pk=edition.pk).update(starts_at=begin, ends_at=begin + datetime.timedelta(hours=2))
    make_edition(edition.series, theme="Le mois d’après", starts_at=begin + datetime.timedelta(days=30))
    return edition


def wait_until_kept(page, address: str, name: str) -> None:
    assert page.evaluate(
        """async ([address, name]) => {
            for (let patience = 200; patience; patience--) {
                for (const cacheName of (await caches.keys()).filter(each => each.startsWith(name)))
                    if (await caches.match(address, {ignoreVary: true, cacheName})) return true
                await new Promise(resolve => setTimeout(resolve, 50))
            }
        }""",
        [address, name],
    )


def cut(reader) -> None:
    """No connection any more, for the page and for what keeps its pages."""
    reader.context.set_offline(True)


def text_of(page, address: str) -> str:
    page.goto(address)
    return page.locator("main").inner_text()


def sign_in(reader, client, member) -> None:
    client.force_login(member)
    session = client.cookies["sessionid"].value
    reader.context.add_cookies([{"name": "sessionid", "value": session, "url": reader.base}])


def test_coming_cafés_are_read_without_a_connection_after_one_visit(read, edition):
    reader = read(service_workers="allow")
    page = reader.page
    page.goto("/")
    page.evaluate(READY)
    for address in (edition.get_absolute_url(), "/cafes/"):
        wait_until_kept(page, address, "pages")
    wait_until_kept(page, "/static/css/pages.css", "files")
    cut(reader)
    assert "Modérer la nuit" in text_of(page, "/")
    assert "Le mois d’après" in text_of(page, "/cafes/")
    assert "La Gaîté" in text_of(page, edition.get_absolute_url())
    assert page.locator("[data-offline]").is_visible()
    assert "Besley" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Pas de connexion" in text_of(page, "/venues/ailleurs/")
    assert "No connection" in text_of(page, "/en/venues/elsewhere/")
    reader.problems.clear()  # the browser tells of requests that found no connection


def test_whoever_has_a_place_reads_how_one_gets_in_without_a_connection(read, client, edition):
    member = make_member("Léa")
    rsvp = edition.rsvp(member)
    reader = read(service_workers="allow")
    sign_in(reader, client, member)
    page = reader.page
    page.goto("/")
    page.evaluate(READY)
    place = f"{edition.get_absolute_url()}rsvp/{rsvp.place_token}/"
    wait_until_kept(page, place, "own ")
    cut(reader)
    assert "Code 4321" in text_of(page, "/")
    assert "Code 4321" in text_of(page, edition.get_absolute_url())
    text_of(page, place)
    assert page.locator(".door-code svg").is_visible()


def test_place_that_was_just_taken_goes_along_too(read, client, edition):
    """The page after the button came at the end of a form, past the script that keeps pages."""
    reader = read(service_workers="allow")
    sign_in(reader, client, make_member("Léa"))
    page = reader.page
    page.goto(edition.get_absolute_url())
    page.evaluate(READY)
    wait_until_kept(page, edition.get_absolute_url(), "own ")
    page.get_by_role("button", name="Je viens").click()
    for _patience in range(100):
        if "4321" in page.evaluate(OWN, edition.get_absolute_url()):
            break
        page.wait_for_timeout(50)
    cut(reader)
    assert "Code 4321" in text_of(page, edition.get_absolute_url())


@pytest.mark.parametrize("who", ["another member", "nobody", "signed out"])
def test_nobody_reads_what_was_kept_for_somebody_else(read, client, edition, who):
    member = make_member("Léa")
    edition.rsvp(member)
    reader = read(service_workers="allow")
    sign_in(reader, client, member)
    page = reader.page
    page.goto("/")
    page.evaluate(READY)
    page.reload()
    wait_until_kept(page, edition.get_absolute_url(), "own ")
    assert "Code 4321" in page.locator("main").inner_text()
    if who == "signed out":
        page.goto("/accounts/logout/")
        page.locator("main form button").first.click()
    else:
        reader.context.clear_cookies()
        if who == "another member":
            sign_in(reader, client, make_member("Zoé"))
        page.goto("/cafes/")
    page.wait_for_timeout(500)
    for name, addresses in page.evaluate(KEPT).items():
        for address in addresses if name in {"own", "pages"} else []:
            kept = page.evaluate(
                """async (address) => {
                    const answers = await Promise.all((await caches.keys()).map(async name =>
                        (await caches.open(name)).match(address, {ignoreVary: true})))
                    return Promise.all(answers.filter(Boolean).map(answer => answer.text()))
                }""",
                address,
            )
            assert [text for text in kept if "4321" in text or "Vous avez une place" in text] == []
    cut(reader)
    assert "4321" not in text_of(page, "/")
    assert "4321" not in text_of(page, edition.get_absolute_url())


def test_forms_and_the_desk_are_never_kept(read, client, edition):
    owner = make_member("Claire")
    edition.series.appoint(owner, "owner")
    reader = read(service_workers="allow")
    sign_in(reader, client, owner)
    page = reader.page
    page.goto("/")
    page.evaluate(READY)
    for address in ("/organize/", "/members/me/", f"{edition.get_absolute_url()}rsvp/", "/"):
        page.goto(address)
    wait_until_kept(page, "/", "own ")
    kept = page.evaluate(KEPT)
    assert [
        each for name in kept for each in kept[name] if "organize" in each or "/me/" in each or "rsvp" in each
    ] == []


LIMITS = {"requests": 8, "bytes without fonts and photos": 20_000, "bytes with fonts": 45_000, "layout shift": 0.02}
# A connection that lets one see the page before its typeface is there.
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 100_000, "uploadThroughput": 100_000}
SHIFT = """document.fonts.ready.then(() => new Promise(resolve => {
    let sum = 0
    const add = list => list.getEntries().forEach(each => { sum += each.value })
    new PerformanceObserver(add).observe({type: "layout-shift", buffered: true})
    setTimeout(() => resolve(sum), 300)
}))"""


def test_first_visit_weighs_little(browser, tmp_path):
    """As the product serves it, compressed, to an empty cache, until the page is there; photos are another matter."""
    found = {}
    with installation(tmp_path) as server:
        server.manage("migrate")
        server.manage("demo")
        server.start()
        edition = server.ask("from events.models import Edition\nanswer = Edition.objects.public().upcoming()[0].slug")
        for path in ("/", "/cafes/", f"/cafes/{edition}/", "/venues/", "/specialties/", "/specialties/moderation/"):
            context = browser.new_context(viewport={"width": 360, "height": 740})
            page = context.new_page()
            answers = []
            page.on("response", lambda answer, answers=answers: answers.append(answer))
            context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
            page.goto(server.url + path, wait_until="load")
            shift = page.evaluate(SHIFT)
            there = [each for each in answers if not re.search(r"/media/|manifest|service-worker", each.url)]
            weights = {each.url.removeprefix(server.url): each.request.sizes()["responseBodySize"] for each in there}
            fonts = sum(weight for address, weight in weights.items() if address.endswith(".woff2"))
            figures = [len(weights), sum(weights.values()) - fonts, sum(weights.values()), shift]
            found[path] = dict(zip(LIMITS, figures, strict=True))
            context.close()
    heavy = {path: each for path, each in found.items() if any(each[name] > LIMITS[name] for name in LIMITS)}
    assert heavy == {}
