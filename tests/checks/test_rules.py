"""Each rule on what it must find and on what it must leave alone; the reported false alarms of other tools."""

from pathlib import Path

import pytest

from benchmarks import checks as labelled
from glossary import checks
from glossary.checks import Settings, Severity
from glossary.documents import from_text
from glossary.matcher import Matcher
from glossary.pipeline import collect
from tests.glossaries import made

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "cases/checks.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
][1:]


def run(glossary, source, text, settings=""):
    matcher = Matcher(made(glossary))
    if source:
        work = checks.of_texts(("source.txt", source), ("a.txt", text), matcher)
    else:
        work = checks.of_draft("a.txt", text, matcher)
    return checks.run(work, labelled.settings(settings))


@pytest.mark.parametrize(
    ("glossary", "settings", "source", "text", "expected", "why"), ROWS, ids=[row[5] for row in ROWS]
)
def test_cases(glossary, settings, source, text, expected, why):
    source, text = (one.replace("\\n", "\n") for one in (source, text))
    found = [
        f"{one.rule} {one.text}" if one.rule != "missing" else "missing"
        for one in run(glossary, source, text, settings)
    ]
    assert " | ".join(found) == expected


def test_the_labelled_sentences():
    figures = labelled.measure("all")
    assert figures["planted"] >= 200
    assert figures["clean"] >= 200
    assert figures["precision"] >= 0.98
    assert figures["recall"] >= 0.95


def test_the_sentences_that_nobody_looked_at():
    figures = labelled.measure("blind")
    assert figures["precision"] >= 0.98
    assert figures["recall"] >= 0.95


LIN = "person Lin Jian = 林劍"


def test_a_finding_says_where():
    (found,) = run(LIN, "", "第一行說話\n他說林剑來了，後來還講了話", "lang=zh-Hant")
    assert (found.line, found.column, found.start, found.end, found.text) == (2, 3, 8, 10, "林剑")
    assert (found.fix.text, found.fix.safe, found.severity) == ("林劍", True, Severity.WARNING)


def test_a_missing_name_points_at_the_one_that_may_be_meant():
    known = "person Lin Chia-lung = 林佳龍; person Lin Chia-lin = 林佳林"
    (found,) = run(known, "Lin Chia-lung spoke.", "外長林家龍說話了。")
    assert (found.text, found.start) == ("林家龍", 2)
    assert "“林家龍” may be meant" in found.message
    (found,) = run(known, "外長林佳龍說話了。", "Lin Chia-lun spoke.")
    assert found.text == "Lin Chia-lun"
    (found,) = run(known, "Lin Chia-lung spoke.", "外長林佳林說話了。")
    assert "meant" not in found.message


def test_a_rule_can_be_off_for_all_and_for_an_entry():
    work = checks.of_draft("a.txt", "他說林剑來了", Matcher(made(LIN)))
    assert checks.run(work, Settings(lang="zh-Hant"))
    assert not checks.run(work, Settings(lang="zh-Hant", off=frozenset({"script"})))
    assert not checks.run(work, Settings(lang="zh-Hant", entries={"林剑": frozenset({"script"})}))
    assert not checks.run(work, Settings(lang="zh-Hant", entries={"Lin Jian": frozenset({"all"})}))
    assert checks.run(work, Settings(lang="zh-Hant", entries={"林剑": frozenset({"region"})}))


def test_a_severity_can_be_another():
    work = checks.of_draft("a.txt", "他說林剑來了", Matcher(made(LIN)))
    (found,) = checks.run(work, Settings(lang="zh-Hant", severity={"script": Severity.ERROR}))
    assert found.severity is Severity.ERROR


def test_segments_have_their_own_lines_and_places():
    work = checks.of_segments(
        "a.tmx", [("Hello", "你好", 3), ("Lin Jian", "他來了", 7), ("", "x", 8)], Matcher(made(LIN))
    )
    (found,) = checks.run(work)
    assert (found.rule, found.line, found.start, found.end, found.text) == ("missing", 7, 0, 3, "他來了")


def test_texts_with_another_number_of_lines_are_compared_as_a_whole():
    glossary = Matcher(made(LIN))
    assert not checks.run(checks.of_texts(("s", "Hello.\nLin Jian came."), ("t", "你好，林劍來了。"), glossary))
    assert checks.run(checks.of_texts(("s", "Hello.\nLin Jian came."), ("t", "你好，他來了。"), glossary))


def test_a_name_is_missed_once():
    text = "\n".join(["某人來"] * 3)
    assert len(run(LIN, "\n".join(["Lin Jian came"] * 3), text)) == 1


@pytest.mark.parametrize(
    ("stated", "source", "text", "missed"),
    [
        ("週四（Thursday）出刊的副刊。", "He comes on Thursday.", "他禮拜四來。", 0),
        ("非制約刺激（US）是食物。", "The US agreed.", "美國同意了。", 0),
        ("非制約刺激（US）是食物。", "The US agreed.", "他同意了。", 1),
        ("導演魏德聖（Wei Te-sheng）到了。", "Wei Te-sheng spoke.", "導演說話了。", 1),
    ],
)
def test_words_that_a_text_gave_a_meaning_may_have_another_one(stated, source, text, missed):
    matcher = Matcher(collect(from_text(stated)))
    assert len(checks.run(checks.of_texts(("s", source), ("t", text), matcher))) == missed


def test_every_rule_is_documented():
    page = Path(__file__).parents[2].joinpath("docs/translating.md").read_text(encoding="utf-8")
    assert not [rule.name for rule in checks.RULES if f"`{rule.name}`" not in page]
