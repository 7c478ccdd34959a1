"""Rules about the name that was chosen: forbidden, of another region, in the other script, or two for one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from glossary import keys
from glossary.checks.findings import Fix, Problem
from glossary.checks.names import both, expected, is_regional, is_said, is_whole, region
from glossary.checks.settings import Settings
from glossary.checks.works import Text, Work
from glossary.entries.extents import is_stretch
from glossary.formats.columns import in_use
from glossary.glossing.glossed import glossed
from glossary.lang.script import Script, in_both, script_of
from glossary.matcher import Occurrence
from glossary.matcher.folding import fold
from glossary.matcher.names import unused
from glossary.model import Entry, Origin, TermStatus

__all__ = ["forbidden", "region_of", "script_of_name", "two_renderings"]


def forbidden(work: Work, settings: Settings) -> Iterator[Problem]:
    """A name that the glossary says should not be used."""
    for one in work.text.found:
        if not unused(one.name) or any(not unused(name) for name in one.names):
            continue
        lang = _lang(work.text, settings) if one.name.chinese else "en"
        better = expected(one.entry, lang) or tuple(in_use(one.entry, _without_region(lang) or _own_lang(one)))
        if better and _is_moved(one, better[0].text):
            continue
        reason = f" ({' '.join(one.name.term.note.split())})" if one.name.term.note else ""
        if better:
            yield _instead(one, f"“{one.text}” should not be used{reason}; use “{better[0].text}”", better[0].text)
        else:
            yield Problem(one.span, f"“{one.text}” should not be used{reason}", one.entry)


def _own_lang(one: Occurrence) -> str:
    """The Chinese of a name in a text that is in no script."""
    return "zh" if script_of(one.text) is Script.BOTH else script_of(one.text).tag


def _without_region(lang: str) -> str:
    return "-".join(lang.split("-")[:2])


def _is_moved(one: Occurrence, better: str) -> bool:
    """Whether a name that is no longer used has only other ends than the one to use, which might double words."""
    return one.name.term.status is TermStatus.SUPERSEDED and is_stretch(one.name.term.text, better)


def _instead(one: Occurrence, message: str, text: str, *, safe: bool = True) -> Problem:
    """A problem that another name in this place puts right; only where the whole name stands."""
    return Problem(one.span, message, one.entry, Fix(one.span, text, safe and is_whole(one)))


def _lang(text: Text, settings: Settings) -> str:
    """The Chinese that is wanted: as set, else the script of the text."""
    return settings.lang or text.script.tag


def region_of(work: Work, settings: Settings) -> Iterator[Problem]:
    """A name as another region renders it: 奧巴馬 in a text for Taiwan, whose name is 歐巴馬."""
    lang = _lang(work.text, settings)
    if not lang.startswith("zh"):
        return
    for one in work.text.found:
        wanted, folded = _regional(one, lang), fold(one.text)
        if not wanted:
            continue
        whose = next(
            (region(term.lang) for term in one.entry.terms if is_regional(term) and fold(term.text) == folded), ""
        )
        said = f"“{one.text}” is how {whose} renders" if whose else f"“{one.text}” is another region's rendering of"
        yield _instead(one, f"{said} {both(one.entry)}; use “{wanted}”", wanted)


def _regional(one: Occurrence, lang: str) -> str:
    """What a text in ``lang`` calls the thing, where the name that stands there is another region's."""
    if not one.name.chinese or not is_whole(one) or unused(one.name) or len(one.names) > 1:
        return ""
    wanted, folded = expected(one.entry, lang), fold(one.text)
    if not wanted or folded in {fold(term.text) for term in wanted}:
        return ""
    return wanted[0].text if _is_known_elsewhere(one.entry, folded) else ""


def _is_known_elsewhere(entry: Entry, folded: str) -> bool:
    """Whether regions differ about the name of the entry, and this is one of its names."""
    regional = {fold(term.text) for term in entry.terms if is_regional(term)}
    return bool(regional) and (folded in regional or any(fold(term.text) == folded for term in entry.terms))


def script_of_name(work: Work, settings: Settings) -> Iterator[Problem]:
    """A name in simplified characters in a traditional text, or the other way round; also one that mixes them."""
    text = work.text
    lang = _lang(text, settings)
    wanted = Script.tagged(lang) or _of_glossary(text)
    for one in text.found:
        own = _scripts(one.text) if one.name.chinese else set()
        mixed = len(own) > 1 and all(term.text != one.text for term in one.entry.terms)
        if not mixed and (wanted is None or own <= {wanted} or _beside_other(text.text, one)):
            continue
        if not (mixed or settings.lang or text.chinese) and _is_stated(one):
            continue  # Zhang Yimou (张艺谋) in an English text, as the glossary has it
        right = wanted or next(
            (script_of(term.text) for term in one.entry.terms if fold(term.text) == fold(one.text)), None
        )
        yield _in_script(one, right or Script.HANT, mixed=mixed, regional=_regional(one, lang))


