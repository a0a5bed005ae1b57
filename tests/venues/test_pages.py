"""The places: the list with its search, and one place."""

import datetime

import html5lib
import pytest
from django.utils import timezone

from events.models import Edition, Rsvp
from events.models.rsvp import WalkIn
from tests.factories import fill, make_edition, make_member, make_series, make_venue
from venues.models import Venue

pytestmark = pytest.mark.django_db


def main_of(response):
    assert response.status_code == 200
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(response.content.decode())
    assert parser.errors == []
    return document.find(".//main")


def names_on(response) -> list[str]:
    return [" ".join("".join(heading.itertext()).split()) for heading in main_of(response).iter("h2")]


def said_on(response) -> str:
    return " ".join("".join(main_of(response).itertext()).split())


def test_places_are_found_by_name_host_and_address_whatever_the_accents(client):
    make_edition(venue=make_venue("L’École", host="Œuvres réunies"))
    make_edition(venue=make_venue("La Gare", address="3 quai d’Été"))
    assert names_on(client.get("/venues/")) == ["La Gare", "L’École"]
    assert names_on(client.get("/venues/", {"q": "ECOLE"})) == ["L’École"]
    assert names_on(client.get("/venues/", {"q": "oeuvres"})) == ["L’École"]
    assert names_on(client.get("/venues/", {"q": "ete"})) == ["La Gare"]
    assert names_on(client.get("/venues/", {"q": "nulle part"})) == []


def test_the_list_counts_the_published_cafés_of_each_place(client):
    series, venue = make_series(), make_venue("Lieu")
    make_edition(series, venue=venue)
    make_edition(series, venue=venue, status="draft")
    (listed,) = client.get("/venues/").context["page_obj"]
    assert listed.cafes == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_places_as_for_one(client, django_assert_num_queries, rows):
    series = make_series()
    for _each in range(rows):
        make_edition(series, venue=make_venue())
    with django_assert_num_queries(4):  # the places, their number, their photos, and all of them for the map
        client.get("/venues/", {"made": "afresh"})


@pytest.mark.parametrize("rows", [1, 3])
def test_a_place_asks_the_database_as_often_for_three_cafés_as_for_one(client, django_assert_num_queries, rows):
    series, venue = make_series(), make_venue("Lieu")
    for day in range(rows):
        make_edition(series, venue=venue, starts_at=timezone.now() + datetime.timedelta(days=3 + day))
        make_edition(series, venue=venue, starts_at=timezone.now() - datetime.timedelta(days=3 + day))
    with django_assert_num_queries(5):
        client.get("/venues/lieu/", {"made": "afresh"})


def test_access_is_told_as_yes_no_or_unknown_with_the_day_it_was_checked(client):
    venue = make_venue(
        "Lieu",
        has_step_free_route=True,
        has_lift=False,
        door_width=82,
        access_checked_on=datetime.date(2026, 9, 3),
    )
    make_edition(venue=venue)
    main = main_of(client.get("/en/venues/lieu/"))
    facts = [
        " ".join("".join(item.itertext()).split())
        for item in main.iter("li")
        if "with-icon" in (item.get("class") or "")
    ]
    assert facts == [
        "step-free route: yes",
        "lift: no",
        "accessible toilet: unknown",
        "gender-neutral toilet: unknown",
        "hearing loop: unknown",
        "a seat for everybody: unknown",
        "quiet corner: unknown",
        "bicycle parking: unknown",
        "narrowest door: 82 cm",
    ]
    assert "Last checked on 3 September 2026." in said_on(client.get("/en/venues/lieu/"))


def test_a_map_opens_only_on_a_click(client):
    make_edition(venue=make_venue("Lieu", latitude=48.86, longitude=2.34))
    main = main_of(client.get("/venues/lieu/"))
    outside = [link.get("href") for link in main.iter("a") if link.get("href").startswith("http")]
    assert outside == ["https://www.openstreetmap.org/?mlat=48.86&mlon=2.34#map=18/48.86/2.34"]
    assert [image for image in main.iter("img") if image.get("src").startswith("http")] == []


def test_a_place_has_its_coming_and_past_cafés_without_drafts(client):
    series, venue = make_series(), make_venue("Lieu")
    past = timezone.now() - datetime.timedelta(days=9)
    make_edition(series, venue=venue, theme="À venir")
    make_edition(series, venue=venue, theme="Passé", starts_at=past)
    make_edition(series, venue=venue, theme="Brouillon", status="draft")
    response = client.get("/venues/lieu/")
    assert [edition.theme for edition in response.context["upcoming"]] == ["À venir"]
    assert [edition.theme for edition in response.context["past"]] == ["Passé"]


def test_a_place_that_does_not_exist_is_not_found(client):
    assert client.get("/venues/nulle-part/").status_code == 404


