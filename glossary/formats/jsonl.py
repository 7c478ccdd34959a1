"""JSON Lines: everything an entry holds, one entry a line; the format to keep, compare and merge.

Spec: jsonlines.org; UTF-8, LF; each line is the JSON object of an :class:`~glossary.model.Entry`, its keys in the order
of the fields there, lines in the order of the ids. Reading is strict: a key or value that the types do not know is a
fault, and so are an id that stands twice, a time beyond the year 10000 and a decision that cannot be done; blank lines
and a byte order mark are passed over.

Limits: none; rejected entries are kept. JSON has no infinity: an infinite weight cannot be read back.
Writing and reading stream.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from glossary.errors import SyntaxFault
from glossary.model import Decision, Entry, Kind, Verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import msgspec

    from glossary.formats.format import Options, ReadOptions
    from glossary.formats.losses import Report

__all__ = ["decode", "each", "encode", "read", "restored", "write"]

_BOM = b"\xef\xbb\xbf"
_END_OF_TIME = 253_402_300_800  # the year 10000, in seconds since 1970
_KINDS = frozenset(map(str, Kind))
_OF_SOMETHING = frozenset(Verb) - {Verb.APPROVE, Verb.REJECT, Verb.REOPEN, Verb.KIND, Verb.READING, Verb.NOTE}


@cache
def _encoder() -> msgspec.json.Encoder:
    import msgspec

    return msgspec.json.Encoder()


@cache
def _decoder() -> msgspec.json.Decoder[Entry]:
    import msgspec

    return msgspec.json.Decoder(Entry)


def encode(entry: Entry) -> bytes:
    """The JSON of an entry, without a line end.

    >>> from glossary.model import Kind
    >>> encode(Entry("e1", Kind.PLACE, ()))[:33]
    b'{"id":"e1","kind":"place","terms"'
    """
    return _encoder().encode(entry)


def decode(line: bytes, *, where: str) -> Entry:
    """The entry whose JSON ``line`` is.

    Raises:
        SyntaxFault: not JSON, not the JSON of an entry, or one that cannot be; names the value at fault.

    >>> decode(b'{"id":"e1","kind":"place","terms":[]}', where="a.jsonl:1").kind
    <Kind.PLACE: 'place'>
    >>> decode(b'{"id":"e1","kind":"town","terms":[]}', where="a.jsonl:1")
    Traceback (most recent call last):
    glossary.errors.SyntaxFault: a.jsonl:1: not an entry: Invalid enum value 'town' - at `$.kind`...
    """
    import msgspec

    try:
        entry = _decoder().decode(line)
        # What we wrote ourselves comes out the same; only other lines are searched for keys that would be lost.
        surplus = "" if encode(entry) == line else _surplus(msgspec.json.decode(line), entry, path="$")
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise _fault(str(fault), where=where) from fault
    if surplus:
        raise _fault(f"unknown key at `{surplus}`", where=where)
    if problem := next(_impossible(entry), ""):
        raise _fault(problem, where=where)
    return entry


def _impossible(entry: Entry) -> Iterator[str]:
    """What in the entry is of the right type and still cannot be."""
    times = {"modified": entry.modified, "added": entry.added}
    times |= {f"decisions[{place}].time": said.time // 1_000_000 for place, said in enumerate(entry.decisions)}
    for path, time in times.items():
        if not 0 <= time < _END_OF_TIME:
            yield f"Not a time before the year 10000 - at `$.{path}`"
    for place, decision in enumerate(entry.decisions):
        if problem := _not_done(decision):
            yield f"{problem} - at `$.decisions[{place}].text`"


def _not_done(decision: Decision) -> str:
    """Why what a decision says cannot be done; empty where it can."""
    verb, text = decision.verb, decision.text
    if verb is Verb.KIND and text not in _KINDS:
        return f"Invalid kind {text!r}"
    if verb is Verb.READING and not _are_syllables(text.split()):
        return f"{text!r} is no reading in pinyin with numbers"
    return f"Nothing to {verb}" if verb in _OF_SOMETHING and not text.strip() else ""


def _are_syllables(said: list[str]) -> bool:
    from glossary.lang.pinyin import syllables

    return bool(said) and syllables(" ".join(said), len(said)) == tuple(said)


def _fault(problem: str, *, where: str) -> SyntaxFault:
    return SyntaxFault(
        f"not an entry: {problem}", where=where, hint="Put that line right, or export the glossary again"
    )


def _surplus(raw: Any, typed: Any, *, path: str) -> str:  # noqa: ANN401 - JSON is of any type
    """The path of the first key in ``raw`` that ``typed`` has no field for, or nothing."""
    if isinstance(raw, dict) and hasattr(typed, "__match_args__"):
        pairs = [(f"{path}.{key}", value, getattr(typed, key, None)) for key, value in raw.items()]
        unknown = [f"{path}.{key}" for key in raw if key not in typed.__match_args__]
    elif isinstance(raw, list):
        pairs = [(f"{path}[{n}]", *both) for n, both in enumerate(zip(raw, typed, strict=True))]
        unknown = []
    else:
        return ""
    deeper = (_surplus(value, below, path=place) for place, value, below in pairs)
    return next(iter(unknown), "") or next(filter(None, deeper), "")


def restored(line: bytes) -> Entry:
    """The entry that :func:`encode` made the line of."""
    return _decoder().decode(line)


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:  # noqa: ARG001
    """Writes each entry whole and returns their number."""
    count = 0
    for entry in entries:
        count += 1
        stream.write(encode(entry) + b"\n")
    return count


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Entry]:  # noqa: ARG001 - no choice
    """The entries in the order of the lines; ``where`` is the path shown in a fault.

    Raises:
        SyntaxFault: at ``where:line``, a line that is not an entry or repeats an id.

    >>> from io import BytesIO
    >>> from glossary.formats.format import ReadOptions
    >>> lines = BytesIO(b'{"id":"e1","kind":"place","terms":[]}')
    >>> [entry.id for entry in read(lines, where="a.jsonl", options=ReadOptions())]
    ['e1']
    """
    for found in each(stream, where=where):
        if isinstance(found, SyntaxFault):
            raise found
        yield found


def each(stream: BinaryIO, *, where: str) -> Iterator[Entry | SyntaxFault]:
    """The same, with the fault of a line that is not an entry in its place; the other lines are still read."""
    seen: dict[str, int] = {}
    for number, line in enumerate(stream, start=1):
        text = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if not text:
            continue
        place = f"{where}:{number}"
        try:
            entry = decode(text, where=place)
        except SyntaxFault as fault:
            yield fault
            continue
        if entry.id in seen:
            yield _fault(f"the id {entry.id!r} stands in line {seen[entry.id]} too", where=place)
            continue
        seen[entry.id] = number
        yield entry
