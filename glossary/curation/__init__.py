"""What people do with a glossary between collecting and exporting: decide, review, settle conflicts, look back.

``choosing`` finds the one entry that is meant, ``changes`` makes decisions of what is to be changed, ``sheet`` is the
review as a table for spreadsheets, ``settling`` merges by a policy; ``conflicts``, ``stale``, ``difference`` and
``statistics`` report, ``plot`` draws.
"""
