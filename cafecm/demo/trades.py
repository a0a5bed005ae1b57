"""The demo's inventory comes alive: who follows what, what is missing from it, who wants to be introduced."""

import datetime
from random import Random

from django.utils import timezone

from events import trades
from events.models import Edition, TradeCall
from members.models import Consent, Following, Member, Purpose, Specialty

SEED = 1946  # Paroles
WANTS_INTRODUCTIONS, GREETS = 0.55, 0.15  # of the members

# What people of a trade can help with, and how somebody else would ask for it.
_HELP = {
    "moderation": ("une charte de modération qu’on lit", "quelqu’un qui a déjà écrit une charte"),
    "veille": ("un tableau de veille en une heure", "par où commencer une veille"),
    "crise": ("un exercice de crise grandeur nature", "préparer un exercice avec la direction"),
    "jeu-video": ("un serveur Discord accueillant", "apprivoiser Discord"),
    "contenu": ("relire une lettre d’information", "donner du souffle à ma lettre d’information"),
    "video-live": ("oser le premier direct", "se lancer en direct sans trembler"),
    "entraide": ("réveiller un forum endormi", "un forum qui s’endort"),
    "evenements": ("trouver une salle pour cinquante", "une salle pas trop chère"),
    "apprentissage": ("accueillir les nouveaux membres", "un accueil qui donne envie de rester"),
    "rse-intranet": ("faire parler un intranet muet", "un intranet que personne ne lit"),
    "pilotage": ("des chiffres qui veulent dire quelque chose", "quels chiffres montrer"),
    "ambassadeurs": ("remercier des bénévoles", "garder des bénévoles au-delà d’un an"),
}


def enliven(people: list[Member], upcoming: Edition) -> None:
    """Adds what people follow, wish and suggest; its own dice leave the rest of the demo as it is."""
    dice = Random(SEED)  # noqa: S311
    now = timezone.now()
    inventory = list(Specialty.objects.choosable())
    Following.objects.bulk_create(
        Following(member=member, specialty=trade, since=now - datetime.timedelta(days=dice.randint(3, 300)))
        for member in people
        if dice.random() < 0.4
        for trade in dice.sample(inventory, dice.randint(1, 3))
    )
    claire, _idriss, lea, *others = people
    Consent.objects.bulk_create(
        Consent(member=member, purpose=purpose, given_at=now - datetime.timedelta(days=dice.randint(3, 300)))
        for member in people
        for purpose, share in [(Purpose.INTRODUCTIONS, WANTS_INTRODUCTIONS), (Purpose.GREETING, GREETS)]
        if member in (claire, lea) or dice.random() < share
    )
    _wish(dice, people)
    _suggest(claire, lea, others)
    if wanted := [each.trade for each in upcoming.wanted_trades(claire) if each.followers]:
        upcoming.call(wanted[0], by=claire)
        TradeCall.objects.filter(edition=upcoming).update(called_at=now - datetime.timedelta(days=2))
    upcoming.introduce()


def _wish(dice: Random, people: list[Member]) -> None:
    """Most of those who say nothing of it yet can help with what is their trade, and look for somebody else's."""
    for member in Member.objects.filter(pk__in=[member.pk for member in people]).with_specialties().order_by("pk"):
        offers = [_HELP[trade.key][0] for trade in member.trades if trade.key in _HELP]
        seeks = [question for key, (_offer, question) in _HELP.items() if key not in {t.key for t in member.trades}]
        if dice.random() < 0.7 and not (member.can_help_with or member.looking_for):
            member.can_help_with, member.looking_for = offers, dice.sample(seeks, dice.randint(1, 2))
            member.save(update_fields=["can_help_with", "looking_for", *Member.FOLDED])


def _suggest(claire: Member, lea: Member, others: list[Member]) -> None:
    """Two words wait, two have their answers; the demo leaves the inventory itself as it is."""
    watch = Specialty.objects.get(key="veille")
    trades.accept(lea.suggest_trade("Écoute sociale"), watch, by=claire, is_new=False)
    trades.decline(
        others[0].suggest_trade("Ninja des réseaux"), by=claire, answer="Le mot est joli, mais que fait-on, au juste ?"
    )
    lea.suggest_trade("Médiation numérique dans une médiathèque")
    others[1].suggest_trade("Animation d’un club de lecture en ligne")
