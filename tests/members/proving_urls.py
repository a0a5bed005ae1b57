"""The site with one page more: the smallest flow that proves an address, for the tests of `members.codes`."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from cafecm.urls import handler400, handler403, handler404, handler500
from cafecm.urls import urlpatterns as pages_of_the_site
from members import codes
from members.models import Member

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def ask(request: HttpRequest) -> HttpResponse:
    try:
        codes.send_code(
            request, address=request.POST["email"], purpose="test", data={"name": request.POST.get("name", "Ada")}
        )
    except codes.TooManyCodes:
        return HttpResponse("too many", status=429)
    return HttpResponse("sent")


def again(request: HttpRequest) -> HttpResponse:
    try:
        codes.resend(request, "test")
    except codes.CodeExpired:
        return HttpResponse("nothing", status=410)
    except codes.TooManyCodes:
        return HttpResponse("too many", status=429)
    return HttpResponse("sent")


def prove(request: HttpRequest) -> HttpResponse:
    try:
        proven = codes.check_code(request, request.POST.get("purpose", "test"), request.POST["code"])
    except codes.WrongCode as wrong:
        return JsonResponse({"wrong": wrong.attempts_left})
    except codes.CodeExpired:
        return JsonResponse({"expired": True})
    member = Member.objects.for_proven_address(proven.address, name=proven.data["name"], language="fr")
    return codes.sign_in(request, member, proven.address, redirect_url="/members/me/")


urlpatterns = [
    path("test/ask/", ask),
    path("test/again/", again),
    path("test/prove/", prove),
    *pages_of_the_site,
]
