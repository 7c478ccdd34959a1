"""Glosses: where they go, in which style, and that they can be taken away again."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary import glossing
from glossary.documents import from_text
from glossary.errors import FormatError
from glossary.glossing import Options, Scope, parse
from glossary.matcher import Matcher
from glossary.model import Entry, Form, Kind, Mention, Pair, Review, Span, Term
from glossary.pipeline import collect
from tests.glossaries import made

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "cases/glosses.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
][1:]


def gloss(text, glossary, style="EN (中文)", **options):
    return glossing.applied(text, glossing.insertions(text, Matcher(made(glossary)), Options(parse(style), **options)))


@pytest.mark.parametrize(("glossary", "style", "text", "expected", "why"), ROWS, ids=[row[4] for row in ROWS])
def test_cases(glossary, style, text, expected, why):
    text, expected = (one.replace("\\n", "\n") for one in (text, expected or text))
    found = gloss(text, glossary, style)
    assert found == expected
    assert gloss(found, glossary, style) == expected, "glossing twice is glossing once"


def test_headings_that_a_document_marks_are_left_alone():
    text = "He Lifeng in Paris\nHe Lifeng spoke.\nMore\nHe Lifeng left.\n"
    headings = (Span(0, 19), Span(text.index("More"), text.index("More") + 5))
    matcher = Matcher(made("person He Lifeng = 何立峰"))

    def offsets(scope):
        found = glossing.insertions(text, matcher, Options(parse("EN (中文)"), scope), headings=headings)
        return [text[one.name.start :].splitlines()[0] for one in found]

    assert offsets(Scope.DOCUMENT) == ["He Lifeng spoke."]
    assert offsets(Scope.SECTION) == ["He Lifeng spoke.", "He Lifeng left."]


PEN_NAMES = "Ding Ling (丁玲), whose real name is Jiang Bingzhi (蔣冰之), wrote; so did Ba Jin (巴金)."


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("EN (中文)", "Ding Ling wrote. Jiang Bingzhi left.", "Ding Ling (丁玲) wrote. Jiang Bingzhi (蔣冰之) left."),
        ("中文（EN）", "丁玲寫了，蔣冰之走了。", "丁玲（Ding Ling）寫了，蔣冰之（Jiang Bingzhi）走了。"),
        ("EN (中文)", "Jiang Bingzhi (Ding Ling) wrote.", "Jiang Bingzhi (Ding Ling, 丁玲) wrote."),
        ("EN (中文)", "Ding Ling (丁玲) wrote.", "Ding Ling (丁玲) wrote."),
    ],
)
def test_a_pen_name_and_the_real_one_are_glossed_each_as_the_text_gave_it(style, text, expected):
    matcher = Matcher(collect(from_text(PEN_NAMES)))
    assert glossing.applied(text, glossing.insertions(text, matcher, Options(parse(style)))) == expected


GLOSSARY = "person He Lifeng = 何立峰; organization Ken Tech Co, KTC = 肯科; place York = 約克; work A City = 城"
PIECES = [
    "He Lifeng",
    "何立峰",
    "Ken Tech Co",
    "KTC",
    " (",
    ")",
    "（",
    "）",
    "York",
    " ",
    "\n\n",
    "# ",
    "“",
    "”",
    "*",
    "[",
    "](x)",
    "。",
    "A City",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
STYLES = st.sampled_from(glossing.STYLES)


@given(TEXTS, STYLES, st.sampled_from(Scope))
def test_glossing_twice_is_glossing_once(text, style, scope):
    once = gloss(text, GLOSSARY, style, scope=scope)
    assert gloss(once, GLOSSARY, style, scope=scope) == once


@given(TEXTS, STYLES)
def test_taking_the_insertions_out_gives_back_the_text(text, style):
    found = glossing.insertions(text, Matcher(made(GLOSSARY)), Options(parse(style)))
    glossed = glossing.applied(text, found)
    for one in sorted(found, key=lambda one: one.offset):
        assert glossed[one.offset : one.offset + len(one.text)] == one.text
        glossed = glossed[: one.offset] + glossed[one.offset + len(one.text) :]
    assert glossed == text


@given(
    st.lists(
        st.sampled_from(
            [
                "He Lifeng",
                "Ken Tech Co (KTC)",
                "York",
                " and ",
                ". ",
                "“York”",
                "*York*",
                "\n",
                "a firm (KTC) grew",
                "(see York)",
            ]
        ),
        max_size=8,
    ).map("".join),
    STYLES,
)
@example("a firm (KTC) and York", "EN（中文）")
@example("York*York*\nKen Tech Co (KTC)", "EN (中文)")
def test_removing_gives_back_a_text_that_had_no_gloss(text, style):
    options = Options(parse(style))
    matcher = Matcher(made(GLOSSARY))
    glossed = glossing.applied(text, glossing.insertions(text, matcher, options))
    assert glossing.removed(glossed, matcher, options) == text


@pytest.mark.parametrize("style", glossing.STYLES)
def test_every_listed_style_is_one(style):
    assert glossing.parse(style).first in {"en", "zh"}


@pytest.mark.parametrize(
    "style", ["", "EN", "EN 中文", "中文 中文", "(EN)", "EN (EN)", "X (中文)", "EN (中文", "EN (PINYIN)"]
)
def test_what_is_no_style_is_refused(style):
    with pytest.raises(FormatError, match="is no house style"):
        glossing.parse(style)


def test_only_what_is_sure_is_put_in():
    def found(probability, english="face", kind=Kind.TERM, **said):
        pair = Pair(english, "面子", kind)
        mention = Mention(pair, "d", Form.EN_BRACKET, Span(0, 1), Span(2, 3), Span(2, 3), probability, "", ())
        entry = Entry("e1", kind, (Term(english, "en"), Term("面子", "zh-Hant")), (mention,), **said)
        text = f"Let us {english} it, not 面子 it."
        names, options = Matcher([entry]).find(text), Options(parse("EN (中文)"))
        made = [one.text for one in glossing.of_names(text, names, options)]
        return made, [one.id for one in glossing.waiting(text, names, options)]

    assert found(0.73) == ([], [])
    assert found(0.99) == ([], [])  # an everyday word
    assert found(0.73, review=Review.APPROVED) == ([" (面子)"], [])
    assert found(0.73, english="Mianzi House", kind=Kind.ORGANIZATION) == ([], ["e1"])
    assert found(0.99, english="Mianzi House", kind=Kind.ORGANIZATION) == ([" (面子)"], [])
