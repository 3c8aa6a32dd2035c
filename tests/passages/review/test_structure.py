"""Pairs are merged, split and shifted as their texts were aligned wrongly; where the file's structure is fixed it is refused."""

import pytest

from passages.errors import DocumentError
from passages.pair import PairState, Side
from tests.passages.review.conftest import Bitext, read, rows, states, texts, write


def short(session):
    return [f"{source}|{target}" for source, target in texts(session)]


@pytest.fixture
def letters(file, reopened):
    write(file, rows([("A", "a"), ("B", "b"), ("C", "c"), ("D", "d")]))
    return reopened()


def test_two_pairs_become_one_and_two_again(letters, reopened):
    done = letters.merge(1)
    assert (done.text, done.indexes) == ("pair 2 merged with the next", (1,))
    assert short(letters) == ["A|a", "B C|b c", "D|d"]
    assert short(reopened()) == ["A|a", "B C|b c", "D|d"]
    session = reopened()
    assert session.undo().indexes == (1, 2)
    assert short(session) == ["A|a", "B|b", "C|c", "D|d"]
    assert short(reopened()) == ["A|a", "B|b", "C|c", "D|d"]


def test_what_was_said_of_two_pairs_is_said_of_the_one_and_goes_back_with_it(letters, reopened):
    letters.comment(1, "About b.")
    session = reopened("Bolat")
    session.comment(2, "About c.")
    session = reopened("Aigerim")
    session.comment(2, "So it is.")
    session.merge(1)
    assert [one.text for one in session.comments(1)] == ["About b.", "Bolat: About c.", "So it is."]
    session.undo()
    assert [[one.text for one in session.comments(at)] for at in (1, 2)] == [["About b."], ["About c.", "So it is."]]
    session.redo()
    assert len(reopened().comments(1)) == 3


def test_a_pair_is_cut_where_the_reviewer_says(session, reopened):
    before = session.structure
    done = session.split(3, 10, 10)
    assert done.indexes == (3, 4)
    assert session.structure != before
    assert texts(session)[3:] == [("Two boats.", "Две лодки."), ("One captain.", "Один капитан."), ("Bread and salt.", "Хлеб и соль.")]
    session = reopened()
    assert len(session) == 6
    session.edit(4, "Капитан один.")
    assert session.undo().text == "undone: pair 5 edited"
    session.undo()
    assert texts(session)[3:] == [("Two boats. One captain.", "Две лодки. Один капитан."), ("Bread and salt.", "Хлеб и соль.")]
    session.redo()
    assert len(reopened()) == 6


def test_pieces_are_cut_again_and_stay_in_order(file, reopened):
    write(file, rows([("a b c d", "1 2 3 4"), ("e", "5")]))
    session = reopened()
    session.split(0, 4, 4)
    session.split(0, 2, 2)
    session.split(2, 2, 2)
    assert short(session) == ["a|1", "b|2", "c|3", "d|4", "e|5"]
    assert short(reopened()) == ["a|1", "b|2", "c|3", "d|4", "e|5"]
    session = reopened()
    session.merge(2)
    session.merge(2)
    assert short(session) == ["a|1", "b|2", "c d e|3 4 5"]
    for _ in range(5):
        session.undo()
    assert short(session) == ["a b c d|1 2 3 4", "e|5"]


def test_a_merged_pair_has_a_state_that_both_had(file, reopened):
    for first, second, whole in (("✓", "✓", "✓"), ("✓", "·", "·"), ("!", "✓", "!"), ("·", "·", "·")):
        named = {"✓": "approved", "·": "unreviewed", "!": "needs-work"}
        write(file, [row | {"state": named[state]} for row, state in zip(rows([("A", "a"), ("B", "b")]), first + second, strict=True)])
        session = reopened(home=file.parent / (first + second))
        session.merge(0)
        assert states(session) == whole


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("a", "b", "a b"),
        ("a ", "b", "a b"),
        ("", "b", "b"),
        ("a", "", "a"),
        ("天", "地", "天地"),
        ("天", "b", "天 b"),
        ("a\n", "b", "a\nb"),
    ],
)
def test_merged_texts_get_a_space_where_the_script_has_spaces(file, reopened, left, right, whole):
    write(file, rows([("A", left), ("B", right)]))
    session = reopened()
    session.merge(0)
    assert session.pair(0).target == whole


