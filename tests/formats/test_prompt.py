"""The block for a language model holds the names that occur, and no others."""

import pytest

from glossary.formats import prompt
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.occurring import occurring
from glossary.matcher import Matcher
from tests.command import NEWS, Command
from tests.formats import sample

NORTH = sample.entry(20, "North", sample.hant("北方"))
NORTHERN_RAIL = sample.entry(21, "North Rail Works", sample.hant("北方鐵路廠"))
ALL = [*sample.FIVE, NORTH, NORTHERN_RAIL]


def lines(text, *, entries=ALL, **options):
    chosen = Options(**options)
    found = occurring(Matcher(entries), [text], options=chosen)
    return prompt.block(found, chosen, report=Report()).split("\n")[1:-1]


def test_only_names_that_occur_longest_first():
    text = "Taiwan Semiconductor Manufacturing Co (TSMC) met Lin Jian."
    assert [line.split(" → ")[0] for line in lines(text)] == [
        "Taiwan Semiconductor Manufacturing Co",
        "Lin Jian",
        "TSMC",
    ]


@pytest.mark.parametrize("text", ["the June heat", "Mr. He said", "TSMCs", "xLin Jianx", "jun he", ""])
def test_no_name_within_a_word(text):
    assert lines(text) == []


def test_a_part_of_a_longer_name_is_none_unless_it_stands_alone_too():
    assert len(lines("They built North Rail Works.")) == 1
    assert len(lines("They built North Rail Works in the North.")) == 2


def test_names_are_found_as_everywhere():
    assert lines("See www.TSMC.com and `TSMC`.") == []
    assert [line.split(" → ")[0] for line in lines("LIN JIAN SPEAKS")] == ["Lin Jian"]


def test_both_languages_and_names_not_to_be_used():
    bad = sample.forbidden(sample.FIVE[0], "何立鋒")
    assert lines("何立峰", entries=[bad]) == ["何立峰 → He Lifeng (person; Hé Lìfēng)"]
    assert lines("He Lifeng", entries=[bad]) == ["He Lifeng → 何立峰, not 何立鋒 (person; Hé Lìfēng)"]
    assert lines("何立峰 He Lifeng", entries=[bad], source="en") == lines("He Lifeng", entries=[bad])
    assert lines("TSMC", lang="zh-Hans") == ["TSMC → 台积电 (organization)"]


def test_the_command(tmp_path):
    glossary = Command(tmp_path)
    glossary("collect", glossary.write("news.txt", NEWS))
    text = glossary.write("text.txt", "He Lifeng spoke of TSMC and of the June heat.")
    result = glossary("prompt", text)
    assert result.code == 0
    assert result.out.splitlines()[0] == prompt.HEAD
    assert [line.split(" (")[0] for line in result.out.splitlines()[1:]] == ["He Lifeng → 何立峰", "TSMC → 台積電"]
    assert glossary("prompt", "-", stdin="nothing here").code == 1
    assert glossary("prompt", "missing.txt").refused("missing.txt")
