"""Every page for everybody in each of its states: nothing planned yet, an ordinary café, and more than was meant."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue, shift

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

# By day on a small phone, and by night on a desk: what is too wide or too pale shows in one of them.
SETTINGS = ((320, 640, "light"), (1280, 800, "dark"))
ALWAYS = [
    "/",
    "/cafes/",
    "/cafes/past/",
    "/venues/",
    "/specialties/",
    "/specialties/moderation/",
    "/specialties/which/",
    "/subscribe/",
    "/host/",
    "/embed/",
    "/members/",
    "/accounts/login/",
    "/accounts/signup/",
    "/privacy/",
    "/accessibility/",
    "/offline/",
]
LONG = "Anticonstitutionnellement, l’accompagnement intergénérationnel de communautés hypermédiatisées".ljust(120, "!")
# A button on its way from one colour to another has neither.
ARRIVED = "document.getAnimations().filter(each => each instanceof CSSTransition).forEach(each => each.finish())"
LONG_NAME = "Marie-Antoinette-Philippine Wolfeschlegelsteinhausenbergerdorff-de La Rochefoucauld-Doudeauville"


def nothing() -> list[str]:
    """A series without any café."""
    make_series()
    return []


def ordinary() -> list[str]:
    """A café to come, full of facts, and one that was."""
    venue = make_venue("La Gaîté Lyrique", host="La Ville", has_lift=True, latitude=48.866, longitude=2.353)
    series = make_series(guests_at_most=2)
    past = make_edition(series, theme="Les premiers pas", venue=venue)
    fill(past, 6)
    shift(past, timezone.now() - datetime.timedelta(days=30))
    edition = make_edition(series, theme="Modérer la nuit", venue=venue, description="# Programme\n\n- un\n- deux")
    trade = make_specialty("moderation")
    for number in range(8):
        member = make_member(f"Ada {number}", visibility="public", is_listed=True)
        member.practise([trade])
        edition.rsvp(member)
    return pages_of(edition, past)


def too_much() -> list[str]:
    """A theme of all the characters that it may have, three hundred people, names that hardly end, and no photo."""
    assert len(LONG) == 120
    venue = make_venue("Un lieu au nom qui n’en finit pas " * 3, host="Association " * 8, capacity=300)
    series = make_series(name="Café " * 12)
    edition = make_edition(series, theme=LONG, venue=venue, description=f"# {LONG}\n\n{'Mot' * 200}")
    trade = make_specialty("moderation")
    for number in range(300):
        fields = {"organisation": "Ministère " * 7} if number < 5 else {}
        member = make_member(LONG_NAME if number < 5 else "", visibility="public", is_listed=True, **fields)
        member.practise([trade])
        edition.rsvp(member)
    make_edition(series, theme="", starts_at=edition.starts_at + datetime.timedelta(days=30))
    edition.rsvp(make_member())
    return [*pages_of(edition), member.get_absolute_url(), edition.rsvps.first().member.get_absolute_url()]


def pages_of(edition, *others) -> list[str]:
    one = edition.get_absolute_url()
    pages = [one, f"{one}rsvp/", f"{one}people/", f"{one}poster/", edition.venue.get_absolute_url()]
    return [*pages, f"/cafes/{edition.starts:%Y/%-m}/", *(other.get_absolute_url() for other in others)]


@pytest.mark.parametrize("state", [nothing, ordinary, too_much])
def test_every_public_page_is_accessible_in_each_state(read, state):
    make_specialty("moderation")
    paths = [*ALWAYS, *state()]
    reader = read()
    found = {}
    for path in paths:
        reader.page.goto(path)
        for width, height, scheme in SETTINGS:
            reader.page.set_viewport_size({"width": width, "height": height})
            reader.page.emulate_media(color_scheme=scheme)
            reader.page.evaluate(ARRIVED)
            found[path, scheme, width] = (reader.axe(), reader.scrolls_sideways())
    assert {what: seen for what, seen in found.items() if seen != ([], False)} == {}
    assert reader.problems == []
