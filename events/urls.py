from django.urls import path

from events.views import api, browse, card, meeting, rsvp, specialties, subscribe, telling

app_name = "events"
urlpatterns = [
    path("", browse.home, name="home"),
    path("cafes/", browse.edition_list, name="list"),
    path("cafes/past/", browse.past_list, name="past"),
    path("cafes/<int:year>/<int:month>/", browse.month, name="month"),
    path("cafes/<slug:slug>/", browse.detail, name="detail"),
    path("cafes/<slug:slug>/people/", browse.all_people, name="people"),
    path("cafes/<slug:slug>/keep-posted/", telling.keep_posted, name="keep-posted"),
    path("cafes/<slug:slug>/keep-posted/end/", telling.keep_posted_no_longer, name="keep-posted-no-longer"),
    path("cafes/<slug:slug>/card.png", card.card, name="card"),
    path("cafes/<slug:slug>/rsvp/", rsvp.rsvp, name="rsvp"),
    path("cafes/<slug:slug>/rsvp/code/", rsvp.prove, name="prove"),
    path("cafes/<slug:slug>/rsvp/code/resend/", rsvp.resend_code, name="resend-code"),
    path("cafes/<slug:slug>/rsvp/cancel/", rsvp.cancel_rsvp, name="cancel-rsvp"),
    path("cafes/<slug:slug>/rsvp/<str:token>/", rsvp.place, name="place"),
    path("cafes/<slug:slug>/rsvp/<str:token>/party/", rsvp.change_party, name="change-party"),
    path("cafes/<slug:slug>/rsvp/<str:token>/confirm/", rsvp.confirm_place, name="confirm-place"),
    path("cafes/<slug:slug>/rsvp/<str:token>/free/", rsvp.free_place, name="free-place"),
    path("cafes/<slug:slug>/rsvp/<str:token>/every/", rsvp.come_to_every, name="come-to-every"),
    path("cafes/<slug:slug>/rsvp/<str:token>/every/end/", rsvp.no_longer_every, name="no-longer-every"),
    path("specialties/", specialties.specialty_list, name="specialty-list"),
    path("specialties/which/", specialties.which, name="which"),
    path("specialties/suggest/", specialties.suggest, name="suggest"),
    path("specialties/<slug:key>/", specialties.specialty_detail, name="specialty"),
    path("embed/", api.embed, name="embed"),
    path("specialties/<slug:key>/follow/", specialties.follow, name="follow"),
    path("specialties/<slug:key>/unfollow/", specialties.unfollow, name="unfollow"),
    path("members/me/meeting/", meeting.meeting, name="meeting"),
    path("members/me/meeting/<slug:purpose>/consent/", meeting.consent, name="consent"),
    path("members/me/meeting/<slug:purpose>/withdraw/", meeting.withdraw, name="withdraw"),
    path("subscribe/", subscribe.subscribe, name="subscribe"),
    path("members/me/calendar/", subscribe.my_calendar, name="my-calendar"),
    path("members/me/calendar/renew/", subscribe.renew_calendar, name="renew-calendar"),
]
