"""Which mails one gets, and the link in each that ends those of its topic."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from members.forms import MailsForm
from members.links import stopped_by
from members.models import Member


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def mails(request: HttpRequest) -> HttpResponse:
    """Which mails one gets."""
    member = Member.objects.get(pk=request.user.pk)
    form = MailsForm(member, request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your choice is kept."))
        return redirect("members:mails")
    followings = member.followings.select_related("specialty").order_by("specialty__position")
    return render(request, "members/mails.html", {"form": form, "trades": [each.specialty for each in followings]})


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_exempt  # the token in the address is the proof; a mail program has no cookie to send (RFC 8058, 3.1)
@never_cache
def stop_mails(request: HttpRequest, token: str) -> HttpResponse:
    """Ends the mails of one topic: a page with a button for people, one POST for the button of a mail program.

    The POST is answered without a redirect, which mail programs do not follow (RFC 8058, 3.1).
    """
    found = stopped_by(token)
    if found is None:
        raise Http404
    member, topic = found
    if request.method == "POST":
        member.choose_mails(topic, is_wanted=False)
    answer = render(
        request,
        "members/stop_mails.html",
        {"topic": topic, "hint": MailsForm.HINTS[topic], "is_wanted": member.wants(topic)},
    )
    answer["Referrer-Policy"] = "strict-origin"  # as for signing in: the token stays out of the Referer
    return answer
