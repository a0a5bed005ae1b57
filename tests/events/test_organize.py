"""The organizers' desk: who gets in, publishing, changing, calling off."""

import datetime
import re
import uuid
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from events import organize_urls
from events.models import Act, CannotPublish, Edition, HostPage, Import, Invitation
from events.organize_forms import EditionForm
from members.meanwhile import ChangedMeanwhile
from members.models import Mail, Member, Specialty, Suppression
from tests.factories import make_edition, make_member, make_offer, make_series, make_specialty, make_venue
from venues.models import Venue

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(autouse=True)
def a_monday_in_march():
    """In 2026 the clocks go forward on 29 March and back on 25 October."""
    with time_machine.travel(paris(2026, 3, 2, 12), tick=False):
        yield


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def series(organizer):
    return make_series(slug="cafe", name="Le Café", organizers=[organizer])


@pytest.fixture
def desk(client, organizer, series):
    """A browser in which the organizer of `series` is signed in."""
    client.force_login(organizer)
    return client


def paris(*moment: int) -> datetime.datetime:
    return datetime.datetime(*moment, tzinfo=PARIS)


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def evening(**changes: str) -> dict[str, str]:
    """What an organizer types for an evening; a change to None leaves the field out."""
    typed = {
        "date": "2026-03-25",
        "starts": "19:00",
        "ends": "21:30",
        "venue": "",
        "theme": "Modérer sans s'épuiser",
        "description": "Un *programme*",
        "capacity": "",
        "intent": "publish",
        **changes,
    }
    return {name: value for name, value in typed.items() if value is not None}


def typed_for(edition: Edition, **changes: str) -> dict[str, str]:
    """What the edit page of this edition sends with these changes, once the mail to its people was looked at."""
    return evening(
        **{
            "date": edition.starts.strftime("%Y-%m-%d"),
            "starts": edition.starts.strftime("%H:%M"),
            "ends": edition.ends.strftime("%H:%M"),
            "venue": edition.venue.slug if edition.venue else "",
            "theme": edition.theme,
            "description": edition.description,
            "capacity": str(edition.capacity),
            "revised_at": edition.revised_at.isoformat(),
            "intent": "save",
            "told": "1",
            **changes,
        }
    )


def errors(response) -> dict[str, list[str]]:
    return {field: [str(error) for error in found] for field, found in response.context["form"].errors.items()}


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def mails() -> list[tuple[str, str]]:
    return [(mail.kind, mail.member.name) for mail in Mail.objects.select_related("member").order_by("pk")]


# Who gets in ----------------------------------------------------------------------------------------------------------

