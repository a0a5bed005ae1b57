"""What a host sees of an evening at their place, behind a link instead of an account."""

import datetime
import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from events.models.edition import Edition
from events.reception import FIRST_NAME, LAST_NAME, ORGANISATION, Line, difference, in_order, lines_of, without_address
from events.wallclock import in_zone
from members import outbox
from members.models import Mail, Member
from members.models.member import house_language
from venues.models import HostOffer, Venue

OPEN_AFTER = datetime.timedelta(days=2)  # how long the link outlives the evening
LIST_HOURS_AT_MOST = 7 * 24
BETWEEN_TWO_MAILS = datetime.timedelta(minutes=30)  # of changes to the list
_SIGNER = signing.Signer(salt="events.host-page")


class HostPageQuerySet(models.QuerySet["HostPage"]):
    def open(self, now: datetime.datetime | None = None) -> "HostPageQuerySet":
        """Those whose link works: not withdrawn, for the place where the café meets, until two days after it."""
        now = now or timezone.now()
        return self.filter(
            revoked_at__isnull=True,
            edition__venue=models.F("venue"),
            edition__ends_at__gt=now - OPEN_AFTER,
            edition__status__in=[Edition.Status.PUBLISHED, Edition.Status.CANCELLED],
        )

    def of_drafts(self) -> "HostPageQuerySet":
        """Those whose link shows a draft as it will be, for as long as it is one and meets at the place."""
        return self.filter(
            revoked_at__isnull=True, edition__venue=models.F("venue"), edition__status=Edition.Status.DRAFT
        )

    def by_token(self, token: str) -> "HostPage":
        """The page that a link opens; raises HostPage.DoesNotExist for any other text."""
        return self.open()._with_key_of(token)

    def by_token_of_preview(self, token: str) -> "HostPage":
        """The page whose link shows the edition, a draft too; raises HostPage.DoesNotExist for any other text."""
        return (self.open() | self.of_drafts())._with_key_of(token)

    def _with_key_of(self, token: str) -> "HostPage":
        try:
            key = _SIGNER.unsign(token)
        except signing.BadSignature:
            raise HostPage.DoesNotExist from None
        return self.select_related("edition__series", "edition__venue").get(key=key)

    def due(self, now: datetime.datetime) -> "list[HostPage]":
        """Those whose host gets a list, or its changes, by mail until the evening begins."""
        near = self.open(now).filter(
            ~Q(email=""),
            edition__status=Edition.Status.PUBLISHED,
            edition__starts_at__gt=now,
            edition__starts_at__lte=now + datetime.timedelta(hours=LIST_HOURS_AT_MOST),
        )
        pages = near.select_related("edition__series").order_by("pk")
        return [
            page
            for page in pages
            if page.list_from <= now and not (page.told_at and now < page.told_at + BETWEEN_TWO_MAILS)
        ]

    def forget_member(self, member: Member) -> None:
        """Takes a member, and whoever they bring, off the lists as hosts got them by mail."""
        name = without_address(member.name)
        mine = self.filter(edition__in=member.rsvps.values("edition")).exclude(told=[])
        for page in mine.select_for_update(of=("self",)).order_by("pk"):
            kept = [row for row in page.told if name not in (row[0], row[2])]
            if kept != page.told:
                page.told = kept
                page.save(update_fields=["told"])

    def forget(self, now: datetime.datetime) -> None:
        """Empties the lists of the evenings whose link has ended."""
        kept = self.exclude(told=[]).filter(edition__ends_at__lte=now - OPEN_AFTER)
        if kept.exists():  # an idle worker only reads
            kept.update(told=[])


