"""The command line: parses, prints, and turns errors into one line and an exit code.

Exit codes: 0 done or found; 1 nothing found; 2 an error (in one of several files: the others were still done);
130 Ctrl-C. Data goes to standard output, messages to standard error.
"""

from __future__ import annotations

from glossary.cli.app import main

__all__ = ["main"]
