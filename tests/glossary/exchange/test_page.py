"""What docs/exchange.md says of the formats is what they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary import Glossary, GlossaryError
from glossary.exchange import FORMATS, guess_mapping, losses, read, stream, write
from glossary.importing import apply, plan
from tests.glossary.exchange.glossaries import FULL

PAGE = (Path(__file__).parents[3] / "docs" / "exchange.md").read_text(encoding="utf-8")
ROWS = list(re.findall(r"^\| (`.*?) \|(.*?)\| (yes|no) \| (yes|no) \| ?(.*?) ?\|$", PAGE, re.MULTILINE))


def rows() -> dict[str, tuple[str, str, str]]:
    return {name: (read, written, holds) for names, _, read, written, holds in ROWS for name in re.findall(r"`([^`]+)`", names)}


def test_the_table_names_every_format_and_no_other():
    assert set(rows()) == {format.name for format in FORMATS}


@pytest.mark.parametrize("format", FORMATS, ids=[format.name for format in FORMATS])
def test_what_a_row_says_is_true(format):
    said, written, holds = rows()[format.name]
    assert said == "yes"
    assert (written == "yes") == (format.writer is not None)
    if format.writer is not None:
        assert (holds == "everything") == (losses(FULL, format.name) == [])


def test_the_refusal_it_quotes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    from dataclasses import replace

    concept = replace(FULL.concepts[0], sources=(), relations=(), terms=FULL.concepts[0].terms[:1])
    quoted = next(line.strip() for line in PAGE.splitlines() if "cannot hold all of it" in line)
    with pytest.raises(GlossaryError) as caught:
        write(Glossary((concept,)), "names.csv")
    assert str(caught.value) == quoted


def test_thirty_names_from_a_spreadsheet_to_tbx_and_back(tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("English,Русский,Comment\n" + "".join(f"Name {n},Имя {n},No. {n}\n" for n in range(30)), encoding="utf-8")
    mapping = guess_mapping(table)
    assert mapping is not None
    assert mapping.certain
    found = plan(FULL, read(table))
    assert next(found.lines()).startswith("30 to add, 0 to change")
    glossary = apply(found, FULL)
    assert write(glossary, tmp_path / "names.tbx") == []
    again = plan(glossary, read(tmp_path / "names.tbx"))
    assert (again.adds, again.changes, again.ambiguous) == ((), (), ())
    assert len(list(stream(tmp_path / "names.tbx"))) == 32
