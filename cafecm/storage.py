"""Where uploaded files are kept: whole, or not at all."""

import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """A folder whose files appear under their names only when all of their bytes are on the disk.

    Django writes in place: a full disk or a power cut would leave half a photo, with or without a row for it.
    """

    def _save(self, name: str, content: Any) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(prefix=".draft-", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).chmod(self.file_permissions_mode or 0o644)
            while True:
                try:
                    os.link(draft, target)  # unlike a rename, it overwrites nothing
                    break
                except FileExistsError:
                    name = self.get_available_name(name)
                    target = Path(self.path(name))
        finally:
            Path(draft).unlink(missing_ok=True)
        return name.replace("\\", "/")
