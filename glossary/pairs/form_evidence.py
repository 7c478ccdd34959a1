"""The evidence of a candidate's form: how sure it is that names which stand so are two names of one thing.

A bracket seldom stands there by chance; two names without one do. Each function gives the reasons with what the form
adds to them. A form that is less sure than a bracket has a row in :data:`PRIORS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossary.candidates.statements import is_stated
from glossary.lang import script
from glossary.model import Candidate, Form, Reason
from glossary.pairs.left import ends_like
from glossary.pairs.series import in_series

__all__ = ["PRIORS", "WITHOUT_BRACKET", "before_english", "behind_english", "beside_each_other", "with_prior"]

_Reasons = tuple[Reason, ...]

WITHOUT_BRACKET = frozenset((Form.INLINE, Form.SLASH, Form.COMMA))
# Chinese-first edges are a little too modest: +0.3 gave the best likelihood of several shifts on labelled brackets.
PRIORS: Mapping[Form, Reason] = {
    Form.INLINE: Reason("form-inline", -2.5),
    Form.SLASH: Reason("form-slash", -2.0),
    Form.COMMA: Reason("form-comma", -3.0),
    Form.ZH_BRACKET: Reason("form-zh-bracket", 0.3),
    Form.LIST: Reason("form-list", -2.3),
    Form.TABLE: Reason("form-table", -2.3),
}
_APPOSITION = Reason("apposition", -2.0)
# The mark before the name opens before both: [Asset 資料夾]; in English text that is how lists name things.
_OPENED_TOGETHER = Reason("opened-together", -2.0)
_IN_CHINESE = Reason("in-chinese", -2.5)  # Chinese text names things in Latin letters, and goes on
_STATED = Reason("stated", 1.5)  # words say that one is the other; but of what: The concept is known as 面子
_STATED_OF_ANYTHING, _TIED = Reason("stated", -2.0), frozenset(("cover", "spelt", "well-known", "translation"))
_SERIES = Reason("series", 2.5)
_SMALL = Reason("small-letters", -0.8)  # what is learnt of terms was learnt from brackets
# Chinese text has many names in Latin letters only: what stands before one is often its job or its kind, 總統 Ivanov.
_GUESS, _GUESSED = Reason("guess", -1.5), frozenset(("unexplained", "acronym"))
_WHOLE_RUN = Reason("whole-run", 1.0)  # all the Han between words of English text
_TYING = frozenset(("surname-spelt-3", "item"))  # 周宜蔓 Gisele Chou; a whole item of a list
_DESCRIBED, _DESCRIBING = Reason("described", -2.5), frozenset(("role", "kind"))
_NEAR, _FAR = 40, 300  # characters
_FOREIGN = 3  # in English text, so many letters stand for one of Han


def with_prior(reasons: _Reasons, form: Form, *, closed: bool = False) -> _Reasons:
    """The reasons with what the form alone says.

    ``closed``: a comma follows the Chinese, which a comma before it makes an apposition.

    >>> [reason.name for reason in with_prior((), Form.COMMA) + with_prior((), Form.EN_BRACKET)]
    ['form-comma']
    """
    prior = PRIORS.get(form)
    if closed and form is Form.COMMA:
        return (*reasons, _APPOSITION)
    return (*reasons, prior) if prior else reasons


def behind_english(candidate: Candidate, reasons: _Reasons, text: str) -> _Reasons:
    """The reasons with what it says that Han stands behind an English name without a bracket.

    >>> from glossary import candidates
    >>> text = "the scholar Yu Yue 俞樾, who"
    >>> [reason.name for found in candidates.find(text) for reason in behind_english(found, (), text)]
    ['form-inline']
    """
    said = {reason.name for reason in reasons}
    if is_stated(candidate):
        anything = "gloss-of-term" in said and _TIED.isdisjoint(said)
        return (*reasons, _STATED_OF_ANYTHING if anything else _STATED)
    if "left-opened" in said and ("gloss-of-term" in said or not _in_english(candidate, text)):
        reasons = (*reasons, _OPENED_TOGETHER)
    reasons = with_prior(reasons, candidate.form, closed=text.startswith(",", candidate.gloss.end))
    if in_series(candidate, text):
        return (*reasons, _SERIES)
    if "gloss-of-term" in said and "spelt" not in said:
        reasons = (*reasons, _SMALL)
    return (*reasons, _IN_CHINESE) if candidate.form is Form.INLINE and _in_chinese(candidate, text) else reasons


def beside_each_other(candidate: Candidate, reasons: _Reasons, text: str) -> _Reasons:
    """The reasons with what it says that two whole names stand side by side, in a line of their own or a series."""
    reasons = with_prior(reasons, candidate.form)
    return (*reasons, _SERIES) if candidate.form is Form.LIST and in_series(candidate, text) else reasons


def before_english(candidate: Candidate, reasons: _Reasons, text: str, *, chinese: str) -> _Reasons:
    """The reasons with what it says that the Chinese name stands before the English one, in a bracket or not.

    >>> from glossary import candidates
    >>> text, guess = "他今天穿耐吉 Nike，很輕。", (Reason("unexplained", 0.0),)
    >>> (found,) = candidates.find(text)
    >>> [reason.name for reason in before_english(found, guess, text, chinese="耐吉")]
    ['unexplained', 'form-inline', 'guess']
    """
    if is_stated(candidate):
        return (*reasons, _STATED)
    if candidate.form is Form.INLINE and _is_whole_run(candidate, text, chinese):
        return (*reasons, _WHOLE_RUN)
    reasons = with_prior(reasons, candidate.form)
    if candidate.form is Form.ZH_BRACKET or not _is_guess(reasons):
        return reasons
    return (*reasons, *_guess(candidate, text, chinese=chinese))


def _is_whole_run(candidate: Candidate, text: str, chinese: str) -> bool:
    """Whether the Chinese name is all that stands in the line between English words."""
    start = candidate.before.start
    return start > 0 and text[start - 1] != "\n" and chinese == candidate.before.of(text).strip()


def _in_chinese(candidate: Candidate, text: str) -> bool:
    """Whether the text goes on in Chinese after the gloss, or was Chinese before the name."""
    start, end = candidate.gloss.start, candidate.gloss.end
    around = text[max(candidate.before.start, start - _NEAR) : start] + text[end : end + _NEAR].partition("\n")[0]
    letters, han = script.counts(around)
    return 2 * han > letters


def _in_english(candidate: Candidate, text: str) -> bool:
    """Whether the text around is in English."""
    letters, han = script.counts(text[max(0, candidate.gloss.start - _FAR) : candidate.gloss.end + _FAR])
    return letters > _FOREIGN * han


def _is_guess(reasons: _Reasons) -> bool:
    """Whether nothing ties the Chinese name to the English one."""
    said = {reason.name for reason in reasons}
    return not _GUESSED.isdisjoint(said) and _TYING.isdisjoint(said)


def _guess(candidate: Candidate, text: str, *, chinese: str) -> Iterator[Reason]:
    """What it says that nothing ties two names without a bracket; the Chinese may say what the other one is."""
    if in_series(candidate, text):
        yield _SERIES
        return
    yield _GUESS
    if ends_like(script.fold(chinese)) in _DESCRIBING:
        yield _DESCRIBED
