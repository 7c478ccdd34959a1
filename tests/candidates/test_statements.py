"""Candidates that words state."""

from glossary.documents import from_text
from glossary.pipeline import extract


def test_a_statement_in_a_very_long_line_is_the_only_pair_there():
    text = "他說了很多話，" * 2_000 + "張曼妮的英文名是 Maggie Cheong。"
    assert [(one.pair.english, one.pair.chinese) for one in extract(from_text(text))] == [("Maggie Cheong", "張曼妮")]
