"""What a dictionary says of an entry, and under which words it is found; shared by the dictionary formats."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.formats import columns
from glossary.formats.format import Options
from glossary.formats.rows import Row, kind
from glossary.lang.script import has_han
from glossary.lang.syllables import untoned
from glossary.model import Entry, Term, TermStatus

__all__ = ["chinese_terms", "lines", "parsed", "words"]

_FORMS = " / "
_LABELS = ("also: ", "not: ", "said: ", "kind: ", "note: ", "“", "— ")


def chinese_terms(entry: Entry, options: Options) -> list[Term]:
    """The Chinese names in use, the one that is shown first; with a language asked for, those of its script.

    >>> from glossary.model import Kind
    >>> taiwan = Entry("e1", Kind.PLACE, (Term("Taiwan", "en"), Term("臺灣", "zh-Hant"), Term("台湾", "zh-Hans-CN")))
    >>> [term.text for term in chinese_terms(taiwan, Options())]
    ['臺灣', '台湾']
    """
    wanted = options.lang[:7] or "zh"
    shown = [columns.chinese_term(entry, script, options.lang) for script in ("zh-Hant", "zh-Hans")]
    rest = columns.in_use(entry, wanted)
    found: dict[str, Term] = {}
    for term in (*filter(None, shown), *rest):
        if term.text.strip():
            found.setdefault(term.text, term)
    return list(found.values())


def words(entry: Entry, options: Options) -> list[str]:
    """Every string under which the entry is looked up: its names in both languages, and pinyin without tones.

    >>> from glossary.model import Kind
    >>> words(Entry("e1", Kind.PLACE, (Term("Taipei", "en"), Term("臺北", "zh-Hant"))), Options())
    ['Taipei', '臺北']
    """
    english = [term.text for term in columns.in_use(entry, "en")]
    chinese = chinese_terms(entry, options)
    toneless = [_toneless(term) for term in chinese]
    return list(dict.fromkeys(filter(str.strip, (*english, *(term.text for term in chinese), *toneless))))


def _toneless(term: Term) -> str:
    """The syllables in small letters with spaces: ``lin jian``."""
    said = term.reading
    return "" if said is None else " ".join(untoned(said.pinyin_numbers.split())).lower()


def lines(entry: Entry, options: Options) -> Iterator[str]:
    """The article as lines of plain text: names, readings, other names, kind, note, sentence, source."""
    said = columns.reading(entry, options.lang)
    forms = dict.fromkeys((columns.traditional(entry, options.lang), columns.simplified(entry, options.lang)))
    sentence = columns.context(entry)
    about = (
        ("", columns.english(entry)),
        ("", _FORMS.join(filter(None, forms))),
        ("also: ", "; ".join(columns.aliases(entry, options.lang))),
        ("not: ", "; ".join(columns.unused(entry, options.lang))),
        ("said: ", "  ".join(filter(None, (said.pinyin, said.zhuyin))) if said else ""),
        ("kind: ", columns.kind(entry)),
        ("note: ", entry.note),
        ("“", f"{sentence}”" if sentence else ""),
        ("— ", columns.source(entry)),
    )
    yield from (label + text for label, text in about if text)


def parsed(text: str) -> Row | None:
    r"""What :func:`lines` wrote as a row; None where there is no name.

    >>> [term.text for term in parsed("Taipei\n臺北 / 台北\nalso: Taihoku\nkind: place").terms]
    ['Taipei', '臺北', '台北', 'Taihoku']
    """
    bare: list[str] = []
    said: dict[str, str] = {}
    for line in text.split("\n"):
        label = next((label for label in _LABELS if line.startswith(label)), "")
        if label:
            said[label] = line.removeprefix(label)
        elif not said:
            bare.append(line)
    english, forms = (bare[0], bare[1:]) if len(bare) > 1 or (bare and not has_han(bare[0])) else ("", bare)
    chinese = [form for line in forms for form in line.split(_FORMS)]
    terms = [Term(english, "en")] if english.strip() else []
    terms += [Term(form, "zh") for form in chinese if form.strip()]
    for label, status in (("also: ", TermStatus.ADMITTED), ("not: ", TermStatus.DEPRECATED)):
        names = [name for name in said.get(label, "").split("; ") if name.strip()]
        terms += [Term(name, "zh" if has_han(name) else "en", status=status) for name in names]
    pinyin = said.get("said: ", "").split("  ")[0]
    context = said.get("“", "").removesuffix("”")
    found = kind(said.get("kind: ", ""))
    return Row(tuple(terms), found, said.get("note: ", ""), context, pinyin=pinyin) if terms else None
