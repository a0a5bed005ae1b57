"""One's own profile, and who sees it."""

import io
import re

import pytest
from django.db.models.deletion import ProtectedError
from PIL import Image

from members.models import Member, Visibility
from tests.factories import make_edition, make_member, make_specialty

pytestmark = pytest.mark.django_db


def photo(name="me.jpg"):
    content = io.BytesIO()
    Image.new("RGB", (900, 700), "teal").save(content, "JPEG")
    content.seek(0)
    content.name = name
    return content


def come(edition, *members):
    for member in members:
        edition.rsvp(member)


@pytest.fixture
def trades(db):
    return [make_specialty(key) for key in ("moderation", "care", "events", "internal")]


def profile_data(**changes):
    return {
        "name": "Ada Lovelace",
        "headline": "",
        "organisation": "",
        "first_specialty": "",
        "second_specialty": "",
        "third_specialty": "",
        "visibility": "cafe",
        "language": "fr",
        **changes,
    }


# Who sees whom ----------------------------------------------------------------------------------------------------

SEEN_BY = {
    # a visitor, a member, a member at the same café, one waiting for it, one who cancelled, they themselves
    Visibility.PUBLIC: [True, True, True, True, True, True],
    Visibility.MEMBERS: [False, True, True, True, True, True],
    Visibility.CAFE: [False, False, True, False, False, True],
    Visibility.NOBODY: [False, False, False, False, False, True],
}


@pytest.mark.parametrize("visibility", Visibility.values)
def test_profile_is_there_for_those_whom_the_member_chose_and_for_nobody_else(client, visibility):
    ada = make_member("Ada Secret", visibility=visibility, headline="In one line", organisation="Analytical")
    stranger, guest, waiting, gone = (make_member() for _ in range(4))
    edition = make_edition(capacity=3)
    come(edition, ada, guest, gone)
    edition.cancel_rsvp(gone)
    come(edition, make_member(), waiting)
    assert [edition.rsvp_of(person).status for person in (ada, guest, waiting, gone)] == [
        "going",
        "going",
        "waiting",
        "cancelled",
    ]
    seen = []
    for viewer in (None, stranger, guest, waiting, gone, ada):
        browser = type(client)()
        if viewer:
            browser.force_login(viewer)
        page = browser.get(ada.get_absolute_url())
        assert page.status_code in {200, 404}
        assert ("Ada Secret" in page.content.decode()) == (page.status_code == 200)
        seen.append(page.status_code == 200)
    assert seen == SEEN_BY[Visibility(visibility)]


def test_member_who_left_has_no_page(client):
    ada = make_member(visibility="public", is_active=False)
    assert client.get(ada.get_absolute_url()).status_code == 404
    client.force_login(make_member())
    assert client.get(ada.get_absolute_url()).status_code == 404


def test_profile_shows_trades_and_never_the_address(client, trades):
    ada = make_member(
        "Ada",
        email="ada.private@example.org",
        visibility="public",
        headline="Looks after engines",
        organisation="Analytical Ltd",
    )
    ada.practise([trades[1], trades[0]])
    for viewer in (None, make_member(), ada):
        if viewer:
            client.force_login(viewer)
        page = client.get(ada.get_absolute_url()).content.decode()
        assert "ada.private" not in page
        assert ("Looks after engines" in page, "Analytical Ltd" in page) == (True, True)
        assert re.findall(r'href="(/specialties/[^"]+)"', page.partition("<main")[2]) == [
            "/specialties/care/",
            "/specialties/moderation/",
        ]


@pytest.mark.parametrize(("visibility", "hidden"), [("public", False), ("members", True)])
def test_only_public_profiles_are_for_search_engines(client, visibility, hidden):
    client.force_login(make_member())
    page = client.get(make_member(visibility=visibility).get_absolute_url()).content.decode()
    assert ('content="noindex"' in page) == hidden


@pytest.mark.parametrize("count", [1, 3])
def test_profile_takes_the_same_queries_for_one_trade_and_for_three(client, trades, django_assert_num_queries, count):
    ada = make_member(visibility="public")
    ada.practise(trades[:count])
    with django_assert_num_queries(2):  # the member, their trades
        client.get(ada.get_absolute_url())
    client.force_login(make_member())
    with django_assert_num_queries(5):  # and the session, who reads, whether they organize
        client.get(ada.get_absolute_url())


def test_profile_only_shows_itself(client):
    ada = make_member(visibility="public")
    assert client.post(ada.get_absolute_url()).status_code == 405


@pytest.mark.parametrize("handle", ["nobody-xxxx", "a" * 400])
def test_unknown_profile_is_not_found(client, handle):
    assert client.get(f"/members/{handle}/").status_code == 404


# One's own --------------------------------------------------------------------------------------------------------


def test_own_profile_is_for_who_is_signed_in(client):
    for answer in (client.get("/members/me/"), client.post("/members/me/", profile_data())):
        assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/members/me/")


def test_member_fills_in_a_profile(client, trades):
    ada = make_member()
    client.force_login(ada)
    answer = client.post(
        "/members/me/",
        profile_data(
            headline="Looks after\nengines",
            organisation="Analytical",
            first_specialty=trades[2].pk,
            third_specialty=trades[0].pk,
            visibility="public",
        ),
    )
    assert (answer.status_code, answer["Location"]) == (302, "/members/me/")
    ada = Member.objects.get(pk=ada.pk)
    assert (ada.name, ada.headline, ada.organisation) == ("Ada Lovelace", "Looks after engines", "Analytical")
    assert (ada.visibility, ada.trades) == ("public", [trades[2], trades[0]])


