"""The public pages of the cafés: what they show, to whom, and that nothing anyone types breaks them."""

import datetime
import json

import html5lib
import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from events.models import Edition, Series
from tests.factories import make_edition, make_member, make_series, make_specialty, make_venue
from venues.models import VENUES_SHOWN

pytestmark = pytest.mark.django_db
NUL, LATER = "\x00", datetime.timedelta(days=7)


def tree(response):
    assert response.status_code == 200
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(response.content.decode())
    assert parser.errors == []
    return document


def text_of(response) -> str:
    """What the page's main part says, on one line."""
    return " ".join("".join(tree(response).find(".//main").itertext()).split())


def themes_on(response) -> list[str]:
    """The themes of the lines of the menu, in their order."""
    lines = [item for item in tree(response).find(".//main").iter("p") if item.get("class") == "dish-theme"]
    return ["".join(line.itertext()) for line in lines]


def in_days(days: int) -> datetime.datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0) + datetime.timedelta(days=days)


def fill(edition, people: int, **fields) -> None:
    for _each in range(people):
        edition.rsvp(make_member(**fields))


# The home page ----------------------------------------------------------------------------------------------------


def test_home_shows_the_next_café_first_and_then_what_follows(client):
    series = make_series()
    venue = make_venue("Au Père Tranquille", host="La maison")
    for days, theme in [(35, "Troisième"), (7, "Premier"), (21, "Deuxième"), (-7, "Passé")]:
        make_edition(series, starts_at=in_days(days), theme=theme, venue=venue)
    response = client.get("/")
    assert themes_on(response) == ["Deuxième", "Troisième", "Passé"]
    assert "".join(tree(response).find(".//h2").itertext()) == "Premier"
    for word in ["Au Père Tranquille", "16 rue Pierre Lescot, 75001 Paris", "La maison"]:
        assert word in text_of(response)


def test_home_without_a_café_says_so_and_offers_the_calendar(client):
    response = client.get("/")
    assert reverse("events:subscribe") in {link.get("href") for link in tree(response).find(".//main").iter("a")}
    assert themes_on(response) == []


def test_home_does_not_announce_a_cancelled_café_as_the_next(client):
    series = make_series()
    off = make_edition(series, starts_at=in_days(7), theme="Annulé")
    off.cancel(reason="La salle ferme.")
    make_edition(series, starts_at=in_days(14), theme="Maintenu")
    response = client.get("/")
    assert "".join(tree(response).find(".//h2").itertext()) == "Maintenu"
    assert themes_on(response) == ["Annulé"]


def test_home_tells_a_member_that_they_have_a_place(client):
    member = make_member()
    edition = make_edition()
    rsvp = edition.rsvp(member)
    client.force_login(member)
    links = {link.get("href") for link in tree(client.get("/")).iter("a")}
    assert reverse("events:place", args=[edition.slug, rsvp.place_token]) in links


# Lists ------------------------------------------------------------------------------------------------------------


def test_coming_and_past_cafés_have_their_lists_in_order(client):
    series = make_series()
    for days, theme in [(14, "B"), (7, "A"), (-7, "Y"), (-14, "Z")]:
        make_edition(series, starts_at=in_days(days), theme=theme)
    assert themes_on(client.get("/cafes/")) == ["A", "B"]
    assert themes_on(client.get("/cafes/past/")) == ["Y", "Z"]


def test_past_cafés_stand_under_their_years(client):
    series = make_series()
    for year in (2012, 2011):
        make_edition(series, starts_at=datetime.datetime(year, 5, 9, 17, tzinfo=datetime.UTC))
    headings = ["".join(heading.itertext()) for heading in tree(client.get("/cafes/past/")).iter("h2")]
    assert headings == ["2012", "2011"]


def test_a_search_finds_words_whatever_their_accents_and_capitals(client):
    series = make_series()
    make_edition(series, theme="Modérer sans s’épuiser")
    make_edition(series, theme="Mesurer", venue=make_venue("L’Œuvre"))
    assert themes_on(client.get("/cafes/", {"q": "MODERER epuiser"})) == ["Modérer sans s’épuiser"]
    assert themes_on(client.get("/cafes/", {"q": "oeuvre"})) == ["Mesurer"]
    assert themes_on(client.get("/cafes/", {"q": "introuvable"})) == []


