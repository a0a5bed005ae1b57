"""Who has a place: joining the line, being let in, freeing, confirming, and giving free places away.

Every change locks the edition's row first and recounts under that lock, so that there are never more people than
places; every change that may free a place ends in `Places._serve_line`.
"""

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events.models.questions import Questions
from events.models.rsvp import DOOR_CLOSES_AFTER, Rsvp, WalkIn
from events.wallclock import in_zone
from members import outbox
from members.models import Member
from members.prepared import Prepared
from venues.models import PEOPLE_AT_MOST

if TYPE_CHECKING:
    from events.models.edition import Edition

CAPACITY = 40
KNOWS_FOR = datetime.timedelta(days=1)  # how long a yes needs no reminder
TIME_TO_ANSWER = datetime.timedelta(hours=24)
RELEASE_BEFORE_LAST_CALL = datetime.timedelta(hours=2)
DOOR_OPENS_BEFORE = datetime.timedelta(hours=12)


ANSWER = Prepared(
    lambda edition, member: Rsvp.objects.filter(edition=edition, member=member).order_by(), edition=int, member=int
)


def _locking(edition: int) -> models.QuerySet[Any]:
    editions = apps.get_model("events", "Edition").objects
    return editions.select_for_update(of=("self",)).select_related("series").filter(pk=edition).order_by()


LOCKED = Prepared(_locking, edition=int)


