"""Who sees whom: each choice of a member, for each kind of viewer, at every door that shows people."""

import datetime
import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.models import Act, Edition, Introduction, What
from members.models import Member, Purpose, Visibility
from tests.factories import fill, make_edition, make_member, make_series, make_specialty

pytestmark = pytest.mark.django_db

VIEWERS = ("a visitor", "a member", "one at the café", "one waiting for it", "one who cancelled", "an organizer", "Ada")
SEEN_BY = {
    Visibility.PUBLIC: [True, True, True, True, True, True, True],
    Visibility.MEMBERS: [False, True, True, True, True, True, True],
    Visibility.CAFE: [False, False, True, False, False, False, True],
    Visibility.NOBODY: [False, False, False, False, False, False, True],
}
SECRETS = {
    "name": "Ada Secret",
    "headline": "in one line",
    "organisation": "Analytical",
    "city": "Secretville",
    "community": "hidden community",
    "platform": "hidden platform",
    "tools": "hidden tool",
    "can_help_with": "hidden help",
    "looking_for": "hidden wish",
    "languages": "hidden tongue",
    "links": "hidden.example.org",
    "photo": "hiddenportrait01",
    "email": "ada.hidden@example.org",
}
ALWAYS_ITS_OWN = ("organisation", "links", "photo")
OF_THE_PROFILE = [name for name in SECRETS if name not in (*ALWAYS_ITS_OWN, "email", "name")]


class Scene:
    """An evening to which Ada comes, everybody who may want to know, and every door that could show her."""

    def __init__(self, **choices: str) -> None:
        lists = ("tools", "can_help_with", "looking_for", "languages")
        told = {
            name: [text] if name in lists else text for name, text in SECRETS.items() if name not in ("name", "photo")
        }
        self.ada = make_member(
            SECRETS["name"],
            **{
                **told,
                "links": [f"https://{SECRETS['links']}/"],
                "is_listed": True,
                "portrait": SECRETS["photo"],
                **choices,
            },
        )
        self.trade = make_specialty("moderation")
        self.ada.practise([self.trade])
        organizer, guest, waiting, gone, stranger = (make_member() for _ in range(5))
        self.edition = make_edition(make_series(organizers=[organizer]), capacity=7)
        for member in (self.ada, guest, gone):
            self.edition.rsvp(member)
        fill(self.edition, 4)
        self.edition.cancel_rsvp(gone)
        fill(self.edition, 1)
        self.edition.rsvp(waiting)
        assert [self.edition.rsvp_of(person).status for person in (self.ada, guest, waiting, gone)] == [
            "going",
            "going",
            "waiting",
            "cancelled",
        ]
        self.viewers = dict(
            zip(VIEWERS, [AnonymousUser(), stranger, guest, waiting, gone, organizer, self.ada], strict=True)
        )

    def browser(self, viewer: str) -> Client:
        browser = Client()
        if viewer != "a visitor":
            browser.force_login(self.viewers[viewer])
        return browser

    def doors(self) -> dict[str, str]:
        """Pages and files that show people, or could."""
        return {
            "profile": self.ada.get_absolute_url(),
            "edition": self.edition.get_absolute_url(),
            "all who come": reverse("events:people", args=[self.edition.slug]),
            "home": "/",
            "specialty": reverse("events:specialty", args=[self.trade.key]),
            "specialties": "/specialties/",
            "cafés": "/cafes/?q=secret",
            "calendar of an edition": f"/cafes/{self.edition.slug}.ics",
            "public calendar": "/calendar.ics",
            "announcements": "/feed.atom",
            "what programs read": f"/api/editions/{self.edition.slug}/",
            "what programs list": "/api/editions/",
            "the questions on trades": "/specialties/which/?work=moderate",
        }

    def desk(self) -> dict[str, str]:
        """What only organizers open: there, and only there, the name of who comes is theirs to know."""
        Edition.objects.filter(pk=self.edition.pk).update(starts_at=timezone.now())
        rsvp = self.edition.rsvp_of(self.ada)
        return {
            "who comes": reverse("organize:people", args=[self.edition.slug]),
            "a search among who comes": reverse("organize:people", args=[self.edition.slug]) + "?q=ada&sort=trade",
            "the list to print": reverse("organize:people-print", args=[self.edition.slug]),
            "a party": reverse("organize:party", args=[self.edition.slug, rsvp.pk]),
            "the door": reverse("organize:door", args=[self.edition.slug]),
            "a search at the door": reverse("organize:door", args=[self.edition.slug]) + "?q=analytical",
            "a scanned code": rsvp.door_path,
        }


