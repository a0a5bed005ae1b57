"""An edition as search engines read it (schema.org/Event), in a script block that no browser runs."""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from events.models import Edition

# What would end the block early, as JSON spells it.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def event_data(edition: "Edition") -> SafeString:
    """The JSON-LD of an edition: dates with their offset, place, host, whether it takes place and has places."""
    page = settings.SITE_URL + edition.get_absolute_url()
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": edition.title,
        "url": page,
        "startDate": edition.starts.isoformat(),
        "endDate": edition.ends.isoformat(),
        "eventStatus": f"https://schema.org/{'EventCancelled' if edition.is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "maximumAttendeeCapacity": edition.capacity,
        "isAccessibleForFree": True,
        "organizer": {"@type": "Organization", "name": edition.series.name, "url": settings.SITE_URL},
    }
    if edition.venue:
        data["location"] = _place(edition)
    if not edition.closed_because:
        data["offers"] = {
            "@type": "Offer",
            "price": 0,
            "priceCurrency": "EUR",
            "url": page,
            "availability": f"https://schema.org/{'SoldOut' if edition.is_full else 'InStock'}",
        }
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 (escaped just now)


def _place(edition: "Edition") -> dict[str, Any]:
    venue = edition.venue
    assert venue
    place: dict[str, Any] = {"@type": "Place", "name": venue.name, "url": settings.SITE_URL + venue.get_absolute_url()}
    address = {
        "streetAddress": venue.address,
        "postalCode": venue.postal_code,
        "addressLocality": venue.city,
    }
    if any(address.values()):
        place["address"] = {"@type": "PostalAddress", **{key: value for key, value in address.items() if value}}
    if venue.latitude is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": venue.latitude, "longitude": venue.longitude}
    if venue.cover:
        place["image"] = settings.SITE_URL + venue.cover.image.url
    if known := [(name, is_so) for name, is_so in venue.access_facts if is_so is not None]:
        place["amenityFeature"] = [
            {"@type": "LocationFeatureSpecification", "name": name, "value": is_so} for name, is_so in known
        ]
    return place
