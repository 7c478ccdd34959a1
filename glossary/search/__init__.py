"""Looking names up: by English, acronym, either script, pinyin, another romanization, a part, or nearly so.

``looking`` asks in steps from the whole name to what only resembles it, ``near`` finds what resembles, ``surnames``
knows which surnames a word may spell, ``several`` asks several stores in the order of their authority.
"""

from glossary.search.hits import Hit, Manner
from glossary.search.looking import completions, lookup
from glossary.search.several import Layered

__all__ = ["Hit", "Layered", "Manner", "completions", "lookup"]
