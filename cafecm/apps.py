import os
from pathlib import Path

import polib
from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.autoreload import file_changed


class CafecmConfig(AppConfig):
    name = "cafecm"

    def ready(self) -> None:
        from cafecm import checks, security_log  # noqa: F401  (the checks register themselves)
        from events.models.kept import program

        security_log.listen()
        # Under `make dev` a template changes without a new start: what was kept was made by another program.
        file_changed.connect(lambda **signal: program.cache_clear(), weak=False)
        compile_translations(settings.LOCALE_PATHS)


def compile_translations(folders: list[Path]) -> None:
    """Makes the .mo of every .po that is newer, so that no machine needs gettext's tools.

    Raises ImproperlyConfigured where nothing can be written beside the code, as a service that is nobody cannot.
    """
    for folder in folders:
        for source in Path(folder).glob("*/LC_MESSAGES/*.po"):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                fresh = target.with_suffix(f".{os.getpid()}")  # several may start at once
                sentences = polib.pofile(str(source))
                try:
                    sentences.save_as_mofile(str(fresh))
                    fresh.replace(target)
                except OSError as error:
                    raise ImproperlyConfigured(
                        f"{target} cannot be written ({error.strerror}). Whoever owns the code runs: manage.py check"
                    ) from error
