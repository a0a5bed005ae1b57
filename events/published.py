"""What other sites may read of editions and venues, as JSON: public facts only, and the document that describes them.

Handed objects; the shapes stand once, in SCHEMAS, and the tests hold every answer against them.
"""

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from events.models import Edition, Series
    from venues.models import Venue


def series_json(series: "Series") -> dict[str, Any]:
    """A series: its name, rhythm and zone."""
    return {
        "slug": series.slug,
        "name": series.name,
        "city": series.city,
        "description": series.description,
        "time_zone": series.time_zone,
        "cadence": series.cadence,
    }


def edition_json(edition: "Edition") -> dict[str, Any]:
    """An edition, with its series and venue loaded: what its page says to a stranger, without the people."""
    return {
        "slug": edition.slug,
        "series": edition.series.slug,
        "number": edition.number,
        "title": edition.title,
        "theme": edition.theme,
        "description": edition.description,
        "starts_at": edition.starts.isoformat(),
        "ends_at": edition.ends.isoformat(),
        "time_zone": edition.series.time_zone,
        "status": edition.status,
        "venue": venue_json(edition.venue) if edition.venue else None,
        "capacity": edition.capacity,
        "places_left": edition.places_left,
        "takes_rsvps": not edition.closed_because,
        "rsvps_open_at": edition.opens.isoformat() if edition.opens else None,
        "rsvps_close_at": edition.closes.isoformat() if edition.closes else None,
        "url": settings.SITE_URL + edition.get_absolute_url(),
        "calendar_url": f"{settings.SITE_URL}/cafes/{edition.slug}.ics",
        "revised_at": edition.revised_at.isoformat(),
    }


def venue_json(venue: "Venue") -> dict[str, Any]:
    """A venue: its address and access facts, each true, false, or null where nobody has looked."""
    has_position = venue.latitude is not None and venue.longitude is not None
    return {
        "slug": venue.slug,
        "name": venue.name,
        "host": venue.host,
        "host_url": venue.host_url,
        "address": venue.address,
        "postal_code": venue.postal_code,
        "city": venue.city,
        "position": {"latitude": venue.latitude, "longitude": venue.longitude} if has_position else None,
        "transport": venue.transport,
        "capacity": venue.capacity,
        "access": {
            **{name.removeprefix("has_"): getattr(venue, name) for name in venue.ACCESS_FACTS},
            "door_width": venue.door_width,
            "checked_on": venue.access_checked_on.isoformat() if venue.access_checked_on else None,
        },
        "url": settings.SITE_URL + venue.get_absolute_url(),
    }


def _text(description: str = "", *, is_nullable: bool = False, **more: Any) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": ["string", "null"] if is_nullable else "string", **more}
    return {**shape, "description": description} if description else shape


def _number(description: str, kind: str = "integer", *, is_nullable: bool = False) -> dict[str, Any]:
    return {"type": [kind, "null"] if is_nullable else kind, "description": description}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_FACT = {"type": ["boolean", "null"], "description": "null: nobody has looked"}
_POSITION = _object(latitude=_number("degrees, WGS 84", "number"), longitude=_number("degrees, WGS 84", "number"))
SCHEMAS: dict[str, Any] = {
    "Series": _object(
        slug=_text(),
        name=_text(),
        city=_text(),
        description=_text(),
        time_zone=_text("an IANA name"),
        cadence=_text("a recurrence rule (RFC 5545, 3.3.10), or empty"),
    ),
    "Venue": _object(
        slug=_text(),
        name=_text(),
        host=_text(),
        host_url=_text(),
        address=_text(),
        postal_code=_text(),
        city=_text(),
        position={**_POSITION, "type": ["object", "null"]},
        transport=_text(),
        capacity=_number("people", is_nullable=True),
        access=_object(
            step_free_route=_FACT,
            lift=_FACT,
            accessible_toilet=_FACT,
            gender_neutral_toilet=_FACT,
            hearing_loop=_FACT,
            seats=_FACT,
            quiet_corner=_FACT,
            bicycle_parking=_FACT,
            door_width=_number("of the narrowest door, in cm", is_nullable=True),
            checked_on=_text(is_nullable=True, format="date"),
        ),
        url=_text(format="uri"),
    ),
    "Edition": _object(
        slug=_text("never changes"),
        series=_text("the slug of its series"),
        number=_number("null for an extra one", is_nullable=True),
        title=_text("in the language of the site"),
        theme=_text(),
        description=_text("Markdown"),
        starts_at=_text("with the offset of the series' zone", format="date-time"),
        ends_at=_text(format="date-time"),
        time_zone=_text("an IANA name"),
        status={"type": "string", "enum": ["published", "cancelled"]},
        venue={
            "anyOf": [{"$ref": "#/components/schemas/Venue"}, {"type": "null"}],
            "description": "null: not known yet",
        },
        capacity=_number("people, guests included"),
        places_left=_number("free places"),
        takes_rsvps={"type": "boolean", "description": "at this moment, from everybody"},
        rsvps_open_at=_text("null: with the announcement", is_nullable=True, format="date-time"),
        rsvps_close_at=_text("null: when it begins", is_nullable=True, format="date-time"),
        url=_text(format="uri"),
        calendar_url=_text(format="uri"),
        revised_at=_text(format="date-time"),
    ),
}


def _page_of(name: str) -> dict[str, Any]:
    return _object(
        items={"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
        next=_text("the address of the next page, or null", is_nullable=True, format="uri"),
    )


def _answers(schema: dict[str, Any], **others: str) -> dict[str, Any]:
    found = {"description": "found", "content": {"application/json": {"schema": schema}}}
    return {"200": found, **{code.removeprefix("_"): {"description": words} for code, words in others.items()}}


def _query(name: str, description: str, **schema: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string", **schema}}


_SLUG = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}
_PAGE = _query("page", "from 1", type="integer", minimum=1)


def description() -> dict[str, Any]:
    """The OpenAPI document (3.1) of these addresses."""

    def one(name: str) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{name}"}
        return {"get": {"parameters": [_SLUG], "responses": _answers(schema, _404="there is none")}}

    def many(name: str, *parameters: dict[str, Any]) -> dict[str, Any]:
        answers = _answers(_page_of(name), _400="a parameter makes no sense")
        return {"get": {"parameters": [*parameters, _PAGE], "responses": answers}}

    return {
        "openapi": "3.1.0",
        "info": {"title": settings.COMMUNITY_NAME, "version": "1", "description": "Public facts, to read only."},
        "servers": [{"url": settings.SITE_URL}],
        "paths": {
            "/api/series/": many("Series"),
            "/api/editions/": many(
                "Edition",
                _query("series", "the slug of a series"),
                _query("venue", "the slug of a venue"),
                _query("when", "upcoming, the next one first, or past, the latest first", enum=["upcoming", "past"]),
            ),
            "/api/editions/{slug}/": one("Edition"),
            "/api/venues/": many("Venue"),
            "/api/venues/{slug}/": one("Venue"),
        },
        "components": {"schemas": SCHEMAS},
    }
