"""The proper nouns of CC-CEDICT, each read by a reader that never saw it; needs the packages of the extra ``build``."""

from __future__ import annotations

import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "data" / "build"))

import names
from cedict import YEARS, Line, fold_of, lines
from cedict_readings import learn, reading_of

from glossary.lang import dictionary, readings
from glossary.lang.division import division, is_particle
from glossary.lang.knowledge import Knowledge
from glossary.lang.script import is_han
from glossary.model import Kind, Reading

Said = tuple[str, ...]
_REAL = dictionary.learnt


def teach(known: Knowledge) -> None:
    """Make the reader use ``known``."""
    dictionary.learnt = lambda: known
    readings._chosen.cache_clear()


def forget() -> None:
    """Give the reader its own knowledge back."""
    dictionary.learnt = _REAL
    readings._chosen.cache_clear()


def taught(entries: list[Line]) -> Knowledge:
    """What the reader knows after learning from ``entries`` only."""
    known, words = learn(entries, dictionary.untaught())

    return replace(known, word=lambda text: words.get(text) or dictionary.stated(text))


def without(listed: set[str]) -> None:
    """Teach the reader everything but the entries of these names."""
    teach(taught([line for line in lines() if line.aligned and not listed & {line.hant, line.hans}]))


class Held(NamedTuple):
    """A held-out name in one script, what is right for it, and what is read."""

    line: Line
    script: str
    accepted: set[Said]
    alone: Reading | None
    heard: Said


def english_of(gloss: str) -> str:
    """The name that a gloss begins with."""
    head = re.split(r"[/(,;:]", gloss)[0]
    return head if head[:1].isupper() else ""


def said_of(line: Line) -> Said:
    """The syllables of the Chinese characters of an entry; digits and letters (中国制造2025) are not read."""
    return tuple(said for char, said in zip(line.hans, reading_of(line), strict=True) if is_han(char))


def bare(said: Said) -> Said:
    """Without tones."""
    return tuple(one[:-1] for one in said)


def held(folds: int) -> Iterable[Held]:
    """Every proper noun in both scripts, read without its own fold."""
    entries = [line for line in lines() if line.aligned]
    proper = [line for line in entries if line.proper and line.kind != "surname"]
    accepted: dict[str, set[Said]] = defaultdict(set)
    for line in proper:
        for form in (line.hant, line.hans):
            accepted[form].add(said_of(line))
    for fold in range(folds):
        teach(taught([line for line in entries if not line.proper or fold_of(line, folds) != fold]))
        for line in (line for line in proper if fold_of(line, folds) == fold):
            yield from (read(line, script, accepted) for script in ("hant", "hans"))
    forget()


def read(line: Line, script: str, accepted: dict[str, set[Said]]) -> Held:
    """A name as the reader taught last reads it."""
    text = line.hant if script == "hant" else line.hans
    kind, english = Kind(line.kind), english_of(line.gloss)
    heard = tuple(one.reading for one in readings.trace(text, kind=kind, english=english))
    return Held(line, script, accepted[text], readings.read(text, kind=kind), heard)


def measure(folds: int, show: int) -> None:
    """Print the figures of all held-out names, by half and by class, with plain pypinyin beside them."""
    shares, wrong = names.Shares(), []
    for one in held(folds):
        part = names.half("half" + one.line.hans[:2])
        said = tuple(one.alone.pinyin_numbers.split()) if one.alone else ()
        exact = any(names.agree(said, way) for way in one.accepted)
        toneless = any(bare(one.heard) == bare(way) for way in one.accepted)
        text = one.line.hant if one.script == "hant" else one.line.hans
        plain = names.letters(names.plain_pypinyin(text))
        rival = any(plain == names.letters(names.spelt(way)) for way in one.accepted)
        measures = {"tone exact": exact, "toneless with English": toneless, "tone exact pypinyin": rival}
        for group in (f"all, {one.script}", f"all, {one.script}, {part}", f"{one.line.kind}, {one.script}"):
            shares.add(group, **measures)
        if one.alone:
            flags(shares, one, exact=exact)
        if part == names.SEEN and one.script == "hant" and not (exact and toneless):
            wrong.append(f"{text} {' '.join(one.heard)} for {' '.join(said_of(one.line))}")
    shares.report(f"proper nouns of CC-CEDICT held out, {folds} folds")
    print(*wrong[:show], sep="\n    ")
    divisions()
    words()


def flags(shares: names.Shares, one: Held, *, exact: bool) -> None:
    """Count how well a reading says that it may be wrong."""
    doubt = names.flagged(one.alone.certainty)
    group = f"certainty, {one.script}"
    shares.add(group, said_to_be_certain=not doubt)
    if not doubt:
        shares.add(group, certain_ones_right=exact)
    if not exact:
        others = {tuple(other.split()) for other in one.alone.alternatives}
        right_among = any(names.agree(other, way) for other in others for way in one.accepted)
        shares.add(group, wrong_ones_flagged=doubt, right_among_alternatives_of_wrong=right_among)


def divisions() -> None:
    """Print whether the words of persons' names begin where CC-CEDICT has capitals; nothing is learnt from these."""
    shares = names.Shares()
    for line in lines():
        dated = YEARS.search(line.gloss.split("/")[0])
        if not (line.proper and line.aligned and line.kind == "person" and dated and 2 <= len(line.hans) <= 4):
            continue
        capitals = [place for place, syllable in enumerate(line.syllables) if syllable[:1].isupper()]
        for note, english in (("alone", ""), ("with English", english_of(line.gloss))):
            found = readings.read(line.hant, kind=Kind.PERSON, english=english)
            words = re.split("[ -]", found.wade_giles) if found else []
            begun = [place for place, word in enumerate(words) if word[:1].isupper()]
            shares.add(
                f"dated persons, {names.half('half' + line.hans[:2])}",
                **{f"words begin right, {note}": begun == capitals},
            )
    shares.report("word division of CC-CEDICT's persons, dynasties and titles among them")


def words() -> None:
    """Print whether the words of other names begin where CC-CEDICT has capitals, in names with two or more.

    The prices of the division were fitted on one half. A particle before a capital is a word of its own.
    """
    shares = names.Shares()
    for line in lines():
        capitals = {place for place, syllable in enumerate(line.syllables) if syllable[:1].isupper()}
        measured = line.proper and line.aligned and line.kind in {"organization", "place", "other"}
        if not measured or len(capitals) < 2 or len(line.hans) < 4:
            continue
        capitals |= {place for place, char in enumerate(line.hans) if is_particle(char) and place + 1 in capitals}
        lengths = division(line.hant, Kind(line.kind))
        begun = {sum(lengths[:place]) for place in range(len(lengths))}
        size = "four characters" if len(line.hans) == 4 else "five and more"
        part = "other half" if zlib.crc32(line.hans[:2].encode()) % 2 else "fitted half"
        shares.add(f"{line.kind}, {size}, {part}", words_begin_right=begun == capitals)
    shares.report("word division of CC-CEDICT's other names")
