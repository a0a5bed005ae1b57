"""A photo as pages show it: in the sizes that screens need, each in the lightest kind that the browser knows."""

import logging
from typing import Any

from django.db import models

from members.images import AVIF_SIDES, SMALL_SIDE, WRITES_AVIF, avif_name, discard, lay_avif_beside

logger = logging.getLogger("cafecm.photos")


class PhotoInSizes(models.Model):
    """A photo with its `image` and the same once more, `small`, both WebP.

    The worker draws the image as AVIF in each size and lays that beside it, soon after the row is committed: nobody
    who uploads waits for it. `has_avif` is None until then; pages name the AVIF once it is true.
    """

    image: Any
    small: Any
    width: int
    height: int
    has_avif = models.BooleanField(null=True, editable=False)
    ground = models.CharField(max_length=7, blank=True, editable=False)  # #rrggbb, what stands there while it loads

    class Meta:
        abstract = True

    @classmethod
    def draw_next(cls) -> bool:
        """Draws the newest photo that waits for its AVIF; answers whether there was one.

        It is taken off the list first: of two workers one draws it, and a photo that cannot be drawn, or ends the
        process, stays WebP and is not tried again.
        """
        waiting = cls._default_manager.filter(has_avif=None)
        photo = waiting.order_by("-pk").first() if WRITES_AVIF else None
        if photo is None:
            return False
        if waiting.filter(pk=photo.pk).update(has_avif=False):
            try:
                ground = lay_avif_beside(photo.image)
            except Exception:  # whatever a picture or a storage brings, the worker goes on with the next
                logger.exception("the photo %s could not be drawn as AVIF", photo.image.name)
            else:
                cls._default_manager.filter(pk=photo.pk).update(has_avif=True, ground=ground)
        return True

    @property
    def small_url(self) -> str:
        """The address of the photo as lists show it."""
        return self.small.url if self.small else self.image.url

    @property
    def small_avif(self) -> str:
        """The same as AVIF."""
        return self._avif_url(SMALL_SIDE)

    @property
    def webp_sources(self) -> str:
        """The sizes that a browser may choose from, as `srcset` writes them; empty where there is one alone."""
        small = self._wide(SMALL_SIDE)
        return f"{self.small.url} {small}w, {self.image.url} {self.width}w" if self.small and small < self.width else ""

    @property
    def avif_sources(self) -> str:
        """The same as AVIF, without the sizes that are as wide as a smaller one."""
        sides = {self._wide(side): side for side in reversed(AVIF_SIDES)}
        return ", ".join(f"{self._avif_url(sides[wide])} {wide}w" for wide in sorted(sides))

    def delete_files(self) -> None:
        """Deletes its files once that is committed."""
        discard(self.image)
        discard(self.small)

    def _wide(self, side: int) -> int:
        """How wide it is when its longer side is at most so long."""
        return round(self.width * min(1, side / max(self.width, self.height)))

    def _avif_url(self, side: int) -> str:
        return self.image.storage.url(avif_name(self.image.name, side))
