"""The contract of every exchange format: what it holds comes back, what it does not hold is said first, and no file breaks it."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from glossary import Glossary, GlossaryError
from glossary.exchange import FORMATS, Format, losses, read, to_bytes, write
from glossary.exchange.comparing import differences
from glossary.load_table import identifier
from glossary.model import Concept, Guard, Status, Term, TermType
from tests.glossary.exchange.glossaries import FULL, glossaries, sound

WRITTEN = [format for format in FORMATS if format.writer is not None]
BYTES = [format for format in FORMATS if not format.streams]
HOLDS = {
    "jsonl": "all", "tbx": "all", "tbx-dct": "all", "tbx-min": "all", "tbx-min-dct": "all", "tbx-2": "all",
    "csv": "id kind status type misspelling replacement valid_from valid_until case guard forms weak note sources script",
    "tsv": "id kind status type misspelling replacement valid_from valid_until case guard forms weak note sources script",
    "omegat": "", "utx": "id", "weblate": "id", "po": "id", "multiterm": "id kind status note", "skos": "id kind", "skos-json": "id kind",
    "xlsx": "id kind status type misspelling replacement valid_from valid_until case guard forms weak note sources script",
}  # fmt: skip
"""What each format holds beside the spelling and its language: fields of a term, and the id and kind of a concept."""
PAIRS = ("omegat", "utx", "weblate", "po")
"""Formats that hold a preferred name and its translation, and little else."""
PLAIN = {field.name: field.default for field in fields(Term)}
WORDS = {
    "status": "status", "type": "type", "misspelling": "mark as a misspelling", "replacement": "replacement",
    "valid_from": "first day", "valid_until": "last day", "case": "letter case", "guard": "words nearby", "forms": "listed forms",
    "indeclinable": "indeclinable", "weak": "weak name", "note": "note", "sources": "sources",
}  # fmt: skip


def named(format: Format) -> str:
    return format.name


def refusal(path: Path, format: Format) -> str | None:
    """What reading the file is refused with; None where it is read. Any other error is the test's."""
    try:
        read(path, format.name)
    except GlossaryError as error:
        return str(error)
    return None


def reduced(glossary: Glossary, format: Format) -> Glossary:
    """The glossary with nothing in it but what the format is said to hold."""
    held = HOLDS[format.name].split()
    if held == ["all"]:
        return glossary
    concepts = []
    for number, concept in enumerate(glossary.concepts):
        if format.name in PAIRS:
            letters = concept.id.replace("-", "")
            names = Term(f"Name {letters} {number}", "en", "Latn", Status.PREFERRED), Term(f"Имя {number}", "ru", "Cyrl", Status.PREFERRED)
            id = concept.id if "id" in held else identifier(names[0].text)
            concepts.append(Concept(id, "other", names))
            continue
        terms = []
        for term in concept.terms:
            plain = {name: PLAIN[name] for name in WORDS if name not in held and name != "status"}
            if ("type" not in held and term.type is not TermType.NAME and term.status is Status.PREFERRED) or (
                "status" not in held and term.status is Status.SUPERSEDED
            ):
                plain["status"] = Status.ADMITTED
            terms.append(replace(term, **plain))
        if "status" not in held:
            terms.sort(key=lambda term: (list(Status).index(term.status), term.text))
        concepts.append(Concept(concept.id, concept.kind if "kind" in held else "other", tuple(terms)))
    return Glossary(tuple(concepts))


def held_back(glossary: Glossary) -> bool:
    """True where a table takes a wrong spelling that nothing replaces for a fault."""
    return any(term.status is Status.DEPRECATED and one.replacement(term) is None for one in glossary.concepts for term in one.terms)


