"""Hypothesis strategies for the types of glossary.model: any text but half surrogate pairs, any number that is one."""

from __future__ import annotations

from hypothesis import strategies as st

from glossary.model import (
    Certainty,
    Derivation,
    Entry,
    Form,
    Kind,
    Mention,
    Origin,
    Pair,
    Reading,
    Reason,
    Review,
    Source,
    Span,
    Term,
    TermStatus,
    TermType,
)

# Characters that formats stumble over are drawn as often as all others together.
_TRICKY = st.sampled_from("\0\t\n\r\v\x1c\x1f\x85\u2028\ufeff\"'#=+-@,;<>&\\/[]{}（）·\u0301何峰臺𠮷🀄")
texts = st.text(st.one_of(_TRICKY, st.characters(exclude_categories=["Cs"])), max_size=12)
ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
languages = st.sampled_from(["en", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Hans", "zh-Hans-CN"])
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(min_value=0, max_value=2**37)  # below the year 10000, in seconds

spans = st.builds(Span, counts, counts)
reasons = st.builds(Reason, texts, numbers, texts)
sources = st.builds(Source, ids, texts, texts, texts, texts, texts, texts)
pairs = st.builds(Pair, texts, texts, st.sampled_from(Kind), st.lists(texts, max_size=2).map(tuple))
readings = st.builds(
    Reading, texts, texts, texts, texts, texts, st.sampled_from(Certainty), st.lists(texts, max_size=2).map(tuple)
)
mentions = st.builds(
    Mention,
    pairs,
    ids,
    st.sampled_from(Form),
    spans,
    spans,
    spans,
    st.floats(0, 1),
    texts,
    st.lists(reasons, max_size=2).map(tuple),
)
terms = st.builds(
    Term,
    texts,
    languages,
    st.sampled_from(TermType),
    st.sampled_from(TermStatus),
    st.sampled_from(Origin),
    st.sampled_from(Derivation),
    st.lists(texts, max_size=2).map(tuple),
    st.none() | readings,
)
entries = st.builds(
    Entry,
    ids,
    st.sampled_from(Kind),
    st.lists(terms, max_size=4).map(tuple),
    st.lists(mentions, max_size=2).map(tuple),
    st.lists(sources, max_size=2).map(tuple),
    st.sampled_from(Review),
    texts,
    counts,
)
glossaries = st.lists(entries, max_size=4, unique_by=lambda entry: entry.id)
