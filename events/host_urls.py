"""Offering a place, and the host's own page of an evening."""

from django.urls import path

from events.views import host_page, offers

app_name = "host"
urlpatterns = [
    path("", offers.offer, name="offer"),
    path("code/", offers.prove, name="prove"),
    path("code/resend/", offers.resend_code, name="resend-code"),
    path("thanks/", offers.thanks, name="thanks"),
    path("<str:token>/", host_page.page, name="page"),
    path("<str:token>/preview/", host_page.preview, name="preview"),
    path("<str:token>/settings/", host_page.settle, name="settle"),
    path("<str:token>/count.json", host_page.count, name="count"),
    path("<str:token>/list/", host_page.reception_list, name="list"),
    path("<str:token>/list.csv", host_page.reception_file, name="file"),
    path("<str:token>/poster/", host_page.poster, name="poster"),
]
