"""What members want to hear about: trades they follow, mails they have said no to, and the link that says it."""

import pytest
from django.core import signing
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from members import outbox
from members.links import stop_link, stopped_by
from members.models import Following, Mail, MailChoice, Member, Topic
from tests.factories import make_member, make_series, make_specialty
from tests.smtp import postman

pytestmark = pytest.mark.django_db

__all__ = ["postman"]

MAILS = "/members/me/mail/"


@pytest.fixture(autouse=True)
def recap_mail():
    """A kind of mail that can be switched off, and one of the topic that has none yet, for these tests only."""

    @outbox.kind("test-people", topic=Topic.PEOPLE)
    @outbox.kind("test-topic", topic=Topic.RECAPS)
    def write(mail: Mail) -> outbox.Message:
        return outbox.Message(subject="Le compte rendu", paragraphs=["À lire."])

    yield
    for name in ("test-topic", "test-people"):
        del outbox._writers[name], outbox._topics[name]


def deliver_all() -> None:
    while outbox.deliver_next():
        pass


def path_of(link: str, settings) -> str:
    assert link.startswith(settings.SITE_URL)
    return link.removeprefix(settings.SITE_URL)


# Following a trade ------------------------------------------------------------------------------------------------


def test_member_follows_a_trade_once_and_no_longer():
    ada, trade = make_member(), make_specialty()
    ada.follow(trade)
    since = ada.followings.get().since
    ada.follow(trade)
    assert (ada.followings.get().since, ada.is_following(trade)) == (since, True)
    for _twice in range(2):
        ada.unfollow(trade)
    assert (ada.followings.count(), ada.is_following(trade)) == (0, False)


def test_trade_is_followed_once_by_the_database_too():
    ada, trade = make_member(), make_specialty()
    ada.follow(trade)
    with pytest.raises(IntegrityError), transaction.atomic():
        Following.objects.create(member=ada, specialty=trade)


def test_followers_of_several_trades_are_each_found_once():
    ada, bob, cleo = make_member("Ada"), make_member("Bob"), make_member("Cléo")
    one, two, three = (make_specialty(key) for key in ("un", "deux", "trois"))
    for member, trades in ((ada, [one, two]), (bob, [two]), (cleo, [three])):
        for trade in trades:
            member.follow(trade)
    assert set(Member.objects.following([one, two])) == {ada, bob}


# Saying no --------------------------------------------------------------------------------------------------------


def test_who_has_said_nothing_wants_the_mail_and_who_said_no_does_not():
    ada, bob, gone = make_member(), make_member(), make_member(is_active=False)
    bob.choose_mails(Topic.RECAPS, is_wanted=False)
    assert (ada.wants(Topic.RECAPS), bob.wants(Topic.RECAPS), bob.wants(Topic.TRADES)) == (True, False, True)
    assert set(Member.objects.filter(pk__in=[ada.pk, bob.pk, gone.pk]).wanting(Topic.RECAPS)) == {ada}
    bob.choose_mails(Topic.RECAPS, is_wanted=True)
    assert bob.wants(Topic.RECAPS)


def test_choice_repeated_keeps_the_moment_of_the_first():
    ada = make_member()
    ada.choose_mails(Topic.RECAPS, is_wanted=False)
    first = ada.mail_choices.get().chosen_at
    ada.choose_mails(Topic.RECAPS, is_wanted=False)
    assert ada.mail_choices.get().chosen_at == first


