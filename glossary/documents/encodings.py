"""What encoding bytes are in, and their text.

The encoding is the byte order mark's; else UTF-8 if the bytes are that; else Big5 or GB18030, whichever gives
the more plausible Han text by the table ``common_characters``. What is plausible in none is refused.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from functools import cache

from glossary.errors import EncodingError, UnreadableError
from glossary.tables import rows

__all__ = ["beginning", "decode"]

_HEAD = 2048  # bytes in which a text says what it is
SAMPLE = 1 << 16  # bytes, or code points, looked at to judge a text
BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDER = {  # a name people give -> what files so named really hold, in the order to try
    "big5": ("cp950", "big5hkscs"),
    "cp950": ("cp950", "big5hkscs"),
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
}
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # not tab, newlines, form feed or escape
NAME_ENCODING = "Name its encoding with --encoding, for example --encoding cp1252"
NO_MARK = re.compile(rb"(?:[\x01-\xff]\0){8}|(?:\0[\x01-\xff]){8}")

PUNCTUATION = frozenset("，。、；：？！（）「」『』《》〈〉“”‘’—…·‧－　【】％．／～・–\xa0°×")
FLOOR = 1.6  # mean weight below which no Chinese text was found; see the test
LUCK = 16  # continuation bytes: longer Big5 or GB18030 is not UTF-8 by chance
MIXED_HAN = 2  # Han characters in UTF-8 that make a line UTF-8 for certain


def beginning(data: bytes) -> bytes:
    r"""The first letters of a text in small ones, as ASCII in whatever Unicode encoding it is.

    >>> beginning("\ufeff <TMX version".encode("utf-16-le"))
    b'<tmx version'
    """
    return data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()


def decode(data: bytes, *, path: str, encoding: str | None) -> str:
    """The text of the bytes, in the encoding named or else found."""
    if encoding is not None:
        text = _decode_as_told(data, path=path, encoding=encoding)
        _refuse_binary(text[:SAMPLE].encode("utf-8", "replace"), path, has_nul="\0" in text)
        return text
    for mark, marked in BOMS:
        if data.startswith(mark):
            text = _strict(data, marked, path=path)
            _refuse_binary(text[:SAMPLE].encode("utf-8", "replace"), path, has_nul="\0" in text)
            return text
    if b"\0" in data and _is_unmarked(data[:SAMPLE]):
        hint = "Name it with --encoding utf-16-le or --encoding utf-16-be"
        raise EncodingError("looks like UTF-16 without a byte order mark", where=f"{path}:1", hint=hint)
    _refuse_binary(data[:SAMPLE], path, has_nul=b"\0" in data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error.start, path=path)
    return _decode_by_luck(data) if 0 < len(data) - len(text) <= LUCK and _is_odd(text) else text


def _is_unmarked(sample: bytes) -> bool:
    r"""Whether the bytes look like UTF-16 without a mark: pairs that are half empty, and none that is all so.

    >>> _is_unmarked("He Lifeng 何立峰".encode("utf-16-le")), _is_unmarked(b"\x7fELF" + b"\2\0" * 9 + bytes(4))
    (True, False)
    """
    empty = sample[: len(sample) & ~1].decode("utf-16-le", "replace").count("\0")
    return not empty and NO_MARK.search(sample) is not None


def _is_odd(text: str) -> bool:
    """Whether the text runs letters of two alphabets together or has unassigned characters.

    >>> _is_odd("ʷӛ"), _is_odd("Çelik, Αθήνα")
    (True, False)
    """
    runs = re.findall(r"[^\x00-\x7f]+", text)
    if any(unicodedata.category(character) == "Cn" for run in runs for character in run):
        return True
    if max(text) > "\u07ff":
        return False
    return any(len({unicodedata.name(c, "none").split()[0] for c in run}) > 1 for run in runs)


def _decode_by_luck(data: bytes) -> str:
    """The text of a few bytes that are UTF-8 perhaps only by chance: 史記 in GB18030 is ʷӛ in UTF-8."""
    score, encoding = max((_score(data, encoding), encoding) for encoding in ("big5", "gb18030"))
    name = encoding if score >= FLOOR else "utf-8"
    return _decode_as_told(data, path="", encoding=name)


def _refuse_binary(sample: bytes, path: str, *, has_nul: bool) -> None:
    """Nothing, or an error if there is a NUL or over 2 % control characters; text has next to none."""
    if has_nul or len(CONTROLS.findall(sample)) > 2 + len(sample) // 50:
        raise UnreadableError("looks binary, not text", where=path, hint="Convert it to text first")


def _decode_as_told(data: bytes, *, path: str, encoding: str) -> str:
    """The text in the encoding a user named; the wider form of it where files usually hold that."""
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(encoding, "replace")  # codecs that do not give text, such as base64, fail here
    except (LookupError, ValueError) as error:
        hint = "Use a name such as utf-8, big5, gb18030, utf-16 or cp1252"
        raise EncodingError(f"unknown encoding {encoding[:40]!r}", where=path, hint=hint) from error
    for wider in WIDER.get(name, (name,))[:-1]:
        try:
            return data.decode(wider)
        except UnicodeError:
            continue
    return _strict(data, WIDER.get(name, (name,))[-1], path=path)


def _strict(data: bytes, encoding: str, *, path: str) -> str:
    """The text of the bytes in this encoding, or an error that names the line of the first bad byte."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise EncodingError(
            f"byte 0x{data[error.start]:02x} is not {encoding}",
            where=f"{path}:{_last_line(before)}",
            hint=NAME_ENCODING,
        ) from error
    except UnicodeError as error:
        raise EncodingError(f"is not {encoding}", where=f"{path}:1", hint=NAME_ENCODING) from error


