"""The inventory of trades: followed, found by a few questions, changed by organizers, suggested by members, called."""

import itertools

import html5lib
import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone, translation

from events import trades
from events.models import RsvpClosed, TradeCall
from events.trades import AlreadyAnswered, CannotMerge
from events.which import QUESTIONS, match
from members import outbox
from members.models import Mail, Member, Specialty, TooManySuggestions, Topic, TradeSuggestion
from tests.factories import fill, make_edition, make_member, make_series

pytestmark = pytest.mark.django_db


def trade(key: str) -> Specialty:
    return Specialty.objects.get(key=key)


def text_of(response) -> str:
    main = html5lib.parse(response.content.decode(), namespaceHTMLElements=False).find(".//main")
    return " ".join("".join(main.itertext()).split())


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def mails(kind: str) -> list[str]:
    return sorted(Mail.objects.filter(kind=kind).values_list("member__name", flat=True))


def deliver(settings) -> list:
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    while outbox.deliver_next():
        pass
    return mail.outbox


# Following --------------------------------------------------------------------------------------------------------


def test_member_follows_a_trade_and_ends_it_and_a_repeat_changes_nothing(client):
    member = make_member()
    client.force_login(member)
    for _again in range(2):
        response = client.post("/en/specialties/veille/follow/")
        assert response.url == "/en/specialties/veille/"
        assert member.is_following(trade("veille"))
    assert "No longer follow" in text_of(client.get("/en/specialties/veille/"))
    for _again in range(2):
        client.post("/en/specialties/veille/unfollow/")
        assert not member.is_following(trade("veille"))
    assert "Follow this trade" in text_of(client.get("/en/specialties/veille/"))


@pytest.mark.parametrize("act", ["follow", "unfollow"])
def test_a_stranger_signs_in_first_and_comes_back_to_the_trade(client, act):
    response = client.post(f"/en/specialties/veille/{act}/")
    assert response.url == "/en/accounts/login/?next=/en/specialties/veille/"
    assert client.get(f"/en/specialties/veille/{act}/").status_code == 405
    assert client.post(f"/en/specialties/astrologie/{act}/").status_code == 404


def test_the_page_of_a_trade_leads_to_its_feed(client):
    page = html5lib.parse(client.get("/specialties/veille/").content.decode(), namespaceHTMLElements=False)
    assert "/specialties/veille/calendar.ics" in {link.get("href") for link in page.iter("a")}


# How many people ---------------------------------------------------------------------------------------------------


def practise(key: str, people: int, visibility: str) -> None:
    for _each in range(people):
        make_member(visibility=visibility).practise([trade(key)])


def counts(client) -> dict[str, int]:
    shelves = client.get("/specialties/").context["shelves"]
    return {each.key: people for _family, rows in shelves for each, people in rows if people}


def test_the_inventory_counts_whom_the_reader_sees_and_others_by_threes(client):
    practise("veille", 2, "public")
    practise("veille", 4, "members")
    practise("crise", 2, "cafe")
    practise("devrel", 5, "nobody")
    assert counts(client) == {"veille": 5}
    client.force_login(make_member())
    assert counts(client) == {"veille": 6}


@pytest.mark.parametrize("page", ["/specialties/", "/specialties/crise/"])
def test_a_member_who_hides_changes_no_number_and_no_word_of_the_inventory(client, page):
    practise("crise", 2, "public")
    before = text_of(client.get(page))
    practise("crise", 4, "nobody")
    assert text_of(client.get(page)) == before
    practise("crise", 1, "public")
    assert text_of(client.get(page)) != before


def test_the_inventory_says_which_trades_come_to_the_next_café(client):
    edition = make_edition(capacity=20)
    fill(edition, 5)
    for visibility, key in [("public", "veille"), ("nobody", "crise")]:
        member = make_member(visibility=visibility)
        member.practise([trade(key)])
        edition.rsvp(member)
    assert [each.key for each in client.get("/specialties/").context["coming"]] == ["veille"]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [("/specialties/?made=afresh", 5), ("/specialties/veille/", 5), ("/specialties/which/?work=listen", 5)],
)
def test_a_page_of_trades_asks_as_often_for_three_people_as_for_one(
    client, django_assert_num_queries, rows, page, queries
):
    practise("veille", rows, "public")
    practise("crise", rows, "public")
    for _each in range(rows):
        edition = make_edition(capacity=20)
        for member in Member.objects.all():
            edition.rsvp(member)
        fill(edition, 5)
    with django_assert_num_queries(queries):
        client.get(page)


