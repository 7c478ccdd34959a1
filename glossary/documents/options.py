"""What a caller may ask of the readers, and the limits that keep a hostile file from taking the machine with it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from glossary.errors import GlossaryError

__all__ = ["Limits", "Options"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take; more is refused, with the limit in the message.

    ``download``: megabytes fetched from an address. ``unpacked``: megabytes of text parts in a zip file;
    a page of a PDF may have a tenth of it.
    ``pages``: pages of a PDF. ``seconds``: time to fetch an address.
    """

    download: int = 50
    unpacked: int = 500
    pages: int = 5000
    seconds: int = 30

    def with_(self, settings: tuple[str, ...]) -> Limits:
        """The limits changed by settings such as ``pages=10000``.

        Raises:
            GlossaryError: a setting that is not ``NAME=NUMBER`` with one of the names above and a number above 0.

        >>> Limits().with_(("pages=10000",)).pages
        10000
        """
        names = [field.name for field in fields(self)]
        changed: dict[str, int] = {}
        for setting in settings:
            name, _, number = setting.partition("=")
            if name not in names or not (number.isascii() and number.isdecimal()) or not 0 < int(number) < 10**9:
                hint = f"Write NAME=NUMBER, with one of {', '.join(names)}"
                raise GlossaryError(f"is no limit: {setting[:60]!r}", where="--limit", hint=hint)
            changed[name] = int(number)
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class Options:
    """How to read.

    ``encoding`` overrides what the bytes of a text look like. ``whole_page``: all text of a web page, with menus, not
    the article only. ``field``: the field of JSON Lines that holds the text. ``allow_private``: addresses may lead to
    this machine or a private network.
    """

    encoding: str | None = None
    whole_page: bool = False
    field: str = "text"
    allow_private: bool = False
    limits: Limits = Limits()
