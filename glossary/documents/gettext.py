"""PO files of gettext: the messages of a program with their translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.documents.encodings import decode
from glossary.documents.normal import unify
from glossary.documents.segment import Segment
from glossary.errors import SyntaxFault

__all__ = ["segments"]

_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([\w.:-]+)')


def segments(data: bytes, *, path: str, encoding: str | None = None) -> Iterator[Segment]:
    """The translated messages, each plural form of its own; fuzzy ones too, as somebody has to look at them anyway."""
    import polib

    stated = _CHARSET.search(data)
    if encoding is None and stated is not None and stated[1] != b"CHARSET":  # as in a template
        encoding = stated[1].decode("ascii")
    text = decode(data, path=path, encoding=encoding)
    try:
        messages = polib.pofile(f"{text}\n", check_for_duplicates=False)
    except (OSError, ValueError) as error:
        line = "".join(filter(str.isdecimal, str(error).partition("line ")[2][:9])) or "1"
        raise SyntaxFault(
            "is no well-formed PO file", where=f"{path}:{line}", hint="Check it with msgfmt -c"
        ) from error
    for number, message in enumerate(messages, start=1):
        if message.obsolete:
            continue
        forms = sorted(message.msgstr_plural.items()) or [(0, message.msgstr)]
        for form, target in forms:
            source = message.msgid_plural if form and message.msgid_plural else message.msgid
            if source.strip() and target.strip():
                yield Segment(unify(source), unify(target), f"message {number}", message.linenum or 1, str(number))
