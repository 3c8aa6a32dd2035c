"""The termbase: what is put in comes out, every change is in the history, and can be taken back; nobody's change is overwritten unseen."""

from dataclasses import replace

import pytest

from glossary import Concept, Glossary, GlossaryError, Status, Term
from glossary.model import CaseRule, Guard, Relation, TermType
from glossary.termbase import Termbase
from glossary.termbase_errors import ConflictError

OAKHILL = Concept(
    "oakhill",
    "place",
    (
        Term("Oakhill", "en", "Latn", Status.PREFERRED, sources=("atlas 2020",)),
        Term("Okhill", "en", "Latn", Status.DEPRECATED, misspelling=True, forms=("Okhills=Oakhills",), note="a slip"),
        Term("Elmhill", "en", "Latn", Status.SUPERSEDED, valid_from="1901", valid_until="1964-10-21"),
        Term(
            "OH",
            "en",
            "Latn",
            Status.ADMITTED,
            TermType.ABBREVIATION,
            case=CaseRule.EXACT,
            guard=Guard(("town",), ("river", "oh no")),
            indeclinable=True,
        ),
        Term("Оукхилл", "ru", "Cyrl", Status.PREFERRED),
    ),
    note="The town “with the oak”",
    sources=("gazetteer",),
    relations=(Relation("part-of", "shire"), Relation("see-also", "elmhill")),
)
SHIRE = Concept("shire", "place", (Term("Shire", "en", "Latn", Status.PREFERRED),))
ELM = Concept("elm", "person", (Term("Elm", "en", "Latn", Status.PREFERRED),))
WHO = {"author": "Aigerim", "reason": "from the atlas"}


@pytest.fixture
def termbase(where):
    with Termbase.open(where, create=True) as termbase:
        yield termbase


def noted(concept, note):
    return replace(concept, note=note)


def test_everything_a_concept_says_is_kept(termbase, where):
    termbase.put([OAKHILL, SHIRE], **WHO)
    with Termbase.open(where) as again:
        assert again.concept("oakhill") == OAKHILL
        assert again.glossary() == Glossary((OAKHILL, SHIRE))


def test_the_built_in_glossary_comes_back_as_it_was(termbase):
    builtin = Glossary.builtin()
    assert termbase.put(builtin.concepts, **WHO).concepts == len(builtin.concepts)
    assert termbase.glossary().fingerprint == builtin.fingerprint


def test_a_new_termbase_is_empty(termbase):
    assert (termbase.version, termbase.glossary(), termbase.history()) == (0, Glossary(()), [])
    with pytest.raises(KeyError):
        termbase.concept("oakhill")


def test_each_change_is_in_the_history(termbase):
    termbase.put([OAKHILL, SHIRE], **WHO)
    termbase.put([noted(SHIRE, "a county")], author="  Botagoz\n", reason="said\nwhich")
    termbase.remove(["shire"], author="Askar", reason="not ours")
    third, second, first = termbase.history()
    assert [(one.id, one.author, one.reason, one.concepts) for one in (first, second, third)] == [
        (1, "Aigerim", "from the atlas", 2),
        (2, "Botagoz", "said which", 1),
        (3, "Askar", "not ours", 1),
    ]
    assert first.time <= second.time <= third.time
    assert second.line == f"2  {second.time}  Botagoz  1 concept  said which"
    assert [one.id for one in termbase.history("oakhill")] == [1]
    assert [one.id for one in termbase.history("shire", limit=2)] == [3, 2]
    assert [list(next(termbase.revisions(id, "shire")).lines()) for id in (1, 2, 3)] == [
        ["added Shire (place) with 1 term"],
        ["note “a county”, was none"],
        ["removed Shire (place) with 1 term"],
    ]


def test_what_changes_nothing_is_no_change(termbase):
    termbase.put([SHIRE], **WHO)
    assert termbase.put([SHIRE], author="Askar", reason="again") is None
    assert termbase.remove(["nowhere"], author="Askar", reason="gone") is None
    assert termbase.put([], **WHO) is None
    assert [one.id for one in termbase.history()] == [1]


