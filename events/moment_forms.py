"""When an evening is, as organizers type it: a day and two times on the clocks of the series."""

import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import wallclock
from events.forms import corrected
from events.models import Act, Edition, Series, What
from events.models.act import facts as facts_of
from events.telling_forms import LineForm
from members.dates import date_format
from members.models import Member

YEARS_AHEAD = 5
WEEK = datetime.timedelta(weeks=1)
NIGHT_AT_MOST = datetime.timedelta(hours=8)  # an evening that ends so much later may end after midnight


def moments_of(edition: Edition) -> dict[str, Any]:
    """What the three fields show of an edition."""
    return {
        "date": edition.starts.date(),
        "starts": edition.starts.time().replace(second=0, microsecond=0),
        "ends": edition.ends.time().replace(second=0, microsecond=0),
    }


def _into_the_night(starts: datetime.time, ends: datetime.time) -> datetime.timedelta:
    """How long an evening is that ends on the next morning; to its clocks."""
    evening = datetime.date(2000, 1, 1)
    morning = evening + datetime.timedelta(days=1)
    return datetime.datetime.combine(morning, ends) - datetime.datetime.combine(evening, starts)


class MomentsForm(forms.Form):
    """The date, the beginning and the end of an edition of `chosen_series`, of a new one where `edition` is None."""

    date = forms.DateField(
        label=gettext_lazy("Date"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    starts = forms.TimeField(
        label=gettext_lazy("Starts at"),
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    ends = forms.TimeField(
        label=gettext_lazy("Ends at"),
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )

    edition: Edition | None
    chosen_series: Series

    def _clean_moments(self, cleaned: dict[str, Any]) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """The two instants, or None with a sentence beside the field that prevents them."""
        day, starts, ends = (cleaned.get(name) for name in ("date", "starts", "ends"))
        if day is None or starts is None or ends is None:
            return None, None
        is_day_possible = self._is_day_possible(day)
        nights = 0
        if self.edition is not None:
            saved = moments_of(self.edition)
            if (starts, ends) == (saved["starts"], saved["ends"]):
                if day == saved["date"]:  # to the second, and whichever of a doubled hour it was
                    self._must_be_to_come(self.edition.starts_at)
                    return self.edition.starts_at, self.edition.ends_at
                nights = (self.edition.ends.date() - self.edition.starts.date()).days
        if nights == 0 and ends <= starts:
            if _into_the_night(starts, ends) > NIGHT_AT_MOST:
                self.add_error("ends", _("The end comes before the start."))
                return None, None
            nights = 1
        if not is_day_possible:
            return None, None
        starts_at = self._instant("starts", day, starts)
        ends_at = self._instant("ends", day + datetime.timedelta(nights), ends)
        if starts_at is None or ends_at is None or not self._must_be_to_come(starts_at):
            return None, None
        return starts_at, ends_at

    def _is_day_possible(self, day: datetime.date) -> bool:
        today = timezone.localdate(timezone=self.chosen_series.zone)
        if self.edition is None and day < today:
            self.add_error("date", _("This day is over. Choose a day to come."))
            return False
        if day.year < 1990:  # an archive may be old; a calendar that begins with year 1 may not
            self.add_error("date", _("This date is too long ago."))
            return False
        if day.year > today.year + YEARS_AHEAD:
            self.add_error("date", _("This date is more than five years away. Choose an earlier one."))
            return False
        return True

    def _instant(self, field: str, day: datetime.date, time: datetime.time) -> datetime.datetime | None:
        shown = time_format(time)
        try:
            return wallclock.instant(day, time, self.chosen_series.zone)
        except wallclock.NoSuchTime:
            self.add_error(
                field,
                _("The clocks go forward that night: %(time)s does not exist. Choose an earlier or a later time.")
                % {"time": shown},
            )
        except wallclock.TimeTwice:
            self.add_error(
                field,
                _("The clocks go back that night: %(time)s comes twice. Choose an earlier or a later time.")
                % {"time": shown},
            )
        return None

    def _must_be_to_come(self, starts_at: datetime.datetime) -> bool:
        """A new date lies ahead; an evening that is over stays in the past, where its date may be corrected."""
        edition = self.edition
        is_over = starts_at <= timezone.now()
        if edition is not None and edition.is_past and not edition.is_draft:
            if not is_over:
                self.add_error("date", _("This evening has taken place. To meet again, publish another café."))
            return is_over
        is_kept = edition is not None and starts_at == edition.starts_at
        if is_over and (not is_kept or self.cleaned_data.get("intent") == "publish"):
            self.add_error("starts" if self._is_today() else "date", _("This moment is over. Choose one to come."))
            return False
        return True

    def _is_today(self) -> bool:
        return self.cleaned_data["date"] == timezone.localdate(timezone=self.chosen_series.zone)

    def _edition_at(self, starts_at: datetime.datetime | None) -> Edition | None:
        """The edition of the series that begins at this moment, unless it is cancelled."""
        if starts_at is None:
            return None
        return (
            self.chosen_series.editions.exclude(status=Edition.Status.CANCELLED)
            .select_related("series", "venue")
            .filter(starts_at=starts_at)
            .first()
        )

    def _taken_by(self, other: Edition) -> str:
        return _("%(edition)s takes place at this moment. Change that one, or choose another date.") % {
            "edition": other.title
        }


class AnotherDateForm(MomentsForm, LineForm):
    """Another date for an edition that has people, who are told of it by mail with a line of the organizer's own."""

    revised_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, edition: Edition, data: Any = None) -> None:
        self.edition, self.chosen_series = edition, edition.series
        moments = moments_of(edition)
        moments["date"] = self.proposed_day(edition)
        super().__init__(data, initial={**moments, "revised_at": edition.revised_at.isoformat()})

    @staticmethod
    def proposed_day(edition: Edition) -> datetime.date:
        """The next date of the cadence, where it is free; else a week later, before the edition that comes next."""
        after = max(edition.starts.date(), edition.series.today())
        date = next(iter(edition.series.dates(after=after, count=1)), None)
        return date.day if date and date.is_free else after + WEEK

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        edition = self.edition
        assert edition
        cleaned["starts_at"], cleaned["ends_at"] = self._clean_moments(cleaned)
        other = self._edition_at(cleaned["starts_at"])
        if other and other != edition:
            self.add_error("date", self._taken_by(other))
        if cleaned.get("revised_at") not in ("", edition.revised_at.isoformat()):
            self.data = corrected(self.data, revised_at=edition.revised_at.isoformat())
            self.add_error(None, self.changed_meanwhile)
        return cleaned

    @property
    def changed_meanwhile(self) -> str:
        """What is said where somebody else has changed the edition since the page was opened."""
        return _("Somebody else has changed this café meanwhile. Look once more, then go on.")

    @property
    def is_done(self) -> bool:
        """Whether a form that is refused asks for what has been done meanwhile, as by the first of two clicks."""
        return False

    @property
    def facts(self) -> dict[str, Any]:
        """What the edition's methods take."""
        return {name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "line")}


class PostponeForm(AnotherDateForm):
    """Another date for an edition that is to come."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        assert self.edition
        if cleaned.get("starts_at") == self.edition.starts_at:
            self.add_error("date", _("This is the date that it has. Choose another one."))
        return cleaned

    @property
    def changed_meanwhile(self) -> str:
        assert self.edition
        starts = self.edition.starts
        words = {"day": date_format(starts, "l j F Y"), "time": date_format(starts, "TIME_FORMAT")}
        return (
            _(
                "Somebody else has changed this café meanwhile: it takes place on %(day)s at %(time)s now. Look once "
                "more, then go on."
            )
            % words
        )

    @property
    def is_done(self) -> bool:
        assert self.edition
        is_late = self["revised_at"].value() != self.cleaned_data.get("revised_at")  # `clean` gave it the one of now
        moments = tuple(self.cleaned_data.get(name) for name in ("starts_at", "ends_at"))
        return is_late and moments == (self.edition.starts_at, self.edition.ends_at)

    def save(self, *, by: Member) -> int:
        """Moves the edition; answers how many people are told. Raises ChangedMeanwhile."""
        assert self.edition
        facts, before = self.facts, facts_of(self.edition)
        moved = self.edition.moved_to(facts["starts_at"], facts["ends_at"])
        with transaction.atomic():
            told = self.edition.change(seen=self.edition.revised_at, line=facts["line"], **moved)
            Act.note_edition(self.edition, by=by, before=before)
        self.edition.refresh_from_db()  # somebody else may have moved it to this very moment
        return told


class ReopenForm(AnotherDateForm):
    """The date at which a cancelled edition takes place after all: the one it had, while it is to come."""

    @staticmethod
    def proposed_day(edition: Edition) -> datetime.date:
        if edition.starts_at > timezone.now():
            return edition.starts.date()
        return AnotherDateForm.proposed_day(edition)

    def _must_be_to_come(self, starts_at: datetime.datetime) -> bool:
        if starts_at <= timezone.now():
            self.add_error("starts" if self._is_today() else "date", _("This moment is over. Choose one to come."))
            return False
        return True

    def save(self, *, by: Member) -> int:
        """Reopens the edition; answers how many people are told. Raises CannotPublish and ChangedMeanwhile."""
        assert self.edition
        with transaction.atomic():
            told = self.edition.reopen(seen=self.edition.revised_at, **self.facts)
            Act.note(What.EDITION_REOPENED, self.edition, by=by, after={"day": self.edition.starts.date()})
        return told
