"""`make release`: the café of this version as a backup of each database, from which every later version is upgraded.

What it keeps lies in `tests/releases/`, for `tests/test_upgrade.py`. It is kept anew as long as the changelog calls the
version unreleased, and never afterwards.
"""

import os
import re
import sys
import tempfile
import tomllib
from pathlib import Path

from django.conf import settings

from tests.server import installation

FOLDER = Path(__file__).with_name("releases")
FURNISH = "from tests.members.test_data import somebody_everywhere; somebody_everywhere('Release'); answer = None"


def versions() -> dict[str, bool]:
    """Those that the changelog tells of, and whether each is released."""
    told = (settings.BASE_DIR / "CHANGELOG.md").read_text()
    found = re.findall(r"^## (\d+\.\d+\.\d+)( \(unreleased\))?", told, re.MULTILINE)
    return {version: not is_open for version, is_open in found}


def this_version() -> str:
    return str(tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]["version"])


def main() -> None:
    version = this_version()
    if versions().get(version, True):
        sys.exit(f"{version} is released, or CHANGELOG.md has no heading “## {version} (unreleased)”.")
    FOLDER.mkdir(exist_ok=True)
    databases = {"sqlite": "", "postgresql": os.environ.get("RELEASE_DATABASE_URL", "postgres://root@127.0.0.1/test")}
    for vendor, url in databases.items():
        os.environ["TEST_DATABASE_URL"] = url
        with tempfile.TemporaryDirectory() as folder, installation(Path(folder), as_new=True, SECRET_KEY="s") as server:
            server.manage("migrate", "-v0")
            server.ask(FURNISH)
            kept = FOLDER / f"{version}-{vendor}.tar.gz"
            kept.write_bytes(Path(server.manage("backup").strip()).read_bytes())
            print(f"{kept.name}: {kept.stat().st_size} bytes")


if __name__ == "__main__":
    main()
