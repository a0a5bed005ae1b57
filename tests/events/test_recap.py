"""What the page of an evening becomes afterwards: its words, its photos and whoever is seen on them, its numbers."""

import datetime
import io
import re
from functools import partial

import html5lib
import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from cafecm.backup import archive
from events.chores import draw
from events.models import Act, Edition, NotOver, RecapPhoto
from events.models.recap import PHOTOS_AT_MOST, Numbers
from events.recap_forms import PhotosForm, RecapForm
from members.images import avif_name, clean_photo, with_avif
from members.models import Member
from tests.at_once import at_once
from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def odile():
    return make_member("Odile")


@pytest.fixture
def desk(client, odile):
    """A browser in which the organizer is signed in."""
    client.force_login(odile)
    return client


@pytest.fixture
def evening(odile):
    """An evening that was, yesterday."""
    edition = make_edition(make_series(name="Le Café", organizers=[odile]), venue=make_venue("La Halle"))
    return over(edition)


def over(edition: Edition, *, days: int = 1) -> Edition:
    starts_at = timezone.now() - days * DAY
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + DAY / 12)
    return Edition.objects.get(pk=edition.pk)


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def picture(colour: str = "red", *, name: str = "IMG_1.jpg", size: tuple[int, int] = (900, 600)) -> SimpleUploadedFile:
    """A photo as a phone makes it: with the place where it was taken."""
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Phone of Odile"
    Image.new("RGB", size, colour).save(content, "JPEG", exif=exif)
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def hang(edition: Edition, *colours: str, is_shown: bool = True) -> list[RecapPhoto]:
    """Photos of these colours, described and agreed to unless said otherwise, and a published recap."""
    photos, _without_room = edition.hang_photos([clean_photo(picture(colour)) for colour in colours])
    for photo, colour in zip(photos, colours, strict=True):
        photo.describe(caption="", alt=f"Du {colour}", is_agreed=is_shown, by=edition.series.organizers.get())
    edition.write_recap("Des notes.", is_published=True)
    return photos


def files(media) -> set[str]:
    return {str(file.relative_to(media)) for file in media.rglob("*") if file.is_file()}


def names_of(photos) -> set[str]:
    return {name for photo in photos for name in (photo.image.name, photo.small.name)}


def all_names_of(photos) -> set[str]:
    """Their files once the worker has drawn them: beside each photo lies its AVIF."""
    return names_of(photos) | {name for photo in photos for name in with_avif(photo.image.name)}


def draw_all() -> None:
    while draw():
        pass


def shown_on(page: str) -> list[str]:
    """The alternative texts of the photos of the evening, in their order."""
    main = html5lib.parse(page, namespaceHTMLElements=False).find(".//main")
    return [image.get("alt") for image in main.iter("img") if "/recaps/" in image.get("src")]


# Photos come in ---------------------------------------------------------------------------------------------------


def test_several_photos_come_in_at_once_cleaned_and_seen_by_nobody_yet(desk, evening, media):
    sent = [picture("red"), picture("blue", name="IMG_2.jpg", size=(600, 900)), picture("green", name="IMG_3.jpg")]
    answer = desk.post(url("organize:add-photos", evening.slug), {"photos": sent})
    photos = list(evening.photos.all())
    assert answer.url == url("organize:recap-photos", evening.slug) + f"#photo-{photos[0].pk}"
    assert [(photo.position, photo.width, photo.height) for photo in photos] == [
        (1, 900, 600),
        (2, 600, 900),
        (3, 900, 600),
    ]
    assert files(media) == names_of(photos)
    for name in names_of(photos):
        assert re.fullmatch(r"recaps/\w{16}\.webp", name)
        with Image.open(media / name) as stored:
            assert (stored.format, dict(stored.getexif())) == ("WEBP", {})
    assert [photo.webp_sources for photo in photos[:2]] == [
        f"{photo.small.url} {width}w, {photo.image.url} {photo.width}w"
        for photo, width in zip(photos, (640, 427), strict=False)
    ]
    assert [photo.avif_sources for photo in photos[:2]] == [
        f"/media/{avif_name(photo.image.name, 640)} {width}w, /media/{avif_name(photo.image.name, 1120)} {photo.width}w"
        for photo, width in zip(photos, (640, 427), strict=False)
    ]
    evening.write_recap("Des notes.", is_published=True)
    assert shown_on(Client().get(evening.get_absolute_url()).content.decode()) == []


