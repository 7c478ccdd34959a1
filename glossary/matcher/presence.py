"""Which names of a large glossary a text can contain at all, so that only their entries need be read.

It may say yes where the matcher then finds nothing, but never no where it finds something: a matcher of the entries
that are left gives what one of all entries would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from glossary.matcher.folding import fold, squeeze
from glossary.matcher.names import without_chinese_company, without_legal_form
from glossary.matcher.respelling import is_respelt, joined, steady, without_sort

__all__ = ["present"]

_INITIALS = 4  # characters in which the second of a name's initials is: C. C.
_LETTERS = 4  # letters in a row by which names in Latin letters are told apart; of Chinese names two


def present(names: Iterable[tuple[str, str]], texts: Iterable[str]) -> Iterator[str]:
    """The ids of the entries with a name that one of the texts may contain; ``names`` are (id, name), by id.

    >>> names = [("e1", "Lin Jian"), ("e1", "林劍"), ("e2", "He Lifeng"), ("e3", "ByteDance Ltd")]
    >>> list(present(names, ["林剑说", "BYTEDANCE grew, and He Li went"]))
    ['e1', 'e3']
    """
    pairs, runs = _stretches(texts)
    last = ""
    for entry, text in names:
        name = " ".join(text.split())
        # Most names end here, before more is asked of them.
        if entry != last and (
            (_plain(name[:2])[:2] in pairs and _may_be_in(_core(name), pairs, runs))
            or _is_in_dots(name, pairs)
            or _is_respelt(name, pairs, runs)
        ):
            last = entry
            yield entry


def _stretches(texts: Iterable[str]) -> tuple[set[str], set[str]]:
    """Every two characters in a row, and every four, of the texts as they are compared, without capitals."""
    pairs, runs = set[str](), set[str]()
    for text in texts:
        whole = _plain(squeeze(text).text)
        pairs.update(map("".join, pairwise(whole)))
        runs.update(whole[place : place + _LETTERS] for place in range(len(whole) - _LETTERS + 1))
    return pairs, runs


def _plain(text: str) -> str:
    """Folded, without capitals, and with a space for a hyphen, as some write it."""
    return fold(text).casefold().replace("-", " ")


def _is_in_dots(name: str, pairs: set[str]) -> bool:
    """Whether the initials of a name, or an acronym, may be there with other dots: U.S., CC Wei, C. C. Wei."""
    if not name[:1].isupper() or not name[1:2].isascii() or not (name[1:2].isupper() or name[1:2] == "."):
        return False
    letters = [char for char in name[:_INITIALS].casefold() if char.isalpha()][:2]
    return "".join(letters) in pairs or f"{letters[0]}." in pairs


def _is_respelt(name: str, pairs: set[str], runs: set[str]) -> bool:
    """Whether another spelling of a name may be there: the beginning of its longest word stays, or it is one word."""
    if is_respelt(name):
        return _may_be_in(_plain(steady(name))[:_LETTERS], pairs, runs)
    return any(_may_be_in(_plain(one), pairs, runs) for one in (joined(name), without_sort(name)) if one)


def _core(name: str) -> str:
    """What all spellings of a name have in common: no capitals, no company's form, no y or s of one number only."""
    folded = fold(name)
    core = without_chinese_company(without_legal_form(folded))
    core = _plain(core if len(core) > 1 else folded)
    return core[:-1] if core.endswith(("y", "s")) and len(core) > 2 else core


def _may_be_in(core: str, pairs: set[str], runs: set[str]) -> bool:
    if len(core) < _LETTERS or not core.isascii():
        return len(core) > 1 and all(core[place : place + 2] in pairs for place in range(len(core) - 1))
    return core[:_LETTERS] in runs and all(
        core[place - _LETTERS : place] in runs for place in range(len(core), _LETTERS, -2)
    )
