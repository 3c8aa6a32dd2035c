"""TBX of either version and style: files of other programs are read whole, and written over without losing what they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import Glossary, GlossaryError
from glossary.exchange import read, read_with_remarks, to_bytes, write
from glossary.model import Concept, Status, Term, TermType
from tests.glossary.exchange.glossaries import FULL

etree = pytest.importorskip("lxml.etree")

BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><titleStmt><title>Steppe towns</title></titleStmt><sourceDesc><p>Kept by hand</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c7">
      <transacGrp><transac type="transactionType">origination</transac><date>2020-04-17</date></transacGrp>
      <descrip type="subjectField">Hydrography</descrip>
      <xref type="xGraphic" target="https://example.org/qaratal.jpg">qaratal.jpg</xref>
      <langSec xml:lang="en">
        <descripGrp><descrip type="definition">A river of the
          seven rivers.</descrip><admin type="source">Atlas 1999</admin></descripGrp>
        <termSec id="t1">
          <term>Qaratal</term>
          <termNote type="partOfSpeech">properNoun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <descrip type="context">The <hi type="bold">Qaratal</hi> flows to the lake.</descrip>
          <note>First note</note><note>Second note</note>
        </termSec>
        <termSec><term>Karatal</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
        <termSec><term>KR</term><termNote type="termType">acronym</termNote></termSec>
      </langSec>
      <langSec xml:lang="kk-Cyrl"><termSec><term>Қаратал</term></termSec></langSec>
    </conceptEntry>
  </body>
  <back><refObjectSec type="respPerson"><refObject id="p1"><item type="fn">A. Person</item></refObject></refObjectSec></back></text>
</tbx>
"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="Tid_db_1">
<min:subjectField>place</min:subjectField><basic:definition>A river</basic:definition>
<langSec xml:lang="en"><termSec><term>Qaratal</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<basic:termType>fullForm</basic:termType><basic:source>Atlas</basic:source></termSec></langSec></conceptEntry></body></text></tbx>"""
VERSION_2 = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="c1"><langSet xml:lang="en"><ntig><termGrp><term>Qaratal</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
</termGrp></ntig><tig><term>Karatal</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="ru"><tig><term>Каратал</term></tig></langSet></termEntry></body></text></martif>"""


@pytest.fixture
def file(tmp_path: Path):
    def put(text: str, name: str = "names.tbx") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return put


def statuses(glossary: Glossary) -> list[tuple[str, str, str, str]]:
    return [(term.text, term.language, term.script, str(term.status)) for concept in glossary.concepts for term in concept.terms]


class TestReading:
    def test_basic(self, file):
        reading = read_with_remarks(file(BASIC))
        (concept,) = reading.concepts
        assert (concept.id, concept.kind, concept.note) == ("c7", "other", "A river of the seven rivers.")
        assert statuses(Glossary(reading.concepts)) == [
            ("Qaratal", "en", "Latn", "preferred"),
            ("Karatal", "en", "Latn", "superseded"),
            ("KR", "en", "Latn", "preferred"),
            ("Қаратал", "kk", "Cyrl", "preferred"),
        ]
        assert concept.terms[2].type is TermType.ABBREVIATION
        assert concept.terms[0].note == "First note\nSecond note"
        assert any('<xref type="xGraphic">' in remark for remark in reading.remarks)

    def test_data_categories_as_elements_and_the_namespace_of_the_drafts(self, file):
        (concept,) = read(file(DCT)).concepts
        assert (concept.kind, concept.note) == ("place", "A river")
        assert concept.terms[0] == Term("Qaratal", "en", "Latn", Status.PREFERRED, TermType.FULL, sources=("Atlas",))

    def test_version_2_with_a_doctype_that_is_not_fetched(self, file):
        assert statuses(read(file(VERSION_2))) == [
            ("Qaratal", "en", "Latn", "preferred"),
            ("Karatal", "en", "Latn", "deprecated"),
            ("Каратал", "ru", "Cyrl", "preferred"),
        ]

    def test_two_preferred_synonyms_are_settled_with_a_remark(self, file):
        text = BASIC.replace("supersededTerm", "preferredTerm")
        reading = read_with_remarks(file(text))
        assert [str(term.status) for term in reading.concepts[0].terms[:2]] == ["preferred", "admitted"]
        assert any("Karatal" in remark for remark in reading.remarks)

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("Қаратал", "Қара\u202eтал", "invisible"),
            ('xml:lang="kk-Cyrl"', 'xml:lang="?"', "no language"),
            ("<note>First note</note>", "<note>endonym/valid-until: soon</note>", "no date"),
            ("<term>Karatal</term>", "<term>Karatal</tern>", "not well-formed"),
        ],
    )
    def test_a_fault_has_its_line(self, file, old, new, words):
        with pytest.raises(GlossaryError, match=words) as caught:
            read(file(BASIC.replace(old, new, 1)))
        assert caught.value.line == BASIC[: BASIC.index(old)].count("\n") + 1


class TestWritingOver:
    """Parse to keep: what the model has no place for stays where it stands."""

    def test_unknown_elements_stay(self, file):
        path = file(BASIC)
        assert write(read(path), path) == []
        text = path.read_text(encoding="utf-8")
        for kept in (
            "<title>Steppe towns</title>",
            "<date>2020-04-17</date>",
            '<descrip type="subjectField">Hydrography</descrip>',
            "qaratal.jpg</xref>",
            '<termSec id="t1">',
            '<termNote type="partOfSpeech">properNoun</termNote>',
            '<descrip type="context">The <hi type="bold">Qaratal</hi> flows to the lake.</descrip>',
            '<admin type="source">Atlas 1999</admin>',
            '<item type="fn">A. Person</item>',
        ):
            assert text.count(kept) == 1, kept

    def test_a_second_time_nothing_changes(self, file):
        path = file(BASIC)
        write(read(path), path)
        once = path.read_bytes()
        write(read(path), path)
        assert path.read_bytes() == once

    def test_a_removed_term_goes_and_a_new_one_comes(self, file):
        path = file(BASIC)
        (concept,) = read(path).concepts
        new = Term("Kara-Tal", "en", "Latn", Status.DEPRECATED)
        write(Glossary((Concept(concept.id, concept.kind, (concept.terms[0], new), concept.note),)), path)
        assert [term.text for term in read(path).concepts[0].terms] == ["Qaratal", "Kara-Tal"]
        assert "properNoun" in path.read_text(encoding="utf-8")

    @pytest.mark.parametrize("old", ["<html/>", "<tbx", "no XML at all"])
    def test_a_file_of_another_kind_is_not_written_over(self, file, old):
        path = file(old)
        with pytest.raises(GlossaryError) as caught:
            write(FULL, path)
        assert str(caught.value).startswith(str(path))
        assert path.read_text(encoding="utf-8") == old

    def test_another_dialect_is_refused_where_it_would_lose_them(self, file):
        path = file(BASIC)
        with pytest.raises(GlossaryError, match="another file"):
            write(read(path), path, "tbx-2")
        assert path.read_text(encoding="utf-8") == BASIC


MODULES = {"http://www.tbxinfo.net/ns/min": "min", "http://www.tbxinfo.net/ns/basic": "basic"}
CATEGORIES = {
    "min": {"administrativeStatus", "subjectField", "partOfSpeech", "customerSubset"},
    "basic": {"termType", "definition", "source", "context", "crossReference", "externalCrossReference", "xGraphic", "transactionType"},
}
PICKLISTS = {
    "administrativeStatus": {f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated", "superseded")},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}
LEVELS = {"subjectField": {"conceptEntry", "termEntry"}, "definition": {"conceptEntry", "langSec", "termEntry", "langSet"}}


class TestStructure:
    """What the core structure and the dialects require, checked here: their schemas carry no licence that lets them be shipped."""

    @pytest.mark.parametrize(
        ("format", "version", "style", "modules"),
        [
            ("tbx", 3, "dca", ("min", "basic")),
            ("tbx-dct", 3, "dct", ("min", "basic")),
            ("tbx-min", 3, "dca", ("min",)),
            ("tbx-min-dct", 3, "dct", ("min",)),
            ("tbx-2", 2, "dca", ("min", "basic")),
        ],
    )
    def test_every_element_is_where_it_may_be(self, format, version, style, modules):
        root = etree.fromstring(to_bytes(FULL, format))
        namespace = "{urn:iso:std:iso:30042:ed-2}" if version == 3 else ""
        names = ("tbx", "conceptEntry", "langSec", "termSec") if version == 3 else ("martif", "termEntry", "langSet", "tig")
        top, entry, language, section = (namespace + name for name in names)
        assert root.tag == top
        assert root.get("type") == ("TBX-Min" if modules == ("min",) else "TBX-Basic")
        assert root.get("style") == (style if version == 3 else None)
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang")
        ids = [one.get("id") for one in root.iter(entry)]
        assert len(set(ids)) == len(ids) == 2
        assert all(id[0].isalpha() or id[0] == "_" for id in ids)
        allowed = {name for module in modules for name in CATEGORIES[module]}
        order = {entry: [], language: [], section: []}
        for parent in root.iter(entry, language, section):
            seen_inner = False
            seen_aux = False
            for at, child in enumerate(parent):
                name = child.tag.removeprefix(namespace)
                foreign = style == "dct" and child.tag.startswith("{http://www.tbxinfo.net/")
                if parent.tag == section:
                    assert (at == 0) == (name == "term")
                    assert not (seen_aux and (name == "termNote" or foreign))
                    seen_aux |= name in ("admin", "note") and not foreign
                    if name == "term":
                        continue
                elif child.tag in (language, section):
                    seen_inner = True
                    continue
                assert not seen_inner, "what is said of an entry or a language comes before its sections"
                if name == "note":
                    continue
                category = child.tag.rpartition("}")[2] if foreign else child.get("type")
                assert category in allowed
                assert name in ("termNote", "descrip", "admin") or MODULES[child.tag[1:].partition("}")[0]] in modules
                assert child.text in PICKLISTS.get(category, {child.text})
                assert etree.QName(parent).localname in LEVELS.get(category, {etree.QName(parent).localname})
                order[parent.tag].append(category)
        assert order[section].count("administrativeStatus") == sum(len(concept.terms) for concept in FULL.concepts)

    def test_scripts_of_one_language_have_tags_of_their_own(self):
        root = etree.fromstring(to_bytes(FULL, "tbx"))
        tags = [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in root.iter("{*}langSec")]
        assert tags == ["en", "ru", "en", "kk-Cyrl", "kk-Latn", "ru"]
