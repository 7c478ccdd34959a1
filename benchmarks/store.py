"""How fast a large store takes and finds entries, how large it is, and how surely each kind of key finds its entry.

The store is generated (made-up people with real readings and spellings, made-up companies), kept under out/bench, and
made anew where it is missing. Recall is measured on benchmarks/names.tsv, or on other lists (--names).
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.entries import build
from glossary.entries.identity import entry_id
from glossary.lang import readings, romanization
from glossary.model import Entry, Form, Kind, Mention, Pair, Reading, Reason, Source, Span
from glossary.search import lookup
from glossary.store import Store

HERE = Path(__file__).parent
OUT = HERE.parent / "out" / "bench"
SURNAMES = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁于余葉蔣杜蘇魏程呂丁沈任"
    "姚盧傅鍾姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟秦白江閻薛尹段雷黎史龍陶賀顧毛郝龔邵萬錢嚴賴覃洪武莫孔"
)
GIVEN = tuple(
    dict.fromkeys(
        "志明家豪俊傑建宏偉文雄承恩宥廷品睿宇翔冠淑芬美玲雅婷怡君欣詩涵子晴詠妍思妤心惠春嬌秀英玉蘭麗華國強永康立峰九清"
        "德哲佳龍昌榮輝正博安邦世光中平大同天祥志宗憲鴻銘仁義信誠勇智謙和順成達進興隆財源福祿壽喜慶吉利元亨貞"
    )
)
HEADS = (
    "Pacific",
    "Golden",
    "United",
    "Evergreen",
    "Silver",
    "Formosa",
    "Summit",
    "Harbour",
    "Oriental",
    "Northern",
    "Southern",
    "Imperial",
    "Crystal",
    "Pioneer",
    "Universal",
    "Morning",
    "Jade",
    "Phoenix",
    "Lotus",
    "Cedar",
)
TRADES = (
    "Semiconductor",
    "Shipping",
    "Insurance",
    "Textile",
    "Petroleum",
    "Electronics",
    "Publishing",
    "Pharmaceutical",
    "Securities",
    "Construction",
    "Telecommunications",
    "Machinery",
    "Foods",
    "Chemical",
    "Optical",
)
BATCH = 5_000


def people(random_: random.Random) -> Iterator[Pair]:
    """Made-up people, each Chinese name once."""
    count = len(SURNAMES) * len(GIVEN) ** 2
    start = random_.randrange(count)
    step = 7_919  # a prime: every number comes up once, in an order that looks like none
    for number in range(count):
        at = (start + number * step) % count
        first, rest = divmod(at, len(GIVEN) ** 2)
        chinese = SURNAMES[first] + GIVEN[rest // len(GIVEN)] + GIVEN[rest % len(GIVEN)]
        spelt = [_spelling(char) for char in chinese]
        yield Pair(f"{spelt[0].capitalize()} {spelt[1].capitalize()}-{spelt[2]}", chinese, Kind.PERSON)


_SPELT: dict[str, str] = {}


def _spelling(char: str) -> str:
    if char not in _SPELT:
        _SPELT[char] = min(romanization.spellings(char), key=lambda text: (len(text), text))
    return _SPELT[char]


def companies(random_: random.Random) -> Iterator[Pair]:
    """Made-up companies with names in both languages."""
    while True:
        one, other = random_.choice(HEADS), random_.choice(TRADES)
        chinese = "".join(random_.sample(GIVEN, 4))
        made_up = "".join(
            random_.choice(("ba", "ce", "do", "fi", "gu", "la", "mo", "ri", "ta", "vo")) for _ in range(3)
        )
        yield Pair(f"{one} {made_up.capitalize()} {other} Co", chinese + "公司", Kind.ORGANIZATION)


def entries(count: int, *, seed: int = 1) -> Iterator[Entry]:
    """``count`` entries with two mentions each and their sentences; a fifth are companies."""
    random_ = random.Random(seed)
    persons, firms = people(random_), companies(random_)
    seen: set[str] = set()
    number = 0
    while number < count:
        pair = next(firms) if number % 5 == 4 else next(persons)
        if pair.chinese in seen:
            continue
        seen.add(pair.chinese)
        yield _entry(pair, number)
        number += 1


def _entry(pair: Pair, number: int) -> Entry:
    mentions, sources = [], []
    for place in range(2):
        source = Source(f"{number // 50 + 10_000_000 * place:024x}", f"articles/{number // 50}.txt", lang="zh-Hant")
        sentence = (
            f"The meeting, chaired by {pair.english} ({pair.chinese}), went on until late in the evening of day two."
        )
        start = 24 + 120 * (number % 50)
        end = start + len(pair.english)
        mentions.append(
            Mention(
                pair, source.id, Form.EN_BRACKET, Span(start, end), Span(end + 2, end + 2 + len(pair.chinese)),
                Span(end + 1, end + 3 + len(pair.chinese)), 0.9975, sentence,
                (Reason("gloss", 1.0), Reason("spelt", 5.0), Reason("left-lower", 1.0, "by")),
            )
        )  # fmt: skip
        sources.append(source)
    return build.made(entry_id(pair), mentions, sources)


def batches(found: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries in lists of a size that one transaction takes well."""
    batch: list[Entry] = []
    for entry in found:
        batch.append(entry)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def made(count: int) -> Path:
    """The path of the generated store."""
    path = OUT / f"store-{count}.db"
    if path.exists():
        return path
    OUT.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    began = time.perf_counter()
    with Store(unfinished) as store:
        for number, batch in enumerate(batches(entries(count)), start=1):
            store.merge(batch, now=1)
            if number % 20 == 0:
                rate = number * BATCH / (time.perf_counter() - began)
                print(
                    f"  {number * BATCH:,} entries, {rate:,.0f} a second with making them", file=sys.stderr, flush=True
                )
    unfinished.rename(path)
    return path


def percentile(times: list[float], part: float) -> float:
    """The time, in milliseconds, that ``part`` of the runs stay below."""
    return 1000 * sorted(times)[int(part * (len(times) - 1))]


class Times(NamedTuple):
    """Seconds: by the clock, of the processor, and of the processor to read all entries that were found.

    The processor's time says more where other programs run beside. ``missed`` is how many were not first or second.
    """

    clock: list[float]
    worked: list[float]
    read: list[float]
    missed: int


def timed(store: Store, queries: Iterable[tuple[str, str]]) -> Times:
    """How long each look-up takes."""
    found: list[tuple[float, float, float, bool]] = []
    for query, name in queries:
        began, begun = time.perf_counter(), time.thread_time()
        hits = lookup(store, query)
        clock, worked = time.perf_counter() - began, time.thread_time() - begun
        begun = time.thread_time()
        _ = [hit.entry for hit in hits]
        missed = bool(name) and name not in {hit.id for hit in hits[:2]}
        found.append((clock, worked, time.thread_time() - begun, missed))
    clocks, works, reads, misses = map(list, zip(*found, strict=True))
    return Times(clocks, works, reads, sum(misses))


def wrong(text: str, random_: random.Random) -> str:
    """The name with one typing mistake: a letter missing, doubled, another one, or two swapped."""
    at = random_.randrange(1, len(text) - 1)
    kind = random_.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + random_.choice("aeioustnr") + text[at + 1 :]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


KINDS: dict[str, tuple[Callable[[Entry, random.Random], str], bool]] = {
    # kind of look-up: the query for an entry, and whether that entry should be among the first two
    "exact: English": (lambda entry, _: entry.terms[0].text, False),
    "exact: Chinese": (lambda entry, _: entry.terms[1].text, True),
    "exact: pinyin, tones": (lambda entry, _: entry.terms[1].reading.pinyin_numbers, False),  # type: ignore[union-attr]
    "exact: pinyin": (lambda entry, _: entry.terms[1].reading.toneless, False),  # type: ignore[union-attr]
    "prefix: English": (lambda entry, _: entry.terms[0].text[:7], False),
    "prefix: Chinese": (lambda entry, _: entry.terms[1].text[:2], False),
    "substring: Latin": (lambda entry, _: entry.terms[0].text[2:9], False),
    "substring: Chinese": (lambda entry, _: entry.terms[1].text[1:3], False),
    "surname": (lambda entry, _: entry.terms[0].text.split()[0][:6], False),
    "other order": (lambda entry, _: " ".join(entry.terms[0].text.split()[::-1]), False),
    "fuzzy: one typo": (lambda entry, random_: wrong(entry.terms[0].text, random_), False),
    "nothing like it": (lambda _, random_: "".join(random_.sample("bcdfghjklmnpqrstvwxz", 9)), False),
}


def look_up(path: Path, *, queries: int) -> None:
    """Time each kind of look-up in a store."""
    random_ = random.Random(3)
    with Store(path, create=False) as store:
        ids = store.ids("e", limit=10**9)
        chosen = [store.get(name) for name in sorted(random_.sample(ids, min(queries, len(ids))))]
        known = [entry for entry in chosen if entry]
        print(f"look-up in process, {len(ids):,} entries, {len(known)} queries of each kind (ms)")
        print(f"  {'':22}   median      p99  slowest  processor: median, p99   all entries read: p99")
        for name, (ask, checked) in KINDS.items():
            asked = [(ask(entry, random_), entry.id if checked else "") for entry in known]
            timed(store, asked[:20])
            times = timed(store, asked)
            row = "".join(f"{percentile(times.clock, part):9.2f}" for part in (0.5, 0.99, 1.0))
            row += "".join(f"{percentile(times.worked, part):12.2f}" for part in (0.5, 0.99))
            row += f"{percentile(times.read, 0.99):24.2f}"
            print(f"  {name:22}{row}" + (f"   {times.missed} not found" if times.missed else ""))


def add(path: Path, *, count: int) -> None:
    """Time adding entries to a large store; they go into a copy, so that the store stays as it is."""
    with tempfile.TemporaryDirectory(dir=OUT) as folder:
        copy = Path(folder) / "copy.db"
        with Store(path, create=False) as store:
            store.backup(copy)
        new = list(entries(count, seed=99))
        fresh = [build.made(f"n{entry.id[1:]}", entry.mentions, entry.sources) for entry in new]  # ids of their own
        with Store(copy) as store:
            for title, found in (("new entries", fresh), ("the same again", fresh)):
                began, begun = time.perf_counter(), time.process_time()
                store.merge(found, now=2)
                rate, worked = (
                    len(found) / took for took in (time.perf_counter() - began, time.process_time() - begun)
                )
                print(
                    f"merged into it, {title + ':':18}{rate:9,.0f} entries a second, {worked:,.0f} of the processor's"
                )


