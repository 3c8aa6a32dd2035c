"""Finds the messages of the program in its sources, for the template `locales/endonym.pot`, and keeps the catalogs up to date with it.

What counts: texts said through `Speech` (`.text("…")`, `.count("…", "…", n)`), those that remember how they were made (`Message("…")`,
`Message.counted("…", "…", n)`), literals given to the errors, help of Click's options (`help=`), the docstrings of commands, each paragraph
a message as `Speech.help` asks for it, and the phrases that Click says itself. Errors and docstrings are why this is not babel's own extractor.
"""

from __future__ import annotations

import ast
import errno
import inspect
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.po_scanner import scan
from glossary.po_writer import header, message
from glossary.speech import DOMAIN, example, locales

if TYPE_CHECKING:
    from _typeshed import SupportsItems

_ASSIGNED = frozenset(("problem", "remark", "remedy"))
_FAULTS = frozenset(("_fault", "at", "fault", "remark"))
_COMMANDS = frozenset(("command", "group"))
_OPTIONS = frozenset(("option", "argument", "version_option"))
ERRORS = {
    "Code": (2,),
    "Skipped": (1,),
    "BadParameter": (0,),
    "ConflictError": (2, 3),
    "DocumentError": (1, 2),
    "GlossaryError": (2, 3),
    "HeldError": (1, 2),
    "SchemeError": (2, 3),
    "UnknownSystemError": (0, 2),
    "UsageError": (0,),
}
"""What takes messages, by which of its arguments."""
CLICK: tuple[str | tuple[str, str], ...] = (
    "Aborted!",
    "Commands",
    "Error: {message}",
    "Invalid value for {param_hint}: {message}",
    "Invalid value: {message}",
    "Missing argument",
    "Missing command.",
    "Missing option",
    "Missing parameter",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Option {name!r} does not take a value.",
    "Options",
    "Positional arguments",
    "Show the version and exit.",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Usage:",
    "default: {default}",
    "env var: {var}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "Choose from:\n\t{choices}",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "required",
)
"""Phrases of Click 8.5 that this command line makes it say; it asks gettext for them, see `endonym_speech.py`. Of another Click what it words
anew stays English."""
FORMS = (
    *("base", "given", "possessive", "adjective", "attributive", "capital", "plural", "feminine", "masculine", "neuter"),
    *("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "ablative", "vocative"),
)
"""The words that names of forms are made of (`plural genitive`)."""
FIELDS = (
    *("kind", "note", "sources", "type", "misspelling", "replacement", "valid from", "valid until", "case", "guard", "forms"),
    *("indeclinable", "weak", "name", "preferred name", "variant", "term", "label", "case rule"),
)
"""What glossary files and histories call the parts of a concept."""
SYSTEM = tuple(os.strerror(code) for code in (
    *(errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS, errno.ELOOP, errno.ENAMETOOLONG),
    *(errno.EIO, errno.EFBIG),
))  # fmt: skip
"""What the system says most often when it refuses; documents say it without capitals."""
Said = str | tuple[str, str]
Found = tuple[int, str, Said]


def extract(source: str) -> Iterator[Found]:
    """The messages of a module's source, as (line, what says it, message or (singular, plural)).

    Raises:
        SyntaxError: where it is no Python.
    """
    nodes = list(ast.walk(ast.parse(source)))
    foreign = {alias.asname or alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names} & {"text", "count"}
    for node in nodes:
        if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id in foreign):
            yield from ((line, by, said) for line, by, said in _called(node) if _has_words(said))
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in _ASSIGNED:
            yield from ((node.lineno, "assigned", said) for said in _literals(node.value) if " " in said)
        elif isinstance(node, ast.FunctionDef) and any(_is_command(one) for one in node.decorator_list):
            said = ast.get_docstring(node, clean=False)
            if said:
                parts = inspect.cleandoc(said).split("\n\n")
                told = [" ".join(part.split()) for part in parts if not part.startswith("\b")]
                told += (example(line)[1] for part in parts if part.startswith("\b") for line in part.split("\n"))
                yield from ((node.body[0].lineno, "command", one) for one in told if one)


def _has_words(said: Said) -> bool:
    """Whether there is something to translate beside placeholders and signs: words, or quotation marks, which every language has its own."""
    return any(letter.isalpha() or letter in "“”‘’" for letter in _PLACEHOLDER.sub("", said if isinstance(said, str) else "".join(said)))


