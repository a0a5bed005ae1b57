"""What people paste as a position: the shapes that numbers and the links of maps have, and nonsense."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from venues.forms import PositionField
from venues.positions import NotAPosition, Position, read

THERE = Position(48.8626, 2.3444)


@pytest.mark.parametrize(
    "text",
    [
        "48.8626, 2.3444",
        "48.8626,2.3444",
        " (48.8626 , 2.3444) ",
        "48.8626 2.3444",
        "48.8626/2.3444",
        "48,8626 ; 2,3444",
        "48,8626, 2,3444",
        "48,8626 2,3444",
        "+48.8626, +2.3444",
        "48.8626° N, 2.3444° E",
        "48.8626N 2.3444E",
        "48°51'45.36\"N 2°20'39.84\"E",
        "48° 51′ 45,36″ N, 2° 20′ 39,84″ E",
        "N 48°51'45.36\" E 2°20'39.84\"",
        "48° 51.756' N 2° 20.664' E",
        "geo:48.8626,2.3444",
        "GEO:48.8626,2.3444;u=35",
        "geo:48.8626,2.3444,35;crs=wgs84",
        "geo:0,0?q=48.8626,2.3444(Chez%20nous)",
        "geo:48.8,2.3?q=48.8626%2C2.3444",
        "https://www.openstreetmap.org/?mlat=48.8626&mlon=2.3444#map=18/48.9/2.4",
        "https://www.openstreetmap.org/?mlat=48.8626&mlon=2.3444&zoom=16",
        "https://www.openstreetmap.org/#map=18/48.8626/2.3444",
        "https://www.openstreetmap.org/node/4242#map=19/48.8626/2.3444&layers=N",
        "https://www.openstreetmap.org/search?query=48.8626%2C%202.3444#map=6/46/2",
        "https://www.openstreetmap.org/?lat=48.8626&lon=2.3444&zoom=17",
        "openstreetmap.org/#map=18/48.8626/2.3444",
        "https://www.google.com/maps/place/Lieu/@48.9,2.4,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d48.8626!4d2.3444!16s",
        "https://www.google.fr/maps/@48.8626,2.3444,15z?hl=fr",
        "https://www.google.com/maps/@48.8626,2.3444,3a,75y,90t/data=!3m6!1e1",
        "https://maps.google.com/?q=48.8626,2.3444",
        "https://maps.google.com/maps?q=loc:48.8626,2.3444&z=15",
        "http://maps.google.co.uk/maps?ll=48.8626,2.3444",
        "https://www.google.com/maps/search/?api=1&query=48.8626%2C2.3444",
        "https://www.google.com/maps/dir/?api=1&destination=48.8626,2.3444",
        "https://www.google.com/maps/search/48.8626,+2.3444",
        "https://www.google.com/maps/dir//48.8626,2.3444/@48.9,2.4,15z",
        "https://www.google.com/maps/place/48%C2%B051'45.36%22N+2%C2%B020'39.84%22E/@48.9,2.4,17z",
        "https://consent.google.com/m?continue=https://www.google.com/maps/@48.8626,2.3444,15z&gl=FR",
        "https://maps.apple.com/?ll=48.8626,2.3444&q=Lieu",
        "https://maps.apple.com/place?coordinate=48.8626,2.3444&name=Lieu",
    ],
)
def test_position_is_read_in_every_shape_that_people_paste(text):
    assert read(text) == THERE


def test_hemispheres_turn_the_numbers_round():
    assert read("33.45 S, 70.66 W") == Position(-33.45, -70.66)
    assert read("33,45 S 70,66 O") == Position(-33.45, -70.66)  # ouest
    assert read("33°27'0\"S 70°39'36\"W") == Position(-33.45, -70.66)
    assert read("-33.45, \u221270.66") == Position(-33.45, -70.66)


def test_short_link_of_openstreetmap_is_a_square_whose_middle_counts():
    """The wiki of OpenStreetMap gives 51.5108, 0.0549 as the corner of this one."""
    position = read("https://osm.org/go/0EEQjE==")
    assert (round(position.latitude, 2), round(position.longitude, 2)) == (51.51, 0.06)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("chez nous", "This is no position."),
        ("48.8626", "This is no position."),
        ("48,86", "This is no position."),  # half a position, with a decimal comma
        ("48.8, 2.3, 7", "This is no position."),
        ("nan, inf", "This is no position."),
        ("1e1, 2", "This is no position."),
        ("-2.3 W, 48 N", "This is no position."),
        ("48°75'00\"N 2°20'00\"E", "This is no position."),
        ("48°51'00\"N 2°20'00\"N", "This is no position."),
        ("javascript:alert(1)", "This is no position."),
        ("91, 2.3", "A latitude goes from -90 to 90: 91 is none."),
        ("48.86, 181", "A longitude goes from -180 to 180: 181 is none."),
        ("https://www.openstreetmap.org/#map=5/95/2", "A latitude goes from -90 to 90: 95 is none."),
        ("geo:0,0?q=Paris", "This geo: link says no position on the earth."),
        ("geo:48,2;crs=Moon-2011", "This geo: link says no position on the earth."),
        ("https://www.openstreetmap.org/way/42", "This link of a map says no position."),
        ("https://www.google.com/maps/place/Paris", "This link of a map says no position."),
        ("https://maps.app.goo.gl/abcdef", "A short link does not say where it leads."),
        ("goo.gl/maps/abcdef", "A short link does not say where it leads."),
        ("https://elsewhere.example/@48.86,2.34,15z", "Links are read from OpenStreetMap"),
        ("https://google.com.elsewhere.example/maps/@48.86,2.34,15z", "Links are read from OpenStreetMap"),
        ("https://[", "This address cannot be read."),
    ],
)
def test_what_says_no_position_is_refused_with_a_sentence(text, sentence):
    with translation.override("en"), pytest.raises(NotAPosition) as refusal:
        read(text)
    assert str(refusal.value).startswith(sentence)


@given(st.one_of(st.text(max_size=200), st.text(max_size=200).map(lambda text: "https://www.google.com/maps/" + text)))
def test_whatever_is_pasted_is_a_position_on_the_earth_or_refused(text):
    try:
        position = read(text)
    except NotAPosition:
        return
    assert -90 <= position.latitude <= 90
    assert -180 <= position.longitude <= 180


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_position_reads_itself_back(latitude, longitude):
    position = Position(round(latitude, 6) + 0.0, round(longitude, 6) + 0.0)
    assert read(str(position)) == position


@pytest.mark.parametrize("text", ["48.8\x00, 2.3", "9" * 4000, "48.8626, 2.3444" + " " * 4000])
def test_field_refuses_what_no_field_takes(text):
    field = PositionField(required=False)
    assert (field.clean(""), field.clean("48.8626, 2.3444")) == (None, THERE)
    with pytest.raises(ValidationError):
        field.clean(text)
