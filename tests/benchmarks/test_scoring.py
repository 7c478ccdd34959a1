"""The rules by which pairs are compared with labels; where the shared gold is there, they are those of its score.py."""

import json
import subprocess
import sys
from pathlib import Path

import figures
import finders
import labelled
import pytest
import scoring

CASES = Path(__file__).parents[1] / "cases" / "scoring.tsv"
ROWS = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[8]}: {row[6]}" for row in ROWS])
def test_a_pair_is_a_hit_or_wrong_or_not_held_against(row):
    outcome = scoring.match([scoring.label(["1", *row[:5], ""])], [scoring.Found(row[5], row[6])])
    hit = any(found for _, found in outcome.asked)
    result = "hit" if hit else "wrong" if outcome.wrong else "free"
    assert result == row[7]


def test_a_pair_hits_one_label_only():
    twice = [scoring.label(["1", "Paris", "巴黎", "place", "", "zh-bracket", ""])] * 2
    outcome = scoring.match(twice, [scoring.Found("Paris", "巴黎")] * 2)
    assert [found is not None for _, found in outcome.asked] == [True, False]
    assert not outcome.wrong


def test_a_wrong_pair_counts_as_name_or_term_by_its_look():
    outcome = scoring.match([], [scoring.Found("Go early", "開館前"), scoring.Found("milk tea", "奶茶")])
    assert [found.group for found in outcome.wrong] == ["name", "term"]


@pytest.mark.parametrize("folder", labelled.shared(), ids=labelled.title)
@pytest.mark.parametrize("name", ["glossary", "cue characters"])
def test_figures_are_those_of_the_shared_score(folder, name, tmp_path):
    texts = labelled.texts(folder)
    predictions = tmp_path / "predictions.jsonl"
    rows = [
        {"document": str(text.path), "english": pair.english, "chinese": pair.chinese, "aliases": pair.aliases}
        for text in texts
        for pair in finders.FINDERS[name](text.document)
    ]
    predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, labelled.SHARED / "score.py", folder, predictions, "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    scored = figures.run(texts, finders.FINDERS[name])
    for group, by_text in figures.overall(scored).items():
        tally = figures.total(by_text)
        counts = {key: theirs[group][key] for key in ("gold", "hit", "wrong", "f1")}
        assert counts == {"gold": tally.asked, "hit": tally.right, "wrong": tally.wrong, "f1": round(tally.f1, 4)}
    right, asked = figures.alias_recall(scored)
    assert theirs["alias_recall"] == round(right / asked, 4)


def test_the_shared_gold_is_found_where_it_is_said_to_be():
    """Absent it is skipped, and nothing fails; present, both languages are measured."""
    assert {folder.name for folder in labelled.shared()} in (set(), {"en", "zh"})
