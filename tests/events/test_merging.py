"""Two venues that are one: what stays, what moves, and that no address dies."""

import datetime
from functools import partial

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from events.merging import GROUPS, CannotMerge, OthersMeetThere, Plan, merge
from events.models import Edition
from events.models.passed_over import PassedOver
from events.venue_forms import VenueForm
from tests.at_once import at_once
from tests.factories import make_edition, make_member, make_offer, make_series, make_venue
from venues.models import VENUES_SHOWN, FormerVenue, HostOffer, Venue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def series(organizer):
    return make_series(slug="cafe", organizers=[organizer])


@pytest.fixture
def desk(client, organizer, series):
    client.force_login(organizer)
    return client


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def in_days(days: int) -> datetime.datetime:
    return timezone.now().replace(microsecond=0) + datetime.timedelta(days=days)


# What stays -----------------------------------------------------------------------------------------------------------


def test_every_fact_of_a_venue_is_kept_or_filled_or_its_own():
    """A field that is added to Venue has to be thought of here too."""
    identity = {"id", "slug", "name", "name_key", "created_at", "access_checked_on"}
    assert {field.name for field in Venue._meta.concrete_fields} - identity == {
        name for names in GROUPS for name in names
    }


def test_venue_that_stays_keeps_its_facts_and_takes_what_it_did_not_know():
    kept = make_venue(
        "Numa", transport="Métro Sentier", capacity=80, host_logo="venues/a.webp", city="Paris", address=""
    )
    kept.postal_code = ""
    kept.contact_name = "Nour"
    kept.save()
    gone = make_venue(
        "Numa Sentier",
        address="39 rue du Caire",
        postal_code="75002",
        city="Paris 2e",
        transport="Bus 20",
        capacity=60,
        latitude=48.867,
        longitude=2.349,
        notes="Clé chez le gardien",
        contact_email="autre@example.org",
    )
    merge(kept, gone)
    after = Venue.objects.get()
    assert (after.name, after.slug, after.transport, after.capacity) == ("Numa", "numa", "Métro Sentier", 80)
    assert (after.address, after.postal_code, after.city) == ("39 rue du Caire", "75002", "Paris 2e")
    assert (after.latitude, after.longitude, after.notes) == (48.867, 2.349, "Clé chez le gardien")
    # One person's name does not go with another's address.
    assert (after.contact_name, after.contact_email) == ("Nour", "")


def test_access_that_is_known_of_one_fills_what_is_unknown_of_the_other_under_the_older_date():
    kept = make_venue("A", has_lift=True, access_checked_on=datetime.date(2026, 5, 1))
    gone = make_venue("B", has_lift=False, has_seats=False, door_width=80, access_checked_on=datetime.date(2025, 2, 2))
    merge(kept, gone)
    after = Venue.objects.get()
    assert (after.has_lift, after.has_seats, after.door_width, after.has_quiet_corner) == (True, False, 80, None)
    assert after.access_checked_on == datetime.date(2025, 2, 2)


def test_access_that_nothing_is_added_to_keeps_its_date():
    kept = make_venue("A", has_lift=True, access_checked_on=datetime.date(2026, 5, 1))
    merge(kept, make_venue("B", has_lift=False, access_checked_on=datetime.date(2025, 2, 2)))
    assert Venue.objects.get().access_checked_on == datetime.date(2026, 5, 1)


# What moves -----------------------------------------------------------------------------------------------------------


