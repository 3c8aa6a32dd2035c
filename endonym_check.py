"""`endonym check`: the quality checks of translations, from the command line.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when the command is asked for.
The command is a check itself: it ends with 1 where there is an error or a warning, so that it can guard a merge; `--no-fail` only reports.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import click

from endonym_options import CONTEXT, check_encoding, documents_from, keep_documents, names_from, project_termbase
from endonym_speech import Command, speech
from passages.reports.terminal import Progress, coloured, columns, emit

if TYPE_CHECKING:
    from passages.checks.context import CheckContext
    from passages.checks.running import CheckedFile, CheckReport
    from passages.reports.model import Failure, Skipped


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("paths", metavar="[PATH]…", nargs=-1)
@names_from
@click.option("--no-names", is_flag=True, help="Check no names.")
@click.option("--source-lang", metavar="CODE", help="Language of the source, where the file does not say it.")
@click.option("--target-lang", metavar="CODE", help="Language of the translation, where the file does not say it.")
@click.option("--only", metavar="CODE", multiple=True, help="Make only this check; again for more.")
@click.option(
    "--also", metavar="CODE", multiple=True, help="Make this check too, of those that are made only if asked for; again for more."
)
@click.option("--disable", metavar="CODE", multiple=True, help="Leave this check out; again for more.")
@click.option(
    "--forbid", metavar="WORD", multiple=True, help="A word that may not be used, in any letter case; with * at its end, all that begin so."
)
@click.option("--forbid-file", metavar="FILE", multiple=True, help="A file of such words, a line each.")
@click.option("--date", metavar="DATE", help="The time the text speaks of (2011, 2011-12-16): former names are judged by it.")
@click.option("--first-mention", is_flag=True, help="Ask for the former name at the first mention: Zhanaozen (formerly Novyi Uzen).")
@click.option(
    "--report", "style", type=click.Choice(["text", "json", "sarif", "html"]), default="text", show_default=True, help="How to report."
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to FILE instead of standard output.")
@documents_from
@click.option("--fix", is_flag=True, help="Make the sure fixes, as a run that `endonym undo` takes back, and report what remains.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--no-fail", is_flag=True, help="End with 0 whatever is found.")
@click.option("--list", "listing", is_flag=True, help="List the checks and end.")
def check(paths: tuple[str, ...], **options: object) -> None:
    """Check translations: names, numbers, dates, placeholders, tags, quotation marks, spaces and more.

    PO, XLIFF, TMX and (named one by one) CSV and TSV are read as pairs; texts and Markdown are given the checks that need no original. Nothing is
    changed without --fix. Ends with 1 where there is an error or a warning; notes pass.

    \b
    endonym check locale/ru.po
    endonym check locale/ --disable end-mark --report sarif -o checks.sarif
    endonym check book.tmx --only number --only date
    endonym check locale/ru.po --fix --diff
    endonym check --list
    """  # noqa: D301  # \b is Click's mark for "do not wrap"
    from endonym import VERSION
    from glossary.sources import Sources
    from passages.checks.running import CheckReport, Chosen, check_files

    asked = SimpleNamespace(**options)
    if asked.listing:
        _list()
        return
    if not paths:
        raise click.UsageError(speech().text("name a file or a folder to check"))
    check_encoding(asked.encoding)
    settings = _settings(asked)
    sources = None
    if not asked.no_names:
        sources = Sources(
            asked.glossaries, builtin=not asked.no_builtin, termbase=None if asked.no_termbase else asked.termbase or project_termbase()
        )
    chosen = Chosen(paths, asked.include, asked.exclude, asked.encoding, asked.source_lang, asked.target_lang)

    def checked_now() -> tuple[list[CheckedFile], list[Skipped], list[Failure]]:
        with Progress(speech()) as progress:
            return check_files(chosen, settings, sources.lexicon if sources else None, progress)

    checked, skipped, failures = checked_now()
    if asked.diff:
        _show_fixes(checked)
        _diagnose(CheckReport(VERSION, (), tuple(skipped), tuple(failures)), verbose=asked.verbose)
        sys.exit(2 if failures else 0)
    if asked.fix and _fix(checked, failures):
        checked, skipped, failures = checked_now()
    report = CheckReport(
        VERSION, tuple(checked), tuple(skipped), tuple(failures), sources.names if sources else (), fails=not asked.no_fail
    )
    keep_documents(asked.output, [file.path for file in checked])
    emit(_render(report, asked.style, to_file=asked.output is not None), asked.output)
    _diagnose(report, verbose=asked.verbose)
    sys.exit(report.exit_status)


def _show_fixes(checked: Sequence[CheckedFile]) -> None:
    """What the sure fixes would change, as a diff."""
    from passages.checks.fixing import changed_lines, mended
    from passages.diff import unified

    for file in checked:
        one = mended(file)
        if one is not None:
            emit(unified(*changed_lines(one), colour=coloured()))


def _fix(checked: Sequence[CheckedFile], failures: Sequence[Failure]) -> bool:
    """Make the sure fixes of all files as one run, unless one could not be read; whether a file was written."""
    from passages.checks.fixing import mended, refusal
    from passages.runs import write_run

    if failures:
        click.echo(f"endonym: {speech().say(refusal(len(failures)))}", err=True)
        return False
    changed = [one for file in checked if (one := mended(file)) is not None and one.data != one.read.data]
    if not changed:
        return False
    run = write_run([(one.read, one.data) for one in changed], note=" ".join(["endonym", *sys.argv[1:]]))
    count = sum(one.fixes for one in changed)
    said = speech().count(
        "{n} fix made. Take it back with: endonym undo {run}", "{n} fixes made. Take them back with: endonym undo {run}", count, run=run
    )
    click.echo(f"endonym: {said}", err=True)
    return True


def _settings(asked: SimpleNamespace) -> CheckContext:
    """What the checks are told, from the options."""
    from glossary.policy import Policy
    from passages.checks import CHECKS, CheckContext

    only, also, disable = set(asked.only), set(asked.also), set(asked.disable)
    known = {check.code for check in CHECKS}
    unknown = sorted((only | also | disable) - known)
    if unknown:
        raise click.UsageError(speech().text("there is no check {code}; `endonym check --list` names them", code=repr(unknown[0])))
    try:
        Policy(date=asked.date)
    except ValueError as error:
        raise click.UsageError(speech().text("--date: {problem}", problem=speech().say(error))) from error
    return CheckContext(
        date=asked.date,
        forbidden=(*asked.forbid, *(word for file in asked.forbid_file for word in _words_of(file))),
        disabled=frozenset(disable | (known - only - also if only else set())),
        enabled=frozenset(only | also | ({"first-mention"} if asked.first_mention else set())),
    )


def _words_of(file: str) -> list[str]:
    """The words of a list, a line each; lines that begin with # are remarks."""
    from passages.document import open_document

    lines = (line.strip() for line in open_document(file, format="text").text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _list() -> None:
    """Each check with its severity and a line."""
    from passages.checks import CHECKS

    said = speech()
    wide = max(len(check.code) for check in CHECKS)
    for one in CHECKS:
        click.echo(f"{one.code:{wide}}  {one.severity:7}  {said.say(one.title)}")


def _render(report: CheckReport, kind: str, *, to_file: bool) -> Iterable[str]:
    """The report in the shape asked for."""
    if kind == "json":
        from passages.checks.reports.json import render

        return render(report)
    if kind == "html":
        from passages.checks.reports.html import render as page

        return page(report, speech())
    if kind == "sarif":
        from passages.checks.reports.sarif import render as log

        return log(report, base=Path.cwd())
    from passages.checks.reports.text import render as text
    from passages.reports.style import ansi, plain

    return text(report, columns=columns(), style=ansi if coloured() and not to_file else plain, speech=speech())


def _diagnose(report: CheckReport, *, verbose: bool) -> None:
    """Say on standard error what could not be read and, if asked, what was passed over."""
    from dataclasses import replace

    from passages.checks.reports.text import diagnostics

    for line in diagnostics(report if verbose else replace(report, skipped=()), speech()):
        click.echo(f"endonym: {line}", err=True)