def test_filters_narrow_by_series_venue_and_specialty(client):
    moderation, venue = make_specialty("moderation"), make_venue("Le Lieu")
    member = make_member(visibility="public")
    member.practise([moderation])
    one, other = make_series(slug="un"), make_series(slug="deux")
    make_edition(one, theme="Chez Le Lieu", venue=venue)
    there = make_edition(other, theme="Modération")
    there.rsvp(member)
    assert themes_on(client.get("/cafes/", {"specialty": "moderation"})) == []  # one person would be pointed at
    fill(there, 4)
    assert themes_on(client.get("/cafes/", {"series": "deux"})) == ["Modération"]
    assert themes_on(client.get("/cafes/", {"venue": venue.slug})) == ["Chez Le Lieu"]
    assert themes_on(client.get("/cafes/", {"specialty": "moderation"})) == ["Modération"]


def test_of_many_venues_the_filter_lists_twenty_and_the_search_finds_the_others(client):
    """Those of the latest cafés and the one that was chosen, then the newest."""
    series, venues = make_series(), [make_venue(f"Quai{number:02}") for number in range(VENUES_SHOWN + 5)]
    for place, venue in enumerate(venues):
        make_edition(series, venue=venue, theme=venue.name, starts_at=in_days(40 - place))
    make_venue("Jamais annoncé")
    chosen, latest, newest = venues[15], venues[:12], venues[-7:]
    names = [venue.slug for venue in sorted([*latest, chosen, *newest], key=lambda venue: venue.name)]
    select = tree(client.get("/cafes/", {"venue": chosen.slug})).find(".//select[@name='venue']")
    assert [option.get("value") for option in select.iter("option")] == ["", *names]
    assert [group.get("label") for group in select.iter("optgroup")] == ["Pour les autres, cherchez leur nom"]
    assert themes_on(client.get("/cafes/", {"venue": venues[13].slug})) == ["Quai13"]  # an address of before
    assert themes_on(client.get("/cafes/", {"q": "quai13"})) == ["Quai13"]


def test_lists_have_pages_that_keep_the_filters(client):
    series = make_series(slug="cafe")
    for days in range(1, 22):
        make_edition(series, starts_at=in_days(days), theme=f"Jour {days}")
    first = client.get("/cafes/", {"series": "cafe"})
    assert len(themes_on(first)) == 20
    (after,) = [link.get("href") for link in tree(first).iter("a") if link.get("rel") == "next"]
    assert themes_on(client.get("/cafes/" + after)) == ["Jour 21"]


@pytest.mark.parametrize("page", ["/cafes/", "/cafes/past/", "/venues/"])
@pytest.mark.parametrize(
    "query",
    [
        {"page": "abc"},
        {"page": str(10**20)},
        {"page": "-1"},
        {"q": f"a{NUL}b"},
        {"q": "x" * 5000},
        {"q": "\ud800"},
        {"series": f"{NUL}"},
        {"venue": "nulle-part"},
        {"specialty": "1' OR 1=1"},
        {"month": "13"},
    ],
)
def test_nothing_in_the_query_string_breaks_a_list(client, page, query):
    make_edition(venue=make_venue())
    query_string = "&".join(f"{key}={value}" for key, value in query.items())
    assert client.get(
        page, QUERY_STRING=query_string.encode("utf-8", "surrogatepass").decode("latin-1")
    ).status_code in (
        200,
        400,
    )


# The month --------------------------------------------------------------------------------------------------------


def test_the_month_puts_each_café_on_the_day_that_the_clocks_of_its_series_show(client):
    auckland = make_series(time_zone="Pacific/Auckland")
    make_edition(auckland, theme="Là-bas", starts_at=datetime.datetime(2031, 4, 30, 20, tzinfo=datetime.UTC))
    paris = make_series(time_zone="Europe/Paris")
    make_edition(paris, theme="Ici", starts_at=datetime.datetime(2031, 4, 30, 17, tzinfo=datetime.UTC))

    def days(page):
        found = {}
        for cell in tree(client.get(page)).iter("td"):
            if links := ["".join(link.itertext()) for link in cell.iter("a")]:
                found[cell.find("time").get("datetime")] = links
        return found

    assert days("/cafes/2031/4/") == {"2031-04-30": ["Ici"]}
    assert days("/cafes/2031/5/") == {"2031-05-01": ["Là-bas"]}


