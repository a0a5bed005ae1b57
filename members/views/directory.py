"""The directory: who chose to be found."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from members.directory_form import DirectoryFilter
from members.models import Member

ON_A_PAGE = 24


@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    """The members who are listed and whom this reader may see, by name."""
    filters = DirectoryFilter(request.GET)
    listed = Member.objects.listed_for(request.user)
    found = filters.narrow(listed, request.user).with_specialties().order_by("folded_name", "pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "members/directory.html", {"filters": filters, "page_obj": page})