# Which one is mine -------------------------------------------------------------------------------------------------


def test_every_trade_of_the_inventory_is_reached_by_some_answers():
    known = list(Specialty.objects.values_list("key", flat=True))
    community, platform, work = (list(question.answers) for question in QUESTIONS.values())
    reached = {
        match({"community": [one], "platform": [two], "work": [three]}, known=known)[0].key
        for one, two, three in itertools.product(community, platform, work)
    }
    assert reached == set(known)


def test_rules_speak_of_trades_that_exist_and_every_answer_of_two_at_least():
    keys = set(Specialty.objects.values_list("key", flat=True))
    for question in QUESTIONS.values():
        for answer in question.answers.values():
            assert set(answer.points) <= keys
            assert len(answer.points) >= 2


def test_any_answer_ends_in_two_or_three_trades_with_its_reasons():
    known = list(Specialty.objects.values_list("key", flat=True))
    for name, question in QUESTIONS.items():
        for key, answer in question.answers.items():
            found = match({name: [key]}, known=known)
            assert 2 <= len(found) <= 3
            assert all(each.reasons == (answer.label,) for each in found)


def test_answers_end_in_a_trade_with_the_reasons_in_words_and_the_people(client):
    for name, visibility in [("Ana Ouverte", "public"), ("Bo Fermé", "nobody"), ("Chloé Voisine", "cafe")]:
        make_member(name, visibility=visibility).practise([trade("moderation")])
    response = client.get("/en/specialties/which/?community=players&work=moderate&work=calm")
    text = text_of(response)
    assert [each["trade"].key for each in response.context["results"]] == ["moderation", "crise", "jeu-video"]
    assert "“People who play”" in text and "“Writing rules and handling reports”" in text
    assert ("Ana Ouverte" in text, "Bo Fermé" in text, "Chloé Voisine" in text) == (True, False, False)


def test_a_retired_trade_is_found_by_no_answer(client):
    trades.retire(trade("moderation"))
    response = client.get("/specialties/which/?work=moderate")
    assert "moderation" not in {each["trade"].key for each in response.context["results"]}


@pytest.mark.parametrize(
    "nonsense",
    ["?community=", "?work=%00", "?work=x&platform=y", "?x=1", "?community=players%27%20OR%201", "?work=" + "a" * 3000],
)
def test_nonsense_ends_in_the_questions_again(client, nonsense):
    response = client.get("/specialties/which/" + nonsense)
    assert response.status_code == 200
    assert response.context["results"] == []


def test_the_questions_keep_nothing_and_set_no_cookie(client):
    response = client.get("/specialties/which/?work=moderate")
    assert list(response.cookies) == []
    assert b"csrfmiddlewaretoken" not in response.content
    assert client.post("/specialties/which/").status_code == 405


# The desk of the inventory -----------------------------------------------------------------------------------------


@pytest.fixture
def organizer():
    member = make_member("Odile")
    make_series(organizers=[member])
    return member


@pytest.fixture
def desk(client, organizer):
    client.force_login(organizer)
    return client


FACTS = {
    "family": "care",
    "name_fr": "Médiation numérique",
    "name_en": "Digital mediation",
    "definition_fr": "Accompagner celles et ceux que le numérique laisse de côté.",
    "definition_en": "Walking beside those whom the digital world leaves out.",
}
POSTS = [
    "new/",
    "veille/",
    "veille/merge/",
    "veille/retire/",
    "veille/bring-back/",
    "suggestions/1/map/",
    "suggestions/1/decline/",
]


@pytest.mark.parametrize("page", POSTS)
def test_the_desk_of_trades_is_for_organizers(client, page):
    before = list(Specialty.objects.values_list())
    address = f"/en/organize/specialties/{page}"
    assert client.post(address, FACTS).url == f"/en/accounts/login/?next={address}"
    client.force_login(make_member())
    assert client.post(address, FACTS).status_code == 403
    assert list(Specialty.objects.values_list()) == before


