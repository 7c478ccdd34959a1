"""How long a whole command takes, next to an empty Python and to a bare ``import typer``, in turn in one run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ARTICLES = Path(__file__).parent.parent / "data" / "articles"
RUNS = 15


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one run."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    glossary = [sys.executable, "-m", "glossary"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GLOSSARY_DB"] = str(Path(folder) / "glossary.db")
        subprocess.run([*glossary, "collect", str(ARTICLES)], stdout=subprocess.DEVNULL, check=True)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "python -c 'import typer'": [sys.executable, "-c", "import typer"],
            "glossary lookup taijidian": [*glossary, "lookup", "taijidian"],
            "glossary extract ARTICLE": [*glossary, "extract", str(min(ARTICLES.glob("*.txt")))],
            "glossary enrich PAIRS": [*glossary, "enrich", str(ARTICLES / "pairs.tsv")],
        }
        turns = [{name: seconds(command) for name, command in commands.items()} for _ in range(RUNS + 1)]
    times = {name: [turn[name] for turn in turns[1:]] for name in commands}  # the first turn warms the disk
    bare = median(times["python -c 'import typer'"])
    print("whole process, median of", RUNS, "turns")
    for name, spent in times.items():
        print(f"  {name:28} {1000 * median(spent):7.0f} ms   {median(spent) / bare:5.2f} x import typer")


if __name__ == "__main__":
    main()
