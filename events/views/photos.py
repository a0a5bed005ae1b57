"""The photos of an evening: their files, and the way off them."""

from allauth.core import ratelimit
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.models import RecapPhoto
from events.recap_forms import HidePhotoForm
from members.images import drawn_from
from members.media import picture

AN_HOUR = 3600  # seconds; no longer, since a photo may be taken down


@require_safe
def photo(request: HttpRequest, path: str) -> HttpResponse:
    """A file of a photo, for whoever may see it."""
    name = drawn_from(path)
    if not RecapPhoto.objects.visible_to(request.user).filter(Q(image=name) | Q(small=name)).exists():
        raise Http404
    return picture(path, seconds=AN_HOUR)


@require_http_methods(["GET", "HEAD", "POST"])
def hide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """“I'm on this photo and don't want to be”: it is taken down at once, and the organizers see to it. No account."""
    photos = RecapPhoto.objects.agreed().select_related("edition__series")
    photo = get_object_or_404(photos, edition__slug=slug, pk=pk)
    if photo.hidden_at:
        return _say_that_it_is_gone(request, photo) if request.method == "POST" else redirect(photo.edition)
    form = HidePhotoForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if ratelimit.consume(request, action="hide_photo"):
            photo.hide(form.cleaned_data["words"])
            return _say_that_it_is_gone(request, photo)
        form.add_error(None, _("Many photos have just been taken down from your network. Write to the café, please."))
    return render(request, "events/hide_photo.html", {"photo": photo, "edition": photo.edition, "form": form})


def _say_that_it_is_gone(request: HttpRequest, photo: RecapPhoto) -> HttpResponse:
    messages.success(request, _("The photo is no longer shown. The organizers have been asked to see to it."))
    return redirect(photo.edition)
