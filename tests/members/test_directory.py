"""The directory: who is in it for whom, and how they are found."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client

from members.models import Member, Visibility, Word, visibility, word
from members.triggers import drop, standing
from tests.factories import make_edition, make_member, make_specialty

pytestmark = pytest.mark.django_db


def names(client, **query):
    answer = client.get("/members/", query)
    assert answer.status_code == 200
    return [member.name for member in answer.context["people"]]


def listed(name, **fields):
    return make_member(name, **{"visibility": "public", "is_listed": True, **fields})


@pytest.mark.parametrize("is_listed", [True, False])
def test_directory_has_who_chose_to_be_listed_for_whom_they_chose_to_show_themselves(is_listed):
    for choice in Visibility:
        make_member(f"Shown to {choice}", visibility=choice, is_listed=is_listed)
    listed("Left", is_active=False)
    stranger, guest = make_member(), make_member()
    edition = make_edition()
    for member in (guest, *Member.objects.filter(visibility="cafe", name__startswith="Shown")):
        edition.rsvp(member)
    seen = []
    for viewer in (None, stranger, guest, Member.objects.get(name="Shown to nobody")):
        browser = Client()
        if viewer:
            browser.force_login(viewer)
        seen.append(names(browser))
    everyone = [
        ["Shown to public"],
        ["Shown to members", "Shown to public"],
        ["Shown to cafe", "Shown to members", "Shown to public"],
        ["Shown to members", "Shown to nobody", "Shown to public"],
    ]
    assert seen == (everyone if is_listed else [[], [], [], []])


def test_directory_shows_no_more_of_a_person_than_they_chose(client):
    listed(
        "Ada",
        email="ada.hidden@example.org",
        organisation="Analytical",
        organisation_visibility="members",
        portrait="hiddenportrait01",
        photo_visibility="nobody",
        links=["https://hidden.example.org/"],
        links_visibility="public",
    )
    page = client.get("/members/").content.decode()
    assert [
        said for said in ("Ada", "Analytical", "ada.hidden", "hiddenportrait", "hidden.example") if said in page
    ] == ["Ada"]
    client.force_login(make_member())
    page = client.get("/members/").content.decode()
    assert [
        said for said in ("Ada", "Analytical", "ada.hidden", "hiddenportrait", "hidden.example") if said in page
    ] == ["Ada", "Analytical"]


def test_names_are_in_the_order_of_a_dictionary(client):
    for name in ("Zoé", "élodie", "Œdipe", "Bob", "Édouard"):
        listed(name)
    assert names(client) == ["Bob", "Édouard", "élodie", "Œdipe", "Zoé"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Ada", "Élodie Œuvrard"]),
        ({"q": "oeuvr"}, ["Élodie Œuvrard"]),
        ({"q": "ELODIE"}, ["Élodie Œuvrard"]),
        ({"q": "discourse"}, ["Ada"]),
        ({"q": "moteurs analytical"}, ["Ada"]),
        ({"q": "moteurs elodie"}, []),
        ({"q": "Entraide"}, ["Élodie Œuvrard"]),
        ({"q": "entraid el"}, ["Élodie Œuvrard"]),
        ({"q": "z'analytic"}, []),
        ({"q": "nalytic"}, []),
        ({"helps": "chart mod"}, ["Élodie Œuvrard"]),
        ({"q": "%"}, []),
        ({"q": "_"}, []),
        ({"helps": "chartes moderation"}, ["Élodie Œuvrard"]),
        ({"helps": "mentor"}, []),
        ({"city": "evry"}, ["Élodie Œuvrard"]),
        ({"situation": "freelance"}, ["Ada"]),
        ({"specialty": "entraide"}, ["Élodie Œuvrard"]),
        ({"specialty": "entraide", "situation": "freelance"}, []),
        ({"situation": "boss"}, ["Ada", "Élodie Œuvrard"]),
        ({"specialty": "nothing"}, ["Ada", "Élodie Œuvrard"]),
        ({"page": "99999999999999999999"}, ["Ada", "Élodie Œuvrard"]),
        ({"page": "-1"}, ["Ada", "Élodie Œuvrard"]),
        ({"q": "\0"}, ["Ada", "Élodie Œuvrard"]),
        ({"q": "x" * 101}, ["Ada", "Élodie Œuvrard"]),
        ({"helps": "\0", "city": "\0"}, ["Ada", "Élodie Œuvrard"]),
    ],
)
@pytest.mark.parametrize(("few", "some"), [(0, 0), (0, 1), (1, 2), (visibility.FEW, visibility.SOME)])
def test_search_and_filters_find_by_folded_words(client, monkeypatch, query, found, few, some):
    monkeypatch.setattr(visibility, "FEW", few)  # whether the words that few have are looked up changes nothing
    monkeypatch.setattr(visibility, "SOME", some)
    listed("Ada", headline="Les moteurs", organisation="Analytical", tools=["Discourse"], situation="freelance")
    elodie = listed("Élodie Œuvrard", can_help_with=["Chartes de modération"], looking_for=["Un mentor"], city="Évry")
    elodie.practise([make_specialty("moderation"), make_specialty("entraide")])
    make_specialty("entraide")
    assert names(client, **query) == found


def index():
    return [(row.member.name, str(row)) for row in Word.objects.select_related("member").order_by("member", "word")]


def test_words_of_listed_members_are_kept_true_whatever_changes_them():
    ada = listed("Ada Ada", organisation="L’Œuvre", tools=["Discourse"])
    listed("Bob", is_listed=False)
    assert index() == [("Ada Ada", each) for each in ("ada", "discourse", "l", "oeuvre")]
    ada.name, ada.tools = "Zoé", []
    ada.save()
    assert index() == [("Zoé", each) for each in ("l", "oeuvre", "zoe")]
    Member.objects.update(is_listed=True)
    assert index() == [("Bob", "bob"), *(("Zoé", each) for each in ("l", "oeuvre", "zoe"))]
    Member.objects.filter(name="Bob").update(is_listed=False)
    ada.delete()
    assert index() == []
    long = "é" * 80
    Member.objects.bulk_create([Member(email="l@example.org", handle="l", name=long, is_listed=True)])
    assert index() == [(long, "e" * 40)]
    assert list(Member.objects.matching("é" * 60, AnonymousUser())) == list(Member.objects.filter(name=long))


def test_where_a_trigger_was_missing_all_words_are_written_anew():
    there = standing(connection, word.PREFIX)
    drop(connection, there)
    listed("Ada")
    assert index() == []
    word.install(using="default")
    assert standing(connection, word.PREFIX) == there
    assert index() == [("Ada", "ada")]
    drop(connection, dict([there.popitem()]))
    Word.objects.all().delete()
    word.install(using="default")
    assert index() == [("Ada", "ada")]


@pytest.mark.parametrize("shown_to", ["members", "cafe", "nobody"])
def test_search_does_not_find_by_what_the_reader_may_not_see(client, shown_to):
    listed("Ada", organisation="Analytical", organisation_visibility=shown_to)
    assert names(client, q="ada") == ["Ada"]
    assert names(client, q="analytical") == []
    client.force_login(make_member())
    assert names(client, q="analytical") == (["Ada"] if shown_to == "members" else [])


def test_links_and_addresses_are_not_searched(client):
    listed("Ada", email="ada.hidden@example.org", links=["https://hidden.example.org/"])
    assert names(client, q="hidden") == []


@pytest.mark.parametrize("count", [3, 300])
def test_directory_takes_the_same_queries_for_three_members_and_for_300(client, django_assert_num_queries, count):
    trade = make_specialty("moderation")
    for number in range(count):
        listed(f"Membre {number:03}", portrait="0123456789abcdef").practise([trade])
    with django_assert_num_queries(4):  # the trades to choose from, how many, the page, their trades
        client.get("/members/")
    with django_assert_num_queries(6):  # and the trades that a word may mean, whether many have it
        client.get("/members/?q=membre")
    client.force_login(make_member())
    with django_assert_num_queries(7):  # and the session, who reads, whether they organize
        client.get("/members/")


def test_page_of_the_directory_is_read_in_its_order_and_not_sorted():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # it would read so small a table whole, whatever its indexes
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    plan = Member.objects.listed_for(AnonymousUser()).order_by("folded_name", "pk")[:24].explain()
    assert "member_directory" in plan
    assert "TEMP B-TREE" not in plan and "Sort" not in plan
    if connection.vendor == "sqlite":  # where rows are slow to reach, a search reads the index alone
        found = Member.objects.filter(is_listed=True, visibility="public", words__contains="forum")
        plan = found.order_by("folded_name", "pk").values_list("pk")[:1000].explain()
        assert "USING COVERING INDEX member_directory" in plan


def test_directory_leads_on_page_by_page(client):
    for number in range(30):
        listed(f"Membre {number:02}")
    first = client.get("/members/", {"situation": ""})
    assert (len(first.context["page_obj"]), first.context["page_obj"].paginator.count) == (24, 30)
    assert names(client, page=2) == [f"Membre {number}" for number in range(24, 30)]


def test_directory_only_shows(client):
    assert client.post("/members/").status_code == 405


def test_directory_shows_the_first_thousand_and_says_so(client, monkeypatch):
    monkeypatch.setattr("members.views.directory.FOUND_AT_MOST", 30)
    for number in range(29):
        listed(f"Membre {number:02}")
    assert client.get("/members/").context["has_more"] is False
    listed("Zoé")
    listed("Zut")
    answer = client.get("/members/?page=2")
    assert (answer.context["page_obj"].paginator.count, answer.context["has_more"]) == (30, True)
    assert [member.name for member in answer.context["people"]][-1] == "Zoé"
    assert "dites-en plus sur" in answer.content.decode()
