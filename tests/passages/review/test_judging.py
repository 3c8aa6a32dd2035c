"""Findings and names of a session: they follow every step, stay dismissed, are mended here or everywhere, and lead to new terms."""

import pytest

from glossary.errors import GlossaryError
from glossary.sources import Sources
from glossary.termbase import Termbase
from passages.checks import CheckContext
from passages.errors import DocumentError
from passages.pair import Side
from passages.review import Session
from tests.passages.review.conftest import Bitext, rows, targets, write

TABLE = """concept,kind,term,lang,status
alder,place,Alderton,en,preferred
alder,place,Aldertown,en,misspelling
alder,place,Олдертон,ru,preferred
alder,place,Алдертон,ru,misspelling
bay,place,Bay of Reeds,en,preferred
bay,place,Камышовый залив,ru,preferred
"""
PAIRS = (
    ("Alderton is small.", "Алдертон мал."),
    ("The mayor of Alderton left Alderton.", "Мэр Алдертона покинул Алдертон."),
    ("They went to Alderton.", "Они уехали в Олдертон."),
    ("Fog over the Bay of Reeds.", "Туман  над водой."),
    ("Nothing here.", "Здесь  ничего."),
)


@pytest.fixture
def names(tmp_path):
    table = tmp_path / "names.csv"
    table.write_text(TABLE, "utf-8")
    return Sources([table], builtin=False, cache=tmp_path / "cache")


@pytest.fixture
def session(file, reopened, names):
    write(file, rows(PAIRS))
    return reopened(sources=names)


def codes(session, index):
    return [finding.code for finding in session.findings(index)]


def finding(session, index, code):
    return next(one for one in session.findings(index) if one.code == code)


def test_findings_follow_the_text(session):
    assert (codes(session, 0), codes(session, 2)) == (["misspelling"], [])
    session.edit(0, "Олдертон мал.")
    assert codes(session, 0) == []
    session.undo()
    assert codes(session, 0) == ["misspelling"]
    session.edit(2, "Они  уехали в Олдертон.")
    assert codes(session, 2) == ["double-space"]


def test_names_are_found_on_both_sides(session):
    assert [(one.text, one.concept) for one in session.names(1, Side.SOURCE)] == [("Alderton", "alder")] * 2
    assert [one.text for one in session.names(1, Side.TARGET)] == ["Алдертона", "Алдертон"]
    assert session.concepts(1) == {"alder"}
    assert session.select("name:Alderton") == session.select("name:Олдертон") == session.select("name:alder") == [0, 1, 2]
    assert session.select('name:"Bay of Reeds"') == [3]
    assert session.select("has:variant") == [0, 1]


def test_a_filter_that_does_not_wait_looks_at_the_pairs_that_were_checked(session):
    assert session.select("has:finding", wait=False) == []
    session.scan(1)
    assert session.select("has:finding", wait=False) == [0]
    assert session.select("name:alder", wait=False) == [0, 1, 2]
    assert session.select("has:finding") == [0, 1, 3, 4]
    session.edit(2, "Они  уехали.")
    assert session.select("code:double-space", wait=False) == [2, 3, 4]


def test_spellings_are_counted_as_pairs_are_checked_and_changed(session):
    assert session.variant_counts("alder") == {}
    assert session.scan(2)
    assert session.scanned == (2, 5)
    assert session.variant_counts("alder") == {"Алдертон": 2, "Алдертона": 1}
    while session.scan(2):
        pass
    assert session.variant_counts("alder") == {"Алдертон": 2, "Алдертона": 1, "Олдертон": 1}
    assert session.variant_counts("alder", Side.SOURCE) == {"Alderton": 4}
    session.edit(0, "Олдертон мал.")
    assert session.variant_counts("alder") == {"Олдертон": 2, "Алдертона": 1, "Алдертон": 1}
    session.undo()
    session.scan(10)
    assert session.variant_counts("alder") == {"Алдертон": 2, "Алдертона": 1, "Олдертон": 1}


