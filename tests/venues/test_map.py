"""The map: where the places stand on it, how it measures, what it links, and that it comes from this house alone."""

import math
import re
import xml.etree.ElementTree as ET

import html5lib
import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_edition, make_member, make_series, make_venue
from venues.atlas import EARTH, Frame, Map, Spot, Window

SVG = "{http://www.w3.org/2000/svg}"
PARIS = (48.8566, 2.3522)


def spot(latitude: float, longitude: float, number: int = 1, name: str = "Lieu") -> Spot:
    return Spot(latitude, longitude, name, f"/venues/{number}/", number)


def metres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The way between two positions, along a great circle."""
    north, south = math.radians(here[0]), math.radians(there[0])
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(math.radians(here[1] - there[1]) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(half))


def test_north_is_up_and_east_is_right():
    drawn = Map(Frame.about([spot(48.85, 2.30), spot(48.90, 2.40)]), [spot(48.85, 2.30, 1), spot(48.90, 2.40, 2)])
    first, second = drawn.cups
    assert first.x < second.x
    assert first.y > second.y


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_scale_measures_true(latitude, longitude, north, east):
    """Two places as far from each other on the map as the scale is long are that many metres apart."""
    here, there = (latitude, longitude), (latitude + north, longitude + east)
    frame = Frame.about([spot(*here), spot(*there)])
    way = metres(here, there)
    if way > 100:
        drawn = math.dist(frame.place(*here), frame.place(*there))
        assert drawn / frame.scale.length * frame.scale.metres == pytest.approx(way, rel=0.02)


@given(st.floats(-80, 80), st.floats(-180, 179.9), st.integers(0, 288), st.integers(0, 288))
def test_point_of_the_map_is_read_back_where_it_lies(latitude, longitude, x, y):
    frame = Window(latitude, longitude, 1).frame
    position = frame.position(x, y)
    again = frame.place(*position)
    around = 2 * math.pi * frame.zoom  # beyond the antimeridian the same point comes again
    assert (again[0] - x + around / 2) % around - around / 2 == pytest.approx(0, abs=0.3)
    assert again[1] == pytest.approx(y, abs=0.3)


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=40))
def test_every_place_is_on_the_map_once_and_no_two_cups_are_too_near(positions):
    spots = [spot(*position, number) for number, position in enumerate(positions, start=1)]
    drawn = Map(Frame.about(spots), spots)
    assert sorted(place.number for cup in drawn.cups for place in cup.spots) == [place.number for place in spots]
    for cup in drawn.cups:
        assert 0 <= cup.x <= drawn.frame.width
        assert 0 <= cup.y <= drawn.frame.height
        assert all(math.dist((cup.x, cup.y), (other.x, other.y)) >= 24 for other in drawn.cups if other is not cup)


def test_names_are_in_nobodys_way():
    spots = [spot(48.85 + 0.004 * (n % 4), 2.33 + 0.006 * (n // 4), n + 1, f"Un lieu nommé {n}") for n in range(16)]
    drawn = Map(Frame.about(spots), spots)
    boxes = [cup.label.box for cup in drawn.cups if cup.label] + [name.box for name in drawn.landmarks]
    assert len(boxes) > 3
    for one in boxes:
        for other in boxes:
            if one is not other:
                assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_sketch_of_the_town_is_drawn_where_the_town_is_and_nowhere_else():
    kinds = {shape.kind for shape in Map(Frame.about([spot(*PARIS)]), []).shapes}
    assert {"river", "city"} <= kinds
    assert Map(Frame.about([spot(45.76, 4.84)]), []).shapes == []
    assert Map(Frame.about([spot(45.76, 4.84)]), []).landmarks == []


def test_window_is_read_back_and_nonsense_is_none():
    window = Window(48.8566, 2.3522, 1)
    assert Window.read(str(window)) == window
    assert [Window.read(text) for text in ("", "a,b,c", "48,2,3", "95,2,1", "48,200,1", "nan,nan,0", "1,2,1\n")] == [
        None
    ] * 7


def test_pointing_comes_nearer_about_the_point_and_stays_on_the_map():
    window = Window(48.8566, 2.3522, 0)
    nearer = window.pointed_at(288, 0)
    assert (nearer.zoom, nearer.latitude > 48.8566, nearer.longitude > 2.3522) == (1, True, True)
    assert window.pointed_at(9999, 0) == nearer
    assert Window(0, 0, 2).pointed_at(144, 144) == Window(0, 0, 2)
    assert (Window(0, 0, 2).wider().zoom, Window(0, 0, 0).wider().zoom) == (1, 0)


# Pages ----------------------------------------------------------------------------------------------------------------


def document(response):
    assert response.status_code == 200
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parsed = parser.parse(response.content.decode())
    assert parser.errors == []
    return parsed


def cups(response) -> list[tuple[str, str]]:
    """Each cup on the map of a page: what it is called, and where it leads."""
    return [
        (" ".join("".join(cup.find(f".//{SVG}title").itertext()).split()), cup.get("href"))
        for cup in document(response).iter(f"{SVG}a")
        if (cup.get("class") or "").startswith("map-cup")
    ]


@pytest.fixture
def series():
    return make_series()


@pytest.mark.django_db
def test_each_place_with_a_position_is_on_the_map_under_its_number_and_leads_to_its_page(client, series):
    make_edition(series, venue=make_venue("Bar", latitude=48.88, longitude=2.33))
    past = timezone.now() - timezone.timedelta(days=40)
    make_edition(series, venue=make_venue("Cave", latitude=48.84, longitude=2.37), starts_at=past)
    make_edition(series, venue=make_venue("Abri"))
    response = client.get("/en/venues/")
    assert cups(response) == [
        ("2. Bar (a café is coming there)", "/en/venues/bar/"),
        ("3. Cave", "/en/venues/cave/"),
    ]
    headings = [" ".join("".join(heading.itertext()).split()) for heading in document(response).iter("h2")]
    assert headings == ["Abri", "2 Bar", "3 Cave"]


@pytest.mark.django_db
def test_places_close_together_are_a_pile_that_opens_their_part_of_the_map(client, series):
    for name, latitude, longitude in [("A", 48.8800, 2.33), ("B", 48.8801, 2.3301), ("C", 48.84, 2.37)]:
        make_edition(series, venue=make_venue(name, latitude=latitude, longitude=longitude, has_lift=True))
    (_pile, address), _single = cups(client.get("/en/venues/"))
    assert [name[:4] for name, _page in cups(client.get("/en/venues/" + address))] == ["1. A", "2. B"]
    response = client.get("/en/venues/", {"access": "lift"})
    (pile, address), (single, _page) = cups(response)
    assert (pile, single) == (
        "2 places close together (a café is coming there)",
        "3. C (a café is coming there)",
    )
    nearer = client.get("/en/venues/" + address)
    assert [name[:4] for name, _page in cups(nearer)] == ["1. A", "2. B"]
    assert "access=lift" in address


@pytest.mark.django_db
def test_without_any_position_there_is_a_list_and_no_map(client, series):
    make_edition(series, venue=make_venue("Abri"))
    response = client.get("/venues/")
    assert (response.context["map"], cups(response)) == (None, [])
    assert "Abri" in response.content.decode()


@pytest.mark.django_db
def test_place_of_a_draft_is_on_nobodys_map_but_the_organizers(client, series):
    make_edition(series, venue=make_venue("Secret", latitude=48.88, longitude=2.33), status="draft")
    make_edition(series, venue=make_venue("Connu", latitude=48.84, longitude=2.37))
    pages = ["/venues/", "/venues/map.svg?window=48.86,2.35,0"]
    assert not any("Secret" in client.get(page).content.decode() for page in pages)
    organizer = make_member("Odile")
    make_series(organizers=[organizer])
    client.force_login(organizer)
    assert all("Secret" in client.get(page).content.decode() for page in pages)


@pytest.mark.django_db
def test_page_of_a_place_shows_where_it_is_with_its_surroundings(client, series):
    make_edition(series, venue=make_venue("Bar", latitude=48.8566, longitude=2.3522))
    response = client.get("/venues/bar/")
    assert cups(response) == []  # it stands on its own page: it leads nowhere
    assert [title.text.strip() for title in document(response).iter(f"{SVG}title")] == ["Bar"]
    assert {"map-line map-river"} <= {path.get("class") for path in document(response).iter(f"{SVG}path")}


@pytest.mark.django_db
@pytest.mark.parametrize("window", ["", "48.86,2.35,1", "0,0,2", "x", "1e9,2,3", "48.86,2.35,1&window=9"])
def test_picture_to_point_at_is_well_formed_and_asks_nothing_of_anybody(client, series, window):
    make_edition(series, venue=make_venue("Bar & « Bœuf » <b>", latitude=48.8566, longitude=2.3522))
    response = client.get(f"/venues/map.svg?window={window}")
    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    root = ET.fromstring(response.content)  # noqa: S314 (our own)
    assert (root.get("width"), root.get("height")) == ("288", "288")
    assert re.findall(rb"(?:href|src|url\()", response.content) == []
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_numbers_of_the_map_are_written_as_svg_wants_them_whatever_the_language(client, series):
    make_edition(series, venue=make_venue("Bar", latitude=48.8566, longitude=2.3522))
    for page in ("/venues/", "/venues/bar/"):
        svg = re.search(r'<svg viewBox="0 0.*?</svg>', client.get(page).content.decode(), re.DOTALL)
        assert svg
        assert re.findall(r'(?:cx|cy|x|y|r|width|height)="[^"]*,[^"]*"', svg[0]) == []
