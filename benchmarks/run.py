"""All benchmarks, one after the other: what ``make bench`` prints. With arguments only those: run.py accuracy store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = (
    "accuracy",
    "ablation",
    "startup",
    "extraction",
    "worst_cases",
    "documents",
    "store",
    "names",
    "romanization",
    "formats",
    "aid",
)


def main() -> None:
    """Run each in a process of its own; stop at the first that fails."""
    parts = sys.argv[1:] or PARTS
    if unknown := set(parts) - set(PARTS):
        raise SystemExit(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for part in parts:
        print(f"== {part}", flush=True)
        subprocess.run([sys.executable, str(HERE / f"{part}.py")], check=True)


if __name__ == "__main__":
    main()