def test_place_of_a_draft_alone_is_found_by_organizers_alone(client):
    claire = make_member("Claire")
    venue = make_venue("Lieu Secret")
    make_edition(make_series(organizers=[claire], slug="brouillon"), status="draft", venue=venue)
    doors = [
        "/venues/",
        venue.get_absolute_url(),
        f"/venues/{venue.slug}/calendar.ics",
        "/cafes/",
        "/calendar/brouillon.ics",
    ]
    answers = [client.get(door) for door in doors]
    assert [answer.status_code for answer in answers] == [200, 404, 404, 200, 404]
    assert not any("Lieu Secret" in answer.content.decode() for answer in answers)
    client.force_login(claire)
    assert names_on(client.get("/venues/")) == ["Lieu Secret"]
    assert client.get(venue.get_absolute_url()).status_code == 200


# Filters --------------------------------------------------------------------------------------------------------------


def test_access_facts_filter_together_and_unknown_is_not_yes(client):
    series = make_series()
    for name, facts in [
        ("Tout", {"has_lift": True, "has_step_free_route": True, "door_width": 80}),
        ("Ascenseur", {"has_lift": True, "has_step_free_route": False, "door_width": 79}),
        ("Inconnu", {}),
    ]:
        make_edition(series, venue=make_venue(name, **facts))
    assert names_on(client.get("/venues/?access=lift")) == ["Ascenseur", "Tout"]
    assert names_on(client.get("/venues/?access=lift&access=step-free-route")) == ["Tout"]
    assert names_on(client.get("/venues/?access=wide-door")) == ["Tout"]
    assert names_on(client.get("/venues/?access=hearing-loop")) == []
    assert names_on(client.get("/venues/?access=lift&q=asc")) == ["Ascenseur"]


def test_words_are_looked_for_in_the_postal_code_and_the_stops_too(client):
    series = make_series()
    make_edition(series, venue=make_venue("La Ruche", postal_code="75011", transport="Métro Saint-Ambroise"))
    make_edition(series, venue=make_venue("Ailleurs", postal_code="75012"))
    for words in ("75011", "ambroise", "metro 75011"):
        assert names_on(client.get("/venues/", {"q": words})) == ["La Ruche"]


def test_every_access_fact_can_be_asked_for(client):
    make_edition(venue=make_venue("Lieu", door_width=90, **dict.fromkeys(Venue.ACCESS_FACTS, True)))
    form = client.get("/venues/").context["search"]
    keys = [key for key, _name in form.fields["access"].choices]
    assert len(keys) == len(Venue.ACCESS_FACTS) + 1
    everything = "&".join(f"access={key}" for key in keys)
    assert names_on(client.get(f"/venues/?{everything}")) == ["Lieu"]


@pytest.mark.parametrize(
    "query",
    [
        "access=nonsense",
        "access=latitude",
        "access=has_lift__in",
        "area=1,2,3",
        "area=a,b,c,d",
        "area=nan,nan,nan,nan",
        "area=1e400,0,0,0",
        "area=-91,0,91,0",
        "page=0",
        "page=1e9",
        "q=" + "x" * 101,
    ],
)
def test_filter_that_cannot_be_meant_filters_nothing(client, query):
    make_edition(venue=make_venue("Lieu", latitude=48.86, longitude=2.34))
    assert [name[-4:] for name in names_on(client.get(f"/venues/?{query}"))] == ["Lieu"]


def test_part_of_the_map_holds_only_its_places(client):
    series = make_series()
    make_edition(series, venue=make_venue("Ici", latitude=48.86, longitude=2.34))
    make_edition(series, venue=make_venue("Ailleurs", latitude=45.76, longitude=4.84))
    make_edition(series, venue=make_venue("Nulle part"))
    assert names_on(client.get("/venues/?area=48.8,2.3,48.9,2.4")) == ["1 Ici"]
    assert names_on(client.get("/venues/?area=48.9,2.4,48.8,2.3")) == []


# What a place has seen ------------------------------------------------------------------------------------------------


def test_place_says_how_many_cafés_and_people_it_welcomed(client):
    series, venue = make_series(), make_venue("Lieu")
    counted = make_edition(series, venue=venue)
    fill(counted, 5)
    uncounted = make_edition(series, venue=venue, starts_at=timezone.now() + datetime.timedelta(days=20))
    fill(uncounted, 7)
    coming = make_edition(series, venue=venue, starts_at=timezone.now() + datetime.timedelta(days=80))
    fill(coming, 3)
    called_off = make_edition(series, venue=venue, starts_at=timezone.now() + datetime.timedelta(days=25))
    fill(called_off, 3)
    called_off.cancel(reason="Grève")
    Rsvp.objects.filter(pk__in=counted.rsvps.values("pk")[:4]).update(arrived=1)
    WalkIn.objects.create(edition=counted, name="Aline", people=2)
    Edition.objects.exclude(pk=coming.pk).update(
        starts_at=timezone.now() - datetime.timedelta(days=9), ends_at=timezone.now() - datetime.timedelta(days=8)
    )
    # 4 who arrived and 2 who walked in, and 7 who had a place on the evening when nobody counted
    assert "2 cafés, 13 people welcomed" in said_on(client.get("/en/venues/lieu/"))


