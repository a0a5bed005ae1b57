"""The directory of 100,000 members, searched: the processor's time for a page, beside that of 1,000 members.

Each search is asked for by somebody signed in; the best of nine, through the test client. On PostgreSQL the database's
own work is not among it. Beside the time stands how many people the page shows: each of them costs a line to draw, and
where the small directory finds fewer its page is cheaper for that alone.
"""

import random
import re
import time
from typing import Any

MANY, FEW = 100_000, 1_000
FIRST = [
    "Ada",
    "Élodie",
    "Œdipe",
    "Bob",
    "Zoé",
    "Claire",
    "Léa",
    "Hana",
    "Yann",
    "Malik",
    "Chloé",
    "Inès",
    "Noé",
    "Aïcha",
]
LAST = [
    a + b
    for a in ["Mor", "Dur", "Ber", "Lef", "Gir", "Pet", "Rous", "Vin"]
    for b in ["el", "and", "tin", "evre", "ard", "it", "seau", "cent"]
]
TOPICS = [
    "chartes de modération",
    "animer une entraide",
    "veille et curation",
    "lancer un forum",
    "mesurer l’engagement",
    "gérer une crise",
]
SEARCHES = {
    "everybody": "",
    "a common word": "q=discourse",
    "a name": "q=morel",
    "three words": "q=ada+morel+veille",
    "a word nobody uses": "q=xyzzy",
    "a trade": "specialty=entraide",
    "a help": "helps=crise",
    "a city": "city=evry",
}


def measure(name: str) -> None:
    """Prints the table for the database of the settings, which it fills."""
    from django.db import connection
    from django.test import Client

    from tests.factories import make_edition, make_member

    chance = random.Random(2009)
    visitor = make_member()
    make_edition().rsvp(visitor)
    client = Client(headers={"host": "127.0.0.1:8000"})
    client.force_login(visitor)
    enrol(FEW, chance)
    small = {search: processor_time(client, query) for search, query in SEARCHES.items()}
    enrol(MANY - FEW, chance)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"{name}, the directory: {'of 1,000':>28}{'of 100,000':>24}")
    for search, query in SEARCHES.items():
        costs = (small[search], processor_time(client, query))
        print(f"  {search:<24}" + "".join(f"{time:>12.0f} ms, {people:>2} people" for time, people in costs))


def enrol(count: int, chance: random.Random) -> None:
    """So many more members, nine in ten of whom are listed."""
    from members.models import Member, MemberSpecialty, Specialty

    trades, before = list(Specialty.objects.all()), Member.objects.count()
    members = [
        Member(
            email=f"m{number}@example.org",
            handle=f"m{number}",
            password="!",
            name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            headline=chance.choice(TOPICS),
            organisation=f"{chance.choice(LAST)} & Cie",
            city=chance.choice(["Paris", "Lyon", "Nantes", "Lille", "Évry"]),
            tools=["Discourse"] if number % 3 else ["Discord", "Slack"],
            can_help_with=chance.sample(TOPICS, 2),
            visibility=chance.choice(["public", "public", "members", "cafe"]),
            is_listed=number % 10 != 0,
        )
        for number in range(before, before + count)
    ]
    enrolled = Member.objects.bulk_create(members, batch_size=500)
    ranked = [MemberSpecialty(member=member, specialty=chance.choice(trades), rank=1) for member in enrolled]
    MemberSpecialty.objects.bulk_create(ranked, batch_size=1000)


def processor_time(client: Any, query: str) -> tuple[float, int]:
    """Milliseconds of this process for the page, the best of nine, and how many people it shows."""
    best, people = float("inf"), 0
    for _attempt in range(9):
        began = time.process_time()
        page = client.get(f"/members/?{query}")
        best = min(best, time.process_time() - began)
        assert page.status_code == 200
        people = len(re.findall(rb'class="portrait[ "]', page.content))
    return best * 1000, people