def test_the_month_is_a_table_of_whole_weeks_with_today_marked(client):
    today = timezone.localdate()
    page = tree(client.get(reverse("events:month", args=[today.year, today.month])))
    weeks = [list(row.iter("td")) for row in page.find(".//tbody").iter("tr")]
    assert {len(week) for week in weeks} == {7}
    (marked,) = [cell for week in weeks for cell in week if cell.get("aria-current") == "date"]
    assert marked.find("time").get("datetime") == today.isoformat()


def test_the_months_before_and_after_are_one_step_away(client):
    page = tree(client.get("/cafes/2030/1/"))
    steps = {link.get("rel"): link.get("href") for link in page.iter("a") if link.get("rel")}
    assert steps == {"prev": "/cafes/2029/12/", "next": "/cafes/2030/2/"}


@pytest.mark.parametrize("page", ["2026/13", "2026/0", "0/1", "99999/1", f"{10**20}/1", "1969/12", "2101/1"])
def test_a_month_that_is_none_is_not_found(client, page):
    assert client.get(f"/cafes/{page}/").status_code == 404


@pytest.mark.parametrize("page", ["1970/1", "2100/12"])
def test_the_first_and_last_month_lead_nowhere_further(client, page):
    rels = [link.get("rel") for link in tree(client.get(f"/cafes/{page}/")).iter("a") if link.get("rel")]
    assert len(rels) == 1


# One evening ------------------------------------------------------------------------------------------------------


def test_an_evening_says_when_where_who_hosts_who_comes_and_whether_there_is_a_place(client):
    venue = make_venue("Au Père Tranquille", host="JMS", transport="M4 Les Halles", has_lift=False)
    edition = make_edition(
        make_series(time_zone="Europe/Paris"),
        venue=venue,
        capacity=9,
        description="## Au programme\n\n**Deux récits**",
        starts_at=datetime.datetime(2031, 1, 29, 18, tzinfo=datetime.UTC),
    )
    fill(edition, 2)
    response = client.get(edition.get_absolute_url())
    page = tree(response)
    assert page.find(".//main//time").get("datetime") == "2031-01-29T19:00:00+01:00"
    said = text_of(response)
    for words in ["mercredi 29 janvier 2031", "19:00", "JMS", "16 rue Pierre Lescot", "M4 Les Halles", "Au programme"]:
        assert words in said
    assert edition.places_left == 7
    assert "7 " in "".join(page.find(".//dd[@class='places']").itertext())


def test_a_draft_is_not_there_for_strangers_and_members_but_for_its_organizers(client):
    organizer = make_member()
    draft = make_edition(make_series(organizers=[organizer]), status="draft")
    seen = [client.get(draft.get_absolute_url()).status_code]
    for reader in (make_member(), organizer):
        client.force_login(reader)
        seen.append(client.get(draft.get_absolute_url()).status_code)
    assert seen == [404, 404, 200]


def test_a_draft_is_on_no_public_page(client):
    day = in_days(9)
    make_edition(status="draft", theme="Secret", starts_at=day, venue=make_venue("Lieu"))
    make_edition(theme="Public", starts_at=day)
    pages = ["/", "/cafes/", f"/cafes/{day.year}/{day.month}/", "/venues/lieu/"]
    assert [page for page in pages if b"Secret" in client.get(page).content] == []
    assert all(b"Public" in client.get(page).content for page in pages[:3])


def test_a_cancelled_evening_keeps_its_page_and_says_why(client):
    edition = make_edition()
    edition.cancel(reason="La salle est inondée.")
    response = client.get(edition.get_absolute_url())
    assert text_of(response).count("La salle est inondée.") == 1
    assert reverse("events:rsvp", args=[edition.slug]) not in response.content.decode()


def test_a_past_evening_offers_no_place(client):
    edition = make_edition(starts_at=in_days(-3))
    assert reverse("events:rsvp", args=[edition.slug]) not in client.get(edition.get_absolute_url()).content.decode()


