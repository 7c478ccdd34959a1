"""The only room that opens a connection: fetches one address that a caller named, within limits."""
