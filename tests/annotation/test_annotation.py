"""What is added can be taken away to the character, and nothing in a text can act on its reader."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import annotation
from glossary.annotation import Mentions, Page
from glossary.errors import FormatError
from glossary.matcher import Matcher
from glossary.model import Entry, Form, Kind, Mention, Pair, Review, Span, Term
from tests.glossaries import made

ENTRIES = made("person He Lifeng = 何立峰; organization Ken Tech Co, KTC = 肯科; place York = 約克")
MATCHER = Matcher(ENTRIES)
PIECES = st.sampled_from(
    ["He Lifeng", "何立峰", "KTC", "York", " ", "\n", "\r\n", "<b>", "</main>", "&amp;", "&#13;", "<script>", "[^g1]",
     "# ", "[York](x)", "\x1b[4;36m", "\x1b[0m",
     "〔", "〕", "\0", "\x07", "\u0085", "\u009b", "\ufeff", "𠮷", "`KTC`", "\n\n\n"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(st.characters(exclude_categories=["Cs"]), max_size=3)), max_size=12).map(
    "".join
)
STRIPPING = [output for output in annotation.OUTPUTS if output.strip is not None]


def write(output, text, *, ruby=False, mentions=None):
    found = annotation.marks(text, MATCHER, mentions=mentions or output.mentions, barred=output.barred(text))
    return output.write(Page(text, title="a.txt", ruby=ruby), found)


@pytest.mark.parametrize("output", STRIPPING, ids=lambda output: output.name)
@given(text=TEXTS, ruby=st.booleans(), mentions=st.sampled_from(Mentions))
def test_what_is_added_can_be_taken_away(output, text, ruby, mentions):
    assert output.strip(write(output, text, ruby=ruby, mentions=mentions)) == text


@given(TEXTS)
def test_a_page_of_an_annotated_page_can_be_taken_away_twice(text):
    html = annotation.find("html")
    once = write(html, text)
    assert html.strip(html.strip(write(html, once))) == text


class Tags(HTMLParser):
    """The tags of a page and their attributes."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


HOSTILE = (
    "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"><svg/onload=document.title='ran'>"
    "</main></style><iframe src=javascript:1></iframe> He Lifeng <a href='javascript:1'>York</a> -->]]>"
)


def test_a_page_has_only_our_tags():
    page = write(annotation.find("html"), HOSTILE, ruby=True)
    tags = Tags()
    tags.feed(page)
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "span",
        "b",
        "i",
        "small",
        "q",
        "cite",
        "ruby",
        "rt",
        "rp",
    }
    assert {tag for tag, _ in tags.found} <= allowed
    assert not [
        name
        for _, attributes in tags.found
        for name in attributes
        if name.startswith("on") or name in {"href", "src", "style"}
    ]
    assert "default-src 'none'" in page


def test_a_hostile_entry_is_only_text():
    entries = made("person <b>Bo</b> Xi = 薄<script>西")
    page = annotation.find("html").write(
        Page("薄<script>西 came", title="</title><script>"), annotation.marks("薄<script>西 came", Matcher(entries))
    )
    assert "<script>" not in page


def chromium():
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


