"""Decisions about spellings: what is kept, how it reads back, and what a broken file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.discover_decisions import Decision, Decisions, Verdict, project_decisions, read, write
from glossary.errors import GlossaryError

SAME, APART, NONE = Verdict.SAME, Verdict.NOT_SAME, Verdict.NO_NAME


def test_a_later_decision_takes_the_place_of_an_earlier_one():
    said = Decisions().with_([Decision(SAME, "Oral", "Uralsk"), Decision(NONE, "Rain")])
    said = said.with_([Decision(APART, "Uralsk", "Oral")])
    assert said.pairs(SAME) == []
    assert said.pairs(APART) == [("Uralsk", "Oral")]
    assert said.no_names == {"Rain"}


def test_no_file_is_no_decisions(tmp_path):
    assert read(tmp_path / "decisions.tsv") == Decisions()


def test_the_file_is_beside_the_termbase(tmp_path):
    (tmp_path / ".endonym").mkdir()
    (tmp_path / "texts").mkdir()
    assert project_decisions(tmp_path / "texts") == tmp_path / ".endonym" / "decisions.tsv"


NAMES = st.text(alphabet="abЖө’- (B)", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
DECISIONS = st.lists(
    st.one_of(
        st.builds(Decision, st.sampled_from([SAME, APART]), NAMES, NAMES),
        st.builds(lambda name: Decision(NONE, name), NAMES),
    ),
    max_size=6,
)


@given(decisions=DECISIONS)
def test_what_is_written_reads_back(tmp_path_factory, decisions):
    path = tmp_path_factory.mktemp("decisions") / ".endonym" / "decisions.tsv"
    said = Decisions().with_(decisions)
    write(path, said)
    assert read(path) == said


def test_a_new_folder_is_kept_out_of_git(tmp_path):
    write(tmp_path / ".endonym" / "decisions.tsv", Decisions().with_([Decision(NONE, "Rain")]))
    assert (tmp_path / ".endonym" / ".gitignore").read_text() == "*\n"


FAULTS = [
    ("perhaps\tOral\tUralsk\n", 1, "no decision"),
    ("decision\tspelling\tother\nsame\tOral\n", 2, "spelling is missing"),
    ("no name\t\n", 1, "spelling is missing"),
]


@pytest.mark.parametrize(("text", "line", "problem"), FAULTS)
def test_faults_name_the_line(tmp_path, text, line, problem):
    path = tmp_path / "decisions.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError, match=problem) as caught:
        read(path)
    assert caught.value.line == line


def test_hands_and_spreadsheets_may_write_it(tmp_path):
    path = tmp_path / "decisions.tsv"
    path.write_bytes("Same\tОрал\tУральск\r\n\r\nNO NAME\tДождь\r\n".encode("utf-16"))
    assert read(path).all == (Decision(SAME, "Орал", "Уральск"), Decision(NONE, "Дождь"))
