"""Every page of the desk in each of its states: hardly begun, an ordinary season, and more than was meant."""

import datetime
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.models import Act, Comment, Edition, RecapPhoto, Series
from events.models.act import facts
from members.images import clean_photo
from members.models import Member, TradeSuggestion
from tests.browser.test_states import ARRIVED, LONG, LONG_NAME
from tests.events.test_organize import TABLE, doors_of_the_desk
from tests.events.test_recap import picture
from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue, shift
from venues.models import HostOffer, Venue, VenuePhoto

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

# What an owner gets an answer from, if need be once there is something; less what is a file, or leads on in any case.
# A mail is no page either: where it is read, the program around it has the landmarks.
ANSWERED = {name for (name, method), answers in TABLE.items() if method == "GET" and answers[-2] in (200, 302)}
PAGES = ANSWERED - {
    "archive",
    "life-table",
    "people-csv",
    "people-xlsx",
    "copy-last",
    "mail-preview",
    "invitation-mail",
}
OF_THE_SITE = {"board", "new", "new-venue", "mail", "trades", "new-trade", "offers", "new-offer"}
OF_A_SERIES = {"import", "dates", "life", "history", "team", "rotation"}
# These tell of one person, offer, letter or act: where there is none yet, there is no page.
OF_ONE_ROW = {
    "party",
    "decline",
    "scan",
    "offer",
    "write-to-host",
    "publish-offer",
    "imported",
    "invitation",
    "undo-act",
}

Doors = dict[str, list]


def empty(series: Series, owner: Member) -> Iterator[Doors]:
    """Nothing planned yet; then cafés to which nobody has come, at a place of which nobody knows anything."""
    yield {name: [] for name in OF_THE_SITE} | {name: [series.slug] for name in OF_A_SERIES}
    make_specialty("veille")
    make_venue("Datadog", address="", postal_code="", city="")
    edition = make_edition(series, theme="")
    doors = {name: [edition.slug] for name in PAGES - OF_THE_SITE - OF_A_SERIES - OF_ONE_ROW}
    doors |= {"trade": ["veille"], "venue": ["datadog"], "merge-venue": ["datadog"]}
    yield doors | kinds_of_editions(series)


def ordinary(series: Series, owner: Member) -> Iterator[Doors]:
    """One of everything, some people, and a café that was, with its photos and what was said of it."""
    yield furnish(series, owner)


def too_much(series: Series, owner: Member) -> Iterator[Doors]:
    """Three hundred people, themes and names of all the characters that they may have, and notes without an end."""
    doors = furnish(series, owner)
    with transaction.atomic():
        fill(series.editions.get(slug=doors["people"][0]), 300)
    for model, names in WORDS.items():
        fields = [model._meta.get_field(name) for name in names.split()]
        model._default_manager.update(**{field.name: TEXT[: field.max_length] for field in fields})
    Member.objects.exclude(pk=owner.pk).update(name=LONG_NAME[:80], organisation=TEXT[:80])
    yield doors


WORDS = {
    Series: "name city description",
    Edition: "theme description cancellation_reason reminder_line recap recap_thanks",
    Venue: "name host address city transport description getting_in contact_name notes",
    HostOffer: "organisation place address city floor food id_rules message contact_name notes next_step",
    TradeSuggestion: "words",
    Comment: "text",
    Act: "name",
    RecapPhoto: "caption alt",
    VenuePhoto: "alt",
}
TEXT = f"{LONG} {'Motsansfin' * 12} " * 3


def furnish(series: Series, owner: Member) -> Doors:
    make_specialty("veille")
    doors = doors_of_the_desk(series, owner)
    edition = series.editions.get()
    fill(edition, 6)
    VenuePhoto.objects.add(edition.venue, [clean_photo(picture("green"))])
    doors |= kinds_of_editions(series)
    over = series.editions.get(slug=doors["recap"][0])
    over.hang_photos([clean_photo(picture(colour)) for colour in ("red", "blue")])
    over.comments.create(author=owner, text="Bien.")
    asking = make_edition(series, is_by_approval=True, starts_at=in_days(90))
    before = facts(edition)
    edition.change(starts_at=edition.starts_at + DAY, ends_at=edition.ends_at + DAY)
    Act.note_edition(edition, by=owner, before=before)
    doors["undo-act"] = [series.slug, Act.objects.get(what="edition-moved").pk]
    return doors | {"decline": [asking.slug, asking.rsvp(make_member()).pk]}


def kinds_of_editions(series: Series) -> Doors:
    """A draft without a place, one that is called off, and one that was: the pages that these alone have."""
    draft = make_edition(series, status="draft", theme="", starts_at=in_days(40))
    off = make_edition(series, status="cancelled", starts_at=in_days(60))
    over = shift(make_edition(series, theme=""), in_days(-30))
    return {
        **{name: [draft.slug] for name in ("publish", "discard")},
        **{name: [draft.slug, "datadog"] for name in ("choose-venue", "pass-over")},
        **{name: [over.slug] for name in ("recap", "recap-photos")},
        "reopen": [off.slug],
    }


DAY = datetime.timedelta(days=1)


def in_days(days: int) -> datetime.datetime:
    return timezone.now().replace(microsecond=0) + days * DAY


@pytest.mark.parametrize(("state", "scheme"), [(empty, "light"), (ordinary, "dark"), (too_much, "light")])
def test_every_page_of_the_desk_is_accessible_in_each_state(read, live_server, media, state, scheme):
    owner = make_member("Odile")
    series = make_series(slug="cafe", name="Le Café", owners=[owner], guests_at_most=2)
    client = Client()
    client.force_login(owner)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    reader = read(color_scheme=scheme)
    reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    said = []
    reader.page.on("console", lambda message: said.append(message.text))
    seen, found = set(), {}
    for doors in state(series, owner):
        for name in sorted(PAGES & doors.keys()):
            answer = reader.page.goto(reverse(f"organize:{name}", args=doors[name]))
            assert (answer.status, answer.request.redirected_from) == (200, None), name
            seen.add(name)
            reader.page.set_viewport_size({"width": 360, "height": 740})
            reader.page.evaluate(ARRIVED)
            problems = reader.axe()
            reader.page.set_viewport_size({"width": 320, "height": 640})
            found[name] = (problems, reader.scrolls_sideways())
    assert seen == PAGES - (OF_ONE_ROW if state is empty else set())
    assert {name: what for name, what in found.items() if what != ([], False)} == {}
    assert (reader.problems, {words for words in said if "blocked by Playwright" not in words}) == ([], set())


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
