"""How the screen looks, as pictures: `pytest tests/tui/test_snapshots.py --snapshot-update` makes them anew; look at them before committing.

The file, the names and the findings are the tests' own, so that a picture changes with the screen and with nothing else.
"""

import pytest

from glossary.findings import Edit, Severity
from glossary.speech import Speech
from passages.checks.model import Fix, PairFinding
from passages.pair import PairState, Side
from tests.tui.desk import catalog, opened, settled
from translit.message import Message
from tui import ReviewApp
from tui_config import Config

PAIRS = [
    ("Sunrise over the harbour", "Рассвет над гаванью"),
    ("The ferry to Aktau leaves at noon and comes back in the evening.", "Паром в Актау отходит в полдень и возвращается вечером."),
    ("Zhanaozen is a town.", "Джанаозен это город."),
    ("\\033[2J is no way to clear a screen", "\\033[2J не очищает экран"),
    ("In Hebrew the word for peace is שלום, from right to left.", "Слово мир: שלום, справа налево."),
    ("In Japanese, 東京 is Tokyo.", "東京 это Токио."),
    ("Not translated", ""),
    ("Good night", "Спокойной ночи"),
]
FINDING = PairFinding(
    code="variant",
    severity=Severity.WARNING,
    side=Side.TARGET,
    start=0,
    end=9,
    text="Джанаозен",
    said=Message("Джанаозен is not the name to use"),
    reason="an older spelling",
    concept="zhanaozen",
    preferred="Жанаозен",
    fixes=(Fix("Жанаозен", (Edit(0, 9, "Жанаозен"),)), Fix("Жаңаөзен", (Edit(0, 9, "Жаңаөзен"),))),
)


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    with opened(catalog(tmp_path, PAIRS)) as session:
        session.set_state([0], PairState.APPROVED)
        session.set_state([1], PairState.NEEDS_WORK)
        session.position = 2
        monkeypatch.setattr(type(session), "findings", lambda _, index: (FINDING,) if index == 2 else ())
        monkeypatch.setattr(type(session), "history", lambda _, index: ())
        yield session


PICTURES = {
    "list": ((120, 40), "dark", []),
    "list-light": ((120, 40), "light", []),
    "list-ansi": ((120, 40), "ansi", []),
    "small": ((80, 24), "dark", []),
    "narrow": ((60, 24), "dark", []),
    "wide": ((200, 50), "dark", []),
    "fix-marked": ((80, 24), "dark", ["2"]),
    "edit": ((80, 24), "dark", ["e"]),
    "help": ((80, 24), "dark", ["question_mark"]),
    "palette": ((120, 40), "dark", ["ctrl+p", "s", "a"]),
    "prompt": ((80, 24), "dark", ["c", "h", "i"]),
    "leave": ((80, 24), "light", ["q"]),
    "search": ((120, 40), "ansi", ["slash", "i", "n", "enter"]),
}
"""Name → size, colours, keys."""


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(session, snap_compare, name):
    size, colours, keys = PICTURES[name]
    app = ReviewApp(session, speech=Speech(), config=Config(), colours=colours)

    async def prepare(pilot):
        await settled(app, pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        app.drawer.field.cursor_blink = app.prompt.field.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=prepare)
