"""The desk's pages on venues, which all organizers of the site share."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from events.merging import CannotMerge, OthersMeetThere, merge, mergeable_by
from events.models import Act, Edition, What
from events.venue_forms import MergeForm, SharedVenueForm, VenueForm
from events.views.organize import organizers_only, signed_in
from members.meanwhile import ChangedMeanwhile
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
    venue = _venue_or_404(slug)
    if venue.slug == slug:
        return _venue_page(request, venue)
    if request.method == "POST":
        _say_that_it_went(request, venue)
    return redirect("organize:venue", venue.slug)


@require_POST
@organizers_only
def access_checked(request: HttpRequest, slug: str) -> HttpResponse:
    """Dates the access facts today: somebody has looked, and they are as the page says."""
    venue = _venue_or_404(slug)
    with Act.on(venue, What.ACCESS_CHECKED, by=request.user):
        Venue.objects.filter(pk=venue.pk).update(access_checked_on=timezone.localdate())
    messages.success(request, _("The access of %(venue)s was checked today.") % {"venue": venue.name})
    return redirect(venue)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def merge_venue(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes one venue of two that are the same place: which, then what that means, then the deed."""
    venue = _venue_or_404(slug)
    if venue.slug != slug:  # the deed is done
        messages.info(request, _("These two are one venue already."))
        return redirect(venue)
    if not mergeable_by(request.user).filter(pk=venue.pk).exists():
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else request.GET
    form = MergeForm(request.user, venue, sent if "other" in sent else None)
    plan = form.plan if form.is_valid() else None
    if request.method == "POST" and plan:
        try:
            with transaction.atomic():
                kept = merge(plan.kept, plan.gone, by=signed_in(request))
                Act.note(What.VENUES_MERGED, kept, by=request.user, after={"gone": plan.gone.name})
        except OthersMeetThere:  # another series has just planned an evening at one of them
            raise PermissionDenied from None
        except CannotMerge:  # somebody else has merged one of them just now
            messages.info(request, _("These two are one venue already."))
            return redirect("venues:list")
        words = {"gone": plan.gone.name, "kept": kept.name}
        messages.success(request, _("%(gone)s and %(kept)s are one venue now.") % words)
        _warn_of_editions_that_exceed(request, kept)
        return redirect(kept)
    return render(request, "organize/merge.html", {"venue": venue, "form": form, "plan": plan})


def _venue_or_404(slug: str) -> Venue:
    """The venue of this address, or the one that it became."""
    venue = Venue.objects.by_slug(slug)
    if venue is None:
        raise Http404
    return venue


def _say_that_it_went(request: HttpRequest, kept: Venue) -> None:
    messages.warning(
        request,
        _("This venue has become one with %(venue)s meanwhile. Nothing was saved; look at it as it is now.")
        % {"venue": kept.name},
    )


def _venue_page(request: HttpRequest, venue: Venue) -> HttpResponse:
    name, slug = venue.name, venue.slug
    form_class = VenueForm if venue.pk is None or venue.confides_in(request.user) else SharedVenueForm
    context = {"slug": slug, "name": name, "may_merge": mergeable_by(request.user).filter(pk=venue.pk).exists()}
    if request.method == "POST" and {"point.x", "wider"} & {*request.POST}:
        form = form_class.pointed_at(request.POST, venue)
        return render(request, "organize/venue.html", {**context, "form": form})
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = form_class(*sent, instance=venue)
    if form.is_valid():
        try:
            return _saved(request, form)
        except ChangedMeanwhile:  # between looking and saving: look once more
            return _venue_page(request, get_object_or_404(Venue, pk=venue.pk))
        except Venue.DoesNotExist:  # it has become one with another just now
            kept = _venue_or_404(slug)
            _say_that_it_went(request, kept)
            return redirect("organize:venue", kept.slug)
        except IntegrityError:  # another venue has taken the name just now
            form.add_error("name", _("Another venue has this name."))
    return render(request, "organize/venue.html", {**context, "form": form})


def _saved(request: HttpRequest, form: VenueForm) -> HttpResponse:
    """Saves the venue and shows it; photos that are new still have to be described, so they come first."""
    is_new = form.instance.pk is None
    with transaction.atomic():
        venue = form.save()
        if is_new:
            Act.note(What.VENUE_ADDED, venue, by=request.user)
        elif form.changed_data:
            Act.note(What.VENUE_CHANGED, venue, by=request.user, after=dict.fromkeys(form.changed_data, ""))
    messages.success(request, _("%(venue)s is saved.") % {"venue": venue.name})
    _warn_of_editions_that_exceed(request, venue)
    if new := len(form.hung):
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
