"""Other names of systems: ids under which other programs and data ask for them.

Owns the file of aliases, and the check that an alias hides no system and leads to one. It is read when a name is no system's id.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from translit.faults import Fault, nearest
from translit.lines import key_lines, line_of
from translit.loading import ALIASES, SCHEMES, load, read_text
from translit.message import Message
from translit.registry import PACK
from translit.values import value


@value
class Alias:
    """What another name stands for."""

    id: str
    """The id of the system."""
    options: tuple[str, ...] = ()
    """Its options that the name means."""


def read_aliases(path: Path = ALIASES) -> dict[str, Alias]:
    """The aliases of a file: `name = "id"` or `name = { id = "…", options = ["…"] }` under `[aliases]`.

    Raises:
        SchemeError: where there is no such file or it cannot be read.
    """
    table = tomllib.loads(read_text(path))["aliases"]
    return {
        name: Alias(entry) if isinstance(entry, str) else Alias(entry["id"], tuple(entry.get("options", ())))
        for name, entry in table.items()
    }


def lint_aliases(path: Path = ALIASES, schemes: Path = SCHEMES) -> list[Fault]:
    """Every alias that is a system's own id, or leads to no system or to an option that it does not have, in the order of the lines."""
    ids = {file.stem for file in schemes.glob("*.toml")}
    lines = key_lines(read_text(path))
    faults: list[Fault] = []
    for name, alias in read_aliases(path).items():
        line = line_of(lines, ("aliases", name))
        if name in ids:
            faults.append(Fault(line, "alias", Message("“{name}” is the id of a system; an alias must not hide it", name=name)))
        if alias.id.startswith(PACK):
            continue
        if alias.id not in ids:
            near = nearest(alias.id, ids)
            hint = Message("; did you mean “{near}”?", near=near) if near else ""
            faults.append(
                Fault(
                    line, "alias", Message("“{name}” leads to “{id}”, and there is no such system{hint}", name=name, id=alias.id, hint=hint)
                )
            )
            continue
        options = load(schemes / f"{alias.id}.toml", schemes).options
        faults += [
            Fault(
                line,
                "alias",
                Message("“{name}” asks for option “{option}”, which {id} does not have", name=name, option=option, id=alias.id),
            )
            for option in alias.options
            if option not in options
        ]
    return sorted(faults)
