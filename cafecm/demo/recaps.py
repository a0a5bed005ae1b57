"""What became of the latest evenings of the demo: photos, links, thanks, and what people said."""

import datetime
import hashlib
from collections.abc import Callable
from random import Random

from django.core.files.base import ContentFile

from cafecm.demo import scenes
from events.models import Comment, Edition, RecapPhoto
from members.images import smaller
from members.models import Member

# Scene, what it shows, caption.
PHOTOS = [
    (
        "library",
        "Dessin : une salle de lecture aux murs de livres, des gens debout autour d’une longue table",
        "La salle de lecture, à sept heures du soir",
    ),
    ("theatre", "Dessin : trois personnes assises sous des projecteurs, la salle pleine", "L’équipe de nuit raconte"),
    ("garden", "Dessin : une cour la nuit, de longues tablées sous des guirlandes", ""),
]
LINKS = [
    ["Les consignes de relève de la médiathèque", "https://example.org/consignes-de-releve"],
    ["Ce que la modération fait à qui modère, une enquête", "https://example.org/enquete"],
]
THANKS = "Pour les fauteuils, pour le thé, et pour avoir laissé la lumière une heure de plus."
COMMENTS = [
    "Je n’avais jamais entendu quelqu’un dire tout haut que la file d’attente fait peur. Merci.",
    "Le carnet partagé : essayé dès le lendemain, il tient.",
    "Premier café pour moi. Je reviens.",  # this one waits to be read
]
Drawn = list[tuple[str, str, bytes]]


def draw(dice: Random, name: Callable[[Random], str], pictures: dict[str, bytes]) -> Drawn:
    """Adds the photos to the pictures; answers the names of each and of its small one, and its bytes."""
    drawn: Drawn = []
    for seed, (scene, _alt, _caption) in enumerate(PHOTOS, start=100):
        content = scenes.draw(scene, seed)
        image, small = (f"recaps/{name(dice)}.webp" for _each in range(2))
        pictures[image], pictures[small] = content, smaller(ContentFile(content)).read()
        drawn.append((image, small, content))
    return drawn


def remember(edition: Edition, drawn: Drawn, *, by: Member) -> None:
    """Fills the page of an evening that has its notes already."""
    told_at = edition.recap_published_at or edition.ends_at
    Edition.objects.filter(pk=edition.pk).update(recap_links=LINKS, recap_thanks=THANKS)
    for position, ((image, small, content), (_scene, alt, caption)) in enumerate(zip(drawn, PHOTOS, strict=True), 1):
        RecapPhoto.objects.create(
            edition=edition,
            image=image,
            small=small,
            width=scenes.WIDTH,
            height=scenes.HEIGHT,
            digest=hashlib.sha256(content).hexdigest(),
            position=position,
            alt=alt,
            caption=caption,
            consent_by=by,
            consent_at=told_at,
        )
    came = [rsvp.member for rsvp in edition.those_who_came().select_related("member").order_by("position")]
    for days, (author, text) in enumerate(zip(came, COMMENTS, strict=False), start=1):
        written_at = told_at + datetime.timedelta(days=days, hours=days)
        is_read = days < len(COMMENTS)
        Comment.objects.create(
            edition=edition,
            author=author,
            text=text,
            state=Comment.State.SHOWN if is_read else Comment.State.WAITING,
            moderated_by=by if is_read else None,
            written_at=written_at,
            changed_at=written_at,
        )
