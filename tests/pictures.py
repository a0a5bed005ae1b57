"""`make pictures`: every page that matters, as people see it, into `pictures/`; to be looked at.

The demo café at 360, 768 and 1440 px, light and dark, in French and English. `pictures/index.html` shows them side by
side. A few of them, named in `DOCUMENTED`, also go into `docs/` where the README and the guides show them.
"""

import io
import sys
import tempfile
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import ARGUMENTS, chromium_path
from tests.server import Server

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "pictures"
WIDTHS = {360: 740, 768: 1024, 1440: 900}
SCHEMES = ("light", "dark")
LANGUAGES = {"fr": "", "en": "/en"}
ORGANIZER, MEMBER = "claire@example.org", "lea@example.org"

# What a visitor, a member and an organizer see; `{next}` is the next café, `{past}` the last one with a recap.
PAGES: dict[str, dict[str, str]] = {
    "": {
        "home": "/",
        "list": "/cafes/",
        "past": "/cafes/past/",
        "edition": "/cafes/{next}/",
        "recap": "/cafes/{past}/",
        "rsvp": "/cafes/{next}/rsvp/",
        "month": "/cafes/{month}/",
        "venues": "/venues/",
        "specialties": "/specialties/",
        "specialty": "/specialties/moderation/",
        "which": "/specialties/which/",
        "directory": "/members/",
        "subscribe": "/subscribe/",
        "host": "/host/",
        "sign-in": "/accounts/login/",
        "privacy": "/privacy/",
        "not-found": "/cafes/nowhere/",
    },
    MEMBER: {"my-café": "/members/me/", "edition-as-member": "/cafes/{next}/", "profile": "/members/me/profile/"},
    ORGANIZER: {
        "board": "/organize/",
        "new": "/organize/new/",
        "people": "/organize/{next}/people/",
        "door": "/organize/{next}/door/",
        "offers": "/organize/offers/",
    },
}
DOCUMENTED = {"home": "home-1440-light-fr", "board": "board-360-light-fr", "edition": "edition-360-light-fr"}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        demo = Server(Path(data), DEVELOPMENT="on", DEMO="on", DEBUG="on")
        demo.start()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        try:
            take_all(browser, demo)
        finally:
            browser.close()
            demo.stop()
    shots = sorted(FOLDER.glob("*.png"))
    figures = (
        f'<figure><img src="{escape(shot.name)}"><figcaption>{escape(shot.stem)}</figcaption></figure>'
        for shot in shots
    )
    style = "body{display:flex;flex-wrap:wrap;gap:1rem}img{inline-size:20rem}"
    FOLDER.joinpath("index.html").write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(figures)}"
    )
    for name, shot in DOCUMENTED.items():
        with Image.open(FOLDER / f"{shot}.png") as picture:
            top = picture.crop(
                (0, 0, picture.width, min(picture.height, picture.width * (2 if picture.width == 360 else 1)))
            )
            kept = io.BytesIO()
            top.save(kept, "WEBP", quality=80, method=6)
            (ROOT / "docs" / f"{name}.webp").write_bytes(kept.getvalue())
    print(f"{len(shots)} pictures: {FOLDER.relative_to(Path.cwd())}/index.html")


def take_all(browser: Browser, demo: Server) -> None:
    places = demo.ask(
        "from events.models import Edition\n"
        "public = Edition.objects.published()\n"
        "coming, past = public.upcoming().first(), public.past().exclude(recap='').first()\n"
        "answer = {'next': coming.slug, 'past': past.slug, 'month': f'{coming.starts:%Y/%m}'}"
    )
    for reader, pages in PAGES.items():
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                page = context.new_page()
                if reader:
                    page.goto(demo.manage("sign_in", reader).split()[-1])
                    page.locator("main form button").first.click()  # the link alone changes nothing
                    page.wait_for_load_state()
                for name, path in pages.items():
                    for language, prefix in LANGUAGES.items():
                        page.goto(demo.url + prefix + path.format(**places))
                        take(page, f"{name}-{width}-{scheme}-{language}")
                context.close()
        print(f"{reader or 'everybody'}: done", file=sys.stderr)


def take(page: Page, name: str) -> None:
    """The whole page, with what is loaded late."""
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(image => { image.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main()
