"""An edition on one sheet of A4, for a wall: with a QR code that leads to its page."""

from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.models import Edition
from events.shortcuts import edition_or_404


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """The poster for everybody who wants to hang it up; of a draft, for its organizers."""
    edition = edition_or_404(slug, request.user)
    return render(request, "events/poster.html", {**sheet_of(edition), "back": edition.get_absolute_url()})


def sheet_of(edition: Edition) -> dict[str, Any]:
    """What the poster shows: the edition, and the address of its page in letters and as a QR code."""
    address = settings.SITE_URL + edition.get_absolute_url()
    code = segno.make(address, micro=False).svg_inline(omitsize=True, border=2, svgclass="qr", lineclass="qr-line")
    return {"edition": edition, "address": address, "code": code}
