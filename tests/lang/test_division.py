import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.division import division
from glossary.model import Kind


def cut(name, kind):
    start, words = 0, []
    for length in division(name, Kind(kind)):
        words.append(name[start : start + length])
        start += length
    return "|".join(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("字節|跳動", "organization"),
        ("台積電", "organization"),
        ("中國|人民|銀行", "organization"),
        ("國家|發展|和|改革|委員會", "organization"),
        ("日月光|半導體", "organization"),
        ("日月光|投控", "organization"),
        ("玉山|金控", "organization"),
        ("阿斯特捷利康", "organization"),
        ("阿里巴巴", "organization"),
        ("紅樓夢", "work"),
        ("環球|時報", "work"),
        ("重慶|市", "place"),
        ("北京|市|朝陽|區", "place"),
        ("阿里山|林業|鐵路", "place"),
        ("臥龍|自然|保護區", "place"),
        ("亞的斯亞貝巴", "place"),
        ("泰山", "place"),
    ],
)
def test_words_begin_where_they_should(words, kind):
    assert cut(words.replace("|", ""), kind) == words


@given(st.text(st.sampled_from("中国人民银行和的市县阿斯巴A々𠮷\0"), max_size=14), st.sampled_from(Kind))
def test_every_character_is_in_one_word(name, kind):
    lengths = division(name, kind)
    assert sum(lengths) == len(name)
    assert all(lengths) or not name
