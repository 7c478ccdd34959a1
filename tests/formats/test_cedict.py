import io

import pytest

from glossary.entries import build
from glossary.formats import cedict, tones
from glossary.formats.format import Options, ReadOptions
from glossary.formats.losses import Report
from glossary.formats.pinyin import reading_of
from glossary.lang import readings
from glossary.model import Kind, Pair, Term

# What CC-CEDICT has for each character of a name stands apart: T恤 [T xu4], 卡拉OK [ka3 la1 O K].
MIXED = [
    ("T-shirt", "T恤", "T xu4", "T xù"),
    ("karaoke", "卡拉OK", "ka3 la1 O K", "kǎlā OK"),
    ("2024 election", "2024年大選", "2 0 2 4 nian2 da4 xuan3", "2024 nián dàxuǎn"),
]


@pytest.mark.parametrize(("english", "chinese", "numbered", "pinyin"), MIXED)
def test_digits_and_letters_of_a_name_are_written_one_by_one(english, chinese, numbered, pinyin):
    stream = io.BytesIO()
    entry = build.from_pair(Pair(english, chinese, Kind.TERM))
    cedict.write([entry], stream, options=Options(), report=Report())
    assert f"[{numbered}] /{english}/" in stream.getvalue().decode()
    (row,) = cedict.read(io.BytesIO(stream.getvalue()), where="a.u8", options=ReadOptions())
    term = Term(chinese, "zh-Hant", reading=readings.read(chinese, kind=Kind.TERM))
    assert term.reading.pinyin == pinyin
    assert reading_of(row.pinyin, term, kind=Kind.TERM) is None  # it is the term's own


def test_a_reading_that_somebody_gives_may_have_the_digits_and_letters_or_not():
    term = Term("卡拉OK", "zh-Hant", reading=readings.read("卡拉OK", kind=Kind.TERM))
    for given in ("ka2 la1 OK", "kálā", "ka2 la1 O K", "Kálā OK"):
        found = reading_of(given, term, kind=Kind.TERM)
        assert found is not None
        assert (found.pinyin, found.pinyin_numbers) == ("kálā OK", "ka2 la1 OK")


def test_digits_and_letters_have_no_tone_and_no_colour():
    said = readings.read("5G網絡", kind=Kind.TERM)
    assert tones.coloured(said) == '5G <span class="tone3">wǎng</span><span class="tone4">luò</span>'