def _is_stated(one: Occurrence) -> bool:
    """Whether the glossary has the name in these very characters, and did not derive them."""
    return any(term.text == one.text and term.origin is not Origin.DERIVED for term in one.entry.terms)


def _of_glossary(text: Text) -> Script | None:
    """Where names stand in both scripts and nothing else decides: the one in which the glossary states them all.

    In an English text only where few names are in the other one: a desk may write names as their bearers do.
    """
    names = [one for one in text.found if one.name.chinese]
    counts = Counter(script for one in names for script in _scripts(one.text))
    if len(counts) < 2 or not (text.chinese or _FEW >= min(counts.values()) <= max(counts.values()) / 2):
        return None
    stated = {script_of(term.text) for one in names for term in one.entry.terms if term.origin is not Origin.DERIVED}
    decided = stated & set(_ADJECTIVES)
    return decided.pop() if len(decided) == 1 else None


_FEW = 2  # names in the other script that are slips
_ADJECTIVES = {Script.HANT: "traditional", Script.HANS: "simplified"}


def _scripts(text: str) -> set[Script]:
    """The scripts to which characters of a text belong that one script only has: none for the 征 of 長征."""
    return {script for char in text if (script := script_of(char)) in _ADJECTIVES and not _is_in_both(char, script)}


def _is_in_both(char: str, script: Script) -> bool:
    return script is Script.HANS and char in in_both()


def _in_script(one: Occurrence, wanted: Script, *, mixed: bool, regional: str) -> Problem:
    """The problem of a name that should be in a script, and the ``regional`` one if it is another region's, too."""
    names = in_use(one.entry, wanted.tag)
    other = regional or next((term.text for term in names if fold(term.text) == fold(one.text)), "")
    message = f"“{one.text}” has characters that are not {_ADJECTIVES.get(wanted, 'traditional')}"
    if mixed:
        message = f"“{one.text}” mixes simplified and traditional characters"
    if other and other != one.text:
        return _instead(one, f"{message}; use “{other}”", other)
    return Problem(one.span, message, one.entry)


def _beside_other(text: str, one: Occurrence) -> bool:
    """Whether the form in the other script stands beside it: 字節跳動／字节跳动, 字節跳動（字节跳动）."""
    around = text[max(0, one.span.start - 2) : one.span.start] + text[one.span.end : one.span.end + 2]
    return any(sign in around for sign in "/／|｜") or any(
        fold(near) == fold(one.text)
        for near in (
            text[max(0, one.span.start - len(one.text) - 1) : one.span.start - 1],
            text[one.span.end + 1 : one.span.end + 1 + len(one.text)],
            text[one.span.end + 2 : one.span.end + 2 + len(one.text)],
        )
    )


def two_renderings(work: Work, settings: Settings) -> Iterator[Problem]:
    """Two names for one thing in one text; an acronym, a short name or one that stands in a gloss is none."""
    wrong = {problem.span for rule in (forbidden, region_of) for problem in rule(work, settings)}
    groups: dict[tuple[str, bool], list[Occurrence]] = defaultdict(list)
    for one, _ in glossed(work.text.text, work.text.found):
        if is_whole(one) and one.span not in wrong and len(one.names) == 1 and not is_said(work.text.text, one.span):
            groups[one.entry.id, one.name.chinese].append(one)
    for found in groups.values():
        yield from _against_majority(found)


def _against_majority(found: list[Occurrence]) -> Iterator[Problem]:
    """The mentions whose name is not the commonest (of equally common ones, not the first)."""
    counts = Counter(_rendering(one) for one in found)
    usual = max(counts, key=lambda rendering: counts[rendering])
    shown = next(one.text for one in found if _rendering(one) == usual)
    told: set[str] = set()
    for one in found:
        own = _rendering(one)
        if own == usual or own in told or own in usual or usual in own:
            continue
        told.add(own)
        yield Problem(one.span, f"{both(one.entry)} is “{one.text}” here and “{shown}” elsewhere", one.entry)


def _rendering(one: Occurrence) -> str:
    return fold(one.text) if one.name.chinese else keys.latin(one.text)