def test_bad_photos_are_named_and_the_good_ones_are_kept(desk, evening, media):
    sent = [
        picture("red"),
        SimpleUploadedFile("notes.pdf", b"%PDF-1.7", "application/pdf"),
        SimpleUploadedFile("broken.jpg", picture("blue").read()[:200], "image/jpeg"),
        picture("green", name="IMG_4.jpg"),
    ]
    answer = desk.post(url("organize:add-photos", evening.slug), {"photos": sent})
    assert [sentence.split(" : ")[0].split("\u202f:")[0] for sentence in said(answer)[1:]] == [
        "notes.pdf",
        "broken.jpg",
    ]
    assert said(answer)[0].startswith("2 photos sont là.")
    assert evening.photos.count() == 2
    assert len(files(media)) == 4


def test_nothing_chosen_is_asked_about_and_what_is_there_stays(desk, evening):
    answer = desk.post(url("organize:add-photos", evening.slug))
    assert answer.context["new"].errors == {"photos": ["Choisissez au moins une photo."]}


def test_the_same_photo_hangs_once_however_often_it_is_sent(desk, evening, media):
    for _twice in range(2):
        desk.post(url("organize:add-photos", evening.slug), {"photos": [picture("red"), picture("red")]})
    assert (evening.photos.count(), len(files(media))) == (1, 2)


def test_photo_that_hangs_already_is_told_of(desk, evening):
    for sent in (["red"], ["red", "blue", "blue"]):
        answer = desk.post(url("organize:add-photos", evening.slug), {"photos": [picture(colour) for colour in sent]})
    assert said(answer)[1:] == [
        "1 photo est là. Dites ce qu’elle montre, et si les personnes qui y sont ont dit oui.",
        "2 photos sont déjà là, exactement les mêmes\u202f: chacune n’est montrée qu’une fois.",
    ]


def test_what_finds_no_room_is_counted_and_the_rest_is_kept(desk, evening):
    for position in range(1, PHOTOS_AT_MOST):
        evening.photos.create(
            image="recaps/a.webp", small="recaps/b.webp", width=3, height=2, position=position, digest=position
        )
    answer = desk.post(url("organize:add-photos", evening.slug), {"photos": [picture("red"), picture("blue")]})
    assert evening.photos.count() == PHOTOS_AT_MOST
    assert said(answer)[1] == "1 photo n’a pas trouvé de place\u202f: une soirée en montre jusqu’à 30."


@pytest.mark.parametrize("facts", [{}, {"status": "draft"}, {"status": "cancelled"}])
def test_photos_are_of_an_evening_that_has_taken_place(desk, odile, media, facts):
    edition = make_edition(make_series(organizers=[odile]), **facts)
    for name, sent in (("recap-photos", {}), ("add-photos", {"photos": [picture()]})):
        assert desk.post(url(f"organize:{name}", edition.slug), sent).url == url("organize:edit", edition.slug)
    with pytest.raises(NotOver):
        edition.hang_photos([clean_photo(picture())])
    assert files(media) == set()


class Unreadable(ContentFile):
    """A photo that is lost while it is being written."""

    def chunks(self, chunk_size=None):
        raise OSError


def test_upload_that_breaks_off_leaves_neither_rows_nor_files(evening, media):
    lost = Unreadable(clean_photo(picture("blue")).read(), name="photo.webp")
    with pytest.raises(OSError):
        evening.hang_photos([clean_photo(picture("red")), lost])
    assert (evening.photos.count(), files(media)) == (0, set())


