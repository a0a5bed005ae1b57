"""What organizers bring: a file, or what stands in it."""

import io
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import history
from events.archive import Arrival, Limits, NotTaken, look_into, unpacking
from events.history.words import one_line
from events.models import Act, Import, Series, What
from members.models import Member

BYTES_AT_MOST = 1024 * 1024
ROWS_AT_MOST = 1000  # each of them is written, or tried, while somebody waits; the command takes more
ARCHIVE_AT_MOST = 15 * 1024 * 1024  # a request takes little more (cafecm/middleware.py)
IN_A_BROWSER = Limits(size=4 * ARCHIVE_AT_MOST, lines=ROWS_AT_MOST)


class ImportForm(forms.Form):
    """A table or a calendar file, uploaded or pasted; it is read here, and nothing is made of it yet."""

    file = forms.FileField(label=gettext_lazy("File"), required=False, allow_empty_file=True)
    text = forms.CharField(
        label=gettext_lazy("Or paste what stands in it"), required=False, strip=False, widget=forms.Textarea
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("file", "text"):
            self.fields[name].is_needed = True  # type: ignore[attr-defined]  # one of the two

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > BYTES_AT_MOST:
            raise ValidationError(_too_large(BYTES_AT_MOST))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        file, text = cleaned.get("file"), cleaned.get("text", "")
        if self.errors:
            return cleaned
        if (file is None) == (not text.strip()):
            raise ValidationError(_("Choose a file, or paste its text: one of the two."))
        where = "file" if file else "text"
        cleaned["content"] = content = file.read() if file else text.encode(errors="replace")
        try:
            found = history.read(content)
        except history.Unreadable as error:
            self.add_error(where, str(error))
            return cleaned
        if len(content) > BYTES_AT_MOST:
            self.add_error(where, _too_large(BYTES_AT_MOST))
        elif len(found.entries) + len(found.problems) > ROWS_AT_MOST:
            sentence = _(
                "The file tells of more than %(most)s evenings. Cut it in parts, or ask whoever keeps the site to run "
                "manage.py import_editions."
            )
            self.add_error(where, sentence % {"most": ROWS_AT_MOST})
        elif not found.entries and not found.problems:
            self.add_error(where, _("The file tells of no evening."))
        return cleaned

    def save(self, series: Series, *, by: Member) -> Import:
        """Keeps the file for its preview; an earlier one of theirs that they have not taken makes room."""
        series.imports.filter(by=by, taken_at__isnull=True).delete()
        file = self.cleaned_data["file"]
        name = one_line(file.name or "")[:120] if file else ""
        return Import.objects.create(series=series, by=by, name=name, content=self.cleaned_data["content"])


class ArchiveForm(forms.Form):
    """The archive of a series; it is looked into here, and nothing is made of it yet."""

    file = forms.FileField(
        label=gettext_lazy("The archive"),
        help_text=gettext_lazy("The .zip file that the other site gave, up to 15 MB and 1000 evenings."),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > ARCHIVE_AT_MOST:
            raise ValidationError(_too_large(ARCHIVE_AT_MOST) + " " + _("Ask whoever keeps the site to take it in."))
        try:
            look_into(file, limits=IN_A_BROWSER)
        except NotTaken as refusal:
            raise ValidationError(str(refusal)) from None
        return file

    def save(self, *, by: Member) -> None:
        """Keeps the file for its preview; an earlier one of theirs that they have not taken makes room."""
        file = self.cleaned_data["file"]
        file.seek(0)
        with transaction.atomic():
            by.imports.filter(series=None).delete()
            Import.objects.create(by=by, name=one_line(file.name or "")[:120], content=file.read())


def series_of(archive: Import) -> Arrival:
    """What a file that was kept would make. Raises NotTaken where the café has changed since it came."""
    return look_into(io.BytesIO(archive.content), limits=IN_A_BROWSER)


def make_series(archive: Import, *, by: Member) -> Arrival | None:
    """Makes the series, with who brought it as its owner, and throws the file away; None where that was done before.

    Raises NotTaken, and has then changed nothing.
    """
    with unpacking(io.BytesIO(archive.content), limits=IN_A_BROWSER) as make, transaction.atomic():
        record = Import.objects.select_for_update().filter(pk=archive.pk).first()
        if record is None:
            return None
        arrival = make([by])
        Act.note(What.SERIES_BROUGHT, arrival.series, by=by, after={"count": len(arrival.days)})
        record.delete()
    return arrival


def _too_large(most: int) -> str:
    return _("The file is larger than %(most)s.") % {"most": filesizeformat(most)}
