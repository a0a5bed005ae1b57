"""Every way to have the café in one's own calendar or feed reader."""

from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.models import Series


@require_safe
def subscribe(request: HttpRequest) -> HttpResponse:
    """How to subscribe with each kind of calendar: to everything or, with `series`, to one series."""
    choices = list(Series.objects.public())
    series = next((each for each in choices if each.slug == request.GET.get("series")), None)
    path = reverse("feeds:series", args=[series.slug]) if series else reverse("feeds:all")
    address = settings.SITE_URL + path
    # webcal, not webcals, which iPhones refuse; an https link there would import a copy that is never refreshed.
    webcal = f"webcal://{urlsplit(settings.SITE_URL).netloc}{path}"
    outlook = urlencode({"url": address, "name": series.name if series else settings.COMMUNITY_NAME}, quote_via=quote)
    return render(
        request,
        "events/subscribe.html",
        {
            "series": series,
            "choices": choices if len(choices) > 1 else [],
            "calendar_address": address,
            "webcal": webcal,
            "google": f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}",
            "google_by_address": "https://calendar.google.com/calendar/u/0/r/settings/addbyurl",
            "outlook_com": f"https://outlook.live.com/calendar/0/addfromweb?{outlook}",
            "outlook_365": f"https://outlook.office.com/calendar/0/addfromweb?{outlook}",
            "atom": settings.SITE_URL + reverse("feeds:atom"),
        },
    )
