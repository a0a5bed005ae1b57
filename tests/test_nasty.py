"""Ten thousand posts that nobody should ever send, to every form of the site, as three kinds of people.

`make nasty` sends them all; here every tenth of the same ones goes out.
"""

import logging
import os
from collections.abc import Iterator

import pytest

from tests.doors import Cafe
from tests.nasty import WHO, Crowd, Found

pytestmark = pytest.mark.django_db

ALL = 10_000
STEP = 1 if os.environ.get("NASTY") == "all" else 10
# Where what somebody sent may be read afterwards.
SHOWING = (
    *("events:home", "events:detail", "events:past", "events:specialty-list", "feeds:all", "feeds:atom", "venues:list"),
    *("members:profile", "members:list", "members:me", "api:edition-list", "organize:board", "organize:history"),
    *("organize:people", "organize:offers", "organize:trades"),
)
AT_MOST = 5  # seconds, asked of `make nasty` alone: a busy machine has its own slowness


@pytest.fixture(scope="module")
def cafe(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Cafe]:
    logging.disable()  # each refusal is a line of the log, and this is about answers
    with django_db_blocker.unblock(), Cafe.open(tmp_path_factory.mktemp("media")) as cafe:
        yield cafe
    logging.disable(logging.NOTSET)


def test_nasty_posts_are_refused_in_words_or_shown_harmlessly(cafe):
    crowd = Crowd.gather(cafe)
    assert {form.who for form in crowd.forms} == set(WHO)
    pages = [cafe.address(name, "organizer") for name in SHOWING]
    found = Found()
    for number in range(0, ALL, STEP):
        crowd.send(number, found, pages)
        if found.posts % 1000 == 0:
            print(f"{found.posts} posts, {len(found.wrong)} wrong", flush=True)
    print(f"\n{found.posts} posts to {len(crowd.forms)} forms: {dict(sorted(found.answers.items()))}; the slowest:")
    print("\n".join(f"{seconds:.2f} s  {what}" for seconds, what in found.slowest))
    assert found.wrong == []
    assert found.posts == ALL // STEP
    if STEP == 1:
        assert found.slowest[0][0] < AT_MOST
