"""``glossary gloss``: put the other name beside the first mention of a name."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary import configuration, drafts, glossing
from glossary.checks.works import is_chinese
from glossary.cli.options import Databases, Output, reading, to_read, wanted_lang
from glossary.cli.output import counted, json_lines, note, put, spare
from glossary.documents import Options as Reading
from glossary.documents.places import named
from glossary.errors import FormatError
from glossary.files import printable
from glossary.formats import columns
from glossary.glossing import Insertion, Options, Scope, Style
from glossary.model import Entry, Kind
from glossary.search import present

__all__ = ["gloss"]

_READING = Reading()
_SHOWN = 5  # names that a message lists

_File: TypeAlias = Annotated[
    str, typer.Argument(metavar="FILE", help="A text or docx, or - for standard input.", show_default=False)
]
_Style: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--style",
        "-s",
        metavar="STYLE",
        help=f"The house style as it looks: {'; '.join(glossing.STYLES)}. By default that of the settings, else "
        f"{glossing.USUAL[False]}, in a Chinese draft {glossing.USUAL[True]}.",
        show_default=False,
    ),
]
_Per: TypeAlias = Annotated[Scope, typer.Option("--per", help="Gloss each name once in the document, or in a section.")]
_Lang: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--lang",
        "-l",
        metavar="TAG",
        help="Which Chinese names: zh-Hant, zh-Hans, zh-Hant-TW …; by default those of the settings, else "
        "those of the draft's script.",
        show_default=False,
    ),
]
_Only: TypeAlias = Annotated[
    list[Kind] | None,
    typer.Option(
        "--only",
        metavar="KIND",
        help=f"Gloss names of this kind only ({', '.join(Kind)}); may be given again.",
        show_default=False,
    ),
]
_InPlace: TypeAlias = Annotated[bool, typer.Option("--in-place", "-i", help="Change the file itself.")]
_Diff: TypeAlias = Annotated[bool, typer.Option("--diff", help="Only show what would change, as a patch.")]
_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Only print what would be put where, as JSON lines.")]
_Remove: TypeAlias = Annotated[bool, typer.Option("--remove", help="Take glosses of this style away.")]


@reading
def gloss(  # noqa: PLR0913 - a parameter for each option of the command
    file: _File,
    *,
    style: _Style = None,
    per: _Per = Scope.DOCUMENT,
    lang: _Lang = None,
    only: _Only = None,
    output: Output = None,
    in_place: _InPlace = False,
    diff: _Diff = False,
    json: _Json = False,
    remove: _Remove = False,
    database: Databases = None,
    options: Reading = _READING,
) -> None:
    """Put the other name beside the first mention of each name, in the style of your house.

    A name that has a gloss is left alone, so glossing twice is glossing once; names to be reviewed are left out. A docx
    keeps its formatting.
    """
    target = _target(file, output, in_place=in_place)
    draft = drafts.read(file, options=options)
    how = Options(_style(style, draft.text), per, wanted_lang(lang), frozenset(only or ()))
    if not (draft.encoding or json):
        _require_docx(draft, target, plain=not (diff or remove))
    with to_read(database) as stores:
        spare(output, stores=stores.paths)
        matcher = present.matcher(stores, [draft.text])
    names = () if remove else matcher.find(draft.text, lines=draft.lines)
    found = glossing.of_names(draft.text, names, how, headings=draft.headings)
    if json:
        put(json_lines(_record(draft, one) for one in found), output)
    elif draft.encoding:
        text = glossing.removed(draft.text, matcher, how) if remove else glossing.applied(draft.text, found)
        put(_patch(draft, text) if diff else drafts.encoded(draft, text), output if diff else target)
    else:
        put(_glossed_docx(draft, found, options), target)
    if not remove:
        _report(draft.text, how, found, left_out=glossing.waiting(draft.text, names, how, headings=draft.headings))


def _target(file: str, output: Path | None, *, in_place: bool) -> Path | None:
    """Where the glossed text goes; the file itself only where that was said."""
    spare(output, texts=[file], hint="-i changes the file itself")
    if in_place and output is not None:
        raise FormatError("-i changes the file itself, -o writes another one", where=file, hint="Give one of them")
    if in_place and (file == "-" or "://" in file):
        raise FormatError("is no file that could be changed", where=file, hint="Leave out -i, or name a file")
    if output is not None and output.suffix.lower() in drafts.WORD and drafts.is_text(file):
        raise FormatError("a text does not become a Word document", where=str(output), hint="Give another name to -o")
    return Path(file) if in_place else output


def _style(given: str | None, text: str) -> Style:
    """The house style of the option, else of the settings, else the usual one of the draft's language."""
    setting = configuration.settings().found.get("style")
    if given is not None or setting is None:
        return glossing.parse(glossing.USUAL[is_chinese(text)] if given is None else given)
    try:
        return glossing.parse(setting.value)
    except FormatError as fault:
        raise FormatError(fault.problem, where=setting.where, hint=fault.hint) from fault


