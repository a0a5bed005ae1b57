"""The file of a backup: a tar, compressed, with the size and the SHA-256 of each thing in it."""

import datetime
import hashlib
import io
import json
import os
import re
import tarfile
import zlib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
SECRET_KEY = "secret_key"  # noqa: S105  (the name of its file)
# What may be in a backup. A name is never more than it says: no folder above, no absolute path, no link.
ALLOWED = re.compile(r"secret_key|database\.(?:sqlite3|dump)|media/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.[a-z0-9]+")
MANIFEST_AT_MOST = 256 * 1024 * 1024  # bytes: names and sums of a million photos


class Damaged(Exception):
    """The file is no backup, or not a whole one; its text says what is wrong with it."""


@dataclass(frozen=True)
class Sum:
    """What a file in the backup must be."""

    size: int
    sha256: str


@dataclass
class Manifest:
    """What a backup says of itself: `database` is sqlite or postgresql, `migrations` are those applied, by app."""

    database: str
    migrations: dict[str, list[str]]
    made_at: str = field(default_factory=lambda: datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"))
    files: dict[str, Sum] = field(default_factory=dict)

    @property
    def photos(self) -> list[str]:
        """The names of the photos, below the folder of media."""
        return [name.removeprefix("media/") for name in self.files if name.startswith("media/")]


class _Summing:
    """A file that is read once, its sum taken on the way."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.size, self.hash = file, 0, hashlib.sha256()

    def read(self, amount: int = -1) -> bytes:
        chunk = self.file.read(amount)
        self.size += len(chunk)
        self.hash.update(chunk)
        return chunk

    @property
    def sum(self) -> Sum:
        return Sum(self.size, self.hash.hexdigest())


class Writer:
    """Writes a backup; `close` ends it with its manifest, without which it is not whole."""

    def __init__(self, file: IO[bytes], manifest: Manifest) -> None:
        self.manifest = manifest
        self._tar = tarfile.open(fileobj=file, mode="w:gz", compresslevel=3)  # noqa: SIM115  (closed by `close`)

    def add(self, name: str, source: Path) -> None:
        """Adds one file under a name of the backup. Raises FileNotFoundError where it has gone."""
        if not ALLOWED.fullmatch(name):
            raise ValueError(f"a backup holds nothing called {name}")
        with source.open("rb") as file:
            entry = self._entry(name, os.fstat(file.fileno()).st_size)
            summing = _Summing(file)
            self._tar.addfile(entry, summing)
        self.manifest.files[name] = summing.sum

    def close(self) -> None:
        content = json.dumps({"format": FORMAT, **asdict(self.manifest)}, indent=1).encode()
        self._tar.addfile(self._entry(MANIFEST, len(content)), io.BytesIO(content))
        self._tar.close()

    def _entry(self, name: str, size: int) -> tarfile.TarInfo:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = size, 0o600
        entry.mtime = int(datetime.datetime.now(datetime.UTC).timestamp())
        return entry


def read(path: Path, *, into: Path | None = None) -> Manifest:
    """Reads a backup to its end, checks all of it, and copies its files below `into` where that is given.

    Raises Damaged: a backup that is truncated or altered, or that holds a name it should not, is not to be used. What
    was copied until then is for the caller to throw away.
    """
    found: dict[str, Sum] = {}
    manifest: Manifest | None = None
    try:
        with tarfile.open(path, "r:gz") as tar:
            for entry in tar:
                if not entry.isreg():
                    raise Damaged(f"{entry.name!r} in it is not a plain file.")
                if manifest is not None or entry.name in found:
                    raise Damaged(f"{entry.name!r} in it is one too many.")
                file = tar.extractfile(entry)
                assert file is not None
                if entry.name == MANIFEST:
                    manifest = _manifest(file.read(MANIFEST_AT_MOST))
                elif ALLOWED.fullmatch(entry.name):
                    found[entry.name] = _copy(file, into / entry.name if into else None)
                else:
                    raise Damaged(f"{entry.name!r} in it is no name of ours.")
            while tar.fileobj and tar.fileobj.read(1 << 20):  # up to the compression's own sum, which is behind
                pass
    except FileNotFoundError:
        raise Damaged("There is no such file.") from None
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of this machine's disk, not of the file
        raise Damaged(f"It cannot be read to its end ({error}).") from error
    if manifest is None:
        raise Damaged("It has no manifest: it was not written to its end.")
    for name in found.keys() | manifest.files.keys():
        if found.get(name) != manifest.files.get(name):
            raise Damaged(f"{name!r} in it is not what the manifest says.")
    if DATABASES[manifest.database] not in found:
        raise Damaged("There is no database in it.")
    return manifest


def _copy(file: IO[bytes], target: Path | None) -> Sum:
    summing = _Summing(file)
    if target is None:
        while summing.read(1 << 20):
            pass
        return summing.sum
    target.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
        while chunk := summing.read(1 << 20):
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return summing.sum


def _manifest(content: bytes) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(content)
        if said.pop("format") != FORMAT:
            raise Damaged("It was written by a newer café than this one.")
        files = {str(name): Sum(int(told["size"]), str(told["sha256"])) for name, told in said.pop("files").items()}
        manifest = Manifest(**said, files=files)
        if manifest.database not in DATABASES:
            raise ValueError(manifest.database)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged("Its manifest cannot be understood.") from error
    return manifest
