"""What every system can write, without reading every system: key by key the outputs, contexts left aside.

Owns the index of the systems in a folder. Reading two hundred TOML files takes half a second, which the first answer of
`identify` should not cost, so an index of them is kept in `data/tables.json`. It is only ever a shortcut: an entry whose
files have changed since is not used, and the scheme is read instead.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from translit.engine import rules_with
from translit.loading import load
from translit.scheme import START, Rule, Scheme

DATA = Path(__file__).parent / "data"
"""The folder of what was counted and of what is kept ready."""

Outputs = dict[str, tuple[str, ...]]
"""For each key all its outputs in the order of the rules; the key "" stands for what is put before a word."""


@dataclass(frozen=True, slots=True)
class Table:
    """One system as far as its keys and outputs go."""

    id: str
    """The id of the system."""
    title: str
    """For people."""
    languages: tuple[str, ...]
    """BCP 47 subtags."""
    source_script: str
    """ISO 15924."""
    target_script: str
    """ISO 15924."""
    status: str
    """official, practice or observed."""
    dotted_i: bool
    """True where Latin i has the capital İ."""
    outputs: Outputs
    """What each key can become."""
    options: dict[str, Outputs]
    """By option, the keys for which it changes anything."""


def table_of(scheme: Scheme) -> Table:
    """The table of a scheme."""
    outputs = _outputs(scheme.rules)
    options: dict[str, Outputs] = {}
    for name in scheme.options:
        changed = _outputs(rules_with(scheme, [name]))
        options[name] = {key: found for key, found in changed.items() if found != outputs.get(key)}
    head = scheme.head
    scripts = head.source_script, head.target_script
    return Table(head.id, head.title, head.languages, *scripts, head.status, scheme.dotted_i, outputs, options)


def _outputs(rules: dict[str, Rule]) -> Outputs:
    """The outputs of rules by key."""
    found: Outputs = {}
    for key, rule in rules.items():
        found["" if key == START else key] = tuple(dict.fromkeys(a.output for a in rule.alternatives))
    return found


class Tables:
    """The tables of all systems in a folder."""

    def __init__(self, folder: Path, index: Path = DATA / "tables.json") -> None:
        """Name the folder of schemes and the index; nothing is read yet."""
        self._folder = folder
        self._index = index

    @cached_property
    def all(self) -> tuple[Table, ...]:
        """Every system's table, by id.

        Raises:
            SchemeError: where a scheme that is not in the index, or has changed since, cannot be used.
        """
        kept = self._kept()
        sums = {path.stem: zlib.crc32(path.read_bytes()) for path in sorted(self._folder.glob("*.toml"))}
        found: list[Table] = []
        for id in sums:
            entry = kept.get(id)
            if entry is not None and all(sums.get(file) == old for file, old in cast("dict[str, int]", entry["files"]).items()):
                found.append(_read(id, entry))
            else:
                found.append(table_of(load(self._folder / f"{id}.toml", self._folder)))
        return tuple(found)

    def write(self) -> int:
        """Write the index anew from the schemes, and give the number of systems."""
        lines: list[str] = []
        for path in sorted(self._folder.glob("*.toml")):
            scheme = load(path, self._folder)
            table = table_of(scheme)
            entry = {
                "files": {file: zlib.crc32((self._folder / f"{file}.toml").read_bytes()) for file in self._family(scheme)},
                "title": table.title,
                "languages": table.languages,
                "scripts": [table.source_script, table.target_script],
                "status": table.status,
                "dotted_i": table.dotted_i,
                "outputs": table.outputs,
                "options": table.options,
            }
            lines.append(f"{json.dumps(table.id)}: {json.dumps(entry, ensure_ascii=False, separators=(',', ':'))}")
        self._index.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        return len(lines)

    def _family(self, scheme: Scheme) -> list[str]:
        """The ids of a scheme and all it extends."""
        family = [scheme.head.id]
        while scheme.head.extends is not None:
            scheme = load(self._folder / f"{scheme.head.extends}.toml", self._folder)
            family.append(scheme.head.id)
        return family

    def _kept(self) -> dict[str, dict[str, object]]:
        """The index; empty where there is none, or none that can be read: it is a shortcut, not a source."""
        try:
            found = json.loads(self._index.read_bytes())
        except (OSError, ValueError):
            return {}
        return cast("dict[str, dict[str, object]]", found) if isinstance(found, dict) else {}


def _read(id: str, entry: dict[str, object]) -> Table:
    """The table of an entry of the index."""
    source, target = cast("list[str]", entry["scripts"])
    outputs = cast("dict[str, list[str]]", entry["outputs"])
    options = cast("dict[str, dict[str, list[str]]]", entry["options"])
    return Table(
        id=id,
        title=cast("str", entry["title"]),
        languages=tuple(cast("list[str]", entry["languages"])),
        source_script=source,
        target_script=target,
        status=cast("str", entry["status"]),
        dotted_i=cast("bool", entry["dotted_i"]),
        outputs={key: tuple(found) for key, found in outputs.items()},
        options={name: {key: tuple(found) for key, found in keys.items()} for name, keys in options.items()},
    )
