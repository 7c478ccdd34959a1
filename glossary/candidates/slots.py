"""The typed parts of a gloss: ``TSMC, 台積電`` is an acronym and a Han name, ``圖：法新社`` a remark.

A gloss is split at commas, semicolons and slashes, and a part that holds both scripts at the spaces between them.
Labels (``pinyin:``, ``英語：``) say what the part after them is; an unknown label makes it a remark, as it names
something else (``美：TSLA``, ``圖：法新社``). Labels and remark openers are tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import chain

from glossary import tables
from glossary.candidates import remarks
from glossary.lang import companies
from glossary.lang.latin import is_acronym, is_toned, is_usual
from glossary.lang.romanization.spellings import syllables, systematic
from glossary.lang.script import HAN
from glossary.model import Slot, SlotKind, Span

__all__ = ["split"]

# Not a separator: a comma before Inc or Jr, which belong to the name, and a slash inside a Latin word (TCP/IP, AC/DC).
_SEPARATOR = (
    rf"[;；、，]|(?: |(?<=[{HAN}]))[—–-] (?=[A-Za-z\"“‘])|[—–](?=[\"“][a-z])|,(?!\s*(?:TAILS|Jr|Sr|D\.C)\b)"
    r"|(?<![A-Za-z])[/／∕]|[/／∕](?![A-Za-z])|——|(?<=[A-Za-z]) ?或 ?(?=[A-Z])|(?<=[」”』])或(?=[「“『])"
    rf"|(?<=[”\"]) or (?:the )?(?=[“\"])|(?<=[{HAN}])[|｜](?=[{HAN}])"
    rf"|(?<=[a-z]) or (?=[A-Z]{{2,8}}s?(?:[,;]|$))|(?<=[{HAN}]) or (?=[{HAN}])"
)
_TEMPLATE, _BARS = "{{", re.compile(r"[{}|]+")  # of wiki markup
_MARKS = "\"'“”‘’*_`"
# A part without spaces and marks around it, and without a bracket that explains a Han name.
_BARE = re.compile(rf"[\s{_MARKS}]*(?:[=＝≈] ?)?(.*?)[\s{_MARKS}]*", re.DOTALL)
_INNER = re.compile(rf"([{HAN}·]+)(?:\s*[(（]|\s+[\d=]).*", re.DOTALL)
# A Latin name that another bracket glosses, which is a candidate itself: ivory cards [牙牌].
_GLOSSED = re.compile(rf"([^{HAN}()（）\[\]［］]*?)\s*[(（\[［][^)）\]］]*[{HAN}].*", re.DOTALL)
# What may stand before the words of the tables that introduce a further name, and behind a region: 英文又稱, 台灣譯為.
_BEFORE_SAID = "(?:英|法|德|日|中|西|葡)[文語语]|[常亦也又或他她其]"
_ABBREVIATED = "即(?=[A-Z]{2,8}$)"
_TRANSLATED = "(?:又?[譯译稱称](?:[作為为]|名為|名为)?)(?=[「“]?[^0-9A-Z])"
_JOINER = re.compile(r"[\s*_]+(?:or|and)$")
# A further name begins with a capital, Han or a quotation mark, a meaning with any letter.
_NAMED = re.compile(rf"(?:the )?[\"“‘'*_「《]*[A-ZÀ-Þ{HAN}]|[\"“][a-z]")
_BEFORE_NAMES = frozenset(("said", "name"))
_MEANT = re.compile(r"[\"“‘'*_]*[A-Za-zÀ-ɏ]")
_ALIAS = re.compile(r"[\"“‘'*_]*[a-z@][\w.-]*[\"”’'*_]*$")  # of small letters, behind "as": known as kiang
# Between a Han name and a Latin one: spaces or marks, or nothing before a word in small letters (花旦female role).
# Without either they are one name (T-security擎雷, 卡拉OK).
_TWO_SCRIPTS = re.compile(
    rf"(?<=[{HAN}》」』])[\s{_MARKS}]+(?=[A-Za-zÀ-ɏ]|[(（][a-z])|(?<=[{HAN}])(?=[a-z]{{3,}}(?: |$))"
    rf"|(?<=[A-Za-zÀ-ɏ.)])[\s{_MARKS}]+(?=[{HAN}《「『])"
)
_LABEL = re.compile(r"([^:：]{1,40}?)[\s*_]*[:：]\s*")  # spaces where the address of a link stood
_LANGUAGE = re.compile(f"[{HAN}]{{1,6}}[語语]")  # 冰島語：Reykjanesskagi
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_Part = tuple[SlotKind, str, int]  # its text, and where it begins
# A title and a subtitle in Latin letters, of two words at least: 2001: A Space Odyssey.
_SUBTITLED = re.compile(r"(?:[A-Z][\w’'&.-]*|\d{1,4})(?: [\w’'&.-]+)*")
_SUBTITLE = re.compile(r"(?:The |An? )?[A-Z][\w’'-]*(?: [\w’'&-]+)+[?!]?")
_SHORTEST_SENTENCE = 5  # characters that say what somebody or something is: Veto Member: 常任理事国的权力
_SHORTEST_TITLE = 3  # characters before a colon; most labels are shorter
_NAME = re.compile(rf"[{HAN}]{{1,12}}").fullmatch
# Years behind a name: League of Nations:1920-1946, Anton Bruckner 1824–1896.
_DATED = re.compile(r"[^:：]*[A-Za-zÀ-ɏ]( ?[:：] ?\d{3,4}(?: ?[-–—~～] ?\d{2,4})?| \d{4} ?[-–—~～] ?\d{4})")
_SLASHES = re.compile("[/／∕]")
_TWO_NAMES = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]+)+ ?([/／∕]) ?[A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]+)+")
_TWO_WORDS = re.compile(r"([A-ZÀ-Þ]?[a-zà-ÿ-]{4,})([/／∕])([A-ZÀ-Þ]?[a-zà-ÿ-]{4,})")  # Melasma/Chloasma
_MEANING = re.compile(r"[\"“][A-Za-z][^\"“”;]*[\"”]")  # a quotation in Latin letters
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
    quotes = [found.span() for found in _MEANING.finditer(inside)] if '"' in inside or "“" in inside else []
    for found in (_BARS if _TEMPLATE in inside else _separator()).finditer(inside):
        if found[0] == "," and any(first < found.start() < last - 2 for first, last in quotes):
            continue  # a meaning of two words: "heroic, outstanding"
        yield from _alternatives(inside, start, found.start())
        start = found.end()
    yield from _alternatives(inside, start, len(inside))


def _alternatives(inside: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of a part, or of the two names of several words that a slash parts, without years behind a colon."""
    if inside[end - 1 : end].isdigit() and (dated := _DATED.fullmatch(inside, start, end)):
        end = dated.start(1)
    if _SLASHES.search(inside, start, end) and (slash := _parting(inside, start, end)):
        yield from _by_script(inside, start, slash[0])
        start = slash[1]
    yield from _by_script(inside, start, end)


