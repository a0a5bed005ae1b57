"""The directory: who is in it for whom, and how they are found."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client

from members.models import Member, Visibility
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
    for visibility in Visibility:
        make_member(f"Shown to {visibility}", visibility=visibility, is_listed=is_listed)
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
def test_search_and_filters_find_by_folded_words(client, query, found):
    listed("Ada", headline="Les moteurs", organisation="Analytical", tools=["Discourse"], situation="freelance")
    elodie = listed("Élodie Œuvrard", can_help_with=["Chartes de modération"], looking_for=["Un mentor"], city="Évry")
    elodie.practise([make_specialty("moderation"), make_specialty("entraide")])
    make_specialty("entraide")
    assert names(client, **query) == found


@pytest.mark.parametrize("visibility", ["members", "cafe", "nobody"])
def test_search_does_not_find_by_what_the_reader_may_not_see(client, visibility):
    listed("Ada", organisation="Analytical", organisation_visibility=visibility)
    assert names(client, q="ada") == ["Ada"]
    assert names(client, q="analytical") == []
    client.force_login(make_member())
    assert names(client, q="analytical") == (["Ada"] if visibility == "members" else [])


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
    with django_assert_num_queries(5):  # and the trades that a word may mean
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
