"""A real Chromium, as people use it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from members import outbox
from tests.chromium import ARGUMENTS, chromium_path

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Playwright's synchronous interface keeps an event loop in this thread; Django would take it for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


_click = Locator.click


def _click_and_arrive(self: Locator, **options: Any) -> None:
    """Clicks, and waits until the page that it leads to is there whole: the click itself waits for its first byte."""
    _click(self, **options)
    if not self.page.is_closed():
        self.page.wait_for_load_state()


Locator.click = _click_and_arrive


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = chromium_path()
    if not chromium:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("no Chromium was found, and REQUIRE_ALL=1 allows no skipping; CHROMIUM=… says where one is")
        pytest.skip("no Chromium was found; CHROMIUM=… says where one is")
    with sync_playwright() as playwright:
        chromium_browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS, headless=True)
        yield chromium_browser
        chromium_browser.close()


class Reader:
    """One person's browser: a page, and what went wrong on it."""

    def __init__(self, browser: Browser, base: str, **options: Any) -> None:
        options = {
            "locale": "fr-FR",
            "timezone_id": "Europe/Paris",
            "viewport": {"width": 360, "height": 740},
            "reduced_motion": "reduce",
            "service_workers": "block",  # what it fetches ahead is nobody's business but test_phone.py's
            **options,
        }
        self.base = base
        self.context = browser.new_context(base_url=base, **options)
        self.page: Page = self.context.new_page()
        self.problems: list[str] = []
        self.page.on("console", lambda message: self.problems.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on(
            "request",
            lambda request: (
                None if request.url.startswith((base, "data:", "blob:")) else self.problems.append(request.url)
            ),
        )

    def axe(self) -> list[tuple[str, list[Any]]]:
        """What the accessibility checker finds on the page as it stands."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text())
        # Only what is wrong is worked out whole, and frames are let be: they do not answer, and are waited for.
        options = {"runOnly": RULES, "resultTypes": ["violations"], "iframes": False}
        found = self.page.evaluate("options => axe.run(document, options)", options)
        return [(finding["id"], [node["target"] for node in finding["nodes"]]) for finding in found["violations"]]

    def scrolls_sideways(self) -> bool:
        return self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.fixture
def read(browser: Browser, live_server: Any) -> Iterator[Any]:
    """Opens a browser for one more person: `read(java_script_enabled=False)`."""
    readers: list[Reader] = []

    def open_one(**options: Any) -> Reader:
        readers.append(Reader(browser, live_server.url, **options))
        return readers[-1]

    yield open_one
    for reader in readers:
        reader.context.close()
    _wait_for_the_server()


def _wait_for_the_server() -> None:
    """Until it has finished what the browsers left behind: emptying the tables meanwhile may end in a deadlock."""
    quiet, deadline = 0, time.monotonic() + 10
    while connection.vendor == "postgresql" and quiet < 3 and time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            quiet = 0 if cursor.fetchone()[0] else quiet + 1
        time.sleep(0.05)


@pytest.fixture
def post_office(settings: Any) -> Any:
    """Delivers what the outbox holds, and answers the mails that came, oldest first."""
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"

    def deliver() -> list[Any]:
        while outbox.deliver_next():
            pass
        return mail.outbox

    return deliver
