"""How the consumers of a glossary call the Chinese of a script and region.

Rows: our tag (BCP 47); columns: a family of consumers. Sources: the manuals of each. A service without a code for Hong
Kong gets Taiwan's, whose script it shares.
"""

from __future__ import annotations

from glossary.formats.format import Options

__all__ = ["english", "tag"]

_TAGS = {
    "zh-Hant": {"region": "zh-TW", "azure": "zh-Hant", "amazon": "zh-TW"},
    "zh-Hant-TW": {"region": "zh-TW", "azure": "zh-Hant", "amazon": "zh-TW"},
    "zh-Hant-HK": {"region": "zh-HK", "azure": "zh-Hant", "amazon": "zh-TW", "google": "zh-TW"},
    "zh-Hans": {"region": "zh-CN", "azure": "zh-Hans", "amazon": "zh"},
    "zh-Hans-CN": {"region": "zh-CN", "azure": "zh-Hans", "amazon": "zh"},
}  # fmt: skip
_ENGLISH = {"regional": "en-US"}


def tag(consumer: str, options: Options) -> str:
    """What the consumer calls the Chinese that is exported; the user's own code before all.

    >>> tag("amazon", Options(lang="zh-Hans")), tag("google", Options()), tag("weblate", Options(code="zh_TW"))
    ('zh', 'zh-TW', 'zh_TW')
    """
    row = _TAGS[options.chinese]
    if options.code:
        return options.code
    return row.get(consumer, row["region"])


def english(consumer: str) -> str:
    """What the consumer calls English.

    >>> english("regional"), english("google")
    ('en-US', 'en')
    """
    return _ENGLISH.get(consumer, "en")
