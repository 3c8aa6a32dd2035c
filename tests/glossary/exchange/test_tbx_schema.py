"""What is written as TBX version 3 is valid by a grammar of the part that is written (tests/data/tbx-written.rng), whatever the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from glossary import Glossary
from glossary.exchange import to_bytes
from tests.glossary.exchange.glossaries import FULL, glossaries, sound

etree = pytest.importorskip("lxml.etree")

SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).parents[2] / "data" / "tbx-written.rng")))
FORMATS = ("tbx", "tbx-dct", "tbx-min", "tbx-min-dct")


def faults(data: bytes) -> list[str]:
    SCHEMA.validate(etree.fromstring(data))
    return [entry.message for entry in SCHEMA.error_log]


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_glossary_is_valid(format):
    assert faults(to_bytes(FULL, format)) == []


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(glossary=glossaries())
def test_any_glossary_is_valid(format: str, glossary: Glossary):
    assume(sound(glossary))
    assert faults(to_bytes(glossary, format)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<term>Karatal</term>", b""),
        (b"preferredTerm-admn-sts", b"best"),
        (b'<langSec xml:lang="ru">', b"<langSec>"),
        (b'id="2-steppe"', b'id="2"'),
        (b"conceptEntry", b"termEntry"),
        (b'style="dca"', b'style="dct"'),
        (b'type="source"', b'type="origin"'),
    ],
)
def test_the_grammar_knows_what_is_wrong(old, new):
    data = to_bytes(FULL, "tbx").replace(b'id="_2-steppe"', b'id="2-steppe"') if b"2-steppe" in old else to_bytes(FULL, "tbx")
    assert old in data
    assert faults(data.replace(old, new)) != []