@pytest.mark.parametrize("format", [one for one in WRITTEN if one.name in HOLDS], ids=named)
class TestRoundTrip:
    def test_what_a_format_holds_comes_back(self, format: Format, tmp_path: Path):
        glossary = reduced(FULL, format)
        assert losses(glossary, format.name) == []
        path = tmp_path / f"names.{format.name}"
        assert write(glossary, path, format.name) == []
        again = read(path, format.name)
        assert {concept.id: concept.kind for concept in again.concepts} == {concept.id: concept.kind for concept in glossary.concepts}
        for concept in glossary.concepts:
            found = again.concept(concept.id)
            if not HOLDS[format.name].startswith(("all", "id kind status type")):
                spelt = [[(term.language, term.text, term.status) for term in one.terms] for one in (found, concept)]
                assert sorted(spelt[0]) == sorted(spelt[1])
                continue
            assert sorted(map(repr, found.terms)) == sorted(
                repr(replace(term, line=other.line)) for term in concept.terms for other in found.terms if other == term
            )
            assert (found.note, found.sources, found.relations) == (concept.note, concept.sources, concept.relations)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
    @given(glossary=glossaries())
    def test_any_glossary_that_it_holds_comes_back(self, format: Format, glossary: Glossary):
        glossary = reduced(glossary, format)
        assume(sound(glossary))
        assume(format.module not in ("table", "workbook") or not held_back(glossary))
        assert losses(glossary, format.name) == []

    def test_what_it_does_not_hold_is_named(self, format: Format):
        held = HOLDS[format.name].split()
        missing = [] if held == ["all"] else [word for name, word in WORDS.items() if name not in held]
        said = " ".join(losses(FULL, format.name))
        if format.name in PAIRS:
            missing = ["left out", "kind", "sources"]
        assert [word for word in missing if word not in said] == []
        assert bool(missing) == bool(said)

    def test_two_exports_are_the_same_bytes(self, format: Format):
        turned = Glossary(tuple(reversed(FULL.concepts)))
        assert to_bytes(FULL, format.name) == to_bytes(turned, format.name)

    def test_a_loss_is_refused_unless_it_is_accepted(self, format: Format, tmp_path: Path):
        path = tmp_path / "names.out"
        if not losses(FULL, format.name):
            assert write(FULL, path, format.name) == []
            return
        with pytest.raises(GlossaryError, match="--lossy"):
            write(FULL, path, format.name)
        assert not path.exists()
        assert write(FULL, path, format.name, lossy=True) == losses(FULL, format.name)
        assert path.stat().st_size

    def test_an_empty_glossary_is_not_written(self, format: Format, tmp_path: Path):
        with pytest.raises(GlossaryError, match="empty"):
            write(Glossary(()), tmp_path / "names.out", format.name)


def laughs() -> bytes:
    inside = "".join(f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"&l" + str(n - 1) + ";" if n else ""}">' for n in range(30))
    return f'<?xml version="1.0"?><!DOCTYPE tbx [{inside}]><tbx type="TBX-Basic"><text><body>&l29;</body></text></tbx>'.encode()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 80_000_000)
    return out.getvalue()


HOSTILE = {
    "empty": b"",
    "white space": b" \n\n\t\n",
    "a byte": b"\xff",
    "binary": bytes(range(256)) * 4,
    "not UTF-8": "имя\tпонятие\n".encode("cp866") * 3,
    "broken XML": b"<tbx><text><body><conceptEntry></tbx>",
    "other XML": b"<html><body>hello</body></html>",
    "billion laughs": laughs(),
    "foreign entity": b'<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/hostname">]><tbx><text><body>&x;</body></text></tbx>',
    "deep": b"<tbx>" + b"<a>" * 5000,
    "deep JSON": b"[" * 100_000,
    "JSON of another kind": b'{"terms": 5}\n',
    "a list": b"[1, 2, 3]\n",
    "zip bomb": bomb(),
    "a zip": b"PK\x03\x04" + b"\x00" * 40,
    "old Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "a long line": b"x" * 3_000_000,
    "quotation mark": b'concept,term\n"x,y\nz',
    "nul": b"a\x00b",
}


