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

from endonym_later import later

with later():
    import click

from endonym_options import CONTEXT
from endonym_speech import Group, known, speaking, speech
from passages.reports.terminal import cells, emit
from translit.message import Message

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
    "normalize": ("endonym_normalize", Message("Find every variant spelling in files and folders, and say or write the right one.")),
    "reverse": ("endonym_translit", Message("Say what a spelling was in its own script.")),
    "review": ("endonym_review", Message("Review translation pairs side by side.")),
    "romanize": ("endonym_translit", Message("Write text by a romanization system.")),
    "spellings": ("endonym_translit", Message("List every plausible spelling of a native name.")),
    "systems": ("endonym_translit", Message("List, explain or check romanization systems.")),
    "undo": ("endonym_normalize", Message("Take back what --write changed: the last run, or the one named RUN.")),
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
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell: eval "$(endonym completion bash)"."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        emit([kind(cli, {}, "endonym", "_ENDONYM_COMPLETE").source(), "\n"])


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
            cli(standalone_mode=False, terminal_width=cells())
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
    # `python -m endonym`: commands import `endonym`, which would run all this again as a second module and leave the collector at rest.
    from endonym import main as start

    start()
