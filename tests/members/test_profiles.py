"""One's own profile, and who sees it."""

import io
import re
from collections import Counter

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models.deletion import ProtectedError
from PIL import Image

from members.images import Focus
from members.models import Member
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
        "photo_visibility": "public",
        "organisation_visibility": "public",
        "links_visibility": "public",
        "language": "fr",
        **changes,
    }


# Of others ----------------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("page", ["/members/me/", "/members/me/profile/"])
def test_own_pages_are_for_who_is_signed_in(client, page):
    assert client.get(page)["Location"] == f"/accounts/login/?next={page}"


def test_own_profile_of_who_has_signed_out_meanwhile_is_not_saved(client):
    answer = client.post("/members/me/profile/", profile_data())
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/members/me/profile/")


def test_own_page_only_shows(client):
    client.force_login(make_member())
    assert client.post("/members/me/").status_code == 405


def test_member_fills_in_a_profile(client, trades):
    ada = make_member()
    client.force_login(ada)
    answer = client.post(
        "/members/me/profile/",
        profile_data(
            headline="Looks after\nengines",
            organisation="Analytical",
            first_specialty=trades[2].pk,
            third_specialty=trades[0].pk,
            visibility="public",
        ),
    )
    assert (answer.status_code, answer["Location"]) == (302, "/members/me/profile/")
    ada = Member.objects.get(pk=ada.pk)
    assert (ada.name, ada.headline, ada.organisation) == ("Ada Lovelace", "Looks after engines", "Analytical")
    assert (ada.visibility, ada.trades) == ("public", [trades[2], trades[0]])


def test_member_tells_what_they_do_in_lists_and_words_of_their_own(client):
    client.force_login(make_member())
    client.post(
        "/members/me/profile/",
        profile_data(
            situation="freelance",
            seniority="long",
            community="Mille\ntricoteuses",
            platform="Un forum, depuis 2004",
            tools="Discourse, Matomo\r\n\r\n discourse ;Zammad,",
            can_help_with="Chartes de  modération\nPremiers pas d’un forum",
            looking_for="Un mentor",
            languages="français\nanglais",
            city="Lyon",
            links="example.org/ada HTTP://ada.example.net\nhttps://example.org/ada",
        ),
    )
    ada = Member.objects.get()
    assert (ada.situation, ada.seniority, ada.city) == ("freelance", "long", "Lyon")
    assert (ada.community, ada.platform) == ("Mille tricoteuses", "Un forum, depuis 2004")
    assert ada.tools == ["Discourse", "Matomo", "Zammad"]
    assert ada.can_help_with == ["Chartes de modération", "Premiers pas d’un forum"]
    assert (ada.looking_for, ada.languages) == (["Un mentor"], ["français", "anglais"])
    assert ada.links == ["https://example.org/ada", "HTTP://ada.example.net"]
    form = client.get("/members/me/profile/").context["form"]
    assert form["tools"].value() == "Discourse\nMatomo\nZammad"


def test_links_go_out_without_recommending_anything(client):
    ada = make_member(visibility="public", links=["https://example.org/ada/"])
    page = client.get(ada.get_absolute_url()).content.decode()
    assert (
        '<a class="breakable" href="https://example.org/ada/" rel="nofollow ugc noopener">example.org/ada</a>' in page
    )


def test_folded_words_follow_whatever_changes_the_profile(client):
    ada = make_member("Élodie Œuvrard", organisation="Café", can_help_with=["Modération"], city="Évry")
    assert (ada.folded_name, ada.organisation_words) == ("elodie oeuvrard", " cafe")
    assert (ada.help_words, ada.city_words) == (" moderation", " evry")
    assert ada.words == " elodie oeuvrard evry moderation"
    client.force_login(ada)
    client.post("/members/me/profile/", profile_data(name="Zoé", can_help_with="Été"))
    ada.refresh_from_db()
    assert (ada.folded_name, ada.words, ada.help_words) == ("zoe", " zoe ete", " ete")
    Member.objects.for_proven_address(make_member(email="new@example.org").email, name="x", language="fr")
    EmailAddress.objects.filter(email="new@example.org").delete()
    newcomer = Member.objects.for_proven_address("new@example.org", name="Loïc", language="fr")
    assert (newcomer.folded_name, newcomer.words) == ("loic", " loic")


def test_form_comes_filled_with_what_there_is(client, trades):
    ada = make_member("Ada", headline="Engines")
    ada.practise([trades[1], trades[3]])
    client.force_login(ada)
    form = client.get("/members/me/profile/").context["form"]
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
        "/members/me/profile/",
        profile_data(name="Typed", first_specialty=trades[1].pk, second_specialty=trades[1].pk),
    )
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["second_specialty"]
    assert 'value="Typed"' in answer.content.decode()
    ada = Member.objects.get(pk=ada.pk)
    assert (ada.name, ada.trades) == ("Ada", [trades[0]])