def test_editions_photos_and_notes_of_the_rotation_move(series, organizer):
    kept, gone = make_venue("A"), make_venue("B")
    for venue in (kept, gone):
        for position in (1, 2):
            venue.photos.create(image=f"venues/{venue.slug}{position}.webp", position=position)
    past = make_edition(series, venue=gone, starts_at=in_days(-30))
    draft = make_edition(series, venue=gone, status="draft", starts_at=in_days(40))
    both = make_edition(series, starts_at=in_days(50))
    only = make_edition(series, starts_at=in_days(60))
    for edition, venue, note in [(both, kept, "travaux"), (both, gone, "trop loin"), (only, gone, "bruyant")]:
        PassedOver.objects.create(edition=edition, venue=venue, note=note, by=organizer)
    merge(kept, gone)
    assert {edition.venue for edition in Edition.objects.filter(pk__in=[past.pk, draft.pk])} == {kept}
    assert [photo.image.name for photo in kept.photos.all()] == [
        "venues/a1.webp",
        "venues/a2.webp",
        "venues/b1.webp",
        "venues/b2.webp",
    ]
    assert sorted(PassedOver.objects.values_list("edition", "venue", "note")) == sorted(
        [(both.pk, kept.pk, "travaux"), (only.pk, kept.pk, "bruyant")]
    )


def test_whatever_points_at_a_venue_is_moved_whichever_model_it_is_of():
    """Nothing is lost to a cascade: a relation that is added later is walked too."""
    kept, gone = make_venue("A"), make_venue("B")
    make_edition(venue=gone)
    offer = HostOffer.objects.create(organisation="Une maison", venue=gone)
    merge(kept, gone)
    offer.refresh_from_db()
    assert offer.venue == kept
    for relation in Venue._meta.related_objects:
        assert not relation.related_model._base_manager.filter(**{relation.field.name: gone.pk}).exists()


def test_calendars_of_the_coming_editions_are_revised_and_of_no_others(series):
    kept, gone = make_venue("A", transport="Métro"), make_venue("B", transport="Bus")
    coming = make_edition(series, venue=gone)
    over = make_edition(series, venue=gone, starts_at=in_days(-30))
    draft = make_edition(series, venue=gone, status="draft", starts_at=in_days(40))
    there = make_edition(series, venue=kept, starts_at=in_days(50))
    merge(kept, gone)
    after = Edition.objects.in_bulk()
    raised = [after[each.pk].sequence - each.sequence for each in (coming, over, draft, there)]
    assert raised == [1, 0, 0, 0]
    assert after[coming.pk].revised_at > coming.revised_at


def test_calendars_of_the_venue_that_stays_are_revised_where_it_gets_an_address(series):
    kept, gone = make_venue("A", address="", postal_code=""), make_venue("B")
    there = make_edition(series, venue=kept)
    merge(kept, gone)
    assert Edition.objects.get(pk=there.pk).sequence == there.sequence + 1


def test_logo_that_is_not_needed_leaves_no_file(django_capture_on_commit_callbacks):
    kept, gone = make_venue("A"), make_venue("B")
    for venue in (kept, gone):
        venue.host_logo.save("logo.webp", ContentFile(b"logo"))
    with django_capture_on_commit_callbacks(execute=True):
        merge(kept, gone)
    assert [default_storage.exists(venue.host_logo.name) for venue in (kept, gone)] == [True, False]


def test_logo_that_is_taken_over_keeps_its_file(django_capture_on_commit_callbacks):
    kept, gone = make_venue("A"), make_venue("B")
    gone.host_logo.save("logo.webp", ContentFile(b"logo"))
    with django_capture_on_commit_callbacks(execute=True):
        merge(kept, gone)
    assert default_storage.exists(Venue.objects.get().host_logo.name)


# Addresses ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/venues/b/", "/venues/a/"),
        ("/en/venues/b/", "/en/venues/a/"),
        ("/venues/b/calendar.ics", "/venues/a/calendar.ics"),
    ],
)
def test_old_address_leads_to_the_venue_that_stays_for_ever(client, old, new):
    kept, gone = make_venue("A"), make_venue("B")
    make_edition(venue=kept)
    assert client.get(old).status_code == 404  # no café was announced there yet
    merge(kept, gone)
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_mergers_follow_each_other(client):
    first, second, third = make_venue("A"), make_venue("B"), make_venue("C")
    make_edition(venue=first)
    merge(second, first)
    merge(third, second)
    assert [client.get(f"/venues/{slug}/")["Location"] for slug in "ab"] == ["/venues/c/"] * 2
    assert Edition.objects.get().venue == third
    assert {former.slug: former.venue for former in FormerVenue.objects.all()} == {"a": third, "b": third}


