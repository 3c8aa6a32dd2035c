"""A start is fast because heavy things are imported where they are used: a fresh interpreter proves it for each front door."""

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "numpy",
    "sqlalchemy",
    "lxml",
    "pymorphy3",
    "markdown_it",
    "charset_normalizer",
    "pathspec",
    "babel",
    "polib",
    "transliterate",
    "daachorse",
)

DOORS = [
    ("import endonym", HEAVY),
    ("import glossary", HEAVY),
    ("import passages", HEAVY),
    ("import translit", HEAVY),
    (
        "import endonym, click; click.testing = None\ntry:\n    endonym.cli(['--help'], standalone_mode=False)\nexcept SystemExit:\n    pass",
        HEAVY,
    ),
]


@pytest.mark.parametrize(("code", "heavy"), DOORS)
def test_nothing_heavy_is_imported(code, heavy):
    probe = f"{code}\nimport sys\nprint('LOADED', *sorted(set({heavy!r}) & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert shown.splitlines()[-1] == "LOADED"
