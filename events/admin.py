"""The back room for series, and a view on editions and RSVPs.

What people are told about, dates, venues, places, is changed at the organizers' desk only: it writes to them.
"""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.models import Edition, ReceivedReply, Role, Rsvp, Series, Teammate


class TeamFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        """Whoever looks after the site leaves a team with an owner, too."""
        super().clean()
        rows = [form.cleaned_data for form in self.forms if getattr(form, "cleaned_data", None)]
        roles = [row["role"] for row in rows if not row.get("DELETE") and row.get("role")]
        if roles and Role.OWNER not in roles:
            raise forms.ValidationError(_("A team has an owner: choose one of them."))


class TeamInline(admin.TabularInline):
    model = Teammate
    formset = TeamFormSet
    extra = 1
    autocomplete_fields = ("member",)


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ("name", "city", "cadence", "start_time", "time_zone")
    search_fields = ("name", "city")
    ordering = ("name", "pk")
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    inlines = (TeamInline,)
    exclude = ("offers",)  # they come in by their own form

    def get_readonly_fields(self, request: HttpRequest, obj: Series | None = None) -> Any:
        """Its address stays: calendars that subscribe to it ask there for ever."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Series | None = None) -> Any:
        return {} if obj else self.prepopulated_fields

    def save_model(self, request: HttpRequest, obj: Series, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        obj.editions.revise_for(form.changed_data)


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ("title", "starts_at", "venue", "status", "capacity")
    list_filter = ("status", "series")
    list_select_related = ("series", "venue")
    search_fields = ("theme", "slug", "venue__name")
    ordering = ("-starts_at", "-pk")
    date_hierarchy = "starts_at"


@admin.register(Rsvp)
class RsvpAdmin(ReadOnlyAdmin):
    list_display = ("member", "edition", "status", "guests", "position", "changed_at")
    exclude = ("answers",)  # the organizers of the café asked
    list_filter = ("status", "edition__series")
    list_select_related = ("member", "edition__series")
    search_fields = ("member__name", "member__email", "edition__slug")
    ordering = ("-changed_at", "-pk")


@admin.register(ReceivedReply)
class ReceivedReplyAdmin(ReadOnlyAdmin):
    list_display = ("rsvp", "outcome", "reason", "received_at", "message_id")
    list_filter = ("outcome", "reason")
    list_select_related = ("rsvp__member", "rsvp__edition__series")
    search_fields = ("message_id", "rsvp__member__name", "rsvp__edition__slug")
    ordering = ("-pk",)
