from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        from members import emails  # noqa: F401  (registers the kinds of mail)
        from members.folding import teach_sqlite

        connection_created.connect(teach_sqlite)
