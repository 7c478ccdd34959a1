"""Line breaks that only wrap the paragraphs of plain text."""

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
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(wrapped, out, strict=True))
