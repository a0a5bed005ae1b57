from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from PIL import Image

from cafecm.demo import load, portraits, scenes
from cafecm.demo.venues import PLACES
from events.models import Edition, RecapPhoto, Rsvp, Series, Teammate
from members.models import Member
from tests.factories import make_edition, make_member, make_series, make_venue
from venues.models import Venue, VenuePhoto

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def demo(**options) -> str:
    said = StringIO()
    call_command("demo", stdout=said, **options)
    return said.getvalue()


def whole_café() -> dict[str, list]:
    """Every row, without what the database or the clock of the second adds."""
    return {
        "series": list(Series.objects.values("slug", "name", "description", "cadence")),
        "team": list(Teammate.objects.order_by("pk").values_list("series__slug", "member__email", "role")),
        "venues": list(Venue.objects.order_by("slug").values_list("slug", "name", "latitude", "access_checked_on")),
        "photos": list(
            VenuePhoto.objects.order_by("venue__slug", "position").values_list("venue__slug", "image", "alt")
        ),
        "members": list(
            Member.objects.order_by("email").values_list(
                "email", "name", "handle", "headline", "password", "photo", "visibility", "joined_at"
            )
        ),
        "trades": list(
            Member.objects.order_by("email", "ranked_specialties__rank").values_list(
                "email", "ranked_specialties__specialty__key"
            )
        ),
        "editions": list(
            Edition.objects.order_by("number").values_list(
                "number", "slug", "theme", "description", "starts_at", "venue__slug", "capacity", "status", "uid"
            )
        ),
        "rsvps": list(
            Rsvp.objects.order_by("edition__number", "position").values_list(
                "edition__number", "position", "member__email", "status", "guests", "arrived"
            )
        ),
    }


def test_same_day_gives_the_same_café(time_machine):
    time_machine.move_to(timezone.now().replace(microsecond=0), tick=False)
    demo()
    before = whole_café()
    demo(rebuild=True)
    assert whole_café() == before
    assert len(before["members"]) == 120


def test_demo_refuses_a_database_with_real_people():
    make_member(email="quelquun@orange.fr")
    for options in ({}, {"rebuild": True}):
        with pytest.raises(CommandError, match=r"\w+ \w+.*\."):
            demo(**options)
    assert list(Member.objects.values_list("email", flat=True)) == ["quelquun@orange.fr"]


def test_demo_does_not_open_twice(monkeypatch):
    make_series(slug=load.SLUG)
    monkeypatch.setattr(load, "rebuild", lambda: pytest.fail("it was opened"))
    with pytest.raises(CommandError, match="--rebuild"):
        demo()


def test_if_empty_opens_nothing_where_something_is(monkeypatch):
    monkeypatch.setattr(load, "rebuild", lambda: pytest.fail("it was opened"))
    series = make_series()
    assert demo(if_empty=True) == ""
    series.delete()
    make_member(email="quelquun@orange.fr")
    assert demo(if_empty=True) == ""


def test_if_empty_opens_an_empty_database(monkeypatch):
    asked = []
    monkeypatch.setattr(load, "rebuild", lambda: asked.append(True))
    assert "claire@example.org" in demo(if_empty=True)
    assert asked == [True]


def test_rebuild_leaves_an_imported_history_alone(media):
    demo()
    venue = Venue.objects.get(name="La REcyclerie")
    theirs = make_edition(make_series(), venue=venue)
    elsewhere = make_venue("Chez nous")
    demo(rebuild=True)
    theirs.refresh_from_db()
    assert theirs.venue == venue
    assert Venue.objects.filter(pk=elsewhere.pk).exists()
    assert Venue.objects.count() == len(PLACES) + 2  # this one, and one that waits for its first café
    # Every photo has its file, and no file is left over.
    named = {*Member.objects.exclude(photo="").values_list("photo", flat=True)}
    named |= {name for member in Member.objects.exclude(portrait="") for name in member.portrait_names}
    named |= {*VenuePhoto.objects.values_list("image", flat=True)}
    named |= {name for pair in RecapPhoto.objects.values_list("image", "small") for name in pair}
    assert {str(file.relative_to(media)) for file in media.rglob("*.*")} == named


# Pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.looks
def test_drawings_are_small_and_all_different():
    drawn = [scenes.draw(place.scene, number) for number, place in enumerate(PLACES) if place.scene]
    assert len(set(drawn)) == len(drawn) == 12
    assert max(map(len, drawn)) < 60_000


@pytest.mark.looks
def test_same_seed_draws_the_same():
    assert scenes.draw("quay", 3) == scenes.draw("quay", 3) != scenes.draw("quay", 4)
    assert portraits.draw("2 curly black glasses", 3) == portraits.draw("2 curly black glasses", 3)


@pytest.mark.looks
def test_drawn_photos_are_webp_of_the_size_that_pages_expect(tmp_path):
    file = tmp_path / "x.webp"
    for content, size in ((scenes.draw("terrace", 1), (1200, 800)), (portraits.draw("cup", 1), (320, 320))):
        file.write_bytes(content)
        with Image.open(file) as picture:
            assert (picture.format, picture.size) == ("WEBP", size)
