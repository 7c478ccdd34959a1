"""``glossary check``: the names in a draft, or in a translation beside its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, NamedTuple, TypeAlias

import typer

from glossary import checks, configuration, drafts
from glossary.checks import Finding, Fix, Settings, Severity, Work, baseline, fixes, sarif, settings
from glossary.cli.options import Databases, Json, reading, to_read, wanted_lang
from glossary.cli.output import bold, line, note, print_json, print_text, put, spare
from glossary.documents import Options as Reading
from glossary.documents import segments
from glossary.documents.places import named
from glossary.errors import GlossaryError
from glossary.files import load
from glossary.matcher import Matcher
from glossary.search import present

__all__ = ["check"]

_READING = Reading()
_CONTEXT = 30  # characters shown around a finding
_TABLES = frozenset({".csv", ".tsv", ".tab"})  # two of them may be a source and its translation
_ROUNDS = 5  # of fixes, each of which may show what else can be put right


_Files: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="SOURCE TRANSLATION, or one bilingual file (TMX, XLIFF, PO, TSV, CSV), or one DRAFT; - is standard input. "
        "With --drafts any number of drafts and bilingual files.",
        show_default=False,
    ),
]
_Lang: TypeAlias = Annotated[
    str,
    typer.Option(
        "--lang", "-l", metavar="TAG", help="The Chinese that is wanted: zh-Hant-TW, zh-Hans …", show_default=False
    ),
]
_Style: TypeAlias = Annotated[
    str,
    typer.Option(
        "--style", metavar="STYLE", help="Every name must be glossed in this style: 'EN (中文)'.", show_default=False
    ),
]
_Off: TypeAlias = Annotated[
    list[str] | None, typer.Option("--off", metavar="RULE", help="Do not use this rule.", show_default=False)
]
_Drafts: TypeAlias = Annotated[bool, typer.Option("--drafts", help="Each file is checked by itself.")]
_Sarif: TypeAlias = Annotated[bool, typer.Option("--sarif", help="Print SARIF 2.1.0, for code hosts and editors.")]
_Fix: TypeAlias = Annotated[bool, typer.Option("--fix", help="Put right in the file what can be put right safely.")]
_Known: TypeAlias = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Leave out the findings in this file.", show_default=False),
]
_WriteKnown: TypeAlias = Annotated[
    Path | None,
    typer.Option("--write-baseline", metavar="FILE", help="Write the findings to such a file.", show_default=False),
]
_Config: TypeAlias = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings; by default those of the project.", show_default=False),
]


@reading
def check(  # noqa: PLR0913 - a parameter for each option of the command
    files: _Files,
    *,
    lang: _Lang = "",
    style: _Style = "",
    off: _Off = None,
    drafts_: _Drafts = False,
    json: Json = False,
    sarif_: _Sarif = False,
    fix: _Fix = False,
    known: _Known = None,
    write_known: _WriteKnown = None,
    config: _Config = None,
    database: Databases = None,
    options: Reading = _READING,
) -> None:
    """Check the names in a translation against its source, or in a draft alone; exit code 1 when something is found.

    The rules: missing, forbidden, script, region, wrong-gloss, spelling, two-renderings, one-for-two, mix,
    unglossed.
    """
    wanted = _settings(config, lang=lang, style=style, off=off or [])
    seen = baseline.load(known) if known else None
    given = [_read(group, options) for group in ([[file] for file in files] if drafts_ else [files])]
    with to_read(database) as stores:
        spare(write_known, texts=files, stores=stores.paths)
        matcher = present.matcher(stores, [text for one in given for text in one.texts])
    run = _Run(matcher, wanted, None if write_known else seen)
    found = [run.fixed(one) if fix and not write_known else run.found(one) for one in given]
    if write_known:
        _write_baseline(write_known, found)
        return
    _print(found, json=json, as_sarif=sarif_)
    if any(one.findings for one in found):
        raise typer.Exit(1)


def _settings(path: Path | None, *, lang: str, style: str, off: Sequence[str]) -> Settings:
    """The settings of the file, else of the project and the user, and of the options, which count more."""
    names = checks.rules.NAMES
    held = configuration.of_file(path) if path else configuration.settings()
    loaded = settings.typed(held.table("check"), rules=names)
    for name in off:
        if name not in names:
            raise GlossaryError(f"there is no rule {name!r}", hint=f"The rules: {' '.join(sorted(names))}")
    lang = wanted_lang(lang or loaded.lang or None)
    unused = loaded.off | frozenset(off)
    return Settings(lang, style or loaded.style, unused, loaded.severity, loaded.entries)


@dataclass(frozen=True, slots=True)
class _Given:
    """The files given together: a draft, a source and its translation, or the segments of one bilingual file."""

    drafts: tuple[drafts.Draft, ...] = ()
    path: str = ""
    segments: tuple[tuple[str, str, int], ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is to be searched for names."""
        return (*(one.text for one in self.drafts), *(text for row in self.segments for text in row[:2]))


