"""The demo's offers to host, in every step, and the page of the next evening's host; all people and places invented."""

import datetime
import uuid
from typing import Any

from django.utils import timezone

from events.models import Edition, HostPage, Series
from members.models import Member
from venues.models import HostOffer, Venue

STEPS = HostOffer.Step
PROMISES = (
    "Nous arrivons une demi-heure avant pour installer les chaises.\n"
    "Nous apportons gobelets, thermos et gâteaux, et repartons avec nos déchets.\n"
    "À vingt-deux heures, la salle est rangée et vide."
)

# How many days ago it was made and last touched, its steps, and what it says.
OFFERS: list[tuple[int, int, list[str], dict[str, Any]]] = [
    (
        1,
        1,
        [],
        {
            "organisation": "Imprimerie du Canal",
            "place": "L’atelier de l’Imprimerie",
            "address": "12 quai de Jemmapes",
            "postal_code": "75010",
            "capacity": 55,
            "floor": "Rez-de-chaussée sur cour, une marche à la porte",
            "has_step_free_route": False,
            "has_lift": None,
            "has_accessible_toilet": True,
            "has_screen": True,
            "food": "Du cidre, et un four pour ce que vous apportez",
            "months": [1, 2, 3, 10, 11],
            "weekdays": [2, 3],
            "message": "Nous avons suivi votre café chez une voisine et aimerions vous montrer nos presses.",
            "contact_name": "Solène Aubry",
            "email": "solene.aubry@example.org",
            "phone": "01 99 00 12 34",
        },
    ),
    (
        24,
        24,
        [],
        {
            "organisation": "Mutuelle des Passeurs",
            "place": "La salle haute",
            "address": "40 rue de la Roquette",
            "postal_code": "75011",
            "capacity": 80,
            "floor": "Cinquième étage, ascenseur de 80 cm",
            "has_step_free_route": True,
            "has_lift": True,
            "has_screen": True,
            "has_sound": True,
            "id_rules": "Liste de noms la veille, pièce d’identité à l’accueil",
            "contact_name": "Bastien Cordier",
            "email": "bastien.cordier@example.org",
        },
    ),
    (
        30,
        6,
        [STEPS.VISITED],
        {
            "organisation": "Ludothèque Pile ou Face",
            "address": "7 rue de l’Orillon",
            "postal_code": "75011",
            "capacity": 35,
            "floor": "De plain-pied",
            "has_step_free_route": True,
            "has_accessible_toilet": True,
            "food": "Chacun apporte quelque chose",
            "weekdays": [1, 2],
            "contact_name": "Nour Haddad",
            "email": "nour.haddad@example.org",
            "notes": "Visite avec Idriss : lumineux, un peu petit, des jeux partout. Parfait pour parler modération.",
            "next_step": "Demander si la réserve peut servir de vestiaire",
        },
    ),
    (
        70,
        4,
        [STEPS.VISITED, STEPS.CONFIRMED],
        {
            "organisation": "Radio Lanterne",
            "place": "Studio Lanterne",
            "address": "18 rue du Faubourg-du-Temple",
            "postal_code": "75011",
            "capacity": 45,
            "floor": "Premier étage, monte-charge",
            "has_step_free_route": False,
            "has_lift": True,
            "has_screen": False,
            "has_sound": True,
            "food": "Le bar du studio, aux prix de la maison",
            "contact_name": "Maïa Ferrand",
            "email": "maia.ferrand@example.org",
            "notes": "Veut enregistrer cinq minutes d’ambiance : demander à la salle.",
        },
    ),
    (
        100,
        90,
        [STEPS.DECLINED],
        {
            "organisation": "Tour Horizon",
            "address": "2 parvis de la Défense",
            "postal_code": "92800",
            "city": "Puteaux",
            "capacity": 300,
            "contact_name": "Service événements",
            "email": "evenements@example.org",
            "notes": "Salle louée, et un discours d’ouverture : ce n’est plus un café.",
        },
    ),
]


def offer_places(series: Series, *, by: Member, past: list[Edition]) -> None:
    """The offers to this series; `past` are its last evenings, the latest first: one host waits for the thank-you."""
    now = timezone.now()
    for age, silence, steps, facts in OFFERS:
        offer = HostOffer.receive([series], **{"city": "Paris", **facts})
        for step in steps:
            offer.move(step, by=by)
        if offer.next_step or facts.get("next_step"):
            day = timezone.localdate(now) + datetime.timedelta(days=3)
            offer.plan(notes=offer.notes, next_step=facts["next_step"], next_step_on=day)
        _date(offer, now - datetime.timedelta(days=age, hours=2), now - datetime.timedelta(days=silence, hours=1))
    for number, edition in enumerate(past):
        assert edition.venue is not None
        offer = HostOffer.receive(
            [series],
            organisation=edition.venue.host or edition.venue.name,
            place=edition.venue.name,
            city="Paris",
            capacity=edition.venue.capacity,
            contact_name=["Inès Vidal", "Tom Le Goff"][number],
            email=["ines.vidal@example.org", "tom.legoff@example.org"][number],
            venue=edition.venue,
        )
        Edition.objects.filter(pk=edition.pk).update(offer=offer)
        for step in [STEPS.CONFIRMED, STEPS.HOSTED, *([STEPS.THANKED] if number else [])]:
            offer.move(step, by=by)
        _date(offer, edition.starts_at - datetime.timedelta(days=60), edition.ends_at + datetime.timedelta(days=number))


def receive_host(edition: Edition, *, by: Member, key: uuid.UUID) -> None:
    """The host's page of an evening to come."""
    page = HostPage.open_for(
        edition,
        by=by,
        contact_name="Gaëlle Ruiz",
        email="gaelle.ruiz@example.org",
        to_call=f"{by.name}, 06 99 00 45 67",
        promises=PROMISES,
    )
    page.key = key
    page.save(update_fields=["key"])


def take_away(series_slug: str) -> None:
    """The offers of the demo, and the venues that only they have made."""
    offers = HostOffer.objects.filter(series__slug=series_slug)
    HostOffer.objects.filter(pk__in=list(offers.values_list("pk", flat=True))).delete()
    names = [facts.get("place") or facts["organisation"] for _age, _silence, _steps, facts in OFFERS]
    Venue.objects.filter(name__in=names, editions=None).delete()


def _date(offer: HostOffer, made_at: datetime.datetime, touched_at: datetime.datetime) -> None:
    """Spreads the history of an offer between these two moments."""
    entries = list(offer.history.order_by("pk"))
    for number, entry in enumerate(entries):
        entry.at = made_at + (touched_at - made_at) * number / max(1, len(entries) - 1)
        entry.save(update_fields=["at"])
    HostOffer.objects.filter(pk=offer.pk).update(created_at=made_at, touched_at=touched_at)
