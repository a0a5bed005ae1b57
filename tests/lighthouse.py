"""`make lighthouse`: what Lighthouse says, on its slow phone, of the pages that most people see.

The demo café, compressed and with its files gathered, as `manage.py serve` starts it for an owner. Needs Node and a
Chromium. What else the machine does costs performance: a page that falls short is looked at up to three times, and each
look is printed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.chromium import ARGUMENTS, chromium_path
from tests.server import Server

VERSION = "12.8.2"  # 13 wants a Node that is newer than that of Debian 12
ROOT = Path(__file__).parents[1]
TOOLS = ROOT / "var" / "ci-tools" / "lighthouse"
PROGRAM = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"
AT_LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def main() -> int:
    if not PROGRAM.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(TOOLS)]
        subprocess.run([*install, f"lighthouse@{VERSION}"], check=True)
    folder = tempfile.mkdtemp(prefix="cafecm-lighthouse-")
    server = Server(Path(folder))
    try:
        server.manage("migrate")
        server.manage("demo")
        server.start()
        places = server.ask(
            "from events.models import Edition\n"
            "edition = Edition.objects.public().upcoming().for_cards()[0]\n"
            "answer = [edition.get_absolute_url(), edition.venue.get_absolute_url()]"
        )
        pages = ["/", "/cafes/", *places, "/specialties/moderation/"]
        print(f"{'':<40}{''.join(f'{name:>16}' for name in AT_LEAST)}{'CLS':>8}{'LCP':>8}", flush=True)
        below = [page for page in pages if not any(is_good(page, examine(server.url + page)) for _look in range(3))]
    finally:
        server.stop()
        shutil.rmtree(folder)
    return bool(below)


def examine(url: str) -> dict[str, Any]:
    """Lighthouse's own report of a first visit."""
    flags = " ".join(["--headless=new", *ARGUMENTS])
    command = ["node", str(PROGRAM), url, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command += [f"--only-categories={','.join(AT_LEAST)}"]
    environment = os.environ | {"CHROME_PATH": chromium_path() or ""}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def is_good(page: str, report: dict[str, Any]) -> bool:
    """Prints a line of the table, and beneath it what has cost points."""
    figures = {name: round(100 * report["categories"][name]["score"]) for name in AT_LEAST}
    audits = report["audits"]
    shift, paint = audits["cumulative-layout-shift"]["numericValue"], audits["largest-contentful-paint"]["displayValue"]
    print(f"{page:<40}{''.join(f'{figure:>16}' for figure in figures.values())}{shift:>8.3f}{paint:>8}", flush=True)
    short = [name for name, figure in figures.items() if figure < AT_LEAST[name]]
    for name in short:
        for part in report["categories"][name]["auditRefs"]:
            audit = audits[part["id"]]
            if part["weight"] and (audit["score"] or 0) < 0.9:
                print(f"    {name}: {audit['title']} {audit.get('displayValue', '')}")
    return not short


if __name__ == "__main__":
    sys.exit(main())