def _decode_legacy(data: bytes, bad: int, *, path: str) -> str:
    """The text of bytes that are not UTF-8 from offset ``bad`` on: Big5 or GB18030, or an error."""
    _refuse_mixed(data, path=path)
    line_start = data.rfind(b"\n", 0, bad) + 1
    sample = data[max(line_start, bad - SAMPLE) : bad + SAMPLE]
    if line_start < bad - SAMPLE:  # a long line: begin where a character begins
        sample = data[bad : bad + SAMPLE]
    scored = [(_score(sample, encoding), encoding) for encoding in ("utf-8", "big5", "gb18030")]
    score, encoding = max(scored)
    if encoding == "utf-8" or score < FLOOR:
        raise _not_text(data, bad, path=path)
    return _decode_as_told(data, path=path, encoding=encoding)


def _last_line(before: str) -> int:
    """The number of the line that comes at the end of this text."""
    return before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def _not_text(data: bytes, bad: int, *, path: str) -> EncodingError:
    """The error for bytes that are no UTF-8 and no plausible Chinese either."""
    line = _last_line(data[:bad].decode("utf-8", "replace"))
    problem = f"byte 0x{data[bad]:02x} is not UTF-8, and it is no plausible Big5 or GB18030"
    return EncodingError(problem, where=f"{path}:{line}", hint=NAME_ENCODING)


def _refuse_mixed(data: bytes, *, path: str) -> None:
    """Nothing, or an error if some lines are Han text in UTF-8 and others are not UTF-8."""
    previous: bool | None = None
    for number, line in enumerate(data.splitlines(), start=1):
        found = None if line.isascii() else _is_utf8_line(line)
        if found is not None and previous is not None and found != previous:
            kind = "UTF-8" if found else "not UTF-8"
            raise EncodingError(
                f"mixed encodings: this line is {kind}, unlike those before it",
                where=f"{path}:{number}",
                hint="Save the text in one encoding, or name the main one with --encoding",
            )
        previous = previous if found is None else found


def _is_utf8_line(line: bytes) -> bool | None:
    """Whether the line is Han text in UTF-8; None where another encoding could look so by chance."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if sum("㐀" <= character <= "鿿" for character in text) < MIXED_HAN:
        return None
    legacy = max(_score(line, "big5"), _score(line, "gb18030"))
    return True if _score(line, "utf-8") > legacy else None


def _score(sample: bytes, encoding: str) -> float:
    """How plausible the sample is as Chinese text in this encoding.

    It is the mean weight of the characters beyond ASCII, ``-inf`` where the bytes do not decode. The
    sample may end within a character. In UTF-8, bad bytes count as very rare characters: it may be damaged text.

    >>> name = "蔡英文".encode("big5")
    >>> _score(name, "big5") > _score(name, "gb18030")
    True
    """
    names = WIDER.get(encoding, (encoding,))
    for name in names:
        decoder = codecs.getincrementaldecoder(name)("replace" if name == "utf-8" else "strict")
        try:
            text = decoder.decode(sample, final=False)
        except UnicodeDecodeError:
            continue
        return _mean_weight(text, hant=encoding == "big5")
    return -math.inf


def _mean_weight(text: str, *, hant: bool) -> float:
    """The mean weight of the characters beyond ASCII, ``-inf`` if there are none."""
    counts = Counter(character for character in text if character > "\x7f")
    if not counts:
        return -math.inf
    weights = _weights(hant=hant)
    total = 0.0
    for character, count in counts.items():
        weight = weights.get(character)
        total += count * (_weight_of_other(character) if weight is None else weight)
    return total / counts.total()


@cache
def _weights(*, hant: bool) -> dict[str, float]:
    """The log of each common character's frequency per million in one script."""
    table = (
        (character, float(simplified), float(traditional))
        for character, simplified, traditional in rows("common_characters")
    )
    if hant:  # Big5 has no simplified characters
        shares = {character: traditional for character, _, traditional in table}
    else:  # GB18030 holds traditional text too, but seldom
        shares = {character: max(simplified, traditional / 5) for character, simplified, traditional in table}
    weights = {character: math.log(share) for character, share in shares.items() if share}
    return weights | dict.fromkeys(PUNCTUATION, math.log(2000))


@cache
def _weight_of_other(character: str) -> float:
    """The weight of a character that is not in the table, by its kind."""
    if character == "\ufffd":
        return math.log(1e-4)
    category = unicodedata.category(character)
    if category in {"Co", "Cn", "Cc", "Cs"}:  # private use, unassigned: never in text
        return math.log(1e-3)
    if category == "Lo" and "一" <= character <= "鿿":
        return math.log(0.1)
    if "À" <= character <= "ɏ" or "Ḁ" <= character <= "ỿ":  # pinyin and other Latin letters with marks
        return math.log(50.0)
    return math.log(2.0) if category[0] == "L" else math.log(0.5)  # kana, Greek, bopomofo; other signs
