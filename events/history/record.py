"""A history that is brought in a browser: looked at first, taken once, and taken back as a whole."""

import hashlib

from django.core import serializers
from django.db import models, transaction
from django.utils import timezone

from events.history.reading import read
from events.history.taking import Report, take
from events.models import Edition, Import, Series
from venues.models import Venue


def preview(record: Import) -> Report:
    """What taking this file would do, and nothing of it done."""
    return take(read(bytes(record.content)), record.series.slug, is_trial=True)  # type: ignore[union-attr]


def carry_out(record: Import) -> bool:
    """Takes the file into its series; the record keeps what that made, and no longer the file.

    Answers whether it did: a repeat, or another at the same moment, changes nothing.
    """
    with transaction.atomic():
        series = Series.objects.select_for_update().get(pk__in=[record.series_id])
        record = Import.objects.select_for_update().get(pk=record.pk)
        if record.taken_at:
            return False
        report = take(read(bytes(record.content)), series.slug)
        record.editions.set([edition for _line, edition in report.taken])
        record.venues = {venue.pk: _sum(venue) for venue in Venue.objects.filter(pk__in=[v.pk for v in report.venues])}
        record.cadence = report.cadence
        record.content = b""
        record.taken_at = timezone.now()
        record.save()
    return True


def take_back(record: Import) -> int:
    """Deletes the editions that it made and nobody has touched, then the venues it opened that are as bare as then.

    Answers how many editions that were; the others stay with the record. A repeat finds nothing more.
    """
    with transaction.atomic():
        series = Series.objects.select_for_update().get(pk__in=[record.series_id])
        record = Import.objects.select_for_update().get(pk=record.pk)
        list(Venue.objects.select_for_update().filter(pk__in=record.venues).order_by("pk"))
        list(Edition.objects.select_for_update().filter(imports=record).order_by("pk"))
        gone = list(record.untouched().values_list("pk", flat=True))
        Edition.objects.filter(pk__in=gone).delete()
        for venue in _unused(Venue.objects.filter(pk__in=record.venues)):
            if record.venues[str(venue.pk)] == _sum(venue):
                venue.delete()
        is_planned = series.editions.filter(planned_on__isnull=False).exists()
        if record.cadence and series.cadence == record.cadence and not is_planned:
            series.cadence = ""
            series.save(update_fields=["cadence"])
        record.undone_at = record.undone_at or timezone.now()
        record.save(update_fields=["undone_at"])
    return len(gone)


def _sum(venue: Venue) -> str:
    return hashlib.sha256(serializers.serialize("json", [venue]).encode()).hexdigest()


def _unused(venues: models.QuerySet[Venue]) -> models.QuerySet[Venue]:
    """Those that nothing points at."""
    for relation in Venue._meta.related_objects:
        pointing = relation.related_model._base_manager.filter(**{relation.field.name: models.OuterRef("pk")})
        venues = venues.exclude(models.Exists(pointing))
    return venues
