"""When the database or the disk fails: an honest 503, and the café goes on by itself once they are back."""

import errno
import logging
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language_from_path, gettext, override

logger = logging.getLogger("cafecm.outages")

RETRY_AFTER = 10  # seconds

# A full, read-only or failing disk, and no more files to open.
FAILINGS_OF_THE_MACHINE = {
    number
    for name in ("ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE", "ENFILE", "ENOMEM")
    if (number := getattr(errno, name, None))
}
# https://www.sqlite.org/rescode.html: whatever is not about the statement itself. In numbers, as Python's module would
# be megabytes for names that a café on PostgreSQL never hears.
FAILINGS_OF_SQLITE = {
    5,  # SQLITE_BUSY
    6,  # SQLITE_LOCKED
    7,  # SQLITE_NOMEM
    8,  # SQLITE_READONLY
    10,  # SQLITE_IOERR
    11,  # SQLITE_CORRUPT
    13,  # SQLITE_FULL
    14,  # SQLITE_CANTOPEN
    15,  # SQLITE_PROTOCOL
    26,  # SQLITE_NOTADB
}
# PostgreSQL's classes (appendix A of its manual): connection, transaction rolled back, insufficient resources,
# lock not available, operator intervention, system error; and "read-only transaction", as after a failover.
FAILINGS_OF_POSTGRESQL = ("08", "25006", "40", "53", "55P03", "57", "58")


def is_outage(error: BaseException | None) -> bool:
    """Whether the machine or the database failed rather than the code: the same request may succeed in a moment."""
    return any(_is_failing(cause) for cause in _with_causes(error))


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _is_failing(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in FAILINGS_OF_THE_MACHINE
    if code := getattr(error, "sqlite_errorcode", 0):
        return code & 0xFF in FAILINGS_OF_SQLITE  # its low byte is the primary code
    if isinstance(error, OperationalError | InterfaceError | InternalError) and error.__cause__ is not None:
        state = getattr(error.__cause__, "sqlstate", "no database says so")
        return state is None or state.startswith(FAILINGS_OF_POSTGRESQL)  # None: the connection itself broke
    return False


def answer(request: HttpRequest) -> HttpResponse:
    """The 503 in the language of the address. Needs neither the database, nor a template, nor a context processor."""
    if hasattr(request, "session"):
        request.session.modified = False  # saving it would wait for the same database once more
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with override(language):
        if _is_file(request.path_info):
            body, kind = f"{gettext('The café is catching its breath.')}\n", "text/plain"
        else:
            body, kind = _page(language), "text/html"
    return HttpResponse(
        body,
        status=503,
        content_type=f"{kind}; charset=utf-8",
        headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"},
    )


def _is_file(path: str) -> bool:
    """Whether a program asked, for a calendar, a photo or the state of things."""
    return "." in path.rpartition("/")[2] or path in {"/health/", "/ready/", "/metrics"}


def _page(language: str) -> str:
    return format_html(
        '<!doctype html>\n<html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">\n'
        "<title>{title}</title>\n"
        '<link rel="stylesheet" href="/static/css/error.css">\n'
        "<main><h1>{title}</h1>\n<p>{what}</p>\n<p>{form}</p>\n"
        '<p><a href="{home}">{back}</a></p></main></html>\n',
        language=language,
        title=gettext("The café is catching its breath."),
        what=gettext("This page cannot be served just now. Wait a few seconds, then load it again."),
        form=gettext("If you were sending a form, send it again: nothing counts twice."),
        home="/" if language == settings.LANGUAGE_CODE else f"/{language}/",
        back=gettext("Back to the café"),
    )


class OutageMiddleware:
    """Answers for a view that met an outage; outages in the middleware itself come to `views.server_error`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_outage(exception):
            return None
        logger.error("%s: %s", type(exception).__name__, exception)
        return answer(request)
