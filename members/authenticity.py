"""Whether a mail that came in is from whom it says, by the word of our own mail server (RFC 8601)."""

import re
from collections.abc import Iterator, Sequence

from django.conf import settings


def is_genuine(results: Sequence[str], address: str) -> bool:
    """Whether the mail proves that the domain of `address`, its From, has sent it.

    `results` are its Authentication-Results, the top one first. Only those of our own server count, and of these the
    top one: servers write above what they were given. It must say dmarc=pass, or dkim=pass for this domain or one
    above; should one further down, which a careful server would have removed, say dmarc=fail, nothing is believed.
    Without the setting AUTHSERV_ID nothing is.
    """
    ours = [list(_statements(text)) for text in results if _is_ours(text)]
    if not ours or not address.isascii():  # other alphabets have letters that look, or compare, like ours
        return False
    domain = address.rpartition("@")[2].lower()
    if any(method == "dmarc" and result == "fail" for each in ours for method, result, _facts in each):
        return False
    return any(
        (method == "dmarc" and facts.get("header.from") == domain)
        or (method == "dkim" and _is_aligned(facts.get("header.d") or facts.get("header.i", ""), domain))
        for method, result, facts in ours[0]
        if result == "pass"
    )


def _is_ours(text: str) -> bool:
    name = _bare(text).partition(";")[0].split()
    return bool(settings.AUTHSERV_ID and name and name[0].lower() == settings.AUTHSERV_ID.lower())


def _is_aligned(signer: str, domain: str) -> bool:
    """Whether the signature is of the domain itself or of one above it, which rules over it."""
    signer = signer.rpartition("@")[2]
    return "." in signer and f".{domain}".endswith(f".{signer}")


def _statements(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each method, its result and the facts it names, in small letters."""
    for statement in _bare(text).lower().split(";")[1:]:
        words = [word.partition("=") for word in re.sub(r"\s*=\s*", "=", statement).split()]
        if words:
            method, _equals, result = words[0]
            yield method.partition("/")[0], result, {name: value for name, _equals, value in words[1:]}


def _bare(text: str) -> str:
    """The header without comments and quoted strings, where strangers may have put words; "" where one never ends."""
    kept, depth, is_quoted, is_escaped = [], 0, False, False
    for letter in text:
        if is_escaped:
            is_escaped = False
        elif letter == "\\" and (is_quoted or depth):
            is_escaped = True
        elif letter == '"' and not depth:
            is_quoted = not is_quoted
        elif letter == "(" and not is_quoted:
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            kept.append(" ")
        elif not is_quoted and not depth:
            kept.append(letter)
    return "" if depth or is_quoted else "".join(kept)
