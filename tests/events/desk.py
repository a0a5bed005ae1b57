"""How tests read the organizers' pages."""

import re

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation


def url(name: str, *args: object) -> str:
    """The address of a page of the desk, in English."""
    with translation.override("en"):
        return reverse(f"organize:{name}", args=args)


def said(response) -> list[str]:
    """The sentences that the next page opens with."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def errors(response) -> dict[str, list[str]]:
    """What the form has to say, by field."""
    return {field: [str(error) for error in found] for field, found in response.context["form"].errors.items()}


def text_of(response) -> str:
    """What the page says, tags and blanks aside."""
    [main] = re.findall(r"<main[^>]*>(.*)</main>", response.content.decode(), re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())
