"""Further names beside a pair, in the gloss and right behind it; all sentences are our own."""

from pathlib import Path

import pytest

from glossary.documents import from_text
from glossary.pipeline import extract

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "cases" / "aliases.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Shares of Delta Harbour Shipping Co (DHS) (港灣海運) rose.", ("DHS",)),
        ("超導體（superconductor），又稱 SC、零阻導體，用途很廣。", ("SC", "零阻導體")),
        ("光纖（optical fibre），亦稱「光導纖維」，是一種導線。", ("光導纖維",)),
        ("Visitors burn 紙錢 (zhǐqián) — “spirit money,” bought by the stack.", ("spirit money",)),
        ("the fluids known as jīnyè (津液, usually translated as “body fluids”)", ("body fluids",)),
        ("The feast, Qi Gui (乞龜, the Turtle Offering), lasts all night.", ("Turtle Offering",)),
        ("Old women sing Baoge (褒歌, _pó-kua_ in Taiwanese) by the sea.", ("pó-kua",)),
        ("使用者介面（user interface），縮寫為 UI，要好懂。", ("UI",)),
        ("馬可·羅西（Marco Rossi），漢名馬國賢，字西泰。", ("馬國賢",)),
        ("記憶大會（MMF: The Future of Memory）很熱鬧。", ("MMF",)),
        ("华盖（Umbraculum），意大利文称为「Ombrellino」，是一种伞。", ("Ombrellino",)),
        ("渥太华（Ottawa，旧译屋大维）很冷。", ("屋大维",)),
        ("英国物理学会（Institute of Physics，即IOP）", ("IOP",)),
        ("It is 月老 (Yuèlǎo) — the Old Man of the Moon.", ("Old Man of the Moon",)),
        ("阿里山（Alishan，即將開放）的路", ()),
        ("He met Lin Jian (林劍, pictured) in Harbin.", ()),
        ("北海（North Sea），又常有大風，漁船不敢出海。", ()),
        ("The temple 行天宮 (Xíngtiān Gōng) in Taipei is busy.", ()),
    ],
)
def test_what_is_said_beside_a_pair_is_its_alias(text, aliases):
    found = next(extract(from_text(text)))
    assert found.pair.aliases == aliases


@pytest.mark.parametrize(("text", "aliases", "origin"), CASES, ids=[f"{case[2]}: {case[0]}" for case in CASES])
def test_further_names_around_and_in_a_gloss(text, aliases, origin):
    found = next(extract(from_text(text.replace("\\n", "\n"))))
    assert "; ".join(found.pair.aliases) == aliases, origin


def test_an_alias_is_never_one_of_the_two_names():
    for text, _, _ in CASES:
        for found in extract(from_text(text.replace("\\n", "\n"))):
            assert not {found.pair.english, found.pair.chinese} & {*found.pair.aliases}


def test_a_table_with_acronyms_between_the_names_states_the_long_ones():
    table = "| International Labour Organization | ILO | 國際勞工組織 |\n| World Bank | WB | 世界銀行 |\n"
    found = {mention.pair.english: mention.pair.aliases for mention in extract(from_text(table))}
    assert found["International Labour Organization"] == ("ILO",)


def test_a_name_in_pinyin_is_the_name_and_the_quoted_meaning_another():
    found = next(extract(from_text('道號玄風 (Xuánfēng, "Dark Wind") 很有名。')))
    assert (found.pair.english, found.pair.aliases) == ("Xuánfēng", ("Dark Wind",))
