"""The floor of the names found in the labelled texts; see benchmarks/marks.py."""

from benchmarks import checks, marks


def test_names_of_other_texts_are_found_and_little_else():
    figures = marks.measure()
    assert figures["precision"] >= 0.99
    assert figures["recall"] >= 0.99


def test_sentences_for_the_rules():
    figures = marks.sentences("sentences.tsv", checks.glossary(name="sentences_glossary.txt"))
    assert figures["precision"] >= 0.99
    assert figures["recall"] >= 0.99
