"""Uploaded pictures, as they are sent: as what they are, and as nothing that could act."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse

KINDS = {"webp": "image/webp", "avif": "image/avif"}


def picture(path: str, *, seconds: int) -> HttpResponse:
    """The picture at this path of the storage, for its reader's own browser to keep for so long; 404 without one.

    No cache on the way keeps it: a photo that is taken away must not live on there.
    """
    try:
        with default_storage.open(path) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(
        content,
        content_type=KINDS[path.rpartition(".")[2]],
        headers={
            "Cache-Control": f"private, max-age={seconds}, immutable",
            "Content-Disposition": "inline",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )
