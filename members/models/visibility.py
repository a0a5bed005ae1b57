"""Who sees what of whom: decided here, for every door."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.db.models.query import ModelIterable
from django.utils.translation import gettext_lazy as _

from members.company import in_company
from members.folding import words
from members.models.specialty import MemberSpecialty, Specialty
from members.models.wishes import Following, MailChoice
from members.models.word import Word

if TYPE_CHECKING:
    from members.models.member import Member

ORGANIZING = ("owner", "organizer")  # the roles with a desk, of those in the team of a series


FEW = 1_500  # members, whom one looks up one by one more quickly than one goes through all
SOME = 8_000  # of whom a database soon tells who is among others too
NOWHERE = "nowhere.invalid"  # never a domain (RFC 2606, 2): where people live who told no address


class Visibility(models.TextChoices):
    """Who may see a member, from everybody to nobody but the organizers of the cafés they come to."""

    PUBLIC = "public", _("everybody")
    MEMBERS = "members", _("members who are signed in")
    CAFE = "cafe", _("people at the same café")
    NOBODY = "nobody", _("nobody")


class Onlooker(models.TextChoices):
    """A reader one imagines, to look at oneself through their eyes; wherever a viewer is asked for."""

    EVERYBODY = "everybody", _("everybody")
    MEMBERS = "members", _("members who are signed in")
    CAFE = "cafe", _("people at the same café")

    @classmethod
    def of(cls, viewer: Any, *, is_there: bool) -> "Onlooker":
        """As whom this viewer, signed in or not, reads of an evening; `is_there` says whether they have a place."""
        if not viewer.is_authenticated:
            return cls.EVERYBODY
        return cls.CAFE if is_there else cls.MEMBERS

    @property
    def included_in(self) -> list[Visibility]:
        """The choices that include this reader."""
        return list(Visibility)[: list(Onlooker).index(self) + 1]


class AsSeen(ModelIterable):
    """Hands out members who have let go of what their reader may not see, before anybody can show it."""

    def __iter__(self) -> "Iterator[Member]":
        for member in super().__iter__():
            member.let_go_of_what_is_hidden()
            yield member


class MemberQuerySet(models.QuerySet["Member"]):
    def visible_to(self, viewer: Any, *, here: Onlooker | None = None) -> "MemberQuerySet":
        """The active members whose profile this viewer may open, carrying only what this viewer may see.

        `here` says as whom they read where one evening decides it, and not all those they went to.
        """
        return self.filter(shown_to(viewer, "visibility", here), is_active=True).as_seen_by(viewer, here=here)

    def listed_for(self, viewer: Any) -> "MemberQuerySet":
        """Those of them who chose to be in the directory."""
        return self.visible_to(viewer).filter(is_listed=True)

    def as_seen_by(self, viewer: Any, *, here: Onlooker | None = None) -> "MemberQuerySet":
        """The same members, each carrying only what this viewer may see: at the least their name.

        By itself for those alone whose names the viewer has a right to, as organizers have at their café. Nobody's
        address is among it, not even one's own; such a member can be shown, but not saved. Columns asked for by name
        (`values`), or searched in, are not covered.
        """
        seen = self.annotate(reach=_reach_of(viewer, here))
        seen._iterable_class = AsSeen
        return seen

    def organizing(self) -> "MemberQuerySet":
        """The active members who organize a series, as its owner or organizer."""
        return self.filter(is_active=True, teams__role__in=ORGANIZING).distinct()

    def wanting(self, topic: str) -> "MemberQuerySet":
        """The active members who have not said no to the mails of this topic."""
        said_no = MailChoice.objects.filter(member=OuterRef("pk"), topic=topic, is_wanted=False)
        return self.filter(is_active=True).exclude(Exists(said_no))

    def idle_since(self, moment: datetime.datetime) -> "MemberQuerySet":
        """Those who have neither signed in nor answered to a café since then; who looks after the site is not."""
        unused = self.exclude(last_login__gt=moment).exclude(rsvps__changed_at__gt=moment)
        return unused.filter(joined_at__lte=moment, is_staff=False, is_superuser=False)

    def without_address(self) -> "MemberQuerySet":
        """Those known by name alone."""
        return self.filter(email__endswith=f"@{NOWHERE}", is_active=False)

    def following(self, specialties: Iterable[Specialty]) -> "MemberQuerySet":
        """Those who follow one of these trades at least, each once."""
        return self.filter(pk__in=Following.objects.filter(specialty__in=specialties).values("member"))

    def with_specialties(self) -> "MemberQuerySet":
        """Loads what `Member.trades` shows, in one query more."""
        return self.prefetch_related(ranked_specialties())

    def matching(self, text: str, viewer: Any) -> "MemberQuerySet":
        """Those who tell of every word, or of one that begins so, in what this viewer may see of them; none for none.

        For listed members who are `visible_to` the same viewer.
        """
        names = {trade.pk: words(f"{trade.name_fr} {trade.name_en}") for trade in Specialty.objects.all()}
        shown = shown_to(viewer, "organisation_visibility")
        found: MemberQuerySet = self
        groups = []
        for start in words(text):
            told = Q(words__contains=f" {start}") | (Q(organisation_words__contains=f" {start}") & shown)
            tellers = Word.tellers_of(start)
            if trades := [pk for pk, name in names.items() if any(word.startswith(start) for word in name)]:
                practised = MemberSpecialty.objects.filter(specialty__in=trades).order_by()
                told |= Q(Exists(practised.filter(member=OuterRef("pk"))))
                tellers = tellers.union(practised.values("member"), all=True)
            found = found.filter(told)
            groups.append(tellers)
        return found._among(*groups) if groups else self.none()

    def practising(self, specialty: Specialty) -> "MemberQuerySet":
        """Those who have this trade; for members who are `visible_to` somebody."""
        practised = specialty.practised.order_by()
        return self.filter(Exists(practised.filter(member=OuterRef("pk"))))._among(practised.values("member"))

    def helping_with(self, text: str) -> "MemberQuerySet":
        """Those who offer help with every one of these words; for listed members who are `visible_to` somebody."""
        return self._having("help_words", words(text))

    def living_in(self, city: str) -> "MemberQuerySet":
        """Those whose city has every one of these words; for listed members who are `visible_to` somebody."""
        return self._having("city_words", words(city))

    def _having(self, column: str, starts: list[str]) -> "MemberQuerySet":
        if not starts:
            return self.none()
        told = [Q(**{f"{column}__contains": f" {start}"}) for start in starts]
        return self.filter(*told)._among(*map(Word.tellers_of, starts))

    def _among(self, *groups: models.QuerySet[Any]) -> "MemberQuerySet":
        """The same members, all of whom are in each of these groups; looked up one by one where few are in all.

        Otherwise the database soon finds enough by going through all in their order; less soon where there are more
        groups to be in.
        """
        few, many = FEW * len(groups), SOME if len(groups) > 1 else FEW
        telling = [group for group in groups if not group[many : many + 1]]
        if not telling:
            return self
        everyone = telling[0].intersection(*telling[1:])
        if many > few and all(some[few : few + 1] for some in (*telling, everyone)):
            return self
        return self.filter(pk__in=everyone)

    def told_by_trade(self, viewer: Any) -> dict[int, int]:
        """How many of them each trade has, by its primary key, as far as this viewer may know; in one query.

        Those the viewer may see are counted, the others by whole threes, and who shows themselves to nobody never.
        """
        seen = shown_to(viewer, "visibility")
        rows = self.filter(is_active=True, ranked_specialties__isnull=False).order_by()
        counts = rows.values("ranked_specialties__specialty").annotate(
            seen=models.Count("pk", filter=seen),
            veiled=models.Count("pk", filter=~seen & ~Q(visibility=Visibility.NOBODY)),
        )
        return {
            row["ranked_specialties__specialty"]: row["seen"] + in_company(row["veiled"])
            for row in counts.values("ranked_specialties__specialty", "seen", "veiled")
        }

    def not_hidden_for(self, viewer: Any, field: str) -> "MemberQuerySet":
        """Those who show this viewer their photo, organisation or links; for searching in it."""
        return self.filter(shown_to(viewer, "visibility") & shown_to(viewer, f"{field}_visibility"), is_active=True)


def ranked_specialties() -> models.Prefetch:
    """What `Member.trades` shows, to be loaded beside members."""
    return models.Prefetch("ranked_specialties", MemberSpecialty.objects.select_related("specialty").order_by("rank"))


def shown_to(viewer: Any, choice: str, here: Onlooker | None = None) -> Q:
    """The members whose choice, the name of a column of Visibility, includes this viewer; themselves always."""
    if isinstance(viewer, Onlooker):
        return Q(**{f"{choice}__in": viewer.included_in})
    if not viewer.is_authenticated:
        return shown_to(Onlooker.EVERYBODY, choice)
    if here:
        return Q(pk=viewer.pk) | shown_to(here, choice)
    return (
        Q(pk=viewer.pk)
        | Q(**{f"{choice}__in": [Visibility.PUBLIC, Visibility.MEMBERS]})
        | Q(**{choice: Visibility.CAFE}, pk__in=_company_of(viewer))
    )


def _company_of(viewer: "Member") -> models.QuerySet:
    """Those who have a place at a café where this viewer has one too."""
    places = viewer.rsvps.model.objects.filter(status="going")
    mine = places.filter(member=viewer).values("edition")
    return places.filter(edition__in=mine).values("member")


def _reach_of(viewer: Any, here: Onlooker | None = None) -> models.expressions.Combinable:
    """How many of the choices of Visibility, in their order, include this viewer, for each row."""
    if isinstance(viewer, Onlooker):
        return Value(len(viewer.included_in))
    if not viewer.is_authenticated:
        return _reach_of(Onlooker.EVERYBODY)
    whole = When(pk=viewer.pk, then=Value(len(Visibility)))
    if here:
        return Case(whole, default=_reach_of(here))
    return Case(
        whole,
        When(pk__in=_company_of(viewer), then=_reach_of(Onlooker.CAFE)),
        default=_reach_of(Onlooker.MEMBERS),
    )
