"""All that the café keeps about one member, as one archive for them.

Each app registers what it knows: `@chapter("name")` a function from the member to what JSON can hold, `@files` one that
answers files by their names. `build` puts everything into a ZIP.
"""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from members.models import Member

Chapter = Callable[[Member], Any]
Files = Callable[[Member], Mapping[str, bytes]]
_chapters: dict[str, Chapter] = {}
_files: list[Files] = []


def chapter(name: str) -> Callable[[Chapter], Chapter]:
    """Registers the function that tells one part of what is kept about a member."""

    def register(teller: Chapter) -> Chapter:
        _chapters[name] = teller
        return teller

    return register


def files(bringer: Files) -> Files:
    """Registers a function that brings files that belong to a member."""
    _files.append(bringer)
    return bringer


def tell(member: Member) -> dict[str, Any]:
    """Everything that is kept about the member, by chapter."""
    return {name: teller(member) for name, teller in sorted(_chapters.items())}


def build(member: Member) -> bytes:
    """The archive: `me.json`, and the files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        words = json.dumps(tell(member), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        archive.writestr("me.json", words)
        for bringer in _files:
            for name, body in bringer(member).items():
                archive.writestr(name, body)
    return content.getvalue()
