"""Putting the other name beside the first mention of a name, in the style of a house.

``styles`` reads a house style as it is written (``EN (中文)``), ``glossed`` tells which names have a gloss already,
``insertions`` says what is to be put where, and how it is taken away again.
"""

from glossary.glossing.insertions import Insertion, Options, Scope, applied, insertions, of_names, removed, waiting
from glossary.glossing.styles import STYLES, USUAL, Style, parse

__all__ = [
    "STYLES",
    "USUAL",
    "Insertion",
    "Options",
    "Scope",
    "Style",
    "applied",
    "insertions",
    "of_names",
    "parse",
    "removed",
    "waiting",
]
