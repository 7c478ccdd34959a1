"""The formats a glossary can be written in, and read from.

One small file a format, whose docstring states its spec and its limits; ``registry.FORMATS`` is the table of them.
``columns`` chooses the names that formats for people show; ``export`` writes a file whole or not at all.
"""
