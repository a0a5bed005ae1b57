"""Who meets whom: introductions two days before the evening, newcomers and who greets them, the word after it."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events.introductions import Guest, choose
from events.models.introduction import Introduction
from events.models.rsvp import Rsvp
from members import outbox
from members.models import Block, Consent, Member, Purpose, Visibility
from members.prepared import Prepared

INTRODUCED_BEFORE = datetime.timedelta(days=2)
FOLLOWED_UP_AFTER = datetime.timedelta(days=2)
FOLLOWED_UP_WITHIN = datetime.timedelta(days=7)  # later, nobody remembers whom they met
MET_AT_MOST = 5


def guest(member: Member, met: frozenset[int] = frozenset()) -> Guest:
    """What a member brings into an introduction."""
    trades = [trade.key for trade in member.trades]
    return Guest(member.pk, member.can_help_with, member.looking_for, trades, met)


@dataclass(frozen=True)
class Newcomer:
    """Somebody for whom this would be the first café, and who greets them."""

    member: Member
    greeter: Member | None


class Meeting(models.Model):
    """The part of an edition that brings people together."""

    introduced_at = models.DateTimeField(_("people were introduced"), null=True, blank=True, editable=False)
    followed_up_at = models.DateTimeField(_("newcomers were written to"), null=True, blank=True, editable=False)

    if TYPE_CHECKING:
        pk: Any
        slug: str
        rsvps: Any
        starts_at: Any
        ends_at: Any
        introductions: Any
        closed_because: str

        @property
        def is_published(self) -> bool: ...

        def _locked(self) -> Any: ...

        def is_new(self, member: Member) -> bool: ...

    class Meta:
        abstract = True

    # Introductions ------------------------------------------------------------------------------------------------

    def introduce(self) -> int:
        """Chooses three people for each who wants to be introduced; answers how many people got somebody.

        Once an edition; a repeat changes nothing. The page of the evening and its reminder tell them.
        """
        with transaction.atomic():
            edition = self._locked()
            if edition.introduced_at or not edition.takes_answers:
                return 0
            edition.introduced_at = timezone.now()
            edition.save(update_fields=["introduced_at"])
            people = list(edition._consenting(Purpose.INTRODUCTIONS).with_specialties())
            met, apart = Rsvp.objects.met_among(people), Block.objects.among(people)
            guests = [guest(member, met[member.pk] | apart[member.pk]) for member in people]
            lists = choose(guests, seed=edition.slug).of
            Introduction.objects.bulk_create(
                Introduction(edition=edition, member_id=member, other_id=other, rank=rank)
                for member, others in lists.items()
                for rank, other in enumerate(others, start=1)
            )
        return sum(1 for others in lists.values() if others)

    def _consenting(self, purpose: Purpose) -> Any:
        """Those with a place who said yes to this and let somebody see them, in the order of joining."""
        yes = Consent.objects.filter(purpose=purpose).values("member")
        going = Member.objects.filter(rsvps__edition=self.pk, rsvps__status=Rsvp.Status.GOING, is_active=True)
        return going.filter(pk__in=yes).exclude(visibility=Visibility.NOBODY).order_by("rsvps__position")

    # Newcomers ----------------------------------------------------------------------------------------------------

    def newcomers(self, now: datetime.datetime | None = None) -> "models.QuerySet[Rsvp]":
        """The parties with a place, or in the room, that come for the first time, as `RsvpQuerySet.with_return` says.

        At the very first café nobody is told so, as it is everybody's.
        """
        earlier = Rsvp.objects.came(before=self.ends_at, now=now).exclude(edition=self.pk)
        here = self.rsvps.filter(models.Q(status=Rsvp.Status.GOING) | models.Q(arrived__gt=0), member__is_active=True)
        return here.filter(models.Exists(earlier)).newcomers(now).order_by("position")

    def greeting(self) -> list[Newcomer]:
        """The newcomers in the order of joining, each with somebody of their trade who greets, in turn.

        Without anybody of the same trade, there is no greeter: whoever is at the door greets everybody. Somebody who
        lets nobody see them is greeted by nobody in particular.
        """
        by_trade: dict[int, list[Member]] = defaultdict(list)
        new = list(self.newcomers().select_related(None).values_list("member", flat=True))
        for member in self._consenting(Purpose.GREETING).exclude(pk__in=new).with_specialties():
            for trade in member.trades[:1]:
                by_trade[trade.pk].append(member)
        people = Member.objects.filter(pk__in=new).with_specialties().in_bulk()
        greeted = []
        turns: dict[int, int] = defaultdict(int)
        for pk in new:
            member = people[pk]
            trade = member.trades[0].pk if member.trades else None
            mates = by_trade.get(trade, []) if trade and member.visibility != Visibility.NOBODY else []
            greeted.append(Newcomer(member, mates[turns[trade] % len(mates)] if trade and mates else None))
            if trade:
                turns[trade] += 1
        return greeted

    @cached_property
    def _greeters(self) -> set[int]:
        """Who greets newcomers here, by primary key."""
        return set(GREETERS.rows(edition=self.pk))

    def greeter_of(self, member: Member) -> Member | None:
        """Who greets this newcomer, as they may see them; None for everybody else."""
        if not self._greeters:
            return None
        found = next((each.greeter for each in self.greeting() if each.member.pk == member.pk), None)
        return Member.objects.visible_to(member).with_specialties().filter(pk=found.pk).first() if found else None

    def newcomers_greeted_by(self, member: Any) -> "models.QuerySet[Member]":
        """The newcomers whom this member, who greets at this edition, may see; nobody for everybody else."""
        if not member.is_authenticated or member.pk not in self._greeters:
            return Member.objects.none()
        new = self.newcomers().exclude(member=member).values("member")
        seen = Member.objects.visible_to(member).filter(pk__in=new, rsvps__edition=self.pk)
        return seen.with_specialties().order_by("rsvps__position")

    def follow_up(self) -> int:
        """Writes to those for whom it was the first café and who came; answers how many. A repeat writes nothing."""
        with transaction.atomic():
            edition = self._locked()
            if edition.followed_up_at or not edition.is_published or edition.ends_at > timezone.now():
                return 0
            edition.followed_up_at = timezone.now()
            edition.save(update_fields=["followed_up_at"])
            came = Rsvp.objects.came().filter(pk__in=edition.newcomers().values("pk")).select_related("member")
            people = [rsvp.member for rsvp in came.order_by("position")]
            outbox.post_all(
                "first-cafe",
                people,
                key=f"first-cafe:{edition.pk}",
                expires_at=edition.ends_at + FOLLOWED_UP_WITHIN,
                edition=edition.pk,
            )
        return len(people)

    def met_by(self, member: Member) -> list[Member]:
        """Whom somebody who came may remember: who was introduced to them and came, then others who came.

        Only those who want to be introduced, and whom the reader may see.
        """
        here = Rsvp.objects.came().filter(edition=self.pk)
        if not here.filter(member=member).exists():
            return []
        ranks = dict(Introduction.objects.filter(edition=self.pk, member=member).values_list("other", "rank"))
        yes = Consent.objects.filter(purpose=Purpose.INTRODUCTIONS).values("member")
        seen = Member.objects.visible_to(member).filter(pk__in=here.values("member")).filter(pk__in=yes)
        people = (
            seen.exclude(pk__in=[member.pk, *Block.objects.apart(member)]).with_specialties().order_by("name", "pk")
        )
        trades = set(cast(list[Any], member.trades))
        return sorted(people, key=lambda each: (ranks.get(each.pk, 9), not trades & set(each.trades)))[:MET_AT_MOST]


def _greeting_at(edition: int) -> models.QuerySet[Any, Any]:
    here = apps.get_model("events", "Edition")(pk=edition)
    return here._consenting(Purpose.GREETING).order_by().values_list("pk", flat=True)


GREETERS = Prepared(_greeting_at, edition=int)
