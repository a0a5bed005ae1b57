"""Their data is theirs: the archive, and taking leave without a trace."""

import datetime
import io
import json
import zipfile

import icalendar
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image

from events import trades
from events.models import BareCount, Edition, Introduction, Rsvp
from members import leaving
from members.correspondence import block, report, write
from members.images import Focus, clean_photo, cut_portraits
from members.leaving import StillNeeded
from members.links import sign_in_link
from members.models import Mail, Member, Purpose, Specialty, Suppression
from tests.factories import fill, make_edition, make_member, make_series, make_specialty
from tests.members.post import delivered, last_code
from tests.members.test_sign_in import sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "ada.secret@example.org"
LATER = datetime.timedelta(minutes=16)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def with_photo(member):
    content = io.BytesIO()
    Image.new("RGB", (90, 60), "teal").save(content, "PNG")
    photo = clean_photo(ContentFile(content.getvalue()))
    member.hang(cut_portraits(photo, Focus()), Focus())
    member.photo.save("x.webp", photo)
    return member


def over(edition, *, days=7):
    """The evening was a week ago."""
    starts_at = timezone.now() - datetime.timedelta(days=days)
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + datetime.timedelta(hours=2))
    return Edition.objects.get(pk=edition.pk)


def somebody_everywhere(word):
    """Somebody about whom there is something in every table that can hold it; what is theirs alone has this word."""
    low = word.lower()
    ada = with_photo(
        make_member(
            f"Ada {word}",
            email=f"ada.{low}@example.org",
            organisation=f"{word} Ltd",
            can_help_with=[f"{word} help"],
            handle=f"ada-{low}",
        )
    )
    EmailAddress.objects.create(user=ada, email=f"second.{low}@example.org", verified=True)
    ada.practise([make_specialty("moderation")])
    ada.follow(make_specialty("moderation")) if hasattr(ada, "follow") else None
    ada.follow(make_specialty("moderation"))
    ada.choose_mails("digest", is_wanted=False)
    Authenticator.objects.create(user=ada, type=Authenticator.Type.WEBAUTHN, data={"name": f"{low} phone"})
    Suppression.objects.create(address=f"second.{low}@example.org", reason="x")
    Mail.objects.create(kind="code", address=ada.email, data={"code": "123456"})
    LogEntry.objects.create(
        user=make_member(is_staff=True),
        content_type=ContentType.objects.get_for_model(Member),
        object_id=str(ada.pk),
        object_repr=ada.name,
        action_flag=2,
    )
    series = make_series(organizers=[ada, make_member()])
    series.stand(ada)
    past, coming, full = (make_edition(series, capacity=2) for _ in range(3))
    for edition in (past, coming):
        edition.rsvp(ada, guests=1, guest_names=[f"Guest {word}"], needs=f"{word} need")
    full.rsvp(make_member(), guests=1)
    full.rsvp(ada)
    over(past).write_comment(ada, f"{word} comment")
    ada.consent(Purpose.INTRODUCTIONS)
    trades.decline(ada.suggest_trade(f"{word} trade"), by=make_member(), answer="No")
    ada.suggest_trade(f"Another {low} trade")
    full.call(make_specialty("crise"), by=ada)
    bob = make_member("Bob Other")
    Introduction.objects.create(edition=coming, member=ada, other=bob, rank=1)
    Introduction.objects.create(edition=coming, member=bob, other=ada, rank=1)
    write(ada, bob, f"{word} words")
    write(bob, ada, "Other words")
    block(bob, by=ada)
    report(bob, f"{word} reason", by=ada)
    report(ada, "Other reason", by=bob)
    return ada


@pytest.fixture
def ada(db):
    return somebody_everywhere("Secret")


# The archive --------------------------------------------------------------------------------------------------------


