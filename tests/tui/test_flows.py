"""A reviewer at work: keys in, the session and the screen out."""

import pytest

from passages.pair import PairState
from tests.tui.desk import PAIRS, catalog, lines, memory, opened, play

APPROVED, NEEDS_WORK, UNREVIEWED = PairState.APPROVED, PairState.NEEDS_WORK, PairState.UNREVIEWED


def states(session):
    return [session.pair(index).state for index in range(len(session))]


# Moving


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["j", "j"], 2), (["down", "up"], 0), (["о", "о", "л"], 1), (["end"], 5), (["end", "home"], 0), (["pagedown"], 5), (["end", "pageup"], 0),
        (["ctrl+g", "=4", "enter"], 3), (["ctrl+п", "=4", "enter"], 3), (["ctrl+g", "=50%", "enter"], 2), (["ctrl+g", "=99", "enter"], 5),
        (["ctrl+g", "=4", "escape"], 0), (["space"], 1), (["k"], 0), (["end", "j"], 5),
    ],
)  # fmt: skip
def test_keys_move_the_cursor(session, keys, place):
    assert play(session, keys).pairs.place == place


def test_going_nowhere_is_refused_with_a_reason(session):
    app = play(session, ["ctrl+g", "=soon", "enter"])
    assert app.end.prompt
    assert "number" in app.footer.message


def test_the_screen_opens_where_the_reviewer_stood(tmp_path):
    path = catalog(tmp_path)
    with opened(path) as session:
        play(session, ["j", "j", "j", "q"])
    with opened(path) as session:
        assert play(session).pairs.place == 3


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
    app = play(session, ["a"] * len(PAIRS))
    assert states(session) == [APPROVED] * len(PAIRS)
    assert "No pair is left" in app.footer.message


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


def test_a_comment_is_kept(session):
    app = play(session, ["c", "=Too formal", "enter"])
    assert [comment.text for comment in session.comments(0)] == ["Too formal"]
    assert any("Too formal" in line for line in lines(app))
    assert lines(app)[1][3] == '"'


def test_the_glossary_shows_the_names_and_takes_one(session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = play(session, ["j", "g"])
    assert any("Жанаозен" in line and "preferred" in line for line in lines(app))
    app = play(session, ["j", "g", "v", "=Жана-Узень", "enter"])
    assert "Жана-Узень" in app.footer.message
    assert (tmp_path / ".endonym" / "termbase.db").is_file()


# Finding


def test_search_goes_to_hits_and_round(session):
    app = play(session, ["slash", "=zhanaozen", "enter"])
    assert app.pairs.place == 1
    app = play(session, ["slash", "=zhanaozen", "enter", "n"])
    assert app.pairs.place == 4
    app = play(session, ["slash", "=zhanaozen", "enter", "n"])
    assert app.pairs.place == 1
    assert "other end" in app.footer.message
    app = play(session, ["slash", "=zhanaozen", "enter", "N"])
    assert app.pairs.place == 4


def test_a_search_without_hits_says_so(session):
    assert "none" in play(session, ["full_stop", "=xyzzy", "enter"]).footer.message


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("is:approved", [0]),
        ("text:zhanaozen", [1, 4]),
        ("-text:zhanaozen", [0, 2, 3, 5]),
        ("has:variant", [1, 4]),
        ("", [0, 1, 2, 3, 4, 5]),
    ],
)
def test_a_filter_shows_only_some(session, query, shown):
    session.set_state([0], APPROVED)
    app = play(session, ["t", f"={query}" if query else "delete", "enter"], lambda app: app.work(60))
    assert list(app.pairs.indexes) == shown


@pytest.mark.parametrize(("query", "shown"), [("text:zhanaozen", [1, 4]), ("has:variant", [1, 4]), ("text:nowhere", [0, 1, 2, 3, 4, 5])])
def test_a_filter_of_a_large_file_goes_on_slice_by_slice(session, monkeypatch, query, shown):
    """The file is looked at pair by pair, as if each took all the time there is."""
    monkeypatch.setattr("tui_moving._AT_ONCE", 0)
    monkeypatch.setattr("tui_moving._STRIDE", 1)
    monkeypatch.setattr("tui._BETWEEN", 3600)
    slices = []

    def go_on(app):
        while app.work(0):
            slices.append(app.footer.message)
            assert list(app.pairs.indexes) == [0, 1, 2, 3, 4, 5] or slices[-1] == ""

    app = play(session, ["t", f"={query}", "enter"], go_on)
    assert sum("%" in told for told in slices) >= 5
    assert list(app.pairs.indexes) == shown
    assert app.footer.message == ("" if len(shown) == 2 else "No pair is like that.")