def mentioned_again(*, most: int) -> None:
    """Time one more mention of what ``most`` texts mention, beside one of what a hundredth of them do."""
    few, many = (_one_more(held) for held in (most // 100, most))
    print(f"one more mention of {most:,}: {many:.0f} ms; of {most // 100}: {few:.1f} ms; {many / few:.0f} times")


def _one_more(held: int) -> float:
    """The processor's time, in milliseconds, to merge a text into an entry with so many mentions; median of five."""
    pair = Pair("He Lifeng", "何立峰", Kind.PERSON)
    texts = [_entry(pair, 50 * number) for number in range(held // 2 + 5)]
    mentions, sources = ([found for one in texts[5:] for found in getattr(one, of)] for of in ("mentions", "sources"))
    took = []
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "glossary.db") as store:
        store.merge([build.made(entry_id(pair), mentions, sources)], now=1)
        for one in texts[:5]:
            began = time.process_time()
            store.merge([one], now=2)
            took.append(time.process_time() - began)
    return percentile(took, 0.5)


def recall(names: Path) -> None:
    """How often each kind of key finds its entry first or second, among all the names of the list."""
    with names.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t"))
    kinds = {"person": Kind.PERSON, "place": Kind.PLACE, "organization": Kind.ORGANIZATION}
    pairs = {}
    for row in rows:
        named = row.get("class") or row.get("kind") or ""
        kind = next((kind for word, kind in kinds.items() if word in named), Kind.OTHER)
        if row["traditional"] and row["english"]:
            pairs.setdefault(row["traditional"], Pair(row["english"], row["traditional"], kind))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "names.db") as store:
        store.merge(build.from_pair(pair) for pair in pairs.values())
        print(f"recall of look-up keys, {len(pairs)} names of {names.name}: first or second")
        for title, ask in FAMILIES.items():
            asked = [(query, entry_id(pair)) for pair in pairs.values() for query in ask(pair)]
            if asked:
                missed = [query for query, name in asked if name not in {hit.id for hit in lookup(store, query)[:2]}]
                share = 100 * (1 - len(missed) / len(asked))
                print(f"  {title:26}{share:7.2f} % of {len(asked):5}   {', '.join(missed[:4])}")


def _read(pair: Pair) -> Reading | None:
    return readings.read(pair.chinese, kind=pair.kind, english=pair.english)


def _said(field: str) -> Callable[[Pair], list[str]]:
    return lambda pair: [getattr(found, field)] if (found := _read(pair)) else []


def _initials(pair: Pair) -> list[str]:
    found = _read(pair)
    said = found.pinyin_numbers.split() if found else []
    return ["".join(syllable[0] for syllable in said)] if len(said) > 2 else []


def _romanized(pair: Pair) -> list[str]:
    """The name in the systems that its English is not in."""
    return list(romanization.keys(pair.chinese)[:4]) if pair.kind is Kind.PERSON else []


FAMILIES: dict[str, Callable[[Pair], list[str]]] = {
    "English": lambda pair: [pair.english],
    "English, lower case": lambda pair: [pair.english.lower()],
    "English, possessive": lambda pair: [f"{pair.english}'s"],
    "English, company suffix": lambda pair: [f"{pair.english} Ltd"] if pair.kind is Kind.ORGANIZATION else [],
    "English, surname last": lambda pair: [" ".join([*pair.english.split()[1:], pair.english.split()[0]])],
    "traditional": lambda pair: [pair.chinese],
    "simplified": lambda pair: [term.text for term in build.from_pair(pair).terms if term.lang == "zh-Hans-CN"][:1],
    "pinyin with marks": _said("pinyin"),
    "pinyin with numbers": _said("pinyin_numbers"),
    "pinyin without tones": _said("toneless"),
    "Wade–Giles": _said("wade_giles"),
    "other romanizations": _romanized,
    "initials": _initials,
    "end of the Chinese name": lambda pair: [pair.chinese[1:]] if len(pair.chinese) > 2 else [],
    "typing mistake": lambda pair: [wrong(pair.english, random.Random(pair.chinese))] if len(pair.english) > 7 else [],
}


def process(path: Path) -> None:
    """Time a whole look-up process next to a bare import of typer, in turn."""
    commands = {
        "import typer": [sys.executable, "-c", "import typer"],
        "glossary lookup": [sys.executable, "-m", "glossary", "lookup", "--db", str(path), "wang zhiming"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(12):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            times[name].append(time.perf_counter() - began)
    bare, whole = (percentile(found[1:], 0.5) for found in times.values())
    print(f"look-up, whole process: {whole:.0f} ms; a bare import of typer {bare:.0f} ms; {whole / bare:.2f} times")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--names", type=Path, action="append")
    options = parser.parse_args()
    for names in options.names or [HERE / "names.tsv"]:
        recall(names)
    path = made(options.entries)
    size = path.stat().st_size / options.entries
    print(f"size: {size:,.0f} bytes an entry with two mentions, {options.entries:,} entries")
    look_up(path, queries=options.queries)
    process(path)
    add(path, count=5_000)
    mentioned_again(most=16_000)
    print(f"memory: at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
