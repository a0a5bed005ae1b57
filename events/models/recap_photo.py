"""What an evening looked like."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models.series import Series
from members.models import Member, PhotoInSizes

WORDS_AT_MOST = 300
RECAPS = "recaps"  # the folder of their files


def photo_path(photo: "RecapPhoto", filename: str) -> str:
    """A random name: nothing of the upload's own name is kept."""
    return f"{RECAPS}/{get_random_string(16)}.webp"


class RecapPhotoQuerySet(models.QuerySet["RecapPhoto"]):
    def agreed(self) -> "RecapPhotoQuerySet":
        """Those of a published recap to which who can be recognised agreed, be they taken down since or not."""
        return self.filter(self._is_agreed)

    def shown(self) -> "RecapPhotoQuerySet":
        """Those for everybody: agreed to, and not taken down."""
        return self.agreed().filter(hidden_at=None)

    def visible_to(self, viewer: Any) -> "RecapPhotoQuerySet":
        """What is for everybody, and all those of the viewer's own series."""
        if not viewer.is_authenticated:
            return self.shown()
        is_shown = self._is_agreed & models.Q(hidden_at=None)
        return self.filter(is_shown | models.Q(edition__series__in=Series.objects.organized_by(viewer)))

    def organized_by(self, member: Any) -> "RecapPhotoQuerySet":
        """Those of the series that this member organizes."""
        return self.filter(edition__series__in=Series.objects.organized_by(member))

    def to_settle(self, member: Any) -> "RecapPhotoQuerySet":
        """Those that somebody on them has taken down, for an organizer to delete or to show again; the oldest first."""
        hidden = self.organized_by(member).filter(hidden_at__isnull=False)
        return hidden.select_related("edition__series").order_by("hidden_at", "pk")

    _is_agreed = models.Q(
        consent_at__isnull=False,
        edition__status="published",
        edition__recap_published_at__isnull=False,
    )


class RecapPhoto(PhotoInSizes):
    """One photo of an evening. Nobody sees it before an organizer has noted that those on it agreed.

    Who is seen on it may take it down at once; the organizers then delete it or, once they are agreed, show it again.
    `digest` is of its bytes.
    """

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="photos", verbose_name=_("edition"))
    image = models.ImageField(_("photo"), upload_to=photo_path, width_field="width", height_field="height")
    small = models.ImageField(_("the same, small"), upload_to=photo_path, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    digest = models.CharField(max_length=64, editable=False)
    position = models.PositiveSmallIntegerField(_("order"))
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    alt = models.CharField(_("what the photo shows"), max_length=200, blank=True)
    consent_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="consents_noted")
    consent_at = models.DateTimeField(_("those on it agreed"), null=True, blank=True)
    hidden_at = models.DateTimeField(_("taken down"), null=True, blank=True)
    hidden_words = models.CharField(_("what they said"), max_length=WORDS_AT_MOST, blank=True)

    objects = RecapPhotoQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["edition", "position", "pk"]
        verbose_name = _("photo of an evening")
        verbose_name_plural = _("photos of evenings")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "digest"], name="recap_photo_hangs_once"),
            models.CheckConstraint(
                name="recap_photo_has_its_files", condition=~models.Q(image="") & ~models.Q(small="")
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], name="recap_photo_to_draw", condition=models.Q(has_avif=None)),
            models.Index(fields=["image"], name="recap_photo_by_file"),
            models.Index(fields=["small"], name="recap_photo_by_small_file"),
            models.Index(fields=["hidden_at"], name="recap_photo_to_settle", condition=~models.Q(hidden_at=None)),
        ]

    def __str__(self) -> str:
        return self.alt or str(self.image)

    @property
    def alternative(self) -> str:
        """What stands for the photo where it is not seen."""
        return self.alt or gettext("Photo of the evening, not described yet")

    def describe(self, *, caption: str, alt: str, is_agreed: bool, by: Member) -> None:
        """What an organizer says of it; who first noted that those on it agreed, and when, stays."""
        self.caption, self.alt = caption, alt
        if is_agreed != (self.consent_at is not None):
            self.consent_at, self.consent_by_id = (timezone.now(), by.pk) if is_agreed else (None, None)
        self.save(update_fields=["caption", "alt", "consent_at", "consent_by"])

    def hide(self, words: str) -> None:
        """Takes it down at once for somebody who is seen on it, with what they say; a repeat keeps the first words."""
        now = timezone.now()
        RecapPhoto.objects.filter(pk=self.pk, hidden_at=None).update(hidden_at=now, hidden_words=words)

    def show_again(self) -> bool:
        """Shows it again, once an organizer has settled it with who asked; answers whether it had been taken down."""
        hidden = RecapPhoto.objects.filter(pk=self.pk, hidden_at__isnull=False)
        return bool(hidden.update(hidden_at=None, hidden_words=""))

    def take_away(self) -> None:
        """Deletes it, and its files once that is committed."""
        self.delete()
        self.delete_files()
