"""The block for a language model holds the names that occur, and no others."""

import pytest

from glossary.formats import prompt
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.occurring import occurring
from tests.command import NEWS, Command
from tests.formats import sample

LIN = sample.entry(20, "Lin", sample.hant("林"))
ALL = [*sample.FIVE, LIN]


def lines(text, *, entries=ALL, **options):
    chosen = Options(**options)
    found = occurring(entries, [text], options=chosen)
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
    assert len(lines("Lin Jian said")) == 1
    assert len(lines("Lin Jian said, and Lin agreed")) == 2


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