def _report(text: str, how: Options, found: tuple[Insertion, ...], *, left_out: Sequence[Entry]) -> None:
    """Say how many glosses there are, and which names have none until somebody has looked at their pairs."""
    note(counted(len(found), "gloss", "glosses"))
    _hint(text, how.style, found)
    if left_out:
        shown = ", ".join(columns.english(entry) or columns.chinese(entry) for entry in left_out[:_SHOWN])
        more = f" and {len(left_out) - _SHOWN} more" if len(left_out) > _SHOWN else ""
        note(f"left out until reviewed: {shown}{more}; see glossary review")


def _hint(text: str, style: Style, found: tuple[Insertion, ...]) -> None:
    """Say that a style for drafts in the other language may be meant where nothing was glossed."""
    chinese = is_chinese(text)
    if text.strip() and not found and chinese != (style.first == "zh"):
        language = "Chinese" if chinese else "English"
        note(f"the draft is {language}; try --style '{glossing.USUAL[chinese]}'")


def _record(draft: drafts.Draft, one: Insertion) -> dict[str, object]:
    line = draft.text.count("\n", 0, one.offset) + 1
    place = {"place": named(draft.places)(one.name.start)} if draft.places else {}
    return {"path": draft.path, "line": line, **place, "offset": one.offset, "text": one.text, "entry": one.entry.id}


def _require_docx(draft: drafts.Draft, target: Path | None, *, plain: bool) -> None:
    """Refuse what cannot be done with a document that is no text."""
    if not plain:
        raise FormatError("--diff and --remove are for texts only", where=draft.path, hint="Use --json to see glosses")
    if Path(draft.path).suffix.lower() not in drafts.WORD or target is None:
        raise drafts.not_written_back(draft.path, use="glossary gloss IN.docx -o OUT.docx")
    if target.suffix.lower() not in drafts.WORD:
        raise FormatError("a Word document stays one", where=str(target), hint="Give -o a name that ends in .docx")


def _glossed_docx(draft: drafts.Draft, found: tuple[Insertion, ...], options: Reading) -> bytes:
    """The Word document with the glosses in the formatting of the text around them."""
    from glossary.documents import docx

    written = BytesIO()
    docx.insert(draft.path, [(one.offset, one.text) for one in found], written, options=options)
    return written.getvalue()


def _patch(draft: drafts.Draft, text: str) -> bytes:
    """A unified diff from the draft to the text, for ``patch`` and for people; in the draft's encoding."""
    from difflib import unified_diff

    name = printable(draft.path.removeprefix("/"))
    old, new = (_lines(one) for one in (draft.text, text))
    lines = unified_diff(old, new, f"a/{name}", f"b/{name}")
    whole = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return drafts.encoded(draft, "".join(whole))


def _lines(text: str) -> list[str]:
    """The lines with their line feeds; other signs that Python takes for newlines are left in them."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]
