from django.urls import URLPattern, path

from events.views import cadence, door, organize, rotation, telling, trades_desk, venues

app_name = "organize"
urlpatterns: list[URLPattern] = [
    path("", organize.board, name="board"),
    path("new/", organize.new_edition, name="new"),
    path("new-venue/", venues.new_venue, name="new-venue"),
    path("venues/<slug:slug>/", venues.edit_venue, name="venue"),
    path("venues/<slug:slug>/merge/", venues.merge_venue, name="merge-venue"),
    path("venues/<slug:slug>/checked/", venues.access_checked, name="access-checked"),
    path("specialties/", trades_desk.trades, name="trades"),
    path("specialties/new/", trades_desk.new_trade, name="new-trade"),
    path("specialties/<slug:key>/", trades_desk.edit_trade, name="trade"),
    path("specialties/<slug:key>/merge/", trades_desk.merge, name="merge-trade"),
    path("specialties/<slug:key>/retire/", trades_desk.retire, name="retire-trade"),
    path("specialties/<slug:key>/bring-back/", trades_desk.bring_back, name="bring-back-trade"),
    path("specialties/suggestions/<int:pk>/map/", trades_desk.map_suggestion, name="map-suggestion"),
    path("specialties/suggestions/<int:pk>/decline/", trades_desk.decline, name="decline-suggestion"),
    path("<slug:slug>/edit/", organize.edit_edition, name="edit"),
    path("<slug:slug>/publish/", telling.publish, name="publish"),
    path("<slug:slug>/reminder/", telling.reminder, name="reminder"),
    path("<slug:slug>/recap/", telling.recap, name="recap"),
    path("<slug:slug>/mail/<slug:kind>/", telling.mail_preview, name="mail-preview"),
    path("<slug:slug>/discard/", organize.discard, name="discard"),
    path("<slug:slug>/cancel/", organize.cancel, name="cancel"),
    path("<slug:slug>/dates/", cadence.dates, name="dates"),  # of a series, as the four below
    path("<slug:slug>/dates/plan/", cadence.plan, name="plan"),
    path("<slug:slug>/dates/<str:day>/skip/", cadence.skip_date, name="skip-date"),
    path("<slug:slug>/dates/<str:day>/meet/", cadence.meet_after_all, name="meet-after-all"),
    path("<slug:slug>/rotation/", rotation.rotation_page, name="rotation"),
    path("<slug:slug>/choose/<slug:venue>/", rotation.choose_venue, name="choose-venue"),
    path("<slug:slug>/pass-over/<slug:venue>/", rotation.pass_over, name="pass-over"),
    path("<slug:slug>/pass-over/<slug:venue>/undo/", rotation.undo_pass_over, name="undo-pass-over"),
    path("<slug:slug>/call/<slug:key>/", trades_desk.call, name="call"),
    path("<slug:slug>/people/", door.people, name="people"),
    path("<slug:slug>/door/", door.door, name="door"),
    path("<slug:slug>/door/<int:pk>/", door.check_in, name="check-in"),
    path("<slug:slug>/door/walk-in/", door.walk_in, name="walk-in"),
    path("<slug:slug>/door/walk-in/<uuid:key>/undo/", door.undo_walk_in, name="undo-walk-in"),
    path("<slug:slug>/door/scan/<str:token>/", door.scan, name="scan"),
]