@pytest.mark.parametrize("page", [page for page in POSTS if page not in ("new/", "veille/")])
def test_acts_of_the_desk_take_no_get(desk, page):
    assert desk.get(f"/organize/specialties/{page}").status_code == 405


def test_organizer_adds_a_trade_that_members_can_choose(desk):
    response = desk.post("/en/organize/specialties/new/", FACTS)
    assert said(response) == ["“Digital mediation” is in the inventory."]
    added = trade("digital-mediation")
    assert added.position == 25
    assert added in Specialty.objects.choosable()
    assert desk.get("/specialties/digital-mediation/").status_code == 200


def test_a_name_that_is_taken_is_said_next_to_its_field_and_the_rest_is_kept(desk):
    response = desk.post("/en/organize/specialties/new/", FACTS | {"name_en": trade("veille").name_en})
    assert list(response.context["form"].errors) == ["name_en"]
    assert "Médiation numérique" in response.content.decode()
    assert Specialty.objects.count() == 24


def test_no_key_is_that_of_a_page():
    added = [
        trades.add(**FACTS | {"name_en": name, "name_fr": f"{name} {number}"})
        for number, name in enumerate(["Which", "New", "Suggest", "???", "Veille"])
    ]
    assert [each.key for each in added] == ["which-2", "new-2", "suggest-2", "trade", "veille-2"]


def test_organizer_renames_a_trade_and_its_address_stays(desk):
    facts = {name: getattr(trade("veille"), name) for name in (*FACTS, "one_fr", "many_fr", "one_en", "many_en")}
    desk.post("/en/organize/specialties/veille/", facts | {"name_en": "Watching"})
    assert trade("veille").name_en == "Watching"


def test_a_retired_trade_stays_with_who_has_it_and_is_chosen_by_nobody_else(desk):
    keeper, other = make_member(), make_member()
    keeper.practise([trade("veille")])
    for _again in range(2):
        desk.post("/organize/specialties/veille/retire/")
    assert trade("veille").is_retired
    assert trade("veille") in Specialty.objects.choosable_by(keeper)
    assert trade("veille") not in Specialty.objects.choosable_by(other)
    visitor = Client()
    assert visitor.get("/specialties/veille/").status_code == 200
    assert "veille" not in {
        each.key for _f, rows in visitor.get("/specialties/").context["shelves"] for each, _ in rows
    }
    visitor.force_login(other)
    visitor.post("/members/me/profile/", {"first_specialty": trade("veille").pk})
    assert other.trades == []
    assert visitor.post("/specialties/veille/follow/").status_code == 404
    desk.post("/organize/specialties/veille/bring-back/")
    assert not trade("veille").is_retired


# Merging -----------------------------------------------------------------------------------------------------------


def ranks(member: Member) -> list[tuple[int, str]]:
    return list(member.ranked_specialties.order_by("rank").values_list("rank", "specialty__key"))


def test_merging_moves_people_and_keeps_their_ranks():
    one, both, upside = make_member(), make_member(), make_member()
    one.practise([trade("crise"), trade("veille")])
    both.practise([trade("veille"), trade("moderation"), trade("crise")])
    upside.practise([trade("crise"), trade("moderation"), trade("veille")])
    trades.merge(trade("veille"), trade("crise"))
    assert ranks(one) == [(1, "crise")]
    assert ranks(both) == [(1, "crise"), (2, "moderation")]
    assert ranks(upside) == [(1, "crise"), (2, "moderation")]


def test_merging_moves_those_who_follow_and_what_was_called_once_each():
    both, one = make_member(), make_member()
    for member, key in [(both, "veille"), (both, "crise"), (one, "veille")]:
        member.follow(trade(key))
    called_both, called_one = make_edition(), make_edition()
    for edition, key in [(called_both, "veille"), (called_both, "crise"), (called_one, "veille")]:
        edition.call(trade(key), by=one)
    trades.merge(trade("veille"), trade("crise"))
    assert both.is_following(trade("crise")) and one.is_following(trade("crise"))
    assert trade("veille").followings.count() == 0
    assert sorted(TradeCall.objects.values_list("edition", "specialty__key")) == [
        (called_both.pk, "crise"),
        (called_one.pk, "crise"),
    ]