def test_filter_of_the_lists_that_names_the_old_venue_finds_the_new_one(client):
    kept, gone = make_venue("A"), make_venue("B")
    edition = make_edition(venue=gone)
    make_edition(venue=make_venue("Ailleurs"))
    merge(kept, gone)
    assert list(client.get("/cafes/?venue=b").context["page_obj"]) == [edition]
    assert client.get("/cafes/?venue=%00").status_code == 200


def test_form_of_an_edition_that_was_open_meanwhile_means_the_venue_that_stays(desk, series):
    kept, gone = make_venue("A"), make_venue("B")
    merge(kept, gone)
    typed = {
        "date": in_days(30).date().isoformat(),
        "starts": "19:00",
        "ends": "21:00",
        "venue": "b",
        "theme": "Neuf",
        "intent": "save",
    }
    assert desk.post(url("organize:new"), typed).status_code == 302
    assert Edition.objects.get().venue == kept


def test_address_of_a_hidden_venue_leads_nowhere(client, desk):
    kept, gone = make_venue("A"), make_venue("B")
    merge(kept, gone)
    assert client.get("/venues/b/").status_code == 301  # organizers see every place
    client.logout()
    assert (client.get("/venues/b/").status_code, client.get("/venues/b/calendar.ics").status_code) == (404, 404)


def test_new_venue_takes_no_address_that_leads_elsewhere():
    kept, gone = make_venue("A"), make_venue("B")
    merge(kept, gone)
    Venue.objects.filter(pk=kept.pk).update(name="Z", name_key="z")
    FormerVenue.objects.update(name="Y", name_key="y")
    assert make_venue("B").slug == "b-2"


def test_name_of_the_old_venue_finds_the_new_one():
    kept, gone = make_venue("Numa"), make_venue("Le Numa Sentier")
    merge(kept, gone)
    assert Venue.objects.named("LE NUMA-SENTIER") == kept
    assert Venue.objects.by_name_key() == {"numa": kept, "lenumasentier": kept}
    assert kept.goes_by("le numa sentier")


def test_former_address_is_one_venues_even_for_the_database():
    kept = make_venue("A")
    FormerVenue.objects.create(slug="b", name="B", name_key="b", venue=kept)
    with pytest.raises(IntegrityError), transaction.atomic():
        FormerVenue.objects.create(slug="b", name="C", name_key="c", venue=kept)


# Twice, and at once ---------------------------------------------------------------------------------------------------


def test_venue_does_not_become_one_with_itself_or_with_one_that_is_gone():
    kept, gone = make_venue("A"), make_venue("B")
    with pytest.raises(CannotMerge):
        merge(kept, kept)
    merge(kept, gone)
    gone.pk = kept.pk + 1000
    with pytest.raises(CannotMerge):
        merge(gone, kept)
    assert Venue.objects.get() == kept


def test_edition_that_is_given_a_venue_which_has_just_gone_meets_at_the_one_that_stays(series):
    kept, gone = make_venue("A"), make_venue("B")
    edition = make_edition(series)
    stale = Venue.objects.get(pk=gone.pk)
    merge(kept, gone)
    edition.change(venue=stale)
    assert Edition.objects.get(pk=edition.pk).venue == kept
    assert make_edition(series, venue=stale, starts_at=in_days(90)).venue == kept


