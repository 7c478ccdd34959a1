"""Making entries of mentions, telling which mentions name one thing, and merging entries."""
