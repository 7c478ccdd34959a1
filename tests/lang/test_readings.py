import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.mixed import kept
from glossary.lang.readings import read, tongyong, trace
from glossary.lang.script import is_han
from glossary.model import Certainty, Kind

CASES = Path(__file__).parents[1] / "cases" / "readings.tsv"
rows = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
texts = st.text(
    st.one_of(st.sampled_from("何單重台的一々〇·T \0\ud800のア⻑𠮷𰻞\U000e0001"), st.characters()), max_size=15
)


@pytest.mark.parametrize("row", rows, ids=[f"{row['chinese']}-{row['kind']}-{row['english']}" for row in rows])
def test_pinyin_of_names(row):
    reading = read(row["chinese"], kind=Kind(row["kind"]), english=row["english"])
    assert reading is not None
    assert reading.pinyin == row["pinyin"]


circumstances = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind),
        "english": st.sampled_from(["", "Shan Tianfang", "\0", "O'Neill-Ng"]),
        "region": st.sampled_from(["CN", "TW"]),
    }
)


@given(texts, circumstances)
def test_no_text_breaks_it_and_every_character_has_a_syllable(text, around):
    syllables = trace(text, **around)
    assert len(syllables) == sum(map(is_han, text))
    reading = read(text, **around)
    assert (reading is None) == (not syllables)
    if reading:
        assert len(reading.pinyin_numbers.split()) == len(syllables) + len(kept(text))
        assert len(reading.zhuyin.split()) == len(reading.pinyin_numbers.split())
        assert reading.pinyin_numbers not in reading.alternatives
        assert "".join(reading.toneless.lower().split()).count("'") == reading.pinyin.count("'")


@given(texts, circumstances)
def test_what_is_in_other_letters_stands_in_every_notation(text, around):
    if reading := read(text, **around):
        for said in (reading.pinyin, reading.toneless, reading.pinyin_numbers, reading.zhuyin, reading.wade_giles):
            assert all(one.text in said for one in kept(text))
        assert all(one.text in other for one in kept(text) for other in reading.alternatives)


def test_the_five_notations_of_a_name_with_digits():
    reading = read("第5屆5G大會", kind=Kind.EVENT)
    assert reading is not None
    assert reading.pinyin == "Dì-5 Jiè 5G Dàhuì"
    assert reading.pinyin_numbers == "di4 5 jie4 5G da4 hui4"
    assert reading.toneless == "Di-5 Jie 5G Dahui"
    assert reading.zhuyin == "ㄉㄧˋ 5 ㄐㄧㄝˋ 5G ㄉㄚˋ ㄏㄨㄟˋ"
    assert reading.wade_giles == "Ti⁴-5 Chieh⁴ 5G Ta⁴-hui⁴"
    assert tongyong("101大樓", kind=Kind.PLACE) == "101 Dalou"


def test_the_five_notations():
    reading = read("何立峰", kind=Kind.PERSON)
    assert reading is not None
    assert reading.pinyin_numbers == "he2 li4 feng1"
    assert reading.toneless == "He Lifeng"
    assert reading.zhuyin == "ㄏㄜˊ ㄌㄧˋ ㄈㄥ"
    assert reading.wade_giles == "Ho² Li⁴-fêng¹"
    assert reading.certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    "case",
    [
        ("單縣", "place", "Shan County", "shan4 xian4"),
        ("樂亭縣", "place", "Laoting County", "lao4 ting2 xian4"),
        ("六合區", "place", "Luhe District, Nanjing", "lu4 he2 qu1"),
        ("樂毅", "person", "Yue Yi", "yue4 yi4"),
        ("查建英", "person", "Zha Jianying", "zha1 jian4 ying1"),
        ("曾銘宗", "person", "Tseng Ming-chung", "zeng1 ming2 zong1"),
    ],
)
def test_the_english_spelling_is_evidence(case):
    chinese, kind, english, numbers = case
    reading = read(chinese, kind=Kind(kind), english=english)
    assert reading is not None
    assert reading.pinyin_numbers == numbers


def test_the_surname_table_is_for_persons_only():
    assert trace("單車", kind=Kind.PRODUCT)[0].reading == "dan1"
    assert trace("單國璽", kind=Kind.PERSON)[0].source == "surname"


@pytest.mark.parametrize(("hant", "hans"), [("重慶", "重庆"), ("長沙", "长沙"), ("銀行", "银行"), ("廈門", "厦门")])
def test_traditional_is_read_like_simplified(hant, hans):
    assert [one.reading for one in trace(hant, kind=Kind.PLACE)] == [
        one.reading for one in trace(hans, kind=Kind.PLACE)
    ]


def test_taiwan_reads_some_characters_otherwise():
    here, there = (read("中央研究院", kind=Kind.ORGANIZATION, region=region) for region in ("CN", "TW"))
    assert here is not None
    assert there is not None
    assert (here.pinyin_numbers.split()[3], there.pinyin_numbers.split()[3]) == ("jiu1", "jiu4")


def test_an_open_reading_says_so():
    reading = read("單重", kind=Kind.OTHER)
    assert reading is not None
    assert reading.certainty is not Certainty.CERTAIN
    assert reading.alternatives


def test_no_han_no_reading():
    assert read("TSMC のア", kind=Kind.ORGANIZATION) is None


def test_a_long_text_is_taken():
    assert len(trace("重慶" * 5000, kind=Kind.WORK, english="Chongqing " * 500)) == 10_000
    assert read("重慶" * 5000, kind=Kind.WORK) is not None


def test_pypinyin_is_left_as_it_was():
    from pypinyin import lazy_pinyin

    read("重慶", kind=Kind.PLACE, english="Chongqing")
    assert lazy_pinyin("重慶") == ["zhong", "qing"]


@pytest.mark.parametrize(
    ("name", "kind", "spelt"),
    [
        ("何立峰", "person", "He Li-fong"),
        ("蔡志忠", "person", "Cai Jhih-jhong"),
        ("新北市", "place", "Sinbei Shih"),
        ("歐陽文", "person", "Ou-yang Wun"),
        ("TSMC", "organization", ""),
    ],
)
def test_tongyong_on_request(name, kind, spelt):
    assert tongyong(name, kind=Kind(kind)) == spelt


def test_taiwans_readings_are_never_guessed():
    reading = read("中央研究院", kind=Kind.ORGANIZATION, english="Academia Sinica")
    assert reading is not None
    assert reading.pinyin_numbers.split()[3] == "jiu1"


@pytest.mark.parametrize("text", ["", "Lin", "\0", "\ud800", "のア", "\U000e0001"])
def test_what_has_no_han_has_no_reading(text):
    assert read(text, kind=Kind.PERSON) is None
    assert trace(text, kind=Kind.PERSON) == ()


@pytest.mark.parametrize("text", ["TSMC台積電", "T-security擎雷", "台\0積電", "台積電\ud800", "台積電の店"])
def test_only_the_han_of_a_mixed_string_is_read(text):
    assert [one.char for one in trace(text, kind=Kind.ORGANIZATION)] == list(filter(is_han, text))


def test_a_character_without_a_reading_stands_for_itself():
    (syllable,) = trace("\U0002b734", kind=Kind.PERSON)
    assert (syllable.reading, syllable.source) == ("\U0002b734", "unknown")


def test_a_name_of_ten_thousand_characters_is_taken():
    name = "單田" * 5000
    reading = read(name, kind=Kind.PERSON, english="Shan " * 2000)
    assert reading is not None
    assert len(reading.pinyin_numbers.split()) == 10_000