@pytest.mark.parametrize("format", BYTES, ids=named)
class TestHostileFiles:
    @pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
    def test_a_file_that_is_none_of_its_kind_gives_one_line(self, format: Format, data: bytes, tmp_path: Path):
        path = tmp_path / "names.in"
        path.write_bytes(data)
        with pytest.raises(GlossaryError) as caught:
            read(path, format.name)
        assert str(caught.value).startswith(str(path))
        assert "\n" not in str(caught.value)
        assert caught.value.remedy

    def test_a_file_cut_short_is_whole_or_refused(self, format: Format, tmp_path: Path):
        if format.writer is None:
            pytest.skip("not written")
        data = to_bytes(FULL, format.name)
        path = tmp_path / "names.in"
        for end in range(1, len(data), max(1, len(data) // 40)):
            path.write_bytes(data[:end])
            said = refusal(path, format)
            assert said is None or (said.startswith(str(path)) and "\n" not in said)

    def test_damaged_bytes_are_read_or_refused(self, format: Format, tmp_path: Path):
        if format.writer is None:
            pytest.skip("not written")
        data = to_bytes(FULL, format.name)
        path = tmp_path / "names.in"
        for at in range(0, len(data), max(1, len(data) // 60)):
            path.write_bytes(data[:at] + b"\x07\xfe" + data[at + 2 :])
            said = refusal(path, format)
            assert said is None or (said.startswith(str(path)) and "\n" not in said)

    def test_a_missing_file_and_a_folder(self, format: Format, tmp_path: Path):
        for path in (tmp_path / "absent", tmp_path):
            with pytest.raises(GlossaryError, match=r"no such file|is a folder"):
                read(path, format.name)


class TestWriting:
    def test_a_read_only_file_is_left_alone(self, tmp_path: Path):
        path = tmp_path / "names.jsonl"
        path.write_text("before")
        path.chmod(0o444)
        if os.access(path, os.W_OK):
            pytest.skip("the superuser writes everything")
        with pytest.raises(GlossaryError, match="read-only"):
            write(FULL, path)
        assert path.read_text() == "before"

    def test_the_mode_is_kept_and_no_other_file_is_left(self, tmp_path: Path):
        path = tmp_path / "names.jsonl"
        path.write_text("before")
        path.chmod(0o640)
        write(FULL, path)
        assert path.stat().st_mode & 0o777 == 0o640
        assert list(tmp_path.iterdir()) == [path]

    def test_a_folder_that_is_not_there(self, tmp_path: Path):
        with pytest.raises(GlossaryError, match="cannot be written"):
            write(FULL, tmp_path / "absent" / "names.jsonl")

    def test_an_unknown_format(self, tmp_path: Path):
        with pytest.raises(GlossaryError, match="jsonl"):
            write(FULL, tmp_path / "names.what")
        with pytest.raises(GlossaryError, match="no format"):
            read(tmp_path / "names.csv", "what")

    @pytest.mark.parametrize("format", [one for one in WRITTEN if one.name in HOLDS], ids=named)
    @pytest.mark.parametrize("note", ["\ud800", "a\x00b"])
    def test_a_character_that_it_cannot_hold_is_refused_or_named(self, format: Format, note: str):
        term = Term("Qaratal", "en", "Latn", Status.PREFERRED, note=note)
        glossary = Glossary((Concept("x", "place", (term,)),))
        try:
            said = losses(glossary, format.name)
        except GlossaryError as error:
            said = [str(error)]
        assert said
        assert all("\n" not in line for line in said)


class TestDifferences:
    """The judge itself: each way in which a glossary may come back poorer has its line."""

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda concept: replace(concept, note=""), "1 concept loses its note: “Qaratal”"),
            (lambda concept: replace(concept, kind="other"), "1 concept loses its kind"),
            (lambda concept: replace(concept, id="x"), "1 concept loses its id"),
            (lambda concept: replace(concept, relations=()), "1 concept loses its relations"),
            (lambda concept: replace(concept, terms=concept.terms[:-1]), "1 term is left out: “Qaratal” (kk)"),
            (lambda concept: replace(concept, terms=(*concept.terms[:1], *concept.terms[2::-1], *concept.terms[3:])), "order of its terms"),
            (
                lambda concept: replace(concept, terms=tuple(replace(t, guard=Guard()) for t in concept.terms)),
                "1 term loses its words nearby",
            ),
            (lambda concept: replace(concept, terms=tuple(replace(t, type=TermType.NAME) for t in concept.terms)), "1 term loses its type"),
        ],
    )
    def test_each_loss_has_its_line(self, change, words):
        before = FULL.concepts[:1]
        after = (change(before[0]),)
        assert words in " ".join(differences(before, after)) or words == ""

    def test_the_order_of_languages_does_not_count(self):
        concept = FULL.concepts[0]
        turned = replace(concept, terms=tuple(sorted(concept.terms, key=lambda term: term.language)))
        assert differences((concept,), (turned,)) == []

    def test_examples_are_three_and_counts_whole(self):
        concepts = [Concept(f"c{n}", "place", (Term(f"Name {n}", "en", "Latn", Status.PREFERRED),)) for n in range(9)]
        assert differences(concepts, []) == ["9 concepts are left out: “Name 0”, “Name 1”, “Name 2”, …"]

    def test_what_is_added_is_said_too(self):
        assert differences(FULL.concepts[:1], FULL.concepts) == ["2 terms are added: “Big Steppe” (en), “Большая степь” (ru)"]
