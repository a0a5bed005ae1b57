"""Reads the settings a person gives, from the environment or `.env`, and refuses what cannot be meant."""

import importlib.util
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

YES = {"on", "true", "yes", "1"}
NO = {"off", "false", "no", "0"}
# In seconds. By default a pool waits half a minute for a connection, and tries again ever more seldom, up to minutes
# after the server is back.
POOL = {"timeout": 3, "reconnect_timeout": 2}


def load(env_file: Path) -> None:
    """Adds what `.env` says to the environment, which wins where both speak."""
    if env_file.is_file():
        environ.Env.read_env(env_file)


def text(name: str, default: str) -> str:
    """The variable's text without surrounding blanks; the default where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def switch(name: str, *, default: bool) -> bool:
    """A yes or no. Raises ImproperlyConfigured for a word that is neither."""
    word = text(name, "on" if default else "off").lower()
    if word not in YES | NO:
        raise ImproperlyConfigured(f"{name} is “{word}”; it takes on or off.")
    return word in YES


def whole_number(name: str, *, default: int, least: int, most: int) -> int:
    """A whole number in a range. Raises ImproperlyConfigured outside it."""
    word = text(name, str(default))
    if not word.isdecimal() or not least <= int(word) <= most:
        raise ImproperlyConfigured(f"{name} is “{word}”; it takes a whole number from {least} to {most}.")
    return int(word)


def one_of(name: str, choices: list[str], *, default: str) -> str:
    """One of a few words. Raises ImproperlyConfigured for another."""
    word = text(name, default)
    if word not in choices:
        raise ImproperlyConfigured(f"{name} is “{word}”; it takes one of: {', '.join(choices)}.")
    return word


def time_zone(name: str, *, default: str) -> str:
    """An IANA time zone's name. Raises ImproperlyConfigured for one that does not exist."""
    word = text(name, default)
    try:
        ZoneInfo(word)
    except (KeyError, ValueError, OSError):
        raise ImproperlyConfigured(f"{name} is “{word}”; it takes a time zone such as Europe/Paris.") from None
    return word


def web_address(name: str, *, default: str) -> str:
    """An http or https address without its final slash. Raises ImproperlyConfigured for anything else."""
    word = text(name, default).rstrip("/")
    parts = urlsplit(word)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment or parts.path:
        raise ImproperlyConfigured(f"{name} is “{word}”; it takes an address such as https://cafe.example.org.")
    return word


def database(name: str, *, default: Path) -> dict[str, Any]:
    """Django's description of the database that a URL names; SQLite at `default` where there is none.

    Raises ImproperlyConfigured for a URL of another kind than sqlite:/// or postgres://.
    """
    url = text(name, f"sqlite:///{default}")
    if url.startswith(("postgres://", "postgresql://")):
        described = environ.Env.db_url_config(url)
        described["ENGINE"] = "cafecm.postgresql"
        # A lock that nobody gives back, or a transaction that nobody ends, costs its own request and no other.
        waits = "-c lock_timeout=20s -c idle_in_transaction_session_timeout=60s"
        described["OPTIONS"] = {"options": waits, **described.get("OPTIONS", {}), "pool": POOL}
        return described
    if url.startswith("sqlite:///"):
        described = environ.Env.db_url_config(url)
        described["CONN_MAX_AGE"] = None  # opening a connection costs more than all that a kept page asks of it
        # IMMEDIATE takes the write lock before it reads: a transaction that reads first and then wants to write
        # would otherwise fail at once, whatever the timeout. FULL keeps what was acknowledged through a power cut.
        # What is deleted is overwritten in the file: erased is not only out of sight.
        described["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16000; PRAGMA secure_delete=ON;",
        }
        return described
    raise ImproperlyConfigured(f"{name} takes sqlite:///path or postgres://user:password@host:5432/name.")


def replica(name: str, *, of: dict[str, Any]) -> dict[str, Any]:
    """Django's description of a replica of this database for reading, under its alias; nothing where there is none.

    Raises ImproperlyConfigured unless both are PostgreSQL.
    """
    if not text(name, ""):
        return {}
    described = database(name, default=Path())
    if "sqlite" in of["ENGINE"] or "sqlite" in described["ENGINE"]:
        raise ImproperlyConfigured(f"{name} takes postgres://…, a replica of the PostgreSQL that DATABASE_URL names.")
    described["OPTIONS"]["pool"] = POOL | {"timeout": 1}  # whoever waits can ask the primary
    return {"replica": described}


