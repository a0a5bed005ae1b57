"""What holds the house together: arrows, migrations, translations, templates, doors."""

import ast
import re
import subprocess
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template

from tests.factories import make_member

ROOT = settings.BASE_DIR
OUR_MODELS = re.compile(r"(events|venues|members)\.models\b")
FLOORS = {"members": 0, "venues": 1, "events": 2, "cafecm": 3}


def imported(path: Path) -> set[str]:
    """The modules that a file imports when it runs; what only a type checker reads is no arrow."""
    names = set()
    tree = ast.parse(path.read_text())
    for block in [node for node in ast.walk(tree) if isinstance(node, ast.If)]:
        if ast.unparse(block.test) == "TYPE_CHECKING":
            block.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("app", FLOORS)
def test_arrows_between_apps_run_one_way(app):
    climbs = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / app).rglob("*.py")
        for name in imported(path)
        if FLOORS.get(name.split(".")[0], -1) > FLOORS[app] and name != "cafecm.environment"
    }
    assert climbs == set()


def test_leaves_import_no_models():
    leaves = [
        "events/ics.py",
        "events/drawing.py",
        "events/inventory.py",
        "events/introductions.py",
        "events/poem.py",
        "events/which.py",
        "events/card.py",
        "events/wallclock.py",
        "events/cadence.py",
        "events/holidays.py",
        "events/forecast.py",
        "events/reception.py",
        "events/people_file.py",
        "members/images.py",
    ]
    leaves += [
        f"events/history/{name}.py" for name in ("entry", "words", "places", "moments", "table", "calendar", "reading")
    ]
    bad = {(leaf, name) for leaf in leaves for name in imported(ROOT / leaf) if OUR_MODELS.match(name)}
    assert bad == set()


@pytest.mark.django_db
@pytest.mark.parametrize("_time", range(2))
def test_rows_of_a_test_are_named_alike_whatever_ran_before(_time):
    assert [make_member().name for _ in range(2)] == ["Membre 1", "Membre 2"]


def test_only_doors_import_doors():
    """Views, template tags and commands serve people; what others need of them has a room of its own."""
    doors = re.compile(r"(events|venues|members)\.(views|templatetags|management)\b")
    bad = {
        (str(path.relative_to(ROOT)), name)
        for app in ("events", "venues", "members")
        for path in (ROOT / app).rglob("*.py")
        if not {"views", "templatetags", "management"} & set(path.parts) and not path.name.endswith("urls.py")
        for name in imported(path)
        if doors.match(name)
    }
    assert bad == set()


def test_imports_stand_at_the_top():
    late = set()
    for app in FLOORS:
        for path in (ROOT / app).rglob("*.py"):
            lines = path.read_text().splitlines()
            for function in ast.walk(ast.parse(path.read_text())):
                if isinstance(function, ast.FunctionDef) and function.name != "ready":
                    late |= {
                        f"{path.relative_to(ROOT)}:{node.lineno} {lines[node.lineno - 1].strip()}"
                        for node in ast.walk(function)
                        if isinstance(node, ast.Import | ast.ImportFrom)
                    }
    assert late == set()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_system_checks_are_silent():
    call_command("check", fail_level="WARNING")


@pytest.mark.parametrize(
    "template", sorted(str(path.relative_to(ROOT / "templates")) for path in (ROOT / "templates").rglob("*.*"))
)
def test_template_compiles(template):
    get_template(template)


def test_partials_say_what_they_need():
    silent = {
        path.name
        for path in (ROOT / "templates").rglob("_*.html")
        if not path.read_text().lstrip().startswith(("{#", "{% comment"))
    }
    assert silent == set()


def test_every_sentence_is_translated():
    catalogue = polib.pofile(str(ROOT / "locale/fr/LC_MESSAGES/django.po"))
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []


def test_translations_keep_their_placeholders():
    catalogue = polib.pofile(str(ROOT / "locale/fr/LC_MESSAGES/django.po"))
    placeholder = re.compile(r"%\(\w+\)s|%s|\{\w+\}")
    lost = [
        entry.msgid
        for entry in catalogue.translated_entries()
        for said in ([entry.msgstr] if entry.msgstr else entry.msgstr_plural.values())
        if not set(placeholder.findall(said)) <= set(placeholder.findall(entry.msgid + entry.msgid_plural))
        or (entry.msgstr and set(placeholder.findall(said)) != set(placeholder.findall(entry.msgid)))
    ]
    assert lost == []


def test_french_spaces_are_narrow_and_do_not_break():
    catalogue = polib.pofile(str(ROOT / "locale/fr/LC_MESSAGES/django.po"))
    loose = re.compile(r"[\w»)] [;:!?»](?:\s|$)|« ", re.UNICODE)
    said = [text for entry in catalogue for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert [text for text in said if loose.search(text)] == []


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_pages_carry_no_inline_style_script_or_foreign_address(folder):
    inline = re.compile(
        r"""\sstyle=["']|\son[a-z]+=["']|<style|<script(?![^>]*(?:src=|type="application/(?:ld\+)?json"))"""
    )
    mails = {"members/mail.html"}  # mail programs know no other way
    bad = {
        str(path.relative_to(ROOT))
        for path in (ROOT / folder).rglob("*.html")
        if str(path.relative_to(ROOT / folder)) not in mails and inline.search(path.read_text())
    }
    assert bad == set()


def test_locks_name_no_index():
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(), lock.name


def test_files_of_the_repository_name_no_machine():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    texts = [ROOT / name for name in files if name.endswith((".py", ".md", ".toml", ".txt", ".html", ".css", ".js"))]
    here = str(ROOT)
    assert [path.name for path in texts if path.exists() and here in path.read_text()] == []
