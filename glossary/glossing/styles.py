"""House styles, written as they look: ``EN (中文)``, ``EN（中文）``, ``中文（EN）``, ``EN (中文, PINYIN)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.errors import FormatError

__all__ = ["STYLES", "USUAL", "Style", "parse"]

_PARTS = {"EN": "en", "English": "en", "中文": "zh", "中": "zh", "ZH": "zh", "Chinese": "zh", "PINYIN": "pinyin"}
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))
_CLOSING = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "「": "」"}
USUAL = {False: "EN (中文)", True: "中文（EN）"}  # the style for a draft that is Chinese, or is not
STYLES = ("EN (中文)", "EN（中文）", "中文（EN）", "中文 (EN)", "EN (中文, PINYIN)", "EN [中文]")


@dataclass(frozen=True, slots=True)
class Style:
    """A house style: ``first`` is the language of the names that are glossed (``en``, ``zh``), ``inside`` what the
    gloss holds, in order: parts (``en``, ``zh``, ``pinyin``) and what stands between them.
    """

    first: str
    before: str
    inside: tuple[str, ...]
    after: str

    def gloss(self, parts: dict[str, str]) -> str:
        """The gloss for these parts, with its brackets; empty where the other name is not known.

        >>> parse("EN (中文, PINYIN)").gloss({"zh": "何立峰", "pinyin": "Hé Lìfēng"}), parse("EN (中文)").gloss({})
        (' (何立峰, Hé Lìfēng)', '')
        """
        if not parts.get("zh" if self.first == "en" else "en"):
            return ""
        shown = ""
        for separator, part in zip(("", *self.inside[1::2]), self.inside[::2], strict=True):
            if text := parts.get(part, ""):
                shown += (separator if shown else "") + text
        return f"{self.before}{shown}{self.after}"


def parse(text: str) -> Style:
    """The style that is written so.

    >>> parse("中文（EN）")
    Style(first='zh', before='（', inside=('en',), after='）')

    Raises:
        FormatError: it is none.
    """
    pieces = [piece.strip("{}") for piece in _PART.split(text)]
    parts = [_PARTS[part] for part in _PART.findall(text)]
    bracket = pieces[1].strip()[:1] if len(parts) > 1 else ""
    after = _CLOSING.get(bracket, "")
    inside = tuple(piece for pair in zip(parts[1:], [*pieces[2:-1], ""], strict=False) for piece in pair)[:-1]
    if pieces[0].strip() or not after or pieces[-1].strip() != after or len({*parts}) != len(parts):
        raise _unknown(text)
    if parts[0] not in {"en", "zh"} or ({"en", "zh"} - {parts[0]}).isdisjoint(parts[1:]):
        raise _unknown(text)
    return Style(parts[0], pieces[1].rstrip() or pieces[1], inside, after)


def _unknown(text: str) -> FormatError:
    return FormatError(f"{text!r} is no house style", hint=f"Write it as it looks, for example: {'; '.join(STYLES)}")
