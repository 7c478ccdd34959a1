"""How fast documents are collected, and in how much memory: 300 pages of news with a gloss in every few sentences.

Each document is collected by the real command in a process of its own. The PDF is made of the Word document by
LibreOffice where that is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from accuracy import ARTICLES
from extraction import FILLER

from glossary.documents import read

PAGES = 300
ON_A_PAGE = 3000  # characters
GOAL = 10.0  # seconds


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        word = written(folder / "news.docx")
        for path in (text_of(word), word, *filter(None, [printed(word)])):
            seconds, work, megabytes, mentions = collected(path)
            pages = len({place for _, place in read(str(path)).places}) if path.suffix == ".pdf" else PAGES
            verdict = "" if seconds <= GOAL else f", over the goal of {GOAL:.0f} s"
            size = path.stat().st_size / 1e6
            print(f"{path.suffix[1:]:5} {pages} pages, {size:.1f} MB: {mentions} mentions collected in {seconds:.1f} s")
            print(f"      ({work:.1f} s of work), {megabytes:.0f} MB of memory{verdict}")


def written(path: Path) -> Path:
    """A Word document of 300 pages."""
    paragraphs = [
        line for article in sorted(ARTICLES.glob("0[1-4]*.txt")) for line in read(str(article)).text.split("\n")
    ]
    document = docx.Document()
    length = place = 0
    while length < PAGES * ON_A_PAGE:
        paragraph = f"{paragraphs[place % len(paragraphs)]} {FILLER}"
        document.add_paragraph(paragraph)
        length, place = length + len(paragraph), place + 1
    document.save(str(path))
    return path


def text_of(path: Path) -> Path:
    """The same as plain text, for comparison."""
    plain = path.with_suffix(".txt")
    plain.write_text(read(str(path)).text, encoding="utf-8")
    return plain


def printed(path: Path) -> Path | None:
    """The same as PDF, if there is a program that prints it."""
    program = shutil.which("soffice")
    if program is None:
        print("pdf   not measured: LibreOffice is not installed")
        return None
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def collected(path: Path) -> tuple[float, float, float, int]:
    """Seconds by the clock and of the processor, megabytes at most, and mentions of collecting into an empty store."""
    measured = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'glossary', 'collect', *sys.argv[1:]], capture_output=True)\n"
        "sys.stdout.buffer.write(done.stdout)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_maxrss, used.ru_utime + used.ru_stime)\n"
        "sys.exit(done.returncode)"
    )
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", measured, str(path), "--db", str(path.with_suffix(f"{path.suffix}.db"))],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ,
    )
    seconds = time.perf_counter() - began
    _, counts, used = done.stdout.splitlines()
    memory, work = used.split()
    return seconds, float(work), int(memory) / 1000, int(counts.split("\t")[1])


if __name__ == "__main__":
    main()
