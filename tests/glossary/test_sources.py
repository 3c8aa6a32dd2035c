"""Where the names of a run come from: the built-in glossary, a termbase, files; later ones win, and a second run compiles nothing."""

import pytest

from glossary.errors import GlossaryError
from glossary.lexicon import Lexicon
from glossary.model import Concept, Status, Term
from glossary.sources import Sources
from glossary.termbase import Termbase


@pytest.fixture
def base(tmp_path):
    where = tmp_path / "base" / "termbase.db"
    with Termbase.open(where, create=True) as made:
        made.put(
            [Concept("foo", "place", (Term("Foo", "en", "Latn", Status.PREFERRED), Term("Fuu", "en", "Latn", Status.DEPRECATED)))],
            author="a",
            reason="r",
        )
    return where


def answers(sources, text):
    return [(one.text, one.replacement) for one in sources.lexicon("en", text).find(text)]


def test_the_builtin_glossary_alone(tmp_path):
    assert answers(Sources(cache=tmp_path), "Kiev and Fuu") == [("Kiev", "Kyiv")]


def test_a_termbase_on_top(tmp_path, base):
    sources = Sources(termbase=base, cache=tmp_path)
    assert answers(sources, "Kiev and Fuu") == [("Kiev", "Kyiv"), ("Fuu", "Foo")]
    assert sources.names == ("built-in", str(base))


def test_a_termbase_alone(tmp_path, base):
    assert answers(Sources(termbase=base, builtin=False, cache=tmp_path), "Kiev and Fuu") == [("Fuu", "Foo")]


def test_files_over_a_termbase(tmp_path, base):
    table = tmp_path / "names.csv"
    table.write_text("concept,kind,term,status\nfoo,place,Fuu,preferred\nfoo,place,Foo,deprecated\n", "utf-8")
    sources = Sources([table], termbase=base, cache=tmp_path)
    assert answers(sources, "Kiev, Foo") == [("Kiev", "Kyiv"), ("Foo", "Fuu")]


def test_a_change_of_the_termbase_is_seen(tmp_path, base):
    assert answers(Sources(termbase=base, cache=tmp_path), "Fou") == []
    with Termbase.open(base) as open_base:
        open_base.put(
            [Concept("foo", "place", (Term("Foo", "en", "Latn", Status.PREFERRED), Term("Fou", "en", "Latn", Status.DEPRECATED)))],
            author="a",
            reason="r",
        )
    assert answers(Sources(termbase=base, cache=tmp_path), "Fou") == [("Fou", "Foo")]


def test_a_second_run_compiles_nothing(tmp_path, monkeypatch):
    answers(Sources(cache=tmp_path), "Kiev")
    monkeypatch.setattr(Lexicon, "compile", lambda *_: pytest.fail("compiled again"))
    assert answers(Sources(cache=tmp_path), "Kiev") == [("Kiev", "Kyiv")]


def test_a_missing_termbase_is_named(tmp_path):
    with pytest.raises(GlossaryError, match=r"nothing\.db: there is no such termbase"):
        Sources(termbase=tmp_path / "nothing.db", cache=tmp_path).lexicon("en", "Kiev")


def test_no_password_is_shown():
    assert Sources(termbase="postgresql://anna:secret@host/names").names == ("built-in", "postgresql://anna@host/names")


def test_renewed_sources_see_what_was_changed_and_may_name_a_termbase(tmp_path, base):
    old = Sources(cache=tmp_path)
    assert (old.termbase, answers(old, "Fuu")) == (None, [])
    new = old.renewed(base)
    assert (new.termbase, answers(new, "Kiev, Fuu")) == (base, [("Kiev", "Kyiv"), ("Fuu", "Foo")])
    assert new.renewed().termbase == base
