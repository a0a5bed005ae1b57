from django.urls import URLPattern, path, register_converter

from events.models import Role
from events.views import (
    approval,
    bring,
    cadence,
    door,
    history,
    host_desk,
    life,
    mail,
    offer_board,
    organize,
    people,
    recap,
    rotation,
    team,
    telling,
    trades_desk,
    venues,
)
from venues.models import HostOffer


class StepConverter:
    """A step of an offer, as its address says it."""

    regex = "|".join(HostOffer.Step.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


class RoleConverter(StepConverter):
    """A role in a team."""

    regex = "|".join(Role.values)


register_converter(StepConverter, "step")
register_converter(RoleConverter, "role")

app_name = "organize"
urlpatterns: list[URLPattern] = [
    path("", organize.board, name="board"),
    path("new/", organize.new_edition, name="new"),
    path("new-series/", bring.bring_series, name="bring-series"),
    path("new-series/<int:pk>/take/", bring.take_series, name="take-series"),
    path("mail/", mail.mail, name="mail"),
    path("mail/<int:pk>/again/", mail.try_again, name="try-again"),
    path("mail/addresses/<int:pk>/again/", mail.write_again, name="write-again"),
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
    path("offers/", offer_board.board, name="offers"),
    path("offers/new/", offer_board.new, name="new-offer"),
    path("offers/<int:pk>/", offer_board.offer, name="offer"),
    path("offers/<int:pk>/move/<step:step>/", offer_board.move, name="move-offer"),
    path("offers/<int:pk>/write/", offer_board.write, name="write-to-host"),
    path("offers/<int:pk>/thank/", offer_board.thank, name="thank-host"),
    path("offers/<int:pk>/publish/<slug:slug>/", offer_board.publish, name="publish-offer"),
    path("invitation/<str:token>/", team.invitation, name="invitation"),
    path("<slug:slug>/edit/", organize.edit_edition, name="edit"),
    path("<slug:slug>/copy/", organize.copy_edition, name="copy"),
    path("<slug:slug>/copy-last/", organize.copy_last, name="copy-last"),  # of a series
    path("<slug:slug>/publish/", telling.publish, name="publish"),
    path("<slug:slug>/reminder/", telling.reminder, name="reminder"),
    path("<slug:slug>/recap/", recap.recap, name="recap"),
    path("<slug:slug>/recap/photos/", recap.photos, name="recap-photos"),
    path("<slug:slug>/recap/photos/add/", recap.add_photos, name="add-photos"),
    path("<slug:slug>/recap/photos/<int:pk>/earlier/", recap.move_photo, {"by": -1}, name="photo-earlier"),
    path("<slug:slug>/recap/photos/<int:pk>/later/", recap.move_photo, {"by": 1}, name="photo-later"),
    path("<slug:slug>/recap/photos/<int:pk>/delete/", recap.delete_photo, name="delete-photo"),
    path("<slug:slug>/recap/photos/<int:pk>/show/", recap.show_photo, name="show-photo"),
    path("<slug:slug>/recap/comments/<int:pk>/let-through/", recap.let_through, name="let-comment-through"),
    path("<slug:slug>/recap/comments/<int:pk>/refuse/", recap.refuse, name="refuse-comment"),
    path("<slug:slug>/mail/<slug:kind>/", telling.mail_preview, name="mail-preview"),
    path("<slug:slug>/discard/", organize.discard, name="discard"),
    path("<slug:slug>/cancel/", telling.cancel, name="cancel"),
    path("<slug:slug>/postpone/", telling.postpone, name="postpone"),
    path("<slug:slug>/reopen/", telling.reopen, name="reopen"),
    path("<slug:slug>/dates/", cadence.dates, name="dates"),  # of a series, as the four below
    path("<slug:slug>/dates/plan/", cadence.plan, name="plan"),
    path("<slug:slug>/dates/<str:day>/skip/", cadence.skip_date, name="skip-date"),
    path("<slug:slug>/dates/<str:day>/meet/", cadence.meet_after_all, name="meet-after-all"),
    path("<slug:slug>/import/", bring.bring, name="import"),
    path("<slug:slug>/import/<int:pk>/", bring.brought, name="imported"),
    path("<slug:slug>/import/<int:pk>/take/", bring.take, name="take-import"),
    path("<slug:slug>/import/<int:pk>/undo/", bring.undo, name="undo-import"),
    path("<slug:slug>/archive/", bring.archive, name="archive"),
    path("<slug:slug>/life/", life.life, name="life"),
    path("<slug:slug>/life/<slug:key>.csv", life.life_table, name="life-table"),
    path("<slug:slug>/history/", history.history, name="history"),
    path("<slug:slug>/history/<int:pk>/undo/", history.undo_act, name="undo-act"),
    path("<slug:slug>/team/", team.team, name="team"),  # of a series
    path("<slug:slug>/team/invite/", team.invite, name="invite"),
    path("<slug:slug>/team/invite/mail/", team.invitation_mail, name="invitation-mail"),
    path("<slug:slug>/team/invitations/<int:pk>/withdraw/", team.withdraw, name="withdraw-invitation"),
    path("<slug:slug>/team/<int:pk>/<role:role>/", team.give_role, name="give-role"),
    path("<slug:slug>/team/<int:pk>/dismiss/", team.dismiss, name="dismiss"),
    path("<slug:slug>/team/leave/", team.leave, name="leave-team"),
    path("<slug:slug>/rotation/", rotation.rotation_page, name="rotation"),
    path("<slug:slug>/choose/<slug:venue>/", rotation.choose_venue, name="choose-venue"),
    path("<slug:slug>/pass-over/<slug:venue>/", rotation.pass_over, name="pass-over"),
    path("<slug:slug>/pass-over/<slug:venue>/undo/", rotation.undo_pass_over, name="undo-pass-over"),
    path("<slug:slug>/call/<slug:key>/", trades_desk.call, name="call"),
    path("<slug:slug>/host/", host_desk.host, name="host"),
    path("<slug:slug>/host/send/", host_desk.send, name="send-host-link"),
    path("<slug:slug>/host/renew/", host_desk.renew, name="renew-host-link"),
    path("<slug:slug>/host/revoke/", host_desk.revoke, name="revoke-host-link"),
    path("<slug:slug>/people/", people.people, name="people"),
    path("<slug:slug>/people/<int:pk>/", people.party, name="party"),
    path("<slug:slug>/people/<int:pk>/free/", people.free, name="free-place"),
    path("<slug:slug>/people/<int:pk>/move/", people.move, name="move-party"),
    path("<slug:slug>/people/<int:pk>/approve/", approval.approve, name="approve"),
    path("<slug:slug>/people/<int:pk>/decline/", approval.decline, name="decline"),
    path("<slug:slug>/people/write/", people.write, name="write-to-people"),
    path("<slug:slug>/people/write/mail/", people.letter_preview, name="letter-preview"),
    path("<slug:slug>/people/list.csv", people.as_csv, name="people-csv"),
    path("<slug:slug>/people/list.xlsx", people.as_xlsx, name="people-xlsx"),
    path("<slug:slug>/people/badges/", people.badges, name="people-badges"),
    path("<slug:slug>/people/print/", people.printable, name="people-print"),
    path("<slug:slug>/people/add/", people.add, name="add-person"),
    path("<slug:slug>/door/", door.door, name="door"),
    path("<slug:slug>/door/<int:pk>/", door.check_in, name="check-in"),
    path("<slug:slug>/door/walk-in/", door.walk_in, name="walk-in"),
    path("<slug:slug>/door/walk-in/<uuid:key>/undo/", door.undo_walk_in, name="undo-walk-in"),
    path("<slug:slug>/door/scan/<str:token>/", door.scan, name="scan"),
]