class HostPage(models.Model):
    """The host's page of one edition at one venue, and the contact to whom its mails go.

    The link carries the signed key: another key makes another link. `told` are the lines of the list as the host last
    got them by mail.
    """

    class Order(models.TextChoices):
        FIRST_NAME = FIRST_NAME, _("by first name")
        LAST_NAME = LAST_NAME, _("by last name")
        ORGANISATION = ORGANISATION, _("by organisation")

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="host_pages", verbose_name=_("edition"))
    venue = models.ForeignKey(Venue, models.CASCADE, related_name="host_pages", verbose_name=_("venue"))
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contact_name = models.CharField(_("name of the contact"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address of the contact"), blank=True)
    language = models.CharField(_("language"), max_length=2, default=house_language)
    promises = models.TextField(_("what we promise the host"), max_length=2000, blank=True)
    to_call = models.CharField(_("whom the host may call"), max_length=200, blank=True)
    list_hours = models.PositiveSmallIntegerField(
        _("hours before the start from which the list is there"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(LIST_HOURS_AT_MOST)],
    )
    order = models.CharField(_("order of the list"), max_length=12, choices=Order, default=Order.LAST_NAME)
    told = models.JSONField(default=list, blank=True, editable=False)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = HostPageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["edition", "pk"]
        verbose_name = _("host's page")
        verbose_name_plural = _("hosts' pages")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "venue"], name="host_page_one_an_edition_and_venue"),
            models.CheckConstraint(
                name="host_page_list_within_a_week",
                condition=Q(list_hours__gte=1, list_hours__lte=LIST_HOURS_AT_MOST),
            ),
            models.CheckConstraint(
                name="host_page_order_exists", condition=Q(order__in=[FIRST_NAME, LAST_NAME, ORGANISATION])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.venue} · {self.edition}"

    @classmethod
    def proposed_for(cls, edition: Edition, *, by: Member) -> "HostPage":
        """A page for the place where this edition meets, not saved yet; the host's offer tells the contact.

        Without an offer of its own, the last one that this organizer may read does, unless it was declined.
        """
        offers = HostOffer.objects.exclude(step=HostOffer.Step.DECLINED)
        of_the_place = offers.organized_by(by).filter(venue=edition.venue).order_by("-pk")
        offer = offers.filter(editions=edition).first() or of_the_place.first()
        facts = {"contact_name": offer.contact_name, "email": offer.email, "language": offer.language} if offer else {}
        return cls(edition=edition, venue=edition.venue, to_call=by.name, **facts)

    @classmethod
    def open_for(cls, edition: Edition, *, by: Member, **facts: Any) -> "HostPage":
        """The page for the place where this edition meets, made where there is none, with these facts."""
        proposed = cls.proposed_for(edition, by=by)
        defaults = {name: getattr(proposed, name) for name in ("contact_name", "email", "language", "to_call")}
        page, _is_new = cls.objects.get_or_create(edition=edition, venue=edition.venue, defaults={**defaults, **facts})
        if facts and not _is_new:
            cls.objects.filter(pk=page.pk).update(**facts)
            page.refresh_from_db()
        return page

    @property
    def token(self) -> str:
        """What the link carries."""
        return _SIGNER.sign(str(self.key))

    def get_absolute_url(self) -> str:
        return reverse("host:page", args=[self.token])

    @property
    def is_open(self) -> bool:
        """Whether the link works now."""
        return HostPage.objects.open().filter(pk=self.pk).exists()

    @property
    def shows_a_draft(self) -> bool:
        """Whether the link shows a draft now."""
        return HostPage.objects.of_drafts().filter(pk=self.pk).exists()

    @property
    def open_until(self) -> datetime.datetime:
        """When the link ends, as the clocks of the series show it."""
        return in_zone(self.edition.ends_at + OPEN_AFTER, self.edition.series.zone)

    def renew(self) -> None:
        """Another link; the one before opens nothing from now on."""
        self.key, self.revoked_at = uuid.uuid4(), None
        self.save(update_fields=["key", "revoked_at"])

    def revoke(self) -> bool:
        """The link opens nothing from now on; answers whether it did until now."""
        is_news = HostPage.objects.filter(pk=self.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())
        self.refresh_from_db()
        return bool(is_news)

    def send_link(self) -> bool:
        """Mails the link to the contact, once to each address; answers whether it goes out now."""
        key = f"host-page:{self.key}:{salted_hmac('events.host-page', self.email).hexdigest()[:16]}"
        if Mail.objects.filter(key=key).exists():
            return False
        outbox.post(
            "host-page",
            address=self.email,
            key=key,
            expires_at=self.edition.ends_at + OPEN_AFTER,
            page=self.pk,
            language=self.language,
        )
        return True

    def write(self, kind: str, *, expires_at: datetime.datetime, **data: Any) -> None:
        """Mails the contact, in their language, what has become of the evening at their place."""
        outbox.post(kind, address=self.email, expires_at=expires_at, page=self.pk, language=self.language, **data)

    # The reception list -------------------------------------------------------------------------------------------

    @property
    def list_from(self) -> datetime.datetime:
        """When the list is there, as the clocks of the series show it."""
        return in_zone(self.edition.starts_at - datetime.timedelta(hours=self.list_hours), self.edition.series.zone)

    @property
    def is_listed(self) -> bool:
        """Whether the moment that the host has chosen has come, for a café that takes place."""
        return self.edition.is_published and self.list_from <= timezone.now()

    def lines(self, order: str = "") -> list[Line]:
        """Everybody with a place, guests included, by name and as whoever has not signed in sees them; two queries."""
        parties = self.edition.rsvps.going().with_members(AnonymousUser())
        return in_order(lines_of(parties), order or self.order)

    def tell(self, now: datetime.datetime) -> None:
        """Mails the host that the list is there, and afterwards what has changed since the mail before."""
        with transaction.atomic():
            page = HostPage.objects.select_for_update(of=("self",)).select_related("edition__series").get(pk=self.pk)
            lines = page.lines()
            before = [Line(*line) for line in page.told]
            plus, minus = difference(before, lines)
            is_first = page.told_at is None
            if not is_first and not plus and not minus:
                return
            facts: dict[str, Any] = {}
            if not is_first:
                facts = {"plus": [_as_row(line) for line in plus], "minus": [_as_row(line) for line in minus]}
            page.write("host-list" if is_first else "host-changes", expires_at=page.edition.starts_at, **facts)
            page.told, page.told_at = [_as_row(line) for line in lines], now
            page.save(update_fields=["told", "told_at"])


def _as_row(line: Line) -> list[str]:
    return [line.name, line.organisation, line.guest_of]
