"""Finding the names of a glossary in running text: one matcher for annotating, glossing and checking.

``names`` says which strings an entry is found under, ``folding`` under which spelling text and names are compared,
``standing`` whether a string in a text stands there as that name, ``languages`` whether a word does as a language,
``everyday`` which names count only in texts of their subject, ``protected`` where nothing is a name (addresses,
code), ``stretches`` whether a place lies in one of many, ``later`` which short names stand for a person once the full
name was read, ``spoken`` how a Chinese name is said as it stands there, ``matcher`` puts them together.
"""

from glossary.matcher.matcher import Matcher, Occurrence
from glossary.matcher.names import Name, Use

__all__ = ["Matcher", "Name", "Occurrence", "Use"]
