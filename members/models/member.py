"""A person who signs in by e-mail."""

import unicodedata
import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from members.models.mail import Suppression
from members.models.profile import DirectoryIndex, Profile
from members.models.specialty import SPECIALTIES_AT_MOST, MemberSpecialty, Specialty
from members.models.suggestion import WAITING_AT_MOST, TooManySuggestions, TradeSuggestion
from members.models.visibility import NOWHERE, ORGANIZING, MemberQuerySet, Visibility, ranked_specialties
from members.prepared import Prepared


def house_language() -> str:
    """The language the site speaks first."""
    return settings.LANGUAGE_CODE


def normalise_address(address: str) -> str:
    """One spelling for one mailbox: compatibility forms and capitals are folded (NFKC), blanks go."""
    return unicodedata.normalize("NFKC", address).strip().casefold()


class MemberManager(BaseUserManager["Member"].from_queryset(MemberQuerySet)):  # type: ignore[misc]
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Member":
        """A new member; without a password, only codes and passkeys sign them in."""
        member = self.model(email=normalise_address(email), **fields)
        member.set_password(password)
        member.handle = member.handle or self.free_handle(member.name)
        member.save(using=self._db)
        return member

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Member":
        """A member who may do everything, with a proven address."""
        member = self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})
        EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
        return member

    def get_by_natural_key(self, username: str | None) -> "Member":
        return self.get(email=normalise_address(username or ""))

    def owner_of(self, address: str) -> "Member | None":
        """The member whom this address signs in: who has proven it, or else who signed up with it."""
        address = normalise_address(address)
        return PROVEN.row(address=address) or SIGNED_UP.row(address=address)

    def for_proven_address(self, email: str, *, name: str, language: str) -> "Member":
        """The member who owns an address that has just been proven; a new one where nobody does yet.

        A known member keeps their own name and language. Where nobody had proven the address, whoever signed up with
        it may have been a stranger: the name and language given now replace theirs.
        """
        email = normalise_address(email)
        with transaction.atomic():
            member, is_new = self._owner_or_new(email, name=name, language=language)
            if is_new:
                EmailAddress.objects.create(user=member, email=email, verified=True, primary=True)
            else:
                self._prove(member, email, name=name, language=language)
            Suppression.objects.filter(address=email).delete()
        return member

    def _prove(self, member: "Member", email: str, *, name: str, language: str) -> None:
        if not EmailAddress.objects.filter(user=member, verified=True).exists():
            member.name, member.language = name, language
            member.save(update_fields=["name", "language", *Profile.FOLDED])
        address, _is_new = EmailAddress.objects.get_or_create(user=member, email=email)
        if not address.verified:
            address.set_verified()
            address.set_as_primary(conditional=True)

    def introduced(self, email: str, *, name: str, language: str) -> "Member":
        """The member whom this address signs in; where nobody does, a new one, whom nobody sees.

        Somebody else gave the address: whoever proves it gives their own name.
        """
        return self._owner_or_new(email, name=name, language=language, visibility=Visibility.NOBODY)[0]

    def known_by_name(self, name: str, *, key: uuid.UUID) -> "Member":
        """Somebody known by name alone: no account, nobody sees them and nothing is sent to them.

        The same key again is the same person; another name under a key that is taken is somebody else.
        """
        member, _is_new = self._owner_or_new(
            f"{key}@{NOWHERE}", name=name, is_active=False, visibility=Visibility.NOBODY
        )
        return member if member.name == name else self.known_by_name(name, key=uuid.uuid5(key, name))

    def _owner_or_new(self, email: str, **fields: Any) -> "tuple[Member, bool]":
        member = self.owner_of(email)
        if member is not None:
            return member, False
        try:
            with transaction.atomic():
                return self.create_user(email, **fields), True
        except IntegrityError:  # the same person, in the same moment
            return self.get(email=normalise_address(email)), False

    def free_handle(self, name: str) -> str:
        """An address for a profile that nobody has yet."""
        stem = slugify(name)[:40] or "cafe"
        while True:
            handle = f"{stem}-{get_random_string(4, 'abcdefghjkmnpqrstuvwxyz23456789')}"
            if not self.filter(handle=handle).exists():
                return handle


