"""Writing XML by hand: elements with escaped text, one after another, so that a glossary streams."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

__all__ = ["element", "identifier", "open_tag"]

_NAME = re.compile(r"(?!c-)[A-Za-z_][A-Za-z0-9_.-]*\Z")
# In an attribute a line break or tab would come back as a space.
_ATTRIBUTE = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def open_tag(name: str, **attributes: str) -> str:
    """The start of an element; an attribute ``xml_lang`` is written ``xml:lang``, an empty one is left out.

    >>> open_tag("langSet", xml_lang="zh-TW", id="")
    '<langSet xml:lang="zh-TW">'
    """
    written = "".join(
        f' {key.replace("xml_", "xml:")}="{escape(value, _ATTRIBUTE)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{written}>"


def element(name: str, text: str, **attributes: str) -> str:
    """An element with a text; nothing where the text is empty.

    >>> element("descrip", "A & B", type="context"), element("note", "")
    ('<descrip type="context">A &amp; B</descrip>', '')
    """
    # A CR would come back as a line feed.
    return f"{open_tag(name, **attributes)}{escape(text, {chr(13): '&#13;'})}</{name}>" if text else ""


def identifier(entry_id: str) -> str:
    """The id as XML wants one (xsd:ID): as it is, or ``c-`` and its bytes in hexadecimal.

    >>> identifier("e0123"), identifier("1 a")
    ('e0123', 'c-312061')
    """
    return entry_id if _NAME.match(entry_id) else "c-" + entry_id.encode().hex()
