"""A glossary in TOML: a line per term, and a line number in every fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary import Glossary, GlossaryError
from glossary.load_toml import read_toml
from glossary.model import CaseRule, Concept, Guard, Relation, Status, Term, TermType

EVERYTHING = """
# A comment.
[sources.gazetteer]
authority = "Survey"
title = "Gazetteer"
year = 1980

[qaratal]
kind = "place"
note = "A river"
source = "gazetteer"
relations = { part-of = "jetisu", see-also = ["tokmak", "x"] }
terms = [
  { text = "Qaratal", lang = "en", status = "preferred", source = "gazetteer" },
  { text = "Karatal", lang = "en", status = "misspelling", case = "any", needs = ["river"], excludes = ["street", "square"] },

  { text = "Kirov", lang = "en", status = "superseded", type = "short", replacement = "Qaratal", from = "1930", until = "1991-12", forms = ["Kirovs=Qaratals"], indeclinable = true, weak = true, note = "old", source = ["a", "b"] },
]
"""


def test_every_key():
    (concept,) = read_toml(EVERYTHING.encode(), "names.toml")
    assert concept == Concept(
        id="qaratal",
        kind="place",
        terms=(
            Term("Qaratal", "en", "Latn", Status.PREFERRED, sources=("gazetteer",)),
            Term(
                "Karatal",
                "en",
                "Latn",
                Status.DEPRECATED,
                misspelling=True,
                case=CaseRule.ANY,
                guard=Guard(("river",), ("street", "square")),
            ),
            Term(
                "Kirov",
                "en",
                "Latn",
                Status.SUPERSEDED,
                TermType.SHORT,
                replacement="Qaratal",
                valid_from="1930",
                valid_until="1991-12",
                forms=("Kirovs=Qaratals",),
                indeclinable=True,
                weak=True,
                note="old",
                sources=("a", "b"),
            ),
        ),
        note="A river",
        sources=("gazetteer",),
        relations=(Relation("part-of", "jetisu"), Relation("see-also", "tokmak"), Relation("see-also", "x")),
    )
    assert [term.line for term in concept.terms] == [14, 15, 17]
    assert concept.origin == "names.toml"


def test_a_byte_order_mark_and_windows_line_ends():
    (concept,) = read_toml(b"\xef\xbb\xbf" + EVERYTHING.replace("\n", "\r\n").encode(), "names.toml")
    assert [term.line for term in concept.terms] == [14, 15, 17]


def test_terms_that_share_a_line_have_no_line_rather_than_a_wrong_one():
    text = '[a]\nterms = [{ text = "A", lang = "en" }, { text = "B", lang = "en", status = "admitted" }]\n'
    (concept,) = read_toml(text.encode(), "names.toml")
    assert [term.line for term in concept.terms] == [None, None]


TERM = '[a]\nkind = "place"\nterms = [\n  { text = "A", lang = "en" },\n  %s\n]\n'
FAULTS = [
    ("no TOML", "[a\n", ":1: is not valid TOML: "),
    ("id twice", '[a]\nterms = [{ text = "A" }]\n[a]\n', ":3: is not valid TOML: Cannot declare"),
    ("not UTF-8", b'[a]\nnote = "\xff"\n', ":2: is not UTF-8, as TOML must be"),
    ("no terms", '\n[a]\nkind = "place"\n', ":2: “a” has no terms"),
    ("terms are no list", '[a]\nterms = "A"\n', ":1: “a” has no terms"),
    ("concept is no table", "a = 1\n", ": “a” is no table"),
    ("bad id", '[Ä]\nterms = [{ text = "A" }]\n', ":1: is not valid TOML"),
    ("capital id", '[Aktau]\nterms = [\n  { text = "A" },\n]\n', ":1: “Aktau” is no identifier"),
    ("unknown key of a concept", '[a]\nkinds = "place"\nterms = [{ text = "A" }]\n', ":1: unknown key “kinds”; did you mean “kind”?"),
    ("unknown kind", '[a]\nkind = "plaice"\nterms = [{ text = "A" }]\n', ":1: unknown kind “plaice”; did you mean “place”?"),
    (
        "unknown relation",
        '[a]\nrelations = { partof = "b" }\nterms = [{ text = "A" }]\n',
        ":1: unknown key “partof”; did you mean “part-of”?",
    ),
    ("unknown key", TERM % '{ text = "B", langs = "en" },', ":5: unknown key “langs”; did you mean “lang”?"),
    (
        "unknown status",
        TERM % '{ text = "B", lang = "en", status = "depricated" },',
        ":5: unknown status “depricated”; did you mean “deprecated”?",
    ),
    ("empty text", TERM % '{ text = " ", lang = "en" },', ":5: the name is empty"),
    ("no text", TERM % '{ text = 1, lang = "en" },', ":5: `text` is no string"),
    ("no list", TERM % '{ text = "B", needs = 1 },', ":5: `needs` is neither a string nor a list"),
    ("no boolean", TERM % '{ text = "B", indeclinable = "yes" },', ":5: `indeclinable` is neither true nor false"),
    ("no date", TERM % '{ text = "B", status = "superseded", until = "12/1991" },', ":5: “12/1991” is no date"),
    ("two preferred", TERM % '{ text = "B", lang = "en" },', ":5: “A” and “B” are both preferred in en-Latn as name (line 4)"),
    ("duplicate", TERM % '{ text = "A", lang = "en", status = "admitted" },', ":5: “A” is there twice (line 4)"),
    (
        "replacement",
        TERM % '{ text = "B", lang = "en", status = "deprecated", replacement = "C" },',
        ":5: “B” is to be replaced by “C”, which is no term of “a” in en",
    ),
    (
        "circle",
        TERM % '{ text = "B", status = "deprecated", replacement = "C" },\n  { text = "C", status = "deprecated", replacement = "B" },',
        ":5: the replacements run in a circle: “B” → “C” → “B”",
    ),
    ("source without a title", '[sources.x]\nauthority = "A"\n', ": the source “x” has no authority or no title"),
]


@pytest.mark.parametrize(("content", "message"), [pytest.param(content, message, id=name) for name, content, message in FAULTS])
def test_faults_name_file_line_and_remedy(tmp_path: Path, content, message):
    path = tmp_path / "names.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(GlossaryError) as caught:
        Glossary.load(path)
    assert str(caught.value).removeprefix(str(path)).startswith(message)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_nesting_beyond_measure_is_a_fault_and_no_crash(tmp_path: Path):
    path = tmp_path / "deep.toml"
    path.write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(GlossaryError, match="is not valid TOML"):
        Glossary.load(path)


def test_the_documented_sample_loads():
    text = (Path(__file__).parents[2] / "docs" / "glossary-files.md").read_text(encoding="utf-8")
    (sample,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (concept,) = read_toml(sample.encode(), "sample.toml")
    assert [term.text for term in concept.terms] == ["Zhanaozen", "Novyi Uzen", "Odd"]
