"""Brackets that may hold a gloss, and the typed parts of what they hold."""

import pytest

from glossary import candidates
from glossary.candidates import brackets, lines, slots
from glossary.model import Form, SlotKind


def found(text):
    return [(candidate.form, candidate.gloss.of(text)) for candidate in candidates.find(text)]


@pytest.mark.parametrize(
    ("text", "form", "gloss"),
    [
        ("He Lifeng (何立峰)", Form.EN_BRACKET, "(何立峰)"),
        ("He Lifeng（何立峰）", Form.EN_BRACKET, "（何立峰）"),
        ("He Lifeng (何立峰）", Form.EN_BRACKET, "(何立峰）"),
        ("He Lifeng [何立峰]", Form.EN_BRACKET, "[何立峰]"),
        ("He Lifeng 〔何立峰〕", Form.EN_BRACKET, "〔何立峰〕"),
        ("輝達（NVIDIA）", Form.ZH_BRACKET, "（NVIDIA）"),
        ("《魔戒》(The Lord of the Rings)", Form.ZH_BRACKET, "(The Lord of the Rings)"),
        ("“Formosa” (福爾摩沙)", Form.EN_BRACKET, "(福爾摩沙)"),
        ("Co. (公司)", Form.EN_BRACKET, "(公司)"),
    ],
)
def test_bracket_with_the_other_script_is_a_candidate(text, form, gloss):
    assert found(text) == [(form, gloss)]


@pytest.mark.parametrize(
    "text",
    [
        "(何立峰)",
        "He Lifeng (again)",
        "何立峰（今年）",
        "He Lifeng ()",
        "He Lifeng (何立峰",
        "何立峰）",
        "f(x) = 2",
        "\n(何立峰)",
    ],
)
def test_bracket_with_the_same_script_or_nothing_before_it_is_none(text):
    assert found(text) == []


def test_outer_and_inner_brackets_are_both_looked_at():
    assert [gloss for _, gloss in found("the firm (TSMC (台積電))")] == ["(TSMC (台積電))", "(台積電)"]


def test_stretch_before_stays_in_the_line_and_is_bounded():
    text = "first line\n" + "word " * 100 + "He Lifeng (何立峰)"
    (candidate,) = candidates.find(text)
    assert candidate.before.end == candidate.gloss.start
    assert candidate.gloss.start - candidate.before.start <= brackets.LONGEST_BEFORE + 1  # and the space
    (short,) = candidates.find("one\nHe Lifeng (何立峰)")
    assert short.before.start == 4


def test_gloss_longer_than_the_limit_is_a_remark_and_no_candidate():
    assert found("Name (" + "何" * brackets.LONGEST_GLOSS + ")") == []


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("TSMC, 台積電", ["acronym TSMC", "han 台積電"]),
        ("何立峰，He Lifeng", ["han 何立峰", "latin He Lifeng"]),
        ("何立峰 Hé Lìfēng", ["han 何立峰", "romanization Hé Lìfēng"]),
        ("simplified Chinese: 司马迁; traditional Chinese: 司馬遷", ["han 司马迁", "han 司馬遷"]),
        ("英語：Scott Bessent", ["latin Scott Bessent"]),
        ("美：TSLA", ["remark 美：TSLA"]),
        ("圖：法新社", ["remark 圖：法新社"]),
        ("例如台積電", ["remark 例如台積電"]),
        ("如 Scott", ["remark 如 Scott"]),
        ("如新", ["han 如新"]),
        ("1891–1962", ["remark 1891–1962"]),
        ("民國76年", ["remark 民國76年"]),
        ("と金", ["remark と金"]),
        ("^泡沫", ["remark ^泡沫"]),
        ("麻 “hemp”", ["han 麻", "latin hemp"]),
        ("_Tiān_ 天", ["romanization Tiān", "han 天"]),
        ("梅 (U+FA44)", ["han 梅"]),
        ("Foxconn Technology Co, Ltd", ["latin Foxconn Technology Co, Ltd"]),
        ("TCP/IP", ["acronym TCP/IP"]),
        ("永和/中和", ["han 永和", "han 中和"]),
        ("T-security擎雷", ["han T-security擎雷"]),
        ("José", ["latin José"]),
        (" , ", []),
    ],
)
def test_gloss_is_split_into_typed_slots(inside, expected):
    assert [f"{slot.kind} {slot.text}" for slot in slots.split(inside, 0)] == expected


@pytest.mark.parametrize("inside", ["TSMC, 台積電", "Chinese: 司馬遷; born 145 BC", " 何立峰 He Lifeng ", "麻 “hemp”"])
def test_slots_know_where_they_stand(inside):
    for slot in slots.split(inside, 0):
        assert slot.span.of(inside) == slot.text
        assert slot.kind in SlotKind


@pytest.mark.parametrize(("length", "names"), [(lines.LONGEST_LINE - 1, 1), (lines.LONGEST_LINE, 1), (1_000, 0)])
def test_only_a_line_that_is_no_paragraph_is_a_name_above_another(length, names):
    assert len(found(f"{'Taipei'.ljust(length, 'i')}\n台北\n")) == names


@pytest.mark.parametrize("text", ["- “*He Lifeng*” “何立峰”", "“*He Lifeng*”\n何立峰", '| "He Lifeng" | "何立峰" |'])
def test_marks_before_a_name_are_no_part_of_it(text):
    (candidate,) = candidates.find(text)
    assert {slot.text.rstrip('”"') for slot in candidate.slots} == {"He Lifeng", "何立峰"}


def test_a_bracket_that_holds_no_part_is_no_candidate():
    assert not list(candidates.find("池化層[[編輯]s] 是一層。"))
