"""Plain letters: every reader of names in Latin letters sees the same."""

import pytest

from glossary import keys
from glossary.lang import spelling, transliteration
from glossary.lang.romanization.spellings import syllables


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Łódź", "lodz"),
        ("Đà", "da"),
        ("Nẵng", "nang"),
        ("Øresund", "oresund"),
        ("Ǿresund", "oresund"),
        ("Straße", "strasse"),
        ("Þórr", "thorr"),
        ("Diyarbakır", "diyarbakir"),
        ("İzmir", "izmir"),
        ("ＬＩＮ", "lin"),
        ("Lǚ", "lu"),
        ("Œuvre", "oeuvre"),
        ("Għajn", "ghajn"),
        ("Lin", "lin"),
    ],
)
def test_all_fold_letters_alike(word, plain):
    assert keys.latin(word) == transliteration.letters(word) == plain
    assert spelling.english_words(word) == syllables(word) == (plain,)
