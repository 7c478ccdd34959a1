"""Print how well names are read and written, by our code beside plain pypinyin and OpenCC, class by class.

    python benchmarks/names.py [--folds N] [--hard FILE] [--scripts FILE] [--show N]

Without options: the repository's own lists ``names.tsv`` and ``names_blind.tsv`` (whose errors are never printed, so
that it stays a check), speed, start and memory. ``--folds N`` (needs the extra
``build``) reads every proper noun of CC-CEDICT by a reader that never saw it: names with the same first two characters
are held out together. ``--hard`` is a TSV with traditional, simplified, pinyin_expected, english, kind; ``--scripts``
one with set, kind, traditional, simplified. Lists are parted by a hash of the name into a half that is looked at when
the rules are worked on, and an unseen half; ``--show`` prints errors of the first only.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import subprocess
import sys
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from glossary.lang import readings
from glossary.lang.script import Script
from glossary.lang.syllables import marked
from glossary.lang.variants import derive
from glossary.model import Certainty, Derivation, Kind, Pair, changed

Row = dict[str, str]
HERE = Path(__file__).parent
KINDS = {"org": Kind.ORGANIZATION, "surname": Kind.PERSON}
SEEN, UNSEEN = "seen half", "unseen half"


def table(path: Path) -> list[Row]:
    """The rows of a TSV file with a header, comments left out."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def half(name: str) -> str:
    """The half that a name belongs to, for good."""
    return UNSEEN if zlib.crc32(name.encode()) % 2 else SEEN


def kind_of(text: str) -> Kind:
    """The kind that a list's word stands for."""
    return KINDS.get(text) or Kind(text.rsplit(maxsplit=1)[-1])


class Shares:
    """Counts of hits by measure and group, and their report."""

    def __init__(self) -> None:
        self.hits: Counter[tuple[str, str]] = Counter()
        self.totals: Counter[tuple[str, str]] = Counter()

    def add(self, group: str, **measures: bool) -> None:
        """Count one name in ``group``."""
        for measure, hit in measures.items():
            self.hits[group, measure] += hit
            self.totals[group, measure] += 1

    def report(self, title: str) -> None:
        """Print a line for each group and measure."""
        print(f"\n{title}")
        for group, measure in sorted(self.totals):
            total = self.totals[group, measure]
            share = 100 * self.hits[group, measure] / total
            print(f"  {group:36} {measure.replace('_', ' '):34} {share:6.2f} of {total}")


# ---- rivals


@cache
def converter(configuration: str) -> Callable[[str], str]:
    """OpenCC alone."""
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC(configuration).convert
    return convert


def plain_pypinyin(text: str) -> str:
    """What pypinyin alone says, with tone marks and no spaces."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.TONE, errors="ignore"))


# ---- our own list


def letters(pinyin: str, *, tones: bool = True) -> str:
    """Pinyin without spaces, hyphens, apostrophes and capitals, and without tones if asked."""
    plain = unicodedata.normalize("NFD", pinyin.lower())
    kept = (char for char in plain if char.isalpha() or (unicodedata.combining(char) and (tones or char == "\u0308")))
    return unicodedata.normalize("NFC", "".join(kept))


def own_list(path: Path, show: int) -> None:
    """Measure on a list of the repository's."""
    said, written, wrong = Shares(), Shares(), []
    for row in table(path):
        if row["pinyin"]:
            wrong += list(read_row(row, said))
        if row["traditional"]:
            write_row(row["class"], row, written, kind=kind_of(row["class"]))
    said.report(f"{path.name}, readings")
    for line in wrong[:show]:
        print("   ", line)
    written.report(f"{path.name}, simplified to traditional")


def read_row(row: Row, shares: Shares) -> Iterator[str]:
    """Count the reading of one name in both scripts; the faults as text."""
    kind, want = kind_of(row["class"]), row["pinyin"]
    # OpenCC only where the list has none: it makes the surname 于 another one, 於
    traditional = row["traditional"] or converter("s2tw")(row["simplified"])
    for script, text in (("hans", row["simplified"]), ("hant", traditional)):
        got = readings.read(text, kind=kind, english=row["english"])
        assert got is not None
        right = letters(got.pinyin) == letters(want)
        shares.add(
            f"{row['class']}, {script}",
            tone_exact=right,
            toneless=letters(got.toneless) == letters(want, tones=False),
            spelt_exactly=got.pinyin == want,
            tone_exact_pypinyin=letters(plain_pypinyin(text)) == letters(want),
        )
        if got.pinyin != want and script == "hans":
            yield f"{text} {got.pinyin} for {want}"


def write_row(group: str, row: Row, shares: Shares, *, kind: Kind) -> bool:
    """Count the traditional form of one simplified name; whether it is right, as the region writes it."""
    there = derive(row["simplified"], kind=kind, script=Script.HANS)
    if there[0].lang != "zh-Hans":
        return True
    want, hong_kong = row["traditional"], group.startswith(("HK", "Hong Kong"))
    form = there[-1] if hong_kong else there[1]
    right = form.text == want
    shares.add(
        group,
        right=right,
        among_alternatives=want in {form.text, *form.alternatives},
        right_OpenCC=converter("s2hk" if hong_kong else "s2tw")(row["simplified"]) == want,
        said_to_be_exact=form.derivation is Derivation.EXACT,
    )
    if not right:
        shares.add(group, wrong_ones_flagged=form.derivation is Derivation.PRIOR)
    return right


# ---- lists given as files


