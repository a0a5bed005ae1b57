from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        from allauth.account.signals import email_changed
        from django.contrib.auth.signals import user_logged_in

        from members import belongings, emails, sessions  # noqa: F401  (register the kinds of mail, and what is a member's)
        from members.folding import teach_sqlite
        from members.leaving import keep_only_this_session
        from members.models import word

        connection_created.connect(teach_sqlite)
        pre_migrate.connect(word.step_aside, sender=self)
        post_migrate.connect(word.install, sender=self)
        user_logged_in.connect(sessions.begin)
        email_changed.connect(keep_only_this_session)  # allauth tells of it in no other way
