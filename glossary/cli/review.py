"""``glossary review``: go through what was collected and decide, one key for each; or as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary.cli import entry_lines, keyboard
from glossary.cli.options import Database, to_change
from glossary.cli.output import complain, counted, line, note, on_terminal, print_text, printing, spare
from glossary.curation import changes, sheet
from glossary.curation.changes import Wanted
from glossary.curation.choosing import choose
from glossary.errors import EntryError, GlossaryError
from glossary.files import printable, writing
from glossary.formats import columns
from glossary.model import Decision, Entry, Kind, Verb
from glossary.store import Store

__all__ = ["review"]

_HELP = """a  approve            r  reject, with a reason    e  edit names and reading
k  another kind       n  a note                   p  prefer another name
f  forbid a name      m  merge with an entry      u  undo the last decision
s  skip for now       q  stop; what was decided is kept
Esc or Ctrl-C leaves a question as it was."""
_QUESTION = "[a]pprove [r]eject [e]dit [k]ind [n]ote [p]refer [f]orbid [m]erge [u]ndo [s]kip [q]uit ? "
_To: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--to",
        metavar="FILE",
        help="Write a table for a spreadsheet (.xlsx, .csv or .tsv) instead; - for CSV to standard output.",
    ),
]
_SENTENCES = 3  # shown of each entry


def review(
    *,
    database: Database = None,
    kind: Annotated[
        Kind | None, typer.Option("--kind", "-k", metavar="KIND", help="Only entries of this kind.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", "-s", metavar="PATH", help="Only what this text states.")
    ] = None,
    to: _To = None,
    changed: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Take over what was changed in such a table.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Reviewed entries too.")] = False,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="The least sure first, not the newest.")] = False,
) -> None:
    """Approve, correct or reject entries one by one, the newest first, in the order of their texts.

    Each decision is kept at once, so stop at any time and go on later. Without a terminal, answers are read from
    standard input, one a line.
    """
    with to_change(database) as store:
        if changed is not None:
            _take_over(store, changed)
            return
        if source is not None and not store.sources(source):
            raise EntryError("no such text was collected", where=source, hint="See the texts with: glossary stats")
        waiting = (entry for entry in _waiting(store, every=every) if _wanted(entry, kind=kind, source=source))
        if doubtful:
            waiting = (entry for entry in sorted(waiting, key=_sureness))
        spare(to, stores=[store.path])
        if to is None:
            _go_through(store, waiting)
        else:
            _write(waiting, to)


def _waiting(store: Store, *, every: bool) -> Iterator[Entry]:
    yield from filter(None, map(store.get, store.newest(reviewed=every)))


def _wanted(entry: Entry, *, kind: Kind | None, source: str | None) -> bool:
    stated = source is None or any(found.path == printable(source) for found in entry.sources)
    return stated and (kind is None or entry.kind is kind)


def _write(entries: Iterable[Entry], to: Path) -> None:
    """Write the table to the file, or to standard output."""
    if str(to) == "-":
        with printing() as stream:
            sheet.write(entries, stream)
        return
    separator = sheet.separator(str(to))
    with writing(to) as stream:
        count = sheet.write(entries, stream, separator=separator)
    note(f"{counted(count, 'entry', 'entries')} written to {to}; take changes over with --from {to}")


def _sureness(entry: Entry) -> float:
    """How sure the surest of its mentions is; what no text states is sure."""
    return max((mention.probability for mention in entry.mentions), default=1.0)


def _take_over(store: Store, path: str) -> None:
    """Write down the decisions that a table asks for, all good rows at once; say which rows are not."""
    decided: list[Decision] = []
    failures = 0
    for row in sheet.read(path):
        try:
            decided += sheet.changed(row, store)
        except GlossaryError as fault:
            complain(fault)
            failures += 1
    store.decide(decided)
    note(f"{counted(len(decided), 'decision')} taken over from {path}")
    if failures:
        raise typer.Exit(2)


def _go_through(store: Store, waiting: Iterator[Entry]) -> None:
    done = 0
    for entry in waiting:
        answer = _about(store, entry)
        if not answer:
            break
        done += answer != "s"
    else:
        note("nothing is left to review")
    note(f"{done} reviewed")


def _about(store: Store, entry: Entry) -> str:
    """Ask about one entry until it is approved, rejected, merged or skipped; the last key, empty to stop."""
    _present(entry)
    while True:
        pressed = keyboard.key(_QUESTION)
        if pressed in {"", "q"}:
            return ""
        if pressed == "s":
            return pressed
        act = _ACTS.get(pressed)
        if act is None:
            note(_HELP)
            continue
        try:
            again = act(store, entry)
        except keyboard.Back:
            note("left as it was")
            continue
        except GlossaryError as fault:
            complain(fault)
            continue
        if again is None:
            return pressed
        entry = again
        _present(entry)


def _present(entry: Entry) -> None:
    """Show the entry with the evidence for it."""
    print_text("")
    entry_lines.show(entry)
    for mention in entry.mentions[1:_SENTENCES]:
        print_text(f"  “{entry_lines.sentence(mention)}”")
    if entry.mentions:
        sure = _sureness(entry)
        where = ", ".join(dict.fromkeys(found.path for found in entry.sources[:_SENTENCES]))
        print_text(f"  {sure:.0%} sure; {line(where)}" if where else f"  {sure:.0%} sure")
    if not on_terminal():
        print_text(f"  {entry.id}")


def _after(store: Store, entry: Entry, *decisions: Decision) -> Entry:
    """The entry after the decisions were kept."""
    store.decide(decisions)
    return store.get(entry.id) or entry


def _approve(store: Store, entry: Entry) -> None:
    store.decide([changes.decision(entry, Verb.APPROVE)])


def _reject(store: Store, entry: Entry) -> None:
    store.decide([changes.decision(entry, Verb.REJECT, reason=keyboard.ask("why"))])


def _edit(store: Store, entry: Entry) -> Entry:
    wanted = Wanted(
        english=keyboard.ask("English", default=columns.english(entry)) or None,
        chinese=keyboard.ask("Chinese", default=columns.chinese(entry)) or None,
        reading=keyboard.ask("pinyin", default=columns.pinyin(entry)) or None,
    )
    return _after(store, entry, *changes.edit(entry, wanted))


def _kind(store: Store, entry: Entry) -> Entry:
    kinds = {kind.value: kind for kind in Kind}
    typed = keyboard.ask(f"kind ({', '.join(kinds)})", default=entry.kind).lower() or entry.kind
    found = [kind for name, kind in kinds.items() if name.startswith(typed)]
    if len(found) != 1:
        raise GlossaryError(f"{typed!r} is no kind", hint=f"Known: {', '.join(kinds)}")
    return _after(store, entry, *changes.edit(entry, Wanted(kind=found[0])))


def _note(store: Store, entry: Entry) -> Entry:
    return _after(store, entry, *changes.edit(entry, Wanted(note=keyboard.ask("note", default=entry.note))))


def _prefer(store: Store, entry: Entry) -> Entry:
    name = keyboard.ask("name to prefer")
    return _after(store, entry, changes.decision(entry, Verb.PREFER, name)) if name else entry


def _forbid(store: Store, entry: Entry) -> Entry:
    name = keyboard.ask("name not to use")
    if not name:
        return entry
    return _after(store, entry, changes.decision(entry, Verb.FORBID, name, reason=keyboard.ask("why")))


def _merge(store: Store, entry: Entry) -> None:
    """Take it into another entry, which stays."""
    other = choose(store, keyboard.ask("the entry that it belongs to"))
    store.decide(changes.merge(other, entry))


def _undo(store: Store, entry: Entry) -> Entry:
    undone = changes.latest(store.decisions(), here=store.made_here())
    store.decide([changes.undo(decision) for decision in undone])
    note(
        "taken back: " + ", ".join(f"{found.verb} of {found.english}" for found in undone) if undone else "nothing yet"
    )
    return store.get(entry.id) or entry


_ACTS: dict[str, Callable[[Store, Entry], Entry | None]] = {
    "a": _approve, "r": _reject, "e": _edit, "k": _kind, "n": _note, "p": _prefer, "f": _forbid, "m": _merge,
    "u": _undo,
}  # fmt: skip
