"""What the templates of mails need."""

from django import template

from members.outbox import unlinked as without_links

register = template.Library()


@register.filter
def unlinked(text: object) -> str:
    """The text, so that no mail program makes a link of what somebody has typed in it."""
    return without_links(str(text))