def taken(answer) -> zipfile.ZipFile:
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_archive_has_everything_and_nobody_else(client, settings, ada):
    sign_in(client, settings, ADDRESS)
    archive = taken(client.get("/members/me/data/export/"))
    photos = sorted(name for name in archive.namelist() if name.startswith("photos/"))
    assert len(photos) == 7
    for name in photos:
        Image.open(io.BytesIO(archive.read(name))).verify()
    calendars = [name for name in archive.namelist() if name.startswith("cafes/")]
    assert sorted(calendars) == sorted(
        f"cafes/{rsvp.edition.slug}.ics" for rsvp in ada.rsvps.going().select_related("edition")
    )
    for name in calendars:
        assert len(icalendar.Calendar.from_ical(archive.read(name)).walk("VEVENT")) == 1
    told = json.loads(archive.read("me.json"))
    assert (told["profile"]["name"], told["profile"]["can_help_with"]) == ("Ada Secret", ["Secret help"])
    assert told["profile"]["specialties"] == ["moderation"]
    assert [row["email"] for row in told["addresses"]] == [ADDRESS, "second.secret@example.org"]
    assert [(row["status"], row["guest_names"], row["needs"]) for row in told["rsvps"]] == [
        ("going", ["Guest Secret"], "Secret need"),
        ("going", ["Guest Secret"], "Secret need"),
        ("waiting", [], ""),
    ]
    assert [mail["kind"] for mail in told["mails"]].count("rsvp-going") == 2
    assert told["mail_choices"] == [{"topic": "digest", "is_wanted": False}]
    assert (len(told["standing_rsvps"]), len(told["teams"]), len(told["keys"])) == (1, 1, 1)
    assert len(told["sessions"]) == 1
    assert [row["purpose"] for row in told["consents"]] == ["introductions"]
    assert [row["words"] for row in told["trades_suggested"]] == ["Secret trade", "Another secret trade"]
    assert [row["specialty__key"] for row in told["trades_called"]] == ["crise"]
    assert [row["people"] for row in told["introductions"]] == [1]
    words = archive.read("me.json").decode()
    assert [word for word in ("Other reason", ada.password, "secret phone", "is_withheld") if word in words] == []
    assert [row["text"] for row in (*told["letters_sent"], *told["letters_received"])] == [
        "Secret words",
        "Other words",
    ]
    assert told["blocked"][0]["whom__name"] == "Bob Other"
    assert [(row["text"], row["state"]) for row in told["comments"]] == [("Secret comment", "waiting")]
    assert (told["comments_reported"], told["work_on_recaps"]) == (
        [],
        {"consents_noted": [], "comments_moderated": []},
    )


