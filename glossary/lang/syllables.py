"""One Mandarin syllable in its notations: tone marks, tone numbers, zhuyin, Wade–Giles.

A syllable is written here as ``lü4``: lower case, ü as ü, the tone 1–5 at the end (5 is the neutral tone). The
Wade–Giles column is made from initials and finals after Giles's dictionary (1912), not taken from a library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from glossary.tables import rows

__all__ = ["bare", "from_marks", "is_syllable", "marked", "tongyong", "untoned", "wade_giles", "zhuyin"]

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_TONES = {mark: tone for tone, mark in _MARKS.items()}
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcs")
_SUPERSCRIPTS = {"1": "¹", "2": "²", "3": "³", "4": "⁴", "5": ""}
_ZHUYIN_TONES = {"1": "", "2": "ˊ", "3": "ˇ", "4": "ˋ"}


def _table(text: str) -> dict[str, str]:
    """``"b ㄅ p ㄆ"`` as a dictionary."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# A final as pinyin writes it after y- or w- or with no initial, and what it is without that spelling.
_UNSPELT = _table(
    "yi i ya ia yo io ye ie yai iai yao iao you iu yan ian yin in yang iang ying ing yong iong "
    "yu ü yue üe yuan üan yun ün wu u wa ua wo uo wai uai wei ui wan uan wen un wang uang weng ueng"
)
_ZHUYIN_INITIALS = _table(
    "b ㄅ p ㄆ m ㄇ f ㄈ d ㄉ t ㄊ n ㄋ l ㄌ g ㄍ k ㄎ h ㄏ j ㄐ q ㄑ x ㄒ zh ㄓ ch ㄔ sh ㄕ r ㄖ z ㄗ c ㄘ s ㄙ"
)
_ZHUYIN_FINALS = _table(
    "a ㄚ o ㄛ e ㄜ ê ㄝ ai ㄞ ei ㄟ ao ㄠ ou ㄡ an ㄢ en ㄣ ang ㄤ eng ㄥ er ㄦ ong ㄨㄥ "
    "i ㄧ ia ㄧㄚ io ㄧㄛ ie ㄧㄝ iai ㄧㄞ iao ㄧㄠ iu ㄧㄡ ian ㄧㄢ in ㄧㄣ iang ㄧㄤ ing ㄧㄥ iong ㄩㄥ "
    "u ㄨ ua ㄨㄚ uo ㄨㄛ uai ㄨㄞ ui ㄨㄟ uan ㄨㄢ un ㄨㄣ uang ㄨㄤ ueng ㄨㄥ "
    "ü ㄩ üe ㄩㄝ üan ㄩㄢ ün ㄩㄣ m ㄇ n ㄋ ng ㄫ hm ㄏㄇ hng ㄏㄫ"
)
_GILES_INITIALS = _table(
    "b p p p' m m f f d t t t' n n l l g k k k' h h j ch q ch' x hs zh ch ch ch' sh sh r j z ts c ts' s s"
)
_GILES_FINALS = _table(
    "a a o o e ê ê eh ai ai ei ei ao ao ou ou an an en ên ang ang eng êng er êrh ong ung "
    "i i ia ia io io ie ieh iai iai iao iao iu iu ian ien in in iang iang ing ing iong iung "
    "u u ua ua uo o uai uai ui ui uan uan un un uang uang ü ü üe üeh üan üan ün ün m m n n ng ng hm hm hng hng"
)
_GILES_WHOLE = _table(
    "yi i ya ya yo yo ye yeh yai yai yao yao you yu yan yen yin yin yang yang ying ying yong yung "
    "yu yü yue yüeh yuan yüan yun yün wu wu wa wa wo wo wai wai wei wei wan wan wen wên wang wang weng wêng "
    "zhi chih chi ch'ih shi shih ri jih zi tzŭ ci tz'ŭ si ssŭ "
    "e o ge ko ke k'o he ho guo kuo kuo k'uo huo huo shuo shuo gui kuei kui k'uei"
)


def bare(syllable: str) -> str:
    """The syllable without its tone.

    >>> bare("lü4")
    'lü'
    """
    return syllable.rstrip("12345")


_SYLLABLE = re.compile(r"[a-zü]{0,3}[aeiouüê][a-zü]{0,3}[1-5]|(?:h?m|h?ng|n|r)[1-5]")


def is_syllable(part: str) -> bool:
    """Whether the part of a reading is a syllable, and no letters or digits that the name itself has (5G, 101, mp3).

    >>> [is_syllable(part) for part in ("lü4", "de5", "5G", "101", "mp3", "A4")]
    [True, True, False, False, False, False]
    """
    return _SYLLABLE.fullmatch(part) is not None


