"""The desk's pages on a venue: its photos, its access, who receives, what only some may read."""

import datetime
import io
import re
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from PIL import Image

from events.chores import draw
from events.models import Series
from events.venue_forms import VenueForm
from members.images import AVIF_SIDES, avif_name, with_avif
from members.meanwhile import ChangedMeanwhile
from members.models import Member
from members.models import photo as photo_module
from tests.at_once import at_once
from tests.factories import make_edition, make_member, make_offer, make_series, make_venue
from venues.models import Venue, VenuePhoto
from venues.positions import Position

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def desk(client):
    """A browser in which an organizer is signed in."""
    organizer = make_member("Odile")
    make_series(organizers=[organizer])
    client.force_login(organizer)
    return client


@pytest.fixture(autouse=True)
def day(time_machine):
    time_machine.move_to(datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC))


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def picture(name: str = "IMG_1.jpg", colour: str = "red", size: tuple[int, int] = (60, 40)) -> SimpleUploadedFile:
    """A photo as a phone makes it: with the place where it was taken."""
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Phone of Odile"
    Image.new("RGB", size, colour).save(content, "JPEG", exif=exif)
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def typed(name: str = "Datadog", **changes: object) -> dict[str, object]:
    return {"name": name, "address": "21 rue de Châteaudun", "postal_code": "75009", "city": "Paris", **changes}


def rows(venue: Venue, **changes: object) -> dict[str, object]:
    """What the page sends about the photos that hang already."""
    sent: dict[str, object] = {}
    for photo in venue.photos.all():
        sent |= {f"photo_{photo.pk}_alt": photo.alt, f"photo_{photo.pk}_position": photo.position}
    return sent | changes


def files(media) -> set[str]:
    return {str(file.relative_to(media)) for file in media.rglob("*") if file.is_file()}


def test_venue_is_recorded_with_all_that_is_known_of_it(desk):
    facts = {
        "capacity": "80",
        "description": "Au fond de la cour.",
        "host": "Datadog France",
        "host_url": "https://datadog.example/",
        "getting_in": "Code 12A34, 3e étage, pièce d’identité.",
        "contact_name": "Nour",
        "contact_email": "nour@datadog.example",
        "contact_phone": "+33 1 23 45 67 89",
        "notes": "Rappeler lundi.",
        "has_lift": "true",
        "has_seats": "false",
        "has_quiet_corner": "unknown",
        "door_width": "83",
    }
    response = desk.post(url("organize:new-venue"), typed(**facts))
    venue = Venue.objects.get()
    assert response["Location"] == url("venues:detail", venue.slug)
    saved = {name: getattr(venue, name) for name in facts}
    assert saved == {
        **facts,
        "capacity": 80,
        "has_lift": True,
        "has_seats": False,
        "has_quiet_corner": None,
        "door_width": 83,
    }
    assert (venue.slug, venue.access_checked_on) == ("datadog", datetime.date(2026, 3, 2))


def test_the_same_venue_sent_twice_is_recorded_once(desk):
    desk.post(url("organize:new-venue"), typed())
    response = desk.post(url("organize:new-venue"), typed())
    assert list(response.context["form"].errors) == ["name"]
    assert Venue.objects.count() == 1


def test_photos_come_in_at_once_and_ask_to_be_described(desk, media):
    make_venue("Datadog")
    response = desk.post(url("organize:venue", "datadog"), typed(new_photos=[picture(), picture("IMG_2.jpg", "blue")]))
    assert response["Location"] == url("organize:venue", "datadog") + "#photos"
    photos = list(VenuePhoto.objects.all())
    assert [(photo.position, photo.alt) for photo in photos] == [(1, ""), (2, "")]
    assert files(media) == {name for photo in photos for name in (photo.image.name, photo.small.name)}
    for photo in photos:
        with Image.open(photo.image.path) as stored:
            assert (stored.format, dict(stored.getexif())) == ("WEBP", {})
        assert re.fullmatch(r"venues/\w{16}\.webp", photo.image.name)


