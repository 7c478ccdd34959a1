"""Line breaks that only wrap the paragraphs of plain text."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import from_text, unwrapped
from glossary.pipeline import extract

PROSE = (
    "The story was told in ballads, and long afterwards it was made into the film Robin Hood (羅賓漢), which was shot "
    "in England by people who had worked for the National Palace Museum (故宮博物院) in Taipei before, and met Vice "
    "Premier He Lifeng (何立峰) of China there, and many others of the Ministry of Foreign Affairs (外交部) besides."
)
PAIRS = {
    ("Robin Hood", "羅賓漢"),
    ("National Palace Museum", "故宮博物院"),
    ("He Lifeng", "何立峰"),
    ("Ministry of Foreign Affairs", "外交部"),
}


@pytest.mark.parametrize("width", range(60, 100, 4))
@pytest.mark.parametrize("indent", ["", "    "])
def test_names_are_found_across_the_line_breaks_of_wrapped_prose(width, indent):
    text = textwrap.fill(PROSE, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    found = list(extract(from_text(text)))
    assert {(one.pair.english, one.pair.chinese) for one in found} == PAIRS
    for one in found:
        assert " ".join(one.english.of(text).split()) == one.pair.english
        assert "\n" not in one.context


@pytest.mark.parametrize(
    "text",
    [
        "- a first item that is about as long as lines are, by He\n" * 4,
        "| a first cell that is about as long as lines are | Robin\n" * 4,
        "Robin Hood (羅賓漢)\nMaid Marian (瑪麗安)\nLittle John (小約翰)\n",
        "1. a first item that is about as long as the lines are He\n" * 4,
        "\n".join(["a line", "another line", "a third", "a fourth"]),
    ],
)
def test_lists_tables_and_short_lines_stay_apart(text):
    assert unwrapped(text) == text


@given(st.text(alphabet="aB, \n羅-|1.", max_size=400), st.integers(20, 130))
def test_nothing_but_line_breaks_changes_and_only_once(text, width):
    wrapped = "\n".join(textwrap.fill(part, width) for part in text.split("\n"))
    out = unwrapped(wrapped)
    assert len(out) == len(wrapped)
    assert all(new == old or (old == "\n" and new in " \u2060") for old, new in zip(wrapped, out, strict=True))


CHINESE = (
    "美國財政部長貝森特（Scott Bessent）週二在華府表示，將與中國國務院副總理何立峰（He Lifeng）舉行會談，並邀請歐洲中央"
    "銀行總裁拉加德（Christine Lagarde）和史丹佛研究所（Stanford Research Institute）的學者出席，討論半導體"
    "（semiconductor）出口的管制措施，以及雙方關切的其他議題，預計會議將持續三天以上的時間。"
)


def in_columns(text, width):
    """The text in lines of so many columns, with no word of Latin letters broken."""
    lines, line, columns = [], "", 0
    for part in re.findall(r"[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s?", text):
        size = 2 * len(part) if part >= "\u2e80" else len(part)
        if columns + size > width:
            lines, line, columns = [*lines, line.rstrip()], "", 0
        line, columns = line + part, columns + size
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", range(60, 90, 3))
def test_names_are_found_across_the_line_breaks_of_wrapped_chinese(width):
    found = list(extract(from_text(in_columns(CHINESE, width))))
    assert {("He Lifeng", "何立峰"), ("semiconductor", "半導體")} <= {(x.pair.english, x.pair.chinese) for x in found}
    assert all(CHINESE.find(one.context) >= 0 for one in found if " " not in one.context)


def test_a_name_that_breaks_behind_its_hyphen_is_whole():
    text = textwrap.fill("Minister Kuo Jyh-huei (郭智輝) declined to comment on it. " * 8, 66)
    assert {one.pair.english for one in extract(from_text(text))} == {"Kuo Jyh-huei"}
