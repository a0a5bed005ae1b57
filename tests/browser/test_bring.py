"""Bringing a history on a phone: looked at, taken in, taken back; with or without JavaScript."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import make_edition, make_member, make_series

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLE = Path(__file__).parents[1] / "data" / "parisjs-sample.csv"


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])
def test_a_file_is_looked_at_taken_in_and_taken_back(read, live_server, options):
    organizer = make_member("Odile")
    series = make_series(slug="parisjs", name="Paris.js", organizers=[organizer])
    make_edition(series, number=101)
    client = Client()
    client.force_login(organizer)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    reader = read(**options)
    reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = reader.page
    found = {}

    def look(name: str) -> None:
        if not options:  # asking takes JavaScript
            found[name] = (reader.axe(), reader.scrolls_sideways())

    page.goto("/organize/")
    page.locator("main a[href$='/parisjs/import/']").click()
    look("form")
    page.locator("[name=file]").set_input_files(SAMPLE)
    page.locator("main form[enctype] button").click()
    assert page.locator(".tally dd").all_inner_texts() == ["16", "1", "7", "0"]
    assert series.editions.count() == 1
    look("preview")
    page.locator("main form button").click()
    assert series.editions.count() == 17
    look("taken")
    page.go_back()
    page.reload()
    assert page.locator("main form button.danger").count() == 1  # the file is taken: there is nothing to take twice
    page.locator("main form button").click()
    assert series.editions.count() == 1
    look("taken back")
    assert {name: what for name, what in found.items() if what != ([], False)} == {}
    assert reader.problems == []
