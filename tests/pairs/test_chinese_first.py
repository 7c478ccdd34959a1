import math
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.lang import titles
from glossary.pairs import chinese_first
from glossary.pairs.chinese_first import edges

CASES = Path(__file__).parents[1] / "cases" / "chinese_first.tsv"
ACRONYM = re.compile(r"[A-Z][A-Z0-9.&/]{1,7}s?")
LATIN = st.text(alphabet="abcdefgh ABC.-é", max_size=25)
CHINESE = st.text(alphabet="美國總統川普的在·、“”《》 1a史密斯馬和\n，", max_size=30)


def cases():
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    for line in lines:
        before, english, chinese, _, known = line.split("\t")
        marks = [pytest.mark.xfail(reason=known)] if known else []
        yield pytest.param(before, english, chinese.split(";"), id=f"{before}-{english}", marks=marks)


def name(before, english, **options):
    found = edges(before, english, **options)
    return before[found[0].start : found[0].end] if found else ""


def log_odds(edge):
    return sum(reason.weight for reason in edge.reasons)


@pytest.mark.parametrize(("before", "english", "chinese"), list(cases()))
def test_the_name_is_cut_out(before, english, chinese):
    assert name(before, english, acronym=bool(ACRONYM.fullmatch(english))) in chinese


@pytest.mark.parametrize(
    ("before", "chinese"),
    [
        ("他引述「華爾街日報」", "華爾街日報"),
        ("他引述**《華爾街日報》** ", "華爾街日報"),
        ("他引述《 華爾街日報 》", "華爾街日報"),
        ("他引述“華爾街日報", "華爾街日報"),
    ],
)
def test_marks_give_the_name(before, chinese):
    assert name(before, "The Wall Street Journal") == chinese


def test_a_form_of_address_is_not_part_of_the_name():
    assert titles.stripped("Prof. James Woodward Jr.") == "James Woodward Jr."
    assert name("演講由伍德華教授", "Prof. James Woodward") == "伍德華"
    assert name("他拿到文學博士", "Doctor of Letters") == "文學博士"


@pytest.mark.parametrize(
    ("before", "latin"),
    [
        ("美軍派出", "USS Nimitz"),
        ("他說", "Costa Rica"),
        ("他最喜歡的", "Kamala Harris"),
        ("他和", "Kamala Harris"),
        ("這是他最喜歡的歌曲", "live version"),
        ("他表示同意", "see below"),
        ("美國財政部長貝森特", "see Table 2"),
    ],
)
def test_what_holds_no_name_gets_bad_odds(before, latin):
    found = edges(before, latin)
    assert not found or log_odds(found[0]) < 0


def test_a_name_in_marks_may_be_followed_by_a_word_for_what_it_is():
    assert name("他使用“创意云”套件", "Creative Cloud") == "创意云"


def test_the_whole_dictionary_is_the_same_whatever_was_looked_up_before():
    first = edges("由聯合國兒童基金會", "UNICEF", acronym=True)
    chinese_first._alone.cache_clear()
    edges("經濟學家凱因斯", "John Maynard Keynes")
    assert edges("由聯合國兒童基金會", "UNICEF", acronym=True) == first


def test_the_runner_up_comes_second():
    first, second = edges("美國財政部長貝森特", "Scott Bessent")
    assert log_odds(first) > log_odds(second)
    assert first.start != second.start


def test_better_evidence_gives_better_odds():
    good = edges("美國財政部長貝森特", "Scott Bessent")[0]
    poor = edges("美國財政部長貝森特", "Kamala Harris")[0]
    assert log_odds(good) > 3
    assert log_odds(poor) < log_odds(good) - 2


def test_what_recurs_in_the_document_is_likelier():
    def odds(**options):
        found = {edge.start: log_odds(edge) for edge in edges("闖入龜仔甪社", "Kulaljuc", **options)}
        return found[2]

    assert odds(stops=((4, 4),)) > odds() + 0.5


def test_the_script_does_not_matter():
    hant = edges("美國財政部長貝森特", "Scott Bessent")[0]
    hans = edges("美国财政部长贝森特", "Scott Bessent")[0]
    assert (hant.start, hant.end) == (hans.start, hans.end)


@pytest.mark.parametrize(
    "before", ["", " ", "，", "（", "**", "「」", "\0", "\ud800", "カタカナ", "x" * 10_000, "國" * 10_000]
)
@pytest.mark.parametrize("english", ["", "-", "\0", "\ud800", "Scott Bessent", "a " * 5_000])
def test_odd_input_gives_edges_inside_the_text(before, english):
    for edge in edges(before, english):
        assert 0 <= edge.start < edge.end <= len(before)


@settings(max_examples=150, deadline=None)
@given(CHINESE, LATIN, st.booleans())
def test_edges_are_stretches_of_the_text_without_white_space_around(before, english, acronym):
    for edge in edges(before, english, acronym=acronym):
        found = before[edge.start : edge.end]
        assert found
        assert found == found.strip()
        assert all(math.isfinite(reason.weight) for reason in edge.reasons)