@pytest.mark.parametrize("broken", [{"image": ""}, {"small": ""}, {"digest": "x"}])
def test_photo_without_its_files_or_twice_is_refused_by_the_database(evening, broken):
    facts = {"image": "recaps/a.webp", "small": "recaps/b.webp", "width": 3, "height": 2, "position": 1}
    evening.photos.create(**facts, digest="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        evening.photos.create(**{**facts, "digest": "y", **broken})


@pytest.mark.django_db(transaction=True)
def test_two_uploads_at_once_leave_no_more_photos_than_there_is_room_for(evening):
    for position in range(1, PHOTOS_AT_MOST - 1):
        evening.photos.create(
            image="recaps/a.webp", small="recaps/b.webp", width=3, height=2, position=position, digest=position
        )
    pictures = [[clean_photo(picture(colour)) for colour in pair] for pair in (("red", "blue"), ("lime", "navy"))]
    at_once(*[lambda pair=pair: Edition.objects.get(pk=evening.pk).hang_photos(pair) for pair in pictures])
    assert evening.photos.count() == PHOTOS_AT_MOST


# Photos are told about and put in order ---------------------------------------------------------------------------


def rows(edition: Edition, **changes: object) -> dict[str, object]:
    """What the page sends about the photos that hang; a change to None leaves a field out."""
    sent: dict[str, object] = {}
    for photo in edition.photos.all():
        sent |= {f"photo_{photo.pk}_alt": photo.alt, f"photo_{photo.pk}_caption": photo.caption}
        sent |= {f"photo_{photo.pk}_agreed": "on"} if photo.consent_at else {}
    return {name: value for name, value in (sent | changes).items() if value is not None}


def test_photo_is_described_and_the_consent_is_noted_with_who_noted_it_and_when(desk, odile, evening, time_machine):
    [photo] = hang(evening, "red", is_shown=False)
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC), tick=False)
    told = {f"photo_{photo.pk}_caption": "Le mur", f"photo_{photo.pk}_alt": "Un mur", f"photo_{photo.pk}_agreed": "on"}
    desk.post(url("organize:recap-photos", evening.slug), told)
    photo.refresh_from_db()
    assert (photo.caption, photo.alt, photo.consent_by, photo.consent_at) == ("Le mur", "Un mur", odile, timezone.now())
    first = photo.consent_at
    idriss = make_member("Idriss")
    evening.series.appoint(idriss)
    desk.force_login(idriss)
    time_machine.shift(DAY)
    desk.post(url("organize:recap-photos", evening.slug), rows(evening, **{f"photo_{photo.pk}_alt": "Un mur rouge"}))
    photo.refresh_from_db()
    assert (photo.alt, photo.consent_by, photo.consent_at) == ("Un mur rouge", odile, first)
    assert "Noté par Odile le 28 novembre 2026" in desk.get(url("organize:recap-photos", evening.slug)).content.decode()
    desk.post(url("organize:recap-photos", evening.slug), rows(evening, **{f"photo_{photo.pk}_agreed": None}))
    photo.refresh_from_db()
    assert (photo.consent_by, photo.consent_at) == (None, None)


def test_photo_that_the_page_did_not_show_yet_stays_as_it_is(desk, evening):
    old, new = hang(evening, "red", "blue")
    sent = {name: value for name, value in rows(evening).items() if str(new.pk) not in name}
    desk.post(url("organize:recap-photos", evening.slug), sent | {f"photo_{old.pk}_alt": "Autre"})
    assert list(evening.photos.values_list("alt", flat=True)) == ["Autre", "Du blue"]
    assert evening.photos.filter(consent_at__isnull=False).count() == 2


@pytest.mark.parametrize(
    ("name", "which", "order"),
    [
        ("photo-earlier", 2, "red blue green"),
        ("photo-later", 0, "green red blue"),
        ("photo-earlier", 0, "red green blue"),
        ("photo-later", 2, "red green blue"),
    ],
)
def test_photo_moves_one_step_and_what_was_typed_is_kept(desk, evening, name, which, order):
    photos = hang(evening, "red", "green", "blue")
    typed = {f"photo_{photos[1].pk}_caption": "Au milieu"}
    answer = desk.post(url(f"organize:{name}", evening.slug, photos[which].pk), rows(evening, **typed))
    assert answer.url.endswith(f"#photo-{photos[which].pk}")
    assert [photo.alt.removeprefix("Du ") for photo in evening.photos.all()] == order.split()
    assert evening.photos.get(pk=photos[1].pk).caption == "Au milieu"


def test_deleted_photo_leaves_no_file_and_a_second_click_changes_nothing(
    desk, evening, media, django_capture_on_commit_callbacks
):
    red, blue = hang(evening, "red", "blue")
    draw_all()
    assert files(media) == all_names_of([red, blue])
    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            answer = desk.post(url("organize:delete-photo", evening.slug, red.pk), rows(evening))
        assert answer.url == url("organize:recap-photos", evening.slug)
    assert (list(evening.photos.all()), files(media)) == ([blue], all_names_of([blue]))


