"""Who looks after a series: roles, invitations, leaving, and the second factor that a site may ask for."""

import datetime
import re
from functools import partial

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.messages import get_messages
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from events.models import Act, Invitation, LastOwner, Role, Series, Teammate
from members import outbox
from members.leaving import StillNeeded, erase
from members.models import Mail, Member
from tests.at_once import at_once
from tests.factories import make_edition, make_member, make_offer, make_series

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return make_member("Olga")


@pytest.fixture
def series(owner):
    return make_series(slug="cafe", name="Le Café", owners=[owner], organizers=[make_member("Oscar")])


@pytest.fixture
def desk(client, owner, series):
    client.force_login(owner)
    return client


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(f"organize:{name}", args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def roles(series: Series) -> list[tuple[str, str]]:
    return list(series.team.order_by("pk").values_list("member__name", "role"))


def signed_in(member: Member) -> Client:
    browser = Client()
    browser.force_login(member)
    return browser


def colleague(series: Series) -> Teammate:
    return series.team.get(member__name="Oscar")


# Roles ----------------------------------------------------------------------------------------------------------------


def test_member_has_one_role_in_a_series(series, owner):
    with pytest.raises(IntegrityError), transaction.atomic():
        series.team.create(member=owner, role="greeter")


def test_role_that_does_not_exist_is_refused(series):
    with pytest.raises(IntegrityError), transaction.atomic():
        series.team.create(member=make_member(), role="king")


def test_owner_gives_roles_and_a_repeat_changes_nothing(desk, series):
    for _click in range(2):
        desk.post(url("give-role", "cafe", colleague(series).pk, "greeter"))
    assert roles(series) == [("Olga", "owner"), ("Oscar", "greeter")]
    assert [(act.what, act.whom.name) for act in Act.objects.all()] == [("role-given", "Oscar")]


def test_team_page_shows_buttons_to_owners_and_roles_to_all(desk, series):
    Invitation.send(series, address="ida@example.org", role="greeter", language="en", by=make_member())
    page = desk.get(url("team", "cafe")).content.decode()
    assert "ida@example.org" in page and "Take out of the team" in page
    page = signed_in(colleague(series).member).get(url("team", "cafe")).content.decode()
    assert "Olga" in page and "Leave the team" in page
    assert "ida@example.org" not in page and "Take out of the team" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_team_asks_the_database_as_often_for_three_as_for_one(desk, series, django_assert_num_queries, count):
    for number in range(count):
        series.appoint(make_member(), "greeter")
        Invitation.send(series, address=f"ida{number}@example.org", role="greeter", language="en", by=make_member())
    with django_assert_num_queries(8):  # session, member, roles, series, team, people, owner?, invitations
        assert desk.get(url("team", "cafe")).status_code == 200


def test_greeter_finds_the_door_and_nothing_else(series):
    edition = make_edition(series)
    make_edition(series, status="draft")
    series.appoint(make_member(), "organizer")
    newcomer, regular = make_member("Nina"), make_member("Rémi")
    first = make_edition(series, starts_at=timezone.now() - datetime.timedelta(days=30))
    first.rsvps.create(member=regular, status="going", position=1, arrived=1)
    edition.rsvp(newcomer)
    edition.rsvp(regular)
    greeter = make_member("Gaël")
    series.appoint(greeter, "greeter")
    browser = signed_in(greeter)
    board = browser.get(url("board"))
    assert list(board.context["page_obj"]) == [edition]
    links = board.content.decode()
    assert url("door", edition.slug) in links and url("edit", edition.slug) not in links
    door = browser.get(url("door", edition.slug))
    assert door.context["newcomers"] == {edition.rsvp_of(newcomer).pk}
    assert url("people", edition.slug) not in door.content.decode()
    for page in ("people", "add-person", "write-to-people", "people-csv", "people-xlsx", "people-print"):
        assert browser.get(url(page, edition.slug)).status_code == 403


def test_who_organizes_here_and_greets_there_finds_both(desk, series, owner):
    mine, there = make_edition(series), make_edition()
    make_edition()
    there.series.appoint(owner, "greeter")
    board = desk.get(url("board"))
    assert (list(board.context["page_obj"]), list(board.context["doors_elsewhere"])) == ([mine], [there])
    door = desk.get(url("door", there.slug))
    assert (door.status_code, url("people", there.slug) in door.content.decode()) == (200, False)
    assert desk.get(url("edit", there.slug)).status_code == 404


def test_greeter_gets_no_mail_of_organizers_and_reads_no_offer(series):
    greeter = make_member()
    series.appoint(greeter, "greeter")
    assert (
        set(Member.objects.organizing())
        == set(series.organizers)
        == {row.member for row in series.team.exclude(role="greeter")}
    )
    assert not type(make_offer(series)).objects.organized_by(greeter).exists()


# Leaving --------------------------------------------------------------------------------------------------------------


def test_who_is_taken_out_loses_the_desk_at_the_next_request(desk, series):
    edition = make_edition(series, status="draft")
    theirs = signed_in(colleague(series).member)
    pages = [
        url("board"),
        url("edit", edition.slug),
        url("door", edition.slug),
        url("team", "cafe"),
        f"/en/cafes/{edition.slug}/",
    ]
    assert [theirs.get(page).status_code for page in pages] == [200] * 5
    desk.post(url("dismiss", "cafe", colleague(series).pk))
    assert [theirs.get(page).status_code for page in pages] == [403, 403, 403, 403, 404]
    assert theirs.post(url("edit", edition.slug), {"theme": "Volé"}).status_code == 403
    assert [act.sentence for act in Act.objects.all()] == ["Olga took Oscar out of the team."]


def test_who_has_become_a_greeter_loses_all_but_the_door_at_once(desk, series):
    edition = make_edition(series)
    theirs = signed_in(colleague(series).member)
    desk.post(url("give-role", "cafe", colleague(series).pk, "greeter"))
    pages = [url("door", edition.slug), url("edit", edition.slug), url("mail"), url("history", "cafe")]
    assert [theirs.get(page).status_code for page in pages] == [200, 403, 403, 403]


def test_mails_to_organizers_that_wait_say_nothing_to_who_has_left(series):
    oscar = colleague(series).member
    make_edition(series)
    outbox.post("offer-to-read", member=oscar, offer=make_offer(series).pk)
    outbox.post("organizers-week", member=oscar)
    waiting = list(Mail.objects.filter(member=oscar, kind__in=["offer-to-read", "organizers-week"]))
    assert [outbox._writers[each.kind](each) is None for each in waiting] == [False, False]
    series.dismiss(oscar)
    assert [outbox._writers[each.kind](each) for each in waiting] == [None, None]


def test_invitation_can_be_read_before_it_goes_and_its_link_opens_nothing(desk, series):
    address = url("invitation-mail", "cafe")
    page = desk.get(url("team", "cafe"))
    assert f'src="{address}"' in page.content.decode()
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    shown = desk.get(address)
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    mail = shown.content.decode()
    assert "Olga invites you to the team of “Le Café”. Your role: organizer." in mail
    (link,) = re.findall(r'href="[^"]*(/organize/invitation/[^"]*)"', mail)
    assert desk.get("/en" + link.removeprefix("/en")).status_code == 404
    assert (Invitation.objects.count(), Mail.objects.count()) == (0, 0)


def test_everybody_but_the_last_owner_leaves_by_themselves(desk, series):
    theirs = signed_in(colleague(series).member)
    assert theirs.post(url("leave-team", "cafe"))["Location"] == "/en/"
    assert theirs.post(url("leave-team", "cafe")).status_code == 403
    sentence = ["A café keeps an owner: make somebody else an owner first."]
    assert said(desk.post(url("leave-team", "cafe"))) == sentence
    assert roles(series) == [("Olga", "owner")]
    assert [act.what for act in Act.objects.all()] == ["left"]


def test_last_owner_keeps_the_role(desk, series, owner):
    desk.post(url("give-role", "cafe", series.team.get(member=owner).pk, "greeter"))
    desk.post(url("dismiss", "cafe", series.team.get(member=owner).pk))
    series.appoint(make_member("Parti", is_active=False), "owner")
    with pytest.raises(LastOwner):
        series.dismiss(owner)
    with pytest.raises(StillNeeded):
        erase(owner)
    assert series.team.get(member=owner).role == "owner"
    series.appoint(make_member(), "owner")
    erase(owner)
    assert not series.team.filter(member=owner).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["leave", "erase", "step back"])
