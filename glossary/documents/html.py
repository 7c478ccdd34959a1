"""Web pages: the article alone, found by trafilatura, or all text. Scripts are text to us, and left out."""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from glossary.documents.encodings import decode
from glossary.documents.options import Options
from glossary.documents.pieces import About, Content, Piece
from glossary.errors import EncodingError, UnreadableError
from glossary.lang.latin import is_toned
from glossary.lang.script import HAN

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Line", "lines", "read"]

_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{1,100}encoding\s*=\s*["']([\w.:-]+)""")
_HEAD = 4096  # bytes in which a page says its encoding
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"})  # a browser takes them for cp1252
_BAD = 1000  # a page with fewer than one bad byte in so many is taken as it says it is
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])[ \t]*\r?\n\s*(?=[{HAN}])")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CONTROLS = str.maketrans("", "", "\0\x01\x02")
# A Chinese word with its English above, as translators of technical texts set it; pinyin above characters is left out.
_RUBY = re.compile(
    rf"<ruby[^>]{{0,99}}>\s*(?P<base>[^<>]{{0,60}}[{HAN}]{{2}}[^<>]{{0,60}})(?:<rp>[^<>]{{0,3}}</rp>\s*)?"
    r"<rt[^>]{0,99}>(?P<gloss>[^<>]{0,120}[A-Za-z]{2}[^<>]{0,120})</rt>(?:\s*<rp>[^<>]{0,3}</rp>)?\s*</ruby>"
)
_ABOVE = re.compile(r"<r[tp]\b[^<>]{0,99}>[^<>]{0,120}</r[tp]>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "rt", "rp", "svg", "math", "textarea", "select"}
)
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
    "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = _BLOCKS - _HEADINGS - {"article", "body", "main"}  # of a page, that may stand around its article
_HEAD_MARK, _ITEM_MARK = "\f", "\v"  # begin a line of a heading, of a list; in text they are white space, made a space
_KINDS = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd", "tr"), "item"),
    **dict.fromkeys(("nav", "aside", "footer", "header", "form", "button"), "menu"),
    "a": "link",
}
_MENU = re.compile(  # a class or an id of what stands around an article
    r"(?<![a-z])(?:nav|navigation|navbar|menu|sidebar|footer|header|related|recommended|share|social|breadcrumb|widget|"
    r"promo|newsletter|comment|tag)s?(?![a-z])",
    re.IGNORECASE,
)
_LINK = re.compile("\x01([^\x02]*)\x02")  # what a link shows
_LINKED = 0.8  # share of the letters of an item from which it is one of a menu
_PARAGRAPH = 30  # letters of a line from which it is a paragraph, and no item of a menu
_SIGNS = re.compile(r"\W+")


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The lines of the article, or of the whole page if that is asked for or no article is found.

    Raises:
        InputError: it is no text.
    """
    page = _text(data, path=path, encoding=options.encoding)
    article, about = ([], _stated(page, path)) if options.whole_page else _article(page, path)
    found = article or _whole(page, path=path)
    pieces = [
        Piece(f"{line.text.strip()}\n", f"paragraph {number}", line.heading)
        for number, line in enumerate(found, start=1)
    ]
    return Content(pieces, about)


class Line(NamedTuple):
    """A line of text that a page shows. ``item``: it is one of a list or a table, and of no menu."""

    text: str
    heading: bool
    item: bool


def lines(data: bytes, *, path: str) -> Iterator[Line]:
    """All lines of text that a page shows."""
    return _whole(_text(data, path=path, encoding=None), path=path)


def _text(data: bytes, *, path: str, encoding: str | None) -> str:
    """The page as a string; line breaks between Chinese characters, which a browser does not show, taken out."""
    stated = _CHARSET.search(data[:_HEAD]) or _XML_ENCODING.match(data[:_HEAD])
    if encoding is None and stated is not None:
        text = _as_stated(data, stated[1].decode("ascii").lower(), path=path)
    else:
        text = decode(data, path=path, encoding=encoding)
    text = _RUBY.sub(_glossed, _BETWEEN_HAN.sub("", text.translate(_CONTROLS)))
    return _DECLARATION.sub("", _ABOVE.sub("", text))


def _glossed(ruby: re.Match[str]) -> str:
    """The word with what stands above it in brackets, unless that is pinyin."""
    return ruby[0] if is_toned(ruby["gloss"]) else f"{ruby['base'].strip()}（{ruby['gloss'].strip()}）"


def _as_stated(data: bytes, name: str, *, path: str) -> str:
    """The text in the encoding that a page states, or else in the one that it is in."""
    name = "cp1252" if name in _LATIN else name
    try:
        return decode(data, path=path, encoding=name)
    except EncodingError:
        try:
            return decode(data, path=path, encoding=None)
        except EncodingError:
            text = data.decode("utf-8", "replace")
            if name.replace("-", "") != "utf8" or text.count("\ufffd") * _BAD > len(data):
                raise
            return text


def _article(page: str, path: str) -> tuple[list[Line], About]:
    """The lines of the article, and what the page says about itself.

    On a short page no article may be found but all pieces of text, parted wherever there is a tag; that is none.
    """
    import trafilatura

    _quiet()
    url = path if path.startswith(("http://", "https://")) else None
    found = trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,  # finds more lists, and hardly more of what stands around the article
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return [], _stated(page, path)
    body: Sequence[HtmlElement] = getattr(found, "body", ())
    if len(body) == 1 and "\n" in (body[0].text or ""):
        return [], _about(found)
    whole = list(_whole(page, path=path))
    headings = {line.text for line in whole if line.heading}
    texts = map(str.strip, (getattr(found, "text", None) or "").split("\n"))
    article = [Line(text, _SPACE.sub(" ", text) in headings, item=False) for text in texts if text]
    return list(_with_lists(article, whole)), _about(found)


def _with_lists(article: Sequence[Line], whole: Sequence[Line]) -> Iterator[Line]:
    """The lines of the article, and the items of lists that stand between its paragraphs and were left out."""
    known, letters = [_letters(line) for line in article], [_letters(line) for line in whole]
    exactly, joined = set(known), "".join(known)
    told = [text in exactly or text in joined for text in letters]
    places = [number for number, text in enumerate(letters) if told[number] and len(text) >= _PARAGRAPH]
    left_out: dict[int, list[Line]] = defaultdict(list)
    at = 0
    for number in range(places[0], places[-1]) if places else ():
        if told[number]:
            at = next((place for place in range(at, len(known)) if letters[number] in known[place]), at)
        elif whole[number].item:
            left_out[at].append(whole[number])
    for place, line in enumerate(article):
        yield line
        yield from left_out[place]


def _letters(line: Line) -> str:
    return _SIGNS.sub("", line.text)


def _quiet() -> None:
    """Keep what libraries log from the user, as we say ourselves what is wrong with a page."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _stated(page: str, path: str) -> About:
    """What a page says about itself."""
    from trafilatura.metadata import extract_metadata

    _quiet()
    url = path if path.startswith(("http://", "https://")) else None
    dates = {"extensive_search": False, "original_date": True}
    return _about(extract_metadata(page, default_url=url, date_config=dates))


