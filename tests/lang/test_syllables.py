import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.syllables import bare, from_marks, marked, wade_giles, zhuyin

INITIALS = ["b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s"]
syllables = st.builds(
    lambda initial, final, tone: initial + final + tone,
    st.sampled_from(INITIALS),
    st.sampled_from(
        [
            "a",
            "o",
            "e",
            "i",
            "u",
            "ai",
            "ei",
            "ao",
            "ou",
            "an",
            "en",
            "ang",
            "eng",
            "ong",
            "ia",
            "ie",
            "iao",
            "iu",
            "ian",
            "in",
            "iang",
            "ing",
            "uo",
            "ui",
            "uan",
            "un",
            "uang",
        ]
    ),
    st.sampled_from("12345"),
)


@given(syllables)
def test_marks_can_be_read_back(syllable):
    assert from_marks(marked(syllable)) == syllable


@pytest.mark.parametrize(
    "case",
    [
        ("he2", "hé", "ㄏㄜˊ", "ho²"),
        ("li4", "lì", "ㄌㄧˋ", "li⁴"),
        ("feng1", "fēng", "ㄈㄥ", "fêng¹"),
        ("lai4", "lài", "ㄌㄞˋ", "lai⁴"),
        ("luo2", "luó", "ㄌㄨㄛˊ", "lo²"),
        ("guo1", "guō", "ㄍㄨㄛ", "kuo¹"),
        ("gui4", "guì", "ㄍㄨㄟˋ", "kuei⁴"),
        ("hui4", "huì", "ㄏㄨㄟˋ", "hui⁴"),
        ("zhi1", "zhī", "ㄓ", "chih¹"),
        ("si1", "sī", "ㄙ", "ssŭ¹"),
        ("ci2", "cí", "ㄘˊ", "tz'ŭ²"),
        ("ri4", "rì", "ㄖˋ", "jih⁴"),
        ("xu2", "xú", "ㄒㄩˊ", "hsü²"),
        ("jun1", "jūn", "ㄐㄩㄣ", "chün¹"),
        ("qiong2", "qióng", "ㄑㄩㄥˊ", "ch'iung²"),
        ("lüe4", "lüè", "ㄌㄩㄝˋ", "lüeh⁴"),
        ("nü3", "nǚ", "ㄋㄩˇ", "nü³"),
        ("yan2", "yán", "ㄧㄢˊ", "yen²"),
        ("ye4", "yè", "ㄧㄝˋ", "yeh⁴"),
        ("yong3", "yǒng", "ㄩㄥˇ", "yung³"),
        ("yuan2", "yuán", "ㄩㄢˊ", "yüan²"),
        ("weng1", "wēng", "ㄨㄥ", "wêng¹"),
        ("e4", "è", "ㄜˋ", "o⁴"),
        ("er2", "ér", "ㄦˊ", "êrh²"),
        ("zhuo2", "zhuó", "ㄓㄨㄛˊ", "cho²"),
        ("shuo1", "shuō", "ㄕㄨㄛ", "shuo¹"),
        ("zhe4", "zhè", "ㄓㄜˋ", "chê⁴"),
        ("de5", "de", "˙ㄉㄜ", "tê"),
        ("liu2", "liú", "ㄌㄧㄡˊ", "liu²"),
        ("dong1", "dōng", "ㄉㄨㄥ", "tung¹"),
    ],
)
def test_one_syllable_in_three_notations(case):
    syllable, *notations = case
    assert [marked(syllable), zhuyin(syllable), wade_giles(syllable)] == notations


@pytest.mark.parametrize("odd", ["𰻞", "m2", "ng4", "hm5", "x"])
def test_what_is_no_ordinary_syllable_is_not_lost(odd):
    assert bare(odd) in {odd, odd[:-1]}
    assert all((marked(odd), zhuyin(odd), wade_giles(odd)))


def test_every_syllable_of_the_dictionary_has_wade_giles_and_zhuyin():
    from pypinyin.pinyin_dict import pinyin_dict

    common = [chr(code) for code in pinyin_dict if 0x4E00 <= code <= 0x9FFF]
    said = {from_marks(one) for char in common for one in pinyin_dict[ord(char)].split(",")}
    letters = set("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩㄫˊˇˋ˙")
    assert not {one for one in said if set(zhuyin(one)) - letters}
    assert not {one for one in said if set(wade_giles(one)) & set("bdqx")}
