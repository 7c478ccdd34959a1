"""The typed parts of a gloss: ``TSMC, 台積電`` is an acronym and a Han name, ``圖：法新社`` a remark.

A gloss is split at commas, semicolons and slashes, and a part that holds both scripts at the spaces between them.
Labels (``pinyin:``, ``英語：``) say what the part after them is; an unknown label makes it a remark, as it names
something else (``美：TSLA``, ``圖：法新社``). Labels and remark openers are tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from glossary import tables
from glossary.lang import companies
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.romanization.spellings import syllables, systematic
from glossary.lang.script import HAN
from glossary.model import Slot, SlotKind, Span

__all__ = ["introduces", "split"]

# Not a separator: a comma before Inc or Jr, which belong to the name, and a slash inside a Latin word (TCP/IP, AC/DC).
_SEPARATOR = (
    r"[;；、，]| [—–-] (?=[A-Za-z])|,(?!\s*(?:TAILS|Jr|Sr|D\.C)\b)"
    r"|(?<![A-Za-z])[/／]|[/／](?![A-Za-z])|(?<=[A-Za-z]) ?或 ?(?=[A-Z])|(?<=[」”』])或(?=[「“『])"
    rf"|(?<=[”\"]) or (?:the )?(?=[“\"])|(?<=[{HAN}])[|｜](?=[{HAN}])"
    r"|(?<=[a-z]) or (?=[A-Z]{2,8}s?(?:[,;]|$))"
)
_MARKS = "\"'“”‘’*_`"
# A part without spaces and marks around it, and without a bracket that explains a Han name.
_BARE = re.compile(rf"[\s{_MARKS}]*(.*?)[\s{_MARKS}]*", re.DOTALL)
_INNER = re.compile(rf"([{HAN}·]+)(?:\s*[(（]|\s+[\d=]).*", re.DOTALL)
# A Latin name that another bracket glosses, which is a candidate itself: ivory cards [牙牌].
_GLOSSED = re.compile(rf"([^{HAN}()（）\[\]［］]*?)\s*[(（\[［][^)）\]］]*[{HAN}].*", re.DOTALL)
_LANGUAGE = "(?:英|法|德|日|中|西|葡)[文語语]|[常亦也又或他她其]"
# How a further name is introduced besides the words in the table: often shortened to, formerly spelled, until 1945.
_SAID = (
    r"(?:(?:hereinafter|hereafter|henceforth|then|also|often|usually|commonly|professionally|sometimes|formerly|previously"
    r"|originally|better|now|later|once) )*"
    r"(?:known|called|named|spelled|spelt|written|romani[sz]ed|translated|glossed"
    r"|rendered|abbreviated|shortened|transliterated|pronounced|referred to|short)"
    r"(?: as| to| for)?\b|(?:before|until|till|since|from|after) \d{4}\b|即(?=[A-Z]{2,8}$)"
    r"|(?:中國|中国|大陸|大陆|內地|内地|[台臺]灣|台湾|香港|港澳|新馬|新马)(?:又?[譯译稱称](?:[作為为]|名為|名为)?)(?=[「“]?[^0-9A-Z])"
)
_JOINER = re.compile(r"[\s*_]+(?:or|and)$")
# A further name begins with a capital, Han or a quotation mark, a meaning with any letter.
_NAMED = re.compile(rf"(?:the )?[\"“‘'*_「《]*[A-ZÀ-Þ{HAN}]|[\"“][a-z]")
_MEANT = re.compile(r"[\"“‘'*_]*[A-Za-zÀ-ɏ]")
_FOOTNOTE = re.compile(r"[\^!@#$]")
_KANA = re.compile(r"[\u3041-\u30ff\uac00-\ud7a3]")
# Between a Han name and a Latin one: spaces or marks. Without either they are one name (T-security擎雷, 卡拉OK).
_TWO_SCRIPTS = re.compile(
    rf"(?<=[{HAN}》」』])[\s{_MARKS}]+(?=[A-Za-zÀ-ɏ]|[(（][a-z])|(?<=[A-Za-zÀ-ɏ.)])[\s{_MARKS}]+(?=[{HAN}《「『])"
)
_LABEL = re.compile(r"([^:：]{1,40}?)[\s*_]*[:：]\s*")  # spaces where the address of a link stood
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_NUMBER = re.compile(
    r"(?:民國|民国|西元|公元|昭和|大正)?[\W\d_]*\d[\W\d_]*(?:[A-Za-z]{0,2}|[年月日號号世紀纪至比歲岁個个名位次度元時时分秒樓楼層层台臺頻频道期屆届版人家–—\W\d]*)"
)
_Part = tuple[SlotKind, str, int]  # its text, and where it begins
# A title and a subtitle in Latin letters, of two words at least: 2001: A Space Odyssey.
_SUBTITLED = re.compile(r"(?:[A-Z][\w’'&.-]*|\d{1,4})(?: [\w’'&.-]+)*")
_SUBTITLE = re.compile(r"(?:The |An? )?[A-Z][\w’'-]*(?: [\w’'&-]+)+")
_SHORTEST_TITLE = 5  # characters before a colon; labels are shorter
_NAME = re.compile(rf"[{HAN}]{{1,12}}").fullmatch
# Days and years in English (3 February 1899 – 24 August 1966, 307 to 365), and an amount of money (NT$50).
_DATE = re.compile(
    r"(?=.*(?:\d{4}|\d\D+\d)|[A-Z][a-z]{2,8}\.? \d{1,2}$)"
    r"(?:(?:(?<!\d)\d{1,4}(?:st|nd|rd|th|s)?\b|(?:to|or|and|until|circa|BCE?|CE|AD)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?|ca?\.|B\.C\.|A\.D\.)[\s,?–—-]*)+"
)
_MONEY = re.compile(r"[A-Z]{0,3}[$€£¥]\s?\d.*")
# A year of a reign: 明治十年, 嘉靖四十五年.
_REGNAL = re.compile(
    rf"[{HAN}]{{0,4}}[元〇零一二三四五六七八九十百]+年(?:[閏闰]?[正一二三四五六七八九十臘腊]+月.{{0,5}})?"
)
# A place in the same text (附錄一, 圖3), a citation (陳2015).
_REFERENCE = re.compile(
    rf"(?:附錄|附录|附圖|附图|附表|圖|图|表|註|注|第)[一二三四五六七八九十\d]+[章節节頁页]?"
    rf"|[{HAN}]等? ?(?:19|20)\d\d[a-z]?"
)
# A share with its exchange: TSLA-US, 2330.TW, NASDAQ: TSLA.
_SHARE = re.compile(
    r"[A-Z0-9]{1,6}[-.](?:US|TW|TWO|TT|HK|CN|CH|SS|SH|SZ|JP|KS|KR|LN|UK|DE|FR|SG|AU|CA|N|O|OQ)|(?:TWSE|TPEx|NYSE|NASDAQ|HKEX|SEHK)[:：\s].*"
)
_SENTENCE = re.compile(r"[。…]|[！？!?].|[,，;；].*[,，;；]")


def split(inside: str, offset: int) -> tuple[Slot, ...]:
    """The slots of the gloss text ``inside``, which begins at ``offset`` of the document.

    >>> [(slot.kind.value, slot.text) for slot in split("TSMC, 台積電", 0)]
    [('acronym', 'TSMC'), ('han', '台積電')]
    >>> [(slot.kind.value, slot.text) for slot in split("Chinese: 司馬遷; pinyin: Sima Qian; born 145 BC", 0)]
    [('han', '司馬遷'), ('romanization', 'Sima Qian'), ('remark', 'born 145 BC')]
    """
    return tuple(
        [Slot(kind, text, Span(offset + place, offset + place + len(text))) for kind, text, place in _parsed(inside)]
    )


@lru_cache(1 << 13)
def _parsed(inside: str) -> tuple[_Part, ...]:
    """The kind, the text and the place of each part."""
    if _NAME(inside) and not (inside[:2] in _openers() or inside[-1] == "年" or _is_foreign(inside)):
        return ((SlotKind.HAN, inside, 0),)  # nine glosses in ten: quick
    return tuple(chain.from_iterable(_slot(inside, part) for part in _parts(inside) if inside[slice(*part)].strip()))


def _parts(inside: str) -> Iterator[tuple[int, int]]:
    """The bounds of the parts, split at separators and then between scripts."""
    start = 0
    for found in _separator().finditer(inside):
        yield from _by_script(inside, start, found.start())
        start = found.end()
    yield from _by_script(inside, start, len(inside))


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(_SEPARATOR.replace("TAILS", companies.spelt("tail")))


def _by_script(inside: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = _opener_end(inside, start, end)
    if _is_remark(inside[start:end].lstrip()):
        yield start, end
        return
    for found in _TWO_SCRIPTS.finditer(inside, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _slot(inside: str, part: tuple[int, int]) -> Iterator[_Part]:
    """What the part holds; two things where a romanization is a label: ya: elegant."""
    start, end = part
    label = _LABEL.match(inside, start, end)
    kind = _labelled(label.group(1)) if label else None
    if label and kind is SlotKind.REMARK:
        said = label.group(1).strip(f" {_MARKS}")
        if _is_syllable(said):
            yield SlotKind.ROMANIZATION, said, inside.index(said, start)
            start, kind = label.end(), None
        elif is_acronym(said) and _SUBTITLE.fullmatch(inside, label.end(), end):  # AGM: Annual General Meeting
            yield SlotKind.ACRONYM, said, inside.index(said, start)
            start, kind = label.end(), None
        elif _is_title(label.group(1), inside[label.end() : end]):
            kind = None
    elif label:
        start = label.end()
    found = _BARE.fullmatch(inside, start, end)
    assert found is not None
    text = _JOINER.sub("", found.group(1))
    if inner := _INNER.fullmatch(text) or _GLOSSED.fullmatch(text):
        text = inner.group(1)
    if text:
        yield (
            _kind(text) if kind is None or (kind is SlotKind.LATIN and _HAN.search(text)) else kind,
            text,
            found.start(1),
        )


def _opener_end(inside: str, start: int, end: int) -> int:
    """Where the part begins behind words that introduce another name or a translation: also known as | Kulaljuc."""
    while start < end and inside[start].isspace():
        start += 1
    opener = _further().match(inside, start, end)
    if opener is None:
        return start
    name = _MEANT if opener.lastgroup == "meaning" else _NAMED
    return opener.end() if name.match(inside, opener.end(), end) else start


@cache
def _further() -> re.Pattern[str]:
    """What introduces a further name or a meaning, in groups of these names; the longest first."""
    groups = [f"(?P<said>{_SAID})"]
    for place in ("name", "meaning"):
        texts = sorted((text for text, where in tables.rows("remarks") if where == place), key=len, reverse=True)
        words = "|".join(re.escape(text) + (r"\b" if text[-1].isalpha() and text.isascii() else "") for text in texts)
        groups.append(f"(?P<{place}>{words})")
    return re.compile(rf"(?:{_LANGUAGE})?(?:{'|'.join(groups)})[為为]?[\s:：,]*", re.IGNORECASE)


@cache
def _openers() -> frozenset[str]:
    """The two characters that words which introduce another name begin with."""
    return frozenset(text[:2] for text, place in tables.rows("remarks") if place == "name")


def _is_syllable(label: str) -> bool:
    """Whether the label is a syllable of a romanization, in small letters."""
    parts = syllables(label)
    return label.islower() and len(parts) == 1 and parts[0] in systematic()


def _is_title(before: str, after: str) -> bool:
    """Whether what stands before a colon is a title and the rest its subtitle: 2004台北雙年展：在乎現實嗎？"""
    if _SUBTITLED.fullmatch(before) and _SUBTITLE.fullmatch(after):
        return not _is_remark(before)
    return len(_HAN.findall(before)) >= _SHORTEST_TITLE and bool(_HAN.search(after)) and not _is_remark(before)


def _labelled(label: str) -> SlotKind:
    """What the label says that the part after it is; a label that the table does not know introduces a remark."""
    return _labels().get(" ".join(label.strip(f" {_MARKS}").casefold().split()), SlotKind.REMARK)


@cache
def _labels() -> dict[str, SlotKind]:
    return {label: SlotKind(kind) for label, kind in tables.rows("labels")}


def _is_foreign(inside: str) -> bool:
    """Whether a gloss of Han alone is a remark or Japanese."""
    return _is_remark(inside) or _REFERENCE.fullmatch(inside) is not None or _is_japanese(inside)


def _is_japanese(text: str) -> bool:
    """Whether the text holds a character that only Japanese writes so."""
    return not _japanese().isdisjoint(text)


@cache
def _japanese() -> frozenset[str]:
    return frozenset("".join(tables.words("japanese")))


def _is_remark(text: str) -> bool:
    """Whether the text begins or ends like a remark."""
    opening = _openings().get(text[:1].casefold())
    return text.endswith(_endings()) or (opening is not None and opening.match(text) is not None)


def introduces(text: str) -> bool:
    """Whether a remark begins with a word that introduces examples or a reference, whatever follows in the gloss.

    >>> introduces("如 host"), introduces("see Appendix B"), introduces("born 1955")
    (True, True, False)
    """
    return any(text.casefold().startswith(word) for word, place in tables.rows("remarks") if place.startswith("list"))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(text for text, place in tables.rows("remarks") if place == "end")


@cache
def _openings() -> dict[str, re.Pattern[str]]:
    """What begins a remark, by its first letter or character."""
    patterns: dict[str, list[str]] = {}
    for text, place in tables.rows("remarks"):
        if place not in {"end", "name", "meaning"}:
            after = r"\b" if text[-1].isascii() and text[-1].isalpha() else ""
            other = r"(?=[\s\dA-Za-z「“\"《])" if place.endswith("before-other") else ""
            patterns.setdefault(text[0].casefold(), []).append(re.escape(text) + after + other)
    return {first: re.compile("|".join(several), re.IGNORECASE) for first, several in patterns.items()}


def _kind(text: str) -> SlotKind:
    """What a part without a label is."""
    if (
        _NUMBER.fullmatch(text)
        or _DATE.fullmatch(text)
        or _MONEY.fullmatch(text)
        or _REGNAL.fullmatch(text)
        or _REFERENCE.fullmatch(text)
        or _SHARE.fullmatch(text)
        or _FOOTNOTE.match(text)
        or _KANA.search(text)
        or _is_japanese(text)
        or _is_remark(text)
        or _further().match(text)  # and no name after it
    ):
        return SlotKind.REMARK
    if _HAN.search(text):
        return SlotKind.REMARK if _SENTENCE.search(text) else SlotKind.HAN
    if is_acronym(text):
        return SlotKind.ACRONYM
    if _LATIN.search(text):
        return SlotKind.ROMANIZATION if is_toned(text) else SlotKind.LATIN
    return SlotKind.REMARK
