from django.urls import URLPattern, path

from events.views import organize

app_name = "organize"
urlpatterns: list[URLPattern] = [
    path("", organize.board, name="board"),
    path("new/", organize.new_edition, name="new"),
    path("venues/<slug:slug>/", organize.edit_venue, name="venue"),
    path("<slug:slug>/edit/", organize.edit_edition, name="edit"),
    path("<slug:slug>/publish/", organize.publish, name="publish"),
    path("<slug:slug>/discard/", organize.discard, name="discard"),
    path("<slug:slug>/cancel/", organize.cancel, name="cancel"),
]
