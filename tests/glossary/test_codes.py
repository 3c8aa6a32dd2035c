"""The table of findings is whole: every kind that is given has a row, and every row says something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary import normalizer
from glossary.codes import CODES, Code

ROOT = Path(__file__).parents[2]


def test_codes_are_unique():
    assert len({code.code for code in CODES}) == len(CODES)
    assert len({code.title for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_row_can_be_shown(code: Code):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.code)
    assert code.title
    assert not code.title.endswith(".")
    assert code.help.endswith(".")


def test_every_code_the_normalizer_gives_has_a_row():
    source = Path(normalizer.__file__).read_text(encoding="utf-8")
    given = set(re.findall(r'_say\(\s*place,\s*"([a-z-]+)"', source)) | set(re.findall(r'code = "([a-z-]+)"', source))
    assert given, "the pattern no longer finds how the normalizer names its codes"
    assert given <= {code.code for code in CODES}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_row_is_documented(code: Code):
    assert f"| `{code.code}` | {code.severity} | {code.title} |" in (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