def test_merging_moves_the_themes_of_editions_once_each():
    both, one = make_edition(), make_edition()
    both.specialties.set([trade("veille"), trade("crise")])
    one.specialties.set([trade("veille")])
    before = one.revised_at
    trades.merge(trade("veille"), trade("crise"))
    assert [list(edition.specialties.values_list("key", flat=True)) for edition in (both, one)] == [["crise"]] * 2
    one.refresh_from_db()
    assert one.revised_at > before


def test_addresses_of_a_merged_trade_lead_to_the_other_for_good(client):
    trades.merge(trade("veille"), trade("crise"))
    trades.merge(trade("crise"), trade("moderation"))
    for page, there in [
        ("/specialties/veille/", "/specialties/moderation/"),
        ("/specialties/veille/calendar.ics", "/specialties/moderation/calendar.ics"),
        ("/en/specialties/crise/", "/en/specialties/moderation/"),
    ]:
        response = client.get(page)
        assert (response.status_code, response.url) == (301, there)


def test_the_filter_of_the_lists_knows_a_merged_trade_by_its_old_key(client):
    edition = make_edition(theme="La soirée cherchée", capacity=20)
    member = make_member(visibility="public")
    member.practise([trade("veille")])
    edition.rsvp(member)
    fill(edition, 5)
    make_edition(theme="Une autre")
    trades.merge(trade("veille"), trade("crise"))
    text = text_of(client.get("/cafes/?specialty=veille"))
    assert ("La soirée cherchée" in text, "Une autre" in text) == (True, False)


def test_a_trade_goes_neither_into_itself_nor_into_a_retired_one_and_a_repeat_is_harmless():
    trades.retire(trade("crise"))
    for target in ("veille", "crise"):
        with pytest.raises(CannotMerge):
            trades.merge(trade("veille"), trade(target))
    trades.merge(trade("veille"), trade("moderation"))
    trades.merge(trade("veille"), trade("moderation"))
    with pytest.raises(CannotMerge):
        trades.merge(trade("veille"), trade("devrel"))
    trades.bring_back(trade("veille"))
    assert trade("veille").is_retired


def test_organizer_merges_from_the_desk(desk):
    assert desk.post("/organize/specialties/veille/merge/", {"into": "veille"}).status_code == 200
    assert not trade("veille").is_retired
    response = desk.post("/en/organize/specialties/veille/merge/", {"into": "crise"})
    assert said(response) == ["“Listening and reputation” is now part of “Crisis communication”."]
    assert trade("veille").merged_into == trade("crise")
    assert desk.post("/organize/specialties/veille/merge/", {"into": "crise"}).status_code == 404
    assert desk.get("/organize/specialties/").status_code == 200


@pytest.mark.parametrize("facts", [{"merged_into": "self", "retired_at": "now"}, {"merged_into": "other"}])
def test_database_refuses_a_merge_into_itself_or_without_retirement(facts):
    one = trade("veille")
    one.merged_into = one if facts["merged_into"] == "self" else trade("crise")
    one.retired_at = timezone.now() if "retired_at" in facts else None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()


# Suggestions -------------------------------------------------------------------------------------------------------


def test_member_suggests_a_word_once_and_it_waits(client):
    member = make_member("Ida Inconnue", visibility="nobody")
    client.force_login(member)
    for _again in range(2):
        response = client.post("/en/specialties/suggest/", {"words": " Médiation\n numérique "})
        assert response.url == "/en/specialties/suggest/"
    assert list(TradeSuggestion.objects.values_list("words", "state")) == [("Médiation numérique", "waiting")]
    assert "waits for an answer" in text_of(client.get("/en/specialties/suggest/"))


def test_a_stranger_signs_in_to_suggest_and_nothing_is_kept(client):
    assert client.post("/en/specialties/suggest/", {"words": "x"}).url.startswith("/en/accounts/login/")
    assert TradeSuggestion.objects.count() == 0


