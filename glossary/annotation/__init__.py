"""Marking the names of a glossary in a text, with what the glossary says of them; the text itself stays as it is.

``marks`` chooses what is marked, ``cards`` what is said of an entry. Each output has a module with two functions,
``write`` and ``strip``, and a row in ``OUTPUTS``: what ``strip`` takes away is what ``write`` added, to the character.
"""

from glossary.annotation.marks import Mark, Mentions, marks
from glossary.annotation.outputs import OUTPUTS, Output, Page, find, recognized

__all__ = ["OUTPUTS", "Mark", "Mentions", "Output", "Page", "find", "marks", "recognized"]