def test_photo_of_another_evening_is_not_touched(desk, evening):
    other = over(make_edition(make_series(organizers=[make_member()])))
    [theirs] = hang(other, "red")
    for name in ("photo-earlier", "photo-later", "show-photo"):
        assert desk.post(url(f"organize:{name}", evening.slug, theirs.pk)).status_code == 404
        assert desk.post(url(f"organize:{name}", other.slug, theirs.pk)).status_code == 404
    desk.post(url("organize:delete-photo", evening.slug, theirs.pk))
    assert list(RecapPhoto.objects.all()) == [theirs]


def test_publishing_says_which_photos_lack_a_description_or_an_agreement(desk, evening):
    photos, _room = evening.hang_photos([clean_photo(picture(colour)) for colour in ("red", "green", "blue")])
    photos[1].describe(caption="", alt="Du vert", is_agreed=True, by=make_member())
    sentences = [
        "Photos 1, 3\u202f: dites ce qu’elles montrent, pour qui ne les voit pas.",
        "Les photos 1, 3 ne sont pas montrées\u202f: personne n’a noté l’accord de qui s’y trouve.",
    ]
    assert desk.get(url("organize:recap", evening.slug)).context["lacks"] == sentences
    answer = desk.post(url("organize:recap", evening.slug), {"text": "Des notes.", "publish": "1"})
    assert said(answer)[-2:] == sentences
    assert shown_on(Client().get(evening.get_absolute_url()).content.decode()) == ["Du vert"]
    photos[1].describe(caption="", alt="", is_agreed=True, by=make_member())
    page = Client().get(evening.get_absolute_url()).content.decode()
    assert shown_on(page) == ["Photo de la soirée, pas encore décrite"]


# Who sees them ----------------------------------------------------------------------------------------------------

VIEWERS = ("a visitor", "a member", "an organizer", "another organizer", "a superuser")
SEEN = {
    "shown": (True, True, True, True, True),
    "without consent": (False, False, True, False, True),
    "taken down": (False, False, True, False, True),
    "before the recap": (False, False, True, False, True),
    "evening cancelled": (False, False, True, False, True),
}


@pytest.mark.parametrize("state", SEEN)
def test_photo_and_its_files_are_for_those_who_may_see_it(evening, odile, state):
    other = make_member()
    make_series(organizers=[other])
    [photo] = hang(evening, "red", is_shown=state != "without consent")
    draw_all()
    if state == "taken down":
        photo.hide("")
    if state == "before the recap":
        Edition.objects.update(recap_published_at=None)
    if state == "evening cancelled":
        Edition.objects.update(status="cancelled")
    people = [None, make_member(), odile, other, Member.objects.create_superuser("root@example.org", name="Root")]
    found = {}
    for viewer, person in zip(VIEWERS, people, strict=True):
        browser = Client()
        if person:
            browser.force_login(person)
        answers = {browser.get(f"/media/{name}").status_code for name in all_names_of([photo])}
        assert len(answers) == 1
        assert list(RecapPhoto.objects.visible_to(person or AnonymousUser())) == ([photo] if 200 in answers else [])
        found[viewer] = 200 in answers
        on_the_page = photo.small.name in browser.get(evening.get_absolute_url()).content.decode()
        assert on_the_page == (state == "shown"), viewer
    assert found == dict(zip(VIEWERS, SEEN[state], strict=True))


def test_file_of_a_photo_comes_as_a_picture_that_no_cache_on_the_way_keeps(client, evening):
    [photo] = hang(evening, "red")
    draw_all()
    for name, kind in ((photo.image.name, "image/webp"), (avif_name(photo.image.name, 640), "image/avif")):
        answer = client.get(f"/media/{name}")
        assert (answer["Content-Type"], answer["Cache-Control"]) == (kind, "private, max-age=3600, immutable")
        with Image.open(io.BytesIO(answer.content)) as sent:
            assert sent.get_format_mimetype() == kind
    for name in ("abcdefghijklmnop.webp", "abcdefghijklmnop-640.avif"):
        assert client.get(f"/media/recaps/{name}").status_code == 404
    assert client.post(f"/media/{photo.image.name}").status_code == 405


