"""The file moves on while it is under review: pairs are known again by content, both sides' work is kept, and nothing is overwritten."""

import pytest

from passages.errors import DocumentError
from passages.pair import PairState
from tests.passages.review.conftest import read, rows, states, targets, texts, write

APPROVED, NEEDS_WORK, UNREVIEWED = PairState.APPROVED, PairState.NEEDS_WORK, PairState.UNREVIEWED


def changed(session):
    return [index for index in range(len(session)) if session.changed_since(index)]


def test_a_file_that_is_as_it_was_is_no_news(reopened):
    reopened().set_state([0], APPROVED)
    session = reopened()
    assert (session.news, changed(session), session.moved_on) == (None, [], False)


def test_pairs_are_known_again_where_others_have_come_and_gone(file, reopened):
    session = reopened()
    session.set_state([1, 4], APPROVED)
    session.edit(3, "Лодки две.")
    session.position = 4
    content = rows()
    content[0:1] = [{"key": "n1", "source": "A new first one.", "target": "Новая."}, {"key": "n2", "source": "Another.", "target": "Ещё."}]
    write(file, content)
    session = reopened()
    assert session.news == "the file has moved on; 2 pairs are new or changed there"
    assert states(session) == "··✓··✓"
    assert (targets(session)[4], session.position, changed(session)) == ("Лодки две.", 5, [0, 1])


def test_keys_that_number_the_rows_do_not_deceive(file, reopened):
    session = reopened()
    session.set_state([1], APPROVED)
    session.comment(1, "Right.")
    content = [{"source": "New.", "target": "Новая."}, *({**row} for row in rows())]
    for row in content:
        row.pop("key", None)
    write(file, content)
    session = reopened()
    assert (states(session), [one.text for one in session.comments(2)]) == ("··✓···", ["Right."])


@pytest.mark.parametrize(
    ("mine", "theirs", "target", "state"),
    [
        # What I did, what the file says now, what both come to.
        ((None, None), ("Мост открыт.", None), "Мост открыт.", UNREVIEWED),
        (("Моста нет.", None), (None, None), "Моста нет.", UNREVIEWED),
        (("Моста нет.", APPROVED), (None, None), "Моста нет.", APPROVED),
        (("Моста нет.", APPROVED), ("Моста нет.", None), "Моста нет.", APPROVED),
        (("Моста нет.", APPROVED), ("Мост открыт.", None), "Моста нет.", NEEDS_WORK),
        ((None, APPROVED), ("Мост открыт.", None), "Мост открыт.", UNREVIEWED),
        ((None, APPROVED), ("Мост открыт.", "needs-work"), "Мост открыт.", NEEDS_WORK),
        ((None, APPROVED), (None, "needs-work"), "Мост закрыт.", NEEDS_WORK),
        ((None, NEEDS_WORK), (None, "approved"), "Мост закрыт.", NEEDS_WORK),
        ((None, APPROVED), (None, "approved"), "Мост закрыт.", APPROVED),
        ((None, None), (None, "approved"), "Мост закрыт.", APPROVED),
        (("Моста нет.", None), (None, "approved"), "Моста нет.", APPROVED),
    ],
)
def test_both_sides_come_to_one(file, reopened, mine, theirs, target, state):
    session = reopened()
    if mine[0]:
        session.edit(1, mine[0])
    if mine[1]:
        session.set_state([1], mine[1])
    content = rows()
    content[1] |= {name: said for name, said in zip(("target", "state"), theirs, strict=True) if said}
    write(file, content)
    for session in (reopened(), reopened()):
        assert (session.pair(1).target, session.state(1)) == (target, state)


def test_where_both_have_changed_a_translation_neither_is_lost(file, reopened):
    session = reopened()
    session.edit(1, "Моста нет.")
    content = rows()
    content[1]["target"] = "Мост открыт."
    write(file, content)
    assert session.moved_on
    done = session.reload()
    assert done.text == "the file has moved on; 1 pair is new or changed there; 1 was changed on both sides (is:changed is:needs-work)"
    assert done.indexes == (1,)
    assert (session.pair(1).target, session.state(1)) == ("Моста нет.", NEEDS_WORK)
    assert [one.text for one in session.comments(1)] == ["The file says now: Мост открыт."]
    assert session.history(1)[-1].text.startswith("the file has moved on")
    session.save()
    assert read(file)[1]["target"] == "Моста нет."
    assert read(file)[1]["note"] == "The file says now: Мост открыт."


def test_saving_merges_first_what_others_have_written(file, reopened):
    session = reopened()
    session.edit(0, "Вода высокая.")
    content = rows()
    content[4]["target"] = "Хлеб, соль."
    content.append({"key": "k9", "source": "New.", "target": "Новое."})
    write(file, content)
    saved = session.save()
    assert (saved.pairs, saved.merged) == (1, 2)
    assert saved.news == "the file has moved on; 2 pairs are new or changed there"
    assert [row["target"] for row in read(file)] == [
        "Вода высокая.",
        "Мост закрыт.",
        "",
        "Две лодки. Один капитан.",
        "Хлеб, соль.",
        "Новое.",
    ]
    assert (targets(session)[4:], changed(session)) == (["Хлеб, соль.", "Новое."], [4, 5])


