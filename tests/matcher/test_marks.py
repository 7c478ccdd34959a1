"""The floor of the names found in the labelled texts; see benchmarks/marks.py."""

from benchmarks import marks


def test_names_of_other_texts_are_found_and_little_else():
    figures = marks.measure()
    assert figures["precision"] >= 0.99
    assert figures["recall"] >= 0.99
