"""An index of the words that listed members tell of themselves, so that whoever looks for a rare one need not wait."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import connections, models

from members import triggers as database
from members.triggers import Trigger

PREFIX = "words_"
LONGEST = 40  # letters that are kept of a word


class Word(models.Model):
    """A word that a listed member tells of themselves, whoever may know: only to narrow down who is then asked for.

    Kept in bytes, which every database orders in the same way. Triggers write it, nobody else.
    """

    member = models.ForeignKey("members.Member", models.CASCADE, related_name="+")
    word = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["word", "member"], name="word_once_a_member")]

    def __str__(self) -> str:
        return bytes(self.word).decode()

    @classmethod
    def tellers_of(cls, start: str) -> models.QuerySet[Any]:
        """The listed members with a word that begins so, as rows of their primary keys; `start` is folded."""
        first = start[:LONGEST].encode()
        return cls.objects.filter(word__gte=first, word__lt=first + b"\xff").values("member")  # no byte of UTF-8


def _told(listed: str, vendor: str) -> str:
    """The statement that writes the words of `listed`, the row of a trigger or rows of the table by that name."""
    both = f"{listed}.words || {listed}.organisation_words"
    if vendor == "sqlite":
        word = f"CAST(substr(value, 1, {LONGEST}) AS BLOB)"
        each = f"""json_each('["' || replace(trim({both}), ' ', '","') || '"]')"""
    else:
        word = f"convert_to(substr(value, 1, {LONGEST}), 'UTF8')"
        each = f"unnest(string_to_array({both}, ' ')) AS value"
    rows = each if listed == "NEW" else f"members_member AS {listed}, {each}"
    return (
        f"INSERT INTO members_word (member_id, word) SELECT DISTINCT {listed}.id, {word} FROM {rows} "  # noqa: S608
        f"WHERE {listed}.is_listed AND value <> ''"
    )


def _triggers(vendor: str) -> Iterator[Trigger]:
    forget = "DELETE FROM members_word WHERE member_id = NEW.id"
    yield Trigger(PREFIX, "members_member", "INSERT", _told("NEW", vendor))
    columns = "UPDATE OF words, organisation_words, is_listed"
    yield Trigger(PREFIX, "members_member", columns, f"{forget}; {_told('NEW', vendor)}")


def install(*, using: str, **signal: Any) -> None:
    """After a migration: makes the triggers that are missing; where any was, writes all words anew."""
    connection = connections[using]
    if Word._meta.db_table not in connection.introspection.table_names():
        return
    if database.install(connection, PREFIX, _triggers(connection.vendor)):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM members_word")
            cursor.execute(_told("listed", connection.vendor))


def step_aside(*, using: str, plan: Any = (), **signal: Any) -> None:
    """Before a migration that does something."""
    database.step_aside(connections[using], PREFIX, plan)
