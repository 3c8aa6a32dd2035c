"""What a reviewer does to pairs is kept as it happens: states, edits, comments, drafts, with undo and redo over restarts."""

import pytest

from passages.errors import DocumentError
from passages.pair import PairState
from tests.passages.review.conftest import Bitext, rows, states, targets, texts, write

APPROVED, NEEDS_WORK, UNREVIEWED = PairState.APPROVED, PairState.NEEDS_WORK, PairState.UNREVIEWED


def test_a_new_session_shows_the_file(session):
    assert (len(session), states(session), session.unsaved, session.position) == (5, "·····", False, 0)
    assert texts(session)[0] == ("The river is high.", "Река высокая.")
    assert session.languages == ("en", "ru")
    assert session.undo() is None
    assert session.redo() is None


def test_states_are_said_of_one_pair_or_several(session):
    done = session.set_state([3, 1], APPROVED)
    assert (done.text, done.indexes, states(session)) == ("2 pairs approved", (1, 3), "·✓·✓·")
    assert session.set_state([1], NEEDS_WORK).text == "pair 2 needs work"
    assert states(session) == "·!·✓·"
    assert session.set_state([1], NEEDS_WORK).text == "nothing to change"
    assert session.pair(1).state is session.state(1) is NEEDS_WORK


def test_what_was_done_is_there_after_a_restart(reopened):
    session = reopened()
    session.set_state([0], APPROVED)
    session.edit(2, "Ждите парома.")
    session.comment(1, "Which bridge?\nThere are two.")
    session.keep_draft(3, "Две ло")
    session.position, session.filter_text = 3, "is:unreviewed"
    again = reopened()
    assert states(again) == "✓····"
    assert again.pair(2).target == "Ждите парома."
    assert [(one.author, one.text) for one in again.comments(1)] == [("Aigerim", "Which bridge?\nThere are two.")]
    assert (again.draft(3), again.position, again.filter_text) == ("Две ло", 3, "is:unreviewed")
    assert (again.edited(2), again.edited(0), again.unsaved) == (True, False, True)


def test_undo_and_redo_go_through_all_steps_and_over_restarts(reopened):
    session = reopened()
    session.set_state([0, 1], APPROVED)
    session.edit(1, "Моста нет.")
    session.comment(1, "Gone.")
    assert session.undo().text == "undone: comment on pair 2"
    session = reopened()
    assert session.comments(1) == ()
    assert session.undo().text == "undone: pair 2 edited"
    assert (targets(session)[1], states(session)) == ("Мост закрыт.", "✓✓···")
    assert session.undo().indexes == (0, 1)
    assert (states(session), session.undo(), session.unsaved) == ("·····", None, False)
    session = reopened()
    assert [session.redo().text for _ in range(3)] == [
        "done again: 2 pairs approved",
        "done again: pair 2 edited",
        "done again: comment on pair 2",
    ]
    assert (session.redo(), targets(session)[1], states(session), len(session.comments(1))) == (None, "Моста нет.", "✓✓···", 1)


def test_who_does_something_new_cannot_redo_what_was_taken_back(session):
    session.edit(0, "Река вышла.")
    session.undo()
    session.set_state([4], APPROVED)
    assert session.redo() is None
    session.undo()
    assert (session.undo(), targets(session)[0]) == (None, "Река высокая.")


def test_an_edit_is_done_with_its_draft_and_the_history_tells_it(session):
    session.keep_draft(0, "Река под")
    assert session.edit(0, "Река поднялась.").text == "pair 1 edited"
    assert session.draft(0) is None
    session.set_state([0], APPROVED)
    session.comment(0, "Better.")
    told = [(str(event.text), event.before, event.after) for event in session.history(0)]
    assert told == [
        ("pair 1 edited", "Река высокая.", "Река поднялась."),
        ("pair 1 approved", None, None),
        ("comment on pair 1: Better.", None, None),
    ]
    assert {event.author for event in session.history(0)} == {"Aigerim"}
    session.undo()
    assert len(session.history(0)) == 2
    assert session.history(1) == ()


def test_drafts_are_forgotten_where_they_are_taken_back(reopened):
    session = reopened()
    session.keep_draft(1, "М")
    session.keep_draft(1, None)
    session.keep_draft(2, "Жд")
    assert session.edit(2, "").text == "nothing to change"
    again = reopened()
    assert [again.draft(index) for index in range(5)] == [None] * 5


def test_the_version_of_a_pair_changes_with_whatever_is_shown_of_it(session):
    steps = (
        lambda: session.set_state([1], APPROVED),
        lambda: session.edit(1, "Мост."),
        lambda: session.comment(1, "?"),
        lambda: session.keep_draft(1, "М"),
        session.undo,
    )
    for step in steps:
        before, other = session.version(1), session.version(0)
        step()
        assert session.version(1) != before
        assert session.version(0) == other


