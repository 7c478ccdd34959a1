"""Finding the names of a glossary in running text: one matcher for annotating, glossing and checking.

Before a text is read: ``belief`` says which names of an entry are believed, ``names`` under which strings they are
found, ``everyday`` which of them count only in texts of their subject, ``folding`` under which spelling text and names
are compared, ``presence`` which entries of a large glossary a text can name at all.

At a place: ``standing`` and, for Chinese, ``chinese`` and ``division`` say whether a string stands there as the name,
``hyphens`` whether it may beside one, ``languages`` whether a word does as a language, ``protected`` where nothing is a
name (addresses, code).

In the whole text: ``subject`` says which everyday words are terms, ``acronyms``, ``otherwise``, ``others`` and
``namesakes`` what is somebody's or something else's, ``later`` and ``shortened`` which short names stand for whom once
the full name was read, ``spoken`` how a Chinese name is said as it stands there. ``matcher`` puts them together.
"""

from glossary.matcher.matcher import Matcher, Occurrence
from glossary.matcher.names import Name, Use

__all__ = ["Matcher", "Name", "Occurrence", "Use"]