def test_archive_is_for_who_has_just_shown_who_they_are(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    make_member(email=ADDRESS)
    assert client.get("/members/me/data/export/")["Location"].startswith("/accounts/login/")
    sign_in(client, settings, ADDRESS)
    taken(client.get("/members/me/data/export/"))
    time_machine.shift(LATER)
    answer = client.get("/members/me/data/export/")
    assert answer["Location"] == "/members/me/prove/?next=%2Fmembers%2Fme%2Fdata%2Fexport%2F"
    door = answer["Location"]
    before = len(delivered(settings))
    assert "Is it you?" in client.get("/en" + door).content.decode()
    assert len(delivered(settings)) == before  # to look sends nothing
    client.post(door, {"send": "yes"})
    assert client.post(door, {"code": "000000"}).context["form"].errors
    taken_to = client.post(door, {"code": last_code(settings)})
    assert taken_to["Location"] == "/members/me/data/export/"
    taken(client.get("/members/me/data/export/"))


def test_code_by_mail_is_not_enough_for_who_asked_for_more(client, ada):
    Authenticator.objects.create(user=ada, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(ada)
    assert client.get("/members/me/data/export/")["Location"].startswith("/accounts/2fa/reauthenticate/")
    assert client.get("/members/me/prove/").status_code == 403


def test_code_sent_to_one_member_proves_nothing_for_another(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    make_member(email=ADDRESS)
    make_member(email="bob@example.org")
    sign_in(client, settings, ADDRESS)
    client.post("/members/me/prove/", {"send": "yes"})
    code = last_code(settings)
    session = client.session["code-for-is-it-you"]
    client.post("/accounts/logout/")
    sign_in(client, settings, "bob@example.org")
    time_machine.shift(datetime.timedelta(minutes=9))
    kept = client.session
    kept["code-for-is-it-you"] = session
    kept.save()
    client.post("/members/me/prove/", {"code": code})
    time_machine.shift(datetime.timedelta(minutes=9))
    assert "/members/me/prove/" in client.get("/members/me/data/export/")["Location"]


@pytest.mark.parametrize("page", ["", "export/", "erase/"])
def test_nobody_reaches_the_data_without_signing_in(client, page):
    assert client.get(f"/members/me/data/{page}")["Location"].startswith("/accounts/login/?next=")
    client.force_login(make_member())
    assert client.put(f"/members/me/data/{page}").status_code in {302, 405}


# Taking leave -------------------------------------------------------------------------------------------------------


def traces(*words: str) -> dict[str, set[str]]:
    """The tables in whose rows one of these words stands."""
    found: dict[str, set[str]] = {}
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            if model is Session:
                row = {**row, "data": Session(session_data=row["session_data"]).get_decoded()}
            text = json.dumps(row, default=str, ensure_ascii=False).lower()
            hits = {word for word in words if word.lower() in text}
            if hits:
                found.setdefault(model._meta.label, set()).update(hits)
    return found


def test_who_leaves_leaves_no_trace_in_any_table_and_no_file(
    client, settings, ada, media, django_capture_on_commit_callbacks
):
    sign_in(client, settings, ADDRESS)
    client.get("/members/me/")
    words = (
        "secret",
        f'"user_id": {ada.pk}',
        f'"member_id": {ada.pk},',
        f'"member_id": {ada.pk}}}',
        f'"by_id": {ada.pk},',
        ada.handle,
        ada.portrait,
    )
    before = traces(*words)
    assert {
        "account.EmailAddress",
        "admin.LogEntry",
        "events.Rsvp",
        "events.Standing",
        "members.Block",
        "members.Following",
        "members.Letter",
        "members.Report",
        "members.Mail",
        "members.MailChoice",
        "members.Member",
        "members.MemberSpecialty",
        "members.Suppression",
        "mfa.Authenticator",
        "usersessions.UserSession",
        "sessions.Session",
        "events.Teammate",
    } <= set(before)
    assert len(list(media.rglob("*.*"))) == 7
    assert client.get("/members/me/data/erase/").status_code == 200
    assert Member.objects.filter(pk=ada.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/members/me/data/erase/", {"is_sure": "on"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert traces(*words) == {}
    assert list(media.rglob("*.*")) == []
    assert Specialty.objects.filter(key="moderation").exists()


def test_places_of_who_leaves_go_to_the_line_and_numbers_of_past_evenings_stay(settings, ada):
    series = ada.teams.get().series
    past, coming, full = series.editions.order_by("pk")
    waiting = make_member("Next in line")
    coming.rsvp(waiting, guests=1)
    past.check_in(past.rsvp_of(ada), people=2)
    quiet = over(make_edition(series, capacity=9), days=40)
    with_others = make_edition(series, capacity=9)
    for member in (ada, make_member("Bob")):
        with_others.rsvp(member)
    fill(with_others, 4)
    with_others = over(with_others, days=20)
    with_others.check_in(with_others.rsvp_of(ada))
    bob = with_others.rsvps.get(member__name="Bob")

    def numbers():
        editions = [Edition.objects.with_places().get(pk=edition.pk) for edition in (past, with_others, quiet)]
        return [
            [(edition.places_taken, edition.people_in_the_room) for edition in editions],
            Edition.objects.filter(series=series, starts_at__lt=timezone.now()).evenings(),
            coming.forecast().past_error,
            Rsvp.objects.with_history().get(pk=bob.pk).cafes_missed,
            [edition._tally().going for edition in editions],
            sum(len(seats) for key, seats in editions[1]._seats.items() if key == with_others.pk),
        ]

    before = numbers()
    assert before[0] == [(2, 2), (6, 1), (0, 0)]
    leaving.erase(ada)
    assert numbers() == before
    assert list(BareCount.objects.order_by("edition_id").values_list("edition", "parties", "places", "arrived")) == [
        (past.pk, 1, 2, 2),
        (with_others.pk, 1, 1, 1),
    ]
    assert coming.rsvp_of(waiting).status == "going"
    assert Mail.objects.filter(member=waiting, kind="rsvp-promoted").count() == 1
    assert [rsvp.member.name for rsvp in past.rsvps.select_related("member")] == []
    assert full.rsvps.count() == 1


def test_two_who_leave_add_up_to_one_number():
    edition = make_edition(capacity=9)
    people = [make_member() for _ in range(3)]
    for member in people:
        edition.rsvp(member, guests=1)
    edition.cancel_rsvp(people[2])
    edition = over(edition)
    edition.check_in(edition.rsvp_of(people[2]), people=1)
    for member in people:
        leaving.erase(member)
    counts = BareCount.objects.order_by("group").values_list("group", "parties", "places", "arrived")
    assert list(counts) == [("", 0, 0, 1), ("unasked", 2, 4, 0)]
    assert (edition.people_in_the_room, Edition.objects.with_places().get().places_taken) == (1, 4)


def test_sole_owner_hands_over_first(client, settings):
    ada = make_member(email=ADDRESS)
    series = make_series(owners=[ada, make_member(is_active=False)], organizers=[make_member()], name="Le Café")
    sign_in(client, settings, ADDRESS)
    page = client.get("/en/members/me/data/erase/").content.decode()
    assert "You alone own Le Café" in page and "is_sure" not in page
    client.post("/members/me/data/erase/", {"is_sure": "on"})
    assert Member.objects.filter(pk=ada.pk).exists()
    with pytest.raises(StillNeeded):
        leaving.erase(ada)
    series.appoint(make_member(), "owner")
    client.post("/members/me/data/erase/", {"is_sure": "on"})
    assert not Member.objects.filter(pk=ada.pk).exists()


def test_nothing_is_erased_without_the_tick(client, settings):
    ada = make_member(email=ADDRESS)
    sign_in(client, settings, ADDRESS)
    answer = client.post("/members/me/data/erase/", {})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["is_sure"])
    assert Member.objects.filter(pk=ada.pk).exists()


def test_nothing_is_erased_in_a_session_that_was_left_open(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    ada = make_member(email=ADDRESS)
    sign_in(client, settings, ADDRESS)
    time_machine.shift(LATER)
    answer = client.post("/members/me/data/erase/", {"is_sure": "on"})
    assert answer["Location"].startswith("/members/me/prove/")
    assert Member.objects.filter(pk=ada.pk).exists()


def test_whoever_left_is_signed_out_everywhere_and_their_links_are_void(client, settings):
    ada = make_member(email=ADDRESS)
    edition = make_edition()
    rsvp = edition.rsvp(ada)
    link = sign_in_link(ada).removeprefix(settings.SITE_URL)
    place = f"/cafes/{edition.slug}/"
    other = Client()
    sign_in(other, settings, ADDRESS)
    sign_in(client, settings, ADDRESS)
    assert other.get("/members/me/").status_code == 200
    client.post("/members/me/data/erase/", {"is_sure": "on"})
    assert client.get("/members/me/").status_code == other.get("/members/me/").status_code == 302
    assert client.get(link).status_code == 410
    assert not Rsvp.objects.filter(key=rsvp.key).exists()
    assert client.get(place).status_code == 200
    assert client.post("/members/me/data/erase/", {"is_sure": "on"})["Location"].startswith("/accounts/login/")


def test_address_of_who_left_may_begin_anew(client, settings):
    leaving.erase(make_member("Ada", email=ADDRESS))
    again = Member.objects.for_proven_address(ADDRESS, name="Somebody", language="fr")
    assert (again.name, again.rsvps.count()) == ("Somebody", 0)


def test_changed_main_address_ends_all_other_sessions(client, settings):
    ada = make_member(email=ADDRESS)
    EmailAddress.objects.create(user=ada, email="new@example.org", verified=True)
    other = Client()
    sign_in(other, settings, ADDRESS)
    sign_in(client, settings, ADDRESS)
    key = client.session.session_key
    client.post("/accounts/email/", {"email": "new@example.org", "action_primary": ""})
    ada.refresh_from_db()
    assert ada.email == "new@example.org"
    assert other.get("/members/me/").status_code == 302
    assert client.get("/members/me/").status_code == 200
    assert client.session.session_key != key
    assert not Session.objects.filter(session_key=key).exists()
    assert len(client.get("/accounts/sessions/").context["sessions"]) == 1


def test_main_address_is_not_changed_in_a_session_that_was_left_open(client, settings, time_machine):
    time_machine.move_to(timezone.now())
    ada = make_member(email=ADDRESS)
    EmailAddress.objects.create(user=ada, email="new@example.org", verified=True)
    sign_in(client, settings, ADDRESS)
    time_machine.shift(LATER)
    answer = client.post("/accounts/email/", {"email": "new@example.org", "action_primary": ""})
    assert answer["Location"].startswith("/members/me/prove/")
    ada.refresh_from_db()
    assert ada.email == ADDRESS


# What the database holds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["confirmed", "boss"])
def test_bare_counts_are_one_a_group_of_the_forecast(group):
    edition = make_edition()
    BareCount.objects.create(edition=edition, group="confirmed")
    with pytest.raises(IntegrityError), transaction.atomic():
        BareCount.objects.create(edition=edition, group=group)
