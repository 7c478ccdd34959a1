"""All benchmarks, one after the other: what ``make bench`` prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("accuracy", "startup", "extraction", "store", "names", "romanization", "aid")


def main() -> None:
    """Run each in a process of its own; stop at the first that fails."""
    for part in PARTS:
        print(f"== {part}", flush=True)
        subprocess.run([sys.executable, str(HERE / f"{part}.py")], check=True)


if __name__ == "__main__":
    main()