@pytest.mark.client
def test_a_browser_runs_nothing_and_shows_the_text(tmp_path):
    if chromium() is None:
        pytest.skip("no Chromium here")
    place = tmp_path / "a.html"
    place.write_text(write(annotation.find("html"), HOSTILE), encoding="utf-8")
    done = subprocess.run(
        [chromium(), "--headless", "--no-sandbox", f"--user-data-dir={tmp_path}/u", "--dump-dom", place.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "<title>a.txt</title>" in done.stdout
    shown = re.search("<main>.*</main>", done.stdout, re.DOTALL)[0]
    assert annotation.find("html").strip(shown) == HOSTILE


def test_a_card_says_what_the_glossary_says():
    page = write(annotation.find("html"), "He Lifeng (何立峰)")
    assert re.search(r">He Lifeng<span class=\"c\".*?何立峰.*?Hé Lìfēng.*?person", page)


def test_ruby_has_the_reading_above_chinese_and_chinese_above_english():
    page = write(annotation.find("html"), "He Lifeng 何立峰", ruby=True)
    assert re.findall("<rt>(.*?)</rt>", page) == ["何立峰", "Hé Lìfēng"]


def test_no_word_of_a_ruby_can_be_broken():
    page = write(annotation.find("html"), "He  Lifeng 何立峰", ruby=True)
    assert re.findall('<span class="w">(.*?)</span>', page) == ["He", "Lifeng", "何立峰"]
    assert re.search(r"\.w[^{}]*\{[^}]*white-space: nowrap", page)


TRUMP = made("person Donald Trump = 川普")


def test_what_is_said_of_a_name_of_another_region_is_said_of_that_name():
    text = "特朗普與川普"
    found = annotation.marks(text, Matcher(TRUMP))
    html = annotation.find("html").write(Page(text, ruby=True), found)
    assert re.findall("<rt>(.*?)</rt>", html) == ["Tèlǎngpǔ", "Chuānpǔ"]
    assert re.search('role="tooltip".*?特朗普 / 川普.*?Tèlǎngpǔ.*?role="tooltip".*?>川普.*?Chuānpǔ', html)
    one, other = map(json.loads, annotation.find("json").write(Page(text), found).splitlines())
    assert (one["chinese"], one["pinyin"]) == (["特朗普", "川普"], "Tèlǎngpǔ")
    assert (other["chinese"], other["pinyin"]) == (["川普"], "Chuānpǔ")
    for name in ("markdown", "ansi"):
        shown = annotation.find(name).write(Page("特朗普說"), annotation.marks("特朗普說", Matcher(TRUMP)))
        assert "Tèlǎngpǔ" in shown
        assert "Chuānpǔ" not in shown


def test_markdown_has_a_note_at_the_first_mention_outside_headings():
    page = write(annotation.find("markdown"), "# York\n\nYork and [York](x).\n")
    text, _, notes = page.partition("\n\n<!-- glossary notes g -->\n")
    assert text == "# York\n\nYork[^g1] and [York](x).\n"
    assert notes == "[^g1]: 約克 / 约克 / York · Yuēkè · place\n"


def test_colours_come_with_the_other_name_once():
    page = write(annotation.find("ansi"), "York, York\x1b[2J")
    assert page.count("約克") == 1
    assert "\x1b[2J" not in page
    assert "\r" not in write(annotation.find("ansi"), "York\rLondon")


def test_records_say_where_and_what():
    import json

    (one, two) = map(json.loads, write(annotation.find("json"), "a\nYork\n約克").splitlines())
    assert (one["line"], one["start"], one["end"], one["text"], one["chinese"]) == (2, 2, 6, "York", ["約克", "约克"])
    assert (two["line"], two["text"], two["english"], two["first"]) == (3, "約克", "York", False)


def test_a_name_that_waits_for_review_is_shown_as_such():
    def written(name, probability, review=Review.UNREVIEWED):
        pair = Pair("Ken Tech", "肯科", Kind.ORGANIZATION)
        mention = Mention(pair, "d", Form.EN_BRACKET, Span(0, 1), Span(2, 3), Span(2, 3), probability, "", ())
        terms = (Term("Ken Tech", "en"), Term("肯科", "zh-Hant"))
        matcher = Matcher([Entry("e1", Kind.ORGANIZATION, terms, (mention,), review=review)])
        return annotation.find(name).write(Page("Ken Tech"), annotation.marks("Ken Tech", matcher))

    signs = {"html": 'class="n organization u f"', "markdown": "not reviewed", "ansi": "(?)", "json": '"review": true'}
    for name, sign in signs.items():
        assert sign in written(name, 0.6)
        assert sign not in written(name, 0.99)
        assert sign not in written(name, 0.6, Review.APPROVED)


def test_an_unknown_output_says_which_there_are():
    with pytest.raises(FormatError, match="html markdown ansi json docx"):
        annotation.find("pdf")