@pytest.mark.parametrize("words", ["", "  ", "x" * 81, "a\x00b"])
def test_words_that_cannot_be_kept_are_said_and_nothing_is_stored(client, words):
    client.force_login(make_member())
    response = client.post("/specialties/suggest/", {"words": words})
    assert list(response.context["form"].errors) == ["words"]
    assert TradeSuggestion.objects.count() == 0


def test_three_suggestions_of_a_member_wait_at_most(client):
    member = make_member()
    for number in range(3):
        member.suggest_trade(f"Mot {number}")
    with pytest.raises(TooManySuggestions):
        member.suggest_trade("Mot 4")
    client.force_login(member)
    assert list(client.post("/specialties/suggest/", {"words": "Mot 4"}).context["form"].errors) == ["words"]


def test_organizers_read_the_words_and_not_whose_they_are(desk):
    make_member("Ida Inconnue", visibility="nobody").suggest_trade("Médiation")
    text = text_of(desk.get("/organize/specialties/"))
    assert ("Médiation" in text, "Ida" in text) == (True, False)


def test_a_suggestion_becomes_a_trade_and_the_member_hears(desk, settings):
    member = make_member("Ida", language="en")
    suggestion = member.suggest_trade("Médiation")
    assert (
        desk.get(f"/organize/specialties/new/?suggestion={suggestion.pk}").context["form"].initial["name_fr"]
        == "Médiation"
    )
    desk.post(f"/organize/specialties/new/?suggestion={suggestion.pk}", FACTS)
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.specialty.key) == ("added", "digital-mediation")
    (letter,) = deliver(settings)
    assert (letter.to, letter.subject) == ([member.email], "Your word for the inventory: Médiation")
    assert "“Digital mediation”" in letter.body and "/specialties/digital-mediation/" in letter.body


def test_a_suggestion_is_another_word_for_a_known_trade_once(desk):
    suggestion = make_member("Ida").suggest_trade("Écoute")
    for _again in range(2):
        desk.post(f"/en/organize/specialties/suggestions/{suggestion.pk}/map/", {"into": "veille"})
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.specialty.key, mails("trade-suggestion")) == ("known", "veille", ["Ida"])
    response = desk.post(f"/en/organize/specialties/suggestions/{suggestion.pk}/decline/")
    assert said(response)[-1] == "This suggestion has been answered already."
    with pytest.raises(AlreadyAnswered):
        trades.decline(suggestion, by=make_member())


def test_a_suggestion_is_declined_with_a_word(desk, settings):
    suggestion = make_member("Ida", language="fr").suggest_trade("Astrologie")
    desk.post(f"/organize/specialties/suggestions/{suggestion.pk}/decline/", {"answer": "Pas tout à fait un métier."})
    (letter,) = deliver(settings)
    assert "Pas tout à fait un métier." in letter.body and "«\u202fAstrologie\u202f»" in letter.body


@pytest.mark.parametrize("answer", ["x" * 301, "Pas\x00 tout"])
def test_an_answer_that_cannot_be_sent_is_kept_and_said_next_to_its_field(desk, answer):
    suggestion = make_member("Ida").suggest_trade("Astrologie")
    other = make_member().suggest_trade("Couture")
    page = f"/en/organize/specialties/suggestions/{suggestion.pk}/decline/"
    response = desk.post(page, {"answer": answer})
    text = response.content.decode()
    assert (response.status_code, list(response.context["refused"].errors)) == (200, ["answer"])
    assert (text.count(f'value="{answer}"'), text.count('id="id_answer"'), text.count('href="#id_answer"')) == (1, 1, 1)
    assert text.index('id="id_answer"') < text.index(f"suggestions/{other.pk}/decline/")
    suggestion.refresh_from_db()
    assert (suggestion.state, mails("trade-suggestion")) == ("waiting", [])
    trades.decline(suggestion, by=make_member())
    assert said(desk.post(page, {"answer": answer}))[-1] == "This suggestion has been answered already."


