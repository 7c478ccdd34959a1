"""JSON Lines with a text in one field of each record."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

from glossary.documents.encodings import decode
from glossary.documents.options import Options
from glossary.documents.pieces import Content, Piece
from glossary.errors import DocumentWarning, SyntaxFault

__all__ = ["read"]


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The texts of the records, with their lines as places. Records without a text are passed over with a warning.

    Raises:
        InputError: no text, a line that is no JSON object, or no record that has the field.
    """
    text, field = decode(data, path=path, encoding=options.encoding), options.field
    pieces: list[Piece] = []
    without: list[tuple[int, object]] = []
    for number, record in _records(text, path=path):
        found = record
        for name in field.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if isinstance(found, str):
            pieces.append(Piece(f"{found}\n", f"line {number}"))
        else:
            without.append((number, record))
    if without:
        _tell(without, len(pieces), path=path, field=field)
    return Content(pieces)


def _records(text: str, *, path: str) -> Iterator[tuple[int, object]]:
    """What each line holds, with its number."""
    import msgspec

    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line)
            except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
                problem = f"is no JSON: {str(error).removeprefix('JSON is malformed: ')}"
                raise SyntaxFault(problem, where=f"{path}:{number}", hint="Give one JSON object a line") from error


def _tell(without: Sequence[tuple[int, object]], others: int, *, path: str, field: str) -> None:
    """Warn of records without the field, or refuse them where no other has it."""
    first, record = without[0]
    if not others:
        hint = f"Name the field with the text: --field {_guess(record)}"
        raise SyntaxFault(f"has no text in a field {field!r}", where=f"{path}:{first}", hint=hint)
    count = f"{len(without)} of {len(without) + others} records"
    message = f"{path}: {count} have no text in a field {field!r}, the first on line {first}; they are passed over"
    warnings.warn(message, DocumentWarning, stacklevel=3)


def _guess(record: object) -> str:
    """The name of the field with the longest text, as that is probably the one."""
    texts = (
        {name: value for name, value in record.items() if isinstance(value, str)} if isinstance(record, dict) else {}
    )
    return max(texts, key=lambda name: len(texts[name]), default="NAME")
