"""Text with its markup blanked out, character for character, so that names in it stand free and offsets stay.

HTML tags and entities of spaces; links of Markdown, AsciiDoc, Org, reStructuredText and MediaWiki; bold, italic and
templates of languages of the latter; what LaTeX stresses. What a link shows, is stressed or stands under its gloss is
put between ``*`` marks, as the author marked it as one thing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.lang.script import HAN

__all__ = ["TARGET", "blank"]

_ENTITY = r"&(?:nbsp|ensp|emsp|thinsp|#160|#xA0);"
_NO_VOWEL = "(?![aeiouAEIOU{])"
_ESCAPE = rf"\\(?=[\"']{_NO_VOWEL})"
_ADDRESS = re.compile("link:|https?://")
_LABEL = re.compile(r"\[(?<=[^\s\[\]]\[)")  # right behind an address
# How all markup but a label begins or ends, with the character that this begins with.
_SIGNS = (
    ("<", re.compile("<")),
    ("'", re.compile("''")),
    ("{", re.compile("{{")),
    ("&", re.compile(_ENTITY)),
    ("\\", re.compile(rf"\\(?:text|emph|under)|{_ESCAPE}")),
    ("]", re.compile(r"\](?:[(\[\]（]| [(（])")),
)
# What stands for a tag: where it ends a cell, or a row, an item or a line, and beside what stands under its gloss.
_TAGS = {
    **dict.fromkeys(("</td>", "</th>", "</dt>"), "|"),
    **dict.fromkeys(("</tr>", "</dd>", "</li>", "</p>", "<br>", "<br/>", "<br />"), "\n"),
    "<rt>": "(",
    "</rt>": ")",
}


class _Kind(NamedTuple):
    """How markup of a kind is written, and the marks before and after what each of its groups keeps of it."""

    pattern: str
    kept: tuple[tuple[str, str], ...] = ()


_STRESSING = r"(?:a|b|i|em|strong|cite|u|dfn)\b[^<>\n]{0,300}>"
_FALLBACK = r"<rp>[^<>\n]{0,3}</rp>"  # a bracket for programs that do not know ruby
_BEGIN, _END = r"\{\{", r"\}\}"  # of a template
_CODE, _VALUE = r"([a-z]{2,3}(?:-[A-Za-z]{2,4})?)", r"([^{}|\n]{1,120})"
_LABELLED = r"\[([^\[\]\n]{1,120})\]"
_GLOSSED = rf"(?:[{HAN}] ?[(（][A-Za-zÀ-ɏ]|[A-Za-zÀ-ɏ] ?[(（][{HAN}])"
_ONE_THING = ("*", "*")
# Where a link of Markdown leads, brackets in it too, and its title.
TARGET = r"[^()\s]{1,600}(?:\([^()\s]{0,100}\)[^()\s]{0,300}){0,3}(?:\s+(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?"

# Each kind is tried in this order. An empty group says where the marks of what keeps nothing are.
_KINDS = {
    # in a bracket or a list: {{lang-en|Paul Erdős}}
    "template_of_language": _Kind(
        rf"(?:(?<=[(（,，;；、])|(?<=[,;] )){_BEGIN}lang[-|]{_CODE}\|{_VALUE}{_END}", (("lang-", ":"), ("", ""))
    ),
    # {{link-en|水石山路小學|Waterloo Road School}}
    "template_of_link": _Kind(
        rf"{_BEGIN}(?:link-en|le)\|{_VALUE}\|{_VALUE}(?:\|[^{{}}|\n]{{1,120}})?{_END}", (("|", "("), ("", ")"))
    ),
    # {{tsl|en|Waterloo Road School|水石山路小學}}
    "template_of_translation": _Kind(
        rf"{_BEGIN}(?:tsl|translink)\|en\|{_VALUE}\|{_VALUE}{_END}", (("", "("), ("", ")"))
    ),
    # of one base; longer ones are put together of their tags
    "ruby": _Kind(
        rf"<ruby>([^<>\n]{{1,60}})(?:{_FALLBACK})?<rt>([^<>\n]{{1,120}})</rt>(?:{_FALLBACK})?</ruby>",
        (_ONE_THING, ("(", ")")),
    ),
    "stress_opening": _Kind(rf"<{_STRESSING}()", (("*", ""),)),
    "stress_closing": _Kind(rf"()</{_STRESSING}", (("", "*"),)),
    "fallback": _Kind(_FALLBACK),
    # the number of a footnote before a bracket
    "note": _Kind(r"\[\^?\d{1,3}\](?=\s?[(（][^()（）\n/.:#]{1,80}[)）])"),
    # a value of an attribute that glosses a name: <Row value={`那慕尔（Namur）的火车`} />
    "attribute": _Kind(
        rf"<[A-Za-z][^<>\n]{{0,200}}?=\{{?[\"'`]([^\"'`<>\n]{{0,600}}{_GLOSSED}[^\"'`<>\n]{{0,600}})[\"'`]\}}?",
        (("", ""),),
    ),
    "tag": _Kind(r"</?[A-Za-z][^<>\n]{0,300}>"),
    "space": _Kind(_ENTITY),
    # of a quotation mark in a string; LaTeX writes accents of vowels so
    "escape_single": _Kind(rf"(?<=[^\s({{\[,:=])\\()'{_NO_VOWEL}", (("'", ""),)),
    "escape_double": _Kind(rf"(?<=[^\s({{\[,:=])\\()\"{_NO_VOWEL}", (('"', ""),)),
    "escape": _Kind(_ESCAPE),
    # LaTeX: \emph{shown}
    "command": _Kind(r"\\(?:text(?:bf|it|sc|rm|sf|tt)|emph|underline)\{([^{}\n]{1,120})\}", (_ONE_THING,)),
    # Markdown: [shown](address "title"), [shown][label], but not [shown](WHO)
    "link": _Kind(
        rf"!?{_LABELLED}"
        rf"(?:\((?![A-Z]{{2,5}}\)){TARGET}\)|\[[^\[\]\n]{{0,80}}\])",
        (_ONE_THING,),
    ),
    # Org mode, such as [[address][shown]]
    "org_link": _Kind(rf"\[\[[^\[\]\n]{{1,300}}\]{_LABELLED}\]", (_ONE_THING,)),
    # MediaWiki: [[shown]], [[page|shown]]
    "wiki_link": _Kind(r"\[\[(?:[^\[\]|\n]{1,120}\|)?([^\[\]|\n]{1,120})\]\]", (_ONE_THING,)),
    # MediaWiki: ''shown'', '''shown'''
    "wiki_stress": _Kind(r"'{2,5}([^'\s](?:[^'\n]|'(?!')){0,120}?)'{2,5}", (_ONE_THING,)),
    # what an acronym follows, not an address, as in [shown](WHO)
    "before_acronym": _Kind(rf"{_LABELLED}(?=\([A-Z]{{2,5}}\))", (_ONE_THING,)),
    # AsciiDoc: link:address[shown], https://…[shown]
    "asciidoc_link": _Kind(rf"(?:link:|https?://)[^\s\[\]]{{1,300}}{_LABELLED}", (_ONE_THING,)),
    # reStructuredText: `shown <address>`_
    "rest_link": _Kind(r"`([^`<>\n]{1,120}?)\s*<[^<>\s]{1,300}>`__?", (_ONE_THING,)),
}
# Where any of them may begin. One class of characters comes first, which a search looks for seven times as fast as for
# so many kinds.
_BEGINS = re.compile(
    r"[<&'{\\!\[`lh](?:(?<=[\[`])|(?<=<)(?=[/A-Za-z])|(?<=&)(?=[nest#])|(?<=')(?=')|(?<=\{)(?=\{)|(?<=\\)(?=[teu\"'])"
    r"|(?<=!)(?=\[)|(?<=l)(?=ink:)|(?<=h)(?=ttps?:))"
)
_MARKUP = re.compile("|".join(f"{kind.pattern}(?P<{name}>)" for name, kind in _KINDS.items()))


def blank(text: str) -> str:
    """The text of the same length with markup as spaces, and with what links show between ``*``.

    A number in brackets before a bracket is the mark of a footnote, unless that is an address.

    >>> blank("the <b>Palace Museum</b> (故宫)")
    'the   *Palace Museum*    (故宫)'
    >>> blank("<ruby>行为准则<rt>Code of Conduct</rt></ruby>")
    '     *行为准则*  (Code of Conduct)           '
    >>> blank("[Berkeley](https://example.org) (伯克利)")
    '*Berkeley*                      (伯克利)'
    >>> blank("'''Lien Chan''' (連戰)")
    '  *Lien Chan*   (連戰)'
    >>> blank("嘉湖銀座（{{lang-en|Kingswood}}）、{{le|沙宣道|Sassoon Road}}")
    '嘉湖銀座（  lang-en:Kingswood  ）、    |沙宣道(Sassoon Road) '
    >>> blank("蟋蟀乐队[1](The Crickets)")
    '蟋蟀乐队   (The Crickets)'
    """
    if not _may_hold_markup(text):
        return text
    parts: list[str] = []
    done = 0
    for place in map(re.Match.start, _BEGINS.finditer(text)):
        if place >= done and (found := _MARKUP.match(text, place)):
            parts += (text[done:place], _blanked(found))
            done = found.end()
    return "".join((*parts, text[done:]))


def _may_hold_markup(text: str) -> bool:
    """Whether the characters are there without which there is no markup; found at the speed of memory."""
    if any(_holds(text, mark, sign) for mark, sign in _SIGNS):
        return True
    return _holds(text, "[", _LABEL) and _ADDRESS.search(text) is not None


def _holds(text: str, mark: str, sign: re.Pattern[str]) -> bool:
    """Whether the sign, which begins with the mark, is in the text: looking for one character is forty times as fast as
    a search for the pattern.
    """
    place = text.find(mark)
    while place >= 0 and not sign.match(text, place):
        place = text.find(mark, place + 1)
    return place >= 0


def _blanked(found: re.Match[str]) -> str:
    """What was found as spaces but for what is kept of it, or for what stands for a tag."""
    size = found.end() - found.start()
    kept = _KINDS[str(found.lastgroup)].kept
    if not kept:
        return _TAGS.get(found[0].casefold(), "").ljust(size)
    out = ""
    for group, (opening, closing) in enumerate(kept, (found.lastindex or 0) - len(kept)):
        start = found.start(group) - found.start() - len(opening)
        out = f"{out.ljust(start)}{opening}{found[group]}{closing}"
    return out.ljust(size)
