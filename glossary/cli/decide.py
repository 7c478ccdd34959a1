"""``glossary approve``, ``reject``, ``edit`` and the others: decisions about entries, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary.cli.options import Database, Databases, Json, Meant, Reason, names, to_change, to_read
from glossary.cli.output import note, print_json, print_table
from glossary.curation import changes
from glossary.curation.changes import Wanted
from glossary.curation.choosing import choose, title
from glossary.entries import deciding
from glossary.errors import EntryError
from glossary.model import Decision, Entry, Kind, Verb
from glossary.store import Store

__all__ = [
    "add", "approve", "decisions", "edit", "forbid", "merge", "prefer", "reject", "reopen", "split", "undo",
]  # fmt: skip

Several: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="ENTRY",
        help="Names that only one entry has, ids, or beginnings of ids.",
        show_default=False,
        autocompletion=names,
    ),
]
Name: TypeAlias = Annotated[str, typer.Argument(metavar="NAME", help="One of its names, or a new one.")]


def approve(entries: Several, *, database: Database = None) -> None:
    """Say that entries are right."""
    _review(entries, Verb.APPROVE, database)


def reject(entries: Several, *, reason: Reason = "", database: Database = None) -> None:
    """Say that entries are wrong: they stay rejected, and out of exports, however often texts state them."""
    _review(entries, Verb.REJECT, database, reason=reason)


def reopen(entries: Several, *, database: Database = None) -> None:
    """Take approval or rejection back: the entries are to be reviewed again."""
    _review(entries, Verb.REOPEN, database)


def _review(entries: list[str], verb: Verb, database: Path | None, *, reason: str = "") -> None:
    with to_change(database) as store:
        chosen = [_chosen(store, meant, alone=len(entries) == 1) for meant in entries]
        _write(store, [changes.decision(entry, verb, reason=reason) for entry in chosen])


def _chosen(store: Store, meant: str, *, alone: bool) -> Entry:
    """The entry that is meant; where it is not known, nothing is decided about the others either."""
    try:
        return choose(store, meant)
    except EntryError as fault:
        left = "" if alone else "; nothing was decided about the others"
        raise EntryError(f"{fault.problem}{left}", where=fault.where, hint=fault.hint) from fault


def edit(  # noqa: PLR0913 - an option for each thing that may be wrong
    entry: Meant,
    *,
    english: Annotated[str | None, typer.Option("--english", "-e", help="The English name.")] = None,
    chinese: Annotated[str | None, typer.Option("--chinese", "-c", help="The Chinese name, in both scripts.")] = None,
    traditional: Annotated[str | None, typer.Option("--traditional", help="Only the form in this script.")] = None,
    simplified: Annotated[str | None, typer.Option("--simplified", help="Only the form in this script.")] = None,
    reading: Annotated[
        str | None, typer.Option("--reading", "-p", metavar="PINYIN", help="With tones: he2 li4 feng1, Hé Lìfēng.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", "-k", metavar="KIND", help="What sort of thing it is.")] = None,
    text: Annotated[str | None, typer.Option("--note", help="A note to keep with it.")] = None,
    database: Database = None,
) -> None:
    """Correct an entry; the corrections stay, whatever is collected later.

    An old name becomes superseded, unless only its ends were put right: it is gone then.
    """
    wanted = Wanted(english, chinese, traditional, simplified, kind, reading, text)
    if wanted == Wanted():
        raise EntryError("nothing to change was given", hint="See glossary edit --help")
    with to_change(database) as store:
        _write(store, changes.edit(choose(store, entry), wanted))


def add(entry: Meant, name: Name, *, database: Database = None) -> None:
    """Add a further name, such as an acronym; the preferred one stays."""
    with to_change(database) as store:
        _write(store, [changes.decision(choose(store, entry), Verb.ADD, _some(name))])


def prefer(entry: Meant, name: Name, *, database: Database = None) -> None:
    """Make a name the preferred one of its language."""
    with to_change(database) as store:
        _write(store, [changes.decision(choose(store, entry), Verb.PREFER, _some(name))])


def forbid(entry: Meant, name: Name, *, reason: Reason = "", database: Database = None) -> None:
    """Say that a name is not to be used for this; it is still found, and checks report it."""
    with to_change(database) as store:
        _write(store, [changes.decision(choose(store, entry), Verb.FORBID, _some(name), reason=reason)])


def _some(name: str) -> str:
    if not name.strip():
        raise EntryError("an empty name", hint="Give one with letters or Chinese characters")
    return name


def merge(
    entry: Meant,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The entry that it takes in.", autocompletion=names)],
    *,
    reason: Reason = "",
    database: Database = None,
) -> None:
    """Make two entries one, now and for what is collected later; the names of ENTRY stay the preferred ones."""
    with to_change(database) as store:
        stays, goes = choose(store, entry), choose(store, other)
        _write(store, changes.merge(stays, goes, reason=reason))
        note(f"{title(goes)} is now part of {title(stays)}")


def split(
    entry: Meant,
    *,
    english: Annotated[
        list[str] | None, typer.Option("--english", "-e", metavar="NAME", help="What has this English name.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", "-s", metavar="PATH", help="What is stated in this text.")
    ] = None,
    reason: Reason = "",
    database: Database = None,
) -> None:
    """Make an entry two, as for two people of one name: what has an English name, or is in a text, goes elsewhere."""
    if not english and not source:
        raise EntryError("what is to go was not said", hint="Give --english NAME or --source PATH")
    with to_change(database) as store:
        parted = changes.split(choose(store, entry), english=english or (), paths=source or (), reason=reason)
        _write(store, parted)


def undo(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DECISION", help="Ids of decisions; by default what was decided last here, not in an imported file."
        ),
    ] = None,
    *,
    database: Database = None,
) -> None:
    """Take decisions back. They stay in the list; taking back an undo does again what it undid."""
    with to_change(database) as store:
        known = list(store.decisions())
        undone = [_known(known, name) for name in ids] if ids else changes.latest(known, here=store.made_here())
        if not undone:
            problem = "nothing that was decided here is left to take back" if known else "nothing was decided yet"
            hint = "See glossary decisions; what came with a file is taken back by its id: glossary undo DECISION"
            raise EntryError(problem, where=store.path, hint=hint if known else "See glossary decisions")
        store.decide([changes.undo(decision) for decision in undone])
        for decision in undone:
            note(f"taken back: {_told(decision)}")


def _known(known: list[Decision], meant: str) -> Decision:
    found = [decision for decision in known if decision.id.startswith(meant)]
    if len(found) != 1:
        problem = f"no decision has the id {meant!r}" if not found else f"{meant!r} begins the ids of several decisions"
        raise EntryError(problem, hint="See them with: glossary decisions")
    return found[0]


def _write(store: Store, said: Sequence[Decision]) -> None:
    """Write the decisions down and say so."""
    if not said:
        note("nothing to change")
        return
    for decision in store.decide(said):
        note(_told(decision))


def _told(decision: Decision) -> str:
    """A decision in words."""
    what = " ".join(filter(None, (decision.verb, _object(decision))))
    about = f"{decision.english} ({decision.entry})" if decision.english else decision.entry
    reason = f", because {decision.reason}" if decision.reason else ""
    return f"{what}, of {about}{reason}"


def _object(decision: Decision) -> str:
    if decision.verb is Verb.NAME and decision.old:
        return f"{decision.old} → {decision.text}"
    return decision.old if decision.verb is Verb.SPLIT else decision.text


def decisions(
    entry: Annotated[
        str | None, typer.Argument(metavar="ENTRY", help="Only those about this entry.", autocompletion=names)
    ] = None,
    *,
    database: Databases = None,
    json: Json = False,
) -> None:
    """List what was decided, the latest first; what was taken back is marked."""
    with to_read(database) as stores:
        chosen: Entry | None = choose(stores, entry) if entry else None
        found = (
            list(chosen.decisions)[::-1] if chosen else [one for store in stores.stores for one in store.decisions()]
        )
    holding = {decision.id for decision in deciding.live(found)}
    if json:
        for decision in found:
            print_json({"decision": decision, "holds": decision.id in holding})
        return
    header = ("id", "when", "decision", "what", "about", "reason", "by", "holds")
    print_table(header, [_row(decision, holding) for decision in found])


def _row(decision: Decision, holding: set[str]) -> tuple[str, ...]:
    when = datetime.fromtimestamp(decision.time / 1_000_000, tz=UTC).strftime("%Y-%m-%d %H:%M") if decision.time else ""
    undo_or_holds = decision.verb is Verb.UNDO or decision.id in holding
    about = " ".join(filter(None, (decision.english, decision.entry)))
    holds = "yes" if undo_or_holds else "taken back"
    return (decision.id, when, decision.verb, _object(decision), about, decision.reason, decision.by, holds)
