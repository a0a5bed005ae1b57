"""Writing to each other without showing an address, and being left in peace."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from members import correspondence, leaving
from members.belongings import letters_sent
from members.correspondence import LETTERS_A_DAY, LETTERS_A_DAY_TO_ONE, REPORTS_A_DAY, TooMany, write
from members.models import Block, Letter, Mail, Member, Report
from tests.factories import make_edition, make_member, make_series
from tests.members.post import delivered
from tests.storm import all_at_once

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def ada(db):
    return make_member("Ada", email="ada@example.org", handle="ada", visibility="members", language="en")


@pytest.fixture
def bob(client):
    bob = make_member("Bob", email="bob@example.org", handle="bob", visibility="nobody", language="en")
    client.force_login(bob)
    return bob


def send(client, handle="ada", text="Bonjour !", **more):
    return client.post(f"/en/members/{handle}/write/", {"text": text, **more})


# A letter -----------------------------------------------------------------------------------------------------------


def test_letter_goes_by_mail_and_shows_no_address(client, settings, ada, bob):
    page = client.get("/members/ada/").content.decode()
    assert 'href="/members/ada/write/"' in page and "@example.org" not in page.partition("<main")[2]
    assert "@example.org" not in client.get("/members/ada/write/").content.decode().partition("<main")[2]
    answer = send(client, text="Bonjour !\n\nOn se parle ?")
    assert (answer.status_code, answer["Location"]) == (302, "/en/members/ada/")
    [mail] = delivered(settings)
    assert (mail.to, mail.subject) == (["ada@example.org"], "Bob writes to you")
    assert "Bonjour !\n\nOn se parle ?" in mail.body
    assert f"{settings.SITE_URL}/en/members/bob/write/" in mail.body
    assert "Bob does not know your address, and an answer to this mail does not reach them." in mail.body
    whole = mail.message().as_string()
    assert "bob@example.org" not in whole and "Reply-To" not in whole


def test_letter_shows_the_address_of_who_wants_it_shown(client, settings, ada, bob):
    send(client, shows_address="on")
    [mail] = delivered(settings)
    assert mail.extra_headers["Reply-To"] == "bob@example.org"
    assert "Their address: bob@example.org" in mail.body


def test_who_was_written_to_answers_whoever_wrote_however_hidden(client, settings, ada, bob):
    send(client)
    reader = Client()
    reader.force_login(ada)
    assert reader.get("/members/bob/").status_code == 404
    Member.objects.filter(pk=bob.pk).update(accepts_letters=False)
    assert "Bob" in reader.get("/members/bob/write/").content.decode()
    assert send(reader, "bob", "Volontiers")["Location"] == "/en/members/me/"
    assert delivered(settings)[-1].to == ["bob@example.org"]
    Letter.objects.filter(sender=bob).update(sent_at=timezone.now() - 91 * DAY)
    assert reader.get("/members/bob/write/").status_code == 404


@pytest.mark.parametrize(
    "choice", [{"accepts_letters": False}, {"visibility": "cafe"}, {"visibility": "nobody"}, {"is_active": False}]
)
def test_nobody_writes_to_who_does_not_want_it_or_cannot_be_seen(client, ada, bob, choice):
    Member.objects.filter(pk=ada.pk).update(**choice)
    assert client.get("/members/ada/write/").status_code == 404
    assert send(client).status_code == 404
    assert not Letter.objects.exists()


def test_people_at_the_same_cafe_may_write_to_each_other(client, ada, bob):
    Member.objects.filter(pk=ada.pk).update(visibility="cafe")
    edition = make_edition()
    for member in (ada, bob):
        edition.rsvp(member)
    assert send(client).status_code == 302


def test_nobody_writes_to_themselves_or_without_signing_in(client, ada, bob):
    assert client.get("/members/bob/write/").status_code == 404
    client.logout()
    for page in ("write", "trouble"):
        assert client.get(f"/members/ada/{page}/")["Location"] == f"/accounts/login/?next=/members/ada/{page}/"
    assert send(client)["Location"].startswith("/en/accounts/login/")
    for act in ("block", "unblock"):
        assert client.post(f"/members/ada/{act}/")["Location"].startswith("/accounts/login/")
    assert not Letter.objects.exists() and not Block.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "a\0b"])
def test_bad_letter_is_the_form_again(client, ada, bob, text):
    answer = send(client, text=text)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["text"])
    assert not Letter.objects.exists()


def test_letter_sent_twice_goes_once(client, settings, ada, bob):
    for _time in range(3):
        assert send(client).status_code == 302
    assert (Letter.objects.count(), len(delivered(settings))) == (1, 1)


def test_letters_of_a_day_have_a_limit_for_one_reader_and_for_all(client, ada, bob):
    for number in range(LETTERS_A_DAY_TO_ONE):
        assert send(client, text=f"Lettre {number}").status_code == 302
    answer = send(client, text="Encore")
    assert answer.context["form"].errors["text"] == [
        "That is enough letters for today. Keep your words, and send them tomorrow."
    ]
    assert "Encore" in answer.content.decode()
    for number in range(LETTERS_A_DAY - LETTERS_A_DAY_TO_ONE):
        write(bob, make_member(), f"Lettre {number}")
    with pytest.raises(TooMany):
        write(bob, make_member(), "La onzième")
    Letter.objects.update(sent_at=timezone.now() - DAY)
    write(bob, ada, "Le lendemain")


# Peace --------------------------------------------------------------------------------------------------------------


def test_blocked_person_is_told_the_same_and_reaches_nobody(client, settings, ada, bob):
    before = send(client)
    client.get("/members/me/")
    pages = [main_of(client, page) for page in ("/members/ada/", "/members/")]
    delivered(settings)
    reader = Client()
    reader.force_login(ada)
    assert reader.post("/members/bob/block/")["Location"] == "/members/me/blocked/"
    assert reader.post("/members/bob/block/").status_code == 302  # again
    assert Block.objects.count() == 1
    sent = len(delivered(settings))
    after = send(client, text="Encore moi")
    assert (after.status_code, after["Location"]) == (before.status_code, before["Location"])
    assert len(delivered(settings)) == sent
    client.get("/members/me/")  # the word that it is on its way is read
    assert [main_of(client, page) for page in ("/members/ada/", "/members/")] == pages
    assert correspondence_of(bob) == [("Bonjour !", "Ada"), ("Encore moi", "Ada")]
    assert reader.get("/members/me/blocked/").context["people"].get().name == "Bob"
    assert reader.post("/members/bob/unblock/").status_code == 302
    send(client, text="Et maintenant ?")
    assert len(delivered(settings)) == sent + 1


def main_of(client, page):
    return client.get(page).content.decode().partition("<main")[2]


def correspondence_of(member):
    """What their archive says that they sent: a withheld letter looks like any other."""
    return [(row["text"], row["recipient__name"]) for row in letters_sent(member)]


def test_letter_on_its_way_does_not_arrive_after_a_block(client, settings, ada, bob):
    send(client)
    correspondence.block(bob, by=ada)
    assert delivered(settings) == []
    assert Mail.objects.get().state == "dropped"


def test_only_who_is_known_can_be_blocked_or_reported(client, ada, bob):
    Member.objects.filter(pk=ada.pk).update(visibility="nobody")
    assert client.post("/members/ada/block/").status_code == 404
    assert client.get("/members/ada/trouble/").status_code == 404
    assert client.post("/members/bob/block/").status_code == 404
    assert client.post("/members/ada/unblock/").status_code == 404
    assert client.get("/members/ada/block/").status_code == 405


def test_report_reaches_the_keepers_with_the_last_letter_and_blocks(client, settings, ada, bob):
    keeper = make_member("Keeper", email="keeper@example.org", is_superuser=True, is_staff=True, language="en")
    make_series(organizers=[make_member()])
    write(ada, bob, "Une vilaine lettre")
    delivered(settings).clear()
    data = {"reason": "C’est méchant", "blocks": "on"}
    for _time in range(2):
        assert client.post("/members/ada/trouble/", data)["Location"] == "/members/me/blocked/"
    assert (Report.objects.get().letter, Block.objects.get().whom) == ("Une vilaine lettre", ada)
    [mail] = delivered(settings)
    assert (mail.to, mail.subject) == (["keeper@example.org"], "A report about Ada")
    assert "C’est méchant" in mail.body and "Une vilaine lettre" in mail.body
    browser = Client()
    browser.force_login(keeper)
    page = browser.get(f"/admin/members/report/{Report.objects.get().pk}/change/")
    assert "Une vilaine lettre" in page.content.decode()


def test_report_goes_to_who_organizes_where_nobody_keeps_the_site(client, settings, ada, bob):
    make_series(organizers=[make_member(email="claire@example.org")])
    client.post("/members/ada/trouble/", {"reason": "Non"})
    assert [mail.to for mail in delivered(settings)] == [["claire@example.org"]]
    assert not Block.objects.exists()


def test_settled_report_is_not_mailed(client, settings, ada, bob):
    make_series(organizers=[make_member()])
    client.post("/members/ada/trouble/", {"reason": "Non"})
    Report.objects.update(settled_at=timezone.now())
    assert delivered(settings) == []


def test_reports_of_a_day_have_a_limit(ada, bob):
    for number in range(REPORTS_A_DAY):
        correspondence.report(ada, f"Raison {number}", by=bob)
    with pytest.raises(TooMany):
        correspondence.report(ada, "Une de plus", by=bob)


# Time, and the end --------------------------------------------------------------------------------------------------


def test_letters_are_forgotten_after_ninety_days(ada, bob):
    for days in (89, 91):
        letter = write(bob, ada, f"{days}")
        Letter.objects.filter(pk=letter.pk).update(sent_at=timezone.now() - days * DAY)
    correspondence.forget_old_letters(timezone.now())
    assert Letter.objects.get().text == "89"


def test_who_leaves_takes_letters_blocks_and_reports_along(ada, bob):
    write(bob, ada, "Bonjour")
    write(ada, bob, "Bonsoir")
    correspondence.block(ada, by=bob)
    correspondence.report(bob, "Non", by=ada)
    leaving.erase(bob)
    assert [model.objects.count() for model in (Letter, Block, Report)] == [0, 0, 0]


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_blocked_people_takes_the_same_queries(client, bob, django_assert_num_queries, count):
    for _number in range(count):
        correspondence.block(make_member(), by=bob)
    with django_assert_num_queries(4):  # session, reader, people, whether they organize
        client.get("/members/me/blocked/")


def test_nobody_writes_to_blocks_or_reports_themselves_in_the_database(ada, bob):
    for broken in (
        Letter(sender=ada, recipient=ada, text="x"),
        Block(by=ada, whom=ada),
        Report(by=ada, about=ada, reason="x"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            broken.save()
    Block.objects.create(by=ada, whom=bob)
    with pytest.raises(IntegrityError), transaction.atomic():
        Block.objects.create(by=ada, whom=bob)


@pytest.mark.django_db(transaction=True)
def test_letters_sent_all_at_once_stay_within_the_limit_of_a_day():
    bob = make_member()
    readers = [make_member() for _number in range(2 * LETTERS_A_DAY)]

    def writing_to(reader):
        def try_to_write() -> str:
            try:
                write(bob, reader, "Tous ensemble")
            except TooMany:
                return "too many"
            finally:
                connection.close()  # this thread's own
            return "sent"

        return try_to_write

    answers = all_at_once([writing_to(reader) for reader in readers])
    assert answers == {"sent": LETTERS_A_DAY, "too many": LETTERS_A_DAY}
    assert (Letter.objects.count(), Mail.objects.count()) == (LETTERS_A_DAY, LETTERS_A_DAY)
