"""A gazetteer adds to a termbase, keeps what others have said of its places, and never overwrites that unseen."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from glossary import Concept, GlossaryError, Status, Term
from glossary.gazetteer import merged
from glossary.termbase import Termbase

WHO = {"author": "Aigerim", "reason": "gazetteer"}


def place(id: str, *names: str, kind: str = "place") -> Concept:
    return Concept(id, kind, tuple(Term(name, "en", "Latn", Status.ADMITTED if at else Status.PREFERRED) for at, name in enumerate(names)))


PLACES = [place(f"geonames-{number}", f"Qaratal {number}", f"Karatal {number}") for number in range(1200)]


@pytest.fixture
def termbase(where):
    with Termbase.open(where, create=True) as base:
        base.put(merged(PLACES, base.some), **WHO)
        yield base


def test_all_of_it_is_there_and_the_same_again_is_no_change(termbase):
    assert len(termbase.glossary().concepts) == len(PLACES)
    assert termbase.put(merged(PLACES, termbase.some), **WHO) is None


def test_what_somebody_has_added_stays(termbase):
    town = termbase.concept("geonames-7")
    termbase.put([replace(town, note="On the river", terms=(*town.terms, replace(town.terms[1], text="Qara-Tal")))], **WHO)
    assert termbase.put(merged(PLACES, termbase.some), **WHO) is None
    assert (termbase.concept("geonames-7").note, len(termbase.concept("geonames-7").terms)) == ("On the river", 3)


def test_what_somebody_has_decided_otherwise_stops_it_and_nothing_is_written(termbase):
    town = termbase.concept("geonames-7")
    turned = (replace(town.terms[0], status=Status.DEPRECATED), replace(town.terms[1], status=Status.PREFERRED))
    termbase.put([replace(town, terms=turned)], **WHO)
    before = termbase.version
    more = [*PLACES, place("geonames-9999", "Balqash")]
    with pytest.raises(GlossaryError, match=r"^KZ.txt: \d contradictions?, first: .*Qaratal 7.*--overwrite"):
        termbase.put(merged(more, termbase.some, source="KZ.txt"), **WHO)
    assert termbase.version == before
    assert not termbase.some(["geonames-9999"])
    termbase.put(merged(more, termbase.some, overwrite=True), **WHO)
    assert termbase.concept("geonames-7").terms[0].status is Status.PREFERRED
    assert termbase.some(["geonames-9999", "absent"]).keys() == {"geonames-9999"}


def test_an_id_of_another_kind_stops_it(termbase):
    with pytest.raises(GlossaryError, match="of kind place, not person"):
        termbase.put(merged([place("geonames-3", "Qaratal", kind="person")], termbase.some), **WHO)


class TestFiles:
    """A dump of GeoNames and clusters of OpenRefine go into a termbase as a user brings them in, and can be taken back."""

    @pytest.fixture(params=["geonames", "openrefine"])
    def gazetteer(self, request, tmp_path):
        """A file, its format, and the preferred names in it."""
        if request.param == "geonames":
            file = tmp_path / "KZ.txt"
            names = [f"Oaktau {number}" for number in range(3)]
            tail = ["50.1", "70.2", "P", "PPL", "KZ", "", "11", "", "", "", "120", "", "340", "Asia/Almaty", "2020-01-01"]
            rows = [[str(7000 + at), name, name, f"Okhtau {at},Октау {at}", *tail] for at, name in enumerate(names)]
            file.write_text("\n".join(map("\t".join, rows)) + "\n", "utf-8")
        else:
            file = tmp_path / "clusters.json"
            names = ["Oaktau", "Birchkol"]
            clusters = [{"value": name, "edit": True, "choices": [{"v": name, "c": 9}, {"v": f"{name}h", "c": 2}]} for name in names]
            file.write_text(json.dumps({"clusters": clusters}), "utf-8")
        return str(file), request.param, names

    def test_in_twice_and_out_again(self, run, where, gazetteer):
        file, format, names = gazetteer
        words = ("glossary", "--termbase", where, "import", file, "--format", format, "--author", "Aigerim")
        status, shown, _ = run(*words)
        assert status == 0
        assert "Aigerim" in shown
        with Termbase.open(where) as base:
            assert [one.label for one in base.concepts()] == sorted(names)
            assert {term.text for one in base.concepts() for term in one.terms} > set(names)
        assert run(*words)[:2] == (0, "Nothing to change.\n")
        assert run("glossary", "--termbase", where, "undo", "--author", "Aigerim")[0] == 0
        with Termbase.open(where) as base:
            assert list(base.concepts()) == []

    def test_what_it_names_is_found_by_search(self, run, where, gazetteer):
        file, format, names = gazetteer
        run("glossary", "--termbase", where, "import", file, "--format", format)
        for by, wanted in (("prefix", names[0][:4]), ("substring", names[0][1:5]), ("likeness", names[0].replace("k", "kk", 1))):
            status, shown, _ = run("glossary", "--termbase", where, "list", wanted, "--by", by)
            assert status == 0
            assert names[0] in shown, by

    def test_half_a_file_leaves_nothing(self, run, where, gazetteer, tmp_path):
        file, format, _ = gazetteer
        run("glossary", "--termbase", where, "add", "oak", "Oak")
        data = (tmp_path / file).read_bytes()
        (tmp_path / file).write_bytes(data[:-70])
        status, _, said = run("glossary", "--termbase", where, "import", file, "--format", format)
        assert (status, said.count("\n")) == (2, 1)
        with Termbase.open(where) as base:
            assert [one.id for one in base.concepts()] == ["oak"]


@pytest.mark.parametrize("option", [("--new", "x"), ("--merge", "x=y")])
def test_decisions_about_single_concepts_are_refused(run, where, tmp_path, option):
    (tmp_path / "KZ.txt").write_text("", "utf-8")
    status, _, said = run("glossary", "--termbase", where, "import", "KZ.txt", "--format", "geonames", *option)
    assert (status, "geonames is brought in name by name" in said) == (2, True)
