"""The outbox: every mail is a row, written in the transaction that causes it."""

import datetime
import uuid
from typing import ClassVar

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LEASE = datetime.timedelta(minutes=3)  # longer than the six answers of a slow server take
PAUSE_AT_MOST = datetime.timedelta(hours=1)
GIVEN_UP_AFTER = datetime.timedelta(days=5)  # RFC 5321, 4.5.4.1: at least four to five days
ATTEMPTS_AT_LEAST = 10  # before a mail is given up, whatever the clock says
READY_MADE = "message"
ASKED_FOR = (READY_MADE, "code")  # what people wait for when they sign in
KEPT_FOR = datetime.timedelta(days=400)  # longer than any key is used again


class MailQuerySet(models.QuerySet["Mail"]):
    def due(self, now: datetime.datetime) -> "MailQuerySet":
        """What waits to be sent and is not in another worker's hands, oldest first.

        Of several mails to one reader only the first is due, so that they arrive in their order. A clock that is put
        back delays nothing for long: what was never tried is always due, and no pause ends as far ahead as only a clock
        that was wrong can have written.
        """
        pending = self.filter(state=Mail.State.PENDING)
        is_time = models.Q(attempts=0) | models.Q(run_at__lte=now) | models.Q(run_at__gt=now + 2 * PAUSE_AT_MOST)
        earlier = Mail.objects.filter(state=Mail.State.PENDING, pk__lt=models.OuterRef("pk"))
        return pending.filter(
            is_time,
            ~models.Exists(earlier.filter(member=models.OuterRef("member"))),
            ~models.Exists(earlier.filter(member=None, address=models.OuterRef("address"))),
        ).order_by("run_at", "pk")

    def claim(self) -> "Mail | None":
        """Takes the next due mail for the length of a lease; None where nothing is due.

        A worker that dies leaves its mail to be claimed again when the lease is over. An idle worker only reads.
        """
        now = timezone.now()
        if not self.due(now).exists():
            return None
        with transaction.atomic():
            rows = self.due(now)
            if connection.features.has_select_for_update_skip_locked:
                rows = rows.select_for_update(skip_locked=True)
            # Whoever stands at the sign-in page does not wait behind five hundred reminders.
            mail = rows.filter(kind__in=ASKED_FOR).first() or rows.first()
            if mail is not None:
                mail.attempts += 1
                mail.run_at = now + LEASE
                mail.save(update_fields=["attempts", "run_at"])
        return mail

    def forget_failed(self, *, before: datetime.datetime) -> None:
        """Takes away what the mails were about that failed before this moment: nobody tries them again."""
        self.filter(state=Mail.State.FAILED, created_at__lt=before).exclude(data={}).update(data={})

    def forget_settled(self, now: datetime.datetime) -> None:
        """Deletes the records of what has left, or was given up, long ago; by then no key of theirs can come again."""
        self.exclude(state=Mail.State.PENDING).filter(created_at__lte=now - KEPT_FOR).delete()


class Suppression(models.Model):
    """An address that does not exist any more: nothing is sent to it but what its owner asks for, to sign in.

    It ends when somebody proves that the address is theirs.
    """

    address = models.EmailField(unique=True)
    reason = models.CharField(max_length=200)
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")

    def __str__(self) -> str:
        return self.address


class Mail(models.Model):
    """One message to one address.

    Its words are made when it is sent, from `kind` and `data`, so that they are true at that moment; a message that
    comes ready-made carries its words in `data` until it has left.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("waiting")
        SENT = "sent", _("sent")
        DROPPED = "dropped", _("dropped")
        FAILED = "failed", _("failed")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=120, unique=True, null=True, blank=True)
    kind = models.CharField(max_length=40)
    member = models.ForeignKey("members.Member", models.CASCADE, null=True, blank=True, related_name="mails")
    address = models.EmailField(blank=True)
    data = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    run_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="mail_has_a_recipient", condition=models.Q(member__isnull=False) | ~models.Q(address="")
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["run_at", "id"], condition=models.Q(state="pending"), name="mail_due"),
            models.Index(fields=["created_at"], condition=models.Q(state="failed"), name="mail_failed"),
            models.Index(fields=["member", "id"], condition=models.Q(state="pending"), name="mail_line_of_a_member"),
            models.Index(fields=["address", "id"], condition=models.Q(state="pending"), name="mail_line_of_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

    @property
    def recipient(self) -> str:
        """The address it goes to."""
        return self.member.email if self.member else self.address

    def is_late(self, now: datetime.datetime) -> bool:
        """Whether it would arrive too late to be of use."""
        return self.expires_at is not None and self.expires_at <= now

    def mark_sent(self) -> None:
        """It has left: the words go, the record stays."""
        self._settle(self.State.SENT, "")

    def drop(self, reason: str) -> None:
        """It is no longer of use, for a reason that organizers can read."""
        self._settle(self.State.DROPPED, reason)

    def fail(self, reason: str) -> None:
        """It was refused for good; what it is about stays for a time, unless the words themselves stand there."""
        self._settle(self.State.FAILED, reason, keeps_data=self.kind not in ("message", "code"))

    @property
    def is_repeatable(self) -> bool:
        """Whether it failed, and would still say something in time."""
        return self.state == self.State.FAILED and bool(self.data) and not self.is_late(timezone.now())

    def try_again(self) -> bool:
        """Puts one that failed back into the line, and answers whether there was any use; a repeat changes nothing."""
        with transaction.atomic():
            mail = Mail.objects.select_for_update(of=("self",)).get(pk=self.pk)
            if mail.is_repeatable:
                mail.state, mail.run_at, mail.attempts, mail.last_error = self.State.PENDING, timezone.now(), 0, ""
                mail.save(update_fields=["state", "run_at", "attempts", "last_error"])
        return mail.state == self.State.PENDING

    def retry(self, reason: str, *, pause: datetime.timedelta) -> None:
        """It was refused for now; tried again after the pause, and given up after five days."""
        if self.attempts >= ATTEMPTS_AT_LEAST and self.created_at + GIVEN_UP_AFTER <= timezone.now():
            self.fail(reason)
        else:
            self.put_off(reason, pause=pause)

    def put_off(self, reason: str, *, pause: datetime.timedelta) -> None:
        """It did not leave, through no fault of its own: tried again after the pause, however often that takes."""
        self.run_at = timezone.now() + pause
        self.last_error = reason[:200]
        self.save(update_fields=["run_at", "last_error"])

    def _settle(self, state: "Mail.State", reason: str, *, keeps_data: bool = False) -> None:
        self.state = state
        self.data = self.data if keeps_data else {}
        self.last_error = reason[:200]
        self.sent_at = timezone.now() if state == self.State.SENT else None
        self.save(update_fields=["state", "data", "last_error", "sent_at"])