def scripts(path: Path, show: int) -> None:
    """Measure both directions between the scripts."""
    shares, back, wrong = Shares(), Shares(), []
    for row in table(path):
        kind, part = kind_of(row["kind"]), half(row["traditional"])
        if not write_row(f"{row['set']}, {part}", row, shares, kind=kind) and part == SEEN:
            wrong.append(f"{row['set']} {row['traditional']}")
        there = derive(row["traditional"], kind=kind)
        if there[0].lang == "zh-Hant":
            right = there[1].text == row["simplified"]
            back.add(
                f"{row['set']}, {part}",
                right=right,
                right_OpenCC=converter("t2s")(row["traditional"]) == row["simplified"],
            )
    shares.report("simplified to traditional")
    back.report("traditional to simplified")
    print(*wrong[:show], sep="\n    ")


def hard(path: Path, show: int) -> None:
    """Measure on hard names, with and without their entries in what the reader learnt."""
    import held_out

    rows = table(path)
    shares, wrong = Shares(), []
    for removed in (False, True):
        if removed:
            held_out.without({row[script] for row in rows for script in ("traditional", "simplified")})
        for row in rows:
            wrong += list(hard_row(row, shares, "entries removed" if removed else "all entries"))
    held_out.forget()
    shares.report(f"hard names, {len(rows)}")
    print(*wrong[:show], sep="\n    ")


def hard_row(row: Row, shares: Shares, note: str) -> Iterator[str]:
    """Count one hard name in both scripts; its faults as text, in the seen half."""
    want = tuple(row["pinyin_expected"].lower().split())
    part = half(row["traditional"])
    for script in ("traditional", "simplified"):
        for given, english in (("alone", ""), ("with English", row["english"])):
            got = tuple(one.reading for one in readings.trace(row[script], kind=kind_of(row["kind"]), english=english))
            shares.add(f"{script}, {note}, {part}", **{f"tone exact {given}": agree(got, want)})
            if not agree(got, want) and part == SEEN:
                yield f"{row[script]} {' '.join(got)} for {' '.join(want)}"
        plain = letters(plain_pypinyin(row[script]))
        shares.add(f"{script}, {note}, {part}", tone_exact_pypinyin=plain == letters(spelt(want)))


def spelt(said: Iterable[str]) -> str:
    """Tone numbers as tone marks."""
    return "".join(map(marked, said))


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two readings agree, a neutral tone being as good as a full one."""
    return len(one) == len(other) and all(
        a == b or (a[:-1] == b[:-1] and "5" in {a[-1], b[-1]}) for a, b in zip(one, other, strict=True)
    )


def flagged(reading_certainty: Certainty) -> bool:
    """Whether a reading says that it may be wrong."""
    return reading_certainty is not Certainty.CERTAIN


# ---- speed and memory


# What places have, for bodies that nobody has heard of.
BODIES = (("大学", "University"), ("银行", "Bank"), ("博物馆", "Museum"), ("电力公司", "Power Company"))


def new_persons() -> Iterator[Pair]:
    """Persons that nobody bears: surname and given name of two of the list, in both languages."""
    rows = [row for row in table(HERE / "names.tsv") if len(row["traditional"]) == 3 and "-" in row["english"]]
    for one, other in ((one, other) for one in rows[:60] for other in rows[60:]):
        english = f"{one['english'].split()[0]} {other['english'].rsplit(maxsplit=1)[-1]}"
        yield Pair(english, one["traditional"][0] + other["traditional"][1:], Kind.PERSON)


def new_organizations() -> Iterator[Pair]:
    """Bodies of places, two of the list each: 西安敦煌银行."""
    rows = [row for row in table(HERE / "names.tsv") if row["class"] == "place" and row["simplified"]]
    for one, other in ((one, other) for one in rows[:40] for other in rows[40:]):
        chinese, english = BODIES[zlib.crc32((one["simplified"] + other["simplified"]).encode()) % len(BODIES)]
        spelt = " ".join(letters(row["pinyin"], tones=False).capitalize() for row in (one, other))
        yield Pair(f"{spelt} {english}", one["simplified"] + other["simplified"] + chinese, Kind.ORGANIZATION)


def rate(label: str, pairs: list[Pair]) -> None:
    """Print how many pairs are enriched in a second of processor time."""
    from glossary.pipeline import enrich

    begun = time.process_time()
    for pair in pairs:
        enrich(pair)
    print(f"enrich, {label}: {len(pairs) / (time.process_time() - begun):.0f} names a second of {len(pairs)}")


def speed() -> None:
    """Print how many pairs are enriched in a second, a second time over, and what a start takes."""
    pairs = [Pair(row["english"], row["simplified"], kind_of(row["class"])) for row in table(HERE / "names.tsv")]
    rate("tables being read", pairs)
    rate("again", pairs)
    persons, bodies = sorted({*new_persons()}, key=repr), sorted({*new_organizations()}, key=repr)
    random.Random(7).shuffle(mixed := persons[::2] + bodies)
    rate("new persons without English, tables warm", [changed(pair, english="") for pair in persons[1::4]])
    rate("new persons with English", persons[3::4])
    rate("new persons and organizations with English", mixed)
    code = "from glossary.pipeline import enrich; from glossary.model import Pair; enrich(Pair('Shan', '單田芳'))"
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - begun)
    print(f"cold start and one name: {min(times):.2f} s; load of the machine: {os.getloadavg()[0]:.1f}")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--hard", type=Path)
    parser.add_argument("--scripts", type=Path)
    parser.add_argument("--show", type=int, default=0, help="wrong examples to print")
    asked = parser.parse_args()
    speed()
    own_list(HERE / "names.tsv", asked.show)
    own_list(HERE / "names_blind.tsv", 0)
    if asked.scripts:
        scripts(asked.scripts, asked.show)
    if asked.hard:
        hard(asked.hard, asked.show)
    if asked.folds:
        import held_out

        held_out.measure(asked.folds, asked.show)


if __name__ == "__main__":
    main()
