"""What the columns of a table are, by their headings: the one list of what people and programs call them.

A column is a field (``english``, ``source``, ``pinyin`` …) or, by a language tag, the names in one language.
"""

from __future__ import annotations

import re

__all__ = ["FIELDS", "LANGS", "called", "language", "side"]

# What a column may be. Beside these, every language that :func:`language` knows is a column of names. "about" holds
# kind, pinyin and note in one; rows of one "concept" are one entry.
_NAMES = {
    "english": "english english_name english_term en_us term_en 英文 英語 英语 英文名 英文名稱",
    "chinese": "chinese chinese_name chinese_term 中文 中文名 中文名稱 華語 漢語 汉语",
    "traditional": "traditional trad chinese_traditional 繁體 繁体 正體 繁體中文 繁体中文",
    "simplified": "simplified simp chinese_simplified 簡體 简体 簡體中文 简体中文",
    "source": "source src #src source_term original term 原文 原名 術語 术语",
    "target": "target tgt translation target_term dst 譯文 译文 譯名 译名",
    "pinyin": "pinyin translator_comments 拼音",
    "kind": "kind type entity_type entry_subject 類別 类别 類型",
    "aliases": "aliases alias synonyms also 別名 别名",
    "forbidden": "forbidden not 禁用",
    "note": "note notes remark 備註 备注",
    "about": "comment developer_comments entry_note",
    "context": "context example 例句",
    "status": "status review",
    "id": "id key tuid",
    "concept": "cid",
}
FIELDS = tuple(_NAMES)
LANGS = {"english": "en", "chinese": "zh", "traditional": "zh-Hant", "simplified": "zh-Hans"}  # of columns of names
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_PLACES = {"taiwan": "tw", "hong kong": "hk", "china": "cn", "prc": "cn", "traditional": "Hant", "simplified": "Hans"}
_LONGEST_TAG = 11

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>hans|hant))?(?:-(?P<region>[a-z]{2}|\d{3}))?(?:-.*)?\Z")
_HANT, _HANS = frozenset({"tw", "hk", "mo"}), frozenset({"cn", "sg", "my"})
_KEPT = frozenset({"zh-Hant-TW", "zh-Hant-HK", "zh-Hans-CN"})


def language(tag: str) -> str:
    """Our tag for a language that a file names: ``en``, ``zh`` and its scripts and regions; empty for others.

    >>> [language(tag) for tag in ("en-US", "zh_TW", "zh-CN", "zh", "ZH-Hant", "cmn-Hans-CN", "de")]
    ['en', 'zh-Hant-TW', 'zh-Hans-CN', 'zh', 'zh-Hant', 'zh-Hans-CN', '']
    """
    found = _TAG.match(tag.strip().lower().replace("_", "-"))
    if found is None or found["language"] not in {"en", "eng", "zh", "cmn", "zho", "chi"}:
        return ""
    if found["language"].startswith("en"):
        return "en"
    region = found["region"] or ""
    script = found["script"] or ("hant" if region in _HANT else "hans" if region in _HANS else "")
    if not script:
        return "zh"
    whole = f"zh-{script.capitalize()}-{region.upper()}"
    return whole if whole in _KEPT else f"zh-{script.capitalize()}"


def called(heading: str) -> str:
    """What the heading of a column says it is: a field or the tag of a language; empty where that is not known.

    >>> called("English term"), called("譯文"), called("Chinese (Traditional, Taiwan)"), called("zh-CN"), called("page")
    ('english', 'target', 'zh-Hant-TW', 'zh-Hans-CN', '')
    """
    name = " ".join(heading.split()).casefold()
    field = _FIELD_OF.get(name.replace(" ", "_").replace("-", "_"), _FIELD_OF.get(name, ""))
    if field:
        return field
    if name.startswith("chinese"):  # Chinese (Traditional, Taiwan)
        region = next((code for place, code in _PLACES.items() if place in name), "")
        return language(f"zh-{region}") if region else ""
    return language(name) if len(name) <= _LONGEST_TAG else ""


def side(column: str) -> str:
    """The language of a column of names, ``en`` or ``zh``; empty for any other.

    >>> side("english"), side("zh-Hant-TW"), side("traditional"), side("source")
    ('en', 'zh', 'zh', '')
    """
    lang = LANGS.get(column, column)
    return lang[:2] if lang.startswith(("en", "zh")) else ""
