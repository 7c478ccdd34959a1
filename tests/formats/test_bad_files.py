"""Files that cannot be taken: one clear line with the file and the line, and the store as it was."""

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError, InputError
from glossary.formats import importing
from glossary.formats.export import export
from glossary.formats.format import ReadOptions
from glossary.formats.registry import FORMATS, find
from tests.command import Command
from tests.formats import sample

READABLE = [found.name for found in FORMATS if found.reads]
every_format = pytest.mark.parametrize("name", READABLE)


def content(name):
    stream = io.BytesIO()
    export(sample.FIVE, name, to=stream)
    return stream.getvalue()


def read(data, name, **columns):
    return list(importing.read(io.BytesIO(data), find(name), where=f"a.{name}", options=ReadOptions(columns=columns)))


LAUGHS = '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {char} "{f"&{before};" * 10}">' for before, char in zip("abcdefghi", "bcdefghij", strict=True)
)
LAUGHS += "]><{root}>&j;</{root}>"
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/passwd">]><{root}><term>&x;</term></{root}>'
)


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def declaring(data, size):
    """The ZIP whose last part is said to unpack to so many bytes."""
    place = data.rfind(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4 :]


def repacked(data, change):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: change(name, archive.read(name)) for name in archive.namelist()})


def encrypted(data):
    """The ZIP whose members are marked as encrypted."""
    made = bytearray(data)
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(head, place + 1)) >= 0:
            made[place + flags] |= 1
    return bytes(made)