def test_of_two_owners_who_leave_at_once_one_stays(way):
    acts = {
        "leave": lambda series, owner: series.dismiss(owner),
        "erase": lambda series, owner: erase(owner),
        "step back": lambda series, owner: series.appoint(owner, "greeter"),
    }

    def go(series: Series, owner: Member) -> str:
        try:
            acts[way](series, owner)
        except (LastOwner, StillNeeded):
            return "stays"
        return "gone"

    for _round in range(5):
        owners = [make_member(), make_member()]
        series = make_series(owners=owners)
        outcomes = at_once(*(partial(go, series, owner) for owner in owners))
        assert sorted(map(str, outcomes)) == ["gone", "stays"]
        assert series.team.filter(role="owner").count() == 1


# Invitations ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def letters(settings):
    """Delivers what the outbox holds, and answers the letters."""
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"

    def deliver():
        while outbox.deliver_next():
            pass
        return mail.outbox

    return deliver


def invite(desk, address: str = "Ida@Example.org", role: str = "greeter") -> Invitation:
    desk.post(url("invite", "cafe"), {"address": address, "role": role})
    return Invitation.objects.latest("pk")


def join(member: Member, invitation: Invitation):
    with translation.override("en"):
        return signed_in(member).post(invitation.get_absolute_url())


