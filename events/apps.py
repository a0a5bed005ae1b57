from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Cafés")

    def ready(self) -> None:
        from events import belongings, emails, marks  # noqa: F401  (register the kinds of mail, and what is a member's)

        pre_migrate.connect(marks.step_aside, sender=self)
        post_migrate.connect(marks.install, sender=self)
