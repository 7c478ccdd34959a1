"""Our labels keep to their own rules, and there are enough of them. The program is not run here."""

import re
from collections import Counter

import labelled
import pytest
import scoring

GOLD = labelled.DATA / "gold"
KINDS = scoring.NAMES | scoring.FREE | {"term", "reject"}
FORMS = {"en-bracket", "zh-bracket", "inline", "table", "list", "slash", "comma", "quote"}
HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
BRACKET = re.compile(r"[(（\[〔]([^()（）\[\]〔〕\n]*)[)）\]〕]")
INVISIBLE = re.compile("[\u00ad\u200b\ufe00-\ufe0f\U000e0100-\U000e01ef]")
TABLES = sorted(GOLD.rglob("*.tsv"))


def rows(table):
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["line", "english", "chinese", "kind", "aliases", "form", "note"]
    return [line.split("\t") for line in lines[1:]]


def folded(text):
    """As labels write it: compatibility forms, without marks, invisible characters and markup."""
    text = scoring.fold_chinese(INVISIBLE.sub("", re.sub("<[^>]*>", "", text)))
    return text.casefold().replace("’", "'").replace("‘", "'")


def names(row):
    return [name for cell in (row[1], row[2]) for name in cell.split(scoring.FORMS) if name != "-"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.relative_to(GOLD)))
def test_labels_are_whole_and_stand_in_the_text(table):
    lines = table.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
    for row in rows(table):
        assert len(row) == 7, row
        assert row[3] in KINDS, row
        assert row[5] in FORMS, row
        assert (row[1] == "-") == (row[3] == "reject"), row
        here = folded("".join(lines[int(row[0]) - 1 : int(row[0]) + 1]))
        aliases = [alias for alias in row[4].split(";") if alias]
        assert not [name for name in (*names(row), *aliases) if folded(name) not in here], row


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.relative_to(GOLD)))
def test_no_pair_is_there_twice(table):
    pairs = Counter((row[1], row[2]) for row in rows(table) if row[1] != "-")
    assert not [pair for pair, times in pairs.items() if times > 1]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.relative_to(GOLD)))
def test_every_bracket_between_the_scripts_has_a_row(table):
    text = re.sub("<[^>]*>", "", INVISIBLE.sub("", table.with_suffix(".txt").read_text(encoding="utf-8")))
    known = [folded(name) for row in rows(table) for name in names(row)]
    open_ = [found[0] for found in BRACKET.finditer(text) if crosses(text, found) and not held(found[1], known)]
    assert not open_


def crosses(text, found):
    """Whether Han stands in the bracket after Latin letters, or Latin letters after Han."""
    before = text[max(0, found.start() - 8) : found.start()].rstrip(" *_`”’\"'」》〉』")[-1:]
    after_han, after_latin = re.match(HAN, before), re.match("[A-Za-zÀ-ɏ.]", before)
    return (after_han and re.search("[A-Za-z]", found[1])) or (after_latin and re.search(HAN, found[1]))


def held(inside, known):
    return any(name in folded(inside) for name in known)


def test_there_are_enough_of_every_form():
    every = [row for table in TABLES for row in rows(table)]
    forms = Counter(row[5] for row in every if row[3] in scoring.NAMES | {"term"})
    assert set(forms) == FORMS
    assert sum(forms.values()) >= 300
    assert sum(row[3] == "reject" for row in every) >= 100
