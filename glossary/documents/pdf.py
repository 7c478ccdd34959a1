"""PDFs: the lines of each page as they are printed, made into paragraphs."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from glossary.documents.lines import Line
from glossary.documents.options import Options
from glossary.documents.paragraphs import joined
from glossary.documents.pieces import About, Content
from glossary.documents.streams import is_bomb
from glossary.documents.upright import columns
from glossary.errors import DocumentWarning, UnreadableError

__all__ = ["read"]

_HINT = "Run character recognition on it first, for example with ocrmypdf"
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")  # U+FFFE is what PDFium gives for a hyphen that ends a line
_FIRST_WORD = re.compile(r"[(（\[【「『《〈“‘]*(?:[\u2e80-\U0003fffd]|[^\s\u2e80-\U0003fffd]+)?")
_HAN = re.compile("[\u3400-\u9fff]")
_SHARE = 10  # parts of the limit of what is unpacked, of which a page may take one: PDFium takes ten times as much
_UPRIGHT = 6  # characters of a line that shows how it is written
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The paragraphs of the pages; those that go over two pages begin on the first.

    Raises:
        UnreadableError: encrypted, damaged, over a limit, or pictures only.
    """
    import pypdfium2

    _check_size(data, path=path, limit=options.limits.unpacked)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error), path) from error
    try:
        _check(document, path=path, limit=options.limits.pages)
        pages = [list(columns(_lines(document, number))) for number in range(len(document))]
        about = _about(document)
        pictures = [number for number, lines in enumerate(pages, 1) if not lines and _is_picture(document, number - 1)]
    finally:
        document.close()
    if not any(pages):
        raise UnreadableError("holds pictures of pages but no text", where=path, hint=_HINT)
    if pictures:
        hold = "hold" if len(pictures) > 1 else "holds"
        _warn(path, f"{_numbers(pictures)} of {len(pages)} {hold} pictures but no text. {_HINT}")
    if upright := [number for number, lines in enumerate(pages, 1) if any(map(_is_upright, lines))]:
        _warn(
            path,
            f"on {_numbers(upright)} text goes from top to bottom; some of it may be missing. Check the names",
        )
    return Content(joined(pages), about)


def _warn(path: str, message: str) -> None:
    warnings.warn(f"{path}: {message}", DocumentWarning, stacklevel=3)


def _is_upright(line: Line) -> bool:
    """Whether a line of Chinese is written from top to bottom: it is no wider than a character or two."""
    return len(_HAN.findall(line.text)) >= _UPRIGHT and 0 < line.right - line.left < 2 * line.height


def _is_picture(document: Any, number: int) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    """Whether there is a picture on a page."""
    import pypdfium2

    try:
        page = document[number]
        found = next(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]), None)
    except pypdfium2.PdfiumError:  # a damaged page
        return False
    return found is not None


def _numbers(pages: list[int]) -> str:
    """Numbers of pages for people.

    >>> _numbers([3]), _numbers([3, 5, 6, 7])
    ('page 3', 'pages 3, 5-7')
    """
    ranges: list[list[int]] = []
    for number in pages:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    shown = ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}-{one[-1]}" for one in ranges)
    return f"page{'s' * (len(pages) > 1)} {shown}"


def _refused(said: str, path: str) -> UnreadableError:
    """The clear form of PDFium's error."""
    if "assword" in said:
        return UnreadableError("is encrypted", where=path, hint="Save it without a password")
    return UnreadableError("is a damaged or incomplete PDF", where=path, hint="Download or export it again")


def _check_size(data: bytes, *, path: str, limit: int) -> None:
    """Nothing, or an error if a page unpacks to more than its share of the limit, in megabytes."""
    share = limit * 1_000_000 // _SHARE
    if is_bomb(data, limit=share):
        hint = f"If it is what it should be, raise the limit: --limit unpacked={limit * 4}"
        raise UnreadableError(f"has a page that unpacks to more than {share / 1e6:g} MB", where=path, hint=hint)


def _check(document: Any, *, path: str, limit: int) -> None:  # noqa: ANN401
    """Nothing, or an error if there are no pages or too many."""
    pages = len(document)
    if not pages:
        raise UnreadableError("has no pages", where=path, hint="Download or export it again")
    if pages > limit:
        hint = f"Read parts of it, or raise the limit: --limit pages={pages}"
        raise UnreadableError(f"has {pages} pages, more than {limit}", where=path, hint=hint)


def _about(document: Any) -> About:  # noqa: ANN401
    """Title and date of the document's information; PDFs made from Word say the file's name as a title."""
    stated = document.get_metadata_dict()
    title = " ".join(stated.get("Title", "").split())
    date = _DATE.match(stated.get("ModDate") or stated.get("CreationDate") or "")
    parts = [part for part in date.groups() if part] if date else []
    return About(title="" if title.lower().startswith(("microsoft word", "untitled")) else title, date="-".join(parts))


def _lines(document: Any, number: int) -> Iterator[Line]:  # noqa: ANN401
    """The lines of a page from PDFium, in the order of the file, with their places on the page in points."""
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:  # a page of a damaged file; the others may be whole
        return
    try:
        text: str = text_page.get_text_range()
        exact = len(text) == text_page.count_chars()
        for found in _LINE.finditer(text):
            line = found[0].strip()
            if line:
                first = found.start() + len(found[0]) - len(found[0].lstrip())
                yield _line(text_page, line, first=first if exact else -1)
    finally:
        text_page.close()
        page.close()


def _line(text_page: Any, text: str, *, first: int) -> Line:  # noqa: ANN401
    """A line with its place; one without a place where PDFium's characters are not those of the text."""
    if first < 0:
        return Line(text)
    word = _FIRST_WORD.match(text)
    end_of_word = first + (word.end() if word else 1) - 1
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    right = text_page.get_charbox(first + len(text) - 1, loose=True)[2]
    return Line(text, left, right, bottom, top - bottom, text_page.get_charbox(end_of_word, loose=True)[2] - left)