def test_form_comes_filled_with_what_there_is(client, trades):
    ada = make_member("Ada", headline="Engines")
    ada.practise([trades[1], trades[3]])
    client.force_login(ada)
    form = client.get("/members/me/").context["form"]
    assert [form[field].value() for field in ("name", "headline", *form.SPECIALTIES)] == [
        "Ada",
        "Engines",
        trades[1].pk,
        trades[3].pk,
        None,
    ]


def test_specialty_chosen_twice_is_said_at_its_field_and_changes_nothing(client, trades):
    ada = make_member("Ada")
    ada.practise([trades[0]])
    client.force_login(ada)
    answer = client.post(
        "/members/me/",
        profile_data(name="Typed", first_specialty=trades[1].pk, second_specialty=trades[1].pk),
    )
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["second_specialty"]
    assert 'value="Typed"' in answer.content.decode()
    ada = Member.objects.get(pk=ada.pk)
    assert (ada.name, ada.trades) == ("Ada", [trades[0]])


def test_language_changes_the_language_of_the_page_that_follows(client):
    client.force_login(make_member())
    assert client.post("/members/me/", profile_data(language="en"))["Location"] == "/en/members/me/"


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "\0"},
        {"headline": "x" * 121},
        {"organisation": "a\0b"},
        {"visibility": "everyone"},
        {"language": "xx"},
        {"first_specialty": "999999"},
        {"first_specialty": "\0"},
        {"first_specialty": "9" * 60},
    ],
)
def test_bad_profile_is_the_form_again(client, changes):
    ada = make_member("Ada")
    client.force_login(ada)
    answer = client.post("/members/me/", profile_data(**changes))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, list(changes))
    assert Member.objects.get().name == "Ada"


def test_posted_rights_are_ignored(client):
    ada = make_member(email="ada@example.org")
    handle = ada.handle
    client.force_login(ada)
    client.post(
        "/members/me/",
        profile_data(is_staff="on", is_superuser="on", email="eve@example.org", handle="boss", is_active=""),
    )
    ada = Member.objects.get()
    assert (ada.is_staff, ada.is_superuser, ada.is_active) == (False, False, True)
    assert (ada.email, ada.handle) == ("ada@example.org", handle)


def test_photo_is_drawn_anew_replaced_and_taken_away(client, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    ada = make_member()
    client.force_login(ada)

    def files():
        return [file for file in tmp_path.rglob("*") if file.is_file()]

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/members/me/", profile_data(photo=photo("holidays-in-paris.jpg")))
    (first,) = files()
    assert re.fullmatch(r"\w+\.webp", first.name)
    with Image.open(first) as drawn:
        assert (drawn.format, drawn.size) == ("WEBP", (640, 640))
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/members/me/", profile_data(photo=photo()))
    assert first not in files()
    assert len(files()) == 1
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/members/me/", profile_data(**{"photo-clear": "on"}))
    assert files() == []
    assert not Member.objects.get().photo


def test_file_that_is_no_photo_is_refused_and_leaves_nothing(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(make_member())
    fake = io.BytesIO(b"<svg onload=alert(1)>")
    fake.name = "me.jpg"
    answer = client.post("/members/me/", profile_data(photo=fake))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["photo"])
    assert list(tmp_path.rglob("*")) == []


def test_own_page_lists_the_cafes_one_comes_to(client):
    ada = make_member()
    going, waiting, freed, cancelled = (make_edition(theme=theme, capacity=1) for theme in "ABCD")
    waiting.rsvp(make_member())
    come(going, ada)
    come(waiting, ada)
    come(freed, ada)
    freed.cancel_rsvp(ada)
    come(cancelled, ada)
    type(cancelled).objects.filter(pk=cancelled.pk).update(status="cancelled")
    client.force_login(ada)
    page = client.get("/members/me/")
    assert [rsvp.edition for rsvp in page.context["rsvps"]] == [going, waiting]


@pytest.mark.parametrize("count", [1, 3])
def test_own_page_takes_the_same_queries_for_one_cafe_and_for_three(client, django_assert_num_queries, count):
    ada = make_member()
    for _ in range(count):
        come(make_edition(), ada)
    client.force_login(ada)
    client.get("/members/me/")
    with django_assert_num_queries(9):  # session, reader, organizing, member, trades, three lists of specialties, cafés
        client.get("/members/me/")


# What the database holds ------------------------------------------------------------------------------------------


def test_specialty_that_somebody_practises_stays(trades):
    make_member().practise([trades[0]])
    with pytest.raises(ProtectedError):
        trades[0].delete()


@pytest.mark.parametrize("chosen", [[0, 1, 2, 3], [0, 0]])
def test_member_has_up_to_three_different_specialties(trades, chosen):
    ada = make_member()
    ada.practise([trades[3]])
    with pytest.raises(ValueError, match="up to three"):
        ada.practise([trades[index] for index in chosen])
    assert Member.objects.get(pk=ada.pk).trades == [trades[3]]
