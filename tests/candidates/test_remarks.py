"""What makes a part of a gloss a remark, and what looks alike and is a name."""

import pytest

from glossary.candidates import remarks

FIGURES = {
    "a number": ("88", "307–365", "3.5", "12c"),
    "a number with what is counted": ("民國88年", "3樓", "25歲", "3世紀"),
    "a date": (
        "3 February 1899 – 24 August 1966",
        "Sept. 2015",
        "circa 1600",
        "145 B.C. – 86 B.C.",
        "9 to 23 AD",
        "May 4",
    ),
    "an amount": ("NT$50", "US$ 3 million", "£20"),
    "a year of a reign": ("明治十年", "嘉靖四十五年三月", "元年"),
    "another place in the text": ("附錄一", "圖3", "第二章"),
    "a citation": ("陳2015", "陳等 2015a"),
    "a share": ("TSLA-US", "2330.TW", "NASDAQ: TSLA"),
    "a footnote": ("^泡沫", "#3"),
}
WORDED = ("born 1955", "see Appendix B", "圖 法新社", "如 host", "王某攝", "資料照")
NAMES = ("何立峰", "如新", "圖博", "第一銀行", "Seeley", "Novel", "May Fourth", "HK Express", "NYSE", "標普500指數")


@pytest.mark.parametrize("text", [text for several in FIGURES.values() for text in several])
def test_figures_are_remarks(text):
    assert remarks.is_remark(text)


@pytest.mark.parametrize("text", WORDED)
def test_words_of_a_remark_make_one(text):
    assert remarks.is_remark(text)
    assert remarks.reads_like_remark(text)


@pytest.mark.parametrize("text", NAMES)
def test_what_looks_alike_may_be_a_name(text):
    assert not remarks.is_remark(text)
