"""How the tests use the screen: a session of a small file, a script of keys, and what came of it."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

from glossary.sources import Sources
from glossary.speech import Speech
from passages.review import Session
from tui import ReviewApp
from tui_config import Config

HEAD = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

"""

PAIRS = [
    ("Welcome", "Добро пожаловать"),
    ("The road to Zhanaozen is long.", "Дорога до Джанаозена длинная."),
    ("Aktau is near the sea.", "Актау у моря."),
    ("Bring 2 bottles of water.", "Возьмите 3 бутылки воды."),
    ("Back to Zhanaozen.", "Назад в Джанаозен."),
    ("Bye", ""),
]


def catalog(folder, pairs=PAIRS, name="guide.po"):
    """A catalog in a folder; gives its path."""
    path = Path(folder) / name
    entries = (f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in pairs)
    path.write_text(HEAD + "\n".join(entries), "utf-8")
    return path


def memory(folder, pairs=PAIRS):
    """A translation memory, whose segments may be merged and split; gives its path."""
    path = Path(folder) / "memory.tmx"
    units = (
        f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ru"><seg>{target}</seg></tuv></tu>\n' for source, target in pairs
    )
    path.write_text(f'<tmx version="1.4"><header srclang="en"/><body>\n{"".join(units)}</body></tmx>\n', "utf-8")
    return path


def opened(path, reviewer="Asel"):
    """A session of a file, kept beside it, with the built-in names."""
    return Session.open(path, reviewer=reviewer, sources=Sources(), home=Path(path).parent / "kept")


def play(session, keys=(), look=None, *, size=(120, 40), config=None, colours="dark", language="en", card=False):
    """Press keys on the screen of a session, then look at it.

    What stood there at the end is in `end` of the screen that is given back: lines, and whether prompt and drawer were open.

    Args:
        session: what is reviewed.
        keys: keys as Textual names them; a string that begins with `=` is typed letter by letter.
        look: is called with the screen before it ends; may be async and take a pilot as well.
    """

    async def run():
        app = ReviewApp(session, speech=Speech.of(language), config=config or Config(), colours=colours, card=card)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(*(key[1:] if key.startswith("=") else [key]))
                await pilot.pause()
            await settled(app, pilot)
            app.end = SimpleNamespace(
                lines=_lines(app), prompt=app.prompt.display, drawer=app.drawer.display, focused=app.focused, text=app.drawer.text
            )
            if look is not None:
                given = look(app, pilot) if asyncio.iscoroutinefunction(look) else look(app)
                if asyncio.iscoroutine(given):
                    await given
        return app

    return asyncio.run(run())


async def settled(app, pilot):
    """Wait until every pair has been judged and drawn."""
    while app.desk.unjudged or app.desk.waiting(app.pairs.in_view()):
        app.desk.scan(1)
        app.desk.judge(app.pairs.in_view(), 1)
        await pilot.pause()
    app.redraw()
    await pilot.pause()


def lines(app):
    """What stood on the screen at the end, line by line."""
    return app.end.lines


def _lines(app):
    width, height = app.size
    rows = [[" "] * width for _ in range(height)]
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        for x, char in enumerate(strip.text[:width]):
            rows[y][x] = char
    return ["".join(row).rstrip() for row in rows]
