"""The labelled texts: ours, and the shared gold where it stands beside the project (or where SHARED_GOLD says)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scoring import Label, label

from glossary.documents import read
from glossary.model import Document

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ARTICLES = DATA / "articles"
OWN = (ARTICLES, DATA / "gold" / "dev", DATA / "gold" / "test", DATA / "gold" / "fresh")
SHARED = Path(os.environ.get("SHARED_GOLD") or ROOT.parent / "shared" / "gold")
_HAN, _LATIN = re.compile("[\u3400-\u9fff]"), re.compile("[A-Za-zÀ-ɏ'’-]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A labelled document. ``source`` is its folder as tables name it, ``language`` that of the running text."""

    path: Path
    source: str
    document: Document
    labels: tuple[Label, ...]

    @property
    def language(self) -> str:
        """En or zh: a Chinese text has more Han characters than half as many again as Latin words."""
        text = self.document.text
        return "zh" if len(_HAN.findall(text)) > 1.5 * len(_LATIN.findall(text)) else "en"

    @property
    def hard(self) -> bool:
        """Whether it is made of look-alikes, mostly or only: its folder is named hard or hard_negatives."""
        return self.path.parent.name.startswith("hard")

    @property
    def half(self) -> int:
        """0 or 1, by a hash of its place: look at the errors of one half, measure on the other."""
        return hashlib.md5("/".join(self.path.with_suffix("").parts[-2:]).encode()).digest()[0] % 2


def shared() -> tuple[Path, ...]:
    """The folders of the shared gold, if it is there."""
    return tuple(folder for folder in (SHARED / "en", SHARED / "zh") if folder.is_dir())


def title(folder: Path) -> str:
    """The folder as floors and tables name it: gold/dev, shared/en."""
    full = folder.resolve()
    for root, name in ((DATA, ""), (SHARED.resolve(), "shared/")):
        if full.is_relative_to(root):
            return f"{name}{full.relative_to(root).as_posix()}"
    return folder.as_posix()


def texts(folder: Path) -> list[Text]:
    """The labelled texts of a folder and those below, by path. Labels: NAME.tsv, or one pairs.tsv for all."""
    together = folder / "pairs.tsv"
    if together.exists():
        rows = _rows(together)
        return [_text(path, (row for row in rows if row[0] == path.stem)) for path in sorted(folder.glob("*.txt"))]
    paths = (path.with_suffix(".txt") for path in sorted(folder.rglob("*.tsv")))
    return [_text(path, _rows(path.with_suffix(".tsv"))) for path in paths if path.exists()]


def _text(path: Path, rows: Iterable[list[str]]) -> Text:
    return Text(path, title(path.parent), read(str(path)), tuple(map(label, rows)))


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line.strip()]


def fingerprint(folder: Path) -> str:
    """A hash of the labelled texts and their places, so that a floor belongs to what it was measured on."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".tsv"})
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