def test_a_key_stops_a_search_of_a_large_file(session, monkeypatch):
    monkeypatch.setattr("tui_moving._AT_ONCE", 0)
    monkeypatch.setattr("tui_moving._STRIDE", 1)
    monkeypatch.setattr("tui._BETWEEN", 3600)
    app = play(session, ["slash", "=nowhere", "enter", "j"], lambda app: app.work(60))
    assert (app.pairs.index, app.footer.message) == (1, "")
    app = play(session, ["slash", "=back to", "enter"], lambda app: app.work(60))
    assert app.pairs.index == 4


def test_a_long_message_takes_as_many_lines_as_it_needs(session):
    def said(app):
        assert app.footer.size.height == 2
        assert "is:fine" in app.end.lines[-2] + app.end.lines[-1]
        assert "…" not in app.end.lines[-1]

    play(session, ["t", "=is:fine", "enter"], said, size=(80, 24))


def test_who_only_reads_is_offered_what_a_reader_can_do(tmp_path):
    path = catalog(tmp_path)
    with opened(path), opened(path, "Bolat") as second:
        app = play(second, ["j"])
        assert [word for _, word in app.hot] == ["Glossary", "Search", "Filter", "Help", "Quit"]


def test_a_filter_is_remembered(tmp_path):
    path = catalog(tmp_path)
    with opened(path) as session:
        play(session, ["t", "=text:zhanaozen", "enter", "q"])
    with opened(path) as session:
        app = play(session)
        assert list(app.pairs.indexes) == [1, 4]
        assert any("text:zhanaozen" in line for line in lines(app)[:1])


def test_a_filter_that_cannot_be_understood_says_why_and_stays(session):
    app = play(session, ["t", "=is:fine", "enter"])
    assert app.end.prompt
    assert "is:fine" in app.footer.message
    assert len(app.pairs.indexes) == len(PAIRS)


def test_what_is_decided_stays_in_a_filtered_list(session):
    """So that the list does not jump under the reviewer's hands."""
    app = play(session, ["t", "=is:unreviewed", "enter", "a", "a"])
    assert len(app.pairs.indexes) == len(PAIRS)
    assert app.pairs.place == 2


# Segments


def test_merge_and_split_are_steps(structured):
    count = len(structured)
    app = play(structured, ["m"])
    assert len(structured) == count - 1
    assert structured.pair(0).source.startswith("Welcome")
    assert len(app.pairs.indexes) == count - 1
    play(structured, ["s", "enter"])
    assert len(structured) == count


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


# Leaving


def test_leaving_with_nothing_to_save_asks_nothing(session):
    assert play(session, ["q"]).return_code == 0


@pytest.mark.parametrize(("key", "saved"), [("s", True), ("l", False)])
def test_leaving_asks_about_what_is_not_in_the_file(session, key, saved):
    app = play(session, ["j", "f", "q", key])
    assert app.return_code == 0
    assert ("Жанаозена" in session.path.read_text("utf-8")) is saved


def test_leaving_can_be_thought_better_of(session):
    app = play(session, ["j", "f", "q", "escape"])
    assert not app.is_running
    assert app.return_value is None


# Reading


def test_the_second_reviewer_can_read_and_is_told_why_not_write(tmp_path):
    path = catalog(tmp_path)
    with opened(path, "Asel"), opened(path, "Bolat") as second:
        app = play(second)
        assert "Asel" in app.footer.message
        app = play(second, ["j", "a"])
        assert app.footer.warning
        assert second.pair(1).state is UNREVIEWED
        app = play(second, ["e"])
        assert not app.end.drawer


def test_help_lists_every_command_with_its_keys(session):
    seen = lines(play(session, ["question_mark"]))
    assert any("Keys" in line for line in seen)
    assert any("PgDn" in line for line in seen)


@pytest.mark.parametrize("key", ["question_mark", "f1", "comma"])
def test_help_is_closed_by_esc(session, key):
    app = play(session, [key, "escape", "a"])
    assert states(session)[0] is APPROVED
    assert app.pairs.place == 1


def test_the_palette_finds_a_command_by_a_word(session):
    play(session, ["ctrl+p", "=appr", "enter"])
    assert states(session)[0] is APPROVED


def test_keys_of_a_sheet_fold_too(session):
    """й is q: it closes the help and does not leave."""
    app = play(session, ["question_mark", "й", "ф"])
    assert states(session)[0] is APPROVED
    assert app.return_code in (None, 0)


def test_it_speaks_the_reviewers_language(session):
    app = play(session, language="kk")
    assert app.speech.language in ("kk", "en")


def test_an_empty_file_is_shown_empty(tmp_path):
    with opened(catalog(tmp_path, [])) as session:
        app = play(session, ["j", "a", "f", "e", "c", "g", "space", "m", "slash", "=x", "enter", "end", "pagedown"])
        assert app.pairs.index is None


def test_the_card_shows_five_keys(session):
    said = "\n".join(lines(play(session, card=True)))
    for key in ("a ", "x ", "f ", "e ", "? "):
        assert f" {key}" in said
