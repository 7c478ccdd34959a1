"""Documents that cannot be taken, through the real command: one clear line, exit 2, and the others still read."""

from __future__ import annotations

import io
import json
import resource
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import pikepdf
import pytest

from tests.command import Command

NAME = "Vice Premier He Lifeng (何立峰) spoke."
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {one} "{f"&{two};" * 10}">' for one, two in zip("bcdefghij", "abcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file://{}">]>'
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
TEXT = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


@pytest.fixture
def glossary(tmp_path) -> Command:
    return Command(tmp_path)


def word(text: str = NAME) -> bytes:
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


def changed(package: bytes, **parts: bytes | str) -> bytes:
    """The package with parts replaced or added; ``__`` stands for a slash."""
    given = {name.replace("__", "/").replace("_DOT_", "."): data for name, data in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in [*source.namelist(), *(given.keys() - set(source.namelist()))]:
            target.writestr(name, given[name] if name in given else source.read(name))
    return made.getvalue()


def body(xml: str) -> bytes:
    return changed(word(), word__document_DOT_xml=xml)


def lying() -> bytes:
    """A body whose size is stated as 10 bytes, and is not."""
    package = bytearray(body(WORD.format(TEXT.format("a" * 20_000_000))))
    with zipfile.ZipFile(io.BytesIO(bytes(package))) as source:
        true = source.getinfo("word/document.xml").file_size
    return bytes(package).replace(struct.pack("<L", true), struct.pack("<L", 10))


def encrypted_member() -> bytes:
    """A package whose members are marked as encrypted."""
    data = bytearray(word())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + place] |= 1
    return bytes(data)


def lzma_member() -> bytes:
    """A package packed by LZMA, with zeros in the middle of its body."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as package, zipfile.ZipFile(io.BytesIO(word())) as whole:
        for name in whole.namelist():
            package.writestr(name, whole.read(name))
        at = package.getinfo("word/document.xml").header_offset + 100
    return made.getvalue()[:at] + bytes(30) + made.getvalue()[at + 30 :]


def pdf(pages: int = 1, content: bytes = b"0 0 9 9 re f", **options: object) -> bytes:
    made = io.BytesIO()
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page().Contents = document.make_stream(content)
    document.save(made, **options)
    return made.getvalue()


def epub(page: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
        package.writestr("META-INF/container.xml", page)
    return made.getvalue()


def zip_of() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a.txt", "x")
    return made.getvalue()


NESTED = "<w:p>" * 200_000 + "</w:p>" * 200_000
BAD = {
    "encrypted.docx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old or encrypted Office document"),
    "encrypted-member.docx": (encrypted_member, "is encrypted"),
    "lzma.docx": (lzma_member, "damaged or incomplete"),
    "truncated.docx": (lambda: word()[:-3000], "damaged or incomplete"),
    "half.docx": (lambda: word()[: len(word()) // 2], "damaged or incomplete"),
    "text.docx": (lambda: b"this is only called so", "damaged or incomplete"),
    "no-body.docx": (lambda: changed(word(), _rels___DOT_rels="<Relationships/>"), "is no Word document"),
    "broken-xml.docx": (lambda: body("<w:document><w:body>"), "is no well-formed XML"),
    "laughs.docx": (lambda: body(LAUGHS + WORD.format(TEXT.format("&j;"))), "declares entities"),
    "lying.docx": (lying, "damaged or incomplete"),
    "pictures.pdf": (pdf, "holds pictures of pages but no text"),
    "encrypted.pdf": (lambda: pdf(1, encryption=pikepdf.Encryption(owner="o", user="u")), "is encrypted"),
    "truncated.pdf": (lambda: pdf()[:200], "damaged or incomplete"),
    "many.pdf": (lambda: pdf(10_000), "has 10000 pages, more than 5000"),
    "no-book.epub": (lambda: epub("<container/>"), "names no book"),
    "laughs.epub": (lambda: epub(LAUGHS + "<container>&j;</container>"), "declares entities"),
    "laughs.xlf": (f"{LAUGHS}<xliff>&j;</xliff>".encode, "declares entities"),
    "broken.tmx": (lambda: b"<tmx><body>", "is no well-formed XML"),
    "no-times.srt": (lambda: b"only text", "holds no subtitles"),
    "no-json.jsonl": (lambda: b'{"text": "a"}\n{"text": ', "no-json.jsonl:2: is no JSON"),
    "nan.jsonl": (lambda: b'{"n": NaN, "text": "a"}', "nan.jsonl:1: is no JSON: invalid character (byte 6)"),
    "deep.jsonl": (lambda: b'{"text": ' + b"[" * 100_000, "deep.jsonl:1: is no JSON"),
    "no-field.jsonl": (lambda: b'{"body": "He Lifeng"}', "--field body"),
    "empty.html": (lambda: b"<html><script>alert(1)</script></html>", "is empty"),
    "binary.html": (lambda: b"\0\1\2\3" * 100, "binary"),
    "empty.docx": (lambda: word(""), "is empty"),
    "unknown.zip": (zip_of, "is a zip file"),
    "no-zip.odt": (lambda: b"PK\x03\x04" + b"\0" * 100, "damaged or incomplete"),
    "cut.pptx": (lambda: zip_of()[:60], "damaged or incomplete"),
    "other.pptx": (zip_of, "is no presentation"),
    "rich.docx": (lambda: b"{\\rtf1 He Lifeng}", "is an RTF document"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "made", "message"), [(name, *bad) for name, bad in BAD.items()], ids=BAD)
def test_is_refused_in_one_line_and_the_others_are_read(name: str, made, message: str, glossary: Command) -> None:
    bad, good = glossary.write(name, made()), glossary.write("good.txt", NAME)
    result = glossary("extract", bad, good)
    assert result.refused(name, message)
    assert result.err.count("\n") == 1
    assert [json.loads(line)["chinese"] for line in result.out.splitlines()] == ["何立峰"]
    assert not glossary.db.exists()


def test_a_zip_bomb_takes_neither_memory_nor_time(glossary: Command) -> None:
    path = glossary.write("bomb.docx", bomb_of_zeros())
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    result = glossary("extract", path)
    assert result.refused("bomb.docx", "unpacks to more than 500 MB", "--limit unpacked=2000")
    assert max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) < 800_000  # kilobytes


def bomb_of_zeros() -> bytes:
    """A package whose body unpacks to 600 MB, written without ever having it: a stream of zeros deflates to nothing."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    zeros = b"\0" * (1 << 20)
    packed = b"".join([*(packer.compress(zeros) for _ in range(600)), packer.flush()])
    size = 600 << 20
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, 0, len(packed), size, 17, 0) + b"word/document.xml"
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, len(packed), size, 17, 0, 0, 0, 0, 0, 0)
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        b'Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    name = b"_rels/.rels"
    other = struct.pack(
        "<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, zlib.crc32(relations), len(relations), len(relations), len(name), 0
    )
    offset = len(head) + len(packed)
    listed = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, zlib.crc32(relations), len(relations), len(relations),
        len(name), 0, 0, 0, 0, 0, offset,
    )  # fmt: skip
    directory = entry + b"word/document.xml" + listed + name
    start = offset + len(other) + len(name) + len(relations)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    return head + packed + other + name + relations + directory + end


