"""A gazetteer adds to a termbase, keeps what others have said of its places, and never overwrites that unseen."""

from __future__ import annotations

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
