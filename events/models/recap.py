"""What an edition's page becomes afterwards: notes, photos, numbers, thanks, and what those who were there say."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.inventory import PEOPLE_AT_LEAST
from events.models.comment import Comment, CommentQuerySet
from events.models.news import News
from events.models.recap_photo import RecapPhoto
from events.models.rsvp import Rsvp, RsvpQuerySet
from members.company import in_company
from members.images import smaller
from members.models import Member, Topic
from members.models.member import MemberQuerySet

if TYPE_CHECKING:
    from events.models.edition import Edition

RECAP_AT_MOST = 20_000
THANKS_AT_MOST = 500
LINKS_AT_MOST = 12
PHOTOS_AT_MOST = 30
COMMENTS_AT_MOST = 5  # of one person about one evening
RECAP_IS_NEWS_FOR = datetime.timedelta(days=30)


class NotOver(Exception):
    """The evening is still to come, or never was: there is nothing to recount."""


class WasNotThere(Exception):
    """Only who was there says how it was."""


class TooManyComments(Exception):
    """So many comments of one person about one evening are enough."""


@dataclass(frozen=True)
class Numbers:
    """An evening in numbers that point at nobody: newcomers by whole threes, and the trades as all read them."""

    people: int
    newcomers: int
    trades: int


class Recap(News):
    """The part of an edition that remembers it. A link is a pair of its title and its address."""

    if TYPE_CHECKING:
        photos: Any
        comments: Any
        public_inventory: Any
        remembered: Any

        @property
        def is_past(self) -> bool: ...

        def seen_by(self, viewer: Any) -> MemberQuerySet: ...

    recap = models.TextField(_("recap"), max_length=RECAP_AT_MOST, blank=True)
    recap_links = models.JSONField(_("links"), default=list, blank=True)
    recap_thanks = models.TextField(_("thanks to the host"), max_length=THANKS_AT_MOST, blank=True)
    recap_published_at = models.DateTimeField(_("recap published"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def has_recap(self) -> bool:
        """Whether there is one for everybody to read."""
        return self.recap_published_at is not None and bool(self.recap)

    @property
    def has_taken_place(self) -> bool:
        """Whether there is something to recount."""
        return self.is_published and self.is_past

    def those_who_came(self) -> RsvpQuerySet:
        """The parties that were there: those counted at the door or, where nobody counted, those with a place."""
        return Rsvp.objects.came().filter(edition=self.pk)

    def readers_of_the_recap(self) -> MemberQuerySet:
        """Who was there and wants the recap."""
        wanting: MemberQuerySet = Member.objects.wanting(Topic.RECAPS)
        return wanting.filter(pk__in=self.those_who_came().values("member")).order_by("pk")

    def write_recap(
        self, text: str, *, links: Sequence[Sequence[str]] = (), thanks: str = "", is_published: bool = False
    ) -> int:
        """Keeps the recap; the first time that it is published, tells who was there, and answers how many.

        Raises NotOver for a draft, a cancelled edition or an evening to come.
        """
        people: list[Member] = []
        with transaction.atomic():
            edition = self._locked_once_over()
            edition.recap, edition.recap_links, edition.recap_thanks = text, [list(link) for link in links], thanks
            if is_published and edition.recap_published_at is None:
                edition.recap_published_at = timezone.now()
                people = list(edition.readers_of_the_recap())
                edition._tell(
                    "recap-published",
                    people,
                    until=edition.recap_published_at + RECAP_IS_NEWS_FOR,
                    key=f"recap-published:{edition.pk}",
                )
            edition.save(update_fields=["recap", "recap_links", "recap_thanks", "recap_published_at"])
        self.refresh_from_db()
        return len(people)

    def _locked_once_over(self) -> "Edition":
        edition = self._locked()
        if not edition.has_taken_place:
            raise NotOver
        return edition

    # Its numbers --------------------------------------------------------------------------------------------------

    def numbers(self) -> Numbers | None:
        """How many came, how many of them for the first time, and of how many trades; None while they are too few."""
        _evenings, people = type(self).objects.filter(pk=self.pk).welcomed()  # type: ignore[attr-defined]
        if people < PEOPLE_AT_LEAST:
            return None
        if self.remembered is not None:
            new = self.remembered["newcomers"]
        else:
            new = self.those_who_came().with_return().filter(is_return=False).count()
        return Numbers(people, in_company(new), len(self.public_inventory.trades) if self.public_inventory else 0)

    # Its photos ---------------------------------------------------------------------------------------------------

    def hang_photos(self, pictures: Sequence[ContentFile]) -> tuple[list[RecapPhoto], int]:
        """Hangs these pictures, cleaned already, behind those there; the same one hangs once.

        Answers the new ones, and for how many there was no room. Raises NotOver.
        """
        fresh = {hashlib.sha256(picture.read()).hexdigest(): (picture, smaller(picture)) for picture in pictures}
        new: list[RecapPhoto] = []
        try:
            with transaction.atomic():
                edition = self._locked_once_over()
                hanging = set(edition.photos.values_list("digest", flat=True))
                last = edition.photos.aggregate(last=Max("position"))["last"] or 0
                unknown = [digest for digest in fresh if digest not in hanging]
                for position, digest in enumerate(unknown[: PHOTOS_AT_MOST - len(hanging)], start=last + 1):
                    image, small = fresh[digest]
                    photo = RecapPhoto(edition=edition, digest=digest, image=image, small=small, position=position)
                    new.append(photo)
                    photo.save()
        except Exception:  # what was not saved leaves no file
            for file in (file for photo in new for file in (photo.image, photo.small)):
                file.storage.delete(str(file.name))
            raise
        return new, len(unknown) - len(new)

    def move_photo(self, photo: RecapPhoto, *, by: int) -> bool:
        """Moves a photo so many steps towards the end, or the beginning, where it stays; answers whether it moved."""
        with transaction.atomic():
            photos = list(self._locked().photos.all())
            if photo not in photos:  # deleted just now
                return False
            here = photos.index(photo)
            photos.insert(max(0, here + by), photos.pop(here))
            for position, each in enumerate(photos, start=1):
                each.position = position
            RecapPhoto.objects.bulk_update(photos, ["position"])
        return photos.index(photo) != here

    def what_photos_lack(self) -> list[str]:
        """A sentence each on those taken down, those not described and those not agreed to, by their numbers."""
        photos = list(enumerate(self.photos.all(), start=1))
        bare = [str(number) for number, photo in photos if not photo.alt]
        silent = [str(number) for number, photo in photos if photo.consent_at is None]
        hidden = [str(number) for number, photo in photos if photo.hidden_at]
        sentences = []
        if hidden:
            words = ngettext(
                "Photo %(numbers)s was taken down by somebody on it: delete it or, once you are agreed, show it again.",
                "Photos %(numbers)s were taken down by people on them: delete them or, once you are agreed, show them "
                "again.",
                len(hidden),
            )
            sentences.append(words % {"numbers": ", ".join(hidden)})
        if bare:
            words = ngettext(
                "Photo %(numbers)s: say what it shows, for those who do not see it.",
                "Photos %(numbers)s: say what they show, for those who do not see them.",
                len(bare),
            )
            sentences.append(words % {"numbers": ", ".join(bare)})
        if silent:
            words = ngettext(
                "Photo %(numbers)s is not shown: nobody has noted that those on it agreed.",
                "Photos %(numbers)s are not shown: nobody has noted that those on them agreed.",
                len(silent),
            )
            sentences.append(words % {"numbers": ", ".join(silent)})
        return sentences

    # What people say of it ----------------------------------------------------------------------------------------

    def may_comment(self, member: Any) -> bool:
        """Whether this reader was there."""
        return member.is_authenticated and self.those_who_came().filter(member=member).exists()

    def comments_for(self, viewer: Any) -> CommentQuerySet:
        """What this viewer may read, each with its author where the viewer may see them, in two queries."""
        authors = models.Prefetch("author", self.seen_by(viewer))
        said: CommentQuerySet = self.comments.visible_to(viewer)
        return said.prefetch_related(authors).order_by("written_at", "pk")

    def write_comment(self, member: Member, text: str) -> Comment:
        """What somebody who was there says of it, for an organizer to let through; the same words are one comment.

        Raises WasNotThere and TooManyComments.
        """
        with transaction.atomic():
            edition = self._locked()
            if not edition.may_comment(member):
                raise WasNotThere
            mine = edition.comments.filter(author=member)
            if again := mine.filter(text=text).first():
                return again
            if mine.count() >= COMMENTS_AT_MOST:
                raise TooManyComments
            return mine.create(edition=edition, author_id=member.pk, text=text)
