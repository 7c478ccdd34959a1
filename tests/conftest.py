"""What all tests share."""

import os

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # tests say what is right; benchmarks say how fast
settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A test that needs a real client program may be skipped at home, but not where REQUIRE_CLIENTS is set."""
    report = yield
    if report.skipped and os.environ.get("REQUIRE_CLIENTS") and item.get_closest_marker("client"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, but REQUIRE_CLIENTS is set: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """The same for a test module that skips itself because its client cannot be imported."""
    report = yield
    if report.skipped and os.environ.get("REQUIRE_CLIENTS"):
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, but REQUIRE_CLIENTS is set: {report.longrepr}"
    return report
