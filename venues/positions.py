"""Where a place is, out of what people type or paste: two numbers, a geo: URI, or the address of a map.

Addresses are only read, never fetched: nothing of the network is needed, and nobody learns which place was meant.
"""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote_plus, urlsplit

from django.utils.translation import gettext as _

_NEAR = 1.0  # degrees: a town and its country
_DECIMALS = 6  # a tenth of a metre
_NUMBER = r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?"
_PAIR = re.compile(rf"({_NUMBER})\s*°?\s*([NS])?\s*([,;/]|\s)\s*({_NUMBER})\s*°?\s*([EWO])?", re.IGNORECASE)
_COMMAS = re.compile(
    r"([+-]?[0-9]{1,3},[0-9]{1,20})\s*°?\s*([NS])?\s*([,;/]|\s)\s*([+-]?[0-9]{1,3},[0-9]{1,20})\s*°?\s*([EWO])?",
    re.IGNORECASE,
)
_ANGLE = r"""(?P<degrees>[0-9]{1,3})\s*°\s*
    (?:(?P<minutes>[0-9]{1,2}(?:[.,][0-9]{1,20})?)\s*['′’]\s*)?
    (?:(?P<seconds>[0-9]{1,2}(?:[.,][0-9]{1,20})?)\s*(?:["″”]|''|’’)\s*)?"""
_LETTER_FIRST = re.compile(rf"(?P<letter>[NSEWO])\s*{_ANGLE}", re.IGNORECASE | re.VERBOSE)
_LETTER_LAST = re.compile(rf"{_ANGLE}(?P<letter>[NSEWO])", re.IGNORECASE | re.VERBOSE)
_OSM_HOSTS = {"openstreetmap.org", "osm.org", "openstreetmap.com"}
_SHORT_HOSTS = {"goo.gl", "maps.app.goo.gl", "g.co", "maps.apple"}
_GOOGLE_HOST = re.compile(r"(?:www\.|maps\.|consent\.)?google\.(?:[a-z]{2,3})(?:\.[a-z]{2})?")
_GOOGLE_PIN = re.compile(rf"!3d({_NUMBER})!4d({_NUMBER})")
_GOOGLE_VIEW = re.compile(rf"/@({_NUMBER}),({_NUMBER})(?:,|/|$)")
_OSM_VIEW = re.compile(rf"(?:^|&)map=[0-9.]{{1,5}}/({_NUMBER})/({_NUMBER})(?:&|/|$)")
_OSM_CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"


class NotAPosition(Exception):
    """This text says no position; its own text says to the person what would."""


@dataclass(frozen=True)
class Position:
    """A point on the earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float

    @property
    def swapped(self) -> "Position":
        """The same two numbers the other way round; the poles know no more than 90 degrees, so it may be no place."""
        return Position(self.longitude, self.latitude)

    def __str__(self) -> str:
        return (
            f"{self.latitude:.{_DECIMALS}f}".rstrip("0").rstrip(".")
            + ", "
            + (f"{self.longitude:.{_DECIMALS}f}".rstrip("0").rstrip("."))
        )


def seems_swapped(position: Position, known: Iterable[Position]) -> bool:
    """Whether a position would be near one that is known the other way round, and is far from all of them as it is.

    In degrees, as if the earth were flat: it is a question to a person, and near and far are a tenfold apart.
    """
    places = list(known)

    def nearest(point: Position) -> float:
        return min(
            (math.hypot(point.latitude - each.latitude, point.longitude - each.longitude) for each in places),
            default=math.inf,
        )

    return nearest(position.swapped) < _NEAR and nearest(position) > 10 * _NEAR


def read(text: str) -> Position:
    """The position that a text says: “48.8626, 2.3444”, a geo: URI (RFC 5870), a link of a map. Raises NotAPosition."""
    text = " ".join(text.replace("\u2212", "-").split())
    if text.lower().startswith("geo:"):
        return _of_geo_uri(text[4:])
    if re.match(r"https?://", text, re.IGNORECASE):
        return _of_address(text)
    if re.match(r"(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}(?:/|$)", text, re.IGNORECASE):  # copied without its beginning
        return _of_address("https://" + text)
    found = _of_numbers(text)
    if found is None:
        raise NotAPosition(
            _("This is no position. Type two numbers such as 48.8626, 2.3444, or paste the link of a map.")
        )
    return found


# Numbers --------------------------------------------------------------------------------------------------------------


def at(latitude: float, longitude: float) -> Position:
    """The position of two numbers of degrees. Raises NotAPosition where they leave the earth."""
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        raise NotAPosition(_("This position is not on the earth."))
    if not -90 <= latitude <= 90:
        raise NotAPosition(
            _("A latitude goes from -90 to 90: %(number)s is none. It comes first, then the longitude.")
            % {"number": f"{latitude:g}"}
        )
    if not -180 <= longitude <= 180:
        raise NotAPosition(_("A longitude goes from -180 to 180: %(number)s is none.") % {"number": f"{longitude:g}"})
    return Position(round(latitude, _DECIMALS) + 0.0, round(longitude, _DECIMALS) + 0.0)  # never “-0”


def _of_numbers(text: str) -> Position | None:
    """Two numbers as people and maps write them, in degrees with decimals or in degrees, minutes and seconds."""
    text = text.strip().removeprefix("(").removesuffix(")").strip()
    for pattern in (_PAIR, _COMMAS):
        if match := pattern.fullmatch(text):
            first, north, separator, second, east = match.groups()
            if separator == "," and "." not in text and " " not in text and pattern is _PAIR:
                return None  # “48,86” is half a position with a decimal comma rather than two round numbers
            latitude = _signed(first.replace(",", "."), north)
            longitude = _signed(second.replace(",", "."), east)
            return None if latitude is None or longitude is None else at(latitude, longitude)
    return _of_sexagesimals(text)


def _signed(number: str, letter: str | None) -> float | None:
    if letter and number[0] in "+-":
        return None  # “-2.3 W” may mean either
    value = float(number)
    return -value if (letter or "").upper() in ("S", "W", "O") else value  # O as in ouest


def _of_sexagesimals(text: str) -> Position | None:
    pattern = _LETTER_FIRST if text[:1].isalpha() else _LETTER_LAST
    matches = list(pattern.finditer(text))
    if len(matches) != 2 or pattern.sub("", text).strip(" ,;/"):
        return None
    angles: dict[str, float] = {}
    for match in matches:
        letter = match["letter"].upper()
        degrees, minutes, seconds = (
            float((match[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")
        )
        if minutes >= 60 or seconds >= 60:
            return None
        angle = degrees + minutes / 60 + seconds / 3600
        angles["latitude" if letter in "NS" else "longitude"] = -angle if letter in "SWO" else angle
    return at(**angles) if len(angles) == 2 else None


# A geo: URI -----------------------------------------------------------------------------------------------------------


def _of_geo_uri(rest: str) -> Position:
    """RFC 5870, and the query that Android's maps add: geo:0,0?q=48.86,2.34(Name)."""
    path, _mark, query = rest.partition("?")
    numbers, *parameters = path.split(";")
    frame = next((value[4:] for value in parameters if value.lower().startswith("crs=")), "wgs84")
    labelled = parse_qs(query).get("q", [""])[0]
    asked = _of_numbers(re.sub(r"\(.*\)\s*$", "", labelled))
    found = asked or _of_numbers(",".join(numbers.split(",")[:2]).replace(",", ", "))
    if frame.lower() != "wgs84" or found is None or (asked is None and (found.latitude, found.longitude) == (0, 0)):
        raise NotAPosition(_("This geo: link says no position on the earth."))
    return found


