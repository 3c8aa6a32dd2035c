"""Keys that come in one burst, as over ssh, do what they do one by one."""

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key

from passages.pair import PairState
from tests.tui.desk import play, settled

BURSTS = {
    "a dialog, its answer, on": (["x", "q", "escape", "j"], "", 2, "!·····"),
    "help, closed, on": (["?", "escape", "a", "?", "q", "x"], "", 2, "✓!····"),
    "an edit, its text, on": (["e", *"ax ", "enter", "x"], "Добро пожаловатьax ", 1, "!·····"),
    "an edit taken back, on": (["e", *"ax", "escape", "j", "a"], "", 2, "·✓····"),
    "an edit, a pasted text": (["e", ("ж qx",), "enter", "a"], "Добро пожаловатьж qx", 1, "✓·····"),
    "the palette, a command": (["ctrl+p", *"needs work", "enter", "j"], "", 2, "!·····"),
    "a search, on": (["/", *"ottle", "enter", "a"], "", 4, "···✓··"),
    "a place, on": (["ctrl+g", "5", "enter", "x"], "", 5, "····!·"),
    "a comment, on": (["c", *"xj", "enter", "j"], "", 1, "······"),
}


def typed(key):
    if isinstance(key, tuple):
        return Paste(*key)
    return Key(_character_to_key(key), key) if len(key) == 1 else Key(key, None)


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "one by one"])
@pytest.mark.parametrize("burst", BURSTS)
def test_a_burst_does_what_its_keys_do(session, burst, at_once):
    keys, text, place, marks = BURSTS[burst]

    async def press(app, pilot):
        for key in keys:
            app.post_message(typed(key))
            if not at_once:
                await pilot.pause()
        for _ in range(500):
            await pilot.pause()
            if app._typed._working is None:
                break
        await settled(app, pilot)
        assert app.screen.id == "_default"
        assert not (app.drawer.display)
        assert not (app.prompt.display)

    app = play(session, look=press)
    glyphs = {PairState.APPROVED: "✓", PairState.NEEDS_WORK: "!", PairState.UNREVIEWED: "·"}
    assert "".join(glyphs[session.pair(index).state] for index in range(6)) == marks
    assert app.pairs.place == place
    if text:
        assert session.pair(0).target == text


def test_a_key_is_taken_though_the_one_before_never_ends(session, monkeypatch):
    monkeypatch.setattr("tui_typing._STUCK", 0)
    monkeypatch.setattr("tui_typing.InTurn._done", lambda self, event: None)

    async def after(app, pilot):
        for key in "jjj":
            app.post_message(typed(key))
        await pilot.pause()
        await settled(app, pilot)

    assert play(session, look=after).pairs.place == 3
