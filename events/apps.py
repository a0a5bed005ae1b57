from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Cafés")

    def ready(self) -> None:
        from events import belongings, emails  # noqa: F401  (register the kinds of mail, and what is a member's)
