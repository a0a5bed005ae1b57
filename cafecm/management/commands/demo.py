from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cafecm.demo import load, scale


class Command(BaseCommand):
    help = (
        "Opens the demo café: the same every time, its dates counted from today. Refuses a database with real people."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="clear the demo café first, and open it anew")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where anything is there already")

        parser.add_argument(
            "--scale",
            nargs="?",
            const=1.0,
            type=float,
            metavar="FACTOR",
            help="10,000 editions, 100,000 members and 1,000,000 RSVPs besides, or this part of them; "
            "only into an empty database",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and not load.is_empty():
            return
        if load.has_real_people():
            raise CommandError(_("This database holds real people. The demo café opens only where there are none."))
        if load.is_loaded() and not options["rebuild"]:
            raise CommandError(_("The demo café is open already. To clear it and open it anew: demo --rebuild"))
        if options["scale"] and not load.is_empty():
            raise CommandError(_("A large café opens in an empty database only."))
        load.rebuild()
        if options["scale"]:
            scale.build(options["scale"])
        self.stdout.write(
            _(
                "The demo café is open. Sign in as %(organizer)s (organizer) or %(member)s (member); "
                "the code arrives at /dev/mail/."
            )
            % {"organizer": load.OWNER, "member": load.GUIDE}
        )
