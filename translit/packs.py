"""Both ways between endonym and the library *transliterate*: its language packs as systems here, our systems as language packs there.

Owns the translation of one into the other and imports the library (LGPL-2.1-or-later, by choice) only when asked. A pack is read by asking
it for every key of its tables, and then run by our engine: longest match in one pass, the engine’s case policy. The library itself
replaces in the order of its tables, each replacement seeing what the one before has written; what it makes of a single key is kept so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from translit.errors import UnknownSystemError
from translit.message import Message
from translit.scheme import Alternative, Condition, Head, Rule, Scheme
from translit.scripts import is_letter, script_of

if TYPE_CHECKING:
    from translit.registry import System

PREFIX = "transliterate-"
"""How the ids of the library’s systems begin: transliterate-ru writes Russian in Latin, transliterate-ru-native reads it back."""
BACK = "-native"
"""How the ids of those end that write from Latin."""


def pack_heads() -> dict[str, Head]:
    """What every system of the library says of itself, by id; packs that a program has registered with it are among them."""
    heads: dict[str, Head] = {}
    for code, pack in sorted(_packs().items()):
        script = _script(pack)
        latin = script == "Latn"
        heads[PREFIX + code] = _head(
            pack, PREFIX + code, script, "Latn", f"{pack.language_name} in {'ASCII' if latin else 'Latin'} letters"
        )
        if not latin:
            id = PREFIX + code + BACK
            heads[id] = _head(pack, id, "Latn", script, f"{pack.language_name} from Latin letters")
    return heads


def pack_head(id: str) -> Head:
    """What one of them says of itself.

    Raises:
        UnknownSystemError: where the library has no such pack.
    """
    heads = pack_heads()
    if id not in heads:
        raise UnknownSystemError(
            Message("the library transliterate has no system “{id}”", id=id), (), Message("it has {heads}", heads=", ".join(sorted(heads)))
        )
    return heads[id]


def pack_scheme(id: str) -> Scheme:
    """The whole system of a language pack; raises as `pack_head` does."""
    head = pack_head(id)
    back = id.endswith(BACK)
    pack = _packs()[id.removeprefix(PREFIX).removesuffix(BACK)]()
    keys = _keys_from_latin(pack) if back else _keys_to_latin(pack)
    rules = {key: _rule(key, pack.translit(key, reversed=not back)) for key in sorted(keys)}
    return Scheme(
        head=head,
        case="source",
        dotted_i=False,
        alphabet=tuple(key for key in rules if len(key) == 1 and is_letter(key)),
        syllabic=False,
        borrowed=frozenset(),
        sources={"pack": f"observed: language pack “{pack.language_code}” of the Python library transliterate"},
        classes={},
        equivalents={},
        rules=rules,
        options={},
        samples=(),
        origin=f"transliterate, {type(pack).__module__}",
    )


def register_packs(systems: Iterable[System] | None = None) -> tuple[str, ...]:
    """Register our systems with *transliterate*, so that `transliterate.translit("Жаңаөзен", "bgnpcgn-kaz-Cyrl-Latn-1979")` works.

    Args:
        systems: which; all that come with endonym where None.

    Returns:
        The codes under which they are registered now: the systems’ ids. A system that is registered already stays so.
    """
    from translit.registry import REGISTRY

    registry = _registry()
    codes: list[str] = []
    for system in REGISTRY if systems is None else systems:
        if not system.id.startswith(PREFIX):
            registry.register(_pack_of(system))
            codes.append(system.id)
    return tuple(codes)


def _registry() -> Any:
    """The library’s registry with its own packs in it.

    The library looks for its packs only while the registry is empty: whoever registers one first would hide them all.
    """
    from transliterate.base import registry  # pyright: ignore[reportMissingTypeStubs] -- the library has no stubs
    from transliterate.discover import autodiscover  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType] -- the same

    autodiscover()
    return registry


def _packs() -> dict[str, Any]:
    """The library’s language packs by code, without those that are ours."""
    return {code: pack for code, pack in _registry().registry.items() if not hasattr(pack, "endonym_system")}


def _script(pack: Any) -> str:
    """The script of a pack’s language: that of most letters it writes; ISO 15924."""
    found = [script for character in str(pack.mapping[1]) if (script := script_of(character)) is not None]
    return max(sorted(set(found)), key=found.count) if found else "Zyyy"


def _head(pack: Any, id: str, source: str, target: str, what: str) -> Head:
    """What a system made of a pack says of itself."""
    code = str(pack.language_code)
    return Head(
        id=id,
        title=f"{what}, as the library transliterate writes it",
        authority="transliterate (Python library)",
        year=None,
        languages=(code,) if code.isalpha() else ("mul",),
        source_script=source,
        target_script=target,
        status="observed",
        notes="The tables of the library’s language pack, run by longest match in one pass and with the case policy of all systems.",
    )


def _keys_to_latin(pack: Any) -> set[str]:
    """The keys that a pack replaces on the way to Latin, in lower case."""
    keys: set[str] = {*pack.mapping[1], *(pack.pre_processor_mapping or {}).values(), *(pack.reversed_specific_pre_processor_mapping or {})}
    if pack.reversed_specific_mapping:
        keys.update(pack.reversed_specific_mapping[0])
    return _keys(keys, pack.mapping[0] if _script(pack) == "Latn" else "")


def _keys_from_latin(pack: Any) -> set[str]:
    """The keys that a pack replaces on the way from Latin, in lower case."""
    return _keys({*pack.mapping[0], *(pack.pre_processor_mapping or {})}, "")


def _keys(found: Iterable[str], without: str) -> set[str]:
    """Keys in NFC, those that are in lower case and hold a letter or an apostrophe."""
    normal = {unicodedata.normalize("NFC", key) for key in found}
    return {key for key in normal if key and key == key.lower() and key not in without and not key.isspace()}


def _rule(key: str, output: str) -> Rule:
    """The rule of one key: what the library makes of it by itself."""
    written = unicodedata.normalize("NFC", output).lower()
    return Rule(key, (Alternative(written, Condition(), "pack"),))


def _pack_of(system: System) -> type[Any]:
    """A language pack of the library that writes by one of our systems."""
    from transliterate.base import TranslitLanguagePack  # pyright: ignore[reportMissingTypeStubs] -- the library has no stubs

    class EndonymPack(TranslitLanguagePack):
        """A system of endonym as a language pack; `reversed` is not offered (see `translit.reverse`)."""

        endonym_system = system.id
        language_code = system.id
        language_name = system.title
        # The library insists on a table; ours is not made of pairs of characters, so this one says nothing and is never looked at.
        mapping = ("-", "-")
        # Its guess at a language looks only at blocks of characters and would take every Cyrillic name for the first of our systems.
        detectable = False

        def translit(self, value: str, reversed: bool = False, strict: bool = False, fail_silently: bool = True) -> str:  # noqa: ARG002 -- the library’s signature
            """The text by the system; with `strict`, letters that no rule covers are left out, as the library means it."""
            from translit.romanizing import romanize

            if reversed:
                raise NotImplementedError(f"{self.language_code} has no way back in this library; use translit.reverse(name, language)")
            if not strict:
                return romanize(value, system)
            made = romanize(value, system, offsets=True)
            dropped = {kept.start for kept in made.unknown}
            return "".join(made.text[span.out_start : span.out_end] for span in made.spans if span.start not in dropped)

    EndonymPack.__name__ = EndonymPack.__qualname__ = f"EndonymPack_{system.id}"
    return EndonymPack
