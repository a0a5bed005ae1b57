"""The house's own answers: health, errors, and the kept mails of a development machine."""

import base64
import datetime
import email
import email.policy
import sys
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import condition, require_safe

from cafecm import outages
from cafecm.register import register
from events.models import Edition
from members.images import drawn_from
from members.media import picture
from members.models import Mail

A_YEAR = 365 * 24 * 3600  # seconds
PLAIN = "text/plain; charset=utf-8"


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 when this process can serve people: the database answers and has every migration. For a balancer."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return HttpResponse("migrations wait\n", status=503, content_type=PLAIN, headers={"Retry-After": "10"})
    return HttpResponse("ready\n", content_type=PLAIN)


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """What Prometheus scrapes, for who brings METRICS_TOKEN as a bearer (RFC 6750); without one in the settings, 404.

    Numbers only, of the whole café rather than of one process: any of several machines gives the same answer.
    """
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(bearer, settings.METRICS_TOKEN):
        raise Http404
    now = timezone.now()
    waiting = Mail.objects.due(now)
    oldest = waiting.values_list("run_at", flat=True).first()
    told = [
        ("cafecm_up", "The database answers.", 1),
        ("cafecm_mails_due", "Mails whose time has come and that wait for a worker.", waiting.count()),
        (
            "cafecm_mail_wait_seconds",
            "How long the oldest of them has waited; rises while no worker runs.",
            round((now - oldest).total_seconds(), 3) if oldest else 0,
        ),
        (
            "cafecm_mails_failed",
            "Mails that were refused for good or given up.",
            Mail.objects.filter(state=Mail.State.FAILED).count(),
        ),
        ("cafecm_editions_coming", "Published editions to come.", Edition.objects.published().upcoming().count()),
    ]
    lines = [f"# HELP {name} {text}\n# TYPE {name} gauge\n{name} {value}\n" for name, text, value in told]
    return HttpResponse("".join(lines), content_type="text/plain; version=0.0.4; charset=utf-8")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, for everybody to read."""
    return render(request, "cafecm/privacy.html", {"rows": register(), "write_to": settings.MAIL_FROM})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use the site, what is known to be in the way, and whom to tell."""
    return render(request, "cafecm/accessibility.html", {"write_to": settings.MAIL_FROM})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the desk, the accounts and private pages are of no use to a search engine."""
    lines = ["User-agent: *", "Disallow: /organize/", "Disallow: /accounts/", "Disallow: /members/me/", ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)


def _photo_changed_at(request: HttpRequest, path: str) -> datetime.datetime | None:
    for name in (path, drawn_from(path)):
        with suppress(FileNotFoundError):
            return default_storage.get_modified_time(name)
    return None


@require_safe
@condition(last_modified_func=_photo_changed_at)
def photo(request: HttpRequest, path: str) -> HttpResponse:
    """An uploaded photo, which the café has drawn anew, under a random name that is never used again.

    Those of members and of evenings have doors of their own, which ask who looks.
    """
    return picture(path, seconds=A_YEAR)


@require_safe
def kept_mail_list(request: HttpRequest) -> HttpResponse:
    """The mails that a development machine kept instead of sending, the latest first."""
    files = sorted(settings.KEPT_MAIL_DIR.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)
    return render(request, "cafecm/kept_mail_list.html", {"mails": [_read(file) for file in files[:100]]})


@require_safe
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]  # its types know views without arguments only
def kept_mail(request: HttpRequest, name: str) -> HttpResponse:
    """One kept mail, as plain text and as HTML."""
    return render(request, "cafecm/kept_mail.html", {"mail": _kept(name)})


@require_safe
@csp_replace(  # type: ignore[arg-type]
    {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "img-src": [SELF, "data:"], "frame-ancestors": [SELF]}
)
@xframe_options_sameorigin
def kept_mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of a kept mail by itself: a mail carries its styles in its tags, so this page alone allows them."""
    return HttpResponse(str(_kept(name)["html"]))


def _kept(name: str) -> dict[str, object]:
    file = settings.KEPT_MAIL_DIR / f"{name}.log"
    if file.parent != settings.KEPT_MAIL_DIR or not file.is_file():
        raise Http404
    return _read(file)


def _read(file: Path) -> dict[str, object]:
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    return {
        "name": file.stem,
        "subject": message["subject"],
        "to": message["to"],
        "at": datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC),
        "headers": list(message.items()),
        "text": text.get_content() if text else "",
        "html": _with_pictures(html.get_content(), message) if html else "",
    }


def _with_pictures(html: str, message: EmailMessage) -> str:
    """The HTML with the pictures that the mail carries in their places (RFC 2392)."""
    for part in message.walk():
        if content_id := part["Content-ID"]:
            picture = base64.b64encode(part.get_content()).decode()
            html = html.replace(f"cid:{content_id.strip('<>')}", f"data:{part.get_content_type()};base64,{picture}")
    return html


TOO_MUCH: dict[type[Exception], str] = {
    RequestDataTooBig: "text",
    TooManyFilesSent: "files",
    TooManyFieldsSent: "fields",
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The question could not be read; where there is simply too much of it (RFC 9110, 15.5.14), of what."""
    if what := TOO_MUCH.get(type(exception)):
        context = {"what": what, "files": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
        return render(request, "cafecm/error_413.html", context, status=413)
    return render(request, "cafecm/error_400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "cafecm/error_403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "cafecm/error_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "cafecm/error_404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs neither the database nor a context processor: they may be what broke."""
    if outages.is_outage(sys.exc_info()[1]):
        return outages.answer(request)
    return HttpResponse(_SERVER_ERROR, status=500, content_type="text/html; charset=utf-8")


_SERVER_ERROR = """<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Une tasse est tombée</title>
<link rel="stylesheet" href="/static/css/error.css">
<main><h1>Une tasse est tombée.</h1>
<p>La page n’a pas pu être servie. L’incident est noté ; réessayez dans un instant.</p>
<p lang="en">A cup has fallen. The page could not be served; please try again in a moment.</p>
<p><a href="/">Retour au café</a></p></main></html>
"""