def test_an_edited_source_is_known_by_likeness_and_not_approved_any_more(file, reopened):
    session = reopened()
    session.set_state([1], APPROVED)
    session.comment(1, "Hm.")
    content = rows()
    content[1] = {"key": "other", "source": "The old bridge is closed.", "target": "Мост закрыт."}
    write(file, content)
    session = reopened()
    assert (states(session), changed(session), len(session.comments(1))) == ("·····", [1], 1)
    assert session.gone() == ()


def test_a_pair_that_is_gone_keeps_its_work_for_the_day_it_comes_back(file, reopened):
    session = reopened()
    session.edit(2, "Ждите.")
    session.comment(2, "Which ferry?")
    write(file, [row for row in rows() if row["key"] != "k2"])
    session = reopened()
    assert session.news.endswith("1 with work in it is gone")
    assert [(one.source, one.target, one.comments[0].text) for one in session.gone()] == [("Wait for the ferry.", "Ждите.", "Which ferry?")]
    assert session.undo() is not None, "what is gone does not stop the undoing"
    write(file, rows())
    session = reopened()
    assert session.gone() == ()
    assert session.pair(2).source == "Wait for the ferry."


def test_work_is_undone_where_the_file_has_not_touched_it_only(file, reopened):
    session = reopened()
    session.edit(0, "Вода.")
    session.save()
    content = read(file)
    content[0]["target"] = "Река, вода."
    write(file, content)
    session = reopened()
    assert session.undo().text == "undone: pair 1 edited; 1 change was left: the file has another since"
    assert targets(session)[0] == "Река, вода."


def test_a_wholly_new_file_takes_nothing_along_and_loses_nothing(file, reopened):
    session = reopened()
    session.set_state(range(5), APPROVED)
    write(file, rows([(f"Something else {number}", f"Другое {number}") for number in range(40)]))
    session = reopened()
    assert (states(session), len(session.gone()), changed(session)) == ("·" * 40, 5, list(range(40)))
    write(file, rows())
    assert states(reopened()) == "✓✓✓✓✓"


def test_merged_and_split_pairs_stay_so_when_others_change(file, reopened):
    session = reopened()
    session.merge(0)
    session.split(2, 10, 10)
    before = texts(session)
    content = rows()
    content[4]["target"] = "Хлеб, соль."
    content.insert(0, {"key": "n", "source": "New.", "target": "Новое."})
    write(file, content)
    session = reopened()
    assert texts(session) == [("New.", "Новое."), *before[:-1], ("Bread and salt.", "Хлеб, соль.")]
    session.undo()
    session.undo()
    assert texts(session) == [(row["source"], row["target"]) for row in content]


def test_a_pair_merged_away_comes_back_where_the_file_has_changed_it(file, reopened):
    session = reopened()
    session.merge(0)
    content = rows()
    content[1]["target"] = "Мост открыт."
    write(file, content)
    session = reopened()
    assert texts(session)[1] == ("The bridge is closed.", "Мост открыт.")
    assert states(session)[1] == "!"


def test_pieces_that_were_saved_without_the_sessions_knowing_are_known(file, reopened):
    session = reopened()
    session.split(3, 10, 10)
    content = rows()
    content[3:4] = [
        {"key": "k3", "source": "Two boats.", "target": "Две лодки."},
        {"key": "k3+0", "source": "One captain.", "target": "Один капитан."},
    ]
    write(file, content)
    session = reopened()
    assert (len(session), session.unsaved) == (6, False)


def test_a_file_that_cannot_be_read_any_more_leaves_the_session_as_it_is(file, session):
    session.edit(0, "Вода.")
    file.write_bytes(b"{")
    for refused in (session.reload, session.save):
        with pytest.raises(DocumentError, match="no JSON"):
            refused()
    file.unlink()
    for refused in (session.reload, session.save):
        with pytest.raises((DocumentError, OSError)):
            refused()
    assert targets(session)[0] == "Вода."
    write(file, rows())
    session.save()
    assert read(file)[0]["target"] == "Вода."


def test_pairs_that_went_out_of_the_file_are_told(file, reopened):
    session = reopened()
    session.edit(4, "Хлеб да соль.")
    write(file, rows()[:3])
    assert session.reload().text == "the file has moved on; it has 2 pairs fewer; 1 with work in it is gone"


def test_a_file_that_has_lost_all_its_pairs_is_not_taken_over(file, reopened):
    session = reopened()
    session.edit(0, "Вода высокая.")
    write(file, [])
    for do in (session.reload, session.save):
        with pytest.raises(DocumentError, match="no pairs any more"):
            do()
    assert (len(session), session.unsaved) == (5, True)
    write(file, rows())
    session.save()
    assert read(file)[0]["target"] == "Вода высокая."
