"""Middleware that breaks, to see what the answer still carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def broken(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        raise RuntimeError

    return middleware
