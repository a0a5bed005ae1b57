"""Who did what at the desk: each act is written down once, told in a sentence, and taken back where it can be."""

import datetime
import io
import json
import uuid
import zipfile
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation

from events import organize_urls, undoing
from events.history.record import carry_out
from events.models import Act, Comment, Edition, HostPage, Import, Invitation, PassedOver, RecapPhoto, Rsvp, Series
from events.models.act import UNDOABLE
from members.leaving import erase
from members.models import Mail, Member, Specialty, Suppression
from tests.events.test_bring import SAMPLE
from tests.events.test_organize import TABLE, WRONG_METHOD, evening, facts_of, typed_for
from tests.events.test_recap import picture
from tests.factories import make_edition, make_member, make_offer, make_series, make_specialty, make_venue

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
MARCH_2 = datetime.datetime(2026, 3, 2, 12, tzinfo=PARIS)
MARCH_25 = datetime.datetime(2026, 3, 25, 19, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def a_monday_in_march():
    with time_machine.travel(MARCH_2, tick=False):
        yield


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def series(organizer):
    return make_series(slug="cafe", name="Le Café", owners=[organizer], organizers=[make_member("Oscar")])


@pytest.fixture
def desk(client, organizer, series):
    client.force_login(organizer)
    return client


@pytest.fixture
def edition(series):
    return make_edition(series, starts_at=MARCH_25, theme="")


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(f"organize:{name}", args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def sentences(acts=None) -> list[str]:
    with translation.override("en"):
        return [act.sentence for act in (Act.objects.all() if acts is None else acts)]


# Each act once ------------------------------------------------------------------------------------------------------

# For every URL of the desk that takes a POST: what is there before, what is sent, and the sentence of the one act that
# is written. `edition` is published, to come and without a venue; `draft` and `past` are what they are called.
DEEDS = {
    "new": lambda w: (
        [],
        evening(intent="save", date="2026-04-15"),
        "Odile prepared Le Café no. 4: Modérer sans s'épuiser, as a draft.",
    ),
    "edit": lambda w: ([w.edition.slug], typed_for(w.edition, theme="Neuf"), "Odile changed Le Café no. 1: Neuf."),
    "publish": lambda w: ([w.draft.slug], {}, "Odile published Le Café no. 2."),
    "reminder": lambda w: (
        [w.edition.slug],
        {"line": "Venez"},
        "Odile changed the line in the reminders of Le Café no. 1.",
    ),
    "recap": lambda w: ([w.past.slug], {"text": "Bien"}, "Odile wrote at the recap of Le Café no. 3."),
    "discard": lambda w: ([w.draft.slug], {}, "Odile threw away the draft of Le Café no. 2."),
    "recap-photos": lambda w: (
        [w.past.slug],
        {f"photo_{w.photo().pk}_alt": "Un mur"},
        "Odile changed what is said of the photos of Le Café no. 3.",
    ),
    "add-photos": lambda w: (
        [w.past.slug],
        {"photos": [picture()]},
        "Odile added photos to the recap of Le Café no. 3: 1.",
    ),
    "photo-earlier": lambda w: (
        [w.past.slug, (w.photo(), w.photo())[1].pk],
        {},
        "Odile put the photos of Le Café no. 3 in another order.",
    ),
    "photo-later": lambda w: (
        [w.past.slug, (w.photo(), w.photo())[0].pk],
        {},
        "Odile put the photos of Le Café no. 3 in another order.",
    ),
    "delete-photo": lambda w: ([w.past.slug, w.photo().pk], {}, "Odile deleted a photo of Le Café no. 3."),
    "show-photo": lambda w: (
        [w.past.slug, w.photo(hidden_at=MARCH_2).pk],
        {},
        "Odile showed a photo of Le Café no. 3 again that was taken down.",
    ),
    "let-comment-through": lambda w: (
        [w.past.slug, w.comment().pk],
        {"seen": MARCH_2.isoformat()},
        "Odile let a comment on Le Café no. 3 through.",
    ),
    "refuse-comment": lambda w: (
        [w.past.slug, w.comment().pk],
        {"seen": MARCH_2.isoformat()},
        "Odile did not let a comment on Le Café no. 3 through.",
    ),
    "take-import": lambda w: (
        ["cafe", w.brought().pk],
        {},
        "Odile brought a history into Le Café; evenings: 15.",
    ),
    "undo-import": lambda w: (
        ["cafe", w.taken().pk],
        {},
        "Odile took a history of Le Café back; evenings: 15.",
    ),
    "take-series": lambda w: (
        [w.archive().pk],
        {},
        "Odile took Le Café bis in from an archive; evenings: 1.",
    ),
    "copy": lambda w: (
        [w.edition.slug],
        evening(intent="save", date="2026-04-15"),
        "Odile prepared Le Café no. 4: Modérer sans s'épuiser, as a draft.",
    ),
    "postpone": lambda w: (
        [w.edition.slug],
        {"date": "2026-04-08", "starts": "19:00", "ends": "21:00"},
        "Odile moved Le Café no. 1 from 25 March 2026 to 8 April 2026.",
    ),
    "reopen": lambda w: (
        [w.called_off().slug],
        {"date": "2026-04-08", "starts": "19:00", "ends": "21:00"},
        "Odile reopened Le Café no. 1, for Wednesday 8 April 2026.",
    ),
    "add-person": lambda w: (
        [w.edition.slug],
        {"name": "Zoé", "guests": "1", "key": str(uuid.uuid4())},
        "Odile put a party on the list of Le Café no. 1: 2.",
    ),
    "move-party": lambda w: (
        [w.edition.slug, w.coming().pk],
        {"to": w.another_evening().slug},
        "Odile moved a party from Le Café no. 1 to Le Café no. 4: 2.",
    ),
    "free-place": lambda w: (
        [w.edition.slug, w.coming().pk],
        {},
        "Odile took a party off the list of Le Café no. 1: 2.",
    ),
    "approve": lambda w: (
        [w.edition.slug, w.asking().pk],
        {},
        "Odile said yes to a party for Le Café no. 1: 1.",
    ),
    "decline": lambda w: (
        [w.edition.slug, w.asking().pk],
        {"word": "Une autre fois."},
        "Odile said no to a party for Le Café no. 1: 1.",
    ),
    "write-to-people": lambda w: (
        [w.coming().edition.slug],
        {"subject": "Bonsoir", "text": "Prenez un pull.", "key": str(uuid.uuid4())},
        "Odile wrote to people of Le Café no. 1; mails sent: 1.",
    ),
    "cancel": lambda w: ([w.edition.slug], {"reason": "Eau"}, "Odile cancelled Le Café no. 1."),
    "venue": lambda w: (["datadog"], facts_of(w.venue, capacity="80"), "Odile changed the venue Datadog."),
    "new-venue": lambda w: ([], {"name": "Le Wagon", "city": "Paris"}, "Odile added the venue Le Wagon."),
    "merge-venue": lambda w: (
        ["datadog"],
        {"other": make_venue("Le Doublon").slug, "keep": "this"},
        "Odile made one venue of Le Doublon and Datadog.",
    ),
    "access-checked": lambda w: (["datadog"], {}, "Odile checked the access of Datadog."),
    "new-trade": lambda w: ([], w.trade_facts, "Odile added the trade “Watch” to the inventory."),
    "trade": lambda w: (["veille"], w.trade_facts, "Odile changed the trade “Watch”."),
    "merge-trade": lambda w: (
        ["veille"],
        {"into": "moderation"},
        f"Odile made the trade “{w.trade}” part of “{w.other_trade}”.",
    ),
    "retire-trade": lambda w: (["veille"], {}, f"Odile retired the trade “{w.trade}”."),
    "bring-back-trade": lambda w: (
        [w.retired().key],
        {},
        f"Odile put the trade “{w.trade}” back in the inventory.",
    ),
    "map-suggestion": lambda w: (
        [w.suggestion.pk],
        {"into": "moderation"},
        f"Odile answered a suggested trade with “{w.other_trade}”.",
    ),
    "decline-suggestion": lambda w: ([w.suggestion.pk], {}, "Odile declined a suggested trade."),
    "call": lambda w: ([w.edition.slug, w.followed().key], {}, f"Odile called the trade “{w.trade}” to Le Café no. 1."),
    "dates": lambda w: (
        ["cafe"],
        {"which": "1", "weekday": "1", "interval": "1", "start_time": "19:00", "end_time": "21:00"},
        "Odile changed when Le Café meets.",
    ),
    "plan": lambda w: (["cafe"], {"count": "3"}, "Odile prepared the next dates; drafts made: 1."),
    "skip-date": lambda w: (["cafe", "2026-05-27"], {}, "Odile left out Wednesday 27 May 2026."),
    "meet-after-all": lambda w: (["cafe", w.skipped()], {}, "Odile took Wednesday 27 May 2026 back in."),
    "choose-venue": lambda w: ([w.edition.slug, "datadog"], {"told": "1"}, "Odile changed Le Café no. 1."),
    "pass-over": lambda w: (
        [w.edition.slug, "datadog"],
        {"note": "Travaux"},
        "Odile passed Datadog over for Le Café no. 1.",
    ),
    "undo-pass-over": lambda w: (
        [w.passed().slug, "datadog"],
        {},
        "Odile put Datadog back in the order for Le Café no. 1.",
    ),
    "undo-act": lambda w: (["cafe", w.act().pk], {}, "Odile took Wednesday 27 May 2026 back in."),
    "invite": lambda w: (
        ["cafe"],
        {"address": "ida@example.org", "role": "greeter"},
        "Odile invited somebody to the team: greeter.",
    ),
    "withdraw-invitation": lambda w: (
        ["cafe", w.invitation().pk],
        {},
        "Odile withdrew an invitation to the team: greeter.",
    ),
    "invitation": lambda w: ([w.invitation("owner").token], {}, "Odile joined the team: owner."),
    "give-role": lambda w: (["cafe", w.oscar, "greeter"], {}, "Odile gave Oscar another role: greeter."),
    "dismiss": lambda w: (["cafe", w.oscar], {}, "Odile took Oscar out of the team."),
    "leave-team": lambda w: (["cafe"], {}, "Odile left the team."),
    "try-again": lambda w: ([w.failed().pk], {}, "Odile had a mail that failed tried once more."),
    "write-again": lambda w: ([w.silenced().pk], {}, "Odile let mails go again to an address that had not existed."),
    "new-offer": lambda w: ([], {"organisation": "Coop"}, "Odile put Coop on the board of places."),
    "offer": lambda w: ([w.offer.pk], {"notes": "Rappeler"}, "Odile changed the notes on La Ruche."),
    "move-offer": lambda w: ([w.offer.pk, "visited"], {}, "Odile put La Ruche at another step: visited."),
    "write-to-host": lambda w: (
        [w.offer.pk],
        {"subject": "Merci", "text": "Bonjour"},
        "Odile wrote to the host of La Ruche.",
    ),
    "thank-host": lambda w: ([w.hosted().pk], {}, "Odile wrote to the host of La Ruche."),
    "publish-offer": lambda w: (
        [w.offer.pk, "cafe"],
        {"evening": w.edition.slug, "capacity": "30"},
        "Odile changed Le Café no. 1.",
    ),
    "host": lambda w: (
        [w.at_datadog().slug],
        {"contact_name": "Hana", "language": "fr", "list_hours": "12", "order": "first_name", "to_call": "Odile"},
        "Odile changed the host’s page of Le Café no. 1.",
    ),
    "send-host-link": lambda w: (
        [w.host_page().slug],
        {},
        "Odile sent the host of Le Café no. 1 the link to their page.",
    ),
    "renew-host-link": lambda w: (
        [w.host_page().slug],
        {},
        "Odile gave the host’s page of Le Café no. 1 another link.",
    ),
    "revoke-host-link": lambda w: (
        [w.host_page().slug],
        {},
        "Odile withdrew the link to the host’s page of Le Café no. 1.",
    ),
    "check-in": lambda w: (
        [w.tonight().slug, w.rsvp.pk],
        {},
        "Odile noted a party at the door of Le Café no. 1: 1 in the room.",
    ),
    "scan": lambda w: (
        [w.tonight().slug, w.rsvp.token("door")],
        {},
        "Odile noted a party at the door of Le Café no. 1: 1 in the room.",
    ),
    "walk-in": lambda w: (
        [w.tonight().slug],
        {"name": "Zoé", "people": "2", "key": str(uuid.uuid4())},
        "Odile let in people without an RSVP at Le Café no. 1: 2.",
    ),
    "undo-walk-in": lambda w: (
        [w.tonight().slug, w.edition.welcome_walk_in("Zoé").key],
        {},
        "Odile took back somebody let in at Le Café no. 1 without an RSVP.",
    ),
}


class World:
    """One of each thing that the desk can change; what only one deed needs is made when it asks."""

    def __init__(self, series: Series, edition: Edition) -> None:
        self.series, self.edition = series, edition
        self.draft = make_edition(series, status="draft", theme="", starts_at=MARCH_25 + datetime.timedelta(days=35))
        self.past = make_edition(series, theme="", starts_at=MARCH_25 - datetime.timedelta(days=28))
        self.venue = make_venue("Datadog")
        self.offer = make_offer(series, place="La Ruche")
        veille, moderation = make_specialty("veille"), make_specialty("moderation")
        self.trade, self.other_trade = veille.name_en, moderation.name_en
        self.trade_facts = {
            **{"family": "voice", "name_fr": "Guet", "name_en": "Watch"},
            **{"definition_fr": "Regarder au loin.", "definition_en": "To look far away."},
        }
        self.suggestion = make_member().suggest_trade("Animation de serveur")

        series.appoint(make_member(), "owner")
        self.oscar = series.team.get(member__name="Oscar").pk

    def invitation(self, role: str = "greeter") -> Invitation:
        return Invitation.send(self.series, address="ida@example.org", role=role, language="en", by=make_member())

    def retired(self) -> Specialty:
        Specialty.objects.filter(key="veille").update(retired_at=MARCH_2)
        return Specialty.objects.get(key="veille")

    def followed(self) -> Specialty:
        veille = Specialty.objects.get(key="veille")
        make_member().follow(veille)
        return veille

    def skipped(self) -> str:
        self.series.skip(datetime.date(2026, 5, 27))
        return "2026-05-27"

    def passed(self) -> Edition:
        PassedOver.objects.create(edition=self.edition, venue=self.venue, note="Travaux")
        return self.edition

    def act(self) -> Act:
        self.skipped()
        by = self.series.organizers.get(name="Oscar")
        return Act.note("date-skipped", self.series, by=by, after={"day": "2026-05-27"})

    def failed(self) -> Mail:
        rsvp = self.edition.rsvp(make_member())
        Mail.objects.filter(member=rsvp.member).delete()
        return Mail.objects.create(kind="rsvp-going", member=rsvp.member, state="failed", data={"rsvp": rsvp.pk})

    def silenced(self) -> Suppression:
        return Suppression.objects.create(address=self.edition.rsvp(make_member()).member.email)

    def hosted(self):
        self.offer.move("hosted")
        return self.offer

    def at_datadog(self) -> Edition:
        self.edition.change(venue=self.venue)
        return self.edition

    def host_page(self) -> Edition:
        HostPage.open_for(self.at_datadog(), by=make_member("Oscar"), email="hana@example.org")
        return self.edition

    def photo(self, **facts) -> RecapPhoto:
        position = self.past.photos.count() + 1
        files = {"image": "recaps/a.webp", "small": "recaps/b.webp", "width": 3, "height": 2}
        return self.past.photos.create(**files, digest=str(position), position=position, **facts)

    def comment(self) -> Comment:
        return self.past.comments.create(author=make_member(), text="Bien.")

    def brought(self) -> Import:
        by = self.series.organizers.get(name="Odile")
        return Import.objects.create(series=self.series, by=by, content=SAMPLE.read_bytes())

    def archive(self) -> Import:
        """It is brought by Odile, who looks after the site."""
        Member.objects.filter(name="Odile").update(is_superuser=True)
        head = {"format": "cafecm-series", "version": 1, "series": {"slug": "bis", "name": "Le Café bis"}}
        until = MARCH_25 + datetime.timedelta(hours=2)
        evening = {"slug": "bis-1", "starts_at": MARCH_25.isoformat(), "ends_at": until.isoformat()}
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("archive.json", json.dumps(head))
            archive.writestr("editions.jsonl", json.dumps(evening))
            archive.writestr("venues.jsonl", "")
        return Import.objects.create(by=Member.objects.get(name="Odile"), content=file.getvalue())

    def taken(self) -> Import:
        record = self.brought()
        carry_out(record)
        return record

    def called_off(self) -> Edition:
        self.edition.cancel(reason="Eau")
        return self.edition

    def another_evening(self) -> Edition:
        return make_edition(self.series, theme="", starts_at=MARCH_25 + datetime.timedelta(days=7))

    def coming(self) -> Rsvp:
        return self.edition.rsvp(make_member(), guests=1)

    def asking(self) -> Rsvp:
        self.edition.change(is_by_approval=True)
        return self.edition.rsvp(make_member())

    def tonight(self) -> Edition:
        self.rsvp = self.edition.rsvp(make_member())
        self.edition.change(starts_at=MARCH_2, ends_at=MARCH_2 + datetime.timedelta(hours=2))
        return self.edition


def test_every_button_of_the_desk_has_its_deed():
    taking = {name for (name, method), answers in TABLE.items() if method == "POST" and answers[0] != WRONG_METHOD}
    assert {*DEEDS} == taking - {"import", "bring-series"}  # there a file is looked at, and nothing is made of it yet
    assert taking <= {pattern.name for pattern in organize_urls.urlpatterns}


@pytest.mark.parametrize("name", DEEDS)
def test_each_deed_is_written_down_once(desk, organizer, series, edition, name):
    world = World(series, edition)
    with translation.override("en"):
        args, sent, sentence = DEEDS[name](world)
    before = [*Act.objects.values_list("pk", flat=True)]
    response = desk.post(url(name, *args), sent)
    assert response.status_code == 302
    act = Act.objects.exclude(pk__in=before).get()
    assert (act.by, sentences([act])) == (organizer, [sentence])


def test_what_changes_nothing_is_not_written_down(desk, series, edition):
    draft = make_edition(series, status="draft", starts_at=MARCH_25 + datetime.timedelta(days=35))
    make_specialty("veille")
    for _click in range(2):
        desk.post(url("publish", draft.slug))
        desk.post(url("skip-date", "cafe", "2026-05-27"))
        desk.post(url("edit", edition.slug), typed_for(edition))
        desk.post(url("retire-trade", "veille"))
        desk.post(url("cancel", edition.slug), {"reason": ""})
    assert [act.what for act in Act.objects.order_by("pk")] == ["edition-published", "date-skipped", "trade-retired"]


def test_party_that_is_moved_freed_or_added_twice_is_written_down_once_and_never_named(desk, series, edition):
    there = make_edition(series, theme="", starts_at=MARCH_25 + datetime.timedelta(days=7))
    ada, bob = edition.rsvp(make_member("Ada")), edition.rsvp(make_member("Bob"))
    typed = {"name": "Cléo", "guests": "0", "key": str(uuid.uuid4())}
    for _click in range(2):
        desk.post(url("move-party", edition.slug, ada.pk), {"to": there.slug})
        desk.post(url("free-place", edition.slug, bob.pk))
        desk.post(url("add-person", edition.slug), typed)
    told = [(act.what, act.whom, act.after) for act in Act.objects.order_by("pk")]
    assert told == [
        ("party-moved", None, {"other": "Le Café no. 2", "people": 1}),
        ("place-freed", None, {"people": 1}),
        ("person-added", None, {"people": 1}),
    ]


def test_act_is_not_written_down_where_the_change_fails(desk, edition):
    edition.cancel(reason="Inondation")
    desk.post(url("publish", edition.slug))
    desk.post(url("edit", edition.slug), typed_for(edition, date="2025-01-01", intent="publish"))
    assert not Act.objects.exists()


# The page -----------------------------------------------------------------------------------------------------------


def move(desk, edition: Edition, **changes: str) -> Act:
    desk.post(url("edit", edition.slug), typed_for(edition, **{"date": "2026-04-01", **changes}))
    edition.refresh_from_db()
    return Act.objects.latest("pk")


def test_page_says_who_moved_this_and_what_else_was_changed(desk, edition):
    make_venue("Datadog")
    move(desk, edition, venue="datadog", description="Un autre " + "long " * 40)
    page = desk.get(url("history", "cafe"))
    (act,) = page.context["page_obj"]
    assert act.sentence == "Odile moved Le Café no. 1 from 25 March 2026 to 1 April 2026."
    assert act.changes == [("programme", "", ""), ("venue", "empty", "Datadog")]
    move(desk, edition, date="2026-04-01", starts="20:00", ends="22:30", venue="")
    assert sentences()[0] == "Odile moved Le Café no. 1 from 1 April 2026, 19:00 to 1 April 2026, 20:00."


def test_page_is_in_french_too(desk, edition):
    move(desk, edition)
    with translation.override("fr"):
        page = desk.get(reverse("organize:history", args=["cafe"])).content.decode()
    assert "Odile a déplacé «\u202fLe Café no. 1\u202f» du 25 mars 2026 au 1er avril 2026." in page


def test_history_of_one_evening_tells_its_door_which_that_of_the_series_leaves_out(desk, series, edition):
    other = make_edition(series, starts_at=MARCH_25 + datetime.timedelta(days=28))
    move(desk, edition)
    desk.post(url("reminder", other.slug), {"line": "Venez"})
    desk.post(url("walk-in", edition.slug), {"name": "Zoé", "people": "1", "key": str(uuid.uuid4())})
    with time_machine.travel(edition.starts_at, tick=False):
        desk.force_login(series.organizers.get(name="Odile"))
        desk.post(url("walk-in", edition.slug), {"name": "Zoé", "people": "1", "key": str(uuid.uuid4())})
        pages = [desk.get(url("history", "cafe") + query) for query in ("", f"?edition={edition.slug}")]
    assert [[act.what for act in page.context["page_obj"]] for page in pages] == [
        ["reminder-written", "edition-moved"],
        ["walked-in", "edition-moved"],
    ]
    assert desk.get(url("history", "cafe") + "?edition=nowhere").status_code == 404


def test_history_of_a_series_tells_what_all_share_and_nothing_of_another_series(desk, series, organizer):
    other = make_series(organizers=[make_member()])
    make_edition(other)
    Act.note("edition-published", other.editions.get(), by=other.organizers.get())
    Act.note("offer-entered", make_offer(other), by=other.organizers.get())
    Act.note("offer-entered", make_offer(series, place="La Ruche"), by=organizer)
    Act.note("venue-added", make_venue("Datadog"), by=other.organizers.get())
    acts = desk.get(url("history", "cafe")).context["page_obj"]
    assert [act.name for act in acts] == ["Datadog", "La Ruche"]


@pytest.mark.parametrize("count", [1, 3])
def test_history_asks_the_database_as_often_for_three_acts_as_for_one(
    desk, series, edition, django_assert_num_queries, count
):
    for number in range(count):
        edition.change(venue=None)
        desk.post(url("choose-venue", edition.slug, make_venue(f"Lieu {number}").slug))
        edition.refresh_from_db()
    desk.get(url("history", "cafe"))  # what was said before has been read
    with django_assert_num_queries(8):  # session, member, organizer?, series, how many, acts, people, venues
        page = desk.get(url("history", "cafe"))
    assert len(page.context["page_obj"]) == count


def test_long_history_has_pages(desk, series, organizer):
    for number in range(31):
        Act.note("date-skipped", series, by=organizer, after={"day": f"2026-05-{number + 1:02}"})
    assert len(desk.get(url("history", "cafe") + "?page=2").context["page_obj"]) == 1


def test_history_keeps_no_contact_of_a_venue_or_a_host(desk, edition):
    venue = make_venue("Datadog")
    desk.post(url("venue", "datadog"), facts_of(venue, contact_email="hana@example.org", getting_in="Code 1234"))
    edition.change(venue=venue)
    HostPage.open_for(edition, by=make_member())
    desk.post(
        url("host", edition.slug),
        {"email": "hana@example.org", "language": "fr", "list_hours": "12", "order": "first_name"},
    )
    acts = Act.objects.order_by("pk")
    assert [act.what for act in acts] == ["venue-changed", "host-page-changed"]
    assert {value for act in acts for values in (act.before, act.after) for value in values.values()} == {""}


def test_who_leaves_the_site_leaves_the_history_without_their_name(desk, series, edition, organizer):
    move(desk, edition)
    series.appoint(make_member(), "owner")
    erase(organizer)
    assert sentences() == ["Somebody who has left the site moved Le Café no. 1 from 25 March 2026 to 1 April 2026."]


def test_discarded_draft_stays_in_the_history_under_its_name(desk, series):
    draft = make_edition(series, status="draft", theme="Rien")
    desk.post(url("discard", draft.slug))
    (act,) = desk.get(url("history", "cafe")).context["page_obj"]
    assert (act.edition, act.sentence) == (None, "Odile threw away the draft of Le Café no. 1: Rien.")


# Taking back --------------------------------------------------------------------------------------------------------


def take_back(desk, act: Act) -> list[str]:
    desk.get(url("history", "cafe"))  # what was said before has been read
    return said(desk.post(url("undo-act", "cafe", act.pk), {"told": "1"}))


TOO_LATE = ["This can no longer be taken back: it has been already, something has changed since, or it is too late."]


def test_every_act_with_a_way_back_has_its_way():
    assert {*undoing._WAYS, *undoing.ABOUT_AN_EDITION} == {*UNDOABLE}


def test_moved_edition_goes_back_and_people_and_calendars_hear_of_it(desk, edition):
    venue = make_venue("Datadog")
    member = edition.rsvp(make_member("Ada")).member
    act = move(desk, edition, venue="datadog", theme="Neuf", specialties=str(make_specialty("veille").pk))
    sequence = edition.sequence
    Mail.objects.all().delete()
    assert take_back(desk, act) == ["Taken back. The history tells that, too.", "A mail is on its way to 1 person."]
    edition.refresh_from_db()
    assert (edition.starts_at, edition.venue, edition.theme, edition.sequence) == (MARCH_25, None, "", sequence + 1)
    assert (venue.editions.count(), edition.specialties.count()) == (0, 0)
    assert [(mail.kind, mail.member) for mail in Mail.objects.all()] == [("edition-moved", member)]
    assert sentences() == [
        "Odile moved Le Café no. 1 from 1 April 2026 to 25 March 2026.",
        "Odile moved Le Café no. 1: Neuf from 25 March 2026 to 1 April 2026.",
    ]
    assert take_back(desk, act) == TOO_LATE
    assert Act.objects.count() == 2


def test_taking_back_can_be_taken_back(desk, edition):
    take_back(desk, move(desk, edition))
    take_back(desk, Act.objects.latest("pk"))
    assert Edition.objects.get().starts.date() == datetime.date(2026, 4, 1)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda edition: edition.change(
            starts_at=MARCH_25 + datetime.timedelta(days=20), ends_at=MARCH_25 + datetime.timedelta(days=21)
        ),
        lambda edition: Act.objects.update(edition=None),
        lambda edition: Act.objects.filter(what="edition-moved").update(before={"venue": 4711}, what="edition-changed"),
    ],
)
def test_what_has_changed_since_is_not_taken_back(desk, edition, spoil):
    act = move(desk, edition)
    spoil(edition)
    edition.refresh_from_db()
    moment = edition.starts_at
    assert take_back(desk, act) == TOO_LATE
    assert (Edition.objects.get().starts_at, Act.objects.count()) == (moment, 1)


