"""Judging candidates: is it a pair, where does each name begin and end, and how sure is that."""
