"""The English and traditional names that stand in an export, in its order, read without a line of the exporters."""

from __future__ import annotations

import csv
import html
import json
import re
import sqlite3
import struct
import zipfile
from functools import partial
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from glossary.formats import columns, jsonl, note_type
from glossary.formats.format import ReadOptions


def delimited(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


def names(name: str, content: bytes) -> list[tuple[str, str]]:
    return _READERS[name](content)


def text(content: bytes) -> str:
    """All that stands in the export, unpacked where it is a ZIP; HTML without its marks."""
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    return "\n".join(parts)


def notes(content: bytes) -> list[dict[str, str]]:
    fields = _column(content, "flds")
    return [dict(zip(note_type.FIELDS, row.split("\x1f"), strict=True)) for row in fields]


def guids(content: bytes) -> list[str]:
    return _column(content, "guid")


def _column(content: bytes, column: str) -> list[str]:
    with TemporaryDirectory() as folder, zipfile.ZipFile(BytesIO(content)) as package:
        connection = sqlite3.connect(package.extract("collection.anki2", Path(folder)))
        rows = connection.execute(f"SELECT {column} FROM notes ORDER BY id").fetchall()
        connection.close()
    return [row[0] for row in rows]


def _csv(content: bytes) -> list[tuple[str, str]]:
    return [(found["english"], found["traditional"]) for found in delimited(content)]


def _tsv(content: bytes) -> list[tuple[str, str]]:
    lines = content.decode().split("\n")
    assert lines.pop() == ""
    return [(cells[0], cells[1]) for cells in (line.split("\t") for line in lines[1:])]


def _jsonl(content: bytes) -> list[tuple[str, str]]:
    found = jsonl.read(BytesIO(content), where="-", options=ReadOptions())
    return [(columns.english(entry), columns.traditional(entry)) for entry in found]


def _anki(content: bytes) -> list[tuple[str, str]]:
    lines = content.decode().split("\n")
    body = "\n".join(lines[next(place for place, line in enumerate(lines) if not line.startswith("#")) :])
    return [(row[1], row[3]) for row in csv.reader(StringIO(body, newline=""), delimiter="\t")]


def _apkg(content: bytes) -> list[tuple[str, str]]:
    def plain(field: str) -> str:
        return html.unescape(field.replace("<br>", "\n"))

    return [(plain(note["English"]), plain(note["Traditional"])) for note in notes(content)]


def sheet(content: bytes) -> list[list[str]]:
    """The cells of the first sheet, header and all."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    return [["" if cell is None else cell for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]


def _xlsx(content: bytes) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in sheet(content)[1:]]


def _phrase(content: bytes) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in sheet(content)[1:] if row[4 if len(row) > 9 else 3] or row[1]]


def _commas(content: bytes, *, header: int) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in list(csv.reader(StringIO(content.decode(), newline="")))[header:]]


def _tabs(content: bytes, *, header: int) -> list[tuple[str, str]]:
    lines = content.decode().split("\n")
    assert lines.pop() == ""
    return [(cells[0], cells[1]) for cells in (line.removesuffix("\r").split("\t") for line in lines[header:])]


def _memoq(content: bytes) -> list[tuple[str, str]]:
    return [(english.split("|")[0], chinese.split("|")[0]) for english, chinese in _commas(content, header=1)]


def _multiterm(content: bytes) -> list[tuple[str, str]]:
    return [(english.split("|")[0], chinese.split("|")[0]) for english, chinese in _tabs(content, header=1)]


def _tbx(content: bytes) -> list[tuple[str, str]]:
    def first(concept: ET.Element, lang: str) -> str:
        space = "{http://www.w3.org/XML/1998/namespace}lang"
        sections = [found for found in concept if found.get(space, "").startswith(lang)]
        return next((term.text or "" for found in sections for term in found.iter() if term.tag.endswith("term")), "")

    root = ET.fromstring(content)
    concepts = [found for found in root.iter() if found.tag.endswith(("conceptEntry", "termEntry"))]
    return [(first(found, "en"), first(found, "zh-Hant") or first(found, "zh-TW")) for found in concepts]


def _tmx(content: bytes) -> list[tuple[str, str]]:
    units = ET.fromstring(content).iter("tu")
    return [tuple(seg.text or "" for seg in unit.iter("seg")) for unit in units]


def _prompt(content: bytes) -> list[tuple[str, str]]:
    lines = content.decode().split("\n")[1:-1]
    return [
        tuple(re.sub(r"(, not .*)?( \((other|person|organization|place).*\))?\Z", "", line).split(" → "))
        for line in lines
    ]


def stardict(content: bytes) -> dict[str, list[str]]:
    """The articles found under each word."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        index, articles = archive.read("glossary/glossary.idx"), archive.read("glossary/glossary.dict")
    found: dict[str, list[str]] = {}
    for word, place in re.findall(rb"([^\0]+)\0(.{8})", index, re.DOTALL):
        at, size = struct.unpack(">II", place)
        found.setdefault(word.decode(), []).append(articles[at : at + size].decode())
    return found


def _stardict(content: bytes) -> list[tuple[str, str]]:
    articles = sorted({text for texts in stardict(content).values() for text in texts})
    return [(text.split("\n")[0], text.split("\n")[1].split(" / ")[0]) for text in articles]


def yomitan(content: bytes) -> list[list]:
    """The rows of all term banks."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        banks = [name for name in archive.namelist() if name.startswith("term_bank_")]
        return [row for name in banks for row in json.loads(archive.read(name))]


def _yomitan(content: bytes) -> list[tuple[str, str]]:
    articles = {row[6]: row[5][0]["content"] for row in yomitan(content)}
    return [
        tuple(next((part["content"] for part in parts if part["lang"] == lang), "") for lang in ("en", "zh-Hant"))
        for parts in articles.values()
    ]


def _cedict(content: bytes) -> list[tuple[str, str]]:
    lines = [line for line in content.decode().split("\n") if line and not line.startswith("#")]
    found = [re.fullmatch(r"([^ ]+) [^ ]+ \[[^\]]+\] /([^/]+)/(?:[^/]+/)*", line) for line in lines]
    return [(line[2].split("; ")[0], line[1]) for line in found]


def _pleco(content: bytes) -> list[tuple[str, str]]:
    cells = [line.split("\t") for line in content.decode().split("\n")[1:-1]]
    return [(row[2].split("\ueab1")[0], re.sub(r".*\[(.*)\]", r"\1", row[0])) for row in cells]


def _skos(content: bytes) -> list[tuple[str, str]]:
    import rdflib

    skos = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
    graph = rdflib.Graph().parse(data=content.decode(), format="turtle")
    found = []
    for concept in sorted(graph.subjects(rdflib.RDF.type, skos.Concept)):
        labels = {label.language.lower(): str(label) for label in graph.objects(concept, skos.prefLabel)}
        found.append((labels.get("en", ""), labels.get("zh-hant", "")))
    return found


def _markdown(content: bytes) -> list[tuple[str, str]]:
    rows = [re.split(r"(?<!\\)\|", re.sub(r"\\\\", "\0", line)) for line in content.decode().split("\n")[4:-1]]
    return [tuple(re.sub(r"\\(.)", r"\1", cell[1:-1]).replace("\0", "\\") for cell in row[1:3]) for row in rows]


class _Cells(HTMLParser):
    """The texts of the cells of the table's body, row by row; ``<br>`` is a line break."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as HTMLParser has it
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self.inside = True
        if tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def page(content: bytes) -> list[list[str]]:
    """The cells of the rows of the page."""
    parser = _Cells()
    parser.feed(content.decode())
    return parser.rows[1:]


def _page(content: bytes) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in page(content)]


def _vale(content: bytes) -> list[tuple[str, str]]:
    import yaml

    return [(right, re.sub(r"\\(.)", r"\1", wrong)) for wrong, right in yaml.safe_load(content)["swap"].items()]


_READERS = {
    "csv": _csv,
    "tsv": _tsv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
    "anki": _anki,
    "apkg": _apkg,
    "omegat": partial(_tabs, header=1),
    "omegat-csv": partial(_commas, header=0),
    "tbx": _tbx,
    "tbx2": _tbx,
    "tmx": _tmx,
    "utx": partial(_tabs, header=2),
    "weblate": partial(_commas, header=1),
    "memoq": _memoq,
    "multiterm": _multiterm,
    "phrase": _phrase,
    "deepl": partial(_tabs, header=0),
    "google": partial(_commas, header=0),
    "google-set": partial(_commas, header=1),
    "amazon": partial(_commas, header=1),
    "azure": partial(_tabs, header=1),
    "immersive": partial(_commas, header=1),
    "prompt": _prompt,
    "stardict": _stardict,
    "yomitan": _yomitan,
    "cedict": _cedict,
    "pleco": _pleco,
    "skos": _skos,
    "vale": _vale,
    "markdown": _markdown,
    "html": _page,
}