def test_what_else_was_changed_since_stays(desk, edition):
    act = move(desk, edition)
    edition.change(theme="Entre-temps")
    take_back(desk, act)
    edition.refresh_from_db()
    assert (edition.starts_at, edition.theme) == (MARCH_25, "Entre-temps")


def test_edition_does_not_go_back_to_a_moment_that_is_over(desk, edition):
    act = move(desk, edition)
    with time_machine.travel(MARCH_25 + datetime.timedelta(hours=1), tick=False):
        desk.force_login(edition.series.organizers.get(name="Oscar"))
        assert take_back(desk, act) == TOO_LATE


def test_rhythm_goes_back(desk, series):
    before = (series.cadence, series.start_time)
    desk.post(
        url("dates", "cafe"),
        {"which": "1", "weekday": "1", "interval": "1", "start_time": "18:00", "end_time": "21:00"},
    )
    take_back(desk, Act.objects.get())
    series.refresh_from_db()
    assert (series.cadence, series.start_time) == before


def test_date_left_out_goes_back_and_forth(desk, series):
    desk.post(url("skip-date", "cafe", "2026-05-27"))
    days = []
    for _turn in range(2):
        take_back(desk, Act.objects.latest("pk"))
        days.append(series.skipped_dates.count())
    assert days == [0, 1]


