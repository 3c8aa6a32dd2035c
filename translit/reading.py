"""From the TOML of a scheme to the model, with a fault and its line for whatever does not fit.

Owns the file format as docs/systems.md describes it. It checks shape (keys, types, names that exist); whether the
rules make sense is `lint`'s question. A reader never stops at the first fault: `lint` wants them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from typing import cast

from translit.faults import Fault, Table, Values, Where, nearest
from translit.message import Message
from translit.scheme import CASES, END, KINDS, LETTER, START, STATUSES, Alternative, Condition, Head, Option, Rule, Sample, Scheme
from translit.scripts import is_blank

_HEAD_KEYS = (
    "id",
    "title",
    "authority",
    "year",
    "languages",
    "source_script",
    "target_script",
    "status",
    "notes",
    "extends",
    "case",
    "dotted_i",
    "alphabet",
    "borrowed",
    "syllabic",
)
_TABLES = ("sources", "classes", "equivalents", "rules", "options", "samples")
_CONDITIONS = ("after", "before", "not_after", "not_before", "word", "not_word")
_ALTERNATIVE_KEYS = ("to", *_CONDITIONS, "initial", "final", "source")
_OPTION_KEYS = ("note", "source", "rules", "output", "case")
_SAMPLE_KEYS = ("to", "options", "source")
_TABLE_LINE = re.compile(r"^\[", re.MULTILINE)


def read_head(text: str) -> Head | None:
    """The head of a scheme: what stands before its first table; None where it is not whole, and only `read` can say why."""
    first = _TABLE_LINE.search(text)
    try:
        table = tomllib.loads(text[: first.start()] if first else text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    reader = _Reader(text)
    head = reader.head(table)
    return None if reader.faults else head


def read(text: str, parent: Callable[[str], Scheme | None], origin: str = "") -> tuple[Scheme | None, list[Fault]]:
    """The scheme in a TOML text, and every fault of shape.

    Args:
        text: the content of the file.
        parent: gives the scheme with an id, for `extends`; None where there is none.
        origin: the name of the file, for messages.

    Returns:
        The scheme (None where nothing could be made of the text) and the faults in the order of their lines.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        return None, [Fault(int(found[1]) if found else text.count("\n") + 1, "toml", Message("this is not TOML: {why}", why=error))]
    except RecursionError:
        return None, [Fault(1, "toml", "lists or tables lie too deep in one another; no scheme needs that")]
    reader = _Reader(text)
    scheme = reader.scheme(table, parent, origin)
    return scheme, sorted(reader.faults)


