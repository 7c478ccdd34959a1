"""How a name is said as it stands in a text, and not as the entry's other names are."""

import pytest

from glossary.matcher import Matcher
from glossary.matcher.spoken import spoken
from tests.glossaries import made


@pytest.mark.parametrize(
    ("glossary", "text", "expected"),
    [
        ("person Donald Trump = 川普", "川普，特朗普。", ["Chuānpǔ", "Tèlǎngpǔ"]),
        ("person Donald Trump = 川普", "川普，特朗普", ["Chuānpǔ", "Tèlǎngpǔ"]),
        ("person Jerome Powell = 鮑爾", "鲍威尔和鲍尔", ["Bàowēi'ěr", "Bào'ěr"]),
        ("person Scott Bessent = 史考特·貝森特", "史考特·貝森特說，貝森特", ["Shǐkǎotè Bèisēntè", "Bèisēntè"]),
        ("organization Central Bank = 中央銀行", "中央銀行說，央行", ["Zhōngyāng Yínháng", "Yāngháng"]),
        ("organization ByteDance Ltd = 字節跳動股份有限公司", "字节跳动", ["Zìjié Tiàodòng"]),
        ("person He Lifeng = 何立峰", "He Lifeng", [""]),
    ],
)
def test_a_name_is_said_as_it_stands_there(glossary, text, expected):
    assert [spoken(one) for one in Matcher(made(glossary)).find(text)] == expected
