"""What organizers did: the log that they read, and of which some can be taken back."""

import datetime
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models.edition import Edition
from events.models.host_page import HostPage
from events.models.series import Series
from events.models.team import Role
from events.wallclock import in_zone
from members.dates import date_format
from members.models import Member, Specialty
from venues.models import HostOffer, Venue

SHOWN_AT_MOST = 120  # characters of a value; of a longer text the log says only that it is another one
WITH_VALUES = (Edition, Series)  # of all else, which may name a contact or a door code, only which fields changed


class What(models.TextChoices):
    """What can be done at the desk: a key that stays, and the sentence that tells it."""

    EDITION_PREPARED = "edition-prepared", gettext_lazy("%(who)s prepared %(name)s, as a draft.")
    EDITION_PUBLISHED = "edition-published", gettext_lazy("%(who)s published %(name)s.")
    EDITION_CHANGED = "edition-changed", gettext_lazy("%(who)s changed %(name)s.")
    EDITION_MOVED = "edition-moved", gettext_lazy("%(who)s moved %(name)s from %(before)s to %(after)s.")
    EDITION_CANCELLED = "edition-cancelled", gettext_lazy("%(who)s cancelled %(name)s.")
    EDITION_REOPENED = "edition-reopened", gettext_lazy("%(who)s reopened %(name)s, for %(day)s.")
    EDITION_DISCARDED = "edition-discarded", gettext_lazy("%(who)s threw away the draft of %(name)s.")
    REMINDER_WRITTEN = "reminder-written", gettext_lazy("%(who)s changed the line in the reminders of %(name)s.")
    RECAP_WRITTEN = "recap-written", gettext_lazy("%(who)s wrote at the recap of %(name)s.")
    RECAP_PUBLISHED = "recap-published", gettext_lazy("%(who)s published the recap of %(name)s.")
    PHOTOS_ADDED = "photos-added", gettext_lazy("%(who)s added photos to the recap of %(name)s: %(count)s.")
    PHOTOS_CHANGED = "photos-changed", gettext_lazy("%(who)s changed what is said of the photos of %(name)s.")
    PHOTOS_MOVED = "photos-moved", gettext_lazy("%(who)s put the photos of %(name)s in another order.")
    PHOTO_DELETED = "photo-deleted", gettext_lazy("%(who)s deleted a photo of %(name)s.")
    PHOTO_BACK = "photo-back", gettext_lazy("%(who)s showed a photo of %(name)s again that was taken down.")
    COMMENT_SHOWN = "comment-shown", gettext_lazy("%(who)s let a comment on %(name)s through.")
    COMMENT_REFUSED = "comment-refused", gettext_lazy("%(who)s did not let a comment on %(name)s through.")
    IMPORT_TAKEN = "import-taken", gettext_lazy("%(who)s brought a history into %(name)s; evenings: %(count)s.")
    SERIES_BROUGHT = "series-brought", gettext_lazy("%(who)s took %(name)s in from an archive; evenings: %(count)s.")
    IMPORT_BACK = "import-back", gettext_lazy("%(who)s took a history of %(name)s back; evenings: %(count)s.")
    TRADE_CALLED = "trade-called", gettext_lazy("%(who)s called the trade “%(trade)s” to %(name)s.")
    RHYTHM_CHANGED = "rhythm-changed", gettext_lazy("%(who)s changed when %(name)s meets.")
    DATES_PLANNED = "dates-planned", gettext_lazy("%(who)s prepared the next dates; drafts made: %(count)s.")
    DATE_SKIPPED = "date-skipped", gettext_lazy("%(who)s left out %(day)s.")
    DATE_BACK = "date-back", gettext_lazy("%(who)s took %(day)s back in.")
    PASSED_OVER = "passed-over", gettext_lazy("%(who)s passed %(venue)s over for %(name)s.")
    PASS_BACK = "pass-back", gettext_lazy("%(who)s put %(venue)s back in the order for %(name)s.")
    HOST_PAGE_CHANGED = "host-page-changed", gettext_lazy("%(who)s changed the host’s page of %(name)s.")
    HOST_LINK_SENT = "host-link-sent", gettext_lazy("%(who)s sent the host of %(name)s the link to their page.")
    HOST_LINK_RENEWED = "host-link-renewed", gettext_lazy("%(who)s gave the host’s page of %(name)s another link.")
    HOST_LINK_REVOKED = "host-link-revoked", gettext_lazy("%(who)s withdrew the link to the host’s page of %(name)s.")
    PERSON_ADDED = "person-added", gettext_lazy("%(who)s put a party on the list of %(name)s: %(people)s.")
    PARTY_MOVED = "party-moved", gettext_lazy("%(who)s moved a party from %(name)s to %(other)s: %(people)s.")
    PLACE_FREED = "place-freed", gettext_lazy("%(who)s took a party off the list of %(name)s: %(people)s.")
    PARTY_APPROVED = "party-approved", gettext_lazy("%(who)s said yes to a party for %(name)s: %(people)s.")
    PARTY_DECLINED = "party-declined", gettext_lazy("%(who)s said no to a party for %(name)s: %(people)s.")
    PEOPLE_WRITTEN = "people-written", gettext_lazy("%(who)s wrote to people of %(name)s; mails sent: %(count)s.")
    CHECKED_IN = "checked-in", gettext_lazy("%(who)s noted a party at the door of %(name)s: %(people)s in the room.")
    WALKED_IN = "walked-in", gettext_lazy("%(who)s let in people without an RSVP at %(name)s: %(people)s.")
    WALK_IN_BACK = "walk-in-back", gettext_lazy("%(who)s took back somebody let in at %(name)s without an RSVP.")
    VENUE_ADDED = "venue-added", gettext_lazy("%(who)s added the venue %(name)s.")
    VENUE_CHANGED = "venue-changed", gettext_lazy("%(who)s changed the venue %(name)s.")
    VENUES_MERGED = "venues-merged", gettext_lazy("%(who)s made one venue of %(gone)s and %(name)s.")
    ACCESS_CHECKED = "access-checked", gettext_lazy("%(who)s checked the access of %(name)s.")
    TRADE_ADDED = "trade-added", gettext_lazy("%(who)s added the trade “%(name)s” to the inventory.")
    TRADE_CHANGED = "trade-changed", gettext_lazy("%(who)s changed the trade “%(name)s”.")
    TRADES_MERGED = "trades-merged", gettext_lazy("%(who)s made the trade “%(name)s” part of “%(into)s”.")
    TRADE_RETIRED = "trade-retired", gettext_lazy("%(who)s retired the trade “%(name)s”.")
    TRADE_BACK = "trade-back", gettext_lazy("%(who)s put the trade “%(name)s” back in the inventory.")
    SUGGESTION_ANSWERED = "suggestion-answered", gettext_lazy("%(who)s answered a suggested trade with “%(name)s”.")
    SUGGESTION_DECLINED = "suggestion-declined", gettext_lazy("%(who)s declined a suggested trade.")
    OFFER_ENTERED = "offer-entered", gettext_lazy("%(who)s put %(name)s on the board of places.")
    OFFER_NOTED = "offer-noted", gettext_lazy("%(who)s changed the notes on %(name)s.")
    OFFER_MOVED = "offer-moved", gettext_lazy("%(who)s put %(name)s at another step: %(step)s.")
    OFFER_WRITTEN = "offer-written", gettext_lazy("%(who)s wrote to the host of %(name)s.")
    INVITED = "invited", gettext_lazy("%(who)s invited somebody to the team: %(role)s.")
    INVITATION_BACK = "invitation-back", gettext_lazy("%(who)s withdrew an invitation to the team: %(role)s.")
    JOINED = "joined", gettext_lazy("%(who)s joined the team: %(role)s.")
    ROLE_GIVEN = "role-given", gettext_lazy("%(who)s gave %(whom)s another role: %(role)s.")
    DISMISSED = "dismissed", gettext_lazy("%(who)s took %(whom)s out of the team.")
    LEFT = "left", gettext_lazy("%(who)s left the team.")
    MAIL_AGAIN = "mail-again", gettext_lazy("%(who)s had a mail that failed tried once more.")
    ADDRESS_AGAIN = "address-again", gettext_lazy("%(who)s let mails go again to an address that had not existed.")


