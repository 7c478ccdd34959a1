"""Whether an English spelling fits Chinese characters: in which system, in full or in part.

A spelling fits when its letters can be cut into syllables, one for each character, that the readings of the
characters allow in one family of systems: Mandarin (Hanyu Pinyin, Wade–Giles, Tongyong, Yale, MPS2, Gwoyeu Romatzyh
and their mixtures in passports), the postal spellings of places, Cantonese, Hokkien, Hakka. The surname may come from
another family. Missing evidence means "no phonetic evidence", never "wrong": people and places may have names of other
origin.

``spellings`` knows how characters are spelt, ``matching`` aligns letters and characters, ``places`` knows generic
words and exonyms, ``spelling_out`` finds the words that spell a whole name, ``bearers`` those that spell its surname;
``judging`` weighs a whole spelling and says so in ``fits``.
"""

from glossary.lang.romanization.fits import Fit, Level
from glossary.lang.romanization.judging import fit, may_begin, spells, suffix, surname
from glossary.lang.romanization.spellings import keys, spellings

__all__ = ["Fit", "Level", "fit", "keys", "may_begin", "spellings", "spells", "suffix", "surname"]
