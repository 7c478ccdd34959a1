"""The only room that opens a connection: fetches one address that a caller named, within limits."""

from __future__ import annotations

from glossary.web.fetch import Fetched, fetch, is_address

__all__ = ["Fetched", "fetch", "is_address"]
