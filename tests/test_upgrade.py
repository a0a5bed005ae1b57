"""From each released version to this one, and back: what the guide says to do, done with real backups of them."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.faults import get, statuses
from tests.release import FOLDER, this_version, versions
from tests.server import Server, installation

PAGES = ["/", "/cafes/past/", "/cafes/{slug}/", "/feed.atom", "/calendar.ics", "/members/", "/venues/", "/ready/"]
# How many rows there are in each table, but what a migration writes itself or a start makes; its columns, keys and
# constraints, in no order; and the triggers.
STATE = """
from django.db import connection
from members.triggers import standing
rows, schema = {}, {"triggers": sorted(standing(connection, ""))}
with connection.cursor() as cursor:
    for table in set(connection.introspection.table_names(cursor)) - {"cafecm_cache"}:
        columns = connection.introspection.get_table_description(cursor, table)
        rules = connection.introspection.get_constraints(cursor, table)
        schema[table] = [
            sorted([each.name, str(each.type_code), str(each.display_size), each.null_ok] for each in columns),
            sorted(str(sorted(each.items())) for each in rules.values()),
        ]
        if table not in {"auth_permission", "django_content_type", "django_migrations", "events_mark"}:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            rows[table] = cursor.fetchone()[0]
answer = dict(rows=rows, schema=schema)
"""
SLUG = "from events.models import Edition; answer = Edition.objects.public().latest('pk').slug"
# What a later version may have left: a migration, a table, and a column without which nothing can be added.
LEAVE_LATER_SCHEMA = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
MigrationRecorder(connection).record_applied("events", "9999_later")
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE events_later (id integer PRIMARY KEY)")
    cursor.execute("ALTER TABLE events_series ADD COLUMN later integer NOT NULL DEFAULT 0")
answer = "later"
"""


def backup_of(version: str) -> Path:
    return FOLDER / f"{version}-{connection.vendor}.tar.gz"


def state(server: Server) -> tuple[dict[str, int], dict[str, Any]]:
    """The rows of each table, and the schema."""
    found = server.ask(STATE)
    return found["rows"], found["schema"]


def test_each_version_that_the_changelog_tells_of_is_kept_on_both_databases():
    assert this_version() in versions()
    assert {path.name for path in FOLDER.iterdir()} == {
        f"{version}-{vendor}.tar.gz" for version in versions() for vendor in ("sqlite", "postgresql")
    }


@pytest.mark.parametrize("version", versions())
def test_upgrade_keeps_every_row_and_ends_with_the_schema_of_a_new_café(version: str, tmp_path: Path) -> None:
    with installation(tmp_path / "new") as new, installation(tmp_path / "old", as_new=True) as server:
        server.manage("restore", str(backup_of(version)))
        before, _schema_of_then = state(server)
        assert before["members_member"] and before["events_rsvp"] and before["members_mail"]
        server.manage("migrate", "-v0")
        after, schema = state(server)
        assert {table: after.get(table) for table in before} == before
        assert schema == state(new)[1]
        pages = [page.format(slug=server.ask(SLUG)) for page in PAGES]
        server.start()
        assert {page: get(server.url + page)[0] for page in pages} == dict.fromkeys(pages, 200)
        assert server.stop() == 0


def test_rollback_brings_back_the_rows_and_the_schema_of_before(tmp_path: Path) -> None:
    with installation(tmp_path, as_new=True) as server:
        server.manage("restore", str(backup_of(this_version())))
        server.manage("migrate", "-v0")
        before = state(server)
        backup = Path(server.manage("backup").strip())
        assert server.ask(LEAVE_LATER_SCHEMA) == "later"
        server.manage("restore", str(backup), "--force")
        assert state(server) == before
        server.start()
        assert set(statuses(server).values()) == {(200, None)}
        assert server.stop() == 0
