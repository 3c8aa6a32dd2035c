"""A reviewer at work: keys in, and what the session and the file have of it."""

import pytest

from passages.errors import DocumentError
from passages.pair import PairState
from tests.tui.desk import PAIRS, catalog, lines, memory, opened, play

APPROVED, NEEDS_WORK, UNREVIEWED = PairState.APPROVED, PairState.NEEDS_WORK, PairState.UNREVIEWED


def states(session):
    return [session.pair(index).state for index in range(len(session))]


# Deciding


@pytest.mark.parametrize("key", ["a", "f8", "ф"])
def test_approving_goes_on_to_the_next(session, key):
    app = play(session, [key])
    assert states(session)[0] is APPROVED
    assert app.pairs.place == 1
    assert lines(app)[1][1] == "✓"


@pytest.mark.parametrize("key", ["x", "f7", "ч"])
def test_needs_work_goes_on_to_the_next(session, key):
    app = play(session, [key])
    assert states(session)[0] is NEEDS_WORK
    assert app.pairs.place == 1
    assert lines(app)[1][1] == "!"


def test_what_is_decided_is_passed_over(session):
    session.set_state([1, 2], APPROVED)
    assert play(session, ["a"]).pairs.place == 3


def test_at_the_end_it_says_that_nothing_is_left(session):
    app = play(session, [*["a"] * (len(PAIRS) - 1), "x"])
    assert states(session) == [*[APPROVED] * (len(PAIRS) - 1), NEEDS_WORK]
    assert "No pair is left" in app.footer.message


def test_a_pair_without_a_translation_is_not_approved(session):
    app = play(session, ["end", "a"])
    assert states(session) == [UNREVIEWED] * len(PAIRS)
    assert app.footer.message == "There is no translation to approve; e writes one."


def test_after_a_decision_it_is_known_where_the_reviewer_stands(session):
    played = play(session, ["a"], look=lambda app: setattr(app, "stood", session.position))
    assert played.stood == 1


def test_undo_goes_where_the_step_was_made_and_redo_makes_it_again(session):
    app = play(session, ["a", "x", "end", "u"])
    assert (states(session)[:2], app.pairs.place) == ([APPROVED, UNREVIEWED], 1)
    play(session, ["U"])
    assert states(session)[:2] == [APPROVED, NEEDS_WORK]


def test_undo_survives_the_end_of_the_screen(tmp_path):
    path = catalog(tmp_path)
    with opened(path) as session:
        play(session, ["a", "a"])
    with opened(path) as session:
        play(session, ["u"])
        assert states(session)[:2] == [APPROVED, UNREVIEWED]


def test_with_nothing_to_undo_it_says_so(session):
    assert play(session, ["u"]).footer.message == "Nothing to take back."


# Fixing


def test_one_key_puts_the_name_right_in_its_case(session):
    app = play(session, ["j", "f"])
    assert session.pair(1).target == "Дорога до Жанаозена длинная."
    assert app.pairs.place == 1


def test_another_fix_is_marked_by_number_or_arrow(session):
    assert play(session, ["j", "1"]).chosen == 0
    app = play(session, ["9"])
    assert "only" in app.footer.message


def test_arrows_go_round_the_fixes(tmp_path):
    path = catalog(tmp_path, [("Zhanaozen and 2 roads.", "Джанаозен и 3 дороги.")])
    with opened(path) as session:
        app = play(session, ["right"])
        choices = len(app.inspector.shown.choices)
        assert choices >= 2
        assert app.chosen == 1
        assert play(session, ["left"]).chosen == choices - 1


def test_without_a_fix_it_says_so(session):
    assert play(session, ["f"]).footer.message == "There is no fix to apply here."


def test_fix_everywhere_is_shown_first_and_is_one_step(session):
    app = play(session, ["j", "F"])
    assert any("2 pairs" in line for line in lines(app))
    assert session.pair(1).target == PAIRS[1][1]
    play(session, ["F", "enter"])
    assert [session.pair(index).target for index in (1, 4)] == ["Дорога до Жанаозена длинная.", "Назад в Жанаозен."]
    session.undo()
    assert [session.pair(index).target for index in (1, 4)] == [PAIRS[1][1], PAIRS[4][1]]


def test_a_pair_can_be_left_out_of_it(session):
    play(session, ["j", "F", "space", "enter"])
    assert [session.pair(index).target for index in (1, 4)] == [PAIRS[1][1], "Назад в Жанаозен."]


def test_esc_changes_nothing_anywhere(session):
    play(session, ["j", "F", "escape"])
    assert not session.unsaved


def test_a_dismissed_finding_stays_dismissed(tmp_path):
    path = catalog(tmp_path)
    with opened(path) as session:
        assert not play(session, ["j", "d"]).inspector.shown.findings
    with opened(path) as session:
        assert not play(session).inspector.shown.findings
        app = play(session, ["ctrl+p", "=dismissed", "enter"])
        assert app.inspector.shown.findings


