"""Texts that go wrong in files: pairs are still found in them, with exact offsets, and nothing falls."""

import pytest

from glossary.documents import from_text
from glossary.lang.hygiene import plain
from glossary.model import Mention
from glossary.pipeline import extract, inspect

# what is odd: the text, and the pair that it states all the same
ODD = {
    "five deep": ("He read ((((( Lin Jian (林劍) ))))) twice.", "Lin Jian", "林劍"),
    "nested glosses": ("at Bishan (or Bi Mountain (碧山), today a park) in Hubei", "Bi Mountain", "碧山"),
    "square brackets": ("the poem [of Sima Qian [司馬遷]] said", "Sima Qian", "司馬遷"),
    "mixed width": ("spokesman Lin Jian（林劍) said", "Lin Jian", "林劍"),
    "thousands of brackets before": ("(" * 4000 + " spokesman Lin Jian (林劍) said", "Lin Jian", "林劍"),
    "thousands of brackets after": ("spokesman Lin Jian (林劍) said " + ")" * 4000, "Lin Jian", "林劍"),
    "a long word before": ("x" * 100_000 + " spokesman Lin Jian (林劍) said", "Lin Jian", "林劍"),
    "cut after the pair": ("spokesman Lin Jian (林劍) and He Lifeng (何立", "Lin Jian", "林劍"),
    "combining characters": ("the poet Nguye\u0302\u0303n Du (阮攸) wrote", "Nguyễn Du", "阮攸"),
    "variation selector": ("the town Gegu (葛\U000e0100沽) grew", "Gegu", "葛沽"),
    "Han of the second plane": ("a bowl of the noodles Biangbiang (𰻞𰻞) please", "Biangbiang", "𰻞𰻞"),
    "Kangxi radicals": ("the hill Nishan (尼\u2f2d) rises", "Nishan", "尼山"),
    "soft hyphens": ("the Na\u00adtional Palace Mu\u00adseum (故宮) opened", "National Palace Museum", "故宮"),
    "zero-width spaces": ("spokesman Lin\u200b Jian (林\u200b劍) said", "Lin Jian", "林劍"),
    "a space that does not break": ("spokesman Lin\u00a0Jian (林劍) said", "Lin Jian", "林劍"),
    "a line break of a word processor": ("spokesman Lin\vJian (林\v劍) said", "Lin Jian", "林劍"),
    "spaces inside Han from a PDF": ("the Taipei Zoo (台 北 市 立 動 物 園) opened", "Taipei Zoo", "台北市立動物園"),
}


@pytest.mark.parametrize(("text", "english", "chinese"), ODD.values(), ids=ODD)
def test_a_pair_in_an_odd_text_is_found_where_it_stands(text, english, chinese):
    document = from_text(text)
    found = [mention for mention in extract(document) if mention.pair.chinese == chinese]
    assert [mention.pair.english for mention in found] == [english]
    assert plain(found[0].english.of(document.text)) == english
    assert plain(found[0].chinese.of(document.text)) == chinese


WHOLE = "The Chinese owner ByteDance Ltd (字節跳動, also 字节跳动), and [『紅樓夢』 (Dream)] *x* “Yu Yue” 俞樾/Yu．"


@pytest.mark.parametrize("end", range(len(WHOLE)))
def test_a_text_may_end_anywhere(end):
    document = from_text(WHOLE[:end])
    for found in inspect(document):
        assert not isinstance(found, Mention) or found.gloss.end <= end


PIECES = (
    "(",
    "（",
    "[",
    "()",
    "((林))",
    "Lin (",
    "(林",
    "林(",
    "a b c ",
    "“",
    "林",
    "林 Lin ",
    "Lin/林",
    "1.",
    "`",
    "*_",
)


@pytest.mark.parametrize("piece", PIECES)
def test_thousands_of_any_piece_are_read(piece):
    for text in (piece * 3000, f"Lin Jian (林劍) {piece * 3000} He Lifeng (何立峰)"):
        assert isinstance(list(inspect(from_text(text))), list)


@pytest.mark.parametrize("text", ["》 Zhì, so it is read", "」 Taibei", "》/Zhì"])
def test_a_mark_alone_is_no_name(text):
    assert all(judged.chinese.of(text) for judged in inspect(from_text(text)) if isinstance(judged, Mention))
