from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override

OWN_NAMES = {"fr": "Français", "en": "English"}


def _in_language(path: str, code: str) -> str:
    """The same page in this language; where there is none, as on a page that does not exist, its home page."""
    address = translate_url(path, code)
    if address == path and code != get_language():
        with override(code):
            return reverse("events:home")
    return address


def frame(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs: the community's name and this page's address in each language."""
    path = request.get_full_path()
    addresses = [(code, OWN_NAMES[code], _in_language(path, code)) for code, _name in settings.LANGUAGES]
    return {
        "community": settings.COMMUNITY_NAME,
        "site_url": settings.SITE_URL,
        "page_url": settings.SITE_URL + request.path,
        "language": get_language(),
        "languages": addresses,
        "mails_are_kept": settings.MAILS_ARE_KEPT,
        "is_demo": settings.DEMO,
    }