class _Reader(Values):
    """How each part of a file is read."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.classes: dict[str, tuple[str, ...]] = {}
        self.sources: dict[str, str] = {}

    def head(self, table: Table) -> Head:
        """The head; faults for what is missing."""
        required = ["id", "title", "authority", "languages", "source_script", "target_script", "status"]
        status = self.text((), table, "status")
        if status == "official":
            required.append("year")
        for key in required:
            if key not in table:
                self.fault((), "missing-key", Message("“{key}” is missing; it stands above the first table", key=key))
        if "status" in table and status not in STATUSES:
            self.fault(
                ("status",), "bad-value", Message("status “{status}” must be one of {names}", status=status, names=", ".join(STATUSES))
            )
        for key in ("source_script", "target_script"):
            if key in table and not re.fullmatch("[A-Z][a-z]{3}", self.text((), table, key)):
                self.fault((key,), "bad-value", Message("“{key}” must be an ISO 15924 code: Cyrl, Latn, Arab", key=key))
        languages = cast("list[object]", self.value((), table, "languages", list, []))
        if not all(isinstance(language, str) for language in languages):
            self.fault(("languages",), "bad-value", '“languages” must be a list of BCP 47 subtags: ["kk"]')
        return Head(
            id=self.text((), table, "id"),
            title=self.text((), table, "title"),
            authority=self.text((), table, "authority"),
            year=cast("int | None", self.value((), table, "year", int)),
            languages=tuple(str(language) for language in languages),
            source_script=self.text((), table, "source_script"),
            target_script=self.text((), table, "target_script"),
            status=status,
            notes=self.text((), table, "notes").strip(),
            extends=cast("str | None", self.value((), table, "extends", str)),
        )

    def scheme(self, table: Table, parent: Callable[[str], Scheme | None], origin: str) -> Scheme:
        """The whole file."""
        self.known((), table, (*_HEAD_KEYS, *_TABLES))
        head = self.head(table)
        base = parent(head.extends) if head.extends else None
        if head.extends and base is None:
            self.fault(
                ("extends",),
                "extends",
                Message(
                    "“{extends}” cannot be extended: it does not exist, has faults of its own, or extends this one", extends=head.extends
                ),
            )
        case = self.text((), table, "case", base.case if base else "source")
        if case not in CASES:
            self.fault(("case",), "bad-value", Message("case “{case}” must be one of {names}", case=case, names=", ".join(CASES)))
        self.sources = self.strings(("sources",), self.table((), table, "sources"))
        if not any(self.sources.values()):
            self.fault(("sources",), "source", "no source: name the document in a table [sources]")
        self.classes = dict(base.classes) if base else {}
        self.read_classes(self.table((), table, "classes"))
        alphabet = self.text((), table, "alphabet")
        rules = dict(base.rules) if base else {}
        for key, rule in self.rules(("rules",), self.table((), table, "rules")).items():
            if rule is not None:
                rules[key] = rule
            elif rules.pop(key, None) is None:
                self.fault(("rules", key), "removed", Message("“{key}” = false removes a rule that is not there", key=key))
        options = self.options(self.table((), table, "options"), rules)
        return Scheme(
            head=head,
            case=case,
            dotted_i=cast("bool", self.value((), table, "dotted_i", bool, base.dotted_i if base else False)),
            alphabet=tuple(alphabet.split()) or (base.alphabet if base else ()),
            syllabic=cast("bool", self.value((), table, "syllabic", bool, base.syllabic if base else False)),
            borrowed=frozenset(self.text((), table, "borrowed", "".join(sorted(base.borrowed)) if base else "")),
            sources=self.sources,
            classes=self.classes,
            equivalents=(base.equivalents if base else {}) | self.equivalents(self.table((), table, "equivalents")),
            rules=rules,
            options=options,
            samples=tuple(self.samples(self.table((), table, "samples"), options)),
            origin=origin,
        )

    def read_classes(self, table: Table) -> None:
        """Fill `classes`; a class may hold others, in any order, in no circle."""
        written = self.strings(("classes",), table)

        def expand(name: str, around: tuple[str, ...]) -> tuple[str, ...]:
            items: list[str] = []
            for item in written[name].split():
                inner = item[1:]
                if not item.startswith("@") or item == LETTER:
                    items.append(item)
                elif inner in (*around, name):
                    self.fault(("classes", name), "class", Message("class “{name}” holds itself by way of “{item}”", name=name, item=item))
                elif inner in written:
                    items += expand(inner, (*around, name))
                elif inner in self.classes:
                    items += self.classes[inner]
                else:
                    self.fault(("classes", name), "class", Message("there is no class “{item}”", item=item))
            return tuple(dict.fromkeys(items))

        self.classes |= {name: expand(name, ()) for name in written}

    def equivalents(self, table: Table) -> dict[str, str]:
        """Characters read as another, turned round for the engine."""
        found: dict[str, str] = {}
        for to, characters in self.strings(("equivalents",), table).items():
            for character in (to, *characters.split()):
                if len(character) != 1:
                    self.fault(
                        ("equivalents", to),
                        "bad-value",
                        Message("“{character}” is not one character; equivalents are one to one", character=character),
                    )
                elif character != to and found.setdefault(character, to) != to:
                    self.fault(
                        ("equivalents", to),
                        "duplicate",
                        Message("“{character}” is read as “{found}” already", character=character, found=found[character]),
                    )
        return {character: to for character, to in found.items() if len(to) == 1}

    def rules(self, where: Where, table: Table) -> dict[str, Rule | None]:
        """The rules of a table; None for those set to false."""
        rules: dict[str, Rule | None] = {}
        for key, value in table.items():
            here = (*where, key)
            self.composed(here, key)
            if not key or any(is_blank(character) for character in key):
                self.fault(here, "bad-value", "a key is one or more characters without white space")
            elif value is False:
                rules[key] = None
            else:
                alternatives = tuple(self.alternatives(here, value))
                if alternatives:
                    rules[key] = Rule(key, alternatives)
        return rules

    def alternatives(self, where: Where, value: object) -> Iterable[Alternative]:
        """The alternatives of one key."""
        entries = cast("list[object]", value) if isinstance(value, list) else [value]
        if not entries:
            self.fault(where, "bad-value", 'an empty list gives no output; write "" to drop the letter')
        for entry in entries:
            if isinstance(entry, str):
                self.composed(where, entry)
                yield Alternative(entry, Condition(), next(iter(self.sources), ""))
            elif isinstance(entry, dict):
                yield self.alternative(where, cast("Table", entry))
            else:
                self.fault(where, "bad-value", "an output is a string, a table { to = …, conditions }, or a list of these")

    def alternative(self, where: Where, table: Table) -> Alternative:
        """One table `{ to = …, conditions… }`."""
        self.known(where, table, _ALTERNATIVE_KEYS, Message("unknown condition “{key}”"))
        if "to" not in table:
            self.fault(where, "missing-key", "“to” is missing: what is the output?")
        items = {name: self.items(where, self.text(where, table, name)) for name in _CONDITIONS}
        for edge, item, name in (("initial", START, "after"), ("final", END, "before")):
            if edge in table:
                if table[edge] is True and items[name]:
                    self.fault(
                        where,
                        "bad-value",
                        Message("“{edge}” beside “{name}”: write {item} among the items of “{name}”", edge=edge, name=name, item=item),
                    )
                side = name if self.value(where, table, edge, bool, default=True) else f"not_{name}"
                items[side] = (*items[side], item)
        return Alternative(self.text(where, table, "to"), Condition(**items), self.cited(where, table))

    def items(self, where: Where, text: str) -> tuple[str, ...]:
        """The items of a context, classes expanded."""
        items: list[str] = []
        for item in text.split():
            if not item.startswith("@") or item == LETTER:
                items.append(item)
            elif item[1:] in self.classes:
                items += self.classes[item[1:]]
            else:
                near = nearest(item[1:], [*self.classes, "letter"])
                hint = Message("; did you mean “@{near}”?", near=near) if near else Message("; define it in [classes]")
                self.fault(where, "class", Message("there is no class “{item}”{hint}", item=item, hint=hint))
                # An item that never stands anywhere keeps the condition from becoming empty, which would hold everywhere.
                items.append("\0")
        return tuple(dict.fromkeys(items))

    def cited(self, where: Where, table: Table) -> str:
        """The source a rule, option or sample names; the first one where it names none."""
        source = self.text(where, table, "source", next(iter(self.sources), ""))
        if source and source not in self.sources:
            near = nearest(source, self.sources)
            hint = Message("; did you mean “{near}”?", near=near) if near else ""
            self.fault(where, "source", Message("[sources] has no “{source}”{hint}", source=source, hint=hint))
        return source

    def options(self, table: Table, rules: dict[str, Rule]) -> dict[str, Option]:
        """The options."""
        options: dict[str, Option] = {}
        for name in table:
            where = ("options", name)
            body = self.table(("options",), table, name)
            self.known(where, body, _OPTION_KEYS)
            self.cited(where, body)
            if not self.text(where, body, "note"):
                self.fault(
                    where, "missing-key", Message("option “{name}” has no “note”: what does it do, and where is it allowed?", name=name)
                )
            case = cast("str | None", self.value(where, body, "case", str))
            if case is not None and case not in CASES:
                self.fault(
                    (*where, "case"), "bad-value", Message("case “{case}” must be one of {names}", case=case, names=", ".join(CASES))
                )
            own = self.rules((*where, "rules"), self.table(where, body, "rules"))
            for key, rule in own.items():
                if rule is None and key not in rules:
                    self.fault((*where, "rules", key), "removed", Message("“{key}” = false removes a rule that is not there", key=key))
            output = self.strings((*where, "output"), self.table(where, body, "output"))
            options[name] = Option(name, self.text(where, body, "note"), own, output, case)
        return options

    def samples(self, table: Table, options: dict[str, Option]) -> Iterable[Sample]:
        """The samples."""
        self.known(("samples",), table, KINDS, Message("unknown kind of sample “{key}”"))
        for kind in KINDS:
            body = self.table(("samples",), table, kind)
            for source, value in body.items():
                where = ("samples", kind, source)
                entries = cast("list[object]", value) if isinstance(value, list) else [value]
                for entry in entries:
                    if isinstance(entry, str):
                        yield Sample(source, entry, kind, ())
                    elif isinstance(entry, dict):
                        yield self.sample(where, source, kind, cast("Table", entry), options)
                    else:
                        self.fault(where, "bad-value", "a sample is a string, a table { to = …, options = […] }, or a list of these")

    def sample(self, where: Where, source: str, kind: str, table: Table, options: dict[str, Option]) -> Sample:
        """One sample with options or a source."""
        self.known(where, table, _SAMPLE_KEYS)
        self.cited(where, table)
        if "to" not in table:
            self.fault(where, "missing-key", "“to” is missing: what should come out?")
        asked = tuple(str(name) for name in cast("list[object]", self.value(where, table, "options", list, [])))
        for name in asked:
            if name not in options:
                self.fault(
                    where,
                    "bad-value",
                    Message("there is no option “{name}”; there are {options}", name=name, options=", ".join(options) or Message("none")),
                )
        return Sample(source, self.text(where, table, "to"), kind, tuple(name for name in asked if name in options))