class RsvpClosed(Exception):
    """This edition takes no RSVP; `reason` is draft, cancelled, past, closed, not-yet or, to one person, declined."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooManyGuests(Exception):
    """More guests than the series allows, than the café holds, or than there are places left.

    `has_place` says whether the person keeps a place, with the party as it was.
    """

    def __init__(self, guests_at_most: int, *, has_place: bool = False) -> None:
        super().__init__(guests_at_most)
        self.guests_at_most = guests_at_most
        self.has_place = has_place


class NoPlaceLeft(Exception):
    """There are fewer free places than the party needs; whoever asked did not want it to wait."""


class AlreadyComing(Exception):
    """This person has a place at the edition, or waits for one, already."""


class Tally(NamedTuple):
    """The places taken, the parties that wait, and the last position that was given in the line."""

    going: int
    waiting: int
    last: int


class Places(Questions):
    """The part of an edition that gives places. `capacity` counts people, guests included."""

    capacity = models.PositiveIntegerField(
        _("capacity"), default=CAPACITY, validators=[MinValueValidator(1), MaxValueValidator(PEOPLE_AT_MOST)]
    )
    opens_at = models.DateTimeField(_("RSVPs open"), null=True, blank=True)
    closes_at = models.DateTimeField(_("RSVPs close"), null=True, blank=True)
    is_by_approval = models.BooleanField(_("organizers say yes to each person first"), default=False)
    asked_at = models.DateTimeField(_("people were asked to confirm"), null=True, blank=True, editable=False)
    released_at = models.DateTimeField(_("silent places were released"), null=True, blank=True, editable=False)
    filled_at = models.DateTimeField(_("was full for the first time"), null=True, blank=True, editable=False)

    if TYPE_CHECKING:
        rsvps: Any
        bare_counts: Any
        walk_ins: Any
        series: Any
        starts_at: datetime.datetime
        ends_at: datetime.datetime
        status: str

        @property
        def is_published(self) -> bool: ...

        def _tally(self) -> "Tally": ...

    class Meta(Questions.Meta):
        abstract = True

    # Counting -----------------------------------------------------------------------------------------------------

    @cached_property
    def places_taken(self) -> int:
        """People with a place, guests included, as counted at the first look."""
        counted = getattr(self, "counted_going", None)
        return self._tally().going if counted is None else counted

    @property
    def places_left(self) -> int:
        """Free places; none where capacity was lowered below the number going."""
        return max(0, self.capacity - self.places_taken)

    @property
    def places_over(self) -> int:
        """How many more people have a place than the edition holds, since its capacity was lowered."""
        return max(0, self.places_taken - self.capacity)

    @property
    def is_full(self) -> bool:
        return self.places_left == 0

    def position_in_line(self, rsvp: Rsvp) -> int:
        """How many parties wait up to this one, itself included: 1 is the next."""
        return self.rsvps.waiting().filter(position__lte=rsvp.position).count()

    def positions_in_line(self) -> dict[int, int]:
        """The same for each party that waits, by its primary key."""
        return {pk: number for number, pk in enumerate(self.rsvps.waiting().values_list("pk", flat=True), start=1)}

    def rsvp_of(self, member: Any) -> Rsvp | None:
        """This member's answer, a cancelled one included; None for a stranger."""
        if not member.is_authenticated:
            return None
        answer = ANSWER.row(edition=self.pk, member=member.pk)
        if answer:
            answer.edition = self
        return answer

    # When it takes RSVPs ------------------------------------------------------------------------------------------

    @property
    def closed_because(self) -> str:
        """Why it takes no RSVP from everybody: draft, cancelled, past, closed or not-yet; "" while it takes them."""
        now = timezone.now()
        if not self.is_published:
            return self.status
        if self.starts_at <= now:
            return "past"
        if self.closes_at and self.closes_at <= now:
            return "closed"
        if self.opens_at and self.opens_at > now:
            return "not-yet"
        return ""

    @property
    def opens(self) -> datetime.datetime | None:
        """The opening for everybody as the clocks of the series show it."""
        return in_zone(self.opens_at, self.series.zone) if self.opens_at else None

    @property
    def opens_first(self) -> datetime.datetime | None:
        """The opening for who was left waiting last time: so many hours earlier as the series says."""
        return self.opens and in_zone(self.opens - self._head_start, self.series.zone)

    @property
    def has_head_start(self) -> bool:
        """Whether it takes RSVPs from who was left waiting last time, and not yet from everybody."""
        return self.closed_because == "not-yet" and self.opens_first is not None and self.opens_first <= timezone.now()

    @property
    def closes(self) -> datetime.datetime | None:
        """The closing as the clocks of the series show it."""
        return in_zone(self.closes_at, self.series.zone) if self.closes_at else None

    def closed_for(self, member: Any) -> str:
        """The same for one person.

        Who has a place or waits is shut out by neither the opening nor the closing: they may still say yes to a place,
        or bring fewer guests. Who was left waiting last time has a head start before the opening. Where organizers let
        people in, their no stands until they take it back.
        """
        reason = self.closed_because
        if not member.is_authenticated or reason in {"draft", "cancelled", "past"}:
            return reason
        if self.is_by_approval and self.rsvps.filter(member=member, declined_at__isnull=False).exists():
            return "declined"
        if not reason:
            return reason
        if self.rsvps.active().filter(member=member).exists():
            return ""
        return "" if self.has_head_start and self._left_waiting().filter(pk=member.pk).exists() else reason

    @property
    def takes_answers(self) -> bool:
        """Whether who has a place, or waits, may still confirm or free it: until the evening begins."""
        return self.closed_because not in {"draft", "cancelled", "past"}

    def guests_at_most_for(self, answer: Rsvp | None) -> int:
        """How many guests a person may bring: as the series says, and as many as the café holds.

        A party that stands may stay as large as it is; once the list is closed it may only become smaller.
        """
        at_most = min(self.series.guests_at_most, self.capacity - 1)
        if answer is None or answer.is_cancelled:
            return at_most
        return answer.guests if self.closed_because == "closed" else max(at_most, answer.guests)

    @property
    def is_last_call(self) -> bool:
        """Whether the evening is so close that a freed place is offered to everyone waiting, first to say yes."""
        return self.starts_at - datetime.timedelta(hours=self.series.last_call_hours) <= timezone.now()

    def _left_waiting(self) -> models.QuerySet[Member]:
        """Who was still waiting when the series' last edition began."""
        before = (
            type(self)  # type: ignore[attr-defined]
            .objects.published()
            .filter(series=self.series, starts_at__lt=self.starts_at, starts_at__lte=timezone.now())
            .order_by("-starts_at", "-pk")
            .values("pk")[:1]
        )
        return Member.objects.filter(rsvps__edition__in=before, rsvps__status=Rsvp.Status.WAITING, is_active=True)

    # The acts of a person -----------------------------------------------------------------------------------------

    def rsvp(
        self,
        member: Member,
        *,
        guests: int | None = 0,
        guest_names: Sequence[str] | None = None,
        needs: str | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> Rsvp:
        """The member's place, or their position in the line where it is full.

        A repeat changes nothing but the guests, the needs and the answers, by the words of the questions. Needs are for
        the organizers. None leaves the party, or the needs, as it was; who joins comes alone.

        Where the edition is by approval, who joins waits for the organizers' yes first. It is a yes: it confirms a
        place, and in the last call it takes a free one, from the line too. Raises RsvpClosed where the edition takes
        none, AnswersMissing for who joins without those it needs, and TooManyGuests for more than the series allows,
        than the café holds or, for someone who has a place or was offered one, than there are places left: what they
        have is kept as it was.
        """
        with transaction.atomic():
            edition = self._locked()
            if reason := edition.closed_for(member):
                raise RsvpClosed(reason)
            rsvp = edition.rsvp_of(member)
            before = rsvp.status if rsvp else Rsvp.Status.CANCELLED
            is_joining = rsvp is None or rsvp.is_cancelled
            if rsvp is None or rsvp.is_cancelled:
                edition._must_allow(guests or 0, None)
                edition._must_answer(rsvp, answers or {})
                rsvp = edition._joining(rsvp, member, guests or 0, guest_names or [])
            elif guests is not None:
                edition._change_party(rsvp, guests, guest_names)
            edition._note(rsvp, needs, answers or {}, is_joining=is_joining)
            edition._serve_line(joining=[rsvp] if is_joining else [], yes=[rsvp], told=[rsvp])
            if rsvp.is_going:
                edition._affirm(rsvp, is_answer=edition._is_near)
            if rsvp.status != before:
                edition._tell(f"rsvp-{rsvp.status}", [member])
        self._forget_counts()
        return rsvp

    def confirm(self, member: Member) -> Rsvp | None:
        """“I'm coming”: the place is no longer tentative. A repeat, or a confirmation without a place, changes nothing.

        Raises RsvpClosed once the evening has begun.
        """
        with transaction.atomic():
            edition = self._locked()
            rsvp = edition.rsvps.filter(member=member).first()
            if rsvp is None or not rsvp.is_going or (rsvp.confirmed_at and not rsvp.is_tentative):
                return rsvp
            edition._must_not_have_begun()
            edition._affirm(rsvp, is_answer=True)
        return rsvp

    def cancel_rsvp(self, member: Member, *, by: Member | None = None, line: str = "") -> Rsvp | None:
        """Frees the member's place and gives it to the line; a repeat changes nothing.

        Where an organizer does it, the mail says who, with a line of theirs. Answers None where the member never had
        one. Raises RsvpClosed once the evening has begun.
        """
        with transaction.atomic():
            edition = self._locked()
            rsvp = edition.rsvps.filter(member=member).first()
            if rsvp is None or rsvp.is_cancelled:
                return rsvp
            edition._must_not_have_begun()
            was = rsvp.status
            edition._free([rsvp])
            if by:
                edition._tell("place-freed", [member], was=was, by=by.pk, line=line)
            else:
                edition._tell("rsvp-freed", [member], was=was)
            edition._serve_line()
        self._forget_counts()
        return rsvp

    def forget(self, member: Member) -> None:
        """Lets go of a member who leaves for good: a place to come goes to the line, of one that was, numbers stay."""
        with transaction.atomic():
            edition = self._locked()
            for rsvp in edition.rsvps.filter(member=member):
                if edition.starts_at <= timezone.now():
                    edition._count_barely(rsvp)
                rsvp.delete()
            edition._serve_line()
        self._forget_counts()

    def _count_barely(self, rsvp: Rsvp) -> None:
        if rsvp.is_going or rsvp.arrived:
            count, _is_new = self.bare_counts.get_or_create(group=rsvp.forecast_group)
            if rsvp.is_going:
                count.parties += 1
                count.places += rsvp.places
            count.arrived += rsvp.arrived
            count.save()

    # The acts of the organizers -----------------------------------------------------------------------------------

    def add(
        self,
        member: Member,
        *,
        by: Member,
        may_wait: bool = False,
        guests: int = 0,
        guest_names: Sequence[str] = (),
        needs: str | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> Rsvp:
        """A place for somebody who said so to an organizer, or with `may_wait` a position in the line where it is full.

        It is the organizers' yes, too: somebody who has asked is let in, with the party that they asked for. The
        opening and the closing of the list are for everybody else. Raises RsvpClosed once the evening has begun,
        AlreadyComing, TooManyGuests for more than could ever come in, and NoPlaceLeft.
        """
        with transaction.atomic():
            edition = self._locked()
            edition._must_not_have_begun()
            party: Any = {"guests": guests, "guest_names": guest_names, "needs": needs, "answers": answers or {}}
            rsvp = edition._seat(member, by=by, may_wait=may_wait, **party)
        self._forget_counts()
        return rsvp

    def move(self, rsvp: Rsvp, to: "Edition", *, by: Member, may_wait: bool = False, line: str = "") -> Rsvp | None:
        """Frees a party's place, or its position in the line, for one at another coming evening of the series.

        A party that asks goes on asking where the other evening is by approval, too: moving it is no yes. What it has
        answered goes along as far as the other evening asks the same.

        Both rows are locked, in the order of their keys, so that people who are moved across each other wait for
        nobody. A repeat changes nothing; the answer is None where the party had gone before. Raises as `add` does, and
        then nothing has changed here either.
        """
        if to.series_id != self.series.pk or to.pk == self.pk:
            raise ValueError("people move between the evenings of one series")
        with transaction.atomic():
            here, there = self._locked_with(to)
            here._must_not_have_begun()
            there._must_not_have_begun()
            rsvp = here.rsvps.select_related("member").get(pk=rsvp.pk)
            if rsvp.is_cancelled:
                return there.rsvps.active().filter(member=rsvp.member).first()
            was = rsvp.status
            party: Any = {
                "guests": rsvp.guests,
                "guest_names": rsvp.guest_names,
                "needs": rsvp.needs,
                "answers": dict(rsvp.answers),
            }
            here._free([rsvp])
            here._tell("place-moved", [rsvp.member], to=there.pk, was=was, by=by.pk, line=line)
            is_yes = was != Rsvp.Status.ASKING
            moved = there._seat(rsvp.member, by=by, may_wait=may_wait, is_yes=is_yes, **party)
            here._serve_line()
        self._forget_counts()
        to._forget_counts()
        return moved

    def _seat(
        self,
        member: Member,
        *,
        guests: int,
        guest_names: Sequence[str],
        needs: str | None,
        answers: Mapping[str, str],
        by: Member,
        may_wait: bool,
        is_yes: bool = True,
    ) -> Rsvp:
        rsvp = self.rsvps.filter(member=member).first()
        is_joining = rsvp is None or rsvp.is_cancelled
        if rsvp is not None and rsvp.is_asking and is_yes:
            rsvp.status = Rsvp.Status.WAITING
            rsvp.save(update_fields=["status"])
        elif rsvp is not None and not rsvp.is_cancelled:
            raise AlreadyComing
        else:
            self._must_allow(guests, None)
            rsvp = self._joining(rsvp, member, guests, guest_names, is_let_in=is_yes)
        self._note(rsvp, needs or None, answers, is_joining=is_joining)
        self._serve_line(joining=[rsvp] if is_joining else [], yes=[rsvp], told=[rsvp])
        if rsvp.is_waiting and not may_wait:
            raise NoPlaceLeft
        self._tell(f"rsvp-{rsvp.status}", [member], by=by.pk)
        return rsvp

    def approve(self, rsvp: Rsvp) -> Rsvp:
        """The organizers' yes: a place, or the position in the line that is the party's since it asked.

        Takes a no back, too. A repeat, or a yes to somebody who has withdrawn, changes nothing. Raises RsvpClosed once
        the evening has begun.
        """
        with transaction.atomic():
            edition = self._locked()
            rsvp = edition.rsvps.select_related("member").get(pk=rsvp.pk)
            if rsvp.is_asking or rsvp.is_declined:
                edition._must_not_have_begun()
                edition._let_in([rsvp])
        self._forget_counts()
        return rsvp

    def decline(self, rsvp: Rsvp, *, word: str = "") -> Rsvp:
        """The organizers' no, with a word of theirs for the person alone.

        A repeat, or a no to somebody who has been let in or has withdrawn, changes nothing. Raises RsvpClosed once the
        evening has begun.
        """
        with transaction.atomic():
            edition = self._locked()
            rsvp = edition.rsvps.select_related("member").get(pk=rsvp.pk)
            if rsvp.is_asking:
                edition._must_not_have_begun()
                rsvp.status = Rsvp.Status.CANCELLED
                rsvp.declined_at = rsvp.changed_at = timezone.now()
                rsvp.needs = ""
                rsvp.save(update_fields=["status", "declined_at", "needs", "changed_at"])
                edition._tell("rsvp-declined", [rsvp.member], word=word)
        return rsvp

    # The acts of the house ----------------------------------------------------------------------------------------

    def ask_to_confirm(self) -> int:
        """Asks everyone with a place, once, whether they come, and reminds those who have said so; how many were asked.

        Who joined by themselves after the asking is taken to mean it, and who has confirmed within a day knows.
        """
        with transaction.atomic():
            edition = self._locked()
            if edition.asked_at or not edition.takes_answers:
                return 0
            edition.asked_at = timezone.now()
            edition.save(update_fields=["asked_at"])
            silent = list(edition.rsvps.going().filter(confirmed_at__isnull=True).select_related("member"))
            edition.rsvps.filter(pk__in=[rsvp.pk for rsvp in silent]).update(asked_at=edition.asked_at)
            sure = edition.rsvps.going().filter(confirmed_at__lte=edition.asked_at - KNOWS_FOR).select_related("member")
            for kind, asked in (("reconfirm", silent), ("reminder", sure)):
                edition._tell(
                    kind,
                    [rsvp.member for rsvp in asked],
                    until=edition.starts_at,
                    key=f"{kind}:{edition.pk}:{edition.sequence}",
                    since=edition.asked_at.isoformat(),
                )
        return len(silent)

    def release_silent(self) -> int:
        """Gives the tentative places of those who were asked and did not answer to the line; answers how many."""
        with transaction.atomic():
            edition = self._locked()
            if edition.released_at or not edition.asked_at or not edition.takes_answers:
                return 0
            edition.released_at = timezone.now()
            edition.save(update_fields=["released_at"])
            silent = list(edition.rsvps.silent().filter(is_tentative=True).select_related("member"))
            edition._free(silent)
            edition._tell("place-released", [rsvp.member for rsvp in silent])
            edition._serve_line()
        self._forget_counts()
        return len(silent)

    def _open_line(self) -> set[int]:
        """What publishing does: standing RSVPs join the line, who was left waiting last time gets a head start.

        Answers the keys of those who have been written to about it.
        """
        known = set(self.rsvps.values_list("member", flat=True))
        standings = self.series.standings.filter(member__is_active=True).select_related("member")
        standing = [row.member for row in standings.order_by("asked_at", "pk") if row.member_id not in known]
        joining = [self._joining(None, member, 0, [], is_tentative=True) for member in standing]
        going = {rsvp.member_id for rsvp in self._serve_line(joining=joining, told=joining)}
        self._tell("standing-going", [member for member in standing if member.pk in going])
        others = "rsvp-asking" if self.is_by_approval else "standing-waiting"
        self._tell(others, [member for member in standing if member.pk not in going])
        served = {member.pk for member in standing}
        return served | self._give_head_start(without=served | known)

    @property
    def _head_start(self) -> datetime.timedelta:
        return datetime.timedelta(hours=self.series.head_start_hours)

    def _give_head_start(self, *, without: set[int]) -> set[int]:
        """Before the opening that the organizers have chosen or, without one, by opening to everybody later."""
        now = timezone.now()
        is_too_near = (self.closes_at or self.starts_at) - now < 3 * self._head_start
        if not self._head_start or (self.opens_at <= now if self.opens_at else is_too_near):
            return set()
        first = [member for member in self._left_waiting() if member.pk not in without]
        if first:
            self.opens_at = self.opens_at or now + self._head_start
            self.save(update_fields=["opens_at"])
            self._tell("head-start", first)
        return {member.pk for member in first}

    # At the door --------------------------------------------------------------------------------------------------

    @property
    def door_closed_because(self) -> str:
        """Why nobody is checked in now: draft, cancelled, early or late.

        "" from the morning of the evening on and for a week: a phone without a connection, or a list on paper, may
        come in late.
        """
        now = timezone.now()
        if not self.is_published:
            return self.status
        if now < self.starts_at - DOOR_OPENS_BEFORE:
            return "early"
        if now >= self.ends_at + DOOR_CLOSES_AFTER:
            return "late"
        return ""

    @property
    def door_opens(self) -> datetime.datetime:
        """When check-in begins, as the clocks of the series show it."""
        return in_zone(self.starts_at - DOOR_OPENS_BEFORE, self.series.zone)

    def check_in(self, rsvp: Rsvp, *, people: int | None = None) -> Rsvp:
        """Notes how many of the party are in the room, all of it by default, 0 to undo.

        Whoever is let in has a place, even from the line or after freeing it: the room decides, not the list.
        """
        with transaction.atomic():
            self._locked()
            rsvp = self.rsvps.select_related("member").get(pk=rsvp.pk)
            rsvp.arrived = rsvp.places if people is None else max(0, min(people, rsvp.places))
            rsvp.save(update_fields=["arrived"])
        return rsvp

    @property
    def people_in_the_room(self) -> int:
        """Everybody checked in, guests and walk-ins included."""
        arrived = self.rsvps.aggregate(total=Coalesce(Sum("arrived"), 0))["total"]
        arrived += self.bare_counts.aggregate(total=Coalesce(Sum("arrived"), 0))["total"]
        return arrived + self.walk_ins.aggregate(total=Coalesce(Sum("people"), 0))["total"]

    def welcome_walk_in(self, name: str, *, people: int = 1, key: uuid.UUID | None = None) -> WalkIn:
        """Adds someone who came without an RSVP; the same key again adds nobody.

        Another name under a key that is taken, from a form that the back button has brought back, is somebody else.
        """
        key = key or uuid.uuid4()
        walk_in, is_new = WalkIn.objects.get_or_create(
            key=key, defaults={"edition": cast("Edition", self), "name": name, "people": people}
        )
        if not is_new and walk_in.name != name:
            return self.welcome_walk_in(name, people=people, key=uuid.uuid5(key, name))
        return walk_in

    def forget_walk_in(self, key: uuid.UUID) -> bool:
        """Takes a walk-in back who was added by mistake; answers whether there was one."""
        deleted, _rows = self.walk_ins.filter(key=key).delete()
        return bool(deleted)

    # Under the lock -----------------------------------------------------------------------------------------------

    def _locked(self) -> "Edition":
        """This edition as it is now, its row locked until the transaction ends."""
        assert transaction.get_connection().in_atomic_block
        edition = LOCKED.row(edition=self.pk)
        if edition is None:
            raise type(self).DoesNotExist
        return edition

    def _locked_with(self, other: "Edition") -> "tuple[Edition, Edition]":
        """This edition and another as they are now, both rows locked, the one with the lower key first."""
        editions = type(self).objects.select_for_update(of=("self",)).select_related("series")  # type: ignore[attr-defined]
        locked = {edition.pk: edition for edition in editions.filter(pk__in=[self.pk, other.pk]).order_by("pk")}
        return locked[self.pk], locked[other.pk]

    def _must_not_have_begun(self) -> None:
        if not self.takes_answers:
            raise RsvpClosed(self.closed_because)

    def _must_allow(self, guests: int, kept: Rsvp | None) -> None:
        """Raises TooManyGuests for a party that could never come in."""
        at_most = self.guests_at_most_for(kept)
        if not 0 <= guests <= at_most:
            raise TooManyGuests(at_most, has_place=kept is not None and kept.is_going)

    def _joining(
        self,
        rsvp: Rsvp | None,
        member: Member,
        guests: int,
        guest_names: Sequence[str],
        *,
        is_tentative: bool = False,
        is_let_in: bool = False,
    ) -> Rsvp:
        """The party of who joins now, or joins again: `_serve_line` says what it gets, and saves it."""
        rsvp = rsvp or Rsvp(edition=cast("Edition", self), member=member)
        rsvp.status = Rsvp.Status.ASKING if self.is_by_approval and not is_let_in else Rsvp.Status.WAITING
        rsvp.guests = guests
        rsvp.guest_names = list(guest_names)[:guests]
        rsvp.is_tentative = is_tentative
        rsvp.confirmed_at = timezone.now() if self._is_near and not is_tentative else None
        rsvp.asked_at = rsvp.offered_at = rsvp.declined_at = None
        rsvp.arrived = 0
        rsvp.changed_at = timezone.now()
        return rsvp

    def _let_in(self, rsvps: Sequence[Rsvp]) -> None:
        """Puts these parties, which have asked, into the line where they joined it, and tells them what they have."""
        for rsvp in rsvps:
            rsvp.status, rsvp.declined_at, rsvp.changed_at = Rsvp.Status.WAITING, None, timezone.now()
            rsvp.save(update_fields=["status", "declined_at", "changed_at"])
        given = self._serve_line(yes=rsvps, told=rsvps)
        self._tell("rsvp-going", [rsvp.member for rsvp in rsvps if rsvp in given])
        self._tell("rsvp-waiting", [rsvp.member for rsvp in rsvps if rsvp not in given])

    def _change_party(self, rsvp: Rsvp, guests: int, guest_names: Sequence[str] | None) -> None:
        names = rsvp.guest_names if guest_names is None else list(guest_names)
        if (guests, names[:guests]) == (rsvp.guests, rsvp.guest_names):
            return
        self._must_allow(guests, rsvp)
        free = max(0, self.capacity - self._tally().going)
        if rsvp.is_going and guests - rsvp.guests > free:
            raise TooManyGuests(rsvp.guests + free, has_place=True)
        if rsvp.is_offered and guests >= free:
            raise TooManyGuests(free - 1)
        rsvp.guests, rsvp.guest_names = guests, names[:guests]
        rsvp.arrived = min(rsvp.arrived, rsvp.places)
        rsvp.changed_at = timezone.now()
        rsvp.save(update_fields=["guests", "guest_names", "arrived", "changed_at"])

    def _note(self, rsvp: Rsvp, needs: str | None, answers: Mapping[str, str], *, is_joining: bool) -> None:
        """Keeps what the organizers are told beside; of who joins it is saved with all the rest."""
        was = (rsvp.needs, rsvp.answers)
        rsvp.needs = rsvp.needs if needs is None else needs
        rsvp.answers = self._answers(rsvp, answers)
        if not is_joining and (rsvp.needs, rsvp.answers) != was:
            rsvp.save(update_fields=["needs", "answers"])

    def _free(self, rsvps: Iterable[Rsvp]) -> None:
        for rsvp in rsvps:
            rsvp.status = Rsvp.Status.CANCELLED
            rsvp.offered_at = None
            rsvp.times_freed += 1
            rsvp.needs = ""
            rsvp.changed_at = timezone.now()
            rsvp.save(update_fields=["status", "offered_at", "times_freed", "needs", "changed_at"])

    @property
    def _is_near(self) -> bool:
        """Whether whoever says now that they come need not be asked again: people were asked, or would be by now."""
        asking = datetime.timedelta(days=self.series.reconfirm_days)
        return self.asked_at is not None or self.starts_at - asking <= timezone.now()

    def _affirm(self, rsvp: Rsvp, *, is_answer: bool) -> None:
        """Notes that somebody with a place means to come; as an answer, they are not asked again."""
        confirmed_at = rsvp.confirmed_at or (timezone.now() if is_answer else None)
        if (rsvp.is_tentative, rsvp.confirmed_at) != (False, confirmed_at):
            rsvp.is_tentative, rsvp.confirmed_at, rsvp.changed_at = False, confirmed_at, timezone.now()
            rsvp.save(update_fields=["is_tentative", "confirmed_at", "changed_at"])

    def _serve_line(
        self, *, joining: Sequence[Rsvp] = (), yes: Sequence[Rsvp] = (), told: Sequence[Rsvp] = ()
    ) -> list[Rsvp]:
        """Gives the free places to the line, in its order, and answers who got one; the row must be locked.

        Those who are `joining` come last, and are saved here. A party that does not fit keeps its position and may be
        passed by a smaller one. In the last call only those in `yes`, who say it now or are let in now, get their
        place; the others who fit are told that there is one to take. Who is in `told` hears it from the caller; it is
        these objects that change, not others of the same rows.
        """
        tally = self._tally()
        free = self.capacity - tally.going if self.is_published else 0
        may_move = free > 0 or self.is_last_call
        waiting = self._line(told) if tally.waiting and may_move else []
        line = [*waiting, *(rsvp for rsvp in joining if rsvp.is_waiting)]
        given: list[Rsvp] = []
        for rsvp in line:
            if rsvp.places <= free and (rsvp in yes or not self.is_last_call):
                rsvp.status = Rsvp.Status.GOING
                rsvp.offered_at = None
                rsvp.changed_at = timezone.now()
                given.append(rsvp)
                free -= rsvp.places
        for position, rsvp in enumerate(joining, start=tally.last + 1):
            rsvp.position = position
            rsvp.save()
        for rsvp in given:
            if rsvp not in joining:
                rsvp.save(update_fields=["status", "offered_at", "changed_at"])
        if not self.is_published:
            return given
        self.places_taken = self.capacity - free
        self._tell("rsvp-promoted", [rsvp.member for rsvp in given if rsvp not in told])
        if self.is_last_call:
            self._offer([rsvp for rsvp in line if rsvp.is_waiting], free)
        if free <= 0:
            self._note_that_it_is_full()
        return given

    def _line(self, known: Sequence[Rsvp]) -> list[Rsvp]:
        """The parties that wait, in their order; of those known already, the very objects."""
        objects = {rsvp.pk: rsvp for rsvp in known}
        return [objects.get(rsvp.pk, rsvp) for rsvp in self.rsvps.waiting().select_related("member")]

    def _note_that_it_is_full(self) -> None:
        """Keeps the first moment: what becomes free afterwards was taken once."""
        if self.filled_at is None:
            self.filled_at = timezone.now()
            self.save(update_fields=["filled_at"])

    def _offer(self, line: list[Rsvp], free: int) -> None:
        """Tells each party that fits, once while the place is free; withdraws the offers that no longer fit."""
        for rsvp in line:
            if (rsvp.places <= free) != (rsvp.offered_at is not None):
                rsvp.offered_at = timezone.now() if rsvp.places <= free else None
                rsvp.save(update_fields=["offered_at"])
                if rsvp.offered_at:
                    self._tell("rsvp-offered", [rsvp.member])

    def _forget_counts(self) -> None:
        for name in ("places_taken", "counted_going", "counted_waiting"):
            self.__dict__.pop(name, None)

    def _people(self) -> list[Member]:
        """Everybody with a place, in the line or waiting for a yes who has an address, in the order of joining."""
        return [rsvp.member for rsvp in self.rsvps.reachable().select_related("member").order_by("position")]

    def _tell(
        self,
        kind: str,
        people: Sequence[Member],
        *,
        until: datetime.datetime | None = None,
        key: str | None = None,
        **data: Any,
    ) -> None:
        """Writes a mail about this edition to each of these people; pointless once the evening, or `until`, is over.

        Who is known by name alone has no address to write to.
        """
        if reachable := [member for member in people if member.is_active]:
            outbox.post_all(kind, reachable, key=key, expires_at=until or self.ends_at, edition=self.pk, **data)
