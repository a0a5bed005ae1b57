"""A copy of the database by its own means, and the way back: SQLite's VACUUM INTO, PostgreSQL's pg_dump."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any, cast

from django.core.management.base import CommandError
from django.db import connection


def copy(target: Path) -> None:
    """Writes the database as it is at one moment, whatever is written meanwhile. Raises CommandError."""
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
        return
    with contextlib.closing(sqlite3.connect(_file())) as database:
        _check(database)
        database.execute("VACUUM INTO ?", [str(target)])
    check(target)


def check(path: Path) -> None:
    """Raises CommandError where a copy is not sound."""
    if connection.vendor == "postgresql":
        _run_plain("pg_restore", f"--file={os.devnull}", str(path))  # reads all of it, and turns it into SQL
        return
    with contextlib.closing(sqlite3.connect(path)) as database:
        _check(database)


def is_in_use() -> bool:
    """Whether somebody else has the database open: the café runs."""
    connection.close()
    if connection.vendor == "postgresql":
        return _has_other_sessions()
    if not _file().exists():
        return False
    with contextlib.closing(sqlite3.connect(_file(), timeout=1)) as database:
        try:
            database.execute("PRAGMA journal_mode = DELETE")  # only who is alone may leave the write-ahead log
        except sqlite3.OperationalError:
            return True
    return False


def _has_other_sessions() -> bool:
    """Whether others than this command are connected; those of its own pool take a moment to go."""
    wrapper = cast(Any, connection)  # what Django's wrapper of PostgreSQL has, and its base class has not
    wrapper.close_pool()
    with wrapper.Database.connect(**wrapper.get_connection_params(), autocommit=True) as session:
        for _look in range(20):
            others = session.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            ).fetchone()[0]
            if not others:
                return False
            time.sleep(0.1)
    return True


def put_back(path: Path) -> None:
    """Puts a copy in the place of the database, all of it or nothing. Nobody else may have it open."""
    if connection.vendor == "postgresql":
        connection.close()
        script = path.with_suffix(".sql")
        _run_plain("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(path))
        ask_nothing_new(script)
        _run(
            "psql",
            *("--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"),
            *("--command=SET client_min_messages = warning", "--command=DROP SCHEMA public CASCADE"),
            *("--command=CREATE SCHEMA public", f"--file={script}"),
        )
        return
    # Whoever was alone with it has written its log back: there is none that could be taken for that of the copy.
    for leftover in (f"{_file()}-wal", f"{_file()}-shm"):
        if Path(leftover).exists():
            raise CommandError(f"{leftover} is there: something has the database open. Nothing was changed.")
    path.replace(_file())


def ask_nothing_new(script: Path) -> None:
    """Leaves out of a script of pg_restore 17 the setting that servers before 17 do not know, where it stands."""
    with script.open("r+b") as file:
        head = file.read(2000)  # no row of a table is in it: they come after what makes the tables
        file.seek(0)
        file.write(head.replace(b"\nSET transaction_timeout", b"\n--  transaction_timeout"))


def _file() -> Path:
    return Path(connection.settings_dict["NAME"])


def _check(database: sqlite3.Connection) -> None:
    try:
        sound = database.execute("PRAGMA integrity_check").fetchone()[0]
        astray = database.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise CommandError(f"The database is damaged: {error}.") from error
    if sound != "ok":
        raise CommandError(f"The database is damaged: {sound}.")
    if astray:
        raise CommandError(f"The database is damaged: a row of {astray[0]} points at nothing.")


def _run(program: str, *words: str) -> None:
    """Runs one of PostgreSQL's programs on the café's database; a password goes by the environment."""
    arguments, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, list(words))
    _run_plain(program, *arguments[1:], **(environment or {}))


def _run_plain(program: str, *words: str, **environment: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise CommandError(
            f"{program} is not installed (Debian: postgresql-client). Where the database is looked after elsewhere, "
            "use its own backups, and copy DATA_DIR/media and DATA_DIR/secret_key beside them."
        )
    done = subprocess.run([path, *words], env=os.environ | environment, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise CommandError(f"{program} failed: {done.stderr.strip()}")
