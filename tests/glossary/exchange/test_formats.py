"""Files as other programs write them, a few lines each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from glossary import Glossary, GlossaryError
from glossary.exchange import guess_mapping, losses, read, read_with_remarks, stream, to_bytes
from glossary.exchange.mapping import guess
from glossary.model import Concept, Status, Term
from tests.glossary.exchange.glossaries import FULL


@pytest.fixture
def file(tmp_path: Path):
    def put(content: str | bytes, name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


def said(glossary) -> list[list[tuple[str, str, str]]]:
    return [[(term.text, term.language, str(term.status)) for term in concept.terms] for concept in glossary.concepts]


class TestTablesOfAnyHeader:
    @pytest.mark.parametrize(
        "header",
        [
            "English,Russian,Kazakh,Comment",
            "en,ru,kk,note",
            "Английский;Русский;Казахский;Примечание",
            "EN\tRU\tKK\tNotes",
            "English (US),русский,қазақ тілі,Comments",
        ],
    )
    def test_languages_are_known_by_their_names(self, file, header):
        separator = next(one for one in ("\t", ";", ",") if one in header)
        path = file(f"{header}\n" + separator.join(("Qaratal", "Каратал", "Қаратал", "A river")) + "\n", "names.csv")
        mapping = guess_mapping(path, "csv")
        assert mapping is not None
        assert mapping.certain
        assert [column.role for column in mapping.columns] == ["name@en", "name@ru", "name@kk", "note"]
        assert said(read(path)) == [[("Qaratal", "en", "preferred"), ("Каратал", "ru", "preferred"), ("Қаратал", "kk", "preferred")]]

    def test_several_names_in_a_cell(self, file):
        path = file("en,ru,en variants\nQaratal | Karatal,Каратал,Karatall; Qaratall\n", "names.csv")
        assert said(read(path)) == [
            [
                ("Qaratal", "en", "preferred"),
                ("Karatal", "en", "admitted"),
                ("Karatall", "en", "deprecated"),
                ("Qaratall", "en", "deprecated"),
                ("Каратал", "ru", "preferred"),
            ]
        ]

    @pytest.mark.parametrize(
        "header",
        [
            "English variants",
            "English (wrong)",
            "Wrong in English",
            "Misspelled English",
            "Variants (English)",
            "Неправильно по-английски",
            "Варианты на английском",
        ],
    )
    def test_a_column_of_variants_is_known_by_its_words(self, header):
        assert [column.role for column in guess(["Русский", "Английский", header]).columns] == ["name@ru", "name@en", "variants@en"]

    def test_variants_of_no_language_are_those_of_the_only_names(self):
        assert guess(["Wrong", "English"]).lines() == ["“Wrong” is variants in en", "“English” is names in en"]

    def test_variants_of_no_language_beside_two_columns_of_names_are_a_guess(self, file):
        path = file("English,Russian,Wrong\nQaratal,Каратал,Karatall\n", "names.csv")
        with pytest.raises(GlossaryError, match=r"must be confirmed: .*“Wrong” is variants in en \(guessed by its letters\)"):
            read(path)
        assert guess_mapping(path).corrected(["Wrong=variants@en"]).certain

    @pytest.mark.parametrize("header", ["Wrong spellings", "Misspellings", "Неверные написания", "Қате"])
    def test_variants_of_one_language_are_known_by_many_words(self, header):
        assert guess(["English", header]).lines()[1] == f"“{header}” is variants in en"

    def test_a_guess_is_confirmed_by_the_words_of_its_remedy(self, file):
        path = file("English,Russian,Wrong spellings\nQaratal,Каратал,Karatall\n", "names.csv")
        with pytest.raises(GlossaryError) as caught:
            read(path)
        word = caught.value.remedy.partition("--map '")[2].partition("'")[0]
        assert word == "Wrong spellings=variants@en"
        assert guess_mapping(path).corrected([word]).certain

    @pytest.mark.parametrize(
        ("cells", "role"),
        [(["place", "Person", ""], "kind"), (["name", "full"], "type"), (["place", "full"], "type"), ([""], "type")],
    )
    def test_a_type_is_that_of_the_thing_where_the_column_says_so(self, cells, role):
        assert guess(["English", "Type"], [["Qaratal", cell] for cell in cells]).columns[1].role == role

    def test_a_type_beside_a_kind_is_that_of_the_name(self):
        assert [one.role for one in guess(["English", "Type", "Kind"], [["Qaratal", "place", "place"]]).columns] == [
            "name@en",
            "type",
            "kind",
        ]

    def test_a_column_of_terms_in_no_language_is_a_guess_beside_a_language(self):
        assert [str(one) for one in guess(["Term", "Russian"], [["Qaratal", "Каратал"]]).columns] == [
            "“Term” is names in en (guessed by its letters)",
            "“Russian” is names in ru",
        ]

    def test_a_column_that_is_left_aside_is_told(self, file):
        path = file("en,ru,Decided by,Page\nQaratal,Каратал,Botagoz,\n", "names.csv")
        (remark,) = read_with_remarks(path).remarks
        assert remark.startswith(f"{path}:1: the column “Decided by” is left aside; take it in with --map 'Decided by=ROLE'")

    def test_a_guess_by_letters_must_be_confirmed(self, file):
        path = file("Original,Ours\nКаратал,Qaratal\nБалхаш,Balqash\n", "names.csv")
        with pytest.raises(GlossaryError, match=r"must be confirmed.*Original.*ru.*Ours.*en") as caught:
            read(path)
        assert "--map" in caught.value.remedy
        mapping = guess_mapping(path)
        assert mapping is not None
        assert not mapping.certain
        confirmed = mapping.corrected(["Original=kk"])
        assert [column.role for column in confirmed.columns] == ["name@kk", "name@en"]
        assert said(read(path, mapping=confirmed))[0] == [("Каратал", "kk", "preferred"), ("Qaratal", "en", "preferred")]

    @pytest.mark.parametrize("word", ["Absent=kk", "Original", "Original=nonsense language"])
    def test_a_wrong_correction_is_refused(self, word):
        with pytest.raises(ValueError, match=r"names no column|no language"):
            guess(["Original", "Ours"]).corrected([word])

    def test_a_column_may_be_left_aside(self):
        mapping = guess(["en", "note"]).corrected(["note="])
        assert mapping.lines() == ["“en” is names in en", "“note” is left aside"]

    def test_a_fault_in_a_mapped_table_has_its_line(self, file):
        with pytest.raises(GlossaryError, match=r"names\.csv:3"):
            read(file("en,ru\nQaratal,Каратал\nQaratal,Балхаш\n", "names.csv"))

    def test_a_header_with_no_names_is_refused_with_what_was_seen(self, file):
        with pytest.raises(GlossaryError, match="no column holds names"):
            read(file("x1,x2\n1,2\n", "names.csv"))


class TestWorkbooks:
    def workbook(self, *rows, formula: bool = False) -> bytes:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        if formula:
            book.active["A2"] = "=1+1"
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    def test_a_translators_sheet(self, file):
        data = self.workbook(
            ["English", "Русский", None, "Since"], ["Qaratal", "Каратал", None, 1964], [], ["Balqash", "Балхаш", None, None]
        )
        glossary = read(file(data, "names.xlsx"))
        assert [concept.label for concept in glossary.concepts] == ["Qaratal", "Balqash"]
        assert glossary.concepts[0].terms[0].valid_from == "1964"

    def test_a_formula_is_refused_with_its_cell(self, file):
        with pytest.raises(GlossaryError, match="A2 is a formula"):
            read(file(self.workbook(["English", "Russian"], ["x", "y"], formula=True), "names.xlsx"))

    def test_a_name_that_begins_with_an_equals_sign_is_no_formula(self, tmp_path):
        from dataclasses import replace

        from glossary import Glossary

        concept = FULL.concepts[1]
        odd = Glossary((replace(concept, terms=(replace(concept.terms[0], text="=SUM(A1)"),)),))
        assert losses(odd, "xlsx") == []


class TestTwoLanguages:
    def test_omegat(self, file):
        path = file("# a comment\nКаратал\tQaratal\tthe river\nКаратал\tKaratal\nБалхаш\tBalqash\n", "glossary.utf8")
        glossary = read(path)
        assert said(glossary)[0] == [("Каратал", "ru", "preferred"), ("Qaratal", "en", "preferred"), ("Karatal", "en", "admitted")]
        assert glossary.concepts[0].terms[1].note == "the river"

    def test_omegat_names_the_line_without_a_tab(self, file):
        with pytest.raises(GlossaryError, match=r"glossary\.txt:2"):
            read(file("a\tb\nno tab here\n", "glossary.txt"), "omegat")

    @pytest.mark.parametrize(
        "header",
        [
            "#UTX 1.11; en-US/ru-RU; 2013-12-20T10:00:00Z; copyright: nobody; license: CC0\n#src\ttgt\tsrc:pos\tterm status\tconcept ID",
            "# UTX-S 0.90 en/ru 2009-01-01T12:00:00+0900 source:a/target:b\n# src\ttgt\tsrc:pos\tterm status\tconcept ID",
        ],
    )
    def test_utx(self, file, header):
        path = file(f"{header}\nQaratal\tКаратал\tproperNoun\tapproved\tq\nQaratal\tКараталл\tproperNoun\tforbidden\tq\n", "a.utx")
        glossary = read(path)
        assert glossary.concepts[0].id == "q"
        assert said(glossary) == [[("Qaratal", "en", "preferred"), ("Каратал", "ru", "preferred"), ("Караталл", "ru", "deprecated")]]

    def test_weblate(self, file):
        text = '"location","source","target","id","fuzzy","context","translator_comments","developer_comments"\n"","Qaratal","Каратал","","True","river","note","A river"\n"","Empty","","","","","",""\n'
        reading = read_with_remarks(file(text, "w.csv"), "weblate")
        (concept,) = reading.concepts
        assert (concept.id, concept.note, str(concept.terms[1].status), concept.terms[1].note) == ("river", "A river", "admitted", "note")
        assert len(reading.remarks) == 1

    def test_multiterm(self, file):
        text = "Entry_ID,Subject,English (United States),English Status,Russian\n7,place,Qaratal,Preferred,Каратал|Каратала\n7,place,Karatal,Forbidden,\n"
        (concept,) = read(file(text, "m.csv"), "multiterm").concepts
        assert concept.kind == "place"
        assert [(term.text, str(term.status)) for term in concept.terms] == [
            ("Qaratal", "preferred"),
            ("Каратал", "preferred"),
            ("Каратала", "admitted"),
            ("Karatal", "deprecated"),
        ]

    def test_po(self, file):
        text = (
            'msgid ""\nmsgstr "Language: kk\\n"\n\n#. A river\nmsgctxt "river"\nmsgid "Qaratal"\nmsgstr "Қаратал"\n\n#, fuzzy\nmsgid "Lake"\nmsgstr "Көл"\n\n'
            '#~ msgid "Old"\n#~ msgstr "Ескі"\n\nmsgid "Kazakh"\nmsgid_plural "Kazakhs"\nmsgstr[0] "қазақ"\nmsgstr[1] "қазақ"\n'
        )
        reading = read_with_remarks(file(text, "kk.po"))
        assert [(concept.id, concept.note, concept.terms[1].text, concept.terms[1].language) for concept in reading.concepts] == [
            ("river", "A river", "Қаратал", "kk"),
            ("kazakh", "", "қазақ", "kk"),
        ]
        assert len(reading.remarks) == 3

    def test_the_languages_may_be_chosen(self):
        text = to_bytes(FULL, "omegat", ("en", "kk")).decode()
        assert text == "Qaratal\tҚаратал\nQaratal\tQaratal\n"


class TestSkos:
    def test_turtle(self, file):
        pytest.importorskip("rdflib")
        text = (
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<https://example.org/r/Qaratal> a skos:Concept ;\n"
            'skos:prefLabel "Qaratal"@en, "Қаратал"@kk-Cyrl ; skos:hiddenLabel "Karatall"@en ; skos:broader <https://example.org/r/steppe> .\n'
        )
        (concept,) = read(file(text, "a.ttl")).concepts
        assert concept.id == "qaratal"
        assert {(term.text, term.language, term.script, str(term.status)) for term in concept.terms} == {
            ("Qaratal", "en", "Latn", "preferred"),
            ("Қаратал", "kk", "Cyrl", "preferred"),
            ("Karatall", "en", "Latn", "deprecated"),
        }

    @pytest.mark.parametrize("format", ["skos", "skos-json"])
    def test_a_language_in_two_scripts_has_a_preferred_name_in_each(self, format):
        pytest.importorskip("rdflib")
        terms = (
            Term("Qaratal 3", "en", "Latn", Status.PREFERRED),
            Term("А 0-3", "en", "Cyrl", Status.PREFERRED),
            Term("A 0-1", "kk", "Latn", Status.PREFERRED),
        )
        assert losses(Glossary((Concept("x", "place", terms),)), format) == []

    @pytest.mark.parametrize(
        "context", ['"https://example.org/context.jsonld"', '[{"a": "b"}, "https://example.org/x"]', '{"@import": "https://example.org/x"}']
    )
    def test_a_context_elsewhere_is_not_fetched(self, file, context):
        pytest.importorskip("rdflib")
        with pytest.raises(GlossaryError, match="nothing is fetched"):
            read(file(f'{{"@context": {context}, "@graph": []}}', "a.jsonld"))


PLACE = "\t".join(["1525798", "Ozen", "Ozen", "Novyy Uzen,Новый Узень,Жаңаөзен,Ozen,歐曾", "43.3", "52.8", "P", "PPL", "KZ", *[""] * 10])


class TestGazetteers:
    def test_geonames_places(self, file):
        (concept,) = stream(file(PLACE + "\n", "KZ.txt"), "geonames")
        assert (concept.id, concept.kind, concept.note) == ("geonames-1525798", "place", "P.PPL KZ")
        assert concept.terms[0] == Term("Ozen", "en", "Latn", Status.PREFERRED)
        assert [(term.text, term.language, str(term.status)) for term in concept.terms] == [
            ("Ozen", "en", "preferred"),
            ("Novyy Uzen", "en", "admitted"),
            ("Новый Узень", "ru", "admitted"),
            ("Жаңаөзен", "kk", "admitted"),
            ("歐曾", "und", "admitted"),
        ]

    def test_geonames_alternate_names(self, file):
        rows = [
            ("1", "77", "en", "Uzen", "", "", "", "", "", ""),
            ("2", "77", "en", "Ozen", "1", "", "", "", "", ""),
            ("3", "77", "ru", "Новый Узень", "", "", "", "1", "1968", "1993-10"),
            ("4", "77", "link", "https://example.org", "", "", "", "", "", ""),
            ("5", "78", "wkdt", "Q1", "", "", "", "", "", ""),
        ]
        (concept,) = stream(file("\n".join(map("\t".join, rows)) + "\n", "alternateNamesV2.txt"), "geonames")
        assert [(term.text, str(term.status), term.valid_until) for term in concept.terms] == [
            ("Ozen", "preferred", None),
            ("Uzen", "admitted", None),
            ("Новый Узень", "superseded", "1993-10"),
        ]

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "empty"),
            (b"a\tb\n", "2 columns"),
            (PLACE.encode() + b"\nx\n", "KZ.txt:2"),
            (b"\xff\n", "not UTF-8"),
            (PLACE.replace("1525798", "x").encode(), "number"),
        ],
    )
    def test_what_is_no_dump_is_refused(self, file, content, words):
        with pytest.raises(GlossaryError, match=words):
            list(stream(file(content, "KZ.txt"), "geonames"))

    def test_geonames_is_read_as_it_is_asked_for(self, file):
        path = file(PLACE + "\n" + "broken\n", "KZ.txt")
        assert next(stream(path, "geonames")).id == "geonames-1525798"

    def test_openrefine_clusters(self, file):
        clusters = [
            {"value": "Qaratal", "edit": True, "choices": [{"v": "Qaratal", "c": 3}, {"v": "Karatal", "c": 1}]},
            {"value": "Balqash", "edit": False, "choices": [{"v": "Balqash", "c": 2}, {"v": "Balkhash", "c": 2}]},
        ]
        path = file(json.dumps({"projectName": "p", "columnName": "name", "clusters": clusters}), "clusters.json")
        assert said(read(path)) == [
            [("Qaratal", "en", "preferred"), ("Karatal", "en", "deprecated")],
            [("Balqash", "en", "preferred"), ("Balkhash", "en", "admitted")],
        ]

    def test_openrefine_history(self, file):
        history = [{"op": "core/column-rename"}, {"op": "core/mass-edit", "edits": [{"from": ["Karatal", "Qaratal"], "to": "Qaratal"}]}]
        assert said(read(file(json.dumps(history), "history.json"))) == [[("Qaratal", "en", "preferred"), ("Karatal", "en", "deprecated")]]
