"""A matcher of the entries that a text may name finds what a matcher of all entries finds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import documents, pipeline
from glossary.matcher import Matcher
from glossary.matcher.names import of_entry, spellings
from glossary.matcher.presence import present
from glossary.model import Entry, Kind, Term
from glossary.search.present import matcher
from glossary.store import Store
from tests import glossaries

ARTICLES = Path(__file__).parent.parent.parent / "data/articles"

WORDS = [
    "Sky",
    "sky",
    "Ken",
    "KEN",
    "Co",
    "Ltd",
    "Group",
    "Straße",
    "ken",
    "City",
    "Lü",
    "公司",
    "何軍",
    "台",
    "臺積",
    "E.",
    "A",
]
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
entries = st.lists(st.tuples(names, names, st.sampled_from(list(Kind))), min_size=1, max_size=8)
texts = st.lists(st.sampled_from([*WORDS, "SKY", "skies", "kens", "STRASSE", "何军", "ＫＥＮ", ",", "\n"]), max_size=12)


def made(drawn):
    return [
        Entry(f"e{number}", kind, (Term(one, "en"), Term(other, "zh-Hant")))
        for number, (one, other, kind) in enumerate(drawn)
    ]


@given(entries, texts.map(" ".join) | texts.map("".join))
def test_nothing_is_lost(drawn, text):
    whole = made(drawn)
    listed = ((entry.id, term.text) for entry in whole for term in entry.terms)
    wanted = set(present(listed, [text]))
    few = [entry for entry in whole if entry.id in wanted]
    assert Matcher(few).find(text) == Matcher(whole).find(text)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ken Tech Co", "KEN TECH grew", True),
        ("battery", "Batteries", True),
        ("聯發科技股份有限公司", "联发科技说", True),
        ("何軍", "任何事，軍人", False),
        ("Lin Jian", "Lin met Jian", False),
        ("C.C. Wei", "Wei came", False),
        ("Taipei City", "Tainan City", False),
        ("a", "a", False),
    ],
)
def test_what_may_be_there(name, text, expected):
    assert list(present([("e1", name)], [text])) == ["e1"] * expected


GLOSSARY = """\
person C.C. Wei = 魏哲家; person CC Lin = 林大; person Roger Y. Tsien = 錢永健; person Scott Bessent = 史考特・貝森特;
place US = 美國; place Mong Kok = 旺角; place Taipei City = 台北市; place St. Giles’ Cathedral = 聖吉爾斯大教堂;
place Mount Fuji = 富士山; organization The Rolling Stones = 滾石樂團; organization Health and Welfare = 衛福部;
organization Victoria Harbour Centre = 維港中心; organization Ken Tech Co = 肯科公司; term Neural Networks = 神經網絡;
other Tang dynasty = 唐朝; event Golden Horse Awards = 金馬獎; event Mid-Autumn Festival = 中秋節; term battery = 電池;
term Silicon photonics = 矽光子; organization Microsoft = 微軟公司; product EasyCard = 悠遊卡
"""


@pytest.mark.parametrize("entry", glossaries.made(GLOSSARY), ids=lambda entry: entry.terms[0].text)
def test_every_spelling_may_be_there(entry):
    listed = [(entry.id, term.text) for term in entry.terms]
    for name in of_entry(entry):
        assert not [one for one in spellings(name) if list(present(listed, [one])) != [entry.id]]


def test_a_store_gives_the_same(tmp_path):
    articles = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    with Store(tmp_path / "glossary.db") as store:
        for article in articles:
            store.merge(pipeline.collect(documents.from_text(article)))
        whole = Matcher(store.entries())
        for article in (*articles, "", "Nothing of it."):
            assert matcher(store, [article]).find(article) == whole.find(article)