def told(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code in {200, 302, 404}
    return answer.content.decode() if answer.status_code == 200 else ""


@pytest.mark.parametrize("visibility", Visibility.values)
@pytest.mark.parametrize("part", ["organisation", "photo"])
def test_introduction_shows_what_its_reader_may_see_and_no_more(visibility, part):
    """Whom somebody is to meet is at the same café; still, nobody is shown who hides, nor a part that they hide."""
    scene = Scene(visibility=visibility, **{f"{part}_visibility": Visibility.NOBODY})
    guest = scene.viewers["one at the café"]
    for member in (scene.ada, guest):
        member.consent(Purpose.INTRODUCTIONS)
    scene.edition.introduced_at = timezone.now()
    scene.edition.save()
    Introduction.objects.create(edition=scene.edition, member=guest, other=scene.ada, rank=1)
    sees = visibility != Visibility.NOBODY
    assert Introduction.objects.of(scene.edition, guest) == ([scene.ada] if sees else [])
    page = told(scene.browser("one at the café"), scene.edition.get_absolute_url())
    assert (SECRETS["name"] in page, SECRETS[part] in page) == (sees, False)
    for viewer in ("a member", "one waiting for it", "one who cancelled"):
        assert Introduction.objects.of(scene.edition, scene.viewers[viewer]) == []


@pytest.mark.parametrize("visibility", Visibility.values)
def test_each_visibility_hides_the_profile_from_each_kind_of_viewer_at_every_door(visibility):
    scene = Scene(visibility=visibility)
    for viewer, sees in zip(VIEWERS, SEEN_BY[Visibility(visibility)], strict=True):
        browser = scene.browser(viewer)
        pages = {door: told(browser, address) for door, address in scene.doors().items()}
        assert (SECRETS["name"] in pages["profile"]) == sees, viewer
        assert [name for name in SECRETS if SECRETS[name] in pages["profile"]] == (
            [name for name in SECRETS if name != "email"] if sees else []
        ), viewer
        for door in ("specialty", "the questions on trades"):
            assert (SECRETS["name"] in pages[door]) == sees, (viewer, door)
        assert (SECRETS["name"] in pages["edition"]) == (sees or viewer == "an organizer"), viewer
        assert (SECRETS["name"] in pages["all who come"]) == (
            (sees or viewer == "an organizer") and viewer != "a visitor"
        ), viewer
        named_at = ("profile", "edition", "all who come", "specialty", "the questions on trades")
        names_itself = named_at if viewer != "Ada" else pages
        leaks = [
            (door, name)
            for door, page in pages.items()
            for name, secret in SECRETS.items()
            if secret in page
            and not (sees and name != "email")
            and not (door in ("edition", "all who come") and name == "name")
        ]
        assert leaks == [], viewer
        assert [door for door in pages if SECRETS["name"] in pages[door] and door not in names_itself] == [], viewer


@pytest.mark.parametrize("visibility", Visibility.values)
def test_organizer_reads_the_name_at_the_desk_and_nothing_else_that_is_hidden(visibility):
    scene = Scene(visibility=visibility)
    browser = scene.browser("an organizer")
    sees = SEEN_BY[Visibility(visibility)][VIEWERS.index("an organizer")]
    pages = {door: told(browser, address) for door, address in scene.desk().items()}
    assert [door for door, page in pages.items() if SECRETS["name"] not in page] == []
    assert any(SECRETS["organisation"] in page for page in pages.values()) == sees
    assert (scene.trade.name in pages["who comes"]) == sees
    assert [(door, name) for door, page in pages.items() for name in ("email", "photo") if SECRETS[name] in page] == []
    assert (f'href="{scene.ada.get_absolute_url()}"' in told(browser, scene.edition.get_absolute_url())) == sees
    state = browser.get(scene.desk()["the door"], headers={"Accept": "application/json"})
    assert not [name for name in SECRETS if SECRETS[name] in json.dumps(state.json())]


@pytest.mark.parametrize("visibility", Visibility.values)
def test_team_reads_the_name_of_a_colleague_and_nothing_else(visibility):
    scene = Scene(visibility=visibility)
    series = scene.edition.series
    series.appoint(scene.ada, "owner")
    Act.note(What.EDITION_PUBLISHED, scene.edition, by=scene.ada)
    for door in ("history", "team"):
        page = told(scene.browser("an organizer"), reverse(f"organize:{door}", args=[series.slug]))
        assert [name for name in SECRETS if SECRETS[name] in page] == ["name"]


@pytest.mark.parametrize("visibility", Visibility.values)
@pytest.mark.parametrize("part", ALWAYS_ITS_OWN)
def test_each_choice_hides_photo_organisation_or_links_from_each_kind_of_viewer_at_every_door(part, visibility):
    scene = Scene(visibility="public", **{f"{part}_visibility": visibility})
    for viewer, sees in zip(VIEWERS, SEEN_BY[Visibility(visibility)], strict=True):
        browser = scene.browser(viewer)
        pages = {door: told(browser, address) for door, address in scene.doors().items()}
        assert (SECRETS[part] in pages["profile"]) == sees, viewer
        assert [name for name in SECRETS if SECRETS[name] not in pages["profile"]] == [
            name for name in SECRETS if (name == part and not sees) or name == "email"
        ], viewer
        assert [door for door, page in pages.items() if SECRETS[part] in page and not sees] == [], viewer
    if part == "organisation":
        desk = {door: told(scene.browser("an organizer"), address) for door, address in scene.desk().items()}
        sees = SEEN_BY[Visibility(visibility)][VIEWERS.index("an organizer")]
        assert {door for door, page in desk.items() if "Analytical" in page} == (set(desk) if sees else set())


@pytest.mark.parametrize("part", ALWAYS_ITS_OWN)
def test_part_that_is_open_is_still_within_a_profile_that_is_not(part):
    scene = Scene(visibility="nobody", **{f"{part}_visibility": "public"})
    for viewer in VIEWERS[:-1]:
        seen = Member.objects.as_seen_by(scene.viewers[viewer]).get(pk=scene.ada.pk)
        attribute = "portrait" if part == "photo" else part
        assert (seen.name, bool(getattr(seen, attribute))) == (SECRETS["name"], False)


@pytest.mark.parametrize("viewer", VIEWERS)
def test_member_as_seen_carries_no_more_than_may_be_shown(viewer):
    """Whatever a template asks it for: what is hidden is not in the object."""
    scene = Scene(visibility="nobody")
    seen = Member.objects.as_seen_by(scene.viewers[viewer]).with_specialties().get(pk=scene.ada.pk)
    carried = json.dumps({name: str(value) for name, value in vars(seen).items()}).lower()
    hidden = [name for name in SECRETS if SECRETS[name].lower() in carried and name != "name"]
    assert hidden == ([] if viewer != "Ada" else [name for name in SECRETS if name not in ("name", "email")])
    assert seen.trades == ([scene.trade] if viewer == "Ada" else [])


ONLOOKERS = {"everybody": "a visitor", "members": "a member", "cafe": "one at the café"}


@pytest.mark.parametrize("part", ["visibility", *(f"{part}_visibility" for part in ALWAYS_ITS_OWN)])
@pytest.mark.parametrize("choice", Visibility.values)
def test_own_profile_as_others_see_it_tells_what_such_a_reader_gets(part, choice):
    scene = Scene(**{"visibility": "public", part: choice})
    address = scene.ada.get_absolute_url()
    own = scene.browser("Ada")
    of_the_profile = [name for name in SECRETS if name not in ("name", "email")]  # her own name is in the title always
    for onlooker, viewer in ONLOOKERS.items():
        preview = own.get(address, {"as": onlooker}).content.decode()
        theirs = told(scene.browser(viewer), address)
        assert [name for name in of_the_profile if SECRETS[name] in preview] == [
            name for name in of_the_profile if SECRETS[name] in theirs
        ], onlooker
        assert ("Choisir qui le voit" in preview) == (theirs == ""), onlooker
        assert SECRETS["email"] not in preview
        assert 'content="noindex"' in preview


def test_nobody_looks_at_another_through_borrowed_eyes():
    scene = Scene(visibility="cafe")
    address = scene.ada.get_absolute_url()
    for viewer in ("a visitor", "a member", "an organizer"):
        assert scene.browser(viewer).get(address, {"as": "cafe"}).status_code == 404
    seen = told(scene.browser("one at the café"), f"{address}?as=everybody")
    assert (SECRETS["city"] in seen, "onlookers" in seen) == (True, False)
    own = scene.browser("Ada")
    for nonsense in ("", "nobody", "\x00", "EVERYBODY"):
        assert SECRETS["city"] in own.get(address, {"as": nonsense}).content.decode()
    assert f'href="{address}?as=everybody"' in told(own, "/members/me/")
    assert f'href="{address}?as=everybody"' in told(own, "/members/me/profile/")


def test_member_as_seen_is_not_saved_by_mistake():
    ada = make_member("Ada", organisation="Analytical", organisation_visibility="nobody", visibility="public")
    seen = Member.objects.visible_to(AnonymousUser()).get()
    with pytest.raises(TypeError):
        seen.save()
    ada.refresh_from_db()
    assert ada.organisation == "Analytical"


def test_company_at_another_evening_does_not_tell_who_comes_to_this_one():
    ada, bob = make_member("Ada Secret", visibility="cafe"), make_member()
    past, coming = make_edition(), make_edition()
    for member in (ada, bob):
        past.rsvp(member)
    coming.rsvp(ada)
    assert list(Member.objects.visible_to(bob).filter(pk=ada.pk)) == [ada]
    assert list(past.people_visible_to(bob)) == [bob, ada]
    assert list(coming.people_visible_to(bob)) == []
    coming.rsvp(bob)
    assert list(coming.people_visible_to(bob)) == [bob, ada]


def test_member_who_left_shows_nothing_but_their_name():
    scene = Scene(visibility="public")
    Member.objects.filter(pk=scene.ada.pk).update(is_active=False)
    assert scene.ada not in Member.objects.visible_to(scene.viewers["a member"])
    assert Member.objects.as_seen_by(scene.viewers["an organizer"]).get(pk=scene.ada.pk).headline == ""


@pytest.mark.parametrize("visibility", Visibility.values)
def test_evening_that_was_names_whoever_commented_on_it_to_those_who_may_see_them(visibility):
    scene = Scene(visibility=visibility)
    Edition.objects.filter(pk=scene.edition.pk).update(
        starts_at=timezone.now() - datetime.timedelta(days=1), ends_at=timezone.now()
    )
    edition = Edition.objects.get(pk=scene.edition.pk)
    comment = edition.write_comment(scene.ada, "Une soirée à part.")
    comment.moderate("shown", by=scene.ada, seen=comment.changed_at)
    for viewer, sees in zip(VIEWERS, SEEN_BY[Visibility(visibility)], strict=True):
        page = told(scene.browser(viewer), edition.get_absolute_url())
        said = page.split('class="comment"')[1].split("</article>")[0]
        assert (SECRETS["name"] in said) == (sees or viewer == "an organizer"), viewer
        leaks = [name for name in SECRETS if name != "name" and SECRETS[name] in said]
        assert leaks == [], viewer