# Taken down on request --------------------------------------------------------------------------------------------


def test_somebody_on_a_photo_takes_it_down_without_an_account_and_an_organizer_sees_to_it(client, evening, odile):
    red, _blue = hang(evening, "red", "blue")
    door = url("events:hide-photo", evening.slug, red.pk)
    assert (
        f'href="{reverse("events:hide-photo", args=[evening.slug, red.pk])}"'
        in client.get(evening.get_absolute_url()).content.decode()
    )
    assert client.get(door).status_code == 200
    assert shown_on(client.get(evening.get_absolute_url()).content.decode()) == ["Du red", "Du blue"]
    assert client.post(door, {"words": "Au fond, à gauche"}).url == url("events:detail", evening.slug)
    assert shown_on(client.get(evening.get_absolute_url()).content.decode()) == ["Du blue"]
    assert {client.post(door).url, client.get(door).url} == {evening.get_absolute_url()}
    assert client.get(f"/media/{red.image.name}").status_code == 404
    assert list(RecapPhoto.objects.to_settle(odile)) == [red]
    assert list(RecapPhoto.objects.to_settle(make_member())) == []
    client.force_login(odile)
    assert client.get(url("organize:recap", evening.slug)).context["lacks"][0].startswith("La photo 1 a été retirée")
    assert "Au fond, à gauche" in client.get(url("organize:recap-photos", evening.slug)).content.decode()
    client.post(url("organize:show-photo", evening.slug, red.pk))
    assert shown_on(client.get(evening.get_absolute_url()).content.decode()) == ["Du red", "Du blue"]
    assert list(RecapPhoto.objects.to_settle(odile)) == []


def test_the_first_word_on_a_photo_that_two_people_take_down_stays(evening):
    [photo] = hang(evening, "red")
    photo.hide("Premier")
    photo.hide("Second")
    photo.refresh_from_db()
    assert photo.hidden_words == "Premier"


def test_one_network_takes_down_ten_photos_an_hour_and_no_more(client, evening):
    photos = hang(evening, *(f"#{number:02x}0000" for number in range(0, 220, 20)))
    answers = [client.post(url("events:hide-photo", evening.slug, photo.pk)) for photo in photos]
    assert [answer.status_code for answer in answers] == [302] * 10 + [200]
    assert RecapPhoto.objects.shown().count() == 1
    assert answers[-1].context["form"].errors["__all__"]


def test_photo_that_nobody_sees_cannot_be_asked_about(client, evening):
    [photo] = hang(evening, "red", is_shown=False)
    other = over(make_edition())
    assert client.get(url("events:hide-photo", evening.slug, photo.pk)).status_code == 404
    photo.describe(caption="", alt="", is_agreed=True, by=make_member())
    assert client.get(url("events:hide-photo", other.slug, photo.pk)).status_code == 404
    assert client.put(url("events:hide-photo", evening.slug, photo.pk)).status_code == 405


def seen_by(desk, evening) -> str:
    """What a page on the photos remembers of what it was made from."""
    return desk.get(url("organize:recap-photos", evening.slug)).context["form"]["seen"].value()


def test_what_nobody_touched_on_an_older_page_of_photos_stays_as_another_organizer_saved_it(desk, odile, evening):
    one, two = hang(evening, "red", "blue")
    mine = rows(evening, seen=seen_by(desk, evening), **{f"photo_{one.pk}_caption": "Le mur"})
    two.describe(caption="La table", alt="Une table", is_agreed=False, by=odile)
    desk.post(url("organize:recap-photos", evening.slug), mine)
    assert list(evening.photos.values_list("caption", "alt", "consent_by")) == [
        ("Le mur", "Du red", odile.pk),
        ("La table", "Une table", None),
    ]


