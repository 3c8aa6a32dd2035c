"""The command line of endonym.

Owns words, options, exit statuses and where things are printed; maps them to the floors below and does no work of its
own. Data goes to standard output, diagnostics to standard error. Exit status: 0 clean, 1 findings with --check,
2 a usage or input error, 130 interrupted. Everything but Click is imported where a command needs it, for a fast start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from passages.reports.terminal import Progress, coloured, columns, emit

if TYPE_CHECKING:
    from passages.normalizing import Change
    from passages.reports.model import Report

VERSION = "0.1.0"
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_REPORT = click.option("--report", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer.")


class _Groups(click.Group):
    """The command line; the groups about glossaries and catalogs are imported when one of them is used, not when they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, those elsewhere too."""
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        return getattr(import_module(f"endonym_{cmd_name}"), cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with a line of help for each."""
        limit = formatter.width - 6 - max(map(len, self.list_commands(ctx)))
        rows = [(name, _ELSEWHERE.get(name) or self.commands[name].get_short_help_str(limit)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


_ELSEWHERE = {"catalog": "Build, check, update and compile gettext catalogs.", "glossary": "Keep the decisions about names in a termbase."}
"""Name → help of the groups that live in a module of their own, `endonym_<name>`."""


@click.group(cls=_Groups, context_settings=_CONTEXT, no_args_is_help=True)
@click.version_option(VERSION, "-V", "--version", prog_name="endonym")
def cli() -> None:
    """Put every name in its right spelling: find the variants, explain them, write the right one."""


@cli.command(context_settings=_CONTEXT)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option(
    "-g",
    "--glossary",
    "glossaries",
    metavar="FILE",
    multiple=True,
    help="A glossary of your own (CSV or TSV); again for more, later ones win.",
)
@click.option("--no-builtin", is_flag=True, help="Use only the glossaries named with --glossary.")
@click.option(
    "--termbase", metavar="PATH|URL", envvar="ENDONYM_TERMBASE", help="The termbase; the project's own, if it has one, where not given."
)
@click.option("--no-termbase", is_flag=True, help="Leave the project's termbase aside.")
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
@click.option("--encoding", metavar="NAME", help="Encoding of the documents; recognised where not given.")
@click.option("--include", metavar="GLOB", multiple=True, help="In folders, take only files like this; again for more.")
@click.option("--exclude", metavar="GLOB", multiple=True, help="In folders, leave out files like this; again for more.")
@click.option("-v", "--verbose", is_flag=True, help="Name every file that was passed over.")
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

    asked = SimpleNamespace(**options)
    if asked.show_diff and asked.style != "text":
        raise click.UsageError("--diff prints the changes and --report the findings; take one of them")
    if asked.write and asked.check:
        raise click.UsageError("--write changes the files and --check only looks; take one of them")
    termbase = None if asked.no_termbase else asked.termbase or _project_termbase()
    if asked.no_builtin and not asked.glossaries and termbase is None:
        raise click.UsageError("--no-builtin leaves no names to look for; name a glossary with --glossary")
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
        raise click.UsageError(f"--date: {error}") from error
    _check_encoding(asked.encoding)
    sources = Sources(asked.glossaries, builtin=not asked.no_builtin, termbase=termbase)
    selection = Selection(paths, asked.include, asked.exclude, asked.encoding, asked.language)
    with Progress() as progress:
        examined = examine_files(selection, sources.lexicon, policy, progress)
    _keep_documents(asked.output, [file.path for file in examined.files])
    mode = Mode.WRITE if asked.write else Mode.CHECK if asked.check else Mode.SHOW
    run = None
    if asked.write:
        run, examined = write_changes(examined, note=" ".join(["endonym", *sys.argv[1:]]))
    result = report(examined, version=VERSION, policy=policy, mode=mode, glossaries=sources.names, run=run)
    emit(_diff(examined.changes) if asked.show_diff else _render(result, asked.style, to_file=asked.output is not None), asked.output)
    _diagnose(result, verbose=asked.verbose)
    sys.exit(result.exit_status)


@cli.command(context_settings=_CONTEXT)
@click.argument("run", required=False)
@click.option("--list", "listing", is_flag=True, help="List the recorded runs, newest first.")
def undo(run: str | None, *, listing: bool) -> None:
    """Take back what --write changed: the last run, or the one named RUN.

    Refuses, and changes nothing, where a file has been changed since.
    """
    from passages.runs import runs, undo_run

    if listing:
        for record in runs():
            click.echo(record.line)
        return
    undone = undo_run(run)
    for path in undone.restored:
        click.echo(f"restored {path}")
    click.echo(f"Run {undone.id} is undone.")


def _keep_documents(output: str | None, read: Sequence[str]) -> None:
    """Refuse to write a report over one of the documents it is about."""
    from pathlib import Path

    if output is not None and Path(output).exists() and any(Path(output).samefile(path) for path in read):
        raise click.UsageError(f"--output: {output} is one of the documents; name another file")


def _project_termbase() -> str | None:
    """The termbase of the project that the working directory is in, if it has one."""
    from pathlib import Path

    from glossary.termbase_place import project_termbase

    place = project_termbase(Path.cwd())
    return str(place) if place.is_file() else None


def _check_encoding(name: str | None) -> None:
    """Refuse an encoding that Python does not know, before any file is read."""
    import codecs

    try:
        codecs.lookup(name or "utf-8")
    except LookupError as error:
        raise click.UsageError(f"--encoding: {name!r} is no encoding; common ones are utf-8, utf-16, windows-1251, koi8-r") from error


@cli.command(context_settings=_CONTEXT)
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
                click.echo(f"endonym: {remark}", err=True)


@cli.command(context_settings=_CONTEXT)
@click.argument("name")
@click.option("--language", "-l", metavar="CODE", required=True, help="Language of the native name: kk, ru, uk …")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=5, show_default=True, help="How many candidates.")
@_REPORT
def reverse(name: str, language: str, count: int, style: str) -> None:
    """What a spelling was in its own script: the likeliest native names, each with the choices that lead to it."""
    from translit import reverse as ask
    from translit.telling import candidate_lines, candidate_object

    found = ask(name, language, n=count)
    _answer(found, style, candidate_object, lambda: candidate_lines(found, by_system=False), f"nothing in {language} is written {name!r}")


@cli.command(context_settings=_CONTEXT)
@click.argument("spelling")
@click.option("--native", metavar="NAME", help="The native name, where it is known: then exactly the systems that write it so.")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many systems.")
@_REPORT
def identify(spelling: str, native: str | None, count: int, style: str) -> None:
    """Which systems write a name so: best first, with the letters that decide."""
    from translit import identify as ask
    from translit.telling import candidate_lines, candidate_object

    found = ask(spelling, native=native)[:count]
    _answer(found, style, candidate_object, lambda: candidate_lines(found, by_system=True), f"no system writes {spelling!r}")


@cli.command(context_settings=_CONTEXT)
@click.argument("name")
@click.option("--language", "-l", metavar="CODE", required=True, help="Language of the name: kk, ru, uk …")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many spellings.")
@_REPORT
def spellings(name: str, language: str, count: int, style: str) -> None:
    """Every plausible spelling of a native name, the most usual first, each with the system or practice that leads to it."""
    from translit import spellings as ask
    from translit.telling import spelling_lines, spelling_object

    found = ask(name, language, n=count)
    _answer(found, style, spelling_object, lambda: spelling_lines(found), f"no system of {language} writes {name!r}")


@cli.command(context_settings=_CONTEXT)
@click.argument("system", required=False)
@click.option("--language", "-l", metavar="CODE", help="Only the systems of a language: kk, ru, uk …")
@click.option("--lint", "file", metavar="FILE", help="Check a system of your own; every fault with its line.")
@_REPORT
def systems(system: str | None, language: str | None, file: str | None, style: str) -> None:
    """List the romanization systems, or say all about one, or check a file of your own."""
    from translit import telling
    from translit.registry import REGISTRY
    from translit.romanizing import systems as known

    if file is not None:
        from translit.lint import lint

        faults = lint(file)
        emit(telling.fault_lines(file, faults))
        click.echo(f"endonym: {file}: {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}", err=True)
        sys.exit(1 if faults else 0)
    if system is not None:
        one = REGISTRY.find(system)
        emit([telling.dumped(telling.system_object(one)), "\n"] if style == "json" else telling.system_lines(one))
        return
    found = known(language)
    _answer(found, style, telling.system_object, lambda: telling.systems_lines(found), f"no system is known for {language!r}")


@cli.command(context_settings=_CONTEXT)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell: eval "$(endonym completion bash)"."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        emit([kind(cli, {}, "endonym", "_ENDONYM_COMPLETE").source(), "\n"])


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


def _standard_input() -> Iterable[str]:
    """Standard input in pieces, as UTF-8."""
    stream = sys.stdin
    stream.reconfigure(encoding="utf-8", errors="strict", newline="")
    while piece := stream.read(1 << 16):
        yield piece


def _render(result: Report, kind: str, *, to_file: bool) -> Iterable[str]:
    """The report in the shape asked for."""
    if kind == "json":
        from passages.reports.json import render

        return render(result)
    if kind == "html":
        from passages.reports.html import render as page

        return page(result)
    if kind == "sarif":
        from pathlib import Path

        from passages.reports.sarif import render as log

        return log(result, base=Path.cwd())
    from passages.reports.style import ansi, plain
    from passages.reports.text import render as text

    return text(result, columns=columns(), style=ansi if coloured() and not to_file else plain)


def _diff(changes: Iterable[Change]) -> Iterable[str]:
    """The changes as a unified diff, coloured on a terminal."""
    from passages.diff import unified

    colour = coloured()
    for change in changes:
        yield from unified(change.document, change.edits, colour=colour)


def _diagnose(result: Report, *, verbose: bool) -> None:
    """Say on standard error what went wrong and, if asked, what was passed over."""
    from dataclasses import replace

    from passages.reports.text import diagnostics

    for line in diagnostics(result if verbose else replace(result, skipped=())):
        click.echo(f"endonym: {line}", err=True)
    if result.failures and result.mode == "write":
        click.echo("endonym: nothing was written, for not every file could be read; mend or --exclude what is named above", err=True)


def main() -> None:
    """Run the command line; every error that has a name ends in one clear line and status 2."""
    import signal

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: what is being written is finished or left as it was
    try:
        cli(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("endonym: interrupted; if it was writing, `endonym undo --list` says what, and `endonym undo` takes it back", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) has gone; what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if not _is_named(error):
            raise
        click.echo(f"endonym: {error}", err=True)
        sys.exit(2)


def _is_named(error: Exception) -> bool:
    """Whether an error is one of those that say which file, what is wrong and what to do; their modules are imported only now."""
    from glossary.errors import GlossaryError
    from passages.errors import DocumentError
    from translit.errors import SchemeError, UncoveredError, UnknownSystemError

    return isinstance(error, (GlossaryError, DocumentError, SchemeError, UncoveredError, UnknownSystemError))


if __name__ == "__main__":
    main()
