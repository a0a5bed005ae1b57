"""`make validity`: the HTML of every page that matters against the standard, by the Nu checker (VNU_JAR says where).

The pages are those of `make pictures`, as the product's own server sends them, and the page of the look.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import ARGUMENTS, chromium_path
from tests.pictures import LANGUAGES, PAGES, places_of, sign_in
from tests.server import Server

MORE = {"design": "/design/", "offline": "/offline/"}
# What the checker warns of though it is meant: `role="list"` keeps a list a list where Safari sees no bullets, and what
# somebody says of an evening is an article without a heading of its own.
MEANT = ("The “list” role is unnecessary", "Article lacks heading.")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Server(Path(folder) / "data", DEVELOPMENT="on", DEMO="on", DEBUG="on")
        demo.start()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        pages = Path(folder) / "pages"
        pages.mkdir()
        try:
            fetch_all(browser, demo, pages)
        finally:
            browser.close()
            demo.stop()
        found = problems(pages)
        count = len([*pages.iterdir()])
    for page, line, words in found:
        print(f"{page}:{line}: {words}")
    print(f"{count} pages, {len(found)} problems.", file=sys.stderr)
    return bool(found)


def fetch_all(browser: Browser, demo: Server, folder: Path) -> None:
    """Every page, as its reader gets it, into a file of its own."""
    places = places_of(demo)
    for reader, pages in PAGES.items():
        context = browser.new_context()
        if reader:
            sign_in(context.new_page(), demo, reader)
        for name, path in (pages if reader else pages | MORE).items():
            for language, prefix in LANGUAGES.items():
                answer = context.request.get(demo.url + prefix + path.format(**places))
                (folder / f"{name}-{language}.html").write_bytes(answer.body())
        context.close()


def problems(folder: Path) -> list[tuple[str, int, str]]:
    """What the checker finds in these files: the page, the line and the words."""
    checker = ["java", "-jar", os.environ["VNU_JAR"], "--format", "json", "--exit-zero-always", str(folder)]
    said = subprocess.run(checker, capture_output=True, text=True, check=True).stderr
    return [
        (Path(each["url"]).name, each.get("lastLine", 0), f"{each['message']} {each.get('extract', '')[:160]!r}")
        for each in json.loads(said)["messages"]
        if not each["message"].startswith(MEANT)
    ]


if __name__ == "__main__":
    sys.exit(main())