def test_translations_are_moved_down_and_up(letters, reopened):
    letters.shift(1, Side.TARGET, 1)
    assert short(letters) == ["A|a", "B|", "C|b", "D|c", "|d"]
    session = reopened()
    assert short(session) == ["A|a", "B|", "C|b", "D|c", "|d"]
    session.shift(2, Side.TARGET, -1)
    assert short(session) == ["A|a", "B|b", "C|c", "D|d"]
    session.undo()
    session.undo()
    assert short(session) == ["A|a", "B|b", "C|c", "D|d"]
    session.shift(2, Side.SOURCE, 1)
    assert short(session) == ["A|a", "B|b", "|c", "C|d", "D|"]


def test_a_move_ends_at_the_first_empty_place(file, reopened):
    write(file, rows([("A", "a"), ("B", "b"), ("C", ""), ("D", "d")]))
    session = reopened()
    session.shift(0, Side.TARGET, 1)
    assert short(session) == ["A|", "B|a", "C|b", "D|d"]
    session.shift(1, Side.TARGET, -1)
    assert short(session) == ["A|a", "B|b", "C|d", "D|"]


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (lambda session: session.merge(3), "there is no pair behind the last one"),
        (lambda session: session.split(0, 0, 0), "one of the two parts would be empty"),
        (lambda session: session.split(0, 1, 1), "one of the two parts would be empty"),
        (lambda session: session.shift(0, Side.TARGET, -1), "the pair above has a text already"),
        (lambda session: session.shift(2, Side.SOURCE, -1), "the pair above has a text already"),
    ],
)
def test_what_makes_no_sense_is_refused(letters, refused, said):
    with pytest.raises(DocumentError, match=said):
        refused(letters)
    assert short(letters) == ["A|a", "B|b", "C|c", "D|d"]


def test_a_fixed_structure_is_left_alone(reopened):
    session = reopened(opener=lambda path: Bitext(path, can=("state", "approval")))
    for refused in (lambda: session.merge(0), lambda: session.split(3, 10, 10), lambda: session.shift(0, Side.TARGET, 1)):
        with pytest.raises(DocumentError, match="belong to a program, and cannot be merged, split or moved; edit the translation"):
            refused()


def test_pieces_go_into_the_file_and_are_its_pairs_from_then_on(file, reopened):
    session = reopened()
    session.split(3, 10, 10)
    session.merge(0)
    session.set_state([2, 3], PairState.APPROVED)
    session.comment(3, "Who?")
    assert session.save().run
    sources = [row["source"] for row in read(file)]
    assert sources == ["The river is high. The bridge is closed.", "Wait for the ferry.", "Two boats.", "One captain.", "Bread and salt."]
    assert (states(session), session.unsaved, [one.text for one in session.comments(3)]) == ("··✓✓·", False, ["Who?"])
    session = reopened()
    assert (states(session), session.news) == ("··✓✓·", None)
    for _ in range(4):
        session.undo()
    assert texts(session) == [(row["source"], row["target"]) for row in rows()]
    session.save()
    assert [(row["source"], row["target"]) for row in read(file)] == texts(session) == texts(reopened())


def test_inline_codes_come_along_into_another_pair(tmp_path, monkeypatch):
    from passages.review import Session

    monkeypatch.chdir(tmp_path)
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ru"><seg>{target}</seg></tuv></tu>\n'
        for source, target in (
            ('The <ph x="1" type="image">{ship}</ph> sails.', 'Идёт <ph x="1" type="image">{ship}</ph>.'),
            ('The <ph x="1" type="image">{dog}</ph> barks.', 'Лает <ph x="1" type="image">{dog}</ph>.'),
        )
    )
    head = (
        '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>'
    )
    file = tmp_path / "sea.tmx"
    file.write_text(f'<?xml version="1.0"?>\n<tmx version="1.4">{head}<body>\n{units}</body></tmx>\n', "utf-8")
    with Session.open(file, reviewer="Aigerim") as session:
        session.merge(0)
        assert len({code.raw for code in session.pair(0).target_codes}) == 2
        session.save()
        assert "{ship}" in session.pair(0).target_codes[0].raw
        assert "{dog}" in session.pair(0).target_codes[1].raw
        assert file.read_text("utf-8").count("<ph") == 4
        session.undo()
        session.save()
        assert file.read_text("utf-8").count("<tu>") == 2
        assert [code.raw.count("dog") for code in session.pair(1).target_codes] == [1]
