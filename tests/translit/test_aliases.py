"""Other names of systems: what they lead to, and what is wrong with a file of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.translit.test_engine import KAZAKH, RUSSIAN, write
from translit import UnknownSystemError, romanize
from translit.aliases import lint_aliases, read_aliases
from translit.loading import ALIASES, SCHEMES
from translit.registry import REGISTRY, Registry


@pytest.mark.parametrize(
    ("alias", "id", "options"),
    [
        ("alalc-Latn-kazakh_cyrillic-current", "alalc-kaz-Latn-Cyrl-2012", ()),
        ("alalc-kazakh_cyrillic-Latn-current", "alalc-kaz-Cyrl-Latn-2012", ("halves",)),
    ],
)
def test_an_alias_is_the_system_with_its_options(alias: str, id: str, options: tuple[str, ...]) -> None:
    found = REGISTRY.find(alias)
    assert (found.id, found.options) == (id, options)
    assert REGISTRY.find(alias) is found
    assert (found is REGISTRY.find(id)) == (not options)


def test_an_alias_may_be_asked_for_by_the_public_functions() -> None:
    plain, alias = "alalc-rus-Cyrl-Latn-2012", "alalc-russian-Latn-current"
    assert romanize("Цюрупинск", alias) == romanize("Цюрупинск", plain, options=["halves"]) != romanize("Цюрупинск", plain)
    assert (
        romanize("Цюрупинск", alias, offsets=True).text == romanize("Цюрупинск", alias, options=["halves"]) == romanize("Цюрупинск", alias)
    )


def test_an_id_is_found_without_reading_the_aliases() -> None:
    registry = Registry(SCHEMES, ALIASES.parent / "missing.toml")
    assert registry.find(KAZAKH).id == KAZAKH
    assert "aliases" not in registry.__dict__


def test_aliases_are_suggested_too() -> None:
    with pytest.raises(UnknownSystemError, match="alalc-russian-Latn-current"):
        romanize("а", "alalc-rusian-Latn-current")


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "../" + RUSSIAN, "transliterate-xx", "\ud800"], ids=ascii)
def test_a_name_that_is_neither_is_unknown_whatever_it_is(name: str) -> None:
    with pytest.raises(UnknownSystemError):
        REGISTRY.find(name)


def test_the_file_of_aliases_has_no_fault_and_every_system_is_there() -> None:
    assert lint_aliases() == []
    found = {alias: REGISTRY.find(alias) for alias in read_aliases()}
    assert {alias: (system.id, system.options) for alias, system in found.items()} == {
        alias: (meant.id, meant.options) for alias, meant in read_aliases().items()
    }


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"a-und-Cyrl-Latn" = "b-und-Cyrl-Latn"', "must not hide"),
        ('"x" = "c-und-Cyrl-Latn"', "no such system; did you mean “[ab]-und-Cyrl-Latn”"),
        ('"x" = { id = "a-und-Cyrl-Latn", options = ["dots", "bare"] }', "option “bare”"),
    ],
)
def test_faults_of_aliases(tmp_path: Path, line: str, words: str) -> None:
    schemes = tmp_path / "schemes"
    schemes.mkdir()
    for name in ("a", "b"):
        write(schemes, '[rules]\n"а" = "a"\n[options.dots]\nnote = "n"\nrules."б" = "b"\n', name=f"{name}-und-Cyrl-Latn")
    file = tmp_path / "aliases.toml"
    file.write_text(f'[aliases]\n"y" = "b-und-Cyrl-Latn"\n{line}\n', "utf-8")
    (fault,) = lint_aliases(file, schemes)
    assert (fault.line, fault.code) == (3, "alias")
    assert re.search(words, fault.message)


def test_a_registry_without_aliases_has_none(tmp_path: Path) -> None:
    assert Registry(tmp_path).aliases == {}
    with pytest.raises(UnknownSystemError):
        Registry(tmp_path).find(RUSSIAN)
