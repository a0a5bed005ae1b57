"""What organizers type about the dates of a series."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.cadence import WHICH, Rhythm
from events.models import Act, Series, What
from events.models.series import known_rule
from members.meanwhile import MeanwhileForm
from members.models import Member

INTERVALS_AT_MOST = 12
ALWAYS = "every"


class CadenceForm(MeanwhileForm):
    """When a series meets: in words, or by any rule that a calendar knows, and its usual hours."""

    which = forms.ChoiceField(
        label=gettext_lazy("Which one"),
        choices=[(ALWAYS, gettext_lazy("every week, or every so many weeks")), *WHICH.items()],
        initial="-1",
    )
    weekday = forms.TypedChoiceField(label=gettext_lazy("Day"), choices=list(WEEKDAYS.items()), coerce=int, initial=2)
    interval = forms.IntegerField(
        label=gettext_lazy("Every how many months, or weeks"),
        min_value=1,
        max_value=INTERVALS_AT_MOST,
        initial=1,
    )
    rule = forms.CharField(
        label=gettext_lazy("Another rule"),
        help_text=gettext_lazy(
            "For those who know them: a recurrence rule such as FREQ=MONTHLY;BYDAY=2TU,4TU (RFC 5545). It takes the "
            "place of the choices above."
        ),
        required=False,
        max_length=200,
        validators=[known_rule],
    )

    class Meta:
        model = Series
        fields: ClassVar = ("start_time", "end_time")
        widgets: ClassVar = {
            name: forms.TimeInput(format="%H:%M", attrs={"type": "time"}) for name in ("start_time", "end_time")
        }

    def __init__(self, data: Any = None, *, series: Series) -> None:
        super().__init__(data, instance=series, initial=self._saved(series))

    @classmethod
    def state_of(cls, instance: Any) -> dict[str, Any]:
        """The cadence, by the fields that say it, and the usual hours."""
        return {"rule": "", **cls._saved(instance), **super().state_of(instance)}

    @staticmethod
    def _saved(series: Series) -> dict[str, Any]:
        rhythm = Rhythm.of(series.cadence)
        if rhythm is None:
            return {"rule": series.cadence}
        return {"which": rhythm.which or ALWAYS, "weekday": rhythm.weekday, "interval": rhythm.interval}

    def clean_rule(self) -> str:
        return self.cleaned_data["rule"].strip().upper().removeprefix("RRULE:")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("start_time") and cleaned.get("start_time") == cleaned.get("end_time"):
            raise ValidationError({"end_time": _("The end is at the same moment as the start.")})
        if cleaned.get("rule"):
            self.instance.cadence = cleaned["rule"]
        elif {"which", "weekday", "interval"} <= set(cleaned):
            which = "" if cleaned["which"] == ALWAYS else cleaned["which"]
            self.instance.cadence = Rhythm(cleaned["weekday"], cleaned["interval"], which).rule
        return cleaned

    def save_by(self, member: Member) -> None:
        """Saves the cadence and the usual hours; the editions that stand stay as they are.

        Raises ChangedMeanwhile where somebody has saved others since this form was made.
        """
        with Act.on(self.instance, What.RHYTHM_CHANGED, by=member):
            self.must_be_unchanged()
            self.instance.save(update_fields=["cadence", "start_time", "end_time"])


class PlanForm(forms.Form):
    """For how many of the next dates drafts are made."""

    count = forms.TypedChoiceField(
        label=gettext_lazy("For the next dates"), choices=[(n, n) for n in (1, 3, 6, 12)], coerce=int, initial=3
    )