def test_who_waits_is_told_their_position(client):
    edition = make_edition(capacity=1)
    fill(edition, 3)
    member = make_member()
    edition.rsvp(member)
    client.force_login(member)
    response = client.get(edition.get_absolute_url())
    assert response.context["position"] == 3
    assert "numéro 3" in text_of(response)


def test_a_signed_in_reader_says_i_am_coming_in_one_click(client):
    edition = make_edition()
    client.force_login(make_member())
    forms = [form for form in tree(client.get(edition.get_absolute_url())).iter("form") if form.get("method") == "post"]
    assert [form.get("action") for form in forms] == [
        reverse(f"events:{name}", args=[edition.slug]) for name in ("rsvp", "keep-posted")
    ]


def test_people_are_named_only_to_those_who_may_see_them(client):
    edition = make_edition()
    for name, visibility in [("Publique", "public"), ("Membre", "members"), ("Proche", "cafe"), ("Personne", "nobody")]:
        edition.rsvp(make_member(f"{name} Secrète", visibility=visibility))

    def seen():
        page = tree(client.get(edition.get_absolute_url()))
        return [name.text.split()[0] for name in page.iter("a") if name.get("class") == "name"]

    assert seen() == ["Publique"]
    client.force_login(make_member())
    assert seen() == ["Publique", "Membre"]
    neighbour = make_member("Voisine X", visibility="nobody")
    edition.rsvp(neighbour)
    client.force_login(neighbour)
    assert seen() == ["Voisine", "Publique", "Membre", "Proche"]


def test_search_engines_read_the_evening_and_nothing_breaks_out_of_the_block(client):
    edition = make_edition(theme="</script><script>alert(1)</script>", venue=make_venue("Lieu & Cie"))
    page = tree(client.get(edition.get_absolute_url()))
    (block,) = page.findall(".//script[@type='application/ld+json']")
    data = json.loads(block.text)
    assert (data["@type"], data["startDate"], data["location"]["name"]) == (
        "Event",
        edition.starts.isoformat(),
        "Lieu & Cie",
    )
    assert data["name"].endswith("</script><script>alert(1)</script>")
    assert [script.get("src") for script in page.iter("script")] == [None, "/static/js/offline.js"]


def test_search_engines_read_all_that_is_public_of_the_place_and_no_more(client):
    venue = make_venue(
        "Lieu",
        latitude=48.8626,
        longitude=2.3444,
        has_lift=True,
        has_seats=False,
        getting_in="Code 12A34",
        contact_name="Nour",
        notes="Rappeler",
    )
    venue.photos.create(image="venues/cour.webp", alt="La cour", position=1)
    page = tree(client.get(make_edition(venue=venue).get_absolute_url()))
    (block,) = page.findall(".//script[@type='application/ld+json']")
    place = json.loads(block.text)["location"]
    assert place == {
        "@type": "Place",
        "name": "Lieu",
        "url": f"{settings.SITE_URL}/venues/lieu/",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "16 rue Pierre Lescot",
            "postalCode": "75001",
            "addressLocality": "Paris",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 48.8626, "longitude": 2.3444},
        "image": f"{settings.SITE_URL}/media/venues/cour.webp",
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": "ascenseur", "value": True},
            {"@type": "LocationFeatureSpecification", "name": "de quoi s’asseoir pour tout le monde", "value": False},
        ],
    }


# Trades -----------------------------------------------------------------------------------------------------------


def test_trades_stand_on_their_shelves_with_the_number_of_their_people(client):
    trade = make_specialty("moderation")
    make_member(visibility="public").practise([trade])
    make_member(visibility="public", is_active=False).practise([trade])
    response = client.get("/en/specialties/")
    shelves = {
        family.value: {each.key: people for each, people in trades} for family, trades in response.context["shelves"]
    }
    assert list(shelves) == ["voice", "care", "members", "inside", "settings", "lead"]
    assert shelves["care"]["moderation"] == 1
    assert sum(len(trades) for trades in shelves.values()) == 24