def test_photos_are_described_put_in_order_and_taken_away_without_leaving_a_file(
    desk, media, django_capture_on_commit_callbacks
):
    venue = make_venue("Datadog")
    page = url("organize:venue", "datadog")
    desk.post(page, typed(new_photos=[picture(colour=colour) for colour in ("red", "green", "blue")]))
    first, second, third = venue.photos.all()
    changes = {
        f"photo_{first.pk}_position": 2,
        f"photo_{second.pk}_away": "on",
        f"photo_{third.pk}_alt": "La salle, cent chaises",
        f"photo_{third.pk}_position": 1,
    }
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(page, typed(**rows(venue, **changes)))
    assert [(photo.pk, photo.alt, photo.position) for photo in venue.photos.all()] == [
        (third.pk, "La salle, cent chaises", 1),
        (first.pk, "", 2),
    ]
    assert files(media) == {first.image.name, first.small.name, third.image.name, third.small.name}


def test_lists_show_a_photo_small(desk, media):
    make_edition(venue=make_venue("Datadog"))
    desk.post(url("organize:venue", "datadog"), typed(new_photos=[picture(size=(2400, 1200))]))
    photo = VenuePhoto.objects.get()
    with Image.open(photo.image.path) as large, Image.open(photo.small.path) as small:
        assert (large.size, small.size, small.format) == ((1600, 800), (640, 320), "WEBP")
    assert f'src="{photo.small.url}"' in desk.get("/venues/").content.decode()
    page = desk.get("/venues/datadog/").content.decode()
    assert f'srcset="{photo.small.url} 640w, {photo.image.url} 1600w"' in page


def test_photo_is_drawn_as_avif_by_the_worker_and_pages_name_it_from_then_on(
    desk, media, django_capture_on_commit_callbacks
):
    make_edition(venue=make_venue("Datadog"))
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(url("organize:venue", "datadog"), typed(new_photos=[picture(size=(2400, 1200))]))
    photo = VenuePhoto.objects.get()
    assert files(media) == {photo.image.name, photo.small.name}
    assert ".avif" not in desk.get("/venues/datadog/").content.decode()
    call_command("worker", once=True)
    assert files(media) == {*with_avif(photo.image.name), photo.small.name}
    addresses = [f"/media/{avif_name(photo.image.name, side)}" for side in (640, 1120, 1600)]
    avif = ", ".join(f"{address} {side}w" for address, side in zip(addresses, (640, 1120, 1600), strict=True))
    page = desk.get("/venues/datadog/").content.decode()
    assert f'<source type="image/avif" srcset="{avif}"' in page
    assert re.findall(r'data-ground="(.*?)"', page) == ["#fe0000"]
    answer = desk.get(addresses[1])
    with Image.open(io.BytesIO(answer.content)) as drawn:
        assert (answer["Content-Type"], drawn.format, drawn.size) == ("image/avif", "AVIF", (1120, 560))
    with django_capture_on_commit_callbacks(execute=True):
        VenuePhoto.objects.all().take_down()
    assert (files(media), desk.get(addresses[1]).status_code) == (set(), 404)


def test_photo_that_cannot_be_drawn_is_tried_once_and_holds_up_no_other(desk, media, caplog):
    venue = make_venue("Datadog")
    desk.post(url("organize:venue", "datadog"), typed(new_photos=[picture()]))
    whole = venue.photos.get()
    (media / "venues" / "torn.webp").write_bytes((media / whole.image.name).read_bytes()[:60])
    torn = venue.photos.create(image="venues/torn.webp", position=2)
    gone = venue.photos.create(image="venues/gone.webp", position=3)
    while draw():
        pass
    assert [record.args for record in caplog.records if record.name == "cafecm.photos"] == [
        ("venues/gone.webp",),
        ("venues/torn.webp",),
    ]
    assert dict(VenuePhoto.objects.values_list("pk", "has_avif")) == {whole.pk: True, torn.pk: False, gone.pk: False}
    assert files(media) == {*with_avif(whole.image.name), whole.small.name, "venues/torn.webp"}
    page = desk.get("/venues/datadog/").content.decode()
    assert set(re.findall(r"/media/(venues/\w+)-\d+\.avif", page)) == {whole.image.name.removesuffix(".webp")}


