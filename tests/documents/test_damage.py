"""Damaged documents of every kind: a document or an input error of one line, whatever happened to the bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.documents import Options, docx, read, segments
from glossary.errors import InputError
from glossary.model import Span
from tests.documents import test_kinds, test_segments
from tests.documents.test_pdf import WRITTEN, drawn


def samples(folder: Path) -> dict[str, bytes]:
    """A whole document of each kind, by name."""
    made = {
        "a.docx": test_kinds.word(folder).read_bytes(),
        "a.pptx": test_kinds.slides(folder).read_bytes(),
        "a.epub": test_kinds.book(folder).read_bytes(),
        "a.pdf": drawn(folder, [WRITTEN] * 2).read_bytes(),
    }
    texts = {
        "a.html": test_kinds.PAGE, "a.fodt": test_kinds.ODT, "a.srt": test_kinds.SRT, "a.vtt": test_kinds.VTT,
        "a.tmx": test_segments.TMX, "a.xlf": test_segments.XLIFF_1, "b.xlf": test_segments.XLIFF_2,
        "a.po": test_segments.as_po(test_segments.PAIRS).decode(), "a.jsonl": '{"text": "a\\u4e00"}\n{"text": "b"}\n',
    }  # fmt: skip
    return made | {name: text.encode() for name, text in texts.items()}


NAMES = (
    "a.docx", "a.pptx", "a.epub", "a.pdf", "a.html", "a.fodt", "a.srt", "a.vtt", "a.tmx", "a.xlf", "b.xlf",
    "a.po", "a.jsonl",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> dict[str, bytes]:
    return samples(tmp_path_factory.mktemp("whole"))


def damaged(data: bytes, draw: st.DataObject) -> bytes:
    """The bytes with some replaced, taken out, or doubled."""
    for _ in range(draw.draw(st.integers(1, 3))):
        start = draw.draw(st.integers(0, max(0, len(data) - 1)))
        end = min(len(data), start + draw.draw(st.sampled_from([0, 1, 2, 30, 500])))
        put_in = draw.draw(st.sampled_from([b"", data[start:end] * 2, b"\0", b"<", b"]]>", b"\xff\xfe", b"&", b'"']))
        data = data[:start] + put_in + data[end:]
    return data


def inside(data: bytes, draw: st.DataObject) -> bytes:
    """The zip package with one of its members damaged, and whole as a package."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        wanted = draw.draw(
            st.sampled_from([name for name in source.namelist() if name.endswith(("ml", "rels", "opf"))])
        )
        for name in source.namelist():
            member = source.read(name)
            target.writestr(name, damaged(member, draw) if name == wanted else member)
    return made.getvalue()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("ignore::glossary.errors.DocumentWarning")  # a part that cannot be read is told of
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damage_is_an_input_error_or_nothing(name: str, whole, data, tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("damaged") / name
    packed = whole[name].startswith(b"PK") and data.draw(st.booleans())
    path.write_bytes((inside if packed else damaged)(whole[name], data))
    for attempt in (
        lambda: read(str(path)),
        lambda: read(str(path), options=Options(whole_page=True)),
        lambda: list(segments.read(str(path))),
        lambda: docx.insert(str(path), [], io.BytesIO()),
        lambda: docx.comment(str(path), [(Span(0, 3), "x")], io.BytesIO()),
    ):
        try:
            attempt()
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017
        except ValueError as error:
            assert "no text of the document" in str(error)  # noqa: PT017


@pytest.mark.parametrize("tag", ["div", "b", "table", "p"])
def test_deeply_nested_pages_are_read_or_refused(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<{tag}>" * 30_000 + "He Lifeng" + f"</{tag}>" * 30_000, encoding="utf-8")
    for options in (Options(), Options(whole_page=True)):
        try:
            read(str(path), options=options)
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017
