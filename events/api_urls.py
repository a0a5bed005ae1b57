"""Public facts as JSON: no language, and addresses that never change."""

from django.urls import path

from events.views import api

app_name = "api"
urlpatterns = [
    path("openapi.json", api.openapi, name="openapi"),
    path("series/", api.series_list, name="series-list"),
    path("editions/", api.edition_list, name="edition-list"),
    path("editions/<slug:slug>/", api.edition_detail, name="edition"),
    path("venues/", api.venue_list, name="venue-list"),
    path("venues/<slug:slug>/", api.venue_detail, name="venue"),
]
