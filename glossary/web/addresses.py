"""What is an address of the web, told without loading what fetches it."""

from __future__ import annotations

import re

__all__ = ["is_address"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(path: str) -> bool:
    r"""Whether the path is an address of the web rather than a file.

    >>> is_address("https://example.org/a"), is_address("a/b.txt"), is_address("C:\\a.txt")
    (True, False, False)
    """
    return _SCHEME.match(path) is not None
