"""JSON Lines with a text in one field of each record."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.documents.encodings import decode
from glossary.documents.options import Options
from glossary.documents.pieces import Content, Piece
from glossary.errors import SyntaxFault

__all__ = ["read"]


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The texts of the records, with their lines as places.

    Raises:
        InputError: no text, a line that is no JSON object, or a record without the field.
    """
    return Content(list(_pieces(decode(data, path=path, encoding=options.encoding), path=path, field=options.field)))


def _pieces(text: str, *, path: str, field: str) -> Iterator[Piece]:
    import msgspec

    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
            raise SyntaxFault("is no JSON", where=f"{path}:{number}", hint="Give one JSON object a line") from error
        found = record
        for name in field.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if not isinstance(found, str):
            hint = f"Name the field with the text: --field {_guess(record)}"
            raise SyntaxFault(f"has no text in a field {field!r}", where=f"{path}:{number}", hint=hint)
        yield Piece(f"{found}\n", f"line {number}")


def _guess(record: object) -> str:
    """The name of the field with the longest text, as that is probably the one."""
    texts = (
        {name: value for name, value in record.items() if isinstance(value, str)} if isinstance(record, dict) else {}
    )
    return max(texts, key=lambda name: len(texts[name]), default="NAME")
