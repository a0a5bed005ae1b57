"""What is kept, until when: the register says it, and the worker keeps to it."""

import datetime

import pytest
from django.utils import timezone

from events.chores import tidy
from members.models import Consent, Mail
from tests.factories import make_member, make_offer
from venues.models import HostOffer

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_register_says_the_spans_that_the_program_goes_by(client, monkeypatch):
    page = client.get("/privacy/").content.decode()
    for span in (
        "700 jours",
        "31 jours",
        "30 jours après la soirée",
        "90 jours",
        "400 jours",
        "730 jours après la soirée",
        "730 jours après le dernier",
        "Trente jours en règle générale",
    ):
        assert span in page
    monkeypatch.setattr("members.idle.TIME_TO_COME_BACK", 45 * DAY)
    assert "45 jours" in client.get("/privacy/").content.decode()


def test_register_is_one_click_away_from_every_page_and_leaves_no_cookie(client):
    assert 'href="/privacy/"' in client.get("/").content.decode()
    answer = client.get("/en/privacy/")
    assert ("What the café keeps" in answer.content.decode(), answer.cookies) == (True, {})


@pytest.mark.parametrize("state", Mail.State.values)
def test_settled_mails_are_forgotten_after_400_days(state):
    ada = make_member()
    for days in (399, 401):
        Mail.objects.create(kind="code", member=ada, state=state, created_at=timezone.now() - days * DAY)
    tidy()
    assert Mail.objects.count() == (2 if state == "pending" else 1)


@pytest.mark.parametrize("step", HostOffer.Step.values)
def test_contact_of_a_settled_offer_goes_after_730_days_and_the_place_stays(step):
    for days in (729, 731):
        offer = make_offer(organisation=f"Coop {days}", phone="06", message="Bonjour")
        offer.history.all()
        HostOffer.objects.filter(pk=offer.pk).update(step=step, notes="Note", touched_at=timezone.now() - days * DAY)
    tidy()
    tidy()
    known = HostOffer.objects.exclude(contact_name="").order_by("pk").values_list("organisation", flat=True)
    assert list(known) == (["Coop 729"] if step in ("thanked", "declined") else ["Coop 729", "Coop 731"])
    gone = HostOffer.objects.get(organisation="Coop 731")
    bare = (gone.contact_name, gone.email, gone.phone, gone.message, gone.notes)
    assert ((bare == ("", "", "", "", "")), gone.place != "") == (step in ("thanked", "declined"), True)


def test_member_reads_what_they_said_yes_to_and_since_when(client):
    ada = make_member()
    client.force_login(ada)
    assert "Change" not in client.get("/en/members/me/data/").content.decode()
    given_at = datetime.datetime(2026, 2, 3, 12, tzinfo=datetime.UTC)
    Consent.objects.create(member=ada, purpose="greeting", given_at=given_at)
    page = client.get("/en/members/me/data/").content.decode()
    assert ("to greet newcomers" in page, "3 February 2026" in page) == (True, True)
