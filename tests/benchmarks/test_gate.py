"""The gate is red when a figure falls or the texts change, and lowers no floor without a reason."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).parents[2] / "benchmarks" / "gate.py"
PAIRS = {
    "He Lifeng": "何立峰",
    "Xi Jinping": "習近平",
    "Ma Ying-jeou": "馬英九",
    "Su Tseng-chang": "蘇貞昌",
    "Chen Chu": "陳菊",
    "Hou You-yi": "侯友宜",
    "Perng Fai-nan": "彭淮南",
    "Yang Chin-long": "楊金龍",
    "Lee Teng-hui": "李登輝",
    "Lai Ching-te": "賴清德",
}
HEADER = "line\tenglish\tchinese\tkind\taliases\tform\tnote\n"
FIGURE = "names F1"


@pytest.fixture
def gate(tmp_path):
    """Runs the gate on a small collection with floors of its own; both are in the folder."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("".join(f"We met {en} ({zh}).\n" for en, zh in PAIRS.items()), encoding="utf-8")
    rows = [f"{line}\t{en}\t{zh}\tperson\t\ten-bracket\t\n" for line, (en, zh) in enumerate(PAIRS.items(), 1)]
    (texts / "a.tsv").write_text(
        "line\tenglish\tchinese\tkind\taliases\tform\tnote\n" + "".join(rows), encoding="utf-8"
    )

    def run(*options):
        command = [sys.executable, GATE, texts, "--floors", tmp_path / "floors.json", *options]
        return subprocess.run(command, capture_output=True, encoding="utf-8")

    run.texts, run.floors = texts, tmp_path / "floors.json"
    return run


def kept(gate):
    return json.loads(gate.floors.read_text(encoding="utf-8"))


def raise_floor(gate, to):
    floors = kept(gate)
    next(iter(floors["collections"].values()))["floors"][FIGURE] = to
    gate.floors.write_text(json.dumps(floors), encoding="utf-8")


def floor(gate):
    return next(iter(kept(gate)["collections"].values()))["floors"][FIGURE]


def test_floors_that_were_just_set_hold(gate):
    assert gate("--set-floors").returncode == 0
    done = gate()
    assert (done.returncode, done.stderr) == (0, "")
    assert FIGURE in done.stdout
    assert floor(gate) == 0.99


def test_a_figure_below_its_floor_is_red(gate):
    gate("--set-floors")
    raise_floor(gate, 1.001)
    done = gate()
    assert done.returncode == 1
    assert f"{FIGURE} is 1.0000, and the floor 1.001" in done.stderr


@pytest.mark.parametrize("name", ["a.txt", "a.tsv"])
def test_changed_texts_or_labels_are_red(gate, name):
    gate("--set-floors")
    path = gate.texts / name
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    done = gate()
    assert done.returncode == 1
    assert "its texts or labels changed" in done.stderr


def test_a_collection_without_floors_is_red(gate):
    gate.floors.write_text('{"collections": {}, "lowered": []}', encoding="utf-8")
    assert gate().returncode == 1


def test_no_floor_falls_without_a_reason(gate):
    gate("--set-floors")
    raise_floor(gate, 1.001)
    before = gate.floors.read_bytes()
    for options in (["--set-floors"], ["--set-floors", "--lower", " "]):
        done = gate(*options)
        assert done.returncode == 2
        assert f"{FIGURE} would fall from 1.001 to 0.99" in done.stderr
    assert gate.floors.read_bytes() == before


def test_a_floor_falls_with_a_reason_that_is_kept(gate):
    gate("--set-floors")
    raise_floor(gate, 1.001)
    assert gate("--set-floors", "--lower", "two labels were wrong").returncode == 0
    assert floor(gate) == 0.99
    (record,) = kept(gate)["lowered"]
    assert (record["figure"], record["from"], record["to"]) == (FIGURE, 1.001, 0.99)
    assert record["reason"] == "two labels were wrong"
    assert gate().returncode == 0


def test_a_floor_that_still_holds_stays_when_floors_are_set_again(gate):
    gate("--set-floors")
    raise_floor(gate, 0.995)
    assert gate("--set-floors").returncode == 0
    assert floor(gate) == 0.995


def test_a_figure_that_cannot_be_measured_any_more_is_red_and_needs_a_reason(gate):
    gate("--set-floors")
    table = gate.texts / "a.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("person", "term"), encoding="utf-8")
    assert f"{FIGURE} cannot be measured any more" in gate().stderr
    assert gate("--set-floors").returncode == 2


@pytest.mark.parametrize("options", [["--lower", "why"], ["--floors", "nosuchfile"]])
def test_wrong_use_is_an_error_of_its_own(gate, options):
    gate("--set-floors")
    assert gate(*options).returncode == 2
