"""What this app keeps about a member, for their archive, and what becomes of it when they leave."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from events import ics
from events.models import Act, Edition, HostPage, Invitation, KeptAnswer, Role, Rsvp, Series, Teammate, TradeCall
from members.archive import chapter, files
from members.leaving import StillNeeded, obstacle, on_leaving
from members.models import Member


@chapter("rsvps")
def rsvps(member: Member) -> list[dict[str, Any]]:
    """Every answer they gave, with what was noted about it."""
    return [
        {
            "edition": rsvp.edition.title,
            "starts_at": rsvp.edition.starts_at,
            **{
                name: getattr(rsvp, name)
                for name in (
                    "status",
                    "guests",
                    "guest_names",
                    "needs",
                    "is_tentative",
                    "asked_at",
                    "confirmed_at",
                    "declined_at",
                    "arrived",
                    "created_at",
                    "changed_at",
                )
            },
            "answers": [{"question": words, "answer": text} for words, text in rsvp.answers],
            "calendar_answers": list(rsvp.replies.order_by("pk").values("outcome", "received_at")),
        }
        for rsvp in member.rsvps.select_related("edition__series").order_by("pk")
    ]


@chapter("standing_rsvps")
def standings(member: Member) -> list[Any]:
    return list(member.standings.order_by("pk").values("series__name", "asked_at"))


@chapter("wishes_to_be_told")
def postings(member: Member) -> list[Any]:
    return list(member.postings.order_by("pk").values("series__name", "is_wanted", "said_at"))


@chapter("teams")
def teams(member: Member) -> list[Any]:
    return list(member.teams.order_by("pk").values("series__name", "role", "since"))


@chapter("invitations")
def invitations(member: Member) -> list[Any]:
    """To teams: those they sent, and those they accepted or that wait for an address of theirs."""
    proven = EmailAddress.objects.filter(user=member, verified=True).values("email")
    theirs = Invitation.objects.filter(Q(invited_by=member) | Q(accepted_by=member) | Q(address__in=proven))
    return list(theirs.order_by("pk").values("series__name", "role", "invited_at", "accepted_at", "withdrawn_at"))


@chapter("venues_passed_over")
def passed_over(member: Member) -> list[Any]:
    """What they said as organizers about whose turn it is not."""
    return list(member.passed_over.order_by("pk").values("venue__name", "note", "at"))


@chapter("imports")
def imports(member: Member) -> list[Any]:
    """The histories they brought into a series; the files themselves are not kept."""
    rows = member.imports.filter(taken_at__isnull=False).order_by("pk")
    return list(rows.values("series__name", "name", "taken_at", "undone_at"))


@chapter("acts_at_the_desk")
def acts(member: Member) -> list[Any]:
    """What they did as organizers, as the history of the café tells it."""
    return [
        {"at": act.at, "what": act.sentence} for act in Act.objects.filter(by=member).order_by("pk").for_page(member)
    ]


@chapter("introductions")
def introductions(member: Member) -> list[Any]:
    """Where they were introduced, and to how many people; the names are not theirs to take along."""
    rows = member.introductions.values("edition__slug").annotate(people=Count("pk"))
    return list(rows.order_by("edition__slug"))


@chapter("trades_called")
def trades_called(member: Member) -> list[Any]:
    """Whom they called as organizers."""
    calls = TradeCall.objects.filter(called_by=member).order_by("pk")
    return list(calls.values("edition__slug", "specialty__key", "called_at"))


@chapter("comments")
def comments(member: Member) -> list[Any]:
    """What they said of evenings, and whether others read it."""
    return list(member.comments.order_by("pk").values("edition__slug", "text", "state", "written_at", "changed_at"))


@chapter("comments_reported")
def comments_reported(member: Member) -> list[Any]:
    """What they told the organizers about others' comments."""
    return list(member.comments_reported.order_by("pk").values("edition__slug", "report_reason", "reported_at"))


@chapter("work_on_recaps")
def work_on_recaps(member: Member) -> dict[str, list[Any]]:
    """What they noted and decided as organizers."""
    return {
        "consents_noted": list(member.consents_noted.order_by("pk").values("edition__slug", "consent_at")),
        "comments_moderated": list(member.comments_moderated.order_by("pk").values("edition__slug", "state")),
    }


@files
def calendar(member: Member) -> dict[str, bytes]:
    """The cafés where they have or had a place, for a calendar."""
    mine = Edition.objects.filter(rsvps__member=member, rsvps__status=Rsvp.Status.GOING).for_calendar()
    return {f"cafes/{edition.slug}.ics": ics.download(edition) for edition in mine}


@obstacle
def sole_owner(member: Member) -> list[str]:
    """A café must not be left without anybody who decides about its desk."""
    others = Teammate.objects.filter(series=OuterRef("pk"), role=Role.OWNER, member__is_active=True)
    alone = Series.objects.filter(~Exists(others.exclude(member=member)), team__member=member, team__role=Role.OWNER)
    return [
        _("You alone own %(series)s: make somebody else its owner first, or ask whoever keeps the site to.")
        % {"series": series.name}
        for series in alone.order_by("pk")
    ]


@on_leaving
def leave_the_desk(member: Member) -> None:
    """Of two owners who leave at once, the second one is asked to stay."""
    mine = member.teams.values("series")
    list(Series.objects.select_for_update().filter(pk__in=mine).order_by("pk"))
    if sentences := sole_owner(member):
        raise StillNeeded(sentences)
    for series in Series.objects.filter(pk__in=list(mine.values_list("series", flat=True))):
        series.withdraw_invitations_of(member)
    member.teams.all().delete()


@on_leaving
def forget_invitations(member: Member) -> None:
    """Those to an address of theirs go; those they sent stay open without their name."""
    addresses = {member.email, *EmailAddress.objects.filter(user=member).values_list("email", flat=True)}
    Invitation.objects.filter(Q(address__in=addresses) | Q(accepted_by=member)).delete()


@on_leaving
def forget_previews(member: Member) -> None:
    """A file that they looked at and did not take goes with them; what they took stays, and is nobody's."""
    member.imports.filter(taken_at__isnull=True).delete()


@on_leaving
def forget_the_contact(member: Member) -> None:
    """The host's page of an evening stays; whose address it writes to does not."""
    proven = EmailAddress.objects.filter(user=member, verified=True).values("email")
    HostPage.objects.filter(email__in=proven).update(contact_name="", email="")


@on_leaving
def forget_on_lists(member: Member) -> None:
    """Before the places are freed: only a list of an evening they have answered can name them."""
    HostPage.objects.forget_member(member)


@on_leaving
def free_places(member: Member) -> None:
    """Places at what is to come go to the line; of what has begun, numbers stay."""
    known = Edition.objects.filter(rsvps__member=member).select_related("series")
    for edition in known.order_by("pk"):
        edition.forget(member)


@on_leaving
def forget_pages(member: Member) -> None:
    """Pages may name them: all are made anew."""
    KeptAnswer.objects.all().delete()