def untoned(parts: Iterable[str]) -> list[str]:
    """The parts of a reading in numbers, its syllables without their tones.

    >>> untoned(["2024", "nian2", "da4", "xuan3"])
    ['2024', 'nian', 'da', 'xuan']
    """
    return [bare(part) if is_syllable(part) else part for part in parts]


def from_marks(marked_syllable: str) -> str:
    """The syllable with a tone number, from one with a tone mark.

    >>> from_marks("lǜ"), from_marks("de")
    ('lü4', 'de5')
    """
    decomposed = unicodedata.normalize("NFD", marked_syllable)
    tone = next((_TONES[char] for char in decomposed if char in _TONES), "5")
    letters = "".join(char for char in decomposed if char not in _TONES)
    return unicodedata.normalize("NFC", letters) + tone


@lru_cache(maxsize=4096)
def marked(syllable: str) -> str:
    """The syllable with a tone mark, on the letter that GB/T 16159 puts it on.

    >>> [marked(syllable) for syllable in ("he2", "lü4", "gui4", "liu2", "zhuang1", "de5")]
    ['hé', 'lǜ', 'guì', 'liú', 'zhuāng', 'de']
    """
    letters, tone = bare(syllable), syllable[-1]
    if tone not in _MARKS:
        return letters
    place = next((letters.index(vowel) for vowel in ("a", "e", "ê", "ou") if vowel in letters), None)
    if place is None:
        vowels = [index for index, letter in enumerate(letters) if letter in "iouü"]
        place = vowels[-1] if vowels else re.search("[mn]|$", letters).start()  # type: ignore[union-attr]
    return unicodedata.normalize("NFC", letters[: place + 1] + _MARKS[tone] + letters[place + 1 :])


@cache
def _parts(letters: str) -> tuple[str, str]:
    """Initial and final of a bare syllable, the final as it is after a consonant (ü written out)."""
    if letters in _UNSPELT:
        return "", _UNSPELT[letters]
    initial = next((start for start in _INITIALS if letters.startswith(start) and letters != start), "")
    final = letters[len(initial) :]
    if letters in {"ng", "hm", "hng", "m", "n"}:
        return "", letters
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "ü" + final[1:]
    return initial, final


@lru_cache(maxsize=4096)
def zhuyin(syllable: str) -> str:
    """The syllable in zhuyin (bopomofo), first tone unmarked, neutral tone by ˙ before it.

    >>> [zhuyin(syllable) for syllable in ("he2", "feng1", "xu4", "zhi1", "de5", "er2")]
    ['ㄏㄜˊ', 'ㄈㄥ', 'ㄒㄩˋ', 'ㄓ', '˙ㄉㄜ', 'ㄦˊ']
    """
    initial, final = _parts(bare(syllable))
    if final == "i" and initial in {"zh", "ch", "sh", "r", "z", "c", "s"}:
        letters = _ZHUYIN_INITIALS[initial]
    else:
        letters = _ZHUYIN_INITIALS.get(initial, "") + _ZHUYIN_FINALS.get(final, final)
    tone = syllable[-1]
    return f"˙{letters}" if tone == "5" else letters + _ZHUYIN_TONES.get(tone, "")


@lru_cache(maxsize=4096)
def wade_giles(syllable: str, *, tone: bool = True) -> str:
    """The syllable in Wade–Giles, the tone as a superscript (none for the neutral tone).

    >>> [wade_giles(syllable) for syllable in ("lai4", "luo2", "guo1", "feng1", "xi1", "zi3", "yu2")]
    ['lai⁴', 'lo²', 'kuo¹', 'fêng¹', 'hsi¹', 'tzŭ³', 'yü²']
    """
    letters = bare(syllable)
    spelt = _GILES_WHOLE.get(letters)
    if spelt is None:
        initial, final = _parts(letters)
        spelt = _GILES_INITIALS.get(initial, "") + _GILES_FINALS.get(final, final)
    return spelt + (_SUPERSCRIPTS.get(syllable[-1], "") if tone else "")


@cache
def _tongyong() -> dict[str, str]:
    """Tongyong spellings by syllable; the table writes ü as v."""
    return {row[0].replace("v", "ü"): row[3].split(" ")[0] for row in rows("romanization_mandarin") if row[3]}


def tongyong(syllable: str) -> str:
    """The syllable in Tongyong Pinyin, without a tone, as Taiwan's road signs had it from 2002 to 2008.

    >>> [tongyong(syllable) for syllable in ("xin1", "zhong1", "qi4", "feng1", "lü4", "zhi4", "guo2")]
    ['sin', 'jhong', 'ci', 'fong', 'lyu', 'jhih', 'guo']
    """
    letters = bare(syllable)
    return _tongyong().get(letters, letters)