def test_too_few_people_are_not_counted_in_public(client):
    venue = make_venue("Lieu")
    edition = make_edition(venue=venue)
    fill(edition, 4)
    moved = timezone.now() - datetime.timedelta(days=9)
    Edition.objects.update(starts_at=moved, ends_at=moved + datetime.timedelta(hours=2))
    said = said_on(client.get("/en/venues/lieu/"))
    assert "1 café welcomed" in said
    assert "people welcomed" not in said


def test_list_without_any_place_does_not_blame_the_search(client):
    assert "No place yet." in client.get("/en/venues/").content.decode()
    assert "No place matches." in client.get("/en/venues/?q=lune").content.decode()


def test_page_of_a_place_shows_its_photos_and_whose_it_is_but_nothing_for_organizers(client):
    venue = make_venue(
        "Lieu",
        host="Une maison",
        host_logo="venues/logo.webp",
        getting_in="Code 12A34",
        contact_name="Nour Contact",
        contact_email="nour@example.org",
        contact_phone="+33 1 23 45",
        notes="Rappeler lundi",
    )
    for position, alt in enumerate(["La cour", "La salle", ""], start=1):
        venue.photos.create(image=f"venues/{position}.webp", alt=alt, position=position)
    series = make_edition(venue=venue).series
    response = client.get("/en/venues/lieu/")
    images = [(image.get("src"), image.get("alt")) for image in main_of(response).iter("img")]
    assert images == [
        ("/media/venues/logo.webp", ""),
        ("/media/venues/1.webp", "La cour"),
        ("/media/venues/2.webp", "La salle"),
        ("/media/venues/3.webp", "Photo of the place, not described yet"),
    ]
    page = response.content.decode()
    secrets = ("12A34", "Nour Contact", "nour@example.org", "+33 1 23 45", "Rappeler")
    assert not any(secret in page for secret in secrets)
    organizer, organizer_of_another_series = make_member("Odile"), make_member("Oscar")
    series.appoint(organizer)
    make_series(organizers=[organizer_of_another_series])
    for person in (make_member("Ada"), organizer_of_another_series):
        client.force_login(person)
        assert not any(secret in client.get("/venues/lieu/").content.decode() for secret in secrets)
    client.force_login(organizer)
    page = client.get("/venues/lieu/").content.decode()
    assert [secret for secret in secrets if secret in page] == [
        *secrets[1:]
    ]  # the door code is for an evening's people


def test_place_shows_what_was_said_of_its_cafés_once_it_is_published(client):
    series, venue = make_series(name="Le Café"), make_venue("Lieu")
    words = {"Publié": "## Merci !\n\nUne **belle** soirée & un <i>raton</i>.", "Gardé": "Pas encore.", "Rien": ""}
    for day, (theme, recap) in enumerate(words.items()):
        edition = make_edition(series, venue=venue, theme=theme)
        moved = timezone.now() - datetime.timedelta(days=9 + day)
        Edition.objects.filter(pk=edition.pk).update(starts_at=moved, ends_at=moved + datetime.timedelta(hours=2))
        if recap:
            Edition.objects.get(pk=edition.pk).write_recap(recap, is_published=theme == "Publié")
    main = main_of(client.get("/en/venues/lieu/"))
    quotes = [" ".join("".join(quote.itertext()).split()) for quote in main.iter("blockquote")]
    (quote,) = quotes
    assert quote.startswith("Merci")
    assert "Une belle soirée &" in quote
    assert "Pas encore" not in said_on(client.get("/en/venues/lieu/"))
    assert list(main.iter("i")) == []


def test_photos_come_in_the_size_of_the_screen_and_late_unless_the_page_begins_with_them(client):
    venue = make_venue("La Gaîté")
    for position in (1, 2):
        names = {"image": f"venues/{position}.webp", "small": f"venues/{position}s.webp"}
        venue.photos.create(**names, alt="La salle", position=position)
    make_edition(venue=venue)
    seen = {}
    for name, page in (("venue", venue.get_absolute_url()), ("home", "/"), ("list", "/venues/")):
        document = html5lib.parse(client.get(page).content.decode(), namespaceHTMLElements=False)
        photos = [image for image in document.iter("img") if image.get("class") == "photo"]
        assert [image.get("width") and image.get("height") for image in photos] == ["1067"] * len(photos)
        seen[name] = [(image.get("loading"), bool(image.get("srcset") and image.get("sizes"))) for image in photos]
    assert seen == {"venue": [(None, True), ("lazy", True)], "home": [(None, True)], "list": [(None, False)]}
