"""Markup becomes spaces, character for character, and what it shows stays where it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import markup
from glossary.documents.markup import blank

# kind: a text with its markup, and what is left of it, runs of spaces as one
CASES = {
    "template_of_language": ("海灣坊（{{lang-en|Harbour Arcade}}）", "海灣坊（ lang-en:Harbour Arcade ）"),
    "template_of_link": ("在{{link-en|橡樹街|Oak Street}}住", "在 |橡樹街(Oak Street) 住"),
    "template_of_translation": ("在{{tsl|en|Oak Street|橡樹街}}住", "在 Oak Street(橡樹街) 住"),
    "ruby": ("<ruby>主机<rp>（</rp><rt>host</rt><rp>）</rp></ruby>", " *主机* (host) "),
    "stress_opening": ("the <em class='x'>Snow", "the *Snow"),
    "stress_closing": ("Snow</em> (雪)", "Snow* (雪)"),
    "fallback": ("主<rp>（</rp>机", "主 机"),
    "note": ("乐队[1](The Crickets)", "乐队 (The Crickets)"),
    "attribute": ("<Row value={`乘坐开往奥斯坦德（Oostende）的火车`} />", "乘坐开往奥斯坦德（Oostende）的火车 />"),
    "tag": ("<tr><td>Oak</TD><td>橡樹</td></tr>", " Oak| 橡樹| \n "),
    "space": ("Oak&nbsp;Street", "Oak Street"),
    "escape": (r"of \'雪\' caf\'e <b>", r"of '雪' caf\'e *"),
    "escape_single": (r"the \'Snow\' (雪)", "the 'Snow' (雪)"),
    "escape_double": (r"the \"Snow\" (雪)", 'the "Snow" (雪)'),
    "command": (r"the \emph{Oak Street} (橡樹街)", "the *Oak Street* (橡樹街)"),
    "link": ('[Oak](https://a.org "x") ![Oak](a.png)[Oak][1] (橡樹)', "*Oak* *Oak* *Oak* (橡樹)"),
    "link ": ("[Oak](https://a.org/O_(tree) 'x') (橡樹)", "*Oak* (橡樹)"),
    "org_link": ("[[https://a.org][Oak]] (橡樹)", "*Oak* (橡樹)"),
    "wiki_link": ("[[Oak (tree)|Oak]] (橡樹)", "*Oak* (橡樹)"),
    "wiki_stress": ("'''Oak''' (橡樹)", " *Oak* (橡樹)"),
    "before_acronym": ("[World Health Organization](WHO)", "*World Health Organization*(WHO)"),
    "asciidoc_link": ("link:a.html[Oak] (橡樹)", "*Oak* (橡樹)"),
    "rest_link": ("`Oak <https://a.org>`_ <b>", "*Oak* *"),
}
MARKS = st.sampled_from([
    "<b>", "</b>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<br>", "</td>", "&nbsp;", "{{", "}}", "lang-en", "tsl|en",
    "|", "[", "]", "(", ")", "link:", "https://", "''", "`", "_", "\\emph{", "名", "Oak", " ", "\n", "（",
])  # fmt: skip


@pytest.mark.parametrize("kind", CASES)
def test_of_each_kind_is_left_what_it_shows(kind: str) -> None:
    text, left = CASES[kind]
    kinds = {found.lastgroup for found in markup._MARKUP.finditer(text)}
    assert kind.strip() in kinds
    assert re.sub(" +", " ", blank(text)).strip(" ") == left.strip(" ")


@given(st.lists(MARKS | st.text(max_size=3), max_size=30).map("".join))
def test_every_character_that_is_left_stands_where_it_stood(text: str) -> None:
    shown = blank(text)
    assert len(shown) == len(text)
    put = frozenset(" *|(\n):-langen")
    assert all(new == old or new in put for new, old in zip(shown, text, strict=True))


def test_there_is_a_case_of_each_kind() -> None:
    assert {kind.strip() for kind in CASES} == set(markup._KINDS)


@given(st.lists(MARKS | st.text(max_size=3), max_size=30).map("".join))
def test_all_that_is_markup_begins_where_it_is_looked_for(text: str) -> None:
    if markup._may_hold_markup(text):
        assert blank(text) == markup._MARKUP.sub(markup._blanked, text)
