"""The back room for venues."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.images import discard
from venues.models import FormerVenue, HostOffer, Venue, VenuePhoto, name_key


class VenueAdminForm(forms.ModelForm):
    host_url = forms.URLField(label=_("the host's website"), required=False, assume_scheme="https")

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        twin = Venue.objects.named(name)
        if twin and twin.pk != self.instance.pk:
            raise forms.ValidationError(
                gettext("There is a venue of this name already: %(venue)s.") % {"venue": twin.name}
            )
        return name

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        former = FormerVenue.objects.filter(slug=slug).select_related("venue").first()
        if former:
            raise forms.ValidationError(
                _("This address leads to %(venue)s, which %(former)s became one with.")
                % {"venue": former.venue.name, "former": former.name}
            )
        return slug


@admin.register(Venue)
class VenueAdmin(admin.ModelAdmin):
    form = VenueAdminForm
    list_display = ("name", "host", "city", "capacity", "access_checked_on")
    list_filter = ("city",)
    search_fields = ("name", "host", "address", "city")
    ordering = ("name", "pk")
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    readonly_fields = ("host_logo", "created_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Venue | None = None) -> Any:
        """Its address stays: links lead to it, and calendars ask there, for ever."""
        return ("slug", *self.readonly_fields) if obj else self.readonly_fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Venue | None = None) -> Any:
        return {} if obj else self.prepopulated_fields

    def delete_model(self, request: HttpRequest, obj: Venue) -> None:
        """Deletes the venue with the files of its photos."""
        discard(obj.host_logo)
        VenuePhoto.objects.filter(venue=obj).take_down()
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Venue]) -> None:
        """Deletes several venues with the files of their photos."""
        for venue in queryset:
            self.delete_model(request, venue)

    def save_model(self, request: HttpRequest, obj: Venue, form: Any, change: Any) -> None:
        obj.name_key = name_key(obj.name)
        super().save_model(request, obj, form, change)
        obj.editions.revise_for(form.changed_data)


@admin.register(HostOffer)
class HostOfferAdmin(admin.ModelAdmin):
    """Offers come in by their form and move on the board; here they are found, and deleted where a host asks for it."""

    list_display = ("place_name", "organisation", "step", "touched_at")
    list_filter = ("step",)
    search_fields = ("organisation", "place", "contact_name", "email")
    ordering = ("-touched_at", "-pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: HostOffer | None = None) -> bool:
        return False
