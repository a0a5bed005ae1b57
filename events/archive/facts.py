"""Which facts of a row stand in an archive, and how JSON writes and reads them."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from events.history.entry import YEARS

FORMAT, VERSION = "cafecm-series", 1

SERIES = [
    "slug",
    "name",
    "city",
    "description",
    "time_zone",
    "cadence",
    "start_time",
    "end_time",
    "guests_at_most",
    "last_call_hours",
    "head_start_hours",
    "reconfirm_days",
    "created_at",
]
VENUE = [
    "slug",
    "name",
    "host",
    "host_url",
    "address",
    "postal_code",
    "city",
    "latitude",
    "longitude",
    "transport",
    "capacity",
    "description",
    "getting_in",
    "has_step_free_route",
    "has_lift",
    "door_width",
    "has_accessible_toilet",
    "has_gender_neutral_toilet",
    "has_hearing_loop",
    "has_seats",
    "has_quiet_corner",
    "has_bicycle_parking",
    "access_checked_on",
    "created_at",
]
# Of a venue too; they tell of people, and travel only where that is asked for.
CONTACT = ["contact_name", "contact_email", "contact_phone", "notes"]
EDITION = [
    "slug",
    "number",
    "uid",
    "sequence",
    "status",
    "theme",
    "description",
    "planned_on",
    "starts_at",
    "ends_at",
    "opens_at",
    "closes_at",
    "is_by_approval",
    "capacity",
    "cancellation_reason",
    "reminder_line",
    "recap",
    "recap_thanks",
    "recap_published_at",
    "filled_at",
    "created_at",
    "revised_at",
    "published_at",
]
FORMER = ["slug", "name", "merged_at"]
PASSED_OVER = ["note", "at"]
PHOTO = ["caption", "alt", "consent_at"]  # of an evening
COUNT = ["group", "parties", "places", "arrived"]
QUESTION = ["words", "is_required"]


class Unfit(ValueError):
    """These facts do not make a row; the sentence says why."""


def tell(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """These facts of the row, as JSON can hold them: moments in UTC, nothing cut off."""
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


def fill(row: models.Model, names: Iterable[str], told: Any) -> None:
    """Gives the row what is told of these facts; one that is not told keeps its default. Raises Unfit."""
    if not isinstance(told, dict):
        raise Unfit(_("This is not a record with names and values."))
    names = [name for name in names if name in told]
    for name in names:
        try:
            setattr(row, name, _value(row._meta.get_field(name), told[name]))
        except ValidationError as error:
            raise Unfit(f"{name}: {error.messages[0]}") from None
    try:
        row.clean_fields(exclude={field.name for field in row._meta.fields} - {*names})
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise Unfit(f"{name}: {messages[0]}") from None


def _value(field: Any, value: Any) -> Any:
    if not isinstance(value, str | int | float | bool | None):
        raise ValidationError(_("This is not one value."))
    if isinstance(value, str) and not is_showable(value):
        raise ValidationError(_("This text holds characters that no page can show."))
    if isinstance(field, models.CharField | models.TextField) and not isinstance(value, str):
        raise ValidationError(_("This is not text."))
    if isinstance(field, models.DateTimeField) and value is not None:
        return _moment(value)
    return field.to_python(value)


def is_showable(text: str) -> bool:
    """Whether databases and pages can hold this text: PostgreSQL takes no NUL, and half a character is none."""
    return "\0" not in text and text == text.encode(errors="replace").decode()


def _moment(value: Any) -> datetime.datetime:
    try:
        moment = datetime.datetime.fromisoformat(value)
        if timezone.is_aware(moment) and moment.year in YEARS:
            return moment.astimezone(datetime.UTC)
    except (TypeError, ValueError, OverflowError):
        pass
    raise ValidationError(_("This is not a moment such as 2019-03-27T18:00:00+00:00."))
