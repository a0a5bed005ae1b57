"""Who gets in where: every address of the whole site, each kind of person, reading and sending.

The table is `tests/access.txt`, and for the desk that of `tests/events/test_organize.py`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.doors import ROLES, Cafe, patterns, tables, told
from tests.events import test_organize as desk

pytestmark = pytest.mark.django_db

EVERY = patterns()
METHODS = ("GET", "POST")
Row = tuple[str, ...]
# What the answers of the desk's own table mean. It knows more kinds of organizers; a host is a stranger there.
IN_WORDS = {desk.PAGE: "page", desk.NO: "no", desk.NONE: "none", desk.WRONG_METHOD: "method", desk.OVER: "over"}
DESK_ROLES = ("stranger", "member", "member", "stranger", "organizer", "former organizer")
# Copies of answers, made at the first reading and let go of when something in them changes: events/models/kept.py.
COPIES = "events_keptanswer"
# A new secret at each reading, which the right answer has to fit: it waits in the session of whoever asks.
CHALLENGES = {"mfa_activate_totp", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"}


def read_table() -> dict[tuple[str, str], Row]:
    """The rows of the file; one word stands for all roles, and `admin:*` for every door of the admin without a row."""
    rows: dict[tuple[str, str], Row] = {}
    for line in Path(__file__).with_name("access.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, method, *cells = line.split()
            assert (name, method) not in rows, f"two rows for {method} {name}"
            rows[name, method] = tuple(cells * len(ROLES) if len(cells) == 1 else cells)
    for name in EVERY:
        for method in METHODS:
            if name.startswith(("admin:", "admin/")) and (name, method) not in rows:
                rows[name, method] = rows["admin:*", method]
    del rows["admin:*", "GET"], rows["admin:*", "POST"]
    return rows


def read_desk() -> dict[tuple[str, str], Row]:
    """What the desk's own table says of these roles when they read; who may send what is tested beside it."""
    rows = {}
    for (name, method), cells in desk.TABLE.items():
        if method == "GET":
            of = dict(zip(desk.ROLES, cells, strict=True))
            words = [("sign-in" if of[role] == desk.SIGN_IN else IN_WORDS[of[role]]) for role in DESK_ROLES]
            on = [i for i, role in enumerate(DESK_ROLES) if of[role] == desk.ON and role != "stranger"]
            rows[f"organize:{name}", method] = tuple("on" if i in on else word for i, word in enumerate(words))
    return rows


TABLE = read_table()
DESK = read_desk()


@pytest.fixture(scope="module")
def cafe(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Cafe]:
    with django_db_blocker.unblock(), Cafe.open(tmp_path_factory.mktemp("media")) as cafe:
        yield cafe


def test_every_address_of_the_site_has_its_row():
    of_the_desk = {name for name in EVERY if name.startswith("organize:")}
    assert {name for name, _method in DESK} == of_the_desk
    assert set(TABLE) == {(name, method) for name in EVERY.keys() - of_the_desk for method in METHODS}
    assert {len(row) for row in TABLE.values()} == {len(ROLES)}


@pytest.mark.parametrize("name", EVERY)
def test_reading_opens_what_the_table_says_and_three_times_leaves_the_database_as_it_was(cafe, name):
    expected = dict(zip(ROLES, (TABLE | DESK)[name, "GET"], strict=True))
    before = tables()
    assert {role: _ask(cafe, role, "GET", name) for role in ROLES} == expected
    copies = tables(COPIES)
    for _again in range(2):
        assert {role: _ask(cafe, role, "GET", name) for role in ROLES} == expected
    after = tables()
    assert {COPIES: after.pop(COPIES)} == copies
    changed = {table for table in after if after[table] != before[table]}
    assert changed == ({"django_session"} if name in CHALLENGES else set())


@pytest.mark.parametrize("name", [name for name, method in TABLE if method == "POST"])
def test_sending_does_what_the_table_says(cafe, name):
    answers = []
    for role in ROLES:
        cache.clear()
        before = transaction.savepoint()
        answers.append(_ask(cafe, role, "POST", name))
        transaction.savepoint_rollback(before)
    assert dict(zip(ROLES, answers, strict=True)) == dict(zip(ROLES, TABLE[name, "POST"], strict=True))


def test_nothing_is_taken_that_does_not_come_from_our_own_forms(cafe):
    """But for the button of a mail program, which brings no cookie (RFC 8058): its token is the proof."""
    browser = cafe.browser("member", enforce_csrf_checks=True)
    taken = {name for name in EVERY if browser.post(cafe.address(name, "member")).status_code != 403}
    assert taken == {"members:stop-mails"}


def _ask(cafe: Cafe, role: str, method: str, name: str) -> str:
    response = cafe.browser(role).generic(method, cafe.address(name, role))
    response.getvalue()  # a file that nobody reads would stay open
    return told(response)
