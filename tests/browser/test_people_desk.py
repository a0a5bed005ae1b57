"""Who comes, on a phone: looking for somebody, writing, adding, moving and freeing; without JavaScript too."""

import datetime

import pytest
from django.conf import settings
from django.test import Client

from members.models import Mail
from tests.factories import make_edition, make_member, make_series

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROWSERS = pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["js", "no-js"])


@BROWSERS
def test_organizer_looks_writes_adds_moves_and_frees_on_a_phone(read, live_server, options):
    odile = make_member("Odile")
    series = make_series(organizers=[odile], guests_at_most=2)
    edition = make_edition(series, capacity=3, questions=[{"words": "Pourquoi ?", "is_required": False}])
    there = make_edition(series, starts_at=edition.starts_at + datetime.timedelta(days=28))
    for name in ("Ada", "Bob", "Cléo", "Dan"):
        member = make_member(name, visibility="public", organisation="Médiathèque" * 5)  # as one word
        needs = "Un accès sans marche" if name == "Ada" else None
        edition.rsvp(member, needs=needs, answers={"Pourquoi ?": f"https://example.org/{'x' * 60}"})
    Mail.objects.all().delete()
    client = Client()
    client.force_login(odile)
    reader = read(viewport={"width": 360, "height": 740}, **options)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    reader.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = reader.page

    def fits():
        assert options or (reader.axe(), reader.scrolls_sideways()) == ([], False)

    people = f"/organize/{edition.slug}/people/"
    page.goto(people)
    fits()
    page.locator(".people-filters summary").click()
    page.locator("[name=status]").select_option("waiting")
    page.locator(".people-filters details button").click()
    assert page.locator(".party-name").all_inner_texts() == ["Dan"]
    page.locator(f"a[href^='{people}write/']").click()
    fits()
    page.locator("[name=subject]").fill("Un mot")
    page.locator("[name=text]").fill("Une place **se libère**.")
    page.locator("[name=preview]").click()
    assert "se libère" in page.frame_locator("iframe").locator("td.body").inner_text()
    fits()
    page.locator("main form .actions button:not([name])").click()
    page.wait_for_url(f"**{people}#mail")  # a browser takes the fragment along
    page.locator(f"a[href='{people}add/']").click()
    fits()
    page.locator("[name=name]").fill("Zoé")
    page.locator("main form .actions button").first.click()
    page.wait_for_url(f"**{people}*")
    page.locator(".party-name a", has_text="Ada").click()
    fits()
    page.locator("details summary").first.click()
    page.locator("[name=to]").select_option(there.slug)
    page.locator("details[open] .actions button").first.click()
    page.wait_for_url(f"**{people}*")
    page.locator(".party-name a", has_text="Bob").click()
    page.locator("details:not(details details) > summary").nth(1).click()
    fits()
    page.locator("details[open] .actions button").first.click()
    page.wait_for_url(f"**{people}*")
    page.goto(f"{people}print/")
    fits()
    assert reader.problems == []
    line = edition.rsvps.order_by("position").values_list("member__name", "status")
    assert list(line) == [
        ("Ada", "cancelled"),
        ("Bob", "cancelled"),
        ("Cléo", "going"),
        ("Dan", "going"),
        ("Zoé", "going"),
    ]
    assert list(there.rsvps.values_list("member__name", "needs")) == [("Ada", "Un accès sans marche")]
    assert Mail.objects.filter(kind="desk-letter").values_list("member__name", flat=True).get() == "Dan"
