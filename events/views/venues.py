"""The desk's pages on venues, which all organizers of the site share."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from events.models import Edition
from events.venue_forms import VenueForm
from events.views.organize import organizers_only
from venues.models import Venue


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def new_venue(request: HttpRequest) -> HttpResponse:
    """Records a venue, with all that is known of it, before any edition is there."""
    return _venue_page(request, Venue())


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def edit_venue(request: HttpRequest, slug: str) -> HttpResponse:
    """Changes the facts of a venue."""
    return _venue_page(request, get_object_or_404(Venue, slug=slug))


@require_POST
@organizers_only
def access_checked(request: HttpRequest, slug: str) -> HttpResponse:
    """Dates the access facts today: somebody has looked, and they are as the page says."""
    venue = get_object_or_404(Venue, slug=slug)
    venue.access_checked_on = timezone.localdate()
    venue.save(update_fields=["access_checked_on"])
    messages.success(request, _("The access of %(venue)s was checked today.") % {"venue": venue.name})
    return redirect(venue)


def _venue_page(request: HttpRequest, venue: Venue) -> HttpResponse:
    name, slug = venue.name, venue.slug
    if request.method == "POST" and {"point.x", "wider"} & {*request.POST}:
        form = VenueForm.pointed_at(request.POST, venue)
        return render(request, "organize/venue.html", {"slug": slug, "name": name, "form": form})
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = VenueForm(*sent, instance=venue)
    if form.is_valid():
        try:
            return _saved(request, form)
        except IntegrityError:  # another venue has taken the name just now
            form.add_error("name", _("Another venue has this name."))
    return render(request, "organize/venue.html", {"slug": slug, "name": name, "form": form})


def _saved(request: HttpRequest, form: VenueForm) -> HttpResponse:
    """Saves the venue and shows it; photos that are new still have to be described, so they come first."""
    venue = form.save()
    messages.success(request, _("%(venue)s is saved.") % {"venue": venue.name})
    _warn_of_editions_that_exceed(request, venue)
    if new := len(form.cleaned_data["new_photos"]):
        messages.info(
            request,
            ngettext(
                "Say in a few words what the new photo shows, for those who do not see it.",
                "Say in a few words what each of the %(count)s new photos shows, for those who do not see them.",
                new,
            )
            % {"count": new},
        )
        return redirect(reverse("organize:venue", args=[venue.slug]) + "#photos")
    return redirect(venue)


def _warn_of_editions_that_exceed(request: HttpRequest, venue: Venue) -> None:
    if venue.capacity is None:
        return
    for edition in Edition.objects.published().upcoming().for_cards().filter(venue=venue, capacity__gt=venue.capacity):
        messages.warning(
            request,
            _("%(edition)s is open to %(capacity)s people, more than the venue holds.")
            % {"edition": edition.title, "capacity": edition.capacity},
        )
