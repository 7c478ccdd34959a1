"""Tables that are searched as they lie in their files."""

import pytest

from glossary import tables

SEARCHED = ("glosses", "ecdict_glosses", "frequencies", "kind_weights", "word_families", "gloss_characters")


@pytest.mark.parametrize("name", SEARCHED)
def test_rows_are_in_the_order_in_which_they_are_searched(name):
    firsts = [row[0] for row in tables.rows(name)]
    assert firsts == sorted(set(firsts))


@pytest.mark.parametrize("name", SEARCHED)
def test_every_row_is_found_and_no_other(name):
    known = tables.mapping(name)
    sample = [*known][:: max(1, len(known) // 1000)] + [*known][-2:]
    assert [tables.found(name, first) for first in sample] == [known[first] for first in sample]
    missing = {first + end for first in sample for end in ("\x00", " ", "\U0010ffff")} - known.keys()
    missing |= {"", "\x00", "a", "\ud800", "\U0010ffff"} - known.keys()
    assert not [first for first in missing if tables.found(name, first)]


def test_what_is_above_the_rows_is_no_row():
    assert not tables.found("frequencies", "text")
    assert not tables.found("frequencies", "# licence: MIT")
