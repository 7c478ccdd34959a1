"""What makes two mentions one entry: the same Chinese name, whichever script and shape of characters it is in."""

from __future__ import annotations

from hashlib import blake2b

from glossary import keys
from glossary.lang import script
from glossary.model import Pair

__all__ = ["entry_id"]


def entry_id(pair: Pair) -> str:
    """The id of the entry that the pair belongs to: ``e`` and 16 hexadecimal digits.

    It depends on the folded Chinese name only, so that 台積電 and 台积电 are one entry; a pair without Chinese is known
    by its English name.

    >>> entry_id(Pair("TSMC", "台積電")) == entry_id(Pair("Taiwan Semiconductor", "台积电"))
    True
    """
    key = f"zh:{script.fold(pair.chinese)}" if pair.chinese.strip() else f"en:{keys.latin(pair.english)}"
    return "e" + blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
