"""Entries made by hand for the tests of the formats: five of a newspaper's kind, and the terms that break formats."""

from __future__ import annotations

from dataclasses import replace

from glossary.model import (
    Certainty,
    Derivation,
    Entry,
    Form,
    Kind,
    Mention,
    Origin,
    Pair,
    Reading,
    Review,
    Source,
    Span,
    Term,
    TermStatus,
    TermType,
)

NEWS = Source(
    "d1", "/home/writer/news/trade.txt", "Trade talks resume", "The Example", "https://example.org/1", "2026-07"
)
MODIFIED = 1_790_000_000  # later than the note type


def hant(text: str, reading: Reading | None = None) -> Term:
    return Term(text, "zh-Hant", status=TermStatus.PREFERRED, reading=reading)


def hans(text: str, reading: Reading | None = None) -> Term:
    return Term(
        text,
        "zh-Hans-CN",
        origin=Origin.DERIVED,
        derivation=Derivation.EXACT,
        reading=reading,
        status=TermStatus.PREFERRED,
    )


def said(pinyin: str, numbers: str, zhuyin: str, *, certainty: Certainty = Certainty.LIKELY) -> Reading:
    return Reading(pinyin, numbers, "", zhuyin, "", certainty)


def stated(english: str, chinese: str, context: str) -> Mention:
    where = Span(0, len(english))
    return Mention(Pair(english, chinese), "d1", Form.EN_BRACKET, where, where, where, 0.99, context, ())


def entry(number: int, english: str, *chinese: Term, kind: Kind = Kind.PERSON, more: tuple[Term, ...] = ()) -> Entry:
    name = chinese[0].text if chinese else ""
    return Entry(
        f"entry-{number}",
        kind,
        (Term(english, "en", status=TermStatus.PREFERRED), *more, *chinese),
        (stated(english, name, f"{english} ({name}) was there."),),
        (NEWS,),
        modified=MODIFIED,
    )


LIFENG = said("Hé Lìfēng", "he2 li4 feng1", "ㄏㄜˊ ㄌㄧˋ ㄈㄥ")
BYTES = said("Zìjié Tiàodòng", "zi4 jie2 tiao4 dong4", "ㄗˋ ㄐㄧㄝˊ ㄊㄧㄠˋ ㄉㄨㄥˋ")
FIVE = (
    entry(1, "He Lifeng", hant("何立峰", LIFENG), hans("何立峰", LIFENG)),
    entry(2, "ByteDance Ltd", hant("字節跳動", BYTES), hans("字节跳动", BYTES), kind=Kind.ORGANIZATION),
    entry(3, "Lin Jian", hant("林劍", said("Lín Jiàn", "lin2 jian4", "ㄌㄧㄣˊ ㄐㄧㄢˋ")), hans("林剑")),
    entry(
        4,
        "Taiwan Semiconductor Manufacturing Co",
        hant("台積電", said("Táijīdiàn", "tai2 ji1 dian4", "ㄊㄞˊ ㄐㄧ ㄉㄧㄢˋ")),
        hans("台积电"),
        kind=Kind.ORGANIZATION,
        more=(Term("TSMC", "en", TermType.ACRONYM),),
    ),
    entry(5, "Jun He", hant("何軍"), hans("何军")),
)
REJECTED = Entry("entry-9", Kind.OTHER, (Term("see below", "en"), hant("見下")), review=Review.REJECTED)

HARD_TERMS = (
    "#1 Co",
    'A, "B" Co',
    '"B" Co',
    "=SUM(A1)",
    "-dash",
    "@home",
    "<b>&amp;</b>",
    "a\tb",
    "two\nlines\n#3",
    "carriage\rreturn",
    "next\x85line\u2028here",
    "{{English}} ]] ::",
    "He（何）Co",
    "Ünïcödé 𠮷野家 🀄",
    "back\\slash\\",
    " ' ",
    "x" * 2000,
)
HARD = tuple(
    entry(number, term, hant(term.replace("Co", "公司")), kind=Kind.OTHER)
    for number, term in enumerate(HARD_TERMS, start=100)
)


def forbidden(found: Entry, text: str, lang: str = "zh-Hant") -> Entry:
    """The entry with a name that is not to be used."""
    return replace(found, terms=(*found.terms, Term(text, lang, status=TermStatus.DEPRECATED, origin=Origin.EDITED)))