_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def _called(node: ast.Call) -> Iterator[Found]:
    """The messages of one call."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
    if name in ("text", "Message") and len(node.args) == 1:
        yield from ((node.lineno, name, said) for said in _literals(node.args[0]))
    elif (name in ("count", "counted") and len(node.args) == 3) or (name == "Plural" and len(node.args) == 2):
        one, many = (list(_literals(each)) for each in node.args[:2])
        yield from ((node.lineno, name, pair) for pair in zip(one, many, strict=False))
    elif name in ERRORS:
        yield from ((node.lineno, name, said) for at in ERRORS[name] if at < len(node.args) for said in _literals(node.args[at]))
    elif name in _FAULTS:
        yield from ((node.lineno, name, said) for each in node.args for said in _literals(each) if " " in said)
    elif name in _OPTIONS:
        helps = (keyword.value for keyword in node.keywords if keyword.arg == "help")
        yield from ((help.lineno, "help", said) for help in helps for said in _literals(help))


def _literals(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may be, as far as they stand in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _is_command(node: ast.expr) -> bool:
    call = node.func if isinstance(node, ast.Call) else node
    return isinstance(call, ast.Attribute) and call.attr in _COMMANDS


def template(files: SupportsItems[Path, str], date: str) -> bytes:
    """The template of all messages in some sources, given by their paths; each message once, in the order of paths and lines."""
    where: dict[str | tuple[str, str], list[str]] = {}
    for path, source in sorted(files.items()):
        for _, _, said in sorted(extract(source), key=lambda found: found[0]):
            # Without line numbers, which change with every edit of a source and tell a translator little.
            places = where.setdefault(said, [])
            if path.as_posix() not in places:
                places.append(path.as_posix())
    for source, phrases in (("click", CLICK), ("glossary/model.py", words()), ("errno", (*SYSTEM, *map(str.lower, SYSTEM)))):
        for said in phrases:
            places = where.setdefault(said, [])
            if source not in places:
                places.append(source)
    for said in [pair for pair in where if isinstance(pair, tuple)]:
        # One that is said both with a plural and without is one message: gettext answers for the singular too.
        where[said] = list(dict.fromkeys((*where[said], *where.pop(said[0], ()))))
    fields = [
        ("Project-Id-Version", "endonym"),
        ("Report-Msgid-Bugs-To", ""),
        ("POT-Creation-Date", date),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
        ("Language-Team", "LANGUAGE"),
        ("Language", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ]
    parts = [header(fields, ["# The messages of endonym."])]
    for said, places in where.items():
        one, many = said if isinstance(said, tuple) else (said, None)
        comments = [f"#: {' '.join(places)}", *(["#, python-brace-format"] if "{" in one else [])]
        parts.append(message(one, [""] if many is None else ["", ""], plural=many, comments=comments))
    return "\n".join(parts).encode()


def words() -> Iterator[str]:
    """The closed words of the model, and of systems, that are said as they are."""
    from glossary.model import KINDS, RELATIONS, CaseRule, Status, TermType
    from translit.scheme import KINDS as SAMPLES
    from translit.scheme import STATUSES

    yield from (
        *KINDS,
        *map(str, Status),
        *map(str, TermType),
        *map(str, CaseRule),
        *RELATIONS,
        *FORMS,
        *FIELDS,
        *STATUSES,
        *SAMPLES,
        "built-in",
    )


def sources(root: Path) -> dict[Path, str]:
    """The modules of a checkout that say something, by their paths in it."""
    files = (*root.glob("*.py"), *(file for floor in ("translit", "glossary", "passages") for file in (root / floor).rglob("*.py")))
    return {file.relative_to(root): file.read_text("utf-8") for file in files}


def main() -> None:
    """Write the template anew from this checkout, merge it into the catalogs and compile them; a date changes only where a message has."""
    from glossary.catalogs import compiled, merge
    from glossary.sources import Sources

    texts = sources(Path(__file__).parents[1])
    place = locales() / f"{DOMAIN}.pot"
    before = scan(place.read_bytes(), str(place)).head.get("POT-Creation-Date", "") if place.is_file() else ""
    if not before or place.read_bytes() != template(texts, before):
        place.write_bytes(template(texts, datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")))
    wanted = scan(place.read_bytes(), str(place))
    for file in sorted(locales().glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        merged = merge(scan(file.read_bytes(), str(file)), wanted, Sources().lexicon("en")).data
        file.write_bytes(merged)
        file.with_suffix(".mo").write_bytes(compiled(scan(merged, str(file))))


if __name__ == "__main__":
    main()
