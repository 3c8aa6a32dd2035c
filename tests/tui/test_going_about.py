"""A reviewer goes about in the pairs: moving, finding, reading, leaving; nothing of the translations changes."""

import pytest

from passages.pair import PairState
from tests.tui.desk import PAIRS, catalog, lines, opened, play

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


def test_esc_takes_the_marks_of_a_search_away(session):
    app = play(session, ["/", "=zhan", "enter"])
    assert app.desk.shown(1).source_marks[-1].style == app.drawn.hit
    app = play(session, ["/", "=zhan", "enter", "escape"])
    assert app.drawn.hit not in [mark.style for mark in app.desk.shown(1).source_marks]


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


def test_a_reader_sees_what_the_reviewer_does_and_hears_when_they_have_left(tmp_path):
    path = catalog(tmp_path)
    first = opened(path, "Asel")
    with opened(path, "Bolat") as second:

        async def look(app, pilot):
            first.set_state([0], APPROVED)
            app._look_at_file()
            app.seen = [app.desk.shown(0).state, app.pairs.index, app.footer.message]
            first.close()
            app._look_at_file()

        app = play(second, ["j"], look=look)
        assert app.seen[:2] == [APPROVED, 1]
        assert "has left" not in app.seen[2]
        assert "has left" in app.footer.message


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
