"""What the domain name system says of the domain that our mails come from: SPF, DKIM and DMARC, in words."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

import dns.exception
import dns.rdatatype
import dns.resolver
from django.utils.translation import gettext as _

PATIENCE = 4.0  # seconds for all questions together: somebody waits for the page
Texts = list[str] | None  # the text records of a name; None where no server has answered


@dataclass(frozen=True)
class Verdict:
    """One of the three, how it stands (good, weak, missing or unknown), what the record says, and what to do."""

    name: str
    state: str
    sentence: str
    record: str = ""
    host: str = ""


def ask(domain: str, selector: str, resolver: dns.resolver.Resolver) -> dict[str, Texts]:
    """The text records that matter to this domain's mails, by name, within a few seconds altogether."""
    deadline = time.monotonic() + PATIENCE
    answers: dict[str, Texts] = {}
    for name in _names(domain, selector):
        left = deadline - time.monotonic()
        answers[name] = _texts(name, resolver, left) if left > 0 else None
    return answers


def judge(domain: str, selector: str, answers: dict[str, Texts]) -> list[Verdict]:
    """What these records mean for our mails, in the active language."""
    return [_spf(domain, answers), _dkim(domain, selector, answers), _dmarc(domain, answers)]


def is_public(domain: str) -> bool:
    """Whether the domain can have records at all: a machine at home, or an example, has none."""
    reserved = {"localhost", "local", "test", "example", "invalid", "internal"}
    last = domain.rpartition(".")[2]
    return "." in domain and not last.isdecimal() and ":" not in domain and last not in reserved


def _names(domain: str, selector: str) -> Iterable[str]:
    yield domain
    if selector:
        yield f"{selector}._domainkey.{domain}"
    yield from _dmarc_names(domain)


def _dmarc_names(domain: str) -> list[str]:
    """Where its policy may stand: at the domain itself, or at one above it (RFC 7489, 6.6.3)."""
    parts = domain.split(".")
    return [f"_dmarc.{'.'.join(parts[start:])}" for start in range(len(parts) - 1)][:4]


def _texts(name: str, resolver: dns.resolver.Resolver, lifetime: float) -> Texts:
    try:
        found = resolver.resolve(name, dns.rdatatype.TXT, lifetime=lifetime, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except (dns.exception.DNSException, OSError, UnicodeError):
        return None
    return [b"".join(record.strings).decode(errors="replace") for record in found]


def _tags(record: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in record.split(";"))
    return {name.strip().lower(): value.strip() for name, _equals, value in pairs if name.strip()}


def _silence(name: str, host: str) -> Verdict:
    return Verdict(name, "unknown", _("No name server has answered in time. Come back to this page later."), host=host)


def _spf(domain: str, answers: dict[str, Texts]) -> Verdict:
    texts = answers.get(domain)
    if texts is None:
        return _silence("SPF", domain)
    found = [text for text in texts if text.lower().split(" ")[0] == "v=spf1"]
    if not found:
        return Verdict(
            "SPF",
            "missing",
            _(
                "Nothing says which servers may send for this domain. Add a text record; whoever sends your mails "
                "tells you what stands in it, usually “v=spf1 include:… -all”."
            ),
            host=domain,
        )
    record = found[0]
    if len(found) > 1:
        sentence = _("There are several records, and several count as none. Make one of them.")
        return Verdict("SPF", "weak", sentence, " · ".join(found), domain)
    words = record.lower().split()
    if {"+all", "all"} & {*words}:
        sentence = _("It lets everybody send for this domain. Let it end with “-all”, or “~all” to begin with.")
        return Verdict("SPF", "weak", sentence, record, domain)
    if not {"-all", "~all"} & {*words} and not any(word.startswith("redirect=") for word in words):
        sentence = _("It does not say what to think of other servers. Let it end with “-all”.")
        return Verdict("SPF", "weak", sentence, record, domain)
    return Verdict("SPF", "good", _("It says which servers may send for this domain."), record, domain)


def _dkim(domain: str, selector: str, answers: dict[str, Texts]) -> Verdict:
    if not selector:
        sentence = _(
            "Which key signs your mails is not known here. Whoever sends them tells you its selector: set "
            "DKIM_SELECTOR to it, and this page looks the key up."
        )
        return Verdict("DKIM", "unknown", sentence)
    host = f"{selector}._domainkey.{domain}"
    texts = answers.get(host)
    if texts is None:
        return _silence("DKIM", host)
    keys = [text for text in texts if "p" in _tags(text)]
    if not keys:
        sentence = _(
            "The key that signs your mails is not published: receivers cannot check the signature. Whoever sends your "
            "mails tells you which record to add under this name."
        )
        return Verdict("DKIM", "missing", sentence, host=host)
    if not _tags(keys[0])["p"]:
        sentence = _("This key has been withdrawn: it is empty. Ask whoever sends your mails for the new one.")
        return Verdict("DKIM", "weak", sentence, keys[0], host)
    return Verdict("DKIM", "good", _("The key that signs your mails is published."), keys[0], host)


def _dmarc(domain: str, answers: dict[str, Texts]) -> Verdict:
    names = _dmarc_names(domain)
    for host in names:
        texts = answers.get(host)
        if texts is None:
            return _silence("DMARC", host)
        found = [text for text in texts if text.replace(" ", "").lower().startswith("v=dmarc1")]
        if len(found) > 1:
            sentence = _("There are several records, and several count as none. Make one of them.")
            return Verdict("DMARC", "weak", sentence, " · ".join(found), host)
        if found:
            return _policy(found[0], host, is_own=host == names[0])
    sentence = _(
        "Nothing says what to do with mails that only pretend to come from this domain, and large receivers trust such "
        "domains less. Add this text record to begin with; once all goes well, say quarantine instead of none: "
        "%(record)s"
    ) % {"record": f"v=DMARC1; p=none; rua=mailto:postmaster@{domain}"}
    return Verdict("DMARC", "missing", sentence, host=names[0])


def _policy(record: str, host: str, *, is_own: bool) -> Verdict:
    tags = _tags(record)
    policy = (tags.get("p", "") if is_own else tags.get("sp", tags.get("p", ""))).lower()
    if policy in {"quarantine", "reject"}:
        return Verdict(
            "DMARC", "good", _("Mails that only pretend to come from this domain are set aside."), record, host
        )
    if policy == "none":
        sentence = _(
            "It only watches. Receivers are content with that; once SPF and DKIM are right, “p=quarantine” protects "
            "your name too."
        )
        return Verdict("DMARC", "good", sentence, record, host)
    sentence = _("It names no policy that receivers know: p is none, quarantine or reject.")
    return Verdict("DMARC", "weak", sentence, record, host)
