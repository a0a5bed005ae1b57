"""What the templates of the café say in one word."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events import markdown as markup
from events.drawing import table
from events.models import Edition

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    """The Markdown that a person wrote, as safe HTML whose headings begin at h3."""
    return markup.render(text)


@register.filter
def times(count: int) -> str:
    """How often, in words as far as people say them: “three times”."""
    words = [
        _("once"),
        _("twice"),
        _("three times"),
        _("four times"),
        _("five times"),
        _("six times"),
        _("seven times"),
        _("eight times"),
        _("nine times"),
        _("ten times"),
        _("eleven times"),
        _("twelve times"),
    ]
    return words[count - 1] if 1 <= count <= len(words) else _("%(count)s times") % {"count": count}


@register.filter
def lower_first(text: str) -> str:
    """The text with a small first letter, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


@register.inclusion_tag("components/_inventory.html")
def inventory(edition: Edition) -> dict[str, object]:
    """The mix of trades of those who come, as a picture and as the poem that it is."""
    mix = edition.inventory
    if mix is None:
        return {"mix": None, "table": None}
    families = [trade.family for trade, count in mix.counts for _each in range(count)] + ["none"] * mix.others
    return {"mix": mix, "table": table(families)}
