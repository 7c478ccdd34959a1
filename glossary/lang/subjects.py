"""Of what subjects a text is, as its words tell: computing, cooking, law.

A word that everybody uses (process, yield, 输入) is a term only in a text of its subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from glossary import tables
from glossary.lang.script import HAN

__all__ = ["telling"]

_LATIN = re.compile(r"[a-z][a-z0-9]+")
_HAN = re.compile(f"[{HAN}]{{2,}}")
_SIZES = (2, 3, 4)  # characters of a Chinese word of the table


@lru_cache(512)
def telling(folded: str) -> Mapping[str, frozenset[str]]:
    """The words of a folded text that tell of a subject, for each subject.

    >>> found = telling("The kernel schedules Threads; 内核调度线程")
    >>> {subject: sorted(words) for subject, words in found.items()}
    {'computing': ['kernel', 'thread', '内核', '线程', '调度']}
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in _words(folded.lower()) & _subjects().keys():
        for subject in _subjects()[word]:
            found[subject].add(word)
    return {subject: frozenset(words) for subject, words in found.items()}


def _words(text: str) -> set[str]:
    """Everything in the text that may be a word of the table: English in the singular, and Chinese."""
    return {*_singular(_LATIN.findall(text)), *_han(_HAN.findall(text))}


def _singular(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if word.endswith("s"):
            yield word[:-1]


def _han(runs: Iterable[str]) -> Iterator[str]:
    return (run[at : at + size] for run in runs for size in _SIZES for at in range(len(run) - size + 1))


@cache
def _subjects() -> Mapping[str, tuple[str, ...]]:
    """The subjects of which each word of the table tells."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, words in sorted(tables.lists("subjects").items()):
        for word in words:
            found[word].append(subject)
    return {word: tuple(subjects) for word, subjects in found.items()}