# Writing


def test_editing_keeps_the_text(session):
    play(session, ["e", *["backspace"] * 16, "=Здравствуйте", "enter"])
    assert session.pair(0).target == "Здравствуйте"


@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+ы", "enter"])
def test_it_is_finished_on_any_keyboard(session, key):
    app = play(session, ["f2", "=!", key])
    assert session.pair(0).target == "Добро пожаловать!"
    assert not app.end.drawer
    assert app.end.focused is app.pairs


def test_letters_in_the_drawer_are_letters(session):
    play(session, ["e", "=аж", "enter"])
    assert session.pair(0).target == "Добро пожаловатьаж"
    assert states(session)[0] is UNREVIEWED


def test_every_keystroke_is_on_the_disk(tmp_path):
    """Not closed, not saved: another process would find it."""
    path = catalog(tmp_path)
    session = opened(path)
    play(session, ["e", "=!"], lambda app: app.drawer.display or pytest.fail("closed"))
    assert session.draft(0) == "Добро пожаловать!"
    session.close()
    with opened(path) as again:
        app = play(again, ["e"])
        assert app.end.text == "Добро пожаловать!"
        assert "draft" in app.footer.message


def test_esc_keeps_a_draft_and_the_translation(session):
    app = play(session, ["e", "=?", "escape"])
    assert session.pair(0).target == "Добро пожаловать"
    assert session.draft(0) == "Добро пожаловать?"
    assert lines(app)[1][3] == "+"


def test_a_text_that_is_as_before_is_no_edit(session):
    play(session, ["e", "=x", "backspace", "enter"])
    assert session.draft(0) is None
    assert not session.unsaved


def test_a_line_break_is_asked_for(tmp_path):
    with opened(memory(tmp_path)) as session:
        play(session, ["e", "ctrl+j", "=два", "enter"])
        assert session.pair(0).target == "Добро пожаловать\nдва"


def test_what_the_file_cannot_hold_is_not_kept(structured):
    """XML has no U+0001 (XML 1.0, 2.2): it comes by pasting."""

    async def look(app, pilot):
        app.drawer.field.insert("\u0001")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.drawer.display
        assert structured.pair(0).target == PAIRS[0][1]

    play(structured, ["e"], look)


def full(monkeypatch):
    """What the session's database does when the disk is full."""

    def writing(self):
        raise DocumentError(self.path, "the disk is full", "make room and try again")

    monkeypatch.setattr("passages.review.store.Store.writing", writing)


@pytest.mark.parametrize(("key", "field"), [("e", "drawer"), ("c", "prompt")], ids=["edit", "comment"])
def test_on_a_full_disk_what_was_written_stays_on_the_screen(session, monkeypatch, key, field):
    async def press(app, pilot):
        full(monkeypatch)
        await pilot.press(key)
        await pilot.press(*"abc", "enter")
        await pilot.pause()
        app.seen = getattr(app, field).display, getattr(app, field).field
        app.kept = app.seen[1].said if field == "drawer" else app.seen[1].value

    app = play(session, look=press)
    assert app.seen[0]
    assert app.kept.endswith("abc")
    assert "the disk is full" in app.footer.message


def test_a_comment_is_kept(session):
    app = play(session, ["c", "=Too formal", "enter"])
    assert [comment.text for comment in session.comments(0)] == ["Too formal"]
    assert any("Too formal" in line for line in lines(app))
    assert lines(app)[1][3] == '"'


def test_the_inspector_calls_a_name_by_the_preferred_one_even_where_its_finding_was_dismissed(session):
    assert play(session, ["j", "d"]).inspector.shown.names[0].preferred == "Жанаозен"


def test_a_comment_that_is_not_finished_is_on_the_disk_with_every_keystroke(tmp_path):
    path = catalog(tmp_path)

    def seen(app):
        with opened(path, "Bota") as other:
            app.kept = other.remark(0)

    with opened(path) as session:
        assert play(session, ["c", "=wrong na"], look=seen).kept == "wrong na"
    with opened(path) as session:
        play(session, ["c", "=me", "enter"])
        assert [one.text for one in session.comments(0)] == ["wrong name"]
        assert session.remark(0) == ""


def test_esc_keeps_a_comment_that_was_begun_and_an_empty_one_is_forgotten(session):
    app = play(session, ["c", "=ab", "escape"])
    assert (session.remark(0), session.comments(0)) == ("ab", ())
    assert app.footer.message == "What you wrote is kept; c goes on with it."
    play(session, ["c", "backspace", "backspace", "escape"])
    assert session.remark(0) == ""


