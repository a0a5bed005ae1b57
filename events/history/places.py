"""Reading where an evening took place from the one string that a file has for it."""

import re

from django.utils.translation import gettext as _

from events.history.entry import Place, Refused
from events.history.words import cut, one_line
from members.folding import fold

NAME_AT_MOST = 120

# Words that stand where a place should, in the exports of Meetup, Luma and Google and in people's tables.
_NOT_YET = {"tba", "tbc", "tbd", "aconfirmer", "lieuaconfirmer", "aannoncer", "adefinir", "inconnu", "unknown", "na"}
_NOT_YET |= {"none", "aucun", "venuetobeannounced", "registertoseeaddress", "tobeconfirmed", "tobeannounced"}
_ONLINE = {"online", "onlineevent", "enligne", "evenementenligne", "visio", "visioconference", "remote", "adistance"}
_TOWN = re.compile(r"^(\d{4,5}) ([^\W\d].*)$")
_POSTCODE = re.compile(r"^\d{4,5}$")


def place(name: str, *, host: str = "", address: str = "", postal_code: str = "", city: str = "") -> Place | None:
    """The place of this name; None for a word that is no name, such as “TBA” or “?”.

    Raises Refused for a name or host that is too long for one.
    """
    name, host = one_line(name), one_line(host)
    if is_no_name(name):
        return None
    if max(len(name), len(fold(name)), len(host)) > NAME_AT_MOST:
        raise Refused(_("The name of the venue is longer than %(most)s characters.") % {"most": NAME_AT_MOST})
    return Place(
        name,
        host=host,
        address=cut(one_line(address), 160),
        postal_code=one_line(postal_code)[:12],
        city=cut(one_line(city), 80),
    )


def is_no_name(text: str) -> bool:
    """Whether this stands where the name of a place should: nothing, or a word such as “TBA” or “Online”."""
    return _key(text) in _NOT_YET | _ONLINE | {""}


def is_elsewhere(text: str) -> bool:
    """Whether this tells of an evening that met on the network: an address of the web, or a word such as “Online”."""
    return bool(re.match(r"https?://", text.strip(), re.IGNORECASE)) or _key(text) in _ONLINE


def located(text: str) -> Place | None:
    """The place that a calendar's LOCATION names: “Name (street, town)” or “Name, street, postcode town, country”."""
    text = one_line(text.replace("\n", ", "))
    inner = re.match(r"^(.+?) \((.+)\)$", text)
    name, rest = (inner[1], inner[2]) if inner else (text.split(", ")[0], text)
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    if not inner and not re.match(r"\d.*[^\W\d]", name):
        parts = parts[1:]  # the name is not part of its own address; a street that stands for a name is
    name = name.strip(" ,")
    for position, part in enumerate(parts):
        if town := _TOWN.match(part):
            return place(name, address=", ".join(parts[:position]), postal_code=town[1], city=town[2])
        if position and _POSTCODE.match(part) and position + 1 < len(parts):
            return place(name, address=", ".join(parts[:position]), postal_code=part, city=parts[position + 1])
    return place(name, address=", ".join(parts))


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))
