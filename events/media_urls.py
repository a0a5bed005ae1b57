from django.urls import re_path

from events.views import photos

app_name = "recap-photos"
urlpatterns = [
    re_path(
        r"^(?P<path>recaps/[A-Za-z0-9]{16}(?:_[A-Za-z0-9]{7})?(?:\.webp|-(?:640|1120|1600)\.avif))$",
        photos.photo,
        name="photo",
    )
]
