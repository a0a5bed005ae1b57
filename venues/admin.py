"""The back room for venues."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from venues.models import Venue, name_key


class VenueAdminForm(forms.ModelForm):
    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        twin = Venue.objects.named(name)
        if twin and twin.pk != self.instance.pk:
            raise forms.ValidationError(_("There is a venue of this name already: %(venue)s.") % {"venue": twin.name})
        return name


@admin.register(Venue)
class VenueAdmin(admin.ModelAdmin):
    form = VenueAdminForm
    list_display = ("name", "host", "city", "capacity", "access_checked_on")
    list_filter = ("city",)
    search_fields = ("name", "host", "address", "city")
    ordering = ("name", "pk")
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    readonly_fields = ("host_logo", "created_at")

    def save_model(self, request: HttpRequest, obj: Venue, form: Any, change: Any) -> None:
        obj.name_key = name_key(obj.name)
        super().save_model(request, obj, form, change)