def test_figures_follow_each_step(session):
    session.set_state([0, 1, 2], APPROVED)
    session.set_state([2], NEEDS_WORK)
    session.edit(3, "Лодки.")
    session.comment(3, "Captain?")
    figures = session.statistics()
    assert (figures.pairs, figures.approved, figures.needs_work, figures.unreviewed, figures.reviewed) == (5, 2, 1, 2, 3)
    assert (figures.edited, figures.commented, figures.unsaved, figures.changed) == (1, 1, 4, 0)
    while session.undo():
        pass
    figures = session.statistics()
    assert (figures.unreviewed, figures.edited, figures.commented, figures.unsaved) == (5, 0, 0, 0)


def test_the_next_pair_to_be_reviewed_is_found_around_the_end(session):
    session.set_state([0, 3, 4], APPROVED)
    assert [session.next_unreviewed(index) for index in (0, 1, 2, 4)] == [1, 2, 1, 1]
    session.set_state([1, 2], NEEDS_WORK)
    assert session.next_unreviewed(0) is None


def test_locked_pairs_are_left_alone(file, reopened):
    content = rows()
    content[1]["locked"] = True
    write(file, content)
    session = reopened()
    assert session.set_state([0, 1, 2], APPROVED).indexes == (0, 2)
    for refused in (lambda: session.set_state([1], APPROVED), lambda: session.edit(1, "Мост."), lambda: session.merge(0)):
        with pytest.raises(DocumentError, match="pair 2 may not be changed: the file says so; comment on it instead"):
            refused()
    assert session.comment(1, "Unlock it?").indexes == (1,)


def test_a_text_that_the_file_cannot_hold_is_refused_and_its_draft_stays(session):
    session.keep_draft(0, "Река\0")
    with pytest.raises(DocumentError, match="pair 1: the file cannot hold NUL; change the text"):
        session.edit(0, "Река\0")
    assert (session.draft(0), targets(session)[0], session.undo()) == ("Река\0", "Река высокая.", None)


def test_an_empty_comment_is_refused(session):
    with pytest.raises(DocumentError, match="the comment is empty"):
        session.comment(0, " \n")


@pytest.mark.parametrize("index", [-1, 5, 100])
def test_there_is_no_pair_outside_the_session(session, index):
    for ask in (session.pair, session.version, session.comments, lambda at: session.edit(at, "x")):
        with pytest.raises(IndexError):
            ask(index)


def test_an_empty_file_is_a_session_of_no_pairs(file, reopened):
    write(file, [])
    session = reopened()
    assert (len(session), session.position, session.next_unreviewed(0), session.find("a", 0), session.select("")) == (0, 0, None, None, [])
    assert session.statistics().pairs == 0


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "e\u0301", "\u202eabc", "\U0001f6f6", "a\nb\r\nc", "\ud800"[:0] + "‹›", "'; DROP TABLE slot; --"]
)
def test_any_text_is_kept_as_it_was_typed(reopened, text):
    session = reopened()
    session.edit(0, text)
    session.comment(0, "." + text)
    session.keep_draft(1, text)
    again = reopened()
    assert (again.pair(0).target, again.comments(0)[0].text, again.draft(1)) == (text, "." + text, text)


def test_pairs_with_one_source_are_found(file, reopened):
    write(file, rows([("Yes", "Да"), ("No", "Нет"), ("Yes", "Ага"), (" Yes ", "Так"), ("", ""), ("", "")]))
    session = reopened()
    assert [session.same_source(index) for index in range(6)] == [[2, 3], [], [0, 3], [0, 2], [], []]


def test_another_reviewer_sees_what_has_changed_since_he_was_here(reopened):
    reopened("Baur").set_state([0], APPROVED)
    session = reopened("Aigerim")
    session.edit(0, "Вода высокая.")
    session.comment(3, "One captain for both?")
    session = reopened("Baur")
    assert [session.changed_since(index) for index in range(5)] == [True, False, False, True, False]
    assert session.statistics().changed == 2
    assert session.undo() is None, "nobody takes back what another did"
    session.set_state([0], NEEDS_WORK)
    assert [session.changed_since(index) for index in range(5)] == [False, False, False, True, False]
    assert reopened("Baur").changed_since(3)


def test_states_that_the_file_cannot_hold_are_kept_all_the_same(reopened):
    session = reopened(opener=lambda path: Bitext(path, can=()))
    session.set_state([0], APPROVED)
    session.comment(0, "Good.")
    assert not session.unsaved
    assert states(reopened(opener=lambda path: Bitext(path, can=()))) == "✓····"


def test_what_a_file_has_no_word_for_is_not_left_to_save(reopened):
    session = reopened(opener=lambda path: Bitext(path, can=("state", "note")))
    session.set_state([0, 1], APPROVED)
    assert not session.unsaved
    session.set_state([1], NEEDS_WORK)
    assert session.is_unsaved(1)
    assert session.save().text.startswith("1 pair saved")
    session.set_state([1], APPROVED)
    assert session.is_unsaved(1)  # it says there that it needs work
    session.save()
    assert (session.unsaved, states(session)) == (False, "✓✓···")
