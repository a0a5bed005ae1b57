"""Which trade is mine? A few questions, and what each answer speaks for.

The rules are the table below: each answer gives some trades points. Nothing is stored, and the answers are all that
the result depends on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

RESULTS_AT_MOST = 3
RESULTS_AT_LEAST = 2


@dataclass(frozen=True)
class Answer:
    """What somebody may say of their work, and the points it gives to the trades, by their keys."""

    label: Any
    points: Mapping[str, int]


@dataclass(frozen=True)
class Question:
    """One question with its answers, by the names that the address of the result carries."""

    label: Any
    answers: Mapping[str, Answer]
    is_multiple: bool = False


QUESTIONS: Mapping[str, Question] = {
    "community": Question(
        _("Whom do you look after?"),
        {
            "passers-by": Answer(
                _("Whoever comes across us online"),
                {"social-media": 2, "ads-acquisition": 1, "video-live": 1, "contenu": 1},
            ),
            "fans": Answer(_("People who love a brand"), {"marque": 3, "ambassadeurs": 1, "social-media": 1}),
            "customers": Answer(
                _("People who use a product or a service"),
                {"relation-client": 2, "produit": 2, "entraide": 1, "apprentissage": 1},
            ),
            "players": Answer(_("People who play"), {"jeu-video": 4, "moderation": 1, "video-live": 1}),
            "enthusiasts": Answer(
                _("People whom a passion, an illness or a neighbourhood brings together"),
                {"passion": 4, "entraide": 1, "moderation": 1},
            ),
            "developers": Answer(_("People who write software"), {"devrel": 4, "entraide": 1}),
            "learners": Answer(_("People who learn"), {"apprentissage": 3, "entraide": 1, "pratiques-km": 1}),
            "colleagues": Answer(_("Colleagues"), {"rse-intranet": 2, "pratiques-km": 2, "marque-employeur": 1}),
            "candidates": Answer(
                _("People who may join the organisation, or have left it"), {"marque-employeur": 4, "ambassadeurs": 1}
            ),
            "citizens": Answer(
                _("Inhabitants, volunteers, an association"), {"public-asso": 4, "evenements": 1, "passion": 1}
            ),
            "creators": Answer(_("Creators and journalists"), {"influence": 4, "video-live": 1}),
            "neighbours": Answer(_("People who share a roof to work or to meet"), {"lieux": 4, "evenements": 1}),
        },
    ),
    "platform": Question(
        _("Where do they meet?"),
        {
            "networks": Answer(
                _("On public social networks"),
                {"social-media": 2, "veille": 1, "ads-acquisition": 1, "influence": 1, "crise": 1},
            ),
            "video": Answer(
                _("In videos, live streams or podcasts"), {"video-live": 3, "influence": 1, "jeu-video": 1}
            ),
            "forum": Answer(_("On a forum or in comments"), {"entraide": 2, "passion": 1, "moderation": 1}),
            "chat": Answer(
                _("On a chat server such as Discord"), {"jeu-video": 1, "devrel": 1, "passion": 1, "moderation": 1}
            ),
            "inbox": Answer(_("In messages that wait for an answer"), {"relation-client": 3, "entraide": 1}),
            "letters": Answer(_("In a newsletter, a blog or guides"), {"contenu": 3, "marque": 1}),
            "intranet": Answer(
                _("On the organisation’s own network"), {"rse-intranet": 3, "pratiques-km": 1, "marque-employeur": 1}
            ),
            "room": Answer(_("In a room, for real"), {"evenements": 2, "lieux": 2, "public-asso": 1}),
            "product": Answer(_("Inside the product itself"), {"produit": 2, "apprentissage": 1, "devrel": 1}),
            "everywhere": Answer(_("Everywhere at once"), {"pilotage": 3, "marque": 1}),
        },
    ),
    "work": Question(
        _("What fills your days?"),
        {
            "publish": Answer(
                _("Planning what is published and keeping accounts alive"), {"social-media": 3, "contenu": 1}
            ),
            "write": Answer(_("Writing and editing"), {"contenu": 3, "social-media": 1}),
            "film": Answer(_("Going live, filming, hosting the chat beside it"), {"video-live": 3, "jeu-video": 1}),
            "campaigns": Answer(_("Buying campaigns and measuring them"), {"ads-acquisition": 4, "pilotage": 1}),
            "partner": Answer(_("Building collaborations with creators"), {"influence": 3, "ambassadeurs": 1}),
            "rituals": Answer(_("Inventing rituals and spaces of our own"), {"marque": 2, "passion": 2}),
            "play": Answer(_("Running tournaments, or the server of a game"), {"jeu-video": 3, "evenements": 1}),
            "moderate": Answer(_("Writing rules and handling reports"), {"moderation": 4, "crise": 1}),
            "answer": Answer(_("Answering customers"), {"relation-client": 3, "entraide": 1}),
            "connect": Answer(_("Helping members help each other"), {"entraide": 3, "passion": 1}),
            "listen": Answer(_("Listening to what is said, and reporting it in time"), {"veille": 4, "crise": 1}),
            "calm": Answer(_("Keeping a cool head when it burns"), {"crise": 4, "moderation": 1}),
            "thank": Answer(
                _("Finding, equipping and thanking those who speak for us"), {"ambassadeurs": 3, "public-asso": 1}
            ),
            "carry": Answer(_("Carrying people’s ideas into the product"), {"produit": 3, "devrel": 1}),
            "code": Answer(_("Helping people adopt a tool and contribute to it"), {"devrel": 3, "contenu": 1}),
            "gather": Answer(_("Bringing people into the same room"), {"evenements": 3, "lieux": 1}),
            "teach": Answer(_("Welcoming, training, seeing people grow"), {"apprentissage": 3, "entraide": 1}),
            "aloud": Answer(_("Getting colleagues to work out loud"), {"rse-intranet": 3, "marque-employeur": 1}),
            "keep": Answer(_("Passing on know-how and keeping a record"), {"pratiques-km": 4, "apprentissage": 1}),
            "recruit": Answer(_("Helping teams talk about their work"), {"marque-employeur": 3, "rse-intranet": 1}),
            "rally": Answer(_("Rallying people around a cause"), {"public-asso": 3, "evenements": 1}),
            "host": Answer(_("Looking after a place that people live in"), {"lieux": 3, "evenements": 1}),
            "steer": Answer(_("Setting goals, a budget, tools, figures"), {"pilotage": 4, "ads-acquisition": 1}),
        },
        is_multiple=True,
    ),
}


@dataclass(frozen=True)
class Match:
    """A trade that the answers speak for, by its key, its points, and the answers that gave them."""

    key: str
    points: int
    reasons: tuple[Any, ...]


def match(given: Mapping[str, Iterable[str]], *, known: Iterable[str]) -> list[Match]:
    """The two or three trades, among the known ones in their order, that these answers speak for most; the best first.

    The third has at least half the points of the first. Answers and questions that do not exist count for nothing.
    """
    answers = [
        question.answers[name]
        for key, question in QUESTIONS.items()
        for name in dict.fromkeys(given.get(key, ()))
        if name in question.answers
    ]
    matches = []
    for key in known:
        speaking = [answer for answer in answers if key in answer.points]
        if speaking:
            points = sum(answer.points[key] for answer in speaking)
            matches.append(Match(key, points, tuple(answer.label for answer in speaking)))
    matches.sort(key=lambda found: -found.points)
    return [
        found
        for place, found in enumerate(matches[:RESULTS_AT_MOST])
        if place < RESULTS_AT_LEAST or 2 * found.points >= matches[0].points
    ]
