"""How fast names are found and marked with a glossary of 100,000 entries: python benchmarks/aid.py

The entries are those collected from the sample articles and made-up ones, no two with one name; the text is the
articles over and over. Everything is measured in one run and compared with a naive search for the same names.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import checks as labelled  # noqa: E402
from glossary import annotation, checks, documents, glossing, pipeline  # noqa: E402
from glossary.annotation import Page  # noqa: E402
from glossary.entries.build import merge  # noqa: E402
from glossary.matcher import Matcher  # noqa: E402
from glossary.matcher.folding import fold  # noqa: E402
from glossary.model import Entry, Kind, Term  # noqa: E402

ENTRIES = 100_000
CHARACTERS = 2_000_000
DENSITY = 300  # characters for each name, as in news
SYLLABLES = "ba,chen,da,fo,gen,hui,jian,kai,li,mei,nan,ou,ping,qing,ren,shan,tao,wei,xin,yun,zhao,zhou"
CHARS = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂华建国志林海峰文安邦达丰康泰瑞祥通盛恒宁远博雅思源嘉禾"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗"


def made_up(seed: int = 7) -> Iterator[Entry]:
    """Entries of persons and companies, endlessly; no two have one name."""
    draw = random.Random(seed)
    seen: set[str] = set()
    while True:
        person = draw.random() < 0.5
        words = ["".join(draw.choices(SYLLABLES.split(","), k=2)).capitalize() for _ in range(2)]
        english = " ".join(words) if person else f"{' '.join(words)} Technology Co"
        chinese = draw.choice(SURNAMES) + "".join(draw.choices(CHARS, k=2 if person else 3))
        if english not in seen and chinese not in seen:
            seen |= {english, chinese}
            kind = Kind.PERSON if person else Kind.ORGANIZATION
            yield Entry(f"m{len(seen)}", kind, (Term(english, "en"), Term(chinese, "zh-Hans")))


def collected() -> dict[str, Entry]:
    """The entries of the sample articles."""
    entries: dict[str, Entry] = {}
    for path in sorted((ROOT / "data/articles").glob("*.txt")):
        for entry in pipeline.collect(documents.read(str(path))):
            entries[entry.id] = merge(entries[entry.id], entry) if entry.id in entries else entry
    return entries


def prose(pattern: str, matcher: Matcher, names: list[str]) -> str:
    """Sentences of the articles that hold no name of the glossary, over and over, and one of the names now and then."""
    articles = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "data/articles").glob(pattern)))
    sentences = [part for part in re.split(r"(?<=[.。])\s*", articles) if len(part) > 20 and not matcher.find(part)]
    draw = random.Random(3)
    pieces, size, named = [], 0, 0
    while size < CHARACTERS:
        sentence = draw.choice(sentences)
        if size // DENSITY > named:
            sentence = f"{sentence} {draw.choice(names)} " if names[0].isascii() else draw.choice(names) + sentence
            named += 1
        pieces.append(sentence)
        size += len(sentence) + 1
    return " ".join(pieces) if names[0].isascii() else "".join(pieces)


def timed(work: Callable[[], object]) -> float:
    """The processor seconds of the fastest of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def naive(text: str, names: list[str]) -> int:
    """How often the names are in the text, looked for one after the other."""
    return sum(text.count(name) for name in names)


def _speed(text: str, seconds: float) -> str:
    return f"{len(text) / seconds / 1e6:.2f} M/s"


def main() -> None:
    """Print the figures."""
    own = list(collected().values())
    entries = [*own, *islice(made_up(), ENTRIES - len(own))]
    start = time.process_time()
    matcher = Matcher(entries)
    print(f"matcher of {len(entries):,} entries made in {time.process_time() - start:.1f} s")
    for language, pattern, side in (("English", "0[1-4]*.txt", 0), ("Chinese", "0[5-8]*.txt", 1)):
        text = prose(pattern, matcher, [entry.terms[side].text for entry in entries[-2000:]])
        found = annotation.marks(text, matcher)
        seconds = timed(lambda text=text: annotation.marks(text, matcher))
        folded = fold(text)
        bare = timed(lambda folded=folded: matcher.hits(folded))
        few = [term.text for entry in entries[:1000] for term in entry.terms]
        slow = timed(lambda text=text[:200_000], few=few: naive(text, few)) * len(text) / 200_000 * len(entries) / 1000
        html = timed(lambda text=text, found=found: annotation.find("html").write(Page(text), found))
        print(f"{language}: {len(text):,} characters, {len(found):,} names, found at {_speed(text, seconds)}:")
        print(f"    {bare / seconds:.0%} of the speed of the bare automaton ({_speed(text, bare)}),")
        print(f"    {slow / seconds:,.0f} times as fast as a search for each; with HTML {_speed(text, seconds + html)}")
    options = glossing.Options(glossing.parse("EN (中文)"))
    draft = (ROOT / "data/articles/01-how-a-chip-is-made.txt").read_text(encoding="utf-8") * 20
    gloss = timed(lambda: glossing.insertions(draft, matcher, options))
    check = timed(lambda: checks.run(checks.of_draft("a", draft, matcher)))
    print(f"a text full of names: gloss {_speed(draft, gloss)}, check {_speed(draft, check)}")
    print(f"checks on the labelled sentences: {labelled.measure('all')}")


if __name__ == "__main__":
    main()
