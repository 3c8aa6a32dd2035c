"""A pair as lines of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from passages.pair import PairState
from tui_colours import look
from tui_rows import Frame, Mark, Shown, height, laid_out, paint

LOOK = look("dark")
TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=120)


def drawn(shown, width=80, digits=3, **options):
    return [strip.text for strip in paint(shown, Frame(width, digits), LOOK, **{"current": False, "odd": False, **options})]


@pytest.mark.parametrize(("state", "glyph"), [(PairState.UNREVIEWED, "·"), (PairState.NEEDS_WORK, "!"), (PairState.APPROVED, "✓")])
def test_a_state_is_a_glyph(state, glyph):
    assert drawn(Shown(1, state, "a", "b"))[0][1] == glyph


def test_source_and_target_stand_side_by_side():
    assert drawn(Shown(7, PairState.UNREVIEWED, "Good morning", "Доброе утро")) == [
        " ·     7 Good morning                       │ Доброе утро                       "
    ]


def test_in_a_narrow_window_the_source_stands_over_the_target():
    first, second = drawn(Shown(7, PairState.UNREVIEWED, "Good morning", "Доброе утро"), width=40)
    assert "Good morning" in first
    assert second.lstrip().startswith("→ Доброе утро")


def test_the_cursor_is_seen_without_colours():
    assert all(line.startswith("▌") for line in drawn(Shown(1, PairState.UNREVIEWED, "word " * 40, "слово"), current=True))


def test_names_are_underlined_and_variants_bold_too():
    """Never colour alone: what a name is told by is left when colours are taken away."""
    for colours in ("dark", "light", "ansi"):
        assert look(colours).preferred.underline
        assert look(colours).variant.underline
        assert look(colours).variant.bold
        assert not look(colours).preferred.bold


def test_a_mark_covers_its_code_points_and_no_more():
    segments = next(laid_out("a Zhanaozen b", 20, Style(), [Mark(2, 11, LOOK.preferred)], (), LOOK, "off"))
    assert [one.text for one in segments if one.style and one.style.underline] == ["Zhanaozen"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("bell\x07", "bell␇"),
        ("a\nb", "a↵"),
        ("csi\x9b31m", "csi␦31m"),
        ("tab\there", "tab␉here"),
    ],
)
def test_what_would_steer_the_terminal_is_shown(text, seen):
    assert drawn(Shown(1, PairState.UNREVIEWED, "x", text))[0].split("│")[1].strip() == seen


def test_a_directional_control_is_shown_where_it_turns_the_text_round():
    assert drawn(Shown(1, PairState.UNREVIEWED, "x", "left\u202eright"))[0].split("│")[1].strip() == "left¦thgir"


def test_right_to_left_text_is_seen_in_its_order():
    """Hebrew runs to the right edge; the number in it stays a number."""
    lines = list(laid_out("שלום 123 abc", 20, Style(), (), (), LOOK, "app"))
    assert "".join(one.text for one in lines[0]) == "        abc 123 םולש"


def test_the_terminal_may_order_it_itself():
    lines = list(laid_out("שלום", 8, Style(), (), (), LOOK, "terminal"))
    assert "".join(one.text for one in lines[0]) == "שלום    "


def test_ideographs_take_two_cells():
    (line,) = drawn(Shown(1, PairState.UNREVIEWED, "東京タワー", "x"))
    assert cell_len(line) == 80


def test_a_text_that_is_too_long_says_how_much_is_left():
    shown = Shown(1, PairState.UNREVIEWED, "a " * 50_000, "б")
    lines = drawn(shown)
    assert "+92,000" in lines[-1]
    assert height(shown, Frame(80, 3)) == len(lines)


@given(TEXTS, TEXTS, st.integers(20, 130), st.sampled_from(["app", "terminal", "off"]))
def test_every_line_fills_its_cells_and_none_is_more(source, target, width, bidi):
    frame = Frame(width, 3, bidi)
    shown = Shown(1, PairState.UNREVIEWED, source, target)
    strips = paint(shown, frame, LOOK, current=True, odd=True)
    assert {cell_len(strip.text) for strip in strips} == {width}
    assert len(strips) == height(shown, frame)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for strip in strips for char in strip.text)


@given(st.text(st.sampled_from("ab \u05d0\u05d1\u0301é漢🙂\u200d1"), min_size=1, max_size=80), st.integers(4, 40))
def test_nothing_of_a_text_is_lost_in_any_order(text, width):
    shown = sorted("".join(one.text for line in laid_out(text, width, Style(), (), (), LOOK, "app") for one in line).replace(" ", ""))
    assert shown == sorted(text.replace(" ", ""))
