"""What SPF, DKIM and DMARC records mean, asked of a real DNS server."""

import dns.resolver
import pytest
from django.utils import translation

from members import domain
from tests.dns_server import zone

__all__ = ["zone"]  # a fixture

SENDER, SELECTOR = "cafe.asso.fr", "s1"
KEY = f"{SELECTOR}._domainkey.{SENDER}"


def verdicts(zone, selector: str = SELECTOR) -> dict[str, str]:
    answers = domain.ask(SENDER, selector, dns.resolver.get_default_resolver())
    return {verdict.name: verdict.state for verdict in domain.judge(SENDER, selector, answers)}


def test_a_domain_in_order_is_said_to_be(zone):
    zone.texts = {
        SENDER: ["google-site-verification=x", "v=spf1 include:_spf.example.org -all"],
        KEY: ["v=DKIM1; k=rsa; p=" + "A" * 390],  # longer than one string of a record
        f"_dmarc.{SENDER}": ["v=DMARC1; p=quarantine; rua=mailto:postmaster@cafe.asso.fr"],
    }
    assert verdicts(zone) == {"SPF": "good", "DKIM": "good", "DMARC": "good"}


def test_a_domain_without_records_is_told_which_to_add(zone):
    answers = domain.ask(SENDER, SELECTOR, dns.resolver.get_default_resolver())
    with translation.override("en"):
        spf, dkim, dmarc = domain.judge(SENDER, SELECTOR, answers)
    assert (spf.state, dkim.state, dmarc.state) == ("missing", "missing", "missing")
    assert "v=spf1 include:" in spf.sentence
    assert dkim.host == KEY
    assert f"v=DMARC1; p=none; rua=mailto:postmaster@{SENDER}" in dmarc.sentence


@pytest.mark.parametrize(
    ("records", "state"),
    [
        (["v=spf1 mx -all"], "good"),
        (["V=SPF1 mx ~ALL"], "good"),
        (["v=spf1 redirect=_spf.example.org"], "good"),
        (["v=spf1 mx +all"], "weak"),
        (["v=spf1 all"], "weak"),
        (["v=spf1 mx ?all"], "weak"),
        (["v=spf1 mx"], "weak"),
        (["v=spf1 mx -all", "v=spf1 a -all"], "weak"),
        (["v=spf10 mx -all"], "missing"),
        (["spf2.0/pra -all"], "missing"),
    ],
)
def test_spf(zone, records, state):
    zone.texts = {SENDER: records}
    assert verdicts(zone)["SPF"] == state


@pytest.mark.parametrize(
    ("records", "state"),
    [(["p=abc"], "good"), (["v=DKIM1; p="], "weak"), (["v=DKIM1; k=rsa"], "missing"), (["other"], "missing")],
)
def test_dkim(zone, records, state):
    zone.texts = {KEY: records}
    assert verdicts(zone)["DKIM"] == state


def test_dkim_without_its_selector_is_not_known_and_not_asked_for(zone):
    assert verdicts(zone, selector="")["DKIM"] == "unknown"
    assert not [name for name in zone.asked if "_domainkey" in name]


@pytest.mark.parametrize(
    ("name", "records", "state"),
    [
        (f"_dmarc.{SENDER}", ["v=DMARC1; p=reject"], "good"),
        (f"_dmarc.{SENDER}", ["v=DMARC1;p=none"], "good"),
        (f"_dmarc.{SENDER}", ["v=DMARC1; p=maybe"], "weak"),
        (f"_dmarc.{SENDER}", ["v=DMARC1"], "weak"),
        (f"_dmarc.{SENDER}", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], "weak"),
        (f"_dmarc.{SENDER}", ["p=reject"], "missing"),
        ("_dmarc.asso.fr", ["v=DMARC1; p=reject"], "good"),  # the domain above rules too
        ("_dmarc.asso.fr", ["v=DMARC1; p=reject; sp=junk"], "weak"),
    ],
)
def test_dmarc(zone, name, records, state):
    zone.texts = {name: records}
    assert verdicts(zone)["DMARC"] == state


def test_a_server_that_is_silent_is_waited_for_a_few_seconds_and_no_longer(zone, monkeypatch):
    monkeypatch.setattr(domain, "PATIENCE", 0.3)
    zone.is_silent = True
    assert verdicts(zone) == {"SPF": "unknown", "DKIM": "unknown", "DMARC": "unknown"}
    assert set(zone.asked) == {SENDER}  # its time was up after the first question


@pytest.mark.parametrize(
    ("name", "is_public"),
    [
        ("cafe.asso.fr", True),
        ("localhost", False),
        ("127.0.0.1", False),
        ("::1", False),
        ("cafe.example", False),
        ("cafe.test", False),
        ("", False),
    ],
)
def test_some_names_can_have_no_records(name, is_public):
    assert domain.is_public(name) is is_public


@pytest.mark.parametrize("name", ["é" * 70 + ".fr", "a" * 300 + ".fr", "..fr"])
def test_a_name_that_cannot_be_asked_for_is_not_known(zone, name):
    answers = domain.ask(name, "", dns.resolver.get_default_resolver())
    assert answers[name] is None
