"""`make pictures`: every page that matters, as people see it, into `pictures/`; to be looked at.

The demo café as its visitors see it, at 360, 768 and 1440 px, light and dark, in French and English.
`pictures/index.html` shows them side by side. A few of them, named in `DOCUMENTED`, also go into `docs/` where the
README and the guides show them.
"""

import contextlib
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
        "venue": "/venues/{venue}/",
        "specialties": "/specialties/",
        "specialty": "/specialties/moderation/",
        "which": "/specialties/which/",
        "directory": "/members/",
        "member": "/members/{member}/",
        "subscribe": "/subscribe/",
        "host": "/host/",
        "sign-in": "/accounts/login/",
        "privacy": "/privacy/",
        "accessibility": "/accessibility/",
        "embed": "/embed/",
        "poster": "/cafes/{next}/poster/",
        "not-found": "/cafes/nowhere/",
    },
    MEMBER: {
        "my-café": "/members/me/",
        "edition-as-member": "/cafes/{next}/",
        "profile": "/members/me/profile/",
        "mails": "/members/me/mail/",
        "data": "/members/me/data/",
        "meeting": "/members/me/meeting/",
        "my-calendar": "/members/me/calendar/",
    },
    ORGANIZER: {
        "board": "/organize/",
        "new": "/organize/new/",
        "edit": "/organize/{next}/edit/",
        "cancel": "/organize/{next}/cancel/",
        "people": "/organize/{next}/people/",
        "door": "/organize/{next}/door/",
        "write": "/organize/{next}/people/write/",
        "print": "/organize/{next}/people/print/",
        "badges": "/organize/{next}/people/badges/",
        "host-desk": "/organize/{next}/host/",
        "offers": "/organize/offers/",
        "rotation": "/organize/{series}/rotation/",
        "dates": "/organize/{series}/dates/",
        "import": "/organize/{series}/import/",
        "team": "/organize/{series}/team/",
        "history": "/organize/{series}/history/",
        "mail": "/organize/mail/",
        "trades": "/organize/specialties/",
        "life": "/organize/{series}/life/",
        "recap-desk": "/organize/{past}/recap/",
        "recap-photos": "/organize/{past}/recap/photos/",
        "venue-desk": "/organize/venues/{venue}/",
    },
}
DOCUMENTED = {"home": "home-1440-light-fr", "board": "board-360-light-fr", "edition": "edition-360-light-fr"}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with (
        tempfile.TemporaryDirectory() as data,
        contextlib.closing(Server(Path(data))) as demo,
        sync_playwright() as playwright,
    ):
        demo.manage("migrate")
        demo.manage("demo")
        demo.start()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        take_all(browser, demo)
        browser.close()
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


def places_of(demo: Server) -> dict[str, str]:
    """What stands in the addresses of the pages: the next café with its venue and month, the last one with a recap."""
    answer: dict[str, str] = demo.ask(
        "from events.models import Edition\n"
        "public = Edition.objects.published()\n"
        "coming, past = public.upcoming().first(), public.past().exclude(recap='').first()\n"
        "answer = {'next': coming.slug, 'past': past.slug, 'month': f'{coming.starts:%Y/%m}'}\n"
        "answer |= {'venue': coming.venue.slug, 'series': coming.series.slug}\n"
        "from members.models import Member\n"
        "answer['member'] = Member.objects.filter(visibility='public').exclude(portrait='').first().handle"
    )
    return answer


def sign_in(page: Page, demo: Server, reader: str) -> None:
    page.goto(demo.manage("sign_in", reader).split()[-1])
    page.locator("main form button").first.click()  # the link alone changes nothing
    page.wait_for_load_state()


def take_all(browser: Browser, demo: Server) -> None:
    places = places_of(demo)
    for reader, pages in PAGES.items():
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                page = context.new_page()
                if reader:
                    sign_in(page, demo, reader)
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
    page.evaluate("Promise.all([...document.images].map(image => image.decode()))")
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main()