def test_database_keeps_an_answer_whole():
    suggestion = make_member().suggest_trade("Écoute")
    suggestion.state = "known"
    with pytest.raises(IntegrityError), transaction.atomic():
        suggestion.save()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_asks_as_often_for_three_suggestions_as_for_one(desk, django_assert_num_queries, rows):
    for number in range(rows):
        make_member().suggest_trade(f"Mot {number}")
        practise("veille", 1, "public")
    with django_assert_num_queries(5) as asked:  # session, organizer, roles, trades, suggestions
        desk.get("/organize/specialties/")
    assert not [query for query in asked.captured_queries if "memberspecialty" in query["sql"]]  # counts nobody


# Calling a trade ---------------------------------------------------------------------------------------------------


def test_organizer_calls_a_trade_and_each_follower_gets_one_mail(client):
    organizer = make_member("Odile")
    edition = make_edition(make_series(organizers=[organizer]), capacity=20)
    fill(edition, 5)
    for name in ["Ana", "Bo", "Chloé", "Dora"]:
        make_member(name).follow(trade("veille"))
    Member.objects.get(name="Ana").choose_mails(Topic.TRADES, is_wanted=False)
    edition.rsvp(Member.objects.get(name="Bo"))
    Member.objects.get(name="Chloé").follow(trade("crise"))
    client.force_login(organizer)
    page = edition.get_absolute_url()
    assert "Invite the 2 people who follow it" in text_of(client.get("/en" + page))
    response = client.post(f"/en/organize/{edition.slug}/call/veille/")
    assert said(response) == ["2 people are invited by mail."]
    assert mails("trade-call") == ["Chloé", "Dora"]
    client.post(f"/en/organize/{edition.slug}/call/veille/")
    client.post(f"/en/organize/{edition.slug}/call/crise/")  # one mail an edition, however many trades they follow
    assert mails("trade-call") == ["Chloé", "Dora"]
    assert "called on" in text_of(client.get("/en" + page))


def test_only_organizers_of_the_series_call_and_see_who_may_be_called(client):
    edition = make_edition(make_series(organizers=[make_member()]), capacity=20)
    fill(edition, 5)
    make_member().follow(trade("veille"))
    address = f"/en/organize/{edition.slug}/call/veille/"
    assert client.post(address).url.startswith("/en/accounts/login/")
    stranger = make_member()
    client.force_login(stranger)
    assert client.post(address).status_code == 403
    assert "Call a trade" not in text_of(client.get("/en" + edition.get_absolute_url()))
    make_series(organizers=[stranger])
    client.force_login(Member.objects.get(pk=stranger.pk))
    assert client.post(address).status_code == 404
    assert client.get(address).status_code == 405
    assert Mail.objects.filter(kind="trade-call").count() == TradeCall.objects.count() == 0


def test_nobody_is_called_to_a_café_that_takes_nobody():
    edition = make_edition()
    make_member().follow(trade("veille"))
    edition.cancel(reason="Grève")
    with pytest.raises(RsvpClosed):
        edition.call(trade("veille"), by=make_member())
    assert TradeCall.objects.count() == 0


def test_the_call_is_dropped_for_who_has_answered_or_no_longer_follows_meanwhile(settings):
    edition = make_edition(capacity=20)
    ana, bo, chloe = make_member("Ana", language="fr"), make_member("Bo"), make_member("Chloé")
    for member in (ana, bo, chloe):
        member.follow(trade("veille"))
    edition.call(trade("veille"), by=make_member())
    edition.rsvp(bo)
    chloe.unfollow(trade("veille"))
    letters = [letter for letter in deliver(settings) if "métier que vous suivez" in letter.subject]
    assert [letter.to for letter in letters] == [[ana.email]]
    assert "«\u202fVeille et e-réputation\u202f»" in letters[0].body
    assert "List-Unsubscribe" in letters[0].extra_headers


def test_database_keeps_one_call_an_edition_and_trade():
    edition = make_edition()
    edition.call(trade("veille"), by=make_member())
    with pytest.raises(IntegrityError), transaction.atomic():
        TradeCall.objects.create(edition=edition, specialty=trade("veille"))


def test_trades_speak_both_languages_on_their_pages(client):
    for language, prefix in [("fr", ""), ("en", "/en")]:
        with translation.override(language):
            name = trade("veille").name
        assert name in text_of(client.get(prefix + "/specialties/"))
