"""The list of coming cafés on somebody else's site."""

import datetime
import http.server
import threading

import pytest
from django.utils import timezone

from tests.factories import make_edition, make_series, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def another_site():
    """A page of another origin; what it holds is set by the test."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(site.body.encode())

        def log_message(self, *_words):
            """Quietly."""

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=site.serve_forever).start()
    yield site
    site.shutdown()
    site.server_close()


def test_one_line_shows_the_coming_cafes_on_another_site(browser, live_server, another_site):
    series = make_series(slug="cafe", name="Le Café")
    start = (timezone.now() + datetime.timedelta(days=14)).replace(microsecond=0)
    edition = make_edition(series, theme="Modérer", starts_at=start, venue=make_venue("Au Soleil"))
    off = make_edition(series, theme="Annulé", starts_at=start + datetime.timedelta(days=30))
    off.cancel(reason="Grève")
    make_edition(make_series(slug="autre"), theme="Ailleurs")
    later = start + datetime.timedelta(days=60)
    make_edition(series, theme="Plus tard", starts_at=later, opens_at=start + datetime.timedelta(days=31))
    make_edition(series, theme="Clos", starts_at=later + datetime.timedelta(days=1), closes_at=timezone.now())
    another_site.body = (
        '<!doctype html><html lang="fr"><title>x</title><p>Nos cafés</p>'
        f'<script defer src="{live_server.url}/static/js/embed.js" data-series="cafe"></script>'
    )
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    problems = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(f"http://127.0.0.1:{another_site.server_port}/")
    items = page.locator("ul.cafe-list > li")
    items.nth(3).wait_for()
    assert items.count() == 4
    assert "Modérer" in items.nth(0).inner_text() and "Au Soleil, Paris" in items.nth(0).inner_text()
    assert "lieu à confirmer · annulé" in items.nth(1).inner_text()
    assert " · inscriptions à partir du " in items.nth(2).inner_text()
    assert items.nth(3).inner_text().endswith(" · inscriptions closes")
    assert items.nth(0).locator("a").get_attribute("href").endswith(edition.get_absolute_url())
    assert (problems, context.cookies()) == ([], [])
    context.close()


def test_our_own_page_shows_the_line_and_how_it_looks(read):
    make_edition(make_series(name="Le Café"))
    reader = read()
    reader.page.goto("/embed/")
    reader.page.locator("ul.cafe-list > li").wait_for()
    assert (reader.axe(), reader.problems, reader.scrolls_sideways()) == ([], [], False)
