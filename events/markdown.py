"""Markdown that people write, as HTML that is safe to show."""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TAGS = {"p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"} | {
    "strong",
    "em",
    "s",
    "code",
    "pre",
    "a",
}
BARE_ADDRESS = re.compile(r"https?://[^\s<>\"«»]*[^\s<>\"«».,;:!?…)\]'’]")


def render(text: str) -> SafeString:
    """The text as HTML of an allow-list of tags, for a place below an h2 of the page.

    HTML in the text is shown, not obeyed; a picture becomes a link, so that no page asks another site for it.
    """
    html = nh3.clean(
        _parser.render(text),
        tags=TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )
    return mark_safe(html)  # noqa: S308 (nh3 has just cleaned it)


def _nest_headings(state: StateCore) -> None:
    """Begins at h3 whatever the author began with, and skips no level (WCAG 2.2, 1.3.1)."""
    above: list[str] = []
    for token in state.tokens:
        if token.type == "heading_open":
            while above and above[-1] >= token.tag:
                above.pop()
            above.append(token.tag)
        if token.type in ("heading_open", "heading_close"):
            token.meta["level"] = min(2 + len(above), 6)
    for token in state.tokens:
        if "level" in token.meta:
            token.tag = f"h{token.meta['level']}"


def _link_addresses(state: StateCore) -> None:
    """Makes a link of an address that stands bare in the text."""
    for block in state.tokens:
        if block.children:
            depth = 0
            children: list[Token] = []
            for token in block.children:
                depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
                children += _linked(token) if token.type == "text" and depth == 0 else [token]
            block.children = children


def _linked(text: Token) -> list[Token]:
    tokens, end = [], 0
    for found in BARE_ADDRESS.finditer(text.content):
        tokens += [
            Token("text", "", 0, content=text.content[end : found.start()]),
            Token("link_open", "a", 1, attrs={"href": found.group()}),
            Token("text", "", 0, content=found.group()),
            Token("link_close", "a", -1),
        ]
        end = found.end()
    return [*tokens, Token("text", "", 0, content=text.content[end:])] if tokens else [text]


_parser = MarkdownIt("js-default", {"html": False, "breaks": True}).disable(["table", "image"])
_parser.core.ruler.push("nest_headings", _nest_headings)
_parser.core.ruler.push("link_addresses", _link_addresses)