def caches(name: str, *, database: dict[str, Any]) -> dict[str, Any]:
    """Where rate limits count: in Redis where its URL is given, else in this one process, or in PostgreSQL.

    Raises ImproperlyConfigured for a URL that is not Redis's.
    """
    # So many that asking for others' codes does not push out what was counted.
    room = {"OPTIONS": {"MAX_ENTRIES": 200_000}}
    url = text(name, "")
    if url and not url.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured(f"{name} takes redis://host:6379/0 (or rediss://, unix://).")
    if url:
        _must_have("redis", package="redis", for_what=name)
        return {"BACKEND": "cafecm.caches.RedisOrMemory", "LOCATION": url, "KEY_PREFIX": "cafecm"}
    if "sqlite" in database["ENGINE"]:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", **room}
    return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cafecm_cache", **room}


def _must_have(module: str, *, package: str, for_what: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise ImproperlyConfigured(f"{for_what} needs a package that is not installed: pip install '{package}'.")


def web_workers(name: str, *, database: dict[str, Any]) -> int:
    """How many web processes; on SQLite one, whose threads share the file best."""
    number = whole_number(name, default=1, least=1, most=64)
    if number > 1 and "sqlite" in database["ENGINE"]:
        raise ImproperlyConfigured(f"{name} is {number}; on SQLite it takes 1. More need PostgreSQL (DATABASE_URL).")
    return number


def media(name: str) -> dict[str, Any]:
    """Where photos are kept: below DATA_DIR, or in the bucket that a URL names with its key and its secret.

    Raises ImproperlyConfigured for a URL that lacks one of them.
    """
    url = text(name, "")
    if not url:
        return {"BACKEND": "cafecm.storage.WholeFileStorage"}
    parts = urlsplit(url)
    bucket = parts.path.strip("/")
    if parts.scheme not in {"http", "https"} or not (parts.username and parts.password and bucket and parts.hostname):
        raise ImproperlyConfigured(f"{name} takes https://KEY:SECRET@s3.example.org/bucket?region=fr-par.")
    _must_have("storages", package="django-storages[s3]", for_what=name)
    options = {
        "bucket_name": bucket,
        "endpoint_url": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "region_name": parse_qs(parts.query).get("region", ["us-east-1"])[0],
    }
    return {"BACKEND": "cafecm.bucket.PhotoBucket", "OPTIONS": options}


def mail_transport(name: str, *, default: str) -> dict[str, Any]:
    """Django's e-mail settings for a URL such as smtp+tls://user:password@host:587.

    Raises ImproperlyConfigured for a URL of an unknown kind.
    """
    url = text(name, default)
    if urlsplit(url).scheme not in {"smtp", "smtps", "smtp+tls", "smtp+ssl", "filemail", "consolemail"}:
        raise ImproperlyConfigured(f"{name} takes smtp+tls://user:password@host:587 or smtp+ssl://….")
    return environ.Env.email_url_config(url)


@dataclass(frozen=True)
class Mailbox:
    """Where mails to the café arrive: an IMAP server, who asks it, and the folder."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str
    security: str  # "tls" from the first byte, "starttls", or "" on this machine alone


def mailbox(name: str) -> Mailbox | None:
    """The mailbox that a URL such as imaps://user:password@host/INBOX names; None where there is none.

    Raises ImproperlyConfigured for a URL of another kind, or without TLS to another machine: the password would be for
    everybody to read. What was typed is not repeated, as it holds the password.
    """
    url = text(name, "")
    if not url:
        return None
    try:
        parts = urlsplit(url)
        security, port = {"imaps": ("tls", 993), "imap+tls": ("starttls", 143), "imap": ("", 143)}[parts.scheme]
        found = Mailbox(
            host=parts.hostname or "",
            port=parts.port or port,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.strip("/")) or "INBOX",
            security=security,
        )
    except (KeyError, ValueError):
        found = None
    # Quotes and line ends would end the words of the IMAP commands that carry them; the password's are escaped.
    is_sayable = found and re.fullmatch(r"[ !#-\[\]-~]+", found.user + found.folder)
    if found is None or not is_sayable or not (found.host and found.user and re.fullmatch(r"[ -~]+", found.password)):
        raise ImproperlyConfigured(f"{name} takes imaps://user:password@host/INBOX or imap+tls://…:143/INBOX.")
    if not found.security and found.host not in {"localhost", "127.0.0.1", "::1"}:
        raise ImproperlyConfigured(f"{name} takes imap:// for this machine only; use imaps:// or imap+tls://.")
    return found


def secret_key(name: str, *, default: Path) -> str:
    """The given secret, or one made at the first start and kept in a file that only its owner reads."""
    given = text(name, "")
    if given:
        return given
    try:
        descriptor = os.open(default, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return default.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        made = secrets.token_urlsafe(50)
        file.write(made)
    return made
