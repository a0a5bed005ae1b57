"""`manage.py sign_in EMAIL`: a link for someone whose mail does not arrive."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from members.links import sign_in_link
from members.models import Member


class Command(BaseCommand):
    help = "Prints a link that signs a member in, good once and for ten minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address of the member")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        member = Member.objects.owner_of(email)
        if member is None or not member.is_active:
            raise CommandError(_("Nobody who may sign in has the address %(address)s.") % {"address": email})
        self.stdout.write(sign_in_link(member))
