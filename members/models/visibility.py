"""Who sees what of whom: decided here, for every door."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.db.models.query import ModelIterable
from django.utils.translation import gettext_lazy as _

from members.company import in_company
from members.folding import fold
from members.models.specialty import MemberSpecialty, Specialty
from members.models.wishes import Following, MailChoice

if TYPE_CHECKING:
    from members.models.member import Member

ORGANIZING = ("owner", "organizer")  # the roles with a desk, of those in the team of a series


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
    def visible_to(self, viewer: Any) -> "MemberQuerySet":
        """The active members whose profile this viewer may open, carrying only what this viewer may see."""
        return self.filter(shown_to(viewer, "visibility"), is_active=True).as_seen_by(viewer)

    def listed_for(self, viewer: Any) -> "MemberQuerySet":
        """Those of them who chose to be in the directory."""
        return self.visible_to(viewer).filter(is_listed=True)

    def as_seen_by(self, viewer: Any) -> "MemberQuerySet":
        """The same members, each carrying only what this viewer may see: at the least their name.

        By itself for those alone whose names the viewer has a right to, as organizers have at their café. Nobody's
        address is among it, not even one's own; such a member can be shown, but not saved. Columns asked for by name
        (`values`), or searched in, are not covered.
        """
        profile = Q(is_active=True) & shown_to(viewer, "visibility")
        seen = self.annotate(
            sees_profile=_whether(profile),
            sees_photo=_whether(profile & shown_to(viewer, "photo_visibility")),
            sees_organisation=_whether(profile & shown_to(viewer, "organisation_visibility")),
            sees_links=_whether(profile & shown_to(viewer, "links_visibility")),
        )
        seen._iterable_class = AsSeen
        return seen

    def organizing(self) -> "MemberQuerySet":
        """The active members who organize a series, as its owner or organizer."""
        return self.filter(is_active=True, teams__role__in=ORGANIZING).distinct()

    def wanting(self, topic: str) -> "MemberQuerySet":
        """The active members who have not said no to the mails of this topic."""
        said_no = MailChoice.objects.filter(topic=topic, is_wanted=False)
        return self.filter(is_active=True).exclude(pk__in=said_no.values("member"))

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
        return self.prefetch_related(
            models.Prefetch("ranked_specialties", MemberSpecialty.objects.select_related("specialty"))
        )

    def matching(self, words: str, viewer: Any) -> "MemberQuerySet":
        """Those who tell of every word, in what this viewer may see of them: accents and capitals aside.

        For members who are `visible_to` the same viewer.
        """
        found = self
        names = {trade.pk: fold(f"{trade.name_fr} {trade.name_en}") for trade in Specialty.objects.all()}
        for word in fold(words).split():
            told = Q(words__contains=word)
            told |= Q(organisation_words__contains=word) & shown_to(viewer, "organisation_visibility")
            if trades := [pk for pk, name in names.items() if word in name]:
                told |= Q(pk__in=MemberSpecialty.objects.filter(specialty__in=trades).values("member"))
            found = found.filter(told)
        return found

    def helping_with(self, words: str) -> "MemberQuerySet":
        """Those who offer help with every one of these words; for members who are `visible_to` somebody."""
        found = self
        for word in fold(words).split():
            found = found.filter(help_words__contains=word)
        return found

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


def shown_to(viewer: Any, choice: str) -> Q:
    """The members whose choice, the name of a column of Visibility, includes this viewer; themselves always."""
    if isinstance(viewer, Onlooker):
        return Q(**{f"{choice}__in": viewer.included_in})
    if not viewer.is_authenticated:
        return shown_to(Onlooker.EVERYBODY, choice)
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


def _whether(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=models.BooleanField())
