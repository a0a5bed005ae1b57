"""Foreign text made fit: cleaned, cut at a word, written as Markdown that shows what the text said."""

import html
import re
import unicodedata
from collections.abc import Iterable

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters, the switches of writing direction, lone surrogates and the byte order mark.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_TAG = re.compile(r"</?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_HTML = re.compile(r"</?(?:p|br|b|i|u|a|ul|ol|li|div|span|strong|em|h[1-6])(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li(?:\s[^<>]{0,2000})?>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s?/?>|</(?:p|div|ul|ol|li|h[1-6])>", re.IGNORECASE)
_LINK_TAG = re.compile(r'<a\s[^<>]{0,500}?href="([^"<>]{1,2000})"[^<>]{0,500}>([^<>]{0,2000})</a>', re.IGNORECASE)

_URL = re.compile(r"https?://[^\s<>\"\\]*[^\s<>\"\\.,;:!?)\]'’»]", re.IGNORECASE)
# An underscore inside a word is no emphasis (CommonMark 0.31, 6.2): left alone, so that a search finds the word.
_INLINE = re.compile(r"[\\`*\[<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w{1,32};)")
_AT_START = re.compile(r"^(?:(#{1,6}|[-+])(?=\s|$)|(>)|(?=[=-]+\s*$)(.)|(~)(?=~))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_BULLET = re.compile(r"^[-*•·–]\s+(?=\S)")
_RULE = re.compile(r"^([-=_*~])\s*(?:\1\s*){2,}$")


def clean(text: str) -> str:
    """The text without characters that no page shows and no database keeps; lines end in a newline."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))).strip()


def one_line(text: str) -> str:
    """The clean text on one line, with single blanks."""
    return " ".join(clean(text).split())


def cut(text: str, most: int) -> str:
    """The text, or its first words and an ellipsis where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    at_word = head.rsplit(maxsplit=1)[0] if re.search(r"\s", head[most // 2 :]) else head
    return at_word.rstrip(" \n,;:.-–\\") + "…"


def without_html(text: str) -> str:
    """The text of a fragment of HTML, its lists as lines that begin with a dash; other text as it is."""
    if not _HTML.search(text):
        return text
    text = _LINK_TAG.sub(lambda link: link[2] if link[2].strip() == link[1] else f"{link[2]} {link[1]}", text)
    text = _BREAK_TAG.sub("\n", _ITEM_TAG.sub("\n- ", text))
    return html.unescape(_TAG.sub("", text))


def markdown_line(text: str) -> str:
    """Markdown that shows this one line exactly, its web addresses as links."""
    parts = []
    position = 0
    for url in _URL.finditer(text):
        parts += [_INLINE.sub(r"\\\g<0>", text[position : url.start()]), f"<{url[0]}>"]
        position = url.end()
    escaped = "".join([*parts, _INLINE.sub(r"\\\g<0>", text[position:])])
    return _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\\\g<0>", escaped))


def markdown_list(items: Iterable[str]) -> str:
    """Markdown for a list of lines."""
    return "\n".join(f"- {markdown_line(item)}" for item in items)


def markdown_text(text: str) -> str:
    """Markdown for plain text: its paragraphs, line breaks and lists of dashes stay what they look like."""
    blocks: list[tuple[str, list[str]]] = []
    kind = ""
    for line in (" ".join(line.split()) for line in text.split("\n")):
        if not line or _RULE.match(line):
            kind = ""
            continue
        bullet = _BULLET.match(line)
        if (("list" if bullet else "text") != kind) or not blocks:
            kind = "list" if bullet else "text"
            blocks.append((kind, []))
        blocks[-1][1].append(f"- {markdown_line(line[bullet.end() :])}" if bullet else markdown_line(line))
    return "\n\n".join("\n".join(lines) for _kind, lines in blocks)
