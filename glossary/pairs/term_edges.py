"""Where an English term in small letters begins: ``dredged from [old coral limestone] (咾咕石)``.

A name shows its edge by its capitals, a term hardly: here the weights of the evidence, and of the very words around the
edge, were learnt from sentences of our own. A feature of a word is called by its place: ``left:called``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from glossary.model import Reason
from glossary.pairs.edges import of_words, rivals
from glossary.pairs.facts import Cut
from glossary.tables import weights

__all__ = ["Weighed", "features", "ranked"]

Weighed = tuple[int, tuple[Reason, ...]]  # the index of the first word, and the reasons
_MOST_WORDS, _MOST_CHARACTERS, _LEAST_RATIO, _MOST_RATIO = 7, 7, -4, 5
_MOST_SCORE = 30.0
_ENDINGS = (
    "ment", "ness", "less", "ion", "ity", "ism", "ist", "ing", "ous", "ful", "ive", "ary", "ish", "ure", "age",
    "ed", "ly", "al", "ic", "en", "er", "or", "s",
)  # fmt: skip


def ranked(cuts: Iterable[tuple[Cut, tuple[Reason, ...]]]) -> list[Weighed]:
    """The cuts with what the evidence and the words weigh, less what their rivals take, the likeliest first.

    Each cut comes with the evidence for it. The probability of a cut is its share among all and "no term", whose
    score is 0.
    """
    scored = [(cut.first, *_scored(cut, reasons)) for cut, reasons in cuts]
    everything = 1.0 + sum(math.exp(score) for _, _, score in scored)
    scored.sort(key=lambda one: (-one[2], one[0]))
    return [(first, (*reasons, rivals(score, everything))) for first, reasons, score in scored]


def _scored(cut: Cut, reasons: tuple[Reason, ...]) -> tuple[tuple[Reason, ...], float]:
    """The reasons with their learnt weights, one for all words of a place, and their sum."""
    weigh = weights("term_weights").get
    found = [Reason(one.name, round(one.weight * weigh(one.name, 1.0), 3), one.detail) for one in reasons]
    found += of_words((name, weigh(name, 0.0) * size) for name, size in features(cut))
    return tuple(found), min(_MOST_SCORE, sum(one.weight for one in found))


def features(cut: Cut) -> Iterator[tuple[str, float]]:
    """The words around the edge, those of the term and the Chinese, each a name and a size."""
    yield from _left(cut)
    name, covered = [word.text for word in cut.name], cut.facts.covered[cut.first :]
    yield f"first:{name[0].casefold()}", 1.0
    yield f"first:~{_shape(name[0])}", 1.0
    yield f"first:-{_ending(name[0])}", 1.0
    if len(name) > 1:
        yield f"first:{name[0].casefold()} {name[1].casefold()}", 1.0
        yield f"first:-{_ending(name[0])} {_ending(name[1])}", 1.0
    yield f"last:{name[-1].casefold()}", 1.0
    yield f"size:{min(len(name), _MOST_WORDS)}", 1.0
    yield "covered:share", sum(covered) / len(covered)
    yield "covered:first", float(covered[0])
    yield "covered:not", float(len(covered) - sum(covered))
    chinese = cut.facts.chinese
    ratio = round(len(name) - len(chinese) / 2)
    yield f"ratio:{max(_LEAST_RATIO, min(_MOST_RATIO, ratio))}", 1.0
    yield f"chinese:^{chinese[0]}", 1.0
    yield f"chinese:{chinese[-1]}", 1.0
    yield f"chinese:#{min(len(chinese), _MOST_CHARACTERS)}", 1.0


def _left(cut: Cut) -> Iterator[tuple[str, float]]:
    """The words left of the term, or what stands around a term that nothing is left of."""
    if not cut.first or cut.left is None:
        around = cut.facts.around
        flags = (around.opened, around.bounded, around.initial, around.alone)
        yield f"left:^{''.join(str(int(flag)) for flag in flags)}", 1.0
        return
    word, first = cut.left.text, cut.name[0].text
    yield f"left:{word.casefold()}", 1.0
    yield f"left:~{_shape(word)}", 1.0
    yield f"left:-{_ending(word)}", 1.0
    yield f"edge:{word.casefold()} {first.casefold()}", 1.0
    yield f"edge:-{_ending(word)} {_ending(first)}", 1.0
    yield f"edge:~{_shape(word)}{_shape(first)}", 1.0
    if cut.first > 1:
        yield f"left:{cut.facts.words[cut.first - 2].text.casefold()} {word.casefold()}", 1.0
    if cut.facts.covered[cut.first - 1]:
        yield "covered:left", 1.0


@lru_cache(8192)
def _ending(word: str) -> str:
    """The ending that tells an adjective, a participle or a noun, the longest one; empty for most words.

    >>> _ending("steamed"), _ending("Imperial"), _ending("dish"), _ending("red")
    ('ed', 'al', '', '')
    """
    word = word.casefold()
    return next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2), "")


def _shape(word: str) -> str:
    """Whether a word begins with a digit, is in capitals, begins with one, or is small."""
    if word[:1].isdigit():
        return "0"
    return "A" if word.isupper() and len(word) > 1 else "C" if word[:1].isupper() else "a"
