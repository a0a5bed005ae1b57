"""The organizers' page about mails: the outbox, what failed, and what the sending domain says of itself."""

import dns.resolver
from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events import desk_mail
from events.models import Act, What
from events.views.organize import organizers_only
from members import domain

REMEMBERED = 5 * 60  # seconds that the answers of name servers are good for


@require_safe
@organizers_only
def mail(request: HttpRequest) -> HttpResponse:
    """How the mails go, and what to do where they do not."""
    sender = settings.MAIL_FROM.rpartition("@")[2].lower()
    failed = list(desk_mail.failed(request.user)[: desk_mail.SHOWN])
    context = {
        "outbox": desk_mail.outbox(),
        "failed": [(each, desk_mail.about(each.kind), desk_mail.why(each.last_error)) for each in failed],
        "silenced": [(row, member, desk_mail.why(row.reason)) for row, member in desk_mail.silenced(request.user)],
        "sender": sender,
        "verdicts": _verdicts(sender) if domain.is_public(sender) else None,
    }
    return render(request, "organize/mail.html", context)


def _verdicts(sender: str) -> list[domain.Verdict]:
    """What the domain's records mean; asked for again after five minutes."""
    selector = settings.DKIM_SELECTOR
    key = f"domain:{sender}:{selector}"
    answers = cache.get(key)
    if answers is None:
        try:
            answers = domain.ask(sender, selector, dns.resolver.get_default_resolver())
        except dns.resolver.NoResolverConfiguration:
            answers = {}
        cache.set(key, answers, REMEMBERED)
    return domain.judge(sender, selector, answers)


@require_POST
@organizers_only
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts a mail that was given up back into the line."""
    mail = get_object_or_404(desk_mail.mails_to_people_of(request.user), pk=pk)
    with transaction.atomic():
        if is_tried := mail.try_again():
            Act.note(What.MAIL_AGAIN, by=request.user)
    if is_tried:
        messages.success(request, _("The mail to %(member)s is tried once more.") % {"member": mail.member})
    else:
        messages.info(request, _("This mail cannot be sent any more: it would come too late, or says nothing now."))
    return redirect("organize:mail")


@require_POST
@organizers_only
def write_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Lets mails go again to an address that did not exist."""
    found = next((each for each in desk_mail.silenced(request.user) if each[0].pk == pk), None)
    if found is None:
        raise Http404
    suppression, member = found
    with transaction.atomic():
        suppression.delete()
        Act.note(What.ADDRESS_AGAIN, by=request.user)
    messages.success(request, _("Mails go to %(member)s again, from the next one on.") % {"member": member})
    return redirect("organize:mail")