class Member(AbstractBaseUser, PermissionsMixin, Profile):
    """A person who signs in by e-mail, with a profile, trades and a choice of who sees them."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    handle = models.SlugField(_("address of the profile"), max_length=50, unique=True)
    specialties = models.ManyToManyField(
        Specialty, through="MemberSpecialty", related_name="members", verbose_name=_("specialties"), blank=True
    )
    language = models.CharField(
        _("language"), max_length=2, choices=[("fr", _("French")), ("en", _("English"))], default=house_language
    )
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("looks after the site"), default=False)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    first_came_at = models.DateTimeField(_("first came, once the evening is forgotten"), null=True, editable=False)
    warned_at = models.DateTimeField(_("told that the account goes"), null=True, blank=True, editable=False)

    objects = MemberManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints: ClassVar = [
            *Profile.Meta.constraints,
            models.UniqueConstraint(Lower("email"), name="member_one_per_address"),
        ]
        indexes: ClassVar = [
            DirectoryIndex(fields=["folded_name", "id"], condition=models.Q(is_listed=True), name="member_directory"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("members:profile", args=[self.handle])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuses one who was loaded for a reader: what that reader may not see would be lost for good."""
        if self.is_as_seen:
            raise TypeError("a member as somebody sees them is for showing: load the whole one to change it")
        super().save(*args, **kwargs)

    def clean(self) -> None:
        self.email = normalise_address(self.email)

    @property
    def has_address(self) -> bool:
        """Whether there is anywhere to write to them."""
        return not self.email.endswith(f"@{NOWHERE}")

    @property
    def trades(self) -> list[Specialty]:
        """Their specialties, the main one first; none for a reader who may see no more than the name."""
        if not self.sees_profile:
            return []
        return [ranked.specialty for ranked in self.ranked_specialties.all()]

    def load_trades(self) -> None:
        """Loads what `trades` shows of somebody who is here already, in one query."""
        models.prefetch_related_objects([self], ranked_specialties())

    @property
    def initials(self) -> str:
        """One or two letters for the monogram of someone without a photo."""
        words = [word for word in self.name.split() if word[0].isalnum()]
        return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper() or "?"

    @cached_property
    def roles(self) -> set[str]:
        """What they are in the teams of series: owner, organizer, greeter."""
        return set(ROLES.rows(member=self.pk))

    @property
    def is_organizer(self) -> bool:
        """Whether they organize a series, as its owner or organizer, and so have a desk."""
        return self.is_superuser or not self.roles.isdisjoint(ORGANIZING)

    @property
    def keeps_a_door(self) -> bool:
        """Whether they are in the team of a series, if only as a greeter."""
        return self.is_superuser or bool(self.roles)

    # What they want to hear about ---------------------------------------------------------------------------------

    def follow(self, specialty: Specialty) -> None:
        """From now on they hear of the trade's cafés and calls; a repeat keeps the first day."""
        self.followings.get_or_create(specialty=specialty)

    def unfollow(self, specialty: Specialty) -> None:
        """Ends it; a repeat changes nothing."""
        self.followings.filter(specialty=specialty).delete()

    def is_following(self, specialty: Specialty) -> bool:
        """Whether they follow this trade."""
        return self.followings.filter(specialty=specialty).exists()

    def wants(self, topic: str) -> bool:
        """Whether they have not said no to the mails of this topic."""
        return not self.mail_choices.filter(topic=topic, is_wanted=False).exists()

    def choose_mails(self, topic: str, *, is_wanted: bool) -> None:
        """Says yes or no to the mails of a topic; a repeat keeps the moment of the first time."""
        choice, is_new = self.mail_choices.get_or_create(topic=topic, defaults={"is_wanted": is_wanted})
        if not is_new and choice.is_wanted != is_wanted:
            choice.is_wanted, choice.chosen_at = is_wanted, timezone.now()
            choice.save(update_fields=["is_wanted", "chosen_at"])

    def has_consented(self, purpose: str) -> bool:
        """Whether they have said yes to this."""
        return CONSENT.row(member=self.pk, purpose=str(purpose)) is not None

    def consent(self, purpose: str) -> None:
        """Says yes, today; a repeat keeps the first day."""
        self.consents.get_or_create(purpose=purpose)

    def withdraw(self, purpose: str) -> None:
        """Takes the yes back; a repeat changes nothing."""
        self.consents.filter(purpose=purpose).delete()

    def suggest_trade(self, words: str) -> TradeSuggestion:
        """A trade in their own words, for the organizers; a repeat while it waits changes nothing.

        Raises TooManySuggestions while three others wait.
        """
        with transaction.atomic():
            Member.objects.select_for_update().get(pk=self.pk)
            waiting = list(self.trade_suggestions.filter(state=TradeSuggestion.State.WAITING))
            same = next((each for each in waiting if each.words == words), None)
            if same is None and len(waiting) >= WAITING_AT_MOST:
                raise TooManySuggestions
            return same or self.trade_suggestions.create(words=words)

    # Their trades -------------------------------------------------------------------------------------------------

    def practise(self, specialties: Sequence[Specialty]) -> None:
        """Makes these, the main one first, the member's specialties.

        Raises ValueError for more than three or for one given twice.
        """
        if len(specialties) > SPECIALTIES_AT_MOST or len(set(specialties)) < len(specialties):
            raise ValueError("a member has up to three different specialties")
        with transaction.atomic():
            self.ranked_specialties.all().delete()
            MemberSpecialty.objects.bulk_create(
                MemberSpecialty(member=self, specialty=specialty, rank=rank)
                for rank, specialty in enumerate(specialties, start=1)
            )


PROVEN = Prepared(
    lambda address: Member.objects.filter(emailaddress__email=address, emailaddress__verified=True).order_by(),
    address=str,
)
SIGNED_UP = Prepared(lambda address: Member.objects.filter(email=address).order_by(), address=str)
ROLES = Prepared(lambda member: Member(pk=member).teams.order_by().values_list("role", flat=True), member=int)
CONSENT = Prepared(
    lambda member, purpose: Member(pk=member).consents.filter(purpose=purpose).order_by().values_list("pk"),
    member=int,
    purpose=str,
)