def test_invitation_goes_by_mail_and_is_accepted_with_whichever_account(desk, series, letters):
    invitation = invite(desk)
    [letter] = letters()
    assert (letter.to, invitation.token in letter.body) == (["ida@example.org"], True)
    ida = make_member("Ida", email="ida.perso@example.org")
    with translation.override("en"):
        page = signed_in(ida).get(invitation.get_absolute_url())
    assert "as Ida (ida.perso@example.org)" in " ".join(page.content.decode().split())
    assert roles(series)[2:] == []
    assert join(ida, invitation)["Location"] == url("board")
    assert roles(series)[2:] == [("Ida", "greeter")]
    assert [act.what for act in Act.objects.order_by("pk")] == ["invited", "joined"]


def test_answer_is_the_same_whether_the_address_is_known(desk, series, owner):
    make_member(email="known@example.org")
    answers = []
    for address in ("known@example.org", "unknown@example.org", owner.email):
        desk.get(url("team", "cafe"))
        response = desk.post(url("invite", "cafe"), {"address": address, "role": "greeter"})
        answers.append((response.status_code, said(response), Mail.objects.filter(address=address).count()))
    assert answers == [(302, ["The invitation is on its way."], 1)] * 3


def test_invitation_is_good_once(desk, series):
    invitation = invite(desk)
    ida, eve = make_member("Ida"), make_member("Eve")
    join(ida, invitation)
    assert join(eve, invitation).status_code == 410
    assert join(ida, invitation).status_code == 302  # a second click
    series.dismiss(ida)
    assert join(ida, invitation).status_code == 410
    assert roles(series)[2:] == []


def test_invitation_is_good_for_fourteen_days(desk, series):
    invitation = invite(desk)
    with time_machine.travel(invitation.invited_at + datetime.timedelta(days=14, seconds=1), tick=False):
        assert join(make_member(), invitation).status_code == 410
    assert len(roles(series)) == 2


def test_withdrawn_invitation_opens_nothing_and_its_mail_is_not_sent(desk, series, letters):
    invitation = invite(desk)
    for _click in range(2):
        desk.post(url("withdraw-invitation", "cafe", invitation.pk))
    assert letters() == []
    assert join(make_member(), invitation).status_code == 410
    assert [act.what for act in Act.objects.order_by("pk")] == ["invited", "invitation-back"]


def test_same_invitation_twice_is_one_mail_and_another_role_takes_its_place(desk, series):
    first = invite(desk)
    assert invite(desk) == first
    second = invite(desk, role="organizer")
    assert list(series.invitations.open()) == [second]
    assert Mail.objects.filter(kind="team-invitation").count() == 2


def step_down(series, owner):
    series.appoint(owner, "greeter")


@pytest.mark.parametrize(
    "leaving", [lambda series, owner: series.dismiss(owner), step_down, lambda _series, owner: erase(owner)]
)
def test_who_may_no_longer_invite_leaves_no_invitation_open(series, leaving):
    former = make_member()
    series.appoint(former, "owner")
    Invitation.send(series, address="ida@example.org", role="owner", language="en", by=former)
    kept = Invitation.send(series, address="ivo@example.org", role="greeter", language="en", by=make_member())
    leaving(series, former)
    assert list(series.invitations.open()) == [kept]


def test_invitation_takes_no_role_away(desk, series):
    join(colleague(series).member, invite(desk, role="greeter"))
    assert colleague(series).role == "organizer"
    join(colleague(series).member, invite(desk, address="other@example.org", role="owner"))
    assert colleague(series).role == "owner"


def test_so_many_people_are_not_invited_in_a_day(desk, series):
    for number in range(21):
        response = desk.post(url("invite", "cafe"), {"address": f"ida{number}@example.org", "role": "greeter"})
    assert said(response)[-1] == "So many people were invited today that the next one has to wait until tomorrow."
    assert Mail.objects.filter(kind="team-invitation").count() == 20


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"address": "nobody", "role": "greeter"}, "address"),
        ({"address": "", "role": "greeter"}, "address"),
        ({"address": "ida@example.org", "role": "king"}, "role"),
    ],
)
def test_bad_invitation_gets_a_sentence_beside_its_field(desk, typed, field):
    response = desk.post(url("invite", "cafe"), typed)
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert not Invitation.objects.exists()


