"""What is worth a word before the café opens to the public: `manage.py check --deploy` and the start both say it."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security, deploy=True)
def reachable(**options: Any) -> list[CheckMessage]:
    """Mails that go nowhere, and an https address that no proxy speaks for."""
    found: list[CheckMessage] = []
    if settings.MAIL_TRANSPORT.endswith("filebased.EmailBackend"):
        found.append(
            Warning(
                "Mails are kept in DATA_DIR and not sent.",
                hint="Set EMAIL_URL, for sign-in codes above all.",
                id="cafecm.W001",
            )
        )
    if settings.SITE_URL.startswith("https://") and settings.TRUSTED_PROXIES == 0:
        found.append(
            Warning(
                "SITE_URL is https, which the server itself does not speak.",
                hint="Put a proxy in front and set TRUSTED_PROXIES=1; without it every page redirects to itself.",
                id="cafecm.W002",
            )
        )
    return found
