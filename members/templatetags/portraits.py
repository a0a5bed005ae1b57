"""What a drawn portrait shows."""

import zlib

from django import template

from members.models import Member

register = template.Library()

TONES = 6  # .tone-1 to .tone-6 in static/css/components.css


@register.filter
def tone(member: Member) -> int:
    """The colour of someone's monogram, from 1 to 6: always the same for one person, of no meaning."""
    return zlib.crc32(member.handle.encode()) % TONES + 1


@register.filter
def bare_address(link: str) -> str:
    """The address of a page as people say it: without its scheme and the last slash."""
    return link.partition("://")[2].removesuffix("/")
