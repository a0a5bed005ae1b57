"""What the invented people tell of themselves: by trade, so that help offered here is looked for there."""

from random import Random
from typing import Any

from members.models import Seniority, Situation

# For each trade: what whoever does it can help with, what they look for, their tools, and a platform.
BY_TRADE = {
    "social-media": ("un calendrier éditorial", "des idées de vidéo", "Buffer, Canva", "Instagram et LinkedIn"),
    "marque": ("un club de fidèles", "comment mesurer l’attachement", "Hivebrite", "un espace de marque"),
    "contenu": ("relire une infolettre", "une chaîne de relecture", "Notion, Ghost", "un blog et son infolettre"),
    "video-live": ("un premier live", "du son qui ne grésille pas", "OBS", "Twitch et YouTube"),
    "influence": ("un contrat de création", "des créatrices de niche", "Airtable", "Instagram"),
    "ads-acquisition": ("un budget d’acquisition", "des visuels qui vivent", "Matomo", "les régies des réseaux"),
    "moderation": ("une charte de modération", "des tours d’astreinte tenables", "Discourse, AutoMod", "un forum"),
    "relation-client": ("un ton de réponse", "un outil de SAV social", "Zammad", "les messageries"),
    "entraide": (
        "les premiers pas d’un forum d’entraide",
        "faire émerger des membres experts",
        "Discourse",
        "un forum",
    ),
    "veille": (
        "une veille qui tient en une heure",
        "des alertes moins bruyantes",
        "Inoreader, Talkwalker",
        "le web entier",
    ),
    "crise": ("un plan de crise", "un exercice grandeur nature", "un classeur papier", "tous les canaux à la fois"),
    "jeu-video": ("ouvrir un Discord", "une charte de modération", "Discord, Steam", "Discord"),
    "passion": ("faire durer un groupe", "les premiers pas d’un forum d’entraide", "phpBB", "un forum depuis 2004"),
    "ambassadeurs": ("un programme d’ambassade", "un club de fidèles", "Airtable", "un groupe privé"),
    "produit": ("un panel de bêta-test", "trier mille retours", "Canny, Tally", "un espace d’idées"),
    "devrel": ("une documentation qu’on lit", "un panel de bêta-test", "GitHub, Zulip", "GitHub et Zulip"),
    "evenements": ("trouver un lieu", "des intervenantes pour le printemps", "Mobilizon", "la vraie vie"),
    "apprentissage": ("un parcours d’accueil", "une documentation qu’on lit", "Moodle", "une plateforme de cours"),
    "rse-intranet": ("réveiller un intranet", "des relais dans les équipes", "Viva Engage", "l’intranet maison"),
    "pratiques-km": ("une communauté de pratique", "réveiller un intranet", "MediaWiki", "un wiki"),
    "marque-employeur": ("faire parler les métiers", "un calendrier éditorial", "LinkedIn", "LinkedIn"),
    "public-asso": ("une consultation citoyenne", "une veille qui tient en une heure", "Decidim", "Decidim"),
    "lieux": ("faire vivre un lieu", "un parcours d’accueil", "Framaforms", "un mur de liège"),
    "pilotage": ("des indicateurs qui servent", "un plan de crise", "Metabase, un tableur", "un tableau de bord"),
}
CITIES = ["Paris"] * 7 + ["Montreuil", "Saint-Denis", "Lyon", "Lille", "Nantes", "Évry", "Bruxelles"]
WHO = ["tricoteuses", "joueurs", "bénévoles", "collègues", "abonnées", "parents d’élèves", "développeuses", "curieux"]


def tell(keys: list[str], language: str, organisation: str, *, seed: str) -> dict[str, Any]:
    """The columns of one person's profile, always the same for the same seed."""
    dice = Random(seed)  # noqa: S311
    helps, wishes, tools, platform = BY_TRADE[keys[0]]
    more = [BY_TRADE[key][0] for key in keys[1:]]
    situations = [choice for choice in Situation if choice not in (Situation.LOOKING, Situation.STUDENT)]
    return {
        "situation": dice.choice(situations if organisation else list(Situation)),
        "seniority": dice.choice(list(Seniority)),
        "can_help_with": [helps, *more],
        "looking_for": [wishes] if dice.random() < 0.8 else [],
        "tools": tools.split(", "),
        "platform": platform,
        "community": f"{dice.randint(2, 90) * 50} {dice.choice(WHO)}" if dice.random() < 0.6 else "",
        "languages": ["français", *(["anglais"] if language == "en" or dice.random() < 0.5 else [])],
        "city": dice.choice(CITIES),
        "links": [f"https://example.org/{seed}"] if dice.random() < 0.4 else [],
        "is_listed": dice.random() < 0.75,
    }
