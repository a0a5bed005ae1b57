"""Every address of the site with something behind it, and the people who stand before it.

The access matrix and the nasty posts walk through the same café: `Cafe.open()` makes it, once for all of their tests.
"""

import contextlib
import datetime
import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone, translation
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData
from PIL import Image

from events.models import Edition, HostPage, MemberCalendar
from members.correspondence import block
from members.images import Focus, clean_photo, cut_portraits
from members.links import sign_in_link, stop_link
from members.models import Member, Topic
from tests.events.test_organize import doors_of_the_desk
from tests.factories import fill, make_edition, make_member, make_series, make_venue

ROLES = ("stranger", "member", "other", "host", "organizer", "former")
EVERY_URL = "tests.every_url"
FORGED = "forged-0123456789abcdef0123456789abcdef"
# Who holds the link: it opens for them, signed in or not, and everybody else is tried with a forged one.
HELD_BY = {"host": "host", "events": "member", "feeds": "member", "members": "member"}


def patterns() -> dict[str, URLPattern]:
    """Every pattern of the whole URLconf, those of a development machine too, by its full name; or else its route."""
    found: dict[str, URLPattern] = {}

    def walk(entries: list[Any], route: str, spaces: tuple[str, ...]) -> None:
        for entry in entries:
            here = route + str(entry.pattern)
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, here, spaces + ((entry.namespace,) if entry.namespace else ()))
            else:
                name = ":".join((*spaces, entry.name)) if entry.name else here
                assert name not in found, f"two doors are called {name}"
                found[name] = entry

    with translation.override(settings.LANGUAGE_CODE):
        walk(get_resolver(EVERY_URL).url_patterns, "", ())
    return found


@dataclass
class Cafe:
    """One café: sessions by role, and what stands in the address of each door."""

    sessions: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, list[Any]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)

    @classmethod
    @contextlib.contextmanager
    def open(cls, folder: Any) -> Iterator["Cafe"]:
        """A café in a transaction that is rolled back at the end; its photos lie in the folder."""
        kept = {"MEDIA_ROOT": folder, "KEPT_MAIL_DIR": folder, "EMAIL_BACKEND": "members.outbox.OutboxBackend"}
        with override_settings(ROOT_URLCONF=EVERY_URL, **kept), transaction.atomic():
            cafe = cls()
            cafe._furnish(folder)
            try:
                yield cafe
            finally:
                transaction.set_rollback(True)

    def browser(self, role: str, **options: Any) -> Client:
        """A browser in which somebody of this role has just signed in."""
        client = Client(raise_request_exception=False, **options)
        if role in self.sessions:
            client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: self.sessions[role]})
        return client

    def address(self, name: str, role: str) -> str:
        """The address of this door; its link is good for who holds it, and forged for everybody else."""
        args = self.arguments.get(name, [])
        if name in self.tokens and HELD_BY[name.partition(":")[0]] != role:
            args = [*args[:-1], FORGED]
        if "/" in name:  # it has no name, only its route
            return "/" + re.sub(r"<.*?>|\(.*?\)\$", str(args[0]), name)
        with translation.override(settings.LANGUAGE_CODE):
            return reverse(name, args=args)

    def _furnish(self, folder: Any) -> None:
        organizer = make_member("Odile")
        member, other, former = make_member("Mina", handle="mina"), make_member("Otto"), make_member("Fedor")
        series = make_series(slug="cafe", name="Le Café", organizers=[organizer])
        desk = doors_of_the_desk(series, organizer)
        (edition,) = series.editions.all()
        series.appoint(former)
        series.dismiss(former)
        # The evening to come, with a place for the member and a link for the host.
        soon = make_edition(
            series, venue=make_venue("Mozilla"), starts_at=timezone.now() + datetime.timedelta(days=2), capacity=30
        )
        mine = soon.rsvp(member)
        fill(soon)
        page = HostPage.open_for(soon, by=organizer, list_hours=48)
        # The evening that was, with its recap: a photo, and two comments that everybody may read.
        past = make_edition(series)
        for guest in (member, organizer):
            past.rsvp(guest)
        a_week_ago = timezone.now() - datetime.timedelta(days=7)
        Edition.objects.filter(pk=past.pk).update(
            starts_at=a_week_ago, ends_at=a_week_ago + datetime.timedelta(hours=2), recap_published_at=timezone.now()
        )
        photo = past.photos.create(
            image=default_storage.save("recaps/0123456789abcdef.webp", ContentFile(b"photo")),
            small=default_storage.save("recaps/fedcba9876543210.webp", ContentFile(b"photo")),
            **{"width": 3, "height": 2, "position": 1, "consent_at": timezone.now()},
        )
        said = past.comments.create(author=member, text="Bien.", state="shown")
        heard = past.comments.create(author=organizer, text="Merci.", state="shown")
        key = _add_passkey(member)
        # A member of whom there is something to see.
        member.accepts_letters = True
        member.save()
        _hang_photo(member)
        block(make_member("Gênant", handle="genant"), by=member)
        default_storage.save("venues/tour.webp", ContentFile(b"photo"))
        (folder / "20260302-120000-1.log").write_text("Subject: Bonjour\nTo: mina@example.org\n\nBonjour\n")

        place = mine.token("place")
        self.tokens = {
            *(f"events:{name}" for name in ("place", "change-party", "confirm-place", "free-place")),
            *("events:come-to-every", "events:no-longer-every", "feeds:member"),
            *("members:stop-mails", "members:sign-in-link"),
            *(f"host:{name}" for name in ("page", "preview", "settle", "count", "list", "file", "poster")),
        }
        self.arguments = {
            **{f"organize:{name}": args for name, args in desk.items()},
            **{name: [page.token] for name in self.tokens if name.startswith("host:")},
            **{name: [soon.slug, place] for name in self.tokens if name.startswith("events:")},
            "feeds:member": [MemberCalendar.objects.renew(member).secret],
            "feeds:series": [series.slug],
            "feeds:edition": [edition.slug],
            "feeds:venue": ["datadog"],
            "feeds:specialty": ["moderation"],
            "members:stop-mails": [stop_link(member, Topic.RECAPS).rstrip("/").rpartition("/")[2]],
            **{f"members:{name}": ["mina"] for name in ("profile", "write", "trouble", "block")},
            "members:unblock": ["genant"],
            **{f"events:{name}": [soon.slug] for name in ("detail", "people", "keep-posted", "keep-posted-no-longer")},
            **{
                f"events:{name}": [soon.slug]
                for name in ("card", "poster", "rsvp", "prove", "resend-code", "cancel-rsvp")
            },
            "events:month": [2026, 3],
            "events:hide-photo": [past.slug, photo.pk],
            "events:comment": [past.slug],
            **{f"events:{name}": [past.slug, said.pk] for name in ("edit-comment", "delete-comment")},
            "events:report-comment": [past.slug, heard.pk],
            **{f"events:{name}": ["moderation"] for name in ("specialty", "follow", "unfollow")},
            **{f"events:{name}": ["introductions"] for name in ("consent", "withdraw")},
            **{"api:edition": [soon.slug], "api:venue": ["datadog"], "venues:detail": ["datadog"]},
            "photos:portrait": [member.portrait, "96", "webp"],
            "photos:original": [member.photo.name.partition("/")[2].removesuffix(".webp")],
            "recap-photos:photo": [photo.image.name],
            "photo": ["venues/tour.webp"],
            "icon": ["mask"],
            **{name: ["20260302-120000-1"] for name in ("kept-mail", "kept-mail-html")},
            "accounts/password/<path:rest>": ["change/"],
            "account_reset_password_from_key": ["1", "set-password"],
            **{name: [key.pk] for name in ("mfa_remove_webauthn", "mfa_edit_webauthn")},
        }
        for name, pattern in patterns().items():
            if name.startswith("admin") and name not in self.arguments:
                groups = (*pattern.pattern.converters, *pattern.pattern.regex.groupindex)
                known = {"app_label": "events", "content_type_id": 1, "object_id": member.pk, "url": "nothing"}
                self.arguments[name] = [known[group] for group in dict.fromkeys(groups)]
        people = {"member": member, "other": other, "organizer": organizer, "former": former}
        self.sessions = {role: _session_of(person) for role, person in people.items()}
        member.refresh_from_db()  # the link is good until they sign in once more
        self.arguments["members:sign-in-link"] = [sign_in_link(member).rstrip("/").rpartition("/")[2]]


