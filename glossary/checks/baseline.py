"""Findings that a desk has seen and lives with: a file of them, so that only new ones are reported.

A finding is known by its rule, path, entry and what stands there, not by its line, so that it stays known when the
text around it changes. Of a finding that comes twice as often as before, the second half is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path, PurePath

from glossary.checks.findings import Finding
from glossary.errors import SyntaxFault, UnreadableError
from glossary.files import printable

__all__ = ["dump", "fingerprint", "load", "new"]


def fingerprint(finding: Finding) -> str:
    """What makes a finding the same one in another version of the text, as 16 hexadecimal digits."""
    what = finding.text if len(finding.text) < 200 else finding.text[:100]
    path = PurePath(finding.path).as_posix()  # ./a.txt is a.txt
    key = "\x1f".join((finding.rule, path, finding.entry, what))
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def dump(findings: Iterable[Finding]) -> str:
    """The content of a baseline file: one finding a line, sorted, to be kept with the text."""
    known = Counter((fingerprint(one), one.rule, one.path, one.message) for one in findings)
    rows = [
        {"id": mark, "count": count, "rule": rule, "path": path, "message": message}
        for (mark, rule, path, message), count in sorted(known.items())
    ]
    lines = ",\n".join("    " + printable(json.dumps(row, ensure_ascii=False)) for row in rows)
    return f'{{\n  "version": 1,\n  "findings": [\n{lines}\n  ]\n}}\n'


def load(path: Path) -> Counter[str]:
    """How often each known finding was seen.

    Raises:
        UnreadableError: the file cannot be read.
        SyntaxFault: it is no baseline.
    """
    hint = "Make one with: glossary check … --write-baseline FILE"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        known = Counter[str]()
        for row in content["findings"]:  # two of them may differ in their message only
            known[str(row["id"])] += int(row["count"])
    except OSError as fault:
        raise UnreadableError(f"cannot be read ({fault.strerror})", where=str(path), hint=hint) from fault
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as fault:
        raise SyntaxFault("is no baseline of findings", where=str(path), hint=hint) from fault
    return known


def new(findings: Iterable[Finding], known: Counter[str]) -> Iterator[Finding]:
    """The findings that the baseline does not know."""
    left = known.copy()
    for finding in findings:
        mark = fingerprint(finding)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            yield finding