# Addresses of maps ----------------------------------------------------------------------------------------------------


def _of_address(text: str) -> Position:
    try:
        address = urlsplit(text)
        host = (address.hostname or "").rstrip(".").lower()
    except ValueError:
        raise NotAPosition(_("This address cannot be read. Copy it once more from the map.")) from None
    if host in _SHORT_HOSTS:
        raise NotAPosition(
            _("A short link does not say where it leads. Open it, and copy the long address that the browser shows.")
        )
    reader = _reader_for(host)
    if reader is None:
        raise NotAPosition(_("Links are read from OpenStreetMap, Google Maps and Apple Maps. Or type two numbers."))
    found = reader(address)
    if found is None:
        raise NotAPosition(_("This link of a map says no position. Point at the place there, and copy the link again."))
    return found


def _reader_for(host: str) -> Callable[[SplitResult], Position | None] | None:
    if host.removeprefix("www.") in _OSM_HOSTS:
        return _of_openstreetmap
    if _GOOGLE_HOST.fullmatch(host):
        return _of_google
    return _of_apple if host == "maps.apple.com" else None


def _asked(address: SplitResult, *names: str) -> Position | None:
    """The first of these parameters that is a pair of numbers."""
    query = parse_qs(address.query, max_num_fields=100) if address.query.count("&") < 100 else {}
    for name in names:
        for value in query.get(name, []):
            if found := _of_numbers(value.removeprefix("loc:")):
                return found
    return None


def _of_openstreetmap(address: SplitResult) -> Position | None:
    """The marker where there is one, or what was searched, or the middle of the map."""
    query = parse_qs(address.query) if address.query.count("&") < 100 else {}
    for north, east in (("mlat", "mlon"), ("lat", "lon")):
        if north in query and east in query:
            return _of_numbers(f"{query[north][0]}, {query[east][0]}")
    if found := _asked(address, "query", "to"):
        return found
    if view := _OSM_VIEW.search(address.fragment):
        return at(float(view[1]), float(view[2]))
    if code := re.fullmatch(r"/go/([A-Za-z0-9_~@]{3,12})[-=]*", address.path):
        return _of_short_code(code[1].replace("@", "~"))
    return None


def _of_short_code(code: str) -> Position:
    """The middle of the square that a short link of OpenStreetMap names: longitude and latitude, bit by bit in turn."""
    east = north = 0
    for letter in code:
        six = _OSM_CODE.index(letter)
        for shift in (4, 2, 0):
            east, north = east << 1 | six >> shift + 1 & 1, north << 1 | six >> shift & 1
    squares = 2 ** (3 * len(code))
    return at((north + 0.5) * 180 / squares - 90, (east + 0.5) * 360 / squares - 180)


def _of_google(address: SplitResult) -> Position | None:
    """The pin where there is one, or what was asked for, or the middle of the map."""
    if address.hostname and address.hostname.lower().startswith("consent."):
        onward = parse_qs(address.query).get("continue", [""])[0]
        try:
            address = urlsplit(onward)
        except ValueError:
            return None
        if not _GOOGLE_HOST.fullmatch((address.hostname or "").lower()):
            return None
    path = unquote_plus(address.path)
    if pins := _GOOGLE_PIN.findall(path):
        return at(float(pins[-1][0]), float(pins[-1][1]))
    if found := _asked(address, "q", "query", "destination", "daddr", "ll", "sll", "center", "viewpoint", "cbll"):
        return found
    for part in reversed(path.split("/")):
        if found := _of_numbers(part.removeprefix("loc:")):
            return found
    if view := _GOOGLE_VIEW.search(path):
        return at(float(view[1]), float(view[2]))
    return None


def _of_apple(address: SplitResult) -> Position | None:
    return _asked(address, "coordinate", "ll", "q", "daddr", "sll", "center")
