from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VenuesConfig(AppConfig):
    name = "venues"
    verbose_name = _("Venues")

    def ready(self) -> None:
        from venues import belongings, emails  # noqa: F401  (register the kinds of mail, and what is a member's)
