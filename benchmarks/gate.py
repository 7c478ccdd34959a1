"""The quality gate: no figure of the extraction may fall below its floor in benchmarks/floors.json.

    python benchmarks/gate.py [FOLDER …]                          exit 1 where a figure is below its floor
    python benchmarks/gate.py [FOLDER …] --set-floors             raise the floors to what is measured, less a margin
    python benchmarks/gate.py [FOLDER …] --set-floors --lower WHY lower them too, and keep the reason in the file

Without a folder: the sample articles, our own gold, and the shared gold where it stands beside the project. A floor
belongs to the texts and labels that it was measured on: when those change, the gate is red until floors are set anew.
Setting never lowers a floor silently: without --lower it changes nothing and ends with exit code 2.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import labelled
from measures import MEASURES, measure
from tables import show

FLOORS = Path(__file__).with_name("floors.json")
EMPTY: dict[str, Any] = {"collections": {}, "lowered": []}


@dataclass(frozen=True, slots=True)
class Standing:
    """A collection's fingerprint, number of texts, and figures by the names of the measures."""

    title: str
    fingerprint: str
    texts: int
    figures: dict[str, float]


def standing(folder: Path) -> Standing:
    """Measure a collection."""
    texts = labelled.texts(folder)
    measured = measure(texts)
    found = {one.name: value for one in MEASURES if (value := one.of(measured)) is not None}
    return Standing(labelled.title(folder), labelled.fingerprint(folder), len(texts), found)


def problems(now: Standing, kept: dict[str, Any]) -> Iterator[str]:
    """What makes the gate red for a collection; ``kept`` are its floors as the file has them."""
    if not kept:
        yield "it has no floors yet; set them with --set-floors"
        return
    if kept["fingerprint"] != now.fingerprint:
        yield f"its texts or labels changed ({kept['fingerprint']} is now {now.fingerprint}); set the floors anew"
    for one in MEASURES:
        floor, value = kept["floors"].get(one.name), now.figures.get(one.name)
        if floor is not None and value is None:
            yield f"{one.name} cannot be measured any more"
        elif floor is not None and one.worse(value, floor):
            yield f"{one.name} is {value:.4f}, and the floor {floor:.3f}"


def lowered(now: Standing, kept: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The floors that what is measured does not reach, with what they would be lowered to (None: dropped)."""
    for one in MEASURES:
        floor, value = kept.get("floors", {}).get(one.name), now.figures.get(one.name)
        if floor is not None and (value is None or one.worse(value, floor)):
            to = None if value is None else one.floor(value)
            yield {"collection": now.title, "figure": one.name, "from": floor, "to": to}


def new_floors(now: Standing, kept: dict[str, Any]) -> dict[str, Any]:
    """The floors as they shall be: those that hold are kept or raised, those that do not follow what is measured."""
    floors = {}
    for one in MEASURES:
        if (value := now.figures.get(one.name)) is None:
            continue
        floor, old = one.floor(value), kept.get("floors", {}).get(one.name)
        holds = old is not None and not one.worse(value, old)
        floors[one.name] = old if holds and one.worse(floor, old) else floor
    return {"fingerprint": now.fingerprint, "texts": now.texts, "floors": floors}


def check(standings: Sequence[Standing], kept: dict[str, Any]) -> int:
    """Print figures and floors; 1 if one is below its floor, else 0."""
    collections, red = kept["collections"], []
    rows = []
    for now in standings:
        of = collections.get(now.title, {})
        red += [f"{now.title}: {problem}" for problem in problems(now, of)]
        floors = {name: f"{floor:.3f}" for name, floor in of.get("floors", {}).items()}
        rows += [
            (f"{now.title}, {one.name}", f"{now.figures[one.name]:.4f}", floors.get(one.name, "–"), one.goal)
            for one in MEASURES
            if one.name in now.figures
        ]
    show(("collection, figure", "measured", "floor", "goal"), rows)
    for title in collections.keys() - {now.title for now in standings}:
        print(f"gate: {title} was not measured", file=sys.stderr)
    for problem in red:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if red else 0


def set_floors(standings: Sequence[Standing], path: Path, why: str) -> int:
    """Write the floors anew; 2, and nothing written, if one would be lowered without a reason."""
    kept = load(path)
    falls = [fall for now in standings for fall in lowered(now, kept["collections"].get(now.title, {}))]
    if falls and not why:
        for fall in falls:
            change = f"{fall['figure']} would fall from {fall['from']} to {fall['to']}"
            print(f"gate: {fall['collection']}: {change}", file=sys.stderr)
        return 2
    today = datetime.now(UTC).date().isoformat()
    kept["lowered"] += [{"date": today, **fall, "reason": why} for fall in falls]
    for now in standings:
        kept["collections"][now.title] = new_floors(now, kept["collections"].get(now.title, {}))
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"gate: floors of {len(standings)} collections written, {len(falls)} lowered")
    return 0


def load(path: Path) -> dict[str, Any]:
    """The floors in the file; none if there is no file yet."""
    return json.loads(path.read_text(encoding="utf-8") if path.exists() else json.dumps(EMPTY))


def main() -> int:
    """Parse, measure, compare or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[*labelled.OWN, *labelled.shared()])
    parser.add_argument("--floors", type=Path, default=FLOORS, help="another file of floors")
    parser.add_argument("--set-floors", action="store_true")
    parser.add_argument("--lower", metavar="REASON", default="", help="lower floors too; the reason is kept")
    options = parser.parse_args()
    if options.lower and not options.set_floors:
        parser.error("--lower goes with --set-floors")
    if not options.set_floors and not options.floors.exists():
        parser.error(f"{options.floors} does not exist; set floors with --set-floors")
    standings = [standing(folder) for folder in options.folders]
    if empty := [now.title for now in standings if not now.texts]:
        parser.error(f"no labelled texts in {', '.join(empty)}")
    if options.set_floors:
        return set_floors(standings, options.floors, options.lower.strip())
    return check(standings, load(options.floors))


if __name__ == "__main__":
    raise SystemExit(main())
