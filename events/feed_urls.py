"""Files for calendars: they have no language and their addresses never change."""

from django.urls import path

from events import feeds

app_name = "feeds"
urlpatterns = [
    path("calendar.ics", feeds.calendar, name="all"),
    path("calendar/<slug:slug>.ics", feeds.series_calendar, name="series"),
    path("cafes/<slug:slug>.ics", feeds.edition_calendar, name="edition"),
    path("venues/<slug:slug>/calendar.ics", feeds.venue_calendar, name="venue"),
    path("specialties/<slug:key>/calendar.ics", feeds.specialty_calendar, name="specialty"),
    path("calendar/me/<slug:secret>.ics", feeds.member_calendar, name="member"),
    path("feed.atom", feeds.announcements, name="atom"),
]
