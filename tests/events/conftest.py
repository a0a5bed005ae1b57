"""The café that most tests of the desk begin with; a file that needs another one makes its own, of the same name."""

import pytest

from tests.factories import make_member, make_series


@pytest.fixture
def organizer(db):
    return make_member("Odile")


@pytest.fixture
def series(organizer):
    return make_series(slug="cafe", name="Le Café", organizers=[organizer], guests_at_most=3)


@pytest.fixture
def desk(client, organizer, series):
    """A browser in which the organizer of `series` is signed in."""
    client.force_login(organizer)
    return client


@pytest.fixture
def phone(desk):
    """What an organizer has at hand during the evening."""
    return desk
