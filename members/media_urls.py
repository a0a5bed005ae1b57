from django.urls import re_path

from members.views import photos

app_name = "photos"
urlpatterns = [
    re_path(
        r"^portraits/(?P<stem>[A-Za-z0-9]{16})-(?P<side>96|192|480)\.(?P<kind>avif|webp)$",
        photos.portrait,
        name="portrait",
    ),
    re_path(r"^originals/(?P<name>[A-Za-z0-9]{16})\.webp$", photos.original, name="original"),
]
