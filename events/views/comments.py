"""What those who were there say of an evening."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.models import Comment, Edition, TooManyComments, WasNotThere
from events.recap_forms import CommentForm, ReportCommentForm
from members.models import Member


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def comment(request: HttpRequest, slug: str) -> HttpResponse:
    """A few words, which wait for an organizer."""
    edition = get_object_or_404(Edition.objects.published().select_related("series"), slug=slug)
    form = CommentForm(request.POST if request.method == "POST" else None)
    if not edition.may_comment(request.user):
        messages.info(request, _("Whoever was there says how it was."))
        return redirect(edition)
    if form.is_valid():
        try:
            said = edition.write_comment(cast(Member, request.user), form.cleaned_data["text"])
        except WasNotThere:  # marked absent just now
            return redirect(edition)
        except TooManyComments:
            form.add_error("text", _("You have said a lot about this evening already. Change one of your comments."))
        else:
            messages.success(request, _("Thank you. An organizer reads your comment before everybody does."))
            return redirect(f"{edition.get_absolute_url()}#comment-{said.pk}")
    return render(request, "events/comment.html", {"edition": edition, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words; they wait for an organizer again."""
    said = _comment_or_404(request, slug, pk, author=request.user)
    form = CommentForm(request.POST if request.method == "POST" else None, initial={"text": said.text})
    if form.is_valid():
        said.rewrite(form.cleaned_data["text"])
        if form.has_changed():
            messages.success(request, _("Your words are changed. An organizer reads them before everybody does."))
        return redirect(f"{said.edition.get_absolute_url()}#comment-{pk}")
    return render(request, "events/comment.html", {"edition": said.edition, "form": form, "comment": said})


@require_POST
@login_required
def delete(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes one's own words back."""
    said = _comment_or_404(request, slug, pk, author=request.user)
    said.delete()
    messages.success(request, _("Your comment is deleted."))
    return redirect(f"{said.edition.get_absolute_url()}#comments")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks the organizers to look at a comment once more."""
    said = _comment_or_404(request, slug, pk, state=Comment.State.SHOWN)
    form = ReportCommentForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save(said, by=cast(Member, request.user))
        messages.success(request, _("Thank you. The organizers will look at it."))
        return redirect(f"{said.edition.get_absolute_url()}#comments")
    return render(request, "events/report_comment.html", {"edition": said.edition, "form": form, "comment": said})


def _comment_or_404(request: HttpRequest, slug: str, pk: int, **conditions: object) -> Comment:
    visible = Comment.objects.visible_to(request.user).filter(edition__status="published", edition__slug=slug)
    return get_object_or_404(visible.select_related("edition__series"), pk=pk, **conditions)
