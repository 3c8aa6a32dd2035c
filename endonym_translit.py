"""The part of the command line that answers the questions about a spelling: romanize, reverse, identify, spellings, systems.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when one of its commands is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any

import click

from endonym_options import CONTEXT
from endonym_speech import Command, speech
from passages.reports.terminal import emit

_REPORT = click.option("--report", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer.")


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("texts", metavar="[TEXT…]", nargs=-1)
@click.option(
    "-s", "--system", metavar="ID", required=True, help="The system: an id (`endonym systems` lists them) or a TOML file of your own."
)
@click.option(
    "--option", "options", metavar="NAME", multiple=True, help="An alternative the system allows (`endonym systems ID` lists them)."
)
@click.option("--spans", is_flag=True, help="Show which piece of the text each piece of the output came from.")
@click.option("--strict", is_flag=True, help="Refuse a text with letters that no rule covers.")
@_REPORT
def romanize(texts: tuple[str, ...], system: str, options: tuple[str, ...], style: str, *, spans: bool, strict: bool) -> None:
    """Write text by a romanization system (or back, by one that goes back).

    Without TEXT standard input is read, of any size, to its end.

    \b
    endonym romanize Жаңаөзен --system bgnpcgn-kaz-Cyrl-Latn-1979
    endonym romanize --system iso-rus-Cyrl-Latn-9-1995 < book.txt > book.latn.txt
    """  # noqa: D301
    from translit.romanizing import romanize, romanize_stream
    from translit.telling import dumped, romanization_lines, romanization_object, romanization_remarks

    if not texts and not (spans or strict or style == "json"):
        emit(romanize_stream(_standard_input(), system, options=options))
        return
    for text in texts or ("".join(_standard_input()),):
        made = romanize(text, system, offsets=True, strict=strict, options=options)
        if style == "json":
            emit([dumped(romanization_object(text, made, system)), "\n"])
        else:
            emit(romanization_lines(text, made) if spans else [made.text, "\n"] if texts else [made.text])
            for remark in romanization_remarks(made):
                click.echo(f"endonym: {speech().say(remark)}", err=True)


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("name")
@click.option("--language", "-l", metavar="CODE", required=True, help="Language of the native name: kk, ru, uk …")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=5, show_default=True, help="How many candidates.")
@_REPORT
def reverse(name: str, language: str, count: int, style: str) -> None:
    """What a spelling was in its own script: the likeliest native names, each with the choices that lead to it."""
    from translit import reverse as ask
    from translit.telling import candidate_lines, candidate_object

    said = speech()
    with _refusing():
        found = ask(name, language, n=count)
    none = said.text("nothing in {language} is written {name!r}", language=language, name=name)
    _answer(found, style, candidate_object, lambda: candidate_lines(found, by_system=False, say=said.say), none)


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("spelling")
@click.option("--native", metavar="NAME", help="The native name, where it is known: then exactly the systems that write it so.")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many systems.")
@_REPORT
def identify(spelling: str, native: str | None, count: int, style: str) -> None:
    """Which systems write a name so: best first, with the letters that decide."""
    from translit import identify as ask
    from translit.telling import candidate_lines, candidate_object

    said = speech()
    with _refusing():
        found = ask(spelling, native=native)[:count]
    none = said.text("no system writes {name!r}", name=spelling)
    _answer(found, style, candidate_object, lambda: candidate_lines(found, by_system=True, say=said.say), none)


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("name")
@click.option("--language", "-l", metavar="CODE", required=True, help="Language of the name: kk, ru, uk …")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many spellings.")
@_REPORT
def spellings(name: str, language: str, count: int, style: str) -> None:
    """Every plausible spelling of a native name, the most usual first, each with the system or practice that leads to it."""
    from passages.reports.cells import width
    from translit import spellings as ask
    from translit.telling import spelling_lines, spelling_object

    said = speech()
    with _refusing():
        found = ask(name, language, n=count)
    none = said.text("no system of {language} writes {name!r}", language=language, name=name)
    _answer(found, style, spelling_object, lambda: spelling_lines(found, said.say, width), none)


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("system", required=False)
@click.option("--language", "-l", metavar="CODE", help="Only the systems of a language: kk, ru, uk …")
@click.option("--lint", "file", metavar="FILE", help="Check a system of your own; every fault with its line.")
@_REPORT
def systems(system: str | None, language: str | None, file: str | None, style: str) -> None:
    """List the romanization systems, or say all about one, or check a file of your own."""
    from passages.reports.cells import width
    from translit import telling
    from translit.registry import REGISTRY
    from translit.romanizing import systems as known

    said = speech()
    if file is not None:
        from translit.lint import lint

        faults = lint(file)
        emit(telling.fault_lines(file, faults, said.say))
        count = said.count("{n} fault", "{n} faults", len(faults)) if faults else said.text("no faults")
        click.echo(f"endonym: {file}: {count}", err=True)
        sys.exit(1 if faults else 0)
    if system is not None:
        one = REGISTRY.find(system)
        if style == "json":
            emit([telling.dumped(telling.system_object(one)), "\n"])
        else:
            emit(telling.system_lines(one, said.say, *((said.language_name, said.script_name) if said.language != "en" else ())))
        return
    found = known(language)
    none = said.text("no system is known for {language!r}", language=language)
    _answer(found, style, telling.system_object, lambda: telling.systems_lines(found, said.say, width), none)


def _answer(
    found: Sequence[Any], style: str, as_object: Callable[[Any], dict[str, Any]], as_lines: Callable[[], Iterable[str]], none: str
) -> None:
    """Print what was found, as a JSON object a line or as lines of text; say on standard error where it was nothing."""
    if style == "json":
        from translit.telling import dumped

        emit(f"{dumped(as_object(one))}\n" for one in found)
    else:
        emit(as_lines())
    if not found:
        click.echo(f"endonym: {none}", err=True)


@contextmanager
def _refusing() -> Generator[None, None, None]:
    """Turn what a question refuses (a name that is too long) into an error of usage."""
    try:
        yield
    except UnicodeError:
        raise
    except ValueError as error:
        raise click.UsageError(speech().say(error)) from error


def _standard_input() -> Iterable[str]:
    """Standard input in pieces, as UTF-8."""
    stream = sys.stdin
    stream.reconfigure(encoding="utf-8", errors="strict", newline="")
    while piece := stream.read(1 << 16):
        yield piece
