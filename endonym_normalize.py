"""The commands that put names right in documents, and take it back: `endonym normalize` and `endonym undo`.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when one of its commands is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from endonym_later import later
from endonym_options import CONTEXT, check_encoding, documents_from, keep_documents, names_from, project_termbase
from endonym_speech import Command, speech
from passages.reports.terminal import Progress, coloured, columns, emit

if TYPE_CHECKING:
    from passages.normalizing import Change
    from passages.reports.model import Report

with later():
    import pathlib  # noqa: F401  # everything below needs it


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@names_from
@click.option("--diff", "show_diff", is_flag=True, help="Print the changes as a unified diff instead of the report.")
@click.option("--write", is_flag=True, help="Make the changes in the files; `endonym undo` takes them back.")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if there is anything to change or to decide.")
@click.option(
    "--report", "style", type=click.Choice(["text", "json", "sarif", "html"]), default="text", show_default=True, help="How to report."
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to FILE instead of standard output.")
@click.option("--lang", "language", metavar="CODE", help="Language of the documents (en, ru, kk …); guessed for each where not given.")
@click.option("--strict", is_flag=True, help="Replace admitted spellings too.")
@click.option(
    "--former", type=click.Choice(["keep", "gloss", "replace"]), default="keep", show_default=True, help="What to do with former names."
)
@click.option("--date", metavar="DATE", help="The time the text speaks of (2011, 2011-12-16): former names are judged by it.")
@click.option("--first-mention", is_flag=True, help="Add the former name at the first mention: Zhanaozen (formerly Novyi Uzen).")
@click.option("--keep-quotations", is_flag=True, help="Leave names inside quotations as they are.")
@click.option("--no-likely", is_flag=True, help="Do not look for words that look like a name and are in no glossary.")
@documents_from
def normalize(paths: tuple[str, ...], **options: object) -> None:
    """Find every variant spelling in files and folders, and say or write the right one.

    Without --write nothing is changed. `.gitignore` is obeyed in folders.

    \b
    endonym normalize report.txt              what would change, and why
    endonym normalize texts/ --diff           the same, line by line
    endonym normalize texts/ --write          make the changes
    endonym undo                              take them back
    """  # noqa: D301  # \b is Click's mark for "do not wrap"
    from types import SimpleNamespace

    from endonym import VERSION
    from glossary.policy import Former, Policy
    from glossary.sources import Sources
    from passages.normalizing import Selection, examine_files, report, write_changes
    from passages.reports.model import Mode

    said = speech()
    asked = SimpleNamespace(**options)
    if asked.show_diff and asked.style != "text":
        raise click.UsageError(said.text("--diff prints the changes and --report the findings; take one of them"))
    if asked.write and asked.check:
        raise click.UsageError(said.text("--write changes the files and --check only looks; take one of them"))
    termbase = None if asked.no_termbase else asked.termbase or project_termbase()
    if asked.no_builtin and not asked.glossaries and termbase is None:
        raise click.UsageError(said.text("--no-builtin leaves no names to look for; name a glossary with --glossary"))
    try:
        policy = Policy(
            strict=asked.strict,
            former=Former(asked.former),
            date=asked.date,
            first_mention=asked.first_mention,
            quotations=not asked.keep_quotations,
            likely=not asked.no_likely,
        )
    except ValueError as error:
        raise click.UsageError(said.text("--date: {problem}", problem=said.say(error))) from error
    check_encoding(asked.encoding)
    sources = Sources(asked.glossaries, builtin=not asked.no_builtin, termbase=termbase)
    selection = Selection(paths, asked.include, asked.exclude, asked.encoding, asked.language)
    with Progress(said) as progress:
        examined = examine_files(selection, sources.lexicon, policy, progress, digests=asked.style != "text")
    keep_documents(asked.output, [file.path for file in examined.files])
    mode = Mode.WRITE if asked.write else Mode.CHECK if asked.check else Mode.SHOW
    run = None
    if asked.write:
        run, examined = write_changes(examined, note=" ".join(["endonym", *sys.argv[1:]]))
    result = report(examined, version=VERSION, policy=policy, mode=mode, glossaries=sources.names, run=run)
    emit(_diff(examined.changes) if asked.show_diff else _render(result, asked.style, to_file=asked.output is not None), asked.output)
    _diagnose(result, verbose=asked.verbose)
    sys.exit(result.exit_status)


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("run", required=False)
@click.option("--list", "listing", is_flag=True, help="List the recorded runs, newest first.")
def undo(run: str | None, *, listing: bool) -> None:
    """Take back what --write changed: the last run, or the one named RUN.

    Refuses, and changes nothing, where a file has been changed since.
    """
    from passages.reports.cells import safe
    from passages.runs import runs, undo_run

    if listing:
        for record in runs():
            click.echo(speech().say(record.line))
        return
    undone = undo_run(run)
    said = speech()
    for path in undone.restored:
        click.echo(said.text("restored {path}", path=safe(path)))
    click.echo(said.text("Run {run} is undone.", run=undone.id))


def _render(result: Report, kind: str, *, to_file: bool) -> Iterable[str]:
    """The report in the shape asked for."""
    if kind == "json":
        from passages.reports.json import render

        return render(result)
    if kind == "html":
        from passages.reports.html import render as page

        return page(result, speech())
    if kind == "sarif":
        from pathlib import Path

        from passages.reports.sarif import render as log

        return log(result, base=Path.cwd())
    from passages.reports.style import ansi, plain
    from passages.reports.text import render as text

    return text(result, columns=columns(), style=ansi if coloured() and not to_file else plain, speech=speech())


def _diff(changes: Iterable[Change]) -> Iterable[str]:
    """The changes as a unified diff, coloured on a terminal."""
    from passages.diff import unified

    colour = coloured()
    for change in changes:
        yield from unified(change.document, change.edits, colour=colour)


def _diagnose(result: Report, *, verbose: bool) -> None:
    """Say on standard error what went wrong and, if asked, what was passed over."""
    from passages.reports.text import diagnostics

    said = speech()
    for line in diagnostics(result, said, skipped=verbose):
        click.echo(f"endonym: {line}", err=True)
    if result.failures and result.mode == "write":
        told = said.text("nothing was written, for not every file could be read; mend or --exclude what is named above")
        click.echo(f"endonym: {told}", err=True)
