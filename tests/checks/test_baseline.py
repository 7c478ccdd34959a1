"""Known findings stay known when the text around them changes, and only they."""

import json
from collections import Counter
from dataclasses import replace

import pytest

from glossary import checks
from glossary.checks import Settings, baseline
from glossary.errors import SyntaxFault, UnreadableError
from glossary.matcher import Matcher
from tests.glossaries import made

MATCHER = Matcher(made("person Lin Jian = 林劍"))


def run(text):
    return checks.run(checks.of_draft("a.txt", text, MATCHER), Settings(lang="zh-Hant"))


def test_a_known_finding_is_left_out_on_another_line(tmp_path):
    path = tmp_path / "known.json"
    path.write_text(baseline.dump(run("他說林剑來了")), encoding="utf-8")
    known = baseline.load(path)
    assert not list(baseline.new(run("新的一行\n還有\n後來林剑說"), known))
    assert len(list(baseline.new(run("林剑來了，林剑走了"), known))) == 1


def test_the_file_is_sorted_and_stable():
    findings = run("林剑來了，林剑走了")
    assert baseline.dump(findings) == baseline.dump(reversed(findings))
    assert [row["count"] for row in json.loads(baseline.dump(findings))["findings"]] == [2]
    assert baseline.dump([]) == '{\n  "version": 1,\n  "findings": [\n\n  ]\n}\n'


def test_findings_that_differ_in_their_message_only_are_all_known(tmp_path):
    (one,) = run("林剑來了")
    findings = [one, replace(one, message="said otherwise")]
    path = tmp_path / "known.json"
    path.write_text(baseline.dump(findings), encoding="utf-8")
    assert not list(baseline.new(findings, baseline.load(path)))


NOT = ("", "[]", "{}", "[" * 99_999, *(f'{{"findings": [{one}]}}' for one in ("1", '{"id": "a", "count": "x"}',
       '{"id": "a", "count": 1e999}')))  # fmt: skip


@pytest.mark.parametrize("content", NOT, ids=range(len(NOT)))
def test_what_is_no_baseline_is_refused(tmp_path, content):
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SyntaxFault, match="is no baseline"):
        baseline.load(path)


def test_a_missing_baseline_is_an_error(tmp_path):
    with pytest.raises(UnreadableError):
        baseline.load(tmp_path / "none.json")


def test_nothing_known_leaves_all():
    findings = run("林剑來了")
    assert tuple(baseline.new(findings, Counter())) == findings
