"""The compiled names of a termbase: always of its present content, never trusted when damaged, found without the database's library."""

import subprocess
import sys

import pytest

from glossary import Concept, Glossary, GlossaryError, Status, Term
from glossary.large import LargeLexicon
from glossary.termbase import Termbase
from glossary.termbase_lexicon import TermbaseNames, fingerprint

WHO = {"author": "Aigerim", "reason": "names"}
TEXT = "From Oakhil to Okhill, and on to Elmbrok."


def town(id, *names):
    return Concept(
        id, "place", tuple(Term(name, "en", "Latn", Status.DEPRECATED if at else Status.PREFERRED) for at, name in enumerate(names))
    )


@pytest.fixture
def termbase(where):
    with Termbase.open(where, create=True) as termbase:
        termbase.put([town("oakhill", "Oakhill", "Oakhil")], **WHO)
        yield termbase


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "compiled"


def found(where, folder, **more):
    names = TermbaseNames(where, cache=folder, **{"whole": 0} | more)
    try:
        return [(one.text, one.replacement) for one in names.lexicon("en", TEXT).find(TEXT)]
    finally:
        names.close()


def test_names_are_those_of_the_present_content(termbase, where, folder):
    assert found(where, folder) == [("Oakhil", "Oakhill")]
    termbase.put([town("oakhill", "Oakhill", "Okhill")], author="Askar", reason="other")
    assert found(where, folder) == [("Okhill", "Oakhill")]
    termbase.undo(author="Askar")
    assert found(where, folder) == [("Oakhil", "Oakhill")]


def test_they_are_compiled_once(termbase, where, folder, monkeypatch):
    assert found(where, folder) == [("Oakhil", "Oakhill")]
    monkeypatch.setattr(TermbaseNames, "_glossary", lambda self: pytest.fail("compiled again"))
    assert found(where, folder) == [("Oakhil", "Oakhill")]


def test_the_termbase_is_laid_on_another_glossary(termbase, where, folder):
    def under():
        return Glossary.of([town("elmbrook", "Elmbrook", "Elmbrok")])

    assert found(where, folder, under=under, under_key="elm 1") == [("Oakhil", "Oakhill"), ("Elmbrok", "Elmbrook")]
    assert found(where, folder) == [("Oakhil", "Oakhill")]


@pytest.mark.parametrize(
    "damage", [lambda data: data[:100], lambda data: b"", lambda data: data[:-40] + bytes(40), lambda data: data[::-1]]
)
def test_a_damaged_file_is_made_anew(termbase, where, folder, damage):
    found(where, folder)
    (path,) = folder.glob("*.names")
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert found(where, folder) == [("Oakhil", "Oakhill")]
    assert path.read_bytes() == whole


def test_damage_that_is_met_only_by_another_text_is_mended_too(termbase, where, folder):
    found(where, folder)
    (path,) = folder.glob("*.names")
    data = bytearray(path.read_bytes())
    at = data.index(b'"Oakhil"')
    data[at + 1] ^= 1
    path.write_bytes(data)
    names = TermbaseNames(where, cache=folder, whole=0)
    assert names.lexicon("en", "nothing here").find("nothing here") == []
    assert [one.text for one in names.lexicon("en", TEXT).find(TEXT)] == ["Oakhil"]
    names.close()


def test_where_nothing_can_be_kept_they_are_compiled_for_the_run(termbase, where, tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("no folder", "utf-8")
    assert found(where, blocked) == [("Oakhil", "Oakhill")]


def test_old_files_are_forgotten(termbase, where, folder):
    for number in range(12):
        termbase.put([town("elmbrook", "Elmbrook", f"Elm {number}")], author="Askar", reason="again")
        found(where, folder)
    assert len(list(folder.iterdir())) == 8


def test_the_fingerprint_is_the_open_termbases(termbase, where):
    assert fingerprint(where) == termbase.fingerprint
    termbase.put([town("elmbrook", "Elmbrook")], **WHO)
    assert fingerprint(where) == termbase.fingerprint


def test_a_termbase_that_cannot_be_used_says_why(tmp_path):
    (tmp_path / "termbase.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(GlossaryError, match="is damaged or no termbase"):
        found(tmp_path / "termbase.db", None)
    with pytest.raises(GlossaryError, match="there is no such termbase"):
        found(tmp_path / "nowhere.db", None)
    assert [path.name for path in tmp_path.iterdir()] == ["termbase.db"]


def test_once_compiled_no_database_library_is_imported(tmp_path):
    where = tmp_path / "termbase.db"
    with Termbase.open(where, create=True) as termbase:
        termbase.put([town("oakhill", "Oakhill", "Oakhil")], **WHO)
    assert found(where, None) == [("Oakhil", "Oakhill")]
    assert len(list((tmp_path / "compiled").glob("*.names"))) == 1
    program = f"""
import sys
from glossary.termbase_lexicon import TermbaseNames
print(len(TermbaseNames({str(where)!r}, whole=0).lexicon("en", {TEXT!r}).find({TEXT!r})))
print(sorted({{"sqlalchemy", "numpy", "platformdirs", "glossary.termbase"}} & set(sys.modules)))
"""
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert shown.splitlines() == ["1", "[]"]


def test_every_language_has_its_own_file(termbase, where, folder):
    names = TermbaseNames(where, cache=folder, whole=0)
    assert names.lexicon("ru", TEXT).find(TEXT) == []
    assert len(names.lexicon("en", TEXT).find(TEXT)) == 1
    names.close()
    for path in folder.glob("*.names"):
        LargeLexicon.open(path).close()
    assert len(list(folder.glob("*.names"))) == 2


def test_a_small_termbase_is_one_lexicon_that_knows_look_alikes(termbase, where, folder, monkeypatch):
    assert found(where, folder, whole=2) == [("Oakhil", "Oakhill")]
    assert [path.suffix for path in folder.iterdir()] == [".lexicon"]
    termbase.put([town("elmbrook", "Elmbrook", "Elmbrok")], author="Askar", reason="more")
    names = TermbaseNames(where, cache=folder)
    small = names.lexicon("en", "nothing")
    assert small is names.lexicon("en", TEXT)
    assert [one.text for one in small.find(TEXT)] == ["Oakhil", "Elmbrok"]
    monkeypatch.setattr(TermbaseNames, "_glossary", lambda self: pytest.fail("compiled again"))
    assert found(where, folder, whole=4) == [("Oakhil", "Oakhill"), ("Elmbrok", "Elmbrook")]
