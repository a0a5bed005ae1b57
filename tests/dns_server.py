"""A real DNS server on the loopback that knows a few text records, which can be silent."""

import socketserver
import threading
from collections.abc import Iterator

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest


class Zone:
    """Text records by name; `is_silent` leaves every question without an answer."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self.is_silent = False


class Question(socketserver.BaseRequestHandler):
    zone: Zone

    def handle(self) -> None:
        content, socket = self.request
        question = dns.message.from_wire(content)
        name = question.question[0].name.to_text().rstrip(".")
        self.zone.asked.append(name)
        if self.zone.is_silent:
            return
        answer = dns.message.make_response(question)
        if texts := self.zone.texts.get(name):
            quoted = [" ".join(f'"{text[n : n + 200]}"' for n in range(0, len(text), 200)) for text in texts]
            answer.answer.append(dns.rrset.from_text(name + ".", 60, "IN", "TXT", *quoted))
        elif not any(known.endswith(f".{name}") or known == name for known in self.zone.texts):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        socket.sendto(answer.to_wire(), self.client_address)


@pytest.fixture
def zone() -> Iterator[Zone]:
    """What the server knows; the house's resolver asks nobody else."""
    zone = Zone()
    handler = type("ZoneQuestion", (Question,), {"zone": zone})
    before = dns.resolver.default_resolver
    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], server.server_address[1]
        dns.resolver.default_resolver = resolver
        yield zone
        dns.resolver.default_resolver = before
        server.shutdown()