def test_two_concepts_become_one_in_one_change(termbase):
    termbase.put([OAKHILL, SHIRE], **WHO)
    made = termbase.change([noted(OAKHILL, "both")], ["shire"], author="Askar", reason="one town")
    assert (made.id, made.concepts) == (2, 2)
    assert termbase.glossary().concepts == (noted(OAKHILL, "both"),)
    termbase.undo(author="Askar")
    assert termbase.glossary().concepts == (OAKHILL, SHIRE)


def test_the_last_change_is_taken_back_then_the_one_before_it(termbase):
    termbase.put([OAKHILL], **WHO)
    termbase.put([noted(OAKHILL, "new"), SHIRE], author="Askar", reason="both")
    undone = termbase.undo(author="Botagoz")
    assert (undone.undoes, undone.reason, undone.concepts) == (2, "undo 2: both", 2)
    assert termbase.glossary().concepts == (OAKHILL,)
    assert termbase.undo(author="Botagoz", reason="all wrong").undoes == 1
    assert termbase.glossary().concepts == ()
    assert [(one.undoes, one.undone_by) for one in termbase.history()] == [(1, None), (2, None), (None, 3), (None, 4)]
    with pytest.raises(GlossaryError, match="no change to undo"):
        termbase.undo(author="Botagoz")


def test_an_undo_is_taken_back_by_its_number(termbase):
    termbase.put([OAKHILL], **WHO)
    termbase.undo(author="Askar")
    termbase.undo(2, author="Askar")
    assert termbase.glossary().concepts == (OAKHILL,)
    with pytest.raises(GlossaryError, match=r"change 2 has been taken back by change 3; undo 3"):
        termbase.undo(2, author="Askar")


def test_a_whole_import_is_one_step(termbase):
    termbase.put([SHIRE], **WHO)
    many = [Concept(f"c-{number}", "place", (Term(f"Name {number}", "en", "Latn", Status.PREFERRED),)) for number in range(5000)]
    termbase.put((*many, noted(SHIRE, "imported")), author="Askar", reason="import names.csv")
    assert len(termbase.glossary().concepts) == 5001
    assert termbase.undo(author="Askar").concepts == 5001
    assert termbase.glossary().concepts == (SHIRE,)
    assert termbase.search("Name 4321") == []


def test_a_change_that_others_built_upon_is_not_taken_back(termbase):
    termbase.put([OAKHILL, SHIRE], **WHO)
    termbase.put([noted(SHIRE, "a county")], author="Botagoz", reason="said which")
    with pytest.raises(ConflictError) as caught:
        termbase.undo(1, author="Askar")
    assert "“shire” was changed by Botagoz" in str(caught.value)
    assert "in change 2 (said which): note “a county”, was none" in str(caught.value)
    assert termbase.version == 2
    termbase.undo(2, author="Askar")
    termbase.undo(1, author="Askar")
    assert termbase.glossary().concepts == ()


@pytest.mark.parametrize("id", [0, 7, -1])
def test_only_a_change_that_was_made_is_taken_back(termbase, id):
    termbase.put([SHIRE], **WHO)
    with pytest.raises(GlossaryError, match=f"there is no change {id}; see `endonym glossary history`"):
        termbase.undo(id, author="Askar")
    with pytest.raises(GlossaryError, match=f"there is no change {id}"):
        list(termbase.revisions(id))


def test_a_colleagues_change_is_not_overwritten(termbase, where):
    termbase.put([OAKHILL, SHIRE], **WHO)
    read = termbase.version
    with Termbase.open(where) as colleague:
        terms = tuple(replace(term, status=Status.ADMITTED, misspelling=False) if term.text == "Okhill" else term for term in OAKHILL.terms)
        colleague.put([replace(OAKHILL, terms=terms)], author="Botagoz", reason="in use", based_on=read)
    with pytest.raises(ConflictError) as caught:
        termbase.put([noted(OAKHILL, "mine"), ELM], author="Askar", reason="note", based_on=read)
    said = str(caught.value)
    assert "“oakhill” was changed by Botagoz" in said
    assert "Okhill (en-Latn): now admitted, was deprecated; misspelling no, was yes" in said
    assert "\n" not in said
    assert termbase.version == 2, "nothing of the refused change is written"
    assert termbase.put([noted(SHIRE, "mine"), ELM], author="Askar", reason="other concepts", based_on=read).id == 3


