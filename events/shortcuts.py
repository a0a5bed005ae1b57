"""What several views begin with."""

from typing import Any

from django.http import Http404

from events.models import Edition


def edition_or_404(slug: str, reader: Any = None) -> Edition:
    """The edition of this slug with all that its page shows, if it is public, or this reader may open it."""
    edition = Edition.objects.opened(slug, reader)
    if edition is None:
        raise Http404
    return edition