def test_second_of_two_organizers_at_the_same_photo_is_told_and_loses_nothing(desk, odile, evening):
    one, two = hang(evening, "red", "blue")
    name = f"photo_{two.pk}_caption"
    mine = rows(evening, seen=seen_by(desk, evening), **{name: "Mon mur", f"photo_{two.pk}_agreed": None})
    one.describe(caption="Leur table", alt="Une table", is_agreed=True, by=odile)
    two.describe(caption="Leur mur", alt="Du blue", is_agreed=True, by=odile)
    for page in (["recap-photos"], ["photo-earlier", two.pk], ["delete-photo", two.pk]):
        answer = desk.post(url(f"organize:{page[0]}", evening.slug, *page[1:]), mine)
        form = answer.context["form"]
        assert list(form.errors["__all__"])[1:] == ["Photo 2, Légende\u202f: Leur mur"]
        assert form[name].value() == "Mon mur"
    assert form[f"photo_{one.pk}_caption"].value() == "Leur table"
    assert list(evening.photos.values_list("caption", flat=True)) == ["Leur table", "Leur mur"]
    again = rows(evening, seen=form["seen"].value(), **{name: "Mon mur", f"photo_{two.pk}_agreed": None})
    assert desk.post(url("organize:recap-photos", evening.slug), again).status_code == 302
    assert list(evening.photos.values_list("caption", "consent_by")) == [("Leur table", odile.pk), ("Mon mur", None)]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_describe_a_photo_at_once_the_second_is_told(evening, odile):
    [photo] = hang(evening, "red")
    for number in range(5):
        typed = [{f"photo_{photo.pk}_alt": f"{name} {number}"} for name in "AB"]
        forms = [PhotosForm(Edition.objects.get(), data) for data in typed]
        assert [form.is_valid() for form in forms] == [True, True]
        outcomes = at_once(*[partial(form.save_by, odile) for form in forms])
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ChangedMeanwhile", "NoneType"]
        saved = typed[outcomes.index(None)]
        assert [evening.photos.get().alt] == list(saved.values())


# Words ------------------------------------------------------------------------------------------------------------


def test_recap_has_links_with_titles_and_thanks(desk, evening):
    typed = {
        "text": "Des notes.",
        "links": "Les consignes : https://www.example.org/a\n\nexample.com/b\n",
        "thanks": "Pour le <thé>.",
        "publish": "1",
    }
    desk.post(url("organize:recap", evening.slug), typed)
    evening.refresh_from_db()
    assert evening.recap_links == [
        ["Les consignes", "https://www.example.org/a"],
        ["example.com", "https://example.com/b"],
    ]
    page = Client().get(evening.get_absolute_url()).content.decode()
    assert '<a href="https://www.example.org/a" rel="nofollow ugc noopener">Les consignes</a>' in page
    assert "Merci à La Halle." in page
    assert "Pour le &lt;thé&gt;." in page
    assert (
        "Les consignes https://www.example.org/a\nexample.com https://example.com/b</textarea>"
        in desk.get(url("organize:recap", evening.slug)).content.decode()
    )


@pytest.mark.parametrize(
    "links",
    [
        "x javascript:alert(1)",
        "x data:text/html,x",
        "Un titre seul",
        "ftp://example.org/",
        "x https://user:secret@example.org/",
        "\n".join(f"https://example.org/{number}" for number in range(13)),
    ],
)
def test_links_that_are_none_or_too_many_are_refused_with_all_that_was_typed(desk, evening, links):
    page = desk.post(url("organize:recap", evening.slug), {"text": "Des notes.", "links": links, "publish": "1"})
    assert len(page.context["form"].errors["links"]) == 1
    assert page.context["form"]["links"].value() == links
    evening.refresh_from_db()
    assert evening.recap_published_at is None


def test_second_of_two_organizers_at_the_recap_is_told_what_changed_and_loses_nothing(desk, evening):
    seen = desk.get(url("organize:recap", evening.slug)).context["form"]["seen"].value()
    mine = {"text": "Mes notes.\r\nEncore.", "links": "", "thanks": "Merci !", "seen": seen, "publish": "1"}
    evening.write_recap("Leurs notes.", links=[["A", "https://example.org/a"], ["B", "https://example.org/b"]])
    answer = desk.post(url("organize:recap", evening.slug), mine)
    form = answer.context["form"]
    assert form.errors == {
        "__all__": [
            "Quelqu’un d’autre a fait des changements ici depuis que vous avez ouvert la page. Ce que vous avez saisi "
            "est toujours là, mais pas encore enregistré. Voici ce qui est enregistré pour l’instant\u202f:",
            "Ce qui s’est passé ce soir-là\u202f: un autre texte, à lire plus bas",
            "À lire ensuite\u202f: A https://example.org/a\nB https://example.org/b",
        ]
    }
    assert [form[name].value() for name in ("text", "links", "thanks")] == [mine["text"], "", "Merci !"]
    page = html5lib.parse(answer.content.decode(), namespaceHTMLElements=False)
    assert page.find(".//details[@id='saved']/p").text == "Leurs notes."
    evening.refresh_from_db()
    assert (evening.recap, evening.has_recap) == ("Leurs notes.", False)
    desk.post(url("organize:recap", evening.slug), {**mine, "seen": form["seen"].value()})
    evening.refresh_from_db()
    assert (evening.recap, evening.recap_links, evening.has_recap) == ("Mes notes.\nEncore.", [], True)


def test_log_tells_that_words_kept_before_were_published(desk, evening):
    desk.post(url("organize:recap", evening.slug), {"text": "Des notes."})
    desk.post(url("organize:recap", evening.slug), {"text": "Des notes.", "publish": "1"})
    acts = Act.objects.filter(edition=evening).order_by("pk")
    assert list(acts.values_list("what", flat=True)) == ["recap-written", "recap-published"]


def test_preview_of_a_recap_tells_what_changed_meanwhile_too(desk, evening):
    seen = desk.get(url("organize:recap", evening.slug)).context["form"]["seen"].value()
    evening.write_recap("Leurs notes.")
    answer = desk.post(url("organize:recap", evening.slug), {"text": "Mes notes.", "seen": seen, "preview": "1"})
    assert "<p>Mes notes.</p>" in answer.content.decode()
    assert "Leurs notes." in answer.content.decode()


def test_recap_sent_by_two_clicks_is_saved(desk, evening):
    seen = desk.get(url("organize:recap", evening.slug)).context["form"]["seen"].value()
    typed = {"text": "Des notes.\r\nEncore.", "links": "A https://example.org/a", "seen": seen}
    for _twice in range(2):
        assert desk.post(url("organize:recap", evening.slug), typed).status_code == 302


def test_recap_that_somebody_saves_in_the_very_same_moment_is_told_of_too(desk, evening, monkeypatch):
    save_by = RecapForm.save_by

    def overtaken(form, *args, **options):
        monkeypatch.undo()
        Edition.objects.get().write_recap("Leurs notes.")
        return save_by(form, *args, **options)

    monkeypatch.setattr(RecapForm, "save_by", overtaken)
    seen = desk.get(url("organize:recap", evening.slug)).context["form"]["seen"].value()
    answer = desk.post(url("organize:recap", evening.slug), {"text": "Mes notes.", "seen": seen})
    assert answer.context["form"].text_of_others == "Leurs notes."


@pytest.mark.django_db(transaction=True)
def test_of_two_recaps_saved_at_once_the_second_writer_is_told(evening, odile):
    for number in range(5):
        editions = [Edition.objects.get(), Edition.objects.get()]
        forms = [RecapForm(edition, {"text": f"{name} {number}"}) for edition, name in zip(editions, "AB", strict=True)]
        assert [form.is_valid() for form in forms] == [True, True]
        outcomes = at_once(*[partial(form.save_by, odile, is_published=False) for form in forms])
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ChangedMeanwhile", "int"]
        saved = next(form for form, outcome in zip(forms, outcomes, strict=True) if outcome == 0)
        assert Edition.objects.get().recap == saved.cleaned_data["text"]


def test_words_that_are_not_published_are_for_the_organizers(desk, evening):
    typed = {"text": "Des notes secrètes.", "links": "Lien secret https://example.org/", "thanks": "Merci secret"}
    desk.post(url("organize:recap", evening.slug), typed)
    page = Client().get(evening.get_absolute_url()).content.decode()
    assert [word for word in ("secrètes", "Lien secret", "Merci secret") if word in page] == []
    assert "Merci à La Halle." in page


# Numbers ----------------------------------------------------------------------------------------------------------


def test_numbers_are_of_those_who_came_and_point_at_nobody(odile):
    series = make_series(organizers=[odile])
    known, new = [make_member() for _ in range(3)], [make_member(visibility="public") for _ in range(4)]
    first, evening = make_edition(series), make_edition(series)
    trade = make_specialty("moderation")
    for member in known:
        first.rsvp(member)
    for member in (*known, *new):
        evening.rsvp(member)
    new[0].practise([trade])
    over(first, days=30)
    evening = over(evening)
    assert evening.numbers() == Numbers(people=7, newcomers=3, trades=1)  # four are new: told by whole threes
    for rsvp in evening.rsvps.order_by("position")[:5]:
        evening.check_in(rsvp)
    assert Edition.objects.get(pk=evening.pk).numbers() == Numbers(people=5, newcomers=0, trades=1)
    page = Client().get(evening.get_absolute_url()).content.decode()
    assert "5 personnes sont venues." in page


