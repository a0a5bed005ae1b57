"""The inventory of trades, and one trade: its people and its next cafés."""

from itertools import groupby

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from events.models import Edition
from members.models import Family, Member, Specialty

PEOPLE_SHOWN = 48
CAFES_SHOWN = 6


@require_safe
def specialty_list(request: HttpRequest) -> HttpResponse:
    """All trades on their shelves, with how many members practise each."""
    active = Count("members", filter=Q(members__is_active=True))
    trades = Specialty.objects.annotate(people=active).order_by("position")
    by_family = {key: list(group) for key, group in groupby(sorted(trades, key=_shelf), key=lambda each: each.family)}
    shelves = [(family, by_family[family]) for family in Family if family in by_family]
    return render(request, "events/specialty_list.html", {"shelves": shelves})


def _shelf(specialty: Specialty) -> tuple[int, int]:
    return Family.values.index(specialty.family), specialty.position


@require_safe
def specialty_detail(request: HttpRequest, key: str) -> HttpResponse:
    """One trade: what it is, who does it, and the next cafés where somebody of it comes."""
    specialty = get_object_or_404(Specialty, key=key)
    people = Member.objects.visible_to(request.user).filter(ranked_specialties__specialty=specialty)
    context = {
        "specialty": specialty,
        "people": people.order_by("ranked_specialties__rank", "name", "pk").with_specialties()[:PEOPLE_SHOWN],
        "count": specialty.members.filter(is_active=True).count(),
        "editions": Edition.objects.published().upcoming().with_trade(specialty).for_cards()[:CAFES_SHOWN],
    }
    return render(request, "events/specialty_detail.html", context)