def test_a_trade_shows_its_visible_people_and_its_next_cafés(client):
    trade = make_specialty("moderation")
    for name, visibility in [("Ana Ouverte", "public"), ("Bo Fermé", "nobody")]:
        make_member(name, visibility=visibility).practise([trade])
    edition = make_edition(theme="Avec", capacity=5)
    edition.rsvp(trade.members.get(name="Ana Ouverte"))
    fill(edition, 4)
    for rsvp in edition.rsvps.exclude(member__name="Bo Fermé")[:2]:
        rsvp.member.practise([trade])
    make_edition(theme="Sans")
    response = client.get("/specialties/moderation/")
    assert themes_on(response) == ["Avec"]
    assert ("Ana Ouverte" in text_of(response), "Bo Fermé" in text_of(response)) == (True, False)


def test_an_evening_names_the_trades_that_it_is_about(client):
    moderation = make_specialty("moderation")
    about = make_edition(theme="Dire non", specialties=[moderation])
    make_edition(theme="Autre chose")
    links = [
        (link.get("href"), "".join(link.itertext()))
        for link in tree(client.get(about.get_absolute_url())).findall(".//main//a[@class='tag']")
    ]
    assert links == [("/specialties/moderation/", moderation.name)]
    assert themes_on(client.get("/specialties/moderation/")) == ["Dire non"]


def test_a_trade_that_does_not_exist_is_not_found(client):
    assert client.get("/specialties/astrologie/").status_code == 404


# Every page -------------------------------------------------------------------------------------------------------

PAGES = [
    "/",
    "/cafes/",
    "/cafes/past/",
    "/cafes/2030/6/",
    "/cafes/cafe-1/",
    "/specialties/",
    "/specialties/moderation/",
]


@pytest.fixture
def house():
    """A series “cafe” with two editions and one place taken."""
    series = make_series(slug="cafe", name="Café", organizers=[make_member()])
    edition = make_edition(series, venue=make_venue("Lieu"))
    edition.rsvp(make_member(visibility="public"))
    make_edition(series, starts_at=in_days(-30))
    return series


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("page", [*PAGES, "/venues/", "/venues/lieu/", "/subscribe/", "/cafes/2026/13/"])
def test_pages_set_no_cookie_and_carry_no_token_for_a_visitor(client, page):
    response = client.get(page)
    assert list(response.cookies) == []
    assert b"csrfmiddlewaretoken" not in response.content


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("page", [*PAGES, "/venues/", "/venues/lieu/"])
def test_pages_take_no_post(client, page):
    assert client.post(page).status_code == 405


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("page", PAGES)
def test_the_language_switch_stays_on_the_page_and_robots_know_both(client, page):
    for here, other in [(page, f"/en{page}"), (f"/en{page}", page)]:
        document = tree(client.get(here + "?q=mod%C3%A9rer"))
        (switch,) = [link for link in document.iter("a") if link.get("hreflang")]
        assert switch.get("href").split("?")[0] == other
        languages = {
            link.get("hreflang"): link.get("href").split("?")[0]
            for link in document.iter("link")
            if link.get("hreflang")
        }
        assert languages == {"fr": settings.SITE_URL + page, "en": f"{settings.SITE_URL}/en{page}"}
        (canonical,) = [link.get("href") for link in document.iter("link") if link.get("rel") == "canonical"]
        assert canonical == settings.SITE_URL + here


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("page", [*PAGES, "/venues/", "/venues/lieu/"])
def test_every_link_of_a_page_leads_somewhere(client, page):
    inside = {
        link.get("href").split("#")[0]
        for link in tree(client.get(page)).iter("a")
        if link.get("href").startswith(("/", "?"))
    }
    broken = {link for link in inside if link and client.get(link).status_code not in (200, 302)}
    assert broken == set()


@pytest.mark.parametrize(
    ("page", "queries"),
    [("/", 4), ("/cafes/", 3), ("/cafes/past/", 3), ("/cafes/2030/6/", 1), ("/specialties/", 4)],
)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_asks_the_database_as_often_for_three_rows_as_for_one(
    client, django_assert_num_queries, page, queries, rows
):
    series = make_series()
    for number in range(rows):
        member = make_member(visibility="public")
        member.practise([make_specialty("moderation")])
        for starts_at in (
            in_days(9 + number),
            in_days(-9 - number),
            datetime.datetime(2030, 6, 3 + number, 18, tzinfo=datetime.UTC),
        ):
            make_edition(series, starts_at=starts_at, venue=make_venue())
    client.get(page, {"made": "afresh"})  # the filters are kept from now on
    with django_assert_num_queries(queries):
        client.get(page, {"made": "afresh"})


