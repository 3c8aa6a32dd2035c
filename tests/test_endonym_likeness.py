"""`endonym compare`: an answer in one line, its reasons below, and a refusal with a word where there is nothing to compare."""

from __future__ import annotations

import json


def test_an_answer_and_its_reasons(run):
    status, out, err = run("compare", "Shetp", "Shetpe")
    assert status == 0
    assert out.splitlines()[0].endswith("likely")
    assert out.splitlines()[1].strip() == "Shetp → Shetpe: e added (slip)"
    assert err == ""


def test_json(run):
    _, out, _ = run("compare", "Aktau", "Актау", "--report", "json")
    answer = json.loads(out)
    assert answer["band"] == "same"
    assert 0.97 <= answer["probability"] <= 1


def test_what_cannot_be_compared(run):
    status, out, err = run("compare", "中国", "China", "--report", "json")
    assert status == 2
    assert json.loads(out)["probability"] is None
    assert "cannot compare: “中国”" in err
