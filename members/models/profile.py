"""What members tell of themselves, and the folded words by which they are found."""

from typing import Any, ClassVar

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from members.folding import fold
from members.models.visibility import Visibility

ITEMS_AT_MOST = 8
LINKS_AT_MOST = 4


class Situation(models.TextChoices):
    """On which side of the trade somebody works; no specialty."""

    CLIENT = "client", _("on the client side")
    AGENCY = "agency", _("at an agency")
    FREELANCE = "freelance", _("as a freelance")
    PUBLIC = "public", _("in the public sector")
    ASSOCIATION = "association", _("for an association")
    LOOKING = "looking", _("looking for work")
    STUDENT = "student", _("studying")


class Seniority(models.TextChoices):
    """For how long somebody has looked after communities."""

    STARTING = "starting", _("under two years")
    SOME = "some", _("two to five years")
    SEASONED = "seasoned", _("five to ten years")
    LONG = "long", _("more than ten years")


class FoldedField(models.TextField):
    """Keeps the folded text of a property of its row, whenever the row is saved with it; to search and to sort by."""

    def __init__(self, *, of: str, **options: Any) -> None:
        self.of = of
        super().__init__(**{"editable": False, "default": "", **options})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        text = fold(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, text)
        return text


def photo_path(member: models.Model, filename: str) -> str:
    """A random name: nothing of the upload's own name is kept."""
    return f"members/{get_random_string(16)}.webp"


class Profile(models.Model):
    """The part of a member that they write for others, and their choices of who sees it.

    `visibility` bounds all the rest: the photo, the organisation and the links are seen by those who see the profile
    and are within the choice for each. Lists hold short texts, in the order in which they were typed.
    """

    headline = models.CharField(_("in one line"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=80, blank=True)
    situation = models.CharField(_("situation"), max_length=12, choices=Situation, blank=True)
    seniority = models.CharField(_("experience"), max_length=10, choices=Seniority, blank=True)
    community = models.CharField(_("the community"), max_length=160, blank=True)
    platform = models.CharField(_("the platform"), max_length=120, blank=True)
    tools = models.JSONField(_("tools"), default=list, blank=True)
    can_help_with = models.JSONField(_("can help with"), default=list, blank=True)
    looking_for = models.JSONField(_("looking for"), default=list, blank=True)
    links = models.JSONField(_("links"), default=list, blank=True)
    languages = models.JSONField(_("spoken languages"), default=list, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    photo = models.ImageField(_("photo"), upload_to=photo_path, blank=True)

    visibility = models.CharField(
        _("who sees my profile and that I come"), max_length=10, choices=Visibility, default=Visibility.CAFE
    )
    is_listed = models.BooleanField(_("listed in the directory"), default=False)
    photo_visibility = models.CharField(
        _("who sees my photo"), max_length=10, choices=Visibility, default=Visibility.PUBLIC
    )
    organisation_visibility = models.CharField(
        _("who sees my organisation"), max_length=10, choices=Visibility, default=Visibility.PUBLIC
    )
    links_visibility = models.CharField(
        _("who sees my links"), max_length=10, choices=Visibility, default=Visibility.PUBLIC
    )

    folded_name = FoldedField(of="name")
    words = FoldedField(of="told")
    organisation_words = FoldedField(of="organisation")
    help_words = FoldedField(of="offered")
    city_words = FoldedField(of="city")

    FOLDED: ClassVar = ("folded_name", "words", "organisation_words", "help_words", "city_words")

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(name="member_visibility_exists", condition=models.Q(visibility__in=Visibility)),
            models.CheckConstraint(
                name="member_photo_visibility_exists", condition=models.Q(photo_visibility__in=Visibility)
            ),
            models.CheckConstraint(
                name="member_organisation_visibility_exists",
                condition=models.Q(organisation_visibility__in=Visibility),
            ),
            models.CheckConstraint(
                name="member_links_visibility_exists", condition=models.Q(links_visibility__in=Visibility)
            ),
            models.CheckConstraint(name="member_situation_exists", condition=models.Q(situation__in=["", *Situation])),
            models.CheckConstraint(name="member_seniority_exists", condition=models.Q(seniority__in=["", *Seniority])),
        ]

    # What the viewer of one member may see of them; a member loaded for nobody in particular is whole.
    sees_profile = sees_photo = sees_organisation = sees_links = True
    is_as_seen = False

    def let_go_of_what_is_hidden(self) -> None:
        """Keeps what its reader may see, as annotated by `as_seen_by`; the name always, an address never."""
        self.is_as_seen = True
        self.email = self.password = self.words = self.organisation_words = self.help_words = ""
        if not self.sees_photo:
            self.photo = ""
        if not self.sees_organisation:
            self.organisation = ""
        if not self.sees_links:
            self.links = []
        if not self.sees_profile:
            self.headline = self.situation = self.seniority = self.community = self.platform = self.city = ""
            self.tools, self.can_help_with, self.looking_for, self.languages = [], [], [], []
            self.city_words = ""

    @property
    def told(self) -> str:
        """All that whoever sees the profile may search in."""
        lists = (self.tools, self.can_help_with, self.looking_for, self.languages)
        lines = [self.name, self.headline, self.community, self.platform, self.city]  # type: ignore[attr-defined]
        return "\n".join([*lines, *(item for items in lists for item in items)])

    @property
    def offered(self) -> str:
        """What they can help with, an item a line."""
        return "\n".join(self.can_help_with)
