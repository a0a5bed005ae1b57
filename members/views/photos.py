"""Members' photos: their files go to whoever may see the photo, and to nobody else."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from members.media import picture
from members.models import Member
from members.models.profile import ORIGINALS, PORTRAITS

A_DAY = 24 * 3600  # seconds; no longer, since who may see a photo changes without its name


@require_safe
def portrait(request: HttpRequest, stem: str, side: str, kind: str) -> HttpResponse:
    """One size of somebody's portrait."""
    if not Member.objects.not_hidden_for(request.user, "photo").filter(portrait=stem).exists():
        raise Http404
    return picture(f"{PORTRAITS}/{stem}-{side}.{kind}", seconds=A_DAY)


@require_safe
@login_required
def original(request: HttpRequest, name: str) -> HttpResponse:
    """One's own photo before it was cut."""
    path = f"{ORIGINALS}/{name}.webp"
    if not Member.objects.filter(pk=request.user.pk, photo=path).exists():
        raise Http404
    return picture(path, seconds=A_DAY)
