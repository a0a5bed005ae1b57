"""Finding words whatever their accents and capitals: “ecole” finds “École”, “oeuvre” finds “Œuvre”."""

import re
import unicodedata
from typing import Any

from django.db.models import F, Func, TextField
from django.db.models.expressions import Combinable

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})
_ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_PLAIN = "aaaaaaceeeeiiiinooooouuuuyy"


def fold(text: str) -> str:
    """The text in lower case, without accents and with ligatures spelt out."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The folded words of a text, in their order: runs of letters and digits."""
    return re.findall(r"[^\W_]+", fold(text))


class Fold(Func):
    """The same as `fold`, in the database; on PostgreSQL for the accents of Western Europe."""

    arity = 1
    function = "CAFE_FOLD"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = (
            "translate(replace(replace(replace(lower(%(expressions)s), 'œ', 'oe'), 'æ', 'ae'), '’', ''''), "
            f"'{_ACCENTED}', '{_PLAIN}')"
        )
        return super().as_sql(compiler, connection, template=template, **extra)


def folded(field: str | Combinable) -> Fold:
    """An expression to search in: `.alias(found=folded("name")).filter(found__contains=fold(words))`."""
    return Fold(F(field) if isinstance(field, str) else field)


def teach_sqlite(*, connection: Any, **kwargs: Any) -> None:
    """Gives a new SQLite connection the function that `Fold` calls."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            "CAFE_FOLD", 1, lambda text: None if text is None else fold(str(text)), deterministic=True
        )
