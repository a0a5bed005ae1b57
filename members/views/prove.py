"""“Is it you?”, answered with a code by mail: before a delicate change, for those without a passkey at hand."""

from typing import cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import resume_request
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from members import codes
from members.adapters import may_prove_by_mail
from members.forms import CodeForm
from members.models import Member

PURPOSE = "is-it-you"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def prove(request: HttpRequest) -> HttpResponse:
    """A button that sends the code to the main address, then the field for it; then on to what was being done."""
    member = cast(Member, request.user)
    if not may_prove_by_mail(member):
        raise PermissionDenied
    waiting = codes.pending(request, PURPOSE)
    form = CodeForm(request.POST if "code" in request.POST else None)
    if request.method == "POST" and "send" in request.POST:
        try:
            codes.send_code(request, address=member.email, purpose=PURPOSE, data={"member": member.pk})
        except codes.TooManyCodes:
            messages.error(request, _("Too many codes were asked for. Please wait a little before the next one."))
        return redirect(request.get_full_path())
    if form.is_valid() and _is_right(request, member, form):
        record_authentication(request, member, method="code", email=member.email, reauthenticated=True)
        return resume_request(request) or redirect("members:me")
    return render(request, "members/prove.html", {"form": form, "waiting": waiting})


def _is_right(request: HttpRequest, member: Member, form: CodeForm) -> bool:
    """Whether this was the code, sent to this very member; if not, the form says what is wrong."""
    try:
        proven = codes.check_code(request, PURPOSE, form.cleaned_data["code"])
    except codes.WrongCode:
        form.add_error("code", _("This is not the code of the mail. Please look again."))
    except codes.CodeExpired:
        form.add_error("code", _("This code is no longer good. Ask for another one below."))
    else:
        return proven.data == {"member": member.pk} and proven.address == member.email
    return False
