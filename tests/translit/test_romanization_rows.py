"""The shipped systems against real vectors: every undisputed row comes out right or is refused with a reason.

The vectors are not part of the project; without them the tests about rows are skipped.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "romanization.jsonl"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """The benchmark's module, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("romanization_benchmark", ROOT / "benchmarks" / "romanization.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(benchmark):
    if not DATA.is_file():
        pytest.skip("the vectors are not beside the checkout")
    return benchmark.read_rows(DATA)


def test_no_undisputed_row_of_a_shipped_system_fails_without_a_reason(benchmark, rows):
    targets = benchmark.read_targets({row.system for row in rows})
    wrong = benchmark.failures(rows, targets, benchmark.read_refusals())
    shown = "\n".join(f"{row.system}: {row.source!r} gives {made!r}, the row has {row.expected!r}" for row, made in wrong[:20])
    assert not wrong, f"{len(wrong)} rows fail, {Counter(row.system for row, _ in wrong)}:\n{shown}"


def test_every_refusal_is_needed(benchmark, rows):
    """A reason for a row that comes out right, or that is not there, is a leftover."""
    import tomllib

    targets, table = (
        benchmark.read_targets({row.system for row in rows}),
        tomllib.loads((ROOT / "benchmarks" / "romanization_refused.toml").read_text(encoding="utf-8")),
    )
    wrong: dict[str, list] = {}
    for row, _ in benchmark.failures(rows, targets, benchmark.Refusals({})):
        wrong.setdefault(row.system, []).append(row)
    idle = [
        (system, key)
        for system, reasons in table.items()
        if system in targets
        for key, why in reasons.items()
        if not any(benchmark.Refusals({system: {key: why}}).reason(row) for row in wrong.get(system, ()))
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("source", "expected", "reason"),
    [
        ("Осло", "Oslo", None),
        ("Ош", "Osh", "by source"),
        ("Гянджа", "Gya\u0144dzha", "by pattern"),
    ],
)
def test_a_row_is_refused_by_its_source_or_by_a_pattern_on_what_it_expects(benchmark, source, expected, reason):
    refusals = benchmark.Refusals({"x": {"Ош": "by source", "~n\u0301": "by pattern"}})
    row = benchmark.Row("x", "rus", source, expected, disputed=False)
    assert refusals.reason(row) == reason
    other = benchmark.Row("y", "rus", source, expected, disputed=False)
    assert refusals.reason(other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("L’viv", "Lʹviv"), ("Ulʼyanov", "Ul'yanov"), ("ob”yekt", "obʺyekt"), ("‘ayn", "ʿayn")],
)
def test_apostrophes_of_all_kinds_fold_together(benchmark, one, other):
    assert one != other
    assert benchmark.folded(one) == benchmark.folded(other)


def test_a_single_apostrophe_is_not_a_double_one(benchmark):
    assert benchmark.folded("ob’yekt") != benchmark.folded("ob”yekt")


def test_a_share_is_never_rounded_up_to_a_hundred(benchmark):
    assert benchmark.percent(9999, 10000) == "99.9"
    assert benchmark.percent(3, 3) == "100"
    assert benchmark.percent(0, 0) == "–"


def test_without_vectors_the_script_says_where_it_looked(tmp_path):
    import subprocess

    made = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "romanization.py", tmp_path / "none.jsonl"], capture_output=True, text=True, check=False
    )
    assert made.returncode == 1
    assert "none.jsonl" in made.stderr
    assert "argument" in made.stderr