def told(response: HttpResponseBase) -> str:
    """What an answer means to who gets it, in the words of the table."""
    is_to_sign_in = response.status_code == 302 and re.match(r"/(accounts|admin)/login/\?next=", response["Location"])
    words = {200: "page", 301: "on", 302: "on", 403: "no", 404: "none", 405: "method", 410: "over"}
    return "sign-in" if is_to_sign_in else words.get(response.status_code, str(response.status_code))


def tables(*names: str) -> dict[str, list[tuple[Any, ...]]]:
    """All there is in these tables, or in the whole database."""
    found = {}
    with connection.cursor() as cursor:
        for table in names or connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            found[table] = sorted(cursor.fetchall(), key=repr)
    return found


def _session_of(member: Member) -> str:
    client = Client()
    client.force_login(member)
    session = client.session
    session["account_authentication_methods_user"] = str(member.pk)
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "code", "at": time.time(), "email": member.email}]
    session.save()
    return session.session_key


def _add_passkey(member: Member) -> Authenticator:
    public_key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    attested = AttestedCredentialData.create(bytes(16), b"k" * 16, public_key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    known = AuthenticatorData.create(sha256(b"127.0.0.1"), flags, 0, attested)
    client = CollectedClientData.create("webauthn.create", b"c" * 16, "http://127.0.0.1")
    response = {
        "clientDataJSON": websafe_encode(client),
        "attestationObject": websafe_encode(AttestationObject.create("none", known, {})),
    }
    identity = websafe_encode(b"k" * 16)
    credential = {"id": identity, "rawId": identity, "type": "public-key", "response": response}
    return Authenticator.objects.create(
        user=member, type=Authenticator.Type.WEBAUTHN, data={"name": "Clé", "credential": credential}
    )


def _hang_photo(member: Member) -> None:
    content = io.BytesIO()
    Image.new("RGB", (90, 60), "teal").save(content, "PNG")
    photo = clean_photo(ContentFile(content.getvalue()))
    member.hang(cut_portraits(photo, Focus()), Focus())
    member.photo.save("x.webp", photo)
