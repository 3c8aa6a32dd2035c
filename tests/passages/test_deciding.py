"""Decisions that several runs keep at once."""

import pytest

from glossary.discover_decisions import Decision, Decisions, Verdict, write
from glossary.errors import GlossaryError
from passages.deciding import keep
from passages.lock import HeldError, locked

NOTES = Decision(Verdict.NO_NAME, "Notes")
SAME = Decision(Verdict.SAME, "Shalkar", "Shalqar")


def test_new_decisions_are_added_to_those_of_the_file(tmp_path):
    place = tmp_path / ".endonym" / "decisions.tsv"
    assert keep(place, [NOTES]) == Decisions((NOTES,))
    assert keep(place, [SAME]) == Decisions((NOTES, SAME))
    assert keep(place, []) == Decisions((NOTES, SAME))


def test_what_is_known_already_is_not_written_again(tmp_path):
    place = tmp_path / "decisions.tsv"
    write(place, Decisions((NOTES,)))
    before = place.stat()
    assert keep(place, [NOTES]) == Decisions((NOTES,))
    assert place.stat() == before


def test_without_decisions_nothing_is_made(tmp_path):
    assert keep(tmp_path / ".endonym" / "decisions.tsv", []) == Decisions()
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_holds_the_lock_too_long_is_named_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("passages.deciding._PAUSE", 0)
    place = tmp_path / "decisions.tsv"
    with locked(tmp_path / "decisions.lock"), pytest.raises(HeldError, match="another run is writing"):
        keep(place, [NOTES])
    assert not place.exists()
    assert keep(place, [NOTES]) == Decisions((NOTES,))


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / ".endonym").write_text("a file", encoding="utf-8")
    with pytest.raises(GlossaryError, match="its folder cannot be made"):
        keep(tmp_path / ".endonym" / "decisions.tsv", [NOTES])