def test_the_glossary_shows_the_names_and_takes_one(session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = play(session, ["j", "g"])
    assert any("Жанаозен" in line and "preferred" in line for line in lines(app))
    app = play(session, ["j", "g", "v", "=Жана-Узень", "enter"])
    assert "Жана-Узень" in app.footer.message
    assert (tmp_path / ".endonym" / "termbase.db").is_file()


# Segments


def test_merge_and_split_are_steps(structured):
    count = len(structured)
    app = play(structured, ["m"])
    assert len(structured) == count - 1
    assert structured.pair(0).source.startswith("Welcome")
    assert len(app.pairs.indexes) == count - 1
    play(structured, ["s", "enter"])
    assert len(structured) == count


@pytest.mark.parametrize(
    "keys", [["m"], ["j", "s", "enter"], ["m", "u"], ["j", "s", "enter", "u"], ["m", "u", "U"], ["]"], ["]", "u"]], ids=" ".join
)
def test_after_each_of_them_the_list_shows_the_pairs_as_they_are(structured, keys):
    app = play(structured, keys)
    seen = [app.desk.shown(index) for index in range(len(structured))]
    assert [(one.source, one.target) for one in seen] == [
        (pair.source, pair.target) for pair in map(structured.pair, range(len(structured)))
    ]
    told = "\n".join(lines(app))
    assert all(structured.pair(index).target[:12] in told for index in range(len(structured)))


def test_translations_are_shifted(structured):
    play(structured, ["right_square_bracket"])
    assert structured.pair(1).target == PAIRS[0][1]


def test_where_the_file_fixes_the_segments_it_says_so(session):
    for key in ("m", "s"):
        app = play(session, [key])
        assert app.footer.warning
        assert len(session) == len(PAIRS)


# The file


def test_saving_changes_what_was_edited_and_nothing_else(session):
    before = session.path.read_bytes()
    play(session, ["j", "f", "ctrl+s"])
    assert session.path.read_bytes() == before.replace("Дорога до Джанаозена".encode(), "Дорога до Жанаозена".encode())
    assert not session.unsaved


def test_a_change_from_elsewhere_is_not_overwritten(session):
    text = session.path.read_text("utf-8").replace("Актау у моря.", "Актау стоит у моря.")
    session.path.write_text(text, "utf-8")
    play(session, ["j", "f", "ctrl+s"])
    assert "Актау стоит у моря." in session.path.read_text("utf-8")
    assert "Жанаозена" in session.path.read_text("utf-8")


@pytest.mark.parametrize("key", ["ctrl+s", "reload"])
def test_the_cursor_stays_on_its_pair_when_others_have_taken_pairs_out(tmp_path, key):
    path = catalog(tmp_path)
    with opened(path) as session:

        async def look(app, pilot):
            catalog(tmp_path, [PAIRS[0], *PAIRS[2:]])
            await (app.action_save() if key == "ctrl+s" else pilot.press("ctrl+p", *"take over", "enter"))
            await pilot.pause()

        app = play(session, ["end", "k"], look=look)
        assert (len(session), session.pair(app.pairs.index).source) == (len(PAIRS) - 1, PAIRS[4][0])


@pytest.mark.parametrize(("answer", "there"), [("w", True), ("l", False)])
def test_a_file_that_is_gone_is_written_anew_if_the_reviewer_likes(tmp_path, answer, there):
    path = catalog(tmp_path)
    with opened(path) as session:
        play(session, ["j", "f"], look=lambda app: path.unlink())
        app = play(session, ["ctrl+s", answer])
        assert path.exists() is there
        assert session.pair(1).target == "Дорога до Жанаозена длинная."
        if there:
            assert "Дорога до Жанаозена длинная." in path.read_text("utf-8")
            assert "1 pair saved" in app.footer.message


def test_it_is_told_that_somebody_else_has_written_the_file(session):
    async def look(app, pilot):
        session.path.write_text(session.path.read_text("utf-8").replace("Актау у моря.", "Актау стоит у моря."), "utf-8")
        app._look_at_file()
        assert "changed by somebody else" in app.footer.message
        await pilot.press("ctrl+p", *"read", "enter")
        await pilot.pause()
        assert session.pair(2).target == "Актау стоит у моря."
        assert not app.session.moved_on

    play(session, [], look)


@pytest.mark.parametrize(("key", "name"), [("t", "guide.tmx"), ("x", "guide.xlf"), ("c", "guide.csv"), ("h", "guide.review.html")])
def test_the_pairs_are_exported(session, tmp_path, monkeypatch, key, name):
    monkeypatch.chdir(tmp_path)
    play(session, ["ctrl+p", "=export", "enter", key, "enter"])
    assert (tmp_path / name).is_file()


def test_an_export_overwrites_nothing(session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.csv").write_text("mine")
    app = play(session, ["ctrl+p", "=export", "enter", "c", "enter"])
    assert "already" in app.footer.message
    assert (tmp_path / "guide.csv").read_text() == "mine"
