"""What the templates of the café say in one word."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from events import markdown as markup
from events.drawing import table
from events.inventory import Inventory
from events.models import Edition
from events.poem import last_verse, verse

register = template.Library()


@dataclass(frozen=True)
class Verse:
    """One line of the poem, the colour of its family, and the trade that it leads to."""

    text: str
    family: str
    trade: Any = None
    is_once: bool = False


@register.filter
def markdown(text: str) -> SafeString:
    """The Markdown that a person wrote, as safe HTML whose headings begin at h3."""
    return markup.render(text)


@register.filter
def site(address: str) -> str:
    """The host of an address on the web: what a reader wants to know before they follow it."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


@register.inclusion_tag("components/_inventory.html", takes_context=True)
def inventory(context: dict[str, Any], edition: Edition) -> dict[str, object]:
    """The mix of trades of those who come, as a picture and as the poem that it is, as far as the reader may know."""
    mix = edition.inventory_for(context["user"])
    return laid(mix, evening=edition.slug) if mix else {"verses": []}


@register.inclusion_tag("components/_table.html")
def table_of(edition: Edition) -> dict[str, object]:
    """The picture alone, as everybody may know it; for an edition that has one, `public_inventory`."""
    return laid(edition.public_inventory, evening=edition.slug) if edition.public_inventory else {}


def laid(mix: Inventory, *, evening: str) -> dict[str, object]:
    """What components/_inventory.html shows of this mix: the poem's verses, the picture, and the picture's name."""
    verses = [Verse(verse(line), line.family, line.trade, is_once=line.count == 1) for line in mix.lines]
    if mix.others:
        verses.append(Verse(last_verse(mix.others), "none"))
    return {
        "verses": verses,
        "table": table(mix.drinkers, evening=evening),
        "picture_name": ngettext(
            "The table of the evening seen from above, with a cup. A raccoon looks over its edge.",
            "The table of the evening seen from above, with %(cups)s cups. A raccoon looks over its edge.",
            mix.people,
        )
        % {"cups": mix.people},
    }