DOOR = (What.CHECKED_IN, What.WALKED_IN, What.WALK_IN_BACK)
CHANGES_OF: dict[str, Any] = {
    What.EDITION_CHANGED: Edition,
    What.EDITION_MOVED: Edition,
    What.RHYTHM_CHANGED: Series,
    What.HOST_PAGE_CHANGED: HostPage,
    What.VENUE_CHANGED: Venue,
    What.TRADE_CHANGED: Specialty,
}
UNDOABLE = (
    *(What.EDITION_CHANGED, What.EDITION_MOVED, What.RHYTHM_CHANGED, What.DATE_SKIPPED, What.DATE_BACK),
    *(What.PASSED_OVER, What.PASS_BACK, What.TRADE_RETIRED, What.TRADE_BACK),
)


class ActQuerySet(models.QuerySet["Act"]):
    def of_series(self, series: Series) -> "ActQuerySet":
        """What was done in a series, on the offers made to it, and on what all series share; the latest first.

        What was done at its doors is told evening by evening.
        """
        shared = models.Q(series=None, offer=None)
        acts = self.filter(models.Q(series=series) | models.Q(offer__in=series.offers.values("pk")) | shared)
        return acts.exclude(what__in=DOOR).order_by("-at", "-pk")

    def of_edition(self, edition: Edition) -> "ActQuerySet":
        """What was done about one evening, at its door too; the latest first."""
        return self.filter(edition=edition).order_by("-at", "-pk")

    def for_page(self, viewer: Any) -> "ActQuerySet":
        """All that their sentences say, in a few queries; of people what this viewer may see, the name at least.

        The names of venues that were left come by `with_venues`.
        """
        people = Member.objects.as_seen_by(viewer)
        acts = self.select_related("edition__series", "series", "venue", "undoes", "undone_by")
        return acts.prefetch_related(*(models.Prefetch(name, people) for name in ("by", "whom", "undone_by__by")))