def test_too_few_people_are_no_numbers(evening):
    evening = over(evening, days=-2)
    fill(evening, 4)
    evening = over(evening)
    assert evening.numbers() is None
    assert "recap-numbers" not in Client().get(evening.get_absolute_url()).content.decode()


# The page ---------------------------------------------------------------------------------------------------------


def test_page_of_an_evening_without_a_recap_says_so_and_offers_the_organizer_to_write_it(desk, evening):
    words = "Personne ne l’a encore raconté."
    page, theirs = (browser.get(evening.get_absolute_url()).content.decode() for browser in (Client(), desk))
    link = f'href="{reverse("organize:recap", args=[evening.slug])}"'
    assert [(words in each, link in each) for each in (page, theirs)] == [(True, False), (True, True)]


def test_evening_to_come_shows_nothing_of_a_recap(client):
    page = client.get(make_edition().get_absolute_url()).content.decode()
    assert [word for word in ("recap.css", 'id="recap"', 'id="comments"') if word in page] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_page_asks_as_often_for_three_photos_and_comments_as_for_one(client, evening, django_assert_num_queries, rows):
    members = [make_member(visibility="public") for _ in range(rows)]
    before = over(evening, days=-2)
    for member in members:
        before.rsvp(member)
    evening = over(before)
    hang(evening, *["red", "green", "blue"][:rows])
    for member in members:
        comment = evening.write_comment(member, "Bien.")
        comment.moderate("shown", by=member, seen=comment.changed_at)
    client.get(evening.get_absolute_url(), {"from": "mail"})  # its programme and its place are kept from now on
    with django_assert_num_queries(9):  # with a query string, the page itself is not
        page = client.get(evening.get_absolute_url(), {"from": "mail"}).content.decode()
    assert (len(shown_on(page)), page.count('class="comment"')) == (rows, rows)


@pytest.mark.parametrize("rows", [1, 3])
def test_desk_page_asks_as_often_for_three_photos_as_for_one(desk, evening, django_assert_num_queries, rows):
    hang(evening, *["red", "green", "blue"][:rows])
    with django_assert_num_queries(5):
        desk.get(url("organize:recap-photos", evening.slug))
    with django_assert_num_queries(8):
        desk.get(url("organize:recap", evening.slug))


def test_photos_say_how_large_they_are_and_wait_until_they_are_near(client, evening):
    hang(evening, "red", "blue")
    draw_all()
    document = html5lib.parse(client.get(evening.get_absolute_url()).content.decode(), namespaceHTMLElements=False)
    photos = [image for image in document.iter("img") if "/recaps/" in image.get("src")]
    assert [(photo.get("width"), photo.get("height"), photo.get("loading")) for photo in photos] == [
        ("900", "600", "lazy")
    ] * 2
    sources = [*photos, *(each for each in document.iter("source") if each.get("type") == "image/avif")]
    assert len(sources) == 4
    assert all(each.get("srcset").endswith(" 900w") and each.get("sizes") for each in sources)


def test_organizer_who_left_is_no_longer_named_beside_a_consent(evening, odile):
    [photo] = hang(evening, "red")
    odile.delete()
    photo.refresh_from_db()
    assert (photo.consent_by, photo.consent_at is None) == (None, False)


def test_list_of_photos_opens_no_file(evening, media):
    evening.photos.create(image="recaps/gone.webp", small="recaps/gone.webp", width=3, height=2, position=1)
    assert [(photo.width, photo.height) for photo in evening.photos.all()] == [(3, 2)]


@pytest.mark.django_db(transaction=True)
def test_backup_holds_the_photos_of_the_evenings(evening, tmp_path):
    photos = hang(evening, "red", "blue")
    draw_all()
    call_command("backup", tmp_path / "kept", stdout=io.StringIO())
    [file] = (tmp_path / "kept").iterdir()
    assert set(archive.read(file).photos) == all_names_of(photos)