SIGN_IN, NO, NONE, WRONG_METHOD, PAGE, ON, OVER = 302, 403, 404, 405, 200, 302, 410
ROLES = (
    *("stranger", "member", "former organizer", "organizer of another series", "greeter", "organizer", "owner"),
    "superuser",
)
TABLE = {
    ("board", "GET"): (SIGN_IN, NO, NO, PAGE, PAGE, PAGE, PAGE, PAGE),
    ("board", "POST"): (WRONG_METHOD,) * 8,
    ("bring-series", "GET"): (SIGN_IN, NO, NO, NO, NO, NO, NO, PAGE),
    ("bring-series", "POST"): (SIGN_IN, NO, NO, NO, NO, NO, NO, PAGE),
    ("take-series", "GET"): (WRONG_METHOD,) * 8,
    ("take-series", "POST"): (SIGN_IN, NO, NO, NO, NO, NO, NO, ON),  # it is somebody else's: nothing to take in
    ("new", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("new", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("venue", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("venue", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("new-venue", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("new-venue", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("merge-venue", "GET"): (SIGN_IN, NO, NO, NO, NO, PAGE, PAGE, PAGE),
    ("merge-venue", "POST"): (SIGN_IN, NO, NO, NO, NO, PAGE, PAGE, PAGE),
    ("access-checked", "GET"): (WRONG_METHOD,) * 8,
    ("access-checked", "POST"): (SIGN_IN, NO, NO, ON, NO, ON, ON, ON),
    ("copy", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("copy", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("copy-last", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("copy-last", "POST"): (WRONG_METHOD,) * 8,
    ("edit", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("edit", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("publish", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # it is published already
    ("publish", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("reminder", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("reminder", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("mail-preview", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("mail-preview", "POST"): (WRONG_METHOD,) * 8,
    ("recap", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # the evening is still to come
    ("recap", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("recap-photos", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("recap-photos", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("add-photos", "GET"): (WRONG_METHOD,) * 8,
    ("add-photos", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("photo-earlier", "GET"): (WRONG_METHOD,) * 8,
    ("photo-earlier", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("photo-later", "GET"): (WRONG_METHOD,) * 8,
    ("photo-later", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("delete-photo", "GET"): (WRONG_METHOD,) * 8,
    ("delete-photo", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("show-photo", "GET"): (WRONG_METHOD,) * 8,
    ("show-photo", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("let-comment-through", "GET"): (WRONG_METHOD,) * 8,
    ("let-comment-through", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("refuse-comment", "GET"): (WRONG_METHOD,) * 8,
    ("refuse-comment", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("discard", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # it is published: there is no draft to throw away
    ("discard", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("postpone", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("postpone", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("reopen", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # it is not cancelled
    ("reopen", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("cancel", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("cancel", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("people", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("people", "POST"): (WRONG_METHOD,) * 8,
    ("party", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("party", "POST"): (WRONG_METHOD,) * 8,
    ("free-place", "GET"): (WRONG_METHOD,) * 8,
    ("free-place", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("move-party", "GET"): (WRONG_METHOD,) * 8,
    ("move-party", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("add-person", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("add-person", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("write-to-people", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("write-to-people", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("letter-preview", "GET"): (SIGN_IN, NO, NO, NONE, NO, NONE, NONE, NONE),  # nothing was written yet
    ("letter-preview", "POST"): (WRONG_METHOD,) * 8,
    ("people-csv", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("people-csv", "POST"): (WRONG_METHOD,) * 8,
    ("people-xlsx", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("people-xlsx", "POST"): (WRONG_METHOD,) * 8,
    ("people-badges", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("people-badges", "POST"): (WRONG_METHOD,) * 8,
    ("people-print", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("people-print", "POST"): (WRONG_METHOD,) * 8,
    ("door", "GET"): (SIGN_IN, NO, NO, NONE, PAGE, PAGE, PAGE, PAGE),
    ("door", "POST"): (WRONG_METHOD,) * 8,
    ("check-in", "GET"): (WRONG_METHOD,) * 8,
    ("check-in", "POST"): (SIGN_IN, NO, NO, NONE, ON, ON, ON, ON),
    ("walk-in", "GET"): (WRONG_METHOD,) * 8,
    ("walk-in", "POST"): (SIGN_IN, NO, NO, NONE, ON, ON, ON, ON),
    ("undo-walk-in", "GET"): (WRONG_METHOD,) * 8,
    ("undo-walk-in", "POST"): (SIGN_IN, NO, NO, NONE, ON, ON, ON, ON),
    ("scan", "GET"): (SIGN_IN, NO, NO, NONE, PAGE, PAGE, PAGE, PAGE),
    ("scan", "POST"): (SIGN_IN, NO, NO, NONE, ON, ON, ON, ON),
    ("trades", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("trades", "POST"): (WRONG_METHOD,) * 8,
    ("new-trade", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("new-trade", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("trade", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("trade", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("merge-trade", "GET"): (WRONG_METHOD,) * 8,
    ("merge-trade", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("retire-trade", "GET"): (WRONG_METHOD,) * 8,
    ("retire-trade", "POST"): (SIGN_IN, NO, NO, ON, NO, ON, ON, ON),
    ("bring-back-trade", "GET"): (WRONG_METHOD,) * 8,
    ("bring-back-trade", "POST"): (SIGN_IN, NO, NO, ON, NO, ON, ON, ON),
    ("map-suggestion", "GET"): (WRONG_METHOD,) * 8,
    ("map-suggestion", "POST"): (SIGN_IN, NO, NO, ON, NO, ON, ON, ON),
    ("decline-suggestion", "GET"): (WRONG_METHOD,) * 8,
    ("decline-suggestion", "POST"): (SIGN_IN, NO, NO, ON, NO, ON, ON, ON),
    ("call", "GET"): (WRONG_METHOD,) * 8,
    ("call", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("import", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("import", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("imported", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("imported", "POST"): (WRONG_METHOD,) * 8,
    ("take-import", "GET"): (WRONG_METHOD,) * 8,
    ("take-import", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("undo-import", "GET"): (WRONG_METHOD,) * 8,
    ("undo-import", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("archive", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("archive", "POST"): (WRONG_METHOD,) * 8,
    ("life", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("life", "POST"): (WRONG_METHOD,) * 8,
    ("life-table", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("life-table", "POST"): (WRONG_METHOD,) * 8,
    ("dates", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("dates", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("plan", "GET"): (WRONG_METHOD,) * 8,
    ("plan", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("skip-date", "GET"): (WRONG_METHOD,) * 8,
    ("skip-date", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("meet-after-all", "GET"): (WRONG_METHOD,) * 8,
    ("meet-after-all", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("mail", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("mail", "POST"): (WRONG_METHOD,) * 8,
    ("try-again", "GET"): (WRONG_METHOD,) * 8,
    ("try-again", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("write-again", "GET"): (WRONG_METHOD,) * 8,
    ("write-again", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, NONE, NONE),  # the organizer has just done it
    ("history", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("history", "POST"): (WRONG_METHOD,) * 8,
    ("undo-act", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # nobody is told of it: there is nothing to show
    ("undo-act", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("team", "GET"): (SIGN_IN, NO, NO, NONE, PAGE, PAGE, PAGE, PAGE),
    ("team", "POST"): (WRONG_METHOD,) * 8,
    ("invitation-mail", "GET"): (SIGN_IN, NO, NO, NONE, NO, NO, PAGE, PAGE),
    ("invitation-mail", "POST"): (WRONG_METHOD,) * 8,
    ("invite", "GET"): (WRONG_METHOD,) * 8,
    ("invite", "POST"): (SIGN_IN, NO, NO, NONE, NO, NO, PAGE, PAGE),
    ("withdraw-invitation", "GET"): (WRONG_METHOD,) * 8,
    ("withdraw-invitation", "POST"): (SIGN_IN, NO, NO, NONE, NO, NO, ON, ON),
    ("give-role", "GET"): (WRONG_METHOD,) * 8,
    ("give-role", "POST"): (SIGN_IN, NO, NO, NONE, NO, NO, ON, ON),
    ("dismiss", "GET"): (WRONG_METHOD,) * 8,
    ("dismiss", "POST"): (SIGN_IN, NO, NO, NONE, NO, NO, ON, NONE),  # the owner has just done it
    ("leave-team", "GET"): (WRONG_METHOD,) * 8,
    ("leave-team", "POST"): (SIGN_IN, NO, NO, NONE, ON, ON, ON, ON),
    ("invitation", "GET"): (SIGN_IN, PAGE, PAGE, PAGE, PAGE, PAGE, PAGE, PAGE),  # whoever brings the link
    ("invitation", "POST"): (SIGN_IN, ON, OVER, OVER, OVER, OVER, OVER, OVER),  # good once
    ("rotation", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("rotation", "POST"): (WRONG_METHOD,) * 8,
    ("choose-venue", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # it has its venue already
    ("choose-venue", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("pass-over", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # it has its venue: there is nobody to pass over
    ("pass-over", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("undo-pass-over", "GET"): (WRONG_METHOD,) * 8,
    ("undo-pass-over", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("offers", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("offers", "POST"): (WRONG_METHOD,) * 8,
    ("new-offer", "GET"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("new-offer", "POST"): (SIGN_IN, NO, NO, PAGE, NO, PAGE, PAGE, PAGE),
    ("offer", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("offer", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("move-offer", "GET"): (WRONG_METHOD,) * 8,
    ("move-offer", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("write-to-host", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("write-to-host", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("thank-host", "GET"): (WRONG_METHOD,) * 8,
    ("thank-host", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("publish-offer", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("publish-offer", "POST"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("host", "GET"): (SIGN_IN, NO, NO, NONE, NO, PAGE, PAGE, PAGE),
    ("host", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("send-host-link", "GET"): (WRONG_METHOD,) * 8,
    ("send-host-link", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("renew-host-link", "GET"): (WRONG_METHOD,) * 8,
    ("renew-host-link", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("revoke-host-link", "GET"): (WRONG_METHOD,) * 8,
    ("revoke-host-link", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("approve", "GET"): (WRONG_METHOD,) * 8,
    ("approve", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
    ("decline", "GET"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),  # there is a place already
    ("decline", "POST"): (SIGN_IN, NO, NO, NONE, NO, ON, ON, ON),
}


def test_every_page_of_the_desk_stands_in_the_table():
    assert {pattern.name for pattern in organize_urls.urlpatterns} == {name for name, _method in TABLE}
    assert {method for _name, method in TABLE} == {"GET", "POST"}
    assert len(TABLE) == 2 * len(organize_urls.urlpatterns)


def doors_of_the_desk(series, organizer) -> dict[str, list]:
    """What stands in each address of the desk, once there is something behind every door."""
    edition = make_edition(series, venue=make_venue("Datadog"))
    rsvp = edition.rsvp(make_member())
    HostPage.open_for(edition, by=organizer)
    offer = make_offer(series)
    suggestion = make_member().suggest_trade("Animation de serveur")
    photo = edition.photos.create(image="recaps/a.webp", small="recaps/b.webp", width=3, height=2, position=1)
    comment = edition.comments.create(author=rsvp.member, text="Bien.")
    imported = Import.objects.create(series=series, by=organizer, taken_at=timezone.now())
    series.appoint(make_member("Colin"))
    colleague = series.team.get(member__name="Colin")
    invitation = Invitation.send(series, address="ida@example.org", role="greeter", language="en", by=organizer)
    args = {
        "import": [series.slug],
        "archive": [series.slug],
        **{each: [series.slug, imported.pk] for each in ("imported", "take-import", "undo-import")},
        "board": [],
        "bring-series": [],
        "take-series": [Import.objects.create(by=organizer).pk],
        "new": [],
        "venue": ["datadog"],
        "new-venue": [],
        "access-checked": ["datadog"],
        "merge-venue": ["datadog"],
        **{
            each: [edition.slug, rsvp.pk]
            for each in ("party", "free-place", "move-party", "approve", "decline", "check-in")
        },
        "undo-walk-in": [edition.slug, uuid.uuid4()],
        "scan": [edition.slug, rsvp.token("door")],
        "mail": [],
        "try-again": [Mail.objects.create(kind="rsvp-going", member=rsvp.member, state="failed").pk],
        "write-again": [Suppression.objects.create(address=rsvp.member.email).pk],
        **{each: [edition.slug, photo.pk] for each in ("photo-earlier", "photo-later", "delete-photo", "show-photo")},
        **{each: [edition.slug, comment.pk] for each in ("let-comment-through", "refuse-comment")},
        "rotation": [series.slug],
        "copy-last": [series.slug],
        "history": [series.slug],
        "team": [series.slug],
        "invite": [series.slug],
        "invitation-mail": [series.slug],
        "leave-team": [series.slug],
        "withdraw-invitation": [series.slug, invitation.pk],
        "give-role": [series.slug, colleague.pk, "greeter"],
        "dismiss": [series.slug, colleague.pk],
        "invitation": [invitation.token],
        "undo-act": [series.slug, Act.note("date-skipped", series, by=organizer, after={"day": "2026-03-25"}).pk],
        "trades": [],
        "new-trade": [],
        **{each: ["moderation"] for each in ("trade", "merge-trade", "retire-trade", "bring-back-trade")},
        **{each: [suggestion.pk] for each in ("map-suggestion", "decline-suggestion")},
        "call": [edition.slug, "moderation"],
        "life": [series.slug],
        "life-table": [series.slug, "people"],
        "dates": [series.slug],
        "plan": [series.slug],
        "skip-date": [series.slug, "2026-03-25"],
        "meet-after-all": [series.slug, "2026-03-25"],
        "mail-preview": [edition.slug, "edition-published"],
        "choose-venue": [edition.slug, "datadog"],
        "pass-over": [edition.slug, "datadog"],
        "undo-pass-over": [edition.slug, "datadog"],
        "offers": [],
        "new-offer": [],
        "offer": [offer.pk],
        "move-offer": [offer.pk, "visited"],
        "write-to-host": [offer.pk],
        "thank-host": [offer.pk],
        "publish-offer": [offer.pk, series.slug],
        "trade": ["veille"],
        "merge-trade": ["veille"],
        "retire-trade": ["veille"],
        "bring-back-trade": ["veille"],
        "map-suggestion": [suggestion.pk],
        "decline-suggestion": [suggestion.pk],
    }
    return {pattern.name: args.get(pattern.name, [edition.slug]) for pattern in organize_urls.urlpatterns}


def test_the_desk_opens_to_organizers_only(client, organizer, series):
    doors = doors_of_the_desk(series, organizer)
    member, former, other, greeter, owner = (make_member() for _person in range(5))
    make_series(organizers=[other])
    for person, role in ((former, "organizer"), (greeter, "greeter"), (owner, "owner")):
        series.appoint(person, role)
    series.dismiss(former)
    root = Member.objects.create_superuser("root@example.org", name="Root")
    people = [None, member, former, other, greeter, organizer, owner, root]
    found = {}
    for name, method in TABLE:
        cache.clear()
        with transaction.atomic():  # each row of the table finds the café as it was
            found[name, method] = tuple(answers_to(people, client, method, url(f"organize:{name}", *doors[name])))
            transaction.set_rollback(True)
    rows = {row: dict(zip(ROLES, answers, strict=True)) for row, answers in found.items()}
    assert rows == {row: dict(zip(ROLES, answers, strict=True)) for row, answers in TABLE.items()}


def answers_to(people, client, method, address) -> Iterator[int]:
    for person in people:
        client.logout()
        if person:
            client.force_login(person)
        response = client.generic(method, address)
        response.getvalue()  # a file that nobody reads would stay open
        if person is None and response.status_code == SIGN_IN:
            assert response["Location"].startswith(url("account_login") + "?next=")
        yield response.status_code


def test_former_organizer_loses_the_desk_at_once(desk, series, organizer):
    assert desk.get(url("organize:board")).status_code == 200
    series.dismiss(organizer)
    assert desk.get(url("organize:board")).status_code == 403


def test_refused_people_change_nothing(client, series):
    edition = make_edition(series, status="draft")
    stranger, member, other = None, make_member(), make_member()
    make_series(organizers=[other])
    for person in (stranger, member, other):
        if person:
            client.force_login(person)
        client.post(url("organize:new"), evening(series=str(series.pk)))
        client.post(url("organize:edit", edition.slug), typed_for(edition, theme="Volé", intent="publish"))
        client.post(url("organize:publish", edition.slug))
        client.post(url("organize:cancel", edition.slug), {"reason": "Non"})
    assert list(series.editions.values_list("status", "theme")) == [("draft", "Thème")]


# The board ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3, 300])
def test_board_asks_the_database_as_often_for_many_editions_as_for_one(
    desk, series, organizer, django_assert_num_queries, count
):
    for month in range(min(count, 3)):
        edition = make_edition(series, starts_at=paris(2026, 4 + month, 8, 19), venue=make_venue())
        edition.rsvp(make_member())
        HostPage.open_for(edition, by=organizer, email="hana@example.org")
        make_edition(series, starts_at=paris(2025, 4 + month, 8, 19), venue=make_venue())
        make_edition(series, starts_at=paris(2026, 2, 8 + month, 19), venue=make_venue())
    days = [paris(2026, 7, 1, 19) + datetime.timedelta(days) for days in range(count - 3)]
    Edition.objects.bulk_create(
        Edition(
            series=series,
            slug=f"x-{day:%Y%m%d}",
            starts_at=day,
            ends_at=day + datetime.timedelta(hours=2),
            venue=edition.venue,
        )
        for day in days
    )
    # session, member, organizer?; count, editions on the desk, hosts' pages; series; the order of hosts: venues, past
    # turns, planned ones, three for the dates, people of late, offers; offers, mails and trades that wait; past
    with django_assert_num_queries(23):
        desk.get(url("organize:board"))


@pytest.mark.parametrize(("page", "number"), [("2", 2), ("abc", 1), ("9" * 20, 2), ("-1", 2)])
def test_board_has_pages_whatever_is_asked(desk, series, page, number):
    for day in range(21):
        make_edition(series, starts_at=paris(2026, 4, 1 + day, 19), status="draft")
    response = desk.get(url("organize:board"), {"page": page})
    assert response.context["page_obj"].number == number


def test_desk_without_a_series_says_so_to_who_looks_after_the_site(client):
    client.force_login(Member.objects.create_superuser("root@example.org", name="Root"))
    assert "There is no series yet" in client.get(url("organize:board")).content.decode()
    assert client.get(url("organize:new")).status_code == 302


# A new edition --------------------------------------------------------------------------------------------------------


def test_new_venue_and_date_are_published_at_once(desk, series):
    make_edition(series, number=151, starts_at=paris(2026, 2, 25, 19))
    response = desk.post(
        url("organize:new"),
        evening(
            venue="+",
            venue_name="Le  Wagon",
            venue_host="Le Wagon SAS",
            venue_address="16 villa Gaudelet",
            venue_postal_code="75011",
            venue_city="Paris",
            venue_transport="Métro Ménilmontant",
            venue_capacity="80",
        ),
    )
    edition = series.editions.get(number=152)
    assert response.status_code == 302
    assert response["Location"] == url("events:detail", "cafe-152")
    venue = edition.venue
    assert (venue.slug, venue.name, venue.host, venue.street_address, venue.transport, venue.capacity) == (
        "le-wagon",
        "Le Wagon",
        "Le Wagon SAS",
        "16 villa Gaudelet, 75011 Paris",
        "Métro Ménilmontant",
        80,
    )
    assert (edition.starts_at, edition.ends_at) == (paris(2026, 3, 25, 19), paris(2026, 3, 25, 21, 30))
    assert (edition.status, edition.capacity, edition.theme) == ("published", 80, "Modérer sans s'épuiser")
    assert said(response) == [
        "Le Café no. 152: Modérer sans s'épuiser is published: on the home page, in the list and in the calendar from "
        "now on."
    ]


def test_draft_is_saved_and_waits_on_the_board(desk, series):
    response = desk.post(url("organize:new"), evening(intent="save"))
    assert response["Location"] == url("organize:board")
    assert list(series.editions.values_list("status", "published_at", "venue")) == [("draft", None, None)]


def test_form_without_a_button_saves_a_draft(desk, series):
    desk.post(url("organize:new"), evening(intent=None))
    assert series.editions.get().is_draft


@pytest.mark.parametrize(
    ("typed", "held", "capacity"), [("", 25, 25), ("", None, 40), ("20", 25, 20), ("99", None, 99)]
)
def test_capacity_is_the_venues_by_default(desk, series, typed, held, capacity):
    venue = make_venue(capacity=held)
    desk.post(url("organize:new"), evening(venue=venue.slug, capacity=typed))
    edition = series.editions.get()
    assert (edition.venue, edition.capacity) == (venue, capacity)


def test_more_people_than_the_venue_holds_are_asked_about(desk, series):
    typed = evening(venue=make_venue("Datadog", capacity=25).slug, capacity="26")
    response = desk.post(url("organize:new"), typed)
    assert errors(response) == {
        "capacity": ["Datadog holds 25 people. Lower the number, or say below that more may come."]
    }
    assert 'name="exceeds_venue"' in response.content.decode()
    assert not series.editions.exists()
    desk.post(url("organize:new"), {**typed, "exceeds_venue": "on"})
    assert series.editions.get().capacity == 26


def test_form_begins_with_what_the_series_usually_does(desk, series):
    make_edition(series, starts_at=paris(2026, 3, 25, 19))
    form = desk.get(url("organize:new")).context["form"]
    assert {name: form[name].value() for name in ("date", "starts", "ends", "venue", "capacity")} == {
        "date": datetime.date(2026, 4, 29),
        "starts": datetime.time(19),
        "ends": datetime.time(21, 30),
        "venue": None,
        "capacity": None,
    }
    page = desk.get(url("organize:new")).content.decode()
    assert 'value="2026-04-29"' in page
    assert 'value="19:00"' in page


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"date": "2026-03-01"}, "date", "This day is over. Choose a day to come."),
        ({"date": "2026-03-02", "starts": "11:59"}, "starts", "This moment is over. Choose one to come."),
        ({"date": "0001-01-01"}, "date", "This day is over. Choose a day to come."),
        ({"date": "9999-12-31"}, "date", "This date is more than five years away. Choose an earlier one."),
        ({"date": "2026-02-30"}, "date", "Enter a valid date."),
        ({"date": ""}, "date", "This field is required."),
        ({"starts": "25:00"}, "starts", "Enter a valid time."),
        ({"ends": "18:59"}, "ends", "The end comes before the start."),
        ({"ends": "19:00"}, "ends", "The end comes before the start."),
        ({"starts": "16:00", "ends": "00:01"}, "ends", "The end comes before the start."),
        (
            {"date": "2026-03-29", "starts": "02:30", "ends": "05:00"},
            "starts",
            "The clocks go forward that night: 02:30 does not exist. Choose an earlier or a later time.",
        ),
        (
            {"date": "2026-03-29", "starts": "01:00", "ends": "02:00"},
            "ends",
            "The clocks go forward that night: 02:00 does not exist. Choose an earlier or a later time.",
        ),
        (
            {"date": "2026-10-25", "starts": "02:30", "ends": "05:00"},
            "starts",
            "The clocks go back that night: 02:30 comes twice. Choose an earlier or a later time.",
        ),
        ({"capacity": "0"}, "capacity", "An edition holds from 1 to 10,000 people."),
        ({"capacity": "-3"}, "capacity", "An edition holds from 1 to 10,000 people."),
        ({"capacity": "10000000"}, "capacity", "An edition holds from 1 to 10,000 people."),
        ({"capacity": "9" * 5000}, "capacity", "Enter a whole number."),
        ({"capacity": "forty"}, "capacity", "Enter a whole number."),
        ({"theme": "x" * 5000}, "theme", "Ensure this value has at most 120 characters (it has 5000)."),
        ({"theme": "nul\0"}, "theme", "Null characters are not allowed."),
        (
            {"description": "x" * 20_001},
            "description",
            "Ensure this value has at most 20000 characters (it has 20001).",
        ),
        (
            {"venue": "nowhere"},
            "venue",
            "Select a valid choice. nowhere is not one of the available choices.",
        ),
        ({"venue": "+"}, "venue_name", "Give the new venue a name, or choose “To be confirmed”."),
        (
            {"venue": "+", "venue_name": "x" * 121},
            "venue_name",
            "Ensure this value has at most 120 characters (it has 121).",
        ),
        (
            {"venue": "+", "venue_name": "Ici", "venue_capacity": "0"},
            "venue_capacity",
            "A venue holds from 1 to 10,000 people.",
        ),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_beside_its_field_and_all_that_was_typed_is_kept(
    desk, series, change, field, sentence
):
    typed = evening(**change)
    response = desk.post(url("organize:new"), typed)
    assert response.status_code == 200
    assert errors(response) == {field: [sentence]}
    form = response.context["form"]
    assert {name: form[name].value() for name in typed} == typed
    assert not series.editions.exists()
    assert not Venue.objects.exists()


@pytest.mark.parametrize(("starts", "ends"), [("22:00", "00:30"), ("20:00", "00:00"), ("16:00", "00:00")])
def test_evening_may_end_after_midnight_and_before_it_after_all(desk, series, starts, ends):
    desk.post(url("organize:new"), evening(starts=starts, ends=ends))
    edition = series.editions.get()
    assert (f"{edition.starts:%H:%M}", f"{edition.ends:%H:%M}") == (starts, ends)
    assert edition.ends.date() - edition.starts.date() == datetime.timedelta(days=1)
    earlier = typed_for(edition, ends="23:00")
    assert desk.post(url("organize:edit", edition.slug), earlier).status_code == 302
    edition.refresh_from_db()
    assert edition.ends.date() == edition.starts.date()


def test_all_that_is_wrong_is_said_at_once(desk, series):
    response = desk.post(url("organize:new"), evening(date="2020-01-01", ends="18:00", capacity="0", venue="+"))
    assert list(errors(response)) == ["capacity", "date", "ends", "venue_name"]


def test_known_venue_under_another_spelling_is_offered(desk, series):
    venue = make_venue("Datadog", capacity=60)
    response = desk.post(url("organize:new"), evening(venue="+", venue_name="DATA-DOG"))
    assert errors(response) == {
        "venue_name": [
            "“Datadog” (16 rue Pierre Lescot, 75001 Paris) is known already: choose it in the list, or give this one "
            "another name."
        ]
    }
    assert 'name="known_venue" value="datadog"' in response.content.decode()
    taken = desk.post(
        url("organize:new"), evening(venue="+", venue_name="DATA-DOG", intent=None, known_venue="datadog")
    ).context["form"]
    assert (taken["venue"].value(), taken["venue_name"].value(), taken["theme"].value()) == (
        "datadog",
        "",
        "Modérer sans s'épuiser",
    )
    assert list(Venue.objects.all()) == [venue]
    assert not series.editions.exists()


def test_name_typed_without_choosing_in_the_list_is_a_new_venue(desk, series):
    desk.post(url("organize:new"), evening(venue="", venue_name="Ici même"))
    assert series.editions.get().venue.name == "Ici même"


def test_known_venue_and_the_name_of_a_new_one_are_not_guessed_between(desk, series):
    response = desk.post(url("organize:new"), evening(venue=make_venue().slug, venue_name="Ici même"))
    assert errors(response) == {
        "venue_name": ["You have chosen a known venue in the list: empty this name, or choose “A new venue”."]
    }


def test_preview_shows_the_programme_keeps_what_was_typed_and_saves_nothing(desk, series):
    typed = evening(
        date="soon",
        capacity="0",
        venue="+",
        venue_name="Ici",
        description="# Au menu\n\n**Tartes** <script>alert(1)</script>",
        intent=None,
    )
    response = desk.post(url("organize:new"), {**typed, "preview": "1"})
    form = response.context["form"]
    assert {name: form[name].value() for name in typed} == typed
    assert not form.errors
    preview = re.search(r'<div class="prose">(.*?)</div>', response.content.decode(), re.DOTALL)[1]
    assert preview.strip() == ("<h3>Au menu</h3>\n<p><strong>Tartes</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>")
    assert not series.editions.exists()
    assert not Venue.objects.exists()


def test_same_form_sent_twice_is_one_edition(desk, series):
    typed = evening(venue="+", venue_name="Ici")
    first, second = desk.post(url("organize:new"), typed), desk.post(url("organize:new"), typed)
    assert first["Location"] == second["Location"] == url("events:detail", "cafe-1")
    assert (series.editions.count(), Venue.objects.count()) == (1, 1)


def test_two_clicks_at_the_very_same_moment_are_one_edition(organizer, series):
    forms = [EditionForm(organizer, evening(venue="+", venue_name="Ici")) for _click in range(2)]
    assert [form.is_valid() for form in forms] == [True, True]
    first, second = (form.save() for form in forms)
    assert first == second
    assert (series.editions.count(), Venue.objects.count()) == (1, 1)


def test_venue_that_somebody_else_opens_in_the_very_same_moment_is_refused(desk, series, monkeypatch):
    save = EditionForm.save

    def overtaken(form):
        make_venue("Le Wagon")
        return save(form)

    monkeypatch.setattr(EditionForm, "save", overtaken)
    response = desk.post(url("organize:new"), evening(venue="+", venue_name="LE WAGON"))
    assert errors(response) == {"venue_name": ["Another venue has this name: look in the list."]}
    assert not series.editions.exists()


@pytest.mark.parametrize("place", ["events:home", "events:list", "feeds:all"])
def test_published_edition_is_seen_at_the_next_request_and_a_draft_is_not(desk, series, place):
    def shows_it() -> bool:
        response = Client().get(url(place))
        return "Bavardages" in b"".join(response).decode()

    desk.post(url("organize:new"), evening(theme="Bavardages", intent="save"))
    assert not shows_it()
    desk.post(url("organize:publish", "cafe-1"))
    assert shows_it()


def test_draft_sent_again_to_be_published_is_published(desk, series):
    desk.post(url("organize:new"), evening(intent="save"))
    desk.post(url("organize:new"), evening(intent="publish"))
    assert series.editions.get().is_published


def test_another_evening_of_the_series_at_the_same_moment_is_refused(desk, series):
    make_edition(series, starts_at=paris(2026, 3, 25, 19))
    response = desk.post(url("organize:new"), evening(theme="Autre"))
    assert errors(response) == {
        "date": ["Le Café no. 1: Thème takes place at this moment. Change that one, or choose another date."]
    }


def test_series_is_asked_only_of_who_organizes_several(desk, organizer, series):
    assert "series" not in desk.get(url("organize:new")).context["form"].fields
    second = make_series(name="Le Thé", slug="the", start_time=datetime.time(8, 30), organizers=[organizer])
    make_series()
    form = desk.get(url("organize:new") + "?series=the").context["form"]
    assert list(form.fields["series"].queryset) == [series, second]
    assert (form["series"].value(), form["starts"].value()) == (second.pk, datetime.time(8, 30))
    desk.post(url("organize:new"), evening(series=str(second.pk)))
    assert (series.editions.count(), second.editions.count()) == (0, 1)


def test_series_of_others_is_refused(desk, organizer):
    make_series(organizers=[organizer])
    foreign = make_series()
    response = desk.post(url("organize:new"), evening(series=str(foreign.pk)))
    assert list(errors(response)) == ["series"]
    assert not foreign.editions.exists()


def test_what_the_form_does_not_ask_is_ignored(desk, series):
    desk.post(
        url("organize:new"),
        evening(number="999", slug="mine", status="cancelled", uid="0" * 32, intent="save", venue_slug="x"),
    )
    assert list(series.editions.values_list("number", "slug", "status")) == [(1, "cafe-1", "draft")]


def test_times_are_those_of_the_series_own_zone(desk, series):
    series.time_zone = "America/New_York"
    series.save()
    desk.post(url("organize:new"), evening())
    assert series.editions.get().starts_at == datetime.datetime(2026, 3, 25, 23, tzinfo=datetime.UTC)
    assert 'datetime="2026-03-25T19:00:00-04:00"' in desk.get(url("organize:board")).content.decode()


# Changing one ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def edition(series):
    """Published, on 25 March at 19:00, with one person going and one in the line."""
    edition = make_edition(
        series,
        starts_at=paris(2026, 3, 25, 19),
        ends_at=paris(2026, 3, 25, 21, 30),
        venue=make_venue("Datadog", capacity=60),
        capacity=1,
    )
    edition.rsvp(make_member("Ada"))
    edition.rsvp(make_member("Bob"))
    Mail.objects.all().delete()
    return edition


def test_edit_page_shows_what_is_saved_and_how_many_people_a_change_is_told_to(desk, edition):
    response = desk.get(url("organize:edit", edition.slug))
    form = response.context["form"]
    shown = {name: form[name].value() for name in ("date", "starts", "ends", "venue", "theme", "capacity")}
    assert shown == {
        "date": datetime.date(2026, 3, 25),
        "starts": datetime.time(19),
        "ends": datetime.time(21, 30),
        "venue": "datadog",
        "theme": "Thème",
        "capacity": 1,
    }
    assert response.context["people"] == 2
    assert "2 people who have a place or wait for one" in response.content.decode()


def test_postponed_edition_keeps_its_address_and_tells_those_who_come_or_wait(desk, edition):
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, date="2026-04-01"))
    assert response["Location"] == url("events:detail", edition.slug)
    assert said(response) == ["Le Café no. 1: Thème is saved.", "A mail is on its way to 2 people."]
    before, edition = edition, Edition.objects.get()
    assert (edition.starts_at, edition.ends_at) == (paris(2026, 4, 1, 19), paris(2026, 4, 1, 21, 30))
    assert (edition.slug, edition.uid, edition.sequence) == (before.slug, before.uid, before.sequence + 1)
    assert mails() == [("edition-moved", "Ada"), ("edition-moved", "Bob")]


def test_new_venue_of_a_published_edition_is_told(desk, edition):
    desk.post(url("organize:edit", edition.slug), typed_for(edition, venue="+", venue_name="Le Wagon"))
    assert Edition.objects.get().venue.name == "Le Wagon"
    assert mails() == [("edition-venue", "Ada"), ("edition-venue", "Bob")]


@pytest.mark.parametrize("change", [{"theme": "Neuf"}, {"description": "Neuf"}, {"ends": "22:00"}])
def test_smaller_changes_send_no_mail(desk, edition, change):
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, **change))
    assert said(response)[1:] == []
    assert mails() == []


def test_sending_an_edit_twice_tells_people_once(desk, edition):
    typed = typed_for(edition, date="2026-04-01", theme="Neuf")
    for _time in range(2):
        assert desk.post(url("organize:edit", edition.slug), typed).status_code == 302
    assert mails() == [("edition-moved", "Ada"), ("edition-moved", "Bob")]


def test_capacity_below_those_who_come_throws_nobody_out_and_says_how_far_over(desk, edition):
    edition.change(capacity=2)
    edition.refresh_from_db()
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, capacity="1"))
    assert said(response) == [
        "Le Café no. 1: Thème is saved.",
        "1 person more has a place than the café now holds. Nobody loses theirs; write to them if some cannot come in.",
    ]
    assert edition.rsvps.going().count() == 2


def test_capacity_that_the_organizer_has_confirmed_is_not_asked_about_again(desk, edition):
    Edition.objects.update(capacity=70)
    edition.refresh_from_db()
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, theme="Neuf"))
    assert response.status_code == 302


def test_second_of_two_organizers_is_told_what_changed_and_loses_nothing(desk, edition):
    mine = typed_for(edition, theme="Mon thème")
    edition.change(theme="Leur thème", starts_at=paris(2026, 3, 25, 18, 30))
    response = desk.post(url("organize:edit", edition.slug), mine)
    assert errors(response) == {
        "__all__": [
            "Somebody else has changed this café since you opened the page. What you typed is kept below, and not "
            "saved yet. This is what is saved now:",
            "Starts at: 18:30",
            "Theme: Leur thème",
        ]
    }
    form = response.context["form"]
    edition.refresh_from_db()
    assert (form["theme"].value(), form["revised_at"].value()) == ("Mon thème", edition.revised_at.isoformat())
    assert edition.theme == "Leur thème"
    again = desk.post(url("organize:edit", edition.slug), {**mine, "revised_at": form["revised_at"].value()})
    assert again.status_code == 302
    edition.refresh_from_db()
    assert (edition.theme, edition.starts_at) == ("Mon thème", paris(2026, 3, 25, 19))


def test_change_of_an_older_state_is_refused_under_the_lock(edition):
    seen = edition.revised_at
    Edition.objects.get().change(theme="Leur thème")
    with pytest.raises(ChangedMeanwhile):
        edition.change(seen=seen, theme="Mon thème")
    assert Edition.objects.get().theme == "Leur thème"


def test_organizer_who_saves_in_the_very_same_moment_is_told_too(desk, edition, monkeypatch):
    save = EditionForm.save

    def overtaken(form):
        monkeypatch.undo()
        Edition.objects.get().change(theme="Leur thème")
        return save(form)

    monkeypatch.setattr(EditionForm, "save", overtaken)
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, theme="Mon thème"))
    assert errors(response)["__all__"][1:] == ["Theme: Leur thème"]


def test_draft_is_published_from_its_form(desk, series):
    draft = make_edition(series, status="draft")
    desk.post(url("organize:edit", draft.slug), typed_for(draft, intent="publish"))
    assert Edition.objects.get().is_published


def test_cancelled_edition_is_corrected_without_mails_and_never_published_again(desk, edition):
    edition.cancel(reason="Inondation")
    Mail.objects.all().delete()
    desk.post(url("organize:edit", edition.slug), typed_for(edition, date="2026-04-01"))
    edition.refresh_from_db()
    assert (edition.starts_at, edition.status, mails()) == (paris(2026, 4, 1, 19), "cancelled", [])
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, intent="publish"))
    assert errors(response) == {
        "__all__": ["This café can no longer be published: it is cancelled, or its date is over."]
    }


def test_evening_that_is_over_is_corrected_and_stays_in_the_past(desk, series):
    past = make_edition(series, starts_at=paris(2026, 2, 25, 19))
    edit = url("organize:edit", past.slug)
    assert desk.post(edit, typed_for(past, theme="Neuf", date="2026-02-24")).status_code == 302
    past.refresh_from_db()
    assert (past.theme, past.starts_at) == ("Neuf", paris(2026, 2, 24, 19))
    response = desk.post(edit, typed_for(past, date="2026-03-25"))
    assert errors(response) == {"date": ["This evening has taken place. To meet again, publish another café."]}


def test_coming_evening_is_not_moved_into_the_past(desk, edition):
    response = desk.post(url("organize:edit", edition.slug), typed_for(edition, date="2026-02-25"))
    assert errors(response) == {"date": ["This moment is over. Choose one to come."]}


def test_draft_whose_date_is_over_is_kept_but_not_published(desk, series):
    draft = make_edition(series, status="draft", starts_at=paris(2026, 2, 25, 19))
    edit = url("organize:edit", draft.slug)
    response = desk.post(edit, typed_for(draft, intent="publish"))
    assert errors(response) == {"date": ["This moment is over. Choose one to come."]}
    assert desk.post(edit, typed_for(draft, theme="Neuf")).status_code == 302


@pytest.mark.parametrize(
    "moments",
    [
        (paris(2026, 3, 25, 22, 0, 30), paris(2026, 3, 26, 1)),
        (
            datetime.datetime(2026, 10, 25, 0, 30, tzinfo=datetime.UTC),
            datetime.datetime(2026, 10, 25, 4, tzinfo=datetime.UTC),
        ),
    ],
    ids=["past midnight, with seconds", "in the doubled hour"],
)
def test_moments_that_came_from_elsewhere_survive_an_edit_of_the_theme(desk, series, moments):
    edition = make_edition(series, starts_at=moments[0], ends_at=moments[1])
    desk.post(url("organize:edit", edition.slug), typed_for(edition, theme="Neuf"))
    edition.refresh_from_db()
    assert (edition.theme, edition.starts_at, edition.ends_at) == ("Neuf", *moments)


def test_the_trades_of_a_theme_are_chosen_and_changed(desk, series):
    trades = [make_specialty(key) for key in ("moderation", "veille", "crise")]
    desk.post(url("organize:new"), evening(specialties=[trades[0].pk, trades[1].pk]))
    edition = Edition.objects.get()
    assert set(edition.specialties.all()) == {trades[0], trades[1]}
    sequence, revised_at = edition.sequence, edition.revised_at
    desk.post(url("organize:edit", edition.slug), typed_for(edition, specialties=[trades[2].pk]))
    edition.refresh_from_db()
    assert set(edition.specialties.all()) == {trades[2]}
    assert edition.sequence == sequence  # nobody has to know
    assert edition.revised_at > revised_at


def test_the_same_trades_again_are_no_change(desk, series):
    edition = make_edition(series, specialties=[make_specialty("moderation"), make_specialty("veille")])
    chosen = [specialty.pk for specialty in edition.specialties.all()]
    desk.post(url("organize:edit", edition.slug), typed_for(edition, specialties=chosen))
    assert Edition.objects.get().revised_at == edition.revised_at


@pytest.mark.parametrize("chosen", ["999999", "x", "\x00", "9" * 60])
def test_a_trade_that_does_not_exist_cannot_be_chosen(desk, series, chosen):
    assert list(errors(desk.post(url("organize:new"), evening(specialties=[chosen])))) == ["specialties"]
    assert not Edition.objects.exists()


def test_a_theme_is_about_five_trades_at_most(desk, series):
    trades = list(Specialty.objects.all()[:6])
    response = desk.post(url("organize:new"), evening(specialties=[trade.pk for trade in trades]))
    assert errors(response) == {
        "specialties": ["Five at most: choose the trades that it is about most of all."],
    }
    edition = make_edition(series)
    with pytest.raises(ValueError, match="up to five"):
        edition.change(specialties=trades)
    with pytest.raises(ValueError, match="up to five"):
        Edition.announce(series, specialties=trades, starts_at=edition.starts_at, ends_at=edition.ends_at)
    assert not edition.specialties.exists()


def test_a_preview_keeps_the_trades_that_are_ticked(desk, series):
    trade = make_specialty("moderation")
    response = desk.post(url("organize:new"), evening(preview="1", specialties=[trade.pk]))
    assert re.search(rf'value="{trade.pk}"[^>]*checked', response.content.decode())


def test_programme_that_was_not_touched_is_not_a_change(desk, series):
    edition = make_edition(series, description="une\ndeux")
    desk.post(url("organize:edit", edition.slug), typed_for(edition, description="une\r\ndeux"))
    assert Edition.objects.get().revised_at == edition.revised_at


@pytest.mark.parametrize("count", [1, 3])
def test_edit_page_asks_the_database_as_often_for_three_venues_as_for_one(
    desk, series, django_assert_num_queries, count
):
    edition = make_edition(series, venue=make_venue())
    for _number in range(count - 1):
        make_venue()
    for _number in range(count):
        edition.rsvp(make_member())
    with django_assert_num_queries(8):  # session, member, organizer?, edition, its trades, venues, trades, people
        desk.get(url("organize:edit", edition.slug))


# Publishing and calling off -------------------------------------------------------------------------------------------


def test_publish_button_publishes_and_a_second_click_changes_nothing(desk, series):
    draft = make_edition(series, status="draft")
    for _click in range(2):
        response = desk.post(url("organize:publish", draft.slug))
        assert response["Location"] == url("events:detail", draft.slug)
    edition = Edition.objects.get()
    assert (edition.status, edition.sequence) == ("published", draft.sequence + 1)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"status": "cancelled"},
            "Le Café no. 1: Thème is cancelled. Reopen it, and whoever had a place is told.",
        ),
        (
            {"status": "draft", "starts_at": paris(2026, 2, 25, 19)},
            "The date of Le Café no. 1: Thème is over. Choose one to come, then publish.",
        ),
    ],
)
def test_what_cannot_be_published_says_why(desk, series, facts, sentence):
    edition = make_edition(series, **facts)
    response = desk.post(url("organize:publish", edition.slug))
    assert (response["Location"], said(response)) == (url("organize:edit", edition.slug), [sentence])


def test_cancelled_edition_tells_people_why(desk, edition):
    page = desk.get(url("organize:cancel", edition.slug))
    told = "2 people who have a place or wait for one get this mail, and tell their guests."
    assert told in " ".join(page.content.decode().split())
    response = desk.post(url("organize:cancel", edition.slug), {"reason": "Le lieu est\ninondé."})
    assert response["Location"] == url("events:detail", edition.slug)
    assert said(response) == ["Le Café no. 1: Thème is cancelled.", "A mail is on its way to 2 people."]
    edition.refresh_from_db()
    assert (edition.status, edition.cancellation_reason) == ("cancelled", "Le lieu est inondé.")
    assert mails() == [("edition-cancelled", "Ada"), ("edition-cancelled", "Bob")]


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("", "This field is required."),
        ("  ", "This field is required."),
        ("x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
    ],
)
def test_cancelling_needs_a_reason(desk, edition, reason, sentence):
    response = desk.post(url("organize:cancel", edition.slug), {"reason": reason})
    assert errors(response) == {"reason": [sentence]}
    assert response.context["form"]["reason"].value() == reason
    assert Edition.objects.get().is_published


@pytest.mark.parametrize("facts", [{"status": "draft"}, {"status": "cancelled"}, {"starts_at": paris(2026, 2, 25, 19)}])
def test_only_what_is_to_come_is_cancelled(desk, series, facts):
    edition = make_edition(series, **facts)
    for response in (
        desk.get(url("organize:cancel", edition.slug)),
        desk.post(url("organize:cancel", edition.slug), {"reason": "Encore"}),
    ):
        assert response["Location"] == url("organize:edit", edition.slug)
    assert Edition.objects.get().cancellation_reason == ""


def test_draft_is_thrown_away_and_its_number_comes_again(desk, series):
    draft = make_edition(series, status="draft")
    page = url("organize:discard", draft.slug)
    assert desk.get(page).status_code == 200
    assert desk.post(page)["Location"] == url("organize:board")
    assert desk.post(page).status_code == 404
    assert not series.editions.exists()
    assert make_edition(series).number == draft.number


def test_what_has_been_published_is_not_thrown_away(desk, edition):
    edition.cancel(reason="Inondation")
    response = desk.post(url("organize:discard", edition.slug))
    assert said(response) == ["Only a draft can be thrown away; what has been published keeps its page."]
    with pytest.raises(CannotPublish):
        edition.discard()
    assert Edition.objects.count() == 1


# Venues ---------------------------------------------------------------------------------------------------------------


def facts_of(venue: Venue, **changes: str) -> dict[str, str]:
    return {
        "name": venue.name,
        "address": venue.address,
        "postal_code": venue.postal_code,
        "city": venue.city,
    } | changes


def test_venue_is_described_and_its_access_facts_are_dated(desk):
    venue = make_venue("Datadog")
    response = desk.post(
        url("organize:venue", "datadog"),
        facts_of(venue, capacity="80", has_lift="true", has_hearing_loop="false", has_seats="unknown"),
    )
    assert response["Location"] == url("venues:detail", "datadog")
    venue.refresh_from_db()
    assert (venue.capacity, venue.has_lift, venue.has_hearing_loop, venue.has_seats) == (80, True, False, None)
    assert venue.access_checked_on == datetime.date(2026, 3, 2)


def test_renamed_venue_keeps_its_address_and_is_found_by_its_new_name(desk):
    venue = make_venue("Datadog")
    desk.post(url("organize:venue", "datadog"), facts_of(venue, name="Chien de données"))
    assert Venue.objects.named("CHIEN DE DONNEES").slug == "datadog"
    assert Venue.objects.named("Datadog") is None


def test_calendars_of_coming_editions_follow_the_venues_address(desk, series):
    venue = make_venue("Datadog")
    coming = make_edition(series, venue=venue)
    draft = make_edition(series, venue=venue, status="draft", starts_at=paris(2026, 5, 1, 19))
    over = make_edition(series, venue=venue, starts_at=paris(2026, 2, 25, 19))
    elsewhere = make_edition(series, venue=make_venue(), starts_at=paris(2026, 6, 1, 19))
    desk.post(url("organize:venue", "datadog"), facts_of(venue, address="21 rue de Châteaudun"))
    after = Edition.objects.in_bulk()
    assert [after[edition.pk].sequence - edition.sequence for edition in (coming, draft, over, elsewhere)] == [
        1,
        0,
        0,
        0,
    ]
    assert after[coming.pk].revised_at > coming.revised_at
    desk.post(url("organize:venue", "datadog"), facts_of(Venue.objects.get(pk=venue.pk), capacity="90"))
    assert Edition.objects.get(pk=coming.pk).sequence == after[coming.pk].sequence


def test_venue_that_holds_fewer_people_says_which_editions_exceed_it(desk, series):
    venue = make_venue("Datadog")
    make_edition(series, venue=venue, capacity=50)
    response = desk.post(url("organize:venue", "datadog"), facts_of(venue, capacity="30"))
    assert said(response) == [
        "Datadog is saved.",
        "Le Café no. 1: Thème is open to 50 people, more than the venue holds.",
    ]


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"name": ""}, "name", "This field is required."),
        (
            {"name": "le WAGON"},
            "name",
            "“Le Wagon” (16 rue Pierre Lescot, 75001 Paris) is known already: choose it in the list, or give this one "
            "another name.",
        ),
        ({"host_url": "javascript:alert(1)"}, "host_url", "Enter a valid URL."),
        ({"capacity": "0"}, "capacity", "Ensure this value is greater than or equal to 1."),
        (
            {"position": "91, 2"},
            "position",
            "A latitude goes from -90 to 90: 91 is none. It comes first, then the longitude.",
        ),
        (
            {"access_checked_on": "2026-03-03"},
            "access_checked_on",
            "This day is to come. Give the day on which somebody looked.",
        ),
    ],
)
def test_bad_fact_of_a_venue_gets_a_sentence_beside_its_field(desk, change, field, sentence):
    make_venue("Le Wagon")
    venue = make_venue("Datadog")
    response = desk.post(url("organize:venue", "datadog"), facts_of(venue, **change))
    assert errors(response) == {field: [sentence]}
    assert Venue.objects.get(slug="datadog").name == "Datadog"


def test_file_that_is_no_photo_is_refused(desk):
    venue = make_venue("Datadog")
    file = SimpleUploadedFile("lieu.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")
    response = desk.post(url("organize:venue", "datadog"), {**facts_of(venue), "new_photos": [file]})
    assert list(errors(response)) == ["new_photos"]
    assert not venue.photos.exists()


def test_unknown_venue_is_not_found(desk):
    assert desk.get(url("organize:venue", "nowhere")).status_code == 404


# When the list is open ------------------------------------------------------------------------------------------------


def test_list_opens_and_closes_when_the_clocks_of_the_series_say_what_the_organizer_typed(desk, edition):
    typed = typed_for(edition, opens="2026-03-10T12:00", closes="2026-03-24T18:00")
    assert desk.post(url("organize:edit", edition.slug), typed).status_code == 302
    edition.refresh_from_db()
    assert (edition.opens_at, edition.closes_at) == (paris(2026, 3, 10, 12), paris(2026, 3, 24, 18))
    page = desk.get(url("organize:edit", edition.slug)).content.decode()
    assert 'value="2026-03-10T12:00"' in page and 'value="2026-03-24T18:00"' in page
    desk.post(url("organize:edit", edition.slug), typed_for(edition))
    edition.refresh_from_db()
    assert (edition.opens_at, edition.closes_at) == (None, None)


def test_closing_moves_along_with_the_evening_and_the_opening_does_not(desk, edition):
    Edition.objects.update(opens_at=paris(2026, 3, 10, 12), closes_at=paris(2026, 3, 24, 18))
    edition.refresh_from_db()
    moved = typed_for(edition, date="2026-04-08", opens="2026-03-10T12:00", closes="2026-03-24T18:00")
    desk.post(url("organize:edit", edition.slug), moved)
    edition.refresh_from_db()
    assert (edition.opens_at, edition.closes_at) == (paris(2026, 3, 10, 12), paris(2026, 4, 7, 18))


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"opens": "2026-03-25T19:00"}, "opens", "The list opens before the café begins: choose an earlier moment."),
        (
            {"closes": "2026-03-25T19:01"},
            "closes",
            "The list closes when the café begins, if not before: choose an earlier moment.",
        ),
        (
            {"opens": "2026-03-12T12:00", "closes": "2026-03-12T12:00"},
            "closes",
            "The list would close before it opens: choose a later moment.",
        ),
        ({"closes": "tomorrow"}, "closes", "Give a day and a time, such as 2026-03-25 19:00."),
        (
            {"date": "2026-04-01", "closes": "2026-03-29T02:30"},
            "closes",
            "The clocks go forward that night: 02:30 does not exist. Choose an earlier or a later time.",
        ),
        (
            {"date": "2026-10-28", "opens": "2026-10-25T02:30"},
            "opens",
            "The clocks go back that night: 02:30 comes twice. Choose an earlier or a later time.",
        ),
    ],
)
def test_moment_that_cannot_be_meant_gets_a_sentence(desk, edition, typed, field, sentence):
    before = Edition.objects.values().get()
    with translation.override("en"):
        response = desk.post(url("organize:edit", edition.slug), typed_for(edition, **typed))
        assert errors(response) == {field: [sentence]}
    assert Edition.objects.values().get() == before


def test_rules_of_an_edition_are_folded_until_one_is_typed(desk, edition):
    def is_folded() -> bool:
        page = desk.get(url("organize:edit", edition.slug)).content.decode()
        return "<details" in page and " open>" not in page

    assert is_folded()
    Edition.objects.update(closes_at=paris(2026, 3, 24, 18))
    assert not is_folded()


def test_another_organizer_reads_which_closing_was_saved_meanwhile(desk, edition):
    typed = typed_for(edition, closes="2026-03-24T18:00")
    edition.change(closes_at=paris(2026, 3, 23, 18))
    response = desk.post(url("organize:edit", edition.slug), typed)
    assert errors(response)["__all__"][1:] == ["The list closes: 23 March 2026, 18:00"]


def test_database_refuses_a_list_that_closes_before_it_opens(edition):
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.update(opens_at=paris(2026, 3, 12), closes_at=paris(2026, 3, 11))
