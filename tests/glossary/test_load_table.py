"""A translator's spreadsheet becomes a glossary, or one clear line says why not."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary import Glossary, GlossaryError
from glossary.lint import structure
from glossary.model import CaseRule, Guard, Status, TermType
from glossary.table_text import HEADERS


@pytest.fixture
def table(tmp_path: Path):
    """Writes a table and returns its path; a str is written in UTF-8."""

    def write(content: str | bytes, name: str = "names.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def statuses(glossary: Glossary) -> dict[str, str]:
    return {term.text: "misspelling" if term.misspelling else str(term.status) for concept in glossary.concepts for term in concept.terms}


def fault(path: Path) -> str:
    with pytest.raises(GlossaryError) as caught:
        Glossary.load(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert caught.value.remedy
    return message.removeprefix(str(path))


WIDE = "preferred,variants\nQaratal,Karatal;Karatall\nTokmak,Tokmok\n"
LONG = "concept,term,status\nqaratal,Qaratal,preferred\nqaratal,Karatal,\nqaratal,Karatall,misspelling\n"


class TestShapes:
    def test_wide(self, table):
        glossary = Glossary.load(table(WIDE))
        assert [concept.id for concept in glossary.concepts] == ["qaratal", "tokmak"]
        assert statuses(glossary) == {
            "Qaratal": "preferred",
            "Karatal": "deprecated",
            "Karatall": "deprecated",
            "Tokmak": "preferred",
            "Tokmok": "deprecated",
        }

    def test_long(self, table):
        glossary = Glossary.load(table(LONG))
        assert statuses(glossary) == {"Qaratal": "preferred", "Karatal": "deprecated", "Karatall": "misspelling"}

    def test_long_with_preferred_in_place_of_a_concept(self, table):
        glossary = Glossary.load(table("term,preferred\nKaratal,Qaratal\nQaratal,Qaratal\nKaratall,Qaratal\n"))
        (concept,) = glossary.concepts
        assert {term.text: concept.replacement(term) for term in concept.terms} == {
            "Qaratal": None,
            "Karatal": "Qaratal",
            "Karatall": "Qaratal",
        }

    def test_a_variant_may_have_a_line_of_its_own(self, table):
        glossary = Glossary.load(table("preferred,variant\nQaratal,Karatal\nQaratal,Karatall\n"))
        assert len(glossary.concepts) == 1
        assert statuses(glossary) == {"Qaratal": "preferred", "Karatal": "deprecated", "Karatall": "deprecated"}

    def test_without_a_status_the_first_of_its_kind_is_preferred(self, table):
        glossary = Glossary.load(table("concept,term,language\nx,Qaratal,en\nx,Karatal,en\nx,Каратал,ru\n"))
        assert statuses(glossary) == {"Qaratal": "preferred", "Karatal": "deprecated", "Каратал": "preferred"}

    def test_a_stated_preferred_term_outranks_the_order(self, table):
        glossary = Glossary.load(table("concept,term,status\nx,Karatal,\nx,Qaratal,preferred\n"))
        assert statuses(glossary) == {"Karatal": "deprecated", "Qaratal": "preferred"}

    def test_every_column(self, table):
        header = "concept,kind,language,script,term,status,type,replacement,from,until,case,needs,excludes,forms,note,source"
        lines = [
            "qaratal,place,en,Latn,Qaratal,preferred,name,,,,,,,,,",
            'qaratal,place,en,Latn,Kirovskoye,superseded,name,Qaratal,1930,1991-12-16,exact,town;river,"street; square",Kirovskoyes=Qaratals,old name,gazetteer 1980',
        ]
        (concept,) = Glossary.load(table("\n".join([header, *lines]))).concepts
        old = concept.terms[1]
        assert concept.kind == "place"
        assert (old.status, old.type, old.replacement, old.valid_from, old.valid_until) == (
            Status.SUPERSEDED,
            TermType.NAME,
            "Qaratal",
            "1930",
            "1991-12-16",
        )
        assert (old.case, old.guard, old.forms) == (
            CaseRule.EXACT,
            Guard(("town", "river"), ("street", "square")),
            ("Kirovskoyes=Qaratals",),
        )
        assert (old.note, old.sources, old.line) == ("old name", ("gazetteer 1980",), 3)


class TestWriting:
    """The ways programs and people write one table."""

    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_delimiters(self, table, delimiter):
        text = "\n".join(delimiter.join(cells) for cells in [("concept", "term"), ("x", "Qaratal"), ("x", "Karatal")])
        assert Glossary.load(table(text)) == Glossary.load(table("concept,term\nx,Qaratal\nx,Karatal\n", "other.csv"))

    @pytest.mark.parametrize("name", ["names.csv", "names.tsv", "names.txt", "names"])
    def test_the_delimiter_shows_in_the_header_not_in_the_name(self, table, name):
        assert statuses(Glossary.load(table("preferred;variants\nQaratal;Karatal|Karatall\n", name)))["Karatall"] == "deprecated"

    @pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_r"])
    def test_encodings(self, table, codec):
        text = "Правильно;Варианты\nЖанаозен;Жанаузень\nМангистау;Мангыстау|Мангистав\nАктау;Ахтау\n"
        data = text.encode(codec)
        if codec == "utf-16-be":
            data = b"\xfe\xff" + data
        assert statuses(Glossary.load(table(data))) == {
            "Жанаозен": "preferred",
            "Жанаузень": "deprecated",
            "Мангистау": "preferred",
            "Мангыстау": "deprecated",
            "Мангистав": "deprecated",
            "Актау": "preferred",
            "Ахтау": "deprecated",
        }

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, table, end):
        glossary = Glossary.load(table(WIDE.replace("\n", end)))
        assert [concept.terms[0].line for concept in glossary.concepts] == [2, 3]

    def test_no_final_line_end_and_blank_lines(self, table):
        glossary = Glossary.load(table("\n\npreferred,variants\n,\nQaratal,Karatal"))
        assert [term.line for term in glossary.concepts[0].terms] == [5, 5]

    def test_the_first_line_of_excel(self, table):
        glossary = Glossary.load(table("sep=;\r\npreferred;variants\r\nQaratal;Karatal\r\n"))
        assert glossary.concepts[0].terms[0].line == 3

    def test_headers_in_any_case_order_and_language(self, table):
        glossary = Glossary.load(
            table("Статус,ТЕРМИН,_Concept_ID_,Project,Язык\nпредпочтительный,Каратал,k,P1,русский\nопечатка,Коратал,k,P1,ru\n")
        )
        assert statuses(glossary) == {"Каратал": "preferred", "Коратал": "misspelling"}
        assert {term.language for term in glossary.concepts[0].terms} == {"ru"}

    def test_a_quoted_cell_over_two_lines_counts_its_lines(self, table):
        glossary = Glossary.load(table('preferred,variants,note\nQaratal,Karatal,"one\ntwo"\nTokmak,Tokmok,\n'))
        assert [concept.terms[0].line for concept in glossary.concepts] == [2, 4]

    def test_names_are_brought_to_nfc_and_single_spaces(self, table):
        glossary = Glossary.load(table("preferred,variants\nLulea\u030a\u00a0 Norra,Lulea Norra\n"))
        assert glossary.concepts[0].terms[0].text == "Luleå Norra"

    @pytest.mark.parametrize(("text", "language"), [("Qaratal", "en"), ("Каратал", "ru"), ("Қаратал", "kk"), ("Київщина", "uk")])
    def test_the_language_is_told_by_the_letters_where_no_column_tells_it(self, table, text, language):
        assert Glossary.load(table(f"preferred,variants\n{text},\n")).concepts[0].terms[0].language == language

    def test_ids_of_names_that_are_not_ascii_are_stable_and_differ(self, table):
        ids = [concept.id for concept in Glossary.load(table("preferred,variants\nЖанаозен,\nЖаңаөзен,\nSão Tomé,\nSao Tome,\n")).concepts]
        assert len(set(ids)) == 4
        assert ids == [
            concept.id
            for concept in Glossary.load(table("preferred,variants\nЖанаозен,\nЖаңаөзен,\nSão Tomé,\nSao Tome,\n", "again.csv")).concepts
        ]
        assert not [problem for concept in Glossary.load(table(WIDE)).concepts for problem in structure(concept)]


FAULTS = [
    ("empty", "", ": is empty"),
    ("blank", " \n\n", ": is empty"),
    ("only commas", ",,\n,,\n", ": has no header"),
    ("header alone", "preferred,variants\n", ":1: nothing follows the header"),
    ("wrong header", "foo,bar\na,b\n", ":1: the header names “foo”, “bar”; wanted are the columns `term` with `concept`"),
    ("header misspelt", "concept,term,statuss\nx,A,preferred\n", ":1: unknown column “statuss”; did you mean “status”"),
    ("one column", "term\nQaratal\n", ":1: the header has `term` but neither `concept` nor `preferred`"),
    ("column twice", "term,concept,Name\nA,x,B\n", ":1: two columns are “term” (“Name” is the second)"),
    ("both shapes", "concept,term,variants\nx,A,B\n", ":1: the header has both `term` and `variants`"),
    ("empty term", "concept,term,status\nx,,preferred\n", ":2: the term is empty"),
    ("empty concept", "concept,term\n,Qaratal\n", ":2: the line names neither a concept nor a preferred term"),
    ("empty preferred", "preferred,variants\n,Karatal\n", ":2: the preferred name is empty"),
    ("unknown status", "concept,term,status\nx,Qaratal,prefered\n", ":2: unknown status “prefered”; did you mean “preferred”?"),
    ("unknown type", "concept,term,type\nx,Qaratal,nmae\n", ":2: unknown type “nmae”; did you mean “name”?"),
    ("unknown kind", "concept,term,kind\nx,Qaratal,plaice\n", ":2: unknown kind “plaice”; did you mean “place”?"),
    ("unknown case", "concept,term,case\nx,Qaratal,upper\n", ":2: unknown case rule “upper”"),
    ("no language", "concept,term,language\nx,Qaratal,the usual\n", ":2: “the usual” is no language"),
    ("no script", "concept,term,script\nx,Qaratal,Latin\n", ":2: “Latin” is no script"),
    ("language unknown", "preferred,variants\nתל אביב,\n", ":2: “תל אביב” does not show its language"),
    ("kinds differ", "concept,term,kind\nx,A,place\nx,B,person\n", ":3: “x” is a person here and a place above"),
    ("duplicate", "concept,term\nx,Qaratal\nx,Karatal\nx,Qaratal\n", ":4: “Qaratal” is there already (line 2)"),
    ("duplicate preferred", "preferred,variants\nQaratal,\nQaratal,\n", ":3: “Qaratal” is there already (line 2)"),
    ("duplicate variant", "preferred,variants\nQaratal,Karatal;Karatal\n", ":2: “Karatal” is there already (line 2)"),
    ("itself", "preferred,variants\nQaratal,Qaratal\n", ":2: “Qaratal” is a variant of itself"),
    (
        "two preferred",
        "concept,term,status\nx,A,preferred\nx,B,preferred\n",
        ":3: “A” and “B” are both preferred in en-Latn as name (line 2)",
    ),
    (
        "unknown replacement",
        "concept,term,status,replacement\nx,A,preferred,\nx,B,deprecated,C\n",
        ":3: “B” is to be replaced by “C”, which is no term of “x” in en",
    ),
    (
        "nothing instead in its script",
        "concept,language,term,status\nx,ru,internet-адрес,deprecated\nx,ru,почта,preferred\n",
        ":2: “internet-адрес” is deprecated and nothing takes its place in ru-Latn",
    ),
    ("nothing instead", "concept,term,status\nx,A,deprecated\n", ":2: “A” is deprecated and nothing takes its place in en"),
    ("circle of two", "preferred,variants\nA,B\nB,A\n", ":3: the preferred terms run in a circle: “B” → “A” → “B” (lines 2, 3)"),
    (
        "circle of three",
        "preferred,variants\nA,B\nB,C\nC,A\n",
        ":4: the preferred terms run in a circle: “B” → “A” → “C” → “B” (lines 2, 3, 4)",
    ),
    ("circle, long", "term,preferred\nA,B\nC,D\nB,A\n", ":4: the preferred terms run in a circle: “A” → “B” → “A” (lines 2, 4)"),
    (
        "circle in a concept",
        "concept,term,preferred\nx,A,B\nx,B,A\n",
        ":3: the replacements run in a circle: “B” → “A” → “B”",
    ),
    ("contradiction", "preferred,variants\nA,B\nB,C\n", ":2: “B” is to be replaced by “A” here and is preferred on line 3"),
    ("shared", "preferred,variants\nA,C\nB,C\n", ":3: “C” is a spelling of “B” here and of “A” on line 2"),
    ("another alphabet", "preferred,variants\nQaratal,Каратал\n", ":2: “Каратал” is written in another alphabet than “Qaratal”"),
    ("no date", "concept,term,from\nx,A,1991-13\n", ":2: “1991-13” is no date"),
    ("dates", "concept,term,status,from,until\nx,A,preferred,,\nx,B,superseded,1991,1964\n", ":3: “B” ends (1964) before it begins (1991)"),
    ("ended", "concept,term,status,until\nx,A,preferred,1964\n", ":2: “A” is preferred though its use ended (1964)"),
    ("too many cells", "preferred,variants\nA,B,C\n", ":2: has 3 cells under 2 columns"),
    ("open quotation", 'preferred,variants\nA,"B\nC,D\n', ":2: a quotation mark is opened and never closed"),
    ("stray quotation", 'preferred,variants\nA,"B"C\n', ":2: is not a proper table"),
    ("soft hyphen", "preferred,variants\nA,Qara\u00adtal\n", ":2: the variant “Qara�tal” holds the invisible character U+00AD"),
    ("zero width", "concept,term\nx,Qara\u200btal\n", ":2: the name “Qara�tal” holds the invisible character U+200B"),
    ("control", "concept,term\nx,Qara\x07tal\n", ":2: the name “Qara�tal” holds the invisible character U+0007"),
    ("huge", "concept,term\nx," + "A" * 600 + "\n", ":2: the name “" + "A" * 30 + "…” is longer than 500 characters"),
    ("huge field", "concept,term\nx," + "A" * 200_000 + "\n", ":2: is not a proper table"),
]


@pytest.mark.parametrize(("content", "message"), [pytest.param(content, message, id=name) for name, content, message in FAULTS])
def test_faults_name_file_line_and_remedy(table, content, message):
    assert fault(table(content)).startswith(message)


@pytest.mark.parametrize("codec", ["cp866", "mac_cyrillic"])
def test_an_encoding_that_cannot_be_told_is_refused_rather_than_misread(table, codec):
    assert "is not UTF-8 and no other encoding explains it; save it as UTF-8" in fault(
        table("Правильно;Варианты\nАктау;Ахтау\n".encode(codec))
    )


BYTES = [
    ("workbook", b"PK\x03\x04" + bytes(100), ": is a workbook or an archive, not a table of text; export it as CSV (UTF-8)"),
    ("old workbook", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), ": is an old Excel workbook"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ": is a PDF document"),
    ("zeros", b"preferred,variants\n" + bytes(300), ": is binary"),
    ("half of UTF-16", "preferred,variants".encode("utf-16") + b"\x00", ": begins as UTF-16 but does not go on so"),
    (
        "no encoding",
        b"preferred,variants\nQaratal,Karatal\n\x81\x8d\x01\x02\xff\xfe\x8f\x90\x9d,\x03\n",
        ":3: is not UTF-8 and no other encoding explains it",
    ),
]


@pytest.mark.parametrize(("content", "message"), [pytest.param(content, message, id=name) for name, content, message in BYTES])
def test_what_is_no_text_is_refused(table, content, message):
    assert fault(table(content)).startswith(message)


class TestFiles:
    def test_missing(self, tmp_path):
        assert fault(tmp_path / "no.csv") == ": there is no such file; check the path"

    def test_folder(self, tmp_path):
        assert fault(tmp_path) == ": is a folder, not a glossary; name a .csv, .tsv or .toml file in it"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
    def test_unreadable(self, table):
        path = table(WIDE)
        path.chmod(0)
        assert fault(path).startswith(": cannot be read: Permission denied")

    def test_a_part_of_the_path_is_a_file(self, table):
        assert fault(table(WIDE) / "x.csv").startswith(": cannot be read: Not a directory")

    def test_a_path_no_system_knows(self):
        assert fault(Path("a\x00b.csv")).startswith(": cannot be read")


class TestGuards:
    def test_two_concepts_may_share_a_spelling_where_words_decide(self, table):
        glossary = Glossary.load(table("concept,term,needs\npoet,Tokmak,poet;verse\ntown,Tokmak,\n"))
        assert [concept.terms[0].guard.needs for concept in glossary.concepts] == [("poet", "verse"), ()]


CELL = st.text(alphabet=st.sampled_from('AbК ,;\t"\n\r|=é’\u00ad'), max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(st.lists(CELL, min_size=2, max_size=3), max_size=6)))
@example([["A", "B"], ["B", "A"]])
@example(b"\xff\xfe")
def test_any_bytes_give_a_sound_glossary_or_one_clear_line(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        rows = [["preferred", "variants", "note"], *content]
        path.write_text(
            "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows), encoding="utf-8", newline=""
        )
    try:
        glossary, message = Glossary.load(path), ""
    except GlossaryError as error:
        glossary, message = None, str(error)
    if glossary is None:
        assert message.startswith(str(path))
        assert "; " in message
        assert "\n" not in message
    else:
        assert glossary.concepts
        assert not [fault for concept in glossary.concepts for fault in structure(concept)]


DOCUMENTATION = Path(__file__).parents[2] / "docs" / "glossary-files.md"


def test_the_documented_tables_load(table):
    samples = re.findall(r"```csv\n(.*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL)
    assert len(samples) == 3
    for sample in samples:
        assert Glossary.load(table(sample)).concepts


def test_every_column_and_every_spelling_in_its_row_is_documented_as_it_is():
    rows = re.findall(r"^\| (`[^|\n]+)\|[^|\n]+\|([^|\n]*)\|[^|\n]*\|$", DOCUMENTATION.read_text(encoding="utf-8"), re.MULTILINE)
    documented = {column for columns, _ in rows for column in re.findall(r"`(\w+)`", columns)}
    assert documented == HEADERS.keys()
    for columns, others in rows:
        known = {other for column in re.findall(r"`(\w+)`", columns) for other in HEADERS[column]}
        assert {other.strip() for other in others.split(",")} - {""} <= known
