import csv
import importlib
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

import members
from members.models import Family, MemberSpecialty, Specialty
from tests.factories import make_member

INVENTORY = Path(members.__file__).parent / "data" / "specialties.csv"
NARROW = "\u202f"


@pytest.fixture
def rows() -> list[dict[str, str]]:
    with INVENTORY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stock() -> None:
    migration = importlib.import_module("members.migrations.0002_inventory_of_trades")
    migration.stock(apps, None)


def test_inventory_holds_24_trades_on_six_shelves(rows):
    assert len(rows) == len({row["key"] for row in rows}) == 24
    shelves = list(dict.fromkeys(row["family"] for row in rows))
    assert shelves == Family.values


def test_every_trade_is_named_and_defined_in_both_languages(rows):
    for row in rows:
        for language in ("fr", "en"):
            assert row[f"name_{language}"]
            definition = row[f"definition_{language}"]
            assert definition.endswith(".") and definition[0].isupper() and 40 < len(definition) <= 240, definition


def test_french_of_the_inventory_has_french_typography(rows):
    for row in rows:
        for text in (row["name_fr"], row["definition_fr"]):
            assert "'" not in text
            for position, sign in enumerate(text):
                if sign in ":;!?":
                    assert text[position - 1] == NARROW, text


@pytest.mark.django_db
def test_migration_stocks_the_inventory_in_its_order(rows):
    assert list(Specialty.objects.values_list("key", "position", "definition_fr")) == [
        (row["key"], position, row["definition_fr"]) for position, row in enumerate(rows, start=1)
    ]


@pytest.mark.django_db
def test_stocking_again_changes_nothing():
    before = list(Specialty.objects.values())
    stock()
    assert list(Specialty.objects.values()) == before


@pytest.mark.django_db
def test_stocking_again_corrects_a_trade_and_keeps_its_people():
    trade = Specialty.objects.get(key="veille")
    make_member().practise([trade])
    Specialty.objects.filter(pk=trade.pk).update(definition_fr="Autre chose.")
    stock()
    assert Specialty.objects.get(key="veille") == trade
    assert Specialty.objects.get(key="veille").definition_fr == trade.definition_fr
    assert MemberSpecialty.objects.filter(specialty=trade).count() == 1


@pytest.mark.django_db
def test_trade_speaks_the_language_of_its_reader():
    trade = Specialty.objects.get(key="moderation")
    with translation.override("fr"):
        assert trade.name == "Modération et sécurité"
    with translation.override("en"):
        assert trade.name == "Moderation, trust and safety"
