"""What the worker makes happen by itself, by the calendar and beside it; harmless to repeat."""

import datetime

from django.utils import timezone

from events import desk_mail
from events.models import Edition, HostPage, Import, Invitation, KeptAnswer, Mark, RecapPhoto, Rsvp
from events.models.questions import ANSWERS_KEPT_FOR
from events.models.rsvp import DOOR_CLOSES_AFTER
from members import leaving, outbox
from members.models import Mail, Member, Topic
from venues.models import HostOffer, VenuePhoto

WEEK = datetime.timedelta(weeks=1)
FORGOTTEN_AT_ONCE = 50  # evenings, an hour
MONDAY_AT = datetime.time(8)


def keep_time(now: datetime.datetime) -> None:
    """Does what it is time for: reminding, asking whether they come, releasing silent places, introducing, telling.

    An offer whose evening is over has hosted, and waits for its thank-you.
    """
    for edition in Edition.objects.due_to_remind(now):
        edition.remind()
    for edition in Edition.objects.due_to_ask(now):
        edition.ask_to_confirm()
    for edition in Edition.objects.due_to_release(now):
        edition.release_silent()
    for edition in Edition.objects.due_to_introduce(now):
        edition.introduce()
    for edition in Edition.objects.due_to_follow_up(now):
        edition.follow_up()
    for page in HostPage.objects.due(now):
        page.tell(now)
    HostPage.objects.forget(now)
    for offer in HostOffer.objects.due_to_thank(now):
        offer.move(HostOffer.Step.HOSTED)
    tell_organizers(now)


def tell_organizers(now: datetime.datetime) -> None:
    """Writes each organizer's week, once, from Monday at eight on; a week that nobody ran a worker in is left out."""
    today = timezone.localdate(now)
    monday = today - datetime.timedelta(days=today.weekday())
    since = datetime.datetime.combine(monday, MONDAY_AT, tzinfo=timezone.get_default_timezone())
    if now < since:
        return
    key = f"organizers-week:{monday}"
    told = outbox.told("organizers-week", key)
    organizers = Member.objects.organizing().wanting(Topic.DIGEST)
    new = [member for member in organizers.order_by("pk") if member.pk not in told]
    if new:
        outbox.post_all("organizers-week", new, key=key, expires_at=since + WEEK)


def tidy() -> None:
    """What the worker puts in order once an hour."""
    forget_people_without_address(timezone.now())
    Mark.fold()
    KeptAnswer.objects.forget_stale()
    Rsvp.objects.forget_answers(before=timezone.now() - ANSWERS_KEPT_FOR)
    for edition in Edition.objects.due_to_become_numbers(timezone.now())[:FORGOTTEN_AT_ONCE]:
        edition.become_numbers()
    Rsvp.objects.forget_needs(timezone.now())
    Mail.objects.forget_settled(timezone.now())
    HostOffer.objects.forget_contacts(timezone.now())
    Import.objects.forget_previews(timezone.now())
    Invitation.objects.forget()
    Mail.objects.forget_failed(before=timezone.now() - desk_mail.LATELY)


def draw() -> bool:
    """Draws one photo that waits for its AVIF; answers whether there was one."""
    return RecapPhoto.draw_next() or VenuePhoto.draw_next()


def forget_people_without_address(now: datetime.datetime) -> None:
    """Erases those known by name alone once the doors of their evenings have closed: they cannot ask for it.

    Their evenings keep the numbers.
    """
    awaited = Rsvp.objects.filter(edition__ends_at__gt=now - DOOR_CLOSES_AFTER).values("member")
    for member in Member.objects.without_address().exclude(pk__in=awaited).order_by("pk"):
        leaving.erase(member)
