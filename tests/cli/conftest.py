import pytest

from tests.command import Command


@pytest.fixture
def glossary(tmp_path):
    return Command(tmp_path)