def test_the_whole_document_is_known_once_it_was_scanned_and_follows_edits(file, reopened):
    write(file, rows([("The gate is open.", "Ворота открыты."), ("Bread.", "Хлеб."), ("The gate is open.", "Калитка открыта.")]))
    session = reopened()
    version = session.version(0)
    while session.scan(1):
        pass
    assert session.version(0) != version
    assert (codes(session, 0), codes(session, 2)) == (["same-source"], ["same-source"])
    session.edit(2, "Ворота открыты.")
    assert (codes(session, 0), codes(session, 2)) == ([], [])
    session.undo()
    assert codes(session, 0) == ["same-source"]


def test_a_fix_is_one_step(session):
    one = finding(session, 0, "misspelling")
    assert session.apply_fix(0, one).text == "pair 1 fixed: Олдертон"
    assert (session.pair(0).target, codes(session, 0)) == ("Олдертон мал.", [])
    with pytest.raises(DocumentError, match="has changed since"):
        session.apply_fix(0, one)
    session.undo()
    assert session.pair(0).target == "Алдертон мал."


def test_a_fix_everywhere_is_looked_at_first_and_is_one_step(session, reopened, names):
    one = finding(session, 0, "misspelling")
    preview = session.preview_everywhere(0, one)
    assert (preview.old, preview.new) == ("Алдертон", "Олдертон")
    assert [(change.index, change.after) for change in preview.changes] == [
        (0, "Олдертон мал."),
        (1, "Мэр Олдертона покинул Олдертон."),
    ]
    assert targets(session)[0] == "Алдертон мал."
    done = session.apply_everywhere(preview)
    assert (done.text, done.indexes) == ("2 pairs fixed: Олдертон", (0, 1))
    assert session.undo().indexes == (0, 1)
    assert targets(session) == [target for _, target in PAIRS]
    assert session.apply_everywhere(session.preview_everywhere(0, one), [1]).indexes == (1,)
    session = reopened(sources=names)
    assert targets(session)[:2] == ["Алдертон мал.", "Мэр Олдертона покинул Олдертон."]


def test_a_fix_everywhere_may_be_left_while_it_looks(session):
    steps = list(session.previewing(0, finding(session, 0, "misspelling")))
    assert steps[:-1] == [None] * len(session)
    assert steps[-1] == session.preview_everywhere(0, finding(session, 0, "misspelling"))


def test_a_fix_everywhere_of_what_is_no_name(session):
    preview = session.preview_everywhere(3, finding(session, 3, "double-space"))
    assert [change.after for change in preview.changes] == ["Туман над водой.", "Здесь ничего."]


def test_pairs_that_have_changed_since_are_left_alone_by_a_fix_everywhere(session):
    preview = session.preview_everywhere(0, finding(session, 0, "misspelling"))
    session.edit(1, "Мэр уехал.")
    assert session.apply_everywhere(preview).indexes == (0,)
    session.merge(3)
    with pytest.raises(DocumentError, match="pairs have come or gone since"):
        session.apply_everywhere(preview)


def test_what_is_dismissed_stays_dismissed(session, reopened, names):
    session.dismiss(3, finding(session, 3, "double-space"))
    assert "double-space" not in codes(session, 3)
    assert codes(session, 4) == ["double-space"]
    session = reopened(sources=names)
    session.edit(3, "Туман  над тихой водой.")
    assert "double-space" not in codes(session, 3)
    told = session.dismissals()
    assert [(one.scope, one.code, one.index, one.author) for one in told] == [("occurrence", "double-space", 3, "Aigerim")]
    assert session.restore_dismissed(told[0].id).text == "1 dismissal restored"
    assert "double-space" in codes(session, 3)
    session.undo()
    assert "double-space" not in codes(session, 3)
    session.redo()
    assert "double-space" in codes(session, 3)


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        ("occurrence", [["misspelling"] * 2, ["double-space"]]),
        ("spelling", [["misspelling"], ["double-space"]]),
        ("rule", [[], ["double-space"]]),
    ],
)
def test_how_far_a_dismissal_goes(session, reopened, names, scope, left):
    session.dismiss(0, finding(session, 0, "misspelling"), scope)
    for again in (session, reopened(sources=names)):
        assert [codes(again, 0), codes(again, 1), codes(again, 4)] == [[], *left]
    again.undo()
    assert [codes(again, 0), codes(again, 1)] == [["misspelling"], ["misspelling"] * 2]