@pytest.mark.django_db(transaction=True)
def test_two_mergers_of_a_pair_at_once_make_one_venue():
    for _round in range(3):
        one, other = make_venue(), make_venue()
        outcomes = at_once(partial(merge, one, other), partial(merge, other, one))
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["CannotMerge", "Venue"], outcomes
        assert Venue.objects.filter(pk__in=[one.pk, other.pk]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_no_edition_is_left_at_a_venue_that_goes_in_the_same_moment():
    series = make_series()
    for number in range(3):
        kept, gone = make_venue(), make_venue()
        edition = make_edition(series, starts_at=in_days(10 + number))
        outcomes = at_once(partial(merge, kept, gone), partial(edition.change, venue=gone))
        assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
        assert Edition.objects.get(pk=edition.pk).venue == kept


# The desk -------------------------------------------------------------------------------------------------------------


def test_desk_says_what_will_happen_before_anything_does(desk, series):
    make_venue("A", capacity=80)
    make_edition(series, venue=make_venue("B", capacity=60, notes="Clé chez le gardien"))
    response = desk.get(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"})
    page = " ".join(response.content.decode().split())
    assert "“B” becomes one with “A”." in page
    assert "1 café moves; calendars follow." in page
    assert "photos come along" not in page  # there are none
    plan = response.context["plan"]
    assert [(fact.name, fact.gone) for fact in plan.taken] == [("Notes for organizers", "Clé chez le gardien")]
    assert [(fact.name, fact.kept, fact.gone) for fact in plan.lost] == [("Capacity", "80", "60")]
    assert Venue.objects.count() == 2


@pytest.mark.parametrize(("keep", "stays"), [("this", "A"), ("other", "B")])
def test_organizers_choose_which_record_stays(desk, keep, stays):
    make_venue("A"), make_venue("B")
    response = desk.post(url("organize:merge-venue", "a"), {"other": "b", "keep": keep})
    venue = Venue.objects.get()
    assert (venue.name, response["Location"]) == (stays, url("venues:detail", venue.slug))


@pytest.mark.parametrize("status", ["draft", "published", "cancelled"])
@pytest.mark.parametrize("place", ["a", "b"])
def test_venues_of_another_series_are_merged_by_who_organizes_in_both(client, desk, organizer, status, place):
    make_venue("A"), make_venue("B")
    other = make_edition(status=status, venue=Venue.objects.get(slug=place)).series
    for response in (
        desk.get(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"}),
        desk.post(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"}),
    ):
        assert (response.status_code, Venue.objects.count()) == (403 if place == "a" else 200, 2)
    other.appoint(organizer)
    desk.post(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"})
    assert Venue.objects.get().slug == "a"


def test_venue_of_many_evenings_and_offers_is_one_to_choose(desk, series):
    make_venue("A")
    venue = make_venue("B")
    for _each in range(2):
        make_edition(series, venue=venue)
        make_offer(series, venue=venue)
    choices = list(desk.get(url("organize:merge-venue", "a")).context["form"].fields["other"].queryset)
    assert choices == [venue]
    desk.post(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"})
    assert Venue.objects.get().slug == "a"


def test_of_many_venues_those_nearby_and_the_newest_are_listed_and_the_others_found_by_their_name(desk):
    here = make_venue("A", postal_code="75011")
    near, far = make_venue("Voisin", postal_code="75011"), make_venue("Chez Zoé", postal_code="13001", host="La Ruche")
    others = [make_venue(f"Lieu {number:02}", postal_code="69001") for number in range(VENUES_SHOWN + 2)]
    address = url("organize:merge-venue", here.slug)

    def listed(response) -> list[str]:
        return [slug for slug, _name in response.context["form"].fields["other"].choices]

    def asked(words: str, other: str = near.slug):
        return desk.get(address, {"other": other, "keep": "this", "another": words})

    assert listed(desk.get(address)) == [venue.slug for venue in [*others[-VENUES_SHOWN + 1 :], near]]
    for words in ("chez zoe", "CHEZ ZOÉ", "ruche"):
        assert asked(words).context["plan"] == Plan(here, far)
    assert asked("", far.slug).context["plan"] == Plan(here, far)  # what is not listed may be sent
    several = asked("lieu 0")
    assert (several.context["plan"], listed(several)) == (None, [venue.slug for venue in others if "0" in venue.name])
    assert several.context["form"]["another"].value() == ""
    assert list(asked("nulle part").context["form"].errors) == ["another"]
    Venue.objects.filter(pk__in=[venue.pk for venue in others[:4]]).delete()
    assert "another" not in desk.get(address).context["form"].fields


def test_a_place_where_others_meet_is_not_found_by_its_name(desk):
    here, theirs = make_venue("A"), make_venue("Chez eux")
    make_edition(venue=theirs)
    for number in range(VENUES_SHOWN + 1):
        make_venue(f"Lieu {number:02}")
    response = desk.get(url("organize:merge-venue", here.slug), {"other": "", "keep": "this", "another": "chez eux"})
    assert (response.context["plan"], list(response.context["form"].errors)) == (None, ["other", "another"])


def test_who_looks_after_the_site_merges_the_venues_of_any_series(client):
    client.force_login(make_member(is_superuser=True))
    make_edition(venue=make_venue("A")), make_edition(venue=make_venue("B"))
    client.post(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"})
    assert Venue.objects.get().slug == "a"


def test_series_that_plans_an_evening_there_meanwhile_is_asked_under_the_lock(organizer, series):
    kept, gone = make_venue("A"), make_venue("B")
    make_edition(venue=gone)
    with pytest.raises(OthersMeetThere):
        merge(kept, gone, by=organizer)
    assert Venue.objects.count() == 2


def test_page_of_a_venue_leads_to_the_merger_only_where_it_may_be(desk):
    make_venue("A")
    address = url("organize:merge-venue", "a")
    assert address in desk.get(url("organize:venue", "a")).content.decode()
    make_edition(venue=Venue.objects.get())
    page = desk.get(url("organize:venue", "a")).content.decode()
    assert (address in page, "only who organizes in all of them" in page) == (False, True)


def test_edition_that_moves_to_a_venue_too_small_for_it_says_so(desk, series):
    make_venue("A", capacity=30)
    make_edition(series, venue=make_venue("B"), capacity=50)
    response = desk.post(url("organize:merge-venue", "a"), {"other": "b", "keep": "this"})
    assert said(response)[1:] == [f"{series.name} no. 1: Thème is open to 50 people, more than the venue holds."]


def test_merger_sent_twice_is_done_once_and_says_so_kindly(desk):
    make_venue("A"), make_venue("B")
    for keep in ("this", "other"):
        response = desk.post(url("organize:merge-venue", "b"), {"other": "a", "keep": "other"})
        assert response["Location"] == url("venues:detail", "a"), keep
    assert said(response)[-1] == "These two are one venue already."
    assert FormerVenue.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [{"other": "b"}, {"other": "a", "keep": "this"}, {"other": "nowhere", "keep": "this"}, {"other": "\x00"}, {}],
)
def test_merger_that_cannot_be_meant_asks_again_and_does_nothing(desk, sent):
    make_venue("A"), make_venue("B")
    for response in (
        desk.get(url("organize:merge-venue", "a"), sent),
        desk.post(url("organize:merge-venue", "a"), sent),
    ):
        assert (response.status_code, response.context["plan"]) == (200, None)
    assert Venue.objects.count() == 2


def test_page_of_the_desk_follows_a_venue_that_has_become_another(desk):
    kept, gone = make_venue("A"), make_venue("B")
    merge(kept, gone)
    assert desk.get(url("organize:venue", "b"))["Location"] == url("organize:venue", "a")
    assert desk.post(url("organize:access-checked", "b"))["Location"] == url("venues:detail", "a")


def test_form_that_was_open_while_its_venue_went_says_so_and_does_not_bring_it_back(desk):
    kept, gone = make_venue("A"), make_venue("B")
    typed = {"name": "B", "address": "1 rue", "postal_code": "75001", "city": "Paris"}
    form = VenueForm(typed, instance=Venue.objects.get(pk=gone.pk))
    assert form.is_valid()
    merge(kept, gone)
    with pytest.raises(Venue.DoesNotExist):
        form.save()
    assert Venue.objects.get() == kept
    response = desk.post(url("organize:venue", "b"), typed)
    assert response["Location"] == url("organize:venue", "a")
    assert said(response) == ["This venue has become one with A meanwhile. Nothing was saved; look at it as it is now."]


def test_plan_is_empty_for_venues_that_say_the_same():
    plan = Plan(make_venue("A"), make_venue("B"))
    assert (plan.taken, plan.lost, plan.editions, plan.photos) == ([], [], 0, 0)