def test_language_changes_the_language_of_the_page_that_follows(client):
    client.force_login(make_member())
    assert client.post("/members/me/profile/", profile_data(language="en"))["Location"] == "/en/members/me/profile/"


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "\0"},
        {"headline": "x" * 121},
        {"organisation": "a\0b"},
        {"situation": "boss"},
        {"seniority": "\0"},
        {"community": "x" * 161},
        {"platform": "x" * 121},
        {"city": "x" * 81},
        {"tools": "x" * 61},
        {"tools": "a\0b"},
        {"languages": "\n".join("abcdefghi")},
        {"can_help_with": ",".join("abcdefghi")},
        {"looking_for": "a\n" * 3 + "x" * 61},
        {"links": "javascript:alert(1)"},
        {"links": "data:text/html,x"},
        {"links": "https://"},
        {"links": "https://ada:secret@example.org/"},
        {"links": "https://example.org/" + "x" * 200},
        {"links": "https://[::1"},
        {"links": "not an address"},
        {"links": " ".join(f"example.org/{n}" for n in range(5))},
        {"photo_visibility": "friends"},
        {"organisation_visibility": ""},
        {"links_visibility": "\0"},
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
    answer = client.post("/members/me/profile/", profile_data(**changes))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, list(changes))
    assert Member.objects.get().name == "Ada"


def test_posted_rights_are_ignored(client):
    ada = make_member(email="ada@example.org")
    handle = ada.handle
    client.force_login(ada)
    client.post(
        "/members/me/profile/",
        profile_data(is_staff="on", is_superuser="on", email="eve@example.org", handle="boss", is_active=""),
    )
    ada = Member.objects.get()
    assert (ada.is_staff, ada.is_superuser, ada.is_active) == (False, False, True)
    assert (ada.email, ada.handle) == ("ada@example.org", handle)


@pytest.fixture
def files(settings, tmp_path):
    """What is in the storage, by folder."""
    settings.MEDIA_ROOT = tmp_path

    def count():
        return Counter(file.parent.name for file in tmp_path.rglob("*") if file.is_file())

    return count


def test_photo_is_drawn_anew_replaced_and_taken_away(client, files, django_capture_on_commit_callbacks):
    client.force_login(make_member())

    def post(**changes):
        with django_capture_on_commit_callbacks(execute=True):
            client.post("/members/me/profile/", profile_data(**changes))
        return Member.objects.get()

    first = post(photo=photo("holidays-in-paris.jpg"))
    assert files() == {"originals": 1, "portraits": 6}
    assert re.fullmatch(r"originals/\w{16}\.webp", first.photo.name)
    with first.photo.open() as file, Image.open(file) as whole:
        assert (whole.format, whole.size) == ("WEBP", (900, 700))
    assert (first.focus_x, first.focus_y) == (50, 40)
    second = post(photo=photo())
    assert (second.photo.name != first.photo.name, second.portrait != first.portrait) == (True, True)
    assert files() == {"originals": 1, "portraits": 6}
    kept = post(headline="Something else")
    assert (kept.photo.name, kept.portrait) == (second.photo.name, second.portrait)
    gone = post(**{"photo-clear": "on"})
    assert (files(), bool(gone.photo), gone.portrait) == ({}, False, "")


def test_middle_of_the_photo_is_asked_for_once_there_is_one(client, files, django_capture_on_commit_callbacks):
    client.force_login(make_member())
    assert '<div class="focus" hidden>' in client.get("/members/me/profile/").content.decode()
    refused = client.post("/members/me/profile/", profile_data(photo=photo(), name="")).content.decode()
    assert '<div class="focus" hidden>' in refused
    client.post("/members/me/profile/", profile_data(photo=photo()))
    assert '<div class="focus">' in client.get("/members/me/profile/").content.decode()


def test_form_says_whom_a_name_is_shown_to_in_any_case_and_asks_no_box_for_an_option(client):
    client.force_login(make_member())
    page = client.get("/en/members/me/profile/").content.decode()
    assert "so does its host’s reception if you have a place" in page
    assert re.findall(r"<label for=.id_is_listed.>(.*?)</label>", page) == ["List me in the directory"]
    assert '<label for="id_city">City <span class="optional">' in page


@pytest.mark.parametrize("page", ["/en/members/me/meeting/", "/en/members/me/calendar/"])
def test_way_back_is_called_what_it_leads_to(client, page):
    client.force_login(make_member())
    assert '<p class="eyebrow"><a href="/en/members/me/">My café</a></p>' in client.get(page).content.decode()


