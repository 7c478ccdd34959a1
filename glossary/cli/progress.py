"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.verbs import Outcome

__all__ = ["shown"]


def shown(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes as they come, counted on the bar with the path of the last."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    path = TextColumn("{task.description}", table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"))
    columns = (SpinnerColumn(), TextColumn("{task.completed} files"), TimeElapsedColumn(), path)
    # Redirecting the streams would take the bytes that output.py writes past the bar.
    options = {"transient": True, "expand": True, "redirect_stdout": False, "redirect_stderr": False}
    with Progress(*columns, console=Console(stderr=True), **options) as progress:  # type: ignore[arg-type]
        task = progress.add_task("", total=None)
        for outcome in outcomes:
            progress.update(task, advance=1, description=escape(outcome.path))
            if outcome.error is None:
                yield outcome
                continue
            progress.stop()  # the caller prints the error where the bar was
            yield outcome
            progress.start()
