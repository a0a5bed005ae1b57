"""What an evening is once its people are forgotten: numbers, and the trades that were there."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from events.models.rsvp import Rsvp
from members.models import Member

PEOPLE_KEPT_FOR = datetime.timedelta(days=730)  # 24 months after the evening


class Memory(models.Model):
    """The part of an edition that forgets.

    `remembered` is None while its people are known; afterwards its `seats` hold, for each party that had a place, whom
    their choice let see them (a Visibility) and their main trade (a key, or None), in no order that tells who they
    were; `newcomers` counts the parties who came for the first time, and `again` the others.
    """

    if TYPE_CHECKING:
        rsvps: Any
        starts_at: Any
        ends_at: Any
        _locked: Any
        _count_barely: Any
        _forget_counts: Any
        _seats: Any
        walk_ins: Any
        introductions: Any
        comments: Any
        pk: Any

    remembered = models.JSONField(null=True, blank=True, default=None, editable=False)

    class Meta:
        abstract = True

    def become_numbers(self) -> None:
        """Forgets who came, 24 months after the evening: counts, trades and words stay. A repeat changes nothing.

        Of each of them stays when they first came to a café, so that nobody is taken for a newcomer again.
        """
        with transaction.atomic():
            edition = self._locked()
            if edition.remembered is not None or edition.ends_at + PEOPLE_KEPT_FOR > timezone.now():
                return
            came = Rsvp.objects.came().filter(edition=edition.pk)
            seats = [
                (visibility, trade and trade.key) for _member, visibility, trade in edition._seats.get(self.pk, [])
            ]
            returns = list(came.with_return().values_list("is_return", flat=True))
            edition.remembered = {
                "seats": sorted(seats, key=str),
                "newcomers": returns.count(False),
                "again": returns.count(True),
            }
            edition.save(update_fields=["remembered"])
            later = Q(first_came_at__isnull=True) | Q(first_came_at__gt=edition.starts_at)
            Member.objects.filter(later, pk__in=came.values("member")).update(first_came_at=edition.starts_at)
            for rsvp in edition.rsvps.all():
                edition._count_barely(rsvp)
            edition.rsvps.all().delete()
            edition.introductions.all().delete()
            edition.comments.update(author=None, reported_by=None)
            edition.walk_ins.update(name="")
        self._forget_counts()