def test_focus_moves_without_sending_the_photo_again(client, files, django_capture_on_commit_callbacks):
    client.force_login(make_member())
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/members/me/profile/", profile_data(photo=photo(), focus="85,15"))
    first = Member.objects.get()
    assert first.focus == Focus(85, 15)
    for sent, kept in (("3,97", Focus(3, 97)), ("", Focus(3, 97))):
        with django_capture_on_commit_callbacks(execute=True):
            client.post("/members/me/profile/", profile_data(focus=sent))
        moved = Member.objects.get()
        assert (moved.focus, moved.photo.name) == (kept, first.photo.name)
    assert moved.portrait != first.portrait
    assert files() == {"originals": 1, "portraits": 6}
    page = client.get("/members/me/profile/")
    assert page.context["form"]["focus"].value() == "3,97"
    assert f'data-original="{first.photo.url}"' in page.content.decode()


@pytest.mark.parametrize("focus", ["101,5", "-1,5", "1", "1,2,3", "a,b", "\0", "٣,٣", "1e1,1", "1" * 500])
def test_focus_outside_of_the_photo_is_refused_at_its_place(client, focus):
    client.force_login(make_member("Ada"))
    answer = client.post("/members/me/profile/", profile_data(focus=focus))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["focus"])


def test_photo_whose_profile_cannot_be_saved_leaves_the_old_one(client, files):
    client.force_login(make_member())
    client.post("/members/me/profile/", profile_data(photo=photo()))
    before = Member.objects.get()
    client.post("/members/me/profile/", profile_data(photo=photo(), headline="x" * 121))
    after = Member.objects.get()
    assert (after.photo.name, after.portrait) == (before.photo.name, before.portrait)
    assert files() == {"originals": 1, "portraits": 6}


# The files of a photo -----------------------------------------------------------------------------------------------


@pytest.fixture
def ada_with_photo(client, files):
    ada = make_member("Ada", visibility="public")
    client.force_login(ada)
    client.post("/members/me/profile/", profile_data(photo=photo(), visibility="public"))
    client.logout()
    return Member.objects.get(pk=ada.pk)


def addresses(page):
    return sorted(set(re.findall(r"/media/portraits/[^\s,\"]+", page.content.decode())))


def test_page_offers_the_portrait_in_three_sizes_and_two_kinds(client, ada_with_photo):
    found = addresses(client.get(ada_with_photo.get_absolute_url()))
    assert [re.sub(r".*-", "", address) for address in found] == [
        "192.avif",
        "192.webp",
        "480.avif",
        "480.webp",
        "96.avif",
        "96.webp",
    ]
    for address in found:
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, f"image/{address.rpartition('.')[2]}")
        wanted = {
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, max-age=86400, immutable",
            "Content-Disposition": "inline",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }
        assert {name: answer[name] for name in wanted} == wanted
    assert client.post(found[0]).status_code == 405


@pytest.mark.parametrize("choice", ["visibility", "photo_visibility"])
@pytest.mark.parametrize("visibility", ["public", "members", "cafe", "nobody"])
def test_file_of_a_photo_is_there_for_those_who_may_see_it(client, ada_with_photo, visibility, choice):
    [address, *_others] = addresses(client.get(ada_with_photo.get_absolute_url()))
    stranger, guest = make_member(), make_member()
    come(make_edition(), ada_with_photo, guest)
    Member.objects.filter(pk=ada_with_photo.pk).update(**{choice: visibility})
    seen = []
    for viewer in (None, stranger, guest, ada_with_photo):
        browser = type(client)()
        if viewer:
            browser.force_login(viewer)
        seen.append(browser.get(address).status_code)
    rank = ["public", "members", "cafe", "nobody"].index(visibility)
    assert seen == [404] * rank + [200] * (4 - rank)


def test_photo_before_it_was_cut_is_its_owners_alone(client, ada_with_photo):
    assert client.get(ada_with_photo.photo.url).status_code == 302
    client.force_login(make_member())
    assert client.get(ada_with_photo.photo.url).status_code == 404
    assert (
        ada_with_photo.photo.name.partition("/")[2]
        not in client.get(ada_with_photo.get_absolute_url()).content.decode()
    )
    client.force_login(ada_with_photo)
    assert client.get(ada_with_photo.photo.url).status_code == 200


@pytest.mark.parametrize("name", ["portraits/abcdefghijklmnop-96.webp", "portraits/x-96.webp", "portraits/"])
def test_portrait_that_nobody_has_is_not_found(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_file_that_is_no_photo_is_refused_and_leaves_nothing(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(make_member())
    fake = io.BytesIO(b"<svg onload=alert(1)>")
    fake.name = "me.jpg"
    answer = client.post("/members/me/profile/", profile_data(photo=fake))
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
    with django_assert_num_queries(4):  # session, reader, cafés, organizing
        client.get("/members/me/")
    with django_assert_num_queries(8):  # session, reader, member, trades, three lists of specialties, organizing
        client.get("/members/me/profile/")


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


@pytest.mark.parametrize(
    "column",
    ["visibility", "photo_visibility", "organisation_visibility", "links_visibility", "situation", "seniority"],
)
def test_choices_are_of_those_that_exist(column):
    ada = make_member()
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(pk=ada.pk).update(**{column: "friends"})
