"""Runs the real command in a process of its own, with a store and a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TRACEBACK = "Traceback (most recent call last)"
NEWS = """Chinese Vice Premier He Lifeng (何立峰) met US Treasury Secretary Scott Bessent yesterday.
Shares in Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) rose 2 percent.
ByteDance Ltd (字節跳動) declined to comment.
"""


@dataclass(frozen=True)
class Command:
    """Calls ``glossary`` in the folder with the folder's own store."""

    folder: Path

    @property
    def db(self) -> Path:
        return self.folder / "glossary.db"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "PYTHONPATH") if name in os.environ}
        return {**kept, "GLOSSARY_DB": str(self.db), "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)}

    def argv(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "glossary", *arguments]

    def __call__(self, *arguments: str | Path, stdin: str | bytes = b"", **changed: str) -> Result:
        done = subprocess.run(
            self.argv(*map(str, arguments)),
            cwd=self.folder,
            env={**self.environment, **changed},
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            timeout=120,
            check=False,
        )
        result = Result(done.returncode, done.stdout, done.stderr.decode())
        assert TRACEBACK not in result.err, result.err
        return result

    def write(self, name: str, text: str | bytes = NEWS) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path


@dataclass(frozen=True)
class Result:
    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        return self.data.decode()

    def refused(self, *words: str) -> bool:
        """Whether it ended with an error of one clear line that holds the words."""
        messages = [line for line in self.err.splitlines() if line.startswith("glossary: ")]
        assert self.code == 2, self
        assert len(messages) == 1, self.err
        missing = [word for word in words if word not in messages[0]]
        assert not missing, (missing, messages[0])
        return True
