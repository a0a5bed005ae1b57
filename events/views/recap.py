"""The desk's pages on an evening that was: its words, its photos, and what people say of it."""

import datetime
from typing import cast

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from events.models import Act, Comment, Edition, NotOver, RecapPhoto, What
from events.models.recap import PHOTOS_AT_MOST
from events.recap_forms import NewPhotosForm, PhotosForm, RecapForm
from events.views.organize import mail_address, organizers_only, say_who_is_told
from members.meanwhile import ChangedMeanwhile
from members.models import Member


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def recap(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The words on an evening: written, looked at, and published once with one mail to those who were there."""
    try:
        return _recap_page(request, slug)
    except ChangedMeanwhile:  # between looking and saving: look once more
        return _recap_page(request, slug)


def _recap_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    edition = _mine_or_404(request, slug)
    if not edition.has_taken_place:
        return _say_that_it_is_too_early(request, edition)
    form = RecapForm(edition, request.POST if request.method == "POST" else None)
    if "preview" not in request.POST and form.is_valid():
        try:
            told = form.save_by(cast(Member, request.user), is_published="publish" in request.POST)
        except NotOver:  # moved or cancelled just now
            return redirect("organize:edit", slug)
        if edition.has_recap:
            messages.success(request, _("The recap is on the café's page."))
            say_who_is_told(request, told)
            _say_what_photos_lack(request, edition)
            return redirect(edition.get_absolute_url() + "#recap")
        messages.success(request, _("The recap is kept; nobody but the organizers sees it yet."))
        return redirect("organize:recap", slug)
    context = {
        "edition": edition,
        "form": form,
        "preview": form["text"].value() if "preview" in request.POST else None,
        "people": edition.readers_of_the_recap().count(),
        "mail": mail_address(edition, "recap-published"),
        "photos": edition.photos.all(),
        "lacks": edition.what_photos_lack(),
        "to_read": Comment.objects.to_moderate(request.user).filter(edition=edition).count(),
    }
    return render(request, "organize/recap.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def photos(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The photos of an evening: described, agreed to, put in order."""
    edition = _mine_or_404(request, slug)
    if not edition.has_taken_place:
        return _say_that_it_is_too_early(request, edition)
    form = PhotosForm(edition, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            form.save_by(cast(Member, request.user))
        except ChangedMeanwhile:  # between looking and saving: look once more
            return photos(request, slug)
        messages.success(request, _("Saved."))
        return redirect("organize:recap-photos", slug)
    return _photos_page(request, edition, form, NewPhotosForm())


@require_POST
@organizers_only
def add_photos(request: HttpRequest, slug: str) -> HttpResponse:
    """Hangs new photos, as many as can be used, and says of each other one what is wrong with it."""
    edition = _mine_or_404(request, slug)
    if not edition.has_taken_place:
        return _say_that_it_is_too_early(request, edition)
    form = NewPhotosForm(request.POST, request.FILES)
    if not form.is_valid():
        return _photos_page(request, edition, PhotosForm(edition), form)
    pictures, refusals = form.cleaned_data["photos"]
    try:
        with transaction.atomic():
            new, without_room = edition.hang_photos(pictures)
            if new:
                Act.note(What.PHOTOS_ADDED, edition, by=request.user, after={"count": len(new)})
    except NotOver:  # moved or cancelled just now
        return redirect("organize:edit", slug)
    if new:
        messages.success(
            request,
            ngettext(
                "%(count)s photo is there. Say what it shows, and whether those on it agreed.",
                "%(count)s photos are there. Say what each of them shows, and whether those on it agreed.",
                len(new),
            )
            % {"count": len(new)},
        )
    for sentence in refusals:
        messages.error(request, sentence)
    if known := len(pictures) - len(new) - without_room:
        messages.info(
            request,
            ngettext(
                "%(count)s photo is there already, the very same: it hangs once.",
                "%(count)s photos are there already, the very same: each hangs once.",
                known,
            )
            % {"count": known},
        )
    if without_room:
        messages.error(
            request,
            ngettext(
                "%(count)s photo found no room: an evening has up to %(most)s.",
                "%(count)s photos found no room: an evening has up to %(most)s.",
                without_room,
            )
            % {"count": without_room, "most": PHOTOS_AT_MOST},
        )
    address = reverse("organize:recap-photos", args=[slug])
    return redirect(f"{address}#photo-{new[0].pk}" if new else address)


@require_POST
@organizers_only
def move_photo(request: HttpRequest, slug: str, pk: int, by: int) -> HttpResponseBase:
    """One step towards the beginning or the end; what is typed about the photos is kept."""
    edition = _mine_or_404(request, slug)
    photo = get_object_or_404(edition.photos, pk=pk)
    form = PhotosForm(edition, request.POST)
    if not form.is_valid():
        return _photos_page(request, edition, form, NewPhotosForm())
    try:
        form.save_by(cast(Member, request.user))
    except ChangedMeanwhile:
        return move_photo(request, slug, pk, by)
    with transaction.atomic():
        if edition.move_photo(photo, by=by):
            Act.note(What.PHOTOS_MOVED, edition, by=request.user)
    return redirect(reverse("organize:recap-photos", args=[slug]) + f"#photo-{pk}")


@require_POST
@organizers_only
def delete_photo(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Away for good; what is typed about the others is kept."""
    edition = _mine_or_404(request, slug)
    form = PhotosForm(edition, request.POST)
    if not form.is_valid():
        return _photos_page(request, edition, form, NewPhotosForm())
    try:
        form.save_by(cast(Member, request.user))
    except ChangedMeanwhile:
        return delete_photo(request, slug, pk)
    with transaction.atomic():
        photo = edition.photos.select_for_update(of=("self",)).filter(pk=pk).first()
        if photo:
            photo.take_away()
            Act.note(What.PHOTO_DELETED, edition, by=request.user)
    if photo:
        messages.success(request, _("The photo is deleted."))
    return redirect("organize:recap-photos", slug)


@require_POST
@organizers_only
def show_photo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Shows a photo again that somebody on it had taken down, once they are agreed."""
    photo = get_object_or_404(RecapPhoto.objects.organized_by(request.user), edition__slug=slug, pk=pk)
    with transaction.atomic():
        if photo.show_again():
            Act.note(What.PHOTO_BACK, photo.edition, by=request.user)
    messages.success(request, _("The photo is shown again."))
    return redirect(reverse("organize:recap-photos", args=[slug]) + f"#photo-{pk}")


@require_POST
@organizers_only
def let_through(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Everybody may read this comment."""
    return _moderate(request, slug, pk, Comment.State.SHOWN)


@require_POST
@organizers_only
def refuse(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Nobody reads this comment but its author."""
    return _moderate(request, slug, pk, Comment.State.REFUSED)


def _moderate(request: HttpRequest, slug: str, pk: int, state: str) -> HttpResponse:
    edition = _mine_or_404(request, slug)
    comment = get_object_or_404(edition.comments, pk=pk)
    seen = _moment(request.POST.get("seen", ""))
    if seen and _moderated(request, comment, state, seen):
        said = _("Everybody may read it now.") if state == Comment.State.SHOWN else _("Nobody but its author reads it.")
        messages.success(request, said)
    else:
        messages.warning(request, _("Its author has just changed this comment. Please read it once more."))
    return redirect(edition.get_absolute_url() + f"#comment-{pk}")


def _moderated(request: HttpRequest, comment: Comment, state: str, seen: datetime.datetime) -> bool:
    known = {"state": comment.state, "is_reported": comment.reported_at is not None}
    what = What.COMMENT_SHOWN if state == Comment.State.SHOWN else What.COMMENT_REFUSED
    with transaction.atomic():
        if not comment.moderate(state, by=cast(Member, request.user), seen=seen):
            return False
        settled = {"state": state, "is_reported": False}
        Act.note(what, comment.edition, by=request.user, before=known, after=settled)
    return True


def _moment(text: str) -> datetime.datetime | None:
    try:
        return parse_datetime(text)
    except ValueError:
        return None


def _photos_page(request: HttpRequest, edition: Edition, form: PhotosForm, new: NewPhotosForm) -> HttpResponse:
    context = {"edition": edition, "form": form, "new": new, "most": PHOTOS_AT_MOST}
    return render(request, "organize/recap_photos.html", context)


def _say_that_it_is_too_early(request: HttpRequest, edition: Edition) -> HttpResponse:
    messages.info(request, _("A recap is for an evening that has taken place."))
    return redirect("organize:edit", edition.slug)


def _say_what_photos_lack(request: HttpRequest, edition: Edition) -> None:
    for sentence in edition.what_photos_lack():
        messages.warning(request, sentence)


def _mine_or_404(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.organized_by(request.user).for_cards(), slug=slug)