def _about(stated: object) -> About:
    """Title, publisher, address and date out of trafilatura's document."""
    title, publisher, url, date = (getattr(stated, name, None) or "" for name in ("title", "sitename", "url", "date"))
    return About(title, publisher, url, date)


def _whole(page: str, *, path: str) -> Iterator[Line]:
    """The lines of text of the page, menus and all."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("holds no text", where=path, hint="Give a page that holds text") from error
    for line in "".join(_shown(root)).split("\n"):
        marks, linked = line[:2], sum(map(len, _LINK.findall(line)))
        cells = [_SPACE.sub(" ", cell).strip() for cell in _LINK.sub(r"\1", line).split("\t")]
        if any(cells):
            item = _ITEM_MARK in marks and linked < _LINKED * sum(map(len, cells))
            yield Line("\t".join(cells).rstrip("\t"), _HEAD_MARK in marks, item)


def _kind(name: str, element: HtmlElement) -> str:
    """What kind of element this is, if its text counts otherwise for that."""
    called = f"{element.get('class', '')} {element.get('id', '')}" if name in _PARTS else ""
    if _MENU.search(called):
        return "menu"
    return _KINDS.get(name, "")


def _shown(root: HtmlElement) -> Iterator[str]:
    """The text of the page, with newlines around blocks, tabs behind the cells of a table, and marks of what it is."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    inside: Counter[str] = Counter()  # how deep in each kind of element
    for event, element in walker:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and name in _UNSEEN:
            walker.skip_subtree()
            continue
        if kind := _kind(name, element):
            inside[kind] += 1 if event == "start" else -1
        if name in _BLOCKS:
            item = inside["item"] and not inside["menu"]
            yield f"\n{_HEAD_MARK * bool(inside['heading'])}{_ITEM_MARK * bool(item)}"
        elif name in _CELLS and event == "end":
            yield "\t"
        text = _SPACE.sub(" ", (element.text if event == "start" else element.tail) or "")
        yield f"\x01{text}\x02" if text and inside["link"] else text