class Act(models.Model):
    """One act of an organizer: who did what about what, when, and what was different before.

    Written in the transaction of the change itself, by whoever knows the organizer: `Act.note` after a change, or
    `with Act.on(row, …)` round one. `name` is what the thing was called that day, and never a person: who did it, and
    to whom, goes with their erasure. Without a series and an offer, it is about what all organizers of the site share.
    """

    series = models.ForeignKey(Series, models.CASCADE, null=True, related_name="acts")
    edition = models.ForeignKey(Edition, models.SET_NULL, null=True, related_name="acts")
    venue = models.ForeignKey(Venue, models.SET_NULL, null=True, related_name="acts")
    offer = models.ForeignKey(HostOffer, models.CASCADE, null=True, related_name="acts")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="acts")
    whom = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=40)
    name = models.CharField(max_length=300, blank=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, related_name="undone_by")
    at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        verbose_name = gettext_lazy("act of an organizer")
        verbose_name_plural = gettext_lazy("acts of organizers")
        indexes: ClassVar = [
            models.Index(fields=["series", "at"], name="act_by_series"),
            models.Index(fields=["edition", "at"], name="act_by_edition"),
        ]

    def __str__(self) -> str:
        return self.sentence

    @classmethod
    def note(
        cls,
        what: What,
        about: Any = None,
        *,
        by: Any,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        **links: Any,
    ) -> "Act | None":
        """Writes down an act about an edition, a series, a venue, an offer or a trade, or about none of them.

        Of `before` and `after` what differs is kept; where nothing does, nothing was done, and nothing is written.
        Call it in the transaction of the change.
        """
        before, after = _as_json(before or {}), _as_json(after or {})
        differing = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        if not differing and (before or after):
            return None
        if isinstance(about, Edition):
            links = {"series_id": about.series_id, "edition_id": about.pk, "name": about.title, **links}
        elif isinstance(about, HostOffer):
            links = {"offer": about, "name": about.place_name, **links}
        elif about is not None:
            links = {about._meta.model_name: about, "name": about.name, **links}
            links.pop("specialty", None)
        return cls.objects.create(
            what=what,
            by_id=by.pk,
            before={name: before[name] for name in differing if name in before},
            after={name: after[name] for name in differing if name in after},
            **links,
        )

    @classmethod
    @contextmanager
    def on(cls, row: Any, what: What, *, by: Any, about: Any = None, **links: Any) -> Iterator[None]:
        """Locks the row, lets it be changed, and writes down what is different then; nothing where nothing is.

        All in one transaction. `about` is what the log says it was about, where that is not the row itself.
        """
        about = about or row
        rows = type(row)._base_manager.filter(pk=row.pk)
        with transaction.atomic():
            before = facts(rows.select_for_update(of=("self",)).get())
            yield
            now = rows.first()
            if now is None:
                links |= {"edition_id": None} if isinstance(about, Edition) else {}
            after = facts(now) if now else {}
            if isinstance(row, WITH_VALUES):
                cls.note(what, about, by=by, before=before, after=after, **links)
            elif before != after:
                names = [name for name in before if before[name] != after.get(name)]
                cls.note(what, about, by=by, after=dict.fromkeys(names, ""), **links)

    @classmethod
    def note_edition(cls, edition: Edition, *, by: Any, before: dict[str, Any] | None = None, **links: Any) -> None:
        """Writes down that an edition was made, or what of it is different from `before`."""
        after = facts(edition)
        if before is None:
            what = What.EDITION_PUBLISHED if edition.is_published else What.EDITION_PREPARED
        elif before["status"] != after["status"]:
            what = What.EDITION_PUBLISHED
        else:
            what = What.EDITION_MOVED if before["starts_at"] != after["starts_at"] else What.EDITION_CHANGED
        cls.note(what, edition, by=by, before=before, after=after, **links)

    # What it says -------------------------------------------------------------------------------------------------

    @property
    def who(self) -> str:
        return self.by.name if self.by else _("Somebody who has left the site")

    @property
    def taken_back_by(self) -> str:
        """Who took it back; "" while it stands."""
        return self.undone_by.who if hasattr(self, "undone_by") else ""

    @property
    def sentence(self) -> str:
        """What was done, as one says it."""
        words: dict[str, Any] = {"venue": self.venue.name if self.venue else _("a venue")}
        words |= self.after
        if "day" in words:
            words["day"] = date_format(datetime.date.fromisoformat(words["day"]), "l j F Y")
        if "role" in words:
            words["role"] = Role(words["role"]).label
        if "step" in words:
            words["step"] = HostOffer.Step(words["step"]).label
        if self.what == What.EDITION_MOVED:
            moments = [self._moment(values["starts_at"]) for values in (self.before, self.after)]
            is_same_day = moments[0].date() == moments[1].date()
            shape = "j F Y, H:i" if is_same_day else "j F Y"
            words["before"], words["after"] = (date_format(moment, shape) for moment in moments)
        whom = self.whom.name if self.whom else _("somebody who has left the site")
        return What(self.what).label % {**words, "who": self.who, "whom": whom, "name": self.name}

    def _moment(self, value: str) -> datetime.datetime:
        zone = self.series.zone if self.series else timezone.get_current_timezone()
        return in_zone(datetime.datetime.fromisoformat(value), zone)

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        """The fields that are different: what each is called, and where it says something short, before and after."""
        if self.what not in CHANGES_OF:
            return []
        told = {"starts_at", "ends_at", "closes_at"} if self.what == What.EDITION_MOVED else {"offer"}
        lines = []
        for field in [*CHANGES_OF[self.what]._meta.concrete_fields, *CHANGES_OF[self.what]._meta.many_to_many]:
            if field.name in {**self.before, **self.after} and field.name not in told:
                before, after = (self._in_words(field, values.get(field.name)) for values in (self.before, self.after))
                is_short = max(len(before), len(after)) <= SHOWN_AT_MOST and field.name in self.before
                lines.append((str(field.verbose_name), before if is_short else "", after if is_short else ""))
        return lines

    def _in_words(self, field: Any, value: Any) -> str:
        if value in (None, "", []):
            return _("empty")
        if field.name == "venue":
            return getattr(self, "venue_names", {}).get(value, _("a venue that is gone"))
        if isinstance(field, models.DateTimeField):
            return date_format(self._moment(value), "j F Y, H:i")
        if isinstance(field, models.TimeField):
            return value[:5]
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return ", ".join(value) if isinstance(value, list) else str(value)

    @staticmethod
    def with_venues(acts: Iterable["Act"]) -> list["Act"]:
        """The same acts, which now know the names of the venues that editions left and went to; one query."""
        acts = list(acts)
        keys = {values["venue"] for act in acts for values in (act.before, act.after) if values.get("venue")}
        names = dict(Venue.objects.filter(pk__in=keys).values_list("pk", "name"))
        for act in acts:
            act.venue_names = names  # type: ignore[attr-defined]
        return acts

    @property
    def is_undone_with_news(self) -> bool:
        """Whether the way back is of a kind that people are told of: it shows whom, and the mail."""
        return self.what in (What.EDITION_CHANGED, What.EDITION_MOVED) and not {"starts_at", "venue"}.isdisjoint(
            self.before
        )

    @property
    def is_undoable(self) -> bool:
        """Whether there is a way back, as far as the act itself tells; what has happened since may still bar it."""
        return self.what in UNDOABLE and not hasattr(self, "undone_by")


def facts(row: models.Model) -> dict[str, Any]:
    """What people may change of a row, as the log keeps it: foreign keys by their numbers, trades by their keys."""
    fields = [field for field in row._meta.concrete_fields if field.editable and not field.primary_key]
    told = {field.name: field.value_from_object(row) for field in fields if not isinstance(field, models.FileField)}
    if isinstance(row, Edition):
        told["specialties"] = sorted(row.specialties.values_list("key", flat=True))
    return _as_json(told)


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))