def test_photo_that_one_worker_draws_is_left_alone_by_the_next(desk, media, monkeypatch):
    make_venue("Datadog")
    desk.post(url("organize:venue", "datadog"), typed(new_photos=[picture()]))
    keep, found = FileSystemStorage.save, []

    def keep_while_another_looks(storage, name, content, **options):
        found.append(draw())
        return keep(storage, name, content, **options)

    monkeypatch.setattr(FileSystemStorage, "save", keep_while_another_looks)
    assert draw()
    assert (found, VenuePhoto.objects.get().has_avif) == ([False] * len(AVIF_SIDES), True)


def test_where_pillow_writes_no_avif_photos_wait_for_one_that_does(desk, media, monkeypatch):
    make_venue("Datadog")
    desk.post(url("organize:venue", "datadog"), typed(new_photos=[picture()]))
    with monkeypatch.context() as bare:
        bare.setattr(photo_module, "WRITES_AVIF", False)
        assert not draw()
    assert VenuePhoto.objects.get().has_avif is None
    assert draw()
    assert VenuePhoto.objects.get().has_avif


def test_venue_that_cannot_be_saved_leaves_no_file(media):
    venue = make_venue("Datadog")
    venue.host_logo.save("logo.webp", picture())
    before = files(media)
    form = VenueForm(
        typed("Chien"), MultiValueDict({"host_logo": [picture()], "new_photos": [picture()]}), instance=venue
    )
    assert form.is_valid()
    make_venue("Chien")  # just now
    with pytest.raises(IntegrityError), transaction.atomic():
        form.save()
    assert files(media) == before
    assert venue.host_logo.name in before


def test_one_bad_file_refuses_all_of_them_by_name_and_keeps_what_was_typed(desk, media):
    make_venue("Datadog")
    bad = SimpleUploadedFile("plan.pdf", b"%PDF-1.7", "application/pdf")
    response = desk.post(url("organize:venue", "datadog"), typed(notes="À garder", new_photos=[picture(), bad]))
    form = response.context["form"]
    assert dict(form.errors) == {
        "new_photos": [
            "plan.pdf: This file is not a photo that the café can read. Send it as JPEG, PNG, WebP, AVIF or HEIC."
        ]
    }
    assert form["notes"].value() == "À garder"
    assert (VenuePhoto.objects.count(), files(media)) == (0, set())


def test_venue_has_up_to_twelve_photos(desk):
    venue = make_venue("Datadog")
    for position in range(1, 12):
        venue.photos.create(image=f"venues/{position}.webp", position=position)
    page = url("organize:venue", "datadog")
    response = desk.post(page, typed(**rows(venue), new_photos=[picture(), picture()]))
    assert dict(response.context["form"].errors) == {
        "new_photos": ["A venue has up to 12 photos; there is room for 1 more."]
    }
    assert desk.post(page, typed(**rows(venue), new_photos=[picture()])).status_code == 302
    assert venue.photos.count() == 12


def test_photo_that_another_organizer_has_hung_meanwhile_stays_as_it_is(desk):
    venue = make_venue("Datadog")
    page = url("organize:venue", "datadog")
    desk.post(page, typed(new_photos=[picture()]))
    sent = typed(**rows(venue), seen=desk.get(page).context["form"]["seen"].value(), notes="Rappeler lundi")
    theirs = venue.photos.create(image="venues/theirs.webp", position=2, alt="La cour")
    assert desk.post(page, sent).status_code == 302
    venue.refresh_from_db()
    assert venue.notes == "Rappeler lundi"
    assert [(photo.alt, photo.position) for photo in venue.photos.all()] == [("", 1), ("La cour", 2)]
    assert venue.photos.last() == theirs


