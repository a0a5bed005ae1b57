"""What those who were there say of an evening: who may, who reads it, whose name stands under it."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from events.chores import tidy
from events.models import Comment, Edition, TooManyComments, WasNotThere
from events.models.memory import PEOPLE_KEPT_FOR
from events.models.recap import COMMENTS_AT_MOST
from members.leaving import erase
from members.models import Member, Visibility
from tests.at_once import at_once
from tests.factories import make_edition, make_member, make_series

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def odile():
    return make_member("Odile")


@pytest.fixture
def ada():
    return make_member("Ada", visibility="public")


@pytest.fixture
def evening(odile, ada):
    """An evening that was, yesterday, where Ada had a place."""
    edition = make_edition(make_series(organizers=[odile]))
    edition.rsvp(ada)
    return over(edition)


def over(edition: Edition) -> Edition:
    starts_at = timezone.now() - DAY
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=starts_at + DAY / 12)
    return Edition.objects.get(pk=edition.pk)


def browser_of(member: Member | None) -> Client:
    browser = Client()
    if member:
        browser.force_login(member)
    return browser


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def shown(edition: Edition, author: Member, text: str = "C’était bien.") -> Comment:
    """A comment that was let through."""
    comment = edition.write_comment(author, text)
    assert comment.moderate("shown", by=edition.series.organizers.get(), seen=comment.changed_at)
    comment.refresh_from_db()
    return comment


def moderate(browser: Client, name: str, comment: Comment, seen: object = None):
    sent = {"seen": (seen or comment.changed_at).isoformat()}
    return browser.post(url(f"organize:{name}", comment.edition.slug, comment.pk), sent)


# Who may ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "was_there"),
    [
        ("a place, nobody counted", True),
        ("seen at the door", True),
        ("marked absent", False),
        ("let in from the line", True),
        ("on the line", False),
        ("freed the place", False),
        ("never answered", False),
    ],
)
def test_whoever_was_there_may_say_how_it_was(odile, person, was_there):
    edition = make_edition(make_series(organizers=[odile]), capacity=1 if "line" in person else 40)
    ada, bob = make_member("Ada"), make_member("Bob")
    edition.rsvp(bob)
    if person != "never answered":
        edition.rsvp(ada)
    if person == "freed the place":
        edition.cancel_rsvp(ada)
    edition = over(edition)
    if person in ("seen at the door", "let in from the line"):
        edition.check_in(edition.rsvps.get(member=ada))
    if person == "marked absent":
        edition.check_in(edition.rsvps.get(member=bob))
    page, door = edition.get_absolute_url(), url("events:comment", edition.slug)
    browser = browser_of(ada)
    assert (f'action="{door}"' in browser.get(page).content.decode()) == was_there
    assert (browser.get(door).status_code == 200) == was_there
    browser.post(door, {"text": "Bien."})
    assert Comment.objects.count() == int(was_there)
    if not was_there:
        with pytest.raises(WasNotThere):
            edition.write_comment(ada, "Bien.")


@pytest.mark.parametrize("facts", [{}, {"status": "cancelled"}, {"status": "draft"}])
def test_nobody_comments_on_what_has_not_taken_place(ada, odile, facts):
    edition = make_edition(make_series(organizers=[odile]), status="published")
    edition.rsvp(ada)
    Edition.objects.update(**facts) if facts else None
    answer = browser_of(ada).post(url("events:comment", edition.slug), {"text": "Déjà."})
    assert (answer.status_code, Comment.objects.count()) == (404 if facts else 302, 0)


def test_strangers_sign_in_first(evening, ada):
    comment = shown(evening, ada)
    for name, args in (("comment", []), ("edit-comment", [comment.pk]), ("report-comment", [comment.pk])):
        for method in ("GET", "POST"):
            answer = Client().generic(method, url(f"events:{name}", evening.slug, *args))
            assert answer["Location"].startswith(url("account_login"))


# Words ------------------------------------------------------------------------------------------------------------


def test_comment_waits_for_an_organizer_and_is_then_for_everybody(evening, ada, odile):
    answer = browser_of(ada).post(url("events:comment", evening.slug), {"text": "  Très <b>bien</b>.\r\nMerci.  "})
    comment = Comment.objects.get()
    assert answer.url == f"{evening.get_absolute_url()}#comment-{comment.pk}"
    readers = (None, make_member(), ada, odile)

    def pages() -> list[bool]:
        return ["Très &lt;b&gt;bien&lt;/b&gt;.<br>Merci." in page(browser_of(reader)) for reader in readers]

    def page(browser: Client) -> str:
        return browser.get(evening.get_absolute_url()).content.decode()

    assert pages() == [False, False, True, True]
    assert list(Comment.objects.to_moderate(odile)) == [comment]
    assert (
        "1 commentaire attend votre relecture"
        in browser_of(odile).get(url("organize:recap", evening.slug)).content.decode()
    )
    moderate(browser_of(odile), "let-comment-through", comment)
    assert (pages(), list(Comment.objects.to_moderate(odile))) == ([True] * 4, [])
    moderate(browser_of(odile), "refuse-comment", comment)
    assert (pages(), list(Comment.objects.to_moderate(odile))) == ([False, False, True, True], [])
    comment.refresh_from_db()
    assert (comment.moderated_by, comment.state) == (odile, "refused")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Écrivez d’abord un mot ou deux."),
        (" \n ", "Écrivez d’abord un mot ou deux."),
        ("x" * 1001, "Assurez-vous que cette valeur comporte au plus 1000 caractères (actuellement 1001)."),
        ("a\x00b", "Le caractère nul n’est pas autorisé."),
    ],
)
def test_comment_of_no_words_or_too_many_is_refused_and_kept_to_be_mended(evening, ada, text, sentence):
    answer = browser_of(ada).post(url("events:comment", evening.slug), {"text": text})
    assert (answer.context["form"].errors, Comment.objects.count()) == ({"text": [sentence]}, 0)
    assert answer.context["form"]["text"].value() == text


def test_the_same_words_sent_twice_are_one_comment_and_five_are_enough(evening, ada):
    for number in (*range(COMMENTS_AT_MOST), 0, 1):
        evening.write_comment(ada, f"Mot {number}")
    assert Comment.objects.count() == COMMENTS_AT_MOST
    with pytest.raises(TooManyComments):
        evening.write_comment(ada, "Encore")
    answer = browser_of(ada).post(url("events:comment", evening.slug), {"text": "Encore"})
    assert list(answer.context["form"].errors) == ["text"]


@pytest.mark.django_db(transaction=True)
def test_comments_sent_at_once_are_counted_one_by_one(evening, ada):
    for number in range(COMMENTS_AT_MOST - 1):
        evening.write_comment(ada, f"Mot {number}")
    at_once(*[lambda n=n: Edition.objects.get(pk=evening.pk).write_comment(ada, f"Encore {n}") for n in range(4)])
    assert Comment.objects.count() == COMMENTS_AT_MOST


def test_author_changes_their_words_which_wait_again_and_takes_them_back(evening, ada, odile):
    comment = shown(evening, ada)
    edit = url("events:edit-comment", evening.slug, comment.pk)
    browser = browser_of(ada)
    browser.post(edit, {"text": comment.text})
    assert Comment.objects.get().state == "shown"
    browser.post(edit, {"text": "Autre chose."})
    assert [(each.text, each.state) for each in Comment.objects.to_moderate(odile)] == [("Autre chose.", "waiting")]
    for name in ("edit-comment", "delete-comment"):
        for other in (make_member(), odile):
            address = url(f"events:{name}", evening.slug, comment.pk)
            assert browser_of(other).post(address, {"text": "Volé"}).status_code == 404
    assert browser.get(url("events:delete-comment", evening.slug, comment.pk)).status_code == 405
    browser.post(url("events:delete-comment", evening.slug, comment.pk))
    assert Comment.objects.count() == 0


def test_words_that_changed_while_they_were_read_are_not_let_through(evening, ada, odile):
    comment = evening.write_comment(ada, "Bien.")
    seen = comment.changed_at
    comment.rewrite("Insulte.")
    answer = moderate(browser_of(odile), "let-comment-through", comment, seen)
    assert said(answer) == ["Ce commentaire vient d’être modifié. Relisez-le avant de décider."]
    assert Comment.objects.get().state == "waiting"
    for nonsense in ("", "hier", "2026-13-45T00:00"):
        browser_of(odile).post(url("organize:let-comment-through", evening.slug, comment.pk), {"seen": nonsense})
    assert Comment.objects.get().state == "waiting"


def test_what_the_page_sends_lets_the_comment_through(evening, ada, odile):
    comment = evening.write_comment(ada, "Bien.")
    browser = browser_of(odile)
    page = browser.get(evening.get_absolute_url()).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    browser.post(url("organize:let-comment-through", evening.slug, comment.pk), {"seen": seen})
    assert Comment.objects.get().state == "shown"


# Reported ---------------------------------------------------------------------------------------------------------


def test_reported_comment_is_looked_at_again_and_stays_until_then(evening, ada, odile):
    comment = shown(evening, ada)
    bob = make_member("Bob")
    report = url("events:report-comment", evening.slug, comment.pk)
    assert list(browser_of(bob).post(report, {"reason": ""}).context["form"].errors) == ["reason"]
    for person, reason in ((bob, "Blessant."), (make_member(), "Moi aussi.")):
        browser_of(person).post(report, {"reason": reason})
    assert list(Comment.objects.to_moderate(odile)) == [comment]
    comment.refresh_from_db()
    assert (comment.report_reason, comment.reported_by, comment.state) == ("Blessant.", bob, "shown")
    pages = [browser_of(each).get(evening.get_absolute_url()).content.decode() for each in (None, ada, odile)]
    assert ["Blessant." in page for page in pages] == [False, False, True]
    moderate(browser_of(odile), "let-comment-through", comment)
    comment.refresh_from_db()
    assert (comment.state, comment.reported_at, comment.report_reason) == ("shown", None, "")
    assert list(Comment.objects.to_moderate(odile)) == []


def test_comment_that_nobody_reads_cannot_be_reported(evening, ada):
    comment = evening.write_comment(ada, "Bien.")
    for person in (make_member(), ada):
        assert (
            browser_of(person).post(url("events:report-comment", evening.slug, comment.pk), {"reason": "x"}).status_code
            == 404
        )


# Whose name -------------------------------------------------------------------------------------------------------

VIEWERS = ("a visitor", "a member", "one at this café", "one at another café together", "an organizer", "the author")
NAMED = {
    Visibility.PUBLIC: (True, True, True, True, True, True),
    Visibility.MEMBERS: (False, True, True, True, True, True),
    Visibility.CAFE: (False, False, True, False, True, True),
    Visibility.NOBODY: (False, False, False, False, True, True),
}


@pytest.mark.parametrize("visibility", Visibility.values)
def test_name_under_a_comment_is_shown_by_the_choice_of_its_author(odile, visibility):
    ada, here, elsewhere = make_member("Ada Secret", visibility=visibility), make_member(), make_member()
    edition, other = make_edition(make_series(organizers=[odile])), make_edition()
    for member in (ada, here):
        edition.rsvp(member)
    for member in (ada, elsewhere):
        other.rsvp(member)
    edition = over(edition)
    shown(edition, ada, "Une soirée à part.")
    viewers = (None, make_member(), here, elsewhere, odile, ada)
    named = []
    for viewer in viewers:
        page = browser_of(viewer).get(edition.get_absolute_url()).content.decode()
        words = page.split('class="comment"')[1].split("</article>")[0]
        assert "Une soirée à part." in words
        named.append("Ada Secret" in words)
        assert ("Une personne qui y était" in words) != named[-1]
        assert (
            ada.handle not in words
            or viewer == ada
            or Member.objects.visible_to(viewer or AnonymousUser()).filter(pk=ada.pk)
        )
    assert dict(zip(VIEWERS, named, strict=True)) == dict(zip(VIEWERS, NAMED[Visibility(visibility)], strict=True))


def test_names_go_two_years_after_the_evening_and_the_words_and_numbers_stay(evening, ada, odile, time_machine):
    for _person in range(5):
        evening.rsvps.create(member=make_member(), status="going", position=evening.rsvps.count() + 1)
    comment = shown(evening, ada)
    waiting = evening.write_comment(ada, "Encore.")
    comment.report("Non.", by=odile)
    numbers = evening.numbers()
    time_machine.move_to(evening.ends_at + PEOPLE_KEPT_FOR - DAY)
    tidy()
    assert {each.author for each in Comment.objects.all()} == {ada}
    assert "Ada" in Client().get(evening.get_absolute_url()).content.decode()
    time_machine.shift(DAY)
    tidy()
    assert list(Comment.objects.values_list("pk", "author", "reported_by", "text")) == [
        (comment.pk, None, None, "C’était bien."),
        (waiting.pk, None, None, "Encore."),
    ]
    page = Client().get(evening.get_absolute_url()).content.decode()
    assert ("Ada" in page, "C’était bien." in page, "Une personne qui y était" in page) == (False, True, True)
    assert gettext("Names are shown to those who may see them: sign in to see more.") not in page
    assert (Edition.objects.get(pk=evening.pk).numbers(), numbers.newcomers) == (numbers, 6)
    answer = browser_of(ada).get(url("events:edit-comment", evening.slug, comment.pk))
    assert answer.status_code == 404  # they are nobody's words now


def test_words_of_whoever_leaves_go_with_them(evening, ada, odile):
    shown(evening, ada)
    bob = make_member("Bob")
    evening.rsvps.create(member=bob, status="going", position=9)
    comment = shown(Edition.objects.get(pk=evening.pk), bob, "Merci.")
    comment.report("Non.", by=ada)
    erase(ada)
    assert [(each.text, each.reported_by) for each in Comment.objects.all()] == [("Merci.", None)]


def test_organizer_of_another_series_moderates_nothing(evening, ada):
    comment = evening.write_comment(ada, "Bien.")
    other = make_member()
    make_series(organizers=[other])
    for name in ("let-comment-through", "refuse-comment"):
        assert moderate(browser_of(other), name, comment).status_code == 404
    assert (Comment.objects.get().state, list(Comment.objects.to_moderate(other))) == ("waiting", [])


@pytest.mark.parametrize("broken", [{"text": ""}, {"state": "loud"}])
def test_comment_without_words_or_state_is_refused_by_the_database(evening, ada, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        evening.comments.create(**{"author": ada, "text": "x", **broken})


def test_board_says_what_waits_to_be_read_and_leads_there(odile, ada, evening):
    board = url("organize:board")
    assert gettext("%(n)s comment waits to be read") % {"n": 1} not in browser_of(odile).get(board).content.decode()
    evening.write_comment(ada, "Merci !")
    page = browser_of(odile).get(board).content.decode()
    link = f'<a href="{url("organize:recap", evening.slug)}">1 commentaire attend d’être lu</a>'
    assert link in page
