"""The benchmark as a command: tables of a folder, faults only where they may be looked at, evidence switched off."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
HEADER = "line\tenglish\tchinese\tkind\taliases\tform\tnote\n"


def run(script, *options):
    command = [sys.executable, BENCHMARKS / script, *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    """Two documents: one name that is found, one that nobody can find, and a look-alike."""
    (tmp_path / "a.txt").write_text("Premier Su Tseng-chang (蘇貞昌) spoke (他站著).\n", encoding="utf-8")
    (tmp_path / "a.tsv").write_text(
        HEADER + "1\tSu Tseng-chang\t蘇貞昌\tperson\t\ten-bracket\t\n1\t-\t他站著\treject\t\ten-bracket\t\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text("Nothing is stated here.\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text(HEADER + "1\tNothing\t空\tother\t\tinline\t\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("rivals", ["glossary", "two naive regexes", "capital run", "cue characters"]),
        ("groups", ["by language of the text", "by source", "by form", "by kind", "person"]),
        ("details", ["aliases of names found", "strict", "balanced", "broad"]),
        ("calibration", ["mean said", "expected calibration error", "Brier"]),
    ],
)
def test_each_part_prints_its_table(folder, part, words):
    done = run("accuracy.py", folder, "--part", part)
    assert (done.returncode, done.stderr) == (0, "")
    assert not [word for word in words if word not in done.stdout]


def test_precision_recall_and_f1_stand_in_the_table(folder):
    done = run("accuracy.py", folder, "--part", "rivals")
    (ours,) = [line.rpartition(", glossary ")[2] for line in done.stdout.splitlines() if ", glossary " in line]
    assert ours.split()[:4] == ["2", "1.000", "0.500", "0.667"]


def test_faults_of_a_folder(folder):
    done = run("accuracy.py", folder, "--part", "details", "--faults")
    assert "b\tmissed\tNothing = 空\tinline" in done.stdout


def test_a_folder_without_labels_is_an_error(tmp_path):
    done = run("accuracy.py", tmp_path)
    assert done.returncode == 2
    assert "no labelled texts" in done.stderr


def test_faults_of_texts_that_only_measure_are_not_shown_unasked():
    done = run("accuracy.py", "--part", "details", "--faults")
    faults = [line for line in done.stdout.splitlines() if "\tmissed\t" in line or "\twrong\t" in line]
    assert any(line.startswith("gold/dev/") for line in faults)
    assert not [line for line in faults if line.startswith(("gold/test/", "gold/fresh/"))]


@pytest.mark.parametrize(("off", "sure"), [("nosuchfamily", True), ("spelt", False)])
def test_evidence_that_is_switched_off_weighs_nothing(off, sure):
    code = (
        f"import ablation; ablation.switch_off(frozenset(['{off}']))\n"
        "from glossary import extract, from_text\n"
        "(mention,) = extract(from_text('We met Hu Lifan (胡立凡).'))\n"
        "print(mention.probability > 0.99, sum(r.weight for r in mention.reasons if r.name == 'spelt') > 0)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=BENCHMARKS, check=True)
    assert done.stdout.split() == [str(sure), str(sure)]


def test_an_unknown_benchmark_is_named():
    done = run("run.py", "nosuch")
    assert done.returncode == 1
    assert "nosuch" in done.stderr