def _read(files: Sequence[str], options: Reading) -> _Given:
    if len(files) > 2:
        raise GlossaryError(f"{len(files)} files were given", hint="Give one or two, or --drafts for several")
    kinds = [Path(file).suffix.lower() for file in files]
    if len(files) == 1 and (files[0] == "-" or kinds[0] in segments.SUFFIXES):
        return _of_bytes(load(files[0]), files[0], encoding=options.encoding)
    for file, kind in zip(files, kinds, strict=True):
        if kind in segments.SUFFIXES - _TABLES:
            hint = "Give it alone, or several with --drafts"
            raise GlossaryError("holds a source and its translation", where=file, hint=hint)
    return _Given(tuple(drafts.read(file, options=options) for file in files))


def _of_bytes(data: bytes, path: str, *, encoding: str | None) -> _Given:
    """What is in a bilingual file, or on standard input, where it may be a draft, too."""
    if path == "-" and not segments.is_bilingual(data):
        return _Given((drafts.of_bytes(data, path=path, encoding=encoding),))
    found = segments.of_bytes(data, path=path, encoding=encoding)
    return _Given(path=path, segments=tuple((one.source, one.target, one.line) for one in found))


class _Found(NamedTuple):
    """What is checked, the findings in it, and what gives their places in a document; nothing in a text."""

    work: Work
    findings: tuple[Finding, ...]
    place: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class _Run:
    """How files are checked: with which names and settings, and which findings are known."""

    matcher: Matcher
    settings: Settings
    known: Counter[str] | None = None

    def found(self, given: _Given) -> _Found:
        """What is checked, and the findings in it."""
        work = _work(given, self.matcher)
        every = checks.run(work, self.settings)
        findings = every if self.known is None else tuple(baseline.new(every, self.known))
        return _Found(work, findings, named(given.drafts[-1].places if given.drafts else ()))

    def fixed(self, given: _Given) -> _Found:
        """The same of the text with the safe fixes, which are written to its file.

        What was put right may show more that can be, and is looked at anew.
        """
        found, count = self.found(given), 0
        path = found.work.text.path
        for _ in range(_ROUNDS):
            if not (safe := fixes.safe(found.findings)):
                break
            given = _put_right(given, safe, path=path)
            found, count = self.found(given), count + len(safe)
        if count:
            put(drafts.encoded(given.drafts[-1], given.drafts[-1].text), path)
            note(f"{path}: {count} put right")
        return found


def _put_right(given: _Given, safe: Iterable[Fix], *, path: str) -> _Given:
    if not given.drafts or not given.drafts[-1].encoding or path == "-":
        raise GlossaryError("only text files can be put right", where=path, hint="Leave out --fix")
    *source, draft = given.drafts
    return replace(given, drafts=(*source, replace(draft, text=fixes.applied(draft.text, safe))))


def _work(given: _Given, matcher: Matcher) -> Work:
    if not given.drafts:
        return checks.of_segments(given.path, given.segments, matcher)
    *source, checked = given.drafts
    if not source:
        return checks.of_draft(checked.path, checked.text, matcher, headings=checked.headings, lines=checked.lines)
    pair = ((source[0].path, source[0].text), (checked.path, checked.text))
    return checks.of_texts(*pair, matcher, lines=(source[0].lines, checked.lines))


def _write_baseline(path: Path, found: Iterable[_Found]) -> None:
    every = [finding for one in found for finding in one.findings]
    put(baseline.dump(every).encode(), None if str(path) == "-" else path)
    note(f"{_count(every)} written to {path}")


def _print(found: Sequence[_Found], *, json: bool, as_sarif: bool) -> None:
    every = [finding for one in found for finding in one.findings]
    if as_sarif:
        print_json(sarif.log(every))
        return
    for one in found:
        for finding in one.findings:
            place = one.place(finding.start)
            print_json(_record(finding, place)) if json else _show(one.work, finding, place)
    note(_count(every))


def _record(one: Finding, place: str) -> dict[str, object]:
    fix = one.fix and {"start": one.fix.span.start, "end": one.fix.span.end, "text": one.fix.text, "safe": one.fix.safe}
    return {
        "rule": one.rule, "severity": one.severity, "path": one.path, "line": one.line, "column": one.column,
        "start": one.start, "end": one.end, "message": one.message, "entry": one.entry, "fix": fix,
        **({"place": place} if place else {}),
    }  # fmt: skip


def _show(work: Work, one: Finding, place: str) -> None:
    """Print a finding for people: where, how bad, what, and the words around it with their place in a document."""
    print_text(f"{bold(_place(one))}: {one.severity}: {line(one.message)} [{one.rule}]")
    text, start = work.text.text, one.start
    told = [line(place)] if place else []
    if not work.text.segmented and one.rule != "missing":
        told.append(f"… {line(text[max(0, start - _CONTEXT) : one.end + _CONTEXT])} …")
    if told:
        print_text(f"    {': '.join(told)}")


def _place(one: Finding) -> str:
    return f"{line(one.path)}:{one.line}" + (f":{one.column}" if one.column else "")


def _count(found: Sequence[Finding]) -> str:
    counts = [(sum(one.severity is severity for one in found), severity) for severity in Severity]
    parts = [f"{count} {severity}{'s' * (count != 1)}" for count, severity in counts if count]
    return f"{len(found)} finding{'s' * (len(found) != 1)}: {', '.join(parts)}" if found else "no findings"
