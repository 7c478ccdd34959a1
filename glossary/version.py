"""The version of the distribution, its one home."""

__version__ = "0.1.0"
