"""Answers from the keyboard: one key on a terminal, else a line of standard input, so that a script may answer too."""

from __future__ import annotations

import os
import sys

from glossary.cli.output import flush, note
from glossary.errors import GlossaryError

__all__ = ["Back", "ask", "key", "typing"]


class Back(Exception):
    """Somebody left a question without an answer."""


def typing() -> bool:
    """Whether somebody types the answers."""
    return sys.stdin is not None and sys.stdin.isatty()


def key(question: str) -> str:
    """The key pressed, in lower case; empty at the end of the input."""
    _say(question)
    if not typing():
        return _line()[:1].lower()
    pressed = _pressed()
    note(pressed if pressed.isprintable() else "")
    return "" if pressed == "\x04" else pressed.lower()


def ask(question: str, *, default: str = "") -> str:
    """The line typed: on a terminal the default after it was changed there; else the default where it is empty.

    Raises:
        Back: the question was left, by Esc or Ctrl-C.
    """
    if typing() and os.environ.get("TERM") != "dumb":
        return _edited(f"{question}: ", default)
    try:
        _say(f"{question} [{default}]: " if default else f"{question}: ")
        return (input() if typing() else _line()).strip() or default
    except (EOFError, KeyboardInterrupt):
        raise Back from None


def _edited(question: str, text: str) -> str:
    """The text after it was changed on the terminal."""
    from glossary.cli.interactive import edited

    flush()
    answer = edited(question, text)
    if answer is None:
        raise Back
    return answer.strip()


def _say(text: str) -> None:
    flush()
    if sys.stderr is not None:
        sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stderr.flush()


def _line() -> str:
    if sys.stdin is None:
        raise GlossaryError("is closed", where="standard input", hint="Answer on a terminal or from a file")
    line = sys.stdin.buffer.readline()
    return line.decode("utf-8", "replace").rstrip("\r\n") if line.strip() or not line else " "


def _pressed() -> str:
    """One key, without waiting for the end of a line."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        import msvcrt

        return str(msvcrt.getwch())  # type: ignore[attr-defined]
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSANOW)  # what was typed meanwhile counts
        return os.read(handle, 1).decode("ascii", "replace") or "\x04"
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
