"""The directory: who chose to be found."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from members.directory_form import DirectoryFilter
from members.models import Member

ON_A_PAGE = 24
FOUND_AT_MOST = 5 * ON_A_PAGE  # nobody reads on so far; and to count all would cost more than the page


@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    """The members who are listed and whom this reader may see, by name: the first five pages of them.

    One query finds them, the next reads those of the page.
    """
    filters = DirectoryFilter(request.GET)
    listed = Member.objects.listed_for(request.user).order_by("folded_name", "pk")
    found = filters.narrow(listed, request.user).values_list("pk", flat=True)[:FOUND_AT_MOST]
    page = Paginator(list(found), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page_obj": page,
        "people": listed.filter(pk__in=page.object_list).with_specialties(),
        "has_more": page.paginator.count == FOUND_AT_MOST,
    }
    return render(request, "members/directory.html", context)
