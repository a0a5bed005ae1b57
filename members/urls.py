from django.urls import path

from members.views import data, directory, letters, mails, profiles, prove, signing

app_name = "members"
urlpatterns = [
    path("members/", directory.member_list, name="list"),
    path("members/me/", profiles.me, name="me"),
    path("members/me/profile/", profiles.edit_profile, name="edit-profile"),
    path("members/me/data/", data.data, name="data"),
    path("members/me/data/export/", data.export, name="export"),
    path("members/me/data/erase/", data.erase, name="erase"),
    path("members/me/prove/", prove.prove, name="prove"),
    path("members/me/blocked/", letters.blocked, name="blocked"),
    path("members/me/mail/", mails.mails, name="mails"),
    path("members/mail/stop/<str:token>/", mails.stop_mails, name="stop-mails"),
    path("members/<slug:handle>/", profiles.profile, name="profile"),
    path("members/<slug:handle>/write/", letters.write, name="write"),
    path("members/<slug:handle>/trouble/", letters.trouble, name="trouble"),
    path("members/<slug:handle>/block/", letters.block, name="block"),
    path("members/<slug:handle>/unblock/", letters.unblock, name="unblock"),
    path("accounts/link/<str:token>/", signing.sign_in_link, name="sign-in-link"),
    path("accounts/password/<path:rest>", signing.no_passwords),  # stands before allauth's own
]
