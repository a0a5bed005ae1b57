"""The inventory of trades, from members/data/specialties.csv, in the order of its rows."""

import csv
from pathlib import Path

from django.db import migrations

INVENTORY = Path(__file__).resolve().parent.parent / "data" / "specialties.csv"


def stock(apps, schema_editor):
    """Makes or corrects each trade of the file; one that is there already keeps its people."""
    specialty = apps.get_model("members", "Specialty")
    with INVENTORY.open(encoding="utf-8", newline="") as rows:
        for position, row in enumerate(csv.DictReader(rows), start=1):
            specialty.objects.update_or_create(key=row.pop("key"), defaults={"position": position, **row})


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]

    # Going back leaves the trades where they are: 0001 takes the table away, people and all.
    operations = [migrations.RunPython(stock, migrations.RunPython.noop)]