def _parting(inside: str, start: int, end: int) -> tuple[int, int] | None:
    """The slash between two names: of several words, or words that are not both usual, as in Client/Server."""
    if two := _TWO_NAMES.fullmatch(inside, start, end):
        return two.span(1)
    two = _TWO_WORDS.fullmatch(inside, start, end)
    return two.span(2) if two and not (is_usual(two[1]) and is_usual(two[3])) else None


@cache
def _separator() -> re.Pattern[str]:
    """What stands between two parts."""
    return re.compile(_SEPARATOR.replace("TAILS", companies.spelt("tail")))


def _by_script(inside: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of the Han and the Latin in a part that is no remark, without the words that introduce it."""
    start = _opener_end(inside, start, end)
    if remarks.reads_like_remark(inside[start:end].lstrip()):
        yield start, end
        return
    for found in _TWO_SCRIPTS.finditer(inside, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _slot(inside: str, part: tuple[int, int]) -> Iterator[_Part]:
    """What the part holds; two things where its label is a name itself: ya: elegant, AGM: Annual General Meeting."""
    start, end = part
    if _TEMPLATE in inside:
        yield from _parameter(inside, start, end)
        return
    kind: SlotKind | None = None
    if label := _LABEL.match(inside, start, end):
        kind = _labelled(label[1])
        if kind is not SlotKind.REMARK:
            start = label.end()
        elif itself := _own_kind(label, end):
            said = label[1].strip(f" {_MARKS}")
            yield itself, said, inside.index(said, start)
            start, kind = label.end(), SlotKind.REMARK if itself is SlotKind.LATIN else None
        elif _is_title(label[1], inside[label.end() : end]):
            kind = None
    text, place = _bare(inside, start, end)
    if text:
        if kind is None or (kind is SlotKind.LATIN and _HAN.search(text)):
            kind = _kind(text)
        yield kind, text, place


def _parameter(inside: str, start: int, end: int) -> Iterator[_Part]:
    """What a parameter of a template of Wikipedia holds; its name and codes are remarks: {{zh|t=劉戊|p=Liú Wù}}."""
    said, equals, value = inside[start:end].rpartition("=")
    kind = _labelled(said + equals) if equals else SlotKind.HAN if _HAN.search(value) else SlotKind.REMARK
    text, place = _bare(inside, end - len(value), end)
    if text:
        yield kind, text, place


def _own_kind(label: re.Match[str], end: int) -> SlotKind | None:
    """What a label is that names the same as the part after it, to ``end``, or what that tells of; None for others."""
    said = label[1].strip(f" {_MARKS}")
    if _is_syllable(said):
        return SlotKind.ROMANIZATION
    if is_acronym(said):
        return SlotKind.ACRONYM if _SUBTITLE.fullmatch(label.string, label.end(), end) else None
    told = len(_HAN.findall(label.string, label.end(), end)) >= _SHORTEST_SENTENCE
    return SlotKind.LATIN if told and _SUBTITLED.fullmatch(said) and not remarks.reads_like_remark(said) else None


def _bare(inside: str, start: int, end: int) -> tuple[str, int]:
    """The text of a part without what stands around it and without a bracket behind it, and where it begins."""
    found = _BARE.fullmatch(inside, start, end)
    assert found is not None
    text = _JOINER.sub("", found[1])
    inner = _INNER.fullmatch(text) or _GLOSSED.fullmatch(text)
    return inner[1] if inner else text, found.start(1)


def _opener_end(inside: str, start: int, end: int) -> int:
    """Where the part begins behind words that introduce another name or a translation: also known as | Kulaljuc."""
    while start < end and inside[start].isspace():
        start += 1
    opener = _further().match(inside, start, end)
    if opener is None:
        return start
    name = _NAMED if opener.lastgroup in _BEFORE_NAMES else _MEANT
    named = name.match(inside, opener.end(), end)
    if not named and opener[0].rstrip().endswith(" as"):
        named = _ALIAS.match(inside, opener.end(), end)
    return opener.end() if named else start


@cache
def _further() -> re.Pattern[str]:
    """What introduces a further name or a meaning, in groups of these names; the longest first."""
    groups = [f"(?P<said>{_said()})", f"(?P<language>{_in_language()})"]
    for place in ("name", "meaning"):
        texts = sorted(tables.words("remarks", place), key=len, reverse=True)
        groups.append(f"(?P<{place}>{'|'.join(map(remarks.ending_there, texts))})")
    return re.compile(rf"(?:{_BEFORE_SAID})?(?:{'|'.join(groups)})[為为]?[\s:：,]*", re.IGNORECASE)


def _said() -> str:
    """How a further name is introduced besides the words of ``remarks``: often shortened to, until 1945, 大陸譯."""
    words = partial(tables.alternatives, "naming")
    adverbs, verbs = words("adverb", "former", "adverb-inside"), words("verb", "verb-inside", "shortened")
    return (
        rf"(?:(?:{adverbs}) )*(?:{verbs})(?: as| to| for)?\b"
        rf"|(?:{words('year')}) \d{{4}}\b|{_ABBREVIATED}|(?:{words('region')}){_TRANSLATED}"
    )


def _in_language() -> str:
    """What says which language a Latin name is in: 德文作, 拉丁語."""
    labels = [label for label, kind in tables.rows("labels") if kind == SlotKind.LATIN and label[-1] in "語语文"]
    return rf"(?:源[自於于]|[來来]自|原)?(?:{'|'.join(labels)})(?:原?[作文]|[稱称叫寫写]作?|[為为])?(?= ?[A-Za-zÀ-ɏ])"


@cache
def _openers() -> frozenset[str]:
    """The two characters that words which introduce another name begin with."""
    return frozenset(text[:2] for text in tables.words("naming", "region") | tables.words("remarks", "name"))


def _is_syllable(label: str) -> bool:
    """Whether the label is a syllable of a romanization, in small letters."""
    parts = syllables(label)
    return label.islower() and len(parts) == 1 and parts[0] in systematic()


def _is_title(before: str, after: str) -> bool:
    """Whether what stands before a colon is a title and the rest its subtitle: 2004台北雙年展：在乎現實嗎？"""
    if _SUBTITLED.fullmatch(before) and _SUBTITLE.fullmatch(after):
        return not remarks.reads_like_remark(before)
    return (
        len(_HAN.findall(before)) >= _SHORTEST_TITLE
        and before[-1] not in tables.words("remarks", "label")
        and len(_HAN.findall(after)) > 1
        and not remarks.reads_like_remark(before)
    )


def _labelled(label: str) -> SlotKind:
    """What the label says that the part after it is; a label that is not known introduces a remark."""
    bare = " ".join(label.strip(f" {_MARKS}").casefold().split())
    return _labels().get(bare) or (SlotKind.LATIN if _LANGUAGE.fullmatch(bare) else SlotKind.REMARK)


@cache
def _labels() -> dict[str, SlotKind]:
    return {label: SlotKind(kind) for label, kind in tables.rows("labels")}


def _is_foreign(inside: str) -> bool:
    """Whether a gloss of Han alone is a remark or Japanese."""
    looks = (remarks.reads_like_remark, remarks.is_reference, remarks.uses_foreign_characters)
    return any(look(inside) for look in looks)


def _kind(text: str) -> SlotKind:
    """What a part without a label is."""
    if remarks.is_remark(text) or _further().match(text):  # and no name after it
        return SlotKind.REMARK
    if _HAN.search(text):
        return SlotKind.REMARK if _SENTENCE.search(text) else SlotKind.HAN
    if is_acronym(text):
        return SlotKind.ACRONYM
    if _LATIN.search(text):
        return SlotKind.ROMANIZATION if is_toned(text) else SlotKind.LATIN
    return SlotKind.REMARK
