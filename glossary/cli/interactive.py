"""A prompt that looks up what is typed, with the names of the glossary to complete from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

__all__ = ["run"]


def run(show: Callable[[str], bool], *, complete: Callable[[str], Iterable[str]]) -> None:
    """Show what is found for each line typed, until Ctrl-D or an empty line."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.document import Document

    class Names(Completer):
        """The names of the glossary as completions of the whole line."""

        def get_completions(self, document: Document, complete_event: object) -> Iterable[Completion]:  # noqa: ARG002
            start = document.text_before_cursor
            for name in complete(start) if start.strip() else ():
                yield Completion(name, start_position=-len(start))

    session: PromptSession[str] = PromptSession(completer=Names(), complete_while_typing=True)
    while True:
        try:
            query = session.prompt("look up: ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if not query:
            return
        show(query)
