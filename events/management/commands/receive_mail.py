"""`manage.py receive_mail < message`: takes one mail, from a pipe, a webhook or a mailbox that is looked through."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError

from events import mailbox, replies

TRY_AGAIN = 75  # EX_TEMPFAIL: a mail server that pipes the message keeps it and comes back


class Command(BaseCommand):
    help = "Reads one mail from standard input, does what an answer or a report says, prints what became of it."

    def handle(self, *args: Any, **options: Any) -> None:
        content = sys.stdin.buffer.read(replies.MAIL_AT_MOST + 1)
        while sys.stdin.buffer.read(1 << 20):  # a pipe that is cut off looks like a failure to the mail server
            pass
        try:
            self.stdout.write(mailbox.receive(content))
        except DatabaseError as error:
            raise CommandError(f"the database does not answer: {error}", returncode=TRY_AGAIN) from None
