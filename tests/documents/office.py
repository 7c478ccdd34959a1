"""LibreOffice, without a window: turns documents into others, as its users do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")


def convert(path: Path, kind: str) -> Path:
    """The file that LibreOffice makes of another; ``kind`` is a suffix, perhaps with a filter behind a colon."""
    if PROGRAM is None:
        pytest.skip("needs LibreOffice")
    profile = path.parent / "libreoffice"
    folder = path.parent / "converted"
    home = f"-env:UserInstallation={profile.as_uri()}"
    done = subprocess.run(
        [PROGRAM, "--headless", home, "--convert-to", kind, "--outdir", folder, path],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    made = folder / f"{path.stem}.{kind.partition(':')[0]}"
    assert made.exists(), done.stdout + done.stderr
    return made
