"""Every way to have the café in one's own calendar or feed reader: all of them, or one's own."""

from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.models import MemberCalendar, Series


@require_safe
def subscribe(request: HttpRequest) -> HttpResponse:
    """How to subscribe with each kind of calendar: to everything or, with `series`, to one series."""
    choices = list(Series.objects.public())
    series = next((each for each in choices if each.slug == request.GET.get("series")), None)
    path = reverse("feeds:series", args=[series.slug]) if series else reverse("feeds:all")
    context = {
        **_ways(path, name=series.name if series else settings.COMMUNITY_NAME),
        "series": series,
        "choices": choices if len(choices) > 1 else [],
        "atom": settings.SITE_URL + reverse("feeds:atom"),
    }
    return render(request, "events/subscribe.html", context)


@require_safe
@login_required
def my_calendar(request: HttpRequest) -> HttpResponse:
    """The secret address of the member's own calendar, once they have one, and how to subscribe to it."""
    calendar = MemberCalendar.objects.filter(member=request.user.pk).first()
    context: dict[str, object] = {"calendar": calendar, "calendar_address": ""}
    if calendar and calendar.secret:
        name = _("%(community)s: %(part)s") % {"community": settings.COMMUNITY_NAME, "part": _("my cafés")}
        context |= _ways(reverse("feeds:member", args=[calendar.secret]), name=name)
    return render(request, "events/my_calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def renew_calendar(request: HttpRequest) -> HttpResponse:
    """Makes a new address, after a question where there is an old one: calendars that have that one see no more."""
    if request.method == "POST":
        MemberCalendar.objects.renew(request.user)
        messages.success(request, _("This is the new address of your calendar."))
        return redirect("events:my-calendar")
    if not MemberCalendar.objects.filter(member=request.user.pk).exists():
        return redirect("events:my-calendar")
    return render(request, "events/renew_calendar.html")


def _ways(path: str, *, name: str) -> dict[str, object]:
    """The address of a calendar, and the links by which each kind of program subscribes to it."""
    address = settings.SITE_URL + path
    # webcal, not webcals, which iPhones refuse; an https link there would import a copy that is never refreshed.
    webcal = f"webcal://{urlsplit(settings.SITE_URL).netloc}{path}"
    outlook = urlencode({"url": address, "name": name}, quote_via=quote)
    return {
        "calendar_address": address,
        "webcal": webcal,
        "google": f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}",
        "google_by_address": "https://calendar.google.com/calendar/u/0/r/settings/addbyurl",
        "outlook_com": f"https://outlook.live.com/calendar/0/addfromweb?{outlook}",
        "outlook_365": f"https://outlook.office.com/calendar/0/addfromweb?{outlook}",
    }
