"""Glossaries in and out of the termbase: `endonym glossary import`, `export` and `formats`.

Owns words, options and where things are printed; `endonym_glossary.py` puts these commands beside its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from endonym_options import CONTEXT
from endonym_speech import Command, speech
from endonym_termbase import author_of, changing, opened, tell
from passages.reports.terminal import emit


@click.command("import", cls=Command, context_settings=CONTEXT)
@click.argument("file")
@click.option(
    "--format", "format", metavar="NAME", help="The format, where the file's name does not show it (see `endonym glossary formats`)."
)
@click.option(
    "--map", "mapping", metavar="COLUMN=ROLE", multiple=True, help="What a column of a table is: kk, variants@kk, note …; again for more."
)
@click.option("--languages", metavar="FROM,TO", help="The two languages of a format that does not say them: en,ru.")
@click.option("--merge", "merges", metavar="ID=ID", multiple=True, help="A concept of the file is this one of the termbase.")
@click.option("--new", "news", metavar="ID", multiple=True, help="A concept of the file is a new one.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, changed and contradicted; change nothing.")
@click.option("--overwrite", is_flag=True, help="Let the file win where it contradicts the termbase.")
@changing
@click.pass_obj
def import_(where: str, file: str, **options: Any) -> None:
    """Bring a glossary FILE into the termbase, as one change that can be undone; the termbase is made if there is none."""
    from types import SimpleNamespace

    from glossary import exchange
    from glossary.glossary import Glossary
    from glossary.importing import plan
    from glossary.lost_letters import refuse_lost

    asked = SimpleNamespace(**options)
    said = speech()
    mapping = exchange.guess_mapping(file, asked.format) if asked.mapping else None
    if mapping is not None:
        try:
            mapping = mapping.corrected(asked.mapping)
        except ValueError as error:
            raise click.UsageError(said.text("--map: {problem}", problem=said.say(error))) from error
    languages = _pair(asked.languages)
    chosen = exchange.format_of(file, asked.format)
    if chosen.streams and (asked.merges or asked.news):
        problem = said.text("{format} is brought in name by name; --merge and --new are for glossaries", format=chosen.name)
        raise click.UsageError(problem)
    if chosen.streams and not asked.dry_run:
        from glossary.gazetteer import merged

        with opened(where, create=True) as base:
            places = merged(exchange.stream(file, asked.format, languages), base.some, overwrite=asked.overwrite, source=file)
            change = base.put(places, author=author_of(asked.author), reason=asked.reason or f"import {file}")
            tell(base, change, brief=True)
        return
    reading = exchange.read_with_remarks(file, asked.format, mapping, languages)
    refuse_lost(reading.concepts, file)
    decisions: dict[str, str | None] = {**dict(_parted(asked.merges)), **dict.fromkeys(asked.news)}
    if asked.dry_run and not _exists(where):
        emit(f"{said.say(line)}\n" for line in plan(Glossary(()), Glossary(reading.concepts), decisions, reading.remarks).lines())
        return
    with opened(where, create=True) as base:
        based_on = base.version
        wanted = plan(base.glossary(), Glossary(reading.concepts), decisions, reading.remarks)
        if asked.dry_run:
            emit(f"{said.say(line)}\n" for line in wanted.lines())
            return
        for remark in wanted.remarks:
            click.echo(f"endonym: {said.say(remark)}", err=True)
        puts = wanted.puts(overwrite=asked.overwrite, source=file)
        tell(base, base.put(puts, author=author_of(asked.author), reason=asked.reason or f"import {file}", based_on=based_on), brief=True)


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("file")
@click.option("--format", "format", metavar="NAME", help="The format, where the file's name does not show it.")
@click.option("--languages", metavar="FROM,TO", help="The two languages of a format that holds only two.")
@click.option("--lossy", is_flag=True, help="Write although the format cannot hold everything.")
@click.option("--builtin", is_flag=True, help="The built-in glossary instead of the termbase.")
@click.pass_obj
def export(where: str, file: str, format: str | None, languages: str | None, *, lossy: bool, builtin: bool) -> None:
    """Write the glossary to FILE, in a stable order; what the format cannot hold is said first, and refused without --lossy."""
    from glossary import exchange
    from glossary.glossary import Glossary

    said = speech()
    if builtin:
        whole = Glossary.builtin()
    else:
        with opened(where) as base:
            whole = base.glossary()
    for line in exchange.write(whole, file, format, lossy=lossy, languages=_pair(languages)):
        click.echo(f"endonym: {said.text('left out: {what}', what=said.say(line))}", err=True)
    click.echo(said.count("{n} concept written to {path}.", "{n} concepts written to {path}.", len(whole.concepts), path=file))


@click.command(cls=Command, context_settings=CONTEXT)
def formats() -> None:
    """List the formats that can be imported and exported."""
    from glossary.exchange import FORMATS
    from passages.reports.cells import width

    said = speech()
    rows = [(one.name, said.text("read, written") if one.writer else said.text("read"), said.say(one.title)) for one in FORMATS]
    name, way = (max(width(row[column]) for row in rows) for column in (0, 1))
    emit(f"{row[0]}{' ' * (name - width(row[0]))}  {row[1]}{' ' * (way - width(row[1]))}  {row[2]}\n" for row in rows)


def _exists(where: str | Path) -> bool:
    from glossary.termbase_place import is_url

    return is_url(where) or Path(where).exists()


def _pair(languages: str | None) -> tuple[str, str] | None:
    if languages is None:
        return None
    parts = languages.split(",")
    if len(parts) != 2 or not all(parts):
        raise click.UsageError(speech().text("--languages takes two codes, as en,ru; {given!r} is not that", given=languages))
    return parts[0], parts[1]


def _parted(pairs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        left, sign, right = pair.partition("=")
        if not (left and sign and right):
            raise click.UsageError(speech().text("--merge takes two ids, as jañaözen=zhanaozen; {given!r} is not that", given=pair))
        yield left, right
