"""The page in a browser: what is shown, and what the search field leaves."""

import re

import pytest

from tests.formats import sample
from tests.formats.clients import program, run, written

pytestmark = pytest.mark.client
SEARCH = """<script>query.value = {query}; query.dispatchEvent(new Event("input"));
for (const row of rows) if (row.hidden) row.remove();</script></body>"""


@pytest.fixture
def shown(tmp_path):
    """The page as the browser has it after a search: the count it says, and the English names left."""

    def search(query):
        path = written([*sample.FIVE, *sample.HARD], "html", tmp_path / "page.html", title="A & <B>")
        page = path.read_text(encoding="utf-8").replace("</body>", SEARCH.format(query=repr(query)))
        path.write_text(page, encoding="utf-8")
        browser = program("chromium", "chromium")
        dom = run(browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"file://{path}")
        count = re.search(r"<output[^>]*>([^<]*)</output>", dom)[1]
        return count, re.findall(r'<th scope="row" class="english" lang="en">(.*?)</th>', dom), dom

    return search


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("林剑", ["Lin Jian"]),
        ("lin jian", ["Lin Jian"]),
        ("lifeng", ["He Lifeng"]),
        ("tsmc", ["Taiwan Semiconductor Manufacturing Co"]),
        ("nosuchname", []),
        ("<b>&amp;", ["&lt;b&gt;&amp;amp;&lt;/b&gt;"]),
    ],
)
def test_the_search_leaves_what_it_finds(shown, query, names):
    count, left, _ = shown(query)
    assert left == names
    assert count == f"{len(names)} {'entry' if len(names) == 1 else 'entries'}"


def test_all_is_shown_with_tones_and_nothing_becomes_markup(shown):
    count, left, dom = shown("")
    assert count == f"{len(sample.FIVE) + len(sample.HARD)} entries"
    assert len(left) == len(sample.FIVE) + len(sample.HARD)
    assert '<span class="tone2">Hé</span> <span class="tone4">Lì</span><span class="tone1">fēng</span>' in dom
    assert "<title>A &amp; &lt;B&gt;</title>" in dom
    assert "http" not in dom.replace("https://example.org/1", "")


def test_a_long_name_leaves_room_for_the_sentences(tmp_path):
    long = sample.entry(9, "Rules", sample.hant("各級機關及公營事業機構辦理人事甄審委員會組織規程施行細則補充規定"))
    path = written([*sample.FIVE, long], "html", tmp_path / "page.html")
    measure = """<script>const wide = name => document.querySelector(`td.${name}`).offsetWidth;
document.title = wide("more") > 2 * wide("chinese") && document.body.scrollWidth <= innerWidth;</script></body>"""
    path.write_text(path.read_text(encoding="utf-8").replace("</body>", measure), encoding="utf-8")
    for width in (1000, 1200, 1600):
        argv = ("--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900", "--dump-dom")
        dom = run(program("chromium", "chromium"), *argv, f"file://{path}")
        assert "<title>true</title>" in dom, width
