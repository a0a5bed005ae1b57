"""What a place looks like."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from django.core.files.base import ContentFile
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.images import smaller
from members.models import PhotoInSizes

if TYPE_CHECKING:
    from venues.models import Venue

PHOTOS_AT_MOST = 12


def photo_path(photo: "VenuePhoto", filename: str) -> str:
    """A random name: nothing of the upload's own name is kept."""
    return f"venues/{get_random_string(16)}.webp"


class VenuePhotoQuerySet(models.QuerySet["VenuePhoto"]):
    def add(self, venue: "Venue", pictures: Sequence[ContentFile]) -> "list[VenuePhoto]":
        """Hangs these pictures, cleaned already, behind those that a venue has; one that hangs there hangs once.

        Answers those that are new. Called while the venue's row is locked, a picture sent twice at once is one too.
        """
        hanging = list(venue.photos.all())
        last = max((photo.position for photo in hanging), default=0)
        new: list[VenuePhoto] = []
        for picture in pictures:
            if not any(photo.shows(picture) for photo in [*hanging, *new]):
                last += 1
                new.append(VenuePhoto.objects.create(venue=venue, image=picture, small=smaller(picture), position=last))
        return new

    def take_down(self) -> None:
        """Deletes the photos, and their files once that is committed."""
        for photo in self:
            photo.delete()
            photo.delete_files()


class VenuePhoto(PhotoInSizes):
    """One photo of a venue; the first one, by `position`, stands for the place in lists."""

    width, height = 1600, 1067  # as pages cut it

    venue = models.ForeignKey("Venue", models.CASCADE, related_name="photos", verbose_name=_("venue"))
    image = models.ImageField(_("photo"), upload_to=photo_path)
    small = models.ImageField(_("the same, small"), upload_to=photo_path, blank=True, editable=False)
    alt = models.CharField(_("what the photo shows"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("order"))

    objects = VenuePhotoQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        verbose_name = _("photo of a venue")
        verbose_name_plural = _("photos of venues")
        constraints: ClassVar = [
            models.CheckConstraint(name="venue_photo_has_a_file", condition=~models.Q(image="")),
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], name="venue_photo_to_draw", condition=models.Q(has_avif=None)),
        ]

    def __str__(self) -> str:
        return self.alt or str(self.image)

    def shows(self, picture: ContentFile) -> bool:
        """Whether this very picture is its file; cleaning draws the same file the same way each time."""
        storage, name = self.image.storage, str(self.image.name)
        try:
            if storage.size(name) != picture.size:
                return False
            with storage.open(name) as file:
                kept = file.read()
        except FileNotFoundError:
            return False
        picture.seek(0)
        return kept == picture.read()

    @property
    def alternative(self) -> str:
        """What stands for the photo where it is not seen; for one that nobody described, whose it is."""
        return self.alt or gettext("Photo of the place, not described yet")