def test_photo_sent_again_hangs_once(desk, media):
    venue = make_venue("Datadog")
    page = url("organize:venue", "datadog")
    for _twice in range(2):
        response = desk.post(page, typed(**rows(venue), new_photos=[picture(), picture()]))
    photo = venue.photos.get()
    assert files(media) == {photo.image.name, photo.small.name}
    assert response["Location"] == url("venues:detail", "datadog")  # nothing new to describe


@pytest.mark.django_db(transaction=True)
def test_photo_sent_by_two_clicks_at_once_hangs_once(desk, media):
    venue = make_venue("Datadog")
    seen = desk.get(url("organize:venue", "datadog")).context["form"]["seen"].value()
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(Member.objects.get())

    def press(browser: Client) -> int:
        return browser.post(url("organize:venue", "datadog"), typed(seen=seen, new_photos=[picture()])).status_code

    assert at_once(*(partial(press, browser) for browser in browsers)) == [302, 302]
    photo = venue.photos.get()
    assert files(media) == {photo.image.name, photo.small.name}


# Two people at once ---------------------------------------------------------------------------------------------------


def test_organizer_who_saves_last_is_told_what_another_has_saved_and_wipes_nothing_unknowingly(desk):
    venue = make_venue("Datadog", getting_in="Sonner", has_lift=True)
    page = url("organize:venue", "datadog")
    seen = desk.get(page).context["form"]["seen"].value()
    mine = typed(seen=seen, getting_in="Sonner", has_lift="true", notes="Rappeler lundi")
    theirs = typed(seen=seen, getting_in="Code 12A34", has_lift="unknown")
    assert desk.post(page, theirs).status_code == 302
    form = desk.post(page, mine).context["form"]
    first, *facts = form.non_field_errors()
    assert first.startswith("Somebody else has changed this since you opened the page.")
    assert facts == ["Getting in: Code 12A34", "Lift: unknown"]
    assert form["notes"].value() == "Rappeler lundi"
    venue.refresh_from_db()
    assert (venue.getting_in, venue.notes) == ("Code 12A34", "")
    again = {**mine, "seen": form["seen"].value(), "getting_in": "Code 12A34"}
    assert desk.post(page, again).status_code == 302
    venue.refresh_from_db()
    assert (venue.getting_in, venue.notes) == ("Code 12A34", "Rappeler lundi")


def test_pointing_at_the_map_does_not_forget_what_the_form_was_made_from(desk):
    venue = make_venue("Datadog")
    page = url("organize:venue", "datadog")
    seen = desk.get(page).context["form"]["seen"].value()
    Venue.objects.filter(pk=venue.pk).update(getting_in="Code 12A34")
    form = desk.post(page, typed(seen=seen, getting_in="", wider="1")).context["form"]
    assert form["seen"].value() == seen
    assert desk.post(page, typed(seen=seen, getting_in="")).status_code == 200


def test_venue_saved_between_looking_and_saving_is_not_overwritten():
    venue = make_venue("Datadog")
    form = VenueForm(typed(), instance=Venue.objects.get())
    assert form.is_valid()
    Venue.objects.update(getting_in="Code 12A34")
    with pytest.raises(ChangedMeanwhile):
        form.save()
    venue.refresh_from_db()
    assert venue.getting_in == "Code 12A34"


def test_logo_of_the_host_takes_the_place_of_the_one_before(desk, media, django_capture_on_commit_callbacks):
    venue = make_venue("Datadog")
    page = url("organize:venue", "datadog")
    for colour in ("red", "blue"):
        with django_capture_on_commit_callbacks(execute=True):
            desk.post(page, typed(host_logo=picture(colour=colour)))
    venue.refresh_from_db()
    assert files(media) == {venue.host_logo.name}


