"""The doors. Pages speak French at the address itself and English under /en/; feeds and files have no language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from cafecm import phone, views
from cafecm.design import design

urlpatterns = [
    path("health/", views.health, name="health"),
    path("ready/", views.ready, name="ready"),
    path("metrics", views.metrics, name="metrics"),
    path("manifest.webmanifest", phone.manifest, name="manifest"),
    path("icons/<slug:name>.png", phone.home_screen_icon, name="icon"),
    path("service-worker.js", phone.service_worker, name="service-worker"),
    path("robots.txt", views.robots, name="robots"),
    path("media/", include("members.media_urls")),
    path("media/", include("events.media_urls")),
    # No dot but the one of the ending: a path that climbs out of the folder never gets as far as the view.
    re_path(
        r"^media/(?P<path>(?!portraits/|originals/|recaps/)(?:[A-Za-z0-9_-]{1,60}/){0,3}[A-Za-z0-9_-]{1,100}\.(?:webp|avif))$",
        views.photo,
        name="photo",
    ),
    path("", include("events.feed_urls")),
    path("api/", include("events.api_urls")),
    *i18n_patterns(
        path("", include("events.urls")),
        path("organize/", include("events.organize_urls")),
        path("venues/", include("venues.urls")),
        path("host/", include("events.host_urls")),
        path("", include("members.urls")),
        path("accounts/", include("allauth.urls")),
        path("offline/", phone.offline, name="offline"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("privacy/", views.privacy, name="privacy"),
        path("admin/", admin.site.urls),
        *([path("design/", design, name="design")] if settings.DEBUG else []),
        prefix_default_language=False,
    ),
]
of_a_development_machine = [
    path("dev/mail/", views.kept_mail_list, name="kept-mail-list"),
    path("dev/mail/<str:name>/", views.kept_mail, name="kept-mail"),
    path("dev/mail/<str:name>/html/", views.kept_mail_html, name="kept-mail-html"),
]
if settings.MAILS_ARE_KEPT:
    urlpatterns += of_a_development_machine

handler400 = "cafecm.views.bad_request"
handler403 = "cafecm.views.forbidden"
handler404 = "cafecm.views.not_found"
handler500 = "cafecm.views.server_error"
