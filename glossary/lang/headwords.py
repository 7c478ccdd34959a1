"""Whether a stretch of characters is what an encyclopedia has an article on: 数字推盘游戏, but not 盘游戏.

The table holds the titles of the Chinese Wikipedia as a Bloom filter (Bloom 1970): no title is missed, and about one in
three hundred of other stretches is taken for one. Titles are simplified, with · between the parts of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from glossary import tables

__all__ = ["LONGEST", "SHORTEST", "continued", "ending", "is_headword", "places"]

SHORTEST, LONGEST = 2, 12  # characters
BITS_EACH = 12
_PROBES = 8
_PRIME = (1 << 61) - 1
_BASE = 0x1B873593CC9E2D51 % _PRIME
_POWERS = [pow(_BASE, exponent, _PRIME) for exponent in range(LONGEST + 1)]


def is_headword(text: str) -> bool:
    """Whether ``text`` (folded) is a headword.

    >>> is_headword("数字推盘游戏"), is_headword("盘游戏"), is_headword("斯科特·贝森特")
    (True, False, True)
    """
    return len(text) in ending(text, inner=0).get(len(text), ())


def continued(text: str, tails: Iterable[str]) -> list[str]:
    """Those of the tails with which ``text`` (folded) is a headword.

    >>> continued("旺角", ["站", "区", "号"])
    ['站', '区']
    """
    bits = _bits()
    size = 8 * len(bits)
    start = _sums(text)[-1]
    found = []
    for tail in tails:
        if len(text) + len(tail) <= LONGEST:
            hashed = start
            for character in tail:
                hashed = (hashed * _BASE + ord(character)) % _PRIME
            place = hashed % size
            if bits[place >> 3] >> (place & 7) & 1 and _all_set(bits, place, hashed):
                found.append(tail)
    return found


def ending(text: str, *, inner: int = LONGEST) -> dict[int, list[int]]:
    """The lengths of the headwords that end at each place in ``text`` (folded).

    ``inner``: the longest that is asked for before the end of the text.

    >>> ending("设于台北市")
    {4: [2], 5: [2, 3]}
    """
    bits = _bits()
    size = 8 * len(bits)
    sums = _sums(text)
    found: dict[int, list[int]] = {}
    for end in range(SHORTEST, len(text) + 1):
        lengths = []
        longest = LONGEST if end == len(text) else inner
        for length in range(SHORTEST, min(longest, end) + 1):
            hashed = (sums[end] - sums[end - length] * _POWERS[length]) % _PRIME
            place = hashed % size
            if bits[place >> 3] >> (place & 7) & 1 and _all_set(bits, place, hashed):  # half of all fail at once
                lengths.append(length)
        if lengths:
            found[end] = lengths
    return found


def places(words: Iterable[str], size: int) -> Iterator[int]:
    """The bits of a filter of ``size`` bits that stand for the words, for the script that builds the table."""
    for word in words:
        hashed = _sums(word)[-1]
        yield from ((hashed + turn * _step(hashed)) % size for turn in range(_PROBES))


def _sums(text: str) -> list[int]:
    """The polynomial hashes of the beginnings of the text (Rabin and Karp 1987), from which that of a part follows."""
    sums = [0]
    for character in text:
        sums.append((sums[-1] * _BASE + ord(character)) % _PRIME)
    return sums


def _step(hashed: int) -> int:
    """How far apart the bits of a word are (Kirsch and Mitzenmacher 2006)."""
    return hashed >> 32 | 1


def _all_set(bits: bytes, place: int, hashed: int) -> bool:
    size, step = 8 * len(bits), _step(hashed)
    for _ in range(_PROBES - 1):
        place = (place + step) % size
        if not bits[place >> 3] >> (place & 7) & 1:
            return False
    return True


@cache
def _bits() -> bytes:
    return tables.packed("headwords")
