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


def test_explain_says_what_is_not_read_and_what_a_person_is_divided_into(glossary):
    said = glossary("enrich", "--explain", "-", stdin=PAIRS).out.splitlines()
    assert "  TSMC: no Chinese character, kept as it is" in said
    assert "  單 + 田芳: surname and given name" in said
    assert "  歐巴馬: one word, not a surname and a given name" in said


# What is in the name, as JSON writes it; its pinyin; its first derived form.
ODD = [
    ("", None, None),
    ("TSMC", None, None),
    ("TSMC台積電", "TSMC Táijīdiàn", "TSMC台积电"),
    ("T-security擎雷", "T-security Qíngléi", "T-security擎雷"),
    ("T恤", "T Xù", "T恤"),
    ("のア", None, None),
    ("台積電の店", "Táijīdiàn Diàn", "台积电の店"),
    ("台\\u0000積電", "Tái Jīdiàn", "台\0积电"),
    ("\\u0000", None, None),
    ("𰻞𰻞麵", "Biángbiángmiàn", "𰻝𰻝面"),
    ("𫜴", "𫜴", "𫜴"),
    ("\\udb40\\udc01", None, None),
    ("\\ufdd0\\ue000", None, None),
    ("⻑江", "Chángjiāng", "⻑江"),
    ("々", "々", "々"),
    ("台積電\\u200b", "Táijīdiàn", "台积电\u200b"),
]


def test_each_odd_name_has_its_answer_and_loses_no_character(glossary):
    stdin = "".join(f'{{"english": "Odd", "chinese": "{chinese}"}}\n' for chinese, *_ in ODD)
    for options in ([], ["--explain"], ["--notation", "jyutping"]):
        result = glossary("enrich", *options, "-", stdin=stdin)
        assert (result.code, result.err) == (0, "")
    for line, (chinese, pinyin, form) in zip(result.out.splitlines(), ODD, strict=True):
        found = json.loads(line)
        assert found["chinese"] == json.loads(f'"{chinese}"')
        assert found["readings"].get("pinyin") == pinyin
        assert [one["text"] for one in found["variants"][:2]] == ([found["chinese"], form] if form else [])


@pytest.mark.parametrize("char", ["台", "何", "斯", "A", "\U0002b734"])
def test_a_name_of_ten_thousand_characters_is_answered(glossary, char):
    result = glossary("enrich", "-", stdin=f'{{"english": "{char * 10_000}", "chinese": "{char * 10_000}"}}\n')
    found = json.loads(result.out)
    assert (result.code, result.err, found["chinese"]) == (0, "", char * 10_000)
    assert all(len(one["text"]) == 10_000 for one in found["variants"])
    assert len(found["readings"].get("pinyin_numbers", "").split()) in {0, 10_000}


def test_half_a_surrogate_pair_is_an_error_with_its_line(glossary):
    result = glossary(
        "enrich", "-", stdin='{"english": "", "chinese": "台\\ud800"}\n{"english": "", "chinese": "台"}\n'
    )
    assert result.refused("-:1: ")
    assert json.loads(result.out)["chinese"] == "台"
