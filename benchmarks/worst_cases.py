"""Bad input of every kind that we know: does the time grow in step with the text?

Each case is a text of a given length. It is read and judged for one, two and four sizes; the size is chosen so that one
takes at least 20 ms, up to a quarter of a million characters, so that cheap cases are measured on a megabyte. A case is
marked where four sizes take more than eight times as long as one (in step: four times). In the cases of the second
table the names of a glossary are found, marked, glossed and checked.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from tables import show

from glossary import annotation, checks, glossing
from glossary.annotation.markdown import barred
from glossary.documents import from_text
from glossary.matcher import Matcher
from glossary.model import Entry, Kind, Term
from glossary.pipeline import inspect

SMALLEST, LARGEST, ENOUGH = 4_000, 250_000, 0.02  # characters, characters, seconds
STEPS = (1, 2, 4)
MARK = 8.0  # times as long for four sizes; noise alone gave up to 7


def _over(unit: str) -> Callable[[int], str]:
    """A text that repeats the unit."""
    return lambda size: unit * (size // len(unit) + 1)


def _nested(size: int) -> str:
    """Brackets within brackets, half of the text to open and half to close."""
    return "He Lifeng (" * (size // 12) + "何立峰" + ")" * (size // 12)


def _cut(size: int) -> str:
    """A text that ends in the middle of a bracket, after a long line."""
    return "word " * (size // 5) + "He Lifeng (何立"


CASES: dict[str, Callable[[int], str]] = {
    "pairs on one line": _over("He Lifeng (何立峰), "),
    "pairs on one line, Chinese first": _over("財政部長貝森特（Scott Bessent）、"),
    "five deep": _over("Yonghe (永和 [Yung (水 {中 〔He〕})] x) and "),
    "nested without end": _nested,
    "only opened": _over("("),
    "only opened, with names": _over("He Lifeng (何立峰 "),
    "only closed": _over("何立峰) He Lifeng "),
    "empty brackets": _over("()（）[]"),
    "mixed widths": _over("He Lifeng (何立峰）and 貝森特（Bessent) "),
    "a long gloss": lambda size: "Name (" + "何" * size + ")",
    "a gloss of many parts": lambda size: "Name (" + "何、立, Li; " * (size // 10) + ")",
    "Han without a space": _over("中文沒有空格也沒有標點"),
    "Latin without a space": lambda size: "a" * size + "(何立峰)" + "A" * size,
    "capitals": lambda size: "Word " * (size // 5) + "(何立峰)",
    "capitals over and over": _over("Word Word Word Word Word Word Word (何立峰) "),
    "connectors": lambda size: "House " + "of the " * (size // 7) + "Rose (玫瑰之家)",
    "dotted names": _over("約翰·史密斯·瓊斯·"),
    "one dotted name": lambda size: "約翰·" * (size // 3) + "（John Smith）",
    "Han before a gloss": lambda size: "的" * size + "（John Smith）",
    "Han and glosses": _over("在會中說明的外國專家約翰史密斯（John Smith）"),
    "a letter a gloss": _over("中（A）"),
    "commas": _over("何立峰, He Lifeng, "),
    "slashes": _over("何立峰/He Lifeng/"),
    "quotes opened": _over("“He Lifeng 「何立峰 《"),
    "emphasis opened": _over("*He _Lifeng **何立峰 `(何"),
    "tags opened": _over("<b He Lifeng <i (何立峰) "),
    "links opened": _over("[He Lifeng](何立峰 [x]("),
    "table rows": _over("| He Lifeng | 何立峰 | x |\n"),
    "one table row": _over("| He Lifeng | 何立峰 "),
    "list lines": _over("- He Lifeng 何立峰\n"),
    "empty lines": _over("\n \n"),
    "spaces": lambda size: "He Lifeng" + " " * size + "(何立峰)" + " " * size,
    "soft hyphens": _over("He Li\u00adfeng\u00ad (何\u00ad立峰) "),
    "spaced Han": _over("何 立 峰 （He Lifeng） "),
    "combining": lambda size: "He" + "\u0301" * size + " (何立峰)",
    "variation selectors": _over("何\ufe00立峰\U000e0100 (He Lifeng) "),
    "beyond the first plane": _over("𠮷野家𡨸喃（Yoshinoya）"),
    "Kangxi radicals": _over("⾦門⼤橋（Golden Gate Bridge）"),
    "cut in a bracket": _cut,
    "no letter at all": _over("12,345.67 (89) "),
    "marks above a name": lambda size: '"' * size + "|\n台北\n",
    "lines of marks": _over('"' * 150 + "|\n台北\n"),
    "lines of marks with a name": _over('"' * 150 + " 台北 |\n"),
}

NAMES: dict[str, Callable[[int], str]] = {
    "sentences": _over("TSMC said that 台積電 grew. "),
    "one token with hyphens": _over("TSMC-"),
    "one token with full stops": _over("TSMC."),
    "one token with commas": _over("TSMC,"),
    "one token with slashes": _over("TSMC/"),
    "one token with signs": _over("TSMC@"),
    "addresses": _over("https://tsmc.com/TSMC "),
    "Chinese with commas": _over("台積電,"),
    "glosses": _over("TSMC (台積電) and "),
    "brackets opened": _over("TSMC (台積電 "),
    "code opened": _over("`TSMC "),
    "tags opened": _over("<b TSMC "),
    "headings": _over("# TSMC\n\nTSMC grew.\n\n"),
    "links": _over("[TSMC](a.html) and TSMC "),
    "characters of the other script": _over("台積電在台灣說這個说法。"),
}
_GLOSSARY = (Entry("e1", Kind.ORGANIZATION, (Term("TSMC", "en"), Term("台積電", "zh-Hant"))),)
_STYLE = glossing.Options(glossing.parse("EN (中文)"))


def work(text: str) -> int:
    """How many candidates are judged in the text."""
    return sum(1 for _ in inspect(from_text(text)))


def aid(text: str) -> int:
    """How many names of a glossary are marked and glossed in the text, and found wrong."""
    matcher = Matcher(_GLOSSARY)
    marked = annotation.marks(text, matcher, barred=barred(text))
    glossed = glossing.insertions(text, matcher, _STYLE)
    return len(marked) + len(glossed) + len(checks.run(checks.of_draft("-", text, matcher)))


WORKS = ((work, CASES, "Bad input"), (aid, NAMES, "Names in bad input"))


def seconds(work: Callable[[str], int], text: str) -> float:
    """The better of two runs, so that a pause of the machine does not count."""
    times = []
    for _ in range(2):
        began = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - began)
    return min(times)


def fitting(work: Callable[[str], int], make: Callable[[int], str]) -> int:
    """The size for which a case takes long enough to be measured, or the largest."""
    size = SMALLEST
    while size < LARGEST and seconds(work, make(size)) < ENOUGH:
        size = min(LARGEST, 2 * size)
    return size


def main() -> None:
    """Measure and print."""
    for work, cases, title in WORKS:
        work("".join(make(200) for make in cases.values()))  # tables
        measure(work, cases, title=title)


def measure(work: Callable[[str], int], cases: dict[str, Callable[[int], str]], *, title: str) -> None:
    """Print the times of the cases."""
    rows = []
    for name, make in cases.items():
        size = fitting(work, make)
        spent = [seconds(work, make(size * times)) for times in STEPS]
        growth = spent[-1] / spent[0]
        mark = "not in step" if growth > MARK else ""
        rows.append((name, f"{size * STEPS[-1]:,}", *(f"{1000 * each:.1f}" for each in spent), f"{growth:.1f}", mark))
    header = ("case", "characters", *(f"ms for {times} of 4" for times in STEPS), "growth", "")
    show(header, rows, title=f"{title}: time for a quarter, half and the whole of a text (in step: growth about 4)")


if __name__ == "__main__":
    main()