@pytest.mark.parametrize("topic", ["recaps", "no-such-topic"])
def test_choice_is_one_a_topic_that_exists(topic):
    ada = make_member()
    ada.choose_mails(Topic.RECAPS, is_wanted=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        MailChoice.objects.create(member=ada, topic=topic, is_wanted=True)


def test_mail_nobody_wants_any_more_is_dropped_and_says_so(postman):
    ada, bob = make_member(), make_member()
    outbox.post_all("test-topic", [ada, bob])
    ada.choose_mails(Topic.RECAPS, is_wanted=False)
    deliver_all()
    assert [letter["To"] for letter in postman.letters] == [bob.email]
    assert list(Mail.objects.values_list("state", "last_error")) == [("dropped", "not wanted"), ("sent", "")]


def test_topic_is_for_members_who_can_say_no_to_it():
    with pytest.raises(LookupError):
        outbox.post("test-topic", address="ada@example.org")


# The page of all choices ------------------------------------------------------------------------------------------


def test_page_keeps_a_choice_and_shows_it_again(client):
    ada = make_member()
    client.force_login(ada)
    page = client.get(MAILS)
    assert page.context["form"].initial == {}
    assert list(page.context["form"].fields) == ["announcements", "trades", "recaps", "people"]
    answer = client.post(MAILS, {"announcements": "on", "trades": "on"})
    assert (answer.status_code, answer.url) == (302, MAILS)
    assert set(ada.mail_choices.filter(is_wanted=False).values_list("topic", flat=True)) == {"recaps", "people"}
    form = client.get(MAILS).context["form"]
    assert {name: form[name].initial for name in form.fields} == {
        "announcements": True,
        "trades": True,
        "recaps": False,
        "people": False,
    }
    client.post(MAILS, {"announcements": "on", "trades": "on", "recaps": "on"})
    assert (ada.wants(Topic.RECAPS), ada.wants(Topic.PEOPLE)) == (True, False)


def test_topic_that_no_mail_belongs_to_is_not_asked_about(client, monkeypatch):
    client.force_login(make_member())
    with monkeypatch.context() as without:
        for kind in [kind for kind, topic in outbox._topics.items() if topic == Topic.PEOPLE]:
            without.delitem(outbox._topics, kind)
        assert "people" not in client.get(MAILS).context["form"].fields


def test_only_organizers_are_asked_about_their_week(client):
    ada = make_member()
    make_series(organizers=[ada])
    client.force_login(ada)
    assert "digest" in client.get(MAILS).context["form"].fields
    client.post(MAILS, {"announcements": "on", "trades": "on", "recaps": "on", "people": "on"})
    assert list(ada.mail_choices.values_list("topic", "is_wanted")) == [("digest", False)]


def test_page_shows_the_trades_one_follows(client):
    ada, trade = make_member(), make_specialty()
    ada.follow(trade)
    client.force_login(ada)
    assert client.get(MAILS).context["trades"] == [trade]


def test_page_is_ones_own(client):
    assert client.get(MAILS).url == f"/accounts/login/?next={MAILS}"
    client.force_login(make_member())
    assert client.delete(MAILS).status_code == 405


# The link in each mail --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "prefix"), [("fr", ""), ("en", "/en")])
def test_mail_of_a_topic_says_how_to_end_it(postman, settings, language, prefix):
    ada = make_member(language=language)
    outbox.post("test-topic", member=ada)
    deliver_all()
    [letter] = postman.letters
    link = stop_link(ada, Topic.RECAPS)
    assert link.startswith(f"{settings.SITE_URL}{prefix}/members/mail/stop/")
    assert letter["List-Id"] == f"<recaps.{settings.SITE_HOST}>"
    assert letter["List-Unsubscribe"].strip() == f"<{link}>"  # a long one is folded after the name
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in letter.get_body(("plain",)).get_content().splitlines()
    assert f'href="{link}"' in letter.get_body(("html",)).get_content()


def test_one_click_ends_the_mails_signed_out_without_a_cookie_and_as_often_as_it_comes(settings):
    ada, bob = make_member(), make_member()
    path = path_of(stop_link(ada, Topic.RECAPS), settings)
    for _twice in range(2):
        program = Client(enforce_csrf_checks=True)
        answer = program.post(path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        assert (answer.status_code, dict(program.cookies)) == (200, {})
        assert list(MailChoice.objects.values_list("member", "topic", "is_wanted")) == [(ada.pk, "recaps", False)]
    assert bob.wants(Topic.RECAPS)


def test_opening_the_link_changes_nothing_and_shows_the_button(client, settings):
    ada = make_member()
    path = path_of(stop_link(ada, Topic.RECAPS), settings)
    page = client.get(path)
    assert (page.status_code, page["Referrer-Policy"], ada.wants(Topic.RECAPS)) == (200, "strict-origin", True)
    assert page.context["is_wanted"] is True
    client.post(path)
    assert client.get(path).context["is_wanted"] is False


def test_link_says_nothing_of_whose_it_is(client, settings):
    ada = make_member("Ada Secret", email="ada.secret@example.org")
    page = client.get(path_of(stop_link(ada, Topic.RECAPS), settings)).content.decode()
    assert [word for word in ("Secret", "secret") if word in page] == []


def test_altered_link_is_no_page(client, settings):
    ada, bob = make_member(), make_member()
    token = path_of(stop_link(ada, Topic.RECAPS), settings).split("/")[-2]
    signature = token.partition(":")[2]
    altered = [
        f"{bob.pk}.recaps:{signature}",
        f"{ada.pk}.trades:{signature}",
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        signing.Signer(salt="members.links.sign-in").sign(f"{ada.pk}.recaps"),
        signing.Signer(salt="members.links.stop-mails").sign(f"{ada.pk}.everything"),
        signing.Signer(salt="members.links.stop-mails").sign("x.recaps"),
        "nonsense",
    ]
    for other in altered:
        path = reverse("members:stop-mails", args=[other])
        assert [client.get(path).status_code, client.post(path).status_code] == [404, 404], other
    assert not MailChoice.objects.exists()


def test_link_of_somebody_who_has_left_is_no_page(client, settings):
    ada = make_member()
    link = stop_link(ada, Topic.RECAPS)
    Member.objects.filter(pk=ada.pk).update(is_active=False)
    path = path_of(link, settings)
    assert (stopped_by(path.split("/")[-2]), client.post(path).status_code) == (None, 404)


def test_link_answers_only_reading_and_posting(client, settings):
    path = path_of(stop_link(make_member(), Topic.RECAPS), settings)
    assert client.put(path).status_code == 405