def damaged_within(data, method):
    """The ZIP packed by another method, with zeros in the middle of the first member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(stream, "w", method) as made:
        for name in whole.namelist():
            made.writestr(name, whole.read(name))
        at = made.infolist()[0].header_offset + 30 + len(made.namelist()[0]) + 20
    packed = stream.getvalue()
    return packed[:at] + bytes(30) + packed[at + 30 :]


def tarred(parts):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, data in parts.items():
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
    return stream.getvalue()


IFO = b"StarDict's dict ifo file\nversion=3.0.0\nwordcount=1\nsametypesequence=m\n"
BOMB = gzip.compress(bytes(520 << 20), compresslevel=1)
BAD = {
    "laughs": ("tbx", LAUGHS.format(root="tbx").encode(), "declares XML entities"),
    "laughs in tmx": ("tmx", LAUGHS.format(root="tmx").encode(), "declares XML entities"),
    "outside": ("tbx", OUTSIDE.format(root="martif").encode(), "declares XML entities"),
    "laughs in a sheet": (
        "xlsx",
        lambda: repacked(content("xlsx"), lambda n, d: LAUGHS.format(root="x").encode() if "sheet1" in n else d),
        "declares XML entities",
    ),
    "another root": ("tbx", b"<html><body/></html>", "begins with <html>, not with <martif> or <tbx>"),
    "no term": (
        "tbx",
        b'<martif><text><body>\n<termEntry id="1"/></body></text></martif>',
        "a.tbx:2: <termEntry> has no",
    ),
    "truncated XML": ("tbx", lambda: content("tbx")[:1500], "is no whole XML"),
    "bad XML": ("tmx", b"<tmx><body><tu></body></tmx>", "a.tmx:1: is no whole XML"),
    "bomb": ("xlsx", lambda: declaring(content("xlsx"), 4_000_000_000), "would unpack to more than 512 MB"),
    "bomb of a dictionary": ("stardict", lambda: declaring(content("stardict"), 4_000_000_000), "more than 512 MB"),
    "bomb in a dictionary": (
        "stardict",
        lambda: zipped({"x.ifo": IFO, "x.idx": b"a\0" + bytes(8), "x.dict.dz": BOMB}),
        "more than 512 MB",
    ),
    "truncated workbook": ("xlsx", lambda: content("xlsx")[:3000], "is no Excel workbook, or a damaged one"),
    "no workbook": ("xlsx", lambda: content("stardict"), "is no Excel workbook"),
    "encrypted workbook": ("xlsx", lambda: encrypted(content("xlsx")), "is encrypted"),
    "encrypted dictionary": ("stardict", lambda: encrypted(content("stardict")), "is encrypted"),
    **{
        f"damaged {name}, method {method}": (
            name,
            lambda name=name, method=method: damaged_within(content(name), method),
            "or a damaged one",
        )
        for name in ("xlsx", "stardict")
        for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    },
    "damaged tar": ("stardict", lambda: lzma.compress(bytes(range(256)) * 400)[:-200], "or a damaged one"),
    "no dictionary": ("stardict", lambda: content("xlsx"), "holds no StarDict dictionary (no .dict)"),
    "half a word": (
        "stardict",
        lambda: tarred({"x.ifo": IFO, "x.idx": b"word\0abc", "x.dict": b"x"}),
        "middle of a word",
    ),
    "no article": (
        "stardict",
        lambda: tarred({"x.ifo": IFO, "x.idx": b"word\0" + struct.pack(">II", 5, 9), "x.dict": b"x"}),
        "the article of 'word' is not there",
    ),
    "wrong header": (
        "csv",
        b"colour,size\nred,5\n",
        "a.csv:1: the header names no column of English and of Chinese names (colour, size)",
    ),
    "more cells": (
        "csv",
        b"english,chinese\na,\xe7\x94\xb2\nb,\xe4\xb9\x99,c\n",
        "a.csv:3: has 3 columns, the first line 2",
    ),
    "fewer cells": ("csv", b"english,chinese\n\nb\n", "a.csv:3: has 1 column, the first line 2"),
    "no end of a quotation": ("csv", b'english,chinese\na,"b\n\n', "a.csv:2: not a table row"),
    "no name": ("csv", b"english,chinese,kind\n,,person\n", "a.csv:2: names nothing"),
    "mixed": ("csv", "english,chinese\na,甲乙丙\n".encode() + "b,何立峰\n".encode("big5"), "a.csv:3: mixed encodings"),
    "binary": ("csv", bytes(range(256)) * 20, "looks binary"),
    "empty": ("csv", b"", "is empty"),
    "blank": ("omegat", b" \n\n", "is empty"),
    "no tab": ("omegat", b"# comment\nHe Lifeng\n", "a.omegat:2: has no tab between two names"),
    "no utx": ("utx", b"a\tb\n", "a.utx:1: does not begin with #UTX"),
    "no columns of utx": ("utx", b"#UTX 1.20; en/zh\na\tb\n", "a.utx:2: has no src and tgt"),
    "no cedict": ("cedict", "# x\n林劍 林剑 Lin2 Jian4\n".encode(), "a.cedict:2: is no line of CC-CEDICT"),
    "no separator": ("anki", b"#separator:\nHe Lifeng\tx\n", "a.anki:1: '' is no separator"),
    "another separator": ("anki", b"#html:false\n#separator:foo\nHe Lifeng\tx\n", "a.anki:2: 'foo' is no separator"),
    "a quotation mark as separator": ("anki", b'#separator:"\nHe Lifeng"x\n', "a.anki:1: '\"' is no separator"),
    "one field": ("anki", b"#separator:tab\nHe Lifeng\n", "a.anki:2: has no two fields"),
}


@pytest.mark.parametrize(("name", "data", "told"), BAD.values(), ids=BAD)
def test_one_clear_line(name, data, told):
    with pytest.raises(InputError) as caught:
        read(data() if callable(data) else data, name)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"a.{name}")
    assert caught.value.hint


@every_format
@pytest.mark.parametrize(
    "junk", [b"\0" * 50, b"PK\x03\x04junk", b"<", b"<tbx", b"\xff\xfe\0", b"\xef\xbb\xbf", b"\n", b"\x1f\x8b\x08"]
)
def test_junk_is_a_fault_of_the_file(name, junk):
    if name == "jsonl" and not junk.removeprefix(b"\xef\xbb\xbf").strip():
        pytest.skip("an export of an empty glossary")
    with pytest.raises(InputError):
        assert read(junk, name)


@every_format
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cut=st.floats(0, 1), place=st.floats(0, 1), byte=st.integers(0, 255))
@example(cut=0.5, place=0, byte=0)
@example(cut=0.97, place=0.5, byte=60)
def test_a_damaged_file_is_read_or_refused_and_never_breaks(name, cut, place, byte):
    data = bytearray(content(name))
    data[int(place * (len(data) - 1))] = byte
    with suppress(GlossaryError):
        read(bytes(data[: int(cut * len(data)) + 1]), name)


def test_the_store_is_as_it_was(tmp_path):
    glossary = Command(tmp_path)
    glossary("import", glossary.write("good.csv", "english,chinese\nLin Jian,林劍\n"))
    before = glossary("export", "jsonl").data
    bad = glossary.write("bad.csv", "english,chinese\nHe Lifeng,何立峰\nx\n")
    assert glossary("import", bad).refused(f"{bad}:3: has 1 column")
    trap = glossary.write("trap.tbx", LAUGHS.format(root="tbx"))
    assert glossary("import", trap).refused(f"{trap}: declares XML entities")
    assert glossary("export", "jsonl").data == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--column", "english"], "--column english says nothing"),
        (["--column", "colour=x"], "no column can be 'colour'"),
        (["--column", "english=Nomen"], "has no column 'Nomen'"),
        (["--column", "english=1", "--column", "chinese=9"], "has 2 columns"),
        (["--format", "vale"], "vale can be written but not read"),
        (["--format", "cvs"], "Did you mean 'csv'?"),
        (["--encoding", "nonsense"], "nonsense"),
    ],
)
def test_a_choice_that_cannot_be(arguments, told, tmp_path):
    glossary = Command(tmp_path)
    path = glossary.write("names.csv", "english,chinese\nLin Jian,林劍\n")
    assert glossary("import", *arguments, path).refused(told)
