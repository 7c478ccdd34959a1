"""How English words explain the characters before a gloss."""

import pytest

from glossary.pairs.cover import cover


@pytest.mark.parametrize("reach", range(1, 16))
def test_no_word_reaches_further_than_is_asked(reach):
    """A word in Latin letters may be longer than what is left."""
    starts = [found.start for found in cover("manufacturing公司", "Manufacturing Company", reach=reach)]
    assert all(start >= 15 - reach for start in starts)
    assert (0 in starts) == (reach == 15)