def test_all_dismissals_are_restored_at_once(session):
    assert session.restore_dismissed().text == "nothing to change"
    session.dismiss(0, finding(session, 0, "misspelling"), "rule")
    session.dismiss(4, finding(session, 4, "double-space"))
    session.restore_dismissed()
    assert (codes(session, 0), codes(session, 4), session.dismissals()) == (["misspelling"], ["double-space"], ())
    with pytest.raises(ValueError, match="occurrence, spelling, rule"):
        session.dismiss(0, finding(session, 0, "misspelling"), "all")


def test_a_term_is_added_from_where_the_reviewer_stands(file, session, reopened, names):
    session.edit(2, "Они уехали в Ольдертон.")
    assert "misspelling" not in codes(session, 2)
    done = session.add_term("alder", "Ольдертон", {"status": "misspelling"}, language="ru")
    assert done.text == "“Ольдертон” written into the termbase, for alder"
    assert finding(session, 2, "misspelling").fixes[0].label == "Олдертон"
    with Termbase.open(file.parent / ".endonym" / "termbase.db") as base:
        change = base.history()[0]
        assert (change.author, change.reason, base.concept("alder").kind) == ("Aigerim", "review of river.json", "place")
    assert session.undo().text == "undone: “Ольдертон” written into the termbase, for alder"
    assert "misspelling" not in codes(session, 2)
    session.redo()
    assert "misspelling" in codes(session, 2)
    session.undo()
    session.undo()
    session.redo()
    session.redo()
    assert "misspelling" in codes(session, 2)


def test_a_term_that_contradicts_itself_is_refused(session):
    with pytest.raises(GlossaryError):
        session.add_term("alder", "Ольдертон", {"status": "nonsense"}, language="ru")
    assert session.undo() is None


def test_a_term_into_the_termbase_the_names_come_from(file, tmp_path, reopened):
    write(file, rows(PAIRS))
    base = tmp_path / "team" / "names.db"
    Termbase.open(base, create=True).close()
    session = reopened(sources=Sources(builtin=False, termbase=base, cache=tmp_path / "cache"))
    session.add_term("alder", "Олдертон", language="ru", kind="place")
    session.add_term("alder", "Алдертон", {"status": "deprecated"}, language="ru")
    assert finding(session, 0, "deprecated").fixes[0].label == "Олдертон"
    assert not (file.parent / ".endonym" / "termbase.db").exists()


def test_the_settings_of_the_checks_are_obeyed(file, reopened):
    write(file, rows(PAIRS))
    session = reopened(checks=CheckContext(disabled=frozenset(("double-space",)), forbidden=("туман",)))
    assert codes(session, 3) == ["forbidden-word"]


def test_languages_are_told_by_the_letters_where_nothing_says_them(file):
    class Silent(Bitext):
        def __init__(self, path):
            super().__init__(path)
            self.source_language = self.target_language = None

    write(file, rows(PAIRS))
    with Session.open(file, reviewer="A", opener=Silent) as session:
        assert session.languages == ("en", "ru")


def test_pairs_that_were_made_are_judged_too(session):
    session.split(1, 21, 15)
    assert [codes(session, 1), codes(session, 2)] == [["misspelling"], ["misspelling"]]
    assert session.select("code:misspelling") == [0, 1, 2]
    session.undo()
    assert codes(session, 1) == ["misspelling"] * 2
