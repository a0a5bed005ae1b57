"""Who looks after a series, and how one joins them."""

import datetime
import uuid
from typing import ClassVar

from django.core import signing
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.series import Series
from members import outbox
from members.models import Member
from members.models.member import house_language, normalise_address

GOOD_FOR = datetime.timedelta(days=14)
KEPT_FOR = datetime.timedelta(days=30)  # the address of who was invited, after that
INVITATIONS_A_DAY = 20  # of a series: nobody's mailbox is filled from here
_SIGNER = signing.Signer(salt="events.invitation")


class TooManyInvitations(Exception):
    """So many people are not invited to a series in one day."""


class Role(models.TextChoices):
    """What somebody does for a series; each may do what those after it may."""

    OWNER = "owner", _("owner")
    ORGANIZER = "organizer", _("organizer")
    GREETER = "greeter", _("greeter")


class Teammate(models.Model):
    """One person's role in a series: an owner decides who else is there, an organizer does everything at the desk, a
    greeter keeps the door and greets newcomers.

    Changed by `Series.appoint` and `Series.dismiss`, which see to it that an owner stays. Every request asks anew.
    """

    series = models.ForeignKey(Series, models.CASCADE, related_name="team", verbose_name=_("series"))
    member = models.ForeignKey(Member, models.CASCADE, related_name="teams", verbose_name=_("member"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.ORGANIZER)
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["series", "since", "pk"]
        verbose_name = _("member of the team")
        verbose_name_plural = _("members of the team")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series", "member"], name="teammate_once_a_series"),
            models.CheckConstraint(
                name="teammate_role_exists", condition=Q(role__in=["owner", "organizer", "greeter"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.get_role_display()} · {self.series}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Those that can still be accepted: for fourteen days, once, unless they were withdrawn."""
        return self.filter(accepted_at=None, withdrawn_at=None, invited_at__gt=timezone.now() - GOOD_FOR)

    def by_token(self, token: str) -> "Invitation":
        """The invitation that a link carries, whatever became of it; raises DoesNotExist for any other text."""
        try:
            key = _SIGNER.unsign(token)
        except signing.BadSignature:
            raise Invitation.DoesNotExist from None
        return self.select_related("series").get(key=key)

    def forget(self) -> None:
        """Lets go of the addresses of those long over."""
        over = self.filter(invited_at__lt=timezone.now() - GOOD_FOR - KEPT_FOR)
        if over.exists():  # an idle worker only reads
            over.delete()


class Invitation(models.Model):
    """A word by mail that somebody may join a team, in this role.

    Whoever brings the link accepts it, once, with whichever account they sign in to: people have several addresses,
    and nothing here tells which of them the site knows.
    """

    series = models.ForeignKey(Series, models.CASCADE, related_name="invitations")
    address = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.ORGANIZER)
    language = models.CharField(max_length=2, default=house_language)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    invited_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="invitations_sent")
    accepted_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="invitations_accepted")
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["invited_at", "pk"]
        verbose_name = _("invitation to a team")
        verbose_name_plural = _("invitations to a team")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="invitation_role_exists", condition=Q(role__in=["owner", "organizer", "greeter"])
            ),
            models.CheckConstraint(
                name="invitation_accepted_or_withdrawn", condition=Q(accepted_at=None) | Q(withdrawn_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.series}"

    @classmethod
    def send(cls, series: Series, *, address: str, role: str, language: str, by: Member) -> "Invitation | None":
        """A new invitation and its mail; None where the same one is open already: a second click sends nothing.

        Raises TooManyInvitations.
        """
        address, now = normalise_address(address), timezone.now()
        with transaction.atomic():
            Series.objects.select_for_update().get(pk=series.pk)
            if series.invitations.open().filter(address=address, role=role).exists():
                return None
            if series.invitations.filter(invited_at__gt=now - datetime.timedelta(days=1)).count() >= INVITATIONS_A_DAY:
                raise TooManyInvitations
            series.invitations.open().filter(address=address).update(withdrawn_at=now)  # another role takes its place
            invitation = series.invitations.create(address=address, role=role, language=language, invited_by=by)
            outbox.post(
                "team-invitation",
                address=address,
                expires_at=invitation.good_until,
                invitation=invitation.pk,
                language=language,
            )
        return invitation

    @property
    def token(self) -> str:
        """What the link carries."""
        return _SIGNER.sign(str(self.key))

    def get_absolute_url(self) -> str:
        return reverse("organize:invitation", args=[self.token])

    @property
    def good_until(self) -> datetime.datetime:
        return self.invited_at + GOOD_FOR

    @property
    def is_open(self) -> bool:
        """Whether it can still be accepted."""
        return Invitation.objects.open().filter(pk=self.pk).exists()

    def accept(self, member: Member) -> bool:
        """Gives the member the role, or keeps a greater one that they have; answers whether the invitation was open.

        Of two who bring the link in the same moment, one gets in.
        """
        with transaction.atomic():
            Series.objects.select_for_update().get(pk=self.series_id)
            mine = Invitation.objects.open().filter(pk=self.pk)
            if not mine.update(accepted_at=timezone.now(), accepted_by=member):
                return False
            roles = list(Role.values)
            known = self.series.team.filter(member=member).first()
            if known is None or roles.index(self.role) < roles.index(known.role):
                self.series.appoint(member, self.role)
        return True

    def withdraw(self) -> bool:
        """The link opens nothing from now on; answers whether it did until now."""
        return bool(Invitation.objects.open().filter(pk=self.pk).update(withdrawn_at=timezone.now()))