def test_access_is_dated_today_in_one_gesture(desk):
    venue = make_venue("Datadog", has_lift=True, access_checked_on=datetime.date(2025, 1, 1))
    response = desk.post(url("organize:access-checked", "datadog"))
    assert response["Location"] == url("venues:detail", "datadog")
    venue.refresh_from_db()
    assert (venue.has_lift, venue.access_checked_on) == (True, datetime.date(2026, 3, 2))
    assert desk.post(url("organize:access-checked", "nowhere")).status_code == 404


def test_each_access_fact_is_asked_as_yes_no_or_unknown(desk):
    make_venue("Datadog", has_lift=True, has_seats=False)
    form = desk.get(url("organize:venue", "datadog")).context["form"]
    chosen = {
        field.name: [str(choice.data["value"]) for choice in field if choice.data["selected"]]
        for field in form.access_facts
    }
    answers = {"has_lift": ["true"], "has_seats": ["false"]}
    assert chosen == {name: answers.get(name, ["unknown"]) for name in Venue.ACCESS_FACTS}


@pytest.mark.parametrize("width", [0, 1001])
def test_door_has_a_believable_width_even_for_the_database(width):
    venue = make_venue("Datadog")
    with pytest.raises(IntegrityError), transaction.atomic():
        Venue.objects.filter(pk=venue.pk).update(door_width=width)
    venue.door_width = width
    with pytest.raises(ValidationError):
        venue.full_clean()


def test_photo_without_a_file_is_refused_by_the_database():
    venue = make_venue("Datadog")
    with pytest.raises(IntegrityError), transaction.atomic():
        venue.photos.create(image="", position=1)


# Where it is ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["48.8626, 2.3444", "https://www.openstreetmap.org/?mlat=48.8626&mlon=2.3444", "geo:48.8626,2.3444"]
)
def test_position_is_typed_or_pasted(desk, text):
    make_venue("Datadog")
    assert desk.post(url("organize:venue", "datadog"), typed(position=text)).status_code == 302
    venue = Venue.objects.get()
    assert (venue.latitude, venue.longitude) == (48.8626, 2.3444)
    form = desk.get(url("organize:venue", "datadog")).context["form"]
    assert form["position"].value() == venue.position
    desk.post(url("organize:venue", "datadog"), typed(position=""))
    venue.refresh_from_db()
    assert (venue.latitude, venue.longitude) == (None, None)


def test_position_that_is_none_gets_a_sentence_and_stays_in_the_field(desk):
    make_venue("Datadog", latitude=48.1, longitude=2.1)
    response = desk.post(url("organize:venue", "datadog"), typed(position="https://maps.app.goo.gl/abc"))
    form = response.context["form"]
    assert dict(form.errors) == {
        "position": [
            "A short link does not say where it leads. Open it, and copy the long address that the browser shows."
        ]
    }
    assert form["position"].value() == "https://maps.app.goo.gl/abc"
    assert Venue.objects.get().latitude == 48.1


def test_pointing_at_the_map_writes_the_position_keeps_what_was_typed_and_saves_nothing(desk):
    make_venue("Datadog", has_lift=True)
    page = url("organize:venue", "datadog")
    sent = typed(notes="À garder", has_seats="true", window="48.86,2.34,0")
    response = desk.post(page, {**sent, "point.x": "144", "point.y": "144"})
    form = response.context["form"]
    assert (response.status_code, form.errors) == (200, {})
    assert (form["position"].value(), form["window"].value()) == (Position(48.86, 2.34), "48.86000,2.34000,1")
    assert (form["notes"].value(), form["has_seats"].value()) == ("À garder", "true")
    nearer = desk.post(page, {**sent, "window": "48.86000,2.34000,1", "point.x": "288", "point.y": "0"})
    position = nearer.context["form"]["position"].value()
    assert (position.latitude > 48.86, position.longitude > 2.34) == (True, True)
    venue = Venue.objects.get()
    assert (venue.notes, venue.latitude) == ("", None)
    response = desk.post(page, {**sent, "position": str(position)})
    assert (response.status_code, Venue.objects.get().position) == (302, position)


