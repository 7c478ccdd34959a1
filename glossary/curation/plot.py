"""A plot of how a glossary grew, as SVG: an area that rises, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate

__all__ = ["growth"]

_WIDTH, _HEIGHT = 760, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 40, 36
_INK, _AREA, _LINES = "#1b3a57", "#9fc3e0", "#d9d9d9"
_LABELS = 12  # months that are named at most


def growth(months: Sequence[tuple[str, int]], *, title: str) -> str:
    """The SVG of the entries added in each month, summed up; ``months`` in order, each with its number.

    >>> "<title>My glossary</title>" in growth([("2026-06", 3), ("2026-07", 9)], title="My glossary")
    True
    """
    totals = list(accumulate(count for _, count in months))
    top = _round_up(max(totals, default=1))
    places = [(_x(at, len(totals)), _y(total, top)) for at, total in enumerate(totals)]
    body = [*_grid(top), _area(places), *_dots(months, totals, places), *_names([month for month, _ in months])]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        f'font-family="sans-serif" font-size="12" fill="{_INK}">\n<title>{escape(title)}</title>\n'
        f'<rect width="100%" height="100%" fill="white"/>\n'
        f'<text x="{_LEFT}" y="22" font-size="15">{escape(title)}</text>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _round_up(most: int) -> int:
    """The next number of the form 1, 2, 4, 5 or 10 times a power of ten, so that quarters are round.

    >>> [_round_up(most) for most in (1, 7, 33, 450, 1000)]
    [4, 8, 40, 800, 1000]
    """
    power = 1
    while True:
        for step in (4, 8, 10, 20):
            if step * power >= most:
                return step * power
        power *= 10


def _x(at: int, count: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (at / (count - 1) if count > 1 else 0.5)


def _y(value: float, top: int) -> float:
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top


def _grid(top: int) -> list[str]:
    values = [top * quarter / 4 for quarter in range(5)]
    return [
        f'<path d="M{_LEFT} {_y(value, top):.1f}H{_WIDTH - _RIGHT}" stroke="{_LINES}"/>'
        f'<text x="{_LEFT - 8}" y="{_y(value, top) + 4:.1f}" text-anchor="end">{value:,g}</text>'
        for value in values
    ]


def _area(places: list[tuple[float, float]]) -> str:
    if not places:
        return ""
    line = " ".join(f"L{x:.1f} {y:.1f}" for x, y in places)
    floor = _HEIGHT - _BOTTOM
    area = f'<path d="M{places[0][0]:.1f} {floor} {line} L{places[-1][0]:.1f} {floor}Z" fill="{_AREA}" opacity="0.6"/>'
    return f'{area}<path d="M{line[1:]}" fill="none" stroke="{_INK}" stroke-width="2"/>'


def _dots(months: Sequence[tuple[str, int]], totals: list[int], places: list[tuple[float, float]]) -> list[str]:
    """A dot for each month, with its numbers as a tooltip."""
    return [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{escape(month)}: {total:,} ({new:+,})</title></circle>'
        for (month, new), total, (x, y) in zip(months, totals, places, strict=True)
    ]


def _names(months: list[str]) -> list[str]:
    every = -(-len(months) // _LABELS) or 1
    return [
        f'<text x="{_x(at, len(months)):.1f}" y="{_HEIGHT - 14}" text-anchor="middle">{escape(month)}</text>'
        for at, month in enumerate(months)
        if at % every == 0
    ]