@pytest.mark.parametrize("mine", [noted(SHIRE, "mine"), None])
def test_a_concept_that_a_colleague_removed_or_added_counts_as_changed(termbase, mine):
    termbase.put([OAKHILL, SHIRE], **WHO)
    termbase.remove(["shire"], author="Botagoz", reason="not ours")
    if mine is not None:
        with pytest.raises(ConflictError, match="removed Shire"):
            termbase.put([mine], author="Askar", reason="note", based_on=1)
    termbase.put([ELM], author="Botagoz", reason="new")
    with pytest.raises(ConflictError, match="added Elm"):
        termbase.put([noted(ELM, "mine")], author="Askar", reason="note", based_on=2)


def test_a_change_that_was_changed_back_is_no_obstacle(termbase):
    termbase.put([SHIRE], **WHO)
    termbase.put([noted(SHIRE, "a county")], author="Botagoz", reason="said which")
    termbase.undo(author="Botagoz")
    assert termbase.put([noted(SHIRE, "mine")], author="Askar", reason="note", based_on=1).id == 4


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Concept("Oak Hill", "place", SHIRE.terms), "no identifier"),
        (Concept("oak", "tree", SHIRE.terms), "unknown kind"),
        (Concept("oak", "place", ()), "no terms"),
        (Concept("oak", "place", (SHIRE.terms[0], SHIRE.terms[0])), "there twice"),
        (Concept("oak", "place", (Term("Oak\0", "en", "Latn", Status.PREFERRED),)), "character"),
        (Concept("oak", "place", (Term("Oak\ud800", "en", "Latn", Status.PREFERRED),)), "character"),
    ],
)
def test_a_concept_that_cannot_be_kept_is_refused_with_all_beside_it(termbase, wrong, said):
    with pytest.raises(GlossaryError, match=said):
        termbase.put([SHIRE, wrong], **WHO)
    assert (termbase.version, termbase.glossary()) == (0, Glossary(()))


@pytest.mark.parametrize("between", [0, 3000])
def test_a_concept_twice_in_one_change_is_refused(termbase, between):
    many = [Concept(f"c-{number}", "place", SHIRE.terms) for number in range(between)]
    with pytest.raises(GlossaryError, match="twice in one change"):
        termbase.put([SHIRE, *many, noted(SHIRE, "other")], **WHO)
    assert termbase.version == 0


def test_an_import_that_fails_half_way_leaves_nothing(termbase):
    def broken():
        yield from (Concept(f"c-{number}", "place", SHIRE.terms) for number in range(4500))
        raise RuntimeError("the file ends here")

    with pytest.raises(RuntimeError, match="the file ends here"):
        termbase.put(broken(), **WHO)
    assert (termbase.version, termbase.glossary()) == (0, Glossary(()))
    assert termbase.put([SHIRE], **WHO).id == 1


def test_a_change_needs_an_author(termbase):
    with pytest.raises(GlossaryError, match="needs an author"):
        termbase.put([SHIRE], author=" ", reason="none")
    assert termbase.version == 0


def test_the_fingerprint_follows_the_content(termbase, tmp_path):
    seen = [termbase.fingerprint]
    termbase.put([SHIRE], **WHO)
    seen.append(termbase.fingerprint)
    termbase.undo(author="Askar")
    seen.append(termbase.fingerprint)
    with Termbase.open(tmp_path / "other.db", create=True) as other:
        seen.append(other.fingerprint)
    assert len(set(seen)) == 4
