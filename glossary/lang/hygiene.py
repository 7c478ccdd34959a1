"""Text as it was meant: without the invisible characters and broken spaces that scans and web pages leave in names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from glossary.lang.script import HAN
from glossary.tables import mapping

__all__ = ["plain", "written_out"]

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_INSIDE_HAN = re.compile(f"(?<=[{HAN}]) +(?=[{HAN}](?: |$))")
_RADICALS = re.compile("[\u2e80-\u2fdf]")
_WRAPPED = re.compile(rf"(?<=[{HAN}])\s*[\n\v\f]\s*(?=[{HAN}])")
_LOOSE = re.compile(r"\s*[^\S ]\s*|  +")
_ODD = re.compile(f"[ \u2e80-\u2fdf{_INVISIBLE}]")  # in most names there is nothing to mend


@lru_cache(1 << 13)
def plain(name: str) -> str:
    r"""The name without soft hyphens, zero-width and variation characters, and spaces between single Han characters.

    Kangxi radicals that stand for characters become these; every other space is a plain one, and a line break between
    Han nothing.

    >>> plain("Na\u00adtional Palace Museum"), plain("台 北 市 立 動 物 園"), plain("尼\u2f2d")
    ('National Palace Museum', '台北市立動物園', '尼山')
    >>> plain("Palace\n    Museum"), plain("Palace\u00a0Museum"), plain("廬\n山")
    ('Palace Museum', 'Palace Museum', '廬山')
    """
    if _LOOSE.search(name):
        name = _LOOSE.sub(" ", _WRAPPED.sub("", name)).strip()
    if name.isascii() or not _ODD.search(name):
        return name
    name = _INSIDE_HAN.sub("", _HIDDEN.sub("", name))
    return written_out(name)


def written_out(text: str) -> str:
    """The text with the characters that radicals stand for: those of the Kangxi block, and those drawn like characters.

    >>> written_out("何⽴峰 of ⻄安"), written_out("⻑安")
    ('何立峰 of 西安', '長安')
    """
    known = mapping("radicals")  # of the CJK supplement; NFKC knows the others
    return _RADICALS.sub(lambda found: known.get(found[0]) or unicodedata.normalize("NFKC", found[0]), text)
