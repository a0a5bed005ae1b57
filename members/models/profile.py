"""What members tell of themselves, and the folded words by which they are found."""

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from members.folding import fold, words
from members.images import PORTRAIT_SIDES, Focus, discard
from members.models.visibility import Visibility

ORIGINALS = "originals"  # whole photos, which nobody but their owners sees
PORTRAITS = "portraits"  # the squares cut out of them
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
        text = self.folded(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, text)
        return text

    def folded(self, text: str) -> str:
        """What is kept of this text."""
        return fold(text)


class WordsField(FoldedField):
    """The same, word by word with a blank before each: what contains ` mod` has a word that begins with “mod”."""

    def folded(self, text: str) -> str:
        return "".join(f" {word}" for word in words(text))


class DirectoryIndex(models.Index):
    """The listed members by name; on SQLite, whose rows are slow to reach, with all that a search reads of them.

    PostgreSQL bounds an entry of an index to 2,704 bytes, and reads a whole table quickly.
    """

    READ = (
        "is_listed",
        "is_active",
        "visibility",
        "organisation_visibility",
        "words",
        "organisation_words",
        "help_words",
    )
    FILTERED = ("city_words", "situation")

    def create_sql(self, model: type[models.Model], schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        if schema_editor.connection.vendor != "sqlite":
            return super().create_sql(model, schema_editor, using, **kwargs)
        fields = [name for name, _order in self.fields_orders]
        wide = models.Index(fields=[*fields, *self.READ, *self.FILTERED], name=self.name, condition=self.condition)
        return wide.create_sql(model, schema_editor, using, **kwargs)


def photo_path(member: models.Model, filename: str) -> str:
    """A random name: nothing of the upload's own name is kept."""
    return f"{ORIGINALS}/{get_random_string(16)}.webp"


@dataclass(frozen=True)
class PortraitFiles:
    """The addresses of a portrait, as `srcset` takes them, and one for whoever knows no `srcset`."""

    avif: str
    webp: str
    plain: str


class Profile(models.Model):
    """The part of a member that they write for others, and their choices of who sees it.

    `photo` is the whole one, cleaned; what others see is the square cut out of it round the focus, in files whose names
    begin with `portrait`. `visibility` bounds all the rest: the photo, the organisation and the links are seen by those
    who see the profile and are within the choice for each. Lists hold short texts, in the order in which they were
    typed.
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
    focus_x = models.PositiveSmallIntegerField(default=Focus.x, editable=False)
    focus_y = models.PositiveSmallIntegerField(default=Focus.y, editable=False)
    portrait = models.CharField(max_length=16, blank=True, editable=False, db_index=True)

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

    accepts_letters = models.BooleanField(_("may be written to"), default=True)

    folded_name = FoldedField(of="name")
    words = WordsField(of="told")
    organisation_words = WordsField(of="organisation")
    help_words = WordsField(of="offered")
    city_words = WordsField(of="city")

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
            models.CheckConstraint(
                name="member_focus_within_the_photo", condition=models.Q(focus_x__lte=100, focus_y__lte=100)
            ),
            models.CheckConstraint(name="member_situation_exists", condition=models.Q(situation__in=["", *Situation])),
            models.CheckConstraint(name="member_seniority_exists", condition=models.Q(seniority__in=["", *Seniority])),
        ]

    # What the viewer of one member may see of them; a member loaded for nobody in particular is whole.
    reach = len(Visibility)
    sees_profile = sees_photo = sees_organisation = sees_links = True
    is_as_seen = False

    def let_go_of_what_is_hidden(self) -> None:
        """Keeps what a reader of this `reach`, from `as_seen_by`, may see; the name always, an address never."""
        self.is_as_seen = True
        told = list(Visibility)[: self.reach]
        self.sees_profile = self.is_active and self.visibility in told  # type: ignore[attr-defined]
        self.sees_photo = self.sees_profile and self.photo_visibility in told
        self.sees_organisation = self.sees_profile and self.organisation_visibility in told
        self.sees_links = self.sees_profile and self.links_visibility in told
        self.email = self.password = self.words = self.organisation_words = self.help_words = ""
        self.photo = ""  # the part that they cut off is nobody's
        if not self.sees_photo:
            self.portrait = ""
        if not self.sees_organisation:
            self.organisation = ""
        if not self.sees_links:
            self.links = []
        if not self.sees_profile:
            self.headline = self.situation = self.seniority = self.community = self.platform = self.city = ""
            self.tools, self.can_help_with, self.looking_for, self.languages = [], [], [], []
            self.city_words = ""

    def hang(self, files: dict[str, bytes], focus: Focus) -> None:
        """Shows these squares, from `cut_portraits`; none takes the portrait down. The row is for the caller to save.

        Each portrait has a new name, so that no browser shows an old one; the old files go when this is committed.
        """
        self._take_portrait_down()
        self.focus_x, self.focus_y = focus.x, focus.y
        self.portrait = get_random_string(16) if files else ""
        for ending, content in files.items():
            default_storage.save(f"{PORTRAITS}/{self.portrait}-{ending}", ContentFile(content))

    def discard_photo(self) -> None:
        """Deletes all files of the photo once this is committed, and lets go of it; the row is for the caller."""
        discard(self.photo)
        self._take_portrait_down()
        self.photo, self.portrait = "", ""

    def _take_portrait_down(self) -> None:
        for name in self.portrait_names:
            transaction.on_commit(partial(default_storage.delete, name))

    @property
    def focus(self) -> Focus:
        """The point round which their photo is cut."""
        return Focus(self.focus_x, self.focus_y)

    @property
    def portrait_names(self) -> list[str]:
        """The files of the portrait, in the storage."""
        if not self.portrait:
            return []
        return [f"{PORTRAITS}/{self.portrait}-{side}.{kind}" for kind in ("avif", "webp") for side in PORTRAIT_SIDES]

    @property
    def portrait_files(self) -> PortraitFiles:
        """Where the portrait is, for a page; only for whoever has one."""
        addresses = [default_storage.url(name) for name in self.portrait_names]
        sized = [f"{address} {side}w" for address, side in zip(addresses, PORTRAIT_SIDES * 2, strict=True)]
        half = len(PORTRAIT_SIDES)
        return PortraitFiles(avif=", ".join(sized[:half]), webp=", ".join(sized[half:]), plain=addresses[half + 1])

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
