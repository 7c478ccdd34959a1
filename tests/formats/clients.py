"""Finding and running the programs that read our exports."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from glossary.formats.export import export
from glossary.formats.format import Options

# The schemas are other people's; where they lie beside the checkout, they are used from there.
SCHEMAS = Path(__file__).parents[2].parent / "shared" / "schemas"


def program(name, package):
    """The path of the program, or a skip that says which Debian package has it."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"needs {name} (apt-get install {package})")
    return path


def run(*command, **environment):
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode()


def schema(name):
    path = SCHEMAS / name
    if not path.exists():
        pytest.skip(f"needs the schema {name}, which has no licence to be kept here")
    return path


def written(entries, name, path, **options):
    export(entries, name, to=path, options=Options(**options))
    return path