def test_a_file_outside_is_never_read(glossary: Command) -> None:
    secret = glossary.write("secret.txt", "Vice Premier Secret Person (祕密人) spoke.")
    for name, text in (
        ("a.docx", body(OUTSIDE.format(secret) + WORD.format(TEXT.format("&secret;")))),
        ("a.tmx", f"{OUTSIDE.format(secret)}<tmx><body>&secret;</body></tmx>".encode()),
        ("a.fodt", f"{OUTSIDE.format(secret)}<office>&secret;</office>".encode()),
    ):
        assert glossary("extract", glossary.write(name, text)).refused(name, "declares entities")
    page = glossary.write("a.xhtml", f"{OUTSIDE.format(secret)}<html><body><p>{NAME} &secret;</p></body></html>")
    assert "祕密" not in glossary("extract", "--whole-page", page).out


def test_macros_are_not_run_and_the_text_is_read(glossary: Command) -> None:
    macro = changed(word(), word__vbaProject_DOT_bin=b"\xd0\xcf\x11\xe0" + b"Shell" * 100)
    result = glossary("extract", glossary.write("a.docm", macro))
    assert [json.loads(line)["chinese"] for line in result.out.splitlines()] == ["何立峰"]


def test_scripts_are_no_text(glossary: Command) -> None:
    script = "<script>document.write('Vice Premier Evil (惡人)')</script>"
    page = f"<html><body>{script}<p onclick='x()'>{NAME}</p></body></html>"
    for option in ((), ("--whole-page",)):
        result = glossary("extract", *option, glossary.write("a.html", page))
        assert [json.loads(line)["chinese"] for line in result.out.splitlines()] == ["何立峰"]


def test_limits_can_be_raised(glossary: Command) -> None:
    path = glossary.write("many.pdf", pdf(5100))
    assert glossary("extract", path).refused("more than 5000", "--limit pages=5100")
    assert glossary("extract", "--limit", "pages=6000", path).refused("pictures of pages")


def test_deeply_nested_xml_is_read_or_refused(glossary: Command) -> None:
    result = glossary("extract", glossary.write("deep.docx", body(WORD.format(NESTED))))
    assert result.refused("deep.docx")


def test_a_part_that_is_missing_is_named(glossary: Command) -> None:
    package = changed(word(), _rels___DOT_rels=(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://x/officeDocument" Target="word/gone.xml"/></Relationships>'
    ))  # fmt: skip
    assert glossary("extract", glossary.write("a.docx", package)).refused("a.docx", "has no part word/gone.xml")


def test_every_cut_of_a_document_is_read_or_refused(tmp_path: Path) -> None:
    from glossary.documents import read
    from glossary.errors import InputError

    whole = word()
    path = tmp_path / "cut.docx"
    for length in range(0, len(whole), 997):
        path.write_bytes(whole[:length])
        try:
            read(str(path))
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017
