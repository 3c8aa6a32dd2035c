"""The command line of endonym.

Owns words, options, exit statuses and where things are printed; maps them to the floors below and does no work of its
own. Data goes to standard output, diagnostics to standard error. Exit status: 0 clean, 1 findings with --check,
2 a usage or input error, 130 interrupted. Everything but Click is imported where a command needs it, for a fast start.
"""

from __future__ import annotations

import gc

gc.disable()  # until `main`: looking for garbage among modules that are being imported costs a tenth of a start

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from endonym_options import CONTEXT, check_encoding, documents_from, keep_documents, names_from, project_termbase
from endonym_speech import Group, known, speaking, speech
from passages.reports.terminal import Progress, coloured, columns, emit
from translit.message import Message

if TYPE_CHECKING:
    from passages.normalizing import Change
    from passages.reports.model import Report

VERSION = "0.1.0"


class _Groups(Group):
    """The command line; commands of other rooms are imported when one of them is used, not when they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, those elsewhere too."""
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        return getattr(import_module(_ELSEWHERE[cmd_name][0]), cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with a line of help for each."""
        limit = formatter.width - 6 - max(map(len, self.list_commands(ctx)))
        said = speech()
        rows = [
            (name, said.say(_ELSEWHERE[name][1]) if name in _ELSEWHERE else self.commands[name].get_short_help_str(limit))
            for name in self.list_commands(ctx)
        ]
        with formatter.section(said.text("Commands")):
            formatter.write_dl(rows)


_ELSEWHERE = {
    "catalog": ("endonym_catalog", Message("Build, check, update and compile gettext catalogs.")),
    "check": ("endonym_check", Message("Check translations: names, numbers, placeholders, quotation marks and more.")),
    "compare": ("endonym_likeness", Message("Say how likely two spellings are one name, and why.")),
    "discover": ("endonym_discover", Message("Find the names in texts, and which spellings are one name.")),
    "glossary": ("endonym_glossary", Message("Keep the decisions about names in a termbase.")),
    "identify": ("endonym_translit", Message("Say which systems write a name so.")),
    "reverse": ("endonym_translit", Message("Say what a spelling was in its own script.")),
    "review": ("endonym_review", Message("Review translation pairs side by side.")),
    "romanize": ("endonym_translit", Message("Write text by a romanization system.")),
    "spellings": ("endonym_translit", Message("List every plausible spelling of a native name.")),
    "systems": ("endonym_translit", Message("List, explain or check romanization systems.")),
}
"""Name → module and help of the commands that live in another room of this floor."""


@click.group(cls=_Groups, context_settings=CONTEXT, no_args_is_help=True)
@click.version_option(VERSION, "-V", "--version", prog_name="endonym")
@click.option(
    "--language",
    metavar="CODE",
    callback=known,
    expose_value=False,
    help="What the program speaks: en, kk, ru; your environment's language where not given.",
)
def cli() -> None:
    """Put every name in its right spelling: find the variants, explain them, write the right one."""


@cli.command(context_settings=CONTEXT)
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


@cli.command(context_settings=CONTEXT)
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


@cli.command(context_settings=CONTEXT)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell: eval "$(endonym completion bash)"."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        emit([kind(cli, {}, "endonym", "_ENDONYM_COMPLETE").source(), "\n"])


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


def main() -> None:
    """Run the command line; every error that has a name ends in one clear line and status 2."""
    import atexit
    import signal

    atexit.register(gc.freeze)  # a process that ends needs no last search for garbage: a tenth of a call
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: what is being written is finished or left as it was
    with speaking(sys.argv[1:]) as said:
        try:
            cli(standalone_mode=False)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (KeyboardInterrupt, click.Abort):
            told = said.text("interrupted; if it was writing, `endonym undo --list` says what, and `endonym undo` takes it back")
            click.echo(f"endonym: {told}", err=True)
            sys.exit(130)
        except BrokenPipeError:
            # The reader (head, less) has gone; what is left in the buffer has nowhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except Exception as error:
            if not _is_named(error):
                raise
            click.echo(f"endonym: {said.say(error)}", err=True)
            sys.exit(2)
        finally:
            # All is done and said: a signal while the interpreter ends would only print where it was.
            for one in (signal.SIGINT, signal.SIGTERM):
                signal.signal(one, signal.SIG_IGN)


def _is_named(error: Exception) -> bool:
    """Whether an error is one of those that say which file, what is wrong and what to do; their modules are imported only now."""
    from glossary.errors import GlossaryError
    from passages.errors import DocumentError
    from translit.errors import SchemeError, UncoveredError, UnknownSystemError

    return isinstance(error, (GlossaryError, DocumentError, SchemeError, UncoveredError, UnknownSystemError))


if __name__ == "__main__":
    main()
