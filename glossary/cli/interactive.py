"""What is typed on a terminal: queries with the names of the glossary to complete from, and lines to be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

__all__ = ["edited", "run"]


def edited(question: str, text: str) -> str | None:
    """The line after it was changed on the terminal; None where Esc or Ctrl-C left it."""
    from prompt_toolkit import prompt
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    keys = KeyBindings()

    @keys.add("escape", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    try:
        return prompt(question, default=text, key_bindings=keys)
    except (EOFError, KeyboardInterrupt):
        return None


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
