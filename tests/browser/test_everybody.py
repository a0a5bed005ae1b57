"""What the page on accessibility says is checked: large text, zoom, forced colours, the keyboard, announcements."""

import datetime

import pytest
from django.utils import timezone

from tests.browser.test_phone import sign_in
from tests.factories import fill, make_edition, make_member, make_series, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])
# What is cut off within its own box, so that nobody can read it; a box that scrolls cuts nothing off.
CUT_OFF = """() => [...document.querySelectorAll("main *")].filter(each => {
    const style = getComputedStyle(each), {scrollWidth, clientWidth, scrollHeight, clientHeight} = each
    return style.overflow === "hidden" && !each.matches(".visually-hidden, .trap, svg, svg *, canvas")
        && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture
def edition():
    venue = make_venue("La Gaîté Lyrique", host="La Ville", has_lift=True, getting_in="Code 12")
    edition = make_edition(
        make_series(), theme="Accompagnement intergénérationnel", venue=venue, description="# Programme\n\n- un\n- deux"
    )
    fill(edition, 12)
    return edition


def pages(edition) -> list[str]:
    one = edition.get_absolute_url()
    some = ["/", "/cafes/", one, f"{one}rsvp/", f"{one}poster/", edition.venue.get_absolute_url(), "/venues/"]
    more = ["/specialties/", "/specialties/which/", "/subscribe/", "/host/", "/accounts/login/"]
    return [*some, *more, "/accessibility/", "/privacy/", "/offline/", "/members/"]


def test_text_of_twice_the_size_is_all_there(read, edition):
    reader = read(viewport={"width": 1024, "height": 768}, bypass_csp=True)
    found = {}
    for path in pages(edition):
        reader.page.goto(path)
        reader.page.add_style_tag(content="html { font-size: 2.125rem !important }")
        # What is measured in rem follows the reader's own size; here the browser is told that it is twice as large.
        found[path] = (reader.scrolls_sideways(), reader.page.evaluate(CUT_OFF))
    assert {path: what for path, what in found.items() if what != (False, [])} == {}


def test_page_at_four_times_its_size_scrolls_one_way_only(read, edition):
    """1280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10)."""
    reader = read(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    found = {}
    for path in pages(edition):
        reader.page.goto(path)
        found[path] = (reader.scrolls_sideways(), reader.page.evaluate(CUT_OFF))
    assert {path: what for path, what in found.items() if what != (False, [])} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_edges_focus_and_codes(read, edition, scheme):
    reader = read(forced_colors="active", color_scheme=scheme)
    for path in pages(edition):
        reader.page.goto(path)
        bare = reader.page.evaluate("""() => [...document.querySelectorAll(
            ".button, .tag, .field :is(input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea)"
        )].filter(each => each.offsetParent && parseFloat(getComputedStyle(each).borderTopWidth) < 1)
          .map(each => each.outerHTML.slice(0, 120))""")
        # Contrast is the system's then, and axe reads the colour that it has overruled.
        found = [finding for finding in reader.axe() if finding[0] != "color-contrast"]
        assert (path, bare, found) == (path, [], [])
    reader.page.goto("/")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    reader.page.goto(f"{edition.get_absolute_url()}poster/")
    colours = reader.page.evaluate("""() => {
        const code = document.querySelector(".qr")
        return [getComputedStyle(code).backgroundColor, getComputedStyle(code.querySelector("path")).stroke]
    }""")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@BROWSERS
def test_what_has_to_be_corrected_has_the_focus_and_leads_to_its_field(read, edition, options):
    reader = read(**options)
    page = reader.page
    page.goto(f"{edition.get_absolute_url()}rsvp/")
    page.locator("main form").evaluate("form => form.noValidate = true") if not options else None
    page.locator("input[name=name]").fill("Ada")
    page.locator("input[name=email]").fill("ada@example")  # which the browser lets through, and the house does not
    page.locator("main form button").first.click()
    summary = page.locator(".error-summary")
    assert summary.get_attribute("role") == "alert"
    assert page.locator(".error-summary:focus").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("input[name=email]:focus, input[name=email]:target").count() == 1
    assert page.locator("input[name=name]").input_value() == "Ada"
    wrong = page.locator("input[name=email]")
    assert wrong.get_attribute("aria-invalid") == "true"
    assert page.locator(f"#{wrong.get_attribute('aria-describedby').split()[-1]}").inner_text() != ""


def test_what_the_house_says_after_an_act_is_a_status(read, client, edition):
    reader = read()
    sign_in(reader, client, make_member("Ada"))
    page = reader.page
    page.goto(edition.get_absolute_url())
    page.get_by_role("button", name="Je viens").click()
    assert "Vous avez une place" in page.get_by_role("status").filter(has_text="place").inner_text()


def test_keyboard_reaches_the_gesture_from_the_top_of_the_page(read, edition):
    reader = read()
    page = reader.page
    page.goto(edition.get_absolute_url())
    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _step in range(12):
        page.keyboard.press("Tab")
        if page.get_by_role("link", name="Je viens").evaluate("link => link === document.activeElement"):
            break
    else:
        pytest.fail("a dozen steps from the top did not lead to it")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rsvp/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_home_on_the_day_of_a_café_is_accessible_and_fits_320_pixels(read, client, edition, scheme):
    member = make_member("Ada", visibility="public")
    edition.series.appoint(member, "owner")
    edition.rsvp(member)
    begin = timezone.now() + datetime.timedelta(minutes=5)
    type(edition).objects.update(starts_at=begin, ends_at=begin + datetime.timedelta(hours=2))
    reader = read(color_scheme=scheme, viewport={"width": 320, "height": 640})
    for visitor in (None, member):
        if visitor:
            sign_in(reader, client, visitor)
        reader.page.goto("/")
        assert reader.page.get_by_role("heading", name="Pour vous accueillir").is_visible()
        assert reader.page.get_by_text("Code 12").count() == (1 if visitor else 0)
        assert (reader.axe(), reader.scrolls_sideways(), reader.problems) == ([], False, [])


def test_arrows_move_between_the_cafes_of_a_month(read):
    series = make_series()
    first = (timezone.localdate().replace(day=1) + datetime.timedelta(days=64)).replace(day=2)
    for day, theme in ((2, "Un"), (4, "Deux"), (9, "Trois"), (18, "Quatre")):
        noon = datetime.datetime.combine(first.replace(day=day), datetime.time(12), datetime.UTC)
        make_edition(series, starts_at=noon, ends_at=noon + datetime.timedelta(hours=1), theme=theme)
    reader = read()
    reader.page.goto(f"/cafes/{first.year}/{first.month}/")
    reader.page.get_by_role("link", name="Un", exact=True).focus()
    walked = []
    for key in ("ArrowDown", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "ArrowLeft", "ArrowUp", "End", "ArrowRight"):
        reader.page.keyboard.press(key)
        walked.append(reader.page.evaluate("document.activeElement.textContent"))
    assert walked == ["Trois", "Deux", "Quatre", "Deux", "Un", "Un", "Un", "Quatre", "Quatre"]
    after = (first + datetime.timedelta(days=31)).replace(day=1)
    with reader.page.expect_navigation(url=f"**/cafes/{after.year}/{after.month}/"):
        reader.page.keyboard.press("PageDown")
    assert reader.problems == []
