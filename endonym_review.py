"""`endonym review`: the command that opens the review screen, in the terminal, line by line, or in a browser.

Owns the words and options of the command, and refuses where there is no terminal; the screen is `tui.py`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from endonym_options import CONTEXT, names_from, project_termbase
from endonym_speech import Command, speech

if TYPE_CHECKING:
    from glossary.sources import Sources
    from passages.review.session import Session
    from translit.message import Message
    from tui_config import Config

_BLINK = 0.3
"""Seconds that a file may be read without a word."""


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("path", required=False)
@names_from
@click.option("--source-lang", metavar="CODE", help="Language of the source, where the file does not say it.")
@click.option("--target-lang", metavar="CODE", help="Language of the translation, where the file does not say it.")
@click.option("--reviewer", metavar="NAME", help="Who reviews; ENDONYM_AUTHOR or your account's name where not given.")
@click.option("--filter", "query", metavar="QUERY", help="Show only some pairs: is:needs-work has:variant name:Zhanaozen text:oil.")
@click.option("--colours", type=click.Choice(["auto", "dark", "light", "ansi"]), help="The colours; NO_COLOR is obeyed.")
@click.option("--bidi", type=click.Choice(["app", "terminal", "off"]), help="Who orders right-to-left text.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and scripts; needs no terminal.")
@click.option("--web", is_flag=True, help="In a browser on this computer (needs the extra `web`).")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port for --web; a free one where not given.")
def review(path: str | None, **options: object) -> None:
    """Review translation pairs side by side: PO, XLIFF, TMX, CSV and TSV.

    Every step is kept at once, and a review goes on where it was left; the file itself is written when you save. Without PATH a sample is opened to
    try the keys on.

    \b
    endonym review ru.po                          the screen; ? shows the keys
    endonym review ru.po --filter is:needs-work   only what needs work
    endonym review ru.po --plain                  line by line
    endonym review ru.po --web                    in a browser
    """  # noqa: D301  # \b is Click's mark for "do not wrap"
    from types import SimpleNamespace

    from tui_config import read

    asked = SimpleNamespace(**options)
    if asked.web and asked.plain:
        raise click.UsageError(speech().text("--web and --plain are two ways to review; take one of them"))
    if not asked.plain and not asked.web:
        _need_terminal()
    config = read(Path.cwd())
    file = Path(path) if path is not None else _sample()
    if asked.web:
        from tui_web import serve

        serve(file, _words(path, file), asked.port, speech())
        return
    with _session(file, asked) as session:
        if asked.query is not None:
            session.filter_text = _query(session, asked.query)
        status = _plain(session, config) if asked.plain else _screen(session, config, asked, card=path is None)
    sys.exit(status)


def _need_terminal() -> None:
    """Refuse, in a line, where there is nothing to draw on."""
    if "TEXTUAL_DRIVER" in os.environ:
        return  # a browser draws
    drawn = all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__))
    if not drawn or os.environ.get("TERM", "dumb") == "dumb":
        click.echo(f"endonym: {speech().text('the review screen needs a terminal; --plain works without one, line by line')}", err=True)
        sys.exit(2)


def _session(file: Path, asked: object) -> Session:
    """The session of a file with the names that were asked for."""
    from types import SimpleNamespace
    from typing import cast

    from glossary.sources import Sources
    from passages.review.session import Session

    said = cast("SimpleNamespace", asked)
    termbase = None if said.no_termbase else said.termbase or project_termbase()
    sources = Sources(said.glossaries, builtin=not said.no_builtin, termbase=termbase)
    with _patience(file):
        session = Session.open(
            file, reviewer=said.reviewer, sources=sources, source_language=said.source_lang, target_language=said.target_lang
        )
    if said.glossaries or termbase is not None:
        _try_names(session, sources)
    return session


@contextmanager
def _patience(file: Path) -> Generator[None, None, None]:
    """Say on a terminal that a large file is being read, if that takes longer than a blink; the line goes when it has been."""
    if "TEXTUAL_DRIVER" in os.environ or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    from passages.display.safe import safe

    read, told = Event(), speech().text("Reading {file} …", file=safe(file.name))

    def wait() -> None:
        if not read.wait(_BLINK):
            click.echo(told, nl=False, err=True)
            read.wait()
            click.echo(f"\r{' ' * len(told)}\r", nl=False, err=True)

    teller = Thread(target=wait, daemon=True)
    teller.start()
    try:
        yield
    finally:
        read.set()
        teller.join()


def _try_names(session: Session, sources: Sources) -> None:
    """Let a mistake in the reviewer's own names be told here, in a line, and not in the middle of the review."""
    try:
        for language in {session.bitext.source_language, session.bitext.target_language} - {None}:
            sources.lexicon(language or "")
    except BaseException:
        session.close()
        raise


def _query(session: Session, query: str) -> str:
    """A filter that can be understood; else the command ends with the reason."""
    from passages.review.query import QueryError, parse

    try:
        parse(query)
    except QueryError as error:
        session.close()
        raise click.UsageError(speech().text("--filter: {problem}", problem=speech().say(error))) from error
    return query


def _screen(session: Session, config: Config, asked: object, *, card: bool) -> int:
    """The screen, to its end."""
    from dataclasses import replace

    from tui import ReviewApp, run
    from tui_colours import suited

    colours = getattr(asked, "colours", None) or config.colours
    bidi = getattr(asked, "bidi", None) or config.bidi
    chosen = suited(os.environ) if colours == "auto" or os.environ.get("NO_COLOR") else colours
    crash = session.database.parent / "crash.txt"
    app = ReviewApp(session, speech=speech(), config=replace(config, bidi=bidi), colours=chosen, card=card, crash=crash)
    status = run(app)
    if status == 0 and "TEXTUAL_DRIVER" not in os.environ:
        click.echo(_farewell(session, app.saved))
    return status


def _farewell(session: Session, saved: Message | None) -> str:
    """What stands in the terminal once the screen is gone: what was written at the end, how far the review is, and whether the file has it all."""
    told = session.statistics()
    said = speech().text("{file}: {done} of {all} reviewed", file=session.path.name, done=f"{told.reviewed:,}", all=f"{told.pairs:,}")
    if told.unsaved:
        said += "; " + speech().count("{n} not in the file yet, all is kept", "{n} not in the file yet, all are kept", told.unsaved)
    return said if saved is None else f"{speech().say(saved)}\n{said}"


def _plain(session: Session, config: Config) -> int:
    """Line by line on standard input and output."""
    from tui_commands import commands
    from tui_keys import keymap
    from tui_plain import PlainReview

    all_commands = commands(speech())
    keys = keymap(all_commands, config.keys, config.where)
    return PlainReview(session, speech(), all_commands, keys, ask=_ask, tell=click.echo).run()


def _ask(question: str, text: str) -> str:
    """A line from standard input; on a terminal with a text to begin with, and with line editing where Python has it."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\n")
    try:
        import readline
    except ImportError:
        return input(question)
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        return input(question)
    finally:
        readline.set_startup_hook()


def _words(path: str | None, file: Path) -> list[str]:
    """The command that a browser's screen is run by: this one without --web."""
    words = [word for word in sys.argv[1:] if word != "--web"]
    return [sys.executable, "-m", "endonym", *words, *([str(file)] if path is None else [])]


def _sample() -> Path:
    """The sample that ships with the program, copied where it may be written, and as it was left."""
    from platformdirs import user_data_path

    from passages.samples import put

    return put(user_data_path("endonym", appauthor=False) / "sample")