def test_whoever_is_signed_in_reads_everybody_they_may_see_their_own_name_first(client):
    edition = make_edition(capacity=200)
    fill(edition, 97, visibility="members")
    edition.rsvp(make_member("Ada Secret", visibility="nobody"))
    bob = make_member("Bob Dernier", visibility="nobody")
    edition.rsvp(bob)
    page = f"/en{edition.get_absolute_url()}people/".replace("/en/en", "/en")
    assert client.get(page).url == f"/en/accounts/login/?next={page}"
    client.force_login(bob)
    first = client.get(edition.get_absolute_url())
    assert first.context["parts"].people[0].pk == bob.pk
    assert f'href="{edition.get_absolute_url()}people/"' in first.content.decode()
    assert client.get(page).context["page_obj"].object_list[0] == bob
    assert "Bob Dernier" in text_of(client.get(page)) and "Page 1 of 2" in text_of(client.get(page))
    assert "Ada Secret" not in text_of(client.get(page)) + text_of(client.get(page, {"page": "2"}))
    assert len(client.get(page, {"page": "2"}).context["page_obj"]) == 2
    assert client.post(page).status_code == 405


@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_an_evening_that_does_not_take_place_has_no_page_of_people(client, status):
    edition = make_edition()
    Edition.objects.filter(pk=edition.pk).update(status=status)
    client.force_login(make_member())
    assert client.get(reverse("events:people", args=[edition.slug])).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_people_asks_as_often_for_three_as_for_one(client, django_assert_num_queries, rows):
    edition = make_edition()
    for _each in range(rows):
        member = make_member(visibility="public")
        member.practise([make_specialty("moderation")])
        edition.rsvp(member)
    client.force_login(make_member())
    with django_assert_num_queries(8):
        client.get(reverse("events:people", args=[edition.slug]))


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_an_evening_asks_the_database_as_often_for_300_people_as_for_one(client, django_assert_num_queries, rows):
    edition = make_edition(venue=make_venue(), capacity=200)
    for _each in range(rows):
        member = make_member(visibility="public")
        member.practise([make_specialty("moderation")])
        edition.rsvp(member)
    client.get(edition.get_absolute_url(), {"made": "afresh"})  # its programme and its place are kept from now on
    with django_assert_num_queries(6):
        client.get(edition.get_absolute_url(), {"made": "afresh"})


def test_editions_and_series_were_made():
    """The rows that the tests above look for are there at all."""
    make_edition()
    assert (Edition.objects.count(), Series.objects.count()) == (1, 1)


def test_line_of_a_cafe_says_when_its_list_opens_and_that_it_is_closed(client):
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC), tick=False):
        start = datetime.datetime(2026, 3, 25, 18, tzinfo=datetime.UTC)
        later = make_edition(starts_at=start, opens_at=start - datetime.timedelta(days=10, hours=1))
        make_edition(starts_at=start + datetime.timedelta(days=1), closes_at=timezone.now())
        make_edition(starts_at=start + datetime.timedelta(days=2), closes_at=start)
        page = tree(client.get("/en/cafes/"))
        states = [
            " ".join("".join(tag.itertext()).split()) for tag in page.iter("span") if "tag" in tag.get("class", "")
        ]
        assert states == ["RSVPs from 15 March, 18:00", "RSVPs closed", "40 places left"]
        assert "The list opens on Sunday 15 March at 18:00." in client.get(f"/en/cafes/{later.slug}/").content.decode()


def test_page_says_until_when_its_list_is_open(client):
    with time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC), tick=False):
        edition = make_edition(closes_at=datetime.datetime(2026, 3, 10, 17, tzinfo=datetime.UTC))
        sentence = "The list closes on Tuesday 10 March at 18:00."
        for path in ("", "rsvp/"):
            assert sentence in client.get(f"/en/cafes/{edition.slug}/{path}").content.decode()
