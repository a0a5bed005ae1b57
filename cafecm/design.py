"""The design page of a development machine: every colour, size and part of the site on one page, from its own partials.

It needs no row of the database: what it shows is made up here, and never saved.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cafecm.colours import SHAPE_AT_LEAST, SHAPES, TEXT_AT_LEAST, TEXTS, contrast, palettes
from events.inventory import Inventory, Line
from events.models import Edition, Series
from events.templatetags.cafe import laid
from members.forms import AddressField, CodeField, NameField
from members.models import Member, Specialty
from members.models.specialty import Family
from venues.models import Venue

# (key, place in the inventory, its line of the poem, several of it, its family)
TRADES = [
    ("moderation", 4, "une vigie", "vigies", "care"),
    ("marque", 1, "une voix de marque", "voix de marque", "voice"),
    ("jeu", 7, "une guilde", "guildes", "members"),
    ("interne", 11, "un intranet", "intranets", "inside"),
    ("cause", 16, "une cause", "causes", "settings"),
]


@dataclass(frozen=True)
class Pair:
    """One colour on another: both as #rrggbb, how well the first is seen on the second, and how well it has to be."""

    name: str
    ground: str
    colour: str
    ground_colour: str
    least: float

    @property
    def contrast(self) -> float:
        return contrast(self.colour, self.ground_colour)

    @property
    def is_enough(self) -> bool:
        return self.contrast >= self.least


def pairs(palette: dict[str, str]) -> list[Pair]:
    """Every pair of this palette that the site uses: texts first, then what only has to be seen."""
    used = [*((*pair, TEXT_AT_LEAST) for pair in TEXTS), *((*pair, SHAPE_AT_LEAST) for pair in SHAPES)]
    return [Pair(name, ground, palette[name], palette[ground], least) for name, ground, least in used]


def sizes() -> list[tuple[str, str]]:
    """The spaces of the tokens, smallest first, each with what the stylesheet says of it."""
    css = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    return re.findall(r"--(gap(?:-\w+)?|target|corner): ([^;]+);", css)


class Everything(forms.Form):
    """A field of each kind that the site has."""

    name = NameField()
    email = AddressField()
    code = CodeField(required=False)
    words = forms.CharField(
        label=gettext_lazy("A word to the organizers"),
        help_text=gettext_lazy("As long as it has to be."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    day = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    places = forms.IntegerField(label=gettext_lazy("Places"), min_value=1)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    seen_by = forms.ChoiceField(
        label=gettext_lazy("Who sees you"),
        choices=[("members", gettext_lazy("members")), ("nobody", gettext_lazy("nobody"))],
        widget=forms.RadioSelect,
    )
    agrees = forms.BooleanField(label=gettext_lazy("I have read the house rules"), required=False)
    photo = forms.FileField(label=gettext_lazy("Photo"), required=False)


@dataclass(frozen=True)
class Word:
    """A message of the house, as Django's own is shown."""

    text: str
    tags: str

    def __str__(self) -> str:
        return self.text


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """All parts of the site, for whoever works on its look; only where DEBUG is on."""
    mix = Inventory(
        [
            Line(
                count, family, Specialty(key=key, position=place, one_fr=one, many_fr=many, name_en=key, family=family)
            )
            for count, (key, place, one, many, family) in zip((1, 1, 2, 3, 5), TRADES, strict=True)
        ],
        others=2,
    )
    context = {
        "palettes": [(scheme, pairs(palette)) for scheme, palette in palettes().items()],
        "sizes": sizes(),
        "form": Everything(label_suffix="", initial={"seen_by": "members"}),
        "wrong": Everything(
            {"wrong-name": "Ada", "wrong-email": "ada@", "wrong-places": "0", "wrong-language": "fr"},
            prefix="wrong",
            label_suffix="",
        ),
        "words": [
            Word(_("You have a place. See you there!"), "success"),
            Word(_("This place has just been taken. You are on the waitlist."), "warning"),
        ],
        "editions": _editions(),
        "people": _people(),
        "families": Family.choices,
        "mixes": [
            laid(mix, evening="soir-1"),
            laid(Inventory([Line(7, "care"), Line(12, "voice"), Line(60, "members")], others=9), evening="soir-2"),
        ],
        "page_obj": Paginator(range(60), 20).get_page(2),
        "somebody": Member(name="Ada Lovelace", handle="ada"),
    }
    return render(request, "cafecm/design.html", context)


def _editions() -> list[Edition]:
    """One in each state that a line of the menu has."""
    series = Series(slug="cafe", name="Café des Community Managers")
    place = Venue(slug="gaite", name="La Gaîté Lyrique", address="3 bis rue Papin", postal_code="75003", city="Paris")
    begin = timezone.now().replace(hour=18, minute=0, second=0, microsecond=0)
    states: list[dict[str, Any]] = [
        {"theme": "Modérer la nuit", "days": 14, "taken": 12},
        {"theme": "", "days": 45, "taken": 0, "venue": None},
        {"theme": "Des communautés qui durent, et comment on les quitte", "days": 75, "taken": 40},
        {"theme": "Veille et sommeil", "days": 105, "taken": 3, "opens": 90},
        {"theme": "Le premier mot", "days": 10, "taken": 20, "closes": -1},
        {"theme": "Jeux de rôle", "days": 20, "taken": 8, "status": "cancelled"},
        {"theme": "Brouillon", "days": 120, "taken": 0, "status": "draft"},
        {"theme": "Un petit inventaire", "days": -30, "taken": 31},
    ]
    editions = []
    for number, state in enumerate(states, start=140):
        starts_at = begin + datetime.timedelta(days=state["days"])
        opens, closes = state.get("opens"), state.get("closes")
        edition = Edition(
            series=series,
            slug=f"cafe-{number}",
            number=number,
            theme=state["theme"],
            status=state.get("status", "published"),
            starts_at=starts_at,
            ends_at=starts_at + datetime.timedelta(hours=2),
            venue=state.get("venue", place),
            opens_at=begin + datetime.timedelta(days=opens) if opens else None,
            closes_at=begin + datetime.timedelta(days=closes) if closes else None,
        )
        edition.counted_going, edition.counted_waiting = state["taken"], 0  # type: ignore[attr-defined]
        editions.append(edition)
    return editions


def _people() -> list[Member]:
    """People without a photo, as somebody sees them who may know their names only."""
    people = [Member(name=name, handle=name.lower()) for name in ("Amélie Tran", "Idriss", "Léa Fontaine", "Noé")]
    for member in people:
        member.sees_profile = False
    return people
