"""Finds the messages of the program in its sources, for the template `locales/endonym.pot`.

Three kinds: what is said through `Speech` (`.text("…")`, `.count("…", "…", n)`), help of Click's options (`help=`), and the docstrings of
commands, each paragraph a message as `Speech.help` asks for it. The last two are why this is not babel's own extractor.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.po_scanner import scan
from glossary.po_writer import header, message

if TYPE_CHECKING:
    from _typeshed import SupportsItems

_COMMANDS = frozenset(("command", "group"))
Found = tuple[int, str, str | tuple[str, str]]


def extract(source: str) -> Iterator[Found]:
    """The messages of a module's source, as (line, what says it, message or (singular, plural)).

    Raises:
        SyntaxError: where it is no Python.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            strings = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if node.func.attr == "text" and len(strings) == 1 and len(node.args) == 1:
                yield node.lineno, "text", strings[0]
            elif node.func.attr == "count" and len(strings) == 2 and len(node.args) == 3:
                yield node.lineno, "count", (strings[0], strings[1])
            elif node.func.attr in ("option", "argument", "version_option"):
                for keyword in node.keywords:
                    if keyword.arg == "help" and isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str):
                        yield keyword.value.lineno, "help", keyword.value.value
        elif isinstance(node, ast.FunctionDef) and any(_is_command(one) for one in node.decorator_list):
            said = ast.get_docstring(node, clean=False)
            if said:
                paragraphs = (part for part in inspect.cleandoc(said).split("\n\n") if not part.startswith("\b"))
                yield from ((node.body[0].lineno, "command", " ".join(part.split())) for part in paragraphs)


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


def main() -> None:
    """Write the template anew from the sources of this checkout; the date changes only where a message has."""
    root = Path(__file__).parents[1]
    sources = (*root.glob("endonym*.py"), *(root / "glossary").rglob("*.py"), *(root / "passages").rglob("*.py"))
    texts = {file.relative_to(root): file.read_text("utf-8") for file in sources if file.is_file()}
    place = root / "locales" / "endonym.pot"
    before = scan(place.read_bytes(), str(place)).head.get("POT-Creation-Date", "") if place.is_file() else ""
    if not before or place.read_bytes() != template(texts, before):
        place.write_bytes(template(texts, datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")))


if __name__ == "__main__":
    main()
