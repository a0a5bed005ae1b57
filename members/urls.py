from django.urls import path

from members import views

app_name = "members"
urlpatterns = [
    path("members/me/", views.me, name="me"),
    path("members/me/mail/", views.mails, name="mails"),
    path("members/mail/stop/<str:token>/", views.stop_mails, name="stop-mails"),
    path("members/<slug:handle>/", views.profile, name="profile"),
    path("accounts/link/<str:token>/", views.sign_in_link, name="sign-in-link"),
    path("accounts/password/<path:rest>", views.no_passwords),  # stands before allauth's own
]
