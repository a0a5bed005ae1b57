"""Photos in a bucket: kept, served under the café's own addresses, taken away; and a bucket that does not answer."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client

from cafecm import environment


class Bucket(BaseHTTPRequestHandler):
    """The few answers of S3's protocol that the café asks for, on the loopback."""

    kept: ClassVar[dict[str, bytes]] = {}
    is_signed: ClassVar[list[bool]] = []

    def do_PUT(self) -> None:
        self.kept[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(200)

    def do_HEAD(self) -> None:
        self._answer(200 if self.path in self.kept else 404, self.kept.get(self.path, b""), with_body=False)

    def do_GET(self) -> None:
        self._answer(200 if self.path in self.kept else 404, self.kept.get(self.path, b""))

    def do_DELETE(self) -> None:
        self.kept.pop(self.path, None)
        self._answer(204)

    def _answer(self, status: int, body: bytes = b"", *, with_body: bool = True) -> None:
        self.is_signed.append("Credential=key/" in self.headers.get("Authorization", ""))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", "Wed, 15 Apr 2009 18:00:00 GMT")
        self.send_header("ETag", '"etag"')
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        pass


@pytest.fixture
def bucket(monkeypatch, settings) -> Iterator[dict[str, bytes]]:
    """The café with its photos in a bucket; what the bucket holds."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("MEDIA_BUCKET", f"http://key:se%2Fcret@127.0.0.1:{server.server_port}/cafe?region=fr-par")
    settings.STORAGES = settings.STORAGES | {"default": environment.media("MEDIA_BUCKET")}
    Bucket.kept.clear()
    Bucket.is_signed.clear()
    yield Bucket.kept
    server.shutdown()
    server.server_close()


@pytest.mark.django_db
def test_photos_are_kept_in_the_bucket_and_served_by_the_cafe(client, bucket):
    name = default_storage.save("venues/a.webp", ContentFile(b"a photo"))
    assert bucket == {"/cafe/venues/a.webp": b"a photo"}
    assert all(Bucket.is_signed)
    assert default_storage.url(name) == "/media/venues/a.webp"
    answer = client.get("/media/venues/a.webp")
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, b"a photo", "image/webp")
    assert "private" in answer["Cache-Control"]
    unchanged = client.get("/media/venues/a.webp", headers={"if-modified-since": answer["Last-Modified"]})
    assert unchanged.status_code == 304

    assert default_storage.save("venues/a.webp", ContentFile(b"another")) != name, "nothing is written over"
    default_storage.delete(name)
    assert client.get("/media/venues/a.webp").status_code == 404
    assert client.get("/media/venues/never.webp").status_code == 404


@pytest.mark.django_db
def test_bucket_that_does_not_answer_is_an_honest_503(monkeypatch, settings):
    monkeypatch.setenv("MEDIA_BUCKET", "http://key:secret@127.0.0.1:1/cafe")
    settings.STORAGES = settings.STORAGES | {"default": environment.media("MEDIA_BUCKET")}
    answer = Client(raise_request_exception=False).get("/media/venues/a.webp")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")


@pytest.mark.django_db(transaction=True)
def test_backup_says_that_photos_in_a_bucket_are_not_in_it(bucket, tmp_path, capsys):
    call_command("backup", tmp_path)
    assert "The photos are in a bucket" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["s3://bucket", "https://s3.example.org/bucket", "https://key:secret@s3.example.org/"])
def test_bucket_that_is_not_fully_named_stops_the_start(monkeypatch, url):
    monkeypatch.setenv("MEDIA_BUCKET", url)
    with pytest.raises(ImproperlyConfigured, match="MEDIA_BUCKET takes https://KEY:SECRET@"):
        environment.media("MEDIA_BUCKET")
