"""Which browser somebody is signed in with, in the words of a person."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found counts: most browsers also carry the names of those that came before them.
BROWSERS = {
    **{"Edg": "Edge", "OPR/": "Opera", "SamsungBrowser/": "Samsung Internet", "Vivaldi/": "Vivaldi"},
    **{"Firefox/": "Firefox", "FxiOS/": "Firefox", "CriOS/": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari"},
}
SYSTEMS = {
    **{"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "CrOS": "ChromeOS"},
    **{"Mac OS X": "Mac", "Linux": "Linux"},
}


@register.filter
def browser_in_words(user_agent: str) -> str:
    """“Firefox on Windows”, as far as the browser says it."""
    browser, system = (
        next((words for sign, words in known.items() if sign in user_agent), "") for known in (BROWSERS, SYSTEMS)
    )
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    if system:
        return _("A browser on %(system)s") % {"system": system}
    return browser or _("A browser that does not say its name")