def test_link_that_was_made_up_is_not_found(client):
    client.force_login(make_member())
    assert client.get(url("invitation", "made-up")).status_code == 404


def test_addresses_of_who_was_invited_are_forgotten(desk):
    invitation = invite(desk)
    with time_machine.travel(invitation.invited_at + datetime.timedelta(days=43), tick=False):
        Invitation.objects.forget()
    assert Invitation.objects.exists()
    with time_machine.travel(invitation.invited_at + datetime.timedelta(days=45), tick=False):
        Invitation.objects.forget()
    assert not Invitation.objects.exists()


# The second factor --------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(settings):
    settings.REQUIRE_SECOND_FACTOR = True


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_organizer_without_a_second_factor_is_led_to_set_one_up(asked, desk, series):
    with translation.override("en"):
        setup = reverse("mfa_index")
    edition = make_edition(series, status="draft")
    for answer in (
        desk.get(url("board")),
        desk.get(url("door", edition.slug)),
        desk.post(url("publish", edition.slug)),
    ):
        assert (answer.status_code, answer["Location"]) == (302, setup)
    assert desk.get(setup).status_code == 200
    edition.refresh_from_db()
    assert edition.is_draft


def test_organizer_shows_the_second_factor_in_this_session_and_gets_on(asked, desk, owner):
    secret = generate_totp_secret()
    TOTP.activate(owner, secret)
    answer = desk.get(url("board"))
    assert answer["Location"] == "/en/accounts/2fa/reauthenticate/?next=%2Fen%2Forganize%2F"
    assert desk.post(answer["Location"], {"code": "000000"}).status_code == 200
    assert desk.get(url("board")).status_code == 302
    assert desk.post(answer["Location"], {"code": code(secret)})["Location"] == url("board")
    assert desk.get(url("board")).status_code == 200
    assert signed_in(owner).get(url("board")).status_code == 302  # another session has shown nothing
    Authenticator.objects.all().delete()
    assert "/2fa/" in desk.get(url("board"))["Location"]


def test_passkey_counts_as_a_second_factor(asked, desk, owner):
    key = Authenticator.objects.create(user=owner, type=Authenticator.Type.WEBAUTHN, data={})
    assert desk.get(url("board"))["Location"] == "/en/accounts/2fa/webauthn/reauthenticate/?next=%2Fen%2Forganize%2F"
    session = desk.session
    session["account_authentication_methods_user"] = str(owner.pk)
    session["account_authentication_methods"] = [
        {"method": "mfa", "type": "webauthn", "id": key.pk, "passwordless": True, "at": 1}
    ]
    session.save()
    assert desk.get(url("board")).status_code == 200


def test_admin_asks_for_the_second_factor_and_stays_usable(asked, client):
    root = Member.objects.create_superuser("root@example.org", name="Root")
    client.force_login(root)
    assert client.get("/en/admin/", follow=True).redirect_chain[-1][0] == "/en/accounts/2fa/"
    secret = generate_totp_secret()
    TOTP.activate(root, secret)
    last = client.get("/en/admin/events/series/", follow=True).redirect_chain[-1][0]
    assert last.startswith("/en/accounts/2fa/reauthenticate/?next=")
    client.post(last, {"code": code(secret)})
    assert client.get("/en/admin/events/series/").status_code == 200


def test_greeters_members_and_sites_that_do_not_ask_go_on_as_before(settings, series, owner):
    greeter = make_member()
    series.appoint(greeter, "greeter")
    assert signed_in(owner).get(url("board")).status_code == 200
    settings.REQUIRE_SECOND_FACTOR = True
    assert signed_in(greeter).get(url("board")).status_code == 200
    assert signed_in(make_member()).get("/en/members/me/").status_code == 200


# The admin ------------------------------------------------------------------------------------------------------------


def test_admin_gives_a_series_its_first_owner_and_no_team_without_one(client):
    client.force_login(Member.objects.create_superuser("root@example.org", name="Root"))
    facts = {
        **{"slug": "cafe", "name": "Le Café", "time_zone": "Europe/Paris", "start_time": "19:00", "end_time": "21:00"},
        **{"guests_at_most": "1", "last_call_hours": "24", "head_start_hours": "24", "reconfirm_days": "3"},
        **{"team-TOTAL_FORMS": "1", "team-INITIAL_FORMS": "0", "team-0-member": str(make_member("Olga").pk)},
    }
    page = client.post("/en/admin/events/series/add/", {**facts, "team-0-role": "greeter"})
    assert "A team has an owner: choose one of them." in page.content.decode()
    assert client.post("/en/admin/events/series/add/", {**facts, "team-0-role": "owner"}).status_code == 302
    assert roles(Series.objects.get()) == [("Olga", Role.OWNER)]
