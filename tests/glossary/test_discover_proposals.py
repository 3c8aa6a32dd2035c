"""Proposals: a table that imports as it stands, and from which later runs learn what a reviewer changed in it."""

import csv
import io

import pytest

from glossary.discover_decisions import Decision, Verdict
from glossary.discover_families import discover
from glossary.discover_names import Texts
from glossary.discover_proposals import accepted, decided, table
from glossary.errors import GlossaryError
from glossary.exchange import read
from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term

EMPTY = Glossary(())
PASSAGES = [
    "They met in Zhezkazgan, and in Zhezkazgan they stayed. The road from Zhezqazghan is long.",
    "At the office they spoke of KazTransOil; KTO is large.",
]


def proposed(passages=PASSAGES, glossary=EMPTY):
    texts = Texts()
    texts.add("a.txt", passages, "en")
    return discover(texts, glossary).open


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_table_has_the_sure_as_terms_and_the_doubtful_aside():
    lines = [(row["decision"], row["term"], row["status"], row["doubtful"]) for row in rows(table(proposed(), EMPTY))]
    assert lines == [
        ("name", "Zhezkazgan", "preferred", ""),
        ("same", "Zhezqazghan", "deprecated", ""),
        ("name", "KazTransOil", "preferred", ""),
        ("", "", "", "KTO"),
    ]


def test_the_unedited_table_imports(tmp_path):
    path = tmp_path / "proposals.csv"
    path.write_bytes(table(proposed(), EMPTY))
    whole = read(path)
    assert [(concept.id, [(term.text, term.status) for term in concept.terms]) for concept in whole.concepts] == [
        ("zhezkazgan", [("Zhezkazgan", Status.PREFERRED), ("Zhezqazghan", Status.DEPRECATED)]),
        ("kaztransoil", [("KazTransOil", Status.PREFERRED)]),
    ]


def test_accepting_is_importing_the_unedited_table(tmp_path):
    path = tmp_path / "proposals.csv"
    path.write_bytes(table(proposed(), EMPTY))
    assert accepted(proposed(), EMPTY) == read(path).concepts


def test_nothing_to_accept():
    assert accepted((), EMPTY) == ()


KNOWN = Glossary.of([Concept("krg", "place", (Term("Zhezqazghan", "en", "Latn", Status.PREFERRED),))])


def test_a_new_spelling_of_a_known_name_goes_to_its_concept():
    (concept,) = accepted(proposed(["the road to Zhezkazgan, to Zhezkazgan"], KNOWN), KNOWN) or (None,)
    assert concept.id == "krg"
    assert [(term.text, term.status) for term in concept.terms] == [("Zhezqazghan", Status.PREFERRED), ("Zhezkazgan", Status.DEPRECATED)]


def edited(tmp_path, change):
    """What is learnt from the table after a change of its rows."""
    lines = rows(table(proposed(), EMPTY))
    change({row["term"] or row["doubtful"]: row for row in lines})
    out = io.StringIO()
    writer = csv.DictWriter(out, lines[0].keys())
    writer.writeheader()
    writer.writerows(lines)
    path = tmp_path / "proposals.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    return decided(path)


def test_an_unedited_table_confirms_what_is_sure_and_nothing_else(tmp_path):
    assert edited(tmp_path, lambda rows: None) == [Decision(Verdict.SAME, "Zhezkazgan", "Zhezqazghan")]


def test_another_concept_means_not_the_same(tmp_path):
    def change(rows):
        rows["Zhezqazghan"]["concept"] = "zhezqazghan"

    assert edited(tmp_path, change) == [Decision(Verdict.NOT_SAME, "Zhezkazgan", "Zhezqazghan")]


@pytest.mark.parametrize(
    ("word", "decision"),
    [
        ("same", Decision(Verdict.SAME, "KazTransOil", "KTO")),
        ("Not same", Decision(Verdict.NOT_SAME, "KazTransOil", "KTO")),
        ("no name", Decision(Verdict.NO_NAME, "KTO")),
    ],
)
def test_a_word_about_a_doubtful_spelling(tmp_path, word, decision):
    def change(rows):
        rows["KTO"]["decision"] = word

    assert decision in edited(tmp_path, change)


def test_an_unknown_word_is_named(tmp_path):
    def change(rows):
        rows["KTO"]["decision"] = "maybe"

    with pytest.raises(GlossaryError, match="“maybe” is no decision"):
        edited(tmp_path, change)


def test_another_table_is_refused(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("preferred,variants\nOral,Uralsk\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="no table of proposals"):
        decided(path)


def test_no_cell_is_a_formula():
    data = table(proposed(["=1+1 he said to Zhezkazgan and to Zhezqazghan", "-Zhezkazgan"]), EMPTY).decode("utf-8-sig")
    assert not [cell for row in csv.reader(io.StringIO(data)) for cell in row if cell[:1] in "=+-@" and cell]
