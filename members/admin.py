"""The back room: what whoever looks after the site may mend by hand."""

from typing import Any

from allauth.account.admin import EmailAddressAdmin
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from allauth.usersessions.admin import UserSessionAdmin
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from members import leaving, second_factor
from members.models import Mail, Member, MemberSpecialty, Report, Specialty, Suppression

_login, _may_enter = admin.site.login, admin.site.has_permission


def _site_login(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    return second_factor.asked_first(request) or _login(request, extra_context)


# The door is the one of the site: codes by e-mail, with its limits, and the second factor where the site asks for it.
admin.site.login = secure_admin_login(_site_login)  # type: ignore[method-assign]
admin.site.has_permission = lambda request: _may_enter(request) and not second_factor.is_missing(request)  # type: ignore[method-assign]


class MemberSpecialtyInline(admin.TabularInline):
    model = MemberSpecialty
    extra = 0
    max_num = 3


@admin.register(Member)
class MemberAdmin(admin.ModelAdmin):
    list_display = ("name", "email", "organisation", "visibility", "is_active", "is_staff", "joined_at")
    list_filter = ("is_active", "is_staff", "visibility", "language")
    search_fields = ("name", "email", "organisation", "handle")
    ordering = ("-joined_at", "-pk")
    date_hierarchy = "joined_at"
    inlines = (MemberSpecialtyInline,)
    fields = (
        ("name", "handle"),
        "email",
        "headline",
        "organisation",
        ("visibility", "language"),
        ("is_active", "is_staff", "is_superuser"),
        "groups",
        ("joined_at", "last_login"),
    )
    readonly_fields = ("handle", "joined_at", "last_login")
    filter_horizontal = ("groups",)

    def get_readonly_fields(self, request: HttpRequest, obj: Member | None = None) -> tuple[str, ...]:
        """Nobody raises their own rights: only superusers give them."""
        rights = () if request.user.is_superuser else ("is_staff", "is_superuser", "groups")
        return (*self.readonly_fields, *rights)

    def has_change_permission(self, request: HttpRequest, obj: Member | None = None) -> bool:
        """A superuser's address is the key to everything: only superusers touch it."""
        guarded = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not guarded and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Member | None = None) -> bool:
        """Members leave by a page of their own, which keeps the counts; here they are made inactive."""
        return False

    def save_model(self, request: HttpRequest, obj: Member, form: Any, change: Any) -> None:
        if not change:
            obj.handle = Member.objects.free_handle(obj.name)
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:  # whoever reads the old mailbox signs in no more, and is out
            EmailAddress.objects.filter(user=obj, email=form.initial["email"]).delete()
            EmailAddress.objects.update_or_create(user=obj, email=obj.email, defaults={"primary": True})
            leaving.end_sessions(obj)


class ForSuperusers(admin.ModelAdmin):
    """What signs somebody in: whoever could give a superuser another address or passkey would be one."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return bool(request.user.is_superuser)

    has_add_permission = has_module_permission
    has_change_permission = has_delete_permission = has_view_permission


admin.site.unregister([EmailAddress, Authenticator, UserSession])


@admin.register(EmailAddress)
class AddressAdmin(ForSuperusers, EmailAddressAdmin):
    """The addresses of members."""


@admin.register(Authenticator)
class FactorAdmin(ForSuperusers, AuthenticatorAdmin):
    """Their passkeys and apps, to take away what was lost."""


@admin.register(UserSession)
class SessionAdmin(ForSuperusers, UserSessionAdmin):
    """Where they are signed in. Allauth's own would search in user names, which members do not have."""

    search_fields = ("user__email", "ip")


@admin.register(Specialty)
class SpecialtyAdmin(admin.ModelAdmin):
    list_display = ("name_fr", "name_en", "family", "position", "key")
    list_filter = ("family",)
    search_fields = ("name_fr", "name_en", "key")
    ordering = ("position",)


@admin.register(Suppression)
class SuppressionAdmin(admin.ModelAdmin):
    """Addresses that bounced; deleting one writes to it again."""

    list_display = ("address", "reason", "since")
    search_fields = ("address",)
    ordering = ("-pk",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """What members tell about others: to read, and to mark as settled."""

    list_display = ("about", "by", "made_at", "settled_at")
    list_select_related = ("about", "by")
    list_filter = (("settled_at", admin.EmptyFieldListFilter),)
    ordering = ("-pk",)
    fields = ("about", "by", "made_at", "reason", "letter", "settled_at")
    readonly_fields = ("about", "by", "made_at", "reason", "letter")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Mail)
class MailAdmin(admin.ModelAdmin):
    """The outbox, to read: the words of a mail may hold a code, so they are not shown."""

    list_display = ("kind", "recipient", "state", "created_at", "sent_at", "attempts", "last_error")
    list_filter = ("state", "kind")
    list_select_related = ("member",)
    search_fields = ("member__email", "address", "uuid")
    ordering = ("-pk",)
    fields = (
        "uuid",
        "kind",
        "member",
        "address",
        "state",
        "run_at",
        "expires_at",
        "attempts",
        "last_error",
        "created_at",
        "sent_at",
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Mail | None = None) -> bool:
        return False
