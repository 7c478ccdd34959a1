"""How fast pairs are found, and in how much memory.

Rates: news with about one gloss a kilobyte, Chinese text, and text without a gloss, each beside the two naive regular
expressions on the same text in the same process, in turn. New text: the same where
nothing repeats. Brackets: µs a candidate in a fresh process (tables are read on the way), then for new text with the
tables loaded, then for the same text again. Memory: for texts of 1, 4 and 16 lengths the peak of the whole process, and
what extraction allocates above the text.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from statistics import median

from finders import NAIVE
from labelled import ARTICLES, OWN, shared, texts
from tables import show

from glossary import candidates
from glossary.documents import from_text, read
from glossary.model import Document
from glossary.pipeline import extract

RUNS = 5
LANGUAGES = {"English texts": "en", "Chinese texts": "zh"}
MEMORY_SIZE = 250_000  # characters of the shortest text
FILLER = (
    "Officials said the plan would be reviewed again before the end of the year, as several points were still open. "
    "The committee heard from residents, shop owners and teachers, most of whom asked for more time to read. "
    "“We will listen to everyone first,” the chair told reporters (some had waited since morning), adding that no "
    "date was set. "
)
CHINESE_FILLER = (
    "官員表示，計畫在年底以前還會再檢討一次，因為有幾點尚未談妥。委員會聽取居民、店家和老師的意見，多數人希望有更多時間閱讀資料。"
    "主席對等了一上午的記者說：「我們會先聽大家的。」（記者會延後了半小時）至於日期，目前還沒有決定。\n"
)


def english_news(*, size: int) -> str:
    """About ``size`` characters of English news with one gloss per thousand characters."""
    lines = [line for line in _articles("0[1-4]*.txt").split("\n") if line.strip()]
    parts: list[str] = []
    length = 0
    while length < size:
        line = lines[len(parts) % len(lines)]
        glosses = max(1, line.count("(") + line.count("["))
        part = line + "\n" + FILLER * max(0, (1000 * glosses - len(line)) // len(FILLER)) + "\n"
        parts.append(part)
        length += len(part)
    return "".join(parts)


def chinese_news(*, size: int) -> str:
    """About ``size`` characters of the Chinese sample articles, over and over."""
    text = _articles("0[5-8]*.txt")
    return text * (size // len(text) + 1)


def _articles(pattern: str) -> str:
    return "\n".join(read(str(path)).text for path in sorted(ARTICLES.glob(pattern)))


WORST = {
    "opening brackets": "(",
    "glosses never closed": "Lin (林",
    "nested five deep": "（（（（（Name（何立峰））））） ",
    "no space": "x",
    "Han without end": "何",
    "names side by side": "林 Lin ",
    "dictionary entries": '林 _lín_ "wood"; ',
    "marks": "*_“",
}


def naive(text: str) -> int:
    """How many pairs the two naive regular expressions find."""
    return sum(len(pattern.findall(text)) for pattern in NAIVE)


def ours(text: str) -> int:
    """How many mentions the program finds."""
    return sum(1 for _ in extract(from_text(text)))


def scan(text: str) -> int:
    """How many candidates the scan finds."""
    return sum(1 for _ in candidates.find(text))


WORK: dict[str, Callable[[str], int]] = {"two naive regexes": naive, "scan for candidates": scan, "extract": ours}


def timed(work: Callable[[str], int], text: str) -> float:
    """Seconds of one run."""
    began = time.perf_counter()
    work(text)
    return time.perf_counter() - began


def print_rates() -> None:
    """Print megabytes a second beside the naive regular expressions."""
    corpora = {
        "English news, a gloss per KB": english_news(size=3_000_000),
        "Chinese articles": chinese_news(size=600_000),
        "English without glosses": FILLER * 8_000,
        "Chinese without glosses": CHINESE_FILLER * 8_000,
    }
    rows = []
    for title, text in corpora.items():
        megabytes, found = len(text.encode()) / 1e6, scan(text)
        runs = [{name: timed(work, text) for name, work in WORK.items()} for _ in range(RUNS)]
        spent = {name: median(run[name] for run in runs) for name in WORK}
        for name, seconds in spent.items():
            each = f"{1e6 * seconds / found:.1f}" if found and name == "extract" else ""
            times = f"{spent['two naive regexes'] / seconds:.2f}"
            rows.append((f"{title}, {name}", f"{megabytes:.1f}", str(found), f"{megabytes / seconds:.1f}", times, each))
    header = ("text, work", "MB", "candidates", "MB/s", "times naive", "µs a candidate")
    show(header, rows, title=f"Rates: median of {RUNS} turns in one process; text repeats, so decisions are remembered")


def brackets_here(language: str) -> dict[str, float]:
    """µs a candidate in this fresh process: first half with loading, second half, second half again; and the counts."""
    every = _labelled(language)
    first, second = (["\n".join(every[half::2])] for half in (0, 1))
    spent = [timed(ours, *part) for part in (first, second, second)]
    counts = [scan(*part) for part in (first, second, second)]
    named = zip(("cold", "new", "again"), spent, counts, strict=True)
    return {"candidates": counts[1], **{name: 1e6 * seconds / count for name, seconds, count in named}}


def news_here(language: str) -> dict[str, float]:
    """MB/s of the naive expressions and of a first extraction, where no gloss repeats and tables are loaded."""
    filler = FILLER if language == "en" else CHINESE_FILLER
    parts = []
    for line in {line for text in _labelled(language) for line in text.split("\n") if line.strip()}:
        wanted = 1000 * scan(line) - len(line)
        parts.append(line + "\n" + filler * max(0, wanted // len(filler)) + "\n")
    text = "".join(sorted(parts))
    ours(_articles("*.txt"))  # tables
    megabytes = len(text.encode()) / 1e6
    return {
        "MB": megabytes,
        "candidates": scan(text),
        "naive": megabytes / median(timed(naive, text) for _ in range(RUNS)),
        "ours": megabytes / timed(ours, text),
    }


def _labelled(language: str) -> list[str]:
    """The labelled texts in a language."""
    found = [text for folder in (*OWN, *shared()) for text in texts(folder) if text.language == language]
    return [text.document.text for text in found]


def memory_here(times: str) -> dict[str, float]:
    """Megabytes: the text, the peak of the whole process, and the number of mentions, for a text of many lengths."""
    document = _long(int(times))
    found = sum(1 for _ in extract(document))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak": peak / 1e6 if sys.platform == "darwin" else peak / 1e3, "mentions": found}  # bytes there, else KB


def allocated_here(times: str) -> dict[str, float]:
    """Megabytes of the text, and what extraction allocates at most above it."""
    document = _long(int(times))
    tracemalloc.start()
    for _ in extract(document):
        pass
    return {"text": sys.getsizeof(document.text) / 1e6, "above": tracemalloc.get_traced_memory()[1] / 1e6}


def _long(times: int) -> Document:
    """A document of so many lengths, when the tables were read and usual decisions made."""
    text = english_news(size=MEMORY_SIZE) + chinese_news(size=MEMORY_SIZE // 4)
    ours(text)
    return from_text(text * times)


def fresh(name: str, argument: str | int) -> dict[str, float]:
    """What a function of this module measures in a process of its own."""
    command = [sys.executable, __file__, name, str(argument)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


def print_new_text() -> None:
    """Print the rates of a first pass over text that does not repeat."""
    rows = []
    for title, language in LANGUAGES.items():
        found = fresh("news_here", language)
        times = f"{found['ours'] / found['naive']:.2f}"
        numbers = (f"{found[name]:.1f}" for name in ("MB", "naive", "ours"))
        rows.append((title, f"{found['candidates']:.0f}", *numbers, times))
    header = ("a candidate per thousand characters", "candidates", "MB", "naive MB/s", "extract MB/s", "times naive")
    show(header, rows, title="New text: labelled texts between ordinary sentences, first pass with the tables loaded")


def print_brackets() -> None:
    """Print µs a candidate, cold and warm."""
    measured = {title: fresh("brackets_here", language) for title, language in LANGUAGES.items()}
    rows = [
        (title, f"{found['candidates']:.0f}", *(f"{found[name]:.0f}" for name in ("cold", "new", "again")))
        for title, found in measured.items()
    ]
    header = ("labelled texts", "candidates", "cold", "new", "again")
    show(header, rows, title="µs a candidate: fresh process, new text with tables loaded, the same text again")


def print_memory() -> None:
    """Print memory for growing texts."""
    rows = []
    for times in (1, 4, 16):
        found = fresh("memory_here", times) | fresh("allocated_here", times)
        numbers = (f"{found[name]:.1f}" for name in ("text", "peak", "above"))
        rows.append((f"{times} times the text", f"{found['mentions']:.0f}", *numbers))
    header = ("mixed news", "mentions", "MB text", "MB process", "MB above text")
    show(header, rows, title="Memory, mentions taken one by one: text, peak of the process, allocated above the text")


def print_worst() -> None:
    """Print how long bad input takes, and how much longer twice as much of it: 2 is linear."""
    rows = []
    for title, piece in WORST.items():
        text = piece * (100_000 // len(piece))
        once, twice = (min(timed(ours, text * times) for _ in range(2)) for times in (1, 2))
        rows.append((title, f"{once:.2f}", f"{twice / once:.1f}"))
    show(("piece", "s for 0.1 M characters", "times for twice"), rows, title="Worst cases: a piece over and over")


HERE = {one.__name__: one for one in (news_here, brackets_here, memory_here, allocated_here)}


def main() -> None:
    """Measure and print; with the name of a function and its argument, print what it measures as JSON."""
    if len(sys.argv) == 3:
        print(json.dumps(HERE[sys.argv[1]](sys.argv[2])))
        return
    print_rates()
    print_new_text()
    print_brackets()
    print_memory()
    print_worst()


if __name__ == "__main__":
    main()
