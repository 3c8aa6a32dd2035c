"""The review line by line."""

import pytest

from glossary.speech import Speech
from passages.pair import PairState
from tests.tui.desk import PAIRS, catalog, opened
from tui_commands import commands
from tui_keys import keymap
from tui_plain import OFFERED, PlainReview


def review(session, *typed):
    """Type lines; gives what was said."""
    waiting, told = iter(typed), []

    def ask(question, text):
        told.append(question)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    known = commands(Speech())
    assert PlainReview(session, Speech(), known, keymap(known, {}, ""), ask=ask, tell=told.append).run() == 0
    return told


def test_every_command_offered_is_done():
    assert not [name for name in OFFERED if name != "quit" and not hasattr(PlainReview, f"_do_{name}")]


def test_a_pair_is_told_without_drawing(session):
    told = review(session, "2")
    assert "Pair 2 of 6: not reviewed" in told
    assert "Source: The road to Zhanaozen is long." in told
    assert "Translation: Дорога до Джанаозена длинная." in told
    assert any(line.startswith("Finding: ") for line in told)
    assert "  fix 1: Жанаозена" in told
    assert not any("\x1b" in line for line in told)


@pytest.mark.parametrize("word", ["a", "ф", "approve"])
def test_a_command_is_its_key_or_its_name(session, word):
    review(session, word)
    assert session.pair(0).state is PairState.APPROVED


def test_a_whole_review(session):
    told = review(session, "a", "f", "a", "x", "e Возьмите 2 бутылки воды.", "c why three?", "u", "save", "q")
    assert session.pair(1).target == "Дорога до Жанаозена длинная."
    assert session.pair(3).target == "Возьмите 2 бутылки воды."
    assert not session.comments(3)
    assert "Жанаозена" in session.path.read_text("utf-8")
    assert told[-1].startswith("> ")


def test_an_empty_line_goes_on_and_the_end_is_told(session):
    told = review(session, *[""] * len(PAIRS))
    assert "Pair 6 of 6: not reviewed" in told
    assert "This was the last pair." in told


def test_search_filter_and_numbers(session):
    assert "Pair 5 of 6: not reviewed" in review(session, "/ zhanaozen", "n")
    assert "2 pairs" in review(session, "t text:zhanaozen")
    assert "there is no is:odd" in " ".join(review(session, "t is:odd"))
    assert "Pair 3 of 6: not reviewed" in review(session, "t", "3")


def test_everywhere_asks_first(session):
    review(session, "2", "F", "no")
    assert not session.unsaved
    review(session, "2", "F", "yes")
    assert [session.pair(at).target for at in (1, 4)] == ["Дорога до Жанаозена длинная.", "Назад в Жанаозен."]


@pytest.mark.parametrize("line", ["zzz", "approve-it", "%", "🙂", "f 99", "e", "export", "export tmx", "d 9", "ctrl+g", "/", "go-to x"])
def test_what_cannot_be_understood_is_said_and_nothing_changes(session, line):
    assert len(review(session, line)) > 4
    assert not session.unsaved


def test_control_characters_are_spelled(tmp_path):
    with opened(catalog(tmp_path, [("a\\033[2J", "b\\a")])) as session:
        assert not any("\x1b" in line or "\x07" in line for line in review(session))


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    with opened(catalog(tmp_path, [])) as session:
        told = review(session, "", "a", "f", "e x", "c x", "g", "/x", "1", "50%", "space", "u", "save", "statistics", "m", "?")
        assert told.count("There are no pairs.") > 8


def test_a_pair_that_the_filter_hides_is_said_to_be_hidden(session):
    told = review(session, "t is:unreviewed", "a", "1")
    assert "The filter leaves out pair 1; this is the nearest." not in told  # the list stays as it was when it was made
    told = review(session, "t is:unreviewed", "1")
    assert "The filter leaves out pair 1; this is the nearest." in told
    assert "Pair 2 of 6: not reviewed" in told


def test_a_comment_is_told_once_though_the_file_has_it_by_now(session):
    told = review(session, "c ask the mayor", "save", "1")
    assert [line for line in told if "ask the mayor" in line] == ["Comment by Asel: ask the mayor"]


def test_a_plural_says_its_numbers(tmp_path):
    path = catalog(tmp_path)
    head = path.read_text("utf-8").replace("UTF-8\\n", "UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n")
    path.write_text(head + '\nmsgid "one well"\nmsgid_plural "%d wells"\nmsgstr[0] "колодец"\nmsgstr[1] "колодцы"\n', "utf-8")
    with opened(path) as session:
        told = review(session, "7", "8")
    assert told.index("the plural for 1") < told.index("the plural for 0, 2, 3, 4 …")
