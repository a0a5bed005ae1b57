"""What comes out of the printer: a poster on one sheet of A4, badges where the labels are."""

import re

import pytest

from tests.factories import fill, make_edition, make_member, make_series, make_venue

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

A_MILLIMETRE = 96 / 25.4  # in CSS pixels
A4 = (595, 842)  # points
LABELS = {  # columns, rows, left, top, from one to the next across and down; millimetres
    "8": (2, 4, 18.5, 37.5, 86.5, 55.5),
    "10": (2, 5, 17.5, 13.5, 95, 55),
    "24": (3, 8, 0, 0.5, 70, 37),
}


def sheets(page) -> list[tuple[int, int]]:
    """The size of each sheet that the browser prints, in whole points."""
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_the_poster_of_an_evening_is_one_sheet_whatever_it_says(read):
    long = "Comment garder aimable et curieuse une communauté de quatre cent mille membres, quand elle change d’air"
    venue = make_venue("La Gaîté Lyrique, salle des machines")
    for theme in ("", "Modérer", long):
        reader = read()
        edition = make_edition(make_series(), theme=theme, venue=venue)
        fill(edition, 40)
        reader.page.goto(edition.get_absolute_url() + "poster/")
        assert reader.page.get_by_role("img", name="40").count() == 1  # the table of the evening
        assert sheets(reader.page) == [A4]
        assert (reader.axe(), reader.scrolls_sideways(), reader.problems) == ([], False, [])


@pytest.mark.parametrize("sheet", LABELS)
def test_badges_lie_where_the_labels_are(read, client, live_server, sheet):
    columns, rows, left, top, across, down = LABELS[sheet]
    organizer = make_member("Claire")
    edition = make_edition(make_series(organizers=[organizer], name="Café des Community Managers"))
    edition.rsvp(make_member("Marie-Antoinette de la Rochefoucauld-Montmorency"), guests=0)
    fill(edition, columns * rows)
    client.force_login(organizer)
    reader = read()
    reader.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    reader.page.goto(f"/organize/{edition.slug}/people/badges/?sheet={sheet}")
    assert (reader.axe(), reader.scrolls_sideways(), reader.problems) == ([], False, [])
    assert sheets(reader.page) == [A4, A4]
    reader.page.emulate_media(media="print")
    places = reader.page.evaluate("""
        [...document.querySelector(".badges").children].map(badge => {
            const sheet = badge.parentElement.getBoundingClientRect(), label = badge.getBoundingClientRect()
            return [label.left - sheet.left, label.top - sheet.top, badge.scrollHeight - badge.clientHeight]
        })""")
    expected = [(left + column * across, top + row * down) for row in range(rows) for column in range(columns)]
    wrong = [
        (place, meant)
        for place, meant in zip(places, expected, strict=True)
        if max(abs(place[0] / A_MILLIMETRE - meant[0]), abs(place[1] / A_MILLIMETRE - meant[1])) > 0.2 or place[2] > 1
    ]
    assert wrong == []
