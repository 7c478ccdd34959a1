import json

import pytest

PAIRS = """english\tchinese\tkind
\t單田芳\tperson
Barack Obama\t歐巴馬\tperson
TSMC\tTSMC台積電\torganization
None\t\tperson
"""


def test_explain_says_why_each_character_is_read_and_written_so(glossary):
    result = glossary("enrich", "--explain", "-", stdin=PAIRS)
    assert result.code == 0
    said = result.out.splitlines()
    assert said[0] == "單田芳 (person)"
    assert "  單 shàn: it is a surname here; it could also be dān" in said
    assert "  单田芳 (zh-Hans-CN): every character has one counterpart" in said
    assert "  奥巴马 (zh-Hans-CN): another name, which the Mainland gives the same thing" in said
    assert said[-1] == "None (person)"


def test_a_rendering_is_told_from_the_other_script(glossary):
    lines = glossary("enrich", "-", stdin=PAIRS).out.splitlines()
    variants = json.loads(lines[1])["variants"]
    assert [(one["text"], one["lang"], one["type"], one["origin"]) for one in variants] == [
        ("歐巴馬", "zh-Hant", "fullForm", "stated"),
        ("欧巴马", "zh-Hans-CN", "fullForm", "derived"),
        ("奥巴马", "zh-Hans-CN", "variant", "derived"),
        ("奧巴馬", "zh-Hant-HK", "variant", "derived"),
    ]


def test_other_notations_on_request(glossary):
    first = glossary("enrich", "--notation", "tongyong", "--notation", "jyutping", "-", stdin=PAIRS).out.splitlines()[0]
    readings = json.loads(first)["readings"]
    assert (readings["tongyong"], readings["jyutping"]) == ("Shan Tian-fang", "sin6 tin4 fong1")
    assert "tongyong" not in json.loads(glossary("enrich", "-", stdin=PAIRS).out.splitlines()[0])["readings"]


@pytest.mark.parametrize(("lang", "tone"), [("zh-Hant", "jiu1"), ("zh-Hant-TW", "jiu4")])
def test_taiwans_readings_on_request(glossary, lang, tone):
    stdin = "english\tchinese\tkind\n\t中央研究院\torganization\n"
    found = json.loads(glossary("enrich", "--lang", lang, "-", stdin=stdin).out)
    assert found["readings"]["pinyin_numbers"].split()[3] == tone


@pytest.mark.parametrize(
    "chinese", ["TSMC台積電", "T-security擎雷", "のア", "台\\u0000積電", "\\udb40\\udc01", "𫜴", "台" * 10_000, "Lin"]
)
def test_odd_names_are_answered(glossary, chinese):
    line = f'{{"english": "Odd", "chinese": "{chinese}"}}\n'
    for options in ([], ["--explain"], ["--notation", "jyutping"]):
        result = glossary("enrich", *options, "-", stdin=line)
        assert result.code == 0
        assert result.out
