"""The part of the command line that is about gettext catalogs: `endonym catalog …`.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when the group is asked for.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from endonym_options import CONTEXT
from endonym_speech import Group, speech
from passages.reports.terminal import emit


@click.group(cls=Group, context_settings=CONTEXT)
def catalog() -> None:
    """Gettext catalogs: build them from a glossary, check their names, bring them up to date, compile them."""


@catalog.command(context_settings=CONTEXT)
@click.argument("folder")
@click.option("-g", "--glossary", "glossaries", metavar="FILE", multiple=True, help="A glossary of your own; again for more.")
@click.option("--no-builtin", is_flag=True, help="Use only the glossaries named with --glossary.")
@click.option("--languages", metavar="CODES", help="Locales, separated by commas: ru,kk,kk_Latn.")
def build(folder: str, glossaries: tuple[str, ...], languages: str | None, *, no_builtin: bool) -> None:
    """Write the domain `names` below FOLDER: POT, and PO and MO for each language."""
    from datetime import UTC, datetime

    from glossary.catalogs import LANGUAGES, build
    from glossary.sources import Sources
    from passages.errors import DocumentError
    from passages.writing import write_atomically
    from translit.message import Message, system_says

    chosen = tuple(languages.split(",")) if languages else LANGUAGES
    try:
        made = build(Sources(glossaries, builtin=not no_builtin).glossary(), chosen, date=f"{datetime.now(UTC):%Y-%m-%d %H:%M}+0000")
    except ValueError as error:
        raise click.UsageError(speech().text("--languages: {problem}", problem=speech().say(error))) from error
    for path, data in made.items():
        target = Path(folder) / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = Message("cannot be written: {why}", why=system_says(error))
            raise DocumentError(str(target.parent), problem, "check the folder and its permissions") from error
        write_atomically(target, data)
        click.echo(str(target))


@catalog.command("check", context_settings=CONTEXT)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("-g", "--glossary", "glossaries", metavar="FILE", multiple=True, help="A glossary of your own; again for more.")
@click.option("--no-builtin", is_flag=True, help="Use only the glossaries named with --glossary.")
@click.option("--fix", is_flag=True, help="Put the right names in, changing nothing else.")
@click.option("--lang", "language", metavar="CODE", help="Language of the translations; the catalog's own header where not given.")
@click.option("--original", default="en", show_default=True, metavar="CODE", help="Language of the msgids.")
@click.option("--fuzzy", is_flag=True, help="Look at fuzzy messages too.")
def check_catalogs(
    paths: tuple[str, ...], glossaries: tuple[str, ...], language: str | None, original: str, *, no_builtin: bool, fix: bool, fuzzy: bool
) -> None:
    """Find wrong, former, missing and doubled names in the translations of PO files, in any inflection; exit with 1 if there are any."""
    from glossary.catalogs import catalog_files, check_file, summary
    from glossary.findings import Severity
    from glossary.sources import Sources
    from passages.document import Document
    from passages.runs import write_run

    sources = Sources(glossaries, builtin=not no_builtin)
    # Every file is read before the first is written, and all are written as one run, as `endonym normalize --write` does.
    every = [check_file(path, sources.lexicon, language=language, original=original, fuzzy=fuzzy) for path in catalog_files(paths)]
    said = speech()
    for checked in every:
        emit(map(said.say, checked.lines()))
    changes = [
        (Document(Path(one.source), "po", one.charset, one.text, (), one.data, one.mark), checked.fixed())
        for checked in every
        if fix and any(finding.edits for finding in checked.findings)
        for one in [checked.catalog]
    ]
    if changes:
        run = write_run(changes, note=" ".join(["endonym", *sys.argv[1:]]))
        mended = said.count(
            "{n} mended. Take it back with: endonym undo {run}", "{n} mended. Take it back with: endonym undo {run}", len(changes), run=run
        )
        click.echo(mended, err=True)
        click.echo(said.count("{n} catalog checked.", "{n} catalogs checked.", len(every)), err=True)
    else:
        click.echo(summary(every, said), err=True)
    left = (finding for checked in every if checked.failed for finding in checked.findings if not (fix and finding.edits))
    sys.exit(1 if any(finding.severity is not Severity.NOTE for finding in left) else 0)


@catalog.command(context_settings=CONTEXT)
@click.argument("po")
@click.argument("template")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of into PO.")
def update(po: str, template: str, output: str | None) -> None:
    """Bring PO up to date with a new TEMPLATE (POT); where only a name was respelled, the translation stays."""
    from glossary.catalogs import merge, read_catalog
    from glossary.sources import Sources
    from passages.writing import write_atomically

    merged = merge(read_catalog(po), read_catalog(template), Sources().lexicon("en"))
    write_atomically(Path(output or po), merged.data)
    said = speech().text(
        "{path}: {kept} kept, {respelled} respelled, {fuzzy} fuzzy, {new} new, {obsolete} obsolete",
        path=output or po,
        kept=merged.kept,
        respelled=merged.respelled,
        fuzzy=merged.fuzzy,
        new=merged.new,
        obsolete=merged.obsolete,
    )
    click.echo(said)


@catalog.command("compile", context_settings=CONTEXT)
@click.argument("paths", metavar="PO…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="The MO file; beside the PO where not given.")
def compile_(paths: tuple[str, ...], output: str | None) -> None:
    """Compile PO files to MO files."""
    from glossary.catalogs import catalog_files, compiled, read_catalog
    from passages.writing import write_atomically

    files = list(catalog_files(paths))
    if output is not None and len(files) != 1:
        raise click.UsageError(speech().text("--output names one file, and there is more than one catalog"))
    for path in files:
        target = Path(output) if output else path.with_suffix(".mo")
        write_atomically(target, compiled(read_catalog(path)))
        click.echo(str(target))