def test_map_comes_further_away_again_without_changing_the_position(desk):
    make_venue("Datadog")
    sent = typed(position="48.86, 2.34", window="48.86,2.34,2", wider="1")
    form = desk.post(url("organize:venue", "datadog"), sent).context["form"]
    assert (form["position"].value(), form["window"].value()) == ("48.86, 2.34", "48.86000,2.34000,1")


@pytest.mark.parametrize(
    "sent",
    [
        {"point.x": "0", "point.y": "0"},  # the map was pressed with a key
        {"point.x": "x", "point.y": "-5"},
        {"point.x": "9" * 30, "point.y": "1e9"},
    ],
)
def test_point_that_was_none_changes_no_position(desk, sent):
    make_venue("Datadog", latitude=48.1, longitude=2.1)
    form = desk.post(url("organize:venue", "datadog"), typed(position="48.86, 2.34", **sent)).context["form"]
    assert form["position"].value() == "48.86, 2.34"


@pytest.mark.parametrize("window", ["", "nonsense", "99,999,9", "48.86,2.34,0\x00"])
def test_part_of_the_map_that_cannot_be_meant_is_the_usual_one(desk, window):
    make_venue("Datadog", latitude=48.1, longitude=2.1)
    for sent in (typed(window=window, wider="1"), typed(window=window, **{"point.x": "9", "point.y": "9"})):
        response = desk.post(url("organize:venue", "datadog"), sent)
        assert response.status_code == 200
    assert response.context["form"].shown_window.zoom == 2


def test_enter_key_saves_rather_than_points(desk):
    """Browsers press the first button of a form when somebody types Enter in a field."""
    make_venue("Datadog")
    page = desk.get(url("organize:venue", "datadog")).content.decode()
    form = page[page.index('enctype="multipart') :]
    first = re.search(r"<button[^>]*>|<input type=\"image\"[^>]*>", form)
    assert first
    assert "name=" not in first[0]
    assert first[0].startswith("<button")


# What a host has confided ---------------------------------------------------------------------------------------------

CONFIDED = {"contact_name": "Nour", "contact_phone": "+33 1 23 45", "notes": "Rappeler lundi", "getting_in": "12A34"}


@pytest.mark.parametrize(
    ("concern", "is_read"),
    [
        (lambda mine, other, venue: make_edition(other, venue=venue), False),
        (lambda mine, other, venue: make_offer(other, venue=venue), False),
        (lambda mine, other, venue: None, True),
        (lambda mine, other, venue: make_edition(mine, venue=venue), True),
        (lambda mine, other, venue: make_edition(mine, venue=venue, status="draft"), True),
        (lambda mine, other, venue: [make_edition(each, venue=venue) for each in (mine, other)], True),
        (lambda mine, other, venue: make_offer(mine, venue=venue), True),
    ],
)
def test_what_a_host_has_confided_is_read_and_changed_where_it_concerns_ones_series(desk, concern, is_read):
    venue = make_venue("Datadog", **CONFIDED)
    concern(Series.objects.get(), make_series(), venue)
    page = desk.get(url("organize:venue", "datadog")).content.decode()
    assert [value in page for value in CONFIDED.values()] == [is_read] * len(CONFIDED)
    desk.post(url("organize:venue", "datadog"), typed(capacity="80", **dict.fromkeys(CONFIDED, "Autre")))
    venue.refresh_from_db()
    saved = {name: getattr(venue, name) for name in CONFIDED}
    assert (venue.capacity, saved) == (80, dict.fromkeys(CONFIDED, "Autre") if is_read else CONFIDED)


def test_former_organizer_of_the_series_reads_no_more_of_it(desk):
    mine = Series.objects.get()
    venue = make_venue("Datadog", **CONFIDED)
    make_edition(mine, venue=venue)
    organizer = mine.team.get().member
    make_series(organizers=[organizer])
    mine.team.all().delete()
    assert "Rappeler lundi" not in desk.get(url("venues:detail", "datadog")).content.decode()