def test_passing_over_goes_back_to_the_note_before(desk, edition):
    venue = make_venue("Datadog")
    for note in ("Travaux", "Grève"):
        desk.post(url("pass-over", edition.slug, "datadog"), {"note": note})
    first, second = Act.objects.order_by("pk")
    assert take_back(desk, first) == TOO_LATE
    take_back(desk, second)
    assert edition.passed_over.get(venue=venue).note == "Travaux"
    desk.post(url("undo-pass-over", edition.slug, "datadog"))
    assert not edition.passed_over.exists()
    take_back(desk, Act.objects.latest("pk"))
    assert edition.passed_over.get(venue=venue).note == "Travaux"


def test_retired_trade_comes_back_and_goes_again(desk):
    make_specialty("veille")
    desk.post(url("retire-trade", "veille"))
    take_back(desk, Act.objects.latest("pk"))
    assert Specialty.objects.get(key="veille").retired_at is None
    take_back(desk, Act.objects.latest("pk"))
    assert Specialty.objects.get(key="veille").retired_at == MARCH_2


def test_what_has_no_way_back_shows_no_button_and_refuses(desk, edition):
    desk.post(url("cancel", edition.slug), {"reason": "Inondation"})
    page = desk.get(url("history", "cafe")).content.decode()
    assert "Take back" not in page
    assert take_back(desk, Act.objects.get()) == TOO_LATE
    assert Edition.objects.get().is_cancelled


def test_act_of_another_series_is_not_found(desk, series):
    other = make_series(organizers=[make_member()])
    act = Act.note("date-skipped", other, by=other.organizers.get(), after={"day": "2026-05-27"})
    assert desk.post(url("undo-act", "cafe", act.pk)).status_code == 404
    assert desk.post(url("undo-act", other.slug, act.pk)).status_code == 404


def test_who_took_an_act_back_is_told_beside_it(desk, edition):
    make_venue("La Ruche")
    desk.post(url("choose-venue", edition.slug, "la-ruche"), {"told": "1"})
    take_back(desk, Act.objects.get())
    for language, sentence in (("en", "Taken back by Odile."), ("fr", "Défait par Odile.")):
        with translation.override(language):
            page = desk.get(reverse("organize:history", args=["cafe"])).content.decode()
        assert sentence in " ".join(page.split())
