"""What the command line says of a romanization, a candidate, a spelling, a system: text for people, keys for programs."""

import json

from translit import romanize
from translit.candidates import Candidate, Spelling
from translit.reading import Fault
from translit.registry import REGISTRY
from translit.telling import (
    candidate_lines,
    candidate_object,
    dumped,
    fault_lines,
    romanization_lines,
    romanization_object,
    romanization_remarks,
    spelling_lines,
    spelling_object,
    system_lines,
    system_object,
    systems_lines,
)

KAZAKH = "bgnpcgn-kaz-Cyrl-Latn-1979"


def test_spans_stand_beside_their_source():
    made = romanize("Шу", KAZAKH, offsets=True)
    assert list(romanization_lines("Шу", made)) == ["Shū\n", "  0:1\t'Ш'\t→\t'Sh'\t0:2\n", "  1:2\t'у'\t→\t'ū'\t2:3\n"]
    assert romanization_object("Шу", made, KAZAKH)["spans"] == [[0, 1, 0, 2], [1, 2, 2, 3]]


def test_what_had_no_rule_is_told():
    made = romanize("Шу ⰰ", "bgnpcgn-rus-Cyrl-Latn-1947", offsets=True)
    assert all("U+" in remark for remark in romanization_remarks(made))


def test_candidates_lead_with_the_name_or_the_system():
    one = Candidate("Шу", 0.5, KAZAKH, ("sh→ш",))
    assert list(candidate_lines([one], by_system=False)) == [" 0.50  Шу\n", "       sh→ш\n"]
    assert next(iter(candidate_lines([one], by_system=True))) == f" 0.50  {KAZAKH}\n"
    assert candidate_object(one) == {"text": "Шу", "score": 0.5, "system": KAZAKH, "reasons": ["sh→ш"]}


def test_spellings_show_their_likeliest_reasons():
    one = Spelling("Shu", 0.25, ("first", "second", "third"))
    assert list(spelling_lines([one])) == [" 25.0%  Shu  first; second; …\n"]
    assert spelling_object(one)["reasons"] == ["first", "second", "third"]


def test_a_system_says_its_sources_and_samples():
    system = REGISTRY.find(KAZAKH)
    text = "".join(system_lines(system))
    assert "source [table]" in text
    assert "--option dots" in text
    assert "→" in text
    assert list(systems_lines([system])) == [f"{KAZAKH}  kk  official  {system.title}\n"]
    assert json.loads(dumped(system_object(system)))["year"] == 1979


def test_faults_are_printed_as_compilers_do():
    assert list(fault_lines("a.toml", [Fault(3, "script", "a Cyrillic letter")])) == ["a.toml:3: script: a Cyrillic letter\n"]
