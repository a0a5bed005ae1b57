"""What is too much, and what is nonsense: refused before it costs anything, and never with an error."""

import pytest
from allauth.core import ratelimit

from cafecm.middleware import BODY_AT_MOST

pytestmark = pytest.mark.django_db


def test_body_larger_than_a_photo_is_refused_before_it_is_read(client):
    answer = client.generic("POST", "/accounts/login/", b"x", CONTENT_LENGTH=str(BODY_AT_MOST + 1))
    assert answer.status_code == 413
    assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    "credential",
    [
        '{"id": 1}',
        '{"id": "\\ud800"}',
        "9" * 5000,
        '{"a":' * 5000,
        "[]",
        "null",
        '"text"',
        '{"id": "a", "rawId": "a", "type": "public-key", "response": {}}',
        '{"id": "a", "rawId": "a", "type": "public-key", "response": {"userHandle": "!"}}',
    ],
)
def test_passkey_that_is_nonsense_is_a_wrong_answer(client, credential):
    client.get("/accounts/login/")
    assert client.post("/accounts/2fa/webauthn/login/", {"credential": credential}).status_code in {200, 302}


def test_limits_are_not_pushed_out_by_asking_for_many_others(rf):
    def asks(address, network="192.0.2.1"):
        request = rf.post("/", REMOTE_ADDR=network)
        return ratelimit.consume(request, action="prove_address", key=address)

    assert [asks("ada@example.org") for _time in range(4)] == [True, True, True, False]
    for number in range(400):
        asks(f"other{number}@example.org", f"198.51.{number // 250}.{number % 250}")
    assert not asks("ada@example.org", "203.0.113.7")
